import { letterOrFigure } from "../text/letters";
import type { Range } from "../text/text";
import { inlineSpans } from "./inline";

/**
 * Abbreviations after which a sentence goes on, without their last stop, in lower case: French, English, German,
 * Spanish.
 */
const abbreviations = new Set([
	"m",
	"mm",
	"mme",
	"mmes",
	"mlle",
	"mgr",
	"me",
	"dr",
	"drs",
	"pr",
	"prof",
	"st",
	"ste",
	"cf",
	"p",
	"pp",
	"n",
	"no",
	"nos",
	"v",
	"vol",
	"chap",
	"art",
	"fig",
	"éd",
	"ed",
	"eds",
	"trad",
	"env",
	"av",
	"apr",
	"ex",
	"p. ex",
	"c.-à-d",
	"id",
	"ibid",
	"op",
	"cit",
	"loc",
	"vs",
	"tél",
	"bd",
	"ap",
	"mr",
	"mrs",
	"ms",
	"rev",
	"gen",
	"sen",
	"gov",
	"capt",
	"lt",
	"col",
	"sgt",
	"mt",
	"jr",
	"sr",
	"e.g",
	"i.e",
	"viz",
	"approx",
	"dept",
	"est",
	"inc",
	"ltd",
	"co",
	"corp",
	"jan",
	"feb",
	"mar",
	"apr",
	"jun",
	"jul",
	"aug",
	"sept",
	"sep",
	"oct",
	"nov",
	"dec",
	"sec",
	"eq",
	"ca",
	"ch",
	"sect",
	"tab",
	"z.b",
	"d.h",
	"u.a",
	"bzw",
	"usw",
	"hr",
	"fr",
	"nr",
	"str",
	"abb",
	"bd",
	"s",
	"vgl",
	"ggf",
	"evtl",
	"o.ä",
	"z. b",
	"d. h",
	"u. a",
	"geb",
	"gest",
	"jh",
	"jhd",
	"inkl",
	"zzgl",
	"tel",
	"sog",
	"kap",
	"mio",
	"mrd",
	"tsd",
	"sr",
	"sra",
	"srta",
	"ud",
	"uds",
	"d",
	"dña",
	"dª",
	"pág",
	"págs",
	"núm",
	"p. ej",
	"ej",
	"av",
	"avda",
	"ee. uu",
	"ee.uu",
	"aprox",
	"cap",
	"lic",
	"ing",
]);

/** Those that may as well end a sentence: only a small letter or a figure after them says that it goes on. */
const mayEnd = new Set([
	"etc",
	"usw",
	"al",
	"jr",
	"inc",
	"ltd",
	"co",
	"corp",
	"ee. uu",
	"ee.uu",
	"p.m",
	"a.m",
	"d.c",
	"a.c",
	"j.-c",
	"jhd",
	"jh",
	"str",
	"janv",
	"févr",
	"avr",
	"juil",
	"déc",
	"ene",
	"abr",
	"ago",
	"dic",
]);

/** Units of measure that are short for something else too: after a figure they end a sentence as words do. */
const units = new Set(["m", "mm", "s", "g", "l", "h", "v", "n"]);

