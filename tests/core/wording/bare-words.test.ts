import { describe, expect, it } from "vitest";
import type { Original } from "../../../src/core/wording/candidate";
import { freezeSentence } from "../../../src/core/wording/freeze";
import { judgeRow } from "../../../src/core/wording/judge-row";
import { Proposals } from "../../../src/core/wording/proposals";
import { RowReader } from "../../../src/core/wording/reply-reader";

function originalOf(drawn: string, language: string | null): Original {
	const from = drawn.indexOf("[");
	const to = drawn.indexOf("]") - 1;
	return { sentence: drawn.replace("[", "").replace("]", ""), selection: { from, to }, language };
}

/** What a list shows of a reply: each sentence, and the words that it does not agree with yet. */
function shownOf(drawn: string, language: string | null, reply: string): readonly (readonly [string, string | null])[] {
	const original = originalOf(drawn, language);
	const frozen = freezeSentence(original.sentence, original.selection);
	const reader = new RowReader({ original: frozen.shown, selection: frozen.shownSelection, asked: 5 });
	return [...reader.push(reply), ...reader.end()].flatMap(({ text }) => {
		const judged = judgeRow(original, text, frozen);
		return "broken" in judged || judged.class === "recast" ? [] : [[judged.text, judged.bare ?? null] as const];
	});
}

const tree = "The old [tree] by the wall bears fruit.";
const elm = [
	["The old elm by the wall bears fruit.", null],
	["The old ash by the wall bears fruit.", null],
];

