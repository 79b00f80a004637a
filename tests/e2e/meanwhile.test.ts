import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { adopt, isNoticed, move, puppet, rows, run, select, stageOf } from "./at-work";
import { answered, cards, isItClear, press } from "./asking";
import type { Puppet } from "./puppet";
import type { Stage } from "./stage";

const sentence = "The old tree by the wall bears fruit.";
const note = `A first line.\n\n${sentence}\n\nA last line.\n`;
const above = "Another device wrote this paragraph.\n\n";
const reworded = sentence.replace("old", "aged");

/** Writes the note as another device does, and waits until the editor has it. */
async function arrives(stage: Stage, text: string): Promise<void> {
	await stage.writeNote("A.md", text);
	await expect.poll(() => stage.editorText()).toBe(text);
}

/** Has words proposed for what was selected, and adopts them. */
async function adoptsThem(stage: Stage, friend: Puppet): Promise<void> {
	const call = await friend.next();
	expect(call.body.messages.at(-1)!.content).toContain(`${sentence}\n</sentence>\n\n<selection>\nold\n</selection>`);
	call.say(rows(reworded));
	call.end();
	await stage.page.getByRole("option", { name: "aged" }).waitFor();
	await stage.page.keyboard.press("Enter");
	await stage.page.getByRole("listbox").waitFor({ state: "detached" });
}

const menuEntry = (stage: Stage, name: string) => stage.page.getByRole("menuitem", { name }).first();

describe("what another device writes while the writer chooses", () => {
	it("moves the menu with its words, and other words are of those", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, "old");
		await run(stage, "consult");
		const menu = stage.page.locator(".expert-friend-menu");
		await menu.waitFor();
		const top = async (): Promise<number> => (await menu.boundingBox())!.y;
		const before = await top();
		await arrives(stage, above + note);
		await expect.poll(top).toBeGreaterThan(before + 20);
		await menuEntry(stage, "Other words").click();
		await adoptsThem(stage, friend);
		expect(await stage.editorText()).toContain(`${above}A first line.\n\n${reworded}`);
		expect(stage.errors).toEqual([]);
	});

	it("sends nothing for words that are gone, and says so", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, "old");
		await run(stage, "consult");
		await stage.page.locator(".expert-friend-menu").waitFor();
		await arrives(stage, "Short.\n");
		await menuEntry(stage, "Other words").click();
		await isNoticed(stage, en.refusals.changed);
		expect(await stage.editorText()).toBe("Short.\n");
		expect(friend.calls).toHaveLength(0);
		expect(stage.errors).toEqual([]);
	});

	it("is heeded after the question about the budget too", async () => {
		const friend = await puppet();
		const data = {
			endpoints: [{ id: "demo", preset: "custom", name: "Puppet", baseUrl: friend.url, secret: "", budget: 0.5 }],
			model: { endpoint: "demo", model: "puppet/one-20260101" },
		};
		const stage = await stageOf({ vault: { "A.md": note }, data });
		await answered(stage, friend, "A last line.", "It is clear.", isItClear.en, { cost: 0.6 });
		await select(stage, "old");
		await run(stage, "other-words");
		const question = stage.page.locator(".modal", { hasText: en.budget.title });
		await question.waitFor();
		await arrives(stage, above + note);
		await press(question, en.budget.beyond);
		await adoptsThem(stage, friend);
		expect(await stage.editorText()).toContain(`${above}A first line.\n\n${reworded}`);
	});

	it("goes along with a question that is typed meanwhile", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, sentence);
		await run(stage, "ask");
		await stage.page.locator(".modal").getByRole("textbox").fill("Is it old?");
		await arrives(stage, above + note);
		await stage.page.keyboard.press("Enter");
		const call = await friend.next();
		expect(call.body.messages.map(({ content }) => content).join("\n")).toContain(above.trim());
		call.say("Yes.");
		call.end();
		await press(cards(stage).first(), en.margin.keep);
		await expect.poll(() => stage.editorText()).toContain(`${above}A first line.\n\n${sentence}\n\n> [!ai]-`);
	});

	it("goes along with a question about words that are gone; no line is asked for there", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const rewritten = `${above}${note.replace(sentence, "Rewritten.")}`;
		const menuThen = async (name: string): Promise<void> => {
			await arrives(stage, note);
			await select(stage, sentence);
			await run(stage, "consult");
			await menuEntry(stage, name).waitFor();
			await arrives(stage, rewritten);
			await menuEntry(stage, name).click();
		};
		await menuThen("Is it clear?");
		const call = await friend.next();
		expect(call.body.messages.map(({ content }) => content).join("\n")).toContain(rewritten.trim());
		call.say("It is gone.");
		call.end();
		await menuThen(en.menu.more);
		await menuEntry(stage, "Overview").click();
		await isNoticed(stage, en.refusals.changed);
		await expect.poll(() => stage.page.locator(".expert-friend-popover").count()).toBe(0);
		expect(friend.calls).toHaveLength(1);
		expect(stage.errors).toEqual([]);
	});

	it("goes along to several models", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, sentence);
		await run(stage, "compare");
		const send = stage.page.locator(".modal").getByRole("button", { name: en.ask.send, exact: true });
		await send.waitFor();
		await arrives(stage, above + note);
		await send.click();
		for (const call of [await friend.next(), await friend.next()]) {
			expect(call.body.messages.at(-1)!.content).toContain(above.trim());
			call.say("Yes.");
			call.end();
		}
	});

	it("goes along when a list asks once more", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, "old");
		await run(stage, "other-words");
		const first = await friend.next();
		first.say(rows(reworded));
		first.end();
		const more = stage.page.getByRole("button", { name: en.words.more, exact: true });
		await more.waitFor();
		await arrives(stage, above + note);
		await more.press("Enter");
		const second = await friend.next();
		expect(second.body.messages.map(({ content }) => content).join("\n")).toContain(above.trim());
		second.say(rows(sentence.replace("old", "ancient")));
		second.end();
		await stage.page.getByRole("option", { name: "ancient" }).click();
		await stage.page.getByRole("listbox").waitFor({ state: "detached" });
		expect(await stage.editorText()).toContain(`${above}A first line.\n\nThe ancient tree`);
	});

	const mine = (stage: Stage) => stage.page.getByRole("button", { name: en.adopted.mine, exact: true });

	it.each(["by the command", "by hovering"])("leaves what is told of adopted words at those words, %s", async (way) => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		// Two words that stand apart, of one adoption.
		await adopt(stage, friend, "tree", "The old trees by the wall bear fruit.");
		const adopted = await stage.readNote("A.md");
		const mark = stage.page.locator(".cm-content .expert-friend-adopted").last();
		await expect
			.poll(() => stage.page.locator(".cm-content .expert-friend-adopted").allInnerTexts())
			.toEqual(["trees", "bear"]);
		if (way === "by hovering") {
			await mark.hover();
		} else {
			await select(stage, "trees");
			await run(stage, "adopted-words");
		}
		await mine(stage).waitFor();
		await arrives(stage, above + adopted);
		await mine(stage).press("Enter");
		await expect.poll(() => stage.editorText()).toContain(`${above}${note.slice(0, note.indexOf("A last"))}`);
		await stage.page.evaluate(() => window.app.workspace.activeEditor!.editor.undo());
		expect(await stage.editorText()).toBe(above + adopted);
		expect(stage.errors).toEqual([]);
	});

	it("gives back no words where they stand no longer, and says so", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await adopt(stage, friend, "old", reworded);
		const adopted = await stage.readNote("A.md");
		await select(stage, "aged");
		await run(stage, "adopted-words");
		await mine(stage).waitFor();
		const rewritten = adopted.replace(reworded, "Nothing of it is left.");
		await arrives(stage, rewritten);
		await mine(stage).press("Enter");
		await isNoticed(stage, en.adopted.changed);
		expect(await stage.editorText()).toBe(rewritten);
		expect(stage.errors).toEqual([]);
	});
});

