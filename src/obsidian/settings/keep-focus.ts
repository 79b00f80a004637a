const focusable = "button, input, select, textarea, [tabindex]";

/**
 * Draws the rows of settings anew and gives the keys back to the control that had them, known by its row's name. A
 * row that is gone leaves them nowhere.
 */
export function keepFocus(container: HTMLElement, redraw: () => void): void {
	const rows = (): HTMLElement[] => container.findAll(".setting-item");
	const nameOf = (row: HTMLElement): string => row.find(".setting-item-name")?.textContent ?? "";
	const held = container.ownerDocument.activeElement;
	const row = held === null ? undefined : rows().find((one) => one.contains(held));
	if (held === null || row === undefined) {
		redraw();
		return;
	}
	const name = nameOf(row);
	const alike = (): HTMLElement[] => rows().filter((one) => nameOf(one) === name);
	const nth = alike().indexOf(row);
	const control = row.findAll(focusable).indexOf(held as HTMLElement);
	redraw();
	alike()[nth]?.findAll(focusable)[control]?.focus();
}
