import type { Failure } from "../chat/chat";
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
