import { setIcon } from "obsidian";
import { isActive } from "../../core/consultation/answer";
import { settledBy, type Consultation } from "../../core/consultation/consultation";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { Card, ReadingActions } from "./card";
import { cardButtons } from "./card-buttons";
import { messageOf } from "./card-message";
import type { CardActions } from "./margin-card";

/** What the head of a reading can do. */
export interface ReadingCardPort {
	readonly actions: Pick<
		CardActions,
		"again" | "cancel" | "figures" | "around" | "showDetails" | "showSent" | "toNote"
	>;
	readonly readings: ReadingActions;
}

/** The head of a reading of a whole note: how many remarks there are, how many are settled, how many were dropped. */
export class ReadingCard implements Card {
	readonly dom: HTMLElement;
	private readonly title: HTMLElement;
	private readonly count: HTMLElement;
	private readonly message: HTMLElement;
	private readonly meta: HTMLElement;
	private readonly actions: HTMLElement;
	private shown: Consultation | null = null;
	private actionsFor = "";

	constructor(
		parent: HTMLElement,
		readonly id: string,
		private readonly strings: InterfaceStrings,
		private readonly port: ReadingCardPort,
		private readonly dismiss: () => void,
	) {
		this.dom = parent.createEl("article", {
			cls: "expert-friend-card expert-friend-reading",
			attr: { tabindex: "-1" },
		});
		this.title = this.dom.createEl("h3");
		this.count = this.dom.createDiv({ attr: { role: "status" } });
		this.message = this.dom.createDiv({ cls: "expert-friend-card-message" });
		this.meta = this.dom.createDiv({ cls: "expert-friend-card-meta" });
		this.actions = this.dom.createDiv({ cls: "expert-friend-card-actions" });
		this.dom.addEventListener("keydown", (event) => this.pressed(event));
	}

	get consultation(): Consultation | null {
		return this.shown;
	}

	update(consultation: Consultation, now: number): void {
		const { strings } = this;
		const before = this.shown;
		this.shown = consultation;
		if (before?.asked !== consultation.asked || before.modelName !== consultation.modelName) {
			this.title.empty();
			setIcon(this.title.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), consultation.icon);
			this.title.createSpan({ text: strings.reading.title(consultation.asked, consultation.reading?.nth ?? 1) });
			this.title.createSpan({ cls: "expert-friend-who", text: consultation.modelName });
			this.dom.setAttribute("aria-label", `${consultation.asked}, ${consultation.modelName}`);
		}
		this.count.setText(this.countOf(consultation));
		// The note as a whole has no place that could be lost.
		this.message.setText(
			messageOf(strings, { ...consultation, lost: false }, this.port.actions.around(consultation), now),
		);
		this.showMeta(consultation, now);
		this.showActions(consultation);
		this.dom.toggleClass("is-active", isActive(consultation));
		this.dom.setAttribute("aria-busy", String(isActive(consultation)));
	}

	tick(now: number): void {
		if (this.shown !== null && isActive(this.shown)) this.update(this.shown, now);
	}

	private countOf({ id, reading, text }: Consultation): string {
		const words = this.strings.reading;
		if (reading === undefined || this.shown === null || isActive(this.shown)) return "";
		if (!reading.isRead) return text.trim() === "" ? "" : words.unread;
		const remarks = this.port.readings.remarksOf(id);
		const settled = remarks.filter((one) => settledBy(one) !== null).length;
		return [
			remarks.length === 0 ? words.none : words.remarks(remarks.length),
			settled === 0 ? "" : words.settledCount(settled),
			reading.dropped.length === 0 ? "" : words.dropped(reading.dropped.length),
		]
			.filter((part) => part !== "")
			.join(" · ");
	}

	private showMeta(consultation: Consultation, now: number): void {
		const { margin } = this.strings;
		const active = isActive(consultation);
		const seconds = Math.round(((consultation.endedAt ?? now) - consultation.startedAt) / 1000);
		this.meta.empty();
		if (active) {
			const dots = this.meta.createSpan({ cls: "expert-friend-dots", attr: { "aria-hidden": "true" } });
			for (let n = 0; n < 3; n++) dots.createEl("i");
		}
		const parts = [active ? margin.seconds(seconds) : "", ...this.port.actions.figures(consultation)];
		this.meta.createSpan({ text: parts.filter((part) => part !== "").join(" · ") });
	}

	private showActions(consultation: Consultation): void {
		const { margin, reading: words } = this.strings;
		const {
			id,
			port: { actions: act, readings },
		} = this;
		const active = isActive(consultation);
		const { reading, failure } = consultation;
		const unread = reading?.isRead === false && consultation.text.trim() !== "";
		const wanted = [active, reading?.isRead, reading?.dropped.length, unread, failure?.kind].join();
		if (wanted === this.actionsFor) return;
		this.actionsFor = wanted;
		const held = this.actions.contains(this.actions.ownerDocument.activeElement);
		const button = cardButtons(this.actions);
		if (active) button(margin.cancel, () => act.cancel(id));
		else {
			if (reading?.isRead === true) {
				const again = button(words.again, () => readings.readAgain(id));
				const forecast = readings.forecastOf(id);
				if (forecast !== "") again.createSpan({ cls: "expert-friend-forecast", text: forecast });
			} else button(margin.tryNow, () => act.again(id, false));
			if (unread || (reading?.dropped.length ?? 0) > 0)
				button(unread ? margin.details : words.seeDropped, () => readings.showDropped(id));
			else if (failure !== null && failure.detail !== "") button(margin.details, () => act.showDetails(id));
			button(margin.sent, () => act.showSent(id));
			button(margin.dismiss, () => this.dismiss(), "is-end");
		}
		if (held) this.dom.focus();
	}

	private pressed(event: KeyboardEvent): void {
		if (this.shown === null || event.isComposing) return;
		if (event.target === this.dom && event.key === "Delete") this.dismiss();
		else if (event.key === "Escape" && isActive(this.shown)) this.port.actions.cancel(this.id);
		else if (event.key === "Escape") this.port.actions.toNote();
		else return;
		event.preventDefault();
		event.stopPropagation();
	}
}
