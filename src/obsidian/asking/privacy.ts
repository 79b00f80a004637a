import { getFrontMatterInfo, parseYaml, TFile, type App } from "obsidian";
import type { ChatRequest, NoteRef } from "../../core/chat/chat";
import { headOf, isInFolder, propertiesVerdict, type PropertiesVerdict } from "../../core/privacy/privacy";
import { unreadFolders, type Settings } from "../../core/settings/settings";
import type { Views } from "../consultations/views";

/**
 * Why a note is not sent: its property `ai: never`, properties that speak of `ai` and can't be understood, a folder of
 * the settings, that nobody knows which folders these are, or that it is not in the vault any more.
 */
export type PrivacyReason = "private" | "unclear" | "privateFolder" | "unreadFolders" | "gone";

const reasons: Readonly<Record<PropertiesVerdict, PrivacyReason | null>> = {
	open: null,
	unclear: "unclear",
	never: "private",
};

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
		const verdict = info.exists ? propertiesVerdict(info.frontmatter, parseYaml) : "open";
		const reason = reasons[verdict === "open" ? propertiesVerdict(headOf(text), parseYaml) : verdict];
		return reason ?? (unreadFolders(this.port.settings()) === null ? null : "unreadFolders");
	}

	/** Why a request is not sent now, or null: any of the notes whose words it holds may have become private. */
	async refusal({ note, sources }: ChatRequest): Promise<"private" | "sources" | null> {
		if (note !== null && (await this.of(note)) !== null) return "private";
		for (const source of sources) if ((await this.of(source)) !== null) return "sources";
		return null;
	}

	/**
	 * Why a note is never sent: by where it is now, by its file, and by what any editor shows of it, saved or not. What
	 * is no note of the vault has no such reason but its name.
	 */
	async of(note: NoteRef): Promise<PrivacyReason | null> {
		const {
			app: { vault },
			views,
		} = this.port;
		const { path } = note;
		const file = vault.getFileByPath(path);
		if (file === null && note instanceof TFile) return "gone";
		const texts = views.ofNote(path).map((view) => view.state.doc.toString());
		if (file !== null) {
			const saved = await vault.cachedRead(file).catch(() => null);
			if (saved === null) return "gone";
			texts.push(saved);
		}
		// A name alone can make it private.
		for (const text of texts.length === 0 ? [""] : texts) {
			const reason = this.ofText(path, text);
			if (reason !== null) return reason;
		}
		return null;
	}
}
