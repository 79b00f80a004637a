import type { InterfaceStrings } from "../core/i18n/en";
import { addButton, setLabel, type ButtonSpec, type DrawIcon } from "./button";
import { EndView, type EndModel } from "./end-view";
import { foldBy, ownWordRow } from "./own-word";
import type { AdaptedPart, Phrase } from "./row";
import type { Surface } from "./surface";

/** A proposal as one row: the words around the change, those that differ set off, and what they bring. */
export interface WordsRow {
	readonly phrase: Phrase;
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
	/** Rows still to come. */
	readonly awaited: number;
	/** Rows that were asked for: the list keeps their height, so that what is under it stays where it is. */
	readonly reserved: number;
	readonly busy: boolean;
	/** Whether the first row is the writer's own word. */
	readonly own: boolean;
	/** Small print beside the buttons: what was left out. */
	readonly note: string;
	/** What stands in the way, or null. */
	readonly problem: string | null;
	/** Whether the last request failed, and whether there is more to say of it. */
	readonly failed: boolean;
	/** How the list ended without a row; null when it has some, and while it is busy. */
	readonly end: EndModel | null;
	readonly details: boolean;
	readonly modelName: string;
	readonly cost: string;
	readonly loosened: boolean;
	readonly hasNextModel: boolean;
	/** What asking the other models the same is called, with what it costs; null when all were asked. */
	readonly others: string | null;
	/** What Enter does now. */
	readonly enter: "adopt" | "agree" | null;
	/**
	 * The sentence as it stands, and as the active row would have it: for where the note itself has little room to show
	 * it.
	 */
	readonly sentence: { readonly original: Phrase; readonly adapted: readonly AdaptedPart[] };
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
	/** Shows the proposals that can't be used. */
	unusable(): void;
	close(): void;
}

type Buttons = Readonly<
	Record<
		"more" | "loosen" | "nextModel" | "others" | "cancel" | "again" | "details" | "adopt" | "keepMine",
		HTMLButtonElement
	>
>;

/**
 * The list of other words: a combobox whose field takes the writer's own word and whose listbox holds the proposals.
 * Under fingers it is a sheet: the sentence is read in it, the rarer buttons are folded, and the keyboard opens for the
 * own word only.
 */
export class WordsList {
	/** The sentence as it stands and as it would be; only under fingers. */
	private readonly sentence: { readonly original: HTMLElement; readonly adapted: HTMLElement } | null;
	private readonly list: HTMLElement;
	private readonly legend: HTMLElement;
	private readonly field: HTMLInputElement;
	private readonly note: HTMLElement;
	private readonly end: EndView;
	private readonly problem: HTMLElement;
	private readonly foot: HTMLElement;
	private readonly buttons: Buttons;
	/** One list is open at a time in a document, so its elements can be named once. */
	private readonly id = "expert-friend-words";
	private model: WordsListModel | null = null;

