import { Modal, type App } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import { pastSources, type PastSource } from "../../core/past/past-use";
import type { PastUse } from "../../core/past/past-reader";
import { FigureWriter } from "./figures";
import { readPast, type ReadPast } from "./read-past";

export interface PastModalPort {
	readonly strings: InterfaceStrings;
	/** Milliseconds from some moment on, never set back. */
	readonly elapsed: () => number;
	/** Whether something was imported from a site before. */
	readonly has: (source: PastSource) => boolean;
	/** Writes what was counted. Resolves to whether that was done. */
	readonly keep: (use: PastUse) => Promise<boolean>;
}

/** Takes a file in which past use is counted, shows what was found, and keeps it when the writer says so. */
export class PastModal extends Modal {
	private readonly closed = new AbortController();
	private body: HTMLElement | null = null;

	constructor(
		app: App,
		private readonly port: PastModalPort,
	) {
		super(app);
	}

	override onOpen(): void {
		const { past } = this.port.strings.statistics;
		this.setTitle(past.title);
		this.contentEl.createEl("p", { text: past.about });
		const list = this.contentEl.createEl("ul", { cls: "expert-friend-past-kinds" });
		for (const text of past.kinds) list.createEl("li", { text });
		this.body = this.contentEl.createDiv({ cls: "expert-friend-past", attr: { role: "status" } });
		this.showChoice([]);
	}

	override onClose(): void {
		this.closed.abort();
		this.contentEl.empty();
	}

	/** @param lines what came of the file before */
	private showChoice(lines: readonly string[]): void {
		const { past } = this.port.strings.statistics;
		const body = this.cleared();
		for (const text of lines) body.createEl("p", { cls: "expert-friend-error", text });
		const input = body.createEl("input", {
			type: "file",
			cls: "expert-friend-past-file",
			attr: { accept: ".csv,.json,.zip", "aria-label": past.choose, tabindex: "-1" },
		});
		input.addEventListener("change", () => {
			const file = input.files?.[0];
			if (file !== undefined) void this.read(file);
		});
		const row = body.createDiv({ cls: "modal-button-container" });
		this.button(row, past.choose, "mod-cta expert-friend-primary", () => input.click()).focus();
		this.button(row, past.cancel, "", () => this.close());
	}

	private async read(file: File): Promise<void> {
		const { strings, elapsed } = this.port;
		const { past } = strings.statistics;
		const writer = new FigureWriter(strings);
		const body = this.cleared();
		const bar = body.createEl("progress", { attr: { max: "1", value: "0", "aria-label": file.name } });
		const told = body.createEl("p", {
			cls: "expert-friend-small expert-friend-muted",
			text: past.reading(writer.percent(0)),
		});
		const row = body.createDiv({ cls: "modal-button-container" });
		this.button(row, past.cancel, "", () => this.close()).focus();
		let found: ReadPast | null = null;
		try {
			found = await readPast(file, {
				stopped: this.closed.signal,
				elapsed,
				progress: (share) => {
					bar.value = share;
					told.setText(past.reading(writer.percent(share)));
				},
			});
		} catch {
			if (!this.closed.signal.aborted) this.showChoice([past.unreadable(file.name)]);
			return;
		}
		if (found === null || this.closed.signal.aborted) return;
		if (found.use.source === null) this.showChoice([past.none(file.name)]);
		else this.showFound(found, writer);
	}

	private showFound({ use, share }: ReadPast, writer: FigureWriter): void {
		const { past } = this.port.strings.statistics;
		const { source, rows, leftOut, own, broken } = use;
		if (source === null) return;
		const body = this.cleared();
		const site = pastSources[source];
		const months = rows.map(({ month }) => month).sort();
		const answers = rows.reduce((sum, row) => sum + row.answers, 0);
		const [first, last] = [months[0], months[months.length - 1]];
		const lines = [
			first === undefined || last === undefined
				? ""
				: past.found(
						site,
						writer.number(answers),
						new Set(rows.map(({ model }) => model)).size,
						writer.period(first),
						writer.period(last),
					),
			own > 0 ? past.own(writer.number(own)) : "",
			own > 0 && rows.length === 0 ? past.nothing : "",
			leftOut > 0 ? past.leftOut(writer.number(leftOut)) : "",
			broken ? (share < 1 ? past.broken(writer.percent(share)) : past.ends) : "",
			rows.some(({ estimated }) => estimated) ? past.estimates : "",
			rows.length > 0 && this.port.has(source) ? past.replaces(site) : "",
		];
		for (const text of lines) if (text !== "") body.createEl("p", { text });
		const row = body.createDiv({ cls: "modal-button-container" });
		if (rows.length > 0) {
			const keep = this.button(row, past.keep, "mod-cta expert-friend-primary", () => {
				keep.disabled = true;
				void this.port.keep(use).then((kept) => {
					keep.disabled = false;
					if (kept) this.close();
				});
			});
			keep.focus();
		}
		this.button(row, past.cancel, "", () => this.close());
	}

	private cleared(): HTMLElement {
		const body = this.body ?? this.contentEl.createDiv();
		body.empty();
		return body;
	}

	private button(row: HTMLElement, text: string, cls: string, act: () => void): HTMLButtonElement {
		const element = row.createEl("button", { cls, text, attr: { type: "button" } });
		element.addEventListener("click", act);
		return element;
	}
}
