import type * as obsidian from "obsidian";
import { Component } from "../component";
import { setIcon } from "../icons";
import { Strict } from "../strict";
import { historyStack } from "./history-stack";

type ItemMembers = Pick<
	obsidian.MenuItem,
	"setTitle" | "setIcon" | "setChecked" | "setDisabled" | "setWarning" | "setIsLabel" | "onClick" | "setSection"
>;

/** Obsidian's `MenuItem`. */
export class MenuItem extends Strict implements ItemMembers {
	readonly dom = createDiv({ cls: "menu-item tappable", attr: { role: "menuitem" } });
	section = "";
	isLabel = false;
	isDisabled = false;
	private readonly iconEl = this.dom.createDiv({ cls: "menu-item-icon" });
	private readonly titleEl = this.dom.createDiv({ cls: "menu-item-title" });
	private action: ((event: MouseEvent | KeyboardEvent) => unknown) | null = null;

	setTitle(title: string | DocumentFragment): this {
		this.titleEl.setText(title);
		return this;
	}

	setIcon(icon: string | null): this {
		this.iconEl.empty();
		if (icon !== null) setIcon(this.iconEl, icon);
		return this;
	}

	setChecked(checked: boolean | null): this {
		this.dom.toggleClass("mod-checked", checked === true);
		if (checked !== null) this.dom.setAttrs({ role: "menuitemcheckbox", "aria-checked": checked });
		this.dom.querySelector(".mod-check")?.remove();
		if (checked === true) setIcon(this.dom.createDiv({ cls: "menu-item-icon mod-check" }), "check");
		return this;
	}

	setDisabled(disabled: boolean): this {
		this.isDisabled = disabled;
		this.dom.toggleClass("is-disabled", disabled);
		this.dom.setAttr("aria-disabled", disabled ? true : null);
		return this;
	}

	setWarning(isWarning: boolean): this {
		this.dom.toggleClass("is-warning", isWarning);
		return this;
	}

	setIsLabel(isLabel: boolean): this {
		this.isLabel = isLabel;
		this.dom.toggleClass("is-label", isLabel);
		return this;
	}

	onClick(callback: (event: MouseEvent | KeyboardEvent) => unknown): this {
		this.action = callback;
		return this;
	}

	setSection(section: string): this {
		this.section = section;
		return this;
	}

	/** Does what was chosen; the menu is closed already. */
	choose(event: MouseEvent | KeyboardEvent): void {
		this.action?.(event);
	}
}

type MenuMembers = Pick<
	obsidian.Menu,
	| "setNoIcon"
	| "setUseNativeMenu"
	| "addSeparator"
	| "setParentElement"
	| "showAtMouseEvent"
	| "showAtPosition"
	| "hide"
	| "close"
	| "onHide"
>;

/**
 * Obsidian's `Menu`: items in the order of their sections; arrows, Enter and Escape work while the focus stays where
 * it is.
 */
export class Menu extends Component implements MenuMembers {
	private static readonly ofEvent = new WeakMap<Event, Menu>();
	private readonly entries: (MenuItem | "separator")[] = [];
	private readonly hideCallbacks: (() => unknown)[] = [];
	private dom: HTMLElement | null = null;
	private active: MenuItem | null = null;
	private noIcon = false;

	static forEvent(event: MouseEvent): Menu {
		const known = Menu.ofEvent.get(event);
		if (known !== undefined) return known;
		const menu = new Menu();
		Menu.ofEvent.set(event, menu);
		event.preventDefault();
		window.setTimeout(() => menu.showAtMouseEvent(event));
		return menu;
	}

	setNoIcon(): this {
		this.noIcon = true;
		return this;
	}

	setUseNativeMenu(_useNativeMenu: boolean): this {
		return this;
	}

	addItem(callback: (item: MenuItem) => unknown): this {
		const item = new MenuItem();
		this.entries.push(item);
		callback(item);
		return this;
	}

	addSeparator(): this {
		this.entries.push("separator");
		return this;
	}

