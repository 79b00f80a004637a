import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judge } from "../../../src/core/wording/judge";
import { RowReader } from "../../../src/core/wording/reply-reader";
import { sampleSize, seedOf } from "../../sampling";

/** A sentence, what is asked about, and words that may take its place. */
const asked = [
	{ language: "fr", drawn: "Le chat [rapide] dort sur le banc.", words: ["vif", "leste", "agile", "preste"] },
	{
		language: "en",
		drawn: "The [old] fisherman mends his net by the door.",
		words: ["aged", "tired", "patient", "weathered"],
	},
	{
		language: "de",
		drawn: "Der [alte] Fischer flickt sein Netz vor der Tür.",
		words: ["müde", "stille", "geduldige", "graue"],
	},
	{
		language: "es",
		drawn: "El [viejo] pescador remienda su red junto a la puerta.",
		words: ["cansado", "paciente", "sabio"],
	},
] as const;

/** What weak models write rows as. */
const rowForms: readonly ((text: string, index: number) => string)[] = [
	(text, index) => `${index + 1}. ${text}`,
	(text) => `- ${text}`,
	(text) => `* ${text}`,
	(text) => `- [ ] ${text}`,
	(text, index) => `**${index + 1}.** ${text}`,
	(text, index) => `**${index + 1})** ${text}`,
	(text, index) => `${index + 1} - ${text}`,
	(text) => `**${text}**`,
	(text) => `"${text}"`,
	(text) => `&quot;${text}&quot;`,
	(text) => `> ${text}`,
	(text) => `${text} — more vivid`,
	(text) => `${text} (a nuance)`,
	(text) => `${text} // why`,
	(text) => JSON.stringify({ text }),
	(text) => `${JSON.stringify({ text, gloss: "nuance" })},`,
	(text, index) => `Option ${index + 1}: ${text}`,
	(text) => `   ${text}  `,
];

/** What they write around them. */
const frames: readonly ((rows: string) => string)[] = [
	(rows) => rows,
	(rows) => `\`\`\`json\n${rows}\n\`\`\``,
	(rows) => `\`\`\`\n${rows}\n\`\`\``,
	(rows) => `<think>\nThe writer wants other words.\n</think>\n${rows}`,
	(rows) => `Here are some alternatives:\n\n${rows}\n\nLet me know if you want more!`,
	(rows) => `Voici quelques propositions :\n${rows}`,
	(rows) => rows.replace(/\n/g, "\r\n"),
	(rows) => `${rows}\n{"text": "cut of`,
];

/** Rows that can't be used: prose, another language, a lost word's end, signs that the sentence does not have. */
const unusable = [
	"I'm sorry, I can't help with that.",
	"Ich kann dabei leider nicht helfen.",
	"[[Secret]]",
	"{{ page.name }}",
	"`rm -rf`",
	"Voir https://e.invalid pour la suite.",
] as const;

describe("replies of weak models", () => {
	it("show every row that can be used, and none that can't", () => {
		const reply = fc.record({
			of: fc.constantFrom(...asked),
			form: fc.constantFrom(...rowForms),
			frame: fc.constantFrom(...frames),
			many: fc.integer({ min: 2, max: 4 }),
			bad: fc.option(fc.constantFrom(...unusable), { nil: null }),
			piece: fc.constantFrom(1, 7, 10_000),
		});
		fc.assert(
			fc.property(reply, ({ of, form, frame, many, bad, piece }) => {
				const from = of.drawn.indexOf("[");
				const to = of.drawn.indexOf("]") - 1;
				const sentence = of.drawn.replace(/[[\]]/g, "");
				const wanted = of.words.slice(0, many).map((word) => sentence.slice(0, from) + word + sentence.slice(to));
				const rows = [...wanted.map(form), ...(bad === null ? [] : [bad])].join("\n");
				const text = frame(rows);
				const reader = new RowReader({ original: sentence, asked: 8 });
				const read: string[] = [];
				for (let at = 0; at < text.length; at += piece)
					read.push(...reader.push(text.slice(at, at + piece)).map((row) => row.text));
				read.push(...reader.end().map((row) => row.text));
				const shown = read.flatMap((row) => {
					const judged = judge({ sentence, selection: { from, to }, language: of.language }, row);
					return "broken" in judged ? [] : [judged.text];
				});
				expect([...new Set(shown)].sort()).toEqual([...wanted].sort());
			}),
			{ numRuns: sampleSize(200), ...seedOf(17) },
		);
	});
});
