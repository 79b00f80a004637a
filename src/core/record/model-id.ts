/** What may stand in a code span as it is: no sign of any plugin's inline language, no break. */
const plain = /^[A-Za-z0-9._:/@+~?-]$/;

/** Longer ids are cut: none is. */
const longestId = 200;

/**
 * A model's id for a code span of the record: exact, except that signs which some plugin or garden would act upon are
 * percent-encoded. Ids in use have none. The id comes from the reply, so it may be anything.
 */
export function encodeId(id: string): string {
	const encoded = Array.from(id.replace(/[\ud800-\udfff]/gu, "\ufffd"))
		.slice(0, longestId)
		.map((char, at, all) =>
			plain.test(char) && !(/[:/]/.test(char) && all[at - 1] === char) ? char : encodeChar(char),
		)
		.join("");
	// The Buttons plugin takes a code span that begins so for a button.
	return /^button-/i.test(encoded) ? encodeChar(encoded.slice(0, 1)) + encoded.slice(1) : encoded;
}

/**
 * What stands for the id of a model of which the writer knows the name alone: the name in one word, since what reads
 * records knows no other ids.
 */
export function idOfName(name: string): string {
	return name.trim().replace(/\s+/g, "-");
}

/** The id that `encodeId` wrote, or as it stands when it is no encoding. */
export function decodeId(encoded: string): string {
	try {
		return decodeURIComponent(encoded);
	} catch {
		return encoded;
	}
}

function encodeChar(char: string): string {
	return Array.from(
		new TextEncoder().encode(char),
		(byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
	).join("");
}

/**
 * A model's name without the maker that a router puts before it ("Anthropic: Claude Opus 4.1"), where the id names the
 * same maker. Where the model's part of the id begins with the maker too, the name does: "DeepSeek: R1" is DeepSeek R1.
 * What stands before a colon otherwise is part of the name.
 * @param id the exact id, with the maker before its last slash
 */
export function withoutMaker(name: string, id: string): string {
	const [, before = "", rest = ""] = /^([^:]{1,40}):\s+(\S.*)$/s.exec(name) ?? [];
	if (before === "") return name;
	const [maker = "", model = ""] = id.split("/").slice(-2).map(letters);
	const prefix = letters(before);
	const isMaker = prefix.length > 1 && maker.length > 1 && (prefix.startsWith(maker) || maker.startsWith(prefix));
	if (!isMaker) return name;
	return model.startsWith(prefix) && !letters(rest).startsWith(prefix) ? `${before} ${rest}` : rest;
}

function letters(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
