/**
 * A value as far as it could be read. A text cut by the end of the input is not complete; a corrupt one can't be
 * shown.
 */
export type Lenient =
	| { readonly type: "text"; readonly text: string; readonly complete: boolean; readonly corrupt: boolean }
	| { readonly type: "list"; readonly items: readonly Lenient[]; readonly complete: boolean }
	| { readonly type: "object"; readonly fields: readonly (readonly [string, Lenient])[]; readonly complete: boolean }
	/** A number, a truth value or nothing, as it stands. */
	| { readonly type: "other"; readonly complete: boolean; readonly source: string };

/** A value and the place after it. */
export interface Read {
	readonly value: Lenient;
	readonly end: number;
}

/** Values within values beyond this depth are no rows of a reply: nobody nests a sentence so deep. */
const maxDepth = 40;

/** What may stand between values: spaces, commas, comments. */
const between = /(?:[\s,;]|\/\/[^\n]*(?:\n|$)|\/\*[^]*?\*\/)*/y;
const simpleEscapes: Readonly<Record<string, string>> = {
	n: "\n",
	t: "\t",
	r: "\r",
	b: "\b",
	f: "\f",
	'"': '"',
	"\\": "\\",
	"/": "/",
	"'": "'",
};

/**
 * Whether a value begins at a place of a reply that may hold prose too: an object, a list of texts or objects, or a
 * text that has its line to itself. A bracket of prose, a link or the box of a task begins none.
 */
