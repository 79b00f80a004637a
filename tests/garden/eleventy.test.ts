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
 * What comes of each case, built in a garden that reads pages as templates first, then as Markdown with HTML and bare
 * addresses as links.
 */
async function build(folder: string, engine: string): Promise<ReadonlyMap<string, string>> {
	// All of a kind on one page: what breaks out of its quote breaks the next one too.
	for (const { name } of kinds) {
		const notes = cases
			.filter((one) => one.name === name)
			.map(({ id, reply, form, told }) => `Next comes ${id}:\n\n${noteWith(reply, form, told)}`);
		writeFileSync(join(folder, `${name}.md`), notes.join("\n"));
	}
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
	const built = new Map<string, string>();
	for (const { inputPath, content } of await garden.toJSON()) {
		const name = inputPath.replace(/^.*\//, "").replace(/\.md$/, "");
		const [head = "", ...parts] = content.split(/<p>Next comes ([\w-]+):<\/p>\n/);
		if (parts.length === 0) built.set(name, head);
		for (let at = 0; at < parts.length; at += 2) built.set(`${parts[at] ?? ""} ${name}`, parts[at + 1] ?? "");
	}
	return built;
}

const plainTags = ["p", "blockquote", "em", "strong", "ul", "ol", "li", "code"];

/** Pages in which nothing was wrong: both engines make the same, and reading a long one takes its time. */
const good = new Set<string>();

/** What is wrong with the page that was made of a case, each with its name. */
function problemsIn(html: string, { id, told, begins, keep }: (typeof cases)[number]): readonly string[] {
	if (good.has(`${id} ${html}`)) return [];
	const tags = Array.from(
		html.matchAll(/<\/?([a-z][a-z0-9]*)([^>]*)>/gi),
		([, tag = "", rest = ""]) => `${tag}${rest.replace(/ start="\d+"/, "")}`,
	);
	const codes = Array.from(html.matchAll(/<code>([^<]*)<\/code>/g), ([, code]) => code);
	const shown = shownText(html);
	const checks: Readonly<Record<string, boolean>> = {
		begins: html.startsWith(`<p>${before}</p>\n<blockquote>\n${begins}`),
		told: html.includes("told by the writer</p>") === told,
		ends: html.endsWith(`</blockquote>\n<p>${after}</p>\n`),
		"one quote": html.match(/<blockquote/g)?.length === 1,
		"plain tags": tags.every((tag) => plainTags.includes(tag)),
		"one model": codes.length === 1 && codes[0] === "some/model-1",
		"nothing acts": html.split(/<[^>]*>/).every((text) => actingInText(shownText(text)).length === 0),
		"words kept": keep.every((words) => /\n/.test(words) || shown.includes(words)),
	};
	const wrong = Object.keys(checks).filter((what) => checks[what] !== true);
	if (wrong.length === 0) good.add(`${id} ${html}`);
	return wrong.map((what) => `${id}: ${what}\n${html}`);
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

	it.each(kinds)("shows each reply as text in one whole quote, as $name", ({ name }) => {
		const these = cases.filter((one) => one.name === name);
		expect(these.length).toBeGreaterThan(20);
		expect(these.flatMap((one) => problemsIn(pages.get(`${one.id} ${name}`) ?? "", one))).toEqual([]);
	});
});
