import { describe, expect, it } from "vitest";
import { marks } from "../../src/core/disclosure/section";
import { en } from "../../src/core/i18n/en";
import type { ConsultationRecord } from "../../src/core/record/model";
import { recordLabels } from "../../src/core/record/labels";
import { printRecord } from "../../src/core/record/print";
import { answered, cards, press } from "./asking";
import { hasCommand, isNoticed, move, puppet, run, stageOf } from "./at-work";
import type { Stage } from "./stage";

const words = en.disclosure.page;

function record(change: Partial<ConsultationRecord> = {}): string {
	const made: ConsultationRecord = {
		modelName: "Claude Sonnet 4",
		objective: "Other words",
		date: "2026-11-23",
		adoptions: [
			{
				before: "The cat sleeps.",
				adopted: "The cat naps.",
				changedBefore: [{ from: 8, to: 14 }],
				changedAdopted: [{ from: 8, to: 12 }],
				takenBack: null,
			},
		],
		kept: null,
		identity: {
			model: "anthropic/claude-4-sonnet-20250522",
			via: "OpenRouter",
			provider: "Anthropic",
			tokens: { prompt: 812, completion: 64 },
			cost: null,
			carbon: null,
		},
		...change,
	};
	return printRecord(made, recordLabels.en);
}

/** The page as it is on disk, once it says something. */
async function pageSays(stage: Stage, path: string, text: string): Promise<string> {
	await expect.poll(() => stage.readNote(path).catch(() => "")).toContain(text);
	return stage.readNote(path);
}

