import { Notice } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { DevicePlace } from "../../core/stored/places";
import type { UnreadSettings } from "./settings-store";

/**
 * Tells the writer that something stored could not be read and was put aside. What is found while the plugin loads
 * waits until the interface language is known, and is one message.
 */
export class UnreadNotices {
	private isOpen = false;
	private readonly places = new Set<DevicePlace>();
	private readonly settings: UnreadSettings[] = [];

	constructor(private readonly strings: () => InterfaceStrings) {}

	add(place: DevicePlace): void {
		this.places.add(place);
		if (this.isOpen) this.tell();
	}

	addSettings(what: UnreadSettings): void {
		this.settings.push(what);
		if (this.isOpen) this.tell();
	}

	/** From now on it is told at once. */
	open(): void {
		this.isOpen = true;
		this.tell();
	}

	private tell(): void {
		const { stored } = this.strings();
		for (const { keys, copy } of this.settings.splice(0)) {
			const isWhole = keys.length === 0;
			const parts = [
				isWhole ? stored.file : stored.settings(keys.join(", ")),
				copy === null ? stored.notCopied : stored.copyAt(copy),
				...(isWhole || keys.includes("privateFolders") ? [stored.nothingSent] : []),
			];
			new Notice(parts.join(" "), 0);
		}
		if (this.places.size === 0) return;
		const parts = [...this.places].map((place) => stored.places[place]).join(", ");
		this.places.clear();
		new Notice(stored.device(parts), 0);
	}
}
