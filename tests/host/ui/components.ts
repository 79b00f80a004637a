import type * as obsidian from "obsidian";
import type { App } from "../app";
import { setIcon } from "../icons";
import { Strict } from "../strict";
import { setTooltip } from "./tooltip";

/** Obsidian's `BaseComponent`. */
export class BaseComponent extends Strict {
	disabled = false;

	then(callback: (component: this) => unknown): this {
		callback(this);
		return this;
	}

	setDisabled(disabled: boolean): this {
		this.disabled = disabled;
		return this;
	}
}

/** Obsidian's `ValueComponent`. */
export abstract class ValueComponent<T> extends BaseComponent {
	protected changed: ((value: T) => unknown) | null = null;

	abstract getValue(): T;
	abstract setValue(value: T): this;

	onChange(callback: (value: T) => unknown): this {
		this.changed = callback;
		return this;
	}
}

/** Obsidian's `AbstractTextComponent`. */
export class AbstractTextComponent<T extends HTMLInputElement | HTMLTextAreaElement> extends ValueComponent<string> {
	constructor(readonly inputEl: T) {
		super();
		inputEl.addEventListener("input", () => this.onChanged());
	}

	override setDisabled(disabled: boolean): this {
		this.inputEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	getValue(): string {
		return this.inputEl.value;
	}

	setValue(value: string): this {
		this.inputEl.value = value;
		return this;
	}

	setPlaceholder(placeholder: string): this {
		this.inputEl.placeholder = placeholder;
		return this;
	}

	onChanged(): void {
		this.changed?.(this.getValue());
	}
}

/** Obsidian's `TextComponent`. */
export class TextComponent extends AbstractTextComponent<HTMLInputElement> {
	constructor(container: HTMLElement) {
		super(container.createEl("input", { type: "text", attr: { spellcheck: false } }));
	}
}

/** Obsidian's `TextAreaComponent`. */
export class TextAreaComponent extends AbstractTextComponent<HTMLTextAreaElement> {
	constructor(container: HTMLElement) {
		super(container.createEl("textarea", { attr: { spellcheck: false } }));
	}
}

/** Obsidian's `SearchComponent`. */
export class SearchComponent extends AbstractTextComponent<HTMLInputElement> {
	readonly clearButtonEl: HTMLElement;

	constructor(container: HTMLElement) {
		const row = container.createDiv({ cls: "search-input-container" });
		super(row.createEl("input", { type: "search", attr: { enterkeyhint: "search", spellcheck: false } }));
		this.clearButtonEl = row.createDiv({ cls: "search-input-clear-button", attr: { role: "button", "aria-label": "Clear search" } });
		this.clearButtonEl.addEventListener("click", () => {
			this.setValue("");
			this.onChanged();
			this.inputEl.focus();
		});
	}
}

/** Obsidian's `ToggleComponent`. */
export class ToggleComponent extends ValueComponent<boolean> {
	readonly toggleEl: HTMLElement;
	private readonly input: HTMLInputElement;
	private on = false;

	constructor(container: HTMLElement) {
		super();
		this.toggleEl = container.createDiv({ cls: "checkbox-container" });
		this.input = this.toggleEl.createEl("input", { type: "checkbox", attr: { tabindex: "0", role: "switch" } });
		this.toggleEl.addEventListener("click", (event) => {
			event.preventDefault();
			this.onClick();
		});
		this.input.addEventListener("keydown", (event) => {
			if (event.key !== " " && event.key !== "Enter") return;
			event.preventDefault();
			this.onClick();
		});
	}

	override setDisabled(disabled: boolean): this {
		this.toggleEl.toggleClass("is-disabled", disabled);
		this.input.disabled = disabled;
		return super.setDisabled(disabled);
	}

	getValue(): boolean {
		return this.on;
	}

	setValue(on: boolean): this {
		if (on === this.on) return this;
		this.on = on;
		this.toggleEl.toggleClass("is-enabled", on);
		// After the click whose default was prevented, the box would take its old state back.
		window.setTimeout(() => this.input.checked = this.on);
		this.input.checked = on;
		this.changed?.(on);
		return this;
	}