const closers = /[)\]»"”’'*_=~›}]/;
const openers = /[(["“«‘‹¿¡*_=~—–-]/;

/**
 * The sentences of one block's text, without the spaces between them. Segmentation is Unicode's (UAX 29, by
 * `Intl.Segmenter`) over a text in which Markdown is masked by letters of equal length; its known errors are then
 * mended: abbreviations, initials, page numbers, quotations followed by *dit-il* or *she said*, hard-wrapped lines, and
 * marks, quotes and footnote references after a stop, which belong to the sentence before.
 */
export function sentencesIn(text: string, locale?: string): readonly Range[] {
	const spans = inlineSpans(text);
	const masked = mask(text, spans);
	const sentences: Range[] = [];
	let start = firstWord(text, 0);
	for (const boundary of boundaries(masked, locale)) {
		if (boundary <= start) continue;
		const end = endBefore(text, boundary, start, spans);
		const next = firstWord(text, end);
		if (next >= text.length) break;
		if (end <= start || !ends(text, masked, start, end, next)) continue;
		sentences.push({ from: start, to: end });
		start = next;
	}
	const end = text.trimEnd().length;
	if (end > start) sentences.push({ from: start, to: end });
	return sentences;
}

function boundaries(masked: string, locale: string | undefined): readonly number[] {
	if (typeof Intl.Segmenter !== "function")
		return [...masked.matchAll(/[.!?…。！？]+["”»’)\]]*\s+|[。！？]+/gu)]
			.map((match) => match.index + match[0].length)
			.concat(masked.length);
	const found = Array.from(
		new Intl.Segmenter(locale, { granularity: "sentence" }).segment(masked),
		({ index, segment }) => index + segment.length,
	);
	// Where a stop is hidden behind closing marks the standard sees no end: look for those too.
	const hidden = [
		...masked.matchAll(
			/[.!?…]["”»’)\]*_=~ \u00a0\u202f]*[ \n](?=(?:-[ \u00a0\u202f]|[—–][ \u00a0\u202f]?)?["“«(*_=~¿¡]*[\u00a0\u202f]?[\p{Lu}\d])/gu,
		),
	].map((match) => match.index + match[0].length);
	return [...new Set([...found, ...hidden])].sort((a, b) => a - b);
}

// Markdown must not end sentences; what stands after a stop must not hide it.
function mask(text: string, spans: ReturnType<typeof inlineSpans>): string {
	let masked = "";
	let at = 0;
	let inLink = false;
	for (const span of spans) {
		// The words of a link are one with it: a stop among them ends nothing.
		const words = text.slice(at, span.from);
		masked += inLink ? words.replace(/[.!?…]/g, "x") : words;
		inLink =
			((span.kind === "link" || span.kind === "wikilink") &&
				/^\[/.test(text.slice(span.from)) &&
				!/\]$/.test(text.slice(span.from, span.to))) ||
			(inLink && span.kind !== "link" && span.kind !== "wikilink");
		const blank =
			span.kind === "footnote" ||
			span.kind === "marker" ||
			span.kind === "blockid" ||
			(span.kind === "link" && /^[[\]]/.test(text.slice(span.from, span.to)) && span.to - span.from === 1);
		masked += (blank ? " " : "X").repeat(span.to - span.from);
		at = span.to;
	}
	return (masked + text.slice(at)).replace(/\n/g, " ");
}

// Where the sentence that a boundary ends really ends: before opening marks of the next, after closing marks of its
// own.
function endBefore(text: string, boundary: number, start: number, spans: ReturnType<typeof inlineSpans>): number {
	let end = boundary;
	while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
	// Opening marks of the next sentence: those with a space before them.
	let back = end;
	while (back > start && openers.test(text[back - 1] ?? "")) back--;
	if (back < end && back > start && /\s/.test(text[back - 1] ?? "")) {
		end = back;
		while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
	}
	for (;;) {
		const footnote = spans.find((span) => span.kind === "footnote" && span.from === end);
		if (footnote !== undefined) {
			end = footnote.to;
			continue;
		}
		if (closers.test(text[end] ?? "") && !opensNext(text, end)) {
			end++;
			continue;
		}
		const guillemet = /^[\u00a0\u202f ]»/.exec(text.slice(end, end + 2));
		if (guillemet === null) return end;
		end += 2;
	}
}

// Straight quotes and emphasis open when a letter follows and a space came before.
function opensNext(text: string, at: number): boolean {
	return /["'*_=~]/.test(text[at] ?? "") && /\s/.test(text[at - 1] ?? " ") && letterOrFigure.test(text[at + 1] ?? "");
}

function firstWord(text: string, from: number): number {
	let at = from;
	while (at < text.length && /\s/.test(text[at] ?? "")) at++;
	return at;
}

function ends(text: string, masked: string, start: number, end: number, next: number): boolean {
	const sentence = masked.slice(start, end).replace(/[)\]»"”’'*_=~›}\s\u00a0\u202f]+$/u, "");
	const following = text.slice(next).replace(/^[([“«‘‹"'*_=~]+[\u00a0\u202f ]?/u, "");
	const stop = sentence[sentence.length - 1] ?? "";
	if (!/[.!?…。！？؟।:]/u.test(stop)) return false;
	if (stop === ":") return false;
	if (/^\p{Ll}/u.test(following) && /[.!?…]/.test(stop)) return false;
	// A quotation's own mark, then who says it: « Tu viens ? » dit-il.
	if (stop !== ".") return true;
	const before = sentence.slice(0, -1);
	const token = /(?:^|[\s(«“"'’\u00a0\u202f-])([\p{L}][\p{L}\p{M}.-]*)$/u.exec(before)?.[1]?.toLowerCase() ?? "";
	const pair = /(?:^|[\s(«“"'’])([\p{L}.]+\.? [\p{L}]+)$/u.exec(before)?.[1]?.toLowerCase() ?? "";
	const goesOn = /^[\p{Ll}\d]/u.test(following);
	// Days and numbers: 3. 5. 2024.
	if (/\d$/.test(before) && /^\d/.test(following)) return false;
	if (units.has(token) && /\d[\s\u00a0\u202f]*\p{L}+$/u.test(before)) return !goesOn;
	// Plurals of abbreviations: EE. UU., RR. HH.
	if (/(?:^|[\s(])(\p{Lu})\1$/u.test(before) && /^(\p{Lu})\1\./u.test(following)) return false;
	if (mayEnd.has(token) || mayEnd.has(pair) || /\p{L}str$/u.test(token)) return !goesOn;
	if (abbreviations.has(token) || abbreviations.has(pair)) return false;
	// A small letter alone is half an abbreviation: p. ex., z. B., i. e.
	if (/^\p{Ll}$/u.test(token) && /(?:^|[\s(])\p{Ll}$/u.test(before))
		return /^\p{Lu}\p{L}+(?![\p{L}.])/u.test(following);
	// Initials: J.-P. Vernant, J. R. R. Tolkien. A letter alone after a small word may well end ("plan B.").
	if (/^\p{L}(?:\.-?\p{L})*$/u.test(token) && /(?:^|[\s.-])\p{Lu}$/u.test(before)) {
		const word = /([\p{L}\p{M}'’]+)[\s\u00a0\u202f]+\p{Lu}$/u.exec(before)?.[1];
		return (
			word !== undefined &&
			/^\p{Ll}/u.test(word) &&
			/^(?:plan|vitamine?|type|version|option|annexe?|point|groupe?|classe?|liste?|niveau|level|appendix|section|teil|grupo|clase|tipo|punto)$/iu.test(
				word,
			)
		);
	}
	// Ordinals in German and lists: "am 3. Mai".
	if (
		/(?:^|\s)\d{1,2}$/.test(before) &&
		/^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert|Kapitel|Stock|Klasse|Platz|Mal|Auflage)/u.test(
			following,
		)
	)
		return false;
	return true;
}
