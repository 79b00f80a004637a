import { describe, expect, it } from "vitest";
import type { ModelTarget } from "../../../src/core/models/model-target";
import { ModelRotation } from "../../../src/obsidian/models/model-rotation";

const targetOf = (model: string, endpoint = "e"): ModelTarget => ({
	endpoint: { id: endpoint, preset: "custom", name: endpoint, baseUrl: "https://a.example", secret: "" },
	model,
	name: model,
	info: null,
	price: null,
});

describe("who is asked for a list of words", () => {
	it("offers the others, and has an entry for each", () => {
		const [one, two] = [targetOf("one"), targetOf("two")];
		const rotation = new ModelRotation("list", () => [one, two]);
		expect([rotation.first, ...rotation.others(one), ...rotation.others(two)]).toEqual([one, two, one]);
		expect([one, two, one].map((target) => rotation.entry(target))).toEqual(["list", "list-2", "list"]);
		expect(rotation.unasked).toEqual([]);
	});

	it("offers none where there is no other", () => {
		const one = targetOf("one");
		expect(new ModelRotation("list", () => [one]).others(one)).toEqual([]);
		expect(new ModelRotation("list", () => [one, targetOf("one")]).others(one)).toEqual([]);
	});

	it("knows who was asked when lists come, favourites change, or another model is chosen", () => {
		const one = targetOf("one");
		let known: [ModelTarget, ...ModelTarget[]] = [one];
		const rotation = new ModelRotation("list", () => known);
		rotation.entry(one);
		known = [{ ...one, name: "One" }, targetOf("new"), targetOf("two"), targetOf("one", "elsewhere")];
		expect(rotation.entry({ ...one, name: "One" })).toBe("list");
		expect(rotation.unasked.map(({ model, endpoint }) => [model, endpoint.id])).toEqual([
			["new", "e"],
			["two", "e"],
			["one", "elsewhere"],
		]);
		expect(rotation.others(one).map(({ model }) => model)).toEqual(["new", "two", "one"]);
		// One that nobody lists any more.
		expect(rotation.others(targetOf("gone"))[0]?.name).toBe("One");
		for (const target of rotation.unasked) rotation.entry(target);
		expect(rotation.unasked).toEqual([]);
		expect(rotation.entry(targetOf("one", "elsewhere"))).toBe("list-4");
	});

	it("names the first entry as the list itself, whoever it is", () => {
		const [one, two] = [targetOf("one"), targetOf("two")];
		const rotation = new ModelRotation("list", () => [one, two]);
		expect(rotation.entry(two)).toBe("list");
		expect(rotation.entry(one)).toBe("list-2");
	});
});
