/** Who answered and what it took: the line of a record that is not optional. */
export interface Identity {
	/** The exact id, from the reply. */
	readonly model: string;
	/** Name of the endpoint the request went to, for example `OpenRouter`. */
	readonly via: string;
	/** The company that ran the model; null when unknown or the same as `via`. */
	readonly provider: string | null;
	/** Null when the endpoint reported none. */
	readonly tokens: { readonly prompt: number; readonly completion: number } | null;
	/**
	 * Null when unknown. `listed` is the ISO date of the price list when the amount was computed from it, null when the
	 * endpoint said it.
	 */
	readonly cost: { readonly amount: number; readonly currency: string; readonly listed: string | null } | null;
	/** Grams of CO2 equivalent, an order of magnitude with its range; null when unknown. */
	readonly carbon: { readonly central: number; readonly low: number; readonly high: number } | null;
	/**
	 * Present where the writer told the model, of an answer got elsewhere. `model` is then its name in one word, `via`
	 * the site, and all else is unknown: nothing was measured.
	 */
	readonly told?: true;
}

/**
 * Words that took the place of others. `before` and `adopted` are Markdown source of one sentence; the ranges say
 * which words the model changed.
 */
export interface Adoption {
	readonly before: string;
	readonly adopted: string;
	readonly changedBefore: readonly { readonly from: number; readonly to: number }[];
	readonly changedAdopted: readonly { readonly from: number; readonly to: number }[];
	/**
	 * Local date, `YYYY-MM-DD`, on which the writer went back to their own words, empty when it cannot be read; null
	 * while they have not.
	 */
	readonly takenBack: string | null;
}

/** What the writer asked and kept of an answer. `answer` is the reply as it came: untrusted, quoted on printing. */
export interface KeptAnswer {
	readonly question: string;
	readonly answer: string;
	/** True when the answer stopped before its end. */
	readonly incomplete: boolean;
}

/** One recorded consultation: what stands in the note as a callout of type `ai`. */
export interface ConsultationRecord {
	/** The model's name for readers, for example `Claude Sonnet 4`. */
	readonly modelName: string;
	readonly objective: string;
	/** Local date, `YYYY-MM-DD`. */
	readonly date: string;
	readonly adoptions: readonly Adoption[];
	readonly kept: KeptAnswer | null;
	readonly identity: Identity;
}