describe("the AI page", () => {
	it("is made from what notes quote, refreshed around the writer's words, and asks where it can't tell", async () => {
		const stage = await stageOf({
			vault: {
				"Tides.md": `The cat naps.\n\n${record()}\n`,
				"Secret.md": `---\npublish: false\n---\nThe cat naps.\n\n${record()}\n`,
			},
		});
		const { page } = stage;
		const answer = (name: string): Promise<void> => page.locator(".modal").getByRole("button", { name }).click();
		await run(stage, "ai-page");
		const made = await pageSays(stage, "AI.md", "[[Tides]], Claude Sonnet 4: words");
		expect(made).toContain("- Claude Sonnet 4, by Anthropic: closed.");
		expect(made).not.toContain("Secret");
		await isNoticed(stage, words.unnamed(1, "1"));
		await expect.poll(() => stage.editorText()).toContain(marks.start);

		// Words of the writer's around it, and a note more.
		const own = made.replace("\n\n<!--", "\n\nMine, above.  \n\n<!--").replace(/\n$/, "\nMine, below.");
		await stage.writeNote("AI.md", own);
		await stage.writeNote("Dunes.md", "The cat naps.\n");
		await page.evaluate(
			async (text) => {
				await window.app.workspace.openLinkText("Dunes", "", "tab");
				// In the editor alone: it is not saved yet when the page is made.
				window.app.workspace.activeEditor?.editor?.setValue(text);
				window.app.commands.executeCommandById("expert-friend:ai-page");
			},
			`The cat naps.\n\n${record({ modelName: "Qwen3 14B", date: "2026-11-24" })}\n`,
		);
		const after = await pageSays(stage, "AI.md", "[[Dunes]]");
		const outside = (text: string): string =>
			text.slice(0, text.indexOf(marks.start)) + text.slice(text.indexOf(marks.end));
		expect(outside(after)).toBe(outside(own));

		// An edit within the section is asked about, and left where the writer says so.
		const edited = after.replace("## The models", "## The models I like");
		await stage.writeNote("AI.md", edited);
		await run(stage, "ai-page");
		await page.getByText(words.edited("AI.md")).waitFor();
		await answer(words.stay);
		expect(await stage.readNote("AI.md")).toBe(edited);
		await run(stage, "ai-page");
		await answer(words.replace);
		await expect.poll(() => stage.readNote("AI.md")).toBe(after);

		// So are marks that are broken, and a page without any.
		const broken = after.replace(marks.end, "");
		await stage.writeNote("AI.md", broken);
		await run(stage, "ai-page");
		await page.getByText(words.broken("AI.md")).waitFor();
		await expect
			.poll(() => page.locator(".modal p").allTextContents())
			.toEqual(expect.arrayContaining([marks.start, marks.end]));
		await answer(words.stay);
		expect(await stage.readNote("AI.md")).toBe(broken);
		await stage.writeNote("AI.md", "Mine alone.");
		await run(stage, "ai-page");
		await page.getByText(words.noSection("AI.md")).waitFor();
		await answer(words.addAtEnd);
		expect(await pageSays(stage, "AI.md", "[[Dunes]]")).toMatch(/^Mine alone\.\n\n<!-- expert-friend:start -->\n/);
	});

	it("is made once more where it is asked for while it is being made, and names no note that is not read", async () => {
		const stage = await stageOf({
			vault: {
				"Tides.md": `The cat naps.\n\n${record()}\n`,
				"Mist.md": `---\ntitle: one: two\npublish: false\n---\nThe cat naps.\n\n${record()}\n`,
			},
		});
		const { page } = stage;
		await hasCommand(stage, "ai-page");
		// Asked for as soon as the page is there: it is being shown then. "Fog" has not been read by the app.
		await page.evaluate(
			([dunes, fog]) => {
				const { vault, metadataCache, commands } = window.app;
				const known = metadataCache.getFileCache.bind(metadataCache);
				metadataCache.getFileCache = (file) => (file.path === "Fog.md" ? null : known(file));
				vault.on("create", async ({ path }) => {
					if (path !== "AI.md") return;
					await Promise.all([vault.create("Dunes.md", dunes!), vault.create("Fog.md", fog!)]);
					commands.executeCommandById("expert-friend:ai-page");
				});
				commands.executeCommandById("expert-friend:ai-page");
			},
			[record({ modelName: "Qwen3 14B" }), record({ modelName: "Qwen3 14B" })].map(
				(text) => `The cat naps.\n\n${text}\n`,
			),
		);
		expect(await pageSays(stage, "AI.md", "[[Dunes]]")).not.toMatch(/Fog|Mist/);
		await isNoticed(stage, words.unnamed(2, "2"));
	});

	it("stays the note it is where the writer moves it, and is moved for a new path only when they say so", async () => {
		const stage = await stageOf({
			vault: { "Tides.md": `The cat naps.\n\n${record()}\n`, "Garden/Kept.md": "Mine.\n" },
		});
		const { page } = stage;
		await run(stage, "ai-page");
		const made = await pageSays(stage, "AI.md", "[[Tides]]");
		// By hand: the note, then its folder.
		await move(stage, "AI.md", "Garden/Friends.md");
		await move(stage, "Garden", "Site");
		await page.evaluate(
			(text) => window.app.vault.create("Dunes.md", text),
			`The cat naps.\n\n${record({ modelName: "Qwen3 14B" })}\n`,
		);
		await run(stage, "ai-page");
		const after = await pageSays(stage, "Site/Friends.md", "[[Dunes]]");
		expect(after.slice(0, made.indexOf(marks.start))).toBe(made.slice(0, made.indexOf(marks.start)));
		const has = (path: string): Promise<boolean> =>
			page.evaluate((at) => window.app.vault.getFileByPath(at) !== null, path);
		await expect.poll(() => has("AI.md")).toBe(false);

		// By the setting, which tells where the page is: asked first, and left.
		const set = async (path: string): Promise<void> => {
			await page.evaluate(() => void window.app.setting.openTabById("expert-friend"));
			const field = page.getByRole("textbox", { name: words.path, exact: true });
			await expect.poll(() => field.inputValue()).toBe("Site/Friends");
			await field.fill(path);
			await page.keyboard.press("Escape");
			await page.locator(".modal.mod-settings").waitFor({ state: "detached" });
		};
		await set("Public/About AI");
		await run(stage, "ai-page");
		const question = page.locator(".modal");
		await question.getByText(words.moves("Site/Friends.md", "Public/About AI.md")).waitFor();
		await question.getByRole("button", { name: words.stay }).click();
		await question.waitFor({ state: "detached" });
		expect(await stage.readNote("Site/Friends.md")).toBe(after);
		await run(stage, "ai-page");
		await question.getByRole("button", { name: words.move }).click();
		expect(await pageSays(stage, "Public/About AI.md", "[[Dunes]]")).toBe(after);
		await expect.poll(() => has("Site/Friends.md")).toBe(false);
	});
});

