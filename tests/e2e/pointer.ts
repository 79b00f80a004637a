import type { Locator, Page } from "playwright-core";

export interface Point {
	readonly x: number;
	readonly y: number;
}

/** Where words begin and end within an element, a little inside of them, as its own window counts. */
export interface Ends {
	readonly from: Point;
	readonly to: Point;
}

/** Where an element shows words; they stand in one of its texts. */
export function endsOf(element: Locator, words: string): Promise<Ends> {
	return element.evaluate((shown, wanted) => {
		const walker = shown.ownerDocument.createTreeWalker(shown, 4);
		for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
			const at = (text.textContent ?? "").indexOf(wanted);
			if (at < 0) continue;
			const range = shown.ownerDocument.createRange();
			range.setStart(text, at);
			range.setEnd(text, at + wanted.length);
			const { left, right, top, bottom } = range.getBoundingClientRect();
			const y = (top + bottom) / 2;
			return { from: { x: left + 0.5, y }, to: { x: right + 0.5, y } };
		}
		throw new Error(`No “${wanted}”.`);
	}, words);
}

/** Drags the pointer from one place to another, with a stop between. `origin`: where the window is that counts them. */
export async function drag(page: Page, { from, to }: Ends, origin: Point = { x: 0, y: 0 }): Promise<void> {
	await page.mouse.move(origin.x + from.x, origin.y + from.y);
	await page.mouse.down();
	await page.mouse.move(origin.x + (from.x + to.x) / 2, origin.y + (from.y + to.y) / 2);
	await page.mouse.move(origin.x + to.x, origin.y + to.y);
	await page.mouse.up();
}
