import { Notice, type App } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import { seedName, seedText, type Seed } from "../../core/prompts/seeds";
import { AddObjectivesModal } from "../dialogs/add-objectives-modal";
import type { PromptNotes } from "./prompt-notes";

export interface MissingObjectivesPort {
	readonly app: App;
	readonly strings: () => InterfaceStrings;
	readonly notes: PromptNotes;
}

/**
 * Offers the objectives that the writer's folder does not hold: those that came with a newer version, and those that
 * were deleted. Nothing is made that the writer did not tick.
 */
export async function addMissingObjectives({ app, strings, notes }: MissingObjectivesPort): Promise<void> {
	const { addObjectives } = strings();
	await notes.prepare();
	const { objectivesRoot: root, seeds: offered } = notes.folder;
	const pathOf = (seed: Seed): string => `${root}/${seed.name}.md`;
	const names = new Set(notes.objectives.filter(({ path }) => path.startsWith(`${root}/`)).map(({ name }) => name));
	const missing = offered.objectives.filter(
		(seed) => app.vault.getAbstractFileByPath(pathOf(seed)) === null && !names.has(seedName(seed)),
	);
	if (missing.length === 0) {
		new Notice(addObjectives.none);
		return;
	}
	const make = async (seeds: readonly Seed[]): Promise<void> => {
		let made = 0;
		for (const seed of seeds) {
			try {
				if (app.vault.getFolderByPath(root) === null) await app.vault.createFolder(root);
				await app.vault.create(pathOf(seed), seedText(seed));
				made++;
			} catch {
				new Notice(addObjectives.failed(seedName(seed)));
			}
		}
		if (made > 0) new Notice(addObjectives.added(made));
	};
	new AddObjectivesModal(app, addObjectives, missing, (seeds) => void make(seeds)).open();
}
