import { Modal, type App } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";

export interface AskModalPort {
	readonly ask: (question: string) => void;
	/** The window closed. @param question what was typed and not asked; empty when nothing was */
	readonly left: (question: string) => void;
	/** Draws who would be asked, for what, and what would be sent. @param question as typed when it is called */
	readonly foot: (parent: HTMLElement, question: () => string) => void;
}

/**
 * Takes a free question about a passage, with the last ones at hand. Enter asks, Shift+Enter is a new line. What is
 * typed and not asked is there the next time.
 */
export class AskModal extends Modal {
	/** Draws the foot anew: another model was chosen. */
	showFoot: () => void = () => undefined;

	private typed: () => string = () => "";

	constructor(
		app: App,
		private readonly strings: InterfaceStrings["ask"],
		private readonly passage: string,
		private readonly questions: {
			/** What was typed the last time and not asked; empty when nothing was. */
			readonly unasked: string;
			/** The latest first. */
			readonly recent: readonly string[];
		},
		private readonly port: AskModalPort,
	) {
		super(app);
	}

	override onOpen(): void {
		const { contentEl, strings } = this;
		this.setTitle(strings.title);
		contentEl.createEl("blockquote", { cls: "expert-friend-ask-passage", text: this.passage });
		const field = contentEl.createEl("textarea", {
			cls: "expert-friend-field",
			attr: { rows: "3", placeholder: strings.placeholder, "aria-label": strings.placeholder },
		});
		field.value = this.questions.unasked;
		this.typed = () => field.value;
		field.addEventListener("keydown", (event) => {
			if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
			event.preventDefault();
			this.submit(field.value);
		});
		if (this.questions.recent.length > 0) {
			contentEl.createEl("p", { cls: "expert-friend-label", text: strings.recent });
			const list = contentEl.createDiv({ cls: "expert-friend-recent" });
			for (const question of this.questions.recent) {
				list
					.createEl("button", { cls: "expert-friend-quiet", text: question, attr: { type: "button" } })
					.addEventListener("click", () => {
						field.value = question;
						field.focus();
					});
			}
		}
		const foot = contentEl.createDiv({ cls: "expert-friend-foot" });
		this.showFoot = () => this.port.foot(foot, () => field.value.trim());
		this.showFoot();
		const row = contentEl.createDiv({ cls: "modal-button-container" });
		row
			.createEl("button", { cls: "mod-cta expert-friend-primary", text: strings.send, attr: { type: "button" } })
			.addEventListener("click", () => this.submit(field.value));
		row
			.createEl("button", { text: strings.cancel, attr: { type: "button" } })
			.addEventListener("click", () => this.close());
		field.focus();
		field.select();
	}

	override onClose(): void {
		this.port.left(this.typed());
		this.contentEl.empty();
	}

	private submit(text: string): void {
		const question = text.trim();
		if (question === "") return;
		this.typed = () => "";
		this.close();
		this.port.ask(question);
	}
}
