import type { InterfaceStrings } from "../core/i18n/en";
import { onPointerMoved } from "./press-guard";
import type { Phrase } from "./row";

/** A proposal as one row: the words around the change, those that differ set off, and what they bring. */
export interface WordsRow {
	readonly phrase: Phrase;
	readonly gloss: string;
	/** Whose it is, once several models were asked: as short as tells them apart, and whole. */
	readonly by: { readonly short: string; readonly whole: string } | null;
}

/** What of a list its rows show. */
interface RowsModel {
	readonly rows: readonly WordsRow[];
	/** Rows still to come. */
	readonly awaited: number;
	/** Whether the first row is the writer's own word. */
	readonly own: boolean;
}

/** The rows of the list of other words: a listbox whose options the pointer chooses and adopts. */
export class WordsRows {
	private readonly list: HTMLElement;
	private active: number | null = null;

	/** @param id of the listbox; its options are `id-0` and so on */
	constructor(
		parent: HTMLElement,
		private readonly id: string,
		private readonly strings: InterfaceStrings["words"],
		private readonly act: { activate(index: number): void; enter(): void },
	) {
		this.list = parent.createDiv({
			cls: "expert-friend-options",
			attr: { role: "listbox", id, "aria-label": strings.list },
		});
	}

	/** Shows which row is in focus, and which one is waited for. */
	choose(active: number | null, awaited: number | null): void {
		this.active = active;
		[...this.list.children].forEach((row, index) => row.toggleClass("is-waited-for", index === awaited));
		const options = this.list.findAll("[role=option]");
		options.forEach((option, index) => {
			option.setAttribute("aria-selected", String(index === active));
			option.toggleClass("is-selected", index === active);
		});
		if (active !== null) options[active]?.scrollIntoView({ block: "nearest" });
	}

	/** Draws the rows, and those that are still awaited. */
	render(model: RowsModel): void {
		this.list.empty();
		model.rows.forEach((row, index) => {
			const own = model.own && index === 0;
			const option = this.list.createDiv({
				cls: "expert-friend-option",
				attr: { role: "option", id: `${this.id}-${index}`, "aria-selected": "false" },
			});
			const number = index + (model.own ? 0 : 1);
			option.createSpan({
				cls: "expert-friend-key",
				text: own ? "" : number <= 9 ? String(number) : "",
				attr: { "aria-hidden": "true" },
			});
			const phrase = option.createSpan({ cls: "expert-friend-option-phrase" });
			for (const part of row.phrase) {
				if (part.differs) phrase.createEl("b", { text: part.text });
				else phrase.appendText(part.text);
			}
			option.createSpan({
				cls: "expert-friend-option-gloss",
				text: own && row.gloss === "" ? this.strings.yours : row.gloss,
			});
			if (row.by !== null) {
				option.createSpan({ cls: "expert-friend-tag", text: row.by.short, attr: { "aria-hidden": "true" } });
				option.createSpan({ cls: "expert-friend-told", text: row.by.whole });
			}
			onPointerMoved(option, () => {
				if (this.active !== index) this.act.activate(index);
			});
			option.addEventListener("click", (event) => {
				const touched = event.instanceOf(PointerEvent) && event.pointerType === "touch";
				const again = this.active === index;
				if (!again) this.act.activate(index);
				if (again || !touched) this.act.enter();
			});
		});
		for (let n = 0; n < model.awaited; n++) {
			const waiting = this.list.createDiv({ cls: "expert-friend-option is-awaited", attr: { "aria-hidden": "true" } });
			waiting.createSpan({ cls: "expert-friend-key", text: "•" });
			waiting.createSpan({ cls: "expert-friend-skeleton is-phrase" });
			waiting.createSpan({ cls: "expert-friend-skeleton is-gloss" });
		}
	}
}
