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
	/** What happens when none is chosen; default nothing. */
	readonly left?: () => void;
}

/** Asks for one of several. Closing it chooses none. */
export class ChoiceModal extends Modal {
	private chosen: (() => void) | undefined;

	constructor(
		app: App,
		private readonly question: Choices,
	) {
		super(app);
		this.chosen = question.left;
	}

	override onOpen(): void {
		const { contentEl, question } = this;
		this.setTitle(question.title);
		const row = contentEl.createDiv({ cls: "modal-button-container expert-friend-ways" });
		const button = ({ label, choose }: Choice): HTMLElement => {
			const element = row.createEl("button", { text: label, attr: { type: "button" } });
			element.addEventListener("click", () => {
				this.chosen = choose;
				this.close();
			});
			return element;
		};
		const [first] = question.choices.map(button);
		button({ label: question.cancel, choose: () => question.left?.() });
		first?.focus();
	}

	override onClose(): void {
		this.contentEl.empty();
		this.chosen?.();
	}
}
