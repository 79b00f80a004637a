import type { Answerer, Usage } from "../../core/chat/chat";
import { isActive } from "../../core/consultation/answer";
import type { Consultation } from "../../core/consultation/consultation";
import { currencyOf } from "../../core/endpoint/endpoint";
import { carbonMethod, carbonOf, reportedCarbon, timesAsMuch, type CarbonBasis } from "../../core/estimate/carbon";
import { gridOf, grids, type Country } from "../../core/estimate/grids";
import { formatAmount, listCost } from "../../core/estimate/money";
import { roughTokens } from "../../core/estimate/tokens";
import type { InterfaceStrings } from "../../core/i18n/en";
import { readableDate } from "../../core/i18n/readable-date";
import { isCurrency } from "../../core/record/amounts";
import type { Identity } from "../../core/record/model";
import { isFree, type ModelTarget } from "../../core/models/model-target";
import { timesWords } from "./model-estimates";
import type { Models } from "./models";
import { placeInWords } from "./usage-forecast";

/** An answer with who was asked for it. */
export interface Answered {
	readonly target: ModelTarget;
	readonly answerer: Answerer | null;
	/** Null when the endpoint told nothing. */
	readonly usage: Usage | null;
}

export interface FiguresPort {
	readonly models: Models;
	/** Where this device gets its electricity; null when that is not known. */
	readonly electricity: () => Country | null;
	readonly strings: () => InterfaceStrings;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
}

/** What answers took: tokens, money, carbon. What is not known is never nothing. */
export class UsageReport {
	constructor(private readonly port: FiguresPort) {}

	/**
	 * The usage of a request that came to its end, with what is known here and now and could be told otherwise later:
	 * how long it took, and the list price.
	 */
	metered({ target, answerer, usage }: Answered & { readonly usage: Usage }, seconds: number): Usage {
		const price = this.priceOf(target, answerer);
		const listed =
			usage.cost !== null || price === null || !isCounted(usage)
				? {}
				: { listed: { amount: listCost(price, usage, this.port.now()), currency: price.currency, date: price.listed } };
		return { ...usage, seconds, ...listed };
	}

	/** Who answered and what it took: from the reply, else by list price, else unknown. */
	identityOf(answered: Answered): Identity {
		const { target, answerer, usage } = answered;
		const provider = answerer?.provider ?? null;
		return {
			model: this.port.models.exactId(target, answerer),
			via: target.endpoint.name,
			provider: provider === target.endpoint.name ? null : provider,
			tokens:
				usage === null || !isCounted(usage) ? null : { prompt: usage.promptTokens, completion: usage.completionTokens },
			cost: recordable(this.costOf(answered)),
			carbon: this.carbonOf(answered),
		};
	}

	/** Several answers of one model as one: what is known of them is summed, and the last that named itself names it. */
	together(answers: readonly Answered[]): Identity | null {
		const identities = answers.map((one) => this.identityOf(one));
		const named = identities.filter((_one, at) => answers[at]?.answerer !== null).pop() ?? identities[0];
		if (named === undefined) return null;
		const known = <Part extends "tokens" | "cost" | "carbon">(part: Part): readonly NonNullable<Identity[Part]>[] =>
			identities.flatMap((one) => one[part] ?? []);
		// One endpoint charges in one currency.
		const [cost] = known("cost");
		return {
			...named,
			tokens: known("tokens").reduce<Identity["tokens"]>(
				(sum, one) => ({
					prompt: (sum?.prompt ?? 0) + one.prompt,
					completion: (sum?.completion ?? 0) + one.completion,
				}),
				null,
			),
			cost:
				cost === undefined
					? null
					: known("cost")
							.filter(({ currency }) => currency === cost.currency)
							.reduce((sum, one) => ({ ...sum, amount: sum.amount + one.amount, listed: one.listed ?? sum.listed }), {
								...cost,
								amount: 0,
							}),
			carbon: known("carbon").reduce<Identity["carbon"]>(
				(sum, one) => ({
					central: (sum?.central ?? 0) + one.central,
					low: (sum?.low ?? 0) + one.low,
					high: (sum?.high ?? 0) + one.high,
				}),
				null,
			),
		};
	}

	/**
	 * What an answer cost: as the endpoint said, else at list price; null when neither is known. Nothing, where nobody
	 * charges for it.
	 */
	costOf({ target, answerer, usage }: Answered): Identity["cost"] {
		if (isFree(target)) return { amount: 0, currency: currencyOf(target.endpoint), listed: null };
		if (usage === null) return null;
		if (usage.cost !== null) return { amount: usage.cost, currency: usage.currency, listed: null };
		// A list that came after the answer.
		const { listed } = usage.listed === undefined ? this.metered({ target, answerer, usage }, 0) : usage;
		return listed === undefined ? null : { amount: listed.amount, currency: listed.currency, listed: listed.date };
	}

	/**
	 * What answers took together, in words, by currency, beside what of it is not known; empty while there are none,
	 * and for those that cost nothing.
	 */
	spent(answers: readonly Answered[]): string {
		const strings = this.port.strings();
		const totals = new Map<string, NonNullable<Identity["cost"]>>();
		const paid = answers.filter(({ target }) => !isFree(target)).map((answered) => this.costOf(answered));
		for (const cost of paid) {
			if (cost === null) continue;
			const before = totals.get(cost.currency);
			totals.set(cost.currency, {
				...cost,
				amount: cost.amount + (before?.amount ?? 0),
				listed: cost.listed ?? before?.listed ?? null,
			});
		}
		return [
			...[...totals.values()].map((cost) => this.amount(cost)),
			...(paid.includes(null) ? [strings.margin.costUnknown] : []),
		].join(" + ");
	}

