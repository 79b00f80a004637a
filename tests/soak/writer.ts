import { Text } from "@codemirror/state";
import { expect } from "vitest";
import { passageAt } from "../../src/core/markdown/passage";
import { Readings } from "../../src/core/markdown/reading";
import { findRecords, type FoundRecord } from "../../src/core/record/parse";
import { journalOf } from "../e2e/asking";
import { run } from "../e2e/at-work";
import { insertedIn } from "../e2e/note-model";
import type { Call, Puppet } from "../e2e/puppet";
import type { Stage } from "../e2e/stage";
import type { Chance } from "../chance";
import { AppWindow } from "./app-window";
import { friendWords, piece, refuse, rowsAround, ways } from "./friend";

/** Stands in a private note and nowhere else: no request may ever hold it. */
export const secret = "marmoset";

const start = [
	"# A walk",
	"The old tree by the wall bears *fruit* every second year.",
	"> A quoted line that is somebody's.",
	"- The first item tells of a harbour in the morning.\n- The second item is about the road there.",
	"Third comes the inn where **nobody** sleeps before ten, see [[B]] and [the map](https://example.org/map).",
	"| place | who |\n|---|---|\n| inn | the host |",
	"The letter that was never sent lies in a drawer.[^1]",
	"[^1]: A footnote of mine.",
	"",
].join("\n\n");

/** The notes at first, by path. */
export const vault: Readonly<Record<string, string>> = {
	"A.md": start,
	"B.md": "Another note.\n\nThe road to the coast is long, and the coast is cold.\n",
	"Private.md": `---\nai: never\n---\n\nThe ${secret} is mine alone.\n`,
};

const typed = [
	"and ",
	"well",
	", so it seems",
	" x ",
	"**bold** ",
	"\n\nA paragraph was typed in between.\n\n",
] as const;

/** What may happen, and how often beside the others. */
export const weights = {
	type: 6,
	erase: 3,
	ask: 5,
	say: 6,
	end: 4,
	cut: 1,
	cancel: 1,
	keep: 5,
	dismiss: 1,
	refused: 2,
	words: 6,
	"words while typing": 2,
	"words closed": 2,
	"my words again": 1,
	undo: 6,
	redo: 4,
	rename: 1,
	"other note": 1,
	reading: 1,
	"another program": 2,
	private: 1,
	"second pane": 1,
	"plugin again": 1,
	"page again": 1,
} as const;

export type Step = keyof typeof weights;

interface Asked {
	readonly name: string;
	readonly call: Call;
	/** Whether an undo of *Keep* brings it back: it was kept in the editor, and the plugin has stayed since. */
	remembered: boolean;
	state: "running" | "ended";
	said: boolean;
}

interface Line {
	readonly from: number;
	readonly to: number;
}

/**
 * A writer at work on a note, in one pane or two, while answers come and other things happen. Knows after each step
 * what the note must be.
 */
export class Writer {
	private readonly window: AppWindow;
	private path = "A.md";
	private doc = start;
	/** Every text the note ever had: undo and redo lead to one of these, and nowhere else. */
	private readonly known = new Set([start]);
	/** Those in the margin. */
	private asked: Asked[] = [];
	/** All of this session, by name: an undo brings one back. */
	private readonly all = new Map<string, Asked>();
	private renames = 0;
	private panes = 1;
	private readonly adopted: { readonly was: string; readonly is: string }[] = [];
	/** Words of sentences that a list was made for. */
	private readonly proposed = new Set<string>();
	/** Costs that the endpoint told, each another one. */
	private readonly told: number[] = [];

	constructor(
		private readonly stage: Stage,
		private readonly friend: Puppet,
		private readonly chance: Chance,
	) {
		this.window = new AppWindow(stage);
	}

	/** Does one thing, and holds everything against what it must be. */
	async do(step: Step): Promise<void> {
		await this.act(step);
		await this.check();
	}

