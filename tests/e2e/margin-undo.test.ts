import { expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { ask, cards, press } from "./asking";
import { puppet, stageOf } from "./at-work";

it("a dismissed answer can be had back where it stood, and nothing lies over the others", async () => {
	const friend = await puppet();
	const stage = await stageOf({
		vault: { "A.md": "The first line.\n\nThe second line.\n\nThe third line.\n" },
		endpoint: friend.url,
	});
	for (const [sentence, answer] of [
		["The first line.", "One."],
		["The second line.", "Two."],
		["The third line.", "Three."],
	] as const) {
		await ask(stage, sentence);
		const call = await friend.next();
		call.say(answer);
		call.end();
		await cards(stage).getByText(answer, { exact: true }).waitFor();
	}
	const margin = stage.page.locator(".expert-friend-margin");
	const order = (): Promise<string[]> =>
		margin.locator("article .expert-friend-card-body, .expert-friend-undo span").allInnerTexts();
	await expect.poll(order).toEqual(["One.", "Two.", "Three."]);
	for (const [index, expected] of [
		[1, ["One.", en.margin.dismissed, "Three."]],
		[0, [en.margin.dismissed, "Two.", "Three."]],
		[2, ["One.", "Two.", en.margin.dismissed]],
	] as const) {
		// With the keys: they come to the way back, and then to the answer again.
		await cards(stage).nth(index).focus();
		await stage.page.keyboard.press("Delete");
		await expect.poll(order).toEqual(expected);
		await expect.poll(() => stage.page.locator(".notice").count()).toBe(0);
		await stage.page.keyboard.press("Enter");
		await expect.poll(order).toEqual(["One.", "Two.", "Three."]);
		await expect
			.poll(() =>
				cards(stage)
					.nth(index)
					.evaluate((element) => element === document.activeElement),
			)
			.toBe(true);
	}
	// Only the last one is offered, and it goes on standing while answers come.
	await press(cards(stage).nth(0), en.margin.dismiss);
	await press(cards(stage).nth(0), en.margin.dismiss);
	await expect.poll(order).toEqual([en.margin.dismissed, "Three."]);
	await ask(stage, "The first line.");
	const call = await friend.next();
	call.say("Again.");
	call.end();
	await expect.poll(order).toEqual([en.margin.dismissed, "Again.", "Three."]);
	await margin.getByRole("button", { name: en.margin.undoDismiss }).click();
	await expect.poll(order).toEqual(["Again.", "Two.", "Three."]);
});
