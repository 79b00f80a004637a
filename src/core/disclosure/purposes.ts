import { seedsOf } from "../prompts/seeds";

/** What a model was asked for, in the order in which it is told. */
export const purposes = [
	"words",
	"spelling",
	"clear",
	"better",
	"evoke",
	"name",
	"missing",
	"sense",
	"overview",
	"check",
	"cut",
	"second",
	"reading",
	"question",
] as const;
export type Purpose = (typeof purposes)[number];

/** The objectives that a folder begins with, by their icons: the same in every language. The others are questions. */
const seeded: Readonly<Record<string, Purpose>> = {
	"whole-word": "words",
	"circle-help": "clear",
	lightbulb: "better",
	wind: "evoke",
	"book-a": "name",
	scale: "missing",
	"spell-check": "spelling",
	"rotate-ccw": "second",
	brain: "sense",
	telescope: "overview",
	"search-check": "check",
	scissors: "cut",
	"list-checks": "reading",
};

/**
 * What objectives ask for, by their names: one that a folder began with says it in every language; any other is a
 * search for words when it is known to propose some, or else a question.
 * @param proposes whether an objective of the writer's own proposes words; null where nobody knows
 */
export function purposesByName(proposes: (objective: string) => boolean | null): (objective: string) => Purpose {
	const known = new Map<string, Purpose>();
	for (const { objectives } of Object.values(seedsOf))
		for (const { name, properties } of objectives) {
			const purpose = seeded[String(properties["icon"])];
			if (purpose === undefined) continue;
			known.set(plain(name), purpose);
			known.set(plain(String(properties["title"] ?? name)), purpose);
		}
	return (objective) => {
		const found = known.get(objective) ?? known.get(plain(objective));
		const purpose = found ?? (proposes(objective) === true ? "words" : "question");
		known.set(objective, purpose);
		return purpose;
	};
}

/** A name without what hands and formatters change: capitals, spaces, signs. */
function plain(name: string): string {
	return name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}
