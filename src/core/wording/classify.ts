import { lazy } from "../cache/lazy";
import type { Range } from "../text/text";
import { german } from "./agreement/de";
import { english } from "./agreement/en";
import { spanish } from "./agreement/es";
import { french } from "./agreement/fr";
import { inflectionOf } from "./agreement/inflection";
import { italian } from "./agreement/it";
import { anyLanguage, rulesOf, type Rules } from "./agreement/kinship";
import { closedWords } from "./agreement/closed-words";
import { portuguese } from "./agreement/pt";
import { align, type Likeness, type Pair } from "./align";
import { Choice } from "./choice";
import { Constructions } from "./constructions";
import { Control } from "./control";
import { plainWord } from "./noun-groups";
import { VerbForms } from "./verb-forms";

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

/** The words of two sentences beside one another, and what each change is; null for those that stay. */
export interface Alignment {
	readonly pairs: readonly Pair[];
	readonly roles: readonly (Role | null)[];
}

const germanRules = lazy(() => rulesOf(german(), [["zwischen", "und", "von", "bis"]]));
const spanishRules = lazy(() => rulesOf(spanish(), [["entre", "y", "de", "a"]]));
const italianRules = lazy(() => rulesOf(italian(), [["tra", "e", "da", "a"]]));
const portugueseRules = lazy(() => rulesOf(portuguese(), [["entre", "e", "de", "a"]]));
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
		case "it":
			return italianRules();
		case "pt":
			return portugueseRules();
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
export function alignmentOf(sentence: string, selection: Range, candidate: string, language: string | null): Alignment {
	const rules = rulesFor(language);
	const likeness = (a: string, b: string): Likeness =>
		rules.agrees(a, b, true) || rules.carries(a, b)
			? "related"
			: rules.isOptional(a, false) !== rules.isOptional(b, false)
				? "apart"
				: rules.isOptional(a, true) === rules.isOptional(b, true)
					? "alike"
					: "unlike";
	const pairs = align(sentence, candidate, likeness, selection);
	const picked = pairs.map((_pair, index) => isPicked(pairs, index, selection, rules));
	const carried = pairs.some(
		(pair, index) =>
			picked[index] === true && [pair.a, pair.b].some((token) => token !== null && rules.isCarrier(token.text)),
	);
	const closed = closedWords(language);
	const choice = closed === null ? null : new Choice(pairs, picked, selection, closed, inflectionOf(language));
	const control = choice === null ? null : new Control(choice);
	const government = choice === null ? null : new Constructions(choice);
	const pickedWords = pairs.flatMap((pair, index) => (picked[index] && pair.b !== null ? [pair.b.text] : []));
	const verbForms = choice === null ? null : new VerbForms(choice);
	const reading = { pairs, picked, selection, rules, control, government, verbForms, pickedWords, carried };
	// Where the words asked about stayed as they were nothing has a reason in them, unless their article took another
	// gender or number: la capitaine.
	const isChosen = picked.includes(true) || choice?.gender === "yes" || choice?.number === "yes";
	const roles = pairs.map(({ same }, index): Role | null =>
		same ? null : picked[index] === true ? "picked" : isChosen && agrees(reading, index) ? "agreeing" : "recast",
	);
	return { pairs, roles };
}

/** Each word that differs, with its role. */
export function rolePairs({ pairs, roles }: Alignment): readonly RolePair[] {
	return pairs.flatMap((pair, index): RolePair[] => {
		const role = roles[index] ?? null;
		if (role === null) return [];
		const at = pair.a ?? pointAfter(pairs, index);
		return [{ before: pair.a?.text ?? "", after: pair.b?.text ?? "", role, at: { from: at.from, to: at.to } }];
	});
}

function isPicked(pairs: readonly Pair[], index: number, selection: Range, rules: Rules): boolean {
	const pair = pairs[index];
	if (pair === undefined || pair.same) return false;
	if (pair.a !== null) return within(pair, selection);
	const run = insertedAround(pairs, index);
	const isAlone = run.to - run.from === 1;
	if (pair.b !== null && isAlone && isGoverned(pairs, index, pair.b.text, selection, rules)) return false;
	// What is added beside the selection, or beside what stays of it, is part of what took its place.
	// Personne n’est, tout le monde est: what a negation took along with it stands between.
	let before = run.from - 1;
	while (isGone(pairs[before], rules)) before--;
	if (within(pairs[before], selection) || within(pairs[run.to], selection)) return true;
	return isMoved(pairs, run, selection);
}

/** Whether a word that comes and goes anywhere went. */
function isGone(pair: Pair | undefined, rules: Rules): boolean {
	return pair?.a != null && pair.b === null && rules.isOptional(pair.a.text, false);
}

/** The words added at one place. */
function insertedAround(pairs: readonly Pair[], index: number): Range {
	let [from, to] = [index, index + 1];
	while (pairs[from - 1]?.a === null) from--;
	while (pairs[to]?.a === null) to++;
	return { from, to };
}

