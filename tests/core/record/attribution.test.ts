import { history, redo, undo } from "@codemirror/commands";
import { EditorState, type Transaction, type TransactionSpec } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockAt } from "../../../src/core/markdown/block";
import { frozenSpans } from "../../../src/core/markdown/inline";
import { Readings } from "../../../src/core/markdown/reading";
import { passageAt, recordPlaceAfter } from "../../../src/core/markdown/passage";
import { adoptionsOf } from "../../../src/core/record/adoptions";
import { recordLabels } from "../../../src/core/record/labels";
import { adoptedSpans } from "../../../src/core/record/marks";
import type { ConsultationRecord } from "../../../src/core/record/model";
import { findRecords, type FoundRecord } from "../../../src/core/record/parse";
import { afterRecords, mergeAtEnd, mergeRecord } from "../../../src/core/record/merge";
import { placeAtEnd, placeRecord } from "../../../src/core/record/place";
import { printRecord } from "../../../src/core/record/print";
import { takenBack } from "../../../src/core/record/taken-back";
import type { Change, Range } from "../../../src/core/text/text";
import { adoptionSpec } from "../../../src/editor/adopt";
import { adoptedField } from "../../../src/editor/adopted";
import { passages } from "../../../src/editor/passages";
import { previewField } from "../../../src/editor/preview";
import { sampleSize } from "../../sampling";

const runs = sampleSize(100);
const labels = recordLabels.en;
const models = ["anthropic/claude-4-sonnet-20250522", "mistralai/mistral-small-2603", "qwen3:8b"] as const;
const objectives = ["Other words", "More plainly"] as const;

/**
 * Letters that the writer never types. Each word of a model is one of them, repeated, and no two words have the same: a
 * letter so tells whose it is wherever it stands, and however little the writer left of its word.
 */
const letters = [
	[0x430, 0x44f],
	[0x561, 0x586],
	[0x10d0, 0x10f0],
	[0x3b1, 0x3c1],
].flatMap(([from, to]) => Array.from({ length: to! - from! + 1 }, (_, n) => String.fromCodePoint(from! + n)));
const ofModel = new RegExp(`[${letters.join("")}]`, "u");

type Kind = "adopt" | "keep" | "insert" | "delete" | "move" | "undo" | "redo" | "mine" | "reload";
interface Step {
	readonly kind: Kind;
	readonly a: number;
	readonly b: number;
	readonly c: number;
	readonly text: string;
}

/** What the writer types, Markdown's signs among it. */
const typed = fc.constantFrom(
	"le",
	" chat",
	"vif ",
	". ",
	"\n",
	"\n\n",
	"x",
	", ",
	"Une phrase. ",
	"\n- ",
	"\n> ",
	"\n# ",
	"**",
	"*",
	"_",
	"`",
	"[[",
	" > ",
	" · ",
	"\\",
	"(",
	"1. ",
	"|",
	"\n```\n",
	"%%",
	"$$",
	"<!-- ",
	"\n---\n",
	"\n\n> [!note]- Titre\n> ",
	": ",
);
const step = (...kinds: readonly Kind[]): fc.Arbitrary<Step> =>
	fc.record({ kind: fc.constantFrom(...kinds), a: fc.nat(5000), b: fc.nat(5000), c: fc.nat(5000), text: typed });
const steps = fc.array(
	step(
		"adopt",
		"adopt",
		"adopt",
		"keep",
		"insert",
		"insert",
		"delete",
		"delete",
		"move",
		"undo",
		"undo",
		"redo",
		"mine",
		"mine",
		"reload",
	),
	{ minLength: 2, maxLength: 26 },
);

