import { Notice, type App } from "obsidian";
import type { EditorView } from "@codemirror/view";
import { findAnchor } from "../../core/anchor";
import type { ChatRequest } from "../../core/chat";
import { promptTokens } from "../../core/estimate/tokens";
import { begun, canKeep, isActive, type Consultation } from "../../core/consultation";
import type { InterfaceWords } from "../../core/i18n/en";
import { mentions } from "../../core/mentions";
import { recordPlaceAfter } from "../../core/markdown/passage";
import { plainText } from "../../core/record/quote";
import type { Range, TextSource } from "../../core/text";
import { passageOf } from "../../editor/passages";
import type { Consultations } from "../consultations/consultations";
import { DetailsModal } from "../dialogs/details-modal";
import type { CardActions } from "./margin-card";
import type { Asking } from "../asking/asking";
import type { Figures } from "../models/figures";
import type { Friend, Models } from "../models/models";
import type { NoteWriter } from "../record/note-writer";
import { trackingId } from "../consultations/passage-keeper";
import type { Records } from "../record/records";
import { SentModal } from "../dialogs/sent-modal";
import { SideBySideModal } from "../dialogs/side-by-side-modal";
import type { Views } from "../consultations/views";
import { WhereModal, type Where } from "../dialogs/where-modal";

export interface AnswersPort {
	readonly app: App;
	readonly words: () => InterfaceWords;
	readonly consultations: Consultations;
	readonly views: Views;
	readonly writer: NoteWriter;
	readonly records: Records;
	readonly models: Models;
	readonly figures: Figures;
	readonly now: () => number;
	readonly newId: () => string;
	readonly chooseModel: (then: () => void) => void;
	/** Opens the page that sets up a friend. */
	readonly setUp: (subject: null) => void;
	readonly asking: Asking;
	/** A request as it goes on the wire. */
	readonly bodyOf: (request: ChatRequest) => string;
}

/** What the writer does with answers: keep, ask further, dismiss. Acts on a consultation as it is when asked. */
export class Answers implements CardActions {
	/** Estimated tokens of what was sent, of answers that are still coming. */
	private readonly sent = new Map<string, number>();

	constructor(private readonly port: AnswersPort) {}

	figures(consultation: Consultation): readonly string[] {
		return this.port.figures.of(consultation, this.sentTokens(consultation));
	}

	// Counted once: a card tells its figures at every word.
	private sentTokens(consultation: Consultation): number | null {
		const { id } = consultation;
		const request = this.port.consultations.requestOf(id);
		if (!isActive(consultation) || request === null) {
			this.sent.delete(id);
			return null;
		}
		const known = this.sent.get(id) ?? promptTokens(request.prompt);
		this.sent.set(id, known);
		return known;
	}

	keep(id: string, lines: readonly string[] | null): void {
		void this.write(id, lines, null);
	}

	mentioned(consultation: Consultation): readonly string[] {
		const own = consultation.path;
		return mentions(consultation.text, this.port.app.vault.getMarkdownFiles().filter((file) => file.path !== own).map((file) => file.basename));
	}

	openNote(name: string, from: string): void {
		void this.port.app.workspace.openLinkText(name, from, false);
	}

	cancel(id: string): void {
		this.port.consultations.cancel(id);
	}

	dismiss(id: string): (() => void) | null {
		const { consultations, records } = this.port;
		const before = consultations.get(id);
		const dismissed = consultations.dismiss(id);
		if (before === null || dismissed === null) return null;
		// One that came to its end without words was entered then.
		if (dismissed.text.trim() !== "" || isActive(before) || before.status === "interrupted") records.unkept(dismissed);
		return () => consultations.restore(dismissed);
	}

	copy(id: string): void {
		const consultation = this.port.consultations.get(id);
		if (consultation === null) return;
		void navigator.clipboard.writeText(plainText(consultation.text)).then(() => new Notice(this.port.words().margin.copied));
	}

	showDetails(id: string): void {
		const consultation = this.port.consultations.get(id);
		if (consultation !== null) new DetailsModal(this.port.app, this.port.words(), consultation).open();
	}

	goTo(id: string): void {
		void this.show(id);
	}

	further(id: string, question: string): void {
		const before = this.port.consultations.get(id);
		if (before === null || isActive(before)) return;
		const thread = [...before.thread, { role: "assistant" as const, text: before.text }, { role: "user" as const, text: question }];
		void this.start({ ...before, asked: question, thread }, null);
	}

