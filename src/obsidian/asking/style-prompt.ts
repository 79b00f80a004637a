import { getFrontMatterInfo, parseLinktext, resolveSubpath, type App, type TFile } from "obsidian";
import { commentRanges } from "../../core/markdown/comments";
import { sentText } from "../../core/prompts/sent-text";
import type { Range } from "../../core/text/text";
import type { Privacy } from "./privacy";

/** Links of the style note that are followed, at most: enough for a glossary and a guide, little enough to pay for. */
const mostLinked = 8;

/** Why a note is not part of the style prompt: it is never sent, or the link names a part that it does not have. */
export type LeftOut = "private" | "section";

/** The style prompt, with the notes whose words it holds. */
export interface StylePrompt {
	readonly text: string;
	readonly sources: readonly TFile[];
}

export interface StyleReaderPort {
	readonly app: App;
	readonly privacy: Privacy;
	/** A note's text, with what is typed into its field; null where it is gone. */
	readonly textOf: (file: TFile) => Promise<string | null>;
	/** Told once of each note that the style prompt does without. */
	readonly leftOut: (link: string, reason: LeftOut) => void;
}

/** Reads the style prompt: a note, and the notes that it links to. */
export class StyleReader {
	/** What the style prompt did without when it was last made, and the writer was told. */
	private leftOut: ReadonlySet<string> = new Set();

	constructor(private readonly port: StyleReaderPort) {}

	/**
	 * The body of the note at a path, then what it links to or embeds, one level deep. Empty when there is no note. What
	 * is typed into its field is in it, written or not. Never rejects.
	 */
	async read(path: string): Promise<StylePrompt> {
		const { vault, metadataCache } = this.port.app;
		const file = vault.getFileByPath(path);
		if (file === null) return { text: "", sources: [] };
		const parts: string[] = [];
		const sources: TFile[] = [];
		const leftOut = new Map<string, LeftOut>();
		const add = async (source: TFile, subpath: string, link: string): Promise<void> => {
			const body = await this.body(source, subpath);
			if (typeof body === "object") leftOut.set(link, body.leftOut);
			else if (body !== "") {
				parts.push(source === file ? body : `${source.basename}${subpath.replace(/#\^?/g, " > ")}:\n\n${body}`);
				sources.push(source);
			}
		};
		await add(file, "", file.basename);
		const cache = metadataCache.getFileCache(file);
		const seen = new Set<string>();
		const hidden = await this.hidden(file);
		for (const { link, position } of [...(cache?.embeds ?? []), ...(cache?.links ?? [])]) {
			const { offset } = position.start;
			if (hidden.some(({ from, to }) => from <= offset && offset < to)) continue;
			const { path: linked, subpath } = parseLinktext(link);
			const target = metadataCache.getFirstLinkpathDest(linked, file.path);
			const key = `${target?.path}${subpath}`;
			if (target === null || target.extension !== "md" || target === file || seen.has(key) || seen.size >= mostLinked)
				continue;
			seen.add(key);
			await add(target, subpath, link);
		}
		for (const [link, reason] of leftOut) if (!this.leftOut.has(link)) this.port.leftOut(link, reason);
		this.leftOut = new Set(leftOut.keys());
		return { text: parts.join("\n\n"), sources };
	}

	/**
	 * What is sent of a note that prompts are made of, or of a part of it, trimmed: not its properties, no records; and
	 * why it is nothing where it is private, or has no such part.
	 */
	private async body(file: TFile, subpath: string): Promise<string | { readonly leftOut: LeftOut }> {
		const text = await this.port.textOf(file);
		if (text === null) return "";
		if ((await this.port.privacy.of(file)) !== null) return { leftOut: "private" };
		if (subpath === "") return sentText(text.slice(getFrontMatterInfo(text).contentStart));
		const cache = this.port.app.metadataCache.getFileCache(file);
		const part = cache === null ? null : resolveSubpath(cache, subpath);
		if (part === null) return { leftOut: "section" };
		return sentText(text.slice(part.start.offset, part.end?.offset));
	}

	/** Where a note's comments are: what they link to is the writer's business. */
	private async hidden(file: TFile): Promise<readonly Range[]> {
		const text = (await this.port.textOf(file)) ?? "";
		const { contentStart } = getFrontMatterInfo(text);
		return commentRanges(text.slice(contentStart)).map(({ from, to }) => ({
			from: from + contentStart,
			to: to + contentStart,
		}));
	}
}
