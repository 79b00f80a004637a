import type { Failure } from "../chat";
import type { InterfaceWords } from "./en";

/**
 * Why an answer failed or stopped, for the writer.
 * @param partial whether words had come: a lost connection is then a cut, not an endpoint out of reach
 */
export function failureWords(words: InterfaceWords, failure: Failure, partial: boolean): string {
	if (partial && failure.kind === "format") return words.endless;
	// "Not found" is said of providers alone: rules and permissions have other numbers.
	if (failure.kind === "policy" && failure.status === 404) return words.unrouted;
	return partial && failure.kind === "network" ? words.cut : words.failures[failure.kind];
}
