import { Modal, type App } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { Scan } from "./quoting-notes";

/** Tells how far the notes were read, and lets the writer stop that. Closing it stops. */
export class ScanModal extends Modal implements Scan {
	cancelled = false;
	private ended = false;
	private readonly bar = createEl("progress", { cls: "expert-friend-scan" });
	private readonly count = createEl("p", { cls: "expert-friend-muted" });

	constructor(
		app: App,
		private readonly strings: InterfaceStrings,
	) {
		super(app);
	}

	override onOpen(): void {
		const { page } = this.strings.disclosure;
		this.setTitle(page.scanning);
		this.bar.setAttribute("aria-label", page.scanning);
		this.contentEl.append(this.bar, this.count);
		const row = this.contentEl.createDiv({ cls: "modal-button-container" });
		const cancel = row.createEl("button", { text: page.cancel, attr: { type: "button" } });
		cancel.addEventListener("click", () => this.close());
		cancel.focus();
	}

	readonly told = (done: number, all: number): void => {
		const { disclosure, locale } = this.strings;
		this.bar.max = all;
		this.bar.value = done;
		this.count.setText(disclosure.page.scanned(done.toLocaleString(locale), all.toLocaleString(locale)));
	};

	/** Closes it, since all was read. */
	end(): void {
		this.ended = true;
		this.close();
	}

	override onClose(): void {
		if (!this.ended) this.cancelled = true;
		this.contentEl.empty();
	}
}
