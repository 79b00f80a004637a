import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { run } from "../e2e/at-work";
import { startPuppet } from "../e2e/puppet";
import { openStage, type Stage } from "../e2e/stage";
import { Chance } from "../chance";
import { vault, weights, Writer, type Step } from "./writer";

const minutes = Number(process.env["SOAK_MINUTES"] ?? 1);
const seed = Number(process.env["SOAK_SEED"] ?? 1);
const only = process.env["SOAK_SESSION"];
const stepsOfSession = 60;

/** Milliseconds after which what must come counts as not coming. */
const patience = 20_000;

/** Bytes of heap and listeners of the page while it shows a short note, after what can go is gone. */
async function heldBy({ page }: Stage): Promise<{ readonly heap: number; readonly listeners: number }> {
	await page.evaluate(async () => {
		const [first, ...others] = window.app.workspace.getLeavesOfType("markdown");
		for (const other of others) other.detach();
		await first!.openFile(window.app.vault.getFileByPath("B.md")!);
		for (const notice of document.querySelectorAll(".notice")) notice.remove();
	});
	const devTools = await page.context().newCDPSession(page);
	try {
		await devTools.send("HeapProfiler.collectGarbage");
		await devTools.send("Performance.enable");
		const { metrics } = await devTools.send("Performance.getMetrics");
		const value = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
		return { heap: value("JSHeapUsedSize"), listeners: value("JSEventListeners") };
	} finally {
		await devTools.detach();
	}
}

/**
 * What a page may hold more at a session's end than at its beginning: its undo history, what waits to be collected, the
 * cards of answers that wait. Of 56 sessions the most had 112 listeners more; lists that stayed would be 30 each, of
 * which a session opens a dozen.
 */
const room = { heap: 16 * 2 ** 20, listeners: 200 };

/** One session: a new vault and page, so many steps, all settled. Rejects at the first promise that is broken. */
async function session(number: number): Promise<number> {
	const chance = new Chance(seed * 1_000 + number);
	const log: Step[] = [];
	const friend = await startPuppet();
	const stage = await openStage({ vault, endpoint: friend.url, open: "A.md" });
	try {
		stage.page.setDefaultTimeout(patience);
		await run(stage, "open-margin");
		const writer = new Writer(stage, friend, chance);
		const before = await heldBy(stage);
		await stage.page.evaluate(() =>
			window.app.workspace.getLeavesOfType("markdown")[0]!.openFile(window.app.vault.getFileByPath("A.md")!),
		);
		for (let n = 0; n < stepsOfSession; n++) {
			const step = chance.weighted(weights);
			log.push(step);
			await writer.do(step);
		}
		await writer.finish();
		const after = await heldBy(stage);
		console.log(`${log.length} steps: ${after.listeners - before.listeners} listeners`);
		expect(after.heap - before.heap).toBeLessThan(room.heap);
		expect(after.listeners - before.listeners).toBeLessThan(room.listeners);
		return log.length;
	} catch (error) {
		const again = `npm run soak -- --seed ${seed} --session ${number}`;
		const picture = path.join(os.tmpdir(), `soak-${seed}-${number}.png`);
		await stage.page.screenshot({ path: picture });
		throw new Error(`After ${log.join(", ")}\nThis session again: ${again}\nThe page then: ${picture}`, {
			cause: error,
		});
	} finally {
		await stage.close();
		await friend.close();
	}
}

it(
	"keeps every promise, whatever the writer, the friend and the host do",
	{ timeout: (minutes + 10) * 60_000 },
	async () => {
		const end = performance.now() + minutes * 60_000;
		let steps = 0;
		let number = only === undefined ? 0 : Number(only);
		do {
			steps += await session(number++);
			console.log(`${number} sessions, ${steps} steps`);
		} while (only === undefined && performance.now() < end);
	},
);
