import { Menu, setIcon } from "obsidian";
import { isActive } from "../../core/consultation/answer";
import { canKeep, selectedNow, type Consultation } from "../../core/consultation/consultation";
import { excerpt } from "../../core/text/text";
import type { ServerProgram } from "../../core/endpoint/endpoint";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { Pace } from "../../editor/pace";
import type { Card } from "./card";
import { cardButtons, type ButtonLook, type CardButtons } from "./card-buttons";
import { messageOf } from "./card-message";
import { openFurther } from "./further-form";
import { LineChoice } from "./line-choice";
import { ReplyBody } from "./reply-body";

/** What a card can do. All act on the consultation of that id as it is when pressed. */
export interface CardActions {
	/** The figures of one of several that were asked the same. @param other the one it is measured by */
	figuresBeside(consultation: Consultation, other: Consultation): readonly string[];
	/** @param part what of the answer is kept; null for all of it */
	keep(id: string, part: string | null): void;
	/** Resolves to false when nothing was asked, and the writer was told why. */
	further(id: string, question: string): Promise<boolean>;
	again(id: string, otherModel: boolean): void;
	copy(id: string): void;
	/** @returns the way back, or null when there was nothing to dismiss */
	dismiss(id: string): (() => void) | null;
	cancel(id: string): void;
	/** Shows the passage in its note. */
	goTo(id: string): void;
	/** Gives the keys back to the note the writer was in, which stays as it is. */
	toNote(): void;
	/** Whether the vault still has the note, and what runs the model that was asked. */
	around(consultation: Consultation): { readonly hasNote: boolean; readonly program: ServerProgram };
	/** Whether the answer that this one reads the passage again for still waits. */
	hasFirst(consultation: Consultation): boolean;
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

/** What a card can be opened with: the choice of a part to keep, or the field for a further question. */
export type CardStep = "keepPart" | "further";

/** What a card has from the margin it stands in. */
export interface CardPlace {
	/** Keeps the answers of all cards from taking all the time. */
	readonly pace: Pace;
	dismiss(): void;
}

/**
 * One consultation in the margin. The parts stay the same elements while an answer streams, so that focus and
 * scrolling hold.
 */
export class MarginCard implements Card {
	readonly dom: HTMLElement;
	private readonly title: HTMLElement;
	private readonly who: HTMLElement;
	private readonly quote: HTMLElement;
	private readonly further: HTMLElement;
	private readonly body: ReplyBody;
	private readonly message: HTMLElement;
	private readonly meta: HTMLElement;
	private readonly notes: HTMLElement;
	private readonly form: HTMLElement;
	private readonly actions: HTMLElement;
	private shown: Consultation | null = null;
	/** What the row of buttons was made for: it is made anew only when that changes. */
	private actionsFor = "";
	private buttons: CardButtons;
	private choice: LineChoice | null = null;

	constructor(
		parent: HTMLElement,
		readonly id: string,
		private readonly strings: InterfaceStrings,
		private readonly act: CardActions,
		private readonly own: CardPlace,
	) {
		this.dom = parent.createEl("article", { cls: "expert-friend-card", attr: { tabindex: "-1" } });
		const head = this.dom.createDiv({ cls: "expert-friend-card-title" });
		this.title = head.createDiv({ cls: "expert-friend-row" });
		this.who = head.createSpan({ cls: "expert-friend-who" });
		this.further = this.dom.createDiv({ cls: "expert-friend-further" });
		this.quote = this.dom.createEl("button", { cls: "expert-friend-card-quote", attr: { type: "button" } });
		this.quote.addEventListener("click", () => act.goTo(id));
		this.body = new ReplyBody(this.dom.createDiv({ cls: "expert-friend-card-body" }), own.pace);
		this.message = this.dom.createDiv({ cls: "expert-friend-card-message" });
		this.meta = this.dom.createDiv({ cls: "expert-friend-card-meta" });
		this.notes = this.dom.createDiv({ cls: "expert-friend-card-notes" });
		this.form = this.dom.createDiv({ cls: "expert-friend-card-form" });
		this.actions = this.dom.createDiv({ cls: "expert-friend-card-actions" });
		this.buttons = cardButtons(this.actions);
		this.dom.addEventListener("keydown", (event) => this.key(event));
	}

	/** What was shown last; null before anything was. */
	get consultation(): Consultation | null {
		return this.shown;
	}

