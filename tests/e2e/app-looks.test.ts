import { expect, it } from "vitest";
import { answered } from "./asking";
import { puppet, stageOf } from "./at-work";

const quoted = "A quotation stands here, word for word.";

it("draws its bar beside a quotation's own, and hears of and reads no file before the layout is ready", async () => {
	const friend = await puppet();
	const stage = await stageOf({ vault: { "A.md": `Before it.\n\n> ${quoted}\n\nAfter it.\n` }, endpoint: friend.url });
	const { page } = stage;
	expect(await page.evaluate(() => [window.host.createdAtStart, window.host.readAtStart])).toEqual([0, 0]);
	await answered(stage, friend, quoted, "Whose words are these?");
	const line = page.locator(".cm-line.expert-friend-passage");
	await line.waitFor();
	// The app's bar is there, where it was; ours is beyond the line's edge.
	const drawn = await line.evaluate((element) => {
		const own = getComputedStyle(element, "::before");
		const { boxShadow } = getComputedStyle(element);
		return {
			width: own.borderInlineStartWidth,
			start: own.insetInlineStart,
			background: own.backgroundColor,
			boxShadow,
		};
	});
	expect(drawn).toMatchObject({ width: "2px", start: "0px", background: "rgba(0, 0, 0, 0)" });
	expect(drawn.boxShadow).toContain("-16px 0px");
	await expect.poll(() => stage.errors).toEqual([]);
});
