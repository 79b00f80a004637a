import type * as obsidian from "obsidian";

/** Obsidian's `prepareFuzzySearch`: all letters of the query in order; word starts and runs score higher. */
export function prepareFuzzySearch(query: string): (text: string) => obsidian.SearchResult | null {
	const wanted = [...query.toLowerCase()].filter((character) => character.trim() !== "");
	return (text) => {
		const lower = text.toLowerCase();
		const whole = query === "" ? -1 : lower.indexOf(query.toLowerCase());
		if (whole >= 0) return { score: 1 - whole / 1000, matches: [[whole, whole + query.length]] };
		const matches: obsidian.SearchMatches = [];
		let score = 0;
		let at = 0;
		for (const character of wanted) {
			const found = lower.indexOf(character, at);
			if (found < 0) return null;
			const last = matches[matches.length - 1];
			if (last !== undefined && last[1] === found) last[1] = found + character.length;
			else matches.push([found, found + character.length]);
			score -= (found - at) / 100;
			at = found + character.length;
		}
		return { score, matches };
	};
}

/** Obsidian's `prepareSimpleSearch`: every word of the query, anywhere. */
export function prepareSimpleSearch(query: string): (text: string) => obsidian.SearchResult | null {
	const words = query
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => word !== "");
	return (text) => {
		const lower = text.toLowerCase();
		const matches: obsidian.SearchMatches = [];
		for (const word of words) {
			const at = lower.indexOf(word);
			if (at < 0) return null;
			matches.push([at, at + word.length]);
		}
		return { score: -lower.length / 1000, matches: matches.sort((a, b) => a[0] - b[0]) };
	};
}

/** Obsidian's `sortSearchResults`: best first. */
export function sortSearchResults(results: obsidian.SearchResultContainer[]): void {
	results.sort((a, b) => b.match.score - a.match.score);
}

/** Obsidian's `renderMatches`: the text with its matches marked. */
export function renderMatches(
	el: HTMLElement | DocumentFragment,
	text: string,
	matches: obsidian.SearchMatches | null,
	offset = 0,
): void {
	let at = 0;
	for (const [from, to] of matches ?? []) {
		const [start, end] = [Math.max(0, from + offset), to + offset];
		if (end <= at) continue;
		el.appendText(text.slice(at, start));
		el.createSpan({ cls: "suggestion-highlight", text: text.slice(start, end) });
		at = end;
	}
	el.appendText(text.slice(at));
}

/** Obsidian's `renderResults`. */
export function renderResults(el: HTMLElement, text: string, result: obsidian.SearchResult, offset?: number): void {
	renderMatches(el, text, result.matches, offset);
}
