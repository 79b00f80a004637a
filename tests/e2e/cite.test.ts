import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { recordLabels } from "../../src/core/record/labels";
import { toldIdentity } from "../../src/core/record/normal";
import { printRecord } from "../../src/core/record/print";
import { adopt, isNoticed, puppet, run, select, stageOf } from "./at-work";

const words = en.elsewhere.cite;
const told = printRecord(
	{
		modelName: "Claude Opus 4.1",
		objective: "Elsewhere",
		date: "2026-11-21",
		adoptions: [],
		kept: { question: "Why standing up?", answer: "The field would not wait.", incomplete: false },
		identity: toldIdentity("Claude Opus 4.1", "claude.ai"),
	},
	recordLabels.en,
);
const other = told.replace(/Claude/g, "Mistral").replace(/Opus/g, "Medium");

describe("citing a record", () => {
	it("shows each style, and copies the chosen one with the note's address", async () => {
		const stage = await stageOf({
			vault: {
				"Essays/On notebooks.md": `He wrote standing up, and in pencil, which is quicker.\n\n${told}\n\n${other}\n`,
			},
		});
		const { page } = stage;
		const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
		await select(stage, "pencil");
		await run(stage, "cite");
		await isNoticed(stage, words.which);

		await select(stage, "field would not wait", told.split("\n")[3]);
		await run(stage, "cite");
		const dialog = page.getByRole("dialog", { name: words.title });
		await dialog.getByText(words.noAddress).waitFor();
		await expect.poll(() => dialog.getByRole("option", { selected: true }).innerText()).toContain("APA");
		await expect
			.poll(() => dialog.locator(".expert-friend-cite-preview > :not(.is-invisible)").innerText())
			.toBe(
				"Anthropic. (2026, November 21). Why standing up? [Generative AI chat]. Claude Opus 4.1. Quoted " +
					"in “On notebooks”.",
			);
		await page.keyboard.press("ArrowDown");
		await expect.poll(() => dialog.getByRole("option", { selected: true }).innerText()).toContain("MLA");
		await page.keyboard.press("4");
		await expect.poll(() => dialog.getByRole("option", { selected: true }).innerText()).toContain("BibTeX");
		await page.keyboard.press("Enter");
		await dialog.waitFor({ state: "detached" });
		await expect.poll(copied).toMatch(/^@software\{claude-opus-4\.1-2026-11-21,\n {2}author = \{\{Anthropic\}\},\n/);

		await page.evaluate(() => void window.app.setting.openTabById("expert-friend"));
		await page.getByRole("textbox", { name: words.setting }).fill("https://garden.example/{slug}");
		await page.keyboard.press("Escape");
		await page.locator(".modal.mod-settings").waitFor({ state: "detached" });
		await run(stage, "cite");
		await dialog.getByText(words.address).waitFor();
		await page.keyboard.press("3");
		await page.keyboard.press("Enter");
		await dialog.waitFor({ state: "detached" });
		await expect
			.poll(copied)
			.toBe(
				"Claude Opus 4.1, response to “Why standing up?,” Anthropic, claude.ai, November 21, 2026, " +
					"quoted in “On notebooks,” https://garden.example/essays/on-notebooks.",
			);
		expect(stage.errors).toEqual([]);
	});

	it("is offered where adopted words tell whose they are", async () => {
		const friend = await puppet();
		const stage = await stageOf({
			vault: { "A.md": "A first line.\n\nThe old tree by the wall bears fruit.\n" },
			endpoint: friend.url,
		});
		await adopt(stage, friend, "tree", "The old oak by the wall bears fruit.");
		await select(stage, "oak");
		await run(stage, "adopted-words");
		await stage.page.getByRole("button", { name: words.button, exact: true }).press("Enter");
		const dialog = stage.page.getByRole("dialog", { name: words.title });
		await dialog.waitFor();
		await expect
			.poll(() => dialog.locator(".expert-friend-cite-preview > :not(.is-invisible)").innerText())
			.toMatch(/^Puppet one \[Large language model\]\. \(\d{4}, /);
		await stage.page.keyboard.press("Escape");
		await dialog.waitFor({ state: "detached" });
		expect(stage.errors).toEqual([]);
	});
});
