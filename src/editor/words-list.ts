import type { InterfaceWords } from "../core/i18n/en";
import type { Surface } from "./surface";

/** A proposal as one row: the words around the change, those that differ set off, and what they bring. */
export interface WordsRow {
	readonly phrase: readonly { readonly text: string; readonly differs: boolean }[];
	readonly gloss: string;
}

/** All that the list shows. */
export interface WordsListModel {
	/** The words the writer asked about. */
	readonly selection: string;
	/** The writer's own word comes first when there is one. */
	readonly rows: readonly WordsRow[];
	readonly active: number | null;
	/** How many words the active proposal picks and how many had to agree. */
	readonly counts: { readonly picked: number; readonly agreeing: number } | null;
	/** Rows still to come, so that the list keeps its height. */
	readonly awaited: number;
	readonly busy: boolean;
	/** Whether the first row is the writer's own word. */
	readonly own: boolean;
	/** Small print beside the buttons: what was left out. */
	readonly note: string;
	/** What stands in the way, or null. */
	readonly problem: string | null;
	/** Whether the last request failed, and whether there is more to say of it. */
	readonly failed: boolean;
	readonly details: boolean;
	readonly modelName: string;
	readonly cost: string;
	readonly loosened: boolean;
	readonly hasNextModel: boolean;
	/** What asking the other models the same is called, with what it costs; null when all were asked. */
	readonly others: string | null;
	/** What Enter does now. */
	readonly enter: "adopt" | "agree" | null;
}

/** What the writer can do in the list. */
export interface WordsListActions {
	activate(index: number): void;
	/** Adopts the active proposal, or asks for agreement with the writer's own word. */
	enter(): void;
	own(word: string): void;
	more(): void;
	loosen(): void;
	nextModel(): void;
	/** Asks the other models the same. */
	others(): void;
	/** Stops the friend; what came stays. */
	cancel(): void;
	again(): void;
	/** Shows all that is known of a failure. */
	details(): void;
	close(): void;
}

/** The list of other words: a combobox whose field takes the writer's own word and whose listbox holds the proposals. */
export class WordsList {
	private readonly list: HTMLElement;
	private readonly legend: HTMLElement;
	private readonly field: HTMLInputElement;
	private readonly note: HTMLElement;
	private readonly problem: HTMLElement;
	private readonly foot: HTMLElement;
	private readonly buttons: Readonly<Record<"more" | "loosen" | "nextModel" | "others" | "cancel" | "again" | "details" | "adopt" | "keepMine", HTMLButtonElement>>;
	/** One list is open at a time in a document, so its elements can be named once. */
	private readonly id = "expert-friend-words";
	private model: WordsListModel | null = null;

