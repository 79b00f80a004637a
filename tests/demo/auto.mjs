// The main job, done in a browser as a person does it: find other words for one, adopt some, ask whether a sentence is clear while
// typing on, keep the answer. Writes a picture at each step and prints the note it ends with.
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { launch } from "../browser.mjs";

/** What each language's tour goes through. The passages are of the sample vault, where the scripted friend knows them. */
const tours = {
	fr: {
		note: /maison/i, word: "maison", otherWords: "Autres mots", clear: "Est-ce clair", keep: "Garder",
	},
	en: {
		note: /notebook|keeping/i, word: "careful", otherWords: "Other words", clear: "Is it clear", keep: "Keep",
	},
};

/**
 * Drives the page at `url` and writes pictures into `shots`. Rejects when a step does not happen or the page reports an error.
 * @param options.vaultDir the vault's folder, from which the resulting note is read
 * @param options.language `fr` or `en`
 */
export async function runMainJob({ url, vaultDir, shots, language }) {
	await mkdir(shots, { recursive: true });
	const tour = tours[language] ?? tours.en;
	const browser = await launch();
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		page.setDefaultTimeout(15_000);
		const errors = [];
		page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
		const shot = (name) => page.screenshot({ path: path.join(shots, `${name}.png`) });

		await open(page, url, language);
		const note = await openNote(page, tour);
		await shot("1-note-light");

		await otherWords(page, tour, shot);
		await undoAndRedo(page);
		await isItClear(page, tour, shot);

		await page.evaluate(() => window.host.saveAll());
		const text = await readFile(path.join(vaultDir, note), "utf8");
		check(/^> \[!ai\]- /m.test(text), "The note holds no record of type ai.");
		check(/^> .*`[^`\n]+`/m.test(text), "The record names no model.");

		await page.evaluate(() => window.app.commands.executeCommandById("theme:toggle-light-dark"));
		await shot("6-result-dark");
		await page.setViewportSize({ width: 420, height: 800 });
		await shot("7-result-narrow");
		check(errors.length === 0, `The page reported errors:\n${errors.join("\n")}`);
		console.log(`\n${note}\n${"-".repeat(note.length)}\n${text}\nPictures: ${shots}`);
	} finally {
		await browser.close();
	}
}

async function open(page, url, language) {
	await page.goto(`${url}?lang=${language}&theme=light`);
	await page.waitForFunction(() => window.host?.ready);
	const failure = await page.evaluate(() => window.host.failure);
	check(failure === null, `The plugin could not be loaded: ${failure}`);
}

/** Opens the tour's note by the quick switcher's list of files, and answers its path. */
async function openNote(page, tour) {
	const note = await page.evaluate(async ([word, source, flags]) => {
		const files = window.app.vault.getMarkdownFiles();
		const named = new RegExp(source, flags);
		for (const file of [...files.filter(({ path }) => named.test(path)), ...files]) {
			if (!new RegExp(`(^|\\s)${word}(\\s|[.,;])`).test(await window.app.vault.read(file))) continue;
			await window.app.workspace.getLeaf(false).openFile(file);
			return file.path;
		}
		return null;
	}, [tour.word, tour.note.source, tour.note.flags]);
	check(note !== null, `No note of the sample vault holds “${tour.word}”.`);
	return note;
}

/** Word by pointer, chip, menu, other words; the list previews without touching the document; Enter adopts. */
async function otherWords(page, tour, shot) {
	const before = await textOf(page);
	await selectWord(page, tour.word);
	await page.locator(".expert-friend-chip").click();
	await page.getByRole("menu").waitFor();
	await shot("2-menu");
	await page.getByRole("menuitem", { name: tour.otherWords }).click();
	await page.getByRole("option").nth(2).waitFor();
	await page.keyboard.press("ArrowDown");
	await shot("3-words");
	check(await textOf(page) === before, "A preview changed the document.");

	await page.keyboard.press("Escape");
	await page.getByRole("listbox").waitFor({ state: "detached" });
	check(await textOf(page) === before, "Escape did not leave the document as it was.");

	await selectWord(page, tour.word);
	await page.locator(".expert-friend-chip").click();
	await page.getByRole("menuitem", { name: tour.otherWords }).click();
	await page.getByRole("option").nth(1).waitFor();
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await page.waitForFunction((old) => window.app.workspace.activeEditor.editor.getValue() !== old, before);
	check((await textOf(page)).includes("> [!ai]- "), "Adopting wrote no record.");
	await shot("4-adopted");
}

/** Adoption and record are one step back, and one step forth. */
async function undoAndRedo(page) {
	const adopted = await textOf(page);
	await page.evaluate(() => window.app.workspace.activeEditor.editor.focus());
	await page.keyboard.press("ControlOrMeta+z");
	check(!(await textOf(page)).includes("> [!ai]- "), "One undo did not take the record back.");
	await page.keyboard.press("ControlOrMeta+Shift+z");
	check(await textOf(page) === adopted, "Redo did not bring the adoption back.");
}

/** A question about the sentence at the cursor; the answer comes while the writer types on; it is kept. */
async function isItClear(page, tour, shot) {
	const records = (text) => text.split("> [!ai]").length;
	const count = records(await textOf(page));
	await page.evaluate(() => {
		const { editor } = window.app.workspace.activeEditor;
		const line = Array.from({ length: editor.lineCount() }, (_, n) => n).find((n) => editor.getLine(n).length > 60 && !/^[>#|`-]/.test(editor.getLine(n)));
		editor.setCursor({ line: line ?? 0, ch: 20 });
		editor.focus();
		window.app.commands.executeCommandById("expert-friend:consult");
	});
	await page.getByRole("menuitem", { name: tour.clear }).click();
	await page.evaluate(() => window.app.workspace.getMostRecentLeaf().view.editor.focus());
	await page.keyboard.press("ControlOrMeta+End");
	await page.keyboard.type("\n…\n", { delay: 40 });
	await page.getByRole("button", { name: tour.keep, exact: true }).waitFor();
	await shot("5-margin");
	await page.getByRole("button", { name: tour.keep, exact: true }).click();
	await page.waitForFunction((old) => window.app.workspace.getMostRecentLeaf().view.editor.getValue().split("> [!ai]").length > old, count);
}

/** Selects the first whole `word` of the note's prose, with the pointer. */
async function selectWord(page, word) {
	const place = await page.evaluate(async (wanted) => {
		const { editor } = window.app.workspace.activeEditor;
		const text = editor.getValue();
		const body = /^---\n[^]*?\n---\n/.exec(text)?.[0].length ?? 0;
		const match = new RegExp(`(^|\\s)${wanted}(?=[\\s.,;])`).exec(text.slice(body));
		const at = body + match.index + match[1].length;
		editor.scrollIntoView({ from: editor.offsetToPos(at), to: editor.offsetToPos(at) }, true);
		await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
		const box = editor.cm.coordsAtPos(at + 1);
		return { x: box.left, y: (box.top + box.bottom) / 2 };
	}, word);
	await page.mouse.dblclick(place.x, place.y);
}

function textOf(page) {
	return page.evaluate(() => window.app.workspace.getMostRecentLeaf().view.editor.getValue());
}

function check(holds, message) {
	if (!holds) throw new Error(message);
}