	/** Shows the consultation as it is at `now`, in milliseconds since the epoch. */
	update(consultation: Consultation, now: number): void {
		const before = this.shown;
		this.shown = consultation;
		if (before === null || before.asked !== consultation.asked) {
			this.title.empty();
			setIcon(this.title.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), consultation.icon);
			this.title.createSpan({ text: consultation.asked });
			if (consultation.again !== null)
				this.title.createSpan({ cls: "expert-friend-small expert-friend-muted", text: this.strings.margin.secondPass });
			this.dom.setAttribute("aria-label", `${consultation.asked}, ${consultation.modelName}`);
			this.who.setText(consultation.modelName);
			this.showFurther(consultation);
		}
		if (before?.anchor.quote !== consultation.anchor.quote) this.showQuote(consultation);
		if (this.choice === null) this.body.show(consultation.text);
		this.showMessage(consultation, now);
		// While words come, the figures follow with the seconds.
		const isNew =
			before === null ||
			before.status !== consultation.status ||
			before.thinking !== consultation.thinking ||
			before.streamed !== consultation.streamed;
		if (isNew || !isActive(consultation)) this.showMeta(consultation, now);
		if (before === null || before.status !== consultation.status) this.showNotes(consultation);
		this.showActions(consultation);
		this.dom.toggleClass("is-active", isActive(consultation));
		this.dom.setAttribute("aria-busy", String(isActive(consultation)));
	}

	/** Begins what the writer asked for elsewhere. */
	begin(step: CardStep): void {
		if (step === "further") this.askFurther();
		else this.choose(true);
	}

	/** Seconds and countdowns go on without any event from the friend. */
	tick(now: number): void {
		if (this.shown === null || !isActive(this.shown)) return;
		this.showMessage(this.shown, now);
		this.showMeta(this.shown, now);
	}

	// What a question goes on from stands above it; the passage is the same.
	private showFurther({ further }: Consultation): void {
		if (further !== undefined) this.further.setText(this.strings.margin.furtherTo(excerpt(further.asked, 120)));
	}

	// The passage, or the words of it that were asked about.
	private showQuote(consultation: Consultation): void {
		const { anchor } = consultation;
		const selected = selectedNow(consultation);
		const passage = this.strings.quoted(excerpt(selected?.words ?? anchor.quote, 120));
		this.quote.setText(passage);
		this.quote.setAttribute("aria-label", this.strings.margin.goTo(passage));
		this.quote.title = selected === null ? "" : excerpt(anchor.quote, 400);
	}

	// What the answer speaks of and the vault has: a way there, outside the answer, which links nothing itself.
	private showNotes(consultation: Consultation): void {
		this.notes.empty();
		const names = isActive(consultation) ? [] : this.act.mentioned(consultation);
		if (names.length === 0) return;
		this.notes.createSpan({ cls: "expert-friend-muted expert-friend-small", text: this.strings.margin.inVault });
		for (const name of names) {
			this.notes
				.createEl("button", { cls: "expert-friend-quiet", text: name, attr: { type: "button" } })
				.addEventListener("click", () => this.act.openNote(name, consultation.path));
		}
	}

	private showMessage(consultation: Consultation, now: number): void {
		const text = messageOf(this.strings, consultation, this.act.around(consultation), now);
		if (this.message.getAttribute("data-text") === text) return;
		this.message.setAttribute("data-text", text);
		this.message.empty();
		if (text === "") return;
		if (consultation.failure !== null)
			setIcon(this.message.createSpan({ cls: "expert-friend-alert", attr: { "aria-hidden": "true" } }), "circle-alert");
		this.message.createSpan({ text });
	}

	private showMeta(consultation: Consultation, now: number): void {
		const { margin } = this.strings;
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
		if (parts.length === 0) return;
		if (active) {
			const dots = this.meta.createSpan({ cls: "expert-friend-dots", attr: { "aria-hidden": "true" } });
			for (let n = 0; n < 3; n++) dots.createEl("i");
		}
		this.meta.createSpan({ text: parts.join(" · ") });
	}

	private showActions(consultation: Consultation): void {
		const wanted = [
			isActive(consultation),
			consultation.status === "waiting",
			canKeep(consultation),
			consultation.failure !== null,
			this.choice !== null,
		].join();
		if (wanted === this.actionsFor) return;
		this.actionsFor = wanted;
		const held = this.actions.contains(this.actions.ownerDocument.activeElement);
		this.actions.empty();
		this.addActions(consultation);
		// The button that had the keys is gone: they stay in the card.
		if (held) this.dom.focus();
	}

