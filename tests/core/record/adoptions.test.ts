import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adoptionsOf, isOfModel } from "../../../src/core/record/adoptions";
import { applyChanges, type Change } from "../../../src/core/text/text";

/** The change of some words, the first time they stand in a passage. */
function change(passage: string, words: string, insert: string): Change {
	const from = passage.indexOf(words);
	return { from, to: from + words.length, insert };
}

/** Sentences with the model's words in square brackets. */
function shown(
	passage: string,
	changes: readonly Change[],
	own: string | null = null,
): readonly (readonly [string, string])[] {
	const marked = (text: string, ranges: readonly { readonly from: number; readonly to: number }[]): string =>
		applyChanges(
			text,
			ranges.map(({ from, to }) => ({ from, to, insert: `[${text.slice(from, to)}]` })),
		);
	return adoptionsOf(passage, 0, changes, own).map((one) => [
		marked(one.before, one.changedBefore),
		marked(one.adopted, one.changedAdopted),
	]);
}

describe("what a record says was adopted", () => {
	it("is each sentence that changed, and no other", () => {
		const passage = "Le chat dort. Il fait froid. On rentre vite.";
		expect(shown(passage, [change(passage, "chat", "chien"), change(passage, "vite", "tôt")])).toEqual([
			["Le [chat] dort.", "Le [chien] dort."],
			["On rentre [vite].", "On rentre [tôt]."],
		]);
		expect(shown(passage, [])).toEqual([]);
	});

	it("is one sentence where a change runs over the end of the first", () => {
		const passage = "Le chat dort. Il fait froid. On rentre.";
		expect(shown(passage, [change(passage, "dort. Il fait", "dort : il fait")])).toEqual([
			["Le chat [dort. Il fait] froid.", "Le chat [dort : il fait] froid."],
		]);
	});

	it("is an item, a heading, a paragraph without what begins its line", () => {
		const passage = "Un essai ^a\n- [ ] Le second essai\n> # Titre long\n\nFin de tout";
		expect(
			shown(passage, [
				change(passage, "Un", "Deux"),
				change(passage, "second", "suivant"),
				change(passage, "long", "court"),
				change(passage, "Fin", "Bout"),
			]).map(([, adopted]) => adopted),
		).toEqual(["[Deux] essai ^a", "Le [suivant] essai", "Titre [court]", "[Bout] de tout"]);
	});

	it("leaves the writer's own word out of what the model brought", () => {
		const passage = "La belle maison dort.";
		expect(
			shown(passage, [change(passage, "La belle", "Le beau"), change(passage, "maison", "manoir")], "manoir"),
		).toEqual([["[La belle] maison dort.", "[Le beau] manoir dort."]]);
		expect(shown(passage, [change(passage, "maison", "vieux manoir")], "manoir")).toEqual([
			["La belle [maison] dort.", "La belle [vieux ]manoir dort."],
		]);
		expect(adoptionsOf(passage, 0, [change(passage, "maison", "demeure")], "demeure").some(isOfModel)).toBe(false);
		expect(adoptionsOf(passage, 0, [change(passage, "belle ", "")]).some(isOfModel)).toBe(true);
	});

	it("loses no change, whatever the passage", () => {
		const piece = fc.constantFrom(
			"Le chat",
			" dort.",
			" Il",
			"\n",
			"\n\n",
			"- ",
			"> ",
			"1. ",
			"# ",
			" M. Roux",
			"…",
			" « non »",
			" [^1]",
			"| a | b |",
			"```",
		);
		fc.assert(
			fc.property(
				fc.array(piece, { minLength: 1, maxLength: 14 }).map((parts) => parts.join("")),
				fc.array(fc.tuple(fc.nat(), fc.nat(6), fc.constantFrom("", "x", "y z", ". W")), { minLength: 1, maxLength: 4 }),
				(passage, wanted) => {
					let at = 0;
					const changes = wanted
						.map(([from, length, insert]) => ({ from: from % (passage.length + 1), length, insert }))
						.sort((a, b) => a.from - b.from)
						.flatMap(({ from, length, insert }) => {
							const start = Math.max(at, from);
							const to = Math.min(passage.length, start + length);
							if (start > passage.length || (start === to && insert === "")) return [];
							at = to + 1;
							return [{ from: start, to, insert }];
						});
					const adoptions = adoptionsOf(passage, 0, changes);
					// Each stands in the passage before and after, in order, and what stands outside of them is the same.
					let before = passage;
					let after = applyChanges(passage, changes);
					for (const one of adoptions) {
						const [was, is] = [before.indexOf(one.before), after.indexOf(one.adopted)];
						expect(was).toBeGreaterThanOrEqual(0);
						expect(is).toBeGreaterThanOrEqual(0);
						before = before.slice(was + one.before.length);
						after = after.slice(is + one.adopted.length);
					}
					expect(
						adoptions.flatMap((one) => one.changedAdopted.map(({ from, to }) => one.adopted.slice(from, to))),
					).toEqual(changes.map(({ insert }) => insert));
					expect(
						adoptions.flatMap((one) => one.changedBefore.map(({ from, to }) => one.before.slice(from, to))),
					).toEqual(changes.map(({ from, to }) => passage.slice(from, to)));
				},
			),
			{ numRuns: 500 },
		);
	});
});
