import type * as obsidian from "obsidian";
import { GFM, parser } from "@lezer/markdown";
import { Events } from "./events";
import { TFile } from "./files";
import { getFrontMatterInfo, parseYaml } from "./frontmatter";
import { normalizePath, parentPath } from "./paths";
import type { Vault } from "./vault";

const markdown = parser.configure(GFM);

const sectionTypes: Readonly<Record<string, string>> = {
	Paragraph: "paragraph",
	ATXHeading1: "heading",
	ATXHeading2: "heading",
	ATXHeading3: "heading",
	ATXHeading4: "heading",
	ATXHeading5: "heading",
	ATXHeading6: "heading",
	SetextHeading1: "heading",
	SetextHeading2: "heading",
	FencedCode: "code",
	CodeBlock: "code",
	BulletList: "list",
	OrderedList: "list",
	Table: "table",
	HorizontalRule: "thematicBreak",
	HTMLBlock: "html",
	Blockquote: "blockquote",
};

function positions(text: string): (from: number, to: number) => obsidian.Pos {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	const loc = (offset: number): obsidian.Loc => {
		let [low, high] = [0, starts.length - 1];
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return { line: low, col: offset - (starts[low] ?? 0), offset };
	};
	return (from, to) => ({ start: loc(from), end: loc(to) });
}