	again(id: string, otherModel: boolean): void {
		const run = (): void => {
			const before = this.port.consultations.get(id);
			// One that waits to be tried again is asked at once instead.
			if (before === null || (isActive(before) && before.text !== "")) return;
			if (!canKeep(before)) this.port.consultations.dismiss(id);
			void this.start(before, otherModel ? this.port.models.current() : null);
		};
		if (otherModel) this.port.chooseModel(run);
		else run();
	}

	/** Reads the passage again, fresh: the same question without what was said, and without the first answer in sight. */
	secondPass(id: string): void {
		const before = this.port.consultations.get(id);
		if (before === null || isActive(before)) return;
		void this.start({ ...before, thread: [], again: before.id }, null);
	}

	/** Shows two readings of one passage beside each other. */
	sideBySide(id: string): void {
		const { app, consultations, words } = this.port;
		const second = consultations.get(id);
		const first = second?.again == null ? null : consultations.get(second.again);
		if (first !== null && second !== null) new SideBySideModal(app, words(), first, second).open();
	}

	/** Shows the request of a consultation, exactly as it was sent. */
	showSent(id: string): void {
		const { app, consultations, words, bodyOf } = this.port;
		const request = consultations.requestOf(id);
		if (request === null) new Notice(words().margin.sentGone);
		else new SentModal(app, words(), request, bodyOf(request)).open();
	}

	/** Shows the passage of a consultation in its note, selected. */
	async show(id: string): Promise<void> {
		const consultation = this.port.consultations.get(id);
		if (consultation === null) return;
		const view = this.port.views.toWrite(consultation.path);
		if (view === null) {
			await this.port.app.workspace.openLinkText(consultation.path, "", false);
		}
		const shown = this.port.views.toWrite(consultation.path);
		const range = shown === null ? null : this.rangeIn(shown.state.doc, shown, consultation);
		if (shown === null || range === null) return;
		shown.dispatch({ selection: { anchor: range.from, head: range.to }, scrollIntoView: true });
		shown.focus();
	}

	// A new consultation like another one: of the note as it is now, so that what the writer changed since is seen.
	private async start(like: Consultation, friend: Friend | null): Promise<void> {
		const { asking, consultations, models, now, newId, words } = this.port;
		const question = await asking.questionOf(like);
		const endpoint = models.endpoint(like.endpoint.id);
		const asked = friend ?? (endpoint === null ? models.current() : models.friend(endpoint, like.model));
		if (question === null) {
			new Notice(words().keep.noteGone(like.path));
			return;
		}
		if (asked === null) {
			this.port.setUp(null);
			return;
		}
		await consultations.start(begun({
			...like,
			id: newId(),
			comparison: null,
			endpoint: { id: asked.endpoint.id, name: asked.endpoint.name },
			model: asked.model,
			modelName: asked.name,
		}, now()), await asking.request(question, asked, like.thread));
	}

	private async write(id: string, lines: readonly string[] | null, where: Where | null): Promise<void> {
		const { consultations, words, writer, records, app, views } = this.port;
		const consultation = consultations.get(id);
		if (consultation === null || !canKeep(consultation)) return;
		const answer = lines === null ? consultation.text : lines.join("\n");
		if (!records.inNotes) {
			records.settled(consultation, "kept");
			consultations.dismiss(id);
			new Notice(words().journal.kept);
			return;
		}
		const written = await writer.write(consultation.path, (doc, view) => {
			const at = where === "end" ? doc.length : where === "cursor" && view !== null ? recordPlaceAfter(doc, view.state.selection.main.head) : this.placeIn(doc, view, consultation);
			return at === null ? null : records.keptAnswer(doc, at, consultation, answer);
		}, words().margin.kept);
		if (written === "written") {
			consultations.update(id, (one) => ({ ...one, kept: true }));
			records.settled(consultations.get(id) ?? consultation, "kept");
			consultations.dismiss(id);
			new Notice(words().margin.kept);
		} else if (written === "no-note") {
			new Notice(words().keep.noteGone(consultation.path));
		} else {
			consultations.update(id, (one) => ({ ...one, lost: true }));
			new WhereModal(app, words().keep, views.toWrite(consultation.path) !== null, (chosen) => void this.write(id, lines, chosen)).open();
		}
	}

	private placeIn(doc: TextSource, view: EditorView | null, consultation: Consultation): number | null {
		const range = this.rangeIn(doc, view, consultation);
		return range === null ? null : recordPlaceAfter(doc, range.to);
	}

	// What the editor followed through every edit comes first; then the passage's words.
	private rangeIn(doc: TextSource, view: EditorView | null, consultation: Consultation): Range | null {
		return (view && passageOf(view.state, trackingId(consultation.id))) ?? findAnchor(doc.sliceString(0), consultation.anchor);
	}
}
