import { browser, $, expect } from "@wdio/globals";
import { answer, proposed } from "../friend.ts";
import { askClear, begin, end, friend, onDisk, otherWords, select, run } from "./at-work.ts";

describe("the main job", () => {
	before(begin);
	after(end);

	it("adopts words with their record, in one undo step", async () => {
		await otherWords("Note.md", "small cat");
		await browser.keys("Enter");
		const adopted = await onDisk("Note.md", proposed);
		expect(adopted).toMatch(/^> \[!ai\]- /m);
		await browser.executeObsidian(({ app }) => app.workspace.activeEditor?.editor?.undo());
		expect(await onDisk("Note.md", "The small cat")).not.toContain("[!ai]");
	});

	it("keeps an answer beside its passage", async () => {
		await askClear("Note.md", "A second paragraph follows it here.");
		await $("article.expert-friend-card").$("button=Keep").click();
		expect(await onDisk("Note.md", "[!ai]")).toContain(answer);
	});

	it("sends nothing of a private note", async () => {
		const before = friend.asked.length;
		await select("Private.md", "secret");
		await run("other-words");
		await $(".notice").waitForExist();
		expect(friend.asked.length).toBe(before);
	});
});