describe("words alone instead of the sentence", () => {
	it.each([
		["lines", "elm\nash"],
		["a list", "- Elm\n- Ash"],
		["numbers", "1. elm\n2. ash\n"],
		["numbers in emphasis", "**1.** elm\n**2.** ash"],
		["emphasis", "**elm**\n**ash**"],
		["one line", "elm, ash"],
		["one line with a label", "Other words: elm, ash"],
		["one line with slashes", "elm / ash"],
		["a list of texts", '["elm", "ash"]'],
		["rows of JSON", '{"text": "elm"}\n{"text": "ash"}'],
		["rows of JSON under another name", '{"word": "elm"}\n{"word": "ash"}'],
		["rows of JSON under a name in German", '{"wort": "elm", "begründung": "taller"}\n{"wort": "ash"}'],
		["rows of JSON under a name in Italian", '{"parola": "elm"}\n{"parola": "ash"}'],
		["rows of JSON under a name in Portuguese", '{"palavra": "elm"}\n{"palavra": "ash"}'],
		["a list under a name in Spanish", '{"palabras": ["elm", "ash"]}'],
		["JSON with a list", '{"words": ["elm", "ash"]}'],
		["quotes", '"elm"\n"ash"'],
		["words around them", "Here are some words:\n\n- elm\n- ash\n\nTell me if you want more of these words!"],
		["what they mean", "- elm: a tall tree\n- ash (with light wood)"],
		["what they mean, behind a dash", "elm — a tall tree\nash — light"],
		["a stop each", "elm.\nash."],
		["their article", "the elm\nthe ash"],
	])("are put in its place, from %s", (_what, reply) => {
		const there = reply.startsWith("the ") ? "[tree] by the wall bears fruit." : tree;
		const wanted = elm.map(([text, bare]) => [there === tree ? text : text?.replace("The old ", "the "), bare]);
		expect(shownOf(there === tree ? tree : `the ${there}`, "en", reply)).toEqual(wanted);
	});

	it.each([
		["prose", "I am sorry, but I can’t help with that."],
		["a short refusal", "Sorry, no."],
		["none", "None."],
		["a refusal in Portuguese", "Não posso."],
		["a refusal in Italian", "Mi dispiace."],
		["a refusal in Spanish", "Lo siento."],
		["a refusal in German", "Leider nein."],
		["a piece of the sentence", "The old\nby the wall"],
		["signs", "[[elm]]\n$ash$\n{{ elm }}"],
		["a line of many words", "you could say that it is a kind of elm"],
	])("are not seen in %s", (_what, reply) => {
		expect(shownOf(tree, "en", reply)).toEqual([]);
	});

	it("are told from words that the sentence agrees with as it stands", () => {
		expect(shownOf("The old [tree] by the wall bears fruit.", "en", "elm\nelms")).toEqual([
			["The old elm by the wall bears fruit.", null],
			["The old elms by the wall bears fruit.", "elms"],
		]);
		expect(shownOf("La grande [maison] est belle.", "fr", "bâtiment, demeure")).toEqual([
			["La grande bâtiment est belle.", "bâtiment"],
			["La grande demeure est belle.", "demeure"],
		]);
	});

	it.each([
		["fr", "Elle regarde le [chêne] du jardin.", "orme", "Elle regarde l’orme du jardin."],
		["fr", "L'ombre de [l'orme] est douce.", "frêne", "L'ombre de frêne est douce."],
		["fr", "Il parle de [chênes] et de vent.", "ormes", "Il parle d’ormes et de vent."],
		["fr", "Il parle d'[ormes] et de vent.", "chênes", "Il parle de chênes et de vent."],
		["fr", "Elle regarde le [chêne] du jardin.", "la maison", "Elle regarde la maison du jardin."],
		["fr", "Sa [peur] est grande.", "anxiété", "Son anxiété est grande."],
		["fr", "Son [ami] est parti hier.", "voisin", "Son voisin est parti hier."],
		["fr", "Il coupe ce [chêne] demain.", "orme", "Il coupe cet orme demain."],
		["fr", "Il coupe cet [orme] demain.", "chêne", "Il coupe ce chêne demain."],
		["fr", "Un vieux [chêne] penche ici.", "orme", "Un vieil orme penche ici."],
		["it", "Il [gatto] dorme sul muro.", "asino", "L’asino dorme sul muro."],
		["it", "Vede lo [zio] di Marco.", "nonno", "Vede il nonno di Marco."],
		["it", "Cerca il [libro] di Marco.", "specchio", "Cerca lo specchio di Marco."],
		["it", "Parla della [casa] di ieri.", "estate", "Parla dell’estate di ieri."],
		["it", "Ha un'[idea] chiara del mondo.", "visione", "Ha una visione chiara del mondo."],
		["it", "Ama quei [gatti] randagi.", "asini", "Ama quegli asini randagi."],
		["es", "Vinieron el padre y [madre] de Ana.", "hijo", "Vinieron el padre e hijo de Ana."],
		["es", "Elige plata o [cobre] para ella.", "oro", "Elige plata u oro para ella."],
		["en", "She saw a [tree] there.", "elm", "She saw an elm there."],
		["en", "She saw an [elm] there.", "tree", "She saw a tree there."],
		["en", "She saw a [plan] there.", "honest idea", "She saw an honest idea there."],
		["en", "[Trees] stand there in rows.", "elms", "Elms stand there in rows."],
		["de", "Der [Baum] steht am Weg.", "Ulme", "Der Ulme steht am Weg."],
	])("take the sound and the case of their place (%s: %s, %s)", (language, drawn, reply, wanted) => {
		expect(shownOf(drawn, language, reply).map(([text]) => text)).toEqual([wanted]);
	});

	it("are never mixed with sentences", () => {
		expect(shownOf(tree, "en", "The old elm by the wall bears fruit.\nash")).toEqual([elm[0]]);
	});

	it("give way to the sentence that agrees with them", () => {
		const original = originalOf("La grande [maison] est belle.", "fr");
		const frozen = freezeSentence(original.sentence, original.selection);
		const candidate = (row: string) => {
			const judged = judgeRow(original, row, frozen);
			if ("broken" in judged) throw new Error(judged.broken);
			return judged;
		};
		const list = Proposals.none.add(candidate("bâtiment")).add(candidate("La grande demeure est belle."));
		const alone = list.bareOf("bâtiment");
		expect(alone?.text).toBe("La grande bâtiment est belle.");
		const agreed = list.replace(alone!, candidate("Le grand bâtiment est beau."));
		expect(agreed.shownTexts).toEqual(["Le grand bâtiment est beau.", "La grande demeure est belle."]);
		expect(agreed.bareOf("bâtiment")).toBeUndefined();
		expect(list.replace(alone!, candidate("La grande demeure est belle.")).shownTexts).toEqual([
			"La grande demeure est belle.",
		]);
	});
});
