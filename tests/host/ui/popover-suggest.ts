import type * as obsidian from "obsidian";
import type { App } from "../app";
import { historyStack } from "./history-stack";
import { Scope } from "./keymap";

/** Obsidian's `PopoverSuggest`, without suggestions: what opens and closes of it. */
export abstract class PopoverSuggest<T> implements obsidian.HistoryHandler {
	scope: Scope;
	private readonly suggestEl = createDiv({ cls: "suggestion-container" });
	private isOpen = false;

	constructor(
		public app: App,
		scope?: Scope,
	) {
		this.scope = new Scope(scope);
		this.suggestEl.createDiv({ cls: "suggestion" });
		this.scope.register([], "Escape", () => {
			this.close();
			return false;
		});
	}

	open(): void {
		if (this.isOpen) return;
		this.isOpen = true;
		this.app.keymap.pushScope(this.scope);
		activeDocument.body.appendChild(this.suggestEl);
		historyStack.push(this);
	}

	close(): void {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.app.keymap.popScope(this.scope);
		this.suggestEl.remove();
		historyStack.pop(this);
	}

	onHistoryBack(): void {
		this.close();
	}

	abstract renderSuggestion(value: T, el: HTMLElement): void;
	abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}
