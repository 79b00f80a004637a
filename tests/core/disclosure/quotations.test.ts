import fc from "fast-check";
import { expect, it } from "vitest";
import { quotationsIn } from "../../../src/core/disclosure/quotations";
import { recordLabels } from "../../../src/core/record/labels";
import { findRecords } from "../../../src/core/record/parse";
import { printRecord, recordFormNames } from "../../../src/core/record/print";
import { anyRecord, runs } from "../record/arbitrary";

/** What hands, formatters and merges leave in a note, or make of a line. */
const pieces = fc.constantFrom(
	"",
	">",
	"> ",
	"> > ",
	"- ",
	"```",
	"> ```",
	"> [!ai]- Claude · Other words · 2026-01-02",
	"\\[!quote]- ",
	"**Before:** a",
	"> **Adopted:** b",
	"> **Question :** c",
	"> **Taken back:** 2026-01-02",
	"> `a/b` via X · 1 + 2 tokens",
	"> `a/b` via X · told by the writer",
	"`a/b`",
	"> via X · cost unknown",
	"<br>",
	"\\",
	"\r",
	" a\rb ",
	"  ",
);

type Edit = (lines: string[], at: number, piece: string) => void;
const edits = fc.constantFrom<Edit>(
	(lines, at) => void lines.splice(at, 1),
	(lines, at, piece) => void lines.splice(at, 0, piece),
	(lines, at, piece) => void (lines[at] = piece + (lines[at] ?? "")),
	(lines, at, piece) => void (lines[at] = (lines[at] ?? "") + piece),
	(lines, at) => void lines.splice(at, 1, ...(lines[at] ?? "").replace(/ /, "\n> ").split("\n")),
	(lines, at) => void lines.splice(at, 2, `${lines[at] ?? ""} ${(lines[at + 1] ?? "").replace(/^> ?/, "")}`),
);

it("reads of each record what the whole of it says, in whatever state a note is", () => {
	let quoted = 0;
	fc.assert(
		fc.property(
			fc.array(fc.tuple(anyRecord, fc.constantFrom("en", "fr"), fc.constantFrom(...recordFormNames)), {
				minLength: 1,
				maxLength: 3,
			}),
			fc.array(fc.tuple(edits, fc.nat(), pieces), { maxLength: 4 }),
			(records, damage) => {
				const printed = records.map(([record, language, form]) => printRecord(record, recordLabels[language], form));
				const lines = printed.join("\n\nA word.\n\n").split("\n");
				for (const [edit, at, piece] of damage) edit(lines, at % lines.length, piece);
				const text = lines.join("\n");
				const whole = findRecords(text).map(({ record: { modelName, objective, date, adoptions, identity } }) => ({
					model: identity.model,
					name: modelName,
					objective,
					date,
					adopted: adoptions.length > 0,
					...(identity.told === true ? { told: true } : {}),
				}));
				quoted += whole.length;
				expect(quotationsIn(text, [])).toEqual(whole);
			},
		),
		{ numRuns: runs },
	);
	expect(quoted).toBeGreaterThan(runs);
});
