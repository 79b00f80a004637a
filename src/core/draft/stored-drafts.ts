import { list, object, required, text, type Schema } from "../stored/schema";

/** What was typed into a note's field and is not on disk yet, as a device keeps it. */
export interface StoredDraft {
	/** The note's path. */
	readonly path: string;
	/** What the note's body was when typing began. */
	readonly base: string;
	readonly here: string;
}

export const storedDrafts: Schema<readonly StoredDraft[]> = list(
	object<StoredDraft>({ path: required(text), base: required(text), here: required(text) }),
);
