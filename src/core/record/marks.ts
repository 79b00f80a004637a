import { sentencesIn } from "../markdown/sentences";
import type { Change, Range } from "../text/text";
import { diffWords, type WordChange } from "../wording/diff";
import { linksAsRead } from "./links";
import type { Adoption } from "./model";
import { changedWords } from "./normal";
import { NoteWithoutRecords } from "./note-without-records";
import type { FoundRecord } from "./parse";
import { DuplicateClaims, placeOf, type KnownPlace, type Where } from "./sentence-locator";
import { targetOf, type Target } from "./sentence-match";
import { changeBack, runsOf } from "./standing-words";

/** Words of a note that a record says were adopted, and that still stand there. */
export interface AdoptedSpan extends Range {
	/** The record that names who proposed them. */
	readonly record: FoundRecord;
	/** Which of its adoptions. */
	readonly adoption: number;
	/**
	 * What stood in their place, as `undo` would bring it back: from the first to the last of the words that changed
	 * with them, else these words alone, or else the sentence.
	 */
	readonly before: string;
	/**
	 * What gives the writer's words back, these and all that came with them, as far as they stand: they agree with one
	 * another. Null where it is not certain what stood for these.
	 */
	readonly undo: readonly Change[] | null;
}

/**
 * The adopted words that still stand in the note. A sentence is known by the words that were the writer's: most of them
 * must stand, in order, above the record or, where it was moved or gathers with others at the note's end, elsewhere. Of
 * its adopted words those count that stand beside another of its words. Line breaks and quote marks may run through it.
 * Where a sentence stands twice and nothing tells which of the two was adopted, neither is marked: a mark on the
 * writer's own words would be worse than none. What was taken back is not marked. No two spans overlap: what was
 * adopted later goes first.
 * @param records of this very text, as `findRecords` gives them
 * @param known from following the edits: tells which of several it was
 */
export function adoptedSpans(
	text: string,
	records: readonly FoundRecord[],
	known: readonly KnownPlace[] = [],
): readonly AdoptedSpan[] {
	if (records.length === 0) return [];
	const note = NoteWithoutRecords.of(
		text,
		records.map(({ range }) => range),
	);
	const places = known.map(({ from, to, adopted }) => ({ from: note.here(from), to: note.here(to), adopted }));
	const byPlace = new Map<string, DuplicateClaims>();
	const claims = [...records]
		.sort((a, b) => b.record.date.localeCompare(a.record.date) || b.range.from - a.range.from)
		.flatMap((record) => {
			const at = note.here(record.range.from);
			const above = note.blockAbove(at);
			const claimsOf = (sentence: string): DuplicateClaims => {
				const key = `${above.from} ${sentence}`;
				const known = byPlace.get(key) ?? new DuplicateClaims();
				byPlace.set(key, known);
				return known;
			};
			return record.record.adoptions
				.map((adoption, index) => ({ record, index, ...claimOf(adoption), at, above, claims: claimsOf, known: places }))
				.filter((claim) => claim.adoption.takenBack === null)
				.reverse();
		});
	for (const claim of claims) for (const { target } of claim.parts) claim.claims(target.text).count++;
	const spans: AdoptedSpan[] = [];
	for (const claim of claims) {
		for (const span of standing(note, claim, claim)) {
			if (!spans.some((other) => span.from < other.to && other.from < span.to))
				spans.push({ ...span, record: claim.record, adoption: claim.index });
		}
	}
	return spans.sort((a, b) => a.from - b.from);
}

/** An adoption as it is looked for: the sentences of it that hold words of the model's. */
interface Claim {
	readonly adoption: Adoption;
	/** From what was adopted to what was there before. */
	readonly edits: readonly WordChange[];
	readonly parts: readonly { readonly from: number; readonly target: Target }[];
}

function claimOf(written: Adoption): Claim {
	// Records of earlier versions hold the source of links.
	const before = linksAsRead(written.before, written.changedBefore);
	const adopted = linksAsRead(written.adopted, written.changedAdopted);
	const adoption: Adoption = {
		...written,
		before: before.text,
		adopted: adopted.text,
		changedBefore: before.changed,
		changedAdopted: adopted.changed,
	};
	const edits = diffWords(adoption.adopted, adoption.before);
	const brought = broughtBy(adoption, edits);
	const parts = partsOf(adoption.adopted, brought).map(({ from, to }) => ({
		from,
		target: targetOf(
			adoption.adopted.slice(from, to),
			brought.map((range) => ({ from: range.from - from, to: range.to - from })),
		),
	}));
	return { adoption, edits, parts };
}

function standing(
	note: NoteWithoutRecords,
	{ adoption, edits, parts }: Claim,
	where: Where,
): readonly Pick<AdoptedSpan, "from" | "to" | "before" | "undo">[] {
	const back = new Map<WordChange, Change>();
	const runs = parts.flatMap(({ from: offset, target }) => {
		const place = placeOf(note, target, adoption.adopted, where);
		if (place === null) return [];
		for (const edit of edits) {
			if (edit.fromA < offset || edit.toA > offset + target.text.length) continue;
			const change = changeBack(note, target, place, {
				from: edit.fromA - offset,
				to: edit.toA - offset,
				insert: adoption.before.slice(edit.fromB, edit.toB),
			});
			if (change !== null) back.set(edit, change);
		}
		return runsOf(note, target, place).map(({ here, from, to }) => ({
			...here,
			edits: edits.filter((edit) => edit.fromA < to + offset && edit.toA > from + offset),
		}));
	});
	const undo = [...back.values()].sort((a, b) => a.from - b.from || a.to - b.to);
	return runs.map(({ from, to, edits: over }) => {
		const certain = over.length > 0 && over.every((edit) => back.has(edit));
		const told = certain && back.size === edits.length ? edits : over;
		return {
			from,
			to,
			before:
				adoption.before
					.slice(Math.min(...told.map(({ fromB }) => fromB)), Math.max(...told.map(({ toB }) => toB)))
					.trim() || adoption.before,
			undo: certain ? undo : null,
		};
	});
}

/** The words that the model brought. Where a hand took the emphasis away, those that differ. */
function broughtBy(
	{ adopted, changedAdopted, changedBefore }: Adoption,
	edits: readonly WordChange[],
): readonly Range[] {
	if (changedAdopted.length > 0 || changedBefore.length > 0) return changedAdopted;
	return changedWords(
		adopted,
		edits.map(({ fromA, toA }) => ({ from: fromA, to: toA })),
	);
}

/** The sentences that hold such words: one that is rewritten, or moved, does not hide what stands of the others. */
function partsOf(adopted: string, brought: readonly Range[]): readonly Range[] {
	// Records hold one sentence each, and most of these have their only stop at the end.
	if (brought.length === 0 || !/[.!?…。！？।؟]./u.test(adopted))
		return brought.length === 0 ? [] : [{ from: 0, to: adopted.length }];
	const parts: Range[] = [];
	for (const sentence of sentencesIn(adopted)) {
		if (!brought.some((range) => range.from < sentence.to && range.to > sentence.from)) continue;
		const last = parts[parts.length - 1];
		if (last !== undefined && brought.some((range) => range.from < last.to && range.to > sentence.from))
			parts[parts.length - 1] = { from: last.from, to: sentence.to };
		else parts.push(sentence);
	}
	return parts;
}
