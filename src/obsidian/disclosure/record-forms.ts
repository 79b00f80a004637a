import { Notice, type App, type Editor } from "obsidian";
import type { EditorView } from "@codemirror/view";
import type { InterfaceStrings } from "../../core/i18n/en";
import { turnRecords } from "../../core/record/forms";
import type { RecordLabels } from "../../core/record/labels";
import { findRecords } from "../../core/record/parse";
import { recordFormNames, type RecordForm } from "../../core/record/print";
import { adoptionSpec, write } from "../../editor/adopt";
import type { Views } from "../consultations/views";
import { ChoiceModal } from "../dialogs/choice-modal";

export interface RecordFormsPort {
	readonly app: App;
	readonly views: Views;
	readonly strings: () => InterfaceStrings;
	readonly ownLabels: () => readonly RecordLabels[];
}

/** Gives the records of a note another form. */
export class RecordForms {
	constructor(private readonly port: RecordFormsPort) {}

	/** Asks for the form, and turns the records of the note into it: one undo step. */
	choose(editor: Editor): void {
		const { app, views, strings } = this.port;
		const view = views.ofEditor(editor);
		if (view === null) {
			new Notice(strings().refusals[views.whyNot(editor)]);
			return;
		}
		const { records } = strings().disclosure;
		if (findRecords(view.state.doc.toString(), this.port.ownLabels()).length === 0) {
			new Notice(records.none);
			return;
		}
		new ChoiceModal(app, {
			title: records.choose,
			cancel: records.cancel,
			choices: recordFormNames.map((form) => ({
				label: strings().settings.recordForms[form],
				choose: () => this.turn(view, form),
			})),
		}).open();
	}

	private turn(view: EditorView, form: RecordForm): void {
		const { strings, ownLabels } = this.port;
		const { records } = strings().disclosure;
		const { changes, turned, left } = turnRecords(view.state.doc.toString(), form, ownLabels());
		if (turned > 0) {
			const announcement = records.turned(turned);
			const spec = adoptionSpec(view.state, { changes, record: null, cursorAfter: null, announcement });
			if (!write(view, spec)) {
				new Notice(records.refused);
				return;
			}
		}
		const done = turned > 0 ? records.turned(turned) : left === 0 ? records.same : "";
		new Notice([done, left === 0 ? "" : records.left(left)].join(" ").trim());
		view.focus();
	}
}
