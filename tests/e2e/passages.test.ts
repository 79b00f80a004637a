import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { answered, ask, cards, press } from "./asking";
import { isNoticed, puppet, run, select, stageOf } from "./at-work";
import type { Stage, StageOptions } from "./stage";

const note =
	"# A note\n\nThe first passage is here.\n\nThe second passage is there.\n\nThe third passage is nowhere.\n";
const second = "The second passage is there.";

/** A note with an answer that waits, to the question about some words of it. */
async function withAnswer(
	passage = second,
	vault: Readonly<Record<string, string>> = { "A.md": note },
	options: StageOptions = {},
): Promise<Stage> {
	const friend = await puppet();
	const stage = await stageOf({ vault, endpoint: friend.url, open: "A.md", ...options });
	await answered(stage, friend, passage, "An answer.");
	return stage;
}

/** Changes the note in a pane, as the writer would; `undo` and `redo` do that. */
const edit = (
	stage: Stage,
	change: { readonly words: string; readonly by: string } | "undo" | "redo",
	pane = 0,
): Promise<void> =>
	stage.page.evaluate(
		([what, at]) => {
			const { editor } = window.app.workspace.getLeavesOfType("markdown")[at]!.view as unknown as {
				editor: import("obsidian").Editor;
			};
			if (typeof what === "string") return editor[what]();
			const from = editor.getValue().indexOf(what.words);
			editor.replaceRange(what.by, editor.offsetToPos(from), editor.offsetToPos(from + what.words.length));
		},
		[change, pane] as const,
	);

/** The passage as the card quotes it. */
const quoted = (stage: Stage): Promise<string> => cards(stage).locator(".expert-friend-card-quote").innerText();
const isLost = (stage: Stage): Promise<number> => cards(stage).getByText(en.margin.lost).count();
/** The note without what was kept: each callout as one word. */
const kept = (text: string): string => text.replace(/> \[!ai\][^\n]*(\n>[^\n]*)*/g, "KEPT");
const keep = (stage: Stage): Promise<void> => press(cards(stage), en.margin.keep);

