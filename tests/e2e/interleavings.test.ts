import { ChangeSet, Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineStates } from "../../src/core/markdown/line-state";
import { passageAt } from "../../src/core/markdown/passage";
import { findRecords } from "../../src/core/record/parse";
import { withoutRecords } from "../../src/core/record/strip";
import { puppet, run, stageOf } from "./at-work";
import { cards } from "./asking";
import type { Call, Puppet } from "./puppet";
import type { Stage } from "./stage";

/** More of them at night. The seed of a run that failed is in its message: `FC_SEED` repeats it. */
const numRuns = process.env["FC_RUNS"] === undefined ? 12 : 100;
const seed = process.env["FC_SEED"] === undefined ? {} : { seed: Number(process.env["FC_SEED"]) };

const paragraphs = ["The first passage tells of a harbour in the morning.", "A second one is about the road that leads there.", "Third comes the inn where nobody sleeps before ten.", "Fourth and last, the letter that was never sent."] as const;
const start = `# A note\n\n${paragraphs.join("\n\n")}\n`;
const other = "Another note, of which nobody asks anything.\n";

const kinds = ["type", "type", "type", "delete", "wipe", "ask", "ask", "ask", "chunk", "chunk", "chunk", "end", "end", "cut", "cancel", "keep", "keep", "keep", "dismiss", "undo", "undo", "redo", "rename", "away", "back"] as const;
interface Step {
	readonly kind: typeof kinds[number];
	readonly pane: number;
	readonly a: number;
	readonly b: number;
}
const step: fc.Arbitrary<Step> = fc.record({ kind: fc.constantFrom(...kinds), pane: fc.nat(1), a: fc.nat(1000), b: fc.nat(1000) });
const typed = ["and ", "well", ", so it seems", " x ", "\n\nParagraph # was typed in between."] as const;

/** How many answers may come at once: no more than the plugin lets. */
const atOnce = 3;

interface Span {
	readonly from: number;
	readonly to: number;
}

/** A question and what the writer did with its answer. */
interface Asked {
	readonly name: string;
	readonly call: Call;
	text: string;
	state: "running" | "ended" | "kept" | "dismissed";
	/** Where its passage stands; empty once it is deleted. */
	passage: Span;
	/** Whether its passage was deleted. An undo brings it back where only its words can tell. */
	deleted: boolean;
}

/** What the note must be: what the writer typed, and the callouts that they had put in. */
interface Held {
	readonly doc: string;
	readonly callouts: readonly Span[];
}

/** A note that a writer works on, in one pane or two, while answers come; and what it must be. */
class Desk {
	private path = "A.md";
	private now: Held = { doc: start, callouts: [] };
	/** The writer's own edits alone. */
	private own = start;
	/** Every text the note ever had, with its own part: undo and redo lead to one of these, and nowhere else. */
	private readonly known = new Map<string, { readonly now: Held; readonly own: string }>([[start, { now: this.now, own: start }]]);
	private readonly asked: Asked[] = [];
	private readonly away: boolean[];
	private renames = 0;
	/** How many answers were kept. */
	keeps = 0;
	/** What was done, to be read when it went wrong. */
	readonly log: string[] = [];

	constructor(private readonly stage: Stage, private readonly friend: Puppet, panes: number) {
		this.away = Array.from({ length: panes }, () => false);
	}