/** What Obsidian's cache says of a note's text: properties, sections, headings, wikilinks, embeds, tags, block ids. */
export function readMetadata(text: string): obsidian.CachedMetadata {
	const cache: obsidian.CachedMetadata = {};
	const at = positions(text);
	const info = getFrontMatterInfo(text);
	const sections: obsidian.SectionCache[] = [];
	if (info.exists) {
		try {
			const properties = parseYaml(info.frontmatter);
			if (typeof properties === "object" && properties !== null && !Array.isArray(properties))
				cache.frontmatter = properties;
		} catch {
			// Properties that are no YAML are shown as such by Obsidian, and are not in its cache.
		}
		cache.frontmatterPosition = at(0, info.contentStart);
		sections.push({ type: "yaml", position: cache.frontmatterPosition });
	}
	const body = text.slice(info.contentStart);
	const start = info.contentStart;
	const code: [number, number][] = [];
	const headings: obsidian.HeadingCache[] = [];
	markdown.parse(body).iterate({
		enter(node) {
			const from = start + node.from;
			const to = start + node.to;
			if (["FencedCode", "CodeBlock", "InlineCode", "HTMLBlock", "CommentBlock"].includes(node.name))
				code.push([from, to]);
			if (node.node.parent?.name !== "Document") return;
			const type = sectionTypes[node.name];
			if (type === undefined) return;
			const isCallout = type === "blockquote" && /^\s*>\s*\[!/.test(text.slice(from, to));
			sections.push({ type: isCallout ? "callout" : type, position: at(from, to) });
			if (type !== "heading") return;
			const raw = text.slice(from, to);
			const heading = raw.startsWith("#")
				? raw.replace(/^#+[ \t]*/, "").replace(/[ \t]+#+[ \t]*$/, "")
				: raw.replace(/\n[^\n]*$/, "");
			headings.push({ heading: heading.trim(), level: Number(node.name.slice(-1)), position: at(from, to) });
		},
	});
	const outside = (offset: number) => !code.some(([from, to]) => offset >= from && offset < to);
	const links: obsidian.LinkCache[] = [];
	const embeds: obsidian.EmbedCache[] = [];
	for (const match of body.matchAll(/(!?)\[\[([^\]|\n]+)(?:\|([^\]\n]*))?\]\]/g)) {
		const from = start + match.index;
		if (!outside(from)) continue;
		const link = (match[2] ?? "").trim();
		const found = {
			link,
			original: match[0],
			displayText: match[3] ?? link.replace(/#/g, " > "),
			position: at(from, from + match[0].length),
		};
		(match[1] === "!" ? embeds : links).push(found);
	}
	const tags: obsidian.TagCache[] = [];
	for (const match of body.matchAll(/(^|\s)(#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*)/gu)) {
		const from = start + match.index + (match[1] ?? "").length;
		if (outside(from)) tags.push({ tag: match[2] ?? "", position: at(from, from + (match[2] ?? "").length) });
	}
	const blocks: Record<string, obsidian.BlockCache> = {};
	for (const match of body.matchAll(/(?:^|[ \t])\^([A-Za-z0-9-]+)[ \t]*$/gm)) {
		const from = start + match.index;
		const id = match[1] ?? "";
		const section = sections.find(({ position }) => position.start.offset <= from && position.end.offset >= from);
		if (section !== undefined) blocks[id.toLowerCase()] = { id, position: section.position };
	}
	if (sections.length > 0) cache.sections = sections;
	if (headings.length > 0) cache.headings = headings;
	if (links.length > 0) cache.links = links;
	if (embeds.length > 0) cache.embeds = embeds;
	if (tags.length > 0) cache.tags = tags;
	if (Object.keys(blocks).length > 0) cache.blocks = blocks;
	return cache;
}

type CacheMembers = Pick<
	obsidian.MetadataCache,
	"getFirstLinkpathDest" | "getFileCache" | "getCache" | "fileToLinktext" | "resolvedLinks" | "unresolvedLinks"
>;

/** Obsidian's `MetadataCache`. Notes are read after the vault is there; `resolved` says when all were. */
export class MetadataCache extends Events implements CacheMembers {
	resolvedLinks: Record<string, Record<string, number>> = {};
	unresolvedLinks: Record<string, Record<string, number>> = {};
	private readonly caches = new Map<TFile, obsidian.CachedMetadata>();

	constructor(private readonly vault: Vault) {
		super();
		// What is told as created while the vault loads was read before.
		vault.on("create", (file: unknown) => {
			if (!(file instanceof TFile && this.caches.has(file))) void this.index(file);
		});
		vault.on("modify", (file: unknown) => void this.index(file));
		vault.on("rename", () => this.resolveAll());
		vault.on("delete", (file: unknown) => {
			if (!(file instanceof TFile)) return;
			const before = this.caches.get(file) ?? null;
			this.caches.delete(file);
			this.resolveAll();
			this.trigger("deleted", file, before);
		});
	}

	/** Reads all notes, before the layout is ready. */
	async indexAll(): Promise<void> {
		const files = this.vault.getMarkdownFiles();
		const workers = Array.from({ length: 8 }, async () => {
			for (let file = files.pop(); file !== undefined; file = files.pop())
				this.caches.set(file, readMetadata(await this.vault.cachedRead(file)));
		});
		await Promise.all(workers);
		this.resolveAll();
		this.trigger("resolved");
	}

	getFileCache(file: obsidian.TFile): obsidian.CachedMetadata | null {
		return this.caches.get(file as TFile) ?? null;
	}

	getCache(path: string): obsidian.CachedMetadata | null {
		const file = this.vault.getFileByPath(path);
		return file === null ? null : this.getFileCache(file);
	}

	getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
		const wanted = normalizePath(linkpath).toLowerCase();
		const from = parentPath(sourcePath);
		const relative = /^\.\.?\//.test(linkpath) ? resolveRelative(from, linkpath).toLowerCase() : null;
		const matches = this.vault.getFiles().filter((file) => {
			const names =
				file.extension === "md"
					? [file.path.toLowerCase(), file.path.slice(0, -3).toLowerCase()]
					: [file.path.toLowerCase()];
			return names.some((name) =>
				relative !== null ? name === relative : name === wanted || name.endsWith(`/${wanted}`),
			);
		});
		const rank = (file: TFile) =>
			file.path.toLowerCase().startsWith(wanted)
				? 0
				: parentPath(file.path) === from
					? 1
					: 2 + file.path.split("/").length;
		return matches.sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1))[0] ?? null;
	}

	fileToLinktext(file: obsidian.TFile, sourcePath: string, omitMdExtension = true): string {
		const path = omitMdExtension && file.extension === "md" ? file.path.slice(0, -3) : file.path;
		const name = path.slice(path.lastIndexOf("/") + 1);
		return this.getFirstLinkpathDest(name, sourcePath) === file ? name : path;
	}

	private async index(file: unknown): Promise<void> {
		if (!(file instanceof TFile) || file.extension !== "md") return;
		const data = await this.vault.cachedRead(file).catch(() => null);
		if (data === null || file.deleted) return;
		const cache = readMetadata(data);
		this.caches.set(file, cache);
		this.resolve(file, cache);
		this.trigger("changed", file, data, cache);
		this.trigger("resolve", file);
		this.trigger("resolved");
	}

	private resolveAll(): void {
		this.resolvedLinks = {};
		this.unresolvedLinks = {};
		for (const [file, cache] of this.caches) this.resolve(file, cache);
	}

	private resolve(file: TFile, cache: obsidian.CachedMetadata): void {
		const resolved: Record<string, number> = {};
		const unresolved: Record<string, number> = {};
		for (const { link } of [...(cache.links ?? []), ...(cache.embeds ?? [])]) {
			const path = link.split("#")[0] ?? "";
			const target = path === "" ? file : this.getFirstLinkpathDest(path, file.path);
			if (target === null) unresolved[path] = (unresolved[path] ?? 0) + 1;
			else resolved[target.path] = (resolved[target.path] ?? 0) + 1;
		}
		this.resolvedLinks[file.path] = resolved;
		this.unresolvedLinks[file.path] = unresolved;
	}
}

function resolveRelative(from: string, link: string): string {
	const parts = from === "/" ? [] : from.split("/");
	for (const part of link.split("/")) {
		if (part === "..") parts.pop();
		else if (part !== ".") parts.push(part);
	}
	return parts.join("/");
}
