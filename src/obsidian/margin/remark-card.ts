import { setIcon } from "obsidian";
import { settledBy, type Consultation } from "../../core/consultation/consultation";
import type { InterfaceStrings } from "../../core/i18n/en";
import { excerpt } from "../../core/text/text";
import type { Card, ReadingActions } from "./card";
import { cardButtons } from "./card-buttons";
import { openFurther } from "./further-form";
import type { CardActions } from "./margin-card";
import { renderReply } from "./reply-dom";

/** What a remark's card can do. */
export interface RemarkCardPort {
	readonly actions: Pick<CardActions, "keep" | "further" | "goTo" | "toNote">;
	readonly readings: Pick<ReadingActions, "tick">;
}

/** One remark of a reading, with its tick. A settled one stays, quiet, and says why. */
export class RemarkCard implements Card {
	readonly dom: HTMLElement;
	private readonly box: HTMLElement;
	private readonly quote: HTMLElement;
	private readonly body: HTMLElement;
	private readonly form: HTMLElement;
	private shown: Consultation | null = null;
	private look = "";

	constructor(
		parent: HTMLElement,
		readonly id: string,
		private readonly strings: InterfaceStrings,
		private readonly port: RemarkCardPort,
		private readonly dismiss: () => void,
	) {
		const { margin, reading } = strings;
		this.dom = parent.createEl("article", { cls: "expert-friend-card expert-friend-remark", attr: { tabindex: "-1" } });
		this.box = this.dom.createEl("button", {
			cls: "expert-friend-tick clickable-icon",
			attr: { type: "button", role: "checkbox", "aria-label": reading.settle },
		});
		this.box.addEventListener("click", () => port.readings.tick(id));
		const words = this.dom.createDiv();
		this.quote = words.createEl("button", { cls: "expert-friend-card-quote", attr: { type: "button" } });
		this.quote.addEventListener("click", () => port.actions.goTo(id));
		this.body = words.createDiv({ cls: "expert-friend-card-body" });
		this.form = words.createDiv({ cls: "expert-friend-card-form" });
		const button = cardButtons(words.createDiv({ cls: "expert-friend-card-actions" }));
		button(margin.keep, () => port.actions.keep(id, null), "is-main");
		button(margin.further, () => this.askFurther());
		button(margin.dismiss, dismiss, "is-end");
		this.dom.addEventListener("keydown", (event) => this.pressed(event));
	}

	get consultation(): Consultation | null {
		return this.shown;
	}

	update(consultation: Consultation): void {
		this.shown = consultation;
		const { remark } = consultation;
		if (remark === undefined) return;
		const { reading, quoted } = this.strings;
		const by = settledBy(consultation);
		const look = JSON.stringify([remark, by, consultation.text]);
		if (look === this.look) return;
		this.look = look;
		const words = quoted(excerpt(remark.quotation, 120));
		const numbered = reading.numbered(remark.number, words);
		this.quote.setText(numbered);
		this.quote.setAttribute("aria-label", this.strings.margin.goTo(numbered));
		this.dom.setAttribute("aria-label", reading.remark(remark.number));
		this.dom.toggleClass("is-settled", by !== null);
		this.box.setAttribute("aria-checked", String(by !== null));
		// What a later reading or a change in the note says is not for a tick to undo.
		this.box.toggleAttribute("disabled", by === "gone" || by === "reading");
		this.box.empty();
		setIcon(this.box, by === null ? "square" : "square-check");
		renderReply(this.body, consultation.text);
		if (by === null) return;
		const why =
			by === "gone" ? reading.gone : by === "tick" ? reading.ticked : reading.settledNow(remark.settled ?? "");
		this.body.prepend(createEl("p", { cls: "expert-friend-remark-why", text: why }));
	}

	tick(): void {
		// Nothing of a remark goes on by itself.
	}

	private askFurther(): void {
		openFurther(this.form, this.strings.margin, {
			send: (question) => this.port.actions.further(this.id, question),
			closed: () => this.dom.focus(),
		});
	}

	private pressed(event: KeyboardEvent): void {
		if (event.isComposing) return;
		const onCard = event.target === this.dom;
		if (onCard && event.key === "Enter") this.port.actions.keep(this.id, null);
		else if (onCard && event.key === " ") this.port.readings.tick(this.id);
		else if (onCard && event.key === "Delete") this.dismiss();
		else if (event.key === "Escape") this.port.actions.toNote();
		else return;
		event.preventDefault();
		event.stopPropagation();
	}
}