	async do({ kind, pane: any, a, b }: Step): Promise<void> {
		const pane = any % this.away.length;
		const shown = this.away[pane] === false;
		const running = this.asked.filter((one) => one.state === "running");
		const speaking = running.filter((one) => one.text !== "");
		const ended = this.asked.filter((one) => one.state === "ended");
		const pick = <T>(list: readonly T[]): T | undefined => list[a % Math.max(1, list.length)];
		this.log.push(`${kind} in ${pane}, ${a}, ${b}`);
		switch (kind) {
			case "type": return shown ? this.type(pane, a, b) : undefined;
			case "delete": return shown ? this.remove(pane, a, b) : undefined;
			case "wipe": return shown && b % 2 === 0 ? this.wipe(pane, a) : undefined;
			case "ask": return shown && this.asked.length < 8 && running.length < atOnce ? this.ask(pane, a) : undefined;
			case "chunk": return this.chunk(pick(running));
			case "end": return this.end(pick(speaking), (one) => one.call.end());
			case "cut": return this.end(pick(speaking), (one) => one.call.cut());
			case "cancel": return this.cancel(pick(speaking));
			case "keep": return this.keep(pick(ended));
			case "dismiss": return b % 3 === 0 ? this.dismiss(pick(ended)) : undefined;
			case "undo":
			case "redo": return shown ? this.again(pane, kind) : undefined;
			case "rename": return this.rename();
			case "away": return shown ? this.show(pane, "Other.md") : undefined;
			case "back": return shown ? undefined : this.show(pane, this.path);
		}
	}

	/** Ends all, keeps all, and looks at everything once more. */
	async finish(): Promise<void> {
		for (const one of this.asked) {
			if (one.state === "running") await this.chunk(one);
			await this.end(one.state === "running" ? one : undefined, ({ call }) => call.end());
		}
		await this.check();
		for (const one of this.asked) await this.keep(one.state === "ended" ? one : undefined);
		await this.check();
		await expect.poll(() => this.stage.readNote(this.path)).toBe(this.now.doc);
		expect(await this.stage.readNote("Other.md")).toBe(other);
		// What the browser says by itself when an answer is cut.
		expect(this.stage.errors.filter((error) => !/net::ERR_/.test(error))).toEqual([]);
	}

	/** What must hold after each step. */
	async check(): Promise<void> {
		const { doc, callouts } = this.now;
		await expect.poll(() => this.text()).toBe(doc);
		// Both panes have it.
		for (const [pane, away] of this.away.entries()) expect(await this.textIn(pane)).toBe(away ? other : doc);
		let own = "";
		let at = 0;
		for (const { from, to } of [...callouts].sort((x, y) => x.from - y.from)) {
			own += doc.slice(at, from);
			at = to;
		}
		expect(own + doc.slice(at)).toBe(this.own);
		const words = (text: string): readonly string[] => text.split("\n").filter((line) => line.trim() !== "");
		expect(words(withoutRecords(doc))).toEqual(words(this.own));
		// Never twice; whole.
		const records = findRecords(doc);
		expect(records).toHaveLength(callouts.length);
		for (const one of this.asked) {
			const standing = records.filter(({ record }) => record.kept?.answer.includes(`${one.name},`));
			expect(standing.length).toBeLessThanOrEqual(one.state === "kept" ? 1 : 0);
			for (const { record } of standing) expect(record.kept?.answer).toBe(one.text.trim());
		}
		const waiting = this.asked.filter((one) => one.state === "running" || one.state === "ended");
		await expect.poll(() => cards(this.stage).count()).toBe(waiting.length);
		for (const one of waiting) if (one.text !== "") expect(await this.card(one).locator(".expert-friend-card-body").innerText()).toBe(one.text.trim());
	}

	// The writer's hands.

	private async type(pane: number, a: number, b: number): Promise<void> {
		const at = this.freePlace(a);
		if (at !== null) await this.edit(pane, { from: at, to: at, insert: typed[b % typed.length]!.replace("#", String(this.known.size)) });
	}

	private async remove(pane: number, a: number, b: number): Promise<void> {
		const from = this.freePlace(a);
		if (from === null) return;
		const end = this.now.doc.indexOf("\n", from);
		const to = Math.min(end < 0 ? this.now.doc.length : end, from + 1 + (b % 9));
		if (to > from) await this.edit(pane, { from, to, insert: "" });
	}

