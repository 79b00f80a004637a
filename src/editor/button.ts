/** Draws a lucide icon into an element. */
export type DrawIcon = (element: HTMLElement, name: string) => void;

/** A button of a surface: what it says, shows and does. */
export interface ButtonSpec {
	readonly label: string;
	readonly press: () => void;
	/** Its classes; `expert-friend-quiet` by default. */
	readonly cls?: string;
	/** The lucide icon before the label; none by default. */
	readonly icon?: string;
	/** The key that does the same, shown to eyes only; none by default. */
	readonly key?: string;
}

/** An icon of the size of the text beside it. */
export function addIcon(parent: HTMLElement, drawIcon: DrawIcon, name: string): void {
	drawIcon(parent.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), name);
}

/** A button at the end of a row. `setLabel` changes what it says. */
export function addButton(parent: HTMLElement, drawIcon: DrawIcon, spec: ButtonSpec): HTMLButtonElement {
	const { label, press, cls = "expert-friend-quiet", icon, key } = spec;
	const element = parent.createEl("button", { cls, attr: { type: "button" } });
	if (icon !== undefined) addIcon(element, drawIcon, icon);
	if (key !== undefined) element.createSpan({ cls: "expert-friend-key", text: key, attr: { "aria-hidden": "true" } });
	element.createSpan({ text: label });
	element.addEventListener("click", press);
	return element;
}

/** Changes what a button says. */
export function setLabel(button: HTMLButtonElement, label: string): void {
	button.lastElementChild?.setText(label);
}

/**
 * A button that opens a menu of other models; `setLabel` changes what it says of their cost.
 * @param add adds a button to its row
 */
export function addOthers(
	add: (spec: ButtonSpec) => HTMLButtonElement,
	label: string,
	open: (button: HTMLElement) => void,
): HTMLButtonElement {
	const button = add({ label, press: () => open(button), cls: "expert-friend-quiet expert-friend-others is-rare" });
	button.setAttribute("aria-haspopup", "menu");
	button.createSpan({ cls: "expert-friend-forecast" });
	return button;
}
