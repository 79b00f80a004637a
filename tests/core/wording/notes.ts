import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { tests as examples } from "commonmark-spec";
import fc from "fast-check";
import { tokensOf } from "../../../src/core/text/tokens";

const root = path.resolve(import.meta.dirname, "../..");
const lines = <T>(file: string): readonly T[] =>
	readFileSync(path.join(root, "cases", file), "utf8")
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line) as T);

/** The examples of CommonMark's specification. */
export const commonMark: readonly string[] = examples.map(({ markdown }) => markdown);

/** The notes of the demonstration vault, where there is one. */
export function vaultNotes(): readonly string[] {
	const vault = path.join(root, "demo/vault");
	if (!existsSync(vault)) return [];
	return readdirSync(vault, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".md"))
		.map((file) => readFileSync(path.join(vault, file), "utf8"));
}

const pieces = fc.constantFrom(
	"# Title",
	"Title\n===",
	"A sentence here. And another one!",
	"La maison est belle, et l’été « arrive » vite. Je l'ai vue.",
	"- item one",
	"  - nested item of words",
	"1. first",
	"2) second thing",
	"- [ ] task to do",
	"> quoted words here",
	"> [!note]- Title",
	"> > deep words",
	"| a | b |",
	"| --- | --- |",
	"| one cell | two `x|y` cells |",
	"```",
	"```js",
	"~~~",
	"$$",
	"%%",
	"---",
	"",
	"",
	"",
	"[^1]: A note of some words.",
	"Text[^1] with [[Link|alias]] and `code` in it.",
	"« Oui ? » dit-il. — Non.",
	"^block-id",
	"<div>",
	"<!--",
	"-->",
	"    indented",
	"\ttabbed words",
	"***",
	"e\u0301 👩‍🚀 漢字。日本語の文 🇫🇷🇩🇪 e\u0301te\u0301 fini.",
	"x == y ~~z~~ %%c%% and more",
	"A line that goes\non over **several\nlines** of [words](http://x.example/a_b) here.",
	"> A quote that goes\n> on *over* its lines.\n> And ends.",
	"- an item that\n  goes on\n\n  and on in a paragraph",
	"Costs $5 or $x + y$ and 3$ now.",
	"A #tag/one here, @[c] and [@key, p. 3] too. ^end-id",
	"Hard  \nbreak\\\nhere and there.",
	'[ref]: http://x.example "A title"',
	"See [ref] and [the words][ref] of <b>bold</b> people.",
	"می‌خواهم نان بخرم. नि हिन्दी शब्द यहाँ हैं.",
	"ภาษาไทยน้ำใจ มี คำ",
	"***Really* important** stuff_with_under_scores and _so on_.",
);

/** Notes as people write them in Obsidian, and as nobody does. */
export const anyNote = fc.oneof(
	{ weight: 4, arbitrary: fc.array(pieces, { minLength: 1, maxLength: 10 }).map((parts) => parts.join("\n")) },
	{ weight: 2, arbitrary: fc.array(pieces, { minLength: 1, maxLength: 5 }).map((parts) => parts.join("\n\n")) },
);

const hostile = [
	...lines<{ readonly reply?: string; readonly repeat?: { readonly text: string } }>("hostile-replies.jsonl").map(
		({ reply, repeat }) => reply ?? (repeat?.text ?? "").repeat(40),
	),
	...lines<{ readonly raw: string }>("malformed-outputs.jsonl").map(({ raw }) => raw),
	...lines<{ readonly candidates: readonly { readonly sentence: string }[] }>("wording.jsonl").flatMap(
		({ candidates }) => candidates.map(({ sentence }) => sentence),
	),
];

/** Bits that mean something somewhere: to Markdown, to Obsidian, to the protocol, to Unicode. */
export const signs: readonly string[] = [
	"`",
	"```",
	"```js\n",
	"~~~",
	"\\",
	"[",
	"]",
	"[[x]]",
	"![](x)",
	"(",
	"<",
	"<!--",
	"<div>",
	"<?php",
	"<!X",
	"<%",
	"{{",
	"%%",
	"$",
	"$$",
	"#",
	"# ",
	"#tag",
	"^id",
	" ^id",
	"[^1]",
	"key:: ",
	"==",
	"=",
	"===",
	"~~",
	"|",
	"| --- |",
	"- ",
	"-",
	"---",
	"+ ",
	"+",
	"* ",
	"*",
	"**",
	"_",
	"1. ",
	"1.",
	"2) ",
	"[ ] ",
	"[!ai]- ",
	"> ",
	">",
	"\n",
	"\n\n",
	"\n---\n",
	"\n===",
	"\n- x",
	"\n    x",
	"\r",
	"\r\n",
	"\u2028",
	"\u0085",
	"\u000b",
	"\u000c",
	"\t",
	"    ",
	"\u00a0",
	"\u202f",
	"\u200b",
	"\u200d",
	"\u200c",
	"\u202e",
	"\ufeff",
	"\ufe0f",
	"\u{e0041}",
	"\u0000",
	"\u001b",
	"\ud800",
	"\udc00",
	"\u0301",
	"\u0e33",
	"\uff9e",
	"👩‍🔬",
	"🏽",
	"🇫",
	"é",
	"猫",
	"«",
	"»",
	"’",
	'"',
	"⟦1⟧",
	"⟦2⟧",
	"⟦",
	"⟧",
	". Then more.",
	"Sure: ",
	"https://example.org/a",
	"me@example.org",
	"&amp;",
	"&#91;",
];

