import { wordsOf } from "../text/tokens";
import { closedWords } from "./agreement/closed-words";
import { inflectionOf } from "./agreement/inflection";
import type { Original } from "./candidate";
import { rulesFor } from "./classify";

/** With less than this share of the words that were not asked about, a text is no version of the sentence. */
const leastKept = 0.34;

/** Of so few words each counts: the small ones that go with what was picked are no loss then. */
const fewWords = 4;

/** How much of what was not asked about is still there, in whatever form: 0 to 1. */
export function keptShare({ sentence, selection, language }: Original, text: string): number {
	const before = wordsOf(sentence.slice(0, selection.from));
	// A light verb before the selection goes with it: tiene miedo, teme.
	const light = before[before.length - 1]?.toLowerCase() ?? "";
	const isGone = closedWords(language)?.light(light) === true && !wordsOf(text.toLowerCase()).includes(light);
	const outside = before.slice(0, before.length - (isGone ? 1 : 0)).concat(wordsOf(sentence.slice(selection.to)));
	const asked = outside.length === 0 ? wordsOf(sentence) : outside;
	if (asked.length === 0) return 1;
	const isShort = asked.length <= fewWords;
	const rules = rulesFor(language);
	const shapes = inflectionOf(language);
	const left = [...wordsOf(text)];
	const stems = left.map(stem);
	let governed = 0;
	const kept = asked.filter((word) => {
		const one = stem(word);
		const same = stems.indexOf(one);
		// Forms are looked up in sentences only: in a long passage beginnings tell enough.
		const at =
			same >= 0 || asked.length > 60
				? same
				: left.findIndex(
						(other) =>
							rules.agrees(word, other, isShort) || shapes.isOtherMood(word.toLowerCase(), other.toLowerCase()),
					);
		if (at < 0) {
			if (isShort && rules.isOptional(word, true)) governed++;
			return false;
		}
		left.splice(at, 1);
		stems.splice(at, 1);
		return true;
	}).length;
	if (outside.length > 0) return kept / Math.max(1, asked.length - governed);
	// All was asked about: a text of about that length may share no word with it.
	return Math.max(kept / asked.length, leastKept * Math.min(1, wordsOf(text).length / asked.length));
}

function stem(word: string): string {
	const plain = word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
	return plain.length <= 3 ? plain : plain.slice(0, Math.max(3, Math.ceil(plain.length * 0.6)));
}

/** Whether a text says something else than the sentence: too little is left of what was not asked about. */
export function isUnrelated(original: Original, text: string): boolean {
	return keptShare(original, text) < leastKept && !isReplaced(original, text);
}

// Of two or three words that were not asked about, all may have been replaced in a sentence that is still the same one.
function isReplaced(original: Original, text: string): boolean {
	const { sentence, selection } = original;
	const others = wordsOf(sentence.slice(0, selection.from)).length + wordsOf(sentence.slice(selection.to)).length;
	return (
		others <= 3 &&
		wordsOf(text).length + 1 >= wordsOf(sentence).length &&
		keptShare({ ...original, selection: { from: 0, to: 0 } }, text) >= leastKept
	);
}
