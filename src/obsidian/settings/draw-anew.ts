const focusable = "button, input, select, textarea, [tabindex]";
const fields = "input, textarea";

/** A row by its name and its place among the rows of that name: it is another element once it is drawn anew. */
interface Row {
	readonly name: string;
	readonly nth: number;
}

/**
 * Draws the rows of settings anew. The control that had the keys has them again. Where a row says that it can't take
 * what was typed (`is-invalid`), the fields hold it again and the row says so again. Neither is kept of a row that is
 * gone.
 */
export function drawAnew(container: HTMLElement, draw: () => void): void {
	const rows = (): HTMLElement[] => container.findAll(".setting-item");
	const nameOf = (row: HTMLElement): string => row.find(".setting-item-name")?.textContent ?? "";
	const alike = (name: string): HTMLElement[] => rows().filter((one) => nameOf(one) === name);
	const placeOf = (row: HTMLElement): Row => ({ name: nameOf(row), nth: alike(nameOf(row)).indexOf(row) });
	const at = ({ name, nth }: Row): HTMLElement | undefined => alike(name)[nth];

	const refused = rows()
		.filter((row) => row.hasClass("is-invalid"))
		.map((row) => ({ row: placeOf(row), texts: fieldsOf(row).map(({ value }) => value) }));
	const held = container.ownerDocument.activeElement;
	const focused = rows().find((one) => one.contains(held));
	const focus = focused && { row: placeOf(focused), control: focused.findAll(focusable).indexOf(held as HTMLElement) };
	draw();
	for (const { row, texts } of refused) {
		const drawn = at(row);
		if (drawn !== undefined) typeAgain(fieldsOf(drawn), texts);
	}
	if (focus !== undefined) at(focus.row)?.findAll(focusable)[focus.control]?.focus();
}

function fieldsOf(row: HTMLElement): readonly (HTMLInputElement | HTMLTextAreaElement)[] {
	return row.findAll(fields) as (HTMLInputElement | HTMLTextAreaElement)[];
}

/** Each field is told as if it were typed in and left: it judges the text as it did before. */
function typeAgain(of: ReturnType<typeof fieldsOf>, texts: readonly string[]): void {
	for (const [index, field] of of.entries()) {
		const text = texts[index];
		if (text === undefined || text === field.value) continue;
		field.value = text;
		for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
	}
}