	/** Ends what runs and settles what waits; then all counts must agree. */
	async finish(): Promise<void> {
		for (const one of [...this.asked]) {
			if (one.state === "running") {
				if (!one.said) await this.say(one);
				await this.end(one);
			}
			await this.keep(one);
			await this.check();
		}
		expect(await this.stage.readNote(this.path)).toBe(this.doc);
		expect(await this.stage.readNote("Private.md")).toBe(vault["Private.md"]);
		// Each request that was paid for is in the journal, once.
		await expect
			.poll(async () => {
				const costs = (await journalOf(this.stage)).map(({ cost }) => cost?.amount ?? 0);
				return this.told.filter((told) => costs.filter((cost) => Math.abs(cost - told) < 1e-9).length !== 1);
			})
			.toEqual([]);
		await expect.poll(() => this.stage.page.locator(".expert-friend-popover").count()).toBe(0);
	}

	private act(step: Step): Promise<void> | void {
		const running = this.asked.filter(({ state }) => state === "running");
		const speaking = running.filter(({ said }) => said);
		const ended = this.asked.filter(({ state }) => state === "ended");
		switch (step) {
			case "type":
				return this.type();
			case "erase":
				return this.erase();
			case "ask":
				return running.length < 3 && this.asked.length < 8 ? this.ask() : undefined;
			case "say":
				return this.with(running, (one) => this.say(one));
			case "end":
				return this.with(speaking, (one) => this.end(one));
			case "cut":
				return this.with(speaking, (one) => this.stop(one, () => one.call.cut()));
			case "cancel":
				return this.with(speaking, (one) => this.stop(one, () => this.window.press(one.name, "Cancel")));
			case "keep":
				return this.with(ended, (one) => this.keep(one));
			case "dismiss":
				return this.with(ended, (one) => this.dismiss(one));
			case "refused":
				return running.length < 3 ? this.refused() : undefined;
			case "words":
				return this.words("adopt");
			case "words while typing":
				return this.words("type");
			case "words closed":
				return this.words("close");
			case "my words again":
				return this.again();
			case "undo":
			case "redo":
				return this.rewind(step);
			case "rename":
				return this.rename();
			case "other note":
				return this.elsewhere("B.md");
			case "reading":
				return this.reading();
			case "another program":
				return this.anotherProgram();
			case "private":
				return this.private();
			case "second pane":
				return this.secondPane();
			case "plugin again":
				return this.restart(() => this.window.loadPluginAgain());
			case "page again":
				return this.restart(() => this.stage.reload());
		}
	}

	private with(list: readonly Asked[], act: (one: Asked) => Promise<void>): Promise<void> | undefined {
		const one = this.chance.one(list);
		return one === undefined ? undefined : act(one);
	}

	// What must hold.

	private async check(): Promise<void> {
		for (let pane = 0; pane < this.panes; pane++) await expect.poll(() => this.window.textIn(pane)).toBe(this.doc);
		// What the friend brought is signed.
		const records = findRecords(this.doc);
		const signed = records.flatMap(({ record }) => record.adoptions.map(({ adopted }) => adopted)).join(" ");
		const own = this.lines(this.doc)
			.map(({ from, to }) => this.doc.slice(from, to))
			.join("\n");
		for (const word of friendWords) if (new RegExp(`\\b${word}\\b`).test(own)) expect(signed).toContain(word);
		// No word of a private note is sent.
		for (const { raw } of this.friend.calls) expect(raw).not.toContain(secret);
		// What the browser says by itself when a request is refused or cut.
		expect(this.stage.errors.filter((error) => !/net::ERR_|Failed to load resource/.test(error))).toEqual([]);
		await expect.poll(() => this.stage.page.locator("article.expert-friend-card").count()).toBe(this.asked.length);
	}

	private recordsOf({ name }: Asked, doc: string): readonly FoundRecord[] {
		return findRecords(doc).filter(({ record }) => record.kept?.answer.includes(name));
	}

	/** Lines of the writer's, outside of records, of properties and of tables. */
	private lines(doc: string): readonly Line[] {
		const records = findRecords(doc).map(({ range }) => range);
		const lines: Line[] = [];
		for (let from = 0; from <= doc.length;) {
			const end = doc.indexOf("\n", from);
			const to = end < 0 ? doc.length : end;
			if (to > from && !records.some((one) => one.from < to && from < one.to)) lines.push({ from, to });
			from = to + 1;
		}
		return lines;
	}

	// The writer's hands.

	private async type(): Promise<void> {
		const line = this.chance.one(this.lines(this.doc));
		if (line === undefined) return;
		const at = line.from + this.chance.below(line.to - line.from + 1);
		await this.edit(at, at, this.chance.one(typed)!);
	}

