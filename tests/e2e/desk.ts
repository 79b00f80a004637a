import { Text } from "@codemirror/state";
import { expect } from "vitest";
import { Readings } from "../../src/core/markdown/reading";
import { passageAt } from "../../src/core/markdown/passage";
import { findRecords } from "../../src/core/record/parse";
import { withoutRecords } from "../../src/core/record/strip";
import { cards, kept } from "./asking";
import { escaped, run } from "./at-work";
import { insertedIn, NoteModel, type Asked, type Span } from "./note-model";
import type { Puppet } from "./puppet";
import type { Stage } from "./stage";

/** A note that nobody asks about. */
export const other = "Another note, of which nobody asks anything.\n";

/**
 * What may happen, and how often beside the others. `elsewhere`: another program writes; `reload`: the plugin is
 * loaded again; `regret`: dismissed and taken back.
 */
const weights = {
	type: 4,
	delete: 2,
	wipe: 1,
	move: 1,
	ask: 5,
	chunk: 5,
	end: 3,
	cut: 1,
	cancel: 1,
	keep: 5,
	dismiss: 1,
	regret: 1,
	undo: 6,
	redo: 4,
	rename: 1,
	away: 2,
	back: 3,
	elsewhere: 2,
	reload: 1,
} as const;

export type Kind = keyof typeof weights;

/** One thing that happens: in which pane, and two numbers that say where and what. */
export interface Step {
	readonly kind: Kind;
	readonly pane: number;
	readonly a: number;
	readonly b: number;
}

const typed = ["and ", "well", ", so it seems", " x ", "\n\nParagraph # was typed in between."] as const;

/** How many answers may come at once: no more than the plugin lets. */
const atOnce = 3;

/** A note that a writer works on, in one pane or two, while answers come; and what it must be. */
export class Desk {
	private path = "A.md";
	private readonly note = new NoteModel();
	private readonly away: boolean[];
	private renames = 0;
	/** How many answers were kept. */
	keeps = 0;
	/** What was done, to be read when it went wrong. */
	readonly log: string[] = [];

	constructor(
		private readonly stage: Stage,
		private readonly friend: Puppet,
		panes: number,
	) {
		this.away = Array.from({ length: panes }, () => false);
	}

	/** What can happen next in a pane, chosen by a number. */
	kindOf(chosen: number, any: number): Kind {
		const shown = this.away[any % this.away.length] === false;
		const running = this.note.asked.filter((one) => one.state === "running");
		const can: Readonly<Partial<Record<Kind, boolean>>> = {
			type: shown,
			delete: shown,
			wipe: shown,
			move: shown,
			undo: shown,
			redo: shown,
			away: shown,
			back: !shown,
			ask: shown && this.note.asked.length < 12 && running.length < atOnce,
			chunk: running.length > 0,
			...Object.fromEntries(
				(["end", "cut", "cancel"] as const).map((kind) => [kind, running.some(({ text }) => text !== "")]),
			),
			...Object.fromEntries(
				(["keep", "dismiss", "regret"] as const).map((kind) => [
					kind,
					this.note.asked.some(({ state }) => state === "ended"),
				]),
			),
		};
		const kinds = (Object.keys(weights) as Kind[])
			.filter((kind) => can[kind] !== false)
			.flatMap((kind) => Array.from({ length: weights[kind] }, () => kind));
		return kinds[chosen % kinds.length]!;
	}

	async do({ kind, pane: any, a, b }: Step): Promise<void> {
		const pane = any % this.away.length;
		const running = this.note.asked.filter((one) => one.state === "running");
		const speaking = running.filter((one) => one.text !== "");
		const ended = this.note.asked.filter((one) => one.state === "ended");
		const pick = <T>(list: readonly T[]): T | undefined => list[a % Math.max(1, list.length)];
		this.log.push(`${kind} in ${pane}, ${a}, ${b}`);
		switch (kind) {
			case "type":
				return this.type(pane, a, b);
			case "delete":
				return this.remove(pane, a, b);
			case "wipe":
				return this.wipe(pane, a);
			case "move":
				return this.moveLine(pane, a);
			case "ask":
				return this.ask(pane, a);
			case "chunk":
				return this.chunk(pick(running));
			case "end":
				return this.end(pick(speaking), (one) => one.call.end());
			case "cut":
				return this.end(pick(speaking), (one) => one.call.cut());
			case "cancel":
				return this.cancel(pick(speaking));
			case "keep":
				return this.keep(pick(ended), b % 3 === 0);
			case "dismiss":
				return this.dismiss(pick(ended), false);
			case "regret":
				return this.dismiss(pick(ended), true);
			case "undo":
			case "redo":
				return this.again(pane, kind);
			case "rename":
				return this.rename();
			case "away":
				return this.show(pane, "Other.md");
			case "back":
				return this.show(pane, this.path);
			case "elsewhere":
				return this.writeElsewhere(a, b);
			case "reload":
				return this.reload();
		}
	}

