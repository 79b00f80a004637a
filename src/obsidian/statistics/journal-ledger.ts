import { TFile, type App, type EventRef } from "obsidian";
import { keptTexts, readMonth } from "../../core/journal/read-month";
import { pastNotePath, readPastNote } from "../../core/past/past-note";
import type { GroupSources } from "../../core/statistics/groups";
import { Ledger } from "../../core/statistics/ledger";
import type { Journal } from "../record/journal";
import { Slices } from "../record/slices";

export interface JournalLedgerPort {
	readonly app: App;
	readonly journal: Journal;
	readonly groups: GroupSources;
	/** Milliseconds from some moment on, never set back. */
	readonly elapsed: () => number;
}

/**
 * The journal as a ledger: read once when it is first asked for, then kept up with each file that changes. Nothing is
 * read while nobody looks.
 */
export class JournalLedger {
	readonly ledger: Ledger;
	private reading: Promise<void> | null = null;
	/** Months that were read, and all there are. */
	private done = 0;
	private all = 0;
	private readonly listeners = new Set<() => void>();
	private readonly texts = keptTexts();

	constructor(private readonly port: JournalLedgerPort) {
		this.ledger = new Ledger(port.groups);
	}

	/** How far the journal was read; null once it was, and before it is. */
	get progress(): { readonly done: number; readonly all: number } | null {
		return this.reading === null || this.done >= this.all ? null : { done: this.done, all: this.all };
	}

	get isRead(): boolean {
		return this.reading !== null && this.done >= this.all;
	}

	/** Reads what was not read yet. */
	read(): Promise<void> {
		this.reading ??= this.readAll();
		return this.reading;
	}

	/** Calls back after every change, and while the journal is read. Returns the way to stop. */
	onChange(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	/** What is known of models and endpoints may be other than it was. */
	regroup(): void {
		this.ledger.regroup();
	}

	/** Follows the files of the journal. */
	watch(): EventRef[] {
		const { vault } = this.port.app;
		const changed = (path: string): void => void this.follow(path);
		return [
			vault.on("create", (file) => changed(file.path)),
			vault.on("modify", (file) => changed(file.path)),
			vault.on("delete", (file) => changed(file.path)),
			vault.on("rename", (file, before) => {
				changed(before);
				changed(file.path);
			}),
		];
	}

	private async readAll(): Promise<void> {
		const { journal, elapsed } = this.port;
		const files = journal.files;
		this.done = 0;
		this.all = files.length;
		const slices = new Slices(elapsed);
		for (const file of files) {
			await this.take(file);
			this.done++;
			if (!slices.isOver) continue;
			this.tell();
			await slices.rest();
		}
		await this.takePast();
		this.takeUnwritten();
		this.tell();
	}

	private async follow(path: string): Promise<void> {
		const { app, journal } = this.port;
		if (this.reading === null || !journal.isMonth(path)) return;
		await this.reading;
		const file = app.vault.getFileByPath(path);
		if (path === pastNotePath(journal.folder)) await this.takePast();
		else if (file === null || !journal.files.includes(file)) this.ledger.delete(path);
		else await this.take(file);
		this.takeUnwritten();
		this.tell();
	}

	private async take(file: TFile): Promise<void> {
		try {
			this.ledger.set(file.path, readMonth(await this.port.app.vault.cachedRead(file), this.texts));
		} catch {
			// Gone since: the vault tells of that too.
			this.ledger.delete(file.path);
		}
	}

	/** What was counted elsewhere stands in a note of its own. */
	private async takePast(): Promise<void> {
		const { app, journal } = this.port;
		const file = app.vault.getFileByPath(pastNotePath(journal.folder));
		try {
			this.ledger.setPast(file === null ? [] : readPastNote(await app.vault.cachedRead(file)));
		} catch {
			this.ledger.setPast([]);
		}
	}

	/** Entries that wait to be written stand in no file, and count all the same. */
	private takeUnwritten(): void {
		this.ledger.set("", { facts: this.port.journal.unwritten, damaged: [] });
	}

	private tell(): void {
		for (const listener of [...this.listeners]) listener();
	}
}
