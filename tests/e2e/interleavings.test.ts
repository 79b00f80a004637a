import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { puppet, stageOf } from "./at-work";
import { Desk, other, type Kind } from "./desk";
import { start } from "./note-model";
import { exploring, seedOf } from "../sampling";

const numRuns = exploring ? 100 : 2;
// One of those that failed once.
const seed = seedOf(188066992);

const steps = fc.array(fc.record({ chosen: fc.nat(1000), pane: fc.nat(1), a: fc.nat(1000), b: fc.nat(1000) }), {
	minLength: 20,
	maxLength: 34,
});

/** A desk with the note in so many panes. */
async function deskOf(panes: number): Promise<{ readonly desk: Desk; close(): Promise<void> }> {
	const friend = await puppet();
	const stage = await stageOf({ vault: { "A.md": start, "Other.md": other }, endpoint: friend.url, open: "A.md" });
	if (panes === 2)
		await stage.page.evaluate(() =>
			window.app.workspace.getLeaf("split").openFile(window.app.vault.getFileByPath("A.md")!),
		);
	return { desk: new Desk(stage, friend, panes), close: () => stage.page.close() };
}

describe("whatever the order in which things happen", () => {
	it("the note is what the writer made it, each kept answer stands once, and none is lost", async () => {
		let keeps = 0;
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 1, max: 2 }), steps, async (panes, all) => {
				const { desk, close } = await deskOf(panes);
				try {
					for (const { chosen, ...one } of all) {
						await desk.do({ ...one, kind: desk.kindOf(chosen, one.pane) });
						await desk.check();
					}
					await desk.finish();
					keeps += desk.keeps;
				} catch (error) {
					throw new Error(`After ${desk.log.join("; ")}`, { cause: error });
				} finally {
					await close();
				}
			}),
			{ numRuns, ...seed, endOnFailure: true },
		);
		// Or nothing much was tried.
		expect(keeps).toBeGreaterThan(numRuns / 3);
	});

	// The first passage, and a place in it; typed are words, or a paragraph.
	const orders: readonly (readonly [string, number, readonly (Kind | "paragraph")[]])[] = [
		["typed in right after the note was renamed", 1, ["ask", "chunk", "rename", "type"]],
		["typed in just before another note is shown", 1, ["ask", "chunk", "type", "away", "back"]],
		["wiped and brought back by the other pane", 2, ["ask", "chunk", "wipe", "undo", "wipe", "undo"]],
		["kept, taken out by an undo, put back by a redo", 2, ["ask", "chunk", "end", "keep", "undo", "redo", "undo"]],
		["that became two paragraphs", 1, ["ask", "chunk", "paragraph"]],
		["moved while its answer came", 1, ["ask", "chunk", "move"]],
		["of a note that another program wrote while nobody looked", 1, ["ask", "chunk", "away", "elsewhere", "back"]],
	];
	it.each(orders)("a passage %s is not lost", async (_when, panes, order) => {
		const { desk } = await deskOf(panes);
		for (const [n, what] of order.entries()) {
			const kind = what === "paragraph" ? "type" : what;
			await desk.do({
				kind,
				pane: kind === "undo" || kind === "redo" ? n : 0,
				a: kind === "type" || kind === "elsewhere" ? 3 : 1,
				b: what === "paragraph" ? 4 : 0,
			});
			await desk.check();
		}
		await desk.finish();
		expect(desk.keeps).toBeGreaterThanOrEqual(1);
	});
});
