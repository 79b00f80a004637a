import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, type Change } from "../../../src/core/text/text";
import type { Candidate } from "../../../src/core/wording/candidate";
import { judge } from "../../../src/core/wording/judge";
import { judgeRow } from "../../../src/core/wording/judge-row";
import { diffWords } from "../../../src/core/wording/diff";
import { freezeSentence, thaw } from "../../../src/core/wording/freeze";
import { changeGroups } from "../../../src/core/wording/groups";
import { ownWordKept, Proposals } from "../../../src/core/wording/proposals";
import { RowReader } from "../../../src/core/wording/reply-reader";
import { rebase } from "../../../src/core/wording/three-way";
import { tokensOf } from "../../../src/core/text/tokens";
import { sampleSize } from "../../sampling";

const runs = sampleSize(200);
const changesBetween = (a: string, b: string): readonly Change[] =>
	diffWords(a, b).map((one) => ({ from: one.fromA, to: one.toA, insert: b.slice(one.fromB, one.toB) }));

/** The original with its selection drawn in: `[selected]`. */
function judged(drawn: string, row: string, language = "fr"): ReturnType<typeof judge> & { readonly sentence: string } {
	const from = drawn.indexOf("[");
	const to = drawn.indexOf("]") - 1;
	const sentence = drawn.replace("[", "").replace("]", "");
	return { ...judge({ sentence, selection: { from, to }, language }, row), sentence };
}

function candidate(drawn: string, row: string, language = "fr"): Candidate {
	const found = judged(drawn, row, language);
	if ("broken" in found) throw new Error(`Broken: ${found.broken}`);
	return found;
}

describe("an elided small word", () => {
	const pickedOf = (drawn: string, language: string, row: string): readonly string[] => {
		const selection = { from: drawn.indexOf("["), to: drawn.indexOf("]") - 1 };
		const found = judge({ sentence: drawn.replace(/[[\]]/g, ""), selection, language }, row);
		if ("broken" in found) throw new Error(found.broken);
		return found.roles.filter(({ role }) => role === "picked").map(({ after }) => after);
	};

	it.each([
		["it", "Quell’[albergo] antico è chiuso.", "Quella villa antica è chiusa.", "villa"],
		["it", "Quest'[anno] freddo finisce.", "Questa settimana fredda finisce.", "settimana"],
		["it", "Un bell'[albero] cresce qui.", "Un bel pino cresce qui.", "pino"],
		["fr", "L'[hôtel] ancien est fermé.", "La villa ancienne est fermée.", "villa"],
	])("is a word beside the picked one (%s: %s)", (language, drawn, row, picked) => {
		expect(pickedOf(drawn, language, row)).toEqual([picked]);
	});

	it("is none before the s of a possessor", () => {
		expect(pickedOf("The [bell's] tone was low.", "en", "The horn's tone was low.")).toEqual(["horn's"]);
	});
});

describe("changes proposed for a sentence that was edited meanwhile", () => {
	const base = "La grande maison blanche est belle.";
	const proposed = changesBetween(base, "Le grand logis blanc est beau.");
	const rebased = (mine: string): string => {
		const result = rebase(base, mine, proposed);
		return "conflict" in result ? "conflict" : applyChanges(mine, result.changes);
	};

	it.each([
		["nothing was edited", base, "Le grand logis blanc est beau."],
		["words were added before", "Oui : La grande maison blanche est belle.", "Oui : Le grand logis blanc est beau."],
		["a word was added between", "La grande maison blanche est très belle.", "Le grand logis blanc est très beau."],
		["a word was taken away that is not touched", "La grande maison blanche belle.", "Le grand logis blanc beau."],
		["the stop was changed", "La grande maison blanche est belle !", "Le grand logis blanc est beau !"],
		["both changed a word alike", "La grande maison blanche est beau.", "Le grand logis blanc est beau."],
		["the same word was changed otherwise", "La grande maison blanche est jolie.", "conflict"],
		["a word was taken away that would change", "La grande maison est belle.", "conflict"],
		["all is gone", "", "conflict"],
	] as const)("go to their places when %s", (_what, mine, wanted) => {
		expect(rebased(mine)).toBe(wanted);
	});

	it("leave every word of the writer's in place, or say that they conflict", () => {
		const word = fc.constantFrom("le", "chat", "l’eau", "dort", "été", ",", "vite", "👩‍🚀");
		const edit = fc.tuple(fc.nat(8), fc.nat(2), fc.array(word, { maxLength: 2 }));
		let made = 0;
		fc.assert(
			fc.property(fc.array(word, { minLength: 3, maxLength: 8 }), edit, edit, (list, ...edits) => {
				const one = list.join(" ");
				const [theirs = "", mine = ""] = edits.map(([at, count, added]) =>
					[...list.slice(0, at), ...added, ...list.slice(at + count)].join(" "),
				);
				const result = rebase(one, mine, changesBetween(one, theirs));
				if ("conflict" in result) return;
				if (one !== theirs && one !== mine) made++;
				let at = 0;
				for (const { from, to } of result.changes) {
					expect(from).toBeGreaterThanOrEqual(at);
					expect(to).toBeGreaterThanOrEqual(from);
					at = to;
				}
				const now = applyChanges(mine, result.changes);
				for (const added of changesBetween(one, mine)) expect(now).toContain(added.insert);
			}),
			{ numRuns: runs },
		);
		expect(made).toBeGreaterThan(runs / 5);
	});
});

