import { describe, expect, it } from "vitest";
import { AskedInTurn } from "../../../src/obsidian/models/asked-in-turn";
import type { Friend } from "../../../src/obsidian/models/models";

const friend = (model: string, endpoint = "e"): Friend => ({
	endpoint: { id: endpoint, preset: "custom", name: endpoint, baseUrl: "https://a.example", secret: "" },
	model,
	name: model,
	info: null,
	price: null,
});

describe("who is asked for a list of words", () => {
	it("goes round among the models, and has an entry for each", () => {
		const turn = new AskedInTurn("list", () => [friend("one"), friend("two")]);
		expect([turn.ask(0).model, turn.ask(1).model, turn.ask(2).model]).toEqual(["one", "two", "one"]);
		expect([0, 1, 2].map((step) => turn.entry(step))).toEqual(["list", "list-2", "list"]);
		expect(turn.unasked()).toEqual([]);
		expect(turn.hasNext).toBe(true);
	});

	it("stays who they were when lists come, favourites change, or another model is chosen", () => {
		let known: [Friend, ...Friend[]] = [friend("one")];
		const turn = new AskedInTurn("list", () => known);
		turn.ask(0);
		turn.ask(1);
		known = [friend("one"), friend("new"), friend("two"), friend("one", "elsewhere")];
		expect([0, 1].map((step) => turn.at(step).model)).toEqual(["one", "one"]);
		// Each that was not asked, at a step that is still free.
		expect(turn.unasked().map((step) => [turn.at(step).model, turn.at(step).endpoint.id])).toEqual([
			["new", "e"],
			["two", "e"],
			["one", "elsewhere"],
		]);
		for (const step of turn.unasked()) turn.ask(step);
		expect(turn.unasked()).toEqual([]);
	});

	it("names the first entry as the list itself, before anyone was asked too", () => {
		const turn = new AskedInTurn("list", () => [friend("one"), friend("two")]);
		expect(turn.entry(0)).toBe("list");
		turn.ask(1);
		expect(turn.entry(1)).toBe("list");
		turn.ask(0);
		expect(turn.entry(0)).toBe("list-2");
	});
});