// Taken away here, added on the other side of the noun: bel appartement, appartement lumineux.
function isMoved(pairs: readonly Pair[], run: Range, selection: Range): boolean {
	const asked = pairs.filter((pair) => within(pair, selection));
	if (asked.length === 0 || asked.some(({ b }) => b !== null)) return false;
	// All that was added stands in one place: longuement regardé, regardé avec attention.
	if (pairs.every(({ a }, at) => a !== null || (at >= run.from && at < run.to))) return true;
	for (const step of [-1, 1]) {
		let at = step < 0 ? run.from - 1 : run.to;
		for (let words = 0; words < maxBetween && pairs[at]?.a?.kind === "word" && !within(pairs[at], selection); words++)
			at += step;
		if (within(pairs[at], selection)) return true;
	}
	return false;
}

/** Words between a place in a noun's group and another. */
const maxBetween = 2;

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

interface Reading {
	readonly pairs: readonly Pair[];
	readonly picked: readonly boolean[];
	readonly selection: Range;
	readonly rules: Rules;
	/** What agrees with the picked words; null in a language whose small words are not known. */
	readonly control: Control | null;
	/** What the picked words govern; null in such a language too. */
	readonly government: Constructions | null;
	/** The forms that they call for in the verb after them; null in such a language too. */
	readonly verbForms: VerbForms | null;
	readonly pickedWords: readonly string[];
	/** Whether a word that carries a verb's tense was picked or replaced. */
	readonly carried: boolean;
}

function agrees(reading: Reading, index: number): boolean {
	const { pairs, rules, control, government, verbForms, pickedWords, carried } = reading;
	const pair = pairs[index];
	if (pair === undefined) return false;
	const before = pair.a?.text ?? "";
	const after = pair.b?.text ?? "";
	// Marks belong to the sentence's structure.
	if (pair.a?.kind === "mark" || pair.b?.kind === "mark") return isJoining(before) && isJoining(after);
	if (control !== null && (control.groups.isPredicateArticle(index) || control.groups.isCounted(index))) return true;
	if (government?.isParticle(index) === true || government?.isAbsorbed(index) === true) return true;
	if (government?.isShifted(index) === true || government?.isPickedParticiple(index) === true) return true;
	if (government?.isCleft(index) === true || government?.isRelative(index) === true) return true;
	if (government?.isRepeated(index) === true) return true;
	if (government?.isOfNegation(index) === true || government?.isComparison(index) === true) return true;
	if (verbForms?.isCalledFor(index) === true) return true;
	if (government?.isOtherRelation(index) === true) return false;
	const beside = touchesSelection(reading, index);
	if (beside && control?.persons.isTakenUp(index) === true) return true;
	if (control?.groups.isReplacedArticle(index) === true) return false;
	if (before === "" || after === "") return rules.isOptional(before + after, beside);
	if (beside && carried && rules.carries(before, after)) return true;
	// Ihren, of whom Sie is said to.
	if (control?.persons.isOfPerson(index) === true) return true;
	if (beside && control?.persons.isOtherCase(plainWord(before), plainWord(after)) === true) return true;
	if (!sameCase(pairs, index)) return false;
	if (government !== null && (government.isOfMood(index) || government.isPlaceOfPicked(index))) return true;
	if (rules.isPaired(before, after, pickedWords) || (beside && government?.isGoverned(index) === true)) return true;
	if (rules.agrees(before, after, false)) return control?.isFree(index) !== true;
	return rules.agrees(before, after, beside && control?.groups.isAfterLostArticle(index) !== true);
}

// Next to picked words or to what stays of the selection, be it with marks, with small words that changed too, or with
// auxiliaries and objects in between: lui ai parlé; let him go.
function touchesSelection({ pairs, picked, selection, rules, government }: Reading, index: number): boolean {
	const asked = (at: number): boolean => picked[at] === true || within(pairs[at], selection);
	const isBetween = (at: number): boolean => {
		const pair = pairs[at];
		if (pair === undefined) return false;
		if ((pair.a ?? pair.b)?.kind === "mark") return true;
		if (government?.isTransparent(at) === true || (!pair.same && government?.isParticle(at) === true)) return true;
		return !pair.same && [pair.a, pair.b].every((token) => token === null || rules.isOptional(token.text, true));
	};
	for (const step of [-1, 1]) {
		let at = index + step;
		while (!asked(at) && isBetween(at)) at += step;
		if (asked(at)) return true;
		if (step === -1 && government?.isObjectOfAsked(at, index) === true) return true;
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
	// Emphasis around the word moved with it.
	let at = index - 1;
	while (pairs[at]?.same === true && /^[*_=~]+$/.test(pairs[at]?.a?.text ?? "")) at--;
	const neighbour = pairs[at] ?? pairs[index + 1];
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
