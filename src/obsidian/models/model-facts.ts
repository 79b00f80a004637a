import { placeOf, type Endpoint } from "../../core/endpoint/endpoint";
import { amountFormat, type Price } from "../../core/estimate/money";
import type { InterfaceStrings } from "../../core/i18n/en";
import { readableDate } from "../../core/i18n/readable-date";
import type { ModelInfo } from "../../core/models/model-target";

/** A model at an endpoint, with what its endpoint's list says of it; null when no list has it. */
interface Known {
	readonly endpoint: Endpoint;
	readonly info: ModelInfo | null;
}

/** What the line of a model says, and what that rests on where the line does not say it. */
export interface ModelFacts {
	/** Price, context, openness with its source, where it runs. */
	readonly line: string;
	/** The date of the prices; empty when there are none. */
	readonly sources: string;
}

/** Says what is known of models. One for all rows of a list: what formats numbers and dates is made once. */
export class ModelFactsWriter {
	private readonly amount: (amount: number, currency: string) => string;
	private readonly number: Intl.NumberFormat;
	private readonly dates = new Map<string, string>();
	private readonly places = new Map<Endpoint, ReturnType<typeof placeOf>>();

	/** @param today ISO date: what ended before it is no longer offered */
	constructor(
		private readonly strings: InterfaceStrings,
		private readonly today: string,
	) {
		this.amount = amountFormat(strings.locale);
		this.number = new Intl.NumberFormat(strings.locale);
	}

	/**
	 * @param asked whether it is the model asked now
	 * @param listDate date of its endpoint's list; null when there is none
	 */
	of({ endpoint, info }: Known, asked: boolean, listDate: string | null): ModelFacts {
		const { menu, models } = this.strings;
		const at = this.places.get(endpoint) ?? placeOf(endpoint.baseUrl);
		this.places.set(endpoint, at);
		const place = info?.passedOn === true ? models.passedOn(endpoint.name) : models.place[at];
		const now = asked ? models.asked : "";
		if (info === null)
			return {
				line: joined([now, listDate === null ? models.noListYet : models.notListed(this.date(listDate)), place]),
				sources: "",
			};
		const { price } = info;
		const unpriced = at === "remote" || info.passedOn ? menu.unknownPrice : "";
		return {
			line: joined([
				now,
				...(price === null ? [unpriced] : this.pricesOf(price)),
				info.context === null ? "" : models.context(this.number.format(info.context)),
				info.opennessSource === ""
					? models.openness[info.openness]
					: models.sourced(models.openness[info.openness], info.opennessSource),
				place,
				info.until === null ? "" : (info.until < this.today ? models.ended : models.until)(this.date(info.until)),
			]),
			sources: price === null ? "" : models.priceListed(this.date(price.listed)),
		};
	}

	private pricesOf({ input, output, currency, request, overrides = [] }: Price): readonly string[] {
		const { models } = this.strings;
		const above = overrides.flatMap((one) => one.above ?? []);
		return [
			models.price(this.amount(input, currency), this.amount(output, currency)),
			request === undefined ? "" : models.perRequest(this.amount(request, currency)),
			above.length === 0 ? "" : models.longPrompts(this.number.format(Math.min(...above))),
			overrides.some(({ hours, days }) => hours !== undefined || days !== undefined) ? models.atTimes : "",
		];
	}

	private date(date: string): string {
		const known = this.dates.get(date) ?? readableDate(date, this.strings.locale);
		this.dates.set(date, known);
		return known;
	}
}

function joined(facts: readonly string[]): string {
	// No line begins with the dot.
	return facts.filter((fact) => fact !== "").join("\u00a0· ");
}
