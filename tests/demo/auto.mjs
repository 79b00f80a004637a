// The main job, done in a browser as a person does it: find other words for one, adopt some, ask whether a sentence is
// clear while typing on, keep the answer. Writes a picture at each step and prints the note it ends with.
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { launch } from "../browser.mjs";

/** What each language's tour goes through: places of the sample vault. */
const tours = {
	fr: {
		note: "Journal/Bretagne/La maison de Kerouzic.md",
		word: "maison",
		within: "La grande maison blanche",
		sentence: "La grande ",
		otherWords: "Autres mots",
		clear: "Est-ce clair",
		keep: "Garder",
		more: "D’autres",
	},
	en: {
		note: "Essays/On keeping a notebook.md",
		word: "careful",
		within: "a careful reader",
		sentence: "I have always",
		otherWords: "Other words",
		clear: "Is it clear",
		keep: "Keep",
		more: "More",
	},
};

/**
 * Drives the page at `url` and writes pictures into `shots`. Rejects when a step does not happen or the page reports
 * an error.
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
		await openNote(page, tour.note);
		await shot("1-note-light");

		await otherWords(page, tour, shot);
		await undoAndRedo(page);
		await isItClear(page, tour, shot);

		await page.evaluate(() => window.host.saveAll());
		const text = await readFile(path.join(vaultDir, tour.note), "utf8");
		check(/^> \[!ai\]- /m.test(text), "The note holds no record of type ai.");
		check(/^> .*`[^`\n]+`/m.test(text), "The record names no model.");

		await page.evaluate((start) => {
			window.app.commands.executeCommandById("theme:toggle-light-dark");
			const { editor } = window.app.workspace.getMostRecentLeaf().view;
			const at = editor.offsetToPos(editor.getValue().indexOf(start));
			editor.scrollIntoView({ from: at, to: at }, true);
		}, tour.sentence);
		await page.locator(".notice").first().waitFor({ state: "detached" });
		await shot("7-result-dark");
		await page.evaluate(() => window.app.workspace.rightSplit.collapse());
		await page.setViewportSize({ width: 420, height: 800 });

		await shot("8-result-narrow");
		check(errors.length === 0, `The page reported errors:\n${errors.join("\n")}`);
		console.log(`\n${tour.note}\n${"-".repeat(tour.note.length)}\n${text}\nPictures: ${shots}`);
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

async function openNote(page, path) {
	const opened = await page.evaluate(async (name) => {
		const file = window.app.vault.getFileByPath(name);
		if (file !== null) await window.app.workspace.getLeaf(false).openFile(file);
		return file !== null;
	}, path);
	check(opened, `The tour needs the sample vault's “${path}”: leave --vault out.`);
}

/** Word by pointer, chip, menu, other words; the list previews without touching the document; Enter adopts. */
async function otherWords(page, tour, shot) {
	const before = await textOf(page);
	await selectWord(page, tour);
	await page.locator(".expert-friend-chip").click();
	await page.getByRole("menu").waitFor();
	await shot("2-menu");
	await page.getByRole("menuitem", { name: tour.otherWords }).click();
	await page.getByRole("option").nth(2).waitFor();
	await page.keyboard.press("ArrowDown");
	await shot("3-words");
	check((await textOf(page)) === before, "A preview changed the document.");

	// What the answer took is known at its end; the list is there again, as it was, when it is opened once more.
	await page.getByRole("button", { name: tour.more, exact: true }).waitFor();
	await page.keyboard.press("Escape");
	await page.getByRole("listbox").waitFor({ state: "detached" });
	check((await textOf(page)) === before, "Escape did not leave the document as it was.");

	await selectWord(page, tour);
	await page.locator(".expert-friend-chip").click();
	await page.getByRole("menuitem", { name: tour.otherWords }).click();
	await page.getByRole("button", { name: tour.more, exact: true }).waitFor();
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
	check((await textOf(page)) === adopted, "Redo did not bring the adoption back.");
}

/** A question about the sentence at the cursor; the answer comes while the writer types on; it is kept. */
async function isItClear(page, tour, shot) {
	const records = (text) => text.split("> [!ai]").length;
	const count = records(await textOf(page));
	await page.evaluate((start) => {
		const { editor } = window.app.workspace.activeEditor;
		editor.setCursor(editor.offsetToPos(editor.getValue().indexOf(start) + 5));
		editor.focus();
		window.app.commands.executeCommandById("expert-friend:consult");
	}, tour.sentence);
	await page.getByRole("menuitem", { name: tour.clear }).click();
	await page.evaluate(() => window.app.workspace.getMostRecentLeaf().view.editor.focus());
	await page.keyboard.press("ControlOrMeta+End");
	await page.keyboard.type("\n…", { delay: 40 });
	await shot("5-margin-streaming");
	await page.getByRole("button", { name: tour.keep, exact: true }).waitFor();
	await shot("6-margin");
	await page.getByRole("button", { name: tour.keep, exact: true }).click();
	await page.waitForFunction(
		(old) => window.app.workspace.getMostRecentLeaf().view.editor.getValue().split("> [!ai]").length > old,
		count,
	);
	check((await textOf(page)).trimEnd().endsWith("…"), "What was typed meanwhile is lost.");
}

/** Selects the tour's word with the pointer. */
async function selectWord(page, { word, within }) {
	const place = await page.evaluate(
		async ([wanted, around]) => {
			const { editor } = window.app.workspace.activeEditor;
			const at = editor.getValue().indexOf(around) + around.indexOf(wanted);
			editor.scrollIntoView({ from: editor.offsetToPos(at), to: editor.offsetToPos(at) }, true);
			await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
			const box = editor.cm.coordsAtPos(at + 1);
			return { x: box.left, y: (box.top + box.bottom) / 2 };
		},
		[word, within],
	);
	await page.mouse.dblclick(place.x, place.y);
}

function textOf(page) {
	return page.evaluate(() => window.app.workspace.getMostRecentLeaf().view.editor.getValue());
}

function check(holds, message) {
	if (!holds) throw new Error(message);
}