	private async wipe(pane: number, a: number): Promise<void> {
		const line = this.freeLine(a);
		if (line !== null) await this.edit(pane, { ...line, insert: "" });
	}

	private async edit(pane: number, change: Span & { readonly insert: string }): Promise<void> {
		const { doc, callouts } = this.now;
		const before = await this.stage.page.evaluate(([which, from, to, insert]) => {
			const view = window.app.workspace.getLeavesOfType("markdown")[which]!.view as unknown as { editor: import("obsidian").Editor };
			const text = view.editor.getValue();
			view.editor.replaceRange(insert, view.editor.offsetToPos(from), view.editor.offsetToPos(to));
			return text;
		}, [pane, change.from, change.to, change.insert] as const);
		expect(before).toBe(doc);
		const changes = ChangeSet.of(change, doc.length);
		const shift = callouts.filter(({ from }) => from < change.from).reduce((sum, { from, to }) => sum + to - from, 0);
		this.own = this.own.slice(0, change.from - shift) + change.insert + this.own.slice(change.to - shift);
		this.move(changes);
		this.become({ doc: changes.apply(Text.of(doc.split("\n"))).toString(), callouts: callouts.map((one) => ({ from: changes.mapPos(one.from, 1), to: changes.mapPos(one.to, -1) })) });
	}

	private async ask(pane: number, a: number): Promise<void> {
		const line = this.freeLine(a);
		if (line === null || this.now.doc.slice(line.from, line.to).split(" ").length < 3) return;
		// A sentence that runs over several lines is asked about whole.
		const found = passageAt(Text.of(this.now.doc.split("\n")), line.from, line.to, new LineStates());
		if (!("passage" in found)) throw new Error(`Nothing can be asked about “${this.now.doc.slice(line.from, line.to)}”.`);
		const { from, to } = found.passage.sentence;
		await this.stage.page.evaluate(([which, from, to]) => {
			const leaf = window.app.workspace.getLeavesOfType("markdown")[which]!;
			const { editor } = leaf.view as unknown as { editor: import("obsidian").Editor };
			window.app.workspace.setActiveLeaf(leaf, { focus: true });
			editor.focus();
			editor.setSelection(editor.offsetToPos(from), editor.offsetToPos(to));
		}, [pane, line.from, line.to] as const);
		await run(this.stage, "objective-is-it-clear");
		const call = await this.friend.next();
		this.asked.push({ name: `Answer ${this.asked.length + 1}`, call, text: "", state: "running", passage: { from, to }, deleted: false });
	}

	private async chunk(one: Asked | undefined): Promise<void> {
		if (one === undefined) return;
		const said = `${one.name}, word ${one.text.length}. `;
		one.text += said;
		one.call.say(said);
		await this.stage.page.locator("article.expert-friend-card", { hasText: said.trim() }).waitFor();
	}

	private async end(one: Asked | undefined, how: (one: Asked) => void): Promise<void> {
		if (one === undefined) return;
		how(one);
		one.state = "ended";
		await this.button(one, "Keep").waitFor();
	}

	private async cancel(one: Asked | undefined): Promise<void> {
		if (one === undefined) return;
		await this.button(one, "Cancel").dispatchEvent("click");
		await expect.poll(() => one.call.aborted).toBe(true);
		one.state = "ended";
		await this.button(one, "Keep").waitFor();
	}

	private async dismiss(one: Asked | undefined): Promise<void> {
		if (one === undefined) return;
		await this.button(one, "Dismiss").dispatchEvent("click");
		await this.card(one).waitFor({ state: "detached" });
		one.state = "dismissed";
	}

