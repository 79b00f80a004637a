import { Notice, type App } from "obsidian";
import { anchorOf } from "../../core/consultation/anchor";
import type { ChatRequest } from "../../core/chat/chat";
import { isActive } from "../../core/consultation/answer";
import { begun, canKeep, type Consultation } from "../../core/consultation/consultation";
import { promptTokens } from "../../core/estimate/tokens";
import { presets, type ServerProgram } from "../../core/endpoint/endpoint";
import type { InterfaceStrings } from "../../core/i18n/en";
import { mentions } from "../../core/consultation/mentions";
import { recordPlaceAfter } from "../../core/markdown/passage";
import { plainText } from "../../core/record/quote";
import type { NoteReadings } from "../consultations/note-readings";
import type { Consultations } from "../consultations/consultations";
import { DetailsModal } from "../dialogs/details-modal";
import type { CardActions } from "./margin-card";
import type { KeptAnswers } from "./kept-answers";
import type { RequestBuilder } from "../asking/request-builder";
import type { Privacy } from "../asking/privacy";
import type { UsageReport } from "../models/usage-report";
import type { ModelTarget } from "../../core/models/model-target";
import type { Models } from "../models/models";
import type { NoteWriter } from "../record/note-writer";
import type { RecordService } from "../record/record-service";
import { SentModal } from "../dialogs/sent-modal";
import { SideBySideModal } from "../dialogs/side-by-side-modal";
import { rangeOf, showPassage } from "../consultations/show-passage";
import type { Views } from "../consultations/views";
import { WhereModal, type Where } from "../dialogs/where-modal";

export interface AnswerActionsPort {
	readonly app: App;
	readonly strings: () => InterfaceStrings;
	readonly consultations: Consultations;
	readonly views: Views;
	readonly writer: NoteWriter;
	readonly kept: KeptAnswers;
	readonly noteReadings: NoteReadings;
	readonly records: RecordService;
	readonly models: Models;
	readonly usageReport: UsageReport;
	readonly now: () => number;
	readonly newId: () => string;
	readonly chooseModel: (then: () => void) => void;
	/** Opens the page that sets up a friend. */
	readonly setUp: (subject: null) => void;
	readonly requests: RequestBuilder;
	readonly privacy: Privacy;
	/** A request as it goes on the wire. */
	readonly bodyOf: (request: ChatRequest) => string;
}

/** What the writer does with answers: keep, ask further, dismiss. Acts on a consultation as it is when asked. */
export class AnswerActions implements CardActions {
	/** Answers on their way into a note: none is written twice. */
	private readonly writing = new Set<string>();
	private readonly promptTokens = new WeakMap<ChatRequest, number>();

	constructor(private readonly port: AnswerActionsPort) {}

	figures(consultation: Consultation): readonly string[] {
		return this.port.usageReport.of(consultation, () => this.tokensSent(consultation.id));
	}

	figuresBeside(consultation: Consultation, other: Consultation): readonly string[] {
		return this.port.usageReport.beside(consultation, other, () => this.tokensSent(consultation.id));
	}

	keep(id: string, part: string | null): void {
		void this.write(id, part, null);
	}

	mentioned(consultation: Consultation): readonly string[] {
		const own = consultation.path;
		return mentions(
			consultation.text,
			this.port.app.vault
				.getMarkdownFiles()
				.filter((file) => file.path !== own)
				.map((file) => file.basename),
		);
	}

	openNote(name: string, from: string): void {
		void this.port.app.workspace.openLinkText(name, from, false);
	}

	around(consultation: Consultation): { readonly hasNote: boolean; readonly program: ServerProgram } {
		const { app, models } = this.port;
		return {
			hasNote: app.vault.getFileByPath(consultation.path) !== null,
			program: presets[models.endpointOf(consultation).preset].program,
		};
	}

	hasFirst({ again }: Consultation): boolean {
		return again !== null && this.port.consultations.get(again) !== null;
	}

