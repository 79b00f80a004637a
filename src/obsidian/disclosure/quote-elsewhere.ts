import { Notice, type App, type Editor } from "obsidian";
import type { EditorState } from "@codemirror/state";
import type { EditorView, ViewUpdate } from "@codemirror/view";
import type { InterfaceStrings } from "../../core/i18n/en";
import { selectedAnswer, toldRecord, type ToldAnswer } from "../../core/record/elsewhere";
import type { ConsultationRecord } from "../../core/record/model";
import type { Change, Range } from "../../core/text/text";
import { adoptionSpec, write } from "../../editor/adopt";
import { passageOf, trackPassages } from "../../editor/passages";
import { pathOf, type Views } from "../consultations/views";
import { ElsewhereModal } from "./elsewhere-modal";
import { localTime } from "../record/local-time";
import type { RecordService } from "../record/record-service";
import type { LastToldStore } from "../storage/last-told";

export interface QuoteElsewherePort {
	readonly app: App;
	readonly views: Views;
	readonly strings: () => InterfaceStrings;
	readonly records: RecordService;
	readonly last: LastToldStore;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	readonly newId: () => string;
}

/** What is to be quoted: words of the note, or of the clipboard. */
interface Found {
	readonly words: string;
	/** Whether they are selected in the note, and give way to the record. */
	readonly isSelected: boolean;
	/** Why there are none; empty when there are. */
	readonly message: string;
}

/** Prefix of the ids under which these quotations are followed in an editor, beside the passages there. */
const prefix = "told:";

/**
 * Quotes an answer that the writer got elsewhere, as they tell it. The clipboard is read when the command runs and
 * never otherwise; what is pasted into a note is not looked at.
 */
export class QuoteElsewhere {
	/** Those that were quoted since the plugin was loaded, by id: an undo takes them out of the note again. */
	private readonly quoted = new Map<string, ConsultationRecord>();

	constructor(private readonly port: QuoteElsewherePort) {}

	/** Asks what there is to tell, and quotes in one undo step. */
	async open(editor: Editor): Promise<void> {
		const { app, strings, views } = this.port;
		const view = views.ofEditor(editor);
		if (view === null) {
			new Notice(strings().refusals[views.whyNot(editor)]);
			return;
		}
		const found = await this.find(view);
		const told = { ...this.remembered(), words: found.words };
		const refusal = found.isSelected ? this.refusal(view, told) : null;
		if (refusal !== null) {
			new Notice(refusal);
			return;
		}
		const { elsewhere } = strings();
		const last = this.port.last.last?.question ?? "";
		new ElsewhereModal(app, elsewhere, {
			told,
			message: found.message,
			place: found.isSelected ? elsewhere.inPlace : this.port.records.isApart ? elsewhere.atEnd : elsewhere.afterBlock,
			questions: last === "" ? [] : [last],
			print: (one) => this.port.records.printed(this.recordOf(one)),
			quote: (one) => this.quote(view, one, found),
		}).open();
	}

	/** An undo or a redo in a note: a quotation may have left it or come again, and the journal says so. */
	rewound({ startState, state }: ViewUpdate, path: string): void {
		const stands = (id: string, at: EditorState): boolean => passageOf(at, prefix + id) !== null;
		for (const [id, record] of this.quoted)
			if (stands(id, startState) !== stands(id, state))
				this.port.records.toldSettled(id, path, stands(id, state) ? "kept" : "dismissed", record);
	}

	private async find(view: EditorView): Promise<Found> {
		const { main } = view.state.selection;
		const selected = view.state.sliceDoc(main.from, main.to);
		if (selected.trim() !== "") return { words: selectedAnswer(selected), isSelected: true, message: "" };
		const { empty, unread } = this.port.strings().elsewhere;
		try {
			const words = (await activeWindow.navigator.clipboard.readText()).trim();
			return { words, isSelected: false, message: words === "" ? empty : "" };
		} catch {
			return { words: "", isSelected: false, message: unread };
		}
	}

	/** What was said the last time. A date of the past is proposed on the day on which it was told, no longer. */
	private remembered(): Omit<ToldAnswer, "words"> {
		const { last } = this.port.last;
		const { today } = this;
		return {
			model: last?.model ?? "",
			where: last?.where ?? "",
			date: last !== null && last.on === today && last.date !== "" ? last.date : today,
			question: "",
		};
	}

	private get today(): string {
		return localTime(this.port.now()).slice(0, 10);
	}

	private recordOf(told: ToldAnswer): ConsultationRecord {
		return toldRecord(told, this.port.strings().elsewhere);
	}

	/** Why the selected words can't become a record; null when they can. */
	private refusal(view: EditorView, told: ToldAnswer): string | null {
		const found = this.port.records.toldInPlace(view.state.doc, view.state.selection.main, this.recordOf(told));
		return "reason" in found ? this.port.strings().elsewhere.reasons[found.reason] : null;
	}

	private quote(view: EditorView, told: ToldAnswer, { isSelected, words }: Found): boolean {
		const { records, strings, last, newId } = this.port;
		const { elsewhere } = strings();
		const { state } = view;
		const { main } = state.selection;
		const path = pathOf(view);
		const record = this.recordOf(told);
		const isThere = !isSelected || selectedAnswer(state.sliceDoc(main.from, main.to)) === words;
		if (path === null || !isThere) return this.told(elsewhere.changed);
		const inPlace = isSelected ? records.toldInPlace(state.doc, main, record) : null;
		if (inPlace !== null && "reason" in inPlace) return this.told(elsewhere.reasons[inPlace.reason]);
		const changes = inPlace?.changes ?? [records.told(state.doc, main.head, record)];
		const spec = adoptionSpec(state, { changes, record: null, cursorAfter: null, announcement: elsewhere.written });
		if (!write(view, spec)) return this.told(elsewhere.refused);
		const id = newId();
		this.follow(view, id, changes);
		this.quoted.set(id, record);
		last.remember(told, this.today);
		records.toldSettled(id, path, "kept", record);
		new Notice(elsewhere.written);
		return true;
	}

	/** Follows what was inserted: the last change, by what those before it moved. */
	private follow(view: EditorView, id: string, changes: readonly Change[]): void {
		const inserted = changes[changes.length - 1];
		if (inserted === undefined) return;
		const moved = changes.slice(0, -1).reduce((by, { from, to, insert }) => by + insert.length - (to - from), 0);
		const range: Range = { from: inserted.from + moved, to: inserted.from + moved + inserted.insert.length };
		for (const one of this.port.views.ofNote(pathOf(view) ?? ""))
			if (one === view || one.state.doc.eq(view.state.doc))
				one.dispatch({ effects: trackPassages.of([{ id: prefix + id, ...range, look: null }]) });
	}

	private told(message: string): false {
		new Notice(message);
		return false;
	}
}
