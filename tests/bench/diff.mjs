// Differences between two texts, word by word: the plugin's diffWords against jsdiff's diffWordsWithSpace.
import { withPage } from "./page.mjs";
import { row, time } from "./table.mjs";
import { prose, random, word } from "./text.mjs";

const words = 500;

/** `text` with this share of its words replaced, left out or doubled by another. */
function changed(next, text, share, language) {
	return text
		.split(" ")
		.flatMap((one) => {
			if (next() >= share) return [one];
			const how = next();
			return how < 0.7 ? [word(next, language)] : how < 0.85 ? [] : [one, word(next, language)];
		})
		.join(" ");
}

function pairs(language, share) {
	const next = random(3);
	return Array.from({ length: 5 }, () => {
		const text = prose(next, words, language);
		return [text, changed(next, text, share, language)];
	});
}

const source = `
	export { diffWords } from "./src/core/wording/diff";
	export { diffWordsWithSpace } from "diff";
	export { sideBySide } from "./tests/bench/measure.mjs";
`;

export async function run() {
	const next = random(5);
	const kinds = {
		"2 % changed, en": pairs("en", 0.02),
		"15 % changed, en": pairs("en", 0.15),
		"15 % changed, fr": pairs("fr", 0.15),
		"80 % changed, en": pairs("en", 0.8),
		"other text, en": Array.from({ length: 5 }, () => [prose(next, words), prose(next, words)]),
		"other language": Array.from({ length: 5 }, () => [prose(next, words), prose(next, words, "fr")]),
	};
	// In a page: Node's engine is older than the one the plugin runs in.
	return withPage(source, async (page) => {
		const rows = [];
		for (const [kind, texts] of Object.entries(kinds)) {
			const { ours, theirs, ratio } = await page.evaluate(inPage, texts);
			rows.push(row(`diff, ${words} words, ${kind}, against jsdiff`, time(ours), time(theirs), ratio, 0.4));
		}
		return rows;
	});
}

async function inPage(texts) {
	const { diffWords, diffWordsWithSpace, sideBySide } = globalThis.bench;
	for (const [a, b] of texts) {
		let built = "";
		let at = 0;
		for (const { fromA, toA, fromB, toB } of diffWords(a, b)) {
			built += a.slice(at, fromA) + b.slice(fromB, toB);
			at = toA;
		}
		// A fast diff that is wrong proves nothing.
		if (built + a.slice(at) !== b) throw new Error("The differences do not lead from one text to the other.");
	}
	const all = (diff) => () => {
		for (const [a, b] of texts) diff(a, b);
	};
	const { times, ratio } = await sideBySide({ ours: all(diffWords), theirs: all(diffWordsWithSpace) });
	return { ours: times.ours / texts.length, theirs: times.theirs / texts.length, ratio: ratio("ours", "theirs") };
}
