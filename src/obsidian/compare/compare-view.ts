import { ItemView, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import { isRevealed, sayTheSame, type Comparison } from "../../core/consultation/comparison";
import { isActive } from "../../core/consultation/answer";
import { canKeep, type Consultation } from "../../core/consultation/consultation";
import type { InterfaceStrings } from "../../core/i18n/en";
import { Pace } from "../../editor/pace";
import { ownKeys } from "../keys/own-keys";
import { CompareColumn, type ColumnActions } from "./compare-column";
import type { Comparisons } from "../consultations/comparisons";
import type { Consultations } from "../consultations/consultations";

/** The view's type, as Obsidian keeps it in the workspace. */
export const compareViewType = "expert-friend-compare";

/** Pixels from which answers stand in columns; below it they are tabs. */
const wide = 900;

const letters = "ABCD";

export interface ComparePort {
	readonly strings: () => InterfaceStrings;
	readonly comparisons: Comparisons;
	readonly consultations: Consultations;
	readonly actions: Omit<ColumnActions, "prefer">;
	/** The writer chose: a member's id, `none` or `revealed`. */
	readonly choose: (comparison: Comparison, choice: string) => void;
	/** The writer's ranking for an objective so far, in words. */
	readonly ranking: (objective: string) => Promise<string>;
	readonly close: (comparison: Comparison) => void;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
}

/** What one comparison is drawn with. */
interface Drawn {
	readonly id: string;
	readonly tabs: readonly HTMLElement[];
	readonly columns: readonly CompareColumn[];
	readonly foot: HTMLElement;
	readonly note: HTMLElement;
	/** What the foot and the note were last made for. */
	made: string;
}

/**
 * Several answers to one question: columns when there is room, else tabs. Blind, it shows neither names nor figures,
 * and no answer before all are there: speed betrays a model.
 */
export class CompareView extends ItemView {
	private comparisonId = "";
	private selected = 0;
	private drawn: Drawn | null = null;
	private resized: ResizeObserver | null = null;
	private readonly pace = new Pace(window);

	constructor(
		leaf: WorkspaceLeaf,
		private readonly port: ComparePort,
	) {
		super(leaf);
		this.icon = "columns-3";
	}

	override getViewType(): string {
		return compareViewType;
	}

	override getDisplayText(): string {
		return this.port.strings().compare.tab;
	}

	override async setState(state: unknown, result: ViewStateResult): Promise<void> {
		const given = typeof state === "object" && state !== null ? (state as Record<string, unknown>)["comparison"] : null;
		if (typeof given === "string") this.comparisonId = given;
		await super.setState(state, result);
		this.render();
	}

	override getState(): Record<string, unknown> {
		return { comparison: this.comparisonId };
	}

	override async onOpen(): Promise<void> {
		const { contentEl, port } = this;
		contentEl.addClass("expert-friend-compare");
		ownKeys(this);
		contentEl.tabIndex = -1;
		contentEl.addEventListener("keydown", (event) => this.key(event));
		this.register(
			port.consultations.onChange((id) => {
				const changed = id === null ? null : port.consultations.get(id);
				if (id !== null && this.comparison?.members.includes(id) !== true) return;
				// Long answers that come fast are drawn now and then, and an end at once.
				if (changed !== null && isActive(changed)) this.pace.draw(this, () => this.render());
				else this.pace.drawNow(this, () => this.render());
			}),
		);
		this.register(port.comparisons.onChange(() => this.render()));
		this.resized = new ResizeObserver(() => this.layOut());
		this.resized.observe(contentEl);
		this.render();
	}

	override async onClose(): Promise<void> {
		this.resized?.disconnect();
		this.pace.stop();
		this.drawn = null;
		this.contentEl.empty();
	}

	/** Gives the keys to the answers. */
	focus(): void {
		this.contentEl.focus();
	}

	private get comparison(): Comparison | null {
		return this.port.comparisons.get(this.comparisonId);
	}

	private render(): void {
		const { comparison, port } = this;
		if (comparison === null) {
			this.drawn = null;
			this.contentEl.empty();
			this.contentEl.createEl("p", { cls: "expert-friend-note", text: port.strings().compare.gone });
			return;
		}
		const drawn = this.drawn?.id === comparison.id ? this.drawn : this.draw(comparison);
		this.drawn = drawn;
		const members = comparison.members.map((id) => port.consultations.get(id));
		const present = members.filter((member) => member !== null);
		const revealed = isRevealed(comparison);
		const waits = !revealed && present.some(isActive);
		const groups = groupsOf(members);
		const answered = present.filter(canKeep).length;
		const open = comparison.choice === null && answered > 1 && !present.some(isActive);
		if (groups[this.selected] === null)
			this.selected = groups.findIndex((group) => group?.includes(this.selected) === true);
		groups.forEach((group, index) => {
			const tab = drawn.tabs[index];
			const column = drawn.columns[index];
			if (tab === undefined || column === undefined) return;
			tab.toggle(group !== null);
			column.dom.toggleClass("is-joined", group === null);
			if (group === null) return;
			const shown = group.flatMap((at) => members[at] ?? []);
			const own = group.map((at) => letters[at] ?? "");
			tab.setText(revealed && shown.length > 0 ? shown.map(({ modelName }) => modelName).join(", ") : own.join(", "));
			column.update({
				members: shown,
				letters: own,
				revealed,
				blind: comparison.blind,
				waits,
				now: port.now(),
				choice: open ? "open" : shown.some(({ id }) => id === comparison.choice) ? "yours" : "closed",
			});
		});
		this.layOut();
		this.drawFoot(drawn, comparison, waits, present, open);
	}

	private draw(comparison: Comparison): Drawn {
		const { contentEl, port } = this;
		const strings = port.strings();
		contentEl.empty();
		this.selected = 0;
		const question = contentEl.createDiv({ cls: "expert-friend-compare-question" });
		question.createEl("h2", { text: comparison.asked });
		question.createEl("blockquote", { text: comparison.anchor.quote });
		const tabs = contentEl.createDiv({
			cls: "expert-friend-tabs",
			attr: { role: "tablist", "aria-label": strings.compare.tab },
		});
		const columns = contentEl.createDiv({ cls: "expert-friend-columns" });
		const act: ColumnActions = { ...port.actions, prefer: (id) => this.choose(id) };
		const idOf = (index: number): string => `expert-friend-answer-${index}`;
		return {
			id: comparison.id,
			tabs: comparison.members.map((_id, index) => {
				const tab = tabs.createEl("button", {
					cls: "expert-friend-tab",
					attr: { type: "button", role: "tab", "aria-controls": idOf(index) },
				});
				tab.addEventListener("click", () => this.select(index));
				return tab;
			}),
			columns: comparison.members.map((_id, index) => new CompareColumn(columns, idOf(index), strings, act, this.pace)),
			foot: contentEl.createDiv({ cls: "expert-friend-compare-foot" }),
			note: contentEl.createEl("p", { cls: "expert-friend-note", attr: { role: "status" } }),
			made: "",
		};
	}

	// Columns are regions beside each other; where there are tabs they are what the tabs show.
	private layOut(): void {
		const isWide = this.contentEl.clientWidth >= wide;
		this.contentEl.toggleClass("is-wide", isWide);
		this.drawn?.tabs.forEach((tab, index) =>
			tab.setAttrs({
				"aria-selected": String(index === this.selected),
				tabindex: index === this.selected ? "0" : "-1",
			}),
		);
		this.drawn?.columns.forEach(({ dom }, index) => {
			dom.toggleClass("is-shown", index === this.selected);
			dom.setAttribute("role", isWide ? "region" : "tabpanel");
		});
	}

	private drawFoot(
		drawn: Drawn,
		comparison: Comparison,
		waits: boolean,
		members: readonly Consultation[],
		open: boolean,
	): void {
		const { compare, margin } = this.port.strings();
		const ended = !members.some(isActive);
		const made = JSON.stringify([comparison.choice, waits, ended, open]);
		if (drawn.made === made) return;
		drawn.made = made;
		const { foot, note } = drawn;
		const held = foot.contains(foot.doc.activeElement);
		foot.empty();
		const button = (key: string, label: string, press: () => void): void => {
			foot
				.createEl("button", { cls: "expert-friend-quiet", text: label, attr: { type: "button", "data-key": key } })
				.addEventListener("click", press);
		};
		if (waits) button("cancel", margin.cancel, () => members.forEach(({ id }) => this.port.actions.cancel(id)));
		if (open) button("none", compare.none, () => this.choose("none"));
		if (comparison.choice === null && comparison.blind && ended)
			button("reveal", compare.reveal, () => this.choose("revealed"));
		button("close", compare.close, () => this.port.close(comparison));
		if (held) foot.find("button")?.focus();
		note.setText(isRevealed(comparison) ? "" : waits ? `${compare.waiting} ${compare.hidden}` : compare.hidden);
		if (comparison.choice !== null) void this.port.ranking(comparison.objective).then((text) => note.setText(text));
	}

	private choose(choice: string): void {
		const { comparison } = this;
		if (comparison?.choice === null) this.port.choose(comparison, choice);
	}

	private select(index: number): void {
		const group =
			this.comparison === null ? null : groupsOf(this.comparison.members.map((id) => this.port.consultations.get(id)));
		this.selected = group?.findIndex((one) => one?.includes(index) === true) ?? index;
		this.layOut();
	}

	// 1-4 and arrows choose an answer, Enter prefers it, 0 prefers none.
	private key(event: KeyboardEvent): void {
		const { comparison, drawn } = this;
		if (comparison === null || drawn === null || event.ctrlKey || event.metaKey || event.altKey) return;
		const count = comparison.members.length;
		const pressed = event.target as HTMLElement;
		const inTabs = pressed.getAttribute("role") === "tab";
		const shown = drawn.columns.flatMap(({ dom }, index) => (dom.hasClass("is-joined") ? [] : [index]));
		const step = (by: number): void =>
			this.select(shown[(shown.indexOf(this.selected) + by + shown.length) % shown.length] ?? 0);
		if (pressed.tagName === "BUTTON" && (event.key === "Enter" || event.key === " ")) return;
		if (/^[1-4]$/.test(event.key) && Number(event.key) <= count) this.select(Number(event.key) - 1);
		else if (event.key === "ArrowRight") step(1);
		else if (event.key === "ArrowLeft") step(-1);
		else if (event.key === "Enter") drawn.columns[this.selected]?.prefer();
		else if (event.key === "0") drawn.foot.find("[data-key=none]")?.click();
		else return;
		event.preventDefault();
		// Read out: the answer itself, or the tab that names it.
		if (inTabs) drawn.tabs[this.selected]?.focus();
		else if (event.key !== "Enter" && event.key !== "0") drawn.columns[this.selected]?.dom.focus();
	}
}

/**
 * Members by place: those that say the same stand with the first of them, and null in the others' places. Only once
 * all have ended: words to come may differ.
 */
function groupsOf(members: readonly (Consultation | null)[]): readonly (readonly number[] | null)[] {
	const same = (one: Consultation | null, other: Consultation | null): boolean =>
		one !== null && other !== null && !isActive(one) && !isActive(other) && sayTheSame(one, other);
	return members.map((member, index) => {
		if (members.findIndex((other) => other === member || same(other, member)) < index && member !== null) return null;
		return members.flatMap((other, at) => (at === index || (at > index && same(member, other)) ? [at] : []));
	});
}
