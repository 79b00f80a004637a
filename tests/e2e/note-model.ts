import { ChangeSet, Text } from "@codemirror/state";
import type { Call } from "./puppet";

const paragraphs = [
	"The first passage tells of a harbour in the morning.",
	"A second one is about the road that leads there.",
	"Third comes the inn where nobody sleeps before ten.",
	"Fourth and last, the letter that was never sent.",
] as const;

/** The note worked on, as it is at first. */
export const start = `# A note\n\n${paragraphs.join("\n\n")}\n`;

export interface Span {
	readonly from: number;
	readonly to: number;
}

/** Where the passage of a question stands; empty once it is deleted. */
export interface Place extends Span {
	readonly deleted: boolean;
}

/** A question and what the writer did with its answer. */
export interface Asked {
	readonly name: string;
	readonly call: Call;
	text: string;
	/**
	 * `silent`: stopped before a word came; `undone`: kept, and taken out of the note by an undo after the plugin was
	 * loaded again.
	 */
	state: "running" | "ended" | "kept" | "dismissed" | "silent" | "undone";
	passage: Place;
	/**
	 * Whether its passage may be known by its words only: they changed where no editor could follow, or the plugin was
	 * loaded since.
	 */
	byWords: boolean;
	/** Whether the plugin was not loaded again since it was kept: an undo then brings it back to the margin. */
	remembered: boolean;
}

/** A callout in the note, of whose answer. */
interface Callout extends Span {
	readonly of: Asked;
}

/** All that is known of a text the note once had. */
interface Known {
	readonly doc: string;
	/** The callouts that the writer had put in. */
	readonly callouts: readonly Callout[];
	/** The edits of the writer and of other programs alone. */
	readonly own: string;
	readonly passages: ReadonlyMap<Asked, Place>;
}

/** What a note must be after all that was done to it: what was typed, and the callouts that the writer had put in. */
export class NoteModel {
	doc = start;
	callouts: readonly Callout[] = [];
	own = start;
	readonly asked: Asked[] = [];
	/** Every text the note ever had: undo and redo lead to one of these, and nowhere else. */
	private readonly known = new Map<string, Known>([
		[start, { doc: start, callouts: [], own: start, passages: new Map() }],
	]);

	/** How many texts the note has had. */
	get age(): number {
		return this.known.size;
	}

	/** The writer, or another program, changed the note outside of callouts. */
	changed(change: Span & { readonly insert: string }): void {
		const shift = this.callouts
			.filter(({ from }) => from < change.from)
			.reduce((sum, { from, to }) => sum + to - from, 0);
		this.own = this.own.slice(0, change.from - shift) + change.insert + this.own.slice(change.to - shift);
		this.apply(ChangeSet.of(change, this.doc.length), []);
	}

	/** An answer was kept: `text` is the note with its callout, which stands at `span`. */
	kept(one: Asked, text: string, span: Span): void {
		one.state = "kept";
		this.apply(ChangeSet.of({ from: span.from, insert: text.slice(span.from, span.to) }, this.doc.length), [
			{ ...span, of: one },
		]);
	}

	/** An undo or a redo led to `text`. False when the note never was like this. */
	rewound(text: string): boolean {
		const before = this.known.get(text);
		if (before === undefined) return false;
		const span = differenceOf(this.doc, text);
		this.move(
			ChangeSet.of(
				{ from: span.from, to: span.to, insert: text.slice(span.from, text.length - (this.doc.length - span.to)) },
				this.doc.length,
			),
		);
		const stands = (list: readonly Callout[], one: Asked): boolean => list.some(({ of }) => of === one);
		for (const one of this.asked) {
			// A passage is where it was when the note was last like this.
			one.passage = before.passages.get(one) ?? one.passage;
			const [was, is] = [stands(this.callouts, one), stands(before.callouts, one)];
			if (was && !is) one.state = one.remembered ? "ended" : "undone";
			if (!was && is) one.state = "kept";
		}
		({ doc: this.doc, callouts: this.callouts, own: this.own } = before);
		return true;
	}

	/** The note without its callouts. */
	get withoutCallouts(): string {
		let own = "";
		let at = 0;
		for (const { from, to } of [...this.callouts].sort((x, y) => x.from - y.from)) {
			own += this.doc.slice(at, from);
			at = to;
		}
		return own + this.doc.slice(at);
	}

	/** A place outside of callouts and not right at one: what is typed there is in no callout. */
	freePlace(a: number): number | null {
		const places = Array.from({ length: this.doc.length + 1 }, (_, at) => at).filter(
			(at) => !this.callouts.some(({ from, to }) => from < at && at <= to),
		);
		return places[(a * 7) % Math.max(1, places.length)] ?? null;
	}

	/** A line of the writer's that says something. */
	freeLine(a: number): Span | null {
		const lines: Span[] = [];
		for (let from = 0; from < this.doc.length;) {
			const end = this.doc.indexOf("\n", from);
			const to = end < 0 ? this.doc.length : end;
			if (to > from && !this.callouts.some((one) => one.from < to && from < one.to)) lines.push({ from, to });
			from = to + 1;
		}
		return lines[a % Math.max(1, lines.length)] ?? null;
	}

	private apply(changes: ChangeSet, more: readonly Callout[]): void {
		this.doc = changes.apply(Text.of(this.doc.split("\n"))).toString();
		this.callouts = [
			...this.callouts.map((one) => ({ ...one, from: changes.mapPos(one.from, 1), to: changes.mapPos(one.to, -1) })),
			...more,
		];
		this.move(changes);
		this.known.set(this.doc, {
			doc: this.doc,
			callouts: this.callouts,
			own: this.own,
			passages: new Map(this.asked.map((one) => [one, one.passage])),
		});
	}

	/** Passages go along with what is done around them, as they do in an editor. */
	private move(changes: ChangeSet): void {
		for (const one of this.asked) {
			const { from, to, deleted } = one.passage;
			const begin = changes.mapPos(from, 1);
			const end = Math.max(begin, changes.mapPos(to, -1));
			one.passage = { from: begin, to: end, deleted: deleted || end === begin };
		}
	}
}

/** What `before` and `after` do not begin and end with alike, as a span of `before`. */
function differenceOf(before: string, after: string): Span {
	let from = 0;
	while (from < before.length && from < after.length && before[from] === after[from]) from++;
	let to = before.length;
	while (
		to > from &&
		after.length - (before.length - to) > from &&
		before[to - 1] === after[after.length - (before.length - to) - 1]
	)
		to--;
	return { from, to };
}

/** The one insertion that makes `after` of `before`, its line breaks first; null when there is none. */
export function insertedIn(before: string, after: string): Span | null {
	const { from, to } = differenceOf(before, after);
	if (to !== from) return null;
	// Of all ways to see it, the one that begins where the breaks before the callout do.
	let at = from;
	const length = after.length - before.length;
	while (at > 0 && !after.slice(at, at + length).startsWith("\n\n") && after[at - 1] === after[at + length - 1]) at--;
	return { from: at, to: at + length };
}
