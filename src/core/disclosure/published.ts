import { headOf, isInFolder, type ParseYaml } from "../privacy/privacy";

/** Which notes count as published: all that nothing keeps back, or only those that say so themselves. */
export const publishedBy = ["default", "property"] as const;
export type PublishedBy = (typeof publishedBy)[number];

/** Properties by which publishers take a note or leave it (Publish, Digital Garden, Quartz, Hugo, Jekyll). */
const takes = ["publish", "dg-publish", "published"] as const;
const leaves = ["draft", "private", "dg-draft"] as const;

/**
 * What a note's properties say of publishing it: `yes`, `no`, or null where they say nothing. What can't be understood
 * is `no`: rather silent than indiscreet.
 */
export function publishingOf(properties: Readonly<Record<string, unknown>> | null | undefined): "yes" | "no" | null {
	let said: "yes" | null = null;
	for (const [name, value] of Object.entries(properties ?? {})) {
		const key = name.trim().toLowerCase();
		const taken = takes.some((one) => one === key);
		if (!taken && !leaves.some((one) => one === key)) continue;
		if (value === null || value === undefined || value === "") continue;
		const truth = truthOf(value);
		if (truth === null || truth !== taken) return "no";
		if (taken) said = "yes";
	}
	return said;
}

/** A line, or a piece of flow style, that names one of these as a property would. */
const mention = new RegExp(
	String.raw`(?:^|[{,])[^\p{L}\p{N}\n]{0,9}(?:${[...takes, ...leaves].join("|")})["']?\s*[:=]`,
	"imu",
);

/** What stands as properties at a note's head says so, be it none to the app; `no` where it speaks of it unreadably. */
export function publishingIn(text: string, parse: ParseYaml): "yes" | "no" | null {
	const head = headOf(text);
	if (head === "") return null;
	try {
		const found = parse(head);
		if (typeof found === "object" && found !== null && !Array.isArray(found)) return publishingOf({ ...found });
	} catch {
		// It is read by its lines.
	}
	return mention.test(head) ? "no" : null;
}

function truthOf(value: unknown): boolean | null {
	if (typeof value === "boolean") return value;
	if (typeof value === "number") return value !== 0;
	if (typeof value !== "string") return null;
	const word = value.trim().toLowerCase();
	if (/^(?:true|yes|on|oui|1)$/.test(word)) return true;
	return /^(?:false|no|off|non|0)$/.test(word) ? false : null;
}

/** What decides whether a note may be named. */
export interface Publishing {
	readonly by: PublishedBy;
	/** Folders whose notes are never named. */
	readonly keptBack: readonly string[];
}

/** Whether a note is published, as far as it can be told here. */
export function isPublished(
	path: string,
	properties: Readonly<Record<string, unknown>> | null | undefined,
	{ by, keptBack }: Publishing,
): boolean {
	const said = publishingOf(properties);
	return (by === "property" ? said === "yes" : said !== "no") && !keptBack.some((folder) => isInFolder(path, folder));
}
