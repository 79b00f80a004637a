import { ItemView, setIcon, type WorkspaceLeaf } from "obsidian";
import { isActive } from "../../core/consultation/answer";
import { threaded, type Consultation } from "../../core/consultation/consultation";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { Comparisons } from "../consultations/comparisons";
import type { Consultations } from "../consultations/consultations";
import { isElement, isTypedIn } from "../../editor/elements";
import { Pace } from "../../editor/pace";
import { ownKeys } from "../keys/own-keys";
import { isNew, toldOf } from "./card-message";
import type { Card, ReadingActions } from "./card";
import { MarginCard, type CardActions, type CardStep } from "./margin-card";
import { ReadingCard } from "./reading-card";
import { RemarkCard } from "./remark-card";

/** The view's type, as Obsidian keeps it in the workspace. */
export const marginViewType = "expert-friend-margin";

export interface MarginPort {
	readonly strings: () => InterfaceStrings;
	readonly consultations: Consultations;
	readonly actions: CardActions;
	readonly readings: ReadingActions;
	readonly comparisons: Comparisons;
	readonly openComparison: (id: string) => void;
	/** The card the writer looks at, by the id of its consultation; null for none. */
	readonly focused: (id: string | null) => void;
	/** Path of the note the writer is in, or null. */
	readonly currentNote: () => string | null;
	readonly now: () => number;
}

/** The side view where answers wait, in the order of the text, until the writer deals with them. */
export class MarginView extends ItemView {
	private readonly cards = new Map<string, Card>();
	private readonly shownNote: { path: string | null } = { path: null };
	/** The way back for the answer dismissed last: stands where its card stood, after the card with this id. */
	private undo: { readonly dom: HTMLElement; readonly after: string | null } | null = null;
	/** The answer that was asked for last: kept in view as it comes, until the writer does anything in the margin. */
	private followed: string | null = null;
	/** What happened last, for screen readers: an answer that streams is not read out word by word. */
	private liveRegion: HTMLElement | null = null;
	private readonly pace = new Pace(window);

	constructor(
		leaf: WorkspaceLeaf,
		private readonly port: MarginPort,
	) {
		super(leaf);
		this.icon = "message-square-quote";
	}

	override getViewType(): string {
		return marginViewType;
	}

	override getDisplayText(): string {
		return this.port.strings().margin.title;
	}

	override async onOpen(): Promise<void> {
		this.contentEl.addClass("expert-friend-margin");
		this.contentEl.setAttrs({ role: "region", "aria-label": this.port.strings().margin.title, tabindex: "-1" });
		this.liveRegion = this.contentEl.createDiv({ cls: "expert-friend-told", attr: { role: "status" } });
		ownKeys(this);
		this.registerDomEvent(this.contentEl, "keydown", (event) => this.move(event));
		this.registerDomEvent(this.contentEl, "focusin", (event) => this.focused(event.target));
		for (const touched of ["wheel", "pointerdown", "keydown", "touchmove"] as const)
			this.registerDomEvent(this.contentEl, touched, () => (this.followed = null), { passive: true });
		this.register(this.port.consultations.onChange((id) => this.changed(id)));
		this.register(this.port.comparisons.onChange(() => this.render()));
		this.registerEvent(this.app.workspace.on("active-leaf-change", () => this.noteChanged()));
		this.registerEvent(this.app.workspace.on("file-open", () => this.noteChanged()));
		this.registerEvent(this.app.vault.on("create", ({ path }) => this.noteCameOrWent(path)));
		this.registerEvent(this.app.vault.on("delete", ({ path }) => this.noteCameOrWent(path)));
		this.registerInterval(window.setInterval(() => this.tick(), 1000));
		this.render();
	}

	override async onClose(): Promise<void> {
		this.port.focused(null);
		this.pace.stop();
		this.cards.clear();
		this.undo = null;
		this.liveRegion = null;
		this.contentEl.empty();
	}

	/** Brings a consultation's card into view and, when asked, gives it the keys, or begins a step in it. */
	reveal(id: string, focus: boolean | CardStep): void {
		const card = this.cards.get(id);
		if (card === undefined) return;
		this.focused(card.dom);
		card.dom.scrollIntoView({ block: "nearest" });
		if (focus !== false) card.dom.focus();
		if (typeof focus === "string" && card instanceof MarginCard) card.begin(focus);
	}