describe("what means something to a plugin or a publisher", () => {
	const sentence = "Appeler le plombier demain matin.";
	const of = (row: string, from = sentence): string => {
		const found = judge({ sentence: from, selection: { from: 11, to: 19 }, language: "fr" }, row);
		return "broken" in found ? found.broken : found.class;
	};

	it.each([
		"Appeler le couvreur demain matin 📅 2026-12-24.",
		"Appeler le couvreur ⏫ demain matin.",
		"Appeler le couvreur 🔁 every day demain matin.",
		"Appeler le couvreur 🗓️ 2026-12-24 demain matin.",
		"Appeler le ~couvreur~ demain matin.",
		"Appeler le ++couvreur++ demain matin.",
		"Appeler hote.example/x demain matin.",
		"Appeler //hote/x demain matin.",
		"Appeler x.com demain matin.",
		"Appeler le couvreur de t.co/abc demain matin.",
		"Appeler le couvreur 🡒 demain matin.",
		"Appeler le couvreur ⤷ demain matin.",
		"Appeler le couvreur (prix:: 12) demain matin.",
	])("is never brought by a proposal: %s", (row) => {
		expect(of(row)).toMatch(/^(?:marks|tag|url|outside|icon|layout|unrelated)$/);
	});

	it("is no bullet, where it dates what stands after it", () => {
		const original = { sentence, selection: { from: 11, to: 19 }, language: "fr" };
		const row = "📅 2026-12-24 Appeler le couvreur demain matin.";
		expect(judgeRow(original, row, freezeSentence(sentence, original.selection))).toMatchObject({ broken: "outside" });
	});

	it.each([
		["Appeler le plombier, p.ex. demain.", "Appeler le couvreur, p.ex. demain."],
		["Appeler le plombier demain matin 📅 2026-12-24.", "Appeler le couvreur demain matin 📅 2026-12-24."],
		["Appeler le plombier par hote.example demain.", "Appeler le couvreur par hote.example demain."],
		["Appeler le plombier, ~10 min.", "Appeler le couvreur, ~10 min."],
	])("stays where the writer has it: %s", (from, row) => {
		expect(of(row, from)).toBe("agreeing");
	});
});