	setTooltip(tooltip: string, options?: obsidian.TooltipOptions): this {
		setTooltip(this.toggleEl, tooltip, options);
		return this;
	}

	onClick(): void {
		if (!this.disabled) this.setValue(!this.on);
	}

	/** Names the switch for those who do not see its row. */
	label(name: string): void {
		this.input.setAttribute("aria-label", name);
	}
}

/** Obsidian's `DropdownComponent`. */
export class DropdownComponent extends ValueComponent<string> {
	readonly selectEl: HTMLSelectElement;

	constructor(container: HTMLElement) {
		super();
		this.selectEl = container.createEl("select", { cls: "dropdown" });
		this.selectEl.addEventListener("change", () => this.changed?.(this.getValue()));
	}

	override setDisabled(disabled: boolean): this {
		this.selectEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	addOption(value: string, display: string): this {
		this.selectEl.createEl("option", { value, text: display });
		return this;
	}

	addOptions(options: Record<string, string>): this {
		for (const [value, display] of Object.entries(options)) this.addOption(value, display);
		return this;
	}

	getValue(): string {
		return this.selectEl.value;
	}

	setValue(value: string): this {
		this.selectEl.value = value;
		return this;
	}
}

/** Obsidian's `SliderComponent`; it reports while it is moved only when set so. */
export class SliderComponent extends ValueComponent<number> {
	readonly sliderEl: HTMLInputElement;
	private instant = false;
	private format: (value: number) => string = String;

	constructor(container: HTMLElement) {
		super();
		this.sliderEl = container.createEl("input", { cls: "slider", type: "range" });
		this.sliderEl.addEventListener("input", () => {
			if (this.instant) this.changed?.(this.getValue());
		});
		this.sliderEl.addEventListener("change", () => this.changed?.(this.getValue()));
	}

	override setDisabled(disabled: boolean): this {
		this.sliderEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	setInstant(instant: boolean): this {
		this.instant = instant;
		return this;
	}

	setLimits(least: number | null, most: number | null, step: number | "any"): this {
		this.sliderEl.setAttrs({ min: least, max: most, step });
		return this;
	}

	getValue(): number {
		return this.sliderEl.valueAsNumber;
	}

	setValue(value: number): this {
		this.sliderEl.valueAsNumber = value;
		return this;
	}

	getValuePretty(): string {
		return this.format(this.getValue());
	}

	setDisplayFormat(format: (value: number) => string): this {
		this.format = format;
		return this;
	}

	setDynamicTooltip(): this {
		return this;
	}
}

/** Obsidian's `ButtonComponent`. */
export class ButtonComponent extends BaseComponent {
	readonly buttonEl: HTMLButtonElement;

	constructor(container: HTMLElement) {
		super();
		this.buttonEl = container.createEl("button", { attr: { type: "button" } });
	}

	override setDisabled(disabled: boolean): this {
		this.buttonEl.disabled = disabled;
		return super.setDisabled(disabled);
	}

	setCta(): this {
		this.buttonEl.addClass("mod-cta");
		return this;
	}

	removeCta(): this {
		this.buttonEl.removeClass("mod-cta");
		return this;
	}

	setWarning(): this {
		this.buttonEl.addClass("mod-warning");
		return this;
	}

	setDestructive(): this {
		this.buttonEl.addClass("mod-destructive");
		return this;
	}

	removeDestructive(): this {
		this.buttonEl.removeClass("mod-destructive");
		return this;
	}

	setTooltip(tooltip: string, options?: obsidian.TooltipOptions): this {
		setTooltip(this.buttonEl, tooltip, options);
		return this;
	}

	setButtonText(text: string): this {
		this.buttonEl.setText(text);
		return this;
	}

	setIcon(icon: string): this {
		setIcon(this.buttonEl, icon);
		return this;
	}

	setClass(name: string): this {
		this.buttonEl.addClass(name);
		return this;
	}

