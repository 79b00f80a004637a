// What the interface can look like: each state is reached from the one before by keys, commands and places, never by
// words of the interface, so that the same steps lead through it in any language. The scripted friend answers.

/** Places of the sample vault, by the language that is spoken there. */
export const places = {
	fr: {
		note: "Journal/Bretagne/La maison de Kerouzic.md",
		word: ["maison", "La grande maison blanche"],
		own: "château",
		sentence: "La grande maison blanche que j’ai achetée est belle.",
		paragraph: ["Lectures/Une marche au bord de l’Elorn.md", "La marée montait"],
	},
	en: {
		note: "Essays/On keeping a notebook.md",
		word: ["careful", "a careful reader"],
		own: "avid",
		sentence: "I have always been a careful reader and a careless writer.",
		paragraph: ["Essays/The slow web.md", "A page that is never finished"],
	},
};

export const run = (page, command) =>
	page.evaluate((id) => window.app.commands.executeCommandById(`expert-friend:${id}`), command);

/** Opens a note and puts some of it under the selection; `within` tells it from the same words elsewhere. */
export async function select(page, note, words, within = words) {
	await page.evaluate(
		async ([path, wanted, around]) => {
			const { workspace, vault } = window.app;
			const leaf = workspace.getMostRecentLeaf() ?? workspace.getLeaf(false);
			if (workspace.getActiveFile()?.path !== path || leaf.view.getViewType() !== "markdown")
				await workspace.getLeaf(false).openFile(vault.getFileByPath(path));
			workspace.setActiveLeaf(workspace.getMostRecentLeaf(), { focus: true });
			const { editor } = workspace.getMostRecentLeaf().view;
			const text = editor.getValue();
			const at = text.indexOf(around) + around.indexOf(wanted);
			const to = wanted === around && !/[.!?]$/.test(wanted) ? text.indexOf("\n", at) : at + wanted.length;
			editor.setSelection(editor.offsetToPos(at), editor.offsetToPos(to));
			editor.scrollIntoView({ from: editor.offsetToPos(at), to: editor.offsetToPos(at) }, true);
			editor.focus();
		},
		[note, words, within],
	);
}

const wait = (page, selector, state = "visible") => page.locator(selector).first().waitFor({ state });
const gone = (page, selector) => page.locator(selector).first().waitFor({ state: "detached" });
const ended = (page) => wait(page, ".expert-friend-words .expert-friend-others:not(.is-held)", "attached");
const cardDone = (page, count) =>
	page.waitForFunction(
		(wanted) =>
			document.querySelectorAll("article.expert-friend-card").length >= wanted &&
			document.querySelector("article.expert-friend-card.is-active") === null,
		count,
	);
const press = (page, key) => page.keyboard.press(key);
/** Presses a button with the keyboard, where notices may lie over it. */
const push = (page, selector) => page.locator(selector).first().press("Enter");

/** Puts the third entry of the menu, the first question, to the sentence. */
async function question(page, { note, sentence }, cards) {
	await select(page, note, sentence);
	await run(page, "consult");
	await wait(page, ".expert-friend-menu");
	await press(page, "3");
	if (cards > 0) await cardDone(page, cards);
}

async function closeModal(page) {
	await press(page, "Escape");
	await gone(page, "body > .modal-container");
}

/** In this order. `on` names the form it needs, `desktop` or `phone`; both by default. */
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
		name: "menu",
		async go(page, { note, word: [word, within] }) {
			await select(page, note, word, within);
			await run(page, "consult");
			await wait(page, ".expert-friend-menu");
			await press(page, "ArrowDown");
		},
	},
	{
		name: "words",
		async go(page) {
			await press(page, "1");
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
		name: "changes",
		async go(page, { paragraph: [note, start] }) {
			await closeModal(page);
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
	{
		name: "ask",
		async go(page, { note, sentence }) {
			await closeModal(page);
			await select(page, note, sentence);
			await run(page, "ask");
			await wait(page, ".modal textarea");
		},
	},
	{
		name: "sent",
		async go(page) {
			await page.locator(".modal textarea").fill("?");
			await page.locator(".modal .expert-friend-foot-sent").click();
			await wait(page, ".modal .expert-friend-sent");
		},
	},
	{
		name: "margin",
		async go(page, place) {
			await press(page, "Escape");
			await closeModal(page);
			await question(page, place, 1);
		},
	},
	{
		name: "margin-further",
		async go(page) {
			await push(page, "article.expert-friend-card .expert-friend-card-actions > button:nth-child(3)");
			await page.locator(".expert-friend-card-form textarea").fill("…?");
			await press(page, "Enter");
			await cardDone(page, 2);
		},
	},
	{
		name: "margin-part",
		async go(page) {
			await push(page, "article.expert-friend-card .expert-friend-card-actions > button:nth-child(2)");
			await wait(page, ".expert-friend-line input");
		},
	},
	{
		name: "compare-ask",
		async go(page, { note, sentence }) {
			await press(page, "Escape");
			await gone(page, ".expert-friend-line");
			await select(page, note, sentence);
			await run(page, "compare");
			await wait(page, ".modal .expert-friend-compare-models input");
		},
	},
	{
		name: "compare-blind",
		async go(page) {
			await push(page, ".modal .expert-friend-primary");
			await wait(page, ".expert-friend-column [data-key=prefer]", "attached");
		},
	},
	{
		name: "compare-revealed",
		async go(page) {
			await page.locator(".expert-friend-compare").press("1");
			await press(page, "Enter");
			await wait(page, ".expert-friend-column [data-key=keepPart]", "attached");
		},
	},
	{
		name: "picker",
		async go(page, { note, sentence }) {
			await push(page, ".expert-friend-compare-foot [data-key=close]");
			await gone(page, ".expert-friend-compare");
			await select(page, note, sentence);
			await run(page, "consult");
			await wait(page, ".expert-friend-menu");
			await page.locator(".expert-friend-foot button.is-main").click();
			await wait(page, ".prompt .suggestion-item");
		},
	},
	{
		name: "margin-failed",
		async go(page) {
			await page.locator(".prompt-input").fill("scripted/broke");
			await press(page, "Enter");
			await gone(page, ".prompt");
			await wait(page, ".expert-friend-menu");
			await press(page, "3");
			await cardDone(page, 3);
			await wait(page, ".expert-friend-alert");
		},
	},
	{
		name: "statistics",
		async go(page) {
			await run(page, "statistics");
			await wait(page, ".expert-friend-statistics .expert-friend-figure");
		},
	},
	{
		name: "first-run",
		async go(page) {
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
];
