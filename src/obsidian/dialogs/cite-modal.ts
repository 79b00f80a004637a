import { Modal, Notice, type App } from "obsidian";
import { citationStyles, citationText, type Citation, type CitationStyle } from "../../core/disclosure/citation";
import type { InterfaceStrings } from "../../core/i18n/en";

export interface CiteModalPort {
	/** What is cited, for reading: the model and the day. */
	readonly what: string;
	readonly citation: (style: CitationStyle) => Citation;
	/** Whether the published note's address is in it. */
	readonly hasAddress: boolean;
}

/**
 * Shows a citation in each style and copies one as text: by 1 to 4 or the arrows, and Enter. As high as the tallest, so
 * that nothing moves.
 */
export class CiteModal extends Modal {
	private readonly items = new Map<CitationStyle, HTMLElement>();
	private readonly previews = new Map<CitationStyle, HTMLElement>();
	private chosen: CitationStyle = "apa";

	constructor(
		app: App,
		private readonly strings: InterfaceStrings["elsewhere"]["cite"],
		private readonly port: CiteModalPort,
	) {
		super(app);
		this.modalEl.addClass("expert-friend-cite");
	}

	override onOpen(): void {
		const { contentEl, strings, port } = this;
		this.setTitle(strings.title);
		contentEl.createEl("p", { cls: "expert-friend-muted", text: port.what });
		const body = contentEl.createDiv({ cls: "expert-friend-cite-body" });
		const menu = body.createDiv({ attr: { role: "listbox", "aria-label": strings.form } });
		const preview = body.createDiv({ cls: "expert-friend-cite-preview", attr: { "aria-live": "polite" } });
		citationStyles.forEach((style, at) => {
			this.addItem(menu, style, at + 1);
			this.addPreview(preview, style);
		});
		menu.addEventListener("keydown", (event) => this.key(event));
		contentEl.createEl("p", {
			cls: "expert-friend-cite-hint",
			text: port.hasAddress ? strings.address : strings.noAddress,
		});
		const row = contentEl.createDiv({ cls: "modal-button-container" });
		row
			.createEl("button", { text: strings.cancel, attr: { type: "button" } })
			.addEventListener("click", () => this.close());
		row
			.createEl("button", { cls: "mod-cta expert-friend-primary", text: strings.copy, attr: { type: "button" } })
			.addEventListener("click", () => this.copy());
		this.choose(this.chosen);
	}

	override onClose(): void {
		this.contentEl.empty();
	}

	private addItem(menu: HTMLElement, style: CitationStyle, number: number): void {
		const item = menu.createDiv({ cls: "expert-friend-menu-item", attr: { role: "option" } });
		item.createSpan({ cls: "expert-friend-menu-text", text: this.strings.styles[style] });
		item.createSpan({ cls: "expert-friend-key", text: String(number), attr: { "aria-hidden": "true" } });
		item.addEventListener("click", () => this.choose(style));
		this.items.set(style, item);
	}

	private addPreview(parent: HTMLElement, style: CitationStyle): void {
		const element = parent.createEl(style === "bibtex" ? "pre" : "p");
		for (const { text, italic } of this.port.citation(style)) {
			if (italic) element.createEl("em", { text });
			else element.appendText(text);
		}
		this.previews.set(style, element);
	}

	private key(event: KeyboardEvent): void {
		const at = citationStyles.indexOf(this.chosen);
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
		const next =
			citationStyles[Number(event.key) - 1] ??
			(step === 0 ? undefined : citationStyles[(at + step + citationStyles.length) % citationStyles.length]);
		if (event.key === "Enter") this.copy();
		else if (next !== undefined) this.choose(next);
		else return;
		event.preventDefault();
	}

	private choose(style: CitationStyle): void {
		this.chosen = style;
		for (const [one, item] of this.items) {
			const isChosen = one === style;
			item.toggleClass("is-selected", isChosen);
			item.setAttribute("aria-selected", String(isChosen));
			item.tabIndex = isChosen ? 0 : -1;
			if (isChosen) item.focus();
			const preview = this.previews.get(one);
			preview?.toggleClass("is-invisible", !isChosen);
			preview?.setAttribute("aria-hidden", String(!isChosen));
		}
	}

	private copy(): void {
		const { copied, notCopied } = this.strings;
		void activeWindow.navigator.clipboard.writeText(citationText(this.port.citation(this.chosen))).then(
			() => {
				new Notice(copied);
				this.close();
			},
			() => new Notice(notCopied),
		);
	}
}
