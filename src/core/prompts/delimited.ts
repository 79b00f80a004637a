/**
 * A text between tags, as data. The tag takes a number when the text itself holds something that would read as its end,
 * however it is written, so that the text cannot leave it. The same text gives the same tags, so that endpoints can
 * reuse them.
 * @param attributes with a space before each
 */
export function delimited(tag: string, text: string, attributes = ""): string {
	const name = freeName(tag, text);
	return `<${name}${attributes}>\n${text}\n</${name}>`;
}

/** The same within a line of other words. */
export function delimitedInline(tag: string, text: string): string {
	if (text.includes("\n")) return delimited(tag, text);
	const name = freeName(tag, text);
	return `<${name}>${text}</${name}>`;
}

/** Units of a text that are enough to know its language by. */
const maxBeginning = 4000;

/** The beginning of a text without what stands between tags in it: the words of whoever wrote it. */
export function undelimited(text: string): string {
	return text.slice(0, maxBeginning).replace(/<([a-z_]+(?:-\d+)?)(?: [^>\n]*)?>[^]*?<\/\1>/g, " ");
}

// Models take a tag for another one that differs in case or spaces only.
function freeName(tag: string, text: string): string {
	const ends = new RegExp(`<\\s*/\\s*${tag}(?:-(\\d+))?(?![\\w-])`, "gi");
	const taken = new Set(Array.from(text.matchAll(ends), ([, number]) => Number(number ?? 1)));
	let number = 1;
	while (taken.has(number)) number++;
	return number === 1 ? tag : `${tag}-${number}`;
}
