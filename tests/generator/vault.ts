// A vault with a garden in it, made up from a seed: notes in two languages, some published and some not, with records
// of what the journal tells, and with what only looks like a record. Beside the files it tells what was put into them.
import type { ConsultationRecord } from "../../src/core/record/model";
import { recordLabels } from "../../src/core/record/labels";
import { printRecord } from "../../src/core/record/print";
import { random, sentence, word } from "../bench/text.mjs";
import { makeJournal, type MadeJournal } from "./journal";

/** What to make. */
export interface VaultWish {
	readonly seed: number;
	readonly notes: number;
	readonly consultations: number;
}

/** What was put into a note. */
export interface MadeNote {
	readonly path: string;
	/** As a publisher would take it: kept back by a property or a folder, taken by a property, or neither. */
	readonly publishing: "kept" | "taken" | "unsaid";
	/** What it quotes that can be told to be a model's, in order. */
	readonly records: readonly ConsultationRecord[];
}

export interface MadeVault {
	/** Texts of notes by path. */
	readonly files: ReadonlyMap<string, string>;
	readonly notes: readonly MadeNote[];
	readonly journal: MadeJournal;
}

/** A folder that the writer never publishes. */
export const keptFolder = "Private";

/** Properties, and what publishers make of them. */
const properties: readonly (readonly [string, MadeNote["publishing"]])[] = [
	["", "unsaid"],
	["", "unsaid"],
	["title: x\ntags: [a, b]", "unsaid"],
	["publish:", "unsaid"],
	["draft: false", "unsaid"],
	["publish: true", "taken"],
	["dg-publish: true", "taken"],
	["published: yes", "taken"],
	["publish: false", "kept"],
	["dg-publish: false", "kept"],
	["draft: true", "kept"],
	["Draft: 'true'", "kept"],
	["publish: true\ndraft: true", "kept"],
	["publish: [some, thing]", "kept"],
];

/** Makes a vault. */
export function makeVault({ seed, notes, consultations }: VaultWish): MadeVault {
	const next = random(seed);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
	const paths = Array.from({ length: notes }, (_, n) => {
		const language = n % 2 === 0 ? "en" : "fr";
		const folder = pick(["", "Essays/", "Garden/", "Carnets/", `${keptFolder}/`]);
		return `${folder}${word(next, language).replace(/[’']/g, "")} ${n}.md`;
	});
	// Only some are ever asked about; of the others nothing is known.
	const asked = paths.filter(() => next() < 0.6);
	const journal = makeJournal({ seed, consultations, notes: [...asked, "Gone/Renamed.md"] });
	const signed = new Map<string, ConsultationRecord[]>();
	for (const { entry } of journal.entries) {
		if (entry.outcome !== "adopted" && entry.outcome !== "kept") continue;
		// The writer takes some out again, and some notes hold many.
		if (next() < 0.8) signed.set(entry.note, [...(signed.get(entry.note) ?? []), entry.record]);
	}
	const files = new Map<string, string>();
	const made = paths.map((path, n): MadeNote => {
		const language = n % 2 === 0 ? "en" : "fr";
		const [head, publishing] = pick(properties);
		const records = signed.get(path) ?? [];
		const lineBreak = next() < 0.1 ? "\r\n" : "\n";
		const parts = [head === "" ? "" : `---\n${head}\n---`, sentence(next, language)];
		for (const record of records) {
			parts.push(printRecord(record, recordLabels[next() < 0.5 ? "en" : "fr"]), sentence(next, language));
			if (next() < 0.1) parts.push(pick(decoys)(record));
		}
		if (next() < 0.2) parts.push(`> ${sentence(next, language)}\n> \`code\` via somewhere`);
		files.set(path, `${parts.filter((part) => part !== "").join("\n\n")}\n`.replace(/\n/g, lineBreak));
		return { path, publishing: path.startsWith(`${keptFolder}/`) ? "kept" : publishing, records };
	});
	return { files, notes: made, journal };
}

/** What looks like a record and is none. */
const decoys: readonly ((record: ConsultationRecord) => string)[] = [
	// An example in code.
	(record) => `\`\`\`\n${printRecord(record, recordLabels.en)}\n\`\`\``,
	// The identity line is gone.
	(record) => printRecord(record, recordLabels.en).split("\n").slice(0, -2).join("\n"),
	// It is cut.
	(record) => printRecord(record, recordLabels.fr).replace(/`[^`]*$/, ""),
	// Two of them in one.
	(record) => `${printRecord(record, recordLabels.en)}\n${identityOf(record)}`,
	// A quote of the writer's own.
	() => "> [!ai] What I think of it\n> Nothing much.",
	() => "> [!quote]\n> Someone said so.",
];

function identityOf(record: ConsultationRecord): string {
	return printRecord(record, recordLabels.en).split("\n").slice(-1).join("");
}
