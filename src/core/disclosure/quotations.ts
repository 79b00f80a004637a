import { withoutMaker } from "../record/model-id";
import type { RecordLabels } from "../record/labels";
import { outlinesIn } from "../record/parse";

/** What a note quotes of a model, as far as the page tells it. */
export interface Quotation {
	/** The exact id. */
	readonly model: string;
	/** As the note calls it, without its maker. */
	readonly name: string;
	readonly objective: string;
	/** Whether it is words that took the place of others; an answer otherwise. */
	readonly adopted: boolean;
	/** ISO date; empty where the note does not tell. */
	readonly date: string;
	/** Present where the writer told the model: it was asked elsewhere. */
	readonly told?: boolean;
}

/**
 * What every record holds and hardly any other text does: between the model's id and the endpoint's name, even where a
 * formatter has broken the line there.
 */
const sign = /`(?:\\|<br ?\/?>)?\s+\S+\s/i;

/**
 * What a note says of its records for the page, in order.
 * @param own labels the writer set, beside those known
 */
export function quotationsIn(text: string, own: readonly RecordLabels[]): readonly Quotation[] {
	if (!sign.test(text)) return [];
	return outlinesIn(text, own).map(({ model, modelName, objective, adopted, date, told }) => {
		const one = { model, name: withoutMaker(modelName, model), objective, adopted, date };
		return told ? { ...one, told } : one;
	});
}
