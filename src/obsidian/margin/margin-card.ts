import { Menu, setIcon } from "obsidian";
import { canKeep, isActive, type Consultation } from "../../core/consultation";
import { excerpt } from "../../core/text";
import type { InterfaceWords } from "../../core/i18n/en";
import { renderReply } from "./reply-dom";
import { countdownWords, statusWords } from "./status-words";

/** What a card can do. All act on the consultation of that id as it is when pressed. */
export interface CardActions {
	keep(id: string, lines: readonly string[] | null): void;
	further(id: string, question: string): void;
	again(id: string, otherModel: boolean): void;
	copy(id: string): void;
	/** @returns the way back, or null when there was nothing to dismiss */
	dismiss(id: string): (() => void) | null;
	cancel(id: string): void;
	goTo(id: string): void;
	/** Names of notes of the vault that an answer mentions. */
	mentioned(consultation: Consultation): readonly string[];
	openNote(name: string, from: string): void;
	showDetails(id: string): void;
	secondPass(id: string): void;
	sideBySide(id: string): void;
	showSent(id: string): void;
	/** Tokens, money and carbon of a consultation, in words; empty parts are left out. */
	figures(consultation: Consultation): readonly string[];
}

/** One consultation in the margin. The parts stay the same elements while an answer streams, so that focus and scrolling hold. */
export class MarginCard {
	readonly dom: HTMLElement;
	private readonly title: HTMLElement;
	private readonly who: HTMLElement;
	private readonly quote: HTMLElement;
	private readonly body: HTMLElement;
	private readonly message: HTMLElement;
	private readonly countdown: HTMLElement;
	private readonly meta: HTMLElement;
	private readonly notes: HTMLElement;
	private readonly form: HTMLElement;
	private readonly actions: HTMLElement;
	private shown: Consultation | null = null;
	/** What the row of buttons was made for: it is made anew only when that changes. */
	private actionsFor = "";
	private choosing = false;

	constructor(parent: HTMLElement, readonly id: string, private readonly words: InterfaceWords, private readonly act: CardActions, private readonly dismiss: () => void) {
		this.dom = parent.createEl("article", { cls: "expert-friend-card", attr: { tabindex: "-1" } });
		const head = this.dom.createDiv({ cls: "expert-friend-card-title" });
		this.title = head.createDiv({ cls: "expert-friend-row" });
		this.who = head.createSpan({ cls: "expert-friend-who" });
		this.quote = this.dom.createEl("button", { cls: "expert-friend-card-quote", attr: { type: "button", title: words.margin.goTo } });
		this.quote.addEventListener("click", () => act.goTo(id));
		// Not read out while it grows: its end is told, once, by the view.
		this.body = this.dom.createDiv({ cls: "expert-friend-card-body" });
		const messages = this.dom.createDiv({ cls: "expert-friend-card-messages" });
		this.message = messages.createDiv({ cls: "expert-friend-card-message", attr: { role: "status" } });
		this.countdown = messages.createDiv({ cls: "expert-friend-card-countdown" });
		this.meta = this.dom.createDiv({ cls: "expert-friend-card-meta" });
		this.notes = this.dom.createDiv({ cls: "expert-friend-card-notes" });
		this.form = this.dom.createDiv({ cls: "expert-friend-card-form" });
		this.actions = this.dom.createDiv({ cls: "expert-friend-card-actions" });
		this.dom.addEventListener("keydown", (event) => this.key(event));
	}