	/** Ends all, keeps all, and looks at everything once more. */
	async finish(): Promise<void> {
		for (const one of this.note.asked) {
			if (one.state === "running") await this.chunk(one);
			await this.end(one.state === "running" ? one : undefined, ({ call }) => call.end());
		}
		await this.check();
		for (const one of this.note.asked) await this.keep(one.state === "ended" ? one : undefined, false);
		await this.check();
		await expect.poll(() => this.stage.readNote(this.path)).toBe(this.note.doc);
		await expect.poll(() => this.stage.readNote("Other.md")).toBe(other);
		// What waits would be there after a restart; by now that is nothing.
		await expect.poll(async () => (await kept(this.stage)).filter(({ text }) => text !== "")).toEqual([]);
		// What the browser says by itself when an answer is cut, and when the plugin is loaded again while it makes its
		// notes.
		expect(this.stage.errors.filter((error) => !/net::ERR_|status of 409/.test(error))).toEqual([]);
	}

	/** What must hold after each step. */
	async check(): Promise<void> {
		const { doc, callouts, own } = this.note;
		await expect.poll(() => this.text()).toBe(doc);
		// Both panes have it.
		for (const [pane, away] of this.away.entries()) await expect.poll(() => this.textIn(pane)).toBe(away ? other : doc);
		expect(this.note.withoutCallouts).toBe(own);
		const words = (text: string): readonly string[] => text.split("\n").filter((line) => line.trim() !== "");
		expect(words(withoutRecords(doc))).toEqual(words(own));
		// Never twice; whole.
		const records = findRecords(doc);
		expect(records).toHaveLength(callouts.length);
		for (const one of this.note.asked) {
			const standing = records.filter(({ record }) => record.kept?.answer.includes(`${one.name},`));
			expect(standing, one.name).toHaveLength(one.state === "kept" ? 1 : 0);
			for (const { record } of standing) expect(record.kept?.answer).toBe(one.text.trim());
		}
		// In the margin, and on this device in case all ends now.
		const waiting = this.note.asked.filter(
			(one) => one.state === "running" || one.state === "ended" || one.state === "silent",
		);
		await expect.poll(() => cards(this.stage).count()).toBe(waiting.length);
		for (const one of waiting)
			if (one.text !== "")
				await expect.poll(() => this.card(one).locator(".expert-friend-card-body").innerText()).toBe(one.text.trim());
		const stored = await kept(this.stage);
		expect(stored).toHaveLength(waiting.length);
		for (const one of waiting)
			if (one.state === "ended")
				expect(
					stored.some(({ text, path }) => text === one.text && path === this.path),
					one.name,
				).toBe(true);
	}

	// The writer's hands.

	private async type(pane: number, a: number, b: number): Promise<void> {
		const at = this.note.freePlace(a);
		if (at !== null) await this.edit(pane, { from: at, to: at, insert: this.words(b) });
	}

	private async remove(pane: number, a: number, b: number): Promise<void> {
		const from = this.note.freePlace(a);
		if (from === null) return;
		const end = this.note.doc.indexOf("\n", from);
		const to = Math.min(end < 0 ? this.note.doc.length : end, from + 1 + (b % 9));
		if (to > from) await this.edit(pane, { from, to, insert: "" });
	}

	private async wipe(pane: number, a: number): Promise<void> {
		const line = this.note.freeLine(a);
		if (line !== null) await this.edit(pane, { ...line, insert: "" });
	}

	/** Cuts a line and pastes it at the end, as a paragraph of its own. */
	private async moveLine(pane: number, a: number): Promise<void> {
		const line = this.note.freeLine(a);
		if (line === null) return;
		const words = this.note.doc.slice(line.from, line.to);
		await this.edit(pane, { ...line, insert: "" });
		const { length } = this.note.doc;
		await this.edit(pane, { from: length, to: length, insert: `\n\n${words}\n` });
	}

