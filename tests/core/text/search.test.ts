import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folded, search, searchable } from "../../../src/core/text/search";

const models = [
	{ name: "Meta: Llama 3.3 70B", id: "meta-llama/llama-3.3-70b", more: ["OpenRouter", "open weights"] },
	{ name: "Anthropic: Claude Sonnet 4", id: "anthropic/claude-sonnet-4", more: ["OpenRouter", "closed"] },
	{ name: "Sonnette", id: "maison/sonnette", more: ["Scaleway", "poids ouverts"] },
	{ name: "Élan", id: "maison/elan-sonnet", more: ["Scaleway", ""] },
	{ name: "Small", id: "small", more: ["Ollama", "open weights"] },
].map((model) => ({ ...model, sought: searchable([model.name, model.id], model.more) }));
const found = (query: string): readonly string[] => search(query, models, (model) => model.sought).map(({ id }) => id);

describe("search", () => {
	it("finds every word in any order, in names, ids and what else is known", () => {
		expect(found("llama meta")).toEqual(["meta-llama/llama-3.3-70b"]);
		expect(found("openrouter closed")).toEqual(["anthropic/claude-sonnet-4"]);
		expect(found("ouverts sonn")).toEqual(["maison/sonnette"]);
		expect(found("llama closed")).toEqual([]);
	});

	it("asks for no accents and no capitals", () => {
		expect(found("ELAN")).toEqual(["maison/elan-sonnet"]);
		expect(found("élàn")).toEqual(["maison/elan-sonnet"]);
		expect(folded("Œuvre ÇA")).toBe("œuvre ca");
	});

	it("puts first what is called so, then what begins so, after its maker too, then any word that begins so", () => {
		expect(found("sonnet")).toEqual(["maison/sonnette", "anthropic/claude-sonnet-4", "maison/elan-sonnet"]);
		expect(found("claude")).toEqual(["anthropic/claude-sonnet-4"]);
		const exact = [{ sought: searchable(["smaller"]) }, { sought: searchable(["small"]) }];
		expect(search("small", exact, ({ sought }) => sought)).toEqual([exact[1], exact[0]]);
	});

	it("leaves all as they are when nothing is typed", () => {
		expect(found("  ")).toEqual(models.map(({ id }) => id));
	});

	it("keeps the order of equals and invents nothing", () => {
		fc.assert(
			fc.property(fc.array(fc.string()), fc.string(), (names, query) => {
				const things = names.map((name, at) => ({ at, name, sought: searchable([name]) }));
				const result = search(query, things, ({ sought }) => sought);
				const words = folded(query)
					.trim()
					.split(/\s+/)
					.filter((word) => word !== "");
				expect([...result].sort((a, b) => a.at - b.at)).toEqual(
					things.filter(({ name }) => words.every((word) => folded(name).includes(word))),
				);
			}),
		);
	});
});
