import { getFrontMatterInfo, parseYaml, type App, type EventRef, type TAbstractFile, type TFile } from "obsidian";
import type { InterfaceLanguage } from "../../core/languages/interface-language";
import { menuOrder, parseObjective, type Objective } from "../../core/prompts/objective";
import { sentText } from "../../core/prompts/sent-text";
import type { Device } from "../storage/device";
import type { SettingsStore } from "../storage/settings-store";
import type { Privacy } from "./privacy";
import { PromptFolder } from "./prompt-folder";
import { StyleReader, type LeftOut, type StylePrompt } from "./style-prompt";

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
	private readonly styleReader: StyleReader;
	/** Where the notes are. */
	readonly folder: PromptFolder;

	constructor(private readonly port: PromptNotesPort) {
		const { app, privacy, leftOut } = port;
		this.folder = new PromptFolder(port);
		this.styleReader = new StyleReader({ app, privacy, leftOut, textOf: (file) => this.textOf(file) });
	}

	/**
	 * Objectives that can be chosen, in the order of the menu: before their notes are made, those that will be. There is
	 * always one of kind `words`.
	 */
	get objectives(): readonly Objective[] {
		const { isMade, builtIn } = this.folder;
		if (!isMade) return menuOrder(builtIn);
		const listed = menuOrder(this.known);
		if (listed.some((objective) => objective.kind === "words" && objective.problem === null)) return listed;
		return [...builtIn.filter(({ kind }) => kind === "words").slice(0, 1), ...listed];
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
		await (this.areWanted || this.folder.isUnfinished ? this.prepare() : this.read());
	}

	/**
	 * Makes the folder with its notes when it is not there, and reads the objectives. Called again it waits for the
	 * same.
	 */
	prepare(): Promise<void> {
		this.preparing ??= this.prepareOnce().finally(() => (this.preparing = null));
		return this.preparing;
	}

	/** Makes the notes that are still missing where one was made before the others. Never rejects. */
	async finish(): Promise<void> {
		if (this.folder.isUnfinished) await this.prepare().catch(() => undefined);
	}

	/** Waits for what is typed into fields, and for notes that are being made or read. Never rejects. */
	async ready(): Promise<void> {
		await this.port.unsaved.settle();
		await this.preparing?.catch(() => undefined);
		await this.reading;
	}

	/**
	 * The style prompt. Waits for notes that are being made: the first question goes with the same style as the next.
	 * Never rejects.
	 */
	async style(): Promise<StylePrompt> {
		await this.preparing?.catch(() => undefined);
		return this.styleReader.read(this.folder.stylePath);
	}

	private async prepareOnce(): Promise<void> {
		const { app, settings } = this.port;
		if (app.vault.getFolderByPath(this.folder.root) === null || this.folder.isUnfinished) await this.folder.make();
		if (!settings.value.notesMade) await settings.set({ notesMade: true });
		await this.read();
	}

	/** Follows changes of the notes, and the folder when it is renamed. The caller unregisters the references. */
	watch(): EventRef[] {
		const {
			app: { vault },
			settings,
		} = this.port;
		const look = (file: TAbstractFile, before?: string): void => {
			if (this.folder.holds(file.path) || (before !== undefined && this.folder.holds(before))) void this.read();
		};
		return [
			vault.on("create", (file) => look(file)),
			vault.on("modify", (file) => look(file)),
			vault.on("delete", (file) => look(file)),
			vault.on("rename", (file, before) => {
				if (before === this.folder.root) {
					void settings.set({ folder: file.path });
					void this.read();
				}
				look(file, before);
			}),
		];
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
				const read = await Promise.all(this.folder.notes.map((file) => this.objective(file)));
				this.known = read.filter((objective) => objective !== null);
				for (const listener of [...this.listeners]) listener();
			}
		} finally {
			this.reading = null;
		}
	}

	// Null for a note that is gone before it was read.
	private async objective(file: TFile): Promise<Objective | null> {
		const text = await this.textOf(file);
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

	// With what is typed into its field; null where the note is gone.
	private async textOf(file: TFile): Promise<string | null> {
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
