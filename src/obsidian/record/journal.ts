import { Notice, TFile, type App, type EventRef } from "obsidian";
import { factsOf, normalEntry, printEntry, type EntryStyle, type JournalEntry } from "../../core/journal/entry";
import { latest, timeAfter, type Facts } from "../../core/journal/facts";
import { monthFacts } from "../../core/journal/read-month";
import { monthPath, withEntry } from "../../core/journal/month";
import { adoptedAt, entriesOfRecord, isRecorded, recordedIn } from "../../core/journal/of-note";
import { storedEntries } from "../../core/journal/stored-entries";
import type { InterfaceLanguage } from "../../core/languages/interface-language";
import { recordLabels, type RecordLabels } from "../../core/record/labels";
import type { Adoption, ConsultationRecord } from "../../core/record/model";
import { applyChanges, type Change } from "../../core/text/text";
import { isCopy, mergeCopies } from "./journal-copies";
import type { Device } from "../storage/device";

/**
 * Milliseconds before a failed write is tried again: at first soon, since another program may only be done a moment
 * later.
 */
const retryAfter = [1_000, 5_000, 30_000] as const;

export interface JournalPort {
	readonly app: App;
	readonly device: Device;
	readonly enabled: () => boolean;
	/** Whether notes are named by links. */
	readonly links: () => boolean;
	/** The plugin's folder, in which the journal's is. */
	readonly folder: () => string;
	readonly language: () => InterfaceLanguage;
	/** An entry about a note was added. */
	readonly entered: (note: string) => void;
	/** What the writer is told when an entry could not be written yet. */
	readonly failedWords: () => string;
	/** What the writer is told when a copy of a month was merged. @param name of the copy */
	readonly mergedWords: (name: string) => string;
}

/**
 * Writes the journal. An entry is kept on this device until it stands in the vault, so that a crash or a full disk
 * costs none; one written twice for that reason takes its own place, by its id.
 */
export class Journal {
	/** What is to be written, the oldest first. Kept on this device too, as far as that can be. */
	private waiting: readonly JournalEntry[];
	/**
	 * What is known so far of consultations that go on: written when they end, or after a restart that they did not
	 * live to see.
	 */
	private held: readonly JournalEntry[] = [];
	/** When each consultation was last told of, by its id. */
	private readonly times = new Map<string, string>();
	private writing: Promise<void> = Promise.resolve();
	/** Failed writes in a row. */
	private failures = 0;
	private timer: number | null = null;

	constructor(private readonly port: JournalPort) {
		this.waiting = port.device.read("journal-queue", storedEntries, []);
	}

	/** Enters what became of a consultation. */
	add(given: JournalEntry): void {
		const entry = this.inOrder(given);
		this.held = this.held.filter(({ id }) => id !== entry.id);
		if (this.port.enabled()) this.waiting = [...this.waiting, entry];
		this.keep();
		this.flush();
		this.port.entered(entry.note);
	}

	/** Keeps on this device what an entry would say if the app went away now. */
	hold(given: JournalEntry): void {
		if (!this.port.enabled()) return;
		const entry = this.inOrder(given);
		this.held = [...this.held.filter(({ id }) => id !== entry.id), entry];
		this.keep();
		this.port.entered(entry.note);
	}

	/** The entry, not before an earlier one of the same consultation, whatever became of the clock. */
	private inOrder(entry: JournalEntry): JournalEntry {
		const time = timeAfter(entry.time, this.times.get(entry.id) ?? null);
		this.times.set(entry.id, time);
		return { ...entry, time };
	}

	/** Writes what waits, in order, one write at a time. */
	flush(): void {
		this.writing = this.writing.then(() => this.write());
	}

	/** Takes into their months the copies that a tool made where two devices wrote at the same time. */
	mergeCopies(): void {
		this.writing = this.writing
			.then(() => mergeCopies(this.port.app, this.folder, this.port.mergedWords))
			.catch(() => {
				// The copy stays, and what it says is read with the rest; it is tried again at the next start.
			});
	}

	/** Calls back to merge when such a copy arrives. */
	watch(): EventRef {
		return this.port.app.vault.on("create", (file) => {
			if (isCopy(file, this.folder)) this.mergeCopies();
		});
	}

	close(): void {
		if (this.timer !== null) window.clearTimeout(this.timer);
	}

