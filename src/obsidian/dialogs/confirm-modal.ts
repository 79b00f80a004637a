import { Modal, type App } from "obsidian";

/** A question with two answers. */
export interface Confirmation {
	readonly title: string;
	/** What is at stake, a paragraph each. */
	readonly facts: readonly string[];
	/** What follows from it, less loud. */
	readonly explain: string;
	/** What the button that goes ahead says, and the one that does not. */
	readonly go: string;
	readonly stay: string;
}

/** Asks before something that can't be taken back. Closing it stays; so does Enter, since that button has the focus. */
export class ConfirmModal extends Modal {
	private goes = false;

	constructor(
		app: App,
		private readonly question: Confirmation,
		private readonly answer: (goes: boolean) => void,
	) {
		super(app);
	}

	override onOpen(): void {
		const { contentEl, question } = this;
		this.setTitle(question.title);
		for (const fact of question.facts) contentEl.createEl("p", { text: fact });
		contentEl.createEl("p", { cls: "expert-friend-muted", text: question.explain });
		const row = contentEl.createDiv({ cls: "modal-button-container" });
		const button = (label: string, goes: boolean): HTMLElement => {
			const element = row.createEl("button", { text: label, attr: { type: "button" } });
			element.addEventListener("click", () => {
				this.goes = goes;
				this.close();
			});
			return element;
		};
		button(question.go, true);
		button(question.stay, false).focus();
	}

	override onClose(): void {
		this.contentEl.empty();
		this.answer(this.goes);
	}
}
