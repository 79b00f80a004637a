import { OpenNote } from "./editor/open-note";
import type { TFile } from "./files";
import type { OpenNotes, Vault } from "./vault";

/** The notes that some pane shows, one `OpenNote` each however many panes show it. */
export class OpenNoteRegistry implements OpenNotes {
	private readonly notes = new Map<TFile, OpenNote>();

	constructor(private readonly vault: Vault) {}

	get all(): readonly OpenNote[] {
		return [...this.notes.values()];
	}

	async open(file: TFile): Promise<OpenNote> {
		const data = this.notes.has(file) ? "" : await this.vault.read(file);
		const known = this.notes.get(file);
		if (known !== undefined) return known;
		const note = new OpenNote(file, data, (task) =>
			this.vault.adapter.inTurn(file.path, () => task((text) => this.vault.replace(file, text))),
		);
		this.notes.set(file, note);
		return note;
	}

	/** Writes what is unsaved and, when no pane shows the note any more, lets go of it. */
	async close(note: OpenNote): Promise<void> {
		await note.save();
		if (note.views.size + note.readers.size === 0 && this.notes.get(note.file) === note) this.notes.delete(note.file);
	}

	async flush(file: TFile, replace: (data: string) => Promise<boolean>): Promise<void> {
		await this.notes.get(file)?.flush(replace);
	}

	changed(file: TFile, data: string): void {
		this.notes.get(file)?.changedOnDisk(data);
	}

	forget(file: TFile): void {
		this.notes.get(file)?.requestSave.cancel();
		this.notes.delete(file);
	}
}
