import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { Eleventy, type UserConfig } from "@11ty/eleventy";
import MarkdownIt from "markdown-it";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actingInText } from "../core/record/triggers";
import { everyNth } from "../sampling";
import { after, before, hostileReplies, noteWith, shownText } from "./replies";

/** What a record begins with in each form, and one that the writer told: it ends otherwise. */
const kinds = [
	{ name: "ai", form: "ai", told: false, begins: "<p>[!ai]- Some Model · Reading · 2026-11-23" },
	{ name: "quote", form: "quote", told: false, begins: "<p>[!quote]- Some Model · Reading · 2026-11-23" },
	{ name: "signed", form: "signed", told: false, begins: "<p><strong>Asked:</strong> Is it clear?</p>" },
	{ name: "told", form: "ai", told: true, begins: "<p>[!ai]- Some Model · Reading · 2026-11-23" },
] as const;

/** All replies in the form that is usual; of the others some, since the same lines come between head and end. */
const cases = kinds.flatMap((kind, at) =>
	(at === 0 ? hostileReplies : everyNth(hostileReplies, 5)).map((one) => ({ ...one, ...kind })),
);

/**
 * Builds the pages in a garden that reads them as templates first, then as Markdown with HTML and bare addresses as
 * links.
 */
async function build(folder: string, engine: string): Promise<ReadonlyMap<string, string>> {
	for (const { id, reply, name, form, told } of cases)
		writeFileSync(join(folder, `${id} ${name}.md`), noteWith(reply, form, told));
	writeFileSync(
		join(folder, "control.md"),
		"{{ 7 | plus: 42 }}{{ 7 * 7 }} {% if true %}ran{% endif %} https://example.org <b>bold</b>\n".replace(
			engine === "njk" ? "{{ 7 | plus: 42 }}" : "{{ 7 * 7 }}",
			"",
		),
	);
	const configPath = join(folder, "eleventy.config.cjs");
	writeFileSync(configPath, `module.exports = () => ({ markdownTemplateEngine: "${engine}" });\n`);
	const garden = new Eleventy(folder, join(folder, "_site"), {
		quietMode: true,
		configPath: relative(process.cwd(), configPath),
		config: (config: UserConfig) => {
			config.setLibrary("md", new MarkdownIt({ html: true, linkify: true }));
			config.setUseGitIgnore(false);
		},
	});
	return new Map(
		(await garden.toJSON()).map((page) => [page.inputPath.replace(/^.*\//, "").replace(/\.md$/, ""), page.content]),
	);
}

describe.each(["njk", "liquid"])("a page built by Eleventy with %s", (engine) => {
	const folder = mkdtempSync(join(tmpdir(), "garden-"));
	let pages: ReadonlyMap<string, string> = new Map();

	beforeAll(async () => {
		pages = await build(folder, engine);
	}, 60_000);

	afterAll(() => {
		rmSync(folder, { recursive: true, force: true });
	});

	it("runs templates, links and HTML in what the writer wrote: the check can fail", () => {
		expect(pages.get("control")).toBe(
			'<p>49 ran <a href="https://example.org">https://example.org</a> <b>bold</b></p>\n',
		);
	});

	it.each(cases)("shows $id as text in one whole quote, as $name", ({ id, name, told, begins, keep }) => {
		const html = pages.get(`${id} ${name}`) ?? "";
		expect(html.startsWith(`<p>${before}</p>\n<blockquote>\n${begins}`)).toBe(true);
		expect(html.includes("told by the writer</p>")).toBe(told);
		expect(html.endsWith(`</blockquote>\n<p>${after}</p>\n`)).toBe(true);
		expect(html.match(/<blockquote/g)).toHaveLength(1);
		const tags = new Set(
			[...html.matchAll(/<\/?([a-z][a-z0-9]*)([^>]*)>/gi)].map(
				(match) => `${match[1] ?? ""}${(match[2] ?? "").replace(/ start="\d+"/, "")}`,
			),
		);
		expect(
			[...tags].filter((tag) => !["p", "blockquote", "em", "strong", "ul", "ol", "li", "code"].includes(tag)),
		).toEqual([]);
		expect([...html.matchAll(/<code>([^<]*)<\/code>/g)].map((match) => match[1])).toEqual(["some/model-1"]);
		for (const text of html.split(/<[^>]*>/)) expect(actingInText(shownText(text))).toEqual([]);
		const shown = shownText(html);
		for (const words of keep) if (!/\n/.test(words)) expect(shown).toContain(words);
	});
});