	/**
	 * Tokens, money and carbon of a consultation, in words; estimated while it runs.
	 * @param sent estimated tokens of the prompt; null when unknown
	 */
	of(consultation: Consultation, sent: () => number | null): readonly string[] {
		const { models } = this.port;
		const strings = this.port.strings();
		const { usage, answerer } = consultation;
		const number = (value: number): string => value.toLocaleString(strings.locale);
		const target = models.targetOf(models.endpointOf(consultation), consultation.model);
		if (usage === null)
			return isActive(consultation) && consultation.text !== ""
				? this.soFar({ target, answerer }, sent(), roughTokens(consultation.text))
				: [];
		const { tokens, carbon } = this.identityOf({ target, answerer, usage });
		const cost = this.costOf({ target, answerer, usage });
		const grams = (value: number): string =>
			Number(value.toPrecision(1)).toLocaleString(strings.locale, { maximumSignificantDigits: 1 });
		return [
			tokens === null ? "" : strings.margin.tokens(number(tokens.prompt), number(tokens.completion)),
			isFree(target) ? placeInWords(target, strings) : cost === null ? strings.margin.costUnknown : this.amount(cost),
			carbon === null
				? ""
				: strings.margin.carbon(grams(carbon.central), grams(carbon.low), grams(carbon.high)) +
					this.basisOf({ target, answerer, usage }),
		].filter((part) => part !== "");
	}

	/**
	 * The same of one of several that were asked the same: beside what it took, how many times as much that is as
	 * another, instead of grams. Of the other itself, and while one of them runs, as `of` says.
	 */
	beside(consultation: Consultation, other: Consultation, sent: () => number | null): readonly string[] {
		const identity = (one: Consultation): Identity | null =>
			one.usage === null
				? null
				: this.identityOf({
						target: this.port.models.targetOf(this.port.models.endpointOf(one), one.model),
						answerer: one.answerer,
						usage: one.usage,
					});
		const [own, its] = [identity(consultation), identity(other)];
		if (consultation.id === other.id || own === null || its === null) return this.of(consultation, sent);
		const carbon =
			own.carbon === null || its.carbon === null ? null : timesAsMuch(own.carbon.central, its.carbon.central);
		const cost =
			own.cost === null || own.cost.currency !== its.cost?.currency
				? null
				: timesAsMuch(own.cost.amount, its.cost.amount);
		const strings = this.port.strings();
		const words = timesWords(cost, carbon, strings);
		const figures = this.of(consultation, sent);
		// The carbon is the last of them.
		return words === ""
			? figures
			: [...(own.carbon === null ? figures : figures.slice(0, -1)), strings.models.timesOf(words, other.modelName)];
	}

	private soFar(
		{ target, answerer }: Omit<Answered, "usage">,
		promptTokens: number | null,
		completionTokens: number,
	): readonly string[] {
		const { locale, margin } = this.port.strings();
		const price = this.priceOf(target, answerer);
		const tokens = margin.tokensSoFar(completionTokens.toLocaleString(locale));
		if (price === null || promptTokens === null) return [tokens];
		const cost = listCost(price, { promptTokens, completionTokens, cachedTokens: 0 }, this.port.now());
		return [tokens, margin.costSoFar(formatAmount(cost, price.currency, locale))];
	}

	private amount({ amount, currency, listed }: NonNullable<Identity["cost"]>): string {
		const strings = this.port.strings();
		const formatted = formatAmount(amount, currency, strings.locale);
		return listed === null ? formatted : strings.margin.atListPrice(formatted, readableDate(listed, strings.locale));
	}

	/** The price of who answered, where it is listed: a router's own is not known beforehand. */
	private priceOf(target: ModelTarget, answerer: Answerer | null): ModelTarget["price"] {
		const other =
			answerer === null || answerer.model === target.model
				? null
				: this.port.models.targetOf(target.endpoint, answerer.model);
		return other?.info?.price ?? target.price;
	}

	private carbonOf(answered: Answered): Identity["carbon"] {
		if (answered.usage === null) return null;
		const reported = reportedCarbon(answered.usage.carbon);
		if (reported !== null) return reported;
		const basis = this.carbonBasis(answered);
		return basis === null ? null : carbonOf(basis);
	}

	/** What the carbon rests on, in words, where that is little: an estimate by price is told as such. */
	private basisOf(answered: Answered): string {
		const basis = reportedCarbon(answered.usage?.carbon ?? null) === null ? this.carbonBasis(answered) : null;
		const method = basis === null ? null : carbonMethod(basis);
		const { byPrice, general } = this.port.strings().carbon;
		return method === "price" ? byPrice : method === "general" ? general : "";
	}

	private carbonBasis({ target, answerer, usage }: Answered): CarbonBasis | null {
		const local = isFree(target);
		const home = this.port.electricity();
		if (usage === null || !isCounted(usage) || (local && usage.seconds === undefined)) return null;
		const price = this.priceOf(target, answerer);
		const { preset, name } = target.endpoint;
		return {
			...usage,
			model: this.port.models.exactId(target, answerer),
			outputPrice: price?.currency === "USD" ? price.output : null,
			localSeconds: local ? (usage.seconds ?? null) : null,
			grid: local ? (home === null ? null : grids[home]) : gridOf([answerer?.provider ?? "", preset, name]),
		};
	}
}

/**
 * A cost as records, journal and budgets hold it: null in an endpoint's own unit, which no one can add or read again.
 */
export function recordable(cost: Identity["cost"]): Identity["cost"] {
	return cost === null || isCurrency(cost.currency) ? cost : null;
}

// Some endpoints tell a cost and no tokens: none are not zero.
function isCounted({ promptTokens, completionTokens }: Usage): boolean {
	return promptTokens + completionTokens > 0;
}