	setParentElement(_element: HTMLElement): this {
		return this;
	}

	showAtMouseEvent(event: MouseEvent): this {
		return this.showAtPosition({ x: event.clientX, y: event.clientY }, event.doc);
	}

	showAtPosition(position: obsidian.MenuPositionDef, doc: Document = activeDocument): this {
		this.hide();
		const dom = doc.body.createDiv({ cls: "menu", attr: { role: "menu" } });
		dom.addEventListener("mousedown", (event) => event.preventDefault());
		if (this.noIcon) dom.addClass("mod-no-icon");
		this.dom = dom;
		historyStack.push(this);
		this.fill(dom);
		const { innerWidth, innerHeight } = doc.defaultView ?? window;
		const left = position.left === true ? position.x - dom.offsetWidth : position.x;
		const below = position.y + dom.offsetHeight <= innerHeight;
		dom.style.left = `${Math.max(4, Math.min(left, innerWidth - dom.offsetWidth - 4))}px`;
		dom.style.top = `${Math.max(4, below ? position.y : Math.min(position.y, innerHeight - dom.offsetHeight - 4))}px`;
		void this.load();
		this.registerDomEvent(
			doc.defaultView ?? window,
			"mousedown",
			(event) => {
				if (!dom.contains(event.target as Node)) this.hide();
			},
			true,
		);
		// The focus stays where it is: an editor that loses it may lose its selection too.
		this.registerDomEvent(doc, "keydown", (event) => this.key(event as KeyboardEvent), true);
		return this;
	}

	hide(): this {
		if (this.dom === null) return this;
		this.dom.remove();
		this.dom = null;
		historyStack.pop(this);
		this.unload();
		this.active = null;
		for (const callback of this.hideCallbacks) callback();
		return this;
	}

	close(): void {
		this.hide();
	}

	onHistoryBack(): void {
		this.hide();
	}

	onHide(callback: () => unknown): void {
		this.hideCallbacks.push(callback);
	}

	private fill(dom: HTMLElement): void {
		const sections = [...new Set(this.entries.map((entry) => (entry === "separator" ? "" : entry.section)))];
		for (const section of sections) {
			if (dom.lastElementChild !== null) dom.createDiv({ cls: "menu-separator", attr: { role: "separator" } });
			for (const entry of this.entries) {
				if (entry === "separator") {
					if (section === "" && dom.lastElementChild !== null)
						dom.createDiv({ cls: "menu-separator", attr: { role: "separator" } });
				} else if (entry.section === section) {
					dom.appendChild(entry.dom);
					entry.dom.onclick = (event) => this.choose(entry, event);
					entry.dom.onmouseenter = () => this.activate(entry);
				}
			}
		}
		while (dom.lastElementChild?.hasClass("menu-separator")) dom.lastElementChild.remove();
	}

	private choose(item: MenuItem, event: MouseEvent | KeyboardEvent): void {
		if (item.isDisabled || item.isLabel) return;
		this.hide();
		item.choose(event);
	}

	private activate(item: MenuItem | null): void {
		this.active?.dom.removeClass("selected");
		this.active = item;
		item?.dom.addClass("selected");
	}

	private key(event: KeyboardEvent): void {
		const items = this.entries.filter(
			(entry): entry is MenuItem => entry !== "separator" && !entry.isDisabled && !entry.isLabel,
		);
		const at = this.active === null ? -1 : items.indexOf(this.active);
		const current = items[at];
		const move = { ArrowDown: at + 1, ArrowUp: at < 0 ? items.length - 1 : at - 1, Home: 0, End: items.length - 1 }[
			event.key
		];
		if (move !== undefined) this.activate(items[(move + items.length) % items.length] ?? null);
		else if (event.key === "Escape" || event.key === "Tab") this.hide();
		else if ((event.key === "Enter" || event.key === " ") && current !== undefined) this.choose(current, event);
		else return;
		event.preventDefault();
		event.stopPropagation();
	}
}
