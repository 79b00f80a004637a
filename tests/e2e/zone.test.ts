import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { fr } from "../../src/core/i18n/fr";
import { seedsOf, seedText } from "../../src/core/prompts/seeds";
import { filesOf } from "./asking";
import { puppet, run, select, stageOf } from "./at-work";
import type { Stage } from "./stage";

const { zone } = en;
const note = "# A draft\n\nThe small cat sleeps on the mat. It dreams.\n\nAnother line.\n";
const stylePath = "Expert friend/Style.md";
const clearPath = "Expert friend/Objectives/Clear.md";
const styleHead = '---\ncssclasses: [mine]\n# kept as it is\nalias:   "Voice"\n---\n\n';
const vault = {
	"A.md": note,
	[stylePath]: `${styleHead}Be brief.\nNo adverbs.\nKeep my dashes.\n`,
	[clearPath]: "---\nkind: answer\ntitle: Is it clear?\norder: 1\n---\nSay what is unclear.\n",
	"Expert friend/Objectives/Evoke.md": "---\norder: 2\n---\nWhat does it evoke?\n",
};

const panel = (stage: Stage): Locator => stage.page.locator(".cm-panels .expert-friend-zone");
const bar = (stage: Stage): Locator => panel(stage).locator(".expert-friend-zone-bar");
const field = (stage: Stage, name: string): Locator => panel(stage).getByRole("textbox", { name });
const inText = (stage: Stage): Promise<boolean> =>
	stage.page.evaluate(() => document.activeElement?.classList.contains("cm-content") ?? false);

