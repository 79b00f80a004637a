import type { Page } from "playwright-core";

/** Places of a language in the sample vault. */
export interface Place {
	readonly note: string;
	readonly word: readonly [word: string, within: string];
	readonly own: string;
	readonly sentence: string;
	readonly paragraph: readonly [note: string, start: string];
}

export const places: Readonly<Record<"en" | "fr", Place>>;

export const states: readonly {
	readonly name: string;
	readonly on?: "desktop" | "phone";
	/** Goes there from the state before. */
	go(page: Page, place: Place): Promise<void>;
}[];
