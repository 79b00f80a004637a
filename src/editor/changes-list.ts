import type { InterfaceStrings } from "../core/i18n/en";
import { addButton, addOthers, setLabel, type ButtonSpec, type DrawIcon } from "./button";
import { isElement } from "./elements";
import { EndView, type EndModel } from "./end-view";
import type { Phrase } from "./row";
import type { Surface } from "./surface";

/** How a change stands: the one in focus, not yet decided, adopted or skipped. */
export type StepState = "current" | "open" | "done" | "skipped";

/** All that the card shows. */
export interface ChangesListModel {
	readonly steps: readonly StepState[];
	readonly title: string;
	/** The change in focus, in its sentence; null while there is none to adopt or skip. */
	readonly change: { readonly before: Phrase; readonly after: Phrase } | null;
	readonly gloss: string;
	/** What adopting all the others is called, with their count; null when none is left. */
	readonly adoptAll: string | null;
	readonly busy: boolean;
	readonly problem: string | null;
	/** How the answer ended that brought no change; null when some came, and while it is busy. */
	readonly end: EndModel | null;
	readonly canRetry: boolean;
	/** What it costs to ask other models instead, in words; null where none can be asked. */
	readonly othersCost: string | null;
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
	/** Offers the other models, in a menu beside a button. */
	others(button: HTMLElement): void;
	details(): void;
	/** Shows the proposals that can't be used. */
	unusable(): void;
	cancel(): void;
	close(): void;
}

type Button = "adopt" | "skip" | "previous" | "next" | "adoptAll" | "again" | "others" | "details" | "cancel" | "close";

/** The card of changes to a passage. Arrows move, Enter adopts, Backspace skips, Mod+Enter adopts all, Esc closes. */
export class ChangesList {
	private readonly title: HTMLElement;
	private readonly gloss: HTMLElement;
	private readonly steps: HTMLElement;
	private readonly who: HTMLElement;
	private readonly change: HTMLElement;
	private readonly waiting: HTMLElement;
	private readonly end: EndView;
	private readonly problem: HTMLElement;
	private readonly note: HTMLElement;
	private readonly buttons: Readonly<Record<Button, HTMLButtonElement>>;
	private model: ChangesListModel | null = null;

	constructor(
		private readonly surface: Surface,
		private readonly strings: InterfaceStrings["words"],
		private readonly act: ChangesListActions,
		drawIcon: DrawIcon,
	) {
		const { dom } = surface;
		dom.tabIndex = -1;
		dom.setAttribute("role", "group");
		dom.setAttribute("aria-label", strings.headPassage);
		const head = dom.createDiv({ cls: "expert-friend-words-head" });
		this.steps = head.createSpan({ cls: "expert-friend-steps", attr: { "aria-hidden": "true" } });
		this.title = head.createSpan({ cls: "expert-friend-changes-title", attr: { role: "status" } });
		this.change = dom.createEl("dl", { cls: "expert-friend-change", attr: { "aria-live": "polite" } });
		this.gloss = dom.createDiv({ cls: "expert-friend-change-gloss" });
		this.waiting = dom.createDiv({ cls: "expert-friend-changes-waiting" });
		const dots = this.waiting.createSpan({ cls: "expert-friend-dots", attr: { "aria-hidden": "true" } });
		for (let n = 0; n < 3; n++) dots.createEl("i");
		this.waiting.createSpan({ text: strings.asking });
		this.end = new EndView(dom, strings, drawIcon, () => act.unusable());
		this.problem = dom.createDiv({ cls: "expert-friend-problem", attr: { role: "status" } });
		const actions = dom.createDiv({ cls: "expert-friend-changes-actions" });
		this.buttons = this.addButtons(actions, drawIcon);
		this.note = actions.createSpan({ cls: "expert-friend-words-note", attr: { role: "status" } });
		actions.insertBefore(this.note, this.buttons.close);
		this.who = dom.createDiv({ cls: "expert-friend-changes-who" });
		dom.addEventListener("keydown", (event) => this.key(event));
	}

