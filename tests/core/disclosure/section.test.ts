import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	findSection,
	marks,
	nameOfSection,
	sectionAtEnd,
	sectionChange,
	sectionText,
	wholeSection,
} from "../../../src/core/disclosure/section";
import { applyChanges } from "../../../src/core/text/text";
import { sampleSize, seedOf } from "../../sampling";

const { start, end } = marks;

/** The page with a new body, and whether it was taken: only where there is exactly one section. */
function refreshed(text: string, body: string): { readonly text: string; readonly taken: boolean } {
	const found = findSection(text);
	return found.state === "one"
		? { text: applyChanges(text, [sectionChange(text, found.range, body)]), taken: true }
		: { text, taken: false };
}

describe("the section of a page", () => {
	it.each([
		["none", "My words."],
		["none", `Words about it: \`${start}\` and \`${end}\`.`],
		["none", `\`\`\`\n${start}\n${end}\n\`\`\``],
		["none", `---\nx: |\n  ${start}\n  ${end}\n---\n`],
		["one", `a\n${start}\n${end}\nb`],
		["one", `${start}  \r\nold\r\n${end}\r\n`],
		["one", `\`\`\`\n${start}\n\`\`\`\n\n${start}\nx\n${end}\n`],
		["several", `${start}\n${end}\n\n${start}\n${end}`],
		["broken", `a\n${start}\nb`],
		["broken", `a\n${end}\nb`],
		["broken", `${end}\n${start}`],
		["broken", `${start}\n${start}\n${end}`],
		["broken", `${start}\n${end}\n${end}`],
		["broken", `a ${start}\nx\n${end}`],
		["broken", `${start} b\nx\n${end}`],
		["broken", `<!--expert-friend:start-->\nx\n${end}`],
		["broken", `<!-- Expert-Friend:Start -->\nx\n${end}`],
		["broken", `> ${start}\n> x\n> ${end}`],
		["broken", `- x\n  ${start}\n  ${end}`],
	])("is %s in %j", (state, text) => {
		expect(findSection(text).state).toBe(state);
	});

	it("is written in the breaks of its note", () => {
		expect(refreshed(`a\r\n${start}\r\nold\r\n${end}\r\n`, "x\ny").text).toBe(
			`a\r\n${start}\r\n\r\nx\r\ny\r\n\r\n${end}\r\n`,
		);
		expect(applyChanges("a\r\n", [sectionAtEnd("a\r\n", "x")])).toBe(`a\r\n\r\n${start}\r\n\r\nx\r\n\r\n${end}\r\n`);
	});

	it("is known again by what was written, whatever the breaks", () => {
		const body = "One.\n\nTwo.";
		const text = wholeSection(body).replace(/\n/g, "\r\n");
		const found = findSection(text);
		expect(found.state === "one" && nameOfSection(sectionText(text, found.range))).toBe(nameOfSection(body));
		expect(nameOfSection(`${body}.`)).not.toBe(nameOfSection(body));
	});
});

const line = fc.oneof(
	fc.string({ maxLength: 12 }),
	fc.constantFrom(
		"",
		"Mes mots.",
		"# Titre",
		"- un",
		"  deux",
		"> cité",
		"```",
		"~~~",
		"$$",
		"%%",
		"<!--",
		"-->",
		"<div>",
		"---",
		"***",
		"| a | b |",
		"    code",
		"[^1]: note",
		"é\u00a0…\u2028",
		"`" + start + "`",
	),
);
const prose = fc
	.tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom("\n", "\r\n"))
	.map(([lines, lineBreak]) => lines.join(lineBreak));
const body = fc
	.array(fc.constantFrom("Une phrase.", "- un", "| a | b |", "", "## Titre"), { maxLength: 6 })
	.map((lines) => lines.join("\n"));

describe("what the writer wrote", () => {
	it("stays to the byte through a hundred refreshes with edits in between", () => {
		const edit = fc.record({ before: fc.boolean(), at: fc.nat(), cut: fc.nat({ max: 6 }), insert: prose, body });
		fc.assert(
			fc.property(prose, prose, fc.array(edit, { minLength: 100, maxLength: 100 }), (head, tail, edits) => {
				let text = `${applyChanges(head, [sectionAtEnd(head, "first")])}\n${tail}`;
				fc.pre(findSection(text).state === "one");
				let taken = 0;
				for (const one of edits) {
					const found = findSection(text);
					if (found.state !== "one") throw new Error("A page that is not ours is not kept here.");
					const [above, below] = [found.range.from - start.length, found.range.to + end.length];
					// The writer edits above or below the lines of the marks.
					const [low, high] = one.before
						? [0, Math.max(0, above - 1)]
						: [Math.min(text.length, below + 1), text.length];
					const from = low + (one.at % (high - low + 1));
					const edited = text.slice(0, from) + one.insert + text.slice(Math.min(high, from + one.cut));
					const after = refreshed(edited, one.body);
					if (!after.taken) {
						// What can't be told apart any more is left as it is.
						expect(after.text).toBe(edited);
						continue;
					}
					taken++;
					const was = findSection(edited);
					const is = findSection(after.text);
					if (was.state !== "one" || is.state !== "one") throw new Error("The section is gone.");
					expect(after.text.slice(0, is.range.from)).toBe(edited.slice(0, was.range.from));
					expect(after.text.slice(is.range.to)).toBe(edited.slice(was.range.to));
					expect(sectionText(after.text, is.range)).toBe(one.body.trim());
					text = after.text;
				}
				expect(taken).toBeGreaterThan(0);
			}),
			{ numRuns: sampleSize(3), endOnFailure: true, ...seedOf(1) },
		);
	});

	it("stays to the byte where the section is added, which then is the only one", () => {
		fc.assert(
			fc.property(prose, body, (text, made) => {
				const change = sectionAtEnd(text, made);
				const after = applyChanges(text, [change]);
				expect(change.from).toBe(change.to);
				expect(after.slice(0, change.from) + after.slice(change.from + change.insert.length)).toBe(text);
				expect({ after, state: findSection(after).state }).toEqual({ after, state: "one" });
			}),
			{ numRuns: sampleSize(300), ...seedOf(2) },
		);
	});
});
