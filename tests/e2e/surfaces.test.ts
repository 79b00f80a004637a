import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { fr } from "../../src/core/i18n/fr";
import { en } from "../../src/core/i18n/en";
import { everyNth, sampleSize } from "../sampling";
import { enlarge } from "../demo/looks.mjs";
import { answered, cards, isItClear } from "./asking";
import { hasCommand, puppet, rows, run, select, stageOf } from "./at-work";
import { misplaced } from "./layout";

const note = "A first line.\n\nThe old tree by the wall bears fruit.\n\nA last line.\n";
const tree = (word: string): string => `The old ${word} by the wall bears fruit.`;

/** Names and prices as wide as real endpoints have them. */
const wide: Readonly<Record<string, string>> = {
	"cognitivecomputations/dolphin-mistral-24b-venice-edition:free":
		"Venice: Uncensored Dolphin Mistral 24B Venice Edition (free)",
	"nvidia/llama-3.1-nemotron-ultra-253b-v1": "NVIDIA Llama 3.1 Nemotron Ultra 253B v1 (reasoning, preview)",
	"mistralai/mistral-medium-3.1": "Mistral: Mistral Medium 3.1 (August 2025)",
	"anthropic/claude-sonnet-4": "Anthropic: Claude Sonnet 4",
	"nvidia/llama-3.1-nemotron-ultra-253b-v1:free": "NVIDIA: Llama 3.1 Nemotron Ultra 253B v1 (free, preview)",
};

/** Prices of these, dollars per token: one of the lowest that are asked for, one that nobody tells. */
const priceOf = (id: string): object | undefined =>
	id.endsWith(":free")
		? undefined
		: id.startsWith("mistralai")
			? { prompt: "0.000000015", completion: "0.000000015" }
			: { prompt: "0.0000123", completion: "0.0000987" };

/** Waits until the lists of models are known. */
const listed = (page: Page): Promise<void> =>
	expect.poll(() => page.evaluate(() => window.app.loadLocalStorage("expert-friend-model-lists") !== null)).toBe(true);

/**
 * What of the open surface scrolls sideways, is cut, stands outside of the pane or before the selected words; nothing
 * when all is well.
 */
const amiss = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const surface = document.querySelector<HTMLElement>(".expert-friend-popover")!;
		const pane = document.querySelector(".cm-editor")!.closest(".view-content")!.getBoundingClientRect();
		const floor = Math.min(pane.bottom, window.innerHeight) + 30;
		const found: string[] = [];
		const { cm } = window.app.workspace.activeEditor!.editor as unknown as {
			readonly cm: {
				readonly state: { readonly selection: { readonly main: { readonly from: number } } };
				coordsAtPos(at: number, side: number): { readonly top: number; readonly bottom: number } | null;
			};
		};
		const words = cm.coordsAtPos(cm.state.selection.main.from, 1);
		const own = surface.getBoundingClientRect();
		if (
			words === null ||
			words.top < pane.top - 1 ||
			words.bottom > floor ||
			(words.bottom > own.top + 1 && words.top < own.bottom - 1)
		)
			found.push(`the words can't be seen: ${words?.top} to ${words?.bottom} beside ${own.top} to ${own.bottom}`);
		const name = (element: Element): string => `${element.className || element.tagName} “${element.textContent}”`;
		for (const element of [surface, ...surface.querySelectorAll<HTMLElement>("*")]) {
			if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
			if (element.closest(".expert-friend-told, svg") !== null) continue;
			const { left, right, top, bottom, width } = element.getBoundingClientRect();
			const style = getComputedStyle(element);
			if (width === 0) continue;
			if (left < pane.left - 1 || right > pane.right + 1) found.push(`outside sideways: ${name(element)}`);
			const scrolls =
				surface.scrollHeight > surface.clientHeight + 1 && element !== surface
					? surface
					: element.parentElement?.closest(".expert-friend-options, [role=menu], .expert-friend-outcome");
			if (scrolls == null && (top < pane.top - 1 || bottom > floor))
				found.push(`outside: ${name(element)} ${top} ${bottom}`);
			if (style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1 && element.tagName !== "INPUT")
				found.push(`wider than its place: ${name(element)}`);
			if (element.offsetHeight - element.clientHeight > 6 && ["auto", "scroll"].includes(style.overflowX))
				found.push(`a horizontal scrollbar: ${name(element)}`);
			if (style.textOverflow === "ellipsis" && element.scrollWidth > element.clientWidth)
				found.push(`cut: ${name(element)}`);
		}
		return found;
	});

