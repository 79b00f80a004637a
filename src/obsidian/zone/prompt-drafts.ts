import { getFrontMatterInfo, type App, type EventRef, type TFile } from "obsidian";
import { Draft, type Side } from "../../core/draft/draft";
import { bodyOf, withBody } from "../../core/draft/note-body";
import { storedDrafts, type StoredDraft } from "../../core/draft/stored-drafts";
import type { Device } from "../storage/device";

/** Milliseconds between the last key and writing. */
const settled = 500;

export interface PromptDraftsPort {
	readonly app: App;
	readonly device: Device;
	/** The text of a note that is not there yet, around what the writer typed into its field. */
	readonly made: (path: string, body: string) => string;
	/** Called after such a note was made. */
	readonly wasMade: () => Promise<void>;
	/** Calls once after so many milliseconds. Returns the way to stop. */
	readonly after: (milliseconds: number, call: () => void) => () => void;
	readonly now: () => number;
	/** A note could not be written. What was typed stays in its field. */
	readonly failed: (path: string) => void;
}

/** A note's field: what it holds, and what is known of its note. */
export interface NoteField {
	readonly draft: Draft;
	/** Whether the note is there. */
	readonly exists: boolean;
	/** When it was last changed elsewhere while something typed here was not written; null when it was not. */
	readonly changedAt: number | null;
}

interface Open extends NoteField {
	/** The whole text that was last written from here: no change of anybody else's. */
	readonly written: string | null;
}

const unknown: Open = { draft: Draft.of(""), exists: false, changedAt: null, written: null };

/**
 * Notes as they are typed in fields: written half a second after the last key, merged by lines with what others write,
 * and not written while lines clash. What is not written when the app closes is kept on this device.
 */
export class PromptDrafts {
	private readonly fields = new Map<string, Open>();
	private readonly timers = new Map<string, () => void>();
	private readonly writing = new Map<string, Promise<void>>();
	private readonly listeners = new Set<(path: string) => void>();

	constructor(private readonly port: PromptDraftsPort) {}

	/** Takes up what was typed before the app closed. Never rejects. */
	async start(): Promise<void> {
		const stored = this.port.device.read("prompt-drafts", storedDrafts, []);
		for (const { path, base, here } of stored)
			if (!this.fields.has(path)) this.set(path, { ...unknown, draft: Draft.of(base).edit(0, here), exists: true });
		for (const { path } of stored) await this.look(path);
	}

