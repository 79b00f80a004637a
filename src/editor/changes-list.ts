import type { InterfaceWords } from "../core/i18n/en";
import type { Surface } from "./surface";

/** How a change stands: the one in focus, not yet decided, adopted or skipped. */
export type StepState = "current" | "open" | "done" | "skipped";

/** All that the card shows. */
export interface ChangesListModel {
	readonly steps: readonly StepState[];
	readonly title: string;
	readonly before: string;
	readonly after: string;
	readonly gloss: string;
	/** Whether the change in focus can be adopted or skipped. */
	readonly canSettle: boolean;
	/** What adopting all the others is called, with their count; null when none is left. */
	readonly adoptAll: string | null;
	readonly busy: boolean;
	readonly problem: string | null;
	readonly canRetry: boolean;
	/** Whether another model can be asked instead. */
	readonly hasNextModel: boolean;
	/** Whether there is more to say of what failed. */
	readonly details: boolean;
	readonly note: string;
	readonly modelName: string;
	readonly cost: string;
}

export interface ChangesListActions {
	show(index: number): void;
	adopt(): void;
	skip(): void;
	adoptAll(): void;
	again(): void;
	nextModel(): void;
	details(): void;
	cancel(): void;
	close(): void;
}

/** The card of changes to a passage. Arrows move, Enter adopts, Backspace skips, Mod+Enter adopts all, Esc closes. */
export class ChangesList {
	private readonly title: HTMLElement;
	private readonly steps: HTMLElement;
	private readonly change: HTMLElement;
	private readonly problem: HTMLElement;
	private readonly note: HTMLElement;
	private readonly who: HTMLElement;
	private readonly buttons: Readonly<Record<"adopt" | "skip" | "adoptAll" | "again" | "nextModel" | "details" | "cancel" | "close", HTMLButtonElement>>;
	private model: ChangesListModel | null = null;

	constructor(private readonly surface: Surface, private readonly words: InterfaceWords["words"], private readonly act: ChangesListActions) {
		const { dom } = surface;
		dom.tabIndex = -1;
		dom.setAttribute("role", "group");
		dom.setAttribute("aria-label", words.headPassage);
		const head = dom.createDiv({ cls: "expert-friend-words-head" });
		this.title = head.createSpan({ attr: { role: "status" } });
		this.steps = head.createSpan({ cls: "expert-friend-steps expert-friend-end", attr: { "aria-hidden": "true" } });
		this.change = dom.createEl("dl", { cls: "expert-friend-change", attr: { "aria-live": "polite" } });
		this.problem = dom.createDiv({ cls: "expert-friend-problem", attr: { role: "status" } });
		const actions = dom.createDiv({ cls: "expert-friend-words-actions" });
		const button = (parent: HTMLElement, label: string, press: () => void, look = "expert-friend-quiet"): HTMLButtonElement => {
			const element = parent.createEl("button", { cls: look, text: label, attr: { type: "button" } });
			element.addEventListener("click", () => {
				press();
				// A button that went away takes the keys along.
				if (element.offsetParent === null) this.focus();
			});
			return element;
		};
		const adopt = button(actions, words.adopt, () => act.adopt(), "expert-friend-quiet is-main");
		const skip = button(actions, words.skip, () => act.skip());
		const adoptAll = button(actions, "", () => act.adoptAll());
		const again = button(actions, words.again, () => act.again());
		const nextModel = button(actions, words.nextModel, () => act.nextModel());
		const details = button(actions, words.details, () => act.details());
		const cancel = button(actions, words.cancel, () => act.cancel());
		this.note = actions.createSpan({ cls: "expert-friend-words-note", attr: { role: "status" } });
		const foot = dom.createDiv({ cls: "expert-friend-words-foot" });
		this.who = foot.createSpan({ cls: "expert-friend-words-who" });
		const close = button(foot, words.close, () => act.close());
		this.buttons = { adopt, skip, adoptAll, again, nextModel, details, cancel, close };
		dom.addEventListener("keydown", (event) => this.key(event));
	}

	focus(): void {
		this.surface.dom.focus({ preventScroll: true });
	}

	/** Says what stands in the way as it is a second later: shown, not read out again. */
	tick(problem: string): void {
		this.problem.setAttribute("aria-live", "off");
		this.problem.setText(problem);
	}

	render(model: ChangesListModel): void {
		this.model = model;
		const { words, buttons } = this;
		if (this.title.textContent !== model.title) this.title.setText(model.title);
		this.steps.empty();
		for (const state of model.steps) this.steps.createEl("i", { cls: `is-${state}` });
		this.change.empty();
		if (model.canSettle) {
			this.change.createEl("dt", { text: words.before });
			this.change.createEl("dd").createSpan({ cls: "expert-friend-before", text: model.before === "" ? "∅" : model.before });
			this.change.createEl("dt", { text: words.after });
			const after = this.change.createEl("dd");
			after.createSpan({ cls: "expert-friend-picked", text: model.after === "" ? "∅" : model.after });
			if (model.gloss !== "") after.createSpan({ cls: "expert-friend-option-gloss", text: ` ${model.gloss}` });
		} else if (model.busy) {
			const waiting = this.change.createEl("dd", { text: words.asking });
			waiting.addClass("expert-friend-muted");
		}
		this.problem.setAttribute("aria-live", "polite");
		this.problem.setText(model.problem ?? "");
		this.note.setText(model.note);
		this.who.empty();
		this.who.createEl("b", { text: model.modelName });
		if (model.cost !== "") this.who.appendText(` · ${model.cost}`);
		buttons.adopt.toggle(model.canSettle);
		buttons.skip.toggle(model.canSettle);
		buttons.adoptAll.toggle(model.adoptAll !== null && model.steps.length > 1);
		buttons.adoptAll.setText(model.adoptAll ?? "");
		buttons.again.toggle(model.canRetry);
		buttons.nextModel.toggle(model.hasNextModel);
		buttons.details.toggle(model.details);
		buttons.cancel.toggle(model.busy);
	}

	private key(event: KeyboardEvent): void {
		const { model, act } = this;
		if (model === null) return;
		const current = model.steps.indexOf("current");
		const step = (by: 1 | -1): void => {
			const order = model.steps.map((_state, index) => index).filter((index) => model.steps[index] === "open" || index === current);
			const at = order.indexOf(current);
			const next = order[(at + by + order.length) % order.length];
			if (next !== undefined) act.show(next);
		};
		const onButton = event.target instanceof HTMLButtonElement;
		if (event.key === "Escape") act.close();
		else if (event.key === "ArrowDown" || event.key === "ArrowRight") step(1);
		else if (event.key === "ArrowUp" || event.key === "ArrowLeft") step(-1);
		else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) act.adoptAll();
		else if (event.key === "Enter" && !onButton) act.adopt();
		else if (event.key === "Backspace") act.skip();
		else return;
		event.preventDefault();
		event.stopPropagation();
	}
}