it("brings a dismissed answer back under the name that its note has by then", async () => {
	const friend = await puppet();
	const stage = await stageOf({ vault: { "Drafts/A.md": note }, endpoint: friend.url });
	await answered(stage, friend, sentence, "It is clear.");
	await press(cards(stage).first(), en.margin.dismiss);
	await move(stage, "Drafts/A.md", "Drafts/B.md");
	await move(stage, "Drafts", "Texts");
	await press(stage.page.locator(".expert-friend-undo"), en.margin.undoDismiss);
	await press(cards(stage).first(), en.margin.keep);
	await expect.poll(() => stage.readNote("Texts/B.md")).toContain(`${sentence}\n\n> [!ai]-`);
	expect(stage.errors).toEqual([]);
});

it("shows the chip once the page stands still under the pointer", async () => {
	const text = `${note}${"Another line.\n\n".repeat(60)}`;
	const stage = await stageOf({ vault: { "A.md": text }, alone: true });
	const { page } = stage;
	await page.clock.install();
	await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 3_600_000);
	await stage.selectByPointer("old tree");
	const scrolled = (): Promise<unknown> =>
		page.evaluate(() => {
			const scroller = document.querySelector(".cm-scroller")!;
			const heard = new Promise((resolve) => scroller.addEventListener("scroll", resolve, { once: true }));
			scroller.scrollTop += 4;
			return heard.then(() => undefined);
		});
	for (let n = 0; n < 4; n++) {
		await page.clock.runFor(100);
		await scrolled();
	}
	const chip = page.locator(".expert-friend-chip");
	expect(await chip.count()).toBe(0);
	await page.clock.runFor(400);
	await chip.waitFor();
	// Shown, it goes as soon as the page runs on.
	await scrolled();
	await chip.waitFor({ state: "detached" });
});
