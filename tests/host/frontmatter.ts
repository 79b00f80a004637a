import type * as obsidian from "obsidian";
import { parse, stringify } from "yaml";

/** Obsidian's `parseYaml`; throws on what is not YAML. */
export function parseYaml(text: string): unknown {
	return parse(text, { logLevel: "error" });
}

/** Obsidian's `stringifyYaml`: block style, long lines not folded. */
export function stringifyYaml(value: unknown): string {
	return stringify(value, { lineWidth: 0 });
}

/** Obsidian's `getFrontMatterInfo`: where the properties lie, if the note begins with some. */
export function getFrontMatterInfo(content: string): obsidian.FrontMatterInfo {
	const opening = /^---[ \t]*\r?\n/.exec(content);
	if (opening === null) return { exists: false, frontmatter: "", from: 0, to: 0, contentStart: 0 };
	const from = opening[0].length;
	const closing = /(^|\r?\n)---[ \t]*(\r?\n|$)/.exec(content.slice(from));
	if (closing === null) return { exists: false, frontmatter: "", from: 0, to: 0, contentStart: 0 };
	const to = from + closing.index;
	return {
		exists: true,
		frontmatter: content.slice(from, to),
		from,
		to,
		contentStart: from + closing.index + closing[0].length,
	};
}

/** The text with its properties changed by `change`; the rest keeps every byte. */
export function changeFrontMatter(content: string, change: (frontmatter: Record<string, unknown>) => void): string {
	const info = getFrontMatterInfo(content);
	const parsed = info.exists ? parseYaml(info.frontmatter) : null;
	const properties =
		typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? (parsed as Record<string, unknown>) : {};
	const before = JSON.stringify(properties);
	change(properties);
	if (JSON.stringify(properties) === before) return content;
	const body = info.exists ? content.slice(info.contentStart) : content;
	if (Object.keys(properties).length === 0) return body;
	return `---\n${stringifyYaml(properties)}---\n${body}`;
}

type Properties = Record<string, unknown> | null | undefined;

/** Obsidian's `parseFrontMatterEntry`. */
export function parseFrontMatterEntry(frontmatter: Properties, key: string | RegExp): unknown {
	if (frontmatter == null) return null;
	for (const [name, value] of Object.entries(frontmatter))
		if (typeof key === "string" ? name === key : key.test(name)) return value;
	return null;
}

/** Obsidian's `parseFrontMatterStringArray`: a list, or one string cut at its commas. */
export function parseFrontMatterStringArray(frontmatter: Properties, key: string | RegExp): string[] | null {
	const value = parseFrontMatterEntry(frontmatter, key);
	if (Array.isArray(value)) return value.filter((one) => one !== null).map((one) => String(one).trim());
	return typeof value === "string"
		? value
				.split(",")
				.map((one) => one.trim())
				.filter((one) => one !== "")
		: null;
}

/** Obsidian's `parseFrontMatterAliases`. */
export function parseFrontMatterAliases(frontmatter: Properties): string[] | null {
	return parseFrontMatterStringArray(frontmatter, /^alias(es)?$/i);
}

/** Obsidian's `parseFrontMatterTags`, each with its `#`. */
export function parseFrontMatterTags(frontmatter: Properties): string[] | null {
	const tags = parseFrontMatterStringArray(frontmatter, /^tags?$/i);
	return tags?.map((tag) => (tag.startsWith("#") ? tag : `#${tag}`)) ?? null;
}
