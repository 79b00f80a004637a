import { setIcon } from "obsidian";
import { isElement } from "../../editor/elements";

/** A row of the group. */
export interface Choice {
	readonly id: string;
	readonly icon: string;
	readonly title: string;
	readonly detail: string;
	/** Whether it is what holds now. */
	readonly current: boolean;
	/** Draws what stands at the end of the row. */
	readonly control: (parent: HTMLElement) => void;
}

/**
 * Rows of which one is picked, each with a control of its own at its end. Arrows pick a row, Enter presses its button.
 * The first row is picked until another one is, or one that holds now is there.
 */
export class ChoiceGroup {
	private readonly group: HTMLElement;
	private chosen: string | null = null;

	/**
	 * @param labelledBy id of the element that names the group
	 * @param choices the rows, asked for each time they are drawn
	 */
	constructor(
		parent: HTMLElement,
		labelledBy: string,
		private readonly choices: () => readonly Choice[],
	) {
		this.group = parent.createDiv({
			cls: "expert-friend-choices",
			attr: { role: "radiogroup", "aria-labelledby": labelledBy },
		});
		this.group.addEventListener("keydown", (event) => this.key(event));
	}

	get isConnected(): boolean {
		return this.group.isConnected;
	}

	/** Id of the row that is picked; null without rows. */
	get picked(): string | null {
		const choices = this.choices();
		return (
			(choices.find(({ id }) => id === this.chosen) ?? choices.find(({ current }) => current) ?? choices[0])?.id ?? null
		);
	}

	/** Draws the rows anew; what of them had the keys has them again. */
	render(): void {
		const { group } = this;
		const active = group.ownerDocument.activeElement;
		const held =
			active !== null && group.contains(active) && active.getAttribute("role") !== "radio"
				? active.getAttribute("data-key")
				: null;
		const heldRadio = active !== null && group.contains(active) && held === null;
		group.empty();
		const picked = this.picked;
		for (const choice of this.choices()) this.row(choice, choice.id === picked);
		if (held !== null || heldRadio)
			(group.find(`[data-key="${held}"]`) ?? group.find("[role=radio][tabindex='0']"))?.focus();
	}

	/** Picks a row from the next drawing on. */
	keep(id: string): void {
		this.chosen = id;
	}

	/** Picks a row. */
	pick(id: string): void {
		this.chosen = id;
		this.render();
	}

	/** Gives the keys to the group. */
	focus(): void {
		this.group.find("[role=radio][tabindex='0']")?.focus();
	}

	private row(choice: Choice, picked: boolean): void {
		const row = this.group.createDiv({ cls: "expert-friend-choice", attr: { "data-choice": choice.id } });
		row.toggleClass("is-selected", picked);
		setIcon(row.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), choice.icon);
		const detail = `expert-friend-choice-${choice.id}`;
		const radio = row.createDiv({
			attr: {
				role: "radio",
				"aria-checked": String(picked),
				"aria-label": choice.title,
				"aria-describedby": detail,
				tabindex: picked ? "0" : "-1",
				"data-key": choice.id,
			},
		});
		const title = radio.createDiv({ cls: "expert-friend-choice-title", text: choice.title });
		if (choice.current)
			setIcon(title.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), "check");
		radio.createDiv({ cls: "expert-friend-small expert-friend-muted", text: choice.detail, attr: { id: detail } });
		radio.addEventListener("click", () => this.pick(choice.id));
		const control = row.createDiv({ cls: "expert-friend-row" });
		choice.control(control);
		// Before the button's own listener, which may take the keys elsewhere.
		control.addEventListener(
			"click",
			(event) => {
				if (isElement(event.target) && event.target.matches("button") && this.picked !== choice.id)
					this.mark(choice.id);
			},
			true,
		);
	}

	// Without drawing anew: the button that is being pressed stays.
	private mark(id: string): void {
		this.chosen = id;
		for (const row of this.group.findAll(".expert-friend-choice")) {
			const picked = row.getAttribute("data-choice") === id;
			row.toggleClass("is-selected", picked);
			row.find("[role=radio]")?.setAttrs({ "aria-checked": String(picked), tabindex: picked ? "0" : "-1" });
		}
	}

	// A row with a list of models only gives it the keys.
	private press(): void {
		const button = this.group.find(".is-selected button");
		if (button === null) this.group.find(".is-selected select")?.focus();
		else button.click();
	}

	private key(event: KeyboardEvent): void {
		const target = isElement(event.target) && event.target.getAttribute("role") === "radio" ? event.target : null;
		if (target === null) return;
		const ids = this.choices().map(({ id }) => id);
		const at = ids.indexOf(target.getAttribute("data-key") ?? "");
		const by =
			event.key === "ArrowDown" || event.key === "ArrowRight"
				? 1
				: event.key === "ArrowUp" || event.key === "ArrowLeft"
					? -1
					: 0;
		if (by !== 0) {
			this.pick(ids[(at + by + ids.length) % ids.length] ?? "");
			this.focus();
		} else if (event.key === "Enter" || event.key === " ") {
			this.pick(ids[at] ?? "");
			this.focus();
			if (event.key === "Enter") this.press();
		} else return;
		event.preventDefault();
	}
}
