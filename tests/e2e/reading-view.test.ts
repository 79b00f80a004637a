import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { answered, ask, cards, journalOf, press } from "./asking";
import { puppet, rows, run, select, stageOf } from "./at-work";
import type { Stage } from "./stage";

const sentence = "The small cat sleeps on the mat.";
const second = "A second paragraph follows it here.";
const filler = Array.from({ length: 40 }, (_, n) => `Paragraph ${n} stands in between.\n\n`).join("");
const note = `${sentence}\n\n${filler}${second}\n`;

/** The passages that are marked in the editor. */
const marked = (stage: Stage): Locator => stage.page.locator(".cm-content .expert-friend-passage");

const goToPassage = (stage: Stage): Promise<void> => press(cards(stage), en.margin.goTo(`“${second}”`));

/** Turns to reading, or back, by the app's command. */
async function toggle(stage: Stage, to: "preview" | "source"): Promise<void> {
	await stage.page.evaluate(() => window.app.commands.executeCommandById("markdown:toggle-preview"));
	await expect.poll(() => stage.page.evaluate(() => window.app.workspace.activeEditor!.getMode())).toBe(to);
}

it("loses nothing while the note is read: surfaces close, answers are kept and shown there", async () => {
	const friend = await puppet();
	const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
	const { page } = stage;
	const inReading = page.locator(".markdown-reading-view");
	await answered(stage, friend, second, "It is clear.");

	// A list that is open when the writer turns to reading is gone: its editor is nobody's.
	await select(stage, "small");
	await run(stage, "other-words");
	const call = await friend.next();
	call.say(rows("The little cat sleeps on the mat."));
	call.end();
	await page.getByRole("button", { name: "More", exact: true }).waitFor();
	await toggle(stage, "preview");
	await page.getByRole("listbox").waitFor({ state: "detached" });
	await page.keyboard.press("Enter");
	await inReading.getByText(sentence).waitFor();
	expect(await stage.readNote("A.md")).toBe(note);

	// The answer is shown where it belongs, and kept in the file.
	await goToPassage(stage);
	await expect.poll(() => inReading.locator(".is-flashing").allInnerTexts()).toEqual([second]);
	expect(await page.evaluate(() => window.app.workspace.activeEditor!.getMode())).toBe("preview");
	await press(cards(stage), en.margin.keep);
	await expect.poll(() => stage.readNote("A.md")).toContain(`${second}\n\n> [!ai]- `);
	await inReading.locator(".callout").waitFor();
	await expect.poll(() => cards(stage).count()).toBe(0);
	await expect
		.poll(async () => (await journalOf(stage)).map(({ outcome }) => outcome).sort())
		.toEqual(["dismissed", "kept"]);

	// Back in the editor, what was kept stands there, and what was proposed is there again without being asked for.
	await toggle(stage, "source");
	await expect.poll(() => stage.editorText()).toContain(`${second}\n\n> [!ai]- `);
	await select(stage, "small");
	await run(stage, "other-words");
	await page.getByRole("option").first().waitFor();
	await page.keyboard.press("Enter");
	await expect.poll(() => stage.readNote("A.md")).toContain("The little cat sleeps on the mat.\n\n> [!ai]- ");

	// The card of adopted words and the hover menu go as well.
	for (const [command, surface] of [
		["adopted-words", ".expert-friend-adopted-card"],
		["consult", ".expert-friend-menu"],
	] as const) {
		await select(stage, "little");
		await run(stage, command);
		await page.locator(surface).waitFor();
		await toggle(stage, "preview");
		await page.locator(surface).waitFor({ state: "detached" });
		await toggle(stage, "source");
	}

	// An answer that comes while the note is read is marked in the editor afterwards.
	await ask(stage, "Paragraph 3 stands");
	const late = await friend.next();
	await expect.poll(() => marked(stage).count()).toBe(1);
	await toggle(stage, "preview");
	late.say("Late.");
	late.end();
	await cards(stage).getByText("Late.", { exact: true }).waitFor();
	await toggle(stage, "source");
	await expect.poll(() => marked(stage).first().getAttribute("class")).toContain("is-waiting");
	await expect.poll(() => stage.errors).toEqual([]);
});

it("follows a passage through what another program wrote while the note was read", async () => {
	const friend = await puppet();
	const stage = await stageOf({ vault: { "A.md": `${sentence}\n\n${second}\n` }, endpoint: friend.url });
	await answered(stage, friend, second, "It is clear.");
	await toggle(stage, "preview");
	await stage.writeNote("A.md", `A new beginning.\n\n${second}\n\n${sentence}\n`);
	await goToPassage(stage);
	await expect.poll(() => stage.page.locator(".markdown-reading-view .is-flashing").allInnerTexts()).toEqual([second]);
	await toggle(stage, "source");
	await goToPassage(stage);
	await expect
		.poll(() => stage.page.evaluate(() => window.app.workspace.activeEditor!.editor.getSelection()))
		.toBe(second);
	await press(cards(stage), en.margin.keep);
	await expect.poll(() => stage.readNote("A.md")).toContain(`${second}\n\n> [!ai]- `);
});
