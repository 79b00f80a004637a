import { describe, expect, it } from "vitest";
import type { Endpoint } from "../../../src/core/endpoint/endpoint";
import { withAddress, withName, withoutEndpoint } from "../../../src/core/settings/endpoint-changes";
import { defaultSettings } from "../../../src/core/settings/settings";

const at = (id: string, baseUrl: string, name: string): Endpoint => ({
	id,
	preset: "custom",
	name,
	baseUrl,
	secret: "",
});
const first = at("a", "https://one.example/v1", "one.example");
const second = at("b", "https://two.example/v1", "two.example");

describe("a change of an endpoint", () => {
	it("of its address takes along the name that came from it, told from others", () => {
		expect(withAddress([first, second], "a", "https://three.example/v1")).toEqual([
			{ ...first, baseUrl: "https://three.example/v1", name: "three.example" },
			second,
		]);
		const [, moved] = withAddress([first, second], "b", "https://one.example/v2");
		expect(moved).toEqual({ ...second, baseUrl: "https://one.example/v2", name: "one.example 2" });
		const [numbered] = withAddress([{ ...first, name: "one.example 2" }, second], "a", "https://three.example/v1");
		expect(numbered?.name).toBe("three.example");
	});

	it("of its address leaves a name that the writer gave", () => {
		const mine = { ...first, name: "Mine" };
		expect(withAddress([mine], "a", "https://three.example/v1")).toEqual([
			{ ...mine, baseUrl: "https://three.example/v1" },
		]);
	});

	it("of its name changes no other", () => {
		expect(withName([first, second], "b", "Mine")).toEqual([first, { ...second, name: "Mine" }]);
	});

	it("that takes it away takes away what is chosen of it", () => {
		const chosen = (endpoint: string) => ({ endpoint, model: "m" });
		const settings = {
			...defaultSettings,
			endpoints: [first, second],
			model: chosen("a"),
			favourites: [chosen("a"), chosen("b")],
		};
		expect(withoutEndpoint(settings, "a")).toMatchObject({
			endpoints: [second],
			model: null,
			favourites: [chosen("b")],
			ownPrices: [],
		});
		expect(withoutEndpoint(settings, "b")).not.toHaveProperty("model");
	});
});