	cancel(id: string): void {
		this.port.consultations.cancel(id);
	}

	dismiss(id: string): (() => void) | null {
		const { consultations, records } = this.port;
		const before = consultations.get(id);
		if (before?.reading !== undefined) return this.port.noteReadings.dismiss(id);
		const dismissed = consultations.dismiss(id);
		// A remark is a part of its reading, which is what the journal tells of.
		if (dismissed?.remark !== undefined) return () => consultations.restore(dismissed);
		if (before === null || dismissed === null) return null;
		// One that came to its end without words was entered then.
		if (dismissed.text.trim() !== "" || isActive(before) || before.status === "interrupted") records.unkept(dismissed);
		return () => consultations.restore(dismissed);
	}

	copy(id: string): void {
		const consultation = this.port.consultations.get(id);
		if (consultation === null) return;
		const { copied, notCopied } = this.port.strings().margin;
		void activeWindow.navigator.clipboard.writeText(plainText(consultation.text)).then(
			() => new Notice(copied),
			() => new Notice(notCopied),
		);
	}

	showDetails(id: string): void {
		const consultation = this.port.consultations.get(id);
		if (consultation !== null) new DetailsModal(this.port.app, this.port.strings(), consultation).open();
	}

	goTo(id: string): void {
		const consultation = this.port.consultations.get(id);
		if (consultation !== null) void showPassage(this.port, consultation);
	}

	toNote(): void {
		const { workspace } = this.port.app;
		const leaf = workspace.getMostRecentLeaf();
		if (leaf !== null) workspace.setActiveLeaf(leaf, { focus: true });
	}

	async further(id: string, question: string): Promise<boolean> {
		const before = this.port.consultations.get(id);
		if (before === null || isActive(before)) return false;
		const thread = [
			...before.thread,
			{ role: "assistant" as const, text: before.text },
			{ role: "user" as const, text: question },
		];
		return this.start({ ...before, asked: question, thread, further: { id, asked: before.asked } }, null);
	}

	again(id: string, otherModel: boolean): void {
		const run = async (): Promise<void> => {
			const before = this.port.consultations.get(id);
			if (before === null || before.status === "running") return;
			// It is tried now instead of later.
			this.port.consultations.cancel(id);
			const isStarted = await this.start(before, otherModel ? this.port.models.current() : null);
			if (isStarted && before.text.trim() === "") this.dismiss(id);
		};
		if (otherModel) this.port.chooseModel(() => void run());
		else void run();
	}

	/** Reads the passage again, fresh: the same question without what was said, and without the first answer in sight. */
	secondPass(id: string): void {
		const before = this.port.consultations.get(id);
		if (before === null || isActive(before)) return;
		const { further: _none, ...first } = before;
		void this.start({ ...first, thread: [], again: before.id }, null);
	}

	/** Asks anew what a consultation asked, of the note as it is now. */
	restart(like: Consultation): void {
		void this.start(like, null);
	}

	/** Shows two readings of one passage beside each other. */
	sideBySide(id: string): void {
		const { app, consultations, strings } = this.port;
		const second = consultations.get(id);
		const first = second?.again == null ? null : consultations.get(second.again);
		if (first !== null && second !== null) new SideBySideModal(app, strings(), first, second).open();
	}

	/** Shows the request of a consultation, exactly as it was sent. */
	showSent(id: string): void {
		const { app, consultations, strings, bodyOf } = this.port;
		const request = consultations.requestOf(id);
		if (request === null) new Notice(strings().margin.sentGone);
		else new SentModal(app, strings(), request, bodyOf(request)).open();
	}

