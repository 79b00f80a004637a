import { Menu, Platform } from "obsidian";
import type { MenuRow } from "../../editor/words-port";

/** Pixels between a surface and the menu under it. */
const gap = 4;

/**
 * Shows a menu for a button of a floating surface: under the surface, or over its foot where there is no room, never
 * over its first rows.
 */
export function showMenu(button: HTMLElement, groups: readonly (readonly MenuRow[])[]): void {
	const surface = button.closest<HTMLElement>(".expert-friend-popover") ?? button;
	const menu = new Menu().setUseNativeMenu(false);
	groups.forEach((rows, at) => {
		for (const row of rows)
			menu.addItem((item) =>
				item
					.setSection(String(at))
					.setTitle(titleOf(row))
					.onClick(() => {
						// A row that is pressed takes the keys with it: the surface is to have them on.
						button.focus({ preventScroll: true });
						row.choose();
						if (button.offsetParent !== null && !button.hasClass("is-held")) return;
						// The button goes while the model is asked.
						const field = surface.querySelector<HTMLElement>("input:not([type='checkbox'])");
						(Platform.isMobile ? surface : (field ?? surface)).focus({ preventScroll: true });
					}),
			);
	});
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
