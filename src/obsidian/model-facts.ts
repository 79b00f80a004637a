import { placeOf, type Endpoint } from "../core/endpoint";
import { formatAmount } from "../core/estimate/money";
import type { InterfaceWords } from "../core/i18n/en";
import type { ModelInfo } from "../llm/models";

/** A model at an endpoint, with what its endpoint's list says of it; null when no list has it. */
interface Known {
	readonly endpoint: Endpoint;
	readonly info: ModelInfo | null;
}

/** What is known of a model, in words on one line: price, context, openness with its source, where it runs. */
export function modelFacts({ endpoint, info }: Known, { asked, listDate }: { readonly asked: boolean; readonly listDate: string | null }, words: InterfaceWords): string {
	const { models } = words;
	const place = info?.passedOn === true ? models.passedOn(endpoint.name) : models.place[placeOf(endpoint.baseUrl)];
	if (info === null) return line([asked ? models.asked : "", listDate === null ? models.noListYet : models.notListed(readableDate(listDate, words.locale)), place]);
	const { price } = info;
	const per = (amount: number): string => formatAmount(amount, price?.currency ?? "USD", words.locale);
	return line([
		asked ? models.asked : "",
		price !== null ? models.price(per(price.input), per(price.output)) : placeOf(endpoint.baseUrl) === "remote" || info.passedOn ? words.menu.unknownPrice : "",
		info.context === null ? "" : models.context(info.context.toLocaleString(words.locale)),
		info.opennessSource === "" ? models.openness[info.openness] : models.sourced(models.openness[info.openness], info.opennessSource),
		place,
		info.until === null ? "" : models.until(readableDate(info.until.slice(0, 10), words.locale)),
	]);
}

/** What the facts rest on and does not stand in their line: the date of the prices. Empty when there is none. */
export function modelSources(info: ModelInfo | null, words: InterfaceWords): string {
	return info?.price == null ? "" : words.models.priceListed(readableDate(info.price.listed, words.locale));
}

/** An ISO date for reading, for example `Nov 24, 2026`; as it stands when it is none. */
export function readableDate(date: string, locale: string): string {
	const time = Date.parse(date);
	return Number.isNaN(time) ? date : new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(time);
}

/** A model's id as a name: without its maker, dashes as spaces. */
export function readableName(id: string): string {
	return id.replace(/^.*\//, "").replace(/[-_]+/g, " ");
}

function line(facts: readonly string[]): string {
	// No line begins with the dot.
	return facts.filter((fact) => fact !== "").join("\u00a0· ");
}