	private async keep(one: Asked | undefined): Promise<void> {
		if (one === undefined) return;
		const { doc, callouts } = this.now;
		await this.button(one, "Keep").dispatchEvent("click");
		const atEnd = this.stage.page.getByRole("button", { name: "At the end of the note" });
		await expect.poll(async () => (await this.card(one).count()) === 0 || (await atEnd.count()) > 0).toBe(true);
		const lost = (await atEnd.count()) > 0;
		// A passage is found however its words were changed, unless they are gone.
		if (lost) {
			expect(one.deleted, `The passage of ${one.name} stands.`).toBe(true);
			await atEnd.dispatchEvent("click");
			await this.card(one).waitFor({ state: "detached" });
		}
		const text = await this.text();
		const callout = insertedIn(doc, text);
		expect(callout, `One insertion and nothing else:\n${text}`).not.toBeNull();
		const { from, to } = callout!;
		const lines = text.slice(from, to).split("\n").filter((line) => line !== "");
		expect(lines[0]).toMatch(/^> \[!ai\]- Puppet one /);
		expect(lines.every((line) => line.startsWith(">"))).toBe(true);
		if (!lost && !one.deleted) {
			// After the block of its passage, with nothing in between but other answers.
			expect(from).toBeGreaterThanOrEqual(one.passage.to);
			const between = withoutRecords(doc.slice(one.passage.to, from));
			expect(between, `${one.name} is about “${doc.slice(one.passage.from, one.passage.to)}”:\n${text}`).not.toMatch(/\n[ \t]*\n\s*\S/);
		}
		one.state = "kept";
		this.keeps++;
		const changes = ChangeSet.of({ from, insert: text.slice(from, to) }, doc.length);
		this.move(changes);
		this.become({ doc: text, callouts: [...callouts.map((other) => ({ from: changes.mapPos(other.from, 1), to: changes.mapPos(other.to, -1) })), { from, to }] });
	}

	private async again(pane: number, which: "undo" | "redo"): Promise<void> {
		const { doc } = this.now;
		const text = await this.stage.page.evaluate(([at, what]) => {
			const { editor } = window.app.workspace.getLeavesOfType("markdown")[at]!.view as unknown as { editor: import("obsidian").Editor };
			editor[what]();
			return editor.getValue();
		}, [pane, which] as const);
		const before = this.known.get(text);
		expect(before, `${which} led to a text that never was:\n${text}`).toBeDefined();
		const span = differenceOf(doc, text);
		this.move(ChangeSet.of({ from: span.from, to: span.to, insert: text.slice(span.from, text.length - (doc.length - span.to)) }, doc.length));
		this.own = before!.own;
		this.now = before!.now;
	}

	private async rename(): Promise<void> {
		const to = `Renamed ${++this.renames}.md`;
		await this.stage.page.evaluate(([from, name]) => window.app.fileManager.renameFile(window.app.vault.getFileByPath(from)!, name), [this.path, to] as const);
		this.path = to;
	}

	private async show(pane: number, path: string): Promise<void> {
		await this.stage.page.evaluate(([at, name]) => window.app.workspace.getLeavesOfType("markdown")[at]!.openFile(window.app.vault.getFileByPath(name)!), [pane, path] as const);
		this.away[pane] = path === "Other.md";
	}

	// The model.

	private become(now: Held): void {
		this.now = now;
		this.known.set(now.doc, { now, own: this.own });
	}

	/** Passages go along with what is done around them, as they do in an editor. */
	private move(changes: ChangeSet): void {
		for (const one of this.asked) {
			const { from, to } = one.passage;
			const start = changes.mapPos(from, 1);
			one.passage = { from: start, to: Math.max(start, changes.mapPos(to, -1)) };
			one.deleted ||= one.passage.to === start;
		}
	}

	/** A place outside of callouts and not right at one: what is typed there is in no callout. */
	private freePlace(a: number): number | null {
		const places = Array.from({ length: this.now.doc.length + 1 }, (_, at) => at).filter((at) => !this.now.callouts.some(({ from, to }) => from < at && at <= to));
		return places[(a * 7) % Math.max(1, places.length)] ?? null;
	}

