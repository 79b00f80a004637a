import type { Failure } from "../chat/chat";
import type { InterfaceStrings } from "./en";

/**
 * Why an answer failed or stopped, for the writer.
 * @param partial whether words had come: a lost connection is then a cut, not an endpoint out of reach
 */
export function failureWords(strings: InterfaceStrings, failure: Failure, partial: boolean): string {
	if (partial && failure.kind === "format") return strings.endless;
	// "Not found" is said of providers alone: rules and permissions have other numbers.
	if (failure.kind === "policy" && failure.status === 404) return strings.unrouted;
	return partial && failure.kind === "network" ? strings.cut : strings.failures[failure.kind];
}