	constructor(private readonly surface: Surface, private readonly words: InterfaceWords["words"], private readonly act: WordsListActions, drawIcon: (element: HTMLElement, name: string) => void) {
		const { dom } = surface;
		dom.setAttribute("role", "group");
		const head = dom.createDiv({ cls: "expert-friend-words-head" });
		head.createSpan({ cls: "expert-friend-words-title" });
		this.legend = head.createSpan({ cls: "expert-friend-legend" });
		this.list = dom.createDiv({ cls: "expert-friend-options", attr: { role: "listbox", id: this.id, "aria-label": words.list } });
		this.problem = dom.createDiv({ cls: "expert-friend-problem", attr: { role: "status" } });
		dom.createDiv({ cls: "expert-friend-sep" });
		const own = dom.createDiv({ cls: "expert-friend-own" });
		drawIcon(own.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), "pencil-line");
		this.field = own.createEl("input", {
			type: "text",
			placeholder: words.own,
			attr: { role: "combobox", "aria-label": words.ownLabel, "aria-controls": this.id, "aria-expanded": "true", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false" },
		});
		dom.createDiv({ cls: "expert-friend-sep" });
		const actions = dom.createDiv({ cls: "expert-friend-words-actions" });
		const button = (parent: HTMLElement, label: string, press: () => void, icon: string | null, look = ""): HTMLButtonElement => {
			const element = parent.createEl("button", { cls: `expert-friend-quiet ${look}`, attr: { type: "button" } });
			if (icon !== null) drawIcon(element.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), icon);
			element.createSpan({ text: label });
			element.addEventListener("click", () => {
				press();
				// A button that went away takes the keys along.
				if (element.offsetParent === null) this.focus();
			});
			return element;
		};
		const more = button(actions, words.more, () => act.more(), "plus");
		const again = button(actions, words.again, () => act.again(), "rotate-ccw");
		const loosen = button(actions, words.loosen, () => act.loosen(), "spline");
		loosen.title = words.loosenHint;
		const nextModel = button(actions, words.nextModel, () => act.nextModel(), "arrow-right-left");
		const others = button(actions, "", () => act.others(), "columns-3");
		const details = button(actions, words.details, () => act.details(), null);
		const cancel = button(actions, words.cancel, () => act.cancel(), null);
		this.note = actions.createSpan({ cls: "expert-friend-words-note", attr: { role: "status" } });
		const bottom = dom.createDiv({ cls: "expert-friend-words-foot" });
		this.foot = bottom.createSpan({ cls: "expert-friend-words-who" });
		const keepMine = button(bottom, words.keepMine, () => act.close(), null);
		const adopt = button(bottom, words.adopt, () => act.enter(), null, "is-main");
		this.buttons = { more, loosen, nextModel, others, cancel, again, details, adopt, keepMine };
		this.field.addEventListener("input", () => act.own(this.field.value));
		dom.addEventListener("keydown", (event) => this.key(event));
	}

	/** Gives the keys to the list. */
	focus(): void {
		this.field.focus({ preventScroll: true });
	}

	/** Says what stands in the way as it is a second later: shown, not read out again. */
	tick(problem: string): void {
		this.problem.setAttribute("aria-live", "off");
		this.problem.setText(problem);
	}

	/** Shows the model. Rows that stay the same keep their elements. */
	render(model: WordsListModel): void {
		const before = this.model;
		this.model = model;
		const { words, buttons } = this;
		if (before?.selection !== model.selection) {
			const title = this.surface.dom.find(".expert-friend-words-title");
			const [start = "", end = ""] = words.head("\u0000").split("\u0000");
			title.empty();
			title.appendText(start);
			title.createEl("b", { text: model.selection });
			title.appendText(end);
			this.surface.dom.setAttribute("aria-label", words.head(model.selection));
		}
		if (before?.rows !== model.rows || before.awaited !== model.awaited || before.own !== model.own) this.renderRows(model);
		this.renderActive(model);
		this.note.setText(model.note);
		this.problem.setAttribute("aria-live", "polite");
		this.problem.setText(model.problem ?? "");
		this.foot.empty();
		this.foot.createEl("b", { text: model.modelName });
		if (model.cost !== "") this.foot.appendText(` · ${model.cost}`);
		buttons.cancel.toggle(model.busy);
		// With nothing there, asking again and asking for more are the same.
		const again = model.failed && model.rows.length === 0;
		buttons.more.toggle(!model.busy && !again);
		buttons.loosen.toggle(!model.busy && !again && !model.loosened);
		buttons.others.toggle(!model.busy && model.others !== null);
		buttons.others.lastElementChild?.setText(model.others ?? "");
		buttons.nextModel.toggle(!model.busy && model.hasNextModel);
		buttons.again.toggle(!model.busy && again);
		buttons.details.toggle(!model.busy && model.details);
		buttons.adopt.disabled = model.enter === null;
		const label = model.enter === "agree" ? words.askAgreement : words.adopt;
		buttons.adopt.lastElementChild?.setText(label);
	}

	private renderRows(model: WordsListModel): void {
		this.list.empty();
		model.rows.forEach((row, index) => {
			const own = model.own && index === 0;
			const option = this.list.createDiv({ cls: "expert-friend-option", attr: { role: "option", id: `${this.id}-${index}`, "aria-selected": "false" } });
			const number = index + (model.own ? 0 : 1);
			option.createSpan({ cls: "expert-friend-key", text: own ? "" : number <= 9 ? String(number) : "", attr: { "aria-hidden": "true" } });
			const phrase = option.createSpan({ cls: "expert-friend-option-phrase" });
			for (const part of row.phrase) {
				if (part.differs) phrase.createEl("b", { text: part.text });
				else phrase.appendText(part.text);
			}
			option.createSpan({ cls: "expert-friend-option-gloss", text: own && row.gloss === "" ? this.words.yours : row.gloss });
			option.addEventListener("pointermove", (event) => {
				if (event.pointerType !== "touch" && this.model?.active !== index) this.act.activate(index);
			});
			option.addEventListener("click", (event) => {
				const touched = event.instanceOf(PointerEvent) && event.pointerType === "touch";
				const again = this.model?.active === index;
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

	private renderActive(model: WordsListModel): void {
		const options = this.list.findAll("[role=option]");
		options.forEach((option, index) => {
			option.setAttribute("aria-selected", String(index === model.active));
			option.toggleClass("is-selected", index === model.active);
		});
		if (model.active === null) this.field.removeAttribute("aria-activedescendant");
		else this.field.setAttribute("aria-activedescendant", `${this.id}-${model.active}`);
		this.legend.empty();
		if (model.counts === null) return;
		const item = (look: string, label: string, count: number): void => {
			if (count === 0) return;
			const part = this.legend.createSpan();
			part.createSpan({ cls: look, text: label });
			part.appendText(` ${count}`);
		};
		item("expert-friend-picked", model.own && model.active === 0 ? this.words.yours : this.words.picked, model.counts.picked);
		item("expert-friend-agreeing", this.words.agreeing, model.counts.agreeing);
	}

	private key(event: KeyboardEvent): void {
		const { model, act } = this;
		if (model === null || event.isComposing) return;
		const inField = event.target === this.field;
		const last = model.rows.length - 1;
		const typing = inField && this.field.value !== "";
		const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
		if (event.key === "Escape") act.close();
		else if (event.key === "ArrowDown" && last >= 0) act.activate(model.active === null || model.active === last ? 0 : model.active + 1);
		else if (event.key === "ArrowUp" && last >= 0) act.activate(model.active === null || model.active === 0 ? last : model.active - 1);
		else if (event.key === "Home" && !typing && last >= 0) act.activate(0);
		else if (event.key === "End" && !typing && last >= 0) act.activate(last);
		else if (event.key === "Enter" && (inField || event.ctrlKey || event.metaKey)) act.enter();
		else if (inField && !typing && plain && /^[1-9]$/.test(event.key) && Number(event.key) <= last + 1) act.activate(Number(event.key) - 1);
		else return;
		event.preventDefault();
		event.stopPropagation();
	}
}
