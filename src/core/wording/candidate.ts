import type { InlineSpan } from "../markdown/inline";
import type { Range } from "../text/text";
import type { RolePair } from "./classify";
import type { WordingChange } from "./role-changes";

/** The sentence as it stands in the note, and which part of it is to be replaced. */
export interface Original {
	readonly sentence: string;
	/** Within `sentence`. All of it when whole sentences are reworded. */
	readonly selection: Range;
	/** ISO 639-1, null when it could not be told. */
	readonly language: string | null;
}

/** Why words changed, as the friend says it. */
export interface Reason {
	/** Words as they are after the change, or as they were. */
	readonly words: string;
	readonly why: string;
}

/** One proposal as the model sent it: a whole sentence or passage, and what it brings. */
export interface Row {
	readonly text: string;
	/** What the model says of it; "" where it says nothing. */
	readonly gloss: string;
	/** Why some of its words changed, each for itself; absent where it does not say. */
	readonly reasons?: readonly Reason[];
}

/** A row of which the model said nothing. */
export function withoutGloss(text: string): Row {
	return { text, gloss: "" };
}

/** What may be put right in a row, each told for itself. */
export type Mend =
	"remark" | "cut" | "marks" | "spaces" | "emphasis" | "signs" | "doubled" | "capital" | "spelling" | "part";

/** A proposal that keeps everything it has no right to change. Applying `changes` to the sentence gives `text`. */
export interface Candidate {
	readonly text: string;
	readonly changes: readonly WordingChange[];
	readonly class: "agreeing" | "recast";
	/** What stands where the selection was. */
	readonly replacement: string;
	readonly gloss: string;
	/** Why some of its words changed, each for itself; absent where nobody said so. */
	readonly reasons?: readonly Reason[];
	/** Each changed word with its role. */
	readonly roles: readonly RolePair[];
	/**
	 * The words that the friend gave without their sentence, where the rest of it may have to agree with them; absent
	 * where it gave a sentence.
	 */
	readonly bare?: string;
	/** What was put right in it, and the row as the friend wrote it; absent where nothing was. */
	readonly mended?: { readonly mends: readonly Mend[]; readonly row: string };
}

/** Why a row can't be shown. Kinds of spans: one of those was lost, added, moved or altered. */
export type BrokenKind =
	| InlineSpan["kind"]
	| "identical"
	| "language"
	| "outside"
	| "nbsp"
	| "quotes"
	| "marks"
	| "layout"
	| "unrelated"
	| "format";

export interface Broken {
	readonly broken: BrokenKind;
}
