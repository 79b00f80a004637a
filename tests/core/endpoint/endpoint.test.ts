import { describe, expect, it } from "vitest";
import {
	addressOf,
	checkBaseUrl,
	defaultName,
	isLocal,
	isReadable,
	normaliseBaseUrl,
	placeOf,
} from "../../../src/core/endpoint/endpoint";

describe("an endpoint's address", () => {
	it.each([
		["http://localhost:11434/v1", "device"],
		["http://127.0.0.1:1234/v1", "device"],
		["http://[::1]:8080", "device"],
		["http://friend.localhost", "device"],
		["http://0.0.0.0:8080", "device"],
		["http://192.168.1.20:11434/v1", "network"],
		["http://10.0.0.3", "network"],
		["http://172.16.4.4", "network"],
		["http://169.254.3.3", "network"],
		["http://study.local:1234", "network"],
		["http://nas:11434", "network"],
		["http://box.lan", "network"],
		["http://100.100.3.4:8080", "network"],
		["http://[fd12::1]/v1", "network"],
		["http://[fe80::1]/v1", "network"],
		["https://openrouter.ai/api/v1", "remote"],
		["https://172.32.0.1", "remote"],
		["https://192.168.example.org", "remote"],
		["https://localhost.example.org", "remote"],
		["https://10.example", "remote"],
		["https://100.128.0.1", "remote"],
		["https://lan.example", "remote"],
	] as const)("leads from %s to the %s", (url, place) => {
		expect(placeOf(url)).toBe(place);
		expect(isLocal(url)).toBe(place !== "remote");
	});

	it("may go without https only at home, and never with a name and a password in it", () => {
		expect(checkBaseUrl("https://models.example/v1")).toBeNull();
		expect(checkBaseUrl("http://models.example/v1")).toBe("needs-https");
		expect(checkBaseUrl("http://192.168.1.20/v1")).toBeNull();
		expect(checkBaseUrl("https://me:secret@models.example/v1")).toBe("has-password");
		for (const text of ["", "models.example", "ftp://models.example", "https://", "javascript:alert(1)"])
			expect(checkBaseUrl(text), text).toBe("not-a-url");
	});

	it.each([
		// What resolvers may understand in several ways is not taken for home.
		["http://localhost./v1", "needs-https"],
		["http://nas./v1", "needs-https"],
		["http://box.local./v1", "needs-https"],
		["http://[::ffff:192.168.1.20]/v1", "needs-https"],
		["http://192.168.1.20.example/v1", "needs-https"],
		["http://[2001:db8::1]/v1", "needs-https"],
		["http://fd12.example/v1", "needs-https"],
		["https://[2001:db8::1]/v1", null],
		// Other ways to write an address at home.
		["http://LOCALHOST:1234/v1", null],
		["http://2130706433/v1", null],
		["http://0x7f.1/v1", null],
		["http://[0:0:0:0:0:0:0:1]/v1", null],
		// What stands before an @ is no host, and never sent.
		["https://localhost@models.example/v1", "has-password"],
		["http://127.0.0.1:80@models.example/v1", "has-password"],
		["https://:secret@models.example", "has-password"],
		["https:\\\\models.example\\v1", null],
		["wss://models.example/v1", "not-a-url"],
		["https://models.example:port/v1", "not-a-url"],
		["localhost:11434/v1", "not-a-url"],
	] as const)("written %s is judged as %s", (url, problem) => {
		expect(checkBaseUrl(url)).toBe(problem);
	});

	it("is told to be readable on its way where it is", () => {
		expect(isReadable("http://192.168.1.20:11434/v1")).toBe(true);
		expect(isReadable("https://192.168.1.20/v1")).toBe(false);
		expect(isReadable("http://localhost:11434/v1")).toBe(false);
		expect(isReadable("http")).toBe(false);
	});

	it("names its endpoint where the kind says nothing, and no two the same", () => {
		expect(defaultName("custom", "https://models.example:8443/v1", [])).toBe("models.example:8443");
		expect(defaultName("custom", "https://", [])).toBe("Custom");
		expect(defaultName("openrouter", "http://127.0.0.1/v1", ["OpenRouter", "OpenRouter 2"])).toBe("OpenRouter 3");
	});

	it("is kept without what a request adds", () => {
		expect(normaliseBaseUrl("  https://models.example/v1/chat/completions/?x=1 ")).toBe("https://models.example/v1");
		expect(normaliseBaseUrl("https://models.example/v1/models")).toBe("https://models.example/v1");
	});
});

describe("an address with the version of its API", () => {
	const azure = "https://mine.example/openai/deployments/d?api-version=2024-10-21";

	it("keeps that, and nothing else of a query", () => {
		expect(normaliseBaseUrl(azure)).toBe(azure);
		expect(normaliseBaseUrl(" https://mine.example/v1/chat/completions?key=secret&api-version=2024-10-21#x ")).toBe(
			"https://mine.example/v1?api-version=2024-10-21",
		);
		expect(normaliseBaseUrl("https://mine.example/v1?key=secret")).toBe("https://mine.example/v1");
		expect(normaliseBaseUrl(normaliseBaseUrl(azure))).toBe(azure);
		expect(checkBaseUrl(azure)).toBeNull();
	});

	it("has the paths of its requests before it", () => {
		expect(addressOf(azure, "/models")).toBe("https://mine.example/openai/deployments/d/models?api-version=2024-10-21");
		expect(addressOf("https://mine.example/v1", "/models")).toBe("https://mine.example/v1/models");
	});
});