	constructor(
		private readonly surface: Surface,
		private readonly strings: InterfaceStrings["words"],
		private readonly act: WordsListActions,
		{ drawIcon, touch }: { readonly drawIcon: DrawIcon; readonly touch: boolean },
	) {
		const { dom } = surface;
		dom.tabIndex = -1;
		dom.setAttribute("role", "group");
		const head = dom.createDiv({ cls: "expert-friend-words-head" });
		head.createSpan({ cls: "expert-friend-words-title" });
		const sheet = touch ? dom.createDiv({ cls: "expert-friend-sheet-sentence" }) : null;
		this.sentence = sheet && {
			original: sheet.createDiv({ cls: "expert-friend-sheet-original" }),
			adapted: sheet.createDiv({ cls: "expert-friend-sheet-adapted", attr: { "aria-live": "polite" } }),
		};
		this.legend = (sheet ?? head).createSpan({ cls: "expert-friend-legend" });
		this.list = dom.createDiv({
			cls: "expert-friend-options",
			attr: { role: "listbox", id: this.id, "aria-label": strings.list },
		});
		this.end = new EndView(dom, strings, drawIcon, () => act.unusable());
		this.problem = dom.createDiv({ cls: "expert-friend-problem", attr: { role: "status" } });
		dom.createDiv({ cls: "expert-friend-sep" });
		const { field, fold } = ownWordRow(dom, { strings, drawIcon, touch, listId: this.id });
		this.field = field;
		dom.createDiv({ cls: "expert-friend-sep" });
		const actions = dom.createDiv({ cls: "expert-friend-words-actions", attr: { id: `${this.id}-actions` } });
		if (fold !== null) foldBy(fold, actions);
		const bottom = dom.createDiv({ cls: "expert-friend-words-foot" });
		this.foot = (touch ? head : bottom).createSpan({ cls: "expert-friend-words-who" });
		this.buttons = this.addButtons(actions, bottom, drawIcon);
		this.note = actions.createSpan({ cls: "expert-friend-words-note", attr: { role: "status" } });
		actions.insertBefore(this.note, this.buttons.others);
		this.field.addEventListener("input", () => act.own(this.field.value));
		dom.addEventListener("keydown", (event) => this.key(event));
	}

	private addButtons(actions: HTMLElement, foot: HTMLElement, drawIcon: DrawIcon): Buttons {
		const { act, strings } = this;
		const add = (parent: HTMLElement, { press, cls = "", ...spec }: ButtonSpec): HTMLButtonElement => {
			const button = addButton(parent, drawIcon, {
				...spec,
				cls: `expert-friend-quiet ${cls}`,
				press: () => {
					press();
					// A button that went away takes the keys along.
					if (button.offsetParent === null || button.hasClass("is-held")) this.focus();
				},
			});
			return button;
		};
		const rare = { cls: "is-rare" };
		const cancel = add(actions, { label: strings.cancel, press: () => act.cancel() });
		const more = add(actions, { label: strings.more, press: () => act.more(), icon: "plus", ...rare });
		const again = add(actions, { label: strings.again, press: () => act.again(), icon: "rotate-ccw" });
		const loosen = add(actions, { label: strings.loosen, press: () => act.loosen(), icon: "spline", ...rare });
		loosen.title = strings.loosenHint;
		const nextModel = add(actions, {
			label: strings.nextModel,
			press: () => act.nextModel(),
			icon: "arrow-right-left",
			...rare,
		});
		const details = add(actions, { label: strings.details, press: () => act.details() });
		const others = add(actions, { label: "", press: () => act.others(), icon: "columns-3", ...rare });
		const keepMine = add(foot, { label: strings.keepMine, press: () => act.close(), key: "esc" });
		const adopt = add(foot, { label: strings.adopt, press: () => act.enter(), cls: "is-main", key: "↵" });
		return { more, loosen, nextModel, others, cancel, again, details, adopt, keepMine };
	}