describe("the AI page that another program moved", () => {
	it("is found by its marks, the writer says which note it is, and no second one is made", async () => {
		const stage = await stageOf({ vault: { "Tides.md": `The cat naps.\n\n${record()}\n` } });
		const { page } = stage;
		const choose = (name: string): Promise<void> => page.locator(".modal").getByRole("button", { name }).click();
		await run(stage, "ai-page");
		const made = await pageSays(stage, "AI.md", "[[Tides]]");
		const mine = `Mine.\n\n${made}`;
		await stage.writeNote("Old copy.md", made.replace("Claude", "Claudius"));
		await stage.writeNote("Site/About.md", mine);
		await stage.removeNote("AI.md");
		await stage.reload();
		const has = (path: string): Promise<boolean> =>
			page.evaluate((at) => window.app.vault.getFileByPath(at) !== null, path);
		for (const answer of [words.stay, "Site/About.md"]) {
			await run(stage, "ai-page");
			await page.locator(".modal").getByText(words.lost("AI.md")).waitFor();
			const offered = await page.locator(".modal").getByRole("button").allInnerTexts();
			expect(offered.filter((text) => text !== "")).toEqual([
				"Site/About.md",
				"Old copy.md",
				words.makeNew,
				words.stay,
			]);
			expect(await has("AI.md")).toBe(false);
			await stage.writeNote("Dunes.md", `The cat naps.\n\n${record({ modelName: "Qwen3 14B" })}\n`);
			await choose(answer);
			await page.locator(".modal").waitFor({ state: "detached" });
		}
		await run(stage, "ai-page");
		expect(await pageSays(stage, "Site/About.md", "[[Dunes]]")).toMatch(/^Mine\.\n\n/);
		expect(await has("AI.md")).toBe(false);

		// One that is gone altogether is made anew, and so it is where the writer says so.
		await stage.removeNote("Site/About.md");
		await run(stage, "ai-page");
		await choose(words.makeNew);
		expect(await pageSays(stage, "Site/About.md", "[[Dunes]]")).not.toContain("Mine.");
	});
});

describe("the property of a note", () => {
	it("does not stand in the way of an undo", async () => {
		const friend = await puppet();
		const stage = await stageOf({
			vault: { "A.md": "The cat sleeps.\n" },
			data: {
				endpoints: [{ id: "e", preset: "custom", name: "Loopback", baseUrl: friend.url, secret: "" }],
				model: { endpoint: "e", model: "puppet/one-20260101" },
				disclosureProperty: true,
			},
		});
		await answered(stage, friend, "The cat sleeps.", "It is clear.");
		await press(cards(stage), en.margin.keep);
		const kept = /^---\nai-disclosure: ai-assisted\n---\nThe cat sleeps\.\n\n> \[!ai\]- /;
		await expect.poll(() => stage.editorText()).toMatch(kept);
		await stage.page.locator(".cm-content").first().press("ControlOrMeta+z");
		await expect.poll(() => stage.readNote("A.md")).toBe("---\nai-disclosure: human-only\n---\nThe cat sleeps.\n");
		await stage.page.locator(".cm-content").first().press("ControlOrMeta+Shift+z");
		await expect.poll(() => stage.readNote("A.md")).toMatch(kept);
	});
});

describe("the records of a note", () => {
	it("turn into another form in one undo step, are acknowledged, and say so by a property", async () => {
		const before = `The cat naps.\n\n${record()}\n`;
		const stage = await stageOf({
			vault: { "Alone.md": "Mine.\n", "Tides.md": before },
			data: { disclosureProperty: true, journal: true },
		});
		const { page } = stage;
		await stage.page.evaluate(() => window.app.workspace.openLinkText("Alone", "", "tab"));
		await run(stage, "record-form");
		await isNoticed(stage, en.disclosure.records.none);
		await page.evaluate(() => window.app.workspace.openLinkText("Tides", "", "tab"));
		await run(stage, "record-form");
		await page.locator(".modal").getByRole("button", { name: en.settings.recordForms.signed }).click();
		await expect.poll(() => stage.editorText()).toContain("> *Claude Sonnet 4* · Other words · 2026-11-23\n");
		await expect.poll(() => stage.editorText()).toMatch(/^---\nai-disclosure: ai-assisted\n---\n/);
		await run(stage, "acknowledge");
		await expect.poll(() => stage.editorText()).toContain("\n\nFor this note I consulted Claude Sonnet 4.");
		const acknowledged = await stage.editorText();
		await page.locator(".cm-content").first().press("ControlOrMeta+z");
		await expect.poll(() => stage.editorText()).not.toContain("For this note");
		await run(stage, "acknowledge");
		await expect.poll(() => stage.editorText()).toBe(acknowledged);

		// Without its record it is the writer's alone again.
		const end = acknowledged.indexOf("> **Before");
		await stage.writeNote("Tides.md", `${acknowledged.slice(0, end).trimEnd()}\n`);
		await expect.poll(() => stage.readNote("Tides.md")).toContain("ai-disclosure: human-only");
	});
});
