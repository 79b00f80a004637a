import type * as obsidian from "obsidian";

/** The version of Obsidian's API that the stand-in follows. */
export const apiVersion = "1.13.1";

/** Obsidian's `requireApiVersion`. */
export function requireApiVersion(version: string): boolean {
	const [asked, here] = [version, apiVersion].map((one) => one.split(".").map(Number));
	for (let n = 0; n < 3; n++) {
		const difference = (here?.[n] ?? 0) - (asked?.[n] ?? 0);
		if (difference !== 0) return difference > 0;
	}
	return true;
}

/** Obsidian's `debounce`. Without `resetTimer` the first call sets the time, with it the last one does. */
export function debounce<A extends unknown[], V>(
	callback: (...args: A) => V,
	timeout = 0,
	resetTimer = false,
): obsidian.Debouncer<A, V> {
	let timer: number | null = null;
	let latest: A | null = null;
	const fire = (): V | undefined => {
		timer = null;
		const args = latest;
		latest = null;
		return args === null ? undefined : callback(...args);
	};
	const debounced = ((...args: A) => {
		latest = args;
		if (timer !== null && !resetTimer) return debounced;
		if (timer !== null) window.clearTimeout(timer);
		timer = window.setTimeout(fire, timeout);
		return debounced;
	}) as unknown as obsidian.Debouncer<A, V>;
	debounced.cancel = () => {
		if (timer !== null) window.clearTimeout(timer);
		timer = null;
		latest = null;
		return debounced;
	};
	debounced.run = () => {
		if (timer === null) return undefined;
		window.clearTimeout(timer);
		return fire();
	};
	return debounced;
}

/** Obsidian's `parseLinktext`: the note's part of a link, and what follows from `#` on. */
export function parseLinktext(linktext: string): { path: string; subpath: string } {
	const at = linktext.indexOf("#");
	return at < 0 ? { path: linktext, subpath: "" } : { path: linktext.slice(0, at), subpath: linktext.slice(at) };
}

/** Obsidian's `getLinkpath`. */
export function getLinkpath(linktext: string): string {
	return parseLinktext(linktext).path;
}

/** Obsidian's `resolveSubpath`: where in a note the heading or block lies that a link names after `#`. */
export function resolveSubpath(
	cache: obsidian.CachedMetadata,
	subpath: string,
): obsidian.HeadingSubpathResult | obsidian.BlockSubpathResult | null {
	const parts = subpath
		.split("#")
		.map((part) => part.trim())
		.filter((part) => part !== "");
	const last = parts[parts.length - 1];
	if (last === undefined) return null;
	if (last.startsWith("^")) {
		const block = cache.blocks?.[last.slice(1).toLowerCase()];
		return block === undefined ? null : { type: "block", block, start: block.position.start, end: block.position.end };
	}
	const headings = cache.headings ?? [];
	// `#A#B` is the first B under the first A.
	let at = -1;
	for (const part of parts) {
		at = headings.findIndex(
			({ heading }, index) => index > at && stripHeading(heading).toLowerCase() === stripHeading(part).toLowerCase(),
		);
		if (at < 0) return null;
	}
	const current = headings[at]!;
	const next = headings.slice(at + 1).find(({ level }) => level <= current.level);
	return {
		type: "heading",
		current,
		next: next as obsidian.HeadingCache,
		start: current.position.start,
		end: next?.position.start ?? null,
	};
}

/** Obsidian's `stripHeading`: a heading as its links name it. */
export function stripHeading(heading: string): string {
	return heading
		.replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, " ")
		.replace(/\s+/g, " ")
		.trim();
}

/** Obsidian's `stripHeadingForLink`. */
export function stripHeadingForLink(heading: string): string {
	return heading
		.replace(/([:#|^\\\r\n]|%%|\[\[|]])/g, " ")
		.replace(/\s+/g, " ")
		.trim();
}

/** Obsidian's `getAllTags`: in the text and in the properties. */
export function getAllTags(cache: obsidian.CachedMetadata): string[] | null {
	const properties = [cache.frontmatter?.["tags"] as unknown]
		.flat()
		.filter((tag): tag is string => typeof tag === "string");
	return [
		...(cache.tags ?? []).map(({ tag }) => tag),
		...properties.map((tag) => (tag.startsWith("#") ? tag : `#${tag}`)),
	];
}

/**
 * Obsidian's `getLanguage`: the interface's language, by `?lang=` here, remembered in this browser as Obsidian does.
 */
export function getLanguage(): string {
	return new URLSearchParams(location.search).get("lang") ?? window.localStorage.getItem("language") ?? "en";
}

/** Obsidian's `arrayBufferToBase64`. */
export function arrayBufferToBase64(buffer: ArrayBuffer): string {
	let binary = "";
	for (const byte of new Uint8Array(buffer)) binary += String.fromCharCode(byte);
	return btoa(binary);
}

/** Obsidian's `base64ToArrayBuffer`. */
export function base64ToArrayBuffer(base64: string): ArrayBuffer {
	return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
}
