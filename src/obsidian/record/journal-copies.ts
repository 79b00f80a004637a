import { Notice, TFile, type App, type TAbstractFile } from "obsidian";
import { monthFacts } from "../../core/journal/read-month";
import { mergeMonths, monthOfCopy } from "../../core/journal/month";

/** Whether a file is called as a sync tool calls the copy of a month that was written on two devices. */
export function isCopy(file: TAbstractFile, folder: string): file is TFile {
	return file instanceof TFile && file.parent?.path === folder && monthOfCopy(file.name) !== null;
}

/**
 * Takes each such copy into its month and moves it to the trash, as the writer has set what that is. A file that holds
 * no entry is left alone, whatever it is called.
 * @param folder the journal's
 * @param merged what the writer is told, by the copy's name
 */
export async function mergeCopies(app: App, folder: string, merged: (name: string) => string): Promise<void> {
	const { vault } = app;
	for (const copy of (vault.getFolderByPath(folder)?.children ?? []).filter((file) => isCopy(file, folder))) {
		const text = await vault.read(copy);
		if (monthFacts(text).length === 0) continue;
		const path = `${folder}/${monthOfCopy(copy.name) ?? ""}.md`;
		const month = vault.getFileByPath(path);
		if (month === null) await vault.create(path, text);
		else await vault.process(month, (own) => mergeMonths(own, text));
		await app.fileManager.trashFile(copy);
		new Notice(merged(copy.name));
	}
}
