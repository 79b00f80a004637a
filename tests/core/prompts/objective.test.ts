import { describe, expect, it } from "vitest";
import { fillVariables, menuOrder, parseObjective } from "../../../src/core/prompts/objective";
import { englishSeeds, frenchSeeds } from "../../../src/core/prompts/seeds";

describe("an objective", () => {
	it("is named by its title, or else by its note", () => {
		expect(parseObjective("Expert friend/Objectives/Is it clear.md", { title: "Is it clear?" }, "Is it?").name).toBe("Is it clear?");
		expect(parseObjective("a/b/Tone.md", {}, "How does it sound?").name).toBe("Tone");
	});

	it("takes sensible defaults", () => {
		expect(parseObjective("Tone.md", {}, "How?")).toMatchObject({ kind: "answer", context: "note", model: null, order: 100, enabled: true, problem: null });
	});

	it.each([
		[new Error("bad indentation"), "Prompt", { kind: "properties", value: "bad indentation" }],
		[{ kind: "rewrite" }, "Prompt", { kind: "kind", value: "rewrite" }],
		[{ context: "vault" }, "Prompt", { kind: "context", value: "vault" }],
		[{}, "  \n ", { kind: "empty", value: "" }],
		[{}, "Look at {{passge}}", { kind: "variable", value: "passge" }],
	])("shows what is wrong with it: %j %j", (properties, body, problem) => {
		expect(parseObjective("X.md", properties, body).problem).toEqual(problem);
	});

	it("fills its variables and leaves text that only looks like one", () => {
		expect(fillVariables("On {{title}}: {{ passage }} {{earlier}}", { title: "Sea", passage: "It rains." })).toBe("On Sea: It rains.");
		expect(fillVariables("{{passage}}", { passage: "{{title}} $& $1" })).toBe("{{title}} $& $1");
	});

	it("stands in the menu by kind, order and name, unless it is turned off", () => {
		const named = (name: string, properties: object): ReturnType<typeof parseObjective> => parseObjective(`${name}.md`, properties, "Prompt");
		const listed = menuOrder([named("B", { order: 2 }), named("Off", { enabled: false }), named("A", { order: 2 }), named("Words", { kind: "words", order: 9 }), named("First", { order: 1 })]);
		expect(listed.map(({ name }) => name)).toEqual(["Words", "First", "A", "B"]);
	});

	it.each([["en", englishSeeds], ["fr", frenchSeeds]] as const)("is sound when it is seeded (%s)", (_language, seeds) => {
		const made = seeds.objectives.map((seed) => parseObjective(`${seed.name}.md`, seed.properties, seed.body));
		expect(made.map(({ problem }) => problem)).toEqual(made.map(() => null));
		expect(made.map(({ icon }) => icon)).toEqual(englishSeeds.objectives.map((seed) => seed.properties["icon"]));
		expect(new Set(made.map(({ order }) => order)).size).toBe(made.length);
	});
});