describe("nothing is paid for by accident", () => {
	it("a resting pointer chooses nothing, digits wait for their rows, and a double click does one thing", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, alone: true });
		const { page } = stage;
		await page.clock.install();
		await stage.reload();
		await listed(page);
		// The pointer rests where the third entry will be.
		await select(stage, "tree");
		await run(stage, "consult");
		const menu = page.locator(".expert-friend-menu");
		const spot = (await page.getByRole("menuitem").nth(2).boundingBox())!;
		await page.keyboard.press("Escape");
		await menu.waitFor({ state: "detached" });
		await page.mouse.move(spot.x + 60, spot.y + 10);
		await run(stage, "consult");
		await menu.waitFor();
		// What the browser tells of a pointer that something came under comes with the next frames.
		for (let frame = 0; frame < 10; frame++)
			await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
		await expect.poll(() => menu.locator(".is-selected").innerText()).toContain("Other words");
		await page.mouse.move(spot.x + 64, spot.y + 12);
		await expect.poll(() => menu.locator(".is-selected").innerText()).not.toContain("Other words");
		await page.keyboard.press("1");
		const call = await friend.next();
		const list = page.locator(".expert-friend-words");
		// A row that is asked for and not there yet is waited for.
		call.say(rows(tree("oak"), tree("elm"), tree("ash")));
		await page.getByRole("option").nth(2).waitFor();
		await page.keyboard.press("5");
		await page.keyboard.press("Enter");
		await expect.poll(() => list.getByRole("combobox").inputValue()).toBe("");
		call.say(rows(tree("fir"), tree("yew")));
		await expect.poll(() => list.locator("[aria-selected=true]").innerText()).toContain("yew");
		call.end();
		for (const [index, name] of [en.words.loosen, en.words.more].entries()) {
			await list.getByRole("button", { name, exact: true }).dblclick();
			const asked = await friend.next();
			asked.say(rows(tree(`pear${index}`)));
			await list.getByText(`pear${index}`).waitFor();
			expect(friend.calls).toHaveLength(index + 2);
			expect(asked.aborted).toBe(false);
			asked.end();
			await list.getByRole("button", { name: en.words.more, exact: true }).waitFor();
		}
		expect(friend.calls).toHaveLength(3);
		// *More* turns into *Cancel* under the pointer, which answers only after a moment.
		await page.keyboard.press("Escape");
		await select(stage, "wall");
		await run(stage, "other-words");
		const fresh = await friend.next();
		fresh.say(rows("The old tree by the gate bears fruit."));
		fresh.end();
		await list.getByRole("button", { name: en.words.more, exact: true }).waitFor();
		const more = (await list.getByRole("button", { name: en.words.more, exact: true }).boundingBox())!;
		const press = (): Promise<void> => page.mouse.click(more.x + more.width / 2, more.y + more.height / 2);
		await page.clock.pauseAt(Date.now() + 600_000);
		await press();
		const last = await friend.next();
		await list.getByRole("button", { name: en.words.cancel, exact: true }).waitFor();
		await press();
		await page.clock.runFor(399);
		await press();
		await expect.poll(() => page.getByRole("button", { name: en.words.cancel, exact: true }).isVisible()).toBe(true);
		expect(last.aborted).toBe(false);
		await page.clock.runFor(2);
		await press();
		await page.clock.resume();
		await expect.poll(() => last.aborted).toBe(true);
		expect(stage.errors).toEqual([]);
	});

	it("one surface is open at a time, and Esc closes it wherever the keys are", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const { page } = stage;
		const surfaces = page.locator(".expert-friend-popover");
		await select(stage, "tree");
		await run(stage, "consult");
		await page.locator(".expert-friend-menu").waitFor();
		await run(stage, "other-words");
		const call = await friend.next();
		call.say(rows(tree("oak")));
		call.end();
		await page.getByRole("option").waitFor();
		await expect.poll(() => surfaces.count()).toBe(1);
		// The keys are in the note: its editor was given them by another plugin, say.
		await page.evaluate(() => window.app.workspace.activeEditor!.editor.focus());
		await page.keyboard.press("Escape");
		await expect.poll(() => surfaces.count()).toBe(0);
		await run(stage, "consult");
		await page.locator(".expert-friend-menu").waitFor();
		await page.evaluate(() => window.app.workspace.activeEditor!.editor.focus());
		await page.keyboard.press("Escape");
		await expect.poll(() => surfaces.count()).toBe(0);
		await expect.poll(() => stage.editorText()).toBe(note);
	});
});

