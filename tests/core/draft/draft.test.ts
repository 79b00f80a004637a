import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Draft } from "../../../src/core/draft/draft";
import { mergeLines } from "../../../src/core/draft/merge-lines";
import { bodyOf, withBody } from "../../../src/core/draft/note-body";
import { sampleSize } from "../../sampling";

const runs = sampleSize(400);
const draftOf = (base: string, here: string, disk: string): Draft => Draft.of(base).edit(0, here).withDisk(disk);
/** Few different lines, so that many are alike. */
const lines = fc.array(fc.constantFrom("a", "b", "c", "", "d e"), { maxLength: 9 });
const text = lines.map((all) => all.join("\n"));

describe("a merge by lines", () => {
	it.each([
		["only one side changed", "a\nb\nc", "a\nB\nc", "a\nb\nc", "a\nB\nc"],
		["the other side changed", "a\nb\nc", "a\nb\nc", "a\nb\nC", "a\nb\nC"],
		["both changed other lines", "a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC"],
		["lines next to each other", "a\nb", "A\nb", "a\nB", "A\nB"],
		["one inserts where the other changes", "a\nb", "a\nnew\nb", "a\nB", "a\nnew\nB"],
		["both did the same", "a\nb", "a\nB", "a\nB", "a\nB"],
		["both added the same, one more", "a", "a\nx\ny", "a\nx", "a\nx\ny"],
		["one deleted, the other changed elsewhere", "a\nb\nc", "a\nc", "a\nb\nC", "a\nC"],
		["nothing was there", "", "mine", "", "mine"],
	])("is whole where %s", (_what, base, here, disk, merged) => {
		for (const draft of [draftOf(base, here, disk), draftOf(base, disk, here)]) {
			expect(draft.clashes).toBe(0);
			expect(draft.here).toBe(merged);
		}
	});

	it("keeps both versions of a line that both changed, and merges the rest", () => {
		const draft = draftOf("one\ntwo\nthree\nfour", "one\nTWO\nthree\nfour", "ONE\nzwei\nthree\nfour!");
		expect(draft.regions.map(({ clashes, here, disk }) => [clashes, here, disk])).toEqual([
			[false, ["ONE"], ["ONE"]],
			[true, ["TWO"], ["zwei"]],
			[false, ["three", "four!"], ["three", "four!"]],
		]);
		expect(draft.choose(1, "disk").here).toBe("ONE\nzwei\nthree\nfour!");
		expect(draft.choose(1, "here").here).toBe("ONE\nTWO\nthree\nfour!");
		expect(draft.choose(1, "disk").isUnsaved).toBe(false);
	});

	it("asks where both added something else at one place, or one deleted what the other changed", () => {
		expect(draftOf("a", "a\nx", "a\ny").clashes).toBe(1);
		expect(draftOf("a\nb\nc", "a\nc", "a\nB\nc").clashes).toBe(1);
		expect(draftOf("", "x", "y").clashes).toBe(1);
	});

	it("loses nothing of either side, whatever was changed", () => {
		const withOwn = (...own: string[]) => fc.array(fc.constantFrom("a", "b", "c", "", ...own), { maxLength: 9 });
		fc.assert(
			fc.property(lines, withOwn("h1", "h2"), withOwn("d1", "d2"), (base, here, disk) => {
				const regions = mergeLines(base, here, disk);
				expect(regions.flatMap((region) => region.disk)).toEqual(disk);
				for (const [at, region] of regions.entries()) {
					if (region.clashes) expect(regions[at + 1]?.clashes ?? false).toBe(false);
					else expect(region.base).toEqual(region.disk);
				}
				// Each line that one side alone has is there as often in the end.
				const own = (all: readonly string[]): readonly string[] => all.filter((line) => /^[hd]\d/.test(line));
				expect(own(regions.flatMap((region) => region.here)).filter((line) => line.startsWith("h"))).toEqual(own(here));
				expect(
					own(regions.flatMap((region) => (region.clashes ? region.disk : region.here))).filter((line) =>
						line.startsWith("d"),
					),
				).toEqual(own(disk));
			}),
			{ numRuns: runs },
		);
	});

	it("is the other side's text where one side changed nothing, and either's where both did the same", () => {
		fc.assert(
			fc.property(text, text, (base, other) => {
				for (const draft of [draftOf(base, base, other), draftOf(base, other, base), draftOf(base, other, other)])
					expect([draft.clashes, draft.here]).toEqual([0, other]);
			}),
			{ numRuns: runs },
		);
	});

	it("clashes in the same lines from both sides", () => {
		fc.assert(
			fc.property(lines, lines, lines, (base, here, disk) => {
				const clashing = (one: readonly string[], two: readonly string[], side: "here" | "disk") =>
					mergeLines(base, one, two).flatMap((region) => (region.clashes ? region[side] : []));
				expect(clashing(here, disk, "here")).toEqual(clashing(disk, here, "disk"));
				expect(clashing(here, disk, "disk")).toEqual(clashing(disk, here, "here"));
			}),
			{ numRuns: runs },
		);
	});

	it("takes all changes of both sides where they are of different lines", () => {
		const change = fc.constantFrom("keep", "edit", "delete", "grow");
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.boolean(), change), { minLength: 1, maxLength: 12 }), (plan) => {
				const made = (is: (mine: boolean) => boolean): readonly string[] =>
					plan.flatMap(([mine, what], at) => {
						if (!is(mine) || what === "keep") return [`line ${at}`];
						return what === "edit" ? [`changed ${at}`] : what === "grow" ? [`changed ${at}`, `new ${at}`] : [];
					});
				const base = made(() => false);
				const regions = mergeLines(
					base,
					made((mine) => mine),
					made((mine) => !mine),
				);
				expect(regions.filter((region) => region.clashes)).toEqual([]);
				expect(regions.flatMap((region) => region.here)).toEqual(made(() => true));
			}),
			{ numRuns: runs },
		);
	});
});

