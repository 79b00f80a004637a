import type { SyntaxNode, Tree } from "@lezer/common";
import { lazy } from "../cache/lazy";
import { madeIn } from "../cache/made-in";
import type { Range, TextSource } from "../text/text";
import { markdownBlocks } from "./dialect";

/** A part of a document: it begins with a block and ends, after a blank line, where another begins. */
interface Piece {
	readonly length: number;
	/** Of its text and some below it: nodes that begin within `length` are whole. */
	readonly tree: () => Tree;
	/** Units from its beginning on that decide what it is: its own, and the line that ended it. */
	readonly seen: number;
}

/** A piece, and the leaves of CodeMirror's document that held what decided it. */
interface Known {
	readonly piece: Piece;
	readonly leaves: readonly TextSource[];
	/** Whether the document ended with it. */
	readonly last: boolean;
}

/** A stretch of a document and its tree, whose positions count from `from`. */
export interface Stretch extends Range {
	readonly tree: Tree;
}

/** UTF-16 units that are read at a time. A block that is longer is read whole. */
const defaultSize = 2048;

/** What may begin a block that goes on over other lines without being indented, beside a fence of code. */
export const mayHold = /%%|\$\$|<[!?/a-z]/i;
/** What may begin one that goes on over blank lines. */
const mayOpen = new RegExp(`\`{3}|~{3}|${mayHold.source}`, "i");

/** Where the text below a note's properties begins, 0 without any. A first rule that nothing closes opens none. */
export function bodyStart(text: string): number {
	return /^---[ \t]*\r?\n(?:[^]*?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
}

/** The same for a document. Costs what its properties cost. */
function bodyStartOf(doc: TextSource): number {
	if (!/^---[ \t]*\r?$/.test(doc.line(1).text)) return 0;
	for (let number = 2; number <= doc.lines; number++) {
		const line = doc.line(number);
		if (/^(?:---|\.\.\.)[ \t]*\r?$/.test(line.text)) return Math.min(line.to + 1, doc.length);
	}
	return 0;
}

/**
 * Documents as the grammar reads them. Versions of CodeMirror's documents share their leaves: what was read of them is
 * kept with them, so after the first look an edit costs as much as the part that was edited.
 */
export class Readings {
	private readonly read = new WeakMap<TextSource, Reading>();
	private readonly known = new WeakMap<TextSource, Map<number, Known>>();

	constructor(private readonly pieceSize = defaultSize) {}

	of(doc: TextSource): Reading {
		return madeIn(this.read, doc, () => new Reading(doc, this.known, this.pieceSize));
	}
}

/** The blocks of one document, read as far down as they are asked for. */
class Reading {
	/** Where the text below the properties begins, 0 without any. */
	readonly body: number;
	private readonly pieces: Piece[] = [];
	private readonly leaves: readonly TextSource[];
	/** How far it was read; the leaf there, and where that begins. */
	private end: number;
	private leaf = 0;
	private leafStart = 0;

	/** @param known pieces by the leaf they begin in, and where in it */
	constructor(
		private readonly doc: TextSource,
		private readonly known: WeakMap<TextSource, Map<number, Known>>,
		private readonly pieceSize: number,
	) {
		this.body = this.end = bodyStartOf(doc);
		this.leaves = leavesOf(doc);
	}

	/** The stretch that holds a place below the properties. */
	at(pos: number): Stretch {
		let from = this.body;
		for (let index = 0; ; index++) {
			const piece = this.pieces[index] ?? this.next();
			const to = from + piece.length;
			if (pos < to || to === this.doc.length) return { from, to, tree: piece.tree() };
			from = to;
		}
	}

	private next(): Piece {
		while (this.leafStart + this.lengthOf(this.leaf) < this.end) this.leafStart += this.lengthOf(this.leaf++) + 1;
		const piece = this.recall() ?? this.remember(this.read());
		this.pieces.push(piece);
		this.end += piece.length;
		return piece;
	}

	private recall(): Piece | null {
		const known = this.known.get(this.leaves[this.leaf] ?? this.doc)?.get(this.end - this.leafStart);
		if (known === undefined || known.leaves.some((leaf, index) => leaf !== this.leaves[this.leaf + index])) return null;
		return !known.last || this.leaf + known.leaves.length === this.leaves.length ? known.piece : null;
	}

	private remember(piece: Piece): Piece {
		const first = this.leaves[this.leaf] ?? this.doc;
		const known = this.known.get(first) ?? new Map<number, Known>();
		let last = this.leaf;
		for (let to = this.leafStart; to < this.end + piece.seen && last < this.leaves.length; last++)
			to += this.lengthOf(last) + 1;
		known.set(this.end - this.leafStart, {
			piece,
			leaves: this.leaves.slice(this.leaf, last),
			last: this.end + piece.length === this.doc.length,
		});
		this.known.set(first, known);
		return piece;
	}

	private read(): Piece {
		for (let size = this.pieceSize; ; size *= 4) {
			const to = this.doc.lineAt(Math.min(this.doc.length, this.end + size)).to;
			const text = this.doc.sliceString(this.end, to);
			const piece = firstPiece(text, to === this.doc.length);
			if (to === this.doc.length) return { ...piece, seen: text.length + 1 };
			if (piece.length > 0) return { ...piece, seen: this.doc.lineAt(this.end + piece.length).to + 1 - this.end };
		}
	}

	private lengthOf(leaf: number): number {
		return this.leaves[leaf]?.length ?? 0;
	}
}

function leavesOf(doc: TextSource, leaves: TextSource[] = []): readonly TextSource[] {
	if (doc.children) for (const child of doc.children) leavesOf(child, leaves);
	else leaves.push(doc);
	return leaves;
}

/**
 * The pieces of a text from a place on where a block begins, in order. Their trees are made when they are asked for.
 */
export function* piecesOf(text: string, start: number): Generator<Range & { readonly tree: () => Tree }> {
	for (let from = start; from < text.length;) {
		for (let size = defaultSize; ; size *= 4) {
			const end = text.indexOf("\n", from + size);
			const { length, tree } = firstPiece(text.slice(from, end < 0 ? undefined : end), end < 0);
			if (length === 0) continue;
			yield { from, to: from + length, tree };
			from += length;
			break;
		}
	}
}

/** What of a text surely is whole blocks: all of it where nothing follows it, nothing where that can't be told. */
function firstPiece(text: string, last: boolean): Pick<Piece, "length" | "tree"> {
	const tree = lazy(() => markdownBlocks().parse(text));
	if (last) return { length: text.length, tree };
	return { length: mayOpen.test(text) ? lastBeginning(tree(), text) : lastParagraph(text), tree };
}

/**
 * Where the last block begins that can be told from what stands above it: not indented, after a blank line, and no
 * rest of a comment or maths that began among the words above. 0 when there is none.
 */
function lastBeginning(tree: Tree, text: string): number {
	for (let node: SyntaxNode | null = tree.topNode.lastChild; node !== null; node = node.prevSibling) {
		const { from, name } = node;
		if (from < 2 || text[from - 1] !== "\n" || name.endsWith("Rest")) continue;
		const above = text.lastIndexOf("\n", from - 2) + 1;
		if (text.slice(above, from).trim() === "") return from;
	}
	return 0;
}

/** The same in a text in which nothing can hold blank lines but lists and what is indented. */
function lastParagraph(text: string): number {
	for (let at = text.lastIndexOf("\n\n"); at >= 0; at = at > 0 ? text.lastIndexOf("\n\n", at - 1) : -1)
		if (/^[\p{L}>#|]/u.test(text.slice(at + 2, at + 4))) return at + 2;
	return 0;
}
