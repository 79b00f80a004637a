// Opening a vault of 10,000 notes, and a note of 1 MB, in the stand-in: the built plugin beside one that does nothing.
// What counts is the page's time on the processor: what else the machine does is not in it.
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { launch } from "../browser.mjs";
import { buildHost, buildPlugin, writeVault } from "../demo/server/build.mjs";
import { startServer } from "../demo/server/server.mjs";
import { median } from "./measure.mjs";
import { bounded, row, time } from "./table.mjs";
import { note, random } from "./text.mjs";

const notes = 10_000;
/** Pairs of openings of the vault, and of the note. */
const rounds = { vault: 5, note: 9 };
const manifest = {
	id: "expert-friend",
	name: "",
	version: "1.0.0",
	minAppVersion: "1.13.0",
	description: "",
	author: "",
};
const nothing = 'module.exports = class extends require("obsidian").Plugin {};';

const settings = {
	endpoints: [{ id: "e", preset: "custom", name: "Nobody", baseUrl: "http://127.0.0.1:9/v1", secret: "" }],
	model: { endpoint: "e", model: "nobody/one" },
};
const own = { ".obsidian/plugins/expert-friend/data.json": JSON.stringify(settings), "A.md": "A sentence.\n" };

/** Notes that the page is given whole, all of them: what the stand-in reads by itself costs the same each time. */
function manyNotes() {
	const next = random(41);
	const files = {};
	for (let n = 0; n < notes; n++) files[`Notes/${n % 100}/${n}.md`] = note(next, 250).slice(0, 250);
	return files;
}

/** Milliseconds that the page's main thread was at work since the page is there. */
async function worked(session) {
	const { metrics } = await session.send("Performance.getMetrics");
	return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}

async function opened(browser, url) {
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	page.setDefaultTimeout(300_000);
	const session = await page.context().newCDPSession(page);
	await session.send("Performance.enable", { timeDomain: "threadTicks" });
	await page.goto(url);
	await page.waitForFunction(() => window.host?.ready);
	// What follows once the layout is ready counts too: until nothing is to be done any more.
	await quiet(page, session);
	return { page, session };
}

async function quiet(page, session) {
	for (let before = -1, now = await worked(session); now - before > 5; now = await worked(session)) {
		before = now;
		await page.waitForTimeout(400);
	}
}

/** Opens the long note from another one. */
async function openNote({ page, session }) {
	await page.evaluate(() => window.app.workspace.getLeaf(false).openFile(window.app.vault.getFileByPath("A.md")));
	await quiet(page, session);
	const before = await worked(session);
	await page.evaluate(() => window.app.workspace.getLeaf(false).openFile(window.app.vault.getFileByPath("Long.md")));
	await quiet(page, session);
	return (await worked(session)) - before;
}

/** The medians of contenders, and of the ratios of each round, the order turned round each time. */
async function inTurns(names, count, measure) {
	const taken = Object.fromEntries(names.map((name) => [name, []]));
	for (let n = 0; n < count; n++) {
		const order = names.map((_, at) => names[(at + n) % names.length]);
		for (const name of order) taken[name].push(await measure(name));
	}
	return {
		time: (name) => time(median(taken[name])),
		ratio: (name, other) => median(taken[name].map((value, round) => value / taken[other][round])),
	};
}

function rowsOf(what, result, goal) {
	return [
		row(`${what}, bare against bare (noise)`, result.time("other"), result.time("bare"), result.ratio("other", "bare")),
		row(what, result.time("ours"), result.time("bare"), result.ratio("ours", "bare"), goal),
	];
}

export async function run() {
	const dir = await mkdtemp(path.join(os.tmpdir(), "expert-friend-opening-"));
	const browser = await launch();
	const servers = new Set();
	try {
		const hostDir = path.join(dir, "host");
		const plugins = { ours: path.join(dir, "plugin"), bare: path.join(dir, "bare"), other: path.join(dir, "bare") };
		await Promise.all([buildHost(hostDir), buildPlugin(plugins.ours)]);
		await writeVault(plugins.bare, { "main.js": nothing, "manifest.json": JSON.stringify(manifest), "styles.css": "" });
		const vaults = { many: path.join(dir, "Many"), long: path.join(dir, "Long") };
		await writeVault(vaults.many, { ...own, ...manyNotes() });
		await writeVault(vaults.long, { ...own, "Long.md": note(random(43), 1_000_000) });
		const names = Object.keys(plugins);
		const serve = async (vaultDir, name) => {
			const server = await startServer({
				vaultDir,
				hostDir,
				pluginDir: plugins[name],
				boot: { language: "en", open: "A.md" },
			});
			servers.add(server);
			return server;
		};
		let read = 0;
		const vault = await inTurns(names, rounds.vault, async (name) => {
			// One at a time: each looks through the folder again and again.
			const server = await serve(vaults.many, name);
			const { page, session } = await opened(browser, server.url);
			if (name === "ours") read += await page.evaluate(() => window.host.readAtStart + window.host.createdAtStart);
			const taken = await worked(session);
			await page.close();
			await server.close();
			servers.delete(server);
			return taken;
		});
		const pages = {};
		for (const name of names) pages[name] = await opened(browser, (await serve(vaults.long, name)).url);
		const long = await inTurns(names, rounds.note, (name) => openNote(pages[name]));
		return [
			...rowsOf(`opening a vault of ${notes.toLocaleString("en")} notes`, vault, 1.02),
			bounded("notes read or told of before the layout is ready", read, "<=", 0, String),
			...rowsOf("opening a note of 1 MB", long, 1.05),
		];
	} finally {
		await browser.close();
		for (const server of servers) await server.close();
		await rm(dir, { recursive: true, force: true });
	}
}
