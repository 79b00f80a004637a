import type * as obsidian from "obsidian";
import { Strict } from "../strict";
import { ButtonComponent, DisplayValueComponent, ExtraButtonComponent } from "./buttons";
import {
	DropdownComponent,
	SearchComponent,
	SliderComponent,
	TextAreaComponent,
	TextComponent,
	ToggleComponent,
	type BaseComponent,
} from "./components";
import { setTooltip } from "./tooltip";

type Callback<C> = (component: C) => unknown;

/** Obsidian's `Setting`: a row with a name, a description and its controls. */
export class Setting extends Strict {
	readonly settingEl: HTMLElement;
	readonly infoEl: HTMLElement;
	readonly nameEl: HTMLElement;
	readonly descEl: HTMLElement;
	readonly controlEl: HTMLElement;
	components: BaseComponent[] = [];
	errorEl: HTMLElement | null = null;

	constructor(container: HTMLElement) {
		super();
		this.settingEl = container.createDiv({ cls: "setting-item" });
		this.infoEl = this.settingEl.createDiv({ cls: "setting-item-info" });
		this.nameEl = this.infoEl.createDiv({ cls: "setting-item-name" });
		this.descEl = this.infoEl.createDiv({ cls: "setting-item-description" });
		this.controlEl = this.settingEl.createDiv({ cls: "setting-item-control" });
	}

	setErrorMessage(message: string | null): this {
		this.errorEl?.remove();
		this.settingEl.toggleClass("is-invalid", message !== null && message !== "");
		this.errorEl =
			message === null || message === ""
				? null
				: this.infoEl.createDiv({ cls: "setting-item-error", text: message, attr: { role: "alert" } });
		return this;
	}

	setName(name: string | DocumentFragment): this {
		this.nameEl.setText(name);
		this.nameControls();
		return this;
	}

	setDesc(desc: string | DocumentFragment): this {
		this.descEl.setText(desc);
		return this;
	}

	setClass(name: string): this {
		this.settingEl.addClass(name);
		return this;
	}

	setTooltip(tooltip: string, options?: obsidian.TooltipOptions): this {
		setTooltip(this.nameEl, tooltip, options);
		return this;
	}

	setHeading(): this {
		this.settingEl.addClass("setting-item-heading");
		this.nameEl.setAttrs({ role: "heading", "aria-level": 3 });
		return this;
	}

	setDisabled(disabled: boolean): this {
		this.settingEl.toggleClass("is-disabled", disabled);
		for (const component of this.components) component.setDisabled(disabled);
		return this;
	}

	addText(callback: Callback<TextComponent>): this {
		return this.add(new TextComponent(this.controlEl), callback);
	}

	addTextArea(callback: Callback<TextAreaComponent>): this {
		return this.add(new TextAreaComponent(this.controlEl), callback);
	}

	addSearch(callback: Callback<SearchComponent>): this {
		return this.add(new SearchComponent(this.controlEl), callback);
	}

	addToggle(callback: Callback<ToggleComponent>): this {
		this.settingEl.addClass("mod-toggle");
		return this.add(new ToggleComponent(this.controlEl), callback);
	}

	addDropdown(callback: Callback<DropdownComponent>): this {
		return this.add(new DropdownComponent(this.controlEl), callback);
	}

	addSlider(callback: Callback<SliderComponent>): this {
		return this.add(new SliderComponent(this.controlEl), callback);
	}

	addButton(callback: Callback<ButtonComponent>): this {
		return this.add(new ButtonComponent(this.controlEl), callback);
	}

	addExtraButton(callback: Callback<ExtraButtonComponent>): this {
		return this.add(new ExtraButtonComponent(this.controlEl), callback);
	}

	addDisplayValue(callback: Callback<DisplayValueComponent>): this {
		callback(new DisplayValueComponent(this.controlEl));
		return this;
	}

	addComponent<C extends BaseComponent>(make: (el: HTMLElement) => C): this {
		this.components.push(make(this.controlEl));
		return this;
	}

	then(callback: (setting: this) => unknown): this {
		callback(this);
		return this;
	}

	clear(): this {
		this.controlEl.empty();
		this.components = [];
		return this;
	}

	private add<C extends BaseComponent>(component: C, callback: Callback<C>): this {
		this.components.push(component);
		callback(component);
		this.nameControls();
		return this;
	}

	// Obsidian's rows leave their controls nameless; with a name, tests and screen readers find them.
	private nameControls(): void {
		const name = this.nameEl.textContent ?? "";
		if (name === "") return;
		for (const control of this.controlEl.findAll("input, textarea, select"))
			if (!control.hasAttribute("aria-label")) control.setAttribute("aria-label", name);
	}
}

/** Obsidian's `SettingGroup`: rows under one heading. */
export class SettingGroup extends Strict {
	readonly listEl: HTMLElement;
	private readonly groupEl: HTMLElement;
	private readonly heading: Setting;

	constructor(container: HTMLElement) {
		super();
		this.groupEl = container.createDiv({ cls: "setting-group" });
		this.heading = new Setting(this.groupEl).setHeading();
		this.heading.settingEl.hide();
		this.listEl = this.groupEl.createDiv({ cls: "setting-items" });
	}

	/** The whole group; the stand-in hides it. */
	get dom(): HTMLElement {
		return this.groupEl;
	}

	setHeading(text: string | DocumentFragment): this {
		this.heading.setName(text).settingEl.show();
		return this;
	}

	addClass(...names: string[]): this {
		this.groupEl.addClass(...names);
		return this;
	}

	addSetting(callback: (setting: Setting) => void): this {
		callback(new Setting(this.listEl));
		return this;
	}

	addSearch(callback: Callback<SearchComponent>): this {
		this.heading.settingEl.show();
		this.heading.addSearch(callback);
		return this;
	}

	addExtraButton(callback: Callback<ExtraButtonComponent>): this {
		this.heading.settingEl.show();
		this.heading.addExtraButton(callback);
		return this;
	}
}