	// A new consultation like another one: of the note as it is now, so that what the writer changed since is seen.
	// False when nothing is asked, and the writer was told why.
	private async start({ remark: _remark, ...like }: Consultation, target: ModelTarget | null): Promise<boolean> {
		const { requests, consultations, models, now, newId, privacy, strings } = this.port;
		const refuse = (message: string): false => {
			new Notice(message);
			return false;
		};
		try {
			const question = await requests.questionOf(like);
			if (question === null) return refuse(strings().keep.noteGone(like.path));
			const reason = await privacy.of(question.note);
			if (reason !== null) return refuse(strings().refusals[reason]);
			const endpoint = models.endpoint(like.endpoint.id);
			const asked = target ?? (endpoint === null ? models.current() : models.targetOf(endpoint, like.model));
			if (asked === null) {
				this.port.setUp(null);
				return false;
			}
			const request = await requests.request(question, asked, like.thread);
			// Dismissed meanwhile.
			if (consultations.get(like.id) === null) return false;
			if (!consultations.hasRoom) return refuse(strings().refusals.busy(consultations.activeCount));
			void consultations.start(
				begun(
					{
						...like,
						id: newId(),
						comparison: null,
						path: question.note.path,
						selected: question.selected,
						endpoint: { id: asked.endpoint.id, name: asked.endpoint.name },
						model: asked.model,
						modelName: asked.name,
					},
					now(),
				),
				request,
			);
			return true;
		} catch {
			return refuse(strings().refusals.unread);
		}
	}

	private async write(id: string, part: string | null, where: Where | null): Promise<void> {
		const consultation = this.port.consultations.get(id);
		if (consultation === null || !canKeep(consultation) || this.writing.has(id)) return;
		this.writing.add(id);
		try {
			await this.writeOnce(consultation, part, where);
		} catch {
			new Notice(this.port.strings().keep.failed(consultation.path));
		} finally {
			this.writing.delete(id);
		}
	}

	private async writeOnce(consultation: Consultation, part: string | null, where: Where | null): Promise<void> {
		const { consultations, strings, writer, records, app, views, kept } = this.port;
		const { id, path } = consultation;
		if (!records.inNotes) {
			this.settle(consultation, strings().journal.kept);
			return;
		}
		let answer = consultation;
		const written = await writer.write(
			path,
			(doc, view) => {
				const range = rangeOf(doc, view, consultation);
				if (range !== null) answer = { ...consultation, anchor: anchorOf(doc, range) };
				const at =
					where === "end"
						? doc.length
						: where === "cursor" && view !== null
							? recordPlaceAfter(doc, view.state.selection.main.head)
							: range === null
								? null
								: recordPlaceAfter(doc, range.to);
				return at === null ? null : records.keptAnswer(doc, at, answer, part ?? answer.text);
			},
			strings().margin.kept,
		);
		if (written.state === "written") {
			const { at } = written;
			this.settle(answer, strings().margin.kept);
			if (at !== null)
				kept.stands(answer, at.range, [
					at.view,
					...views.ofNote(path).filter((view) => view !== at.view && view.state.doc.eq(at.view.state.doc)),
				]);
		} else if (written.state === "no-note") {
			new Notice(strings().keep.noteGone(path));
		} else if (written.state === "refused") {
			new Notice(strings().keep.refused(path));
		} else {
			consultations.update(id, (one) => ({ ...one, lost: true }));
			new WhereModal(
				app,
				strings().keep,
				views.toWrite(path) !== null,
				(chosen) => void this.write(id, part, chosen),
			).open();
		}
	}

	// Off the list first: what stands in the note must not wait to be kept again.
	private settle(consultation: Consultation, message: string): void {
		this.port.consultations.dismiss(consultation.id);
		if (consultation.remark === undefined) this.port.records.settled(consultation, "kept");
		else this.port.noteReadings.kept(consultation);
		new Notice(message);
	}

	private tokensSent(id: string): number | null {
		const request = this.port.consultations.requestOf(id);
		if (request === null) return null;
		const known = this.promptTokens.get(request) ?? promptTokens(request.prompt);
		this.promptTokens.set(request, known);
		return known;
	}
}