describe("the changes of a passage", () => {
	const groups = (sentence: string, row: string, language = "fr"): readonly (readonly string[])[] => {
		const original = { sentence, selection: { from: 0, to: sentence.length }, language };
		const found = judge(original, row);
		if ("broken" in found) throw new Error(`Broken: ${found.broken}`);
		return changeGroups(original, found).map(({ changes }) =>
			changes.map((change) => `${sentence.slice(change.from, change.to).trim()}>${change.insert.trim()}`),
		);
	};

	it.each([
		[
			"apart when they have nothing to do with one another",
			"Il marche vers la rivière lointaine. Elle attend sous le porche.",
			"Il court vers la rivière lointaine. Elle patiente sous le porche.",
			[["marche>court"], ["attend>patiente"]],
		],
		[
			"as one when they stand side by side",
			"Il fait très froid dans la maison vide ce soir.",
			"Il fait drôlement bon dans la maison vide ce soir.",
			[["très>drôlement", "froid>bon"]],
		],
		[
			"with the word that a form agrees with",
			"La maison que nous avons vue hier est belle.",
			"Le bâtiment que nous avons vu hier est beau.",
			[["La>Le", "maison>bâtiment", "vue>vu", "belle>beau"]],
		],
		[
			"as one when a mark moved",
			"Tu viens en « visio » ? Nous avons peu de temps.",
			"Tu viens en « visio ? » Nous avons peu de temps.",
			[[">?", "?>"]],
		],
		[
			"as one when a comma moved",
			"Hier soir nous, avons mangé tard chez eux.",
			"Hier soir, nous avons mangé tard chez eux.",
			[[">,", ",>"]],
		],
		[
			"apart in sentences of their own even if forms changed",
			"Une voiture rouge passe. Les rues sont calmes.",
			"Un camion rouge passe. La rue est calme.",
			[
				["Une>Un", "voiture>camion"],
				["Les>La", "rues>rue", "sont>est", "calmes>calme"],
			],
		],
		[
			"apart when they mend what is written wrong",
			"Quand il pleut je reste. Elle ma dit que les lettre sont arrivé hier , et que tu na rien lu.",
			"Quand il pleut, je reste. Elle m’a dit que les lettres sont arrivées hier, et que tu n’as rien lu.",
			[[">,"], ["ma>m’a"], ["lettre>lettres"], ["arrivé>arrivées"], [">"], ["na>n’as"]],
		],
	] as const)("go %s", (_what, sentence, row, wanted) => {
		expect(groups(sentence, row)).toEqual(wanted);
	});

	it("go together when one alone would leave a mark of emphasis on nothing", () => {
		const sentence = "Elle *vraiment* dort peu, et *toujours* mal.";
		const found = groups(sentence, "Elle *dort* vraiment peu, et *toujours* mal.");
		for (const group of found) expect(group.length).toBeGreaterThan(0);
		const original = { sentence, selection: { from: 0, to: sentence.length }, language: "fr" };
		const whole = candidate(`[${sentence}]`, "Elle *dort* vraiment peu, et *toujours* mal.");
		for (const { changes } of changeGroups(original, whole))
			expect(applyChanges(sentence, changes)).not.toContain("**");
	});
});

describe("a list of proposals", () => {
	const agreeing = candidate("La [maison] est belle.", "Le logis est beau.");
	const recast = candidate("La [maison] est belle et calme.", "Le logis est superbe et calme.");

	it("shows what agrees, and what recasts the sentence once loosened", () => {
		const list = Proposals.none.add(recast).add(agreeing);
		expect([agreeing.class, recast.class]).toEqual(["agreeing", "recast"]);
		expect(list.visible).toEqual([agreeing]);
		expect(list.hidden).toBe(1);
		expect(list.loosen().visible).toEqual([recast, agreeing]);
		expect(list.loosen().hidden).toBe(0);
		expect(list.shownTexts).toEqual([recast.text, agreeing.text]);
	});

	it("takes no row twice, and counts what can't be used but the sentence itself", () => {
		const list = Proposals.none
			.add(agreeing)
			.add({ ...agreeing, gloss: "again" })
			.add({ broken: "identical", text: "La maison est belle." })
			.add({ broken: "code", text: "Le logis." })
			.withUnreadable(2);
		expect(list.all).toEqual([agreeing]);
		expect(list.unusable).toEqual([{ broken: "code", text: "Le logis." }]);
		expect(list.leftOut).toBe(3);
		expect(Proposals.none.leftOut).toBe(0);
		expect(list.withUnreadable(0)).toBe(list);
		expect(list.loosen().loosen().leftOut).toBe(3);
	});
});

describe("the writer's own word", () => {
	it.each([
		["is there as typed", "Le logis est beau.", "La est belle.", "logis", true],
		["is not a part of another word", "Le partage est beau.", "La est belle.", "art", false],
		["must be there once more than around", "Le logis et le logis.", "Le logis et la.", "logis", true],
		["is not what was there already", "Le logis et la maison.", "Le logis et la.", "logis", false],
		["may be of several words", "Le petit logis est beau.", "La est belle.", "petit logis", true],
		["keeps its capital", "Le Logis est beau.", "La est belle.", "logis", false],
		["follows an elision", "L’habitat est beau.", "La est belle.", "habitat", true],
	] as const)("%s", (_what, text, around, word, wanted) => {
		expect(ownWordKept({ text }, around, word)).toBe(wanted);
	});
});

