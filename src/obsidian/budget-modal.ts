import { Modal, type App } from "obsidian";
import type { InterfaceWords } from "../core/i18n/en";

/** Asks whether to go beyond a budget. Closing it sends nothing. */
export class BudgetModal extends Modal {
	private allowed = false;

	constructor(app: App, private readonly words: InterfaceWords["budget"], private readonly lines: readonly string[], private readonly answer: (allowed: boolean) => void) {
		super(app);
	}

	override onOpen(): void {
		const { contentEl, words } = this;
		this.setTitle(words.title);
		for (const line of this.lines) contentEl.createEl("p", { text: line });
		contentEl.createEl("p", { cls: "expert-friend-muted", text: words.explain });
		const row = contentEl.createDiv({ cls: "modal-button-container" });
		const button = (label: string, allowed: boolean): HTMLElement => {
			const element = row.createEl("button", { text: label, attr: { type: "button" } });
			element.addEventListener("click", () => {
				this.allowed = allowed;
				this.close();
			});
			return element;
		};
		button(words.beyond, true);
		// What costs nothing is at hand.
		button(words.stay, false).focus();
	}

	override onClose(): void {
		this.contentEl.empty();
		this.answer(this.allowed);
	}
}
