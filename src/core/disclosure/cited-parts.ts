/** A record as citations name it. No part can act in a note into which it is pasted. */
export interface CitedParts {
	/** The model's name, without what it could be an author by. */
	readonly model: string;
	/** The exact id; null where the writer told the model. */
	readonly id: string | null;
	/** The company; null where nobody knows. */
	readonly maker: string | null;
	/** The site where it was asked; null where it was asked here. */
	readonly site: string | null;
	/** What was asked: the question, or else the objective; empty for neither. */
	readonly prompt: string;
	/** ISO date; null where the record tells none. */
	readonly date: string | null;
	readonly noteTitle: string;
	readonly address: string | null;
}