	private addActions(consultation: Consultation): void {
		this.buttons = cardButtons(this.actions);
		const { margin, keep } = this.strings;
		const { id, act } = this;
		if (isActive(consultation)) {
			if (consultation.status === "waiting") {
				this.button(margin.tryNow, () => act.again(id, false), "is-main");
				this.button(margin.otherModel, () => act.again(id, true));
			}
			this.button(margin.cancel, () => act.cancel(id), consultation.status === "waiting" ? "is-end" : "is-main");
			return;
		}
		if (this.choice !== null) {
			this.button(margin.keepSelected, () => this.keepChosen(), "is-main");
			this.button(keep.cancel, () => this.choose(false));
			return;
		}
		if (canKeep(consultation)) {
			this.button(margin.keep, () => act.keep(id, null), "is-main");
			this.button(margin.keepPart, () => this.choose(true));
			this.button(margin.further, () => this.askFurther());
			const again = this.button(margin.again, () => this.openAgain(again, consultation));
			again.setAttribute("aria-haspopup", "menu");
		} else {
			this.button(margin.tryNow, () => act.again(id, false), "is-main");
			this.button(margin.otherModel, () => act.again(id, true));
		}
		if (!canKeep(consultation) && hasDetails(consultation)) this.button(margin.details, () => act.showDetails(id));
		const more = this.button("", () => this.openMore(more, consultation));
		setIcon(more, "ellipsis");
		more.setAttrs({ "aria-label": margin.more, "aria-haspopup": "menu" });
		this.button(margin.dismiss, () => this.own.dismiss(), "is-end");
	}

	private button(label: string, press: () => void, look: ButtonLook = ""): HTMLElement {
		return this.buttons(label, press, look);
	}

	private openAgain(at: HTMLElement, { modelName }: Consultation): void {
		const {
			act,
			id,
			strings: { margin },
		} = this;
		openMenu(at, [
			[margin.sameModel(modelName), "rotate-ccw", () => act.again(id, false)],
			[margin.otherModel, "chevrons-up-down", () => act.again(id, true)],
		]);
	}

	// What is wanted less often: the others fit one line.
	private openMore(at: HTMLElement, consultation: Consultation): void {
		const {
			act,
			id,
			strings: { margin },
		} = this;
		const reading: MenuItem = act.hasFirst(consultation)
			? [margin.sideBySide, "columns-2", () => act.sideBySide(id)]
			: [margin.secondPass, "glasses", () => act.secondPass(id)];
		openMenu(at, [
			...(canKeep(consultation) ? [reading, [margin.copy, "copy", () => act.copy(id)] satisfies MenuItem] : []),
			...(canKeep(consultation) && hasDetails(consultation)
				? [[margin.details, "info", () => act.showDetails(id)] satisfies MenuItem]
				: []),
			[margin.sent, "eye", () => act.showSent(id)],
		]);
	}

	private choose(on: boolean): void {
		const consultation = this.shown;
		if (consultation === null) return;
		this.body.leave();
		this.choice = on ? new LineChoice(this.body.dom, consultation.text) : null;
		if (!on) {
			this.body.dom.empty();
			this.body.show(consultation.text);
			this.dom.focus();
		}
		this.showActions(consultation);
	}

	private keepChosen(): void {
		const part = this.choice?.chosen ?? "";
		if (part === "") return;
		this.choose(false);
		this.act.keep(this.id, part);
	}

	private askFurther(): void {
		openFurther(this.form, this.strings.margin, {
			send: (question) => this.act.further(this.id, question),
			closed: () => this.dom.focus(),
		});
	}

	private key(event: KeyboardEvent): void {
		if (this.shown === null || event.isComposing) return;
		const onCard = event.target === this.dom;
		if (onCard && event.key === "Enter" && canKeep(this.shown)) this.act.keep(this.id, null);
		else if (onCard && event.key === "Delete") this.own.dismiss();
		else if (event.key === "Escape" && this.choice !== null) this.choose(false);
		else if (event.key === "Escape" && isActive(this.shown)) this.act.cancel(this.id);
		else if (event.key === "Escape") this.act.toNote();
		else return;
		event.preventDefault();
		event.stopPropagation();
	}
}

function hasDetails({ failure, notes = [] }: Consultation): boolean {
	return (failure !== null && failure.detail !== "") || notes.length > 0;
}

/** What it is called, its icon, what it does. */
type MenuItem = readonly [title: string, icon: string, press: () => void];

/** Opens a menu below what was pressed. */
function openMenu(at: HTMLElement, items: readonly MenuItem[]): void {
	const menu = new Menu();
	for (const [title, icon, press] of items) menu.addItem((item) => item.setTitle(title).setIcon(icon).onClick(press));
	const { left, bottom } = at.getBoundingClientRect();
	menu.showAtPosition({ x: left, y: bottom }, at.ownerDocument);
}
