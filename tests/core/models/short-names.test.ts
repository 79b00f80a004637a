import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortNames } from "../../../src/core/models/short-names";

describe("short names of models", () => {
	it.each([
		[
			["Mistral Medium 3.1 (August 2025)", "Claude Sonnet 4"],
			["Mistral", "Claude"],
		],
		[
			["Mistral: Mistral Medium 3.1", "Mistral: Mistral Small 3.2", "OpenAI: GPT-5 mini"],
			["Mistral Medium", "Mistral Small", "GPT-5"],
		],
		[
			["Claude Sonnet 4", "Claude Sonnet 4.5"],
			["Claude Sonnet 4", "Claude Sonnet 4.5"],
		],
		[
			["Qwen 3", "Qwen 3 Coder"],
			["Qwen 3", "Qwen 3 Coder"],
		],
		// The same name at two vendors.
		[
			["Groq: Llama 4", "Meta: Llama 4"],
			["Groq: Llama 4", "Meta: Llama 4"],
		],
		[["Puppet one"], ["Puppet"]],
	])("of %j are %j", (names, short) => {
		expect([...shortNames(names).values()]).toEqual(short);
	});

	it("tell any names apart", () => {
		const word = fc.constantFrom("Claude", "Sonnet", "4", "4.5", "Mistral:", "Mistral", "mini");
		const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
		fc.assert(
			fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), (names) => {
				const short = shortNames(names);
				expect(new Set(short.values()).size).toBe(names.length);
			}),
		);
	});
});
