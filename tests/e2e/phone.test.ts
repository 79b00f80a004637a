import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { puppet, rows, run, select, stageOf } from "./at-work";
import type { Stage } from "./stage";

/**
 * Takes from the page what browsers of 2023 lack, as phones may still have them, and what phones never have.
 */
async function withoutWhatPhonesLack(stage: Stage): Promise<void> {
	await stage.page.addInitScript(() => {
		const lacking: readonly (readonly [object, readonly string[]])[] = [
			[window, ["requestIdleCallback", "cancelIdleCallback", "process", "Buffer", "showOpenFilePicker", "EyeDropper"]],
			[Array.prototype, ["toSorted", "toReversed", "toSpliced", "with"]],
			[Array, ["fromAsync"]],
			[Object, ["groupBy"]],
			[Map, ["groupBy"]],
			[Promise, ["withResolvers", "try"]],
			[Set.prototype, ["union", "intersection", "difference", "isSubsetOf", "isSupersetOf"]],
			[String.prototype, ["isWellFormed", "toWellFormed"]],
			[URL, ["canParse", "parse"]],
			[AbortSignal, ["any"]],
			[Element.prototype, ["checkVisibility"]],
			[Intl, ["Segmenter", "DurationFormat"]],
			[ReadableStream.prototype, ["values"]],
			[ReadableStream.prototype, [Symbol.asyncIterator as unknown as string]],
			[RegExp, ["escape"]],
			[
				Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object,
				["map", "filter", "take", "drop", "flatMap", "reduce", "toArray", "some", "every", "find"],
			],
		];
		for (const [owner, names] of lacking) for (const name of names) Reflect.deleteProperty(owner, name);
	});
	await stage.reload();
}

const sentence = "The small cat sleeps on the mat.";

/** Selects words as a long press and its handles do: the page's own selection changes, and no pointer was there. */
async function touch(stage: Stage, words: string): Promise<void> {
	await stage.page.locator(".cm-content").focus();
	await stage.page.locator(".cm-line", { hasText: words }).evaluate((line, wanted) => {
		const walker = document.createTreeWalker(line, 4);
		for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
			const at = (text.textContent ?? "").indexOf(wanted);
			if (at >= 0) return document.getSelection()!.setBaseAndExtent(text, at, text, at + wanted.length);
		}
		throw new Error(`No “${wanted}”.`);
	}, words);
	await expect
		.poll(() => stage.page.evaluate(() => window.app.workspace.activeEditor!.editor.getSelection()))
		.toBe(words);
}

describe("on a phone", () => {
	it("words are previewed by a tap and adopted by the next, with nothing that phones lack", async () => {
		const friend = await puppet();
		const stage = await stageOf({
			vault: { "A.md": `${sentence}\n` },
			endpoint: friend.url,
			mobile: true,
			alone: true,
		});
		await withoutWhatPhonesLack(stage);
		const { page } = stage;
		await select(stage, "small");
		await run(stage, "other-words");
		const call = await friend.next();
		call.say(rows("The little cat sleeps on the mat.", "The young cat sleeps on the mat."));
		call.end();
		const row = page.getByRole("option", { name: /young/ });
		await row.waitFor();
		await row.tap();
		await expect.poll(() => page.locator(".cm-content").innerText()).toContain("young");
		expect(await stage.editorText()).toBe(`${sentence}\n`);
		await page.getByRole("button", { name: en.words.adopt, exact: true }).tap();
		await expect.poll(() => stage.editorText()).toMatch(/^The young cat sleeps on the mat\.\n\n> \[!ai\]/);

		// An answer in the margin.
		await select(stage, "mat");
		await run(stage, "objective-is-it-clear");
		const question = await friend.next();
		question.say("It is clear.");
		question.end();
		await page.locator("article.expert-friend-card", { hasText: "It is clear." }).waitFor();

		// The prompts, as a page.
		await run(stage, "prompts");
		await page
			.locator(".expert-friend-zone-modal")
			.getByRole("textbox", { name: en.zone.stylePrompt })
			.fill("Be brief.");
		await expect.poll(() => stage.readNote("Expert friend/Style.md")).toBe("Be brief.\n");
		expect(stage.errors.filter((error) => !/net::ERR_/.test(error))).toEqual([]);
	});

	it("the sheet stands above the keyboard, with the last button in sight", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": `${sentence}\n` }, endpoint: friend.url, mobile: true });
		const { page } = stage;
		await touch(stage, "small");
		await run(stage, "other-words");
		const call = await friend.next();
		call.say(rows("The little cat sleeps on the mat."));
		call.end();
		const adopt = page.getByRole("button", { name: en.words.adopt, exact: true });
		await adopt.waitFor();
		// Selected by touch: where the finger was, no chip comes, and the toolbar's command is there.
		expect(await page.locator(".expert-friend-chip").count()).toBe(0);
		for (const keyboard of [0, 320]) {
			await page.evaluate((height) => window.host.keyboard(height), keyboard);
			await expect
				.poll(async () => {
					const box = await adopt.boundingBox();
					return box !== null && box.y > 0 && box.y + box.height <= 800 - keyboard;
				})
				.toBe(true);
		}
		// Under the keyboard nothing can be touched.
		await adopt.tap();
		await expect.poll(() => stage.editorText()).toMatch(/^The little cat sleeps on the mat\.\n\n> \[!ai\]/);
	});
});
