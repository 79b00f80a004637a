import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { en } from "../../../src/core/i18n/en";

const root = path.resolve(import.meta.dirname, "../../../src");

/** Names of the strings, at every depth. */
function namesIn(strings: object): readonly string[] {
	return Object.entries(strings).flatMap(([name, value]: [string, unknown]) =>
		typeof value === "object" && value !== null && !Array.isArray(value) ? [name, ...namesIn(value)] : [name],
	);
}

it("has no words that nothing says", () => {
	const source = readdirSync(root, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".ts") && !/i18n.(?:en|fr)\b/.test(file))
		.map((file) => readFileSync(path.join(root, file), "utf8"))
		.join("\n");
	const words = new Set(source.match(/[A-Za-z][\w-]*/g));
	expect(
		namesIn(en)
			.flatMap((name) => name.split(" "))
			.filter((name) => !words.has(name)),
	).toEqual([]);
});
