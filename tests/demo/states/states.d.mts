import type { Page } from "playwright-core";

/** Places of the sample vault that the states are reached at. */
export interface Place {
	readonly note: string;
}

export const places: Readonly<Record<"en" | "fr", Place>>;

/** Takes a page through the states of the interface, and calls back at each with its name. */
export function walk(page: Page, place: Place, isPhone: boolean, at: (name: string) => Promise<void>): Promise<void>;
