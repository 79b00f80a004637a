import { Notice, TFile, TFolder, type App } from "obsidian";
import { factsOf, type JournalEntry } from "../../core/journal/entry";
import { monthFacts, type Facts } from "../../core/journal/facts";
import { appendEntry, entrySuffix, monthPath } from "../../core/journal/month";
import { adoptedIn } from "../../core/journal/of-note";
import { recordLabels, type RecordLabels } from "../../core/record/labels";
import { applyChanges, type Change } from "../../core/text";

/** Where this device keeps entries that are not yet in the vault. */
const queueKey = "expert-friend-journal-queue";

/** Milliseconds before a failed write is tried again: at first soon, since another program may only be done a moment later. */
const retryAfter = [1_000, 5_000, 30_000] as const;

export interface JournalPort {
	readonly app: App;
	readonly enabled: () => boolean;
	/** Whether notes are named by links. */
	readonly links: () => boolean;
	/** The plugin's folder, in which the journal's is. */
	readonly folder: () => string;
	readonly language: () => "en" | "fr";
	/** An entry about a note was added. */
	readonly entered: (note: string) => void;
	/** What the writer is told when an entry could not be written yet. */
	readonly failedWords: () => string;
}

/**
 * Writes the journal. An entry is kept on this device until it stands in the vault, so that a crash or a full disk
 * costs none; one written twice for that reason counts once, by its id.
 */
export class Journal {
	private writing: Promise<void> = Promise.resolve();
	/** Failed writes in a row. */
	private failures = 0;
	private timer: number | null = null;

	constructor(private readonly port: JournalPort) {}

	add(entry: JournalEntry): void {
		if (!this.port.enabled()) return;
		this.keep([...this.queue, entry]);
		this.flush();
		this.port.entered(entry.note);
	}

	/** Writes what waits, in order, one write at a time. */
	flush(): void {
		this.writing = this.writing.then(() => this.write());
	}

	close(): void {
		if (this.timer !== null) window.clearTimeout(this.timer);
	}

	private async write(): Promise<void> {
		for (let entry = this.queue[0]; entry !== undefined; entry = this.queue[0]) {
			try {
				await this.append(entry);
			} catch {
				if (this.failures === 0) new Notice(this.port.failedWords());
				const wait = retryAfter[Math.min(this.failures++, retryAfter.length - 1)];
				this.timer ??= window.setTimeout(() => {
					this.timer = null;
					this.flush();
				}, wait);
				return;
			}
			this.failures = 0;
			const written = entry;
			this.keep(this.queue.filter((one) => one.id !== written.id || one.time !== written.time));
		}
	}

	private async append(entry: JournalEntry): Promise<void> {
		const { vault } = this.port.app;
		const path = monthPath(this.port.folder(), entry.time);
		const folder = path.slice(0, path.lastIndexOf("/"));
		const style = { labels: recordLabels[this.port.language()], link: this.port.links() };
		const file = vault.getAbstractFileByPath(path);
		if (file instanceof TFile) {
			await vault.process(file, (text) => text + entrySuffix(text, entry, style));
			return;
		}
		if (!(vault.getAbstractFileByPath(folder) instanceof TFolder)) await vault.createFolder(folder);
		await vault.create(path, appendEntry(null, entry, style));
	}

	/** The facts of one month, `2026-11`: what waits to be written included. */
	async month(month: string): Promise<readonly Facts[]> {
		await this.writing;
		const file = this.port.app.vault.getAbstractFileByPath(monthPath(this.port.folder(), month));
		const waiting = this.queue.map(factsOf).filter(({ time }) => time.startsWith(month));
		return [...(file instanceof TFile ? monthFacts(await this.port.app.vault.cachedRead(file)) : []), ...waiting];
	}

	/** The facts of all months, for rankings and statistics, once what waits is written. */
	async facts(): Promise<readonly Facts[]> {
		await this.writing;
		return (await Promise.all(this.months.map((file) => this.port.app.vault.cachedRead(file)))).flatMap(monthFacts);
	}

	/** The entries in which words were adopted in a note, in order, replaced ones and those that wait to be written included, each with the path of its month. */
	async adopted(note: string, own: readonly RecordLabels[]): Promise<readonly { readonly entry: JournalEntry; readonly path: string }[]> {
		const waiting = this.queue.filter((entry) => entry.note === note && entry.outcome === "adopted").map((entry) => ({ entry, path: monthPath(this.port.folder(), entry.time) }));
		const written = [];
		// One month after the other: a writer with years of them is not kept waiting for all at once.
		for (const file of this.months) written.push(...adoptedIn(await this.port.app.vault.cachedRead(file), note, own).map(({ entry }) => ({ entry, path: file.path })));
		return [...written, ...waiting];
	}

	/** Changes a month in one place, once what waits is written. */
	async change(path: string, find: (text: string) => Change | null): Promise<void> {
		await this.writing;
		const file = this.port.app.vault.getAbstractFileByPath(path);
		if (!(file instanceof TFile)) return;
		await this.port.app.vault.process(file, (text) => {
			const change = find(text);
			return change === null ? text : applyChanges(text, [change]);
		});
	}

	/** Whether a path is that of a month. */
	isMonth(path: string): boolean {
		return path.startsWith(monthPath(this.port.folder(), "").replace(/[^/]*$/, ""));
	}

	private get months(): readonly TFile[] {
		return this.port.app.vault.getMarkdownFiles().filter(({ path }) => this.isMonth(path)).sort((a, b) => a.path.localeCompare(b.path));
	}

	private get queue(): readonly JournalEntry[] {
		const stored: unknown = this.port.app.loadLocalStorage(queueKey);
		// What an earlier version did not keep.
		return Array.isArray(stored) ? (stored as JournalEntry[]).map((entry) => ({ ...entry, endpoint: entry.endpoint ?? null, comparison: entry.comparison ?? null })) : [];
	}

	private keep(entries: readonly JournalEntry[]): void {
		this.port.app.saveLocalStorage(queueKey, entries.length === 0 ? null : entries);
	}
}
