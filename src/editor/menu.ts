import type { EditorView } from "@codemirror/view";
import type { Range } from "../core/text/text";
import { addIcon, type DrawIcon } from "./button";
import { follow } from "./passages";
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

/** The id under which the passage is followed while the menu is open. */
const trackId = "menu";

/** As in `SurfaceOptions`: five entries and the foot. */
const leastHeight = 18;

/** Entries that can have a number: there is a key for each. */
export const maxNumbers = 9;

export interface MenuModel {
	/** The menu's accessible name. */
	readonly label: string;
	/** Groups are set apart by a line; entries that can be chosen are numbered through. */
	readonly groups: readonly (readonly MenuEntry[])[];
	/** What shows the entries that are wanted less often, which have no numbers; null where there are none. */
	readonly more: { readonly label: string; readonly icon: string; readonly entries: readonly MenuEntry[] } | null;
	readonly drawIcon: DrawIcon;
}

/**
 * Opens the hover menu of a passage. Keys: 1-9 and Enter choose, arrows, Home and End move, Tab reaches the foot, Esc
 * closes and gives the keys back.
 */
export function openMenu(view: EditorView, passage: Range, at: number, model: MenuModel, onClose: () => void): Surface {
	const surface = new Surface(view, {
		className: "expert-friend-menu",
		clear: () => followed.now(),
		at: () => followed.now().from + at - passage.from,
		least: leastHeight,
		onClose: () => {
			followed.stop();
			onClose();
		},
	});
	const followed = follow(view, trackId, passage);
	new Menu(surface, model).open();
	return surface;
}

/** A line of the menu. */
interface Item {
	readonly dom: HTMLElement;
	/** Null for the line that shows more of them. */
	readonly entry: MenuEntry | null;
	/** Whether it is shown only when more are. */
	readonly isMore: boolean;
}

class Menu {
	private readonly list: HTMLElement;
	private readonly foot: HTMLElement;
	private readonly items: Item[] = [];
	/** Those that a number chooses. */
	private readonly numbered: MenuEntry[] = [];
	private announced: MenuEntry | null = null;
	/** Holds what is wanted less often; null where nothing is. */
	private more: { readonly line: HTMLElement; readonly group: HTMLElement } | null = null;

	constructor(
		private readonly surface: Surface,
		private readonly model: MenuModel,
	) {
		this.list = surface.dom.createDiv({ attr: { role: "menu", "aria-label": model.label } });
		this.foot = surface.dom.createDiv({ cls: "expert-friend-foot" });
		for (const group of model.groups.filter((entries) => entries.length > 0)) {
			this.separate();
			for (const entry of group) this.add(this.list, entry, entry.problem === null ? this.numbered.push(entry) : 0);
		}
		if (model.more !== null && model.more.entries.length > 0) this.addMore(model.more);
		surface.dom.addEventListener("keydown", (event) => this.pressed(event));
	}

	/** The entry that the writer prefers has the focus, wherever it stands. */
	open(): void {
		this.surface.place();
		const preferred = this.items.find(({ entry }) => entry?.isPreferred === true && entry.problem === null);
		if (preferred?.isMore === true) this.toggleMore();
		this.focus(preferred === undefined ? 0 : this.shown.indexOf(preferred));
	}

	private get shown(): readonly Item[] {
		const isOpen = this.more !== null && !this.more.group.hidden;
		return this.items.filter((item) => isOpen || !item.isMore);
	}

	private separate(): void {
		if (this.items.length > 0) this.list.createDiv({ cls: "expert-friend-sep", attr: { role: "separator" } });
	}

	private add(parent: HTMLElement, entry: MenuEntry, number: number, isMore = false): void {
		const dom = addItem(parent, entry, number, this.model.drawIcon);
		this.listen({ dom, entry, isMore }, () => this.choose(entry));
	}

	private addMore({ label, icon, entries }: NonNullable<MenuModel["more"]>): void {
		this.separate();
		const choose = (): void => undefined;
		const line = addItem(this.list, { label, icon, problem: null, choose, foot: choose }, 0, this.model.drawIcon);
		line.setAttribute("aria-expanded", "false");
		this.listen({ dom: line, entry: null, isMore: false }, () => this.toggleMore());
		const group = this.list.createDiv({ attr: { role: "group", "aria-label": label } });
		group.hidden = true;
		this.more = { line, group };
		for (const entry of entries) this.add(group, entry, 0, true);
	}

	private listen(item: Item, press: () => void): void {
		onPointerMoved(item.dom, () => {
			if (!item.dom.hasClass("is-selected")) this.focus(this.shown.indexOf(item));
		});
		item.dom.addEventListener("click", press);
		this.items.push(item);
	}

	private choose(entry: MenuEntry | undefined): void {
		if (entry === undefined || entry.problem !== null) return;
		this.surface.close("done");
		entry.choose();
	}

	private toggleMore(): void {
		if (this.more === null) return;
		const { line, group } = this.more;
		group.hidden = !group.hidden;
		line.setAttribute("aria-expanded", String(!group.hidden));
		this.surface.place();
		const at = this.shown.findIndex(({ dom }) => dom === line);
		this.focus(group.hidden ? at : at + 1);
	}

	private focus(index: number): void {
		const { shown } = this;
		const target = shown[(index + shown.length) % shown.length];
		for (const { dom } of this.items) {
			dom.tabIndex = dom === target?.dom ? 0 : -1;
			dom.toggleClass("is-selected", dom === target?.dom);
		}
		target?.dom.focus({ preventScroll: true });
		target?.dom.scrollIntoView({ block: "nearest" });
		const entry = target?.entry ?? null;
		if (entry === null || entry === this.announced) return;
		this.announced = entry;
		entry.foot(this.foot);
	}

	private pressed(event: KeyboardEvent): void {
		const { activeElement } = this.surface.dom.ownerDocument;
		const { shown } = this;
		const current = shown.findIndex(({ dom }) => dom === activeElement);
		const inFoot = this.foot.contains(activeElement);
		const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
		if (event.key === "Escape") this.surface.close("escape");
		else if (event.key === "ArrowDown") this.focus(inFoot ? 0 : current + 1);
		else if (event.key === "ArrowUp") this.focus(inFoot || current < 0 ? -1 : current - 1);
		else if (event.key === "Home") this.focus(0);
		else if (event.key === "End") this.focus(-1);
		else if (/^[1-9]$/.test(event.key) && plain) this.choose(this.numbered[Number(event.key) - 1]);
		else if ((event.key === "Enter" || event.key === " ") && current >= 0) shown[current]?.dom.click();
		else return;
		event.preventDefault();
		event.stopPropagation();
	}
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
	if (number > 0 && number <= maxNumbers)
		item.createSpan({ cls: "expert-friend-key", text: String(number), attr: { "aria-hidden": "true" } });
	return item;
}
