// Steps that lead from one state of the interface to the next: by keys, commands and places, never by words of the
// interface, so that the same steps lead through it in any language.

/** Places of the sample vault, by the language that is spoken there. Objectives by the ids of their commands. */
export const places = {
	fr: {
		note: "Journal/Bretagne/La maison de Kerouzic.md",
		word: ["maison", "La grande maison blanche"],
		own: "château",
		sentence: "La grande maison blanche que j’ai achetée est belle.",
		paragraph: ["Lectures/Une marche au bord de l’Elorn.md", "La marée montait"],
		unknown: ["épingles", "piquée d’épingles"],
		reading: "objective-lecture-de-toute-la-note",
		line: "objective-panorama",
	},
	en: {
		note: "Essays/On keeping a notebook.md",
		word: ["careful", "a careful reader"],
		own: "avid",
		sentence: "I have always been a careful reader and a careless writer.",
		paragraph: ["Essays/The slow web.md", "A page that is never finished"],
		unknown: ["spoil", "too ugly to spoil"],
		reading: "objective-reading-of-the-whole-note",
		line: "objective-overview",
	},
};

/** Runs one of the plugin's commands as soon as the app lets it be run. */
export const run = (page, command) =>
	page.waitForFunction((id) => window.app.commands.executeCommandById(`expert-friend:${id}`), command);

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
			// It is scrolled into view with the next frame: what opens is to find it there.
			for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
		},
		[note, words, within],
	);
}

export const wait = (page, selector, state = "visible") => page.locator(selector).first().waitFor({ state });
export const gone = (page, selector) => page.locator(selector).first().waitFor({ state: "detached" });
export const ended = (page) => wait(page, ".expert-friend-words .expert-friend-others:not(.is-held)", "attached");
export const cardDone = (page, count) =>
	page.waitForFunction(
		(wanted) =>
			document.querySelectorAll("article.expert-friend-card").length >= wanted &&
			document.querySelector("article.expert-friend-card.is-active") === null,
		count,
	);
export const press = (page, key) => page.keyboard.press(key);
/** Presses a button with the keyboard, where notices may lie over it. */
export const push = (page, selector) => page.locator(selector).first().press("Enter");

/** Puts the third entry of the menu, the first question, to the sentence. */
export async function question(page, { note, sentence }, cards) {
	await select(page, note, sentence);
	await run(page, "consult");
	await wait(page, ".expert-friend-menu");
	await press(page, "3");
	if (cards > 0) await cardDone(page, cards);
}

export async function closeModal(page) {
	await press(page, "Escape");
	await gone(page, "body > .modal-container");
}

/** Folds the sidebar that the margin stands in: in a narrow window it lies over the page. */
export const foldMargin = (page) => page.evaluate(() => window.app.workspace.rightSplit.collapse());

/** Folds the prompts above the note, or closes their page. */
export async function foldZone(page) {
	await press(page, "Escape");
	await gone(page, ".expert-friend-zone-body textarea");
}

/** Makes a note and opens it in a tab of its own. */
export const openNew = (page, path, text) =>
	page.evaluate(
		async ([name, given]) => {
			const { vault, workspace } = window.app;
			await workspace.getLeaf(true).openFile(await vault.create(name, given));
		},
		[path, text],
	);
