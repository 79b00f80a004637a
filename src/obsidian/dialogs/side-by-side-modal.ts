import { Modal, type App } from "obsidian";
import type { Consultation } from "../../core/consultation/consultation";
import { hasFrenchSpaces, spacesHeld } from "../../core/consultation/reply-spaces";
import type { InterfaceStrings } from "../../core/i18n/en";
import { uniqueSentences } from "../../core/wording/unique-sentences";

/**
 * Two readings of one passage beside each other, with what only one of them says set off. Text only: a reply is never
 * rendered.
 */
export class SideBySideModal extends Modal {
	constructor(
		app: App,
		private readonly strings: InterfaceStrings,
		private readonly first: Consultation,
		private readonly second: Consultation,
	) {
		super(app);
	}

	override onOpen(): void {
		const { contentEl, strings, first, second } = this;
		this.setTitle(strings.margin.sideBySide);
		this.modalEl.addClass("expert-friend-side-modal");
		contentEl.createEl("blockquote", { cls: "expert-friend-ask-passage", text: second.anchor.quote });
		const columns = contentEl.createDiv({ cls: "expert-friend-side-by-side" });
		const [left, right] = uniqueSentences(first.text, second.text);
		this.column(columns, first, left);
		this.column(columns, second, right);
	}

	override onClose(): void {
		this.contentEl.empty();
	}

	private column(parent: HTMLElement, consultation: Consultation, parts: ReturnType<typeof uniqueSentences>[0]): void {
		const column = parent.createEl("section", {
			cls: "expert-friend-side",
			attr: { "aria-label": consultation.modelName },
		});
		column.createEl("h3", { cls: "expert-friend-label", text: consultation.modelName });
		const body = column.createDiv({ cls: "expert-friend-side-text" });
		const isFrench = hasFrenchSpaces(consultation.text);
		for (const part of parts) {
			const text = isFrench ? spacesHeld(part.text) : part.text;
			if (part.only) body.createEl("mark", { cls: "expert-friend-only", text });
			else body.appendText(text);
		}
	}
}
