import { readFileSync } from "node:fs";
import rehypeCallouts from "rehype-callouts";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { recordLabels } from "../../src/core/record/labels";
import type { ConsultationRecord } from "../../src/core/record/model";
import { toldIdentity } from "../../src/core/record/normal";
import { printRecord, recordFormNames, type RecordForm } from "../../src/core/record/print";
import { adoption } from "../core/record/arbitrary";
import { everyNth } from "../sampling";
import { renderers } from "./renderers";
import { hostileReplies, shownText } from "./replies";

/** How each shows a record: folded until it is opened, open, or as a plain quote. */
const shown: Readonly<Record<string, Readonly<Record<RecordForm, RegExp>>>> = {
	"markdown-it-callouts": {
		ai: /^<div class="callout callout-ai">\s*<h3 class="callout-title">Claude Sonnet 4/,
		quote: /^<div class="callout callout-quote">\s*<h3 class="callout-title">Claude Sonnet 4/,
		signed: /^<blockquote>/,
	},
	"markdown-it-obsidian-callouts": {
		ai: /^\s*<details class="callout" data-callout="ai" data-callout-fold="-">/,
		quote: /^\s*<details class="callout" data-callout="quote" data-callout-fold="-">/,
		signed: /^<blockquote>/,
	},
	"@r4ai/remark-callout": {
		ai: /^<details data-callout data-callout-type="ai">/,
		quote: /^<details data-callout data-callout-type="quote">/,
		signed: /^<blockquote>/,
	},
	"rehype-callouts": {
		ai: /^<details class="callout" data-callout="ai" data-collapsible="true">/,
		quote: /^<details class="callout" data-callout="quote" data-collapsible="true">/,
		signed: /^<blockquote>/,
	},
	"remark-obsidian-callout": {
		ai: /^<blockquote class="callout-note" data-callout="note" data-expandable="true" data-expanded="false">/,
		quote: /^<blockquote class="callout-quote" data-callout="quote" data-expandable="true" data-expanded="false">/,
		signed: /^<blockquote>/,
	},
};

const adopted = adoption("Le chat rapide dort.", "Le chat vif dort.");
const answered = (answer: string): ConsultationRecord => ({
	...adopted,
	adoptions: [],
	kept: { question: "Est-ce clair ?", answer, incomplete: false },
});

/** By what `docs/snippets/record.css` knows a record there, in each form that is a callout. */
const styledBy: Readonly<Record<string, readonly [ai: string, quote: string]>> = {
	"markdown-it-callouts": [".callout-ai", ".callout-quote"],
	"markdown-it-obsidian-callouts": ['[data-callout="ai"]', '[data-callout="quote"]'],
	"@r4ai/remark-callout": ['[data-callout-type="ai"]', '[data-callout-type="quote"]'],
	"rehype-callouts": ['[data-callout="ai"]', '[data-callout="quote"]'],
	"remark-obsidian-callout": ["blockquote[data-callout]", "blockquote[data-callout]"],
};

/** Tags beside those of plain text and of the renderer's own icons. */
function activeIn(html: string): readonly string[] {
	const plain = html.replace(/<svg[^>]*>[^]*?<\/svg>/g, "");
	return Array.from(
		plain.matchAll(/<(script|img|iframe|a|input|object|embed|style|form|link|b|video)[\s>/]|<[a-z][^>]*\son\w+=/gi),
		([tag]) => tag,
	);
}

// One of them tells of each callout whose type it has no icon for.
beforeAll(() => {
	for (const tell of ["log", "warn"] as const) vi.spyOn(console, tell).mockImplementation(() => undefined);
});

