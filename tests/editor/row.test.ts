import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adaptedParts, beforeAndAfter, phraseAround, type Phrase } from "../../src/editor/row";
import { applyChanges } from "../../src/core/text/text";
import { sampleSize } from "../sampling";

const runs = sampleSize(200);
const read = (phrase: Phrase): string => phrase.map(({ text, differs }) => (differs ? `<${text}>` : text)).join("");
const around = (text: string, words: string, room: number): string =>
	read(phraseAround(text, { from: text.indexOf(words), to: text.indexOf(words) + words.length }, room));

describe("words among their neighbours", () => {
	it("are cut between words, and not at all where everything has room", () => {
		expect(around("I have always been a careful reader and a careless writer.", "careful", 26)).toBe(
			"…been a <careful> reader…",
		);
		expect(around("The old tree bears fruit.", "tree", 26)).toBe("The old <tree> bears fruit.");
	});

	it("are read without Markdown's marks", () => {
		expect(around("See [the *old* house](http://x.example) there.", "old", 60)).toBe("See the <old> house there.");
		expect(around("> He said\n> it twice.", "said", 60)).toBe("> He <said> it twice.");
	});

	it("keep the words and never show more of the text than there is", () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom("un", "mot", "long", "très", "porte-monnaie", "l’ami"), {
					minLength: 1,
					maxLength: 20,
				}),
				fc.nat(),
				fc.integer({ min: 4, max: 80 }),
				(list, n, room) => {
					const text = list.join(" ");
					const at = n % list.length;
					const from = list.slice(0, at).join(" ").length + (at > 0 ? 1 : 0);
					const phrase = phraseAround(text, { from, to: from + (list[at]?.length ?? 0) }, room);
					expect(phrase.filter(({ differs }) => differs).map((part) => part.text)).toEqual([list[at]]);
					expect(text).toContain(
						phrase
							.map((part) => part.text)
							.join("")
							.replace(/^…|…$/g, ""),
					);
				},
			),
			{ numRuns: runs },
		);
	});
});

describe("changes that go together", () => {
	const text = "It is late. The tree by the wall bears fruit. Nobody eats it.";

	it("are shown within their own sentence, as it is and as it would be", () => {
		const from = text.indexOf("tree");
		const change = { from, to: from + 4, insert: "old oak" };
		const { before, after } = beforeAndAfter(text, [change], 60);
		expect([read(before), read(after)]).toEqual([
			"The <tree> by the wall bears fruit.",
			"The <old oak> by the wall bears fruit.",
		]);
	});

	it("that add or take away words show where", () => {
		const at = text.indexOf("tree");
		const added = beforeAndAfter(text, [{ from: at, to: at, insert: "old " }], 60);
		expect([read(added.before), read(added.after)]).toEqual([
			"The tree by the wall bears fruit.",
			"The <old >tree by the wall bears fruit.",
		]);
		const taken = beforeAndAfter(text, [{ from: at + 4, to: at + 16, insert: "" }], 60);
		expect([read(taken.before), read(taken.after)]).toEqual([
			"The tree< by the wall> bears fruit.",
			"The tree bears fruit.",
		]);
	});
});

describe("an adapted sentence", () => {
	it("is told in parts that read as the sentence with its changes", () => {
		const sentence = "La grande maison est belle.";
		const changes = [
			{ from: 0, to: 2, insert: "Le", role: "agreeing" as const },
			{ from: 3, to: 9, insert: "grand", role: "agreeing" as const },
			{ from: 10, to: 16, insert: "logis", role: "picked" as const },
			{ from: 21, to: 26, insert: "beau", role: "agreeing" as const },
		];
		const parts = adaptedParts(sentence, changes);
		expect(parts.map(({ text }) => text).join("")).toBe(applyChanges(sentence, changes));
		expect(parts.filter(({ role }) => role !== null).map(({ text, role }) => [text, role])).toEqual([
			["Le", "agreeing"],
			["grand", "agreeing"],
			["logis", "picked"],
			["beau", "agreeing"],
		]);
	});
});
