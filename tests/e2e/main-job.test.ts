import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { everyNth } from "../sampling";
import { escaped, puppet, run, select, shown, stageOf } from "./at-work";
import type { Stage } from "./stage";

const tours = [
	{
		lang: "fr",
		note: "Journal/Bretagne/La maison de Kerouzic.md",
		within: "La grande maison blanche",
		word: "maison",
		otherWords: "Autres mots",
		clear: "Est-ce clair",
		list: "Autres mots",
		second: "La grande demeure blanche que j’ai achetée est belle.",
		first: "Le grand bâtiment blanc que j’ai acheté est beau.",
		agreeing: ["Le", "grand", "blanc", "acheté", "beau"],
		picked: "bâtiment",
		sentence: "Je suis venu ici pour une raison simple, que je n’ai dite à personne.",
		answer: "une raison simple",
		keep: "Garder",
		dismiss: "Écarter",
		cancel: "Annuler",
		adopt: "Adopter",
		style: "Expert friend/Style.md",
		objectives: "Expert friend/Objectives",
		menu: "Consulter votre ami expert",
	},
	{
		lang: "en",
		note: "Essays/On keeping a notebook.md",
		within: "a careful reader",
		word: "careful",
		otherWords: "Other words",
		clear: "Is it clear",
		list: "Other words",
		second: "I have always been a patient reader and a careless writer.",
		first: "I have always been an attentive reader and a careless writer.",
		agreeing: ["an"],
		picked: "attentive",
		sentence: "I have always been a careful reader and a careless writer.",
		answer: "Yes, it is clear",
		keep: "Keep",
		dismiss: "Dismiss",
		cancel: "Cancel",
		adopt: "Adopt",
		style: "Expert friend/Style.md",
		objectives: "Expert friend/Objectives",
		menu: "Consult your expert friend",
	},
] as const;

const id = "scripted/plume-1-20261001";

