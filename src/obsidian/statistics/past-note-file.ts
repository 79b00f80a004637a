import { Notice, type App } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import { pastNotePath, withPastRows } from "../../core/past/past-note";
import type { PastUse } from "../../core/past/past-reader";

/**
 * Writes what was counted in a file into the note of past use, in the place of what that site's rows were. Says what
 * became of it. Resolves to whether it was written.
 * @param journal the folder of the journal
 */
export async function keepPast(app: App, journal: string, use: PastUse, strings: InterfaceStrings): Promise<boolean> {
	const { vault } = app;
	const { past } = strings.statistics;
	const { source, rows } = use;
	if (source === null) return false;
	const path = pastNotePath(journal);
	try {
		const file = vault.getFileByPath(path);
		if (file !== null) await vault.process(file, (text) => withPastRows(text, source, rows, past.note));
		else {
			if (vault.getFolderByPath(journal) === null) await vault.createFolder(journal);
			await vault.create(path, withPastRows(null, source, rows, past.note));
		}
	} catch {
		new Notice(past.notKept(path));
		return false;
	}
	new Notice(past.kept(path));
	return true;
}
