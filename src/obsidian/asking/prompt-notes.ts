import {
	getFrontMatterInfo,
	normalizePath,
	parseLinktext,
	parseYaml,
	resolveSubpath,
	type App,
	type EventRef,
	type TAbstractFile,
	type TFile,
} from "obsidian";
import { menuOrder, parseObjective, type Objective } from "../../core/prompts/objective";
import { seedsOf, seedText, type Seed, type Seeds } from "../../core/prompts/seeds";
import { commentRanges } from "../../core/markdown/comments";
import { sentText } from "../../core/prompts/sent-text";
import { nullable, text } from "../../core/stored/schema";
import type { Range } from "../../core/text/text";
import type { InterfaceLanguage } from "../../core/languages/interface-language";
import type { Device } from "../storage/device";
import type { SettingsStore } from "../storage/settings-store";
import type { Privacy } from "./privacy";

/** Where the objective is said to be that is always there. */
const builtInRoot = "built-in/";

/** Links of the style note that are followed, at most: enough for a glossary and a guide, little enough to pay for. */
const mostLinked = 8;

export interface PromptNotesPort {
	readonly app: App;
	readonly device: Device;
	readonly settings: SettingsStore;
	readonly language: () => InterfaceLanguage;
	readonly privacy: Privacy;
	/** What is typed into a note's field and not written yet. */
	readonly unsaved: {
		/** A note's text with it. */
		readonly textOf: (path: string, text: string) => string;
		/** Writes all of it that can be written. Never rejects. */
		readonly settle: () => Promise<void>;
	};
	/** Told once of each note that the style prompt does without. */
	readonly leftOut: (link: string, reason: LeftOut) => void;
}

/** Why a note is not part of the style prompt: it is never sent, or the link names a part that it does not have. */
export type LeftOut = "private" | "section";

/** The style prompt, with the notes whose words it holds. */
export interface StylePrompt {
	readonly text: string;
	readonly sources: readonly TFile[];
}

/**
 * The style prompt and the objectives, which are notes in the vault. Reads them afresh when they change; makes them on
 * first use and never again, so that a note the writer deleted stays deleted.
 */
export class PromptNotes {
	private known: readonly Objective[] = [];
	private preparing: Promise<void> | null = null;
	private reading: Promise<void> | null = null;
	/** Whether notes changed since the reading that goes on began. */
	private stale = false;
	private readonly listeners = new Set<() => void>();
	/** What the style prompt did without when it was last made, and the writer was told. */
	private leftOut: ReadonlySet<string> = new Set();

	constructor(private readonly port: PromptNotesPort) {}

	/** What the folder is made of in the interface language. */
	get seeds(): Seeds {
		return seedsOf[this.port.language()];
	}

	/** The plugin's folder: the one of the settings, else the language's default. */
	get root(): string {
		return normalizePath(this.port.settings.value.folder ?? this.seeds.folder);
	}

	get stylePath(): string {
		return `${this.root}/${this.seeds.style.name}.md`;
	}

	/** The folder of the objectives' notes. */
	get objectivesRoot(): string {
		return `${this.root}/${this.seeds.objectivesFolder}`;
	}

	/**
	 * Objectives that can be chosen, in the order of the menu: before their notes are made, those that will be. There is
	 * always one of kind `words`.
	 */
	get objectives(): readonly Objective[] {
		if (!this.isMade) return menuOrder(this.seeds.objectives.map(builtIn));
		const listed = menuOrder(this.known);
		if (listed.some((objective) => objective.kind === "words" && objective.problem === null)) return listed;
		return [
			...this.seeds.objectives
				.filter((seed) => seed.properties["kind"] === "words")
				.slice(0, 1)
				.map(builtIn),
			...listed,
		];
	}

	/** The objective that *Other words* stands for: the first of its kind that can be used. */
	get otherWords(): Objective | null {
		return this.objectives.find((objective) => objective.kind === "words" && objective.problem === null) ?? null;
	}