describe("surfaces stay within the pane", () => {
	// French is the longer one; all that is small or large alone stands between them.
	const sizes = [
		{ lang: "en", width: 1280, height: 800, zoom: 1 },
		{ lang: "fr", width: 1280, height: 800, zoom: 1 },
		{ lang: "fr", width: 640, height: 400, zoom: 1 },
		{ lang: "en", width: 640, height: 400, zoom: 1 },
		{ lang: "fr", width: 640, height: 400, zoom: 2 },
		{ lang: "fr", width: 1280, height: 800, zoom: 2 },
	];

	it.each(everyNth(sizes, 2))("$lang, $width by $height, text times $zoom", async ({ lang, width, height, zoom }) => {
		const strings = lang === "fr" ? fr : en;
		const friend = await puppet(Object.keys(wide), priceOf, (id) => wide[id]!);
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, lang, width, height });
		const { page } = stage;
		await listed(page);
		if (zoom !== 1) await enlarge(page, zoom);
		await select(stage, "tree");
		await run(stage, "consult");
		await page.locator(".expert-friend-menu").waitFor();
		await expect.poll(() => amiss(page)).toEqual([]);
		await page.keyboard.press("1");
		const list = page.locator(".expert-friend-words");
		for (let asked = 0; asked < 2; asked++) {
			if (asked > 0) {
				await list.getByRole("button", { name: new RegExp(`^${strings.words.otherModels}`) }).press("Enter");
				await page.keyboard.press("ArrowDown");
				await page.keyboard.press("Enter");
			}
			const call = await friend.next();
			call.say(rows(...["oak", "elm", "ash", "fir", "yew"].map((word) => tree(`${word}${asked}`))));
			await page.getByRole("option").nth(4).waitFor({ state: "attached" });
			await expect.poll(() => amiss(page)).toEqual([]);
			call.end({ cost: null });
			await list.getByRole("button", { name: strings.words.more, exact: true }).waitFor();
			await expect.poll(() => amiss(page)).toEqual([]);
		}
		await expect
			.poll(() => list.locator(".expert-friend-words-who").innerText())
			.toBe(Object.values(wide).slice(0, 2).join(", "));
		for (const name of [strings.words.adopt, strings.words.keepMine])
			await expect
				.poll(async () => {
					const box = await list.getByRole("button", { name, exact: true }).boundingBox();
					return box !== null && box.y >= 0 && box.y + box.height <= height;
				})
				.toBe(true);
		expect(stage.errors).toEqual([]);
	});
});

describe("the widest names and the lowest prices", () => {
	it("stand whole in the zone, the picker, a card and a comparison, in a narrow pane", async () => {
		const friend = await puppet(Object.keys(wide), priceOf, (id) => wide[id]!);
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, lang: "fr", width: 640, height: 400 });
		const { page } = stage;
		await listed(page);
		const isWhole = (): Promise<void> => expect.poll(() => misplaced(page)).toEqual([]);
		await select(stage, "tree");
		await run(stage, "prompts");
		await page.locator(".expert-friend-zone-parts").waitFor();
		await isWhole();
		await page.keyboard.press("Escape");
		await run(stage, "consult");
		await page.locator(".expert-friend-foot button.is-main").click();
		await page.locator(".prompt .suggestion-item").nth(3).waitFor();
		await isWhole();
		await page.keyboard.press("Escape");
		await page.locator(".prompt").waitFor({ state: "detached" });
		const name = Object.values(wide)[0]!;
		await answered(stage, friend, "tree", "C’est clair.", isItClear.fr, { cost: 0.000000015 });
		await expect.poll(() => cards(stage).innerText()).toContain(name);
		await isWhole();
		await page.evaluate(() => window.app.workspace.rightSplit.collapse());
		await run(stage, "compare");
		const modal = page.locator(".modal");
		await modal.locator(".expert-friend-compare-models input").first().waitFor();
		await isWhole();
		await modal.getByRole("checkbox", { name: fr.compare.blind }).uncheck();
		const asked = friend.calls.length;
		await modal.locator(".expert-friend-primary").click();
		await expect.poll(() => friend.calls.length).toBe(asked + 3);
		for (let n = 3; n > 0; n--) {
			const call = await friend.next();
			call.say(`Réponse ${n}.`);
			call.end({ cost: 0.000000015 });
		}
		await page.locator(".expert-friend-column [data-key=prefer]").first().waitFor({ state: "attached" });
		await isWhole();
		expect(stage.errors).toEqual([]);
	});
});

