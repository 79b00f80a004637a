import type { EditorView } from "@codemirror/view";
import type { Range } from "../core/text/text";
import { addIcon, type DrawIcon } from "./button";
import { onPointerMoved } from "./press-guard";
import { Surface } from "./surface";

/** One entry of the hover menu. */
export interface MenuEntry {
	readonly label: string;
	readonly icon: string;
	/** Why the entry cannot be chosen; null when it can. Shown beneath the label. */
	readonly problem: string | null;
	/** Whether the menu opens with this one selected. Default: the first is. */
	readonly isPreferred?: boolean;
	readonly choose: () => void;
	/** Says beneath the entries what choosing this one means: model, forecast, what is sent. */
	readonly foot: (parent: HTMLElement) => void;
}

export interface MenuModel {
	/** The menu's accessible name. */
	readonly label: string;
	/** Groups are set apart by a line; entries that can be chosen are numbered through. */
	readonly groups: readonly (readonly MenuEntry[])[];
	readonly drawIcon: DrawIcon;
}

/**
 * Opens the hover menu of a passage. Keys: 1-9 and Enter choose, arrows, Home and End move, Tab reaches the foot, Esc
 * closes and gives the keys back.
 */
export function openMenu(view: EditorView, passage: Range, at: number, model: MenuModel, onClose: () => void): Surface {
	const surface = new Surface(view, { className: "expert-friend-menu", clear: () => passage, at: () => at, onClose });
	const list = surface.dom.createDiv({ attr: { role: "menu", "aria-label": model.label } });
	const items: HTMLElement[] = [];
	const entries: MenuEntry[] = [];
	/** Those that a number chooses. */
	const numbered: MenuEntry[] = [];
	const foot = surface.dom.createDiv({ cls: "expert-friend-foot" });
	let announced: MenuEntry | null = null;

	const choose = (entry: MenuEntry | undefined): void => {
		if (entry === undefined || entry.problem !== null) return;
		surface.close("done");
		entry.choose();
	};
	const focus = (index: number): void => {
		const target = items[(index + items.length) % items.length];
		for (const item of items) {
			item.tabIndex = item === target ? 0 : -1;
			item.toggleClass("is-selected", item === target);
		}
		target?.focus({ preventScroll: true });
		target?.scrollIntoView({ block: "nearest" });
		const entry = target === undefined ? undefined : entries[items.indexOf(target)];
		if (entry === undefined || entry === announced) return;
		announced = entry;
		entry.foot(foot);
	};

	for (const group of model.groups.filter((entriesOfGroup) => entriesOfGroup.length > 0)) {
		if (items.length > 0) list.createDiv({ cls: "expert-friend-sep", attr: { role: "separator" } });
		for (const entry of group) {
			const index = items.length;
			const item = addItem(list, entry, entry.problem === null ? numbered.push(entry) : 0, model.drawIcon);
			onPointerMoved(item, () => {
				if (!item.hasClass("is-selected")) focus(index);
			});
			item.addEventListener("click", () => choose(entry));
			items.push(item);
			entries.push(entry);
		}
	}
	surface.dom.addEventListener("keydown", (event) => {
		const current = items.indexOf(surface.dom.ownerDocument.activeElement as HTMLElement);
		const inFoot = foot.contains(surface.dom.ownerDocument.activeElement);
		if (event.key === "Escape") surface.close("escape");
		else if (event.key === "ArrowDown") focus(inFoot ? 0 : current + 1);
		else if (event.key === "ArrowUp") focus(inFoot ? -1 : current < 0 ? -1 : current - 1);
		else if (event.key === "Home") focus(0);
		else if (event.key === "End") focus(-1);
		else if (/^[1-9]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey)
			choose(numbered[Number(event.key) - 1]);
		else if ((event.key === "Enter" || event.key === " ") && current >= 0) choose(entries[current]);
		else return;
		event.preventDefault();
		event.stopPropagation();
	});
	surface.place();
	focus(preferredOf(entries));
	return surface;
}

/** The place of the entry that a menu opens with. */
function preferredOf(entries: readonly MenuEntry[]): number {
	const preferred = entries.findIndex(({ isPreferred, problem }) => isPreferred === true && problem === null);
	return Math.max(0, preferred);
}

/** @param number what chooses it, from 1; 0 where nothing does */
function addItem(
	list: HTMLElement,
	{ label, icon, problem }: MenuEntry,
	number: number,
	drawIcon: DrawIcon,
): HTMLElement {
	const item = list.createDiv({ cls: "expert-friend-menu-item", attr: { role: "menuitem", tabindex: "-1" } });
	addIcon(item, drawIcon, problem === null ? icon : "circle-alert");
	const text = item.createSpan({ cls: "expert-friend-menu-text" });
	text.createSpan({ text: label });
	if (problem !== null) {
		item.setAttribute("aria-disabled", "true");
		item.addClass("is-broken");
		text.createDiv({ cls: "expert-friend-small expert-friend-muted", text: problem });
	}
	if (number > 0 && number <= 9)
		item.createSpan({ cls: "expert-friend-key", text: String(number), attr: { "aria-hidden": "true" } });
	return item;
}