describe.each(tours)("the main job in $lang", (tour) => {
	it("by the mouse: chip, menu, preview, Esc, adopt with its record, undo and redo", async () => {
		const stage = await stageOf({ lang: tour.lang, open: tour.note });
		const { page } = stage;
		const before = await stage.editorText();
		await page.evaluate((around) => {
			const editor = window.app.workspace.activeEditor!.editor;
			editor.scrollIntoView(
				{
					from: editor.offsetToPos(editor.getValue().indexOf(around)),
					to: editor.offsetToPos(editor.getValue().indexOf(around)),
				},
				true,
			);
		}, tour.within);
		const place = await page.evaluate(
			([around, word]) => {
				const { cm } = window.app.workspace.activeEditor!.editor;
				const box = cm.coordsAtPos(cm.state.doc.toString().indexOf(around!) + around!.indexOf(word!) + 1)!;
				return { x: box.left, y: (box.top + box.bottom) / 2, bottom: box.bottom };
			},
			[tour.within, tour.word],
		);
		await page.mouse.dblclick(place.x, place.y);
		const chip = page.locator(".expert-friend-chip");
		await chip.waitFor();
		await chip.click();
		const menu = page.getByRole("menu");
		await menu.waitFor();
		await expect.poll(async () => (await menu.boundingBox())!.y).toBeGreaterThanOrEqual(place.bottom - 1);

		await page.getByRole("menuitem", { name: tour.otherWords }).click();
		const list = page.getByRole("listbox", { name: tour.list });
		await list.getByRole("option").nth(0).waitFor();
		await page.locator(".cm-content").first().getByText(tour.picked).first().waitFor();
		const [preview] = tour.first.split("que");
		await expect.poll(() => shown(stage)).toContain(preview!.trim());
		await expect.poll(() => page.locator(".cm-content .expert-friend-picked").allInnerTexts()).toEqual([tour.picked]);
		await expect.poll(() => page.locator(".cm-content .expert-friend-agreeing").allInnerTexts()).toEqual(tour.agreeing);
		await expect.poll(() => stage.editorText()).toBe(before);

		await list.getByRole("option").nth(1).waitFor();
		await page.keyboard.press("ArrowDown");
		await expect.poll(() => shown(stage)).toContain(tour.second.slice(0, 30));
		await expect.poll(() => stage.editorText()).toBe(before);
		await page.keyboard.press("Escape");
		await list.waitFor({ state: "detached" });
		await expect.poll(() => stage.readNote(tour.note)).toBe(before);
		await expect.poll(() => shown(stage)).toContain(tour.within);

		await page.mouse.dblclick(place.x, place.y);
		await chip.click();
		await page.getByRole("menuitem", { name: tour.otherWords }).click();
		// Two rows at least; the second one is taken while the others may still come.
		await list.getByRole("option").nth(1).hover();
		await page.getByRole("button", { name: tour.adopt, exact: true }).click();
		await list.waitFor({ state: "detached" });
		const adopted = await stage.editorText();
		expect(adopted).toContain(tour.second);
		expect(adopted).toMatch(
			new RegExp(
				`\\n\\n> \\[!ai\\]- Plume 1 \\(scripted\\) · ${tour.otherWords} · \\d{4}-\\d\\d-\\d\\d\\n(> ` +
					`.*\\n|>\\n)*> \`${id}\` via `,
			),
		);
		await page.keyboard.press("ControlOrMeta+z");
		await expect.poll(() => stage.editorText()).toBe(before);
		await page.keyboard.press("ControlOrMeta+Shift+z");
		await expect.poll(() => stage.editorText()).toBe(adopted);
		await expect.poll(() => stage.readNote(tour.note)).toBe(adopted);
		expect(stage.errors).toEqual([]);
	});

	it("by the keyboard alone, the cursor after the picked word", async () => {
		const stage = await stageOf({ lang: tour.lang, open: tour.note });
		const { page } = stage;
		const before = await stage.editorText();
		await select(stage, tour.word, tour.within);
		await run(stage, "consult");
		await page.getByRole("menu").waitFor();
		await page.keyboard.press("Escape");
		await page.getByRole("menu").waitFor({ state: "detached" });
		await run(stage, "consult");
		await page.getByRole("menu").waitFor();
		await page.keyboard.press("1");
		await page.getByRole("option").nth(1).waitFor();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter");
		await page.getByRole("listbox").waitFor({ state: "detached" });
		await expect.poll(() => stage.editorText()).toContain(tour.second);
		const words = await page.evaluate(() => {
			const editor = window.app.workspace.activeEditor!.editor;
			return editor.getValue().slice(0, editor.posToOffset(editor.getCursor()));
		});
		expect(words).toMatch(tour.lang === "fr" ? /La grande demeure$/ : /a patient$/);
		await expect.poll(() => page.evaluate(() => document.activeElement?.closest(".cm-editor") !== null)).toBe(true);
		await page.keyboard.type("!");
		await page.keyboard.press("ControlOrMeta+z");
		await page.keyboard.press("ControlOrMeta+z");
		await expect.poll(() => stage.editorText()).toBe(before);
	});

	it(
		"asks about a sentence while the writer types above and below, keeps the answer in its place, and dismisses " +
			"another without a trace",
		async () => {
			const friend = await puppet();
			const stage = await stageOf({ lang: tour.lang, open: tour.note, endpoint: friend.url });
			const { page } = stage;
			const before = await stage.editorText();
			await select(stage, tour.sentence);
			await run(stage, "consult");
			await page.getByRole("menuitem", { name: tour.clear }).click();
			const call = await friend.next();
			call.say("First words");
			await page.getByText("First words").waitFor();
			// Above and below the passage, in its own paragraph and in another one.
			await page.evaluate((sentence) => {
				const { editor } = window.app.workspace.activeEditor!;
				editor.focus();
				editor.setCursor(editor.offsetToPos(editor.getValue().indexOf(sentence) + sentence.length));
			}, tour.sentence);
			await page.keyboard.type(" Below it.");
			call.say(" and more");
			await page.keyboard.press("ControlOrMeta+Home");
			for (let line = 0; line < 6; line++) await page.keyboard.press("ArrowDown");
			await page.keyboard.press("End");
			await page.keyboard.type(" above");
			call.say(", all in order.");
			call.end();
			const keep = page.getByRole("button", { name: tour.keep, exact: true });
			await keep.waitFor();
			const typed = await stage.editorText();
			expect(typed).toContain(`${tour.sentence} Below it.`);
			expect(typed.replace(" Below it.", "").replace(" above", "")).toBe(before);
			await keep.click();
			await keep.waitFor({ state: "detached" });
			const kept = await stage.editorText();
			const paragraph = typed.slice(typed.indexOf(tour.sentence)).split("\n")[0]!;
			expect(kept).toMatch(new RegExp(`${escaped(paragraph)}\\n\\n> \\[!ai\\]- Puppet one · ${tour.clear}.*\\n`));
			expect(kept).toContain("> First words and more, all in order.");
			expect(kept.replace(/\n\n> \[!ai\](?:.*\n)(?:>.*\n?)*?> `puppet\/one.*$/m, "")).toBe(typed);

			await select(stage, tour.sentence);
			await run(stage, "consult");
			await page.getByRole("menuitem", { name: tour.clear }).click();
			const second = await friend.next();
			second.say("Not wanted.");
			second.end();
			await page.getByRole("button", { name: tour.dismiss, exact: true }).click();
			await page.getByText("Not wanted.").waitFor({ state: "detached" });
			await expect.poll(() => stage.readNote(tour.note)).toBe(kept);
			expect(stage.errors).toEqual([]);
		},
	);
});

// The words of a language make no difference here.
describe.each(everyNth(tours, 2))("the main job in $lang, beside", (tour) => {
	it("from the editor's context menu", async () => {
		const stage = await stageOf({ lang: tour.lang, open: tour.note });
		const { page } = stage;
		await stage.selectByPointer(tour.word === "maison" ? "grande maison" : "a careful");
		const box =
			(await page
				.locator(".cm-selectionBackground, .cm-content ::selection")
				.first()
				.boundingBox()
				.catch(() => null)) ??
			(await page.evaluate(() => {
				const { cm } = window.app.workspace.activeEditor!.editor;
				const at = cm.coordsAtPos(cm.state.selection.main.from + 2)!;
				return { x: at.left, y: at.top, width: 4, height: at.bottom - at.top };
			}));
		await page.mouse.click(box.x + 2, box.y + box.height / 2, { button: "right" });
		await page.locator(".menu").getByText(tour.menu, { exact: true }).click();
		await page.getByRole("menu", { name: tour.menu }).waitFor();
		await expect.poll(() => page.getByRole("menuitem", { name: tour.clear }).count()).toBe(1);
		await page.keyboard.press("Escape");
	});

	it("reads the style note and the objectives afresh", async () => {
		const friend = await puppet();
		const stage = await stageOf({ lang: tour.lang, open: tour.note, endpoint: friend.url });
		const { page } = stage;
		const ask = async (name: string): Promise<string> => {
			await select(stage, tour.sentence);
			await run(stage, "consult");
			await page.getByRole("menuitem", { name }).click();
			const call = await friend.next();
			call.say("Yes.");
			call.end();
			return call.raw;
		};
		await expect.poll(() => ask(tour.clear)).not.toContain("Speak as a lighthouse keeper");
		const style = await readFile(path.join(stage.vaultDir, tour.style), "utf8");
		// Links are followed one level, and not round in a circle.
		await stage.writeNote("Words I use.md", "A keeper is who keeps a light. See [[Style]] and [[Deeper]].\n");
		await stage.writeNote("Deeper.md", "Two levels down.\n");
		await stage.writeNote(tour.style, `${style}\n- Speak as a lighthouse keeper: [[Words I use]].\n`);
		await stage.writeNote(
			`${tour.objectives}/Is it true to the sea.md`,
			"---\nkind: answer\norder: 25\n---\nWould a sailor believe this?\n",
		);
		await select(stage, tour.sentence);
		await expect
			.poll(async () => {
				await run(stage, "consult");
				const found = await page.getByRole("menuitem", { name: "Is it true to the sea" }).count();
				await page.keyboard.press("Escape");
				return found;
			})
			.toBe(1);
		// Links are known once the app has read the note that has them, a moment after its words.
		await expect
			.poll(() =>
				page.evaluate(
					(name) => window.app.metadataCache.getFileCache(window.app.vault.getFileByPath(name)!)?.links?.length,
					tour.style,
				),
			)
			.toBe(1);
		const body = await ask("Is it true to the sea");
		expect(body).toContain("Speak as a lighthouse keeper");
		expect(body).toContain("A keeper is who keeps a light.");
		expect(body).not.toContain("Two levels down.");
		expect(body.split("Speak as a lighthouse keeper")).toHaveLength(2);
		expect(body).toContain("Would a sailor believe this?");
		await expect
			.poll(() =>
				page.evaluate(() =>
					Object.keys(window.app.commands.commands).some(
						(name) => name.includes("true-to-the-sea") || name.includes("Is it true"),
					),
				),
			)
			.toBe(true);
	});
});

describe("when the friend cannot answer", () => {
	const notices = (stage: Stage): Promise<string> =>
		stage.page
			.locator(".notice, .expert-friend-problem, .expert-friend-card-message")
			.allInnerTexts()
			.then((texts) => texts.join(" | "));

	it("says what to do about a key that is not known, and leaves the note alone", async () => {
		const friend = await puppet();
		const stage = await stageOf({ open: tours[1].note, endpoint: friend.url });
		const before = await stage.editorText();
		await select(stage, "careful");
		await run(stage, "other-words");
		(await friend.next()).fail(401, { error: { message: "No such key sk-abcdef1234567890" } });
		await expect.poll(() => notices(stage)).toContain("refused the key");
		await stage.page.keyboard.press("Escape");
		await expect.poll(() => stage.readNote(tours[1].note)).toBe(before);
	});

	it("says so when nobody answers at the address", async () => {
		const stage = await stageOf({ open: tours[1].note, endpoint: "http://127.0.0.1:9/v1", model: "nobody/here" });
		const before = await stage.editorText();
		await select(stage, "careful");
		await run(stage, "other-words");
		await expect.poll(() => notices(stage)).toContain("can’t be reached");
		await expect.poll(() => stage.readNote(tours[1].note)).toBe(before);
	});

	it("says so when the reply is empty", async () => {
		const friend = await puppet();
		const stage = await stageOf({ open: tours[1].note, endpoint: friend.url });
		const before = await stage.editorText();
		await select(stage, tours[1].sentence);
		await run(stage, "consult");
		await stage.page.getByRole("menuitem", { name: "Is it clear" }).click();
		(await friend.next()).end();
		await expect.poll(() => notices(stage)).toContain("it holds no answer");
		await expect.poll(() => stage.readNote(tours[1].note)).toBe(before);
	});
});
