import { describe, expect, it } from "vitest";
import { frozenSpans } from "../../../src/core/markdown/inline";
import { judge } from "../../../src/core/wording/judge";
import { freezeSentence } from "../../../src/core/wording/freeze";

const frozen = (text: string): readonly (readonly [string, string])[] =>
	frozenSpans(text).map((span) => [span.kind, text.slice(span.from, span.to)] as const);

describe("a template's tag", () => {
	it.each([
		["{{ page.ami }}", "Jinja's output"],
		["{% if page.ami %}", "a statement"],
		["{%- endif -%}", "a statement that trims"],
		["{# a remark #}", "a remark"],
		['{{< figure src="a.png" title="Mon amie" >}}', "Hugo's shortcode"],
		["{{% notice info %}}", "Hugo's shortcode with Markdown in it"],
		["{{{ raw }}}", "Mustache without escaping"],
		["{{date:YYYY-MM-DD}}", "a placeholder of the core templates"],
		['<% tp.date.now("YYYY") %>', "Templater's output"],
		["<%* let ami = 1\nlet b = 2 -%>", "Templater's script over two lines"],
		['{{ "$a$ `b` [[c]]" }}', "one that holds other marks"],
	])("is one frozen span: %s (%s)", (tag) => {
		expect(frozen(`Le nom de ${tag} est connu.`)).toEqual([["template", tag]]);
		expect(freezeSentence(`Le nom de ${tag} est connu.`, { from: 0, to: 2 }).shown).toBe("Le nom de ⟦1⟧ est connu.");
	});

	it("must come back as it was", () => {
		const sentence = "Le nom de {{ page.ami }} est connu.";
		const of = (row: string): string => {
			const found = judge({ sentence, selection: { from: 29, to: 34 }, language: "fr" }, row);
			return "broken" in found ? found.broken : found.text;
		};
		expect(of("Le nom de {{ page.amie }} est célèbre.")).toBe("template");
		expect(of("Le nom est célèbre.")).toBe("template");
		expect(of("Le nom de ⟦1⟧ est célèbre.")).toBe("Le nom de {{ page.ami }} est célèbre.");
	});

	it.each(["{a} and {b}", "50 % of {x}", "a <b and c> d", "f(x) = {{1}, {2}", "{{ never closed", "<% never closed"])(
		"is not seen where there is none: %s",
		(text) => {
			expect(frozen(text).filter(([kind]) => kind === "template")).toEqual([]);
		},
	);
});

describe("an icon by its name", () => {
	it.each([":smile:", ":LiSofa:", ":fa-solid_user:", ":+1:", ":-1:", ":100a:"])("is frozen: %s", (name) => {
		expect(frozen(`Une idée ${name} ce soir.`)).toEqual([["icon", name]]);
		expect(frozen(`(${name}), puis`)).toEqual([["icon", name]]);
	});

	it.each([
		"De 10:30:45 à midi.",
		"Voici : un mot : deux.",
		"std::vec::Vec",
		"a:b:c",
		"Deux points: rien:",
		"[prix:: 12] et ::",
		":smile:there",
	])("is not seen where there is none: %s", (text) => {
		expect(frozen(text)).toEqual([]);
	});
});