describe("what must not change in a sentence", () => {
	const sentence = "Voir [[Été 2024|l’été]] et `npm ci`, selon[^1] « lui\u00a0» et $x^2$.";
	const frozen = freezeSentence(sentence, { from: sentence.indexOf("et `"), to: sentence.indexOf(", selon") });

	it("is shown as stand-ins, and no-break spaces as a sign", () => {
		expect(frozen.shown).toBe("Voir ⟦1⟧l’été⟦2⟧ et ⟦3⟧, selon⟦4⟧ « lui⍽» et ⟦5⟧.");
		expect(frozen.shownSelection).toBe("et ⟦3⟧");
		expect(frozen.held).toEqual(["[[Été 2024|", "]]", "`npm ci`", "[^1]", "$x^2$"]);
	});

	it.each([
		["comes back", frozen.shown, sentence],
		["comes back where a model wrote it out", frozen.shown.replace("⟦3⟧", "`npm ci`"), sentence],
		[
			"may be left out here: it is judged later",
			frozen.shown.replace(" et ⟦5⟧", ""),
			sentence.replace(" et $x^2$", ""),
		],
		["comes in the same order", frozen.shown.replace("⟦3⟧", "⟦4⟧").replace("n⟦4⟧", "n⟦3⟧"), null],
		["comes once", frozen.shown.replace("⟦4⟧", "⟦3⟧"), null],
		["is known", `${frozen.shown} ⟦6⟧`, null],
	] as const)("%s", (_what, row, wanted) => {
		expect(thaw(row, frozen)).toBe(wanted);
	});

	it("is a callout's kind, a task's box, a rule and a table's divider in a passage of several blocks", () => {
		expect(
			freezeSentence("Fin.\n\n> [!tip]- Titre\n\n- [x] fait\n\n---\n\n| a |\n| - |\n| b |", { from: 0, to: 4 }).held,
		).toEqual(["[!tip]-", "[x]", "---", "| - |"]);
		expect(
			freezeSentence("Fin.\n\n~~~\ncode\n~~~\n\n[a]: http://x.example\n\nSuite.", { from: 0, to: 4 }).held,
		).toEqual(["~~~\ncode\n~~~", "[a]: http://x.example"]);
	});

	it("is a record between the paragraphs of a passage: a quotation, which is neither sent nor reworded", () => {
		const record =
			"> [!ai]- A Model · Is it clear? · 2026-11-23\n> **Asked:** Is it clear?\n>\n> Model words.\n>\n> ```\n> " +
			"code\n> ```\n>\n> `vendor/model` via Endpoint · cost unknown";
		const text = `Un.\n\n${record}\n\nDeux.\n\n> [!tip] Trois.`;
		expect(freezeSentence(text, { from: 0, to: 3 })).toMatchObject({
			shown: "Un.\n\n⟦1⟧\n\nDeux.\n\n⟦2⟧ Trois.",
			held: [record, "[!tip]"],
		});
		const original = { sentence: text, selection: { from: 0, to: text.length }, language: "fr" };
		const found = judge(original, "Une.\n\n⟦1⟧\n\nDeux fois.\n\n⟦2⟧ Trois.");
		expect(found).toMatchObject({ text: text.replace("Un.", "Une.").replace("Deux.", "Deux fois.") });
	});

	it("has no line prefixes: a quote's marks are the layout's", () => {
		expect(freezeSentence("Il va\n> vers `x`\n>   la ville.", { from: 0, to: 2 }).shown).toBe(
			"Il va\nvers ⟦1⟧\nla ville.",
		);
	});

	it("comes back for any row made of the sentence as shown", () => {
		const pieces = fc.constantFrom(
			"le chat ",
			"`a b`",
			"[[N|n]] ",
			"$x$ ",
			"*dort* ",
			"\u00a0: ",
			"[^2]",
			"http://x.example ",
			"l’eau. ",
			"⟦ ",
		);
		fc.assert(
			fc.property(
				fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join("")),
				(text) => {
					const shown = freezeSentence(text, { from: 0, to: text.length });
					expect(thaw(shown.shown, shown)).toBe(text);
				},
			),
			{ numRuns: runs },
		);
	});
});

describe("a proposal that a note could not bear", () => {
	it.each([
		["a carriage return", "La [maison] est belle.", "Le logis\rest beau.", "format"],
		["half a surrogate pair", "La [maison] est belle.", "Le logis \ud83d est beau.", "format"],
		["a mark that joins what stands before", "La [maison] est belle.", "\u0301Le logis est beau.", "format"],
		["a sign that turns around what follows", "La [maison] est belle.", "Le \u202elogis est beau.", "format"],
		["half a formula", "La [maison] coûte cher.", "Le logis coûte $5.", "marks"],
		["an inline field", "La [maison] est belle.", "Le logis:: est beau.", "marks"],
		["the beginning of a comment", "La [maison] est belle.", "Le logis <!-- est beau.", "layout"],
		["an empty cell", "La [maison] | belle | fin", "Le logis | | fin", "layout"],
		["the line under a heading", "Le [chat] dort.\nBien.", "Le matou dort.\n=", "layout"],
	] as const)("brings %s", (_what, drawn, row, wanted) => {
		expect(judged(drawn, row)).toMatchObject({ broken: wanted });
	});

	it("may drop a sign that nothing holds", () => {
		expect(candidate("La maison [coûte $5] de nos jours.", "La maison vaut cinq dollars de nos jours.").class).toBe(
			"agreeing",
		);
	});
});