describe.each(Object.keys(renderers))("a garden that renders with %s", (name) => {
	const render = async (text: string): Promise<string> => (await renderers[name]?.(text)) ?? "";

	it("makes links and HTML of what the writer wrote: the check can fail", async () => {
		expect(activeIn(await render("[a](https://example.org)"))).toEqual(["<a "]);
	});

	it.each(recordFormNames)("shows a record of the form %s with all of its words", async (form) => {
		for (const record of [adopted, answered("Clair, sauf *il*.\n\n- un\n- **deux**")]) {
			const html = await render(printRecord(record, recordLabels.fr, form));
			expect(html).toMatch(shown[name]?.[form] ?? /$^/);
			const text = shownText(html).replace(/\s+/g, " ");
			for (const words of [
				"Claude Sonnet 4",
				"Other words",
				"2026-11-23",
				"anthropic/claude-4-sonnet-20250522",
				"via OpenRouter (Anthropic)",
			])
				expect(text).toContain(words);
			for (const words of record.kept === null
				? ["Avant", "rapide", "Adopté", "vif"]
				: ["Question", "sauf", "un", "deux"])
				expect(text).toContain(words);
			expect(html).toContain("<code>anthropic/claude-4-sonnet-20250522</code>");
			expect(text).not.toContain("[!");
			expect(activeIn(html)).toEqual([]);
		}
	});

	it("has a style for records, by a name that it gives them", async () => {
		const style = readFileSync("docs/snippets/record.css", "utf8");
		for (const [at, form] of (["ai", "quote"] as const).entries()) {
			const selector = styledBy[name]?.[at];
			if (selector === undefined) continue;
			expect(style).toContain(selector);
			const opening = /<[^>]*>/.exec(await render(printRecord(adopted, recordLabels.fr, form)))?.[0] ?? "";
			for (const written of selector.match(/[\w-]+(?:="\w+")?/g) ?? []) expect(opening).toContain(written);
		}
	});

	it("has a style for a signed quote, by its last two paragraphs", async () => {
		const style = readFileSync("docs/snippets/record.css", "utf8");
		expect(style).toContain(
			"blockquote:has(> p:nth-last-child(2) > em:first-child):has(> p:last-child > code:first-child)",
		);
		for (const record of [adopted, answered("Clair.")])
			expect(await render(printRecord(record, recordLabels.fr, "signed"))).toMatch(
				/<p><em>[^<]+<\/em>[^<]*<\/p>\s*<p><code>[^<]+<\/code>[^<]*<\/p>\s*<\/blockquote>\s*$/,
			);
	});

	it.each(recordFormNames)("shows a record that the writer told in the form %s, and that they did", async (form) => {
		const record = { ...answered("Clair."), identity: toldIdentity("Claude Sonnet 4", "claude.ai") };
		const html = await render(printRecord(record, recordLabels.fr, form));
		expect(html).toMatch(shown[name]?.[form] ?? /$^/);
		expect(html).toContain("<code>Claude-Sonnet-4</code>");
		expect(shownText(html)).toContain("via claude.ai · indiqué à la main");
		expect(activeIn(html)).toEqual([]);
	});

	it.each(recordFormNames)("shows nothing active in a record of the form %s, whatever the model said", async (form) => {
		// What is quoted is the same in each form, and remark.test.ts reads each reply: a sample of them will tell.
		for (const { reply } of everyNth(hostileReplies, form === "ai" ? 3 : 12)) {
			const hostile = {
				...answered(reply),
				modelName: "<img src=x onerror=alert(1)> [x](javascript:alert(1))",
				objective: "</h3><script>alert(1)</script>",
			};
			expect(activeIn(await render(printRecord(hostile, recordLabels.en, form)))).toEqual([]);
		}
	});
});

describe("a garden on rehype-callouts that was not set up", () => {
	it("shows the head of a record in its own type, and folds one of the type quote", async () => {
		const render = async (form: RecordForm): Promise<string> =>
			String(
				await unified()
					.use(remarkParse)
					.use(remarkRehype)
					.use(rehypeCallouts)
					.use(rehypeStringify)
					.process(printRecord(adopted, recordLabels.fr, form)),
			);
		expect(await render("ai")).toContain("[!ai]-");
		expect(await render("quote")).toMatch(/^<details class="callout" data-callout="quote"/);
	});
});
