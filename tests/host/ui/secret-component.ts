import type { App } from "../app";
import { BaseComponent } from "./components";

/**
 * Obsidian's `SecretComponent`: chooses a secret by its name, or makes one. What is chosen is the name, never the
 * secret.
 */
export class SecretComponent extends BaseComponent {
	private changed: ((name: string) => unknown) | null = null;
	private readonly select: HTMLSelectElement;

	constructor(
		private readonly app: App,
		container: HTMLElement,
	) {
		super();
		const row = container.createDiv({ cls: "secret-component" });
		this.select = row.createEl("select", { cls: "dropdown", attr: { "aria-label": "Secret" } });
		this.fill("");
		const button = row.createEl("button", { text: "New secret", attr: { type: "button" } });
		const form = row.createEl("form", { cls: "secret-form" });
		form.hide();
		const name = form.createEl("input", {
			type: "text",
			placeholder: "name-of-the-secret",
			attr: { "aria-label": "Secret name", pattern: "[a-z0-9-]+", required: true },
		});
		const value = form.createEl("input", {
			type: "password",
			attr: { "aria-label": "Secret value", autocomplete: "off", required: true },
		});
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
