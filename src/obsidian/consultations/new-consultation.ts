import { nowhere } from "../../core/consultation/anchor";
import type { Reading } from "../../core/consultation/reading";
import { begun, type Consultation } from "../../core/consultation/consultation";
import type { ThinkingWish } from "../../core/endpoint/thinking";
import type { ContextScope } from "../../core/prompts/objective";
import type { ModelTarget } from "../../core/models/model-target";
import type { Subject } from "./subject";

/** What a consultation begins with. */
export interface ConsultationInit {
	readonly subject: Subject;
	/** Name of the objective, or what free questions are called. */
	readonly name: string;
	/** What was asked in short. */
	readonly asked: string;
	readonly icon: string;
	readonly context: ContextScope;
	readonly thinks: ThinkingWish | null;
	readonly question: string;
	/** Path of the objective's note; absent for what the writer typed. */
	readonly prompt?: string;
	readonly target: ModelTarget;
	/** Where a whole note is read; absent where a passage is asked about. */
	readonly reading?: Reading;
	/** The comparison it is part of; none by default. */
	readonly comparison?: string;
}

/** A consultation that has just begun. @param now in milliseconds since the epoch */
export function newConsultation(
	{ subject, name, asked, icon, context, thinks, question, prompt, target, reading, comparison }: ConsultationInit,
	id: string,
	now: number,
): Consultation {
	return begun(
		{
			id,
			path: subject.note.path,
			anchor: reading === undefined ? subject.anchor : nowhere,
			lost: false,
			objective: name,
			asked,
			icon,
			question,
			selected: reading === undefined ? subject.selected : null,
			...(reading === undefined ? {} : { reading }),
			context,
			...(thinks === null ? {} : { thinks }),
			...(prompt === undefined ? {} : { prompt }),
			again: null,
			comparison: comparison ?? null,
			endpoint: { id: target.endpoint.id, name: target.endpoint.name },
			model: target.model,
			modelName: target.name,
			thread: [],
		},
		now,
	);
}
