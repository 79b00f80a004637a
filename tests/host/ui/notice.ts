import type * as obsidian from "obsidian";
import { Strict } from "../strict";

/** Obsidian's `Notice`, shown for `duration` milliseconds (5000 by default, 0 until clicked). */
export class Notice extends Strict implements obsidian.Notice {
	readonly containerEl: HTMLElement;
	readonly messageEl: HTMLElement;
	readonly noticeEl: HTMLElement;

	constructor(message: string | DocumentFragment, duration = 5000) {
		super();
		const container =
			document.querySelector<HTMLElement>(".notice-container") ??
			document.body.createDiv({ cls: "notice-container", attr: { role: "status", "aria-live": "polite" } });
		this.containerEl = container.createDiv({ cls: "notice" });
		this.messageEl = this.containerEl.createDiv({ cls: "notice-message" });
		this.noticeEl = this.messageEl;
		this.setMessage(message);
		this.containerEl.addEventListener("click", () => this.hide());
		if (duration > 0) window.setTimeout(() => this.hide(), duration);
	}

	setMessage(message: string | DocumentFragment): this {
		this.messageEl.setText(message);
		window.host.noticed.push(this.messageEl.textContent);
		return this;
	}

	hide(): void {
		this.containerEl.remove();
	}
}
