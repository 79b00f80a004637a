import { inTurn } from "../core/text/patterns";

/** Longest wait an endpoint may ask for that is still reported, in seconds: a day. */
const longestWait = 86_400;

/** A response's header by its name in small letters; null when there is none. */
export type HeaderOf = (name: string) => string | null;

/** How endpoints say it in a sentence: "Please try again in 1m30.5s", "Retry after 20 seconds". */
const inWords = inTurn(
	[
		/\b(?:try again|retry)\s+(?:in|after)\s+/,
		/(?:(\d+)\s*h(?:ours?)?\s*)?/,
		/(?:(\d+)\s*m(?:in(?:ute)?s?)?(?![a-z])\s*)?/,
		/(?:(\d+(?:\.\d+)?)\s*(ms|milliseconds?|s|sec(?:ond)?s?)\b)?/,
	],
	"i",
);

/**
 * Seconds after which an endpoint says that it may be asked again, rounded up; null when it does not say. Its headers
 * come first, but pages may seldom read them (CORS), so its words count too.
 * @param error what the body tells @param now milliseconds since the epoch, null where no clock is at hand
 */
export function waitSaid(error: unknown, message: string, header: HeaderOf, now: number | null): number | null {
	const milliseconds = numberOf(header("retry-after-ms"));
	return (
		bounded(milliseconds === null ? null : milliseconds / 1000) ??
		bounded(ofHeader(header("retry-after"), now)) ??
		bounded(numberOf(valueIn(error, ["availability", "retry_after"]))) ??
		bounded(numberOf(valueIn(error, ["metadata", "retry_after"]))) ??
		bounded(ofReset(valueIn(error, ["metadata", "headers", "X-RateLimit-Reset"]), now)) ??
		bounded(ofSentence(message))
	);
}

// RFC 9110 section 10.2.3: seconds, or a date. Date.parse takes "-5" for a date.
function ofHeader(text: string | null, now: number | null): number | null {
	if (text === null) return null;
	const seconds = numberOf(text);
	if (seconds !== null) return seconds;
	const date = /[a-z]/i.test(text) ? Date.parse(text) : NaN;
	return now === null || Number.isNaN(date) ? null : Math.max(0, (date - now) / 1000);
}

// OpenRouter repeats a header of its own limit in the body: milliseconds since the epoch.
function ofReset(value: unknown, now: number | null): number | null {
	const at = numberOf(value);
	return at === null || now === null || at < now ? null : (at - now) / 1000;
}

function ofSentence(message: string): number | null {
	const found = inWords.exec(message);
	if (found === null) return null;
	const [, hours, minutes, amount, unit = ""] = found;
	if (hours === undefined && minutes === undefined && amount === undefined) return null;
	return (
		Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(amount ?? 0) / (unit.startsWith("m") ? 1000 : 1)
	);
}

function numberOf(value: unknown): number | null {
	const number = typeof value === "string" && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value;
	return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : null;
}

function bounded(seconds: number | null): number | null {
	return seconds === null ? null : Math.min(longestWait, Math.ceil(seconds));
}

/** What stands at a path of a parsed body; undefined when nothing does. */
export function valueIn(value: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>(
		(at, key) => (typeof at === "object" && at !== null ? (at as Record<string, unknown>)[key] : undefined),
		value,
	);
}
