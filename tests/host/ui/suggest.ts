import type * as obsidian from "obsidian";
import type { App } from "../app";
import { prepareFuzzySearch, renderResults, sortSearchResults } from "../search";
import { Modal } from "./modal";

/** Obsidian's `SuggestModal`: a field and a list of what it may mean. */
export abstract class SuggestModal<T> extends Modal {
	limit = 100;
	emptyStateText = "No results found.";
	inputEl: HTMLInputElement;
	resultContainerEl: HTMLElement;
	private values: T[] = [];
	private selected = 0;
	private readonly instructionsEl: HTMLElement;

	constructor(app: App) {
		super(app);
		this.containerEl.addClass("mod-prompt");
		this.modalEl.className = "prompt";
		this.modalEl.empty();
		this.inputEl = this.modalEl
			.createDiv({ cls: "prompt-input-container" })
			.createEl("input", {
				cls: "prompt-input",
				type: "text",
				attr: {
					role: "combobox",
					"aria-expanded": true,
					"aria-autocomplete": "list",
					autocapitalize: "off",
					spellcheck: false,
				},
			});
		this.resultContainerEl = this.modalEl.createDiv({ cls: "prompt-results", attr: { role: "listbox" } });
		this.instructionsEl = this.modalEl.createDiv({ cls: "prompt-instructions" });
		this.instructionsEl.hide();
		this.inputEl.addEventListener("input", () => void this.update());
		for (const [key, step] of [
			["ArrowDown", 1],
			["ArrowUp", -1],
		] as const) {
			this.scope.register([], key, () => {
				this.select(this.selected + step);
				return false;
			});
		}
		this.scope.register(null, "Enter", (event) => {
			if (event.isComposing) return true;
			this.selectActiveSuggestion(event);
			return false;
		});
	}

	override open(): void {
		super.open();
		this.inputEl.focus();
		void this.update();
	}

	setPlaceholder(placeholder: string): void {
		this.inputEl.placeholder = placeholder;
		this.inputEl.setAttribute("aria-label", placeholder);
	}

	setInstructions(instructions: obsidian.Instruction[]): void {
		this.instructionsEl.empty();
		this.instructionsEl.show();
		for (const { command, purpose } of instructions) {
			const row = this.instructionsEl.createDiv({ cls: "prompt-instruction" });
			row.createSpan({ cls: "prompt-instruction-command", text: command });
			row.createSpan({ text: purpose });
		}
	}

	onNoSuggestion(): void {
		this.resultContainerEl.createDiv({ cls: "suggestion-empty", text: this.emptyStateText });
	}

	selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
		this.close();
		this.onChooseSuggestion(value, event);
	}

	selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
		const value = this.values[this.selected];
		if (value !== undefined) this.selectSuggestion(value, event);
	}

	abstract getSuggestions(query: string): T[] | Promise<T[]>;
	abstract renderSuggestion(value: T, el: HTMLElement): void;
	abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;

	private async update(): Promise<void> {
		const query = this.inputEl.value;
		const found = await this.getSuggestions(query);
		if (query !== this.inputEl.value) return;
		this.values = found.slice(0, this.limit);
		this.resultContainerEl.empty();
		this.values.forEach((value, index) => {
			const row = this.resultContainerEl.createDiv({ cls: "suggestion-item", attr: { role: "option" } });
			this.renderSuggestion(value, row);
			row.addEventListener("mousemove", () => this.select(index));
			row.addEventListener("click", (event) => this.selectSuggestion(value, event));
		});
		if (this.values.length === 0) this.onNoSuggestion();
		this.select(0);
	}

	private select(index: number): void {
		const rows = this.resultContainerEl.findAll(".suggestion-item");
		this.selected = rows.length === 0 ? 0 : (index + rows.length) % rows.length;
		rows.forEach((row, at) => {
			row.toggleClass("is-selected", at === this.selected);
			row.setAttribute("aria-selected", String(at === this.selected));
		});
		rows[this.selected]?.scrollIntoView({ block: "nearest" });
	}
}

/** Obsidian's `FuzzySuggestModal`. */
export abstract class FuzzySuggestModal<T> extends SuggestModal<obsidian.FuzzyMatch<T>> {
	getSuggestions(query: string): obsidian.FuzzyMatch<T>[] {
		if (query.trim() === "") return this.getItems().map((item) => ({ item, match: { score: 0, matches: [] } }));
		const search = prepareFuzzySearch(query);
		const found = this.getItems().flatMap((item) => {
			const match = search(this.getItemText(item));
			return match === null ? [] : [{ item, match }];
		});
		sortSearchResults(found);
		return found;
	}

	renderSuggestion(value: obsidian.FuzzyMatch<T>, el: HTMLElement): void {
		renderResults(el, this.getItemText(value.item), value.match);
	}

	onChooseSuggestion(value: obsidian.FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
		this.onChooseItem(value.item, event);
	}

	abstract getItems(): T[];
	abstract getItemText(item: T): string;
	abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;
}