	/**
	 * Moves to the next or previous card; from outside the view, on from the card looked at last, else to the first or
	 * last.
	 * @returns false when there is none
	 */
	step(by: 1 | -1): boolean {
		const order = this.order()
			.map((consultation) => this.cards.get(consultation.id))
			.filter((card) => card !== undefined);
		const at = order.findIndex(({ dom }) => dom.hasClass("is-focused"));
		const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length];
		if (next !== undefined) this.reveal(next.id, true);
		return next !== undefined;
	}

	private focused(target: EventTarget | null): void {
		let found: string | null = null;
		for (const { dom, id } of this.cards.values()) {
			const isFocused = isElement(target) && dom.contains(target);
			dom.toggleClass("is-focused", isFocused);
			if (isFocused) found = id;
		}
		this.port.focused(found);
	}

	// This note's answers in the order of the text; then the others, by note.
	private order(): readonly Consultation[] {
		const path = this.port.currentNote() ?? this.shownNote.path;
		const { comparisons, consultations } = this.port;
		// The answers of an open comparison are shown there: here they would betray which model is which.
		const own = consultations.list.filter(
			({ comparison }) => comparison === null || comparisons.get(comparison) === null,
		);
		return threaded(
			own,
			(a, b) =>
				Number(b.path === path) - Number(a.path === path) ||
				a.path.localeCompare(b.path) ||
				a.anchor.from - b.anchor.from ||
				a.startedAt - b.startedAt,
		);
	}

	private render(): void {
		const { activeElement } = this.contentEl.ownerDocument;
		const held = this.contentEl.contains(activeElement) ? activeElement : null;
		const at = [...this.contentEl.findAll(":scope > article")].findIndex((card) => card.contains(held));
		this.draw();
		if (held === null || held === this.contentEl.ownerDocument.activeElement) return;
		// The card with the keys is gone: they go to the one in its place, where more can be dealt with; after the last
		// one back to the note.
		const cards = this.contentEl.findAll(":scope > article");
		const next = this.contentEl.contains(held) ? held : cards[Math.min(Math.max(0, at), cards.length - 1)];
		if (next === undefined) this.port.actions.toNote();
		else if (next.instanceOf(HTMLElement)) next.focus();
	}

	private draw(): void {
		this.shownNote.path = this.port.currentNote() ?? this.shownNote.path;
		const list = this.order();
		const shown = new Set(list.map(({ id }) => id));
		for (const [id, card] of this.cards) {
			if (!shown.has(id)) {
				card.dom.remove();
				this.cards.delete(id);
			}
		}
		const keep = new Map(
			list.map((consultation) => [consultation.id, this.cards.get(consultation.id) ?? this.newCard(consultation)]),
		);
		for (const [id, card] of keep) this.cards.set(id, card);
		const head = this.drawHead(list);
		if (list.length > 0) this.drawCards(list, keep, head);
	}

	/** What stands above the cards: the open comparisons, and how many answers there are, or what to do. */
	private drawHead(list: readonly Consultation[]): HTMLElement {
		const strings = this.port.strings();
		const open = this.port.comparisons.list;
		this.contentEl
			.findAll(":scope > :not(article, .expert-friend-undo, .expert-friend-told)")
			.forEach((element) => element.remove());
		const head = this.contentEl.createDiv({ cls: "expert-friend-margin-head" });
		this.contentEl.prepend(head);
		if (this.undo !== null) head.after(this.undo.dom);
		for (const comparison of open) {
			const button = head.createEl("button", { cls: "expert-friend-quiet", attr: { type: "button" } });
			setIcon(button.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), "columns-3");
			button.createSpan({ text: strings.labelled(strings.compare.tab, comparison.asked) });
			button.addEventListener("click", () => this.port.openComparison(comparison.id));
		}
		if (list.length === 0) {
			if (open.length > 0) return head;
			head.createSpan({ text: strings.margin.empty });
			this.contentEl.createEl("p", { cls: "expert-friend-note", text: strings.margin.emptyHint });
			return head;
		}
		// A reading is one consultation, however many remarks it has.
		const asked = list.filter(({ remark }) => remark === undefined);
		const here = asked.filter((consultation) => consultation.path === this.shownNote.path);
		head.createSpan({ text: strings.margin.here(here.length) });
		if (here.length < asked.length)
			head.createSpan({ cls: "expert-friend-end", text: strings.margin.elsewhere(asked.length - here.length) });
		return head;
	}

	/** The cards in the order of the list, each under the name of its note where that is another; and what undoes. */
	private drawCards(list: readonly Consultation[], cards: ReadonlyMap<string, Card>, head: HTMLElement): void {
		const strings = this.port.strings();
		const shown = new Set(list.map(({ id }) => id));
		const undo = this.undo !== null && this.undo.after !== null && shown.has(this.undo.after) ? this.undo : null;
		let after: Element = undo === null ? (this.undo?.dom ?? head) : head;
		let path = this.shownNote.path;
		for (const consultation of list) {
			const card = cards.get(consultation.id);
			if (card === undefined) continue;
			if (consultation.path !== path) {
				path = consultation.path;
				const name = path.replace(/^.*\//, "").replace(/\.md$/, "");
				const label = this.contentEl.createDiv({
					cls: "expert-friend-margin-note",
					text: strings.margin.openNote(name),
				});
				after.after(label);
				after = label;
			}
			if (after.nextElementSibling !== card.dom) after.after(card.dom);
			after = card.dom;
			if (undo?.after === consultation.id) {
				after.after(undo.dom);
				after = undo.dom;
			}
			if (card.consultation === null && isActive(consultation)) this.followed = consultation.id;
			this.show(card, consultation);
			// What it goes on from may be kept or dismissed: then nothing leads to it.
			card.dom.toggleClass("is-further", shown.has(consultation.further?.id ?? ""));
		}
	}

	private newCard(consultation: Consultation): Card {
		const { contentEl, port } = this;
		const { id, reading, remark } = consultation;
		const strings = port.strings();
		const dismiss = (): void => this.dismiss(id);
		if (remark !== undefined) return new RemarkCard(contentEl, id, strings, port, dismiss);
		if (reading !== undefined) return new ReadingCard(contentEl, id, strings, port, dismiss);
		return new MarginCard(contentEl, id, strings, port.actions, { pace: this.pace, dismiss });
	}

	private show(card: Card, consultation: Consultation): void {
		if (isNew(card.consultation, consultation)) this.liveRegion?.setText(toldOf(this.port.strings(), consultation));
		card.update(consultation, this.port.now());
		if (consultation.id === this.followed && card.dom.offsetHeight < this.contentEl.clientHeight)
			card.dom.scrollIntoView({ block: "nearest" });
	}

	private changed(id: string | null): void {
		const consultation = id === null ? null : this.port.consultations.get(id);
		const card = id === null ? undefined : this.cards.get(id);
		const hidden = consultation !== null && consultation.comparison !== null && card === undefined;
		if (hidden) return;
		if (consultation === null || card === undefined || this.isOutOfOrder()) this.render();
		else {
			this.show(card, consultation);
			// Its reading counts what is settled.
			const head = consultation.remark?.reading ?? "";
			const reading = this.port.consultations.get(head);
			if (reading !== null) this.cards.get(head)?.update(reading, this.port.now());
		}
	}

	// The text was moved, or the note renamed.
	private isOutOfOrder(): boolean {
		const shown = this.contentEl.findAll(":scope > article");
		return this.order().some(({ id }, index) => this.cards.get(id)?.dom !== shown[index]);
	}

	private dismiss(id: string): void {
		const { actions } = this.port;
		const order = this.order().map((consultation) => consultation.id);
		const held = this.cards.get(id)?.dom.contains(this.contentEl.ownerDocument.activeElement) === true;
		// The keys wait here for the way back.
		if (held) this.contentEl.focus();
		const undo = actions.dismiss(id);
		if (undo === null) return;
		this.forgetUndo();
		const { margin } = this.port.strings();
		const dom = this.contentEl.createDiv({ cls: "expert-friend-undo expert-friend-row" });
		this.undo = { dom, after: order[order.indexOf(id) - 1] ?? null };
		dom.createSpan({ text: margin.dismissed, attr: { role: "status" } });
		const button = dom.createEl("button", {
			cls: "expert-friend-quiet is-main",
			text: margin.undoDismiss,
			attr: { type: "button" },
		});
		button.addEventListener("click", () => {
			this.forgetUndo();
			undo();
			this.reveal(id, true);
		});
		this.render();
		if (held) button.focus();
	}

	private forgetUndo(): void {
		this.undo?.dom.remove();
		this.undo = null;
	}

	private noteChanged(): void {
		const path = this.port.currentNote();
		if (path === null || path === this.shownNote.path) return;
		this.forgetUndo();
		this.render();
	}

	private noteCameOrWent(path: string): void {
		if (this.port.consultations.ofNote(path).length > 0) this.render();
	}

	private tick(): void {
		for (const card of this.cards.values()) card.tick(this.port.now());
	}

	private move(event: KeyboardEvent): void {
		if (event.key === "Escape" && !event.isComposing) {
			this.port.actions.toNote();
			event.preventDefault();
			return;
		}
		if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
		if (isTypedIn(event.target)) return;
		this.step(event.key === "ArrowDown" ? 1 : -1);
		event.preventDefault();
	}
}
