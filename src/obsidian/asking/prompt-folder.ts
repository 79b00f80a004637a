import { normalizePath, TFile, TFolder, type App } from "obsidian";
import type { InterfaceLanguage } from "../../core/languages/interface-language";
import { parseObjective, type Objective } from "../../core/prompts/objective";
import { seedsOf, seedText, type Seed, type Seeds } from "../../core/prompts/seeds";
import { nullable, text } from "../../core/stored/schema";
import type { Device } from "../storage/device";
import type { SettingsStore } from "../storage/settings-store";

/** Where the objective is said to be that is always there. */
const builtInRoot = "built-in/";

export interface PromptFolderPort {
	readonly app: App;
	readonly device: Device;
	readonly settings: SettingsStore;
	readonly language: () => InterfaceLanguage;
}

/** The folder of the notes with prompts: where each is, what is in it before it is made, and its making. */
export class PromptFolder {
	constructor(private readonly port: PromptFolderPort) {}

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

	/** The objectives' notes, at whatever depth: a vault may have thousands of others. */
	get notes(): readonly TFile[] {
		return notesIn(this.port.app.vault.getFolderByPath(this.objectivesRoot));
	}

	/** Whether a path is that of the objectives' folder, or within it. */
	holds(path: string): boolean {
		const { objectivesRoot } = this;
		return path === objectivesRoot || path.startsWith(`${objectivesRoot}/`);
	}

	/** The path under which an objective is kept, or would be. */
	pathOf({ path }: Objective): string {
		return path.startsWith(builtInRoot) ? `${this.objectivesRoot}/${path.slice(builtInRoot.length)}` : path;
	}

	/** The objectives of notes that are not made yet. */
	get builtIn(): readonly Objective[] {
		return this.seeds.objectives.map(builtIn);
	}

	/** Whether the notes were made once, here or on another device, or their folder is there. */
	get isMade(): boolean {
		return this.port.settings.value.notesMade || this.port.app.vault.getFolderByPath(this.root) !== null;
	}

	/** Whether some of the notes are made, and others not yet. */
	get isUnfinished(): boolean {
		return this.port.device.read("making", nullable(text), null) === this.root;
	}

	/**
	 * The text of a note of prompts that is about to be made. From then on the others are missing, until `make`.
	 * @param body what it says
	 */
	made(path: string, body: string): string {
		if (!this.isMade) this.port.device.save("making", this.root);
		const seed = this.seeds.objectives.find(({ name }) => path === `${this.objectivesRoot}/${name}.md`);
		return seedText({ ...(seed ?? this.seeds.style), body });
	}

	/** Makes the folder with the notes that are not there. What is there is left alone. */
	async make(): Promise<void> {
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
}

function notesIn(folder: TFolder | null): readonly TFile[] {
	return (folder?.children ?? []).flatMap((child) => {
		if (child instanceof TFolder) return notesIn(child);
		return child instanceof TFile && child.extension === "md" ? [child] : [];
	});
}

function builtIn(seed: Seed): Objective {
	return parseObjective(`${builtInRoot}${seed.name}.md`, seed.properties, seed.body);
}
