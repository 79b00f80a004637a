import { expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { answered, cards, press } from "./asking";
import { hasCommand, isNoticed, puppet, run, select, stageOf } from "./at-work";
import type { Stage } from "./stage";

const sentence = "The small cat sleeps on the mat.";
const style = "Expert friend/Style.md";
const clear = "Expert friend/Objectives/Is it clear.md";

/** From now on whatever writes into the vault is refused with this code; null lets all through again. */
async function disk(stage: Stage): Promise<(code: "ENOSPC" | "EROFS" | null) => void> {
	let code: string | null = null;
	await stage.page.route(/\/host\/vault\/(?:write|append|mkdir|rename|remove)$/, (route) =>
		code === null
			? route.continue()
			: route.fulfill({
					status: 500,
					contentType: "application/json",
					body: JSON.stringify({ error: `${code}: refused`, code }),
				}),
	);
	return (next) => (code = next);
}

/** The note turned to reading, where answers are kept in the file itself. */
function read(stage: Stage): Promise<boolean> {
	return stage.page.evaluate(() => window.app.commands.executeCommandById("markdown:toggle-preview"));
}

it("tells of all that can't be written, counts none of it as done, and does it once there is room", async () => {
	const friend = await puppet();
	const stage = await stageOf({
		vault: { "A.md": `${sentence}\n`, [style]: "Be brief.\n", [clear]: "---\nkind: answer\n---\nIs it clear?\n" },
		endpoint: friend.url,
		open: "A.md",
		alone: true,
	});
	const { page } = stage;
	const refuse = await disk(stage);
	const told = (text: string): Promise<void> => isNoticed(stage, text);
	const field = page.getByRole("textbox", { name: en.zone.stylePrompt });
	const offered = page.locator(".modal label", { hasText: "What could go?" });
	await answered(stage, friend, sentence, "It is clear.");
	await hasCommand(stage, "objective-is-it-clear");
	await select(stage, "small");
	await run(stage, "prompts");
	await field.waitFor();
	refuse("ENOSPC");

	await field.fill("Be brief. No adverbs.");
	await told(en.zone.notWritten(style));
	expect(await field.inputValue()).toBe("Be brief. No adverbs.");
	await run(stage, "prompts");

	await run(stage, "add-objectives");
	await offered.click();
	await page.getByRole("button", { name: "Add 1 objective" }).click();
	await told(en.addObjectives.failed("What could go?"));

	await run(stage, "ai-page");
	await told(en.disclosure.page.failed("AI.md"));

	await run(stage, "statistics");
	await page.getByRole("button", { name: en.statistics.export }).click();
	await page.getByRole("menuitem", { name: en.statistics.csv }).click();
	await told(" could not be written. Close it in other programs");
	await page.evaluate(() => window.app.workspace.getMostRecentLeaf()?.detach());

	// As good as full: a vault on a disk that became read-only.
	refuse("EROFS");
	await page.evaluate(() => window.app.workspace.openLinkText("A.md", ""));
	await read(stage);
	await expect.poll(() => page.evaluate(() => window.app.workspace.activeEditor?.getMode())).toBe("preview");
	await press(cards(stage), en.margin.keep);
	await told(en.keep.failed("A.md"));
	expect(await cards(stage).count()).toBe(1);

	refuse(null);
	expect(await stage.readNote("A.md")).toBe(`${sentence}\n`);
	await press(cards(stage), en.margin.keep);
	await expect.poll(() => stage.readNote("A.md")).toContain("> It is clear.");
	await expect.poll(() => cards(stage).count()).toBe(0);
	await run(stage, "ai-page");
	await expect.poll(() => stage.readNote("AI.md").catch(() => "")).toContain("[[A]]");
	await run(stage, "add-objectives");
	await offered.click();
	await page.getByRole("button", { name: "Add 1 objective" }).click();
	await hasCommand(stage, "objective-what-could-go");
	expect(stage.errors.filter((error) => !error.includes("500"))).toEqual([]);
});
