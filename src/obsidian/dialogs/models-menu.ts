import { Menu } from "obsidian";
import type { MenuRow } from "../../editor/words-port";

/** Pixels between a surface and the menu under it. */
const gap = 4;

/**
 * Shows a menu for a button of a floating surface: under the surface, or over its foot where there is no room, never
 * over its first rows.
 */
export function showMenu(button: HTMLElement, groups: readonly (readonly MenuRow[])[]): void {
	const menu = new Menu().setUseNativeMenu(false);
	groups.forEach((rows, at) => {
		for (const row of rows)
			menu.addItem((item) => item.setSection(String(at)).setTitle(titleOf(row)).onClick(row.choose));
	});
	const surface = button.closest(".expert-friend-popover") ?? button;
	menu.showAtPosition(
		{ x: button.getBoundingClientRect().right, y: surface.getBoundingClientRect().bottom + gap, left: true },
		button.ownerDocument,
	);
}

function titleOf({ label, detail }: MenuRow): DocumentFragment {
	return createFragment((title) => {
		const row = title.createSpan({ cls: "expert-friend-menu-row" });
		row.createSpan({ text: label });
		if (detail !== "") row.createSpan({ cls: "expert-friend-forecast", text: detail });
	});
}