describe("the passage of an answer", () => {
	it("is what the writer made of it, with what was typed at its edges left out", async () => {
		const stage = await withAnswer();
		for (const [key, typed] of [
			["ArrowLeft", "Before. "],
			["ArrowRight", " After."],
		] as const) {
			await select(stage, second);
			await stage.page.keyboard.press(key);
			await stage.page.keyboard.type(typed);
		}
		await edit(stage, { words: "second", by: "very second" });
		await expect.poll(() => stage.editorText()).toContain("Before. The very second passage is there. After.");
		await expect.poll(() => quoted(stage)).toBe("“The very second passage is there.”");
	});

	it("is whole again when what cut into it is undone, in either pane", async () => {
		for (const pane of [0, 1]) {
			const stage = await withAnswer();
			await stage.page.evaluate(() =>
				window.app.workspace.getLeaf("split").openFile(window.app.vault.getFileByPath("A.md")!),
			);
			await edit(stage, { words: " is there.\n\nThe third passage", by: "" });
			await expect.poll(() => quoted(stage)).toBe("“The second passage”");
			await edit(stage, "undo", pane);
			await expect.poll(() => stage.editorText()).toBe(note);
			if (pane === 0) await expect.poll(() => quoted(stage)).toBe(`“${second}”`);
			await keep(stage);
			await expect.poll(async () => kept(await stage.editorText())).toBe(note.replace(second, `${second}\n\nKEPT`));
		}
	});

	it("is found again where it was moved, and the cards stand in the order of the text", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await answered(stage, friend, "The first passage is here.", "One.");
		await answered(stage, friend, second, "Two.");
		const bodies = cards(stage).locator(".expert-friend-card-body");
		await expect.poll(() => bodies.allInnerTexts()).toEqual(["One.", "Two."]);
		await select(stage, "The first passage is here.\n\n");
		// By events with their own data: the browser's clipboard is one for all tests.
		const cut = await stage.page.evaluate(() => {
			const clipboardData = new DataTransfer();
			const event = new ClipboardEvent("cut", { clipboardData, bubbles: true, cancelable: true });
			document.querySelector(".cm-content")!.dispatchEvent(event);
			return clipboardData.getData("text/plain");
		});
		await expect.poll(() => isLost(stage)).toBe(1);
		await stage.page.keyboard.press("Control+End");
		await stage.page.evaluate((text) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData("text/plain", text);
			const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
			document.querySelector(".cm-content")!.dispatchEvent(event);
		}, cut);
		await expect.poll(() => bodies.allInnerTexts()).toEqual(["Two.", "One."]);
		await expect.poll(() => isLost(stage)).toBe(0);
		await press(cards(stage).nth(1), en.margin.keep);
		await expect
			.poll(async () => kept(await stage.editorText()))
			.toBe(
				"# A note\n\nThe second passage is there.\n\nThe third passage is nowhere.\nThe first passage is " +
					"here.\n\nKEPT\n\n",
			);
	});

	it("keeps its answer when a paragraph is begun within it", async () => {
		const stage = await withAnswer();
		await edit(stage, { words: " passage is there", by: " passage.\n\nIt is there" });
		await keep(stage);
		await expect
			.poll(async () => kept(await stage.editorText()))
			.toBe(note.replace(second, "The second passage.\n\nIt is there.\n\nKEPT"));
	});

	it("is never another one that reads the same", async () => {
		const text = "It rains.\n\nHe waits for a long time in the street near the old station.\n\nIt rains.\n\nThe end.\n";
		const stage = await withAnswer("It rains.", { "A.md": text });
		await select(stage, "It rains.");
		await stage.page.keyboard.press("Backspace");
		await expect.poll(() => isLost(stage)).toBe(1);
		await keep(stage);
		await stage.page.getByText(en.keep.whereText).waitFor();
		await expect.poll(() => stage.editorText()).toBe(text.slice("It rains.".length));
		await stage.page.keyboard.press("Escape");
		await edit(stage, "undo");
		await expect.poll(() => isLost(stage)).toBe(0);
		await keep(stage);
		await expect.poll(async () => kept(await stage.editorText())).toBe(text.replace("It rains.", "It rains.\n\nKEPT"));
	});

	it("is followed while another plugin and another program write into the open note", async () => {
		const stage = await withAnswer();
		await stage.page.evaluate(() =>
			window.app.vault.process(
				window.app.vault.getFileByPath("A.md")!,
				(text) => `By a plugin.\n\n${text.replace("second passage", "second paragraph")}`,
			),
		);
		await expect.poll(() => quoted(stage)).toBe("“The second paragraph is there.”");
		await stage.writeNote(
			"A.md",
			`By a program.\n\n${(await stage.readNote("A.md")).replace("is there", "is still there")}`,
		);
		await expect.poll(() => quoted(stage)).toBe("“The second paragraph is still there.”");
		await keep(stage);
		await expect
			.poll(async () => kept(await stage.editorText()))
			.toContain("The second paragraph is still there.\n\nKEPT\n\nThe third");
	});

	it("counts as last typed when the plugin or the app goes a moment later", async () => {
		const stage = await withAnswer();
		await stage.page.evaluate(async () => {
			const { editor } = window.app.workspace.getLeavesOfType("markdown")[0]!.view as unknown as {
				editor: import("obsidian").Editor;
			};
			editor.replaceRange("very ", { line: 4, ch: 4 });
			await window.app.plugins.disablePlugin("expert-friend");
			await window.app.plugins.enablePlugin("expert-friend");
			window.app.commands.executeCommandById("expert-friend:open-margin");
		});
		await expect.poll(() => quoted(stage)).toBe("“The very second passage is there.”");
		await edit(stage, { words: "very second", by: "very last" });
		await stage.reload();
		await stage.page.evaluate(() => window.app.commands.executeCommandById("expert-friend:open-margin"));
		await expect.poll(() => quoted(stage)).toBe("“The very last passage is there.”");
		await expect.poll(() => isLost(stage)).toBe(0);
	});
});