const word = fc.constantFrom(
	"le",
	"chat",
	"vif",
	"dort",
	"ici",
	"et",
	"une",
	"maison",
	"bleue",
	"marche",
	"vite",
	"grand",
	"`code`",
	"[[Lien]]",
	"*vers*",
	"**soi**",
);
const sentence = fc
	.array(word, { minLength: 2, maxLength: 9 })
	.map((words) => `${words.join(" ").replace(/^[a-z]/, (first) => first.toUpperCase())}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(" "));
const block = fc.oneof(
	{ weight: 5, arbitrary: paragraph },
	{
		weight: 1,
		arbitrary: fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.map((one) => `- ${one}`).join("\n")),
	},
	{
		weight: 1,
		arbitrary: fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.map((one) => `> ${one}`).join("\n")),
	},
	{
		weight: 1,
		arbitrary: paragraph.map((text) => text.replace(/ /g, (space, at: number) => (at % 5 === 0 ? "\n" : space))),
	},
	{
		weight: 1,
		arbitrary: fc.constantFrom(
			"# Titre",
			"```js\nlet x = 1;\n```",
			"- ```\n  let y;\n  ```\n- Une maison dort.",
			"> [!note] Note\n> Le chat dort.",
			"| le chat | dort |\n| --- | --- |\n| une maison | vite |",
			"---",
		),
	},
);
const note = fc
	.tuple(
		fc.constantFrom("", "---\ntags: a\n---\n\n"),
		fc.array(block, { minLength: 1, maxLength: 5 }),
		fc.constantFrom("", "\n"),
	)
	.map(([head, blocks, end]) => head + blocks.join("\n\n") + end);

/** A note on which a writer and their friends work. */
class Desk {
	state: EditorState;
	/** Which model each letter came from. */
	readonly author = new Map<string, string>();
	adopted = 0;
	marked = 0;
	takenBack = 0;

	constructor(
		text: string,
		private readonly place: "below" | "end",
	) {
		this.state = stateOf(text);
	}

	get text(): string {
		return this.state.doc.toString();
	}

	get records(): readonly FoundRecord[] {
		return findRecords(this.text);
	}

	do(step: Step): void {
		switch (step.kind) {
			case "adopt":
				return this.adopt(step);
			case "keep":
				return this.keep(step);
			case "insert":
				return this.insert(step);
			case "delete":
				return this.delete(step);
			case "move":
				return this.move(step);
			case "undo":
				return this.run(undo);
			case "redo":
				return this.run(redo);
			case "mine":
				return this.mine(step);
			case "reload":
				this.state = stateOf(this.text);
		}
	}

	/** Words of the sentence around a place for others, as the list of words adopts them. */
	private adopt({ a, b, c: any }: Step): void {
		const { doc } = this.state;
		// Every other one is about the note's beginning and from one model, so that records gather.
		const together = a % 2 === 0;
		const c = together ? 0 : any;
		const from = (together ? a % 80 : a) % (doc.length + 1);
		const to = Math.min(doc.length, from + (b % 40));
		const found = passageAt(doc, from, to, new Readings());
		if ("refusal" in found || this.touchesRecord(found.passage.sentence)) return;
		const { sentence, segments } = found.passage;
		const before = doc.sliceString(sentence.from, sentence.to);
		const frozen = frozenSpans(before);
		const words = segments
			.flatMap((segment) =>
				[...doc.sliceString(segment.from, segment.to).matchAll(/\p{L}+/gu)].map((match) => ({
					from: segment.from + match.index,
					to: segment.from + match.index + match[0].length,
				})),
			)
			.filter(
				(one) => !frozen.some((span) => one.from - sentence.from < span.to && span.from < one.to - sentence.from),
			);
		const model = models[c % models.length]!;
		const chosen = words.filter((_, index) => index === b % words.length || (any >> (index % 8)) % 4 === 0).slice(0, 3);
		const changes = chosen.flatMap((one, index): readonly Change[] => {
			const said = this.say(model, 1 + ((b + index) % 5));
			if (said === null) return [];
			switch ((b + index) % 8) {
				case 0:
					return [{ from: one.to, to: one.to, insert: ` ${said}` }];
				case 1:
					return [{ ...one, insert: `${said} ${this.say(model, 2) ?? said}` }];
				case 2:
					return index === 0 ? [{ ...one, insert: said }] : [{ ...one, insert: "" }];
				default:
					return [{ ...one, insert: said }];
			}
		});
		if (changes.length === 0) return;
		const record = recordOf(model, c, { adoptions: adoptionsOf(before, sentence.from, changes), kept: null });
		const at = recordPlaceAfter(doc, sentence.to);
		this.dispatch(
			adoptionSpec(this.state, {
				changes,
				record:
					this.place === "end"
						? mergeAtEnd(doc, record, labels, "## Consultations", { earlier: b % 3 })
						: mergeRecord(doc, at, record, labels, { earlier: b % 3 }),
				cursorAfter: changes[changes.length - 1]!.to,
				announcement: "",
			}),
		);
		this.adopted++;
	}

	private keep({ a, b, c }: Step): void {
		const { doc } = this.state;
		const at = a % (doc.length + 1);
		const model = models[c % models.length]!;
		const said = this.say(model, 3);
		if (said === null || this.touchesRecord({ from: at, to: at })) return;
		const record = recordOf(model, c, {
			adoptions: [],
			kept: {
				question: "Is it clear?",
				answer: ["", "**Adopted:** ", "> [!ai]- ", "- ", "```\n"][b % 5] + `${said} le ${said}\n\n${said}`,
				incomplete: b % 2 === 0,
			},
		});
		const text = printRecord(record, labels);
		const change =
			this.place === "end"
				? placeAtEnd(doc, text, "## Consultations")
				: placeRecord(doc, afterRecords(doc, recordPlaceAfter(doc, at)), text);
		this.dispatch(adoptionSpec(this.state, { changes: [], record: change, cursorAfter: null, announcement: "" }));
	}

	private insert({ a, text }: Step): void {
		const at = a % (this.state.doc.length + 1);
		if (!this.touchesRecord({ from: at, to: at }))
			this.write({
				changes: { from: at, insert: text },
				selection: { anchor: at + text.length },
				userEvent: "input.type",
			});
	}

	private delete({ a, b, c }: Step): void {
		const from = a % (this.state.doc.length + 1);
		const to = Math.min(this.state.doc.length, from + (c % 4 === 0 ? b % 60 : b % 9));
		if (!this.touchesRecord({ from, to })) this.write({ changes: { from, to }, userEvent: "delete.backward" });
	}

	/** Words, or a whole record with its lines, go elsewhere. */
	private move({ a, b, c }: Step): void {
		const { doc } = this.state;
		const record = c % 3 === 0 ? (this.records[a % Math.max(1, this.records.length)]?.range ?? null) : null;
		const from = record?.from ?? a % (doc.length + 1);
		const to = record?.to ?? Math.min(doc.length, from + (b % 30));
		const at = c % (doc.length + 1);
		if (
			(record === null && this.touchesRecord({ from, to })) ||
			this.touchesRecord({ from: at, to: at }) ||
			(at >= from && at <= to)
		)
			return;
		const cut = doc.sliceString(from, to);
		this.write({
			changes: [
				{ from, to },
				{ from: at, insert: record === null ? cut : `\n\n${cut}\n\n` },
			],
			userEvent: "move",
		});
	}

	/** *My words again*, as the card of adopted words does it. */
	private mine({ a, c }: Step): void {
		const spans = adoptedSpans(this.text, this.records).filter((span) => span.undo !== null);
		const span = spans[a % Math.max(1, spans.length)];
		if (span === undefined || span.undo === null) return;
		const spec = ({ from, to, insert }: Change): TransactionSpec["changes"] => ({
			from,
			to,
			insert: this.state.toText(insert),
		});
		this.dispatch({
			changes: [
				...span.undo.map((change) => spec(change)!),
				spec(takenBack(this.text, span.record, span.adoption, dateOf(c), labels))!,
			],
		});
		this.takenBack++;
	}

	/**
	 * An edit of the writer's. One that puts a record into code, properties, a comment or maths is left out: there it is
	 * an example, no record, and the writer has made it one. A record that stays in the open must stay a record.
	 */
	private write(spec: TransactionSpec): void {
		const transaction = this.state.update(spec);
		const readings = new Readings();
		const { doc } = transaction.state;
		for (let number = 1; number <= doc.lines; number++)
			if (/^[ >]*\[!ai\]/.test(doc.line(number).text) && blockAt(doc, doc.line(number).from, readings).kind !== "words")
				return;
		this.state = transaction.state;
	}

	private dispatch(spec: TransactionSpec): void {
		this.state = this.state.update(spec).state;
	}

	private run(
		command: (target: { state: EditorState; dispatch: (transaction: Transaction) => void }) => boolean,
	): void {
		command({ state: this.state, dispatch: (transaction) => (this.state = transaction.state) });
	}

	/** A word that no one said before; null when there are none left. */
	private say(model: string, length: number): string | null {
		const letter = letters[this.author.size];
		if (letter === undefined) return null;
		this.author.set(letter, model);
		return letter.repeat(length);
	}

	/**
	 * What the writer does in a record, or at the breaks that part its lines from others, is theirs to answer for: it
	 * may take the record apart.
	 */
	private touchesRecord({ from, to }: Range): boolean {
		return this.records.some(({ range }) => from <= range.to && to >= range.from);
	}

	/**
	 * Every word of a model in the note stands in a record, or is in the sentence that a record of that very model says
	 * was adopted.
	 */
	check(): void {
		const { text, records } = this;
		let at = 0;
		const named = (part: string): void => {
			for (const [run] of part.matchAll(/(\p{L})\1*/gu)) {
				if (!ofModel.test(run)) continue;
				const model = this.author.get(run[0]!);
				const known = records.some(
					({ record }) =>
						record.identity.model === model && record.adoptions.some(({ adopted }) => adopted.includes(run)),
				);
				if (!known) expect.fail(`No record of ${model} names ${run} in:\n${text}`);
			}
		};
		for (const { range } of records) {
			named(text.slice(at, range.from));
			at = range.to;
		}
		named(text.slice(at));

		// The other way round: no mark calls a writer's word, or another model's, a model's.
		for (const span of adoptedSpans(text, records)) {
			const marked = text.slice(span.from, span.to);
			for (const [letter] of marked.matchAll(/\p{L}/gu))
				if (this.author.get(letter) !== span.record.record.identity.model)
					expect.fail(`${marked} is marked as by ${span.record.record.identity.model} in:\n${text}`);
			this.marked++;
		}
	}
}