	private async edit(pane: number, change: Span & { readonly insert: string }): Promise<void> {
		const before = await this.stage.page.evaluate(
			([which, from, to, insert]) => {
				const view = window.app.workspace.getLeavesOfType("markdown")[which]!.view as unknown as {
					editor: import("obsidian").Editor;
				};
				const text = view.editor.getValue();
				view.editor.replaceRange(insert, view.editor.offsetToPos(from), view.editor.offsetToPos(to));
				return text;
			},
			[pane, change.from, change.to, change.insert] as const,
		);
		expect(before).toBe(this.note.doc);
		this.note.changed(change);
	}

	private async writeElsewhere(a: number, b: number): Promise<void> {
		const at = this.note.freePlace(a);
		if (at === null) return;
		const { doc } = this.note;
		await expect.poll(() => this.stage.readNote(this.path)).toBe(doc);
		const insert = this.words(b);
		await this.stage.writeNote(this.path, doc.slice(0, at) + insert + doc.slice(at));
		// No editor saw it: a passage whose words it changed can't be found by them.
		if (!this.away.includes(false))
			for (const one of this.note.asked) one.byWords ||= one.passage.from < at && at < one.passage.to;
		this.note.changed({ from: at, to: at, insert });
		await expect.poll(() => this.text()).toBe(this.note.doc);
	}

