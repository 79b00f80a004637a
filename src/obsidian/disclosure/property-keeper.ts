import { parseYaml, TFile, type App, type EventRef, type TAbstractFile } from "obsidian";
import { disclosureChange } from "../../core/disclosure/property";
import { findRecords } from "../../core/record/parse";
import type { RecordLabels } from "../../core/record/labels";
import type { Change, TextSource } from "../../core/text/text";
import type { Views } from "../consultations/views";
import { NoteWriter } from "../record/note-writer";

export interface PropertyKeeperPort {
	readonly app: App;
	readonly views: Views;
	readonly enabled: () => boolean;
	readonly ownLabels: () => readonly RecordLabels[];
	/** Whether a path is that of a month of the journal, whose entries are no records of a note. */
	readonly isMonth: (path: string) => boolean;
	readonly announcement: () => string;
}

/** Keeps the property `ai-disclosure` of notes true as records come and go, where the writer wants it. */
export class PropertyKeeper {
	constructor(private readonly port: PropertyKeeperPort) {}

	/** Looks at each note that is saved. */
	watch(): EventRef {
		return this.port.app.vault.on("modify", (file) => void this.look(file));
	}

	private async look(file: TAbstractFile): Promise<void> {
		const { app, views, enabled, isMonth, announcement } = this.port;
		if (!enabled() || !(file instanceof TFile) || file.extension !== "md" || isMonth(file.path)) return;
		try {
			const text = views.toWrite(file.path)?.state.doc.toString() ?? (await app.vault.cachedRead(file));
			if (this.changeOf(text) === null) return;
			const find = (doc: TextSource): Change | null => this.changeOf(doc.sliceString(0));
			// No undo step: undone by itself it would be made again, in the way of what is to be undone before it.
			await new NoteWriter(app, views).write(file.path, find, announcement(), false);
		} catch {
			// Gone, or not to be written now: the next save is looked at too.
		}
	}

	private changeOf(text: string): Change | null {
		return disclosureChange(text, findRecords(text, this.port.ownLabels()).length > 0, parseYaml);
	}
}
