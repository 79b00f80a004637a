// States of whole pages, of the settings, and of what is asked about records.
import { closeModal, foldMargin, openNew, push, run, wait } from "./steps.mjs";

/** Scrolls the settings to a share of their height. */
const scrolled = (page, share) =>
	page.evaluate((part) => {
		const tab = document.querySelector(".mod-settings .vertical-tab-content");
		for (let content = tab; content !== null; content = content.parentElement)
			content.scrollTop = part * content.scrollHeight;
	}, share);

/** One answer in the three forms of records, between words of the writer's. */
const forms = [
	"> [!ai]- Claude Sonnet 4 · Autres mots · 2026-11-23\n> **Avant :** aucune ne *nous invitait à rester*.\n" +
		"> **Adopté :** aucune ne *donnait envie d’y dormir*.",
	"> [!quote]- Claude Sonnet 4 · Est-ce clair ? · 2026-11-22\n> **Question :** Est-ce clair ?\n>\n> Clair, " +
		"sauf « il ».",
	"> **Question :** À quoi cela fait-il penser ?\n>\n> Le voisin parle en jardinier.\n>\n" +
		"> *Mistral Medium 3.1* · Évocations · 2026-11-21",
];
const identity =
	">\n> `anthropic/claude-4-sonnet-20250522` via OpenRouter (Anthropic) · 812 + 64 jetons · 0,0034 $ · " +
	"environ 0,1 g CO2e (0,01-0,3)";

/** Shows the note at hand for reading, and gives it the keys as a press on it does. */
async function read(page) {
	await page.evaluate(() => window.app.commands.executeCommandById("markdown:toggle-preview"));
	await wait(page, ".markdown-reading-view h2, .markdown-reading-view .expert-friend-record");
	await page.evaluate(() => {
		window.app.workspace.activeLeaf.view.containerEl.querySelector(".markdown-preview-view").focus();
	});
}

export const states = [
	{
		name: "statistics",
		async go(page) {
			await foldMargin(page);
			await run(page, "statistics");
			await wait(page, ".expert-friend-statistics .expert-friend-figure");
		},
	},
	{
		name: "statistics-below",
		async go(page) {
			await page.locator("[data-value=subscription]").scrollIntoViewIfNeeded();
		},
	},
	{
		name: "past",
		async go(page) {
			await push(page, "[data-value=import]");
			await wait(page, "body > .modal-container");
		},
	},
	{
		name: "subscription",
		async go(page) {
			await closeModal(page);
			await push(page, "[data-value=subscription]");
			await wait(page, "body > .modal-container");
		},
	},
	{
		name: "first-run",
		async go(page) {
			await closeModal(page);
			await run(page, "set-up");
			await wait(page, ".expert-friend-first-run .expert-friend-choice");
		},
	},
	{
		name: "settings",
		async go(page) {
			await page.evaluate(() => void window.app.setting.openTabById("expert-friend"));
			await wait(page, ".mod-settings .setting-item");
		},
	},
	{
		name: "settings-middle",
		async go(page) {
			await scrolled(page, 0.35);
		},
	},
	{
		name: "settings-later",
		async go(page) {
			await scrolled(page, 0.7);
		},
	},
	{
		name: "settings-end",
		async go(page) {
			await scrolled(page, 1);
		},
	},
	{
		name: "record-form",
		async go(page) {
			await closeModal(page);
			// A note without records is told so, and not asked.
			await openNew(page, "Une citation.md", `Des mots à moi.\n\n${forms[0]}\n${identity}\n`);
			await run(page, "record-form");
			await wait(page, "body > .modal-container");
		},
	},
	{
		name: "ai-page",
		async go(page) {
			await closeModal(page);
			await run(page, "ai-page");
			await page.waitForFunction(() => /^(AI|IA)/.test(window.app.workspace.getActiveFile()?.basename ?? ""));
		},
	},
	{
		name: "ai-page-edited",
		async go(page) {
			await page.evaluate(() => {
				const { editor } = window.app.workspace.activeEditor;
				const at = editor.offsetToPos(editor.getValue().lastIndexOf("<!--") - 2);
				editor.replaceRange(" …", at);
			});
			await run(page, "ai-page");
			await wait(page, "body > .modal-container");
		},
	},
	{
		name: "ai-page-read",
		async go(page) {
			await closeModal(page);
			await read(page);
		},
	},
	{
		name: "records-read",
		async go(page) {
			const text = forms.map((form) => `Des mots à moi, entre deux.\n\n${form}\n${identity}`).join("\n\n");
			await openNew(page, "Trois formes.md", text);
			await read(page);
		},
	},
	{
		name: "add-objectives",
		async go(page) {
			await closeModal(page);
			await page.evaluate(async () => {
				const file = window.app.vault
					.getMarkdownFiles()
					.find(
						({ path, basename }) => path.startsWith("Expert friend/") && ["Overview", "Panorama"].includes(basename),
					);
				await window.app.vault.delete(file);
			});
			await run(page, "add-objectives");
			await wait(page, "body > .modal-container");
		},
	},
	{
		name: "status",
		async go(page) {
			await closeModal(page);
			await run(page, "status");
			await wait(page, "body > .menu");
		},
	},
];