	private async ask(pane: number, a: number): Promise<void> {
		const line = this.note.freeLine(a);
		if (line === null || this.note.doc.slice(line.from, line.to).split(" ").length < 3) return;
		// A sentence that runs over several lines is asked about whole.
		const found = passageAt(Text.of(this.note.doc.split("\n")), line.from, line.to, new Readings());
		if (!("passage" in found))
			throw new Error(`Nothing can be asked about “${this.note.doc.slice(line.from, line.to)}”.`);
		const { from, to } = found.passage.sentence;
		await this.stage.page.evaluate(
			([which, from, to]) => {
				const leaf = window.app.workspace.getLeavesOfType("markdown")[which]!;
				const { editor } = leaf.view as unknown as { editor: import("obsidian").Editor };
				window.app.workspace.setActiveLeaf(leaf, { focus: true });
				editor.focus();
				editor.setSelection(editor.offsetToPos(from), editor.offsetToPos(to));
			},
			[pane, line.from, line.to] as const,
		);
		await run(this.stage, "objective-is-it-clear");
		const call = await this.friend.next();
		this.note.asked.push({
			name: `Answer ${this.note.asked.length + 1}`,
			call,
			text: "",
			state: "running",
			passage: { from, to, deleted: false },
			byWords: false,
			remembered: false,
		});
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

	private async dismiss(one: Asked | undefined, isRegretted: boolean): Promise<void> {
		if (one === undefined) return;
		await this.button(one, "Dismiss").dispatchEvent("click");
		await this.card(one).waitFor({ state: "detached" });
		if (isRegretted) {
			await this.stage.page.locator(".expert-friend-undo button").dispatchEvent("click");
			await this.button(one, "Keep").waitFor();
		} else {
			one.state = "dismissed";
		}
	}

	/** @param isImpatient presses twice */
	private async keep(one: Asked | undefined, isImpatient: boolean): Promise<void> {
		if (one === undefined) return;
		const { doc } = this.note;
		await this.button(one, "Keep").evaluate(
			(button, times) => {
				for (let n = 0; n < times; n++) (button as HTMLElement).click();
			},
			isImpatient ? 2 : 1,
		);
		const atEnd = this.stage.page.getByRole("button", { name: "At the end of the note" });
		await expect.poll(async () => (await this.card(one).count()) === 0 || (await atEnd.count()) > 0).toBe(true);
		const lost = (await atEnd.count()) > 0;
		// A passage is found however its words were changed, unless they are gone.
		if (lost) {
			expect(one.passage.deleted || one.byWords, `The passage of ${one.name} stands.`).toBe(true);
			await atEnd.first().dispatchEvent("click");
			await this.card(one).waitFor({ state: "detached" });
		}
		const text = await this.text();
		const callout = insertedIn(doc, text);
		expect(callout, `One insertion and nothing else:\n${text}`).not.toBeNull();
		const { from, to } = callout!;
		const lines = text
			.slice(from, to)
			.split("\n")
			.filter((line) => line !== "");
		expect(lines[0]).toMatch(/^> \[!ai\]- Puppet one /);
		expect(lines.every((line) => line.startsWith(">"))).toBe(true);
		if (!lost) this.expectAfterPassage(one, doc, from, text.slice(from, to));
		one.remembered = this.away.includes(false);
		this.keeps++;
		this.note.kept(one, text, { from, to });
	}

	/**
	 * After the block of its passage, with nothing in between but other answers: of the passage that the callout
	 * quotes, and of the one asked about.
	 */
	private expectAfterPassage(one: Asked, doc: string, at: number, callout: string): void {
		const isNext = (end: number): void => {
			expect(at).toBeGreaterThanOrEqual(end);
			expect(
				withoutRecords(doc.slice(end, at)),
				`${one.name} is not about what stands before it:\n${doc.slice(0, at)}${callout}`,
			).not.toMatch(/\n[ \t]*\n\s*\S/);
		};
		const asked = findRecords(callout.trim())[0]?.record.kept?.question ?? "";
		const quoted = /“([^]*)”$/.exec(asked)?.[1] ?? "";
		const words = quoted.replace(/…$/, "").split(/\s+/).map(escaped).join("\\s+");
		const ends = [...doc.slice(0, at).matchAll(new RegExp(words, "g"))].map((match) => match.index + match[0].length);
		expect(ends, `${one.name} quotes “${quoted}”:\n${doc}`).not.toEqual([]);
		// Of a long one the callout quotes the beginning only.
		if (!quoted.endsWith("…")) isNext(ends.at(-1)!);
		if (!one.passage.deleted) isNext(one.passage.to);
	}

	private async again(pane: number, which: "undo" | "redo"): Promise<void> {
		const text = await this.stage.page.evaluate(
			([at, what]) => {
				const { editor } = window.app.workspace.getLeavesOfType("markdown")[at]!.view as unknown as {
					editor: import("obsidian").Editor;
				};
				editor[what]();
				return editor.getValue();
			},
			[pane, which] as const,
		);
		expect(this.note.rewound(text), `${which} led to a text that never was:\n${text}`).toBe(true);
	}

	private async rename(): Promise<void> {
		const to = `Renamed ${++this.renames}.md`;
		await this.stage.page.evaluate(
			([from, name]) => window.app.fileManager.renameFile(window.app.vault.getFileByPath(from)!, name),
			[this.path, to] as const,
		);
		this.path = to;
	}

	private async show(pane: number, path: string): Promise<void> {
		await this.stage.page.evaluate(
			([at, name]) =>
				window.app.workspace.getLeavesOfType("markdown")[at]!.openFile(window.app.vault.getFileByPath(name)!),
			[pane, path] as const,
		);
		this.away[pane] = path === "Other.md";
	}

	private async reload(): Promise<void> {
		await this.stage.page.evaluate(async () => {
			await window.app.plugins.disablePlugin("expert-friend");
			await window.app.plugins.enablePlugin("expert-friend");
		});
		await run(this.stage, "open-margin");
		for (const one of this.note.asked) {
			one.byWords = true;
			one.remembered = false;
			if (one.state !== "running") continue;
			await expect.poll(() => one.call.aborted).toBe(true);
			one.state = one.text === "" ? "silent" : "ended";
			if (one.text !== "") await this.card(one).getByText("incomplete").waitFor();
		}
	}

	private words(b: number): string {
		return typed[b % typed.length]!.replace("#", String(this.note.age));
	}

	// The page.

	private card(one: Asked) {
		return this.stage.page.locator("article.expert-friend-card", { hasText: `${one.name},` });
	}

	private button(one: Asked, name: string) {
		return this.card(one).getByRole("button", { name, exact: true });
	}

	private textIn(pane: number): Promise<string> {
		return this.stage.page.evaluate(
			(at) =>
				(
					window.app.workspace.getLeavesOfType("markdown")[at]!.view as unknown as { editor: import("obsidian").Editor }
				).editor.getValue(),
			pane,
		);
	}

	/** The note as a pane shows it, or else as it is on disk. */
	private text(): Promise<string> {
		const pane = this.away.indexOf(false);
		return pane < 0 ? this.stage.readNote(this.path) : this.textIn(pane);
	}
}
