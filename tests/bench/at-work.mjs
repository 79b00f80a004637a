// The built plugin in the stand-in: typing while an answer streams, and what a thousand consultations leave in memory.
import path from "node:path";
import { median, resultOf } from "./measure.mjs";
import { atRate, frameOf, openPage, runOn, startEndpoint, withBuilds, writeBare, writeOneNote } from "./stand-in.mjs";
import { bounded, row, time } from "./table.mjs";
import { note, random } from "./text.mjs";

/** Tokens of an answer a second, each in a frame of its own. */
const rate = 250;
const rounds = 9;
const keys = 40;
/** Bytes of the page that a thousand consultations may leave. */
const mostHeap = 8 * 2 ** 20;

const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB`;

/** An endpoint that answers in words at the rate for as long as it is let, or at once with a few. */
async function talking() {
	let isLong = true;
	const frame = (content) => frameOf("a/model", content);
	const server = await startEndpoint(["a/model"], (response) => {
		if (!isLong) return void response.end(`${frame("It is clear.")}data: [DONE]\n\n`);
		let sent = 0;
		atRate(response, rate, 4, (due) => {
			for (; sent < due; sent++) response.write(frame(sent % 60 === 59 ? "words.\n\n" : "some "));
		});
	});
	return { ...server, brief: () => (isLong = false) };
}

/** A page with a vault of one note; it closes with everything else. */
async function openNote(browser, base, vaultDir, text, endpoint) {
	await writeOneNote(vaultDir, text, endpoint, "a/model");
	return openPage(browser, base, vaultDir);
}

/** Asks about the note's first words, and resolves once an answer is being drawn. */
async function ask(page) {
	await runOn(page, "objective-is-it-clear", 0, 11);
	await page.waitForFunction(
		() => (document.querySelector("article.is-active .expert-friend-card-body")?.textContent ?? "") !== "",
	);
}

/** Median milliseconds of a key in the middle of the note: dispatch, measuring, layout. */
function type(page) {
	return page.evaluate(async (count) => {
		const { cm } = window.app.workspace.activeEditor.editor;
		const took = [];
		for (let n = 0; n < count; n++) {
			const at = n === 0 ? cm.state.doc.line(cm.state.doc.lines >> 1).from : cm.state.selection.main.head;
			const start = performance.now();
			cm.dispatch({
				changes: { from: at, insert: n % 6 === 5 ? " " : "abcdefghij"[n % 10] },
				selection: { anchor: at + 1 },
				userEvent: "input.type",
				scrollIntoView: true,
			});
			cm.measure();
			void cm.contentDOM.offsetHeight;
			took.push(performance.now() - start);
			// What came meanwhile is read and drawn between keys, as it is with a writer.
			await new Promise((rest) => setTimeout(rest, 20));
		}
		return took;
	}, keys);
}

async function keysWhile(browser, base, bare, dir, server) {
	const text = `A sentence to ask about.\n\n${note(random(41), 100_000)}`;
	const ours = await openNote(browser, base, path.join(dir, "ours"), text, server.url);
	const theirs = await openNote(browser, { ...base, pluginDir: bare }, path.join(dir, "bare"), text, server.url);
	const again = await openNote(browser, { ...base, pluginDir: bare }, path.join(dir, "again"), text, server.url);
	const perRound = { streaming: [], idle: [], bare: [], again: [] };
	const turns = {
		bare: () => type(theirs.page),
		again: () => type(again.page),
		idle: () => type(ours.page),
		streaming: async () => {
			await ask(ours.page);
			const took = await type(ours.page);
			await ours.page.evaluate(() => window.app.commands.executeCommandById("expert-friend:cancel-consultations"));
			await ours.page.waitForFunction(() => document.querySelector("article.is-active") === null);
			return took;
		},
	};
	try {
		const names = Object.keys(turns);
		for (let round = -1; round < rounds; round++) {
			for (let n = 0; n < names.length; n++) {
				const name = names[(n + round + 1) % names.length];
				const took = median(await turns[name]());
				if (round >= 0) perRound[name].push(took);
			}
		}
	} finally {
		await Promise.all([ours, theirs, again].map(({ close }) => close()));
	}
	const { times, ratio } = resultOf(perRound);
	return [
		row(
			"a key in 100 kB, without the plugin twice (noise)",
			time(times.again),
			time(times.bare),
			ratio("again", "bare"),
		),
		row("a key in 100 kB, at rest", time(times.idle), time(times.bare), ratio("idle", "bare"), 1.05),
		row(
			`a key in 100 kB, while an answer streams at ${rate} tokens a second`,
			time(times.streaming),
			time(times.bare),
			ratio("streaming", "bare"),
			1.1,
		),
	];
}

/** Bytes that the page holds once what can go is gone. */
async function heapOf(page) {
	const client = await page.context().newCDPSession(page);
	try {
		for (let n = 0; n < 3; n++) await client.send("HeapProfiler.collectGarbage");
		await client.send("Performance.enable");
		const { metrics } = await client.send("Performance.getMetrics");
		return metrics.find(({ name }) => name === "JSHeapUsedSize").value;
	} finally {
		await client.detach();
	}
}

async function heapAfter(browser, base, dir, server) {
	server.brief();
	const { page, close } = await openNote(browser, base, path.join(dir, "heap"), "A sentence to ask.\n", server.url);
	const consult = async (count) => {
		await page.evaluate(async (times) => {
			const until = async (seen) => {
				for (let found = seen(); ; found = seen()) {
					if (found) return found;
					await new Promise((rest) => setTimeout(rest, 2));
				}
			};
			const { workspace, commands } = window.app;
			for (let n = 0; n < times; n++) {
				workspace.setActiveLeaf(workspace.getMostRecentLeaf(), { focus: true });
				workspace.activeEditor.editor.setSelection({ line: 0, ch: 0 }, { line: 0, ch: 18 });
				commands.executeCommandById("expert-friend:objective-is-it-clear");
				const card = await until(() => document.querySelector("article:not(.is-active)"));
				[...card.querySelectorAll("button")].find(({ textContent }) => textContent === "Dismiss").click();
				await until(() => document.querySelector("article") === null);
			}
		}, count);
		return heapOf(page);
	};
	try {
		await page.waitForFunction(() => "expert-friend:objective-is-it-clear" in window.app.commands.commands);
		const before = await consult(50);
		const after = await consult(1000);
		return bounded(
			"heap that 1,000 consultations leave",
			Math.max(0, after - before),
			"<=",
			mostHeap,
			megabytes,
			megabytes(before),
		);
	} finally {
		await close();
	}
}

export function run() {
	return withBuilds("at-work", async ({ dir, browser, base }) => {
		const server = await talking();
		try {
			const bare = await writeBare(path.join(dir, "bare-plugin"));
			const rows = await keysWhile(browser, base, bare, dir, server);
			return [...rows, await heapAfter(browser, base, dir, server)];
		} finally {
			await server.close();
		}
	});
}
