import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { quote, unquote } from "../../../src/core/record/quote";

interface Case {
	readonly id: string;
	readonly reply?: string;
	readonly repeat?: { readonly text: string; readonly times: number };
	readonly threat: string;
	readonly must_not: readonly string[];
	readonly must_keep: readonly string[];
	readonly why: string;
}

// The second file has more of the same kinds; `must_not_text` in it is for what a page makes of them (tests/garden).
const cases = ["hostile-replies", "hostile-replies-2", "quoted-replies"].flatMap((name) =>
	readFileSync(new URL(`../../cases/${name}.jsonl`, import.meta.url), "utf8")
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => JSON.parse(line) as Case),
);

function note(reply: string): string {
	return [
		"Writer's words.",
		"",
		"> [!ai]- Some Model · Reading · 2026-11-23",
		...quote(reply).map((line) => `> ${line}`),
		"",
		"More of the writer's words.",
		"",
	].join("\n");
}

describe("labelled hostile replies", () => {
	it.each(cases)("$id $threat: $why", (one) => {
		const reply = one.reply ?? (one.repeat?.text ?? "").repeat(one.repeat?.times ?? 0);
		const raw = note(reply);
		for (const pattern of one.must_not) {
			for (const flags of ["", "mu"]) {
				let expression: RegExp;
				try {
					expression = new RegExp(pattern, flags);
				} catch {
					continue;
				}
				expect(raw, `${pattern} with flags "${flags}"`).not.toMatch(expression);
			}
		}
		const read = raw.replace(/^> ?/gm, "").replace(/\\([!-/:-@[-`{-~])/g, "$1");
		for (const words of one.must_keep) expect(read).toContain(words);
		expect(quote(unquote(quote(reply)))).toEqual(quote(reply));
	});
});
