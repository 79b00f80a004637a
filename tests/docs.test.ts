import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { en } from "../src/core/i18n/en";
import { fr } from "../src/core/i18n/fr";
import { presets } from "../src/core/endpoint/endpoint";
import { seedsOf } from "../src/core/prompts/seeds";
import { recordLabels } from "../src/core/record/labels";

const read = (name: string): Promise<string> => readFile(fileURLToPath(new URL(`../${name}`, import.meta.url)), "utf8");

/** What the guides name of other programs, and what they only stress. */
const others = [
	...["Apply", "Community plugins", "Expert Friend", "Enable CORS", "Start server", "Context Length", "Undo"],
	...["rapide", "vif", "Start here", "Pour commencer"],
];

/** Every text of the interface that is no function. */
function textsOf(value: unknown): readonly string[] {
	if (typeof value === "string") return [value];
	return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** As read: no-break spaces, ends and case make no difference. */
const plain = (text: string): string => text.replace(/\s+/g, " ").replace(/[….]$/, "").trim().toLowerCase();

describe("what the documentation names is there", () => {
	it.each([
		["README.md", "en"],
		["docs/guide.md", "en"],
		["docs/guide.fr.md", "fr"],
	] as const)("%s: buttons, commands and objectives", async (name, lang) => {
		const strings = lang === "en" ? en : fr;
		const prose = (await read(name)).replace(/```[^]*?```/g, "").replace(/`[^`\n]*`/g, "");
		const named = [...prose.matchAll(/(?:^|[^*\w])\*(?![*\s])([^*]+)\*(?!\*)/g)].map(([, words]) => plain(words ?? ""));
		expect(named.length).toBeGreaterThan(5);
		const known = new Set(
			[
				...[strings, recordLabels[lang], seedsOf[lang].objectives.map((seed) => [seed.name, seed.properties])].flatMap(
					textsOf,
				),
				...others,
			].map(plain),
		);
		// Several questions may stand together.
		const unknown = named.filter(
			(words) => !known.has(words) && !(words.match(/[^?]+\?/g) ?? [words]).every((one) => known.has(plain(one))),
		);
		expect(unknown).toEqual([]);
	});

	it.each(["README.md", "CONTRIBUTING.md"])("%s: commands, and options of the demo", async (name) => {
		const text = await read(name);
		const { scripts } = JSON.parse(await read("package.json")) as {
			readonly scripts: Readonly<Record<string, string>>;
		};
		const run = [...text.matchAll(/npm run (\w+)/g)].map(([, script]) => script ?? "");
		expect(run.length).toBeGreaterThan(1);
		expect(run.filter((script) => !(script in scripts))).toEqual([]);
		const demo = await read("tests/demo/demo.mjs");
		const options = [...text.matchAll(/npm run demo -- ([^`\n]*)/g)].flatMap(
			([, all]) => all?.match(/--[a-z-]+/g) ?? [],
		);
		expect(options.filter((option) => !demo.includes(`  ${option}`))).toEqual([]);
	});

	it("addresses of servers at home are those that are looked for", async () => {
		for (const guide of ["docs/guide.md", "docs/guide.fr.md"]) {
			const text = await read(guide);
			for (const preset of ["ollama", "lmstudio", "llamacpp"] as const) expect(text).toContain(presets[preset].baseUrl);
		}
	});

	it("both guides have the same parts", async () => {
		const shape = async (name: string): Promise<readonly string[]> =>
			(await read(name)).split("\n").flatMap((line) => /^(#+|[-\d.]+(?= \S)|\| )/.exec(line)?.[1] ?? []);
		expect(await shape("docs/guide.fr.md")).toEqual(await shape("docs/guide.md"));
	});
});
