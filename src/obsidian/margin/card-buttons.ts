/** `is-main`: what is wanted most. `is-end`: stands apart, at the end of the row. */
export type ButtonLook = "" | "is-main" | "is-end";

/** Adds a button to the row of a card. */
export type CardButtons = (label: string, press: () => void, look?: ButtonLook) => HTMLElement;

/**
 * The row of buttons of a card: what stands apart does so in every width, and wraps with nothing.
 *
 * @param row is emptied
 */
export function cardButtons(row: HTMLElement): CardButtons {
	row.empty();
	const parts = { main: row.createDiv(), end: row.createDiv() };
	return (label, press, look = "") => {
		const button = parts[look === "is-end" ? "end" : "main"].createEl("button", {
			cls: `expert-friend-quiet ${look}`.trim(),
			text: label,
			attr: { type: "button" },
		});
		button.addEventListener("click", press);
		return button;
	};
}
