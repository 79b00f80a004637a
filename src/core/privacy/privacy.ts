/**
 * What a note's properties say about sending it. `never`: by `ai: never`. `unclear`: they speak of `ai`, and what they
 * say can't be understood, which counts as private: rather silent than indiscreet. `open`: nothing of the kind.
 */
export type PropertiesVerdict = "open" | "unclear" | "never";

/** Reads YAML; may throw. */
export type ParseYaml = (yaml: string) => unknown;

/**
 * Words by which a value of `ai` denies something, though it is not the word that is asked for: in each language whose
 * words the plugin knows.
 */
const denying = [
	"never|no?|non|none|not|off|false|private",
	"jamais|privée?|nie|niemals|nein|nunca|jamás|mai|não",
].join("|");

const denials = new RegExp(String.raw`(?:^|[^\p{L}])(?:${denying})(?!\p{L})`, "u");

/** A name that denies by itself: `no-ai`, `ai.never`. */
const denyingName = new RegExp(String.raw`^(?:(?:${denying})[^\p{L}\p{N}]*ai|ai[^\p{L}\p{N}]*(?:${denying}))$`, "u");

/** A line or a piece of flow style that names `ai` as a property would, with few signs before it. */
const mention = /(?:^|[{,])[^\p{L}\p{N}\n]{0,9}ai["']?\s*(?:[^\p{L}\p{N}\s_-]|[\s_-]*never(?!\p{L})|$)/imu;

/** A line that does so without an indent, where a property stands. */
const line = /^["']?ai["']?\s*[:=]/imu;

/** Most characters of a note in which its properties are looked for where the app finds none. */
const maxHead = 262_144;

/**
 * What properties say, however the name and the word are written: in capitals, in lists, with signs that nobody sees,
 * with other spaces.
 * @param properties as YAML, without the lines of dashes
 */
export function propertiesVerdict(properties: string, parse: ParseYaml): PropertiesVerdict {
	const plain = plainText(properties);
	if (!/a\.?i/i.test(plain)) return "open";
	const asWritten = judged(properties, parse);
	if (asWritten.verdict === "never" || plain === properties) return asWritten.verdict;
	const asSeen = judged(plain, parse);
	if (asSeen.verdict === "never") return "never";
	return asWritten.understood ? asWritten.verdict : asSeen.verdict;
}

interface Judged {
	readonly verdict: PropertiesVerdict;
	/** Whether these are properties at all. */
	readonly understood: boolean;
}

function judged(properties: string, parse: ParseYaml): Judged {
	let parsed: unknown = null;
	try {
		parsed = parse(properties);
	} catch {
		// What can't be read is no object.
	}
	if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
		return { verdict: mention.test(properties) ? "unclear" : "open", understood: false };
	const named = Object.entries(parsed).map(([name, value]: [string, unknown]) => [bareName(name), value] as const);
	const said = named.filter(([name]) => name === "ai").flatMap(([, value]) => [value].flat(Infinity));
	if (named.some(([name]) => denyingName.test(name))) said.push(false);
	if (said.length === 0) return { verdict: line.test(properties) ? "unclear" : "open", understood: true };
	const verdicts = said.map(valueVerdict);
	const verdict = verdicts.includes("never") ? "never" : verdicts.includes("unclear") ? "unclear" : "open";
	return { verdict, understood: true };
}

/** A property's name without quotation marks, dots and the like around its letters, which `A.I.` has within, too. */
function bareName(name: string): string {
	const bare = plainText(name)
		.toLowerCase()
		.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
	return bare === "a.i" ? "ai" : bare;
}

function valueVerdict(value: unknown): PropertiesVerdict {
	if (value === false || value === 0) return "unclear";
	if (typeof value === "object" && value !== null) return value instanceof Date ? "open" : "unclear";
	if (typeof value !== "string") return "open";
	const word = plainText(value).toLowerCase();
	const letters = word.replace(/[^\p{L}]/gu, "");
	if (letters === "never") return "never";
	// A sign alone, as one that forbids.
	if (/^[^\p{L}\p{N}]+$/u.test(word.trim())) return "unclear";
	return denials.test(word) || isMisspelt(letters, "never") ? "unclear" : "open";
}

/** Whether letters are a word's with one of them wrong, missing, too many or in its neighbour's place. */
function isMisspelt(letters: string, word: string): boolean {
	const shorter = Math.min(letters.length, word.length);
	let head = 0;
	while (head < shorter && letters[head] === word[head]) head++;
	let tail = 0;
	while (tail < shorter - head && letters.at(-1 - tail) === word.at(-1 - tail)) tail++;
	const [is, was] = [letters, word].map((text) => text.slice(head, text.length - tail)) as [string, string];
	return (is.length <= 1 && was.length <= 1) || (is.length === 2 && `${is[1]}${is[0]}` === was);
}

/**
 * Letters of other alphabets that a reader takes for one of `ai`, `never` and the words of denial, by the letter they
 * look like (Unicode's confusables.txt; small and capital). Those of one alphabet that differ to the eye are left out.
 */
const lookAlikes: Readonly<Record<string, string>> = {
	a: "аɑαꭺᎪꓮΑА",
	e: "еҽ℮ᎬꓰΕЕ",
	i: "іıɩιꙇӏᎥꓲΙІӀİ",
	n: "ոռꓠΝ",
	o: "оοօꓳΟОՕ",
	r: "гᴦꮁɾᏒꓣ",
	v: "ѵνᴠꮩᏙꓦѴ",
};

const latin = new Map(
	Object.entries(lookAlikes).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)),
);

const lookAlike = new RegExp(`[${[...latin.keys()].join("")}]`, "gu");

/**
 * As a reader sees it: without signs that have no width, with one kind of space, of line break and of each letter,
 * whatever alphabet it is taken from.
 */
function plainText(text: string): string {
	return text
		.replace(lookAlike, (letter) => latin.get(letter) ?? letter)
		.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
		.replace(/\p{Default_Ignorable_Code_Point}/gu, "")
		.normalize("NFKC")
		.replace(/[^\S\n]/g, " ");
}

/**
 * What stands at a note's head as properties to a reader, be it none to the app: after a byte order mark, blank lines
 * or comments, with other line breaks, with a comment or the name of a language beside the dashes, with dashes that a
 * keyboard made long, as TOML between plus signs, or without an end yet, up to the first blank line then. Empty when
 * there is nothing.
 */
export function headOf(text: string): string {
	if (!/^[\s\p{Default_Ignorable_Code_Point}]*[-—–―−+<%]/u.test(text)) return "";
	const head = withoutComments(plainText(text.slice(0, maxHead)));
	const opening = /^(?:---|\+\+\+|-*[—–―−][-—–―−]*) *(?:[a-z]+|#.*)?\n/i.exec(head);
	if (opening === null) return "";
	const rest = head.slice(opening[0].length);
	const end = /^(?:---|\.\.\.|\+\+\+|-*[—–―−][-—–―−]*) *(?:#.*)?$/m.exec(rest);
	return end === null ? (/^(?: *\S.*(?:\n|$))*/.exec(rest)?.[0] ?? "") : rest.slice(0, end.index);
}

/** A text from behind the comments and blank lines that it begins with: those of HTML and those of Obsidian. */
function withoutComments(text: string): string {
	let rest = text.trimStart();
	for (;;) {
		const mark = ["<!--", "%%"].find((one) => rest.startsWith(one));
		if (mark === undefined) return rest;
		const closing = mark === "%%" ? mark : "-->";
		const end = rest.indexOf(closing, mark.length);
		if (end < 0) return "";
		rest = rest.slice(end + closing.length).trimStart();
	}
}

/**
 * Whether a note is in a folder as a writer may have typed it, or is itself what they named. Some disks don't tell
 * capitals from small letters, nor one way to write an accent from another, so neither does this. `/` is the whole
 * vault.
 */
export function isInFolder(path: string, folder: string): boolean {
	const typed = plainPath(folder);
	const note = plainPath(path);
	if (typed === "") return /^[./\\]+$/.test(folder.trim());
	return note === typed || note === `${typed}.md` || note.startsWith(`${typed}/`);
}

/**
 * Folders as a writer may have typed them, once a folder or note of the vault was renamed: each that is it, or is in
 * it, by its new path. Where it was typed otherwise than it was named, the old one stays beside: it may name another.
 */
export function foldersAfterRename(folders: readonly string[], before: string, after: string): readonly string[] {
	const old = plainPath(before);
	const depth = partsOf(before).length;
	return folders.flatMap((folder) => {
		const typed = plainPath(folder);
		if (typed !== old && `${typed}.md` !== old && !typed.startsWith(`${old}/`)) return [folder];
		const parts = partsOf(folder);
		const now = [after, ...parts.slice(depth)].join("/");
		return parts.slice(0, depth).join("/") === before ? [now] : [folder, now];
	});
}

function plainPath(path: string): string {
	return partsOf(
		path
			.normalize("NFC")
			.toLowerCase()
			.replace(/[\u00a0\u202f]/g, " "),
	).join("/");
}

function partsOf(path: string): readonly string[] {
	return path
		.split(/[\\/]/)
		.map((part) => part.trim())
		.filter((part) => part !== "" && part !== ".");
}