	/** Shows the consultation as it is at `now`, in milliseconds since the epoch. */
	update(consultation: Consultation, now: number): void {
		const before = this.shown;
		this.shown = consultation;
		if (before === null || before.asked !== consultation.asked) {
			this.title.empty();
			setIcon(this.title.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), consultation.icon);
			this.title.createSpan({ text: consultation.asked });
			if (consultation.again !== null) this.title.createSpan({ cls: "expert-friend-small expert-friend-muted", text: this.words.margin.secondPass });
			this.dom.setAttribute("aria-label", `${consultation.asked}, ${consultation.modelName}`);
		}
		this.who.setText(consultation.modelName);
		this.quote.setText(this.words.quoted(excerpt(consultation.anchor.quote, 120)));
		if (before?.text !== consultation.text && !this.choosing) this.showText(consultation);
		this.showMessage(consultation, now);
		this.showMeta(consultation, now);
		if (before === null || before.status !== consultation.status) this.showNotes(consultation);
		this.showActions(consultation);
		this.dom.toggleClass("is-active", isActive(consultation));
	}

	/** Seconds and countdowns go on without any event from the friend. */
	tick(now: number): void {
		if (this.shown === null || !isActive(this.shown)) return;
		this.showMessage(this.shown, now);
		this.showMeta(this.shown, now);
	}

	private showText(consultation: Consultation): void {
		renderReply(this.body, consultation.text);
		this.body.toggleClass("is-empty", consultation.text === "");
	}

	// What the answer speaks of and the vault has: a way there, outside the answer, which links nothing itself.
	private showNotes(consultation: Consultation): void {
		this.notes.empty();
		const names = isActive(consultation) ? [] : this.act.mentioned(consultation);
		if (names.length === 0) return;
		this.notes.createSpan({ cls: "expert-friend-muted expert-friend-small", text: this.words.margin.inVault });
		for (const name of names) {
			this.notes.createEl("button", { cls: "expert-friend-quiet", text: name, attr: { type: "button" } }).addEventListener("click", () => this.act.openNote(name, consultation.path));
		}
	}

	private showMessage(consultation: Consultation, now: number): void {
		this.countdown.setText(countdownWords(this.words, consultation, now));
		const text = [consultation.lost ? this.words.margin.lost : "", statusWords(this.words, consultation)].filter((part) => part !== "").join(" ");
		if (this.message.getAttribute("data-text") === text) return;
		this.message.setAttribute("data-text", text);
		this.message.empty();
		if (text === "") return;
		if (consultation.failure !== null) setIcon(this.message.createSpan({ cls: "expert-friend-alert", attr: { "aria-hidden": "true" } }), "circle-alert");
		this.message.createSpan({ text });
	}

	private showMeta(consultation: Consultation, now: number): void {
		const { margin } = this.words;
		const active = isActive(consultation);
		const seconds = Math.round(((consultation.endedAt ?? now) - consultation.startedAt) / 1000);
		const parts = [
			active ? margin.seconds(seconds) : "",
			consultation.thinking ? margin.thinking : "",
			active && !consultation.streamed ? margin.resent : "",
			...this.act.figures(consultation),
			!active && !consultation.streamed && consultation.text !== "" ? margin.notStreamed : "",
			!active && consultation.text !== "" && consultation.status !== "done" ? margin.incomplete : "",
		].filter((part) => part !== "");
		this.meta.empty();
		if (active) {
			const dots = this.meta.createSpan({ cls: "expert-friend-dots", attr: { "aria-hidden": "true" } });
			for (let n = 0; n < 3; n++) dots.createEl("i");
		}
		this.meta.createSpan({ text: parts.join(" · ") });
	}

	private showActions(consultation: Consultation): void {
		const wanted = [consultation.status, canKeep(consultation), consultation.failure !== null, this.choosing].join();
		if (wanted === this.actionsFor) return;
		this.actionsFor = wanted;
		const { margin, keep } = this.words;
		const { id, act } = this;
		const held = this.actions.contains(this.actions.ownerDocument.activeElement);
		this.actions.empty();
		const end = createSpan({ cls: "expert-friend-card-end" });
		const button = (label: string, press: () => void, look = "", parent = this.actions): void => {
			parent.createEl("button", { cls: `expert-friend-quiet ${look}`, text: label, attr: { type: "button" } }).addEventListener("click", press);
		};
		const again = (): void => {
			button(margin.tryNow, () => act.again(id, false), "is-main");
			button(margin.otherModel, () => act.again(id, true));
		};
		if (isActive(consultation)) {
			// What waits to be tried again can be tried at once, or put to another.
			if (consultation.status === "waiting") again();
			button(margin.cancel, () => act.cancel(id), consultation.status === "waiting" ? "" : "is-main", consultation.status === "waiting" ? end : this.actions);
		} else if (this.choosing) {
			button(margin.keepSelected, () => this.keepChosen(), "is-main");
			button(keep.cancel, () => this.choose(false));
		} else {
			if (canKeep(consultation)) {
				button(margin.keep, () => act.keep(id, null), "is-main");
				button(margin.keepPart, () => this.choose(true));
				button(margin.further, () => (this.form.childElementCount > 0 ? this.form.empty() : this.openForm()));
				button(margin.again, () => act.again(id, false));
			} else again();
			if (consultation.failure !== null && consultation.failure.detail !== "") button(margin.details, () => act.showDetails(id));
			const more = end.createEl("button", { cls: "expert-friend-quiet", attr: { type: "button", "aria-label": margin.more, "aria-haspopup": "menu" } });
			setIcon(more, "ellipsis");
			more.addEventListener("click", () => this.showMore(more));
			button(margin.dismiss, () => this.dismiss(), "", end);
		}
		if (end.childElementCount > 0) this.actions.append(end);
		// The button that had the keys is gone: they stay in the card.
		if (held) this.dom.focus();
	}

	// What is wanted less often.
	private showMore(at: HTMLElement): void {
		const consultation = this.shown;
		if (consultation === null) return;
		const { id, act, words: { margin } } = this;
		const menu = new Menu();
		const item = (title: string, icon: string, press: () => void): void => void menu.addItem((one) => one.setTitle(title).setIcon(icon).onClick(press));
		if (canKeep(consultation)) {
			if (consultation.again === null) item(margin.secondPass, "rotate-ccw", () => act.secondPass(id));
			else item(margin.sideBySide, "columns-2", () => act.sideBySide(id));
			item(margin.copy, "copy", () => act.copy(id));
		}
		item(margin.sent, "eye", () => act.showSent(id));
		const { left, bottom } = at.getBoundingClientRect();
		menu.showAtPosition({ x: left, y: bottom });
	}

	// Lines as the reply has them, each with a box: what is kept is verbatim, only less of it.
	private choose(on: boolean): void {
		this.choosing = on;
		const consultation = this.shown;
		if (consultation === null) return;
		if (on) {
			this.body.empty();
			for (const line of consultation.text.split("\n").filter((text) => text.trim() !== "")) {
				const label = this.body.createEl("label", { cls: "expert-friend-line" });
				label.createEl("input", { attr: { type: "checkbox", value: line } });
				label.createSpan({ text: line });
			}
			this.body.find("input")?.focus();
		} else {
			this.showText(consultation);
			this.dom.focus();
		}
		this.showActions(consultation);
	}

	private keepChosen(): void {
		const lines = this.body.findAll("input").filter((box) => (box as HTMLInputElement).checked).map((box) => (box as HTMLInputElement).value);
		if (lines.length === 0) return;
		this.choose(false);
		this.act.keep(this.id, lines);
	}

	private openForm(): void {
		this.form.empty();
		const { margin } = this.words;
		const field = this.form.createEl("textarea", { cls: "expert-friend-field", attr: { rows: "2", placeholder: margin.furtherPlaceholder, "aria-label": margin.furtherPlaceholder } });
		const send = (): void => {
			const question = field.value.trim();
			if (question === "") return;
			this.form.empty();
			this.act.further(this.id, question);
		};
		field.addEventListener("keydown", (event) => {
			if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send();
			else if (event.key === "Escape") this.form.empty();
			else return;
			event.preventDefault();
			event.stopPropagation();
			if (event.key === "Escape") this.dom.focus();
		});
		this.form.createEl("button", { cls: "expert-friend-quiet is-main", text: margin.send, attr: { type: "button" } }).addEventListener("click", send);
		field.focus();
	}

	private key(event: KeyboardEvent): void {
		if (event.target !== this.dom || this.shown === null) return;
		if (event.key === "Enter" && canKeep(this.shown)) this.act.keep(this.id, null);
		else if (event.key === "Delete") this.dismiss();
		else if (event.key === "Escape" && isActive(this.shown)) this.act.cancel(this.id);
		else if (event.key === "Escape") this.act.goTo(this.id);
		else return;
		event.preventDefault();
		event.stopPropagation();
	}
}
