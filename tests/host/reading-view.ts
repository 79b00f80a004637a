import type { App } from "./app";
import { getIcon } from "./icons";
import { postProcess, renderBody, renderInline } from "./editor/rendered";
import type { TFile } from "./files";
import { readMetadata } from "./metadata";
import { Strict } from "./strict";

/** Obsidian's `MarkdownPreviewView`: a note as it reads. A section each for what the cache calls sections. */
export class ReadingView extends Strict {
	readonly containerEl: HTMLElement;
	private readonly sizer: HTMLElement;
	private text = "";

	constructor(
		private readonly app: App,
		parent: HTMLElement,
		private readonly file: () => TFile | null,
	) {
		super();
		this.containerEl = parent.createDiv({ cls: "markdown-reading-view" });
		const preview = this.containerEl.createDiv({
			cls: "markdown-preview-view markdown-rendered is-readable-line-width",
			attr: { tabindex: "-1" },
		});
		this.sizer = preview.createDiv({ cls: "markdown-preview-sizer markdown-preview-section" });
		this.containerEl.hide();
	}

	get(): string {
		return this.text;
	}

	set(data: string, _clear: boolean): void {
		if (data === this.text && this.sizer.hasChildNodes()) return;
		this.text = data;
		this.rerender();
	}

	rerender(_full = false): void {
		const { text } = this;
		this.sizer.empty();
		this.sizer.createDiv({ cls: "inline-title", text: this.file()?.basename ?? "" });
		for (const { type, position } of readMetadata(text).sections ?? []) {
			const { start, end } = position;
			if (type === "yaml") continue;
			const section = this.sizer.createDiv({ cls: `el-${type}`, attr: { "data-line": start.line } });
			show(section, type, text.slice(start.offset, end.offset));
			void postProcess(this.app.postProcessors, section, {
				path: this.file()?.path ?? "",
				text,
				from: start.line,
				to: end.line,
			});
		}
	}

	getScroll(): number {
		return this.containerEl.firstElementChild?.scrollTop ?? 0;
	}

	/** Brings a line into sight and lets its section flash. */
	applyScroll(line: number): void {
		const found = this.sizer.findAll("[data-line]").filter((one) => Number(one.getAttribute("data-line")) <= line);
		const section = found[found.length - 1];
		section?.scrollIntoView({ block: "center" });
		section?.addClass("is-flashing");
	}
}

function show(section: HTMLElement, type: string, text: string): void {
	const lines = text.split("\n");
	if (type === "heading") {
		const level = /^#+/.exec(text)?.[0].length ?? 1;
		renderInline(section.createEl(`h${level}` as "h1"), text.replace(/^#+[ \t]*|[ \t]*#*$/g, ""));
	} else if (type === "callout" || type === "blockquote") {
		const inner = lines.map((line) => line.replace(/^ {0,3}> ?/, ""));
		if (type === "blockquote") return renderBody(section.createEl("blockquote"), inner);
		const [, kind = "note", title = ""] = /^\[!([^\]]+)\][+-]?[ \t]*(.*)$/.exec(inner[0] ?? "") ?? [];
		const callout = section.createDiv({ cls: "callout", attr: { "data-callout": kind.toLowerCase() } });
		const head = callout.createDiv({ cls: "callout-title" });
		const icon = getIcon("quote");
		if (icon !== null) head.createDiv({ cls: "callout-icon" }).appendChild(icon);
		renderInline(head.createDiv({ cls: "callout-title-inner" }), title);
		renderBody(callout.createDiv({ cls: "callout-content" }), inner.slice(1));
	} else if (type === "table") {
		const table = section.createEl("table");
		for (const line of lines.filter((_, at) => at !== 1)) {
			const row = table.createEl("tr");
			for (const cell of line.split("|").slice(1, -1)) renderInline(row.createEl("td"), cell.trim());
		}
	} else if (type === "list") {
		const list = section.createEl("ul");
		for (const line of lines) renderInline(list.createEl("li"), line.replace(/^\s*(?:[-*+]|\d+[.)])[ \t]+/, ""));
	} else if (type === "code") section.createEl("pre").createEl("code", { text });
	else renderBody(section, lines);
}
