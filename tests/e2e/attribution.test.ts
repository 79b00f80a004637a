import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noticed, puppet, rows, run, stageOf } from "./at-work";
import { cards, press } from "./asking";
import type { Call, Puppet } from "./puppet";
import type { Stage } from "./stage";
import { exploring, seedOf } from "../sampling";

const numRuns = exploring ? 60 : 2;
// One of those that failed once.
const seed = seedOf(1367511196);

/**
 * Letters that the writer never types. Each word of a model is one of them, repeated, and no two words have the same: a
 * letter so tells whose it is wherever it stands, and however little was left of its word.
 */
const letters = [
	[0x430, 0x44f],
	[0x561, 0x586],
	[0x10d0, 0x10f0],
	[0x3b1, 0x3c1],
].flatMap(([from, to]) => Array.from({ length: to! - from! + 1 }, (_, n) => String.fromCodePoint(from! + n)));
const ofModels = new RegExp(`[${letters.join("")}]`, "u");
const models = ["puppet/one-20260101", "puppet/two-20260202"] as const;

const start = [
	"# A harbour in winter",
	"",
	"The boats lie on the shore. Nobody paints them before the spring. The men mend their nets in the old hall.",
	"",
	"- Bring new rope from the town",
	"- Ask the smith about the anchor",
	"- [ ] Paint the name on the bow",
	"",
	"> A storm is a letter that the sea",
	"> writes to the land. Few people",
	"> can read it.",
	"",
	"> [!note] What the pilot said",
	"> The sand moves every year.",
	"",
	"| Boat | State |",
	"| --- | --- |",
	"| Merle | The mast is broken |",
	"| Grive | Nothing is missing here |",
	"",
	"The **heavy chain** was lost[^1] near [[Cape|the cape]].",
	"",
	"[^1]: The keeper wrote it down.",
	"",
].join("\n");
const other = "Another note, of which nobody asks anything.\n";

const kinds = [
	"words",
	"words",
	"words",
	"passage",
	"own",
	"keep",
	"type",
	"type",
	"delete",
	"move",
	"undo",
	"undo",
	"redo",
	"mine",
	"reload",
	"away",
	"next model",
] as const;
interface Step {
	readonly kind: (typeof kinds)[number];
	readonly a: number;
	readonly b: number;
}
const step: fc.Arbitrary<Step> = fc.record({ kind: fc.constantFrom(...kinds), a: fc.nat(5000), b: fc.nat(5000) });
const typed = ["and ", "well", ", so it seems", " x", "\n\n", ". Then ", "\n- "] as const;

interface Span {
	readonly from: number;
	readonly to: number;
}

