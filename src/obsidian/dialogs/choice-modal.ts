import { Modal, type App } from "obsidian";

/** One of several answers. */
interface Choice {
	readonly label: string;
	readonly choose: () => void;
}

/** A question with several answers. */
export interface Choices {
	readonly title: string;
	readonly choices: readonly Choice[];
	readonly cancel: string;
}

/** Asks for one of several. Closing it chooses none. */
export class ChoiceModal extends Modal {
	constructor(
		app: App,
		private readonly question: Choices,
	) {
		super(app);
	}

	override onOpen(): void {
		const { contentEl, question } = this;
		this.setTitle(question.title);
		const row = contentEl.createDiv({ cls: "modal-button-container expert-friend-ways" });
		const button = ({ label, choose }: Choice): HTMLElement => {
			const element = row.createEl("button", { text: label, attr: { type: "button" } });
			element.addEventListener("click", () => {
				this.close();
				choose();
			});
			return element;
		};
		const [first] = question.choices.map(button);
		button({ label: question.cancel, choose: () => undefined });
		first?.focus();
	}

	override onClose(): void {
		this.contentEl.empty();
	}
}
