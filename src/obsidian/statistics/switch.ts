/** One of several that can be chosen. */
export interface Choice<T extends string> {
	readonly value: T;
	readonly label: string;
}

/**
 * A row of choices of which one holds: a radio group with one stop of the tab key, where arrows choose.
 * @param label for screen readers
 */
export function addSwitch<T extends string>(
	parent: HTMLElement,
	label: string,
	choices: readonly Choice<T>[],
	chosen: T,
	choose: (value: T) => void,
): HTMLElement {
	const group = parent.createDiv({ cls: "expert-friend-switch", attr: { role: "radiogroup", "aria-label": label } });
	const buttons = choices.map(({ value, label: text }) => {
		const button = group.createEl("button", {
			text,
			cls: value === chosen ? "is-active" : "",
			attr: {
				type: "button",
				role: "radio",
				"aria-checked": String(value === chosen),
				tabindex: value === chosen ? "0" : "-1",
				"data-value": value,
			},
		});
		button.addEventListener("click", () => choose(value));
		return button;
	});
	group.addEventListener("keydown", (event) => {
		const at = buttons.findIndex((button) => button === group.doc.activeElement);
		const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
		if (at < 0 || step === undefined) return;
		event.preventDefault();
		const next = choices[(at + step + choices.length) % choices.length];
		if (next !== undefined) choose(next.value);
	});
	return group;
}
