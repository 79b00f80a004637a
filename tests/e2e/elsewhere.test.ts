import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { fr } from "../../src/core/i18n/fr";
import { findRecords } from "../../src/core/record/parse";
import { inTurn } from "../../src/core/text/patterns";
import { isNoticed, run, select, stageOf } from "./at-work";
import type { Stage } from "./stage";

const words = en.elsewhere;
const answer =
	"The pencil is not humility, it is **speed**.\n\nInk asks you to have finished. <img src=x onerror=alert(1)>";
const note = "A first line.\n\nHe wrote standing up.\n\nA last line.\n";

/** Puts a text into the clipboard that this page reads: other tests write into the browser's one. */
const copy = (stage: Stage, text: string): Promise<void> =>
	stage.page.evaluate((copied) => {
		const value = (): Promise<string> => Promise.resolve(copied);
		Object.defineProperty(navigator.clipboard, "readText", { value, configurable: true });
	}, text);

/** The dialog, open. */
async function dialogOf(stage: Stage, title = words.title) {
	await run(stage, "quote-elsewhere");
	const dialog = stage.page.getByRole("dialog", { name: title });
	await dialog.waitFor();
	return dialog;
}

const journal = (stage: Stage): Promise<string> =>
	stage.page.evaluate(async () => {
		const files = window.app.vault.getMarkdownFiles().filter(({ path }) => /Journal\/\d{4}-\d\d\.md$/.test(path));
		return (await Promise.all(files.map((file) => window.app.vault.read(file)))).join("\n");
	});

