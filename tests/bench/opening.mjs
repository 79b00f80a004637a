// Opening a vault of 10,000 notes, and a note of 1 MB, in the stand-in: the built plugin beside one that does nothing.
// What counts is the page's time on the processor: what else the machine does is not in it.
import { cp, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { startServer } from "../demo/server/server.mjs";
import { withBuilds, writeBare } from "./stand-in.mjs";
import { bounded, row, time } from "./table.mjs";
import { note, prose, random } from "./text.mjs";

const notes = 10_000;
/** Openings by each: of the vault, of one that holds a single note, and of the long note. */
const rounds = { vault: 2, few: 2, note: 5 };
const settings = {
	endpoints: [{ id: "e", preset: "custom", name: "Nobody", baseUrl: "http://127.0.0.1:9/v1", secret: "" }],
	model: { endpoint: "e", model: "nobody/one" },
	notesMade: true,
};
const own = { ".obsidian/plugins/expert-friend/data.json": JSON.stringify(settings), "A.md": "A sentence.\n" };

/** Notes that the page is given whole, all of them: what the stand-in reads by itself costs the same each time. */
function manyNotes() {
	const next = random(41);
	const files = {};
	for (let n = 0; n < notes; n++) files[`Notes/${n % 100}/${n}.md`] = `${prose(next, 20)}\n`;
	return files;
}

/** Milliseconds that the page's main thread was at work since the page is there. */
async function worked(session) {
	const { metrics } = await session.send("Performance.getMetrics");
	return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}

async function opened(browser, url, html) {
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	page.setDefaultTimeout(300_000);
	const session = await page.context().newCDPSession(page);
	await session.send("Performance.enable", { timeDomain: "threadTicks" });
	await page.route(url, (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8" }));
	await page.goto(url);
	await page.waitForFunction(() => window.host?.ready);
	// What follows once the layout is ready counts too: until nothing is to be done any more.
	await quiet(page, session);
	return { page, session };
}

async function quiet(page, session) {
	for (let before = -1, now = await worked(session); now - before > 5; now = await worked(session)) {
		before = now;
		await page.waitForTimeout(300);
	}
}

/** Opens a short note and then the long one. */
async function openNote({ page, session }) {
	const before = await worked(session);
	await page.evaluate(async () => {
		for (const name of ["A.md", "Long.md"])
			await window.app.workspace.getLeaf(false).openFile(window.app.vault.getFileByPath(name));
	});
	await quiet(page, session);
	return (await worked(session)) - before;
}

/** The least that each took, the order turned round each time: the processor is warm for some and cold for others. */
async function inTurns(names, count, measure) {
	const taken = Object.fromEntries(names.map((name) => [name, []]));
	for (let n = 0; n < count; n++) {
		const order = names.map((_, at) => names[(at + n) % names.length]);
		for (const name of order) taken[name].push(await measure(name));
	}
	return {
		least: (name) => Math.min(...taken[name]),
		ratio: (name, other) => Math.min(...taken[name]) / Math.min(...taken[other]),
	};
}

function rowsOf(what, result, goal) {
	return [
		row(
			`${what}, bare against bare`,
			time(result.least("other")),
			time(result.least("bare")),
			result.ratio("other", "bare"),
		),
		row(what, time(result.least("ours")), time(result.least("bare")), result.ratio("ours", "bare"), goal),
	];
}

/** A server of one vault, and pages of it with one plugin or another: its folder is read at each load. */
async function standIn(dir, name, files, hostDir, boot) {
	const vaultDir = path.join(dir, name);
	const pluginDir = path.join(dir, `${name}'s plugin`);
	for (const folder of new Set(Object.keys(files).map((file) => path.dirname(file))))
		await mkdir(path.join(vaultDir, folder), { recursive: true });
	await Promise.all(Object.entries(files).map(([file, text]) => writeFile(path.join(vaultDir, file), text)));
	const server = await startServer({ vaultDir, hostDir, pluginDir, boot });
	// The page with all that it is told of the vault is the same each time, and nothing changes on disk: neither is
	// made or looked for again, which would be most of the time here.
	const html = await (await fetch(server.url)).text();
	server.vault.close();
	return {
		close: () => server.close(),
		open: async (browser, plugin) => {
			await cp(plugin, pluginDir, { recursive: true });
			return opened(browser, server.url, html);
		},
	};
}

export function run() {
	return withBuilds("opening", async ({ dir, browser, base: { hostDir, pluginDir } }) => {
		const servers = [];
		const bare = await writeBare(path.join(dir, "bare"));
		const plugins = { ours: pluginDir, bare, other: bare };
		try {
			const names = Object.keys(plugins);
			const serve = async (name, files) => {
				const server = await standIn(dir, name, { ...own, ...files }, hostDir, { language: "en", open: "A.md" });
				servers.push(server);
				return server;
			};
			const many = await serve("Many", manyNotes());
			let read = 0;
			const openings = (server) => async (name) => {
				const { page, session } = await server.open(browser, plugins[name]);
				if (name === "ours") read += await page.evaluate(() => window.host.readAtStart + window.host.createdAtStart);
				const taken = await worked(session);
				await page.close();
				return taken;
			};
			const vault = await inTurns(names, rounds.vault, openings(many));
			const one = await serve("Long", { "Long.md": note(random(43), 1_000_000) });
			const few = await inTurns(["ours", "bare"], rounds.few, openings(await serve("Few", {})));
			const pages = {};
			for (const name of names) pages[name] = await one.open(browser, plugins[name]);
			const long = await inTurns(names, rounds.note, (name) => openNote(pages[name]));
			return [
				...rowsOf(`opening a vault of ${notes.toLocaleString("en")} notes`, vault, 1.02),
				row("opening a vault of one note", time(few.least("ours")), time(few.least("bare")), few.ratio("ours", "bare")),
				bounded("notes read or told of before the layout is ready", read, "<=", 0, String),
				...rowsOf("opening a note of 1 MB", long, 1.05),
			];
		} finally {
			for (const server of servers) await server.close();
		}
	});
}
