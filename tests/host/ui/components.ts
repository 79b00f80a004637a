import type * as obsidian from "obsidian";
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
		this.clearButtonEl = row.createDiv({
			cls: "search-input-clear-button",
			attr: { role: "button", "aria-label": "Clear search" },
		});
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
		window.setTimeout(() => (this.input.checked = this.on));
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