	onClick(callback: (event: MouseEvent) => unknown): this {
		this.buttonEl.addEventListener("click", (event) => void callback(event));
		return this;
	}
}

/** Obsidian's `ExtraButtonComponent`. */
export class ExtraButtonComponent extends BaseComponent {
	readonly extraSettingsEl: HTMLElement;

	constructor(container: HTMLElement) {
		super();
		this.extraSettingsEl = container.createDiv({ cls: "clickable-icon extra-setting-button", attr: { role: "button", tabindex: "0" } });
		setIcon(this.extraSettingsEl, "settings");
		this.extraSettingsEl.addEventListener("keydown", (event) => {
			if (event.key === "Enter" || event.key === " ") this.extraSettingsEl.click();
		});
	}

	override setDisabled(disabled: boolean): this {
		this.extraSettingsEl.toggleClass("is-disabled", disabled);
		this.extraSettingsEl.setAttribute("aria-disabled", String(disabled));
		return super.setDisabled(disabled);
	}

	setTooltip(tooltip: string, options?: obsidian.TooltipOptions): this {
		setTooltip(this.extraSettingsEl, tooltip, options);
		return this;
	}

	setIcon(icon: string): this {
		setIcon(this.extraSettingsEl, icon);
		return this;
	}

	onClick(callback: () => unknown): this {
		this.extraSettingsEl.addEventListener("click", () => {
			if (!this.disabled) void callback();
		});
		return this;
	}
}

/** Obsidian's `DisplayValueComponent`. */
export class DisplayValueComponent extends Strict {
	readonly valueEl: HTMLElement;

	constructor(container: HTMLElement) {
		super();
		this.valueEl = container.createSpan({ cls: "setting-display-value" });
	}

	setValue(value: string | null): this {
		this.valueEl.setText(value ?? "");
		return this;
	}

	setStatus(status: "warning" | null): this {
		this.valueEl.toggleClass("mod-warning", status === "warning");
		return this;
	}
}

/** Obsidian's `SecretComponent`: chooses a secret by its name, or makes one. What is chosen is the name, never the secret. */
export class SecretComponent extends BaseComponent {
	private changed: ((name: string) => unknown) | null = null;
	private readonly select: HTMLSelectElement;

	constructor(private readonly app: App, container: HTMLElement) {
		super();
		const row = container.createDiv({ cls: "secret-component" });
		this.select = row.createEl("select", { cls: "dropdown", attr: { "aria-label": "Secret" } });
		this.fill("");
		const button = row.createEl("button", { text: "New secret", attr: { type: "button" } });
		const form = row.createEl("form", { cls: "secret-form" });
		form.hide();
		const name = form.createEl("input", { type: "text", placeholder: "name-of-the-secret", attr: { "aria-label": "Secret name", pattern: "[a-z0-9-]+", required: true } });
		const value = form.createEl("input", { type: "password", attr: { "aria-label": "Secret value", autocomplete: "off", required: true } });
		form.createEl("button", { text: "Save", cls: "mod-cta", attr: { type: "submit" } });
		button.addEventListener("click", () => form.toggle(!form.isShown()));
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			app.secretStorage.setSecret(name.value, value.value);
			this.fill(name.value);
			form.hide();
			this.changed?.(name.value);
		});
		this.select.addEventListener("change", () => this.changed?.(this.select.value));
	}

	setValue(name: string): this {
		this.fill(name);
		return this;
	}

	onChange(callback: (name: string) => unknown): this {
		this.changed = callback;
		return this;
	}

	override setDisabled(disabled: boolean): this {
		this.select.disabled = disabled;
		return super.setDisabled(disabled);
	}

	private fill(chosen: string): void {
		this.select.empty();
		this.select.createEl("option", { value: "", text: "None" });
		const names = new Set([...this.app.secretStorage.listSecrets(), ...(chosen === "" ? [] : [chosen])]);
		for (const name of names) this.select.createEl("option", { value: name, text: name });
		this.select.value = chosen;
	}
}
