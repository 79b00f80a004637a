import { ItemView, setIcon, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import { isRevealed, type Comparison } from "../../core/comparison";
import { canKeep, isActive, type Consultation } from "../../core/consultation";
import type { InterfaceWords } from "../../core/i18n/en";
import { failureWords } from "../../core/i18n/failure-words";
import type { Ranked } from "../../core/journal/ranking";
import type { Comparisons } from "../consultations/comparisons";
import type { Consultations } from "../consultations/consultations";
import type { CardActions } from "../margin/margin-card";
import { renderReply } from "../margin/reply-dom";

/** The view's type, as Obsidian keeps it in the workspace. */
export const compareViewType = "expert-friend-compare";

/** Pixels from which answers stand in columns; below it they are tabs. */
const wide = 900;

const letters = "ABCD";

export interface ComparePort {
	readonly words: () => InterfaceWords;
	readonly comparisons: Comparisons;
	readonly consultations: Consultations;
	readonly actions: CardActions;
	/** The writer chose: for the journal. */
	readonly chosen: (comparison: Comparison) => void;
	/** The writer's ranking for an objective so far, in words. */
	readonly ranking: (objective: string) => Promise<string>;
	readonly close: (comparison: Comparison) => void;
}

/** Several answers to one question: columns when there is room, else tabs. Blind, it shows neither names nor figures, and no answer before all are there: speed betrays a model. */
export class CompareView extends ItemView {
	private comparisonId = "";
	private tab = 0;
	private resized: ResizeObserver | null = null;

	constructor(leaf: WorkspaceLeaf, private readonly port: ComparePort) {
		super(leaf);
		this.icon = "columns-3";
	}

	override getViewType(): string {
		return compareViewType;
	}

	override getDisplayText(): string {
		return this.port.words().compare.tab;
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
		this.contentEl.addClass("expert-friend-compare");
		this.contentEl.addEventListener("keydown", (event) => this.key(event));
		this.register(this.port.consultations.onChange(() => this.render()));
		this.register(this.port.comparisons.onChange(() => this.render()));
		this.resized = new ResizeObserver(() => this.contentEl.toggleClass("is-wide", this.contentEl.clientWidth >= wide));
		this.resized.observe(this.contentEl);
		this.render();
	}

	override async onClose(): Promise<void> {
		this.resized?.disconnect();
		this.contentEl.empty();
	}

	private render(): void {
		const { contentEl, port } = this;
		const words = port.words();
		const comparison = port.comparisons.get(this.comparisonId);
		const focused = contentEl.ownerDocument.activeElement?.getAttribute("data-key") ?? null;
		contentEl.empty();
		if (comparison === null) {
			contentEl.createEl("p", { cls: "expert-friend-note", text: words.compare.gone });
			return;
		}
		const members = comparison.members.map((id) => port.consultations.get(id));
		const revealed = isRevealed(comparison);
		const waits = !revealed && members.some((member) => member !== null && isActive(member));
		const question = contentEl.createDiv({ cls: "expert-friend-compare-question" });
		question.createEl("h2", { text: comparison.asked });
		question.createEl("blockquote", { text: comparison.anchor.quote });

		const tabs = contentEl.createDiv({ cls: "expert-friend-tabs", attr: { role: "tablist" } });
		const columns = contentEl.createDiv({ cls: "expert-friend-columns" });
		members.forEach((member, index) => {
			const letter = letters[index] ?? "";
			const name = revealed ? member?.modelName ?? letter : letter;
			const tab = tabs.createEl("button", { cls: "expert-friend-tab", text: name, attr: { type: "button", role: "tab", "aria-selected": String(index === this.tab), "data-key": `tab-${index}` } });
			tab.addEventListener("click", () => this.show(index));
			const column = columns.createEl("section", { cls: "expert-friend-column", attr: { "aria-label": revealed ? name : words.compare.answer(letter) } });
			column.toggleClass("is-shown", index === this.tab);
			this.column(column, comparison, member, letter, waits);
		});
		this.foot(contentEl, comparison, waits, members.filter((member) => member !== null));
		if (focused !== null) contentEl.find(`[data-key="${focused}"]`)?.focus();
	}

	private column(column: HTMLElement, comparison: Comparison, member: Consultation | null, letter: string, waits: boolean): void {
		const words = this.port.words();
		const { actions } = this.port;
		const revealed = isRevealed(comparison);
		const head = column.createEl("h3");
		if (revealed && member !== null) {
			head.createSpan({ text: member.modelName });
			if (comparison.choice === member.id) {
				const yours = head.createSpan({ cls: "expert-friend-end expert-friend-small" });
				setIcon(yours.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), "check");
				yours.createSpan({ text: words.compare.yours });
			}
			column.createDiv({ cls: "expert-friend-small expert-friend-muted", text: member.answerer?.model ?? member.model });
		} else {
			head.createSpan({ cls: "expert-friend-letter", text: letter });
		}
		const body = column.createDiv({ cls: "expert-friend-column-body" });
		if (member === null) body.createEl("p", { cls: "expert-friend-muted", text: words.compare.settled });
		else if (waits) body.createEl("p", { cls: "expert-friend-muted", text: words.compare.waiting });
		else renderReply(body, member.text);
		if (member === null) return;
		if (member.failure !== null && !waits) column.createDiv({ cls: "expert-friend-card-message", text: failureWords(words, member.failure, member.status === "partial"), attr: { role: "status" } });
		if (revealed) {
			const seconds = member.endedAt === null ? "" : words.margin.seconds(Math.round((member.endedAt - member.startedAt) / 1000));
			column.createDiv({ cls: "expert-friend-small expert-friend-muted", text: [comparison.blind ? words.compare.was(letter) : "", seconds, ...actions.figures(member)].filter((part) => part !== "").join(" · ") });
		}
		const row = column.createDiv({ cls: "expert-friend-row" });
		const button = (key: string, label: string, press: () => void, look = "expert-friend-quiet"): void => {
			row.createEl("button", { cls: look, text: label, attr: { type: "button", "data-key": `${key}-${member.id}` } }).addEventListener("click", press);
		};
		if (isActive(member)) button("cancel", words.margin.cancel, () => actions.cancel(member.id));
		else if (comparison.choice === null) button("prefer", words.compare.prefer(revealed ? member.modelName : letter), () => this.choose(comparison, member.id), "");
		if (comparison.choice !== null && canKeep(member)) {
			button("keep", words.margin.keep, () => actions.keep(member.id, null), comparison.choice === member.id ? "expert-friend-quiet is-main" : "expert-friend-quiet");
			button("copy", words.margin.copy, () => actions.copy(member.id));
		}
	}

	private foot(parent: HTMLElement, comparison: Comparison, waits: boolean, members: readonly Consultation[]): void {
		const words = this.port.words();
		const row = parent.createDiv({ cls: "expert-friend-row expert-friend-compare-foot" });
		const button = (label: string, press: () => void): void => {
			row.createEl("button", { cls: "expert-friend-quiet", text: label, attr: { type: "button", "data-key": label } }).addEventListener("click", press);
		};
		if (comparison.choice === null && !waits && !members.some(isActive)) {
			button(words.compare.none, () => this.choose(comparison, "none"));
			if (comparison.blind) button(words.compare.reveal, () => this.choose(comparison, "revealed"));
		}
		button(words.compare.close, () => this.port.close(comparison));
		const note = parent.createEl("p", { cls: "expert-friend-note", text: isRevealed(comparison) ? "" : words.compare.hidden });
		if (comparison.choice !== null) void this.port.ranking(comparison.objective).then((text) => note.setText(text));
	}

	private choose(comparison: Comparison, choice: string): void {
		this.port.comparisons.choose(comparison.id, choice);
		const chosen = this.port.comparisons.get(comparison.id);
		if (chosen !== null) this.port.chosen(chosen);
		// Once more, now that the ranking can count this choice.
		this.render();
	}

	private show(index: number): void {
		this.tab = index;
		this.render();
	}

	// Arrows move between the answers, 1-4 show one, Enter on it prefers by its own button.
	private key(event: KeyboardEvent): void {
		const count = this.port.comparisons.get(this.comparisonId)?.members.length ?? 0;
		if (event.target instanceof HTMLButtonElement && event.key === "Enter") return;
		if (/^[1-4]$/.test(event.key) && Number(event.key) <= count) this.show(Number(event.key) - 1);
		else if (event.key === "ArrowRight") this.show((this.tab + 1) % count);
		else if (event.key === "ArrowLeft") this.show((this.tab + count - 1) % count);
		else return;
		event.preventDefault();
	}
}

/** A ranking in words: what was chosen how often, and whether that says anything yet. */
export function rankingWords(ranked: readonly Ranked[], nameOf: (model: string) => string, words: InterfaceWords["compare"], objective: string, locale: string): string {
	if (ranked.length === 0) return "";
	const percent = (value: number): string => value.toLocaleString(locale, { style: "percent" });
	const parts = ranked.map(({ model, wins, ties, rounds, share }) =>
		words.ranked(nameOf(model), wins, ties, rounds) + (share === null ? "" : ` (${percent(share.value)}, ${percent(share.low)}–${percent(share.high)})`));
	return `${words.ranking(objective)} ${parts.join("; ")}.${ranked.some(({ share }) => share === null) ? ` ${words.tooFew}` : ""}`;
}
