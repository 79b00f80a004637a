import { Modal, Notice, type App } from "obsidian";
import { addressOf } from "../../core/endpoint/endpoint";
import type { ChatRequest } from "../../core/chat/chat";
import type { InterfaceStrings } from "../../core/i18n/en";

/**
 * Shows a request: where it goes, its texts as they read, and the exact bytes. Nothing secret is in it: keys travel
 * apart.
 */
export class SentModal extends Modal {
	private readonly strings: InterfaceStrings["sent"];
	private readonly locale: string;

	/** @param body the request's JSON as it goes on the wire */
	constructor(
		app: App,
		{ sent, locale }: InterfaceStrings,
		private readonly request: ChatRequest,
		private readonly body: string,
	) {
		super(app);
		this.strings = sent;
		this.locale = locale;
	}

	override onOpen(): void {
		const { contentEl, request, body, strings, locale } = this;
		const { prompt } = request;
		this.setTitle(strings.title);
		contentEl.addClass("expert-friend-sent-modal");
		contentEl.createEl("p", {
			text: strings.where(request.model, addressOf(request.endpoint.baseUrl, "/chat/completions")),
		});
		const part = (label: string, text: string): void => {
			if (text === "") return;
			contentEl.createEl("h3", { cls: "expert-friend-label", text: label });
			// Reached by Tab, so that the keys can scroll it.
			contentEl.createEl("pre", {
				cls: "expert-friend-sent",
				text,
				attr: { tabindex: "0", role: "region", "aria-label": label },
			});
		};
		part(strings.rules, prompt.system);
		part(strings.note, prompt.note);
		part(strings.question, prompt.question);
		for (const turn of prompt.thread) part(turn.role === "user" ? strings.asked : strings.answered, turn.text);
		const exact = contentEl.createEl("details");
		exact.createEl("summary", { text: strings.exact(new TextEncoder().encode(body).length.toLocaleString(locale)) });
		exact.createEl("pre", { cls: "expert-friend-sent is-exact", text: body, attr: { tabindex: "0" } });
		const row = contentEl.createDiv({ cls: "modal-button-container" });
		row.createEl("button", { text: strings.copy, attr: { type: "button" } }).addEventListener("click", () => {
			void activeWindow.navigator.clipboard.writeText(body).then(() => new Notice(strings.copied));
		});
	}

	override onClose(): void {
		this.contentEl.empty();
	}
}
