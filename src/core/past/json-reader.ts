/** What a `JsonReader` tells while it reads. The key is that in the object around; null in arrays and outermost. */
export interface JsonListener {
	/** An object or an array begins. */
	open(key: string | null): void;
	/** The innermost object or array ends. */
	close(): void;
	/**
	 * A text.
	 * @param bytes how long it is in UTF-8
	 * @param value what it says, made when asked for; null where it is longer than any name or date
	 */
	text(key: string | null, bytes: number, value: () => string | null): void;
	number(key: string | null, value: number): void;
	flag(key: string | null, value: boolean): void;
}

/** What is no JSON, or ends before it is whole. */
export class JsonError extends Error {}

/** A text longer than this is measured, never held, in bytes as they are written. */
const maxText = 300;
/** Objects and arrays in one another; archives have about ten. */
const maxDepth = 200;

/** What may come next. */
type Expected = "value" | "value or end" | "key" | "key or end" | "colon" | "comma or end";

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openArray = 0x5b;
const backslash = 0x5c;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/**
 * Reads JSON that comes in pieces, however long it is, and never holds more of it than a name: texts are measured as
 * they pass. Several values may follow each other. Lenient where nothing depends on it: line breaks in texts, unknown
 * escapes.
 */
export class JsonReader {
	private expected: Expected = "value";
	/** Of the objects and arrays around: true for objects, and the key that is being read in each. */
	private readonly objects: boolean[] = [];
	private readonly keys: (string | null)[] = [];
	/** The text that is being read; null between texts. */
	private inText = false;
	private isKey = false;
	private bytes = 0;
	/** Bytes of an escape that are still to come, and its figures so far. */
	private escape = 0;
	private escaped = "";
	private readonly held = new Uint8Array(maxText);
	private holding = 0;
	/** What a number or `true`, `false`, `null` is so far. */
	private word = "";
	private readonly decoder = new TextDecoder();

	constructor(private readonly listener: JsonListener) {}

	/**
	 * Reads a piece.
	 * @throws JsonError at what is no JSON; the reader is of no use afterwards
	 */
	write(piece: Uint8Array): void {
		for (let at = 0; at < piece.length;) at = this.inText ? this.readText(piece, at) : this.readSign(piece, at);
	}

	/**
	 * Ends reading.
	 * @throws JsonError where something is not whole
	 */
	end(): void {
		this.endWord();
		if (this.inText || this.objects.length > 0 || this.expected !== "value") throw new JsonError("It ends too early.");
	}

	private readText(piece: Uint8Array, from: number): number {
		let at = from;
		if (this.escape > 0) {
			this.readEscape(piece[at] ?? 0);
			this.hold(piece, at, at + 1);
			return at + 1;
		}
		while (at < piece.length && piece[at] !== quote && piece[at] !== backslash) at++;
		this.bytes += at - from;
		this.hold(piece, from, at);
		if (at === piece.length) return at;
		if (piece[at] === quote) this.endText();
		else {
			this.escape = 1;
			this.escaped = "";
			this.hold(piece, at, at + 1);
		}
		return at + 1;
	}

	/** Counts what an escape stands for: `\u00e9` is two bytes, not six. */
	private readEscape(byte: number): void {
		const char = String.fromCharCode(byte);
		this.escape--;
		if (this.escaped === "" && this.escape === 0) {
			if (char === "u") [this.escape, this.escaped] = [4, "0x"];
			else this.bytes++;
			return;
		}
		this.escaped += char;
		if (this.escape > 0) return;
		const unit = Number(this.escaped);
		this.bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
		this.escaped = "";
	}

	private hold(piece: Uint8Array, from: number, to: number): void {
		if (this.holding + to - from <= maxText) this.held.set(piece.subarray(from, to), Math.min(maxText, this.holding));
		this.holding += to - from;
	}

	private endText(): void {
		this.inText = false;
		if (this.isKey) {
			this.keys[this.keys.length - 1] = this.value() ?? "";
			this.expected = "colon";
			return;
		}
		this.expected = this.afterValue();
		this.listener.text(this.key, this.bytes, this.value);
	}

	private readonly value = (): string | null => {
		if (this.holding > maxText) return null;
		const written = this.decoder.decode(this.held.subarray(0, this.holding));
		if (!written.includes("\\")) return written;
		try {
			return String(JSON.parse(`"${written.replace(/[\r\n\t]/g, " ")}"`));
		} catch {
			return null;
		}
	};

	private readSign(piece: Uint8Array, at: number): number {
		const byte = piece[at] ?? 0;
		if (this.word !== "" && !isWordSign(byte)) this.endWord();
		// Spaces and line breaks, and the mark that some programs put at the beginning.
		if (byte <= 0x20 || (byte >= 0xbb && this.objects.length === 0)) return at + 1;
		if (byte === quote) this.beginText();
		else if (byte === openObject || byte === openArray) this.open(byte === openObject);
		else if (byte === closeObject || byte === closeArray) this.close(byte === closeObject);
		else if (byte === colon) this.step("colon", "value");
		else if (byte === comma)
			this.step("comma or end", this.objects[this.objects.length - 1] === true ? "key" : "value");
		else if (isWordSign(byte) && this.word.length < 40) this.word += String.fromCharCode(byte);
		else throw new JsonError("It is no JSON.");
		return at + 1;
	}

	private beginText(): void {
		this.isKey = this.expected === "key" || this.expected === "key or end";
		if (!this.isKey) this.beginValue();
		this.inText = true;
		this.bytes = 0;
		this.holding = 0;
	}

	private open(isObject: boolean): void {
		this.beginValue();
		if (this.objects.length >= maxDepth) throw new JsonError("It is too deep.");
		this.listener.open(this.key);
		this.objects.push(isObject);
		this.keys.push(null);
		this.expected = isObject ? "key or end" : "value or end";
	}

	private close(isObject: boolean): void {
		const ends = this.expected === "comma or end" || this.expected === (isObject ? "key or end" : "value or end");
		if (!ends || this.objects[this.objects.length - 1] !== isObject) throw new JsonError("It is no JSON.");
		this.objects.pop();
		this.keys.pop();
		this.expected = this.afterValue();
		this.listener.close();
	}

	private endWord(): void {
		const { word } = this;
		if (word === "") return;
		this.word = "";
		this.beginValue();
		this.expected = this.afterValue();
		if (word === "true" || word === "false") return this.listener.flag(this.key, word === "true");
		if (word === "null") return;
		const number = Number(word);
		if (!/^[-\d]/.test(word) || Number.isNaN(number)) throw new JsonError("It is no JSON.");
		this.listener.number(this.key, number);
	}

	private beginValue(): void {
		if (this.expected !== "value" && this.expected !== "value or end") throw new JsonError("It is no JSON.");
	}

	private step(from: Expected, to: Expected): void {
		if (this.expected !== from) throw new JsonError("It is no JSON.");
		this.expected = to;
	}

	private afterValue(): Expected {
		return this.objects.length === 0 ? "value" : "comma or end";
	}

	private get key(): string | null {
		return this.keys[this.keys.length - 1] ?? null;
	}
}

/** What numbers, `true`, `false` and `null` are made of. */
function isWordSign(byte: number): boolean {
	return (
		(byte >= 0x61 && byte <= 0x7a) ||
		(byte >= 0x30 && byte <= 0x39) ||
		byte === 0x2d ||
		byte === 0x2b ||
		byte === 0x2e ||
		byte === 0x45
	);
}
