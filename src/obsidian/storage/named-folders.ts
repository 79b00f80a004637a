import type { App, EventRef } from "obsidian";
import { foldersAfterRename } from "../../core/privacy/privacy";
import type { SettingsStore } from "./settings-store";

/**
 * Follows the folders that the settings name where the writer renames or moves them: their notes stay private, and are
 * still not named on the AI page.
 */
export function followFolders(app: App, settings: SettingsStore): EventRef {
	return app.vault.on("rename", ({ path }, before) => {
		for (const key of ["privateFolders", "pageKeptBack"] as const) {
			const folders = settings.value[key];
			const now = foldersAfterRename(folders, before, path);
			if (now.join("\n") !== folders.join("\n")) void settings.set({ [key]: now });
		}
	});
}
