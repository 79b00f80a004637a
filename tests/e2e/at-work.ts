import { expect, onTestFinished } from "vitest";
import { startPuppet, type Puppet } from "./puppet";
import { openStage, type Stage, type StageOptions } from "./stage";

/** A stage that is closed at the end of the test that opens it; no hook can. */
export async function stageOf(options: StageOptions = {}): Promise<Stage> {
	const stage = await openStage(options);
	onTestFinished(() => stage.close());
	return stage;
}

/** A friend whose answers the test gives by hand, closed at the test's end. */
export async function puppet(...options: Parameters<typeof startPuppet>): Promise<Puppet> {
	const friend = await startPuppet(...options);
	onTestFinished(() => friend.close());
	return friend;
}

/**
 * Puts some words under the selection of the note last worked in, without the mouse; `within` tells them from the
 * same words elsewhere.
 */
export function select(stage: Stage, words: string, within = words): Promise<void> {
	return stage.page.evaluate(
		([wanted, around]) => {
			const leaf = window.app.workspace.getMostRecentLeaf();
			if (leaf) window.app.workspace.setActiveLeaf(leaf, { focus: true });
			const editor = window.app.workspace.activeEditor!.editor;
			const at = editor.getValue().indexOf(around!) + around!.indexOf(wanted!);
			if (at < 0) throw new Error(`The note does not hold “${around}”.`);
			editor.setSelection(editor.offsetToPos(at), editor.offsetToPos(at + wanted!.length));
			editor.scrollIntoView({ from: editor.offsetToPos(at), to: editor.offsetToPos(at) }, true);
			editor.focus();
		},
		[words, within],
	);
}

/** Renames or moves a note or folder in the app, as the writer does. */
export function move(stage: Stage, from: string, to: string): Promise<void> {
	return stage.page.evaluate(
		async ([before, after]) => {
			const { vault, fileManager } = window.app;
			await fileManager.renameFile(vault.getAbstractFileByPath(before!)!, after!);
		},
		[from, to],
	);
}

/** Waits until the plugin has a command: those of objectives come once their notes were made and read. */
export async function hasCommand(stage: Stage, command: string): Promise<void> {
	await stage.page.waitForFunction((id) => id in window.app.commands.commands, `expert-friend:${command}`);
}

/** Runs one of the plugin's commands by its id, as soon as the app lets it be run where the writer is. */
export async function run(stage: Stage, command: string): Promise<void> {
	const id = `expert-friend:${command}`;
	const isRun = await stage.page.evaluate((wanted) => window.app.commands.executeCommandById(wanted), id);
	if (!isRun) await stage.page.waitForFunction((wanted) => window.app.commands.executeCommandById(wanted), id);
}

/** What notices have said since the page was loaded, in order: a notice goes by itself after some seconds. */
export function noticed(stage: Stage): Promise<readonly string[]> {
	return stage.page.evaluate(() => window.host.noticed);
}

/** Waits until a notice has said these words, among others. */
export async function isNoticed(stage: Stage, words: string): Promise<void> {
	await expect.poll(() => noticed(stage)).toContainEqual(expect.stringContaining(words));
}

/** What the first editor shows, previews included. */
export function shown(stage: Stage): Promise<string> {
	return stage.page.locator(".cm-content").first().innerText();
}

/** A text for use in a regular expression. */
export function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Rows of a reply as models are asked for them. */
export function rows(...sentences: readonly string[]): string {
	return sentences.map((text) => JSON.stringify({ text, gloss: "" })).join("\n") + "\n";
}

/** Opens the menu of other models of the open list or card, and chooses a row of it. */
export async function otherModel(stage: Stage, row: string | RegExp): Promise<void> {
	await stage.page.getByRole("button", { name: /^(Other models|Autres modèles)…/ }).press("Enter");
	await stage.page.locator(".menu [role=menuitem]").filter({ hasText: row }).click();
}

/** Has some words of the note replaced: asks for other words, has this sentence proposed, adopts it. */
export async function adopt(stage: Stage, friend: Puppet, words: string, sentence: string): Promise<void> {
	await select(stage, words);
	await run(stage, "other-words");
	const call = await friend.next();
	call.say(rows(sentence));
	call.end();
	await stage.page.getByRole("button", { name: "More", exact: true }).waitFor();
	await stage.page.keyboard.press("Enter");
	await stage.page.getByRole("listbox").waitFor({ state: "detached" });
}
