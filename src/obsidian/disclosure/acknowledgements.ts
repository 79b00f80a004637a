import { Notice, type App, type Editor } from "obsidian";
import type { EditorView } from "@codemirror/view";
import { acknowledged, acknowledging } from "../../core/disclosure/acknowledgement";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { InterfaceLanguage } from "../../core/languages/interface-language";
import { recordsOf, type FoundRecord } from "../../core/record/parse";
import type { RecordLabels } from "../../core/record/labels";
import type { Change } from "../../core/text/text";
import { adoptionSpec, write } from "../../editor/adopt";
import { pathOf, type Views } from "../consultations/views";
import { ConfirmModal } from "../dialogs/confirm-modal";
import { languageOfNote } from "./note-language";

export interface AcknowledgementsPort {
	readonly app: App;
	readonly views: Views;
	readonly strings: () => InterfaceStrings;
	readonly language: () => InterfaceLanguage;
	readonly ownLabels: () => readonly RecordLabels[];
	/** Records about a note that stand in the journal only. */
	readonly elsewhere: (path: string) => readonly FoundRecord[];
}

/** Writes the sentence by which a note acknowledges the models that it quotes. */
export class Acknowledgements {
	constructor(private readonly port: AcknowledgementsPort) {}

	/** Writes it, or brings it up to date, in one undo step; asks where the writer has been at it. */
	write(editor: Editor): void {
		const { app, views, strings } = this.port;
		const words = strings().disclosure.acknowledgement;
		const view = views.ofEditor(editor);
		if (view === null) {
			new Notice(strings().refusals[views.whyNot(editor)]);
			return;
		}
		const { doc, selection } = view.state;
		const text = doc.toString();
		const found = acknowledging(
			doc,
			this.namesIn(view, text),
			languageOfNote(text, this.port.language()),
			selection.main.head,
		);
		if (found.state === "write") this.put(view, found.change);
		else if (found.state !== "edited") new Notice(words[found.state]);
		else
			new ConfirmModal(
				app,
				{
					title: words.edited,
					facts: [words.editedText(found.sentence)],
					explain: "",
					go: words.replace,
					stay: words.stay,
				},
				(goes) => {
					// The dialog holds the keys: nothing but another program can have changed the note meanwhile.
					if (goes && view.state.doc.eq(doc)) this.put(view, found.change);
				},
			).open();
	}

	private namesIn(view: EditorView, text: string): readonly string[] {
		const { ownLabels, elsewhere } = this.port;
		const records = recordsOf(text, ownLabels(), elsewhere(pathOf(view) ?? ""));
		return acknowledged(records.map(({ record }) => record));
	}

	private put(view: EditorView, change: Change): void {
		const words = this.port.strings().disclosure.acknowledgement;
		const spec = adoptionSpec(view.state, {
			changes: [change],
			record: null,
			cursorAfter: null,
			announcement: words.written,
		});
		new Notice(write(view, spec) ? words.written : words.refused);
		view.focus();
	}
}
