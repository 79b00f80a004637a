import { chromium, type BrowserContext, type Page } from "playwright-core";

/** What a seat's browser context is made with. */
export interface SeatOptions {
	/** Language of the browser. */
	readonly locale: string;
	readonly hasTouch: boolean;
}

/**
 * A page with a place on this machine, for one stage after the other. The second page of one origin finds the scripts
 * compiled and a process at work: it is there in less than half the time of the first.
 */
export interface Seat {
	readonly page: Page;
	/** The port that the next server should listen on; 0 as long as there was none. */
	port: number;
	/**
	 * Gives the seat back. `url` is a quiet page of the stage's server, where what the page kept is wiped. A seat that
	 * is not in order any more is thrown away.
	 */
	leave(url: string): Promise<void>;
	/** Ends the seat: nobody sits there again. */
	remove(): Promise<void>;
}

const own = "Open the stage with `alone: true`: what this does to the page would stay for the next test.";

/** The free seats of this worker, by their options. The browser forgets them when the worker ends. */
export class Seats {
	readonly #free = new Map<string, Seat[]>();

	/** @param endpoint address of the browser. */
	constructor(readonly endpoint: string) {}

	/** A free seat, or a new one; `alone` is always new, and is removed when it is left. */
	async take(options: SeatOptions, alone: boolean): Promise<Seat> {
		const key = JSON.stringify([options.locale, options.hasTouch]);
		const free = alone ? undefined : this.#free.get(key)?.pop();
		if (free !== undefined) return free;
		const browser = await chromium.connect(this.endpoint);
		const remove = (): Promise<void> => browser.close();
		try {
			const context = await browser.newContext(options);
			await context.addInitScript(ownClipboard);
			const page = await context.newPage();
			// A machine that does other things at the same time may take long over anything.
			page.setDefaultTimeout(60_000);
			if (!alone) keepClean(page, context);
			const seat: Seat = {
				page,
				port: 0,
				remove,
				leave: async (url) => {
					if (alone || !(await wiped(context, page, url))) return remove();
					this.#free.set(key, [...(this.#free.get(key) ?? []), seat]);
				},
			};
			return seat;
		} catch (error) {
			await remove();
			throw error;
		}
	}
}

// That of the browser is one for all tests that run at the same time.
function ownClipboard(): void {
	let held = "";
	Object.defineProperties(navigator.clipboard, {
		writeText: { value: (text: string) => Promise.resolve(void (held = text)), configurable: true },
		readText: { value: () => Promise.resolve(held), configurable: true },
	});
}

// What can't be taken back is refused.
function keepClean(page: Page, context: BrowserContext): void {
	const refuse = (): never => {
		throw new Error(own);
	};
	for (const owner of [page, context]) {
		owner.addInitScript = refuse;
		owner.route = refuse;
		owner.exposeFunction = refuse;
		owner.exposeBinding = refuse;
		owner.setExtraHTTPHeaders = refuse;
		owner.clock.install = refuse;
	}
	page.emulateMedia = refuse;
	context.grantPermissions = refuse;
	context.setGeolocation = refuse;
	context.setOffline = refuse;
}

async function wiped(context: BrowserContext, page: Page, url: string): Promise<boolean> {
	try {
		page.removeAllListeners();
		for (const other of context.pages()) if (other !== page) await other.close();
		await page.goto(url);
		await page.evaluate(() => {
			localStorage.clear();
			sessionStorage.clear();
		});
		await page.mouse.move(0, 0);
		return true;
	} catch {
		return false;
	}
}
