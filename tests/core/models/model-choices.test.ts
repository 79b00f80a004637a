import { describe, expect, it } from "vitest";
import { placeOf, type Endpoint } from "../../../src/core/endpoint/endpoint";
import { choosable, typedId } from "../../../src/core/models/model-choices";
import { defaultSettings, parseSettings } from "../../../src/core/settings/settings";

const endpoint = (id: string): Endpoint => ({
	id,
	preset: "custom",
	name: id.toUpperCase(),
	baseUrl: `https://${id}.example/v1`,
	secret: "",
});
const [a, b] = [endpoint("a"), endpoint("b")];
const lists: Readonly<Record<string, readonly { readonly id: string }[]>> = {
	a: [{ id: "one" }, { id: "two" }, { id: "three" }],
	b: [{ id: "one" }],
};
const listed = ({ id }: Endpoint): readonly { readonly id: string }[] => lists[id] ?? [];
const short = (choices: ReturnType<typeof choosable<{ readonly id: string }>>): readonly string[] =>
	choices.map(
		({ endpoint: { id: at }, id, info, section }) => `${section} ${at}/${id}${info === null ? " (unlisted)" : ""}`,
	);

describe("models to choose from", () => {
	it("are the favourites, then the recent ones, then those listed, each once", () => {
		expect(
			short(
				choosable(
					[a, b],
					listed,
					[{ endpoint: "a", model: "three" }],
					[
						{ endpoint: "b", model: "one" },
						{ endpoint: "a", model: "three" },
					],
				),
			),
		).toEqual(["favourites a/three", "recent b/one", "listed a/one", "listed a/two"]);
	});

	it("hold favourites and recent ones that no list has, but none of endpoints that are gone", () => {
		expect(
			short(
				choosable(
					[a],
					listed,
					[
						{ endpoint: "a", model: "old" },
						{ endpoint: "gone", model: "one" },
					],
					[{ endpoint: "a", model: "older" }],
				),
			),
		).toEqual([
			"favourites a/old (unlisted)",
			"recent a/older (unlisted)",
			"listed a/one",
			"listed a/two",
			"listed a/three",
		]);
	});

	it("can be any exact id, at each endpoint that does not know it", () => {
		const known = choosable([a, b], listed, [], []);
		expect(short(typedId(" two ", [a, b], known))).toEqual(["listed b/two (unlisted)"]);
		expect(short(typedId("o", [a, b], known))).toEqual(["listed a/o (unlisted)", "listed b/o (unlisted)"]);
		expect(typedId("one", [a, b], known)).toEqual([]);
		expect(typedId("two words", [a, b], known)).toEqual([]);
		expect(typedId(" ", [a, b], known)).toEqual([]);
	});
});

describe("favourites in the settings", () => {
	it("are read each once; what is none is left out", () => {
		expect(
			parseSettings({
				favourites: [
					{ endpoint: "a", model: "one" },
					3,
					{ endpoint: "a" },
					{ endpoint: "a", model: " one " },
					{ endpoint: "b", model: "one" },
				],
			}).favourites,
		).toEqual([
			{ endpoint: "a", model: "one" },
			{ endpoint: "b", model: "one" },
		]);
		expect(parseSettings({ favourites: "one" }).favourites).toEqual(defaultSettings.favourites);
	});
});

describe("where an endpoint is", () => {
	it.each([
		["http://localhost:11434/v1", "device"],
		["http://127.0.0.1:1/v1", "device"],
		["http://[::1]:1/v1", "device"],
		["http://a.localhost/v1", "device"],
		["http://192.168.1.4:1234/v1", "network"],
		["http://studio.local:1234/v1", "network"],
		["http://[fd00::1]/v1", "network"],
		["https://api.example/v1", "remote"],
		["https://localhost.example/v1", "remote"],
		["", "remote"],
	] as const)("%s: %s", (url, place) => expect(placeOf(url)).toBe(place));
});
