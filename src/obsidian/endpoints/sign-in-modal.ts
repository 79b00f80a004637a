import { Modal, Notice, type App } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";

type Words = InterfaceStrings["settings"]["signIn"];

/** Why there is no key yet. */
export type SignInProblem = keyof Words["problems"];

/** What the dialog needs of a sign-in. */
export interface SignInPort {
	/** The endpoint's name. */
	readonly name: string;
	/** The page that comes back by itself, and the one that shows a code. */
	readonly pages: { readonly back: string; readonly code: string };
	/** Turns a code or a pasted address into a kept key; null once it is. Never rejects. */
	connect(text: string): Promise<SignInProblem | null>;
	/** Called after the dialog closed with the key kept. */
	done(): void;
	/** Called whenever the dialog closes, before `done`. */
	closed(): void;
}

/**
 * Signing in, two ways side by side: the browser comes back with the code, or the writer pastes it. Nothing opens
 * before the writer has read what will happen; on a phone the browser hides it. Closing cancels.
 */
export class SignInModal extends Modal {
	private readonly field: HTMLInputElement;
	private readonly connectButton: HTMLButtonElement;
	private readonly status: HTMLElement;
	private readonly problem: HTMLElement;
	private connecting = false;
	private signedIn = false;

	constructor(
		app: App,
		private readonly strings: Words,
		private readonly port: SignInPort,
	) {
		super(app);
		const { contentEl } = this;
		const { back, code } = port.pages;
		contentEl.addClass("expert-friend-sign-in");
		this.setTitle(strings.title(port.name));
		contentEl.createEl("p", { text: strings.about });

		contentEl.createEl("h3", { cls: "expert-friend-label", text: strings.back });
		contentEl.createEl("p", { text: strings.backHint });
		this.button(
			contentEl.createDiv({ cls: "expert-friend-sign-in-row" }),
			strings.open,
			"mod-cta expert-friend-primary",
			() => this.visit(back),
		);

		contentEl.createEl("h3", { cls: "expert-friend-label", text: strings.code });
		contentEl.createEl("p", { text: strings.codeHint });
		const ways = contentEl.createDiv({ cls: "expert-friend-sign-in-row" });
		this.button(ways, strings.showCode, "", () => this.visit(code));
		this.button(
			ways,
			strings.copyAddress,
			"",
			() => void activeWindow.navigator.clipboard.writeText(code).then(() => new Notice(strings.copied)),
		);
		const form = contentEl.createEl("form", { cls: "expert-friend-sign-in-row" });
		const label = form.createEl("label", { text: strings.paste });
		this.field = label.createEl("input", {
			type: "text",
			attr: { autocomplete: "off", autocapitalize: "off", spellcheck: "false" },
		});
		this.connectButton = form.createEl("button", { text: strings.connect, attr: { type: "submit" } });
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			void this.connect();
		});

		this.status = contentEl.createEl("p", { cls: "expert-friend-settings-status", attr: { role: "status" } });
		this.problem = contentEl.createEl("p", { cls: "expert-friend-sign-in-problem", attr: { role: "alert" } });
		this.button(contentEl.createDiv({ cls: "modal-button-container" }), strings.cancel, "", () => this.close());
	}

	override onOpen(): void {
		this.contentEl.find("button").focus();
	}

	override onClose(): void {
		this.contentEl.empty();
		this.port.closed();
		if (this.signedIn) this.port.done();
	}

	/** Takes a code that came by itself. One that is being tried already goes on. */
	receive(code: string): void {
		if (this.connecting) return;
		this.field.value = code;
		void this.connect();
	}

	/** Says why a code was not used. */
	tell(problem: SignInProblem): void {
		this.status.setText("");
		this.problem.setText(this.strings.problems[problem]);
	}

	private async connect(): Promise<void> {
		if (this.connecting) return;
		this.connecting = this.connectButton.disabled = true;
		this.problem.setText("");
		this.status.setText(this.strings.connecting);
		const problem = await this.port.connect(this.field.value);
		this.connecting = this.connectButton.disabled = false;
		if (problem !== null) {
			this.tell(problem);
			return;
		}
		this.signedIn = true;
		this.close();
	}

	private visit(address: string): void {
		window.open(address);
		this.problem.setText("");
		this.status.setText(this.strings.waiting);
	}

	private button(row: HTMLElement, text: string, cls: string, act: () => void): void {
		row.createEl("button", { cls, text, attr: { type: "button" } }).addEventListener("click", act);
	}
}
