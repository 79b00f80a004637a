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

	it("the back key closes what is open over the note, one at a time, and leaves the note", async () => {
		const friend = await puppet();
		const stage = await stageOf({
			vault: { "A.md": `${sentence}\n`, "B.md": `${sentence}\n` },
			endpoint: friend.url,
			mobile: true,
			alone: true,
			open: "B.md",
		});
		const { page } = stage;
		const back = (): Promise<void> => page.evaluate(() => window.host.back());
		const where = (): Promise<string> =>
			page.evaluate(() => {
				const { workspace } = window.app;
				return `${workspace.getActiveFile()?.path} ${workspace.rightSplit.collapsed ? "alone" : "beside the margin"}`;
			});
		await page.evaluate(() => window.app.workspace.openLinkText("A", ""));
		const open = page.locator("body > :is(.expert-friend-popover, .modal-container, .menu)");
		const closesByBack = async (): Promise<void> => {
			await expect.poll(() => open.count()).toBe(1);
			await back();
			await expect.poll(() => open.count()).toBe(0);
			expect(await where()).toBe("A.md alone");
		};
		const list = async (word: string, other: string): Promise<void> => {
			await select(stage, word);
			await run(stage, "other-words");
			const call = await friend.next();
			call.say(rows(sentence.replace(word, other)));
			call.end();
			await page.getByRole("option", { name: other }).waitFor();
		};
		await list("small", "young");
		await closesByBack();
		expect(await stage.editorText()).toBe(`${sentence}\n`);
		for (const command of ["consult", "objective-overview", "ask", "prompts", "compare"]) {
			await select(stage, "small");
			await run(stage, command);
			await closesByBack();
		}
		// A menu of the app over the list, and a dialog over a surface: the one on top goes first.
		await list("mat", "rug");
		await page.evaluate(() => window.app.commands.executeCommandById("expert-friend:status"));
		await expect.poll(() => open.count()).toBe(2);
		await back();
		await expect.poll(() => page.locator("body > .menu").count()).toBe(0);
		await closesByBack();
		// What was closed in another way is not there to be closed again.
		await list("cat", "kitten");
		await page.keyboard.press("Enter");
		await expect.poll(() => stage.editorText()).toContain("> [!ai]");
		await expect.poll(() => open.count()).toBe(0);
		await page.evaluate(() => {
			const { editor } = window.app.workspace.activeEditor!;
			editor.setCursor(editor.offsetToPos(editor.getValue().indexOf("kitten") + 1));
		});
		await run(stage, "adopted-words");
		await closesByBack();
		// With nothing of ours open it is the app's.
		await page.evaluate(() => window.app.workspace.rightSplit.expand());
		for (const then of ["A.md alone", "B.md alone"]) {
			await back();
			await expect.poll(where).toBe(then);
		}
		expect(await page.locator("body > .suggestion-container").count()).toBe(0);
		expect(stage.errors).toEqual([]);
	});
});