	/** Calls back with the path of each field that changed. Returns the way to stop. */
	onChange(listener: (path: string) => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	/** What the field of a note holds; null until `open` has read it. */
	of(path: string): NoteField | null {
		return this.fields.get(path) ?? null;
	}

	/** Reads a note for its field. Never rejects. */
	async open(path: string): Promise<void> {
		if (!this.fields.has(path)) await this.look(path);
	}

	/** Whether the last key in a note's field was pressed just now. */
	isTyping(path: string): boolean {
		return this.timers.has(path);
	}

	/** The writer typed. @param region of the draft; null for all of it */
	edit(path: string, region: number | null, text: string): void {
		const field = this.fields.get(path);
		if (field === undefined) return;
		this.wait(path);
		const { draft } = field;
		this.set(path, { ...field, draft: region === null ? draft.editWhole(text) : draft.edit(region, text) });
	}

	/** The writer chose one of two versions. @param region of the draft */
	choose(path: string, region: number, side: Side): void {
		const field = this.fields.get(path);
		if (field === undefined) return;
		this.set(path, { ...field, draft: field.draft.choose(region, side) });
		void this.write(path);
	}

	/** A note's text with what was typed into its field, written or not. */
	textOf(path: string, text: string): string {
		const draft = this.fields.get(path)?.draft;
		const isOurs = draft?.isUnsaved === true || this.writing.has(path);
		return draft !== undefined && isOurs ? withBody(text, startOf(text), draft.here) : text;
	}

	/** Writes all that was typed and can be written now. Never rejects. */
	async settle(): Promise<void> {
		await Promise.all([...this.fields.keys()].map((path) => this.write(path)));
	}

	/** Keeps on this device what is not written: the app may close. */
	flush(): void {
		const unsaved = [...this.fields].filter(([, { draft }]) => draft.isUnsaved);
		const stored = unsaved.map(([path, { draft }]): StoredDraft => ({ path, base: draft.base, here: draft.here }));
		if (stored.length > 0 || this.port.device.read("prompt-drafts", storedDrafts, []).length > 0)
			this.port.device.save("prompt-drafts", stored.length > 0 ? stored : null);
	}

	/** Follows the notes. The caller unregisters the references. */
	watch(): EventRef[] {
		const { vault } = this.port.app;
		const look = ({ path }: { readonly path: string }): void => {
			if (this.fields.has(path)) void this.look(path);
		};
		return [
			vault.on("create", look),
			vault.on("modify", look),
			vault.on("delete", look),
			vault.on("rename", (file, before) => {
				const field = this.fields.get(before);
				if (field !== undefined) {
					this.fields.delete(before);
					this.set(file.path, field);
					if (this.timers.has(before)) this.wait(file.path);
					this.stop(before);
				}
				look(file);
			}),
		];
	}

	close(): void {
		this.flush();
		void this.settle();
	}

	private set(path: string, field: Open): void {
		this.fields.set(path, field);
		for (const listener of [...this.listeners]) listener(path);
	}

	/** Reads a note again, and merges what it says with what is typed. */
	private async look(path: string): Promise<void> {
		const { app, now } = this.port;
		const file = app.vault.getFileByPath(path);
		const text = file === null ? null : await app.vault.read(file).catch(() => null);
		const field = this.fields.get(path);
		if (text === null) {
			// Gone: what was typed makes it again; what was not is no more.
			const here = field?.draft.isUnsaved === true ? field.draft.here : "";
			this.set(path, { ...unknown, draft: Draft.of("").edit(0, here) });
			return;
		}
		if (field === undefined) {
			this.set(path, { ...unknown, draft: Draft.of(bodyOf(text, startOf(text))), exists: true });
			return;
		}
		if (text === field.written) return;
		const next = { ...field, ...merged(field.draft, text, now()), exists: true, written: null };
		if (next.draft.isUnsaved && !this.timers.has(path)) this.wait(path);
		this.set(path, next);
		this.flush();
	}

	private wait(path: string): void {
		this.stop(path);
		this.timers.set(
			path,
			this.port.after(settled, () => void this.write(path)),
		);
	}

	private stop(path: string): void {
		this.timers.get(path)?.();
		this.timers.delete(path);
	}

	/** Writes what was typed into a note, one writing at a time, unless lines clash. */
	private async write(path: string): Promise<void> {
		this.stop(path);
		await this.writing.get(path);
		const field = this.fields.get(path);
		if (field === undefined || !field.draft.isUnsaved) return;
		// Typing rests: both versions can be shown now.
		if (field.draft.clashes > 0) return this.set(path, field);
		const { vault } = this.port.app;
		const file = vault.getFileByPath(path);
		const writing = (file === null ? this.make(path, field) : this.process(path, file))
			.catch(() => {
				const now = this.fields.get(path);
				if (now !== undefined)
					this.set(path, { ...now, draft: Draft.of(field.draft.disk).edit(0, now.draft.here), written: null });
				this.flush();
				this.port.failed(path);
			})
			.finally(() => this.writing.delete(path));
		this.writing.set(path, writing);
		await writing;
	}

	private async process(path: string, file: TFile): Promise<void> {
		await this.port.app.vault.process(file, (text) => {
			const field = this.fields.get(path) ?? unknown;
			const found = text === field.written ? field : { ...field, ...merged(field.draft, text, this.port.now()) };
			if (found.draft.clashes > 0) {
				this.set(path, { ...found, written: null });
				return text;
			}
			const { here } = found.draft;
			const written = withBody(text, startOf(text), here);
			this.set(path, { draft: Draft.of(here), exists: true, changedAt: null, written });
			return written;
		});
		this.flush();
	}

	private async make(path: string, { draft: { here } }: Open): Promise<void> {
		const { vault } = this.port.app;
		const written = this.port.made(path, here);
		const folders = path.split("/").slice(0, -1);
		for (const at of folders.keys()) {
			const folder = folders.slice(0, at + 1).join("/");
			if (vault.getFolderByPath(folder) === null) await vault.createFolder(folder);
		}
		this.set(path, { draft: Draft.of("").edit(0, here), exists: false, changedAt: null, written });
		await vault.create(path, written);
		const typed = this.fields.get(path)?.draft.here ?? here;
		this.set(path, { draft: Draft.of(here).edit(0, typed), exists: true, changedAt: null, written });
		this.flush();
		await this.port.wasMade();
	}
}

/** A draft merged with its note as it is now, and when they clashed. */
function merged(draft: Draft, text: string, now: number): Pick<NoteField, "draft" | "changedAt"> {
	const next = draft.withDisk(bodyOf(text, startOf(text)));
	return { draft: next, changedAt: next.clashes > 0 ? now : null };
}

function startOf(text: string): number {
	return getFrontMatterInfo(text).contentStart;
}