export function valueBegins(reply: string, at: number): boolean {
	const char = reply[at];
	if (char === "{") return /^\{\s*(?:["'}“]|[\p{L}_][\p{L}\p{N}_ -]*\s*:|$)/u.test(reply.slice(at, at + 60));
	if (char === "[") return !isBox(reply, at) && /^\[\s*(?:["'{[\]“]|$)/.test(reply.slice(at, at + 40));
	if (char !== '"') return false;
	const before = reply.slice(Math.max(0, at - 12), at);
	return /(?:^|\n|[,;]\s*|\\n\s*)(?:[-*•]\s+|\d{1,2}[.)]\s+)?$/.test(before);
}

/** Whether a bracket opens the box of a task: - [ ]. */
function isBox(reply: string, at: number): boolean {
	return (
		/^\[[ xX]\]\s+\S/.test(reply.slice(at, at + 8)) &&
		/(?:^|\n)[ \t]*[-*+][ \t]+$/.test(reply.slice(Math.max(0, at - 8), at))
	);
}

/**
 * Reads a JSON-like value that begins at `at`, as models write it: keys without quotes, Python's single quotes, quotes
 * within a text that were not escaped, commas too many or too few, a missing end. Null where none begins.
 * @param final whether the input has come to its end; until then a quote at its very end may still turn out to be an
 * inner one.
 * @param depth how many values this one stands in
 */
export function readValue(input: string, at: number, final: boolean, depth = 0): Read | null {
	const char = input[at];
	if ((char === "{" || char === "[") && depth >= maxDepth) return null;
	if (char === "{") return readObject(input, at, final, depth);
	if (char === "[") return readList(input, at, final, depth);
	if (char === '"' || char === "'" || char === "“") return readText(input, at, final);
	const word = /^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/.exec(input.slice(at, at + 40));
	return word === null ? null : { value: { type: "other", complete: true, source: word[0] }, end: at + word[0].length };
}

function readList(input: string, at: number, final: boolean, depth: number): Read {
	const items: Lenient[] = [];
	let here = at + 1;
	for (;;) {
		here = valueAfter(input, here);
		if (input[here] === "]") return { value: { type: "list", items, complete: true }, end: here + 1 };
		const read = here < input.length ? readValue(input, here, final, depth + 1) : null;
		if (read === null) return { value: { type: "list", items, complete: false }, end: here };
		items.push(read.value);
		here = read.end;
	}
}

function readObject(input: string, at: number, final: boolean, depth: number): Read {
	const fields: (readonly [string, Lenient])[] = [];
	let here = at + 1;
	const cut = (): Read => ({ value: { type: "object", fields, complete: false }, end: here });
	for (;;) {
		here = valueAfter(input, here);
		if (input[here] === "}") return { value: { type: "object", fields, complete: true }, end: here + 1 };
		const key = /^(?:["“]((?:\\.|[^"”\\\n])*)["”]|'([^'\n]*)'|([\p{L}_][\p{L}\p{N}_ -]*?))\s*:\s*/u.exec(
			input.slice(here, here + 200),
		);
		if (key === null) return cut();
		here += key[0].length;
		const read = readValue(input, here, final, depth + 1);
		if (read === null) return cut();
		fields.push([(key[1]?.replace(/\\(["\\/])/g, "$1") ?? key[2] ?? key[3] ?? "").trim(), read.value]);
		here = read.end;
	}
}

function valueAfter(input: string, at: number): number {
	between.lastIndex = at;
	return at + (between.exec(input)?.[0].length ?? 0);
}

/** Reads a quoted text. A quote ends it only where something may follow a text: quotes inside are often not escaped. */
function readText(input: string, at: number, final: boolean): Read {
	const quote = input[at] === "“" ? "”" : (input[at] ?? '"');
	let text = "";
	let here = at + 1;
	let corrupt = false;
	while (here < input.length) {
		const char = input[here] ?? "";
		if (char === "\\") {
			const unicode = /^\\u([0-9a-fA-F]{4})/.exec(input.slice(here, here + 6));
			const simple = simpleEscapes[input[here + 1] ?? ""];
			if (unicode !== null) {
				text += String.fromCharCode(Number.parseInt(unicode[1] ?? "0", 16));
				here += 6;
			} else if (simple !== undefined) {
				text += simple;
				here += 2;
			} else if (here + 6 > input.length) {
				break;
			} else {
				text += char;
				here++;
			}
			continue;
		}
		if (char === quote && closes(input, here, quote, final)) {
			corrupt = hasLoneSurrogate(text);
			return { value: { type: "text", text, complete: true, corrupt }, end: here + 1 };
		}
		// A text without its end, in an object that is closed: the next one stands behind it.
		if (char === "}" && /^\}\s*(?:,\s*)?\n\s*\{\s*["“']/.test(input.slice(here, here + 80)))
			return { value: { type: "text", text, complete: true, corrupt: hasLoneSurrogate(text) }, end: here };
		text += char;
		here++;
	}
	return { value: { type: "text", text, complete: false, corrupt }, end: input.length };
}

function closes(input: string, at: number, quote: string, final: boolean): boolean {
	const rest = input.slice(at + 1, at + 80);
	if (rest.trim() === "") return final || rest.includes("\n");
	if (/^\s*(?:[}\]]|:\s|\n|\\n\s*["{[]|\/\/)/.test(rest)) return true;
	// A key without the comma before it.
	if (/^\s+["“'][\p{L}_-]{1,20}["”']\s*:/u.test(rest)) return true;
	// Another text, after "or".
	if (/[.!?…]/.test(input[at - 1] ?? "") && /^\s+\p{Ll}{1,4}\s+["“]\p{Lu}/u.test(rest)) return true;
	if (!/^\s*[,;]/.test(rest)) return false;
	// A comma may follow an inner quotation: what comes after it must begin a value or a key.
	const after = /^\s*[,;]\s*([^]*)$/.exec(rest)?.[1] ?? "";
	if (after === "") return final || /[,;]\s*\n/.test(rest);
	return (
		after.startsWith(quote) ||
		/^(?:["{[\]}“]|\/\/|null\b)/.test(after) ||
		/^[\p{L}_][\p{L}\p{N}_]*\s*:/u.test(after) ||
		/^-?\d/.test(after)
	);
}

/** Half a surrogate pair is no character. */
export function hasLoneSurrogate(text: string): boolean {
	return /[\ud800-\udbff](?![\udc00-\udfff])|(?:^|[^\ud800-\udbff])[\udc00-\udfff]/.test(text);
}
