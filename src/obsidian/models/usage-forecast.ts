import { placeOf } from "../../core/endpoint/endpoint";
import { answerSpread, cachedShare, promptSpread } from "../../core/estimate/measured";
import { forecast, formatAmount, type AmountRange } from "../../core/estimate/money";
import type { InterfaceStrings } from "../../core/i18n/en";
import { isFree, type ModelTarget } from "../../core/models/model-target";
import type { Measures } from "../storage/measures";

/** Tokens an answer may take beside the prompt: what the seeded objectives ask for, with some thinking at most. */
const answerLength = { low: 80, high: 900 };

export interface UsageForecastPort {
	readonly measures: Measures;
	readonly strings: () => InterfaceStrings;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
}

/** What answers will cost, by what they did before: a range. What is not known is never nothing. */
export class UsageForecast {
	constructor(private readonly port: UsageForecastPort) {}

	/**
	 * What a question will cost, in words: a range, or that it is not known.
	 * @param tokens estimated, of the whole prompt
	 */
	of(target: ModelTarget, tokens: number): string {
		return this.ofAll([target], () => tokens);
	}

	/**
	 * What the same question to several models will cost together, in words.
	 * @param tokens estimated, of the whole prompt for each
	 */
	ofAll(targets: readonly ModelTarget[], tokens: (target: ModelTarget) => number): string {
		return this.total(targets, tokens, (before, { low, high }) => ({
			low: (before?.low ?? 0) + low,
			high: (before?.high ?? 0) + high,
		}));
	}

	/**
	 * What the same question to one of several models will cost, whichever, up to all of them, in words.
	 * @param tokens estimated, of the whole prompt for each
	 */
	ofOneOrAll(targets: readonly ModelTarget[], tokens: (target: ModelTarget) => number): string {
		return this.total(targets, tokens, (before, { low, high }) => ({
			low: Math.min(before?.low ?? low, low),
			high: (before?.high ?? 0) + high,
		}));
	}

	/** @param add adds what one model takes to what others in its currency take */
	private total(
		targets: readonly ModelTarget[],
		tokens: (target: ModelTarget) => number,
		add: (before: AmountRange | undefined, range: AmountRange) => Omit<AmountRange, "currency">,
	): string {
		const strings = this.port.strings();
		const paid = targets.filter((target) => !isFree(target));
		const [first] = targets;
		if (paid.length === 0) return first === undefined ? "" : placeInWords(first, strings);
		const totals = new Map<string, AmountRange>();
		let unknown = false;
		for (const target of paid) {
			const range = this.rangeOf(target, tokens(target));
			if (range === null) unknown = true;
			else totals.set(range.currency, { ...add(totals.get(range.currency), range), currency: range.currency });
		}
		const ranges = [...totals.values()].map(({ low, high, currency }) =>
			strings.menu.forecast(formatAmount(low, currency, strings.locale), formatAmount(high, currency, strings.locale)),
		);
		return [...ranges, ...(unknown ? [strings.menu.unknownPrice] : [])].join(" + ");
	}

	private rangeOf(target: ModelTarget, promptTokens: number): AmountRange | null {
		if (target.price === null) return null;
		const measured = this.port.measures.of(target.endpoint.id, target.model);
		return forecast(target.price, {
			promptTokens,
			spread: promptSpread(measured),
			answer: answerSpread(measured, answerLength),
			cached: cachedShare(measured),
			time: this.port.now(),
		});
	}
}

/** Where a model that nobody charges for runs, in words. */
export function placeInWords({ endpoint }: ModelTarget, strings: InterfaceStrings): string {
	return strings.models.place[placeOf(endpoint.baseUrl)];
}
