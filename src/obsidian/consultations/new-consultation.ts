import { begun, type Consultation } from "../../core/consultation";
import type { ContextScope } from "../../core/prompts/objective";
import type { Friend } from "../models/models";
import type { Subject } from "./subject";

/** What a consultation begins with. */
export interface Asked {
	readonly subject: Subject;
	/** Name of the objective, or what free questions are called. */
	readonly name: string;
	/** What was asked in short. */
	readonly asked: string;
	readonly icon: string;
	readonly context: ContextScope;
	readonly question: string;
	readonly friend: Friend;
	/** The comparison it is part of; none by default. */
	readonly comparison?: string;
}

/** A consultation that has just begun. @param now in milliseconds since the epoch */
export function newConsultation(
	{ subject, name, asked, icon, context, question, friend, comparison }: Asked,
	id: string,
	now: number,
): Consultation {
	return begun(
		{
			id,
			path: subject.note.path,
			anchor: subject.anchor,
			lost: false,
			objective: name,
			asked,
			icon,
			question,
			selected: subject.selected,
			context,
			again: null,
			comparison: comparison ?? null,
			endpoint: { id: friend.endpoint.id, name: friend.endpoint.name },
			model: friend.model,
			modelName: friend.name,
			thread: [],
		},
		now,
	);
}
