import type { InterfaceStrings } from "../core/i18n/en";
import { addButton, addOthers, setLabel, type ButtonSpec, type DrawIcon } from "./button";
import { EndView, type EndModel } from "./end-view";
import { foldBy, ownWordRow } from "./own-word";
import type { AdaptedPart, Phrase } from "./row";
import type { Surface } from "./surface";
import { WordsRows, type WordsRow } from "./words-rows";

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
	/** Small print under the rows: what was left out. */
	readonly note: string;
	/** What shows the proposals that were left out is called; null when none can be shown. */
	readonly see: string | null;
	/** What stands in the way, or null. */
	readonly problem: string | null;
	/** Whether the last request failed, and whether there is more to say of it. */
	readonly failed: boolean;
	/** How the list ended without a row; null when it has some, and while it is busy. */
	readonly end: EndModel | null;
	readonly details: boolean;
	/** The names of all that were asked. */
	readonly modelNames: string;
	readonly cost: string;
	readonly loosened: boolean;
	/** What it costs to ask other models, in words; empty when there are none. */
	readonly othersCost: string;
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
	/** Offers the other models, in a menu beside a button. */
	others(button: HTMLElement): void;
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
		"more" | "loosen" | "others" | "cancel" | "see" | "again" | "details" | "adopt" | "keepMine",
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
	private readonly rows: WordsRows;
	private readonly position: HTMLElement;
	private readonly legend: HTMLElement;
	private readonly field: HTMLInputElement;
	private readonly note: HTMLElement;
	private readonly end: EndView;
	private readonly problem: HTMLElement;
	private readonly names: HTMLElement;
	private readonly cost: HTMLElement;
	private readonly buttons: Buttons;
	/** One list is open at a time in a document, so its elements can be named once. */
	private readonly id = "expert-friend-words";
	private model: WordsListModel | null = null;
	/** The row that a digit chose before it has come, from 0; null for none. */
	private awaited: number | null = null;
	/** Read out, not seen. */
	private readonly news: HTMLElement;

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
		this.position = head.createSpan({ cls: "expert-friend-words-position" });
		this.news = dom.createSpan({ cls: "expert-friend-told", attr: { role: "status" } });
		const sheet = touch ? dom.createDiv({ cls: "expert-friend-sheet-sentence" }) : null;
		this.sentence = sheet && {
			original: sheet.createDiv({ cls: "expert-friend-sheet-original" }),
			adapted: sheet.createDiv({ cls: "expert-friend-sheet-adapted", attr: { "aria-live": "polite" } }),
		};
		this.legend = (sheet ?? head).createSpan({ cls: "expert-friend-legend" });
		const place = dom.createDiv({ cls: "expert-friend-words-place" });
		this.rows = new WordsRows(place, this.id, strings, act);
		const missing = place.createDiv({ cls: "expert-friend-missing" });
		this.note = missing.createSpan({ cls: "expert-friend-words-note", attr: { role: "status" } });
		this.end = new EndView(dom, strings, drawIcon, () => act.unusable());
		this.problem = dom.createDiv({ cls: "expert-friend-problem", attr: { role: "status" } });
		dom.createDiv({ cls: "expert-friend-sep" });
		const { row, field, fold } = ownWordRow(dom, { strings, drawIcon, touch, listId: this.id });
		this.field = field;
		dom.createDiv({ cls: "expert-friend-sep" });
		const actions = dom.createDiv({ cls: "expert-friend-words-actions", attr: { id: `${this.id}-actions` } });
		if (fold !== null) foldBy(fold, actions);
		const foot = dom.createDiv({ cls: "expert-friend-words-foot" });
		this.names = (touch ? head : foot).createDiv({ cls: "expert-friend-words-who" });
		this.cost = (touch ? head : foot).createSpan({ cls: "expert-friend-words-cost" });
		const ends = foot.createDiv({ cls: "expert-friend-words-ends" });
		// Docked there is little height: what ends the list stands beside the own word.
		surface.onDock = () => {
			if (touch) return;
			row.append(ends);
			field.placeholder = strings.ownLabel;
		};
		this.buttons = this.addButtons({ missing, actions, ends }, drawIcon);
		this.field.addEventListener("input", () => act.own(this.field.value));
		dom.addEventListener("keydown", (event) => this.key(event));
	}

	private addButtons(
		{ missing, actions, ends }: Readonly<Record<"missing" | "actions" | "ends", HTMLElement>>,
		drawIcon: DrawIcon,
	): Buttons {
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
		const see = add(missing, { label: "", press: () => act.unusable(), cls: "is-linked" });
		const cancel = add(actions, { label: strings.cancel, press: () => act.cancel() });
		const more = add(actions, { label: strings.more, press: () => act.more(), ...rare });
		const again = add(actions, { label: strings.again, press: () => act.again() });
		const loosen = add(actions, { label: strings.loosen, press: () => act.loosen(), ...rare });
		loosen.title = strings.loosenHint;
		const details = add(actions, { label: strings.details, press: () => act.details() });
		const others = addOthers(
			(spec) => add(actions, spec),
			strings.otherModels,
			(button) => act.others(button),
		);
		const keepMine = add(ends, { label: strings.keepMine, press: () => act.close(), key: strings.keys.escape });
		const adopt = add(ends, {
			label: strings.adopt,
			press: () => act.enter(),
			cls: "is-main",
			key: strings.keys.enter,
		});
		return { more, loosen, others, cancel, again, details, adopt, keepMine, see };
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
			this.rows.render(model);
		this.renderActive(model);
		if (this.chooseAwaited(model)) return;
		this.renderSentence(model);
		this.end.render(model.end);
		this.news.setText(newsOf(model, strings));
		this.note.setText(model.note);
		buttons.see.toggle(model.see !== null);
		setLabel(buttons.see, model.see ?? "");
		this.problem.setAttribute("aria-live", "polite");
		this.problem.setText(model.problem ?? "");
		this.names.setText(model.modelNames);
		this.cost.setText(model.cost);
		buttons.cancel.toggle(model.busy);
		// With nothing there, asking again and asking for more are the same.
		const again = model.failed && model.rows.length === 0;
		buttons.more.toggle(!model.busy && !again);
		buttons.loosen.toggle(!again && !model.loosened);
		setLabel(buttons.others, model.othersCost);
		// What comes back with the end keeps its place meanwhile: the buttons don't move from under the pointer.
		for (const held of [buttons.loosen, buttons.others]) held.toggleClass("is-held", model.busy);
		// With nothing to choose from they are what is left to do.
		this.surface.dom.toggleClass("is-empty", model.rows.length === 0);
		const rows = model.rows.length + model.awaited;
		this.surface.dom.setCssProps({ "--expert-friend-rows": String(rows === 0 ? 0 : model.reserved) });
		this.surface.dom.toggleClass(
			"is-tagged",
			model.rows.some(({ by }) => by !== null),
		);
		this.position.setText(
			model.active === null || model.rows.length < 2 ? "" : this.strings.position(model.active + 1, model.rows.length),
		);
		buttons.again.toggle(!model.busy && again);
		buttons.details.toggle(!model.busy && model.details);
		buttons.adopt.disabled = model.enter === null;
		const label = model.enter === "agree" ? strings.askAgreement : strings.adopt;
		setLabel(buttons.adopt, label);
	}

	// Chooses the row that a digit asked for, once it has come; when it does not come, nothing was chosen.
	private chooseAwaited(model: WordsListModel): boolean {
		const { awaited } = this;
		if (awaited === null) return false;
		const has = awaited < model.rows.length;
		if (has || !model.busy) this.awaited = null;
		if (has) this.act.activate(awaited);
		return has;
	}

	private renderActive(model: WordsListModel): void {
		this.rows.choose(model.active, this.awaited);
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
		const digit = inField && !typing && plain && /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : null;
		const { awaited } = this;
		if (!/^(Shift|Control|Alt|Meta|Enter)$/.test(event.key)) this.awaited = null;
		if (event.key === "Escape") act.close();
		else if (event.key === "ArrowDown" && last >= 0)
			act.activate(model.active === null || model.active === last ? 0 : model.active + 1);
		else if (event.key === "ArrowUp" && last >= 0)
			act.activate(model.active === null || model.active === 0 ? last : model.active - 1);
		else if (event.key === "Home" && !typing && last >= 0) act.activate(0);
		else if (event.key === "End" && !typing && last >= 0) act.activate(last);
		else if (event.key === "Enter" && (inField || event.ctrlKey || event.metaKey)) {
			// Not another row than the one that is waited for.
			if (awaited === null) act.enter();
		} else if (digit !== null && digit <= last) act.activate(digit);
		else if (digit !== null && digit <= last + model.awaited) {
			this.awaited = digit;
			this.render(model);
		} else {
			// Letters are the writer's own word, also before the field has the keys.
			if (event.target === this.surface.dom && plain && event.key.length === 1)
				this.field.focus({ preventScroll: true });
			return;
		}
		event.preventDefault();
		event.stopPropagation();
	}
}

/** What is read out of rows: that they are looked for, and how many there are once all have come. */
function newsOf({ busy, rows, end, problem }: WordsListModel, strings: InterfaceStrings["words"]): string {
	if (busy) return strings.asking;
	return rows.length === 0 || end !== null || problem !== null ? "" : strings.arrived(rows.length);
}
