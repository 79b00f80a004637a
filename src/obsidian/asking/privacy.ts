import { getFrontMatterInfo, parseYaml, TFile, type App } from "obsidian";
import type { NoteRef } from "../../core/chat/chat";
import { isInFolder, saysNever, unendedProperties } from "../../core/privacy/privacy";
import { unreadFolders, type Settings } from "../../core/settings/settings";
import type { Views } from "../consultations/views";

/**
 * Why a note is never sent: its property `ai: never`, a folder of the settings, or that nobody knows which folders
 * these are.
 */
export type PrivacyReason = "private" | "privateFolder" | "unreadFolders";

export interface PrivacyPort {
	readonly app: App;
	readonly views: Views;
	readonly settings: () => Settings;
}

/** Says which notes are never sent, as they are when it is asked: whoever sends asks again each time. */
export class Privacy {
	constructor(private readonly port: PrivacyPort) {}

	/** Why a note with this text is never sent, or null when it may be. */
	ofText(path: string, text: string): PrivacyReason | null {
		if (this.port.settings().privateFolders.some((folder) => isInFolder(path, folder))) return "privateFolder";
		const info = getFrontMatterInfo(text);
		if (saysNever(info.exists ? info.frontmatter : unendedProperties(text), parseYaml)) return "private";
		return unreadFolders(this.port.settings()) === null ? null : "unreadFolders";
	}

	/**
	 * Why a note is never sent: by where it is now, and by what an editor shows of it, saved or not. What is no note of
	 * the vault has no such reason but its name.
	 */
	async of({ path }: NoteRef): Promise<PrivacyReason | null> {
		const {
			app: { vault },
			views,
		} = this.port;
		const [view] = views.ofNote(path);
		const file = vault.getAbstractFileByPath(path);
		const text =
			view !== undefined
				? view.state.doc.toString()
				: file instanceof TFile
					? await vault.cachedRead(file).catch(() => "")
					: "";
		return this.ofText(path, text);
	}
}
