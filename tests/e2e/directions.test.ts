import { describe, expect, it } from "vitest";
import { ask, cards } from "./asking";
import { puppet, rows, run, select, stageOf } from "./at-work";

const sentence = "החתול המהיר ישן על הקיר.";
const note = `שורה ראשונה.\n\n${sentence}\n\nשורה אחרונה.\n`;

describe("in a window that runs from right to left", () => {
	it("surfaces begin at the right of their words, bars stand at the right and markers at the left", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, alone: true });
		const { page } = stage;
		await page.addInitScript(() =>
			window.addEventListener("DOMContentLoaded", () => (document.documentElement.dir = "rtl")),
		);
		await stage.reload();
		await expect.poll(() => page.evaluate(() => window.app.workspace.activeEditor?.editor?.cm.textDirection)).toBe(1);
		await select(stage, "המהיר");
		await run(stage, "consult");
		const menu = page.locator(".expert-friend-menu");
		await menu.waitFor();
		const word = await page.evaluate((wanted) => {
			const { cm } = window.app.workspace.activeEditor!.editor;
			const box = cm.coordsAtPos(cm.state.doc.toString().indexOf(wanted), 1)!;
			return { x: box.left, bottom: box.bottom };
		}, "המהיר");
		const at = (await menu.boundingBox())!;
		expect(at.x + at.width).toBeCloseTo(word.x + 12, -1);
		expect(at.y).toBeGreaterThanOrEqual(word.bottom);
		await page.keyboard.press("1");
		const call = await friend.next();
		call.say(rows("החתול הזריז ישן על הקיר."));
		call.end();
		await page.getByRole("option").waitFor();
		const list = (await page.locator(".expert-friend-words").boundingBox())!;
		expect(list.x).toBeGreaterThanOrEqual(0);
		expect(list.x + list.width).toBeLessThanOrEqual(1280);
		await page.keyboard.press("Escape");

		await ask(stage, sentence);
		const asked = await friend.next();
		asked.say("ברור.");
		asked.end();
		await cards(stage).getByText("ברור.").waitFor();
		const line = page.locator(".expert-friend-passage.is-first.is-waiting");
		await expect.poll(() => line.evaluate((element) => getComputedStyle(element, "::after").left)).toBe("-32px");
		await expect.poll(() => line.evaluate((element) => getComputedStyle(element, "::before").right)).toBe("-16px");
		// The answer reads in its own direction.
		await expect
			.poll(() =>
				cards(stage)
					.locator(".expert-friend-card-body p")
					.evaluate((element) => getComputedStyle(element).unicodeBidi),
			)
			.toBe("plaintext");
		expect(stage.errors).toEqual([]);
	});
});

describe("in a low window, as when zoomed in", () => {
	it("the sentence stays in sight and the keys reach every entry", async () => {
		const friend = await puppet();
		const stage = await stageOf({
			vault: { "A.md": "A first line.\n\nThe old tree by the wall bears fruit.\n\nA last line.\n" },
			endpoint: friend.url,
			width: 640,
			height: 400,
		});
		const { page } = stage;
		const inSight = (): Promise<boolean> =>
			page.evaluate(() => {
				const { cm } = window.app.workspace.activeEditor!.editor;
				const box = cm.coordsAtPos(cm.state.doc.toString().indexOf("The old") + 2)!;
				return document.elementFromPoint(box.left, (box.top + box.bottom) / 2)?.closest(".cm-content") !== null;
			});
		await select(stage, "tree");
		await run(stage, "consult");
		const menu = page.locator(".expert-friend-menu");
		await menu.waitFor();
		await expect.poll(inSight).toBe(true);
		const box = (await menu.boundingBox())!;
		expect(box.y).toBeGreaterThanOrEqual(0);
		expect(box.y + box.height).toBeLessThanOrEqual(400);
		await page.keyboard.press("End");
		const last = await page
			.getByRole("menuitem")
			.last()
			.evaluate((element) => {
				const { x, y, width, height } = element.getBoundingClientRect();
				return document.elementFromPoint(x + width / 2, y + height / 2)?.closest("[role=menuitem]") === element;
			});
		expect(last).toBe(true);
		await page.keyboard.press("Escape");
		await run(stage, "other-words");
		const call = await friend.next();
		call.say(rows(..."oak ash elm fir yew".split(" ").map((tree) => `The old ${tree} by the wall bears fruit.`)));
		call.end();
		await page.getByRole("option").nth(4).waitFor({ state: "attached" });
		await expect.poll(inSight).toBe(true);
		await page.keyboard.press("End");
		const shown = await page
			.getByRole("option")
			.nth(4)
			.evaluate((element) => {
				const { x, y, width, height } = element.getBoundingClientRect();
				return document.elementFromPoint(x + width / 2, y + height / 2)?.closest("[role=option]") === element;
			});
		expect(shown).toBe(true);
	});
});
