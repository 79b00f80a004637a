import { describe, expect, it } from "vitest";
import { Device } from "../../../src/obsidian/storage/device";

describe("what a device keeps", () => {
	it("counts as nothing where it can't be read", () => {
		const device = new Device(
			{ loadLocalStorage: () => JSON.parse("{no") as unknown, saveLocalStorage: () => undefined },
			() => undefined,
		);
		expect(device.load("a")).toBeNull();
	});

	it("holds until the app closes where there is no room, and says so once", () => {
		const kept = new Map<string, unknown>();
		let room = 2;
		let told = 0;
		const device = new Device(
			{
				loadLocalStorage: (key) => kept.get(key) ?? null,
				saveLocalStorage: (key, data) => {
					if (String(data).length > room) throw new Error("QuotaExceededError");
					kept.set(key, data);
				},
			},
			() => told++,
		);
		device.save("a", "ab");
		device.save("a", "abc");
		device.save("b", "abcd");
		expect([device.load("a"), device.load("b"), kept.get("a"), told]).toEqual(["abc", "abcd", "ab", 1]);
		room = 4;
		device.save("a", "abc");
		device.save("b", "abcd");
		expect([kept.get("a"), kept.get("b"), told]).toEqual(["abc", "abcd", 1]);
		device.save("b", "abcde");
		expect(told).toBe(2);
	});
});