function stateOf(text: string): EditorState {
	return EditorState.create({ doc: text, extensions: [history(), previewField, passages(), adoptedField] });
}

function dateOf(c: number): string {
	return `2026-11-2${c % 4}`;
}

function recordOf(model: string, c: number, what: Pick<ConsultationRecord, "adoptions" | "kept">): ConsultationRecord {
	return {
		modelName: model.replace(/^.*\//, ""),
		objective: objectives[c % objectives.length]!,
		date: dateOf(c),
		...what,
		identity: {
			model,
			via: "OpenRouter",
			provider: null,
			tokens: { prompt: 800, completion: 60 },
			cost: null,
			carbon: null,
		},
	};
}

describe("whatever the writer and their friends do to a note", () => {
	it(
		"each word that came from a model stands in a record or is named by one, and no other word is marked",
		() => {
			let adopted = 0;
			let marked = 0;
			let back = 0;
			fc.assert(
				fc.property(
					note,
					fc.constantFrom("below" as const, "below" as const, "end" as const),
					steps,
					(text, place, all) => {
						const desk = new Desk(text, place);
						for (const one of all) {
							desk.do(one);
							desk.check();
						}
						adopted += desk.adopted;
						marked += desk.marked;
						back += desk.takenBack;
					},
				),
				{ numRuns: runs },
			);
			// Nothing is proved where nothing was adopted.
			expect(adopted).toBeGreaterThan(runs / 2);
			expect(marked).toBeGreaterThan(runs / 2);
			expect(back).toBeGreaterThan(runs / 20);
		},
		30_000 + runs * 100,
	);
});