	private async erase(): Promise<void> {
		const line = this.chance.one(this.lines(this.doc).filter(({ from, to }) => to - from > 30));
		if (line === undefined) return;
		const from = line.from + this.chance.below(line.to - line.from - 8);
		await this.edit(from, from + 1 + this.chance.below(6), "");
	}

	private async edit(from: number, to: number, insert: string): Promise<void> {
		await this.window.replace(from, to, insert);
		this.is(this.doc.slice(0, from) + insert + this.doc.slice(to));
	}

	private is(doc: string): void {
		this.doc = doc;
		this.known.add(doc);
	}

	// The friend's help.

	private async ask(): Promise<void> {
		const line = this.chance.one(this.askable());
		if (line === undefined) return;
		await this.window.select(line.from, line.to);
		await run(this.stage, "objective-is-it-clear");
		const call = await this.friend.next();
		const one: Asked = { name: `Answer ${this.all.size + 1},`, call, remembered: false, state: "running", said: false };
		this.asked.push(one);
		this.all.set(one.name, one);
	}

	private askable(): readonly Line[] {
		return this.lines(this.doc).filter(({ from, to }) => {
			const text = this.doc.slice(from, to);
			return !/^[>#[]|\||^\s*$/.test(text) && text.split(" ").length > 4;
		});
	}

	private async say(one: Asked): Promise<void> {
		if (!one.said) one.call.say(`${one.name} it begins. `);
		one.said = true;
		one.call.say(piece(this.chance));
		await this.window.card(one.name).waitFor();
	}

	private async end(one: Asked): Promise<void> {
		const cost = this.cost();
		await this.stop(one, () => one.call.end({ cost }));
		this.told.push(cost);
	}

	private cost(): number {
		return Number((0.0001 + (this.told.length + 1) / 1e6).toFixed(7));
	}

	private async stop(one: Asked, how: () => unknown): Promise<void> {
		await how();
		await this.window.card(one.name).getByRole("button", { name: "Keep", exact: true }).waitFor();
		one.state = "ended";
	}

	private async refused(): Promise<void> {
		const line = this.chance.one(this.askable());
		if (line === undefined) return;
		await this.window.select(line.from, line.to);
		await run(this.stage, "objective-is-it-clear");
		const way = this.chance.below(ways);
		const before = this.friend.calls.length;
		refuse(await this.friend.next(), way);
		// It has said nothing, and is not on its way.
		const failed = this.stage.page
			.locator("article.expert-friend-card:not(.is-active)")
			.filter({ hasNotText: /Answer \d+,/ });
		// Some are asked once more, without what may have been the reason.
		let answered = before + 1;
		await expect
			.poll(async () => {
				for (; answered < this.friend.calls.length; answered++) refuse(await this.friend.next(), way);
				return failed.count();
			})
			.toBe(1);
		await failed.getByRole("button", { name: "Dismiss", exact: true }).dispatchEvent("click");
		await failed.waitFor({ state: "detached" });
	}

	private async keep(one: Asked): Promise<void> {
		const before = this.doc;
		await this.window.press(one.name, "Keep");
		const atEnd = this.stage.page.getByRole("button", { name: "At the end of the note" });
		await expect
			.poll(async () => (await this.window.card(one.name).count()) === 0 || (await atEnd.count()) > 0)
			.toBe(true);
		if ((await atEnd.count()) > 0) {
			await atEnd.first().dispatchEvent("click");
			await this.window.card(one.name).waitFor({ state: "detached" });
		}
		const now = await this.window.textIn(0);
		const callout = insertedIn(before, now);
		expect(callout, `One insertion and nothing else:\n${now}`).not.toBeNull();
		const lines = now.slice(callout!.from, callout!.to).split("\n");
		expect(lines.filter((line) => line !== "" && !line.startsWith(">"))).toEqual([]);
		expect(this.recordsOf(one, now)).toHaveLength(1);
		one.remembered = true;
		expect(findRecords(now)).toHaveLength(findRecords(before).length + 1);
		this.gone(one);
		this.is(now);
	}

	private async dismiss(one: Asked): Promise<void> {
		await this.window.press(one.name, "Dismiss");
		await this.window.card(one.name).waitFor({ state: "detached" });
		this.gone(one);
	}

	private gone(one: Asked): void {
		this.asked = this.asked.filter((other) => other !== one);
	}

	private async words(how: "adopt" | "type" | "close"): Promise<void> {
		const line = this.chance.one(this.askable());
		if (line === undefined) return;
		const plain = [...this.doc.slice(line.from, line.to).matchAll(/(?<= )[a-z]{4,9}(?=[ .])/g)];
		const word = this.chance.one(plain);
		if (word === undefined) return;
		const from = line.from + word.index;
		const found = passageAt(Text.of(this.doc.split("\n")), from, from + word[0].length, new Readings());
		if (!("passage" in found) || found.passage.kind !== "words") return;
		const { sentence } = found.passage;
		const was = this.doc.slice(sentence.from, sentence.to);
		// A list that was closed is there again, without asking.
		const place = `${from - sentence.from} ${was}`;
		if (this.proposed.has(place)) return;
		this.proposed.add(place);
		const other = this.chance.one(friendWords.filter((one) => !was.includes(one)))!;
		const is = was.slice(0, from - sentence.from) + other + was.slice(from - sentence.from + word[0].length);
		await this.window.select(from, from + word[0].length);
		await run(this.stage, "other-words");
		const call = await this.friend.next();
		call.say(rowsAround(is, this.chance));
		const cost = this.cost();
		call.end({ cost });
		await this.stage.page.getByRole("button", { name: "More", exact: true }).waitFor();
		const option = this.stage.page.getByRole("option").filter({ hasText: other }).first();
		this.told.push(cost);
		// A sentence that typing has broken may have no row.
		if (how === "close" || (await option.count()) === 0) {
			await this.stage.page.keyboard.press("Escape");
			return this.stage.page.locator(".expert-friend-words").waitFor({ state: "detached" });
		}
		let shift = 0;
		if (how === "type") {
			const { length } = this.doc;
			await this.edit(length, length, "\nTyped while it was open.\n");
			await this.edit(0, 0, "% ");
			shift = 2;
		}
		await option.dispatchEvent("click");
		await this.stage.page.locator(".expert-friend-words").waitFor({ state: "detached" });
		const now = await this.window.textIn(0);
		const meant = this.doc.slice(0, sentence.from + shift) + is + this.doc.slice(sentence.to + shift);
		expect(withoutQuotes(now)).toEqual(withoutQuotes(meant));
		this.adopted.push({ was: word[0], is: other });
		this.is(now);
	}

	/** Gives the writer's own word back, if it can be told where it stands. */
	private async again(): Promise<void> {
		const one = this.chance.one(this.adopted);
		const places = this.lines(this.doc).flatMap(({ from, to }) => {
			const at = one === undefined ? -1 : this.doc.slice(from, to).search(new RegExp(`\\b${one.is}\\b`));
			return at < 0 ? [] : [from + at];
		});
		const at = this.chance.one(places);
		if (at === undefined) return;
		await this.window.select(at + 1, at + 1);
		await run(this.stage, "adopted-words");
		const card = this.stage.page.getByRole("dialog", { name: "Who proposed these words" });
		const notice = this.stage.page.getByText("No words from a consultation stand at the cursor.");
		await expect.poll(async () => (await card.count()) + (await notice.count()) > 0).toBe(true);
		if ((await card.count()) > 0) {
			const back = card.getByRole("button", { name: "My words again" });
			if ((await back.count()) > 0) await back.press("Enter");
			else await this.stage.page.keyboard.press("Escape");
			await card.waitFor({ state: "detached" });
		} else await this.window.clearNotices();
		const now = await this.window.textIn(0);
		const [before, after] = [withoutQuotes(this.doc), withoutQuotes(now)];
		expect(after).toHaveLength(before.length);
		expect(after.filter((line, at) => line !== before[at]).length).toBeLessThanOrEqual(1);
		this.is(now);
	}

	// What happens around them.

	private async rewind(which: "undo" | "redo"): Promise<void> {
		const before = this.doc;
		const text = await this.window.rewind(which);
		expect(this.known, `${which} led to a text that never was:\n${text}`).toContain(text);
		this.doc = text;
		if (text !== before) await this.settle(before);
	}

	/** An undo of *Keep* brings its answer back to the margin, a redo takes it away again. */
	private async settle(before: string): Promise<void> {
		const stood = (one: Asked, doc: string): boolean => this.recordsOf(one, doc).length > 0;
		for (const one of this.all.values())
			if (one.remembered && stood(one, before) && !stood(one, this.doc)) await this.window.card(one.name).waitFor();
		const names = await this.window.cards();
		const here = names.flatMap((text) => /Answer \d+,/.exec(text) ?? []);
		const known = new Map(this.asked.map((one) => [one.name, one]));
		this.asked = [
			...this.asked.filter((one) => one.state === "running" || here.includes(one.name)),
			...here.filter((name) => !known.has(name)).flatMap((name) => this.all.get(name) ?? []),
		];
		for (const one of this.asked) expect(this.recordsOf(one, this.doc)).toEqual([]);
	}

	private async rename(): Promise<void> {
		const to = `Renamed ${++this.renames}.md`;
		await this.window.rename(this.path, to);
		this.path = to;
	}

	private async elsewhere(path: string): Promise<void> {
		await this.window.show(path);
		expect(await this.window.textIn(0)).toBe(vault[path]);
		await this.window.show(this.path);
	}

	private async reading(): Promise<void> {
		await this.window.turn("preview");
		const ended = this.chance.one(this.asked.filter(({ state }) => state === "ended"));
		if (ended !== undefined) {
			await this.window.press(ended.name, "Keep");
			const atEnd = this.stage.page.getByRole("button", { name: "At the end of the note" });
			await expect
				.poll(async () => (await this.window.card(ended.name).count()) === 0 || (await atEnd.count()) > 0)
				.toBe(true);
			if ((await atEnd.count()) > 0) await atEnd.first().dispatchEvent("click");
			await this.window.card(ended.name).waitFor({ state: "detached" });
			const now = await this.stage.readNote(this.path);
			expect(insertedIn(this.doc, now), now).not.toBeNull();
			this.gone(ended);
			this.is(now);
		}
		await this.window.turn("source");
	}

	private async anotherProgram(): Promise<void> {
		const line = this.chance.one(this.lines(this.doc));
		if (line === undefined) return;
		expect(await this.stage.readNote(this.path)).toBe(this.doc);
		this.is(`${this.doc.slice(0, line.to)} Written elsewhere.${this.doc.slice(line.to)}`);
		await this.stage.writeNote(this.path, this.doc);
	}

	private async private(): Promise<void> {
		await this.window.show("Private.md");
		const text = vault["Private.md"]!;
		await this.window.select(text.indexOf(secret), text.indexOf(secret) + secret.length);
		const before = this.friend.calls.length;
		for (const command of ["other-words", "objective-is-it-clear", "ask"]) await run(this.stage, command);
		await this.stage.page.locator(".notice").first().waitFor();
		expect(this.friend.calls).toHaveLength(before);
		expect(await this.window.textIn(0)).toBe(text);
		await this.window.show(this.path);
	}

	private async secondPane(): Promise<void> {
		if (this.panes === 2) {
			await this.window.closeSecond();
			this.panes = 1;
			return;
		}
		await this.window.split(this.path);
		this.panes = 2;
	}

	/** The plugin goes and comes: what ran has stopped with what had come, what waited waits. */
	private async restart(how: () => Promise<void>): Promise<void> {
		await how();
		if ((await this.window.panes()) !== this.panes) this.panes = 1;
		await this.window.show(this.path);
		await run(this.stage, "open-margin");
		for (const one of this.asked) one.state = "ended";
		for (const one of this.all.values()) one.remembered = false;
		for (const one of this.asked.filter(({ said }) => !said)) {
			const silent = this.stage.page
				.locator("article.expert-friend-card")
				.filter({ hasNotText: /Answer \d+,/ })
				.first();
			await silent.getByRole("button", { name: "Dismiss", exact: true }).dispatchEvent("click");
			this.gone(one);
		}
	}
}

/** Lines of a note outside of what records and quotations quote. */
function withoutQuotes(doc: string): readonly string[] {
	return doc.split("\n").filter((line) => line.trim() !== "" && !line.startsWith(">"));
}
