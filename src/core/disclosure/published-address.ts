/** What stands for a note in the address of a published one. */
const holes = ["{path}", "{slug}", "{name}"] as const;

/** Whether a text can be the address of published notes: on the web, with a place for the note or without. */
export function isAddressPattern(text: string): boolean {
	return /^https?:\/\/[^\s/{}]+\S*$/i.test(text) && !/[<>"`\\]/.test(text);
}

/**
 * Where a note is published; null where the writer has not said. Its property `permalink` tells, as an address or as a
 * path at the writer's site; else the pattern: `{path}` is the note's path as it is, `{slug}` that in small letters and
 * hyphens, `{name}` the last part of that. A pattern without one of these is a site whose addresses nobody knows.
 * @param pattern as the writer set it, `https://garden.example/{slug}`; empty for none
 */
export function publishedAddress(path: string, permalink: unknown, pattern: string): string | null {
	const site = isAddressPattern(pattern) ? pattern : "";
	if (typeof permalink === "string" && permalink.trim() !== "") {
		const given = permalink.trim();
		if (/^https?:\/\//i.test(given)) return isAddressPattern(given) ? given : null;
		const origin = /^https?:\/\/[^/{}]+/i.exec(site)?.[0];
		return origin === undefined ? null : `${origin}/${encoded(given.replace(/^\/+/, ""))}`;
	}
	if (!holes.some((hole) => site.includes(hole))) return null;
	const bare = path.replace(/\.md$/, "");
	const slug = bare.split("/").map(slugOf).join("/");
	return site
		.replace("{path}", () => encoded(bare))
		.replace("{slug}", () => encoded(slug))
		.replace("{name}", () => encoded(slug.replace(/^.*\//, "")));
}

function encoded(path: string): string {
	return path.split("/").map(encodeURIComponent).join("/");
}

function slugOf(name: string): string {
	return name
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, "-")
		.replace(/^-+|-+$/g, "");
}
