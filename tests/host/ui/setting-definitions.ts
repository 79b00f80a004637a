import type * as obsidian from "obsidian";
import { setIcon } from "../icons";
import { NotImplemented } from "../strict";
import { Setting, SettingGroup } from "./setting";
import type { SettingTab } from "./setting-tab";

type Item = obsidian.SettingDefinitionItem;
type Row = obsidian.SettingDefinition | obsidian.SettingDefinitionPage;
type Group = obsidian.SettingDefinitionGroup | obsidian.SettingDefinitionList;

/** What is on screen of a tab's definitions. */
export interface RenderedDefinitions {
	/** Names of the pages that lead to the one shown, or null on the first. */
	readonly page: readonly string[] | null;
	/** Applies every `visible` and `disabled` anew, without rendering. */
	refresh(): void;
	destroy(): void;
}

function holds(condition: boolean | (() => boolean) | undefined, otherwise: boolean): boolean {
	return (typeof condition === "function" ? condition() : condition) ?? otherwise;
}

function isGroup(item: Item): item is Group {
	return "type" in item && (item.type === "group" || item.type === "list");
}

function isPage(item: Item): item is obsidian.SettingDefinitionPage {
	return "type" in item && item.type === "page";
}

/** Renders a tab's definitions as Obsidian 1.13 does: groups, lists, pages, and controls that keep what is typed. */
export function renderDefinitions(
	tab: SettingTab,
	container: HTMLElement,
	page: readonly string[] | null,
): RenderedDefinitions {
	const rendering = new Rendering(tab, container);
	rendering.show(page ?? []);
	return rendering;
}

class Rendering implements RenderedDefinitions {
	private path: string[] = [];
	private refreshers: (() => void)[] = [];
	private cleanups: (() => void)[] = [];

	constructor(
		private readonly tab: SettingTab,
		private readonly container: HTMLElement,
	) {}

	get page(): readonly string[] | null {
		return this.path.length === 0 ? null : this.path;
	}

	show(path: readonly string[]): void {
		this.destroy();
		this.container.empty();
		let items = this.tab.settingItems;
		this.path = [];
		for (const name of path) {
			const entries = items.flatMap((item): Item[] => (isGroup(item) ? (item.items ?? []) : [item]));
			const next = entries.find((item): item is obsidian.SettingDefinitionPage => isPage(item) && item.name === name);
			if (next === undefined) break;
			this.path.push(name);
			if (next.page !== undefined) return this.showOwnPage(next.name, next.page());
			items = next.items ?? [];
		}
		if (this.path.length > 0)
			this.titlebar(this.container.createDiv({ cls: "setting-page-titlebar" }), this.path[this.path.length - 1] ?? "");
		this.list(items);
		this.refresh();
	}

	refresh(): void {
		for (const refresher of this.refreshers) refresher();
	}

	destroy(): void {
		for (const cleanup of this.cleanups.splice(0)) cleanup();
		this.refreshers = [];
	}

	private showOwnPage(name: string, page: obsidian.SettingPage): void {
		this.container.appendChild(page.rootEl);
		this.titlebar(page.titlebarEl, page.title === "" ? name : page.title);
		page.display();
		this.cleanups.push(() => page.hide());
	}

	private titlebar(bar: HTMLElement, title: string): void {
		bar.empty();
		const back = bar.createEl("button", { cls: "clickable-icon", attr: { type: "button", "aria-label": "Back" } });
		setIcon(back, "arrow-left");
		back.addEventListener("click", () => this.show(this.path.slice(0, -1)));
		bar.createDiv({ cls: "setting-page-title", text: title, attr: { role: "heading", "aria-level": 2 } });
	}

	private list(items: readonly Item[]): void {
		let loose: SettingGroup | null = null;
		for (const item of items) {
			if (isGroup(item)) {
				loose = null;
				this.group(item);
			} else {
				loose ??= new SettingGroup(this.container);
				this.row(item, loose, null, 0);
			}
		}
	}