	/** Calls back when the objectives changed. Returns the way to stop. */
	onChange(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	private get isMade(): boolean {
		return this.port.settings.value.notesMade || this.port.app.vault.getFolderByPath(this.root) !== null;
	}

	/** Whether a friend is set up, and the notes were never made. */
	private get areWanted(): boolean {
		const { model, notesMade } = this.port.settings.value;
		return model !== null && !notesMade;
	}

	/**
	 * Reads the notes, and makes them as soon as a friend is set up, unless they were made before: on another device,
	 * from which they may still be on their way.
	 */
	async start(): Promise<void> {
		this.port.settings.onChange(() => {
			if (this.areWanted) void this.prepare();
		});
		await (this.areWanted || this.isUnfinished ? this.prepare() : this.read());
	}

	/**
	 * Makes the folder with its notes when it is not there, and reads the objectives. Called again it waits for the
	 * same.
	 */
	prepare(): Promise<void> {
		this.preparing ??= this.prepareOnce().finally(() => (this.preparing = null));
		return this.preparing;
	}

	/** The path under which an objective is kept, or would be. */
	pathOf({ path }: Objective): string {
		return path.startsWith(builtInRoot) ? `${this.objectivesRoot}/${path.slice(builtInRoot.length)}` : path;
	}

	/**
	 * The text of a note of prompts that is about to be made. The first of all brings the others along, by `finish`.
	 * @param body what it says
	 */
	made(path: string, body: string): string {
		if (!this.isMade) this.port.device.save("making", this.root);
		const seed = this.seeds.objectives.find(({ name }) => path === `${this.objectivesRoot}/${name}.md`);
		return seedText({ ...(seed ?? this.seeds.style), body });
	}

	/** Makes the notes that are still missing where one was made before the others. Never rejects. */
	async finish(): Promise<void> {
		if (this.isUnfinished) await this.prepare().catch(() => undefined);
	}

	/** Waits for what is typed into fields, and for notes that are being made or read. Never rejects. */
	async ready(): Promise<void> {
		await this.port.unsaved.settle();
		await this.preparing?.catch(() => undefined);
		await this.reading;
	}

	private async prepareOnce(): Promise<void> {
		const { app, settings } = this.port;
		if (app.vault.getFolderByPath(this.root) === null || this.isUnfinished) await this.make();
		if (!settings.value.notesMade) await settings.set({ notesMade: true });
		await this.read();
	}

	/** Whether some of the notes are made, and others not yet. */
	private get isUnfinished(): boolean {
		return this.port.device.read("making", nullable(text), null) === this.root;
	}

	/** Follows changes of the notes, and the folder when it is renamed. The caller unregisters the references. */
	watch(): EventRef[] {
		const {
			app: { vault },
			settings,
		} = this.port;
		const look = (file: TAbstractFile, before?: string): void => {
			if (this.holds(file.path) || (before !== undefined && this.holds(before))) void this.read();
		};
		return [
			vault.on("create", (file) => look(file)),
			vault.on("modify", (file) => look(file)),
			vault.on("delete", (file) => look(file)),
			vault.on("rename", (file, before) => {
				if (before === this.root) {
					void settings.set({ folder: file.path });
					void this.read();
				}
				look(file, before);
			}),
		];
	}

	/**
	 * The style prompt: the body of its note, then what it links to or embeds, one level deep. Empty when there is no
	 * note. Waits for notes that are being made: the first question goes with the same style as the next. Never rejects.
	 */
	async style(): Promise<StylePrompt> {
		// What is typed into its field is in it, written or not.
		await this.preparing?.catch(() => undefined);
		const { vault, metadataCache } = this.port.app;
		const file = vault.getFileByPath(this.stylePath);
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
			const { path, subpath } = parseLinktext(link);
			const target = metadataCache.getFirstLinkpathDest(path, file.path);
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

	private holds(path: string): boolean {
		return path === this.objectivesRoot || path.startsWith(`${this.objectivesRoot}/`);
	}

	private async make(): Promise<void> {
		const {
			seeds,
			port: {
				app: { vault },
				device,
			},
		} = this;
		const missing = (path: string): boolean => vault.getAbstractFileByPath(path) === null;
		// Kept until it is done, so that a start that was cut short is finished by the next one.
		device.save("making", this.root);
		// Loaded again while it makes them, the plugin makes them twice at once: what is there in the end is all that
		// counts.
		const make = async (path: string, create: () => Promise<unknown>): Promise<void> => {
			if (missing(path))
				await create().catch(async (error: unknown) => {
					if (!(await vault.adapter.exists(path))) throw error;
				});
		};
		for (const folder of [this.root, this.objectivesRoot]) await make(folder, () => vault.createFolder(folder));
		const notes = [
			[this.stylePath, seeds.style] as const,
			...seeds.objectives.map((seed) => [`${this.objectivesRoot}/${seed.name}.md`, seed] as const),
		];
		for (const [path, seed] of notes) await make(path, () => vault.create(path, seedText(seed)));
		device.save("making", null);
	}

	/**
	 * Reads the objectives, one reading at a time: what changes meanwhile is read after it, so that an older state
	 * never outdoes a newer one.
	 */
	read(): Promise<void> {
		this.stale = true;
		this.reading ??= this.readAll();
		return this.reading;
	}

	private async readAll(): Promise<void> {
		try {
			while (this.stale) {
				this.stale = false;
				const files = this.port.app.vault.getMarkdownFiles().filter((file) => this.holds(file.path));
				const read = await Promise.all(files.map((file) => this.objective(file)));
				this.known = read.filter((objective) => objective !== null);
				for (const listener of [...this.listeners]) listener();
			}
		} finally {
			this.reading = null;
		}
	}

	// Null for a note that is gone before it was read.
	private async objective(file: TFile): Promise<Objective | null> {
		const text = await this.text(file);
		if (text === null) return null;
		const info = getFrontMatterInfo(text);
		const objective = parseObjective(
			file.path,
			propertiesOf(info.frontmatter),
			sentText(text.slice(info.contentStart)),
		);
		const reason = this.port.privacy.ofText(file.path, text);
		// Where no folder is known nothing is sent at all, which is said then.
		return reason === null || reason === "unreadFolders"
			? objective
			: { ...objective, problem: { kind: "private", value: "" } };
	}

	/**
	 * What is sent of a note that prompts are made of, or of a part of it, trimmed: not its properties, no records; and
	 * why it is nothing where it is private, or has no such part.
	 */
	private async body(file: TFile, subpath: string): Promise<string | { readonly leftOut: LeftOut }> {
		const text = await this.text(file);
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
		const text = (await this.text(file)) ?? "";
		const { contentStart } = getFrontMatterInfo(text);
		return commentRanges(text.slice(contentStart)).map(({ from, to }) => ({
			from: from + contentStart,
			to: to + contentStart,
		}));
	}

	private async text(file: TFile): Promise<string | null> {
		const text = await this.port.app.vault.cachedRead(file).catch(() => null);
		return text === null ? null : this.port.unsaved.textOf(file.path, text);
	}
}

function propertiesOf(yaml: string): unknown {
	if (yaml.trim() === "") return {};
	try {
		return parseYaml(yaml) as unknown;
	} catch (error) {
		return error instanceof Error ? error : new Error(String(error));
	}
}

function builtIn(seed: Seed): Objective {
	return parseObjective(`${builtInRoot}${seed.name}.md`, seed.properties, seed.body);
}
