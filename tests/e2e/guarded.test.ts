import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { answered, cards, journalOf, press } from "./asking";
import { adopt, isNoticed, puppet, rows, run, select, stageOf } from "./at-work";
import type { Stage } from "./stage";

const sentence = "The small cat sleeps on the mat.";
const note = `${sentence}\n\nA second paragraph follows it here.\n`;

/** How another extension keeps a note as it is. */
type Guard = "all" | "records" | "words" | "read-only";

/** Has another plugin keep every note as it is, or let it go again. */
function guard(stage: Stage, how: Guard | null): Promise<void> {
	return stage.page.evaluate((kind) => {
		const { workspace, plugins } = window.app;
		const { EditorState } = plugins["modules"]["@codemirror/state"] as typeof import("@codemirror/state");
		const before = workspace.editorExtensions.findIndex((one) => (one as { guard?: true }).guard === true);
		if (before >= 0) workspace.editorExtensions.splice(before, 1);
		const extensions = {
			all: EditorState.changeFilter.of(() => false),
			// Only what stands between two paragraphs, or only what stands in them.
			records: EditorState.changeFilter.of(({ startState }) => [startState.doc.line(1).to - 1, startState.doc.length]),
			words: EditorState.changeFilter.of(({ startState }) => [0, startState.doc.line(1).to - 1]),
			"read-only": EditorState.readOnly.of(true),
		};
		if (kind !== null) workspace.editorExtensions.push(Object.assign([extensions[kind]], { guard: true as const }));
		workspace.updateOptions();
	}, how);
}

describe("a note that another extension keeps as it is", () => {
	it("takes words with their record or neither, and the list stays and says why", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, "small");
		await run(stage, "other-words");
		const call = await friend.next();
		call.say(rows("The little cat sleeps on the mat."));
		call.end();
		await stage.page.getByRole("button", { name: "More", exact: true }).waitFor();
		for (const how of ["all", "records", "words", "read-only"] as const) {
			await guard(stage, how);
			await stage.page.keyboard.press("Enter");
			await expect.poll(() => stage.page.locator(".expert-friend-problem").innerText()).toBe(en.words.refused);
			expect(await stage.editorText()).toBe(note);
			// What stands in the way of one proposal is told anew of the next.
			await stage.page.keyboard.press("ArrowDown");
			await expect.poll(() => stage.page.locator(".expert-friend-problem").innerText()).toBe("");
		}
		await stage.page.keyboard.press("Escape");
		await stage.page.getByRole("listbox").waitFor({ state: "detached" });
		await expect.poll(async () => (await journalOf(stage)).map(({ outcome }) => outcome)).toEqual(["dismissed"]);
		await guard(stage, null);
		await select(stage, "small");
		await run(stage, "other-words");
		await stage.page.getByRole("option").first().waitFor();
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => stage.editorText()).toContain("The little cat sleeps on the mat.\n\n> [!ai]");
	});

	it("takes changes of a passage with their record or neither, and the card stays and says why", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, sentence);
		await run(stage, "other-words");
		const call = await friend.next();
		call.say(rows("The little cat sleeps on the rug."));
		call.end();
		const card = stage.page.locator(".expert-friend-changes");
		await card.getByRole("button", { name: en.words.adoptAll(2) }).waitFor();
		for (const key of ["Enter", "Control+Enter"]) {
			await guard(stage, "records");
			await card.press(key);
			await expect.poll(() => card.locator(".expert-friend-problem").innerText()).toBe(en.words.refused);
			expect(await stage.editorText()).toBe(note);
			await card.getByText(en.words.change(1, 2)).waitFor();
			await guard(stage, null);
		}
		await card.press("Control+Enter");
		await card.waitFor({ state: "detached" });
		await expect.poll(() => stage.editorText()).toContain("The little cat sleeps on the rug.\n\n> [!ai]");
		await expect.poll(async () => (await journalOf(stage)).map(({ outcome }) => outcome)).toEqual(["adopted"]);
	});

	it("leaves an answer in the margin, and adopted words as they stand", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await answered(stage, friend, "A second paragraph", "Yes.");
		await guard(stage, "all");
		await press(cards(stage).first(), en.margin.keep);
		await isNoticed(stage, en.keep.refused("A.md"));
		expect(await stage.editorText()).toBe(note);
		await expect.poll(() => cards(stage).count()).toBe(1);
		expect(await journalOf(stage)).toEqual([]);
		await guard(stage, null);
		await adopt(stage, friend, "small", "The little cat sleeps on the mat.");
		const adopted = await stage.editorText();
		expect(adopted).toContain("The little cat sleeps on the mat.\n\n> [!ai]");
		await guard(stage, "records");
		await select(stage, "little");
		await run(stage, "adopted-words");
		const card = stage.page.locator(".expert-friend-adopted-card");
		await press(card, en.adopted.mine);
		await isNoticed(stage, en.adopted.refused);
		await card.waitFor();
		expect(await stage.editorText()).toBe(adopted);
		await guard(stage, null);
		await press(card, en.adopted.mine);
		await expect.poll(() => stage.editorText()).toContain(sentence);
		await card.waitFor({ state: "detached" });
	});
});
