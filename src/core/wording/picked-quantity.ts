import type { Closed } from "./agreement/closed";
import type { Pair } from "./align";
import { plainWord, type NounGroup } from "./noun-groups";

/** Of what words that say how many are, as indices of pairs; -1 where nothing of the kind was picked. */
interface PickedQuantity {
	/** The small word that ties a noun to them and changed: beaucoup de, la plupart des. */
	readonly of: number;
	/** That noun, where a picked determiner stands before it now: aucun lecteur for beaucoup de lecteurs. */
	readonly noun: number;
}

/** What is known of a choice when its quantity is read. */
interface Read {
	readonly pairs: readonly Pair[];
	readonly picked: readonly boolean[];
	readonly closed: Closed;
	/** The noun groups that have a selected word. */
	readonly own: readonly NounGroup[];
	/** Indices of the pairs of the selected words. */
	readonly asked: readonly number[];
}

/** What the picked words are a quantity of: beside them the small word that goes when another quantity comes. */
export function pickedQuantity({ pairs, picked, closed, own, asked }: Read): PickedQuantity {
	const none = { of: -1, noun: -1 };
	const wordOf = (index: number, side: "a" | "b"): string => plainWord(pairs[index]?.[side]?.text ?? "");
	const next = (from: number): number => pairs.findIndex(({ a }, at) => at > from && a !== null);
	const last = asked[asked.length - 1] ?? -1;
	// The small word may be asked about with the quantity.
	const of = closed.of.has(wordOf(last, "a")) ? last : next(last);
	const [group] = own;
	const isWhole = group === undefined || (asked.includes(group.determiner) && !group.words.includes(of));
	if (own.length > 1 || !isWhole || !closed.of.has(wordOf(of, "a")) || pairs[of]?.same === true) return none;
	const noun = next(of);
	if (pairs[noun]?.a?.kind !== "word" || closed.transparent.has(wordOf(noun, "a"))) return { of, noun: -1 };
	let before = noun - 1;
	while (before > 0 && pairs[before]?.b === null) before--;
	const word = wordOf(before, "b");
	// évoqué les projets: of a quantity nothing is left then.
	const isNone = pairs.every(
		({ b }, at) => picked[at] !== true || b === null || isOfQuantity(plainWord(b.text), closed),
	);
	const isPicked = picked[before] === true || (before === of && isNone && !closed.prepositions.has(word));
	return { of, noun: isPicked && closed.determiners.has(word) ? noun : -1 };
}

/** Whether a word may stand before a noun to say how many: presque tous les. */
function isOfQuantity(word: string, closed: Closed): boolean {
	return [closed.determiners, closed.adverbs, closed.negative].some((small) => small.has(word));
}
