import { getFrontMatterInfo, parseYaml } from "obsidian";
import type { Settings } from "../../core/settings";

/** Why a note is never sent, or null when it may be. Read from the text itself, which may be newer than what is saved. */
export function privacyOf(path: string, text: string, settings: Settings): "private" | "privateFolder" | null {
	if (settings.privateFolders.some((folder) => path.startsWith(`${folder}/`))) return "privateFolder";
	const { frontmatter } = getFrontMatterInfo(text);
	if (!/^ai\s*:/m.test(frontmatter)) return null;
	try {
		const properties: unknown = parseYaml(frontmatter);
		const ai = typeof properties === "object" && properties !== null ? (properties as Record<string, unknown>)["ai"] : undefined;
		return ai === "never" ? "private" : null;
	} catch {
		// Properties that can't be read but speak of "ai": rather silent than indiscreet.
		return "private";
	}
}
