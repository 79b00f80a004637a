import { Parser } from "commonmark";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { markdown } from "../../../src/core/markdown/dialect";
import { recordLabels } from "../../../src/core/record/labels";
import { printRecord } from "../../../src/core/record/print";
import { plainText, quote, quoteInline, normalInline, unquote, unquoteInline } from "../../../src/core/record/quote";
import { anyOf } from "../../../src/core/text/patterns";
import { anyRecord, anyText, runs } from "./arbitrary";
import { actingInSource, actingInText, blockIdInText } from "./triggers";

const numRuns = Math.max(runs, 1000);

function callout(lines: readonly string[]): string {
	return ["[!ai]- Some Model · Reading · 2026-11-23", ...lines]
		.map((line) => (line === "" ? ">" : `> ${line}`))
		.join("\n");
}

const allowed = new Set([
	"document",
	"block_quote",
	"paragraph",
	"text",
	"softbreak",
	"emph",
	"strong",
	"list",
	"item",
]);

/** Everything CommonMark's own parser finds, by type, and the text that comes out. */
function commonmarkTree(source: string): { readonly types: ReadonlySet<string>; readonly top: readonly string[] } {
	const types = new Set<string>();
	const top: string[] = [];
	const root = new Parser().parse(source);
	for (let child = root.firstChild; child !== null; child = child.next) top.push(child.type);
	const walker = root.walker();
	for (let event = walker.next(); event !== null; event = walker.next()) types.add(event.node.type);
	return { types, top };
}

const inner = new Set(["blockquote", "paragraph", "text", "emphasis", "strong", "list", "listItem", "root"]);
const gfm = unified().use(remarkParse).use(remarkGfm);

interface Node {
	readonly type: string;
	readonly value?: string;
	readonly checked?: boolean | null;
	readonly children?: readonly Node[];
}

function remarkNodes(source: string): Node[] {
	const nodes: Node[] = [];
	const visit = (node: Node): void => {
		nodes.push(node);
		node.children?.forEach(visit);
	};
	visit(gfm.parse(source) as Node);
	// The second reading of bare addresses happens on the tree.
	return nodes;
}

/** What MarkdownIt may find in a quotation. */
const allowedTokens = anyOf([
	/^(?:blockquote|paragraph|em|strong|bullet_list|ordered_list|list_item)_(?:open|close)$/,
	/^(?:inline|text|text_special|softbreak)$/,
]);

/** What the plugin's own reading of Obsidian's Markdown may find in a quotation. */
const ownAllowed = new Set([
	"Document",
	"Blockquote",
	"QuoteMark",
	"Paragraph",
	"Emphasis",
	"StrongEmphasis",
	"EmphasisMark",
	"BulletList",
	"OrderedList",
	"ListItem",
	"ListMark",
	"Escape",
]);

function ownNodes(source: string): readonly string[] {
	const names: string[] = [];
	markdown()
		.parse(source)
		.iterate({
			// The callout's own head reads as a reference.
			enter: ({ name, from, to }) =>
				name === "Link" && source.slice(from, to) === "[!ai]" && source.slice(from - 4, from) === "\n\n> "
					? false
					: void names.push(name),
		});
	return names;
}

