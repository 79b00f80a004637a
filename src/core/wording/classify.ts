import { lazy } from "../cache/lazy";
import type { Range } from "../text/text";
import { german } from "./agreement/de";
import { english } from "./agreement/en";
import { spanish } from "./agreement/es";
import { french } from "./agreement/fr";
import { anyLanguage, rulesOf, type Rules } from "./agreement/kinship";
import { align, type Likeness, type Pair } from "./align";

/** What a changed word is to the choice: part of it, forced by it, or neither. */
export type Role = "picked" | "agreeing" | "recast";

/** Words as they were and as they became, with their role; "" where there was or is nothing. */
export interface RolePair {
	readonly before: string;
	readonly after: string;
	readonly role: Role;
	/** Place in the original; an insertion has its length 0. */
	readonly at: Range;
}

const germanRules = lazy(() => rulesOf(german(), [["zwischen", "und", "von", "bis"]]));
const spanishRules = lazy(() => rulesOf(spanish(), [["entre", "y", "de", "a"]]));
const anyRules = rulesOf(anyLanguage);

/** How languages inflect. A language without rules of its own is judged by common beginnings. */
export function rulesFor(language: string | null): Rules {
	switch (language) {
		case "fr":
			return french();
		case "en":
			return english();
		case "de":
			return germanRules();
		case "es":
			return spanishRules();
		default:
			return anyRules;
	}
}

/**
 * The role of every word that differs between a sentence and a candidate. Picked is what stands in the selection's
 * place. Elsewhere a change agrees when it is another form of the same word (gender, number, case, person, a mood that
 * is asked for), another word of the same small class (articles, possessives, pronouns), or a small word that a changed
 * neighbour governs. All else is recast: other content words, other tenses, words added, dropped or moved without need.
 */
export function rolesOf(
	sentence: string,
	selection: Range,
	candidate: string,
	language: string | null,
): readonly RolePair[] {
	const rules = rulesFor(language);
	const likeness = (a: string, b: string): Likeness =>
		rules.agrees(a, b, true) || rules.carries(a, b)
			? "related"
			: rules.isOptional(a, true) === rules.isOptional(b, true)
				? "alike"
				: "unlike";
	const pairs = align(sentence, candidate, likeness, selection);
	const picked = pairs.map((_pair, index) => isPicked(pairs, index, selection, rules));
	const carried = pairs.some(
		(pair, index) =>
			picked[index] === true && [pair.a, pair.b].some((token) => token !== null && rules.isCarrier(token.text)),
	);
	const pickedWords = pairs.flatMap((pair, index) => (picked[index] && pair.b !== null ? [pair.b.text] : []));
	return pairs.flatMap((pair, index): RolePair[] => {
		if (pair.same) return [];
		const before = pair.a?.text ?? "";
		const after = pair.b?.text ?? "";
		const at = pair.a ?? pointAfter(pairs, index);
		const role: Role = picked[index]
			? "picked"
			: agrees(pairs, picked, index, selection, rules, pickedWords, carried)
				? "agreeing"
				: "recast";
		return [{ before, after, role, at: { from: at.from, to: at.to } }];
	});
}

function isPicked(pairs: readonly Pair[], index: number, selection: Range, rules: Rules): boolean {
	const pair = pairs[index];
	if (pair === undefined || pair.same) return false;
	if (pair.a !== null) return within(pair, selection);
	if (pair.b !== null && isGoverned(pairs, index, pair.b.text, selection, rules)) return false;
	// What is added beside the selection, with nothing unchanged in between, is part of what took its place.
	for (let at = index - 1; at >= 0 && !(pairs[at]?.same ?? true); at--) if (within(pairs[at], selection)) return true;
	for (let at = index + 1; at < pairs.length && !(pairs[at]?.same ?? true); at++)
		if (within(pairs[at], selection)) return true;
	return within(pairs[index - 1], selection) || within(pairs[index + 1], selection);
}

function within(pair: Pair | undefined, selection: Range): boolean {
	return pair?.a != null && pair.a.from < selection.to && pair.a.to > selection.from;
}

// A small word that was added because of the picked ones, not as one of them: du piano, de la flûte; enjoy writing,
// want to write; start, connect to.
function isGoverned(pairs: readonly Pair[], index: number, word: string, selection: Range, rules: Rules): boolean {
	const before = pairs[index - 1];
	const after = pairs[index + 1];
	if (rules.isOptional(word, false)) return !within(before, selection) && !within(after, selection);
	if (!rules.isOptional(word, true)) return false;
	const outside = (pair: Pair | undefined): boolean => pair?.a != null && !within(pair, selection);
	if (outside(before) && before?.same === false && before.b !== null && rules.isOptional(before.b.text, true))
		return true;
	return rules.isPreposition(word) && (after === undefined || outside(after)) && !outside(before);
}

function agrees(
	pairs: readonly Pair[],
	picked: readonly boolean[],
	index: number,
	selection: Range,
	rules: Rules,
	pickedWords: readonly string[],
	carried: boolean,
): boolean {
	const pair = pairs[index];
	if (pair === undefined) return false;
	const before = pair.a?.text ?? "";
	const after = pair.b?.text ?? "";
	// Marks belong to the sentence's structure.
	if (pair.a?.kind === "mark" || pair.b?.kind === "mark") return isJoining(before) && isJoining(after);
	const beside = touchesSelection(pairs, picked, index, selection, rules);
	if (before !== "" && after !== "" && beside && carried && rules.carries(before, after)) return true;
	if (before === "" || after === "") return rules.isOptional(before + after, beside);
	return (rules.agrees(before, after, beside) || rules.isPaired(before, after, pickedWords)) && sameCase(pairs, index);
}

// Next to picked words or to what stays of the selection, be it with marks or with other small words that changed in
// between.
function touchesSelection(
	pairs: readonly Pair[],
	picked: readonly boolean[],
	index: number,
	selection: Range,
	rules: Rules,
): boolean {
	const asked = (at: number): boolean => picked[at] === true || within(pairs[at], selection);
	const isBetween = (pair: Pair | undefined): boolean =>
		pair !== undefined &&
		((pair.a ?? pair.b)?.kind === "mark" ||
			(!pair.same && [pair.a, pair.b].every((token) => token === null || rules.isOptional(token.text, true))));
	for (const step of [-1, 1]) {
		let at = index + step;
		while (!asked(at) && isBetween(pairs[at])) at += step;
		if (asked(at)) return true;
	}
	return false;
}

// A hyphen or apostrophe that came or went with a word's form.
function isJoining(mark: string): boolean {
	return mark === "" || /^['’-]$/.test(mark);
}

// A word that turned from capital to small, or back, has been moved: unless the word before it changed too.
function sameCase(pairs: readonly Pair[], index: number): boolean {
	const pair = pairs[index];
	const capital = (text: string | undefined): boolean => /^\p{Lu}/u.test(text ?? "");
	if (capital(pair?.a?.text) === capital(pair?.b?.text)) return true;
	const neighbour = pairs[index - 1] ?? pairs[index + 1];
	return (
		neighbour !== undefined &&
		!neighbour.same &&
		(neighbour.a === null || neighbour.b === null || capital(neighbour.a.text) !== capital(neighbour.b.text))
	);
}

function pointAfter(pairs: readonly Pair[], index: number): Range {
	for (let at = index - 1; at >= 0; at--) {
		const to = pairs[at]?.a?.to;
		if (to !== undefined) return { from: to, to };
	}
	return { from: 0, to: 0 };
}