	private async write(): Promise<void> {
		for (let entry = this.waiting[0]; entry !== undefined; entry = this.waiting[0]) {
			if (!this.isPrintable(entry)) {
				this.port.device.putAside("journal-queue", [entry]);
				this.written(entry);
				continue;
			}
			try {
				await this.enter(entry);
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
			this.written(entry);
		}
	}

	private written(entry: JournalEntry): void {
		this.waiting = this.waiting.filter((one) => one !== entry);
		this.keep();
	}

	/** Whether an entry can be written at all: one that can't must not hold up the others. */
	private isPrintable(entry: JournalEntry): boolean {
		try {
			return printEntry(entry, this.style) !== "";
		} catch {
			return false;
		}
	}

	private get style(): EntryStyle {
		return { labels: recordLabels[this.port.language()], link: this.port.links() };
	}

	private async enter(entry: JournalEntry): Promise<void> {
		const { vault } = this.port.app;
		const path = monthPath(this.port.folder(), entry.time);
		const { style } = this;
		const file = vault.getFileByPath(path);
		if (file !== null) {
			await vault.process(file, (text) => withEntry(text, entry, style));
			return;
		}
		if (vault.getFolderByPath(this.folder) === null) await vault.createFolder(this.folder);
		await vault.create(path, withEntry(null, entry, style));
	}

	/** The facts of one month, `2026-11`: what waits to be written included, and copies that are not merged yet. */
	async month(month: string): Promise<readonly Facts[]> {
		await this.writing;
		const waiting = this.waiting.map(factsOf).filter(({ time }) => time.startsWith(month));
		return latest([...(await this.factsOf(month)), ...waiting]);
	}

	/** The facts of all months, for rankings and statistics, once what waits is written. */
	async facts(): Promise<readonly Facts[]> {
		await this.writing;
		return latest(await this.factsOf(""));
	}

	private async factsOf(month: string): Promise<readonly Facts[]> {
		const { vault } = this.port.app;
		return (await Promise.all(this.months(month).map((file) => vault.cachedRead(file)))).flatMap(monthFacts);
	}

	/**
	 * The entries by which words were adopted or answers kept in a note, in order, replaced ones and those that are not
	 * written yet included, each with the path of its month.
	 */
	async recorded(
		note: string,
		own: readonly RecordLabels[],
	): Promise<readonly { readonly entry: JournalEntry; readonly path: string }[]> {
		const unwritten = this.toBeWritten.filter((entry) => entry.note === note && isRecorded(entry));
		const written = [];
		// One month after the other: a writer with years of them is not kept waiting for all at once.
		for (const file of this.months(""))
			written.push(
				...recordedIn(await this.port.app.vault.cachedRead(file), note, own).map(({ entry }) => ({
					entry,
					path: file.path,
				})),
			);
		return [...written, ...unwritten.map((entry) => ({ entry, path: monthPath(this.port.folder(), entry.time) }))];
	}

	/** When words of a note's record were adopted, as `adoptedAt` tells it. Only the month of the record is read. */
	async adoptedAt(
		note: string,
		record: ConsultationRecord,
		adoption: Adoption,
		own: readonly RecordLabels[],
	): Promise<string | null> {
		if (record.date === "") return null;
		const { vault } = this.port.app;
		const texts = await Promise.all(this.months(record.date.slice(0, 7)).map((file) => vault.cachedRead(file)));
		const written = texts.flatMap((text) => entriesOfRecord(text, record, own));
		const unwritten = this.toBeWritten.filter(({ time }) => time.startsWith(record.date));
		return adoptedAt([...written, ...unwritten], note, adoption);
	}

	/** What waits, as it will be read once it is written: a mark is the same before and after. */
	private get toBeWritten(): readonly JournalEntry[] {
		return [...this.waiting, ...this.held].map((entry) => normalEntry(entry, this.style.labels));
	}

	/** Changes a month in one place, once what waits is written. */
	async change(path: string, find: (text: string) => Change | null): Promise<void> {
		await this.writing;
		const { vault } = this.port.app;
		const file = vault.getFileByPath(path);
		if (file === null) return;
		await vault.process(file, (text) => {
			const change = find(text);
			return change === null ? text : applyChanges(text, [change]);
		});
	}

	/** Whether a path is that of a month. */
	isMonth(path: string): boolean {
		return path.startsWith(`${this.folder}/`);
	}

	/** The files of all months, copies included. */
	get files(): readonly TFile[] {
		return this.months("");
	}

	/** The facts of entries that wait to be written. */
	get unwritten(): readonly Facts[] {
		return this.waiting.map(factsOf);
	}

	/** The files of a month, `2026-11`, and its copies; of all months for an empty one. */
	private months(month: string): readonly TFile[] {
		const isMonth = ({ name }: TFile): boolean => /^\d{4}-\d{2}.*\.md$/.test(name) && name.startsWith(month);
		const files = (this.port.app.vault.getFolderByPath(this.folder)?.children ?? [])
			.filter((file) => file instanceof TFile)
			.filter(isMonth);
		return files.sort((a, b) => (a.path < b.path ? -1 : 1));
	}

	/** In which the months are. */
	get folder(): string {
		return monthPath(this.port.folder(), "").replace(/\/[^/]*$/, "");
	}

	private keep(): void {
		const entries = [...this.waiting, ...this.held];
		this.port.device.save("journal-queue", entries.length === 0 ? null : entries);
	}
}
