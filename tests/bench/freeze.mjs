// How long the page is deaf while a reply comes as fast as an endpoint likes, whatever its shape: the built plugin in
// the stand-in, a server on loopback, and keys pressed all the while.
import { mkdtemp } from "node:fs/promises";
import path from "node:path";
import { atRate, frameOf, openPage, runOn, startEndpoint, withBuilds, writeOneNote } from "./stand-in.mjs";
import { bounded, time } from "./table.mjs";

/** Bytes of the stream a second. */
const rates = [250_000, 1_000_000];
/** Characters of text in each frame. */
const piece = 24;
/** Milliseconds that a key may wait. */
const most = 100;
/** Tries of which the best counts: the machine has slow moments of its own. */
const tries = 3;

const repeated = (piece) => (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** What an answer may look like: the text of so many characters. */
const shapes = {
	"one paragraph": repeated("some more words of it, "),
	"one word": repeated("x"),
	"one paragraph of emphasis": repeated("*some* **more** `words` "),
	"short paragraphs": repeated("Some words of a paragraph.\n\n"),
	"one paragraph of lines": repeated("some words of a line\n"),
	"one list": repeated("- an item of the list\n"),
	"a list within each item": (length) =>
		Array.from({ length: Math.ceil(length / 50) }, (_, n) => `${"  ".repeat(n % 20)}- an item\n`)
			.join("")
			.slice(0, length),
	"quotes within quotes": (length) =>
		Array.from({ length: Math.ceil(length / 40) }, (_, n) => `${"> ".repeat(1 + (n % 20))}a quote\n`)
			.join("")
			.slice(0, length),
	"one fenced block": (length) => `\`\`\`js\n${repeated("const more = words;\n")(length)}`,
	"one table": repeated("| some | more | words | of | it |\n"),
};

/** Rows of other words, as models send them. */
const row = (n) => `${JSON.stringify({ sentence: `Some other sentence, the ${n}th of them.` })}\n`;
const rowsOf = (length) =>
	Array.from({ length: Math.ceil(length / 60) }, (_, n) => row(n))
		.join("")
		.slice(0, length);

/** What other words and comparisons are asked for, and may get. */
const surfaces = {
	"other words, many rows": { textOf: rowsOf, begin: beginWords, cancel: leaveWords },
	"other words, one row without an end": {
		textOf: (length) => `{"sentence":"${repeated("some more words of it, ")(length)}`,
		begin: beginWords,
		cancel: leaveWords,
	},
	"other words, no row at all": { textOf: repeated("some more words. "), begin: beginWords, cancel: leaveWords },
	"a comparison of three": { textOf: shapes["short paragraphs"], begin: beginComparison, cancel: cancelColumn },
	"a comparison of three, one paragraph": {
		textOf: shapes["one paragraph"],
		begin: beginComparison,
		cancel: cancelColumn,
	},
};

/** An endpoint that sends every request the same text at a rate, in frames of a piece each. */
async function fast(textOf, rate) {
	const ends = [];
	let open = 0;
	const models = ["model", "second", "third"].map((id) => `fast/${id}`);
	const server = await startEndpoint(models, (response) => {
		open++;
		const text = textOf(400_000);
		let at = 0;
		let sent = 0;
		atRate(response, rate, 5, (due) => {
			let frames = "";
			for (; sent + frames.length < due; at += piece) frames += frameOf(models[0], text.slice(at, at + piece));
			sent += frames.length;
			if (frames !== "") response.write(frames);
		});
		response.on("close", () => {
			open--;
			ends.push(performance.now());
		});
	});
	return {
		...server,
		ends,
		/** Requests that are being answered. */
		open: () => open,
	};
}

/** Has the page tell the longest that a key waited for it. */
function observe() {
	window.seen = { waited: 0 };
	window.addEventListener(
		"keydown",
		(event) => (window.seen.waited = Math.max(window.seen.waited, performance.now() - event.timeStamp)),
		true,
	);
}

/** Asks, and resolves once words of the answer are there and its card has the keys. */
async function begin(page) {
	await page.evaluate(() => {
		window.begun = new Promise((resolve) => {
			const begun = new MutationObserver(() => {
				const card = document.querySelector("article.is-active");
				if (card?.querySelector(".expert-friend-card-body")?.firstChild == null) return;
				begun.disconnect();
				card.focus();
				resolve();
			});
			begun.observe(document.body, { childList: true, subtree: true, attributes: true });
		});
	});
	await runOn(page, "objective-is-it-clear", 0, 11);
	await page.evaluate(() => window.begun);
}

/** Asks for other words, and resolves once the list is there. */
async function beginWords(page) {
	await runOn(page, "other-words", 2, 10);
	await page.waitForSelector(".expert-friend-words");
}

function leaveWords(page) {
	return page.keyboard.press("Escape");
}

/** Compares three models, and resolves once words of each are there. */
async function beginComparison(page) {
	await runOn(page, "compare", 0, 11);
	const modal = page.locator(".modal");
	await modal.locator("button.mod-cta").click();
	await page.waitForFunction(() =>
		[...document.querySelectorAll(".expert-friend-compare button")].some((one) => one.textContent.trim() === "Cancel"),
	);
}

async function cancelColumn(page) {
	await page.evaluate(() =>
		[...document.querySelectorAll(".expert-friend-compare button")]
			.find(({ textContent }) => textContent.trim() === "Cancel")
			.focus(),
	);
	await page.keyboard.press("Enter");
}

/** Presses keys as long as something is under way, and gives the longest that one waited. */
async function deaf(page, work) {
	await page.evaluate(() => (window.seen.waited = 0));
	let over = false;
	const pressing = (async () => {
		while (!over) {
			await page.keyboard.press("F9");
			await new Promise((resolve) => setTimeout(resolve, 15));
		}
	})();
	await work();
	over = true;
	await pressing;
	return page.evaluate(() => window.seen.waited);
}

/** The longest that a key waits while a reply comes to its end, and *Cancel* while another one comes. */
async function measured(page, server) {
	const all = await deaf(page, async () => {
		await begin(page);
		await page.waitForFunction(() => document.querySelector("article.is-active") === null);
		let before = -1;
		for (let drawn = 0; drawn !== before;) {
			before = drawn;
			await new Promise((resolve) => setTimeout(resolve, 400));
			drawn = await page.evaluate(() => document.querySelector("article .expert-friend-card-body").textContent.length);
		}
	});
	await begin(page);
	const ends = server.ends.length;
	const pressed = performance.now();
	await page.keyboard.press("Escape");
	while (server.ends.length === ends) await new Promise((resolve) => setTimeout(resolve, 2));
	const cancel = server.ends[ends] - pressed;
	await page.waitForFunction(() => document.querySelector("article.is-active") === null);
	const kept = await page.evaluate(() =>
		[...document.querySelectorAll("article .expert-friend-card-body")].every(({ textContent }) => textContent !== ""),
	);
	if (!kept) throw new Error("What came is not kept.");
	return { all, cancel };
}

/** The same of a surface: while all that was asked comes, and from its way to cancel to the end of a request. */
async function measuredOn({ begin, cancel }, at, server) {
	const all = await inPage(at, server.url, (page) =>
		deaf(page, async () => {
			await begin(page);
			while (server.open() > 0) await new Promise((resolve) => setTimeout(resolve, 50));
			await new Promise((resolve) => setTimeout(resolve, 600));
		}),
	);
	const cancelled = await inPage(at, server.url, async (page) => {
		await begin(page);
		await new Promise((resolve) => setTimeout(resolve, 200));
		const ends = server.ends.length;
		const pressed = performance.now();
		await cancel(page);
		while (server.ends.length === ends) await new Promise((resolve) => setTimeout(resolve, 2));
		return server.ends[ends] - pressed;
	});
	return { all, cancel: cancelled };
}

/** A page of its own with a vault of its own, for as long as `use` takes. */
async function inPage({ dir, base, browser }, endpoint, use) {
	const vaultDir = await mkdtemp(path.join(dir, "vault-"));
	await writeOneNote(vaultDir, "A sentence.\n", endpoint, "fast/model");
	const { page, close } = await openPage(browser, base, vaultDir);
	try {
		await page.waitForFunction(() => "expert-friend:objective-is-it-clear" in window.app.commands.commands);
		await page.evaluate(observe);
		return await use(page);
	} finally {
		await close();
	}
}

/** What is measured: each shape of an answer, and each surface. */
const measures = [
	...Object.entries(shapes).map(([name, textOf]) => ({
		name,
		textOf,
		measure: (at, server) => inPage(at, server.url, (page) => measured(page, server)),
	})),
	...Object.entries(surfaces).map(([name, surface]) => ({
		name,
		textOf: surface.textOf,
		measure: (at, server) => measuredOn(surface, at, server),
	})),
];

/** The best of some tries of one measure. */
async function bestOf(at, { textOf, measure }, rate) {
	const best = { all: Infinity, cancel: Infinity };
	const server = await fast(textOf, rate);
	try {
		for (let n = 0; n < tries && Math.max(best.all, best.cancel) > most; n++) {
			const { all, cancel } = await measure(at, server);
			best.all = Math.min(best.all, all);
			best.cancel = Math.min(best.cancel, cancel);
		}
	} finally {
		await server.close();
	}
	return best;
}

export function run() {
	return withBuilds("freeze", async (at) => {
		const rows = [];
		for (const one of measures)
			for (const rate of rates) {
				const { all, cancel } = await bestOf(at, one, rate);
				const what = `${one.name} at ${rate / 1000} kB/s`;
				rows.push(bounded(`${what}: the longest that a key waits`, all, "<=", most, time));
				rows.push(bounded(`${what}: from Cancel to the end of the request`, cancel, "<=", most, time));
			}
		return rows;
	});
}
