import { browser, $, $$, expect } from "@wdio/globals";
import { proposed } from "../friend.ts";
import { askClear, begin, end, onDisk, otherWords } from "./at-work.ts";

describe("windows, keys and looks", () => {
	before(begin);
	after(end);

	it("leaves the app's keys to its own fields while the writer types in them", async () => {
		await otherWords("Note.md", "small cat");
		await browser.keys(["Control", "b"]);
		expect(await onDisk("Note.md", "small cat")).not.toContain("**");
		await browser.keys("Escape");
		await $("[role=listbox]").waitForExist({ reverse: true });
	});

	it("adopts in a pop-out, by the pointer", async function () {
		if (process.env["EMULATE_MOBILE"] !== undefined) this.skip();
		await browser.executeObsidianCommand("workspace:move-to-new-window");
		const [, popOut] = await browser.getWindowHandles();
		if (popOut === undefined) throw new Error("No second window.");
		await browser.switchToWindow(popOut);
		await browser.executeObsidianCommand("expert-friend:other-words");
		await $("[role=listbox] [role=option]").click();
		await onDisk("Note.md", proposed);
	});

	it("takes Escape in the margin before the app leads back to the note", async () => {
		await askClear("Note.md", "A second paragraph follows it here.");
		await $("article.expert-friend-card").$("button=Ask further").click();
		await browser.keys(["W", "h", "y"]);
		await browser.keys("Escape");
		await expect($("article.expert-friend-card textarea")).not.toExist();
	});

	it("draws every icon, and its bars beside a quotation too", async () => {
		await askClear("Note.md", "A quotation stands here.");
		for (const icon of await $$("[class*=expert-friend] .expert-friend-icon").getElements())
			await expect(icon.$("svg")).toExist();
		const bar = await browser.execute(() => {
			const line = document.querySelector(".cm-line.expert-friend-passage.HyperMD-quote");
			return line === null ? null : getComputedStyle(line).boxShadow + getComputedStyle(line, "::before").content;
		});
		expect(bar).not.toBe(null);
	});
});
