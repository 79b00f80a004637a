/**
 * Whether a note's properties say that it is never sent: `ai: never`, as a text or in a list, however the name is
 * written, since Obsidian knows one property by it. Properties that can't be read and speak of `ai` count as such:
 * rather silent than indiscreet.
 * @param properties as YAML, without the lines of dashes
 * @param parse reads YAML; may throw
 */
export function saysNever(properties: string, parse: (yaml: string) => unknown): boolean {
	if (!/\bai\b/i.test(properties)) return false;
	try {
		const parsed = parse(properties);
		if (typeof parsed !== "object" || parsed === null) return false;
		const values = Object.entries(parsed)
			.filter(([name]) => name.trim().toLowerCase() === "ai")
			.flatMap(([, value]: [string, unknown]) => value);
		return values.some((value) => typeof value === "string" && value.trim().toLowerCase() === "never");
	} catch {
		return /(?:^|[{,\s])["']?ai["']?\s*:/i.test(properties);
	}
}

/** Properties that are being written at a note's head and have no end yet; empty when there are none. */
export function unendedProperties(text: string): string {
	return /^---[ \t]*\r?\n((?:[ \t]*\S.*(?:\r?\n|$))*)/.exec(text)?.[1] ?? "";
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

function plainPath(path: string): string {
	return path
		.normalize("NFC")
		.toLowerCase()
		.replace(/[\u00a0\u202f]/g, " ")
		.split(/[\\/]/)
		.map((part) => part.trim())
		.filter((part) => part !== "" && part !== ".")
		.join("/");
}