/** What is done to the shown sentence to make a reply of it. */
type Edit = readonly [kind: "replace" | "insert" | "delete" | "swap" | "sign" | "glue", at: number, text: string];

export interface Reply {
	readonly rows: readonly (readonly Edit[])[];
	readonly form: "json" | "list" | "plain";
	/** A reply that has nothing to do with the sentence. */
	readonly given: string | null;
	/** In pieces of how many characters it comes. */
	readonly piece: number;
}

const words = fc.constantFrom(
	"chat",
	"vif",
	"the",
	"a",
	"of",
	"Grand",
	"l’eau",
	"d'abord",
	"walks",
	"quickly",
	"very",
	"42",
	"porte-monnaie",
	"été",
	"nicht",
	"猫",
	"beau",
	"in",
	"is",
);
const edit = (kinds: readonly Edit[0][]): fc.Arbitrary<Edit> => fc.tuple(fc.constantFrom(...kinds), fc.nat(400), words);
const signed = fc.tuple(
	fc.constantFrom("sign" as const, "glue" as const, "insert" as const),
	fc.nat(400),
	fc.oneof(
		{ weight: 5, arbitrary: fc.constantFrom(...signs) },
		{ weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 3 }) },
	),
);

/** A reply that a friend might well give: one word or a few reworded. */
export const plausible: fc.Arbitrary<Reply> = fc.record({
	rows: fc.array(fc.array(edit(["replace", "replace", "insert", "delete"]), { minLength: 1, maxLength: 3 }), {
		minLength: 1,
		maxLength: 4,
	}),
	form: fc.constantFrom("json", "json", "list", "plain"),
	given: fc.constant(null),
	piece: fc.constantFrom(1, 7, 10_000),
});

/** A rewording with something in it that has no place there. */
export const spiced: fc.Arbitrary<Reply> = fc.record({
	rows: fc.array(
		fc
			.tuple(
				fc.array(edit(["replace", "insert", "delete", "swap"]), { maxLength: 2 }),
				fc.array(signed, { minLength: 1, maxLength: 2 }),
			)
			.map(([one, other]) => [...one, ...other]),
		{ minLength: 1, maxLength: 4 },
	),
	form: fc.constantFrom("json", "json", "plain"),
	given: fc.constant(null),
	piece: fc.constantFrom(3, 10_000),
});

/** Anything at all. */
export const given: fc.Arbitrary<Reply> = fc.record({
	rows: fc.constant([]),
	form: fc.constant("plain"),
	piece: fc.constantFrom(5, 10_000),
	given: fc.oneof(
		{ weight: 3, arbitrary: fc.constantFrom(...hostile) },
		{
			weight: 2,
			arbitrary: fc
				.array(fc.oneof(fc.constantFrom(...signs), words, fc.constantFrom(" ", "\n")), { maxLength: 20 })
				.map((parts) => parts.join("")),
		},
		{ weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
	),
});

/** The rows of a reply, made from the sentence as it was shown. */
export function rowsOf(reply: Reply, shown: string): readonly string[] {
	return reply.given !== null
		? [reply.given, ...reply.given.split("\n")]
		: reply.rows.map((edits) => edits.reduce(edited, shown));
}

/** The rows as a reply has them. */
export function textOf(reply: Reply, shown: string): string {
	if (reply.given !== null) return reply.given;
	const rows = rowsOf(reply, shown);
	if (reply.form === "json") return rows.map((text) => JSON.stringify({ text, gloss: "x" })).join("\n");
	return reply.form === "list" ? rows.map((text, index) => `${index + 1}. ${text}`).join("\n") : rows.join("\n");
}

function edited(text: string, [kind, at, insert]: Edit): string {
	const tokens = tokensOf(text);
	const places = tokens.flatMap((token, index) =>
		token.kind === "word" && !token.text.startsWith("⟦") ? [index] : [],
	);
	if (kind === "sign" || kind === "glue") {
		const place = tokens[at % (tokens.length + 1)]?.from ?? text.length;
		return text.slice(0, place) + (kind === "glue" ? insert : `${insert} `) + text.slice(place);
	}
	const token = tokens[places[at % Math.max(1, places.length)] ?? 0];
	if (token === undefined) return insert;
	if (kind === "replace") return text.slice(0, token.from) + insert + text.slice(token.to);
	if (kind === "insert") return `${text.slice(0, token.to)} ${insert}${text.slice(token.to)}`;
	if (kind === "swap")
		return text.slice(0, token.from) + text.slice(token.to).replace(/^\s+/, "") + text.slice(token.from, token.to);
	return text.slice(0, token.from) + text.slice(token.to).replace(/^ /, "");
}