	private addButtons(actions: HTMLElement, drawIcon: DrawIcon): Readonly<Record<Button, HTMLButtonElement>> {
		const { act, strings } = this;
		const add = ({ press, ...spec }: ButtonSpec): HTMLButtonElement => {
			const button = addButton(actions, drawIcon, {
				...spec,
				press: () => {
					press();
					// A button that went away takes the keys along.
					if (button.offsetParent === null) this.focus();
				},
			});
			return button;
		};
		const again = add({ label: strings.again, press: () => act.again(), cls: "" });
		const others = addOthers(add, strings.otherModels, (button) => act.others(button));
		return {
			again,
			others,
			adopt: add({ label: strings.adopt, press: () => act.adopt(), cls: "expert-friend-primary" }),
			skip: add({ label: strings.skip, press: () => act.skip(), cls: "" }),
			previous: add({ label: strings.previous, press: () => this.step(-1), icon: "arrow-up" }),
			next: add({ label: strings.next, press: () => this.step(1), icon: "arrow-down" }),
			details: add({ label: strings.details, press: () => act.details() }),
			cancel: add({ label: strings.cancel, press: () => act.cancel() }),
			close: add({ label: strings.close, press: () => act.close() }),
			adoptAll: add({ label: "", press: () => act.adoptAll(), cls: "" }),
		};
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
		const { strings, buttons } = this;
		if (this.title.textContent !== model.title) this.title.setText(model.title);
		this.gloss.setText(model.change === null ? "" : model.gloss);
		this.steps.empty();
		for (const state of model.steps) this.steps.createEl("i", { cls: `is-${state}` });
		this.steps.toggle(model.steps.length > 0);
		this.change.empty();
		if (model.change !== null) {
			this.side(strings.before, model.change.before, "expert-friend-before");
			this.side(strings.after, model.change.after, "expert-friend-picked");
		}
		this.change.toggle(model.change !== null);
		this.waiting.toggle(model.busy && model.change === null);
		this.problem.setAttribute("aria-live", "polite");
		this.problem.setText(model.problem ?? "");
		this.end.render(model.end);
		this.note.setText(model.note);
		this.who.empty();
		this.who.createEl("b", { text: model.modelName });
		this.who.createSpan({ text: model.cost });
		const others = this.order().length > 1;
		buttons.adopt.toggle(model.change !== null);
		buttons.skip.toggle(model.change !== null);
		buttons.previous.toggle(others);
		buttons.next.toggle(others);
		buttons.adoptAll.toggle(model.adoptAll !== null && model.steps.length > 1);
		setLabel(buttons.adoptAll, model.adoptAll ?? "");
		buttons.again.toggle(model.canRetry);
		buttons.others.toggle(model.othersCost !== null);
		setLabel(buttons.others, model.othersCost ?? "");
		buttons.details.toggle(model.details);
		buttons.cancel.toggle(model.busy);
		// A button without a face lines up with the text when it begins the row.
		for (const first of [buttons.cancel, buttons.others])
			first.toggleClass("is-start", model.change === null && !model.canRetry);
	}

	private side(label: string, phrase: Phrase, look: string): void {
		this.change.createEl("dt", { text: label });
		const words = this.change.createEl("dd");
		for (const part of phrase) {
			if (part.differs) words.createSpan({ cls: look, text: part.text });
			else words.appendText(part.text);
		}
	}

	/** The changes that are not yet decided, and the one in focus. */
	private order(): readonly number[] {
		return (this.model?.steps ?? []).flatMap((state, index) =>
			state === "open" || state === "current" ? [index] : [],
		);
	}

	private step(by: 1 | -1): void {
		const order = this.order();
		const at = order.indexOf(this.model?.steps.indexOf("current") ?? -1);
		const next = order[(at + by + order.length) % order.length];
		if (next !== undefined) this.act.show(next);
	}

	private key(event: KeyboardEvent): void {
		const { model, act } = this;
		if (model === null) return;
		const onButton = isElement(event.target) && event.target.matches("button");
		if (event.key === "Escape") act.close();
		else if (event.key === "ArrowDown" || event.key === "ArrowRight") this.step(1);
		else if (event.key === "ArrowUp" || event.key === "ArrowLeft") this.step(-1);
		else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) act.adoptAll();
		else if (event.key === "Enter" && !onButton) act.adopt();
		else if (event.key === "Backspace") act.skip();
		else return;
		event.preventDefault();
		event.stopPropagation();
	}
}
