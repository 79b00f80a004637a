// States of each kind of editor and window: the command *Consult* works there, or says where to start instead.
import { gone, openNew, press, run, wait } from "./steps.mjs";

/** Lets go of what the state before left: the notice, and the tab that was opened for it. */
async function leave(page) {
	await page.evaluate(() => {
		for (const notice of document.querySelectorAll(".notice")) notice.click();
		for (const popover of document.querySelectorAll(".hover-popover")) popover.remove();
		window.app.workspace.piece = null;
		window.app.workspace.rightSplit.collapse();
	});
	await gone(page, ".notice");
}

/** Consults in an editor of a piece of a note, which is told in words. */
const refused = (name, kind, on) => ({
	name,
	...(on === undefined ? {} : { on }),
	async go(page, { sentence }) {
		await leave(page);
		await openNew(page, `${name}.md`, `![[Notes#1]]\n\n${sentence}\n`);
		await page.evaluate(([piece, text]) => window.host.openPiece(piece, text), [kind, sentence]);
		await run(page, "consult");
		await wait(page, ".notice");
	},
});

export const states = [
	{
		name: "cell",
		async go(page, { sentence }) {
			await press(page, "Escape");
			await leave(page);
			await openNew(page, "cell.md", `# 1\n\n| 1 | 2 |\n| --- | --- |\n| ${sentence} | 3 |\n`);
			const cell = page.locator(".cm-table-widget td").first();
			await cell.click();
			await cell.locator(".cm-content").press("ControlOrMeta+a");
			await run(page, "consult");
			await wait(page, ".expert-friend-menu");
		},
	},
	refused("embed", "embed"),
	refused("footnotes", "footnotes"),
	refused("preview", "preview", "desktop"),
	refused("canvas", "canvas"),
	{
		name: "popout",
		on: "desktop",
		async go(page, { sentence }) {
			await leave(page);
			await openNew(page, "popout.md", `${sentence}\n`);
			await page.evaluate((words) => {
				const { workspace } = window.app;
				workspace.moveLeafToPopout(workspace.activeLeaf);
				const { editor } = workspace.activeEditor;
				editor.setSelection({ line: 0, ch: 0 }, { line: 0, ch: words.length });
				editor.focus();
			}, sentence);
			await run(page, "consult");
			await page.frameLocator(".stand-in-window").locator(".expert-friend-menu").waitFor();
		},
	},
];
