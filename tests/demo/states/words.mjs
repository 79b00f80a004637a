// States of what stands over a note: the chip, prompts, the menu, lists of words, what was adopted.
import { closeModal, ended, foldZone, gone, press, push, run, select, wait } from "./steps.mjs";

export const states = [
	{
		name: "chip",
		on: "desktop",
		async go(page, { note, word: [word, within] }) {
			await select(page, note, word, within);
			const at = await page.evaluate(() => {
				const { cm } = window.app.workspace.activeEditor.editor;
				const box = cm.coordsAtPos(cm.state.selection.main.from + 1);
				return { x: box.left, y: (box.top + box.bottom) / 2 };
			});
			await page.mouse.dblclick(at.x, at.y);
			await wait(page, ".expert-friend-chip");
		},
	},
	{
		name: "zone",
		async go(page, { note, word: [word, within] }) {
			await select(page, note, word, within);
			await run(page, "prompts");
			await wait(page, ".expert-friend-zone-body textarea");
		},
	},
	{
		name: "menu",
		async go(page, { note, word: [word, within] }) {
			await foldZone(page);
			await select(page, note, word, within);
			await run(page, "consult");
			await wait(page, ".expert-friend-menu");
			await press(page, "ArrowDown");
		},
	},
	{
		name: "menu-more",
		async go(page) {
			await press(page, "End");
			await press(page, "Enter");
			await wait(page, ".expert-friend-menu [role=group]:not([hidden])", "attached");
			await press(page, "End");
		},
	},
	{
		name: "line",
		async go(page, { note, sentence, line }) {
			await press(page, "Escape");
			await gone(page, ".expert-friend-menu");
			await select(page, note, sentence);
			await run(page, line);
			await wait(page, ".expert-friend-ask input");
		},
	},
	{
		name: "words-none",
		async go(page, { note, unknown: [word, within] }) {
			await press(page, "Escape");
			await gone(page, ".expert-friend-ask");
			await select(page, note, word, within);
			await run(page, "other-words");
			await wait(page, ".expert-friend-outcome p");
		},
	},
	{
		name: "words",
		async go(page, { note, word: [word, within] }) {
			await press(page, "Escape");
			await gone(page, ".expert-friend-words");
			await select(page, note, word, within);
			await run(page, "other-words");
			await ended(page);
			await press(page, "ArrowDown");
		},
	},
	{
		name: "words-other-models",
		async go(page) {
			if (!(await page.locator(".expert-friend-others").isVisible())) await push(page, ".expert-friend-fold");
			await push(page, ".expert-friend-others");
			await wait(page, "body > .menu");
		},
	},
	{
		name: "words-two-models",
		async go(page) {
			await page.locator("body > .menu .menu-item").first().click();
			await wait(page, ".expert-friend-words .expert-friend-tag", "attached");
			await ended(page);
		},
	},
	{
		name: "words-own",
		async go(page, { own }) {
			await page.locator(".expert-friend-own input").fill(own);
			await wait(page, ".expert-friend-option");
		},
	},
	{
		name: "adopted",
		async go(page) {
			await page.locator(".expert-friend-own input").fill("");
			await press(page, "Home");
			await press(page, "Enter");
			await gone(page, ".expert-friend-words");
			await wait(page, ".expert-friend-adopted", "attached");
		},
	},
	{
		name: "adopted-card",
		async go(page) {
			await page.evaluate(() => {
				const { editor } = window.app.workspace.activeEditor;
				const mark = editor.cm.dom.querySelector(".expert-friend-adopted");
				editor.setCursor(editor.offsetToPos(editor.cm.posAtDOM(mark) + 1));
			});
			await run(page, "adopted-words");
			await wait(page, ".expert-friend-adopted-card");
		},
	},
	{
		name: "cite",
		async go(page) {
			await press(page, "Escape");
			await gone(page, ".expert-friend-adopted-card");
			await run(page, "cite");
			await wait(page, ".expert-friend-cite-body");
		},
	},
	{
		name: "record",
		async go(page) {
			await closeModal(page);
			await page.locator(".cm-content .callout .callout-title").first().click();
			await wait(page, ".cm-content .callout:not(.is-collapsed) .callout-content");
		},
	},
	{
		name: "changes",
		async go(page, { paragraph: [note, start] }) {
			await page.evaluate(() => window.app.workspace.activeEditor.editor.focus());
			await press(page, "ControlOrMeta+z");
			await gone(page, ".expert-friend-adopted");
			await select(page, note, start);
			await run(page, "other-words");
			await page.waitForFunction(() => document.querySelectorAll(".expert-friend-steps i").length === 3);
		},
	},
	{
		name: "elsewhere",
		async go(page) {
			await press(page, "Escape");
			await gone(page, ".expert-friend-changes");
			await run(page, "quote-elsewhere");
			await wait(page, ".modal .expert-friend-form");
		},
	},
];
