import { ItemView, setIcon, type WorkspaceLeaf } from "obsidian";
import { isActive, type Consultation } from "../../core/consultation";
import type { InterfaceWords } from "../../core/i18n/en";
import type { Comparisons } from "../consultations/comparisons";
import type { Consultations } from "../consultations/consultations";
import { MarginCard, type CardActions } from "./margin-card";

/** The view's type, as Obsidian keeps it in the workspace. */
export const marginViewType = "expert-friend-margin";

export interface MarginPort {
	readonly words: () => InterfaceWords;
	readonly consultations: Consultations;
	readonly actions: CardActions;
	readonly comparisons: Comparisons;
	readonly openComparison: (id: string) => void;
	/** Path of the note the writer is in, or null. */
	readonly currentNote: () => string | null;
	/** The writer is at this answer now, or at none. */
	readonly focused: (id: string | null) => void;
	readonly now: () => number;
}

/** The side view where answers wait, in the order of the text, until the writer deals with them. */
export class MarginView extends ItemView {
	private readonly cards = new Map<string, MarginCard>();
	private readonly shownNote: { path: string | null } = { path: null };
	/** Tells a screen reader that an answer is there, wherever the writer is. */
	private told: HTMLElement | null = null;
	private running: ReadonlySet<string> = new Set();
	/** The way back for the answer dismissed last: stands where its card stood, after the card with this id. */
	private undo: { readonly dom: HTMLElement; readonly after: string | null } | null = null;

	constructor(leaf: WorkspaceLeaf, private readonly port: MarginPort) {
		super(leaf);
		this.icon = "message-square-quote";
	}

	override getViewType(): string {
		return marginViewType;
	}

	override getDisplayText(): string {
		return this.port.words().margin.title;
	}

	override async onOpen(): Promise<void> {
		this.contentEl.addClass("expert-friend-margin");
		this.told = this.contentEl.createDiv({ cls: "expert-friend-unseen", attr: { role: "status" } });
		this.contentEl.addEventListener("keydown", (event) => this.move(event));
		const at = (event: Event): string | null => [...this.cards].find(([, { dom }]) => event.target instanceof Node && dom.contains(event.target))?.[0] ?? null;
		for (const type of ["focusin", "pointerdown"] as const) this.contentEl.addEventListener(type, (event) => this.mark(at(event)));
		this.register(this.port.consultations.onChange((id) => this.changed(id)));
		this.register(this.port.comparisons.onChange(() => this.render()));
		this.registerEvent(this.app.workspace.on("active-leaf-change", () => this.noteChanged()));
		this.registerEvent(this.app.workspace.on("file-open", () => this.noteChanged()));
		this.registerInterval(window.setInterval(() => this.tick(), 1000));
		this.render();
	}

	override async onClose(): Promise<void> {
		this.port.focused(null);
		this.cards.clear();
		this.undo = null;
		this.told = null;
		this.contentEl.empty();
	}

	/** Brings a consultation's card into view and, when asked, gives it the keys. */
	reveal(id: string, focus: boolean): void {
		const card = this.cards.get(id);
		if (card === undefined) return;
		this.mark(id);
		card.dom.scrollIntoView({ block: "nearest" });
		if (focus) card.dom.focus();
	}

	private mark(id: string | null): void {
		for (const [other, { dom }] of this.cards) dom.toggleClass("is-focused", other === id);
		this.port.focused(id);
	}

