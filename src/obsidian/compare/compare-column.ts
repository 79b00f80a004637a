import { setIcon } from "obsidian";
import { isActive } from "../../core/consultation/answer";
import { canKeep, type Consultation } from "../../core/consultation/consultation";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { CardStep } from "../margin/margin-card";
import type { Pace } from "../../editor/pace";
import { ReplyBody } from "../margin/reply-body";
import { statusWords } from "../margin/status-words";

/** What can be done with an answer. */
export interface ColumnActions {
	cancel(id: string): void;
	prefer(id: string): void;
	keep(id: string): void;
	copy(id: string): void;
	/** Takes the answer to the margin, and goes on with it there. */
	goOn(id: string, step: CardStep): void;
	/** Tokens, money and carbon, in words. */
	figures(consultation: Consultation): readonly string[];
	/** Who answered, exactly, and where. */
	exactly(consultation: Consultation): string;
}

/** What a column shows. */
export interface ColumnShown {
	/** Those who gave this answer: one, or several that said the same. Empty when it was kept or dismissed. */
	readonly members: readonly Consultation[];
	/** The letters they bear while names are hidden. */
	readonly letters: readonly string[];
	/** Whether names and figures may be seen, and whether they were hidden before. */
	readonly revealed: boolean;
	readonly blind: boolean;
	/** Whether nothing of an answer may be seen yet, not even whether it is there. */
	readonly waits: boolean;
	/** Whether this answer can be preferred now; `yours` when it was. */
	readonly choice: "open" | "closed" | "yours";
	readonly now: number;
}

/**
 * One answer of a comparison. Its parts stay the same elements while it streams, so that focus, selection and
 * scrolling hold.
 */
export class CompareColumn {
	readonly dom: HTMLElement;
	private readonly head: HTMLElement;
	private readonly body: ReplyBody;
	private readonly message: HTMLElement;
	private readonly meta: HTMLElement;
	private readonly actions: HTMLElement;
	/** What each part was last made for: it is made anew only when that changes. */
	private readonly made = new Map<HTMLElement, string>();

	constructor(
		parent: HTMLElement,
		id: string,
		private readonly strings: InterfaceStrings,
		private readonly act: ColumnActions,
		pace: Pace,
	) {
		this.dom = parent.createEl("section", { cls: "expert-friend-column", attr: { id, tabindex: "-1" } });
		this.head = this.dom.createDiv();
		this.body = new ReplyBody(this.dom.createDiv({ cls: "expert-friend-column-body" }), pace);
		this.message = this.dom.createDiv({ cls: "expert-friend-card-messages", attr: { role: "status" } });
		this.meta = this.dom.createDiv({ cls: "expert-friend-column-meta expert-friend-small expert-friend-muted" });
		this.actions = this.dom.createDiv({ cls: "expert-friend-column-actions" });
	}

	update(shown: ColumnShown): void {
		const { strings } = this;
		const [first = null] = shown.members;
		const known = first !== null && shown.revealed;
		const name = known ? shown.members.map(({ modelName }) => modelName).join(", ") : shown.letters.join(", ");
		this.dom.setAttribute("aria-label", known ? name : strings.compare.answer(name));
		this.make(
			this.head,
			[name, known, shown.choice === "yours", ...(known ? shown.members.map((one) => this.act.exactly(one)) : [])],
			() => this.drawHead(shown, known, name),
		);
		this.showBody(first, shown.waits);
		const message = first === null || shown.waits ? "" : statusWords(strings, first, shown.now);
		const failed = first?.failure != null;
		this.make(this.message, [message, failed], () => {
			if (message === "") return;
			const said = this.message.createDiv({ cls: "expert-friend-card-message" });
			if (failed)
				setIcon(said.createSpan({ cls: "expert-friend-alert", attr: { "aria-hidden": "true" } }), "circle-alert");
			said.createSpan({ text: message });
		});
		const figures = known
			? shown.members.map((one, at) => this.figuresOf(one, shown.blind ? (shown.letters[at] ?? "") : "", shown))
			: [];
		this.make(this.meta, figures, () => figures.forEach((text) => this.meta.createDiv({ text })));
		const active = first !== null && isActive(first);
		const keepable = first !== null && canKeep(first);
		this.make(
			this.actions,
			[first?.id, known, shown.waits, active, keepable, shown.choice, name, first?.comparison],
			() => this.drawActions(shown, first, name),
		);
	}

