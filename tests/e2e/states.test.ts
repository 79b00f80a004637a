import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { pageWords } from "../../src/core/disclosure/page";
import { presets } from "../../src/core/endpoint/endpoint";
import { countries } from "../../src/core/estimate/grids";
import { seedsOf } from "../../src/core/prompts/seeds";
import { recordLabels } from "../../src/core/record/labels";
import { buildPseudo } from "../demo/server/build.mjs";
import { places, walk } from "../demo/states/states.mjs";
import { exploring } from "../sampling";
import { stageOf } from "./at-work";
import { bringAxe, findingsIn } from "./axe";
import { misplaced, told } from "./layout";

let build = "";
beforeAll(async () => {
	build = await mkdtemp(path.join(os.tmpdir(), "expert-friend-pseudo-"));
	await buildPseudo(build);
});
afterAll(() => rm(build, { recursive: true, force: true }));

/** What is nobody's to translate: names, what the writer and the friend wrote, what the app says, what records are. */
async function data(lang: "en" | "fr"): Promise<string> {
	const demo = fileURLToPath(new URL("../demo/", import.meta.url));
	const files = await readdir(demo, { recursive: true });
	const texts = await Promise.all(
		files
			.filter((name) => /^(?:vault|friend)\/.*\.(?:md|mjs)$/.test(name))
			.map(async (name) => `${name} ${await readFile(path.join(demo, name), "utf8")}`),
	);
	const months = Array.from({ length: 12 }, (_, month) =>
		new Date(2026, month, 1).toLocaleDateString("en", { month: "long" }),
	);
	const ofCountries = new Intl.DisplayNames("en", { type: "region" });
	const countryNames = countries.map((code) => ofCountries.of(code));
	const { consult, decide, doNot } = pageWords[lang];
	const sentences = [consult(null, true), decide(false), doNot];
	const named = [recordLabels, sentences, presets, seedsOf[lang], seedsOf.en, countryNames, months];
	return plain(`${texts.join(" ")} ${JSON.stringify(named)} ${app}`);
}

/** What the stand-in says, and code examples of records. */
const app =
	"Close Navigate back Navigate forward Settings Community plugins Expert Friend EUR USD GBP CHF Ctrl D broke avid " +
	"Objectives/Other words Objectives/Autres mots novembre AI.md //garden.example/slug asked The positions asked " +
	"Les positions";

const plain = (text: string): string =>
	text
		.toLowerCase()
		.replace(/\\n/g, " ")
		.replace(/[“”"\\{}0-9]/g, "")
		.replace(/\s+/g, " ");

/** The parts of a text that stand outside of the pseudo-language's brackets, as words that are read together. */
function untranslated(text: string): readonly string[] {
	let rest = text;
	for (let before = ""; before !== rest;) [before, rest] = [rest, rest.replace(/⟦[^⟦⟧]*⟧/g, "\n")];
	return rest
		.split(/[\n·,:;()…`>⟦⟧]|\*\*|\. /)
		.map((part) => plain(part).trim().replace(/[.?]$/, ""))
		.filter((part) => /[a-z]{3}/.test(part));
}

/**
 * Whether a finding is of the pseudo-language alone: its brackets and what it adds at their end part a label from the
 * words that it begins with and that are shown.
 */
function isOfPseudo(finding: string): boolean {
	const [, label, text] = /^label-content-name-mismatch .*?aria-label="([^"]*)"[^>]*>([^<]*)</.exec(finding) ?? [];
	const bare = (words: string): string => words.replace(/ ö+(?=⟧)/g, "").replace(/[⟦⟧]/g, "");
	return label !== undefined && text !== undefined && bare(label).startsWith(bare(text));
}

const wide = { form: "wide", width: 1280, height: 800 } as const;
const narrow = { form: "narrow", width: 640, height: 400 } as const;
const phone = { form: "phone", width: 390, height: 780 } as const;
const walks = [
	{ script: "latin", ...wide },
	{ script: "latin", ...phone },
	{ script: "hebrew", ...narrow },
	...(exploring ? [{ script: "latin", ...narrow } as const, { script: "hebrew", ...wide } as const] : []),
] as const;

it.each(walks)(
	"$script, $form: all is said in the language that nobody speaks, nothing is cut, axe-core finds nothing",
	async ({ script, form, width, height }) => {
		const mobile = form === "phone";
		const stage = await stageOf({ build, lang: script === "latin" ? "en" : "fr", mobile, width, height });
		const { page } = stage;
		if (script === "hebrew") await page.evaluate(() => (document.documentElement.dir = "rtl"));
		// Direction and size change neither roles nor colours.
		const isAsked = script === "latin" && form !== "narrow";
		if (isAsked) await bringAxe(page);
		const found = new Map<string, readonly string[]>();
		const texts = new Set<string>();
		await walk(page, script === "latin" ? places.en : places.fr, mobile, async (name) => {
			const amiss = await misplaced(page);
			if (amiss.length > 0) found.set(name, amiss);
			for (const text of await told(page)) texts.add(text);
			for (const theme of isAsked ? (["dark", "light"] as const) : []) {
				const unfit = (await findingsIn(page, theme)).filter((finding) => !isOfPseudo(finding));
				if (unfit.length > 0) found.set(`${name}, ${theme}`, unfit);
			}
			// Whatever was closed before, the keys are somewhere.
			if (await page.evaluate(() => document.activeElement === document.body))
				found.set(`${name}, keys`, ["Nothing has the focus."]);
		});
		expect(Object.fromEntries(found)).toEqual({});
		const known = await data(script === "latin" ? "en" : "fr");
		const english = [...texts].flatMap(untranslated).filter((part) => !known.includes(part));
		expect([...new Set(english)]).toEqual([]);
		expect(stage.errors.filter((error) => !/net::ERR_|status of 402/.test(error))).toEqual([]);
	},
);
