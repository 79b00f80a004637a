import { normalizePath, type App, type EventRef, type TAbstractFile, type TFile } from "obsidian";
import { pageWords } from "../../core/disclosure/page";
import type { InterfaceLanguage } from "../../core/languages/interface-language";
import type { SettingsStore } from "../storage/settings-store";

export interface PagePlacePort {
	readonly app: App;
	readonly settings: SettingsStore;
	readonly language: () => InterfaceLanguage;
}

/** Which note of the vault is the AI page. */
export class PagePlace {
	constructor(private readonly port: PagePlacePort) {}

	/** Where the settings say that the page is to be. */
	get wanted(): string {
		const { settings, language } = this.port;
		const given = settings.value.pagePath ?? pageWords[language()].title;
		return normalizePath(`${given.replace(/\.md$/i, "")}.md`);
	}

	/** The page: the note it was last, wherever that is now, unless the settings name another that is there. */
	get file(): TFile | null {
		const { app, settings } = this.port;
		const { pageAt, pagePath } = settings.value;
		const last = pageAt === null ? null : app.vault.getFileByPath(pageAt);
		if (last !== null && pagePath === null) return last;
		return app.vault.getFileByPath(this.wanted) ?? last;
	}

	/** Where the page was, if the vault has no page any more: it was removed, or moved by another program. */
	get lost(): string | null {
		const { pageAt, pageWritten } = this.port.settings.value;
		return this.file === null && pageWritten !== null ? (pageAt ?? this.wanted) : null;
	}

	/** Takes a note for the page from now on. */
	async take({ path }: TAbstractFile): Promise<void> {
		await this.port.settings.set({ pageAt: path, pagePath: path.replace(/\.md$/i, "") });
	}

	/**
	 * Moves the page to where the settings want it, folders made as needed. Rejects where that can't be done; then it is
	 * where it was.
	 */
	async move(file: TFile): Promise<void> {
		const { wanted } = this;
		await this.makeFolder(wanted);
		await this.port.app.fileManager.renameFile(file, wanted);
	}

	/** Makes the folder that a path is in, unless it is there. */
	async makeFolder(path: string): Promise<void> {
		const { vault } = this.port.app;
		const folder = path.includes("/") ? path.replace(/\/[^/]*$/, "") : "";
		if (folder !== "" && vault.getFolderByPath(folder) === null) await vault.createFolder(folder);
	}

	/** Follows the page where the writer moves it. */
	watch(): EventRef {
		const { app, settings } = this.port;
		return app.vault.on("rename", (file, before) => {
			const { pageAt, pageWritten } = settings.value;
			const at = pageAt ?? (pageWritten === null ? null : this.wanted);
			if (before !== at) return;
			void this.take(file);
		});
	}
}
