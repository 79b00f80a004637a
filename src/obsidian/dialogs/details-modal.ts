import { Modal, Notice, type App } from "obsidian";
import type { Consultation } from "../../core/consultation/consultation";
import type { InterfaceStrings } from "../../core/i18n/en";
import { inertText } from "../../core/record/quote";

/** A failed question, as far as it is told. */
type Failed = Pick<Consultation, "failure" | "status" | "model" | "streamed" | "startedAt" | "notes"> & {
	readonly endpoint: { readonly name: string };
};

/**
 * What is known of an answer that failed, or whose reply was not as it should be, in full, without secrets and without
 * the writer's text: copyable for a bug report.
 */
export class DetailsModal extends Modal {
	constructor(
		app: App,
		private readonly strings: InterfaceStrings,
		private readonly consultation: Failed,
	) {
		super(app);
	}

	override onOpen(): void {
		const { consultation, strings, contentEl } = this;
		const { failure } = consultation;
		this.setTitle(strings.margin.details);
		const details = [
			`kind: ${failure?.kind ?? consultation.status}`,
			`status: ${failure?.status ?? "none"}`,
			`model: ${consultation.model}`,
			`endpoint: ${consultation.endpoint.name}`,
			`streamed: ${consultation.streamed}`,
			`started: ${new Date(consultation.startedAt).toISOString()}`,
			...(consultation.notes ?? []),
			failure?.detail ?? "",
		]
			.filter((line) => line !== "")
			.join("\n");
		contentEl.createEl("pre", { cls: "expert-friend-sent", text: details });
		const row = contentEl.createDiv({ cls: "modal-button-container" });
		row
			.createEl("button", { text: strings.margin.copyDetails, attr: { type: "button" } })
			.addEventListener("click", () => {
				void activeWindow.navigator.clipboard
					.writeText(inertText(details))
					.then(() => new Notice(strings.margin.copied));
			});
	}

	override onClose(): void {
		this.contentEl.empty();
	}
}