	private group(definition: Group): void {
		const group = new SettingGroup(this.container);
		if (definition.heading !== undefined) group.setHeading(definition.heading);
		if (definition.cls !== undefined) group.addClass(...definition.cls.split(" "));
		for (const button of definition.extraButtons ?? []) {
			group.addExtraButton((component) => button(component));
		}
		const listed = definition.type === "list" ? (definition as obsidian.SettingDefinitionList) : null;
		const rows = (definition.items ?? []).map((item, index) => ({
			item,
			element: this.row(item, group, listed, index),
		}));
		this.refreshers.push(() => group.dom.toggle(holds(definition.visible, true)));
		const { search } = definition;
		if (search !== undefined) {
			group.addSearch((component) =>
				component.setPlaceholder(search.placeholder ?? "").onChange((query) => {
					for (const { item, element } of rows) {
						element.toggle(query === "" || isPage(item) || !holds(item.searchable, true) || search.match(item, query));
					}
				}),
			);
		}
		if (definition.type !== "list") return;
		const list = definition as obsidian.SettingDefinitionList;
		if (rows.length === 0 && list.emptyState !== undefined)
			group.listEl.createDiv({ cls: "setting-list-empty" }).setText(list.emptyState);
		const { addItem } = list;
		if (addItem === undefined) return;
		group.addExtraButton((button) =>
			button
				.setIcon("plus")
				.setTooltip(addItem.name)
				.onClick(() => addItem.action(button.extraSettingsEl)),
		);
	}

	private row(
		definition: Row,
		group: SettingGroup,
		list: obsidian.SettingDefinitionList | null,
		index: number,
	): HTMLElement {
		const setting = new Setting(group.listEl).setName(definition.name);
		const { desc } = definition;
		if (desc !== undefined)
			setting.setDesc(typeof desc === "string" ? desc : (desc.cloneNode(true) as DocumentFragment));
		this.refreshers.push(() => setting.settingEl.toggle(holds(definition.visible, true)));
		if (isPage(definition)) this.pageEntry(definition, setting);
		else if (definition.control !== undefined) this.control(definition.control, setting);
		else if (definition.render !== undefined) {
			const cleanup = definition.render(
				setting as unknown as obsidian.Setting,
				group as unknown as obsidian.SettingGroup,
			);
			if (typeof cleanup === "function") this.cleanups.push(cleanup);
		} else if (definition.action !== undefined) this.action(definition, setting, index);
		if (list?.onDelete !== undefined) {
			setting.addExtraButton((button) =>
				button
					.setIcon("trash-2")
					.setTooltip("Delete")
					.onClick(() => list.onDelete?.(index)),
			);
		}
		if (list?.onReorder !== undefined) {
			const last = (list.items?.length ?? 0) - 1;
			const mover = (icon: string, name: string, isEnd: boolean, to: number) =>
				setting.addExtraButton((button) =>
					button
						.setIcon(icon)
						.setTooltip(name)
						.setDisabled(isEnd)
						.onClick(() => list.onReorder?.(index, to)),
				);
			mover("arrow-up", "Move up", index === 0, index - 1);
			mover("arrow-down", "Move down", index === last, index + 1);
		}
		return setting.settingEl;
	}

	private pageEntry(definition: obsidian.SettingDefinitionPage, setting: Setting): void {
		const { displayValue, status } = definition;
		setting
			.setClass("mod-page")
			.addDisplayValue((component) =>
				component
					.setValue((typeof displayValue === "function" ? displayValue() : displayValue) ?? null)
					.setStatus((typeof status === "function" ? status() : status) ?? null),
			);
		this.press(
			setting,
			() => this.show([...this.path, definition.name]),
			() => false,
		);
	}

	private action(definition: obsidian.SettingDefinitionAction, setting: Setting, index: number): void {
		this.press(
			setting,
			() => definition.action(setting.settingEl, index),
			() => holds(definition.disabled, false),
		);
		this.refreshers.push(() => setting.settingEl.toggleClass("is-disabled", holds(definition.disabled, false)));
	}

	private press(setting: Setting, act: () => void, disabled: () => boolean): void {
		const row = setting.settingEl;
		row.addClass("mod-clickable");
		row.setAttrs({ role: "button", tabindex: "0" });
		setIcon(setting.controlEl.createDiv({ cls: "setting-chevron" }), "chevron-right");
		row.addEventListener("click", (event) => {
			if (!disabled() && !(event.target as Element).closest("button, .extra-setting-button")) act();
		});
		row.addEventListener("keydown", (event) => {
			if ((event.key === "Enter" || event.key === " ") && event.target === row && !disabled()) act();
		});
	}

