// From groups of forms to pairs of endings, each with the beginnings it holds for.

/** A form for comparison: composed, in small letters. */
export const plain = (word) => word.normalize("NFC").toLowerCase();

/** The same in Spanish, whose stems break into diphthongs: tiene, tenemos; puede, podemos. */
export const spanish = (word) =>
	plain(word)
		.replace(/ie/g, "e")
		.replace(/([^gq])ue/g, "$1o");

/** The same in German, whose dictionary spells as before 1996: vergißt, vergisst. */
export const german = (word) => plain(word).replace(/ß/g, "ss");

/** Without accents: they come and go in a word's beginning. */
export const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");

/** The accent of a word's last letter tells persons apart: parlò, parlo. */
const open = (word) => bare(word.slice(0, -1)) + word.slice(-1);

/** The beginning that two forms share but for accents, and how each ends. */
export function parted(a, b) {
	const [one, other] = [open(a), open(b)];
	let at = 0;
	while (at < one.length && at < other.length && one[at] === other[at]) at++;
	return [bare(one.slice(0, at)), a.slice(at), b.slice(at)];
}

const keyOf = (a, b) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * The pairs of endings by which forms of one group differ, each with the ends of the beginnings it holds for.
 * @param groups forms that are related
 * @param options.least words that show a pair; a rarer one is left out, unless a word of `must` has it
 * @param options.purity how many words that are not related a pair may join, for each that is
 * @param options.strict pairs that may join fewer
 * @param options.alike groups that are neither related nor unrelated: moods of one time
 * @param options.spell how a word is written for comparison
 */
export function learn(groups, { least, purity, must = new Set(), alike = [], spell = plain, strict = [] }) {
	const known = new Set(groups.flatMap(({ forms }) => forms.map(spell)));
	const pairs = new Map();
	const related = new Map();
	for (const { word, forms } of groups) {
		const list = [...new Set(forms.map(spell))];
		for (const a of list) {
			for (const b of list) {
				if (a >= b) continue;
				if (!related.has(a)) related.set(a, new Set());
				related.get(a).add(b);
				const [stem, endA, endB] = parted(a, b);
				const key = keyOf(endA, endB);
				if (!pairs.has(key)) pairs.set(key, new Map());
				const stems = pairs.get(key);
				stems.set(stem, (stems.get(stem) ?? false) || must.has(word));
			}
		}
	}
	// Neither for a rule nor against it: moods of one time.
	for (const { forms } of alike) {
		const list = [...new Set(forms.map(spell))];
		for (const a of list) for (const b of list) if (a < b) related.set(a, (related.get(a) ?? new Set()).add(b));
	}
	const byEnding = new Map();
	const endings = new Set([...pairs.keys()].flatMap((key) => key.split(" ")));
	for (const form of known) {
		for (let at = 0; at <= form.length; at++) {
			const end = form.slice(at);
			if (!endings.has(end)) continue;
			if (!byEnding.has(end)) byEnding.set(end, new Set());
			byEnding.get(end).add(bare(form.slice(0, at)));
		}
	}
	const rules = [];
	for (const [key, stems] of pairs) {
		if (stems.size < least && ![...stems.values()].includes(true)) continue;
		const [endA, endB] = key.split(" ");
		const [few, many] = [byEnding.get(endA) ?? new Set(), byEnding.get(endB) ?? new Set()];
		const others = [];
		for (const stem of few.size < many.size ? few : many) {
			if (!few.has(stem) || !many.has(stem) || stems.has(stem)) continue;
			const [a, b] = [stem + endA, stem + endB];
			if (!(related.get(a < b ? a : b)?.has(a < b ? b : a) ?? false)) others.push(stem);
		}
		rules.push({
			key,
			contexts: contextsOf([...stems.keys()], others, strict.includes(key) ? purity / 12 : purity),
			count: stems.size,
		});
	}
	return rules;
}

function contextsOf(stems, others, purity, context = "") {
	if (stems.length === 0) return [];
	if (others.length <= purity * stems.length) {
		// Of a rare change little is known: it holds for what ends as those it was seen in.
		if (stems.length <= 3 && context.replace("^", "").length < 2) return shorter(stems, context);
		return [context];
	}
	if (context.startsWith("^")) return [context];
	const parts = new Map();
	const put = (list, index) => {
		for (const stem of list) {
			const at = stem.length - context.length - 1;
			const next = at < 0 ? "^" : stem[at];
			if (!parts.has(next)) parts.set(next, [[], []]);
			parts.get(next)[index].push(stem);
		}
	};
	put(stems, 0);
	put(others, 1);
	return [...parts].flatMap(([next, [one, other]]) => contextsOf(one, other, purity, next + context));
}

const shorter = (stems, context) => [
	...new Set(
		stems.map((stem) =>
			stem.length <= Math.max(2, context.length) ? `^${stem}` : stem.slice(-Math.max(2, context.length)),
		),
	),
];

/**
 * The same as text, a line for all endings that hold after the same beginnings: endings of which any may stand for any
 * other, `-` for none, other such sets behind commas; then, behind a colon, how the beginnings end, `^` for the word's
 * own beginning; nothing where any will do.
 */
export function written(rules) {
	const byContexts = new Map();
	for (const { key, contexts } of rules) {
		const where = contexts.includes("") ? "" : [...contexts].sort().join(" ");
		byContexts.set(where, [...(byContexts.get(where) ?? []), key.split(" ")]);
	}
	const lines = [];
	for (const [where, edges] of byContexts) {
		const sets = [];
		const joined = new Map();
		for (const [a, b] of edges) {
			joined.set(a, (joined.get(a) ?? new Set()).add(b));
			joined.set(b, (joined.get(b) ?? new Set()).add(a));
		}
		const left = new Set(edges.map(([a, b]) => `${a} ${b}`));
		const take = (a, b) => left.delete(`${a} ${b}`) || left.delete(`${b} ${a}`);
		while (left.size > 0) {
			const [a, b] = [...left][0].split(" ");
			const clique = [a, b];
			for (const c of joined.get(a))
				if (!clique.includes(c) && clique.every((one) => joined.get(one)?.has(c))) clique.push(c);
			for (const one of clique) for (const other of clique) take(one, other);
			sets.push(clique.map((ending) => ending || "-").join(" "));
		}
		lines.push([sets.join(","), where].filter((part) => part !== "").join(":"));
	}
	return lines;
}
