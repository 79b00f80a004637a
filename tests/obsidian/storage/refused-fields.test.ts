import { describe, expect, it } from "vitest";
import { Device } from "../../../src/obsidian/storage/device";
import { RefusedFields } from "../../../src/obsidian/storage/refused-fields";

const day = 86_400_000;

function remembered(): { readonly fields: RefusedFields; readonly pass: (milliseconds: number) => void } {
	const stored = new Map<string, unknown>();
	let now = 1_000_000;
	const device = new Device({
		app: {
			loadLocalStorage: (key: string): unknown => structuredClone(stored.get(key) ?? null),
			saveLocalStorage: (key: string, data: unknown) => void stored.set(key, structuredClone(data)),
		},
		full: () => undefined,
		unread: () => undefined,
	});
	return { fields: new RefusedFields(device, () => now), pass: (milliseconds) => void (now += milliseconds) };
}

describe("fields that endpoints refuse", () => {
	it("are remembered by host and model", () => {
		const { fields } = remembered();
		fields.add("a.example", "one", "stream");
		fields.add("a.example", "one", "system");
		fields.add("b.example", "one", "stream_options");
		expect(fields.of("a.example", "one")).toEqual(["stream", "system"]);
		expect(fields.of("b.example", "one")).toEqual(["stream_options"]);
		expect(fields.of("a.example", "two")).toEqual([]);
	});

	it("are sent again after a month, and once the model is tested", () => {
		const { fields, pass } = remembered();
		fields.add("a.example", "one", "stream");
		pass(20 * day);
		fields.add("a.example", "one", "system");
		pass(11 * day);
		expect(fields.of("a.example", "one")).toEqual(["system"]);
		fields.forget("a.example", "one");
		expect(fields.of("a.example", "one")).toEqual([]);
	});
});
