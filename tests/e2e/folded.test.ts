import { expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { answered, cards, press } from "./asking";
import { puppet, rows, run, select, stageOf } from "./at-work";
import type { Stage } from "./stage";

const sentence = "The old tree by the wall bears fruit.";
const note = `# First\n\nA line above it.\n\n## The small part\n\n${sentence}\n\n## Third\n\nA last line.\n`;

/** Folds what stands under a heading, as the app does: from the end of its line to the end of its section. */
function fold(stage: Stage, heading: string): Promise<void> {
	return stage.page.evaluate((line) => {
		const { workspace, plugins } = window.app;
		const { codeFolding, foldEffect } = plugins["modules"][
			"@codemirror/language"
		] as typeof import("@codemirror/language");
		if (!workspace.editorExtensions.some((one) => (one as { folds?: true }).folds === true)) {
			workspace.editorExtensions.push(Object.assign([codeFolding()], { folds: true as const }));
			workspace.updateOptions();
		}
		const view = (workspace.activeEditor!.editor as unknown as { cm: import("@codemirror/view").EditorView }).cm;
		const text = view.state.doc.toString();
		const from = text.indexOf(line) + line.length;
		view.dispatch({ effects: foldEffect.of({ from, to: text.indexOf("\n\n## ", from) }) });
	}, heading);
}

const placeholder = (stage: Stage) => stage.page.locator(".cm-foldPlaceholder");

it("adopts words that were folded away meanwhile, and words of the heading above them, in one step each", async () => {
	const friend = await puppet();
	const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
	const { page } = stage;
	await select(stage, "tree");
	await run(stage, "other-words");
	const call = await friend.next();
	await fold(stage, "## The small part");
	await expect.poll(() => placeholder(stage).count()).toBe(1);
	call.say(rows("The old oak by the wall bears fruit."));
	call.end();
	await page.getByRole("option", { name: /oak/ }).waitFor({ state: "attached" });
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	const adopted = /^(# First[^]*)The old oak by the wall bears fruit\.\n\n(?:> .*\n|>\n)+(\n## Third[^]*)$/;
	await expect.poll(() => stage.editorText()).toMatch(adopted);
	expect(
		adopted
			.exec(await stage.editorText())!
			.slice(1)
			.join(`${sentence}\n`),
	).toBe(note);
	await page.keyboard.press("ControlOrMeta+z");
	await expect.poll(() => stage.editorText()).toBe(note);

	await fold(stage, "## The small part");
	await expect.poll(() => placeholder(stage).count()).toBe(1);
	await select(stage, "small");
	await run(stage, "other-words");
	const other = await friend.next();
	other.say(rows("The little part"));
	other.end();
	await page.getByRole("option", { name: /little/ }).waitFor();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await expect
		.poll(() => stage.editorText())
		.toMatch(/^# First[^]*## The little part\n\n(?:> .*\n|>\n)+\nThe old tree/);
	await page.keyboard.press("ControlOrMeta+z");
	await expect.poll(() => stage.editorText()).toBe(note);
	expect(stage.errors).toEqual([]);
});

it("goes to a passage that is folded away, and keeps its answer below it", async () => {
	const friend = await puppet();
	const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
	await answered(stage, friend, sentence, "Yes.");
	await select(stage, "A last line.");
	await fold(stage, "## The small part");
	await expect.poll(() => placeholder(stage).count()).toBe(1);
	await press(cards(stage), en.margin.goTo(`“${sentence}”`));
	await expect.poll(() => placeholder(stage).count()).toBe(0);
	await expect.poll(() => stage.page.evaluate(() => window.getSelection()!.toString())).toBe(sentence);
	await fold(stage, "## The small part");
	await press(cards(stage), en.margin.keep);
	await expect
		.poll(() => stage.readNote("A.md"))
		.toMatch(/bears fruit\.\n\n> \[!ai\]- [^]*\n\n## Third\n\nA last line\.\n$/);
	await stage.page.keyboard.press("ControlOrMeta+z");
	await expect.poll(() => stage.editorText()).toBe(note);
	expect(stage.errors).toEqual([]);
});
