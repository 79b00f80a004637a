import { Modal, type App } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";

/** A part of a reply, with what is said of it; without a label it is all of the reply. */
export interface ReplyPart {
	readonly label: string;
	readonly text: string;
}

/** What a model said and no list shows, to be read: text only, a reply is never rendered. */
export class ReplyModal extends Modal {
	constructor(
		app: App,
		private readonly strings: InterfaceStrings["words"],
		private readonly parts: readonly ReplyPart[],
	) {
		super(app);
	}

	override onOpen(): void {
		const { contentEl, strings, parts } = this;
		this.setTitle(strings.came);
		contentEl.addClass("expert-friend-sent-modal");
		for (const { label, text } of parts) {
			if (label !== "") contentEl.createEl("h3", { cls: "expert-friend-label", text: label });
			// Reached by Tab, so that the keys can scroll it.
			contentEl.createEl("pre", {
				cls: "expert-friend-sent",
				text,
				attr: { tabindex: "0", role: "region", "aria-label": label === "" ? strings.came : label },
			});
		}
	}

	override onClose(): void {
		this.contentEl.empty();
	}
}
