import type { Menu, Plugin } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import { markRecords } from "../disclosure/read-records";
import type { DisclosureParts } from "./disclosure";

/** Registers what says how models were used. */
export function registerSaying(plugin: Plugin, parts: DisclosureParts, strings: InterfaceStrings): void {
	const { page, forms, acknowledgements, elsewhere, citations } = parts;
	plugin.registerMarkdownPostProcessor(markRecords);
	plugin.addCommand({
		id: "ai-page",
		name: strings.disclosure.page.command,
		icon: "file-text",
		callback: () => void page.refresh(),
	});
	plugin.addCommand({
		id: "record-form",
		name: strings.disclosure.records.command,
		icon: "quote",
		editorCallback: (editor) => forms.choose(editor),
	});
	plugin.addCommand({
		id: "acknowledge",
		name: strings.disclosure.acknowledgement.command,
		icon: "handshake",
		editorCallback: (editor) => acknowledgements.write(editor),
	});
	plugin.addCommand({
		id: "quote-elsewhere",
		name: strings.elsewhere.command,
		icon: "clipboard-paste",
		editorCallback: (editor) => void elsewhere.open(editor),
	});
	plugin.addCommand({
		id: "cite",
		name: strings.elsewhere.cite.command,
		icon: "book-marked",
		editorCallback: (editor) => citations.open(editor),
	});
	plugin.registerEvent(
		plugin.app.workspace.on("editor-menu", (menu: Menu, editor) => {
			menu.addItem((item) =>
				item
					.setTitle(strings.elsewhere.command)
					.setIcon("clipboard-paste")
					.setSection("selection")
					.onClick(() => void elsewhere.open(editor)),
			);
			if (citations.isAtRecord(editor))
				menu.addItem((item) =>
					item
						.setTitle(strings.elsewhere.cite.command)
						.setIcon("book-marked")
						.setSection("selection")
						.onClick(() => citations.open(editor)),
				);
		}),
	);
}
