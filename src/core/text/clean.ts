import { scripts } from "./letters";
import { anyOf, inTurn } from "./patterns";
import { lazy } from "../cache/lazy";

/**
 * What ends a line somewhere: CR, LF, vertical tab, form feed, NEL, the Unicode separators. One of them alone would
 * leave the `> ` prefix.
 */
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/**
 * Shows nothing and tells nothing: controls, all that Unicode calls ignorable (zero-width, bidi, tags, selectors),
 * annotations, non-characters.
 */
const invisible = /(?![\n\t])\p{Cc}|[\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]|\p{Default_Ignorable_Code_Point}/gu;

const visible = /[\n\t]|[^\p{Cc}\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\p{Default_Ignorable_Code_Point}]/u;

/**
 * The flags of England, Scotland and Wales are the only tag sequences in general use; what else is invisible is
 * looked at one by one.
 */
const england = /\u{e0065}\u{e006e}\u{e0067}/u;
const scotland = /\u{e0073}\u{e0063}\u{e0074}/u;
const wales = /\u{e0077}\u{e006c}\u{e0073}/u;
const flag = inTurn([/\u{1f3f4}\u{e0067}\u{e0062}/u, anyOf([england, scotland, wales], "u"), /\u{e007f}/u], "u");
const invisibleOrFlag = new RegExp(`(${flag.source})|${invisible.source}`, "gu");

/** Scripts whose words may need a joiner or a non-joiner inside. */
const joining = scripts(
	"Arabic Syriac Nko Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam " +
		"Sinhala Khmer Myanmar Tibetan",
);
const joinedEnd = lazy(() => new RegExp(`[${joining}]\\p{M}*$`, "u"));
const joinedStart = lazy(() => new RegExp(`^[${joining}]`, "u"));
const pictographEnd = /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})*$/u;
const pictographStart = /^\p{Extended_Pictographic}/u;
const mongolianEnd = /(?=\p{L})\p{Script=Mongolian}$/u;
const mongolianStart = /^(?=\p{L})\p{Script=Mongolian}/u;
const mongolianFormEnd = /(?=\p{L})\p{Script=Mongolian}[\u180b-\u180d\u180f]?$/u;

/**
 * More marks than any writing stacks on a letter would be painted over the lines around, the name of the model among
 * them.
 */
const heap = /(\p{M}{12})\p{M}+/gu;

/**
 * `text` with nothing hidden in it: every kind of line break becomes `\n`, broken surrogates become U+FFFD, and
 * characters that cannot be seen are removed, except where writing needs them: joiners within emoji, joiners and
 * non-joiners within words of the scripts that use them, emoji selectors, three tagged flags. No-break spaces stay.
 * Nothing is normalised otherwise. `cleanText(cleanText(x)) === cleanText(x)`, in time that grows with the length
 * alone.
 */
export function cleanText(text: string): string {
	let whole = text.replace(lineBreaks, "\n").replace(/[\ud800-\udfff]/gu, "\ufffd");
	// The empty Braille cell is a space among others, and elsewhere a way to look like one.
	if (!/[\u2801-\u28ff]/.test(whole)) whole = whole.replace(/\u2800/g, " ");
	return parted(whole).kept.replace(heap, "$1");
}

/** What `cleanText` would leave out of a text because it cannot be seen or is too much of it, in order. */
export function hiddenIn(text: string): string {
	const { kept, hidden } = parted(text);
	return hidden + (kept.match(heap) ?? []).join("") + (kept.match(/\u2800/g) ?? []).join("");
}

/**
 * Each invisible character is judged by what is kept before it and by the next that can be seen, so that what goes
 * makes no other needless.
 */
function parted(text: string): { readonly kept: string; readonly hidden: string } {
	const kept: string[] = [];
	const hidden: string[] = [];
	let before = "";
	let from = 0;
	let seen = 0;
	const keep = (part: string): void => {
		kept.push(part);
		before = (before + part.slice(-longestContext)).slice(-longestContext);
	};
	for (const match of text.matchAll(invisibleOrFlag)) {
		const [found, flag] = match;
		keep(text.slice(from, match.index));
		from = match.index + found.length;
		if (seen < from) seen = nextSeen(text, from);
		if (flag !== undefined || isNeeded(found, before, text.slice(seen, seen + 2))) keep(found);
		else hidden.push(found);
	}
	keep(text.slice(from));
	return { kept: kept.join(""), hidden: hidden.join("") };
}

/** Units before a joiner that can make it needed: a letter with its marks, or a pictograph. */
const longestContext = 32;

function nextSeen(text: string, from: number): number {
	const seen = new RegExp(visible, "gu");
	seen.lastIndex = from;
	return seen.exec(text)?.index ?? text.length;
}

/**
 * `cleanText` on one line: line breaks, with the quote prefix that may follow them, become a space; no space at the
 * ends.
 */
export function cleanLine(text: string): string {
	return cleanText(text)
		.split("\n")
		.map((line, at) => withoutEnd(at === 0 ? line : line.replace(/^[ \t]*(?:>[ \t]*)*/, "")))
		.join(" ")
		.replace(/\t/g, " ")
		.trim();
}

/** `line` without the spaces and tabs at its end. */
function withoutEnd(line: string): string {
	let end = line.length;
	while (end > 0 && (line[end - 1] === " " || line[end - 1] === "\t")) end--;
	return line.slice(0, end);
}

function isNeeded(found: string, before: string, after: string): boolean {
	switch (found) {
		case "\u200d":
			return (
				(pictographEnd.test(before) && pictographStart.test(after)) ||
				(joinedEnd().test(before) && joinedStart().test(after))
			);
		case "\u200c":
			return joinedEnd().test(before) && joinedStart().test(after);
		case "\ufe0f":
		case "\ufe0e":
			return /\p{Extended_Pictographic}$/u.test(before) || (/[0-9#*]$/.test(before) && after.startsWith("\u20e3"));
		case "\u180b":
		case "\u180c":
		case "\u180d":
		case "\u180f":
			return mongolianEnd.test(before);
		case "\u180e":
			return mongolianFormEnd.test(before) && mongolianStart.test(after);
		default:
			return false;
	}
}