function checkQuoted(source: string): void {
	const { types, top } = commonmarkTree(`Words before.\n\n${source}\n\nWords after.\n`);
	expect(top).toEqual(["paragraph", "block_quote", "paragraph"]);
	expect([...types].filter((type) => !allowed.has(type))).toEqual([]);

	const nodes = remarkNodes(source);
	expect(nodes.filter((node) => !inner.has(node.type)).map((node) => node.type)).toEqual([]);
	expect(nodes.filter((node) => node.type === "blockquote")).toHaveLength(1);
	expect(nodes.filter((node) => typeof node.checked === "boolean")).toEqual([]);
	for (const node of nodes) {
		if (node.type === "text") expect(actingInText(node.value ?? "")).toEqual([]);
		if (node.type === "paragraph")
			expect(node.children?.[node.children.length - 1]?.value ?? "").not.toMatch(blockIdInText);
	}

	const tokens = new MarkdownIt({ html: true, linkify: true }).parse(source, {});
	const found = tokens.flatMap((token) => [token.type, ...(token.children ?? []).map((child) => child.type)]);
	expect(found.filter((type) => !allowedTokens.test(type))).toEqual([]);

	const own = ownNodes(`Words before.\n\n${source}\n\nWords after.\n`);
	expect(own.filter((name) => !ownAllowed.has(name))).toEqual([]);
	expect(own.filter((name) => name === "Blockquote")).toHaveLength(1);

	expect(actingInSource(source)).toEqual([]);
	expect(source.split("\n").every((line) => /^>(?: |$)/.test(line))).toBe(true);
	// eslint-disable-next-line no-control-regex -- breaks that some programs know
	expect(source).not.toMatch(/[\r\u000b\u000c\u0085\u2028\u2029]/);
}

describe("quoting any text", () => {
	it(
		"gives one callout of plain paragraphs, emphasis and lists, in CommonMark, GFM and markdown-it, and " +
			"nothing that acts",
		() => {
			fc.assert(
				fc.property(anyText, (text) => {
					checkQuoted(callout(quote(text)));
				}),
				{ numRuns },
			);
		},
	);

	it("is read back as the text it quotes, and quotes that the same way", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const quoted = quote(text);
				expect(quote(unquote(quoted))).toEqual(quoted);
				expect(unquote(quote(unquote(quoted)))).toBe(unquote(quoted));
			}),
			{ numRuns },
		);
	});

	it("keeps its length, however small the room", () => {
		fc.assert(
			fc.property(anyText, fc.integer({ min: 160, max: 400 }), (text, maxLength) => {
				const quoted = quote(text.repeat(8), { maxLength, truncated: "(cut)" });
				expect(quoted.map((line) => `> ${line}\n`).join("").length).toBeLessThanOrEqual(maxLength);
				checkQuoted(callout(quoted));
				expect(quote(unquote(quoted), { maxLength, truncated: "(cut)" })).toEqual(quoted);
			}),
			{ numRuns },
		);
	});

	it("is read back where the cut leaves what begins a block of code", () => {
		const options = { maxLength: 298, truncated: "(cut)" };
		const quoted = quote("**Adopted:** y`a/b` via C · 1 + 1 tokens\n```jshere.".repeat(8), options);
		expect(quoted).toContain("(cut)");
		expect(quote(unquote(quoted), options)).toEqual(quoted);
	});

	it("on one line does nothing either, and is read back", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const quoted = quoteInline(text);
				checkQuoted(callout([`**Before:** ${quoted}`]));
				expect(unquoteInline(quoted)).toBe(normalInline(text));
			}),
			{ numRuns },
		);
	});

	it("gives plain text that is one text for ever", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const plain = plainText(text);
				expect(plain).not.toMatch(/<%|\{\{|\{%|\{#|\[\[|!\[|\]\(|%%|::|`/);
			}),
			{ numRuns },
		);
	});
});

describe("a printed record", () => {
	it("holds nothing that acts, whatever came from the model, the endpoint or the note", () => {
		fc.assert(
			fc.property(anyRecord, (record) => {
				const printed = printRecord(record, recordLabels.fr).split("\n");
				const body = printed.slice(0, -1).join("\n");
				checkQuoted(body.replace(/\n>$/, ""));
				const identity = printed[printed.length - 1] ?? "";
				const code = /^> `([^`]*)`/.exec(identity)?.[1] ?? "";
				expect(code).toMatch(/^[A-Za-z0-9._:/@+~?%-]+$/);
				checkQuoted(
					callout([
						identity
							.slice(2)
							.replace(/^`[^`]*`/, "id")
							.replace(/([\d,]+)\u00a0[$€¥]/, "$1")
							.replace(/ \$/, " "),
					]),
				);
			}),
			{ numRuns: Math.ceil(numRuns / 4) },
		);
	});
});
