import { describe, expect, it } from "vitest";
import { ModelRotation } from "../../../src/obsidian/models/model-rotation";
import type { ModelTarget } from "../../../src/obsidian/models/models";

const targetOf = (model: string, endpoint = "e"): ModelTarget => ({
	endpoint: { id: endpoint, preset: "custom", name: endpoint, baseUrl: "https://a.example", secret: "" },
	model,
	name: model,
	info: null,
	price: null,
});

describe("who is asked for a list of words", () => {
	it("goes round among the models, and has an entry for each", () => {
		const rotation = new ModelRotation("list", () => [targetOf("one"), targetOf("two")]);
		expect([rotation.ask(0).model, rotation.ask(1).model, rotation.ask(2).model]).toEqual(["one", "two", "one"]);
		expect([0, 1, 2].map((step) => rotation.entry(step))).toEqual(["list", "list-2", "list"]);
		expect(rotation.unasked()).toEqual([]);
		expect(rotation.hasNext).toBe(true);
	});

	it("stays who they were when lists come, favourites change, or another model is chosen", () => {
		let known: [ModelTarget, ...ModelTarget[]] = [targetOf("one")];
		const rotation = new ModelRotation("list", () => known);
		rotation.ask(0);
		rotation.ask(1);
		known = [targetOf("one"), targetOf("new"), targetOf("two"), targetOf("one", "elsewhere")];
		expect([0, 1].map((step) => rotation.at(step).model)).toEqual(["one", "one"]);
		// Each that was not asked, at a step that is still free.
		expect(rotation.unasked().map((step) => [rotation.at(step).model, rotation.at(step).endpoint.id])).toEqual([
			["new", "e"],
			["two", "e"],
			["one", "elsewhere"],
		]);
		for (const step of rotation.unasked()) rotation.ask(step);
		expect(rotation.unasked()).toEqual([]);
	});

	it("names the first entry as the list itself, before anyone was asked too", () => {
		const rotation = new ModelRotation("list", () => [targetOf("one"), targetOf("two")]);
		expect(rotation.entry(0)).toBe("list");
		rotation.ask(1);
		expect(rotation.entry(1)).toBe("list");
		rotation.ask(0);
		expect(rotation.entry(0)).toBe("list-2");
	});
});
