import { Notice, type App, type Editor } from "obsidian";
import type { EditorView } from "@codemirror/view";
import { citation } from "../../core/disclosure/citation";
import { publishedAddress } from "../../core/disclosure/published-address";
import type { InterfaceStrings } from "../../core/i18n/en";
import { readableDate } from "../../core/i18n/readable-date";
import type { InterfaceLanguage } from "../../core/languages/interface-language";
import type { RecordLabels } from "../../core/record/labels";
import { adoptedSpans } from "../../core/record/marks";
import { recordsOf, type FoundRecord } from "../../core/record/parse";
import { pathOf, type Views } from "../consultations/views";
import { CiteModal } from "../dialogs/cite-modal";
import type { SettingsStore } from "../storage/settings-store";
import { languageOfNote } from "./note-language";

export interface CitationsPort {
	readonly app: App;
	readonly views: Views;
	readonly settings: SettingsStore;
	readonly strings: () => InterfaceStrings;
	readonly language: () => InterfaceLanguage;
	readonly ownLabels: () => readonly RecordLabels[];
	/** Records about a note that stand in the journal only. */
	readonly elsewhere: (path: string) => readonly FoundRecord[];
}

/** Cites an answer that a note quotes, in the note's language. */
export class Citations {
	constructor(private readonly port: CitationsPort) {}

	/** Cites the record at the cursor, or that of the adopted words there; of a note with one record, that. */
	open(editor: Editor): void {
		const view = this.port.views.ofEditor(editor);
		if (view === null) {
			new Notice(this.port.strings().refusals[this.port.views.whyNot(editor)]);
			return;
		}
		const records = this.recordsIn(view);
		const found = this.at(view, records) ?? (records.length === 1 ? records[0] : undefined);
		if (found === undefined) new Notice(this.port.strings().elsewhere.cite[records.length === 0 ? "none" : "which"]);
		else this.cite(view, found);
	}

	/** Whether the cursor of an editor is in a record, or at adopted words. */
	isAtRecord(editor: Editor): boolean {
		const view = this.port.views.ofEditor(editor);
		return view !== null && this.at(view, this.recordsIn(view)) !== null;
	}

	/** Cites a record of the note in an editor. */
	cite(view: EditorView, { record }: FoundRecord): void {
		const { app, strings, settings } = this.port;
		const path = pathOf(view) ?? "";
		const text = view.state.doc.toString();
		const file = app.vault.getFileByPath(path);
		const properties = (file === null ? null : app.metadataCache.getFileCache(file)?.frontmatter) ?? {};
		const title: unknown = properties["title"];
		const address = publishedAddress(path, properties["permalink"], settings.value.noteAddress ?? "");
		const noteTitle = typeof title === "string" && title.trim() !== "" ? title.trim() : (file?.basename ?? "");
		const language = languageOfNote(text, this.port.language());
		new CiteModal(app, strings().elsewhere.cite, {
			what: [record.modelName, ...(record.date === "" ? [] : [readableDate(record.date, strings().locale)])].join(
				" · ",
			),
			citation: (style) => citation(style, { record, noteTitle, address }, language),
			hasAddress: address !== null,
		}).open();
	}

	private recordsIn(view: EditorView): readonly FoundRecord[] {
		const { ownLabels, elsewhere } = this.port;
		return recordsOf(view.state.doc.toString(), ownLabels(), elsewhere(pathOf(view) ?? ""));
	}

	private at(view: EditorView, records: readonly FoundRecord[]): FoundRecord | null {
		if (records.length === 0) return null;
		const { head } = view.state.selection.main;
		const holds = ({ from, to }: { readonly from: number; readonly to: number }): boolean => from <= head && head <= to;
		return (
			records.find(({ range, elsewhere }) => elsewhere === undefined && holds(range)) ??
			adoptedSpans(view.state.doc.toString(), records).find(holds)?.record ??
			null
		);
	}
}
