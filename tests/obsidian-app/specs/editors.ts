import { browser, $, $$, expect } from "@wdio/globals";
import { proposed } from "../friend.ts";
import { askClear, begin, end, friend, onDisk, otherWords, run, select } from "./at-work.ts";

/** Whether some words are in the source of a note. */
const has = async (path: string, words: string): Promise<boolean> => (await onDisk(path, "")).includes(words);

describe("editors that are not whole notes", () => {
	before(begin);
	after(end);

	it("leaves an answer with its note while a table's cell is edited, and asks about the note from there", async () => {
		await askClear("Note.md", "A second paragraph follows it here.");
		await $(".cm-table-widget td .table-cell-wrapper").click();
		await browser.keys(["x", "Backspace"]);
		await expect($("article.expert-friend-card")).not.toHaveText(expect.stringContaining("can’t be found"));
		expect(await $$(".table-cell-wrapper .expert-friend-passage").length).toBe(0);
		await run("other-words");
		await $("[role=listbox]").waitForExist();
		await browser.keys(["Escape"]);
		await $("[role=listbox]").waitForExist({ reverse: true });
		expect(await has("Note.md", "| The small dog | in the yard |")).toBe(true);
	});

	it("shows and sends nothing of a private note that another one embeds", async () => {
		const before = friend.asked.length;
		await select("Embeds.md", "![[Private]]");
		await browser.executeObsidian(({ app }) => app.workspace.activeEditor?.editor?.setCursor(2, 0));
		expect(await $$(".markdown-embed .expert-friend-chip").length).toBe(0);
		expect(friend.asked.slice(before).join("")).not.toContain("small secret");
	});

	it("keeps an answer while the note is shown for reading, and shows the place there", async () => {
		await askClear("Note.md", "The small cat");
		await browser.executeObsidianCommand("markdown:toggle-preview");
		const card = $("article.expert-friend-card");
		await card.$("[aria-label^='Go to the passage']").click();
		await expect($(".markdown-reading-view .is-flashing")).toExist();
		await card.$("button=Keep").click();
		await onDisk("Note.md", "[!ai]");
		await browser.executeObsidianCommand("markdown:toggle-preview");
	});

	it("closes a list whose note is turned to reading", async () => {
		await otherWords("Note.md", "small cat");
		await browser.executeObsidianCommand("markdown:toggle-preview");
		await $("[role=listbox]").waitForExist({ reverse: true });
		await browser.executeObsidianCommand("markdown:toggle-preview");
		expect(await has("Note.md", proposed)).toBe(false);
	});
});

describe("a second device", () => {
	before(begin);
	after(end);

	it("makes no notes of its own when it starts", async () => {
		const made = await browser.executeObsidian(({ app }) => app.vault.getFolderByPath("Expert friend") !== null);
		expect(made).toBe(false);
	});
});