describe("a draft", () => {
	it("is settled by choices, in any order, and holds what was chosen and typed", () => {
		fc.assert(
			fc.property(
				text,
				text,
				text,
				fc.array(fc.tuple(fc.nat(), fc.boolean())),
				text,
				(base, here, disk, picks, last) => {
					let draft = draftOf(base, here, disk);
					for (const [pick, mine] of picks) {
						const places = [...draft.regions.keys()].filter((at) => draft.regions[at]?.clashes);
						const at = places[pick % Math.max(1, places.length)];
						if (at === undefined) break;
						const { clashes } = draft;
						const region = draft.regions[at];
						draft = draft.choose(at, mine ? "here" : "disk");
						expect(draft.clashes).toBe(clashes - 1);
						expect(draft.disk).toBe(disk);
						for (const line of (mine ? region?.here : region?.disk) ?? [])
							expect(draft.here.split("\n")).toContain(line);
					}
					// The same again changes nothing; a later change of the other side is merged as well.
					expect(draft.withDisk(disk)).toBe(draft);
					expect(draft.withDisk(last).disk).toBe(last);
					if (draft.clashes > 0) return;
					const typed = draft.edit(0, `${draft.here}\ntyped`);
					expect([typed.here, typed.disk]).toEqual([`${draft.here}\ntyped`, disk]);
				},
			),
			{ numRuns: runs },
		);
	});

	it("keeps a choice when the other side changes again elsewhere", () => {
		const draft = draftOf("a\nb\nc", "a\nB\nc", "a\nß\nc").choose(0, "here");
		const clash = draftOf("a\nb\nc", "a\nB\nc", "a\nß\nc");
		expect(clash.regions.map(({ clashes }) => clashes)).toEqual([false, true, false]);
		expect(draft.clashes).toBe(1);
		const chosen = clash.choose(1, "here");
		expect([chosen.regions.length, chosen.here, chosen.isUnsaved]).toEqual([1, "a\nB\nc", true]);
		const later = chosen.withDisk("a\nß\nC");
		expect([later.clashes, later.here]).toEqual([0, "a\nB\nC"]);
	});
});

describe("the body of a note in a field", () => {
	const breaks = fc.constantFrom("\n", "\r\n");
	const head = fc.constantFrom(
		"",
		"---\nkind: words\n# mine\nicon:   x\n---\n",
		"---\r\nkind: answer\r\n---\r\n\r\n",
		"\n\n",
	);
	const tail = fc.constantFrom("", "\n", "\r\n\r\n", "  \n");

	it("is written without a byte of the properties and of what is around it changing", () => {
		fc.assert(
			fc.property(head, lines, tail, breaks, text, (before, body, after, newline, typed) => {
				const note = before + body.join(newline) + after;
				const start = before.startsWith("---")
					? before.trimEnd().length + (/\r?\n/.exec(before.slice(before.trimEnd().length))?.[0].length ?? 0)
					: 0;
				const shown = bodyOf(note, start);
				expect(shown).not.toContain("\r");
				expect(withBody(note, start, shown)).toBe(note);
				const written = withBody(note, start, typed);
				expect(written.startsWith(note.slice(0, start))).toBe(true);
				expect(bodyOf(written, start).trim()).toBe(typed.trim());
				if (shown !== "") expect(written.endsWith(note.slice(note.trimEnd().length))).toBe(true);
				// The note's own line breaks.
				if (/\r\n/.test(note) && !/[^\r]\n|^\n/.test(note)) expect(written.replace(/\r\n/g, "")).not.toContain("\n");
			}),
			{ numRuns: runs },
		);
	});

	it("does not run into properties that end with the file", () => {
		expect(withBody("---\na: 1\n---", 12, "Be brief.")).toBe("---\na: 1\n---\nBe brief.");
	});
});