/** The callouts of a note that say that they are records, as anyone would read them who never saw the plugin. */
function recordsIn(
	text: string,
): readonly (Span & { readonly lines: readonly string[]; readonly model: string | null })[] {
	const found: (Span & { lines: string[]; model: string | null })[] = [];
	let open: (Span & { to: number; lines: string[]; model: string | null }) | null = null;
	let at = 0;
	for (const line of text.split("\n")) {
		if (line.startsWith("> [!ai]")) found.push((open = { from: at, to: at + line.length, lines: [line], model: null }));
		else if (open !== null && line.startsWith(">")) {
			open.lines.push(line);
			open.to = at + line.length;
			open.model = /^> `([^`]+)` /.exec(line)?.[1] ?? open.model;
		} else open = null;
		at += line.length + 1;
	}
	return found;
}

class Desk {
	/** Which model each letter came from. */
	private readonly author = new Map<string, string>();
	private step = 0;
	private model = 0;
	/** Who was asked last: a changed setting takes its time from disk. */
	private speaker = "";
	adopted = 0;
	marks = 0;
	takenBack = 0;
	readonly log: string[] = [];

	constructor(
		private readonly stage: Stage,
		private readonly friend: Puppet,
		private readonly place: "passage" | "end" | "journal",
	) {}

	async do({ kind, a, b }: Step): Promise<void> {
		this.log.push(`${++this.step} ${kind} ${a} ${b}`);
		switch (kind) {
			case "words":
				return this.words(a, b);
			case "own":
				return this.own(a, b);
			case "passage":
				return this.passage(b);
			case "keep":
				return this.keep(a, b);
			case "type":
				return this.edit(a, () => ({ length: 0, insert: typed[b % typed.length]! }));
			case "delete":
				return this.edit(a, (rest) => ({ length: Math.min(rest, 1 + (b % 9)), insert: "" }));
			case "move":
				return this.move(a, b);
			case "undo":
			case "redo":
				return this.editor((editor, [which]) => editor[which as "undo" | "redo"](), [kind]);
			case "mine":
				return this.mine(a);
			case "reload":
				return this.stage.reload();
			case "away":
				return this.away();
			case "next model":
				this.model = (this.model + 1) % models.length;
				return this.stage.writeNote(
					".obsidian/plugins/expert-friend/data.json",
					JSON.stringify(settings(this.friend.url, this.place, this.model)),
				);
		}
	}

	/**
	 * Every letter of a model stands in a record, or in one that names it as adopted and its model; no mark is on a
	 * word of the writer's.
	 */
	async check(): Promise<void> {
		const text = await this.stage.editorText();
		const named = this.place === "journal" ? await this.journal() : text;
		const records = recordsIn(named);
		const adopted = new Map<string, Set<string | null>>();
		for (const { lines, model } of records) {
			for (const line of lines.filter((one) => /^> \*\*Adopted:\*\* /.test(one)))
				for (const letter of line.match(/\p{L}/gu) ?? [])
					adopted.set(letter, (adopted.get(letter) ?? new Set()).add(model));
		}
		let at = 0;
		let outside = "";
		for (const { from, to } of recordsIn(text)) {
			outside += text.slice(at, from);
			at = to;
		}
		for (const letter of new Set((outside + text.slice(at)).match(/\p{L}/gu) ?? [])) {
			if (!ofModels.test(letter)) continue;
			expect([...(adopted.get(letter) ?? [])], `The model of ${letter} is named in:\n${named}\n${text}`).toContain(
				this.author.get(letter),
			);
		}
		for (const [pane, marks] of (await this.marked()).entries()) {
			for (const mark of marks)
				expect(mark, `A mark in pane ${pane} of:\n${text}`).toMatch(
					new RegExp(`^[${letters.join("")}]+(?:[^\\p{L}\\p{N}]+[${letters.join("")}]+)*$`, "u"),
				);
			this.marks += marks.length;
		}
		// Both panes hold the same.
		const shown = await this.stage.page.evaluate(() =>
			window.app.workspace
				.getLeavesOfType("markdown")
				.map((leaf) => leaf.view as unknown as { file: { path: string } | null; editor: { getValue(): string } })
				.filter((view) => view.file?.path === "A.md")
				.map((view) => view.editor.getValue()),
		);
		for (const one of shown) expect(one).toBe(text);
		expect(this.stage.errors.filter((error) => !/net::ERR_/.test(error))).toEqual([]);
	}

	/** The journal holds all that was adopted and still stands, by the model that said it. */
	private async journal(): Promise<string> {
		const month = `Expert friend/Journal/${new Date().toISOString().slice(0, 7)}.md`;
		const text = await this.stage.editorText();
		const wanted = [...new Set(text.match(/\p{L}/gu) ?? [])].filter((letter) => ofModels.test(letter));
		if (wanted.length === 0) return "";
		await expect
			.poll(async () => {
				const written = await this.stage.readNote(month).catch(() => "");
				return wanted.every((letter) => written.includes(letter));
			})
			.toBe(true);
		return this.stage.readNote(month);
	}

	private marked(): Promise<string[][]> {
		return this.stage.page.evaluate(() =>
			window.app.workspace
				.getLeavesOfType("markdown")
				.map((leaf) =>
					[
						...(leaf.view as unknown as { editor: { cm: { dom: HTMLElement } } }).editor.cm.dom.querySelectorAll(
							".expert-friend-adopted",
						),
					].map((mark) => mark.textContent ?? ""),
				),
		);
	}

	/** A word that no one said before. */
	private say(length: number): string {
		const letter = letters[this.author.size];
		if (letter === undefined) throw new Error("No letter is left.");
		this.author.set(letter, this.speaker);
		return letter.repeat(length);
	}

	/** Selects a word of the writer's, and asks for others. Null when there is none to ask about. */
	private async asked(a: number): Promise<Call | null> {
		const text = await this.stage.editorText();
		const records = recordsIn(text);
		const words = [...text.matchAll(/\p{L}{3,}/gu)]
			.map((match) => ({ from: match.index, to: match.index + match[0].length }))
			.filter(
				({ from, to }) =>
					!records.some((record) => from < record.to && to > record.from) &&
					!/[\w|\]]/.test(text[to] ?? "") &&
					!/[[|]/.test(text[from - 1] ?? ""),
			);
		const word = words[a % Math.max(1, words.length)];
		if (word === undefined || this.author.size > letters.length - 8) return null;
		return this.consult(word, "other-words");
	}

	private async consult({ from, to }: Span, command: string): Promise<Call | null> {
		await this.editor(
			(editor, [start, end]) => {
				editor.focus();
				editor.setSelection(editor.offsetToPos(Number(start)), editor.offsetToPos(Number(end)));
			},
			[from, to],
		);
		const calls = this.friend.calls.length;
		const notices = (await noticed(this.stage)).length;
		await run(this.stage, command);
		// What stands in code or a comment by now is refused, and said.
		await expect
			.poll(async () => this.friend.calls.length > calls || (await noticed(this.stage)).length > notices)
			.toBe(true);
		const call = this.friend.calls.length > calls ? await this.friend.next() : null;
		// Behind the name that was asked for, another version answers each time.
		this.speaker = call === null ? "" : `${call.body.model}.${calls}`;
		call?.answerAs(this.speaker);
		return call;
	}

	private async words(a: number, b: number): Promise<void> {
		const call = await this.asked(a);
		if (call === null) return;
		const { sentence, selection, nth, passage } = questionOf(call);
		// A whole item or cell is reworded by changes.
		if (passage !== "") return this.reword(call, b);
		const said = b % 4 === 0 ? `${this.say(3)} ${this.say(2)}` : this.say(1 + (b % 5));
		call.say(rows(replaced(sentence, selection, nth, said)));
		call.end();
		await this.takeFirst(said);
	}

	/** The writer's own word, and another for the model to put beside it. */
	private async own(a: number, b: number): Promise<void> {
		const first = await this.asked(a);
		if (first === null) return;
		const { sentence, selection, nth, passage } = questionOf(first);
		if (passage !== "") return this.reword(first, b);
		first.say(rows(replaced(sentence, selection, nth, this.say(4))));
		first.end();
		const list = this.stage.page.locator(".expert-friend-words");
		await list.getByRole("button", { name: "More", exact: true }).waitFor();
		await this.stage.page.keyboard.type("herring");
		await this.stage.page.keyboard.press("Enter");
		const second = await this.friend.next();
		second.answerAs((this.speaker = `${second.body.model}.own`));
		const beside = b % 2 === 0 ? this.say(3) : "";
		second.say(rows(replaced(sentence, selection, nth, `herring ${beside}`.trim())));
		second.end();
		await list.getByRole("button", { name: "More", exact: true }).waitFor();
		await this.takeFirst(beside);
	}

	private async takeFirst(said: string): Promise<void> {
		const list = this.stage.page.locator(".expert-friend-words");
		await list.getByRole("button", { name: "More", exact: true }).waitFor();
		await this.stage.page.keyboard.press("Enter");
		// A sentence whose marks the writer left half typed may refuse every proposal.
		await expect
			.poll(async () => (await list.count()) === 0 || (await list.getByRole("option").count()) === 0)
			.toBe(true);
		if ((await list.count()) > 0) {
			await this.stage.page.keyboard.press("Escape");
			await this.stage.page.keyboard.press("Escape");
			await list.waitFor({ state: "detached" });
		} else if (said !== "") this.adopted++;
	}

	private async passage(b: number): Promise<void> {
		const text = await this.stage.editorText();
		const from = text.search(/^The (?:boats|.*Nobody)/mu);
		if (from < 0 || this.author.size > letters.length - 8) return;
		const call = await this.consult(
			{ from, to: text.indexOf("\n", from) < 0 ? text.length : text.indexOf("\n", from) },
			"other-words",
		);
		if (call !== null) await this.reword(call, b);
	}

	private async reword(call: Call, b: number): Promise<void> {
		const { passage } = questionOf(call);
		const every = Math.min(4, passage.split(/\s+/).length);
		const words = [...passage.matchAll(/[A-Za-z]{3,}/g)].filter((_, index) => index % every === b % every).slice(0, 3);
		let reworded = passage;
		for (const word of words.reverse())
			reworded = reworded.slice(0, word.index) + this.say(3) + reworded.slice(word.index + word[0].length);
		call.say(rows(reworded));
		call.end();
		const card = this.stage.page.locator(".expert-friend-changes");
		const adopt = card.getByRole("button", { name: /^Adopt/ });
		await expect
			.poll(
				async () =>
					(await card.count()) === 0 ||
					(await adopt.count()) > 0 ||
					(await card.getByText(/better|left out|could not be/i).count()) > 0,
			)
			.toBe(true);
		if ((await adopt.count()) > 0) {
			await (b % 2 === 0 ? adopt.first() : adopt.last()).dispatchEvent("click");
			this.adopted++;
		}
		if ((await card.count()) > 0) await this.stage.page.keyboard.press("Escape");
		await card.waitFor({ state: "detached" });
	}

	private async keep(a: number, b: number): Promise<void> {
		const text = await this.stage.editorText();
		const records = recordsIn(text);
		const lines = [...text.matchAll(/^[A-Z][^\n]{12,}$/gmu)].filter(
			({ index }) => !records.some((record) => index >= record.from && index < record.to),
		);
		const line = lines[a % Math.max(1, lines.length)];
		if (line === undefined || this.author.size > letters.length - 4) return;
		const call = await this.consult({ from: line.index, to: line.index + line[0].length }, "objective-is-it-clear");
		if (call === null) return;
		const answer = `${this.say(4)} and ${this.say(2)}.`;
		call.say(`${["", "> [!ai]- Puppet two\n> ", "**Adopted:** ", "- ", "```\n"][b % 5]}${answer}\n\nMore.`);
		call.end();
		// An answer whose keeping was undone is a card again, too.
		const card = cards(this.stage).filter({ hasText: answer });
		await card.getByRole("button", { name: "Keep", exact: true }).waitFor();
		await press(card, "Keep");
		await card.waitFor({ state: "detached" });
	}

	/** An edit outside of records: what the writer does in one is theirs to answer for. */
	private async edit(
		a: number,
		change: (rest: number) => { readonly length: number; readonly insert: string },
	): Promise<void> {
		const text = await this.stage.editorText();
		const records = recordsIn(text);
		const places = Array.from({ length: text.length + 1 }, (_, at) => at).filter(
			(at) => !records.some(({ from, to }) => at >= from - 2 && at <= to + 2),
		);
		const at = places[(a * 7) % Math.max(1, places.length)];
		if (at === undefined) return;
		const end = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
		const { length, insert } = change(end - at);
		await this.editor(
			(editor, [from, to, words]) =>
				editor.replaceRange(String(words), editor.offsetToPos(Number(from)), editor.offsetToPos(Number(to))),
			[at, at + length, insert],
		);
	}

	/** A paragraph or an item goes elsewhere, a record with its lines too. */
	private async move(a: number, b: number): Promise<void> {
		const text = await this.stage.editorText();
		const blocks = text.split("\n\n");
		if (blocks.length < 3) return;
		const from = a % blocks.length;
		const [block] = blocks.splice(from, 1);
		blocks.splice(1 + (b % (blocks.length - 1)), 0, block!);
		await this.editor((editor, [words]) => editor.setValue(String(words)), [blocks.join("\n\n")]);
	}

	private async mine(a: number): Promise<void> {
		const places = await this.stage.page.evaluate(() => {
			const { cm } = (window.app.workspace.getMostRecentLeaf()!.view as unknown as { editor: unknown }).editor as {
				cm: { dom: HTMLElement; posAtDOM(node: Node): number };
			};
			return [...cm.dom.querySelectorAll(".expert-friend-adopted")].map((mark) => cm.posAtDOM(mark));
		});
		const at = places[a % Math.max(1, places.length)];
		if (at === undefined) return;
		await this.editor((editor, [place]) => editor.setCursor(editor.offsetToPos(Number(place) + 1)), [at]);
		const notices = (await noticed(this.stage)).length;
		await run(this.stage, "adopted-words");
		const card = this.stage.page.locator(".expert-friend-adopted-card");
		const button = card.getByRole("button", { name: "My words again" });
		await expect.poll(async () => (await card.count()) > 0 || (await noticed(this.stage)).length > notices).toBe(true);
		if ((await card.count()) === 0) return;
		if ((await button.count()) > 0) {
			await button.press("Enter");
			this.takenBack++;
		} else await this.stage.page.keyboard.press("Escape");
		await card.waitFor({ state: "detached" });
	}

	private async away(): Promise<void> {
		for (const path of ["Other.md", "A.md"])
			await this.stage.page.evaluate(
				(name) => window.app.workspace.getMostRecentLeaf()!.openFile(window.app.vault.getFileByPath(name)!),
				path,
			);
	}

	private editor(
		action: (editor: import("obsidian").Editor, args: readonly (string | number)[]) => void,
		args: readonly (string | number)[],
	): Promise<void> {
		return this.stage.page.evaluate(
			([source, values]) => {
				const leaf = window.app.workspace.getMostRecentLeaf();
				if (leaf) window.app.workspace.setActiveLeaf(leaf, { focus: true });
				const act = new Function(`return (${source})`) as () => typeof action;
				act()(window.app.workspace.activeEditor!.editor as never, values);
			},
			[action.toString(), args] as const,
		);
	}
}

/** What is asked, read from the request as a model would. */
function questionOf(call: Call): {
	readonly sentence: string;
	readonly selection: string;
	readonly nth: number;
	readonly passage: string;
} {
	const question = call.body.messages[call.body.messages.length - 1]!.content;
	const part = (tag: string): string =>
		new RegExp(`<${tag}(?:-\\d)?(?: [^>]*)?>\\n([^]*?)\\n</${tag}`).exec(question)?.[1] ?? "";
	return {
		sentence: part("sentence"),
		selection: part("selection"),
		passage: part("passage"),
		nth: Number(/<selection occurrence="(\d+) of/.exec(question)?.[1] ?? 1),
	};
}

function replaced(sentence: string, selection: string, nth: number, words: string): string {
	let at = -1;
	for (let n = 0; n < nth; n++) at = sentence.indexOf(selection, at + 1);
	return sentence.slice(0, at) + words + sentence.slice(at + selection.length);
}

function settings(url: string, recordPlace: string, model: number): unknown {
	return {
		endpoints: [{ id: "e", preset: "custom", name: "Loopback", baseUrl: url, secret: "" }],
		model: { endpoint: "e", model: models[model] },
		recordPlace,
	};
}

describe("whatever the writer and their friends do", () => {
	it("each letter of a model stands in a record or in the words that one names, and no other is marked", async () => {
		const tally = { adopted: 0, marks: 0, takenBack: 0 };
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom("passage" as const, "passage" as const, "end" as const, "journal" as const),
				fc.integer({ min: 1, max: 2 }),
				fc.array(step, { minLength: 12, maxLength: 20 }),
				async (place, panes, steps) => {
					const friend = await puppet(models);
					const stage = await stageOf({
						vault: { "A.md": start, "Other.md": other },
						data: settings(friend.url, place, 0),
						open: "A.md",
					});
					if (panes === 2)
						await stage.page.evaluate(() =>
							window.app.workspace.getLeaf("split").openFile(window.app.vault.getFileByPath("A.md")!),
						);
					const desk = new Desk(stage, friend, place);
					try {
						for (const one of steps) {
							await desk.do(one);
							await desk.check();
						}
					} catch (error) {
						const shown = await stage.page
							.evaluate(() =>
								[...document.querySelectorAll(".expert-friend-popover, .notice, .modal")]
									.map((one) => `${one.className}: ${one.textContent ?? ""}`)
									.join("\n"),
							)
							.catch(() => "");
						throw new Error(
							`With records ${place}, ${panes} panes, after ` +
								`${desk.log.join("; ")}\n${shown}\n${await stage.editorText().catch(() => "")}`,
							{ cause: error },
						);
					} finally {
						await stage.page.close();
					}
					tally.adopted += desk.adopted;
					tally.marks += desk.marks;
					tally.takenBack += desk.takenBack;
				},
			),
			{ numRuns, ...seed, endOnFailure: true },
		);
		console.log(tally);
		// Nothing is proved where nothing was adopted.
		expect(tally.adopted).toBeGreaterThan(numRuns);
		expect(tally.marks).toBeGreaterThan(numRuns);
	});
});
