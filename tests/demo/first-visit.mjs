// From an empty vault to a kept answer of a friend on this computer, done in a browser as a person does it. Counts the
// clicks and the keys, tells where the seconds go, and writes a picture at each step.
import { mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { launch } from "../browser.mjs";

/** What is typed, which the scripted friend knows, and what the entry of the menu is called. */
const visits = {
	fr: { sentence: "La grande maison blanche que j’ai achetée est belle.", clear: "Est-ce clair", keep: "Garder" },
	en: { sentence: "I have always been a careful reader and a careless writer.", clear: "Is it clear", keep: "Keep" },
};

/** Where servers on a computer listen. */
const places = { ollama: "http://localhost:11434", others: ["http://localhost:1234", "http://localhost:8080"] };

/** Clicks that may be needed at most. */
const mostClicks = 5;

/**
 * What the programs of a computer are, for the visit: the scripted friend stands where Ollama does, and nothing else
 * runs.
 */
export function onThisComputer(friendUrl) {
	return { [places.ollama]: friendUrl, ...Object.fromEntries(places.others.map((origin) => [origin, null])) };
}

/** Counts what a person does, and how long each step takes. */
class Visit {
	clicks = 0;
	keys = 0;
	steps = [];
	since = performance.now();

	constructor(page, shots) {
		this.page = page;
		this.shots = shots;
	}

	async click(locator) {
		this.clicks++;
		await locator.click();
	}

	/** @param delay milliseconds between keys: 0 for a step that is one key */
	async type(text, delay) {
		this.keys += [...text].length;
		await this.page.keyboard.type(text, { delay });
	}

	async done(step) {
		const seconds = (performance.now() - this.since) / 1000;
		this.steps.push({ step, seconds, clicks: this.clicks });
		await this.page.screenshot({ path: path.join(this.shots, `first-${this.steps.length}.png`) });
		this.since = performance.now();
	}
}

/**
 * Drives the page at `url`, whose vault is empty, and prints what it took. Rejects when a step does not happen, or when
 * more clicks are needed than may be.
 * @param options.vaultDir the vault's folder, from which the resulting note is read
 * @param options.friendUrl the scripted friend, which the page finds where Ollama listens
 * @param options.language `fr` or `en`
 */
export async function runFirstVisit({ url, vaultDir, friendUrl, shots, language }) {
	await mkdir(shots, { recursive: true });
	const { sentence, clear, keep } = visits[language] ?? visits.en;
	const browser = await launch();
	try {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		page.setDefaultTimeout(15_000);
		await page.route(`${places.ollama}/**`, async (route) => {
			const { pathname } = new URL(route.request().url());
			await route.fulfill({ response: await route.fetch({ url: friendUrl + pathname }) });
		});
		for (const origin of places.others) await page.route(`${origin}/**`, (route) => route.abort("connectionrefused"));
		await page.goto(`${url}?lang=${language}&theme=light`);
		await page.waitForFunction(() => window.host?.ready);
		const visit = new Visit(page, shots);
		await firstVisit(page, visit, { sentence, clear, keep });
		await page.evaluate(() => window.host.saveAll());
		const note = await writtenNote(vaultDir);
		if (!note.includes("> [!ai]- ")) throw new Error("The answer was not kept in the note.");
		if (visit.clicks > mostClicks) throw new Error(`${visit.clicks} clicks, and ${mostClicks} may be needed at most.`);
		report(visit, note, shots);
	} finally {
		await browser.close();
	}
}

async function firstVisit(page, visit, { sentence, clear, keep }) {
	await page.keyboard.press("ControlOrMeta+n");
	visit.keys++;
	// The note is there once its title is, and takes what is typed once it has the keys.
	await page.locator(".inline-title", { hasText: "Untitled" }).waitFor();
	await page.waitForFunction(() => document.activeElement?.classList.contains("cm-content"));
	await visit.type(sentence, 30);
	await visit.done("A new note, a sentence typed");
	const line = page.locator(".cm-line", { hasText: sentence }).first();
	const box = await line.boundingBox();
	await page.mouse.click(box.x + 40, box.y + box.height / 2, { clickCount: 3 });
	await visit.click(page.locator(".expert-friend-chip"));
	const setUp = page.locator(".expert-friend-page");
	await setUp.locator(".expert-friend-primary, [data-choice=found-ollama]").first().waitFor();
	await visit.done("The sentence selected, the chip pressed: what runs on this computer was found");
	await visit.click(setUp.locator("[data-choice=found-ollama] button:not([role=radio])").last());
	const goOn = setUp.getByRole("button", { name: /Untitled/ });
	await goOn.waitFor();
	await visit.done("The friend chosen");
	await visit.click(goOn);
	await page.getByRole("menu").waitFor();
	await visit.done("Back at the sentence, the menu open");
	await visit.click(page.getByRole("menuitem", { name: clear }));
	const kept = page.getByRole("button", { name: keep, exact: true });
	await kept.waitFor();
	await visit.done("Asked and answered");
	await visit.click(kept);
	await page.waitForFunction(() => window.app.workspace.getMostRecentLeaf().view.editor.getValue().includes("> [!ai]"));
	await visit.done("Kept in the note, signed");
}

async function writtenNote(vaultDir) {
	const name = (await readdir(vaultDir)).find((file) => file.startsWith("Untitled") && file.endsWith(".md"));
	return name === undefined ? "" : readFile(path.join(vaultDir, name), "utf8");
}

function report({ steps, clicks, keys }, note, shots) {
	const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
	const lines = steps.map(
		({ step, seconds, clicks: so }) => `${seconds.toFixed(1).padStart(6)} s  ${so} clicks  ${step}`,
	);
	console.log(`\n${lines.join("\n")}`);
	console.log(`${total.toFixed(1).padStart(6)} s  ${clicks} clicks, one selection, ${keys} keys (the sentence)`);
	console.log(`\n${note}\nPictures: ${shots}`);
}