	/** Moves to the next or previous card; from outside the view, to the first or last. */
	step(by: 1 | -1): void {
		const order = this.order().map((consultation) => this.cards.get(consultation.id)?.dom).filter((dom) => dom !== undefined);
		const at = order.findIndex((dom) => dom.contains(dom.ownerDocument.activeElement));
		const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length];
		const id = [...this.cards].find(([, card]) => card.dom === next)?.[0];
		if (id !== undefined) this.reveal(id, true);
	}

	// This note's answers in the order of the text; then the others, by note.
	private order(): readonly Consultation[] {
		const path = this.port.currentNote() ?? this.shownNote.path;
		const { comparisons, consultations } = this.port;
		// The answers of an open comparison are shown there: here they would betray which model is which.
		const own = consultations.list.filter(({ comparison }) => comparison === null || comparisons.get(comparison) === null);
		return own.sort((a, b) =>
			Number(b.path === path) - Number(a.path === path) || a.path.localeCompare(b.path) || a.anchor.from - b.anchor.from || a.startedAt - b.startedAt);
	}

	private render(): void {
		const { actions } = this.port;
		const words = this.port.words();
		this.shownNote.path = this.port.currentNote() ?? this.shownNote.path;
		const held = this.contentEl.ownerDocument.activeElement;
		const list = this.order();
		const shown = new Set(list.map(({ id }) => id));
		const place = this.contentEl.findAll("article").findIndex((dom) => dom.contains(held));
		for (const [id, card] of this.cards) {
			if (!shown.has(id)) {
				card.dom.remove();
				this.cards.delete(id);
			}
		}
		// The card that had the keys is gone, as when its answer was kept: they go on with the next one, or with the note.
		const left = place >= 0 && held !== null && !this.contentEl.contains(held);
		const open = this.port.comparisons.list;
		const keep = new Map(list.map((consultation) => [consultation.id, this.cards.get(consultation.id) ?? new MarginCard(this.contentEl, consultation.id, words, actions, () => this.dismiss(consultation.id))]));
		for (const [id, card] of keep) this.cards.set(id, card);
		this.contentEl.findAll(":scope > :not(article, .expert-friend-undo, .expert-friend-unseen)").forEach((element) => element.remove());
		const head = this.contentEl.createDiv({ cls: "expert-friend-margin-head" });
		this.contentEl.prepend(head);
		if (this.undo !== null) head.after(this.undo.dom);
		for (const comparison of open) {
			const button = head.createEl("button", { cls: "expert-friend-quiet", attr: { type: "button" } });
			setIcon(button.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), "columns-3");
			button.createSpan({ text: `${words.compare.tab}: ${comparison.asked}` });
			button.addEventListener("click", () => this.port.openComparison(comparison.id));
		}
		if (list.length === 0) {
			if (left) this.leave();
			if (open.length > 0) return;
			head.createSpan({ text: words.margin.empty });
			this.contentEl.createEl("p", { cls: "expert-friend-note", text: words.margin.emptyHint });
			return;
		}
		const here = list.filter((consultation) => consultation.path === this.shownNote.path);
		head.createSpan({ text: words.margin.here(here.length) });
		if (here.length < list.length) head.createSpan({ cls: "expert-friend-end", text: words.margin.elsewhere(list.length - here.length) });
		const undo = this.undo !== null && this.undo.after !== null && shown.has(this.undo.after) ? this.undo : null;
		let after: Element = undo === null ? this.undo?.dom ?? head : head;
		let path = this.shownNote.path;
		for (const consultation of list) {
			const card = keep.get(consultation.id);
			if (card === undefined) continue;
			if (consultation.path !== path) {
				path = consultation.path;
				const name = path.replace(/^.*\//, "").replace(/\.md$/, "");
				const label = this.contentEl.createDiv({ cls: "expert-friend-margin-note", text: words.margin.openNote(name) });
				after.after(label);
				after = label;
			}
			if (after.nextElementSibling !== card.dom) after.after(card.dom);
			after = card.dom;
			if (undo?.after === consultation.id) {
				after.after(undo.dom);
				after = undo.dom;
			}
			card.update(consultation, this.port.now());
		}
		if (left) this.reveal(list[Math.min(place, list.length - 1)]?.id ?? "", true);
		else if (held instanceof HTMLElement && held !== this.contentEl.ownerDocument.activeElement && this.contentEl.contains(held)) held.focus();
	}

	private leave(): void {
		const leaf = this.app.workspace.getMostRecentLeaf();
		if (leaf !== null) this.app.workspace.setActiveLeaf(leaf, { focus: true });
	}

	private changed(id: string | null): void {
		const consultation = id === null ? null : this.port.consultations.get(id);
		const card = id === null ? undefined : this.cards.get(id);
		const hidden = consultation !== null && consultation.comparison !== null && card === undefined;
		if (hidden) return;
		this.tell(consultation);
		if (consultation === null || card === undefined) this.render();
		else card.update(consultation, this.port.now());
	}

	private tell(consultation: Consultation | null): void {
		if (consultation?.status === "done" && this.running.has(consultation.id)) this.told?.setText(this.port.words().margin.arrived(consultation.asked));
		this.running = new Set(this.port.consultations.list.filter(isActive).map(({ id }) => id));
	}

	private dismiss(id: string): void {
		const { actions } = this.port;
		const order = this.order().map((consultation) => consultation.id);
		const held = this.cards.get(id)?.dom.contains(this.contentEl.ownerDocument.activeElement) === true;
		const undo = actions.dismiss(id);
		if (undo === null) return;
		this.forgetUndo();
		const { margin } = this.port.words();
		const dom = this.contentEl.createDiv({ cls: "expert-friend-undo expert-friend-row" });
		this.undo = { dom, after: order[order.indexOf(id) - 1] ?? null };
		dom.createSpan({ text: margin.dismissed, attr: { role: "status" } });
		const button = dom.createEl("button", { cls: "expert-friend-quiet is-main", text: margin.undoDismiss, attr: { type: "button" } });
		button.addEventListener("click", () => {
			this.forgetUndo();
			undo();
			this.reveal(id, true);
		});
		this.render();
		// The keys were in the card that went: they come to what stands in its place.
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

	private tick(): void {
		for (const card of this.cards.values()) card.tick(this.port.now());
	}

	private move(event: KeyboardEvent): void {
		if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
		if (event.target instanceof Element && event.target.closest("textarea, input")) return;
		this.step(event.key === "ArrowDown" ? 1 : -1);
		event.preventDefault();
	}
}