	private showBody(first: Consultation | null, waits: boolean): void {
		const isShown = first !== null && !waits;
		this.make(this.body.dom, [isShown ? "said" : first === null ? "settled" : "waits"], () => {
			this.body.leave();
			if (isShown) return;
			if (first === null) {
				this.body.dom.createEl("p", { cls: "expert-friend-muted", text: this.strings.compare.settled });
				return;
			}
			const dots = this.body.dom.createSpan({ cls: "expert-friend-dots", attr: { "aria-hidden": "true" } });
			for (let n = 0; n < 3; n++) dots.createEl("i");
		});
		if (isShown) this.body.show(first.text);
	}

	/** Prefers this answer, where that can be done now. */
	prefer(): void {
		this.actions.find("[data-key=prefer]")?.click();
	}

	private drawHead({ members, letters, choice }: ColumnShown, known: boolean, name: string): void {
		const head = this.head.createEl("h3");
		if (known) head.createSpan({ text: name });
		else for (const letter of letters) head.createSpan({ cls: "expert-friend-letter", text: letter });
		if (choice === "yours") {
			const yours = head.createSpan({ cls: "expert-friend-yours" });
			setIcon(yours.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), "check");
			yours.createSpan({ text: this.strings.compare.yours });
		}
		if (known)
			for (const member of members)
				this.head.createDiv({ cls: "expert-friend-small expert-friend-muted", text: this.act.exactly(member) });
	}

	private figuresOf(member: Consultation, letter: string, { now }: ColumnShown): string {
		const { compare, margin } = this.strings;
		const seconds = margin.seconds(Math.round(((member.endedAt ?? now) - member.startedAt) / 1000));
		return [letter === "" ? "" : compare.was(letter), seconds, ...this.act.figures(member)]
			.filter((part) => part !== "")
			.join(" · ");
	}

	private drawActions({ revealed, waits, choice }: ColumnShown, first: Consultation | null, name: string): void {
		if (first === null || waits) return;
		const { compare, margin } = this.strings;
		const { id } = first;
		const button = (key: string, label: string, press: () => void, look = "expert-friend-quiet"): void => {
			this.actions
				.createEl("button", { cls: look, text: label, attr: { type: "button", "data-key": key } })
				.addEventListener("click", press);
		};
		if (isActive(first)) {
			// One by one only where it may be seen who is still at it.
			if (revealed) button("cancel", margin.cancel, () => this.act.cancel(id));
		} else if (choice === "open" && canKeep(first)) {
			button("prefer", compare.prefer(name), () => this.act.prefer(id), "");
		} else if (revealed && choice !== "open" && canKeep(first)) {
			button(
				"keep",
				margin.keep,
				() => this.act.keep(id),
				choice === "yours" ? "expert-friend-quiet is-main" : "expert-friend-quiet",
			);
			button("copy", margin.copy, () => this.act.copy(id));
			if (first.comparison !== null) {
				button("keepPart", margin.keepPart, () => this.act.goOn(id, "keepPart"));
				button("further", margin.further, () => this.act.goOn(id, "further"));
			}
		}
	}

	private make(part: HTMLElement, of: readonly unknown[], draw: () => void): void {
		const made = JSON.stringify(of);
		if (this.made.get(part) === made) return;
		this.made.set(part, made);
		const held = part.contains(part.doc.activeElement)
			? (part.doc.activeElement?.getAttribute("data-key") ?? "")
			: null;
		part.empty();
		draw();
		if (held !== null) (part.find(`[data-key="${held}"]`) ?? this.dom).focus({ preventScroll: true });
	}
}
