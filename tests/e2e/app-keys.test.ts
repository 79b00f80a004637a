import { expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { answered, ask, cards, press, told } from "./asking";
import { puppet, rows, run, select, stageOf } from "./at-work";

const sentence = "The small cat sleeps on the mat.";
const linked = "The [[Mat]] is red and the cat is grey.";
const note = `${sentence}\n\n${linked}\n`;

it("hears its keys before the app does, and gives them back", async () => {
	const friend = await puppet();
	const stage = await stageOf({ vault: { "A.md": note, "Mat.md": "A mat.\n" }, endpoint: friend.url });
	const { page } = stage;
	const { keyboard } = page;
	const inNote = (): Promise<boolean> => page.evaluate(() => window.app.workspace.activeEditor?.file?.path === "A.md");

	// In the field for the writer's own word the app's keys would format the note behind it, or turn to reading.
	await select(stage, "small");
	await run(stage, "other-words");
	const call = await friend.next();
	call.say(rows("The little cat sleeps on the mat."));
	call.end();
	await page.getByRole("button", { name: "More", exact: true }).waitFor();
	for (const key of ["Control+b", "Control+i", "Control+e"]) await keyboard.press(key);
	await keyboard.press("ArrowDown");
	expect(await stage.editorText()).toBe(note);
	await keyboard.press("Escape");
	await page.getByRole("listbox").waitFor({ state: "detached" });
	await keyboard.press("Control+b");
	await expect.poll(() => stage.editorText()).toBe(note.replace("small", "**small**"));
	await keyboard.press("Control+z");
	await expect.poll(() => stage.editorText()).toBe(note);

	// Mod+Enter takes all changes; the app would open the link at the cursor.
	await select(stage, linked);
	await run(stage, "other-words");
	const second = await friend.next();
	second.say(rows("The [[Mat]] is scarlet and the cat is gray."));
	second.end();
	const card = page.locator(".expert-friend-changes");
	await card.getByRole("button", { name: en.words.adoptAll(2) }).waitFor();
	await keyboard.press("Control+Enter");
	await expect.poll(() => stage.editorText()).toContain("The [[Mat]] is scarlet and the cat is gray.\n\n> [!ai]");
	expect(await inNote()).toBe(true);

	// In a field of the margin, too; there Escape leaves the field, then stops what streams, and only then leads back.
	await answered(stage, friend, sentence, "It is clear.");
	const before = await stage.editorText();
	await press(cards(stage), en.margin.further);
	const field = cards(stage).getByRole("textbox");
	await keyboard.type("Why");
	await keyboard.press("Control+b");
	await keyboard.press("Control+e");
	await expect.poll(() => field.inputValue()).toBe("Why");
	expect(await stage.editorText()).toBe(before);
	await keyboard.press("Escape");
	await field.waitFor({ state: "detached" });
	await ask(stage, "mat.");
	const slow = await friend.next();
	slow.say("So");
	const running = cards(stage).filter({ hasText: "So" });
	await running.waitFor();
	await running.focus();
	await keyboard.press("Escape");
	await expect.poll(() => told(running).innerText()).not.toBe("");
	expect(await page.evaluate(() => document.activeElement?.closest(".expert-friend-card") !== null)).toBe(true);
	await keyboard.press("Escape");
	await expect.poll(inNote).toBe(true);
	await keyboard.press("Control+e");
	await expect.poll(() => page.evaluate(() => window.app.workspace.activeEditor?.getMode())).toBe("preview");
	await expect.poll(() => stage.errors).toEqual([]);
});
