import type { Page } from "playwright-core";

/** Makes all text larger: the root's, the app's and the notes'. What is placed by measuring is placed anew. */
export function enlarge(page: Page, times: number): Promise<void>;
