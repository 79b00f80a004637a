import { diffPieces } from "../wording/diff";

/**
 * A stretch of a text that was changed in two places, as its lines are in each of the three versions. Where it does not
 * clash, `base` and `disk` are the same and `here` holds the changes of both sides.
 */
export interface Region {
	/** What both sides began with; of a region that does not clash, what is on disk. */
	readonly base: readonly string[];
	readonly here: readonly string[];
	readonly disk: readonly string[];
	/** Whether both sides changed the same lines, and not in the same way. */
	readonly clashes: boolean;
}

/** Lines of the base that one side replaced. */
interface Edit {
	readonly from: number;
	readonly to: number;
	readonly lines: readonly string[];
}

/**
 * Merges two changed versions of a text by lines. Lines that only one side changed are as that side has them, even next
 * to lines that the other changed; lines that both changed in the same way are so once. What is left clashes, and is
 * there in both versions. Joined, the `disk` of all regions is `disk` again, and their `here` is `here` with the other
 * side's changes in it. Regions that clash never stand next to each other.
 */
export function mergeLines(
	base: readonly string[],
	here: readonly string[],
	disk: readonly string[],
): readonly Region[] {
	const ours = editsOf(base, here);
	const theirs = editsOf(base, disk);
	const regions: Region[] = [];
	let at = 0;
	let i = 0;
	let j = 0;
	const keep = (to: number): void => {
		add(regions, merged(base.slice(at, to)));
		at = to;
	};
	for (let next = first(ours[i], theirs[j]); next !== undefined; next = first(ours[i], theirs[j])) {
		const { from } = next;
		let { to } = next;
		keep(from);
		// Whatever overlaps, on either side, is one stretch.
		const mine: Edit[] = [];
		const other: Edit[] = [];
		for (
			let edit: Edit | undefined = next;
			edit !== undefined && meets(edit, from, to);
			edit = first(ours[i], theirs[j])
		) {
			const isOurs = edit === ours[i];
			(isOurs ? mine : other).push(edit);
			if (isOurs) i++;
			else j++;
			to = Math.max(to, edit.to);
		}
		addStretch(regions, base.slice(from, to), withEdits(base, from, to, mine), withEdits(base, from, to, other));
		at = to;
	}
	keep(base.length);
	return regions;
}

function editsOf(base: readonly string[], changed: readonly string[]): readonly Edit[] {
	const pieces = (lines: readonly string[]) => lines.map((text, at) => ({ text, from: at, to: at + 1 }));
	return diffPieces(pieces(base), pieces(changed), base.length, changed.length).map(({ fromA, toA, fromB, toB }) => ({
		from: fromA,
		to: toA,
		lines: changed.slice(fromB, toB),
	}));
}

/** The one of two edits that comes first; at the same place the one that only inserts. */
function first(one: Edit | undefined, other: Edit | undefined): Edit | undefined {
	if (one === undefined || other === undefined) return one ?? other;
	return one.from < other.from || (one.from === other.from && one.to <= other.to) ? one : other;
}

/**
 * Whether an edit that does not begin before a stretch changes lines of it too. Edits that only touch do not meet; two
 * insertions at one place do, since nobody knows which comes first.
 */
function meets(edit: Edit, from: number, to: number): boolean {
	if (from === to) return edit.from === from && edit.to === from;
	return edit.from < to && (edit.from < edit.to || from < edit.from);
}

function withEdits(base: readonly string[], from: number, to: number, edits: readonly Edit[]): readonly string[] {
	const lines: string[] = [];
	let at = from;
	for (const edit of edits) {
		lines.push(...base.slice(at, edit.from), ...edit.lines);
		at = edit.to;
	}
	return [...lines, ...base.slice(at, to)];
}

/** Adds a stretch that at least one side changed: line by line where no side added or took any. */
function addStretch(
	regions: Region[],
	base: readonly string[],
	here: readonly string[],
	disk: readonly string[],
): void {
	if (base.length !== here.length || base.length !== disk.length) return addChanged(regions, base, here, disk);
	for (const at of base.keys()) {
		const line = (all: readonly string[]): readonly string[] => all.slice(at, at + 1);
		addChanged(regions, line(base), line(here), line(disk));
	}
}

/** Adds a stretch that at least one side changed; what both have alike at its ends does not clash. */
function addChanged(
	regions: Region[],
	base: readonly string[],
	here: readonly string[],
	disk: readonly string[],
): void {
	if (same(base, here) || same(here, disk)) return add(regions, merged(disk));
	const both = Math.min(here.length, disk.length);
	let head = 0;
	while (head < both && here[head] === disk[head]) head++;
	let tail = 0;
	while (tail < both - head && here[here.length - 1 - tail] === disk[disk.length - 1 - tail]) tail++;
	const mine = here.slice(head, here.length - tail);
	const other = disk.slice(head, disk.length - tail);
	add(regions, merged(here.slice(0, head)));
	if (same(base, disk) || same(base, other)) add(regions, { base: other, here: mine, disk: other, clashes: false });
	else if (same(base, mine)) add(regions, merged(other));
	else add(regions, { base, here: mine, disk: other, clashes: true });
	add(regions, merged(here.slice(here.length - tail)));
}

function merged(lines: readonly string[]): Region {
	return { base: lines, here: lines, disk: lines, clashes: false };
}

function same(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((line, at) => line === other[at]);
}

/** Adds a region, to the last one where that is of its kind. */
function add(regions: Region[], region: Region): void {
	const last = regions[regions.length - 1];
	if (region.base.length + region.here.length + region.disk.length === 0) return;
	if (last === undefined || last.clashes !== region.clashes) regions.push(region);
	else regions[regions.length - 1] = joined(last, region);
}

/** Two neighbours of one kind as one region. */
export function joined(one: Region, other: Region): Region {
	return {
		base: [...one.base, ...other.base],
		here: [...one.here, ...other.here],
		disk: [...one.disk, ...other.disk],
		clashes: one.clashes,
	};
}
