import { knownLabels, type RecordLabels } from "./labels";
import type { ConsultationRecord } from "./model";
import { normalRecord, toldIdentity } from "./normal";
import { findRecords } from "./parse";
import { printRecord } from "./print";

/** The words of a record that the writer may set. */
export const ownWordKeys = ["before", "adopted", "asked", "takenBack"] as const;

/** The words that tell what a line of a record is. */
const lineKeys = ["before", "adopted", "asked", "takenBack", "proposed"] as const;

/** The writer's own words, by what they stand for. */
export type OwnWords = { readonly [Key in (typeof ownWordKeys)[number]]?: string };

/** Labels with the writer's own words in place; `base` where records could not be read with them. */
export function withOwnWords(base: RecordLabels, own: OwnWords): RecordLabels {
	const labels = { ...base, ...own };
	return areReadable(labels) ? labels : base;
}

/** A record to show how labels look. */
export function sampleRecord(labels: RecordLabels): string {
	return printRecord(samples[0] as ConsultationRecord, labels);
}

/**
 * Whether records can be written in the writer's own words and read again: nothing missing, no two words alike, none
 * that would break the lines apart. Tried on records that use every word, not only looked at.
 */
export function areReadable(labels: RecordLabels): boolean {
	const { beforeColon, decimal, currencyAfter, ...words } = labels;
	if (
		Object.values(words).some(
			(word) => word.trim() !== word || word === "" || /[\n\r*_`[\]<{\\·]/.test(word.replace("{date}", "")),
		)
	)
		return false;
	if (
		!/^[ \u00a0\u202f]?$/.test(beforeColon) ||
		(decimal !== "." && decimal !== ",") ||
		typeof currencyAfter !== "boolean"
	)
		return false;
	// Records in other words stand in the vault already: none of theirs may come to mean something else.
	const roles = knownLabels([labels]).flatMap((known) =>
		lineKeys.map((key) => [known[key].toLowerCase(), key] as const),
	);
	if (roles.some(([word, key]) => roles.some(([other, role]) => other === word && role !== key))) return false;
	return samples.every((record) => {
		const found = findRecords(printRecord(record, labels), [labels]);
		return found.length === 1 && JSON.stringify(found[0]?.record) === JSON.stringify(normalRecord(record, labels));
	});
}

const identity = {
	model: "a/b-1",
	via: "Endpoint",
	provider: "Company",
	tokens: { prompt: 12, completion: 3 },
	cost: { amount: 0.0034, currency: "USD", listed: "2026-01-02" },
	carbon: { central: 0.1, low: 0.01, high: 0.3 },
};
const samples: readonly ConsultationRecord[] = [
	{
		modelName: "Model",
		objective: "Objective",
		date: "2026-01-02",
		identity,
		kept: null,
		adoptions: [
			{
				before: "one two",
				adopted: "one three",
				changedBefore: [{ from: 4, to: 7 }],
				changedAdopted: [{ from: 4, to: 9 }],
				takenBack: null,
			},
		],
	},
	{
		modelName: "Model",
		objective: "Objective",
		date: "2026-01-02",
		identity,
		kept: null,
		adoptions: [
			{
				before: "one",
				adopted: "two",
				changedBefore: [{ from: 0, to: 3 }],
				changedAdopted: [{ from: 0, to: 3 }],
				takenBack: "2026-01-03",
			},
		],
	},
	{
		modelName: "Model",
		objective: "Objective",
		date: "2026-01-02",
		identity: { ...identity, cost: null },
		adoptions: [],
		kept: { question: "Question?", answer: "Answer.", incomplete: true },
	},
	{
		modelName: "Model",
		objective: "Objective",
		date: "2026-01-02",
		identity: { ...identity, tokens: null, carbon: null },
		adoptions: [],
		kept: { question: "Question?", answer: "Answer.", incomplete: false },
	},
	{
		modelName: "Model",
		objective: "Objective",
		date: "2026-01-02",
		identity: toldIdentity("Model", "site.example"),
		adoptions: [],
		kept: { question: "Question?", answer: "Answer.", incomplete: true },
	},
];
