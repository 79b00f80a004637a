import { describe, expect, it } from "vitest";
import { nonfinite } from "../../../../src/core/wording/agreement/nonfinite";

const languages = ["fr", "en", "de", "es", "it", "pt"] as const;

const one: Readonly<Record<(typeof languages)[number], string>> = {
	fr:
		"pris prendre, prises prendre, mis mettre, lu lire, partie partir, ouvert ouvrir, mangé manger, vu voir, " +
		"dû devoir, dit dire, vécu vivre, né naître",
	en:
		"written writing, written write, sung singing, brought bring, swim swimming, eaten eat, stopped stop, " +
		"gone go, been be, done doing, taken taking, made make",
	de:
		"gelesen lesen, geschrieben schreiben, genommen nehmen, gefunden finden, angerufen anrufen, " +
		"verloren verlieren, besucht besuchen, gegangen gehen",
	es: "comido comer, dicho decir, comiendo comido, puesto poner, escrita escribir, hablando hablar",
	it:
		"scritto scrivere, preso prendere, fatto fare, detto dire, letto leggere, aperte aprire, corso correre, " +
		"visto vedere, parlando parlare",
	pt: "feito fazer, comido comer, escrita escrever, falando falar",
};
const two: Partial<typeof one> = {
	fr: "acheté acquérir, peint peler, pris priver, mort mordre",
	en: "bought bring, sung sink, written wait, taken talk",
	de: "gelesen lösen, gemacht lachen, geflogen fliehen",
	es: "comido comprar, puesto pedir",
	it: "preso premere, letto lasciare",
};

describe.each(languages)("infinitives, participles and gerunds in %s", (language) => {
	const isOne = nonfinite(language);
	const split = (list: string): readonly (readonly string[])[] => list.split(", ").map((pair) => pair.split(" "));
	const told = (list: string): readonly boolean[] =>
		split(list).flatMap(([a = "", b = ""]) => [isOne(a, b), isOne(b, a)]);

	it("are known as of one verb, in either order", () => {
		expect(split(one[language]).filter(([a = "", b = ""]) => !isOne(a, b) || !isOne(b, a))).toEqual([]);
	});

	it("are not taken for another verb's", () => {
		expect(told(two[language] ?? "").filter(Boolean)).toEqual([]);
	});
});
