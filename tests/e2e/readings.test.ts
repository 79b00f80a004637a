import { expect, it, describe } from "vitest";
import { en } from "../../src/core/i18n/en";
import { cards, journalOf, kept, press } from "./asking";
import { hasCommand, puppet, run, select, stageOf } from "./at-work";

const note =
	"# On keeping a notebook\n\nI write in the morning because by noon I have already agreed with too many " +
	"people.\n\nA notebook is not a draft. A draft knows where it is going.\n\n" +
	"So: no headings, no index, nothing crossed out.\n";
const row = (quote: string, remark: string): string => JSON.stringify({ quote, remark });

describe("a reading of the whole note", () => {
	it("is shown by the demo's friend on its first note, each remark beside words that stand there", async () => {
		const stage = await stageOf({ lang: "en", open: "Essays/On keeping a notebook.md" });
		const { page } = stage;
		await hasCommand(stage, "objective-reading-of-the-whole-note");
		await select(stage, "careful", "a careful");
		await run(stage, "objective-reading-of-the-whole-note");
		await expect.poll(() => page.locator("article.expert-friend-remark").count()).toBe(4);
		const text = await stage.editorText();
		for (const quoted of await page.locator(".expert-friend-quoted").allInnerTexts()) expect(text).toContain(quoted);
		await expect
			.poll(() => page.locator("article.expert-friend-reading").innerText())
			.toMatch(/4 remarks(?! · \d+ dropped)/);
	});

	it("gives remarks beside their words; changed or ticked they are settled, as a later one says", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, open: "A.md" });
		const { page } = stage;
		const remarks = page.locator("article.expert-friend-remark");
		const head = page.locator("article.expert-friend-reading");
		await hasCommand(stage, "objective-reading-of-the-whole-note");
		await select(stage, "A notebook");
		await run(stage, "objective-reading-of-the-whole-note");
		const call = await friend.next();
		const asked = String(call.body.messages[1]!.content);
		expect(asked).toContain("nothing crossed out.");
		expect(asked).toContain("at most 10 remarks");
		expect(asked).not.toContain("<passage>");
		call.say(
			[
				row("by noon I have already agreed", "By noon, or since noon?"),
				row("never written here", "Dropped."),
				row("A draft knows where it is going", "Does yours?"),
				row("no headings, no index", "There is a heading <img src=x onerror=alert(1)> above."),
			].join("\n"),
		);
		call.end();
		await expect.poll(() => remarks.count()).toBe(3);
		await expect.poll(() => head.innerText()).toMatch(/3 remarks · 1 dropped: its quotation is not in the note/);
		expect(await page.locator(".expert-friend-quoted").allInnerTexts()).toEqual([
			"by noon I have already agreed",
			"A draft knows where it is going",
			"no headings, no index",
		]);
		// A reply is text, whatever it holds.
		expect(await remarks.nth(2).locator("img").count()).toBe(0);
		await remarks.nth(1).focus();
		await page.screenshot({ path: "screenshots/remarks.png" });
		// Its words are changed: settled. Undone: open again.
		await select(stage, "already");
		await page.keyboard.type("long since");
		await expect.poll(() => remarks.first().innerText()).toContain(en.reading.gone);
		await page.evaluate(() => window.app.workspace.activeEditor!.editor.undo());
		await expect.poll(() => remarks.first().innerText()).not.toContain(en.reading.gone);
		await select(stage, "already");
		await page.keyboard.type("long since");
		await expect.poll(() => head.innerText()).toContain("1 settled");
		await remarks.nth(1).getByRole("checkbox").click();
		await expect.poll(() => remarks.nth(1).innerText()).toContain(en.reading.ticked);
		await expect.poll(() => head.innerText()).toContain("2 settled");
		await head.getByRole("button", { name: /^Read again/ }).press("Enter");
		const again = await friend.next();
		const told = String(again.body.messages[1]!.content);
		expect(told).toContain("3. “no headings, no index”");
		expect(told).not.toContain("1. “by noon");
		again.say(`{"settled": 3, "why": "The heading is a title."}\n${row("nothing crossed out", "Nothing at all?")}`);
		again.end();
		await expect.poll(() => remarks.count()).toBe(4);
		await expect.poll(() => remarks.nth(2).innerText()).toContain("The heading is a title.");
		await expect.poll(() => head.innerText()).toMatch(/reading 2[^]*4 remarks · 3 settled/);
		expect(await head.count()).toBe(1);
		await page.screenshot({ path: "screenshots/remarks-settled.png" });
		// Kept, a remark stands beside its words; the journal tells of each reading once.
		await remarks.nth(3).focus();
		await page.keyboard.press("Enter");
		await expect.poll(() => stage.readNote("A.md")).toContain("Nothing at all?");
		await expect.poll(() => remarks.count()).toBe(3);
		await press(head, en.margin.dismiss);
		await expect.poll(() => cards(stage).count()).toBe(0);
		await expect.poll(async () => (await kept(stage)).length).toBe(0);
		await expect
			.poll(async () => (await journalOf(stage)).map(({ outcome }) => outcome).sort())
			.toEqual(["dismissed", "kept"]);
		expect(stage.errors).toEqual([]);
	});
});