	private control(control: obsidian.SettingControl, setting: Setting): void {
		const value = this.tab.getControlValue(control.key) ?? control.defaultValue;
		let turn = 0;
		// Stored values may be wrong already: said at once, changed never.
		const check = async (candidate: unknown): Promise<boolean> => {
			const mine = ++turn;
			const validate = control.validate as ((value: unknown) => string | void | Promise<string | void>) | undefined;
			const message = await validate?.(candidate);
			if (mine !== turn) return false;
			setting.setErrorMessage(message ?? null);
			return message == null || message === "";
		};
		const save = async (candidate: unknown): Promise<void> => {
			if (!(await check(candidate))) return;
			await this.tab.setControlValue(control.key, candidate);
			this.refresh();
		};
		addControl(control, setting, value, save, this.tab);
		if (value !== undefined) void check(value);
		this.refreshers.push(() => {
			for (const component of setting.components) component.setDisabled(holds(control.disabled, false));
		});
	}
}

type Save = (value: unknown) => Promise<void>;

function addControl(
	control: obsidian.SettingControl,
	setting: Setting,
	value: unknown,
	save: Save,
	tab: SettingTab,
): void {
	const text = typeof value === "string" ? value : "";
	switch (control.type) {
		case "toggle":
			setting.addToggle((toggle) => toggle.setValue(value === true).onChange((on) => void save(on)));
			return;
		case "dropdown":
			setting.addDropdown((dropdown) =>
				dropdown
					.addOptions(control.options)
					.setValue(text)
					.onChange((chosen) => void save(chosen)),
			);
			return;
		case "text":
			setting.addText((field) =>
				field
					.setPlaceholder(control.placeholder ?? "")
					.setValue(text)
					.onChange((typed) => void save(typed)),
			);
			return;
		case "textarea":
			setting.addTextArea((field) => {
				field
					.setPlaceholder(control.placeholder ?? "")
					.setValue(text)
					.onChange((typed) => void save(typed));
				if (control.rows !== undefined) field.inputEl.rows = control.rows;
			});
			return;
		case "number":
			setting.addText((field) => {
				field.inputEl.type = "number";
				field.inputEl.setAttrs({ min: control.min ?? null, max: control.max ?? null, step: control.step ?? null });
				field.setPlaceholder(control.placeholder ?? "").setValue(typeof value === "number" ? String(value) : "");
				field.onChange((typed) => {
					const isValid = typed.trim() !== "" && field.inputEl.checkValidity();
					if (isValid) void save(Number(typed));
					else setting.setErrorMessage(field.inputEl.validationMessage || "Enter a number.");
				});
			});
			return;
		case "slider":
			setting.addSlider((slider) => {
				const shown = setting.controlEl.createSpan({ cls: "setting-display-value" });
				slider.setLimits(control.min, control.max, control.step).setInstant(true);
				slider.setValue(typeof value === "number" ? value : control.min);
				if (control.displayFormat !== undefined) slider.setDisplayFormat(control.displayFormat);
				shown.setText(slider.getValuePretty());
				slider.onChange((moved) => {
					shown.setText(slider.getValuePretty());
					void save(moved);
				});
			});
			return;
		case "folder":
		case "file":
			setting.addText((field) => {
				const list = setting.controlEl.createEl("datalist", { attr: { id: `paths-${crypto.randomUUID()}` } });
				const paths =
					control.type === "file"
						? tab.app.vault
								.getFiles()
								.filter((file) => control.filter?.(file) ?? true)
								.map((file) => file.path)
						: tab.app.vault
								.getAllFolders(control.includeRoot)
								.filter((folder) => control.filter?.(folder) ?? true)
								.map((folder) => folder.path);
				for (const path of paths) list.createEl("option", { value: path });
				field.inputEl.setAttribute("list", list.id);
				field
					.setPlaceholder(control.placeholder ?? "")
					.setValue(text)
					.onChange((typed) => void save(typed));
			});
			return;
		case "color":
			throw new NotImplemented("the setting control of type color");
	}
}