describe("the prompt zone", () => {
	it("is one line above a whole note, opens by command, press and key, folds by Esc, is as it was left", async () => {
		const stage = await stageOf({ vault, open: "A.md" });
		const { page } = stage;
		await expect.poll(() => bar(stage).innerText()).toMatch(/^Style · .+ · .+$/);
		expect(await bar(stage).getAttribute("aria-expanded")).toBe("false");
		expect(await panel(stage).getAttribute("aria-label")).toBe(zone.label);
		// In line with the title, and nothing else takes room.
		const edges = (): Promise<readonly number[]> =>
			page.evaluate(() => {
				const left = (selector: string) => document.querySelector(selector)!.getBoundingClientRect().left;
				const icon = document.querySelector(".expert-friend-zone-bar .svg-icon")!.getBoundingClientRect();
				return [
					icon.left - left(".inline-title"),
					document.querySelector(".cm-panels")!.getBoundingClientRect().height,
				];
			});
		expect((await edges())[0]).toBeCloseTo(0, 0);
		expect((await edges())[1]).toBeLessThanOrEqual(32);

		/** Where the title begins, and where it would if there were no panel. */
		const tops = (): Promise<{ readonly title: number; readonly withoutPanel: number }> =>
			panel(stage).evaluate((dom) => {
				const { top } = document.querySelector(".inline-title")!.getBoundingClientRect();
				return { title: top, withoutPanel: top - dom.getBoundingClientRect().height };
			});
		const before = await tops();
		await select(stage, "small");
		await run(stage, "prompts");
		await expect
			.poll(() => field(stage, zone.stylePrompt).inputValue())
			.toBe("Be brief.\nNo adverbs.\nKeep my dashes.");
		await expect
			.poll(() => field(stage, zone.stylePrompt).evaluate((dom) => dom === document.activeElement))
			.toBe(true);
		// The note moves by the panel's height and nothing else.
		await expect.poll(async () => (await tops()).withoutPanel).toBeCloseTo(before.withoutPanel, 0);
		await page.keyboard.press("Escape");
		await expect.poll(() => field(stage, zone.stylePrompt).count()).toBe(0);
		await expect.poll(() => inText(stage)).toBe(true);
		await expect.poll(async () => (await tops()).title).toBeCloseTo(before.title, 0);
		await page.keyboard.press("Backspace");
		await expect.poll(() => stage.editorText()).toBe(note.replace("small", ""));

		await bar(stage).click();
		await field(stage, zone.stylePrompt).waitFor();
		await stage.reload();
		await field(stage, zone.stylePrompt).waitFor();
		await bar(stage).focus();
		await page.keyboard.press("Enter");
		await expect.poll(() => bar(stage).getAttribute("aria-expanded")).toBe("false");
		expect(stage.errors).toEqual([]);
	});

	it("writes what is typed into the notes, properties untouched, and the next request has it at once", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault, open: "A.md", endpoint: friend.url });
		const { page } = stage;
		await select(stage, "small");
		await run(stage, "prompts");
		const style = field(stage, zone.stylePrompt);
		await expect.poll(() => style.inputValue()).toContain("Be brief.");
		await style.press("Control+End");
		await page.keyboard.type("\nNo morals.");
		// The app's own keys do not reach the note from here.
		await page.keyboard.press("Control+b");
		await expect.poll(() => stage.readNote(stylePath)).toBe(`${vault[stylePath].trimEnd()}\nNo morals.\n`);
		expect(await stage.editorText()).toBe(note);

		await panel(stage).getByRole("combobox", { name: zone.objective }).selectOption("Is it clear?");
		await expect.poll(() => bar(stage).innerText()).toContain("Is it clear?");
		const objective = field(stage, zone.objectivePrompt);
		await expect.poll(() => objective.inputValue()).toBe("Say what is unclear.");
		await objective.fill("Point at the word that stops you.");
		// Not written yet, and asked all the same.
		await run(stage, "objective-clear");
		const { messages } = (await friend.next()).body;
		expect(messages[0]!.content).toContain("No morals.");
		expect(messages[1]!.content).toContain("Point at the word that stops you.");
		await expect
			.poll(() => stage.readNote(clearPath))
			.toBe(vault[clearPath].replace("Say what is unclear.", "Point at the word that stops you."));

		// The menu opens with the objective that is chosen here.
		await page.keyboard.press("Escape");
		await select(stage, "small");
		await run(stage, "consult");
		await expect.poll(() => page.locator(".expert-friend-menu-item.is-selected").innerText()).toContain("Is it clear?");
		await page.keyboard.press("Escape");
		expect(stage.errors).toEqual([]);
	});

	it("shows what changes elsewhere, what would be sent, and opens the notes", async () => {
		const stage = await stageOf({ vault, open: "A.md" });
		const { page } = stage;
		await select(stage, "small");
		await run(stage, "prompts");
		const style = field(stage, zone.stylePrompt);
		await expect.poll(() => style.inputValue()).toContain("Be brief.");
		await stage.writeNote(stylePath, `${styleHead}Take your time.\n`);
		await expect.poll(() => style.inputValue()).toBe("Take your time.");
		const parts = panel(stage).locator(".expert-friend-zone-parts");
		await expect.poll(() => parts.innerText()).toContain(zone.words("13"));
		await expect.poll(() => panel(stage).innerText()).toMatch(/about \d+ tokens/);
		expect(await panel(stage).innerText()).toContain(zone.month(en.budget.nothing));
		await panel(stage).getByRole("button", { name: zone.exactText }).click();
		await expect.poll(() => page.locator(".expert-friend-sent").first().innerText()).toContain("Take your time.");
		await page.keyboard.press("Escape");
		// What is selected is what is asked about.
		await page.evaluate(() => window.app.workspace.activeEditor!.editor.setCursor(0, 0));
		await panel(stage)
			.getByRole("button", { name: zone.openNote("Style") })
			.click();
		await expect.poll(() => page.evaluate(() => window.app.workspace.getActiveFile()?.path)).toBe(stylePath);
		expect(stage.errors).toEqual([]);
	});

	it("merges by lines what is changed here and on disk; keeps both versions until one is chosen", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault, open: "A.md", endpoint: friend.url, alone: true });
		const { page } = stage;
		await select(stage, "small");
		await run(stage, "prompts");
		const style = field(stage, zone.stylePrompt);
		await expect.poll(() => style.inputValue()).toContain("Be brief.");
		await page.clock.install();
		/** Types here, and has another program write before half a second is over. */
		const bothChange = async (here: string, disk: string): Promise<void> => {
			await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 3_600_000);
			await style.fill(here);
			await stage.writeNote(stylePath, styleHead + disk);
			await page.clock.runFor(2_000);
			await page.clock.resume();
		};
		await bothChange("Be brief.\nNo adverbs.\nKeep every dash.", "Be very brief.\nNo adverbs.\nKeep my dashes.\n");
		await expect
			.poll(() => stage.readNote(stylePath))
			.toBe(`${styleHead}Be very brief.\nNo adverbs.\nKeep every dash.\n`);
		await expect.poll(() => style.inputValue()).toBe("Be very brief.\nNo adverbs.\nKeep every dash.");

		await bothChange(
			"Be very brief.\nFew adverbs.\nKeep every dash.",
			"Be very brief.\nNo adverbs, ever.\nKeep every dash and point.\n",
		);
		const versions = panel(stage).getByRole("group", { name: zone.inTwoVersions(zone.stylePrompt, 1) });
		await versions.waitFor();
		expect(await versions.locator(".expert-friend-version-words").allInnerTexts()).toEqual([
			"Few adverbs.",
			"No adverbs, ever.",
		]);
		expect(await panel(stage).innerText()).toContain(zone.clash(1));
		// Nothing is written over, the one here is asked with, and both outlast a restart.
		await run(stage, "objective-clear");
		expect((await friend.next()).body.messages[0]!.content).toContain(
			"Be very brief.\nFew adverbs.\nKeep every dash and point.",
		);
		await stage.reload();
		await versions.waitFor();
		expect(await stage.readNote(stylePath)).toBe(
			`${styleHead}Be very brief.\nNo adverbs, ever.\nKeep every dash and point.\n`,
		);
		// What is around them can be typed in meanwhile.
		await versions.getByRole("textbox").last().fill("Keep every dash.");
		await versions.getByRole("button", { name: zone.keepHere }).click();
		await expect
			.poll(() => stage.readNote(stylePath))
			.toBe(`${styleHead}Be very brief.\nFew adverbs.\nKeep every dash.\n`);
		await expect.poll(() => style.inputValue()).toBe("Be very brief.\nFew adverbs.\nKeep every dash.");
		expect(stage.errors.filter((error) => !/net::ERR_/.test(error))).toEqual([]);
	});

	it("has the seed as a placeholder where there is no note, which the first word makes; three questions", async () => {
		const stage = await stageOf({ vault: { "A.md": note, [clearPath]: vault[clearPath] }, open: "A.md" });
		await run(stage, "prompts");
		const style = field(stage, zone.stylePrompt);
		await expect.poll(() => style.getAttribute("placeholder")).toBe(seedsOf.en.style.body.trim());
		expect(await style.inputValue()).toBe("");
		const { questions } = zone;
		await panel(stage).getByRole("textbox", { name: questions.readers }).fill("Two friends and a stranger.");
		await panel(stage).getByRole("button", { name: questions.add }).click();
		await expect
			.poll(() => stage.readNote(stylePath))
			.toBe(`${seedsOf.en.style.body.trim()}\n- ${questions.readers}: Two friends and a stranger.\n`);
		await expect.poll(() => panel(stage).getByRole("group", { name: questions.title }).count()).toBe(0);
		// The objective that is always there is no note either, until it is typed in.
		await panel(stage).getByRole("combobox", { name: zone.objective }).selectOption("Other words");
		const objective = field(stage, zone.objectivePrompt);
		await expect.poll(() => objective.getAttribute("placeholder")).toContain("Propose words");
		await objective.fill("Plain words only.");
		await expect
			.poll(() => stage.readNote("Expert friend/Objectives/Other words.md"))
			.toBe("---\nkind: words\norder: 10\nicon: whole-word\n---\nPlain words only.\n");
		expect(stage.errors).toEqual([]);
	});

	it("makes no note before a friend is set up, nor where a device did; the first word makes all", async () => {
		const stage = await stageOf({ vault: { "A.md": note }, data: null });
		const seed = seedsOf.en.objectives.find(({ name }) => name === "Is it clear")!;
		await run(stage, "prompts");
		const select = panel(stage).getByRole("combobox", { name: zone.objective });
		await expect.poll(() => select.locator("option").allInnerTexts()).toContain("Is it clear?");
		await select.selectOption("Is it clear?");
		const objective = field(stage, zone.objectivePrompt);
		await expect.poll(() => objective.getAttribute("placeholder")).toBe(seed.body.trim());
		expect([...(await filesOf(stage)).keys()].filter((path) => path.startsWith("Expert friend"))).toEqual([]);
		await objective.fill("Where do you stop?");
		const made = "Expert friend/Objectives/Is it clear.md";
		await expect
			.poll(async () => (await filesOf(stage)).get(made))
			.toBe(seedText({ ...seed, body: "Where do you stop?" }));
		await expect.poll(async () => (await filesOf(stage)).get(stylePath)).toBe(seedText(seedsOf.en.style));
		await expect.poll(() => bar(stage).innerText()).toContain("Is it clear?");
		await expect.poll(() => objective.inputValue()).toBe("Where do you stop?");

		const second = await stageOf({ vault: { "A.md": note }, data: { notesMade: true, endpoints: [], model: null } });
		await expect.poll(() => bar(second).innerText()).toContain("Other words");
		await second.reload();
		await bar(second).waitFor();
		expect([...(await filesOf(second)).keys()].filter((path) => path.startsWith("Expert friend"))).toEqual([]);
		expect([...stage.errors, ...second.errors]).toEqual([]);
	});

	it("is not there where the setting is off, and on a phone it is a page", async () => {
		const stage = await stageOf({ vault, open: "A.md" });
		await bar(stage).waitFor();
		await stage.page.evaluate(async () => {
			const settings = window.app.setting as unknown as { open(): void; openTabById(id: string): void };
			settings.open();
			settings.openTabById("expert-friend");
		});
		await stage.page
			.locator(".setting-item", { hasText: en.settings.promptZone })
			.locator(".checkbox-container")
			.click();
		await expect.poll(() => panel(stage).count()).toBe(0);

		const phone = await stageOf({ vault, open: "A.md", mobile: true, lang: "fr" });
		await select(phone, "small");
		await run(phone, "prompts");
		const page = phone.page.locator(".expert-friend-zone-modal");
		await expect
			.poll(() => page.getByRole("textbox", { name: fr.zone.stylePrompt }).inputValue())
			.toContain("Be brief.");
		expect(await panel(phone).count()).toBe(0);
		expect([...stage.errors, ...phone.errors]).toEqual([]);
	});
});
