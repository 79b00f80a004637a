import { Modal, type App } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import { isTold, type ToldAnswer } from "../../core/record/elsewhere";
import { ConfirmModal } from "../dialogs/confirm-modal";
import { showRecord } from "./record-preview";

export interface ElsewhereModalPort {
	/** What stands in the fields at first. */
	readonly told: ToldAnswer;
	/** Why its words are not there; empty when they are. */
	readonly message: string;
	/** Where the record will be written. */
	readonly place: string;
	/** Questions of before, to be filled in. */
	readonly questions: readonly string[];
	/** The record as it would stand in the note. */
	readonly print: (told: ToldAnswer) => string;
	/** Quotes it; false when that could not be: the dialog then stays. */
	readonly quote: (told: ToldAnswer) => boolean;
}

/** The words that are shown at most of an answer: a preview of a book would be drawn anew at each letter. */
const mostShown = 8_000;

/**
 * Takes an answer from elsewhere, as the writer tells it, and shows what will be written. Mod+Enter quotes; leaving
 * asks when something was typed.
 */
export class ElsewhereModal extends Modal {
	private isTyped = false;
	private told: ToldAnswer;
	private readonly form = createDiv({ cls: "expert-friend-form" });
	private readonly preview = createDiv({ cls: "expert-friend-yields-record" });
	private readonly missing = createEl("p", { cls: "expert-friend-muted", attr: { role: "status" } });

	constructor(
		app: App,
		private readonly strings: InterfaceStrings["elsewhere"],
		private readonly port: ElsewhereModalPort,
	) {
		super(app);
		this.told = port.told;
		this.modalEl.addClass("expert-friend-elsewhere");
		this.contentEl.addClass("expert-friend-telling");
	}

	override onOpen(): void {
		const { strings, form, port } = this;
		this.setTitle(strings.title);
		this.contentEl.append(form);
		const words = this.addWords();
		const model = this.addIdentity();
		this.addQuestion();
		form.createSpan();
		form.createEl("small", { text: strings.hint });
		const yields = this.contentEl.createDiv({ cls: "expert-friend-yields" });
		yields.createEl("h3", { text: port.place });
		yields.append(this.preview);
		this.preview.setAttribute("role", "group");
		this.preview.setAttribute("aria-label", strings.preview);
		this.contentEl.append(this.missing);
		const row = this.contentEl.createDiv({ cls: "modal-button-container" });
		row
			.createEl("button", { text: strings.cancel, attr: { type: "button" } })
			.addEventListener("click", () => this.close());
		row
			.createEl("button", { cls: "mod-cta expert-friend-primary", text: strings.quote, attr: { type: "button" } })
			.addEventListener("click", () => this.quote());
		this.scope.register(["Mod"], "Enter", () => {
			this.quote();
			return false;
		});
		this.show();
		(this.told.words === "" ? words : model).focus();
	}

	/** Asks first when something was typed that would be lost. */
	override close(): void {
		if (!this.isTyped) {
			super.close();
			return;
		}
		const { leave, leaveText, leaveGo, leaveStay } = this.strings;
		new ConfirmModal(
			this.app,
			{ title: leave, facts: [leaveText], explain: "", go: leaveGo, stay: leaveStay },
			(goes) => {
				if (!goes) return;
				this.isTyped = false;
				this.close();
			},
		).open();
	}

	override onClose(): void {
		this.contentEl.empty();
	}

	private addWords(): HTMLTextAreaElement {
		const { form, strings, port } = this;
		form.createEl("label", { cls: "is-top", text: strings.words, attr: { for: "expert-friend-told-words" } });
		const cell = form.createDiv();
		const field = cell.createEl("textarea", {
			cls: "expert-friend-field",
			attr: { id: "expert-friend-told-words", rows: "4" },
		});
		field.value = port.told.words;
		if (port.message !== "") cell.createEl("small", { text: port.message });
		this.follow(field, "words");
		return field;
	}

	/** Model, site and date: they read as a sentence. */
	private addIdentity(): HTMLInputElement {
		const { form, strings } = this;
		form.createEl("label", { text: strings.model, attr: { for: "expert-friend-told-model" } });
		const row = form.createDiv({ cls: "expert-friend-told-row" });
		const model = this.addField(row, "model", { id: "expert-friend-told-model", placeholder: strings.modelExample });
		row.createSpan({ text: strings.at });
		this.addField(row, "where", { "aria-label": strings.where, placeholder: strings.whereExample });
		row.createSpan({ text: strings.on });
		this.addField(row, "date", { "aria-label": strings.date, type: "date" });
		return model;
	}

	private addQuestion(): void {
		const { form, strings, port } = this;
		form.createEl("label", { text: strings.question, attr: { for: "expert-friend-told-question" } });
		const list = "expert-friend-told-questions";
		const attr = { id: "expert-friend-told-question", placeholder: strings.optional, list };
		const cell = form.createDiv();
		this.addField(cell, "question", attr);
		const options = cell.createEl("datalist", { attr: { id: list } });
		for (const question of port.questions) options.createEl("option", { attr: { value: question } });
	}

	private addField(parent: HTMLElement, key: keyof ToldAnswer, attr: Record<string, string>): HTMLInputElement {
		const field = parent.createEl("input", { attr: { type: "text", ...attr } });
		field.value = this.told[key];
		this.follow(field, key);
		return field;
	}

	private follow(field: HTMLInputElement | HTMLTextAreaElement, key: keyof ToldAnswer): void {
		field.addEventListener("input", () => {
			this.isTyped = true;
			this.told = { ...this.told, [key]: field.value };
			this.show();
		});
	}

	private show(): void {
		const { told, strings } = this;
		const isWhole = isTold(told);
		this.missing.setText(isWhole ? "" : strings.missing);
		this.missing.toggleClass("is-invisible", isWhole);
		const shown = told.words.length <= mostShown ? told.words : `${told.words.slice(0, mostShown)}…`;
		const model = told.model.trim() === "" ? "?" : told.model;
		showRecord(this.preview, this.port.print({ ...told, words: shown, model }));
	}

	private quote(): void {
		if (!isTold(this.told)) {
			this.missing.removeClass("is-invisible");
			const first = Array.from(this.form.querySelectorAll("textarea, input")).find(
				(field) => (field as HTMLInputElement).value.trim() === "" && field.id !== "expert-friend-told-question",
			);
			(first as HTMLElement | undefined)?.focus();
			return;
		}
		if (!this.port.quote(this.told)) return;
		this.isTyped = false;
		this.close();
	}
}