describe("the note of an answer", () => {
	it("may be moved with its folder, and is said to be gone when it is, and there again", async () => {
		const stage = await withAnswer(second, { "Drafts/A.md": note, "B.md": "Other.\n" }, { open: "Drafts/A.md" });
		await stage.page.evaluate(() =>
			window.app.fileManager.renameFile(window.app.vault.getFolderByPath("Drafts")!, "Essays"),
		);
		await expect
			.poll(() => stage.page.evaluate(() => window.app.vault.getFileByPath("Essays/A.md") !== null))
			.toBe(true);
		await expect.poll(() => cards(stage).getByText(en.margin.noteGone).count()).toBe(0);
		await stage.page.evaluate(() => window.app.vault.delete(window.app.vault.getFileByPath("Essays/A.md")!));
		await cards(stage).getByText(en.margin.noteGone).waitFor();
		// Going there must not make it anew.
		await cards(stage).locator(".expert-friend-card-quote").press("Enter");
		await isNoticed(stage, en.keep.noteGone("Essays/A.md"));
		await expect.poll(() => stage.page.evaluate(() => window.app.vault.getFileByPath("Essays/A.md"))).toBeNull();
		await stage.page.evaluate((text) => window.app.vault.create("Essays/A.md", text), note);
		await cards(stage).getByText(en.margin.noteGone).waitFor({ state: "detached" });
		await keep(stage);
		await expect
			.poll(async () => kept(await stage.readNote("Essays/A.md")))
			.toBe(note.replace(second, `${second}\n\nKEPT`));
		await expect.poll(() => stage.readNote("B.md")).toBe("Other.\n");
	});

	it("is shown from wherever the writer is, with the passage selected, whatever its name", async () => {
		const stage = await withAnswer(second, { "A # 1 ^ [x].md": note, "B.md": "Other.\n" }, { open: "A # 1 ^ [x].md" });
		await stage.page.evaluate(() =>
			window.app.workspace.getLeaf(false).openFile(window.app.vault.getFileByPath("B.md")!),
		);
		await cards(stage).locator(".expert-friend-card-quote").click();
		await expect
			.poll(() => stage.page.evaluate(() => window.app.workspace.activeEditor?.editor?.getSelection()))
			.toBe(second);
		// And from a tab that lies before it.
		await stage.page.evaluate(() =>
			window.app.workspace.getLeaf("tab").openFile(window.app.vault.getFileByPath("B.md")!),
		);
		await expect.poll(() => stage.editorText()).toBe("Other.\n");
		await cards(stage).locator(".expert-friend-card-quote").click();
		await expect
			.poll(() => stage.page.evaluate(() => window.app.workspace.activeEditor?.editor?.getSelection()))
			.toBe(second);
		// Of tabs that were not looked at since the app began, there are no views yet.
		await stage.page.evaluate(async () => {
			const { workspace, vault } = window.app;
			await workspace.getLeaf("tab").openFile(vault.getFileByPath("B.md")!);
			for (const leaf of workspace.rootSplit.leaves) if (leaf !== workspace.activeLeaf) await leaf.defer();
			await workspace.getLeavesOfType("expert-friend-margin")[0]!.defer();
		});
		await expect.poll(() => cards(stage).count()).toBe(0);
		await run(stage, "next-answer");
		await cards(stage).locator(".expert-friend-card-quote").click();
		await expect
			.poll(() => stage.page.evaluate(() => window.app.workspace.activeEditor?.editor?.getSelection()))
			.toBe(second);
		await expect
			.poll(() =>
				stage.page.evaluate(() => window.app.vault.getMarkdownFiles().filter(({ path }) => !path.includes("/")).length),
			)
			.toBe(2);
	});
});

