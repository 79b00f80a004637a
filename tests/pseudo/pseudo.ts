import type { InterfaceStrings } from "../../src/core/i18n/en";

/**
 * A language nobody speaks, made of the English strings: accented, a third longer, between brackets. What is English
 * on the screen was not translated; where a bracket is missing something was cut. `hebrew` is the same in letters that
 * run from right to left.
 */
export type PseudoScript = "latin" | "hebrew";

const latin: Readonly<Record<string, string>> = Object.fromEntries(
	[..."abcdefghijklmnopqrstuvwxyz"].map((letter, at) => [letter, [..."áƀçđéƒǧħíĵķłṁñóṗɋřšťúṽŵẋýž"][at] ?? letter]),
);
const hebrew: Readonly<Record<string, string>> = Object.fromEntries(
	[..."abcdefghijklmnopqrstuvwxyz"].map((letter, at) => [letter, [..."אבגדהוזחטיכלמנסעפצקרשתךםןף"][at] ?? letter]),
);

/** Signs around what a string is given: names and amounts stay as they are. */
const opens = "\ue000";
const closes = "\ue001";
const given = new RegExp(`${opens}[^${closes}]*${closes}`, "g");

/** Not told to the writer: tags, what a model is told, what is a record's or the journal's own. */
const untold = new Set(["locale", "languageName", "languages", "earlier"]);

/** A text of the interface in the pseudo-language. Empty ones stay empty. */
export function pseudoText(text: string, script: PseudoScript): string {
	const words = text.replace(given, "");
	if (!/[a-z]{2}/i.test(words)) return text.replace(/[\ue000\ue001]/g, "");
	const letters = script === "latin" ? latin : hebrew;
	const changed = text
		.split(new RegExp(`(${given.source})`))
		.map((part) =>
			part.startsWith(opens)
				? part.slice(1, -1)
				: part.replace(/[a-z]/gi, (letter) => {
						const other = letters[letter.toLowerCase()] ?? letter;
						return letter === letter.toLowerCase() ? other : other.toUpperCase();
					}),
		)
		.join("");
	const more = "ö".repeat(Math.max(1, Math.round(words.length / 3)));
	return `⟦${changed} ${(script === "latin" ? more : more.replace(/./g, "ו")).replace(/.{7}/g, "$& ").trim()}⟧`;
}

/** All strings of an interface in the pseudo-language. */
export function pseudo(strings: InterfaceStrings, script: PseudoScript): InterfaceStrings {
	return made(strings, script) as InterfaceStrings;
}

function made(value: unknown, script: PseudoScript): unknown {
	if (typeof value === "string") return pseudoText(value, script);
	if (Array.isArray(value)) return value.map((one) => made(one, script));
	if (typeof value === "function")
		return (...args: readonly unknown[]) => {
			const marked = args.map((arg) => (typeof arg === "string" && arg !== "" ? opens + arg + closes : arg));
			return made((value as (...all: readonly unknown[]) => unknown)(...marked), script);
		};
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [key, untold.has(key) ? one : made(one, script)]),
	);
}