	/** A line of the writer's that says something. */
	private freeLine(a: number): Span | null {
		const lines: Span[] = [];
		for (let from = 0; from < this.now.doc.length;) {
			const end = this.now.doc.indexOf("\n", from);
			const to = end < 0 ? this.now.doc.length : end;
			if (to > from && !this.now.callouts.some((one) => one.from < to && from < one.to)) lines.push({ from, to });
			from = to + 1;
		}
		return lines[a % Math.max(1, lines.length)] ?? null;
	}

	// The page.

	private card(one: Asked) {
		return this.stage.page.locator("article.expert-friend-card", { hasText: `${one.name},` });
	}

	private button(one: Asked, name: string) {
		return this.card(one).getByRole("button", { name, exact: true });
	}

	private textIn(pane: number): Promise<string> {
		return this.stage.page.evaluate((at) => (window.app.workspace.getLeavesOfType("markdown")[at]!.view as unknown as { editor: import("obsidian").Editor }).editor.getValue(), pane);
	}

	/** The note as a pane shows it, or else as it is on disk. */
	private text(): Promise<string> {
		const pane = this.away.indexOf(false);
		return pane < 0 ? this.stage.readNote(this.path) : this.textIn(pane);
	}
}

/** What `before` and `after` do not begin and end with alike, as a span of `before`. */
function differenceOf(before: string, after: string): Span {
	let from = 0;
	while (from < before.length && from < after.length && before[from] === after[from]) from++;
	let to = before.length;
	while (to > from && after.length - (before.length - to) > from && before[to - 1] === after[after.length - (before.length - to) - 1]) to--;
	return { from, to };
}

/** The one insertion that makes `after` of `before`, its line breaks first; null when there is none. */
function insertedIn(before: string, after: string): Span | null {
	const { from, to } = differenceOf(before, after);
	if (to !== from) return null;
	// Of all ways to see it, the one that begins where the breaks before the callout do.
	let at = from;
	const length = after.length - before.length;
	while (at > 0 && !after.slice(at, at + length).startsWith("\n\n") && after[at - 1] === after[at + length - 1]) at--;
	return { from: at, to: at + length };
}

describe("whatever the order in which things happen", () => {
	it("the note is what the writer made it, each kept answer stands once, and none is lost", async () => {
		let keeps = 0;
		await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 2 }), fc.array(step, { minLength: 20, maxLength: 34 }), async (panes, steps) => {
			const friend = await puppet();
			const stage = await stageOf({ vault: { "A.md": start, "Other.md": other }, endpoint: friend.url, open: "A.md" });
			if (panes === 2) await stage.page.evaluate(() => window.app.workspace.getLeaf("split").openFile(window.app.vault.getFileByPath("A.md")!));
			const desk = new Desk(stage, friend, panes);
			try {
				for (const one of steps) {
					await desk.do(one);
					await desk.check();
				}
				await desk.finish();
				keeps += desk.keeps;
			} catch (error) {
				throw new Error(`After ${desk.log.join("; ")}`, { cause: error });
			} finally {
				await stage.page.close();
			}
		}), { numRuns, ...seed, endOnFailure: true });
		expect(keeps).toBeGreaterThan(numRuns);
	}, numRuns * 30_000);

	const afterRename: readonly Step["kind"][] = ["ask", "chunk", "rename", "type"];
	const leavingAtOnce: readonly Step["kind"][] = ["ask", "chunk", "type", "away", "back"];
	it.each([["typed in right after the note was renamed", afterRename], ["typed in just before another note is shown", leavingAtOnce]] as const)("a passage %s is not lost", async (_when, order) => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": start, "Other.md": other }, endpoint: friend.url, open: "A.md" });
		const desk = new Desk(stage, friend, 1);
		// The first passage, and a place in it.
		for (const kind of order) await desk.do({ kind, pane: 0, a: kind === "type" ? 3 : 1, b: 0 });
		await desk.finish();
		expect(desk.keeps).toBe(1);
	});
});
