import { parseYaml, TFile, type App, type EventRef, type TAbstractFile } from "obsidian";
import { marks } from "../../core/disclosure/section";
import { publishingIn } from "../../core/disclosure/published";
import { quotationsIn, type Quotation } from "../../core/disclosure/quotations";
import type { RecordLabels } from "../../core/record/labels";
import { Slices } from "../record/slices";

export interface QuotingNotesPort {
	readonly app: App;
	readonly ownLabels: () => readonly RecordLabels[];
	/** Notes that editors hold, and the text in one of them, which may not be saved yet; null where none holds it. */
	readonly open: () => readonly string[];
	readonly inEditor: (path: string) => string | null;
	/** Whether a path is that of a month of the journal, whose entries are no records of a note. */
	readonly isMonth: (path: string) => boolean;
	/** Milliseconds from some moment on, never set back. */
	readonly elapsed: () => number;
}

/** Told how far a reading has come; asked whether to go on. */
export interface Scan {
	readonly cancelled: boolean;
	readonly told: (done: number, all: number) => void;
}

/** Notes that are read from the disk at the same time. */
const atOnce = 16;

/**
 * What the notes of the vault quote of models, and which of them hold a made section. Read when it is first asked for;
 * afterwards only what changed is read again.
 */
export class QuotingNotes {
	private readonly known = new Map<string, readonly Quotation[]>();
	private readonly marked = new Set<string>();
	private readonly unpublished = new Set<string>();
	/** Paths that are to be read; null before the first reading: all of them. */
	private stale: Set<string> | null = null;
	/** Read from an editor: the file may come to say something else. */
	private readonly unsaved = new Set<string>();
	/** By which words records were read. */
	private labels = "";

	constructor(private readonly port: QuotingNotesPort) {}

	/** Follows the notes. */
	watch(): EventRef[] {
		const { vault } = this.port.app;
		const changed = ({ path }: TAbstractFile): void => void this.stale?.add(path);
		return [
			vault.on("create", changed),
			vault.on("modify", changed),
			vault.on("delete", changed),
			vault.on("rename", (file, before) => {
				this.stale?.add(before);
				changed(file);
			}),
		];
	}

	/** Reads what is not known yet; false when that was cancelled. What was read till then stays known. */
	async read(scan: Scan): Promise<boolean> {
		const { vault } = this.port.app;
		const labels = JSON.stringify(this.port.ownLabels());
		if (this.stale === null || labels !== this.labels) {
			this.known.clear();
			this.marked.clear();
			this.unpublished.clear();
			this.stale = new Set(vault.getMarkdownFiles().map(({ path }) => path));
			this.labels = labels;
		}
		for (const path of [...this.unsaved, ...this.port.open()]) this.stale.add(path);
		const paths = [...this.stale];
		const slices = new Slices(this.port.elapsed);
		for (let done = 0; done < paths.length; done += atOnce) {
			if (scan.cancelled) return false;
			await Promise.all(paths.slice(done, done + atOnce).map((path) => this.take(path)));
			if (!slices.isOver) continue;
			scan.told(done, paths.length);
			await slices.rest();
		}
		return !scan.cancelled;
	}

	/** What notes quote, by path, as they were last read; none that quotes nothing. */
	get all(): ReadonlyMap<string, readonly Quotation[]> {
		return this.known;
	}

	/** Notes that held the mark of a made section, as they were last read. */
	get withMark(): ReadonlySet<string> {
		return this.marked;
	}

	/** Whether a note that quotes a model says it is not published, in properties that the app has not understood. */
	isUnpublished(path: string): boolean {
		return this.unpublished.has(path);
	}

	private async take(path: string): Promise<void> {
		const file = this.port.app.vault.getFileByPath(path);
		this.stale?.delete(path);
		this.unsaved.delete(path);
		this.known.delete(path);
		this.marked.delete(path);
		this.unpublished.delete(path);
		if (!(file instanceof TFile) || file.extension !== "md" || this.port.isMonth(path)) return;
		try {
			const held = this.port.inEditor(path);
			if (held !== null) this.unsaved.add(path);
			const text = held ?? (await this.port.app.vault.cachedRead(file));
			if (text.includes(marks.start)) this.marked.add(path);
			const found = quotationsIn(text, this.port.ownLabels());
			if (found.length === 0) return;
			this.known.set(path, found);
			// What the app has understood it tells itself, in no time.
			const { metadataCache } = this.port.app;
			const isUnderstood = held === null && metadataCache.getFileCache(file)?.frontmatter !== undefined;
			if (!isUnderstood && publishingIn(text, parseYaml) === "no") this.unpublished.add(path);
		} catch {
			// Gone since: the vault tells of that too.
		}
	}
}
