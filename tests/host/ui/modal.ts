import type * as obsidian from "obsidian";
import type { App } from "../app";
import { setIcon } from "../icons";
import { ButtonComponent } from "./buttons";
import { historyStack } from "./history-stack";
import { Scope } from "./keymap";
import { giveBack } from "./give-back";

type ModalMembers = Pick<
	obsidian.Modal,
	| "containerEl"
	| "modalEl"
	| "titleEl"
	| "contentEl"
	| "shouldRestoreSelection"
	| "open"
	| "close"
	| "onOpen"
	| "onClose"
>;

/** Obsidian's `Modal`. Escape, the cross and a click outside close it; the focus goes back to where it was. */
export class Modal implements ModalMembers, obsidian.HistoryHandler {
	scope: Scope;
	containerEl = createDiv({ cls: "modal-container mod-dim" });
	modalEl: HTMLElement;
	titleEl: HTMLElement;
	contentEl: HTMLElement;
	shouldRestoreSelection = true;
	private readonly bgEl = this.containerEl.createDiv({ cls: "modal-bg" });
	private focused: Element | null = null;
	private closeCallback: (() => unknown) | null = null;
	private isOpen = false;

	constructor(public app: App) {
		// Without a parent: while a modal is open, the app's own keys do nothing.
		this.scope = new Scope();
		this.modalEl = this.containerEl.createDiv({
			cls: "modal",
			attr: { role: "dialog", "aria-modal": true, tabindex: "-1" },
		});
		const attr = { type: "button", "aria-label": "Close" };
		const close = this.modalEl.createEl("button", { cls: "modal-close-button clickable-icon", attr });
		setIcon(close, "x");
		const header = this.modalEl.createDiv({ cls: "modal-header" });
		this.titleEl = header.createDiv({ cls: "modal-title" });
		this.contentEl = this.modalEl.createDiv({ cls: "modal-content" });
		close.addEventListener("click", () => this.close());
		this.bgEl.addEventListener("click", () => this.close());
		this.scope.register([], "Escape", () => {
			this.close();
			return false;
		});
		this.modalEl.addEventListener("keydown", (event) => {
			if (event.key === "Tab") this.keepFocusInside(event);
		});
	}

	open(): void {
		if (this.isOpen) return;
		this.isOpen = true;
		this.focused = activeDocument.activeElement;
		this.app.keymap.pushScope(this.scope);
		historyStack.push(this);
		this.home().body.appendChild(this.containerEl);
		void this.onOpen();
		if (this.titleEl.textContent !== "") this.modalEl.setAttribute("aria-label", this.titleEl.textContent ?? "");
		if (!this.modalEl.contains(this.modalEl.doc.activeElement)) (this.focusable()[0] ?? this.modalEl).focus();
	}

	close(): void {
		if (!this.isOpen) return;
		this.isOpen = false;
		this.app.keymap.popScope(this.scope);
		historyStack.pop(this);
		this.containerEl.remove();
		const { focused } = this;
		if (this.shouldRestoreSelection) giveBack(focused);
		this.onClose();
		this.closeCallback?.();
	}

	onHistoryBack(): void {
		this.close();
	}

	/** Where it opens: in the window that the writer is in. */
	protected home(): Document {
		return activeDocument;
	}

	onOpen(): Promise<void> | void {}

	onClose(): void {}

	setTitle(title: string): this {
		this.titleEl.setText(title);
		return this;
	}

	setContent(content: string | DocumentFragment): this {
		this.contentEl.setText(content);
		return this;
	}

	setCloseCallback(callback: () => unknown): this {
		this.closeCallback = callback;
		return this;
	}

	/** What Tab stops at in the modal's content, before its cross. */
	private focusable(): HTMLElement[] {
		const stops = this.modalEl.findAll(
			"input, textarea, select, button, a[href], [tabindex='0'], [contenteditable='true']",
		);
		const found = stops.filter(
			(element) => element.isShown() && !element.hasAttribute("disabled") && element.getAttribute("tabindex") !== "-1",
		);
		return [...found.slice(1), ...found.slice(0, 1)];
	}

	private keepFocusInside(event: KeyboardEvent): void {
		const stops = this.focusable();
		const at = stops.indexOf(this.modalEl.doc.activeElement as HTMLElement);
		const next = stops[(at + (event.shiftKey ? stops.length - 1 : 1)) % stops.length];
		if (next === undefined) return;
		event.preventDefault();
		next.focus();
	}
}

/** Obsidian's `ConfirmationButton`: closes its modal unless the handler answers truthy. */
export class ConfirmationButton extends ButtonComponent {
	private handler: ((event: MouseEvent) => unknown) | null = null;

	constructor(container: HTMLElement, modal: ConfirmationModal) {
		super(container);
		super.onClick(async (event) => {
			if (!(await this.handler?.(event))) modal.close();
		});
	}

	override onClick(handler: (event: MouseEvent) => unknown): this {
		this.handler = handler;
		return this;
	}

	setInitialFocus(): this {
		window.setTimeout(() => this.buttonEl.focus());
		return this;
	}

	setSecondary(): this {
		this.buttonEl.addClass("mod-secondary");
		return this;
	}

	setCancel(): this {
		this.buttonEl.addClass("mod-cancel");
		return this;
	}
}

/** Obsidian's `ConfirmationModal`. */
export class ConfirmationModal extends Modal {
	readonly buttonContainerEl = this.modalEl.createDiv({ cls: "modal-button-container" });

	addClass(name: string): this {
		this.modalEl.addClass(name);
		return this;
	}

	addCheckbox(label: string, callback: (value: boolean) => unknown): this {
		const row = this.buttonContainerEl.createEl("label", { cls: "mod-checkbox" });
		const input = row.createEl("input", { type: "checkbox", attr: { tabindex: "0" } });
		row.appendText(label);
		input.addEventListener("change", () => callback(input.checked));
		return this;
	}

	addButton(callback: (button: ConfirmationButton) => unknown): this {
		callback(new ConfirmationButton(this.buttonContainerEl, this));
		return this;
	}

	addCancelButton(text = "Cancel"): this {
		return this.addButton((button) => button.setButtonText(text).setClass("mod-cancel"));
	}
}
