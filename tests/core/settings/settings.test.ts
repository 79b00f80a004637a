import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	changedSettings,
	defaultSettings,
	endpointOf,
	limits,
	parseSettings,
} from "../../../src/core/settings/settings";

describe("settings", () => {
	it("are the defaults when there is nothing, and say nothing then", () => {
		expect(parseSettings(null)).toEqual(defaultSettings);
		expect(changedSettings(parseSettings({}))).toEqual({});
	});

	it("keep what can be read of a broken file", () => {
		const read = parseSettings({
			chip: "yes",
			recordPlace: "everywhere",
			concurrent: 99,
			endpoints: [{ id: "a", baseUrl: "https://x.example/v1", preset: "nonsense" }, 3],
			model: { endpoint: "a" },
		});
		expect(read.chip).toBe(true);
		expect(read.recordPlace).toBe("passage");
		expect(read.concurrent).toBe(10);
		expect(read.endpoints).toMatchObject([
			{ id: "a", preset: "custom", name: "a", baseUrl: "https://x.example/v1", secret: "" },
		]);
		expect(read.model).toBeNull();
	});

	it("keep an address as it is used, and one that can't be as it was written", () => {
		const read = (baseUrl: string): string | undefined =>
			parseSettings({ endpoints: [{ id: "a", baseUrl }] }).endpoints[0]?.baseUrl;
		expect(read("https://x.example/v1/?key=abc")).toBe("https://x.example/v1");
		expect(read("https://x.example/v1/chat/completions")).toBe("https://x.example/v1");
		for (const other of ["https://", "http://x.example/v1/", "https://me:secret@x.example/v1/"])
			expect(read(other)).toBe(other);
	});

	it("keep time-outs within what makes sense", () => {
		const read = parseSettings({ patience: 1, concurrent: 9999, between: "long" });
		expect([read.patience, read.concurrent, read.between]).toEqual([10, 10, defaultSettings.between]);
		for (const key of Object.keys(limits) as (keyof typeof limits)[]) {
			const [least, most] = limits[key];
			expect([parseSettings({ [key]: -1 })[key], parseSettings({ [key]: 1e9 })[key]]).toEqual([least, most]);
			expect(parseSettings({ [key]: defaultSettings[key] })[key]).toBe(defaultSettings[key]);
		}
	});

	it("keep currencies and countries that there are", () => {
		const endpoint = (currency: unknown): unknown =>
			parseSettings({ endpoints: [{ id: "a", baseUrl: "https://x.example/v1", preset: "custom", currency }] })
				.endpoints[0]?.currency;
		expect([endpoint("CHF"), endpoint("francs"), endpoint(3)]).toEqual(["CHF", undefined, undefined]);
		expect(["FR", "fr", "world", "XX", 3].map((electricity) => parseSettings({ electricity }).electricity)).toEqual([
			"FR",
			null,
			null,
			null,
			null,
		]);
	});

	it("survive saving and reading again", () => {
		const settings = parseSettings({
			chip: false,
			folder: "Ami",
			endpoints: [{ id: "a", preset: "ollama", name: "Ici", baseUrl: "http://localhost:11434/v1", secret: "" }],
			model: { endpoint: "a", model: "m" },
			privateFolders: ["Privé"],
		});
		expect(parseSettings(JSON.parse(JSON.stringify(changedSettings(settings))))).toEqual(settings);
		expect(endpointOf(settings, settings.model)?.name).toBe("Ici");
	});

	it("never throw, whatever the file holds", () => {
		fc.assert(
			fc.property(fc.anything(), (data) => {
				const settings = parseSettings(data);
				expect({ ...parseSettings(changedSettings(settings)) }).toEqual({ ...settings });
			}),
		);
	});
});