	/** Gives the keys to the list. */
	focus(): void {
		(this.sentence === null ? this.field : this.surface.dom).focus({ preventScroll: true });
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
		const { strings, buttons } = this;
		if (before?.selection !== model.selection) {
			const title = this.surface.dom.find(".expert-friend-words-title");
			// In the sheet the words stand in their sentence right below.
			const [start = "", end = ""] = this.sentence === null ? strings.head("\u0000").split("\u0000") : [strings.list];
			title.setText(start);
			if (this.sentence === null) title.createEl("b", { text: model.selection });
			title.appendText(end);
			this.surface.dom.setAttribute("aria-label", strings.head(model.selection));
		}
		if (before?.rows !== model.rows || before.awaited !== model.awaited || before.own !== model.own)
			this.renderRows(model);
		this.renderActive(model);
		this.renderSentence(model);
		this.end.render(model.end);
		this.note.setText(model.note);
		this.problem.setAttribute("aria-live", "polite");
		this.problem.setText(model.problem ?? "");
		this.foot.empty();
		this.foot.createEl("b", { text: model.modelName });
		if (model.cost !== "") this.foot.createSpan({ text: ` · ${model.cost}` });
		buttons.cancel.toggle(model.busy);
		// With nothing there, asking again and asking for more are the same.
		const again = model.failed && model.rows.length === 0;
		buttons.more.toggle(!model.busy && !again);
		buttons.loosen.toggle(!again && !model.loosened);
		buttons.others.toggle(model.others !== null);
		setLabel(buttons.others, model.others ?? "");
		buttons.nextModel.toggle(model.hasNextModel);
		// What comes back with the end keeps its place meanwhile: the buttons below don't move from under the pointer.
		for (const held of [buttons.loosen, buttons.others, buttons.nextModel]) held.toggleClass("is-held", model.busy);
		// With nothing to choose from they are what is left to do.
		this.surface.dom.toggleClass("is-empty", model.rows.length === 0);
		this.list.setCssProps({
			"--expert-friend-rows": String(model.rows.length + model.awaited === 0 ? 0 : model.reserved),
		});
		buttons.again.toggle(!model.busy && again);
		buttons.details.toggle(!model.busy && model.details);
		buttons.adopt.disabled = model.enter === null;
		const label = model.enter === "agree" ? strings.askAgreement : strings.adopt;
		setLabel(buttons.adopt, label);
	}

	private renderRows(model: WordsListModel): void {
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
		if (model.active !== null) options[model.active]?.scrollIntoView({ block: "nearest" });
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
		item(
			"expert-friend-picked",
			model.own && model.active === 0 ? this.strings.yours : this.strings.picked,
			model.counts.picked,
		);
		item("expert-friend-agreeing", this.strings.agreeing, model.counts.agreeing);
	}

	private renderSentence({ sentence: { original, adapted } }: WordsListModel): void {
		if (this.sentence === null) return;
		this.sentence.original.empty();
		for (const part of original)
			this.sentence.original.createSpan({ cls: part.differs ? "expert-friend-asked" : "", text: part.text });
		const into = this.sentence.adapted;
		into.empty();
		for (const part of adapted)
			into.createSpan({
				cls: part.role === null ? "" : `expert-friend-${part.role === "agreeing" ? "agreeing" : "picked"}`,
				text: part.text,
			});
		// Of a sentence longer than its two lines, those with the picked words.
		const picked = into.find(".expert-friend-picked");
		into.scrollTop = picked === null ? 0 : picked.offsetTop - into.offsetTop;
	}

	private key(event: KeyboardEvent): void {
		const { model, act } = this;
		if (model === null || event.isComposing) return;
		const inField = event.target === this.field || event.target === this.surface.dom;
		const last = model.rows.length - 1;
		const typing = inField && this.field.value !== "";
		const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
		if (event.key === "Escape") act.close();
		else if (event.key === "ArrowDown" && last >= 0)
			act.activate(model.active === null || model.active === last ? 0 : model.active + 1);
		else if (event.key === "ArrowUp" && last >= 0)
			act.activate(model.active === null || model.active === 0 ? last : model.active - 1);
		else if (event.key === "Home" && !typing && last >= 0) act.activate(0);
		else if (event.key === "End" && !typing && last >= 0) act.activate(last);
		else if (event.key === "Enter" && (inField || event.ctrlKey || event.metaKey)) act.enter();
		else if (inField && !typing && plain && /^[1-9]$/.test(event.key) && Number(event.key) <= last + 1)
			act.activate(Number(event.key) - 1);
		else {
			// Letters are the writer's own word, also before the field has the keys.
			if (event.target === this.surface.dom && plain && event.key.length === 1)
				this.field.focus({ preventScroll: true });
			return;
		}
		event.preventDefault();
		event.stopPropagation();
	}
}