describe("an answer from elsewhere", () => {
	it("comes from the clipboard when the command runs, as the writer tells it; undone as a whole", async () => {
		const stage = await stageOf({ vault: { "A.md": note } });
		await select(stage, "standing");
		await stage.page.keyboard.press("ArrowRight");
		await copy(stage, answer);
		const dialog = await dialogOf(stage);
		await dialog.getByLabel(words.words).waitFor();
		expect(await dialog.getByLabel(words.words).inputValue()).toBe(answer);
		await dialog.getByLabel(words.model, { exact: true }).fill("Claude Opus 4.1");
		await dialog.getByLabel(words.where).fill("claude.ai");
		await dialog.getByLabel(words.date).fill("2026-11-21");
		await dialog.getByLabel(words.question).fill("Why standing up?");
		const preview = dialog.getByRole("group", { name: words.preview });
		await expect
			.poll(() => preview.innerText())
			.toMatch(
				inTurn([
					/^Claude Opus 4\.1 · Elsewhere · 2026-11-21\s+/,
					/Asked: Why standing up\?\s+The pencil is not humility, it is speed\./,
					/[^]*Claude-Opus-4\.1 via claude\.ai · told by the writer$/,
				]),
			);
		expect(await preview.locator("img, a").count()).toBe(0);
		await stage.page.keyboard.press("ControlOrMeta+Enter");
		await dialog.waitFor({ state: "detached" });

		const text = await stage.editorText();
		const [found] = findRecords(text);
		expect(found?.record).toMatchObject({ modelName: "Claude Opus 4.1", date: "2026-11-21", identity: { told: true } });
		expect(text.slice(0, found?.range.from)).toBe("A first line.\n\nHe wrote standing up.\n\n");
		expect(text.slice(found?.range.to)).toBe("\n\nA last line.\n");
		expect(text).not.toMatch(/[^\\]<img/);
		await expect.poll(() => journal(stage)).toContain("[told:: true]");
		expect(await journal(stage)).not.toMatch(/tokens-in|\[cost:: |carbon/);

		await stage.page.keyboard.press("ControlOrMeta+z");
		await expect.poll(() => stage.editorText()).toBe(note);
		await expect.poll(() => journal(stage)).toContain("[outcome:: dismissed]");
		await stage.page.keyboard.press("ControlOrMeta+Shift+z");
		await expect.poll(() => stage.editorText()).toBe(text);
		await expect.poll(() => journal(stage)).not.toContain("[outcome:: dismissed]");

		// What was said is there the next time: the question as one to choose, since an answer has its own.
		const again = await dialogOf(stage);
		expect(await again.getByLabel(words.model, { exact: true }).inputValue()).toBe("Claude Opus 4.1");
		expect(await again.getByLabel(words.where).inputValue()).toBe("claude.ai");
		expect(await again.getByLabel(words.date).inputValue()).toBe("2026-11-21");
		expect(await again.getByLabel(words.question).inputValue()).toBe("");
		expect(await again.locator("datalist option").getAttribute("value")).toBe("Why standing up?");
		await stage.page.keyboard.press("Escape");
		await again.waitFor({ state: "detached" });
		expect(stage.errors).toEqual([]);
	});

	it("is what is selected, gives way to the record in one step, and is refused where it can't be one", async () => {
		const pasted = `---\nkey: value\n---\nA first line.\n\n> ${answer.split("\n").join("\n> ")}\n\nA last line.\n`;
		const stage = await stageOf({ vault: { "A.md": pasted } });
		await copy(stage, "Not this.");
		await select(stage, `> ${answer.split("\n").join("\n> ")}`);
		const dialog = await dialogOf(stage);
		expect(await dialog.getByLabel(words.words).inputValue()).toBe(answer);
		await dialog.getByText(words.inPlace).waitFor();
		await dialog.getByLabel(words.model, { exact: true }).fill("GPT-5");
		await dialog.getByRole("button", { name: words.quote }).click();
		await dialog.waitFor({ state: "detached" });
		const text = await stage.editorText();
		const [found] = findRecords(text);
		expect(found?.record.kept?.answer).toContain("Ink asks you to have finished.");
		expect(text.slice(0, found?.range.from)).toBe("---\nkey: value\n---\nA first line.\n\n");
		expect(text.slice(found?.range.to)).toBe("\n\nA last line.\n");
		await stage.page.keyboard.press("ControlOrMeta+z");
		await expect.poll(() => stage.editorText()).toBe(pasted);

		await stage.page.keyboard.press("ControlOrMeta+Shift+z");
		await expect.poll(() => stage.editorText()).toBe(text);
		for (const [selected, reason] of [
			["Ink asks", words.reasons.quoted],
			["value", words.reasons.frontmatter],
		] as const) {
			await select(stage, selected);
			await run(stage, "quote-elsewhere");
			await isNoticed(stage, reason);
		}
		expect(await stage.page.getByRole("dialog").count()).toBe(0);
		expect(stage.errors).toEqual([]);
	});

	it("is pasted by hand where the clipboard is of no use; asks before what was typed is lost", async () => {
		const stage = await stageOf({ vault: { "A.md": note }, lang: "fr" });
		const spoken = fr.elsewhere;
		await select(stage, "standing");
		await stage.page.keyboard.press("ArrowRight");
		await copy(stage, " ");
		const empty = await dialogOf(stage, spoken.title);
		await empty.getByText(spoken.empty).waitFor();
		await stage.page.keyboard.press("Escape");
		await empty.waitFor({ state: "detached" });

		await stage.page.evaluate(() => {
			Object.defineProperty(navigator.clipboard, "readText", { value: () => Promise.reject(new Error("No.")) });
		});
		const dialog = await dialogOf(stage, spoken.title);
		await dialog.getByText(spoken.unread).waitFor();
		await dialog.getByRole("button", { name: spoken.quote }).click();
		await dialog.getByText(spoken.missing).waitFor();
		await dialog.getByLabel(spoken.words).fill("Le crayon va vite.");
		await stage.page.keyboard.press("Escape");
		await stage.page.getByText(spoken.leave).waitFor();
		await stage.page.getByRole("button", { name: spoken.leaveStay }).click();
		await dialog.getByLabel(spoken.model, { exact: true }).fill("Mistral Medium 3.1");
		await dialog.getByRole("button", { name: spoken.quote }).click();
		await dialog.waitFor({ state: "detached" });
		expect(await stage.editorText()).toMatch(/> `Mistral-Medium-3\.1` via un autre site · indiqué à la main\n/);

		await run(stage, "quote-elsewhere");
		await dialog.getByLabel(spoken.words).fill("Autre chose.");
		await stage.page.keyboard.press("Escape");
		await stage.page.getByRole("button", { name: spoken.leaveGo }).click();
		await dialog.waitFor({ state: "detached" });
		expect(stage.errors).toEqual([]);
	});
});