describe("an answer that is kept", () => {
	it("stands once, however often it is asked for while a closed note is written", async () => {
		const stage = await withAnswer(second, { "A.md": note, "B.md": "Other.\n" });
		await stage.page.evaluate(() =>
			window.app.workspace.getLeaf(false).openFile(window.app.vault.getFileByPath("B.md")!),
		);
		await cards(stage)
			.getByRole("button", { name: en.margin.keep, exact: true })
			.evaluate((button) => {
				for (let n = 0; n < 3; n++) (button as HTMLElement).click();
			});
		await expect.poll(() => cards(stage).count()).toBe(0);
		await expect.poll(async () => kept(await stage.readNote("A.md"))).toBe(note.replace(second, `${second}\n\nKEPT`));
	});

	it("stays in the margin when the note can't be written, and says so", async () => {
		const stage = await withAnswer(second, { "A.md": note, "B.md": "Other.\n" });
		await stage.page.evaluate(() => {
			window.app.vault.process = () => Promise.reject(new Error("EACCES"));
			return window.app.workspace.getLeaf(false).openFile(window.app.vault.getFileByPath("B.md")!);
		});
		await keep(stage);
		await isNoticed(stage, en.keep.failed("A.md"));
		await expect.poll(() => cards(stage).count()).toBe(1);
		expect(stage.errors).toEqual([]);
	});

	it("comes back to the margin when that is undone, and goes again when it is redone", async () => {
		const stage = await withAnswer();
		await keep(stage);
		await expect.poll(() => cards(stage).count()).toBe(0);
		const after = await stage.editorText();
		await edit(stage, { words: "third", by: "3rd" });
		await edit(stage, "undo");
		await expect.poll(() => cards(stage).count()).toBe(0);
		await edit(stage, "undo");
		await expect.poll(() => cards(stage).locator(".expert-friend-card-body").allInnerTexts()).toEqual(["An answer."]);
		await expect.poll(() => stage.editorText()).toBe(note);
		await edit(stage, "redo");
		await expect.poll(() => cards(stage).count()).toBe(0);
		await expect.poll(() => stage.editorText()).toBe(after);
		await edit(stage, "undo");
		await keep(stage);
		await expect.poll(async () => kept(await stage.editorText())).toBe(note.replace(second, `${second}\n\nKEPT`));
		// Whoever deletes it by hand is done with it.
		await select(stage, (await stage.editorText()).slice(after.indexOf("\n\n> [!ai]"), after.indexOf("\n\nThe third")));
		await stage.page.keyboard.press("Backspace");
		await edit(stage, { words: "third", by: "3rd" });
		await edit(stage, "undo");
		await expect.poll(() => stage.editorText()).toBe(note);
		await expect.poll(() => cards(stage).count()).toBe(0);
	});

	it("leaves the list of other words alone that is open in the same note", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await answered(stage, friend, second, "An answer.");
		await ask(stage, "first", "other-words");
		const words = await friend.next();
		words.say(`${JSON.stringify({ text: "The initial passage is here.", gloss: "" })}\n`);
		words.end();
		await stage.page.locator(".cm-content .expert-friend-picked").waitFor();
		await keep(stage);
		await expect.poll(async () => kept(await stage.editorText())).toBe(note.replace(second, `${second}\n\nKEPT`));
		await expect.poll(() => stage.page.locator(".cm-content .expert-friend-picked").innerText()).toBe("initial");
		await stage.page.locator(".expert-friend-words").getByRole("button", { name: en.words.adopt }).click();
		await expect
			.poll(async () => kept(await stage.editorText()))
			.toBe(note.replace("first", "initial").replace("here.", "here.\n\nKEPT").replace(second, `${second}\n\nKEPT`));
	});
});