describe("words and characters", () => {
	it.each([
		["elisions", "L’eau qu’il boit", ["L’", "eau", "qu’", "il", "boit"]],
		["hyphens", "porte-monnaie dit-il", ["porte-monnaie", "dit-il"]],
		["figures", "3,14 et 1.000", ["3,14", "et", "1.000"]],
		["a joiner that shows nothing", "می‌خواهم نان", ["می‌خواهم", "نان"]],
		["vowels that combine", "น้ำ", ["น้ำ"]],
	] as const)("are whole: %s", (_what, text, wanted) => {
		expect(
			tokensOf(text)
				.filter(({ kind }) => kind === "word")
				.map((token) => token.text),
		).toEqual(wanted);
	});

	it("are never cut, whatever the text", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" })), (text) => {
				const starts = new Set(
					Array.from(new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text), ({ index }) => index),
				);
				const tokens = tokensOf(text);
				expect(tokens.map((token) => token.text).join("")).toBe(text);
				for (const token of tokens) expect(starts.has(token.from)).toBe(true);
			}),
			{ numRuns: runs },
		);
	});
});

describe("a reply's line ends", () => {
	it("are line breaks, whichever they are", () => {
		const reader = new RowReader({ original: "Il va\nvers la ville.", asked: 3 });
		const rows = [...reader.push(JSON.stringify({ text: "Il court\r\nvers la ville." })), ...reader.end()];
		expect(rows.map((row) => row.text)).toEqual(["Il court\nvers la ville."]);
	});
});

describe("a row that brings what the sentence does not have", () => {
	const sentence = "The old cat sleeps near the warm stove every long evening.";
	const brought = (words: string): ReturnType<typeof judge> =>
		judge({ sentence, selection: { from: 8, to: 11 }, language: "en" }, sentence.replace("cat", words));

	it.each([
		"`= x`",
		"`x",
		"[[Secret]]",
		"![[Secret]]",
		"[a](b)",
		"(k:: v)",
		"k:: v",
		"<% x %>",
		"{{ x }}",
		"{% x %}",
		"#tag",
		"%%",
		"$x$",
		"<b>",
		"&lt;",
		"==x==",
		"~~x~~",
		"[^1]",
		"*x*",
		"https://e.invalid",
		"obsidian://new?x",
		"vscode://x",
		"file:///x",
		"ftp://x",
		"www.e.invalid",
		"me@e.invalid",
		"> dog",
		"[!ai] dog",
		"dog\n\nx",
	])("is broken by %j: nothing of the kind comes into a note unseen", (words) => {
		expect(brought(words)).toHaveProperty("broken");
	});

	it.each([
		"do\u200bg",
		"do\u00adg",
		"do\u034fg",
		"dog\ufe0f",
		"dog\u3164",
		"dog\u115f",
		"dog\u{e0041}",
		"\u202edog",
		"do\u200dg",
		"do\u200cg",
		"dog\u180b",
		"dog\u{1d173}",
		"do\u2061g",
		"dog\u{e0100}",
		"dog\u2800",
		`dog${"\u0301".repeat(40)}`,
	])("is broken by %j, which hides something or paints over it", (words) => {
		expect(brought(words)).toEqual({ broken: "format" });
	});

	it("may hold what writing needs: joiners in words and emoji, no more than the sentence has of the rest", () => {
		expect(brought("dog 👩\u200d🔬\ufe0f")).not.toHaveProperty("broken");
		const persian = judge(
			{ sentence: "من کتاب را می\u200cخوانم.", selection: { from: 3, to: 7 }, language: null },
			"من نامه\u200cها را می\u200cخوانم.",
		);
		expect(persian).not.toHaveProperty("broken");
		const soft = judge(
			{ sentence: "The ca\u00adthe\u00addral stands high.", selection: { from: 22, to: 26 }, language: "en" },
			"The ca\u00adthe\u00addral stands tall.",
		);
		expect(soft).not.toHaveProperty("broken");
	});

	it("is no version of the sentence when it is many times as long, and takes no time to be left out", () => {
		for (const part of ["x", " ", "x ", "a.b.", "…", "[", "`", "\u00ad"])
			expect(brought(`dog${part.repeat(200_000)}`), part).toEqual({ broken: "unrelated" });
	});
});
