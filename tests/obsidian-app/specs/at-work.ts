import { browser, $ } from "@wdio/globals";
import { Friend } from "../friend.ts";

export const id = "expert-friend";
export const friend = new Friend();

/** Starts the friend and the app with a fresh vault that knows it. */
export async function begin(): Promise<void> {
	const baseUrl = await friend.start();
	await browser.reloadObsidian({ vault: "./vault" });
	await browser.executeObsidian(
		async ({ app }, pluginId, address) => {
			const settings = {
				endpoints: [{ id: "here", preset: "custom", name: "Scripted friend", baseUrl: address, secret: "" }],
				model: { endpoint: "here", model: "friend/one-20260101" },
			};
			await app.vault.adapter.write(`${app.vault.configDir}/plugins/${pluginId}/data.json`, JSON.stringify(settings));
			const { plugins } = app as unknown as {
				plugins: { disablePlugin(id: string): Promise<void>; enablePlugin(id: string): Promise<void> };
			};
			await plugins.disablePlugin(pluginId);
			await plugins.enablePlugin(pluginId);
		},
		id,
		baseUrl,
	);
}

export function end(): void {
	friend.stop();
}

/** Opens a note for editing and puts the selection on some of its words. */
export async function select(path: string, words: string): Promise<void> {
	await browser.executeObsidian(
		async ({ app, obsidian }, note, wanted) => {
			const file = app.vault.getFileByPath(note);
			if (file === null) throw new Error(`No ${note}.`);
			const leaf = app.workspace.getLeaf(false);
			await leaf.openFile(file, { active: true, state: { mode: "source" } });
			if (!(leaf.view instanceof obsidian.MarkdownView)) throw new Error("No editor.");
			const { editor } = leaf.view;
			const at = editor.getValue().indexOf(wanted);
			if (at < 0) throw new Error(`No “${wanted}”.`);
			editor.setSelection(editor.offsetToPos(at), editor.offsetToPos(at + wanted.length));
			editor.focus();
		},
		path,
		words,
	);
}

export const run = (command: string): Promise<void> => browser.executeObsidianCommand(`${id}:${command}`);

/** The note as it is on disk, once it holds some words. */
export async function onDisk(path: string, holds: string | RegExp): Promise<string> {
	let text = "";
	await browser.waitUntil(
		async () => {
			text = await browser.executeObsidian(({ app }, note) => app.vault.adapter.read(note), path);
			return typeof holds === "string" ? text.includes(holds) : holds.test(text);
		},
		{ timeout: 20_000, timeoutMsg: `${path} never held ${String(holds)}` },
	);
	return text;
}

/** Asks for other words for some of a note and waits for the first row. */
export async function otherWords(path: string, words: string): Promise<void> {
	await select(path, words);
	await run("other-words");
	await $("[role=listbox] [role=option]").waitForDisplayed();
}

/** Puts a question to some words of a note and waits for the answer. */
export async function askClear(path: string, words: string): Promise<void> {
	await select(path, words);
	await browser.waitUntil(() =>
		browser.executeObsidian(
			({ app }, command) =>
				command in (app as unknown as { commands: { commands: Record<string, unknown> } }).commands.commands,
			`${id}:objective-is-it-clear`,
		),
	);
	await run("objective-is-it-clear");
	await $("article.expert-friend-card:not(.is-active)").waitForExist();
}
