import type { Failure, Usage } from "../chat/chat";
import type { ServerProgram } from "../endpoint/endpoint";
import type { InterfaceStrings } from "./en";

/**
 * Why an answer failed or stopped, for the writer.
 * @param partial whether words had come: a lost connection is then a cut, not an endpoint out of reach
 */
export function failureWords(strings: InterfaceStrings, failure: Failure, partial: boolean): string {
	const { kind, about, said } = failure;
	if (about === "length") return strings.tooLong;
	if (about === "model") return strings.unknownModel;
	if (about === "memory") return strings.noMemory;
	if (about === "privacy") return strings.privacyRefused;
	if (partial && kind === "format") return strings.endless;
	// "Not found" is said of providers alone: rules and permissions have other numbers.
	if (kind === "policy" && failure.status === 404) return strings.unrouted;
	if (partial && kind === "network") return strings.cut;
	// These are what is left where nothing is known: the endpoint's own words tell more.
	const quoted = said !== undefined && (kind === "unavailable" || kind === "request" || kind === "refused");
	return quoted ? `${strings.failures[kind]} ${strings.endpointSaid(said)}` : strings.failures[kind];
}

/**
 * That an endpoint read a part only of what it was sent, and what to do about it; empty where it read all, or nobody
 * knows.
 * @param program what runs the model
 */
export function partReadWords(strings: InterfaceStrings, usage: Usage | null, program: ServerProgram): string {
	if (usage?.sentTokens === undefined) return "";
	const number = (value: number): string => Math.round(value).toLocaleString(strings.locale);
	const sent = number(Number(usage.sentTokens.toPrecision(2)));
	return strings.margin.partRead(number(usage.promptTokens), sent, strings.margin.moreRoom[program]);
}
