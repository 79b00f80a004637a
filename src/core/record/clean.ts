import { scripts } from "../letters";
import { once } from "../once";

/** What ends a line somewhere: CR, LF, vertical tab, form feed, NEL, the Unicode separators. One of them alone would leave the `> ` prefix. */
const lineBreaks = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** Shows nothing and tells nothing: controls, all that Unicode calls ignorable (zero-width, bidi, tags, selectors), annotations, non-characters. */
const invisible = /(?![\n\t])\p{Cc}|[\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]|\p{Default_Ignorable_Code_Point}/gu;

/** The flags of England, Scotland and Wales are the only tag sequences in general use; what else is invisible is looked at one by one. */
const invisibleOrFlag = new RegExp(
	"(\\u{1f3f4}\\u{e0067}\\u{e0062}(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f})|" + invisible.source,
	"gu",
);

/** Scripts whose words may need a joiner or a non-joiner inside. */
const joining = scripts("Arabic Syriac Nko Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Tibetan");
const joinedEnd = once(() => new RegExp(`[${joining}]\\p{M}*$`, "u"));
const joinedStart = once(() => new RegExp(`^[${joining}]`, "u"));
const pictographEnd = /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})*$/u;
const pictographStart = /^\p{Extended_Pictographic}/u;
const mongolianEnd = /\p{Script=Mongolian}$/u;

/**
 * `text` with nothing hidden in it: every kind of line break becomes `\n`, broken surrogates become U+FFFD, and
 * characters that cannot be seen are removed, except where writing needs them: joiners within emoji, joiners and
 * non-joiners within words of the scripts that use them, emoji selectors, three tagged flags. No-break spaces stay.
 * Nothing is normalised otherwise. `cleanText(cleanText(x)) === cleanText(x)`.
 */
export function cleanText(text: string): string {
	let cleaned = text.replace(lineBreaks, "\n").replace(/[\ud800-\udfff]/gu, "\ufffd");
	// The empty Braille cell is a space among others, and elsewhere a way to look like one.
	if (!/[\u2801-\u28ff]/.test(cleaned)) cleaned = cleaned.replace(/\u2800/g, " ");
	// Removing one can leave another without what made it needed.
	for (let before = ""; before !== cleaned;) {
		before = cleaned;
		cleaned = before.replace(invisibleOrFlag, (found: string, flag: string | undefined, at: number) =>
			flag !== undefined || isNeeded(found, before.slice(Math.max(0, at - 12), at), before.slice(at + found.length, at + found.length + 4)) ? found : "");
	}
	return cleaned;
}

/** `cleanText` on one line: line breaks, with the quote prefix that may follow them, become a space; no space at the ends. */
export function cleanLine(text: string): string {
	return cleanText(text).replace(/[ \t]*\n(?:[ \t]*>)*[ \t]*/g, " ").replace(/\t/g, " ").trim();
}

function isNeeded(found: string, before: string, after: string): boolean {
	switch (found) {
		case "\u200d":
			return (pictographEnd.test(before) && pictographStart.test(after)) || (joinedEnd().test(before) && joinedStart().test(after));
		case "\u200c":
			return joinedEnd().test(before) && joinedStart().test(after);
		case "\ufe0f":
		case "\ufe0e":
			return /\p{Extended_Pictographic}$/u.test(before) || (/[0-9#*]$/.test(before) && after.startsWith("\u20e3"));
		case "\u180b":
		case "\u180c":
		case "\u180d":
		case "\u180e":
		case "\u180f":
			return mongolianEnd.test(before);
		default:
			return false;
	}
}
