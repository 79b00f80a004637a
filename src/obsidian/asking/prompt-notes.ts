import { getFrontMatterInfo, normalizePath, parseYaml, TFile, type App, type EventRef, type TAbstractFile } from "obsidian";
import { menuOrder, parseObjective, type Objective } from "../../core/prompts/objective";
import { englishSeeds, frenchSeeds, seedText, type Seed, type Seeds } from "../../core/prompts/seeds";
import type { InterfaceLanguage } from "../../core/i18n/words";
import type { Device } from "../storage/device";

/** Links of the style note that are followed, at most: enough for a glossary and a guide, little enough to pay for. */
const mostLinked = 8;

/** Where this device keeps the folder whose notes it is making, so that a start that was cut short is finished by the next one. */
const makingKey = "expert-friend-making";

/**
 * The style prompt and the objectives, which are notes in the vault. Reads them afresh when they change; makes them on
 * first use and never again, so that a note the writer deleted stays deleted.
 */
export class PromptNotes {
	private known: readonly Objective[] = [];
	private preparing: Promise<void> | null = null;
	private readonly listeners = new Set<() => void>();

	/** @param folder the plugin's folder as set now; null for the language's default. */
	constructor(private readonly app: App, private readonly device: Device, private readonly folder: () => string | null, private readonly language: () => InterfaceLanguage) {}

	/** What the folder is made of in the interface language. */
	get seeds(): Seeds {
		return this.language() === "fr" ? frenchSeeds : englishSeeds;
	}

	get root(): string {
		return normalizePath(this.folder() ?? this.seeds.folder);
	}

	get stylePath(): string {
		return `${this.root}/${this.seeds.style.name}.md`;
	}

	private get objectivesRoot(): string {
		return `${this.root}/${this.seeds.objectivesFolder}`;
	}

	/** Objectives that can be chosen, in the order of the menu. There is always one of kind `words`. */
	get objectives(): readonly Objective[] {
		const listed = menuOrder(this.known);
		if (listed.some((objective) => objective.kind === "words" && objective.problem === null)) return listed;
		return [...this.seeds.objectives.filter((seed) => seed.properties["kind"] === "words").slice(0, 1).map(builtIn), ...listed];
	}

	/** Calls back when the objectives changed. Returns the way to stop. */
	onChange(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	/** Makes the folder with its notes when it is not there, and reads the objectives. Called again it waits for the same. */
	prepare(): Promise<void> {
		this.preparing ??= this.prepareOnce().finally(() => (this.preparing = null));
		return this.preparing;
	}

	/** Waits for notes that are being made or read. Never rejects. */
	async ready(): Promise<void> {
		await this.preparing?.catch(() => undefined);
	}

	private async prepareOnce(): Promise<void> {
		if (this.app.vault.getAbstractFileByPath(this.root) === null || this.device.load(makingKey) === this.root) await this.make();
		await this.read();
	}

	/** Follows changes of the notes. The caller unregisters the references. */
	watch(): EventRef[] {
		const { vault } = this.app;
		const look = (file: TAbstractFile, before?: string): void => {
			if (this.holds(file.path) || (before !== undefined && this.holds(before))) void this.read();
		};
		return [
			vault.on("create", (file) => look(file)),
			vault.on("modify", (file) => look(file)),
			vault.on("delete", (file) => look(file)),
			vault.on("rename", (file, before) => look(file, before)),
		];
	}

	/** The style prompt: the body of its note, then what it links to or embeds, one level deep. Empty when there is no note. */
	async style(): Promise<string> {
		const file = this.app.vault.getFileByPath(this.stylePath);
		if (file === null) return "";
		const body = await this.body(file);
		const parts = [body];
		const cache = this.app.metadataCache.getFileCache(file);
		const seen = new Set([file.path]);
		for (const { link } of [...(cache?.embeds ?? []), ...(cache?.links ?? [])]) {
			const target = this.app.metadataCache.getFirstLinkpathDest(link.replace(/#.*$/, ""), file.path);
			if (target === null || target.extension !== "md" || seen.has(target.path) || seen.size > mostLinked) continue;
			seen.add(target.path);
			parts.push(`${target.basename}:\n\n${await this.body(target)}`);
		}
		return parts.map((part) => part.trim()).filter((part) => part !== "").join("\n\n");
	}

	private holds(path: string): boolean {
		return path.startsWith(`${this.objectivesRoot}/`);
	}

	private async make(): Promise<void> {
		const { seeds, app: { vault } } = this;
		const missing = (path: string): boolean => vault.getAbstractFileByPath(path) === null;
		this.device.save(makingKey, this.root);
		// Loaded again while it makes them, the plugin makes them twice at once: what is there in the end is all that counts.
		const make = async (path: string, create: () => Promise<unknown>): Promise<void> => {
			if (missing(path)) await create().catch(async (error: unknown) => {
				if (!(await vault.adapter.exists(path))) throw error;
			});
		};
		for (const folder of [this.root, this.objectivesRoot]) await make(folder, () => vault.createFolder(folder));
		const notes = [[this.stylePath, seeds.style] as const, ...seeds.objectives.map((seed) => [`${this.objectivesRoot}/${seed.name}.md`, seed] as const)];
		for (const [path, seed] of notes) await make(path, () => vault.create(path, seedText(seed)));
		this.device.save(makingKey, null);
	}

	private async read(): Promise<void> {
		const files = this.app.vault.getMarkdownFiles().filter((file) => this.holds(file.path));
		this.known = await Promise.all(files.map((file) => this.objective(file)));
		for (const listener of this.listeners) listener();
	}

	private async objective(file: TFile): Promise<Objective> {
		const text = await this.app.vault.cachedRead(file);
		const info = getFrontMatterInfo(text);
		return parseObjective(file.path, propertiesOf(info.frontmatter), text.slice(info.contentStart));
	}

	private async body(file: TFile): Promise<string> {
		const text = await this.app.vault.cachedRead(file);
		return text.slice(getFrontMatterInfo(text).contentStart);
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
	return parseObjective(`built-in/${seed.name}.md`, seed.properties, seed.body);
}
