import { Modal, type App } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";

/** Where an answer goes whose passage is gone. */
export type Where = "end" | "cursor";

/** Asks where to keep an answer whose passage can't be found. Closing it writes nothing. */
export class WhereModal extends Modal {
	constructor(
		app: App,
		private readonly strings: InterfaceStrings["keep"],
		private readonly hasCursor: boolean,
		private readonly choose: (where: Where) => void,
	) {
		super(app);
	}

	override onOpen(): void {
		const { strings, contentEl } = this;
		this.setTitle(strings.where);
		contentEl.createEl("p", { text: strings.whereText });
		const row = contentEl.createDiv({ cls: "modal-button-container" });
		const button = (label: string, press: () => void, look = ""): void => {
			row.createEl("button", { cls: look, text: label, attr: { type: "button" } }).addEventListener("click", () => {
				this.close();
				press();
			});
		};
		if (this.hasCursor) button(strings.atCursor, () => this.choose("cursor"), "mod-cta expert-friend-primary");
		button(strings.atEnd, () => this.choose("end"));
		button(strings.cancel, () => undefined);
	}

	override onClose(): void {
		this.contentEl.empty();
	}
}
