import type { FrameLocator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { answered, cards, press } from "./asking";
import { puppet, rows, run, select, stageOf } from "./at-work";
import { drag, endsOf } from "./pointer";
import type { Stage } from "./stage";

const sentence = "The small cat sleeps on the mat.";
const second = "A second paragraph follows it here.";
const note = `${sentence}\n\n${second}\n`;

/** The window that was opened beside the first one. */
const other = (stage: Stage): FrameLocator => stage.page.frameLocator(".stand-in-window");

/** Runs one of the app's own commands. */
const own = (stage: Stage, id: string): Promise<void> =>
	stage.page.evaluate((command) => void window.app.commands.executeCommandById(command), id);

/** Selects words with the pointer, wherever their editor is. */
async function dragOver(page: Page, frame: FrameLocator, words: string): Promise<void> {
	const origin = await frame.locator("body").evaluate(() => {
		const { left, top } = window.frameElement!.getBoundingClientRect();
		return { x: left + 1, y: top + 1 };
	});
	await drag(page, await endsOf(frame.locator(".cm-line", { hasText: words }).first(), words), origin);
}

it("does the main job in a pop-out, and closes what was open over a pane that moves there", async () => {
	const friend = await puppet();
	const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
	const { page } = stage;
	await answered(stage, friend, second, "It is clear.");
	await select(stage, "small");
	await run(stage, "other-words");
	const call = await friend.next();
	call.say(rows("The little cat sleeps on the mat."));
	call.end();
	await page.getByRole("button", { name: "More", exact: true }).waitFor();
	await own(stage, "workspace:move-to-new-window");
	await page.locator(".expert-friend-words").waitFor({ state: "detached" });
	const there = other(stage);

	// The chip, the menu and the list stand in the pane's window; presses inside of them are not presses elsewhere.
	await dragOver(page, there, "mat");
	await there.locator(".expert-friend-chip").click();
	await there.locator(".expert-friend-menu .expert-friend-foot").click();
	await there.getByRole("menuitem", { name: "Other words" }).click();
	const again = await friend.next();
	again.say(rows("The small cat sleeps on the rug."));
	again.end();
	const list = there.locator(".expert-friend-words");
	await list.getByRole("option").first().waitFor();
	await list.locator(".expert-friend-words-head").click();
	await list.getByRole("textbox").or(list.getByRole("combobox")).click();
	await list.getByRole("option").first().click();
	await expect.poll(() => stage.readNote("A.md")).toContain("The small cat sleeps on the rug.\n\n> [!ai]- ");

	// The icon beside the passage answers to the pointer; the passage is shown where its note is.
	const passage = there.locator(".expert-friend-passage.is-first");
	const box = (await passage.boundingBox())!;
	await page.mouse.click(box.x + box.width + 24, box.y + 12);
	await expect.poll(() => cards(stage).first().getAttribute("class")).toContain("is-focused");
	await press(cards(stage), en.margin.goTo(`“${second}”`));
	await expect.poll(() => page.evaluate(() => window.app.workspace.activeEditor?.editor.getSelection())).toBe(second);
	await expect.poll(() => page.locator(".stand-in-window").count()).toBe(1);
	await press(cards(stage), en.margin.keep);
	await expect.poll(() => stage.readNote("A.md")).toContain(`${second}\n\n> [!ai]- `);
	await expect.poll(() => stage.errors).toEqual([]);
});

it("works in the margin, the other pages and the settings in windows of their own", async () => {
	const friend = await puppet();
	const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
	const { page } = stage;
	await answered(stage, friend, second, "It is clear.");
	await answered(stage, friend, sentence, "It is short.");
	await page.evaluate(() => {
		const { workspace } = window.app;
		workspace.moveLeafToPopout(workspace.getLeavesOfType("expert-friend-margin")[0]!);
	});
	const there = other(stage);
	const card = there.locator("article.expert-friend-card");
	await card.first().click({ position: { x: 4, y: 4 } });
	await expect.poll(() => card.first().getAttribute("class")).toContain("is-focused");
	await page.keyboard.press("ArrowDown");
	await expect.poll(() => card.nth(1).getAttribute("class")).toContain("is-focused");
	// In a field, arrows are the field's.
	await card.nth(1).getByRole("button", { name: en.margin.further, exact: true }).press("Enter");
	await page.keyboard.type("Why?");
	await page.keyboard.press("ArrowUp");
	await page.keyboard.press("Enter");
	const call = await friend.next();
	call.say("Because.");
	call.end();
	await there.getByText("Because.", { exact: true }).waitFor();
	await page.evaluate(() => window.app.workspace.getLeavesOfType("expert-friend-margin")[0]!.detach());
	await page.locator(".stand-in-window").waitFor({ state: "detached" });

	// The page that sets up a friend: a button inside a choice chooses it, arrows move among the choices.
	await run(stage, "set-up");
	await own(stage, "workspace:move-to-new-window");
	const choices = there.getByRole("radio");
	await choices.nth(1).waitFor();
	await choices.first().focus();
	await page.keyboard.press("ArrowDown");
	await expect.poll(() => choices.nth(1).getAttribute("aria-checked")).toBe("true");
	await own(stage, "workspace:close");
	await page.locator(".stand-in-window").waitFor({ state: "detached" });

	// Settings, with the list of models over them.
	await page.evaluate(() => {
		window.app.vault.setConfig("settingsWindow", true);
		window.app.setting.openTabById("expert-friend");
	});
	await there.locator(".setting-item").first().waitFor();
	await there.locator(".setting-item button", { hasText: "Choose" }).first().click();
	await there.locator(".expert-friend-picker, .prompt").first().waitFor();
	await page.keyboard.press("Escape");
	await page.keyboard.press("Escape");
	await page.locator(".stand-in-window").waitFor({ state: "detached" });
	await expect.poll(() => stage.errors).toEqual([]);
});

it("shows the prompts in a pop-out, where the app's keys reach neither field nor note; Esc folds them", async () => {
	const stage = await stageOf({ vault: { "A.md": note, "Expert friend/Style.md": "Be brief.\n" }, open: "A.md" });
	const { page } = stage;
	await select(stage, "small");
	await own(stage, "workspace:move-to-new-window");
	const there = other(stage);
	const bar = there.locator(".expert-friend-zone-bar");
	await bar.click();
	const style = there.getByRole("textbox", { name: en.zone.stylePrompt });
	await expect.poll(() => style.inputValue()).toBe("Be brief.");
	for (const field of [style, there.getByRole("textbox", { name: en.zone.objectivePrompt })]) {
		await field.click();
		await page.keyboard.press("ControlOrMeta+b");
		await page.keyboard.press("ControlOrMeta+i");
	}
	await style.press("ControlOrMeta+End");
	await page.keyboard.type(" No morals.");
	await expect.poll(() => stage.readNote("Expert friend/Style.md")).toBe("Be brief. No morals.\n");
	await page.keyboard.press("Escape");
	await expect.poll(() => bar.getAttribute("aria-expanded")).toBe("false");
	await expect
		.poll(() => there.locator(".cm-content").evaluate((dom) => dom === dom.ownerDocument.activeElement))
		.toBe(true);
	expect(await stage.readNote("A.md")).toBe(note);
	expect(stage.errors).toEqual([]);
});