/** Event listeners of the page, after what can go is gone. */
async function listenersOf(page: Page): Promise<() => Promise<number>> {
	const devTools = await page.context().newCDPSession(page);
	await devTools.send("Performance.enable");
	return async () => {
		await devTools.send("HeapProfiler.collectGarbage");
		const { metrics } = await devTools.send("Performance.getMetrics");
		return metrics.find(({ name }) => name === "JSEventListeners")!.value;
	};
}

describe("what was closed", () => {
	it("leaves the passage in sight where a low window puts it at the bottom, a table's cell too", async () => {
		const friend = await puppet();
		const table = "| Who | What |\n| --- | --- |\n| The small dog barks. | here |\n";
		const text = `Before.\n\nBetween.\n\n${table}\nThe small cat sleeps.\n${"\nMore.\n".repeat(30)}`;
		const stage = await stageOf({ vault: { "A.md": text }, endpoint: friend.url, width: 640, height: 400 });
		const { page } = stage;
		const proposed = async (sentence: string): Promise<void> => {
			await run(stage, "other-words");
			const call = await friend.next();
			call.say(rows(sentence));
			call.end();
			await page.locator(".cm-editor .expert-friend-picked").first().waitFor();
			await expect
				.poll(() =>
					page.evaluate(() => {
						const words = document.querySelector(".cm-editor .expert-friend-picked")!.getBoundingClientRect();
						const list = document.querySelector(".expert-friend-words.is-docked")?.getBoundingClientRect();
						return list !== undefined && words.bottom <= list.top;
					}),
				)
				.toBe(true);
			await page.keyboard.press("Escape");
			await page.locator(".expert-friend-words").waitFor({ state: "detached" });
			await page.evaluate(() => document.querySelector(".cm-scroller")!.scrollTo(0, 0));
		};
		await select(stage, "small", "small cat");
		await proposed("The little cat sleeps.");
		await page.locator("td", { hasText: "dog" }).click();
		await page.evaluate(() => {
			const cell = window.app.workspace.activeEditor!.editor.cm;
			cell.dispatch({ selection: { anchor: 4, head: 9 } });
		});
		await proposed("The little dog barks.");
		expect(stage.errors).toEqual([]);
	});

	it("leaves nothing of itself in the page", async () => {
		const friend = await puppet();
		const words = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima".split(" ");
		const sentences = words.map((word) => `The ${word} stands here.`);
		const stage = await stageOf({ vault: { "A.md": `${sentences.join("\n\n")}\n` }, endpoint: friend.url });
		const listeners = await listenersOf(stage.page);
		const openAndClose = async (word: string): Promise<void> => {
			await select(stage, word);
			await run(stage, "consult");
			await stage.page.getByRole("menu").waitFor();
			await stage.page.keyboard.press("Escape");
			await run(stage, "other-words");
			const call = await friend.next();
			call.say(rows("The lantern stands here."));
			call.end();
			await stage.page.getByRole("button", { name: "More", exact: true }).waitFor();
			await stage.page.keyboard.press("Escape");
			await stage.page.getByRole("listbox").waitFor({ state: "detached" });
		};
		for (const word of words.slice(0, 4)) await openAndClose(word);
		const before = await listeners();
		for (const word of words.slice(4)) await openAndClose(word);
		// One list has some thirty of them.
		await expect.poll(listeners).toBeLessThan(before + 16);
	});

	it("leaves nothing when the plugin is turned off, however often", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const { page } = stage;
		const listeners = await listenersOf(page);
		const turn = (): Promise<unknown> =>
			page.evaluate(async () => {
				const seen = (): unknown => ({
					commands: Object.keys(window.app.commands.commands).filter((id) => id.startsWith("expert-friend")),
					elements: document.querySelectorAll("[class*=expert-friend]").length,
					leaves: window.app.workspace.getLeavesOfType("expert-friend-margin").length,
				});
				await window.app.plugins.disablePlugin("expert-friend");
				const gone = seen();
				await window.app.plugins.enablePlugin("expert-friend");
				return gone;
			});
		// Until then it reads its notes.
		await hasCommand(stage, "objective-second-pass");
		const nothing = { commands: [], elements: 0, leaves: 0 };
		for (let n = 0; n < 3; n++) expect(await turn()).toEqual(nothing);
		const before = await listeners();
		for (let n = 0; n < sampleSize(12, 17); n++) expect(await turn()).toEqual(nothing);
		// The plugin has more than a hundred.
		await expect.poll(listeners).toBeLessThan(before + 50);
		expect(stage.errors).toEqual([]);
	});
});
