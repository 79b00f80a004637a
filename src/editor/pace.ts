/** Milliseconds that a drawing may take without anybody noticing: half a frame. */
const cheap = 8;

/**
 * A dear drawing is followed by a rest of so many times what it took: at most a fifth of the time goes into drawing.
 */
const rest = 4;

/** What a pace needs of a window. */
export type Clock = Pick<Window, "setTimeout" | "clearTimeout"> & { readonly performance: Pick<Performance, "now"> };

/**
 * Keeps what is drawn again and again from taking all the time. While drawing is cheap it is done at once; after a dear
 * one there is a rest, at the end of which the last that was asked for is drawn.
 */
export class Pace {
	private timer: number | null = null;
	private next: (() => void) | null = null;
	/** When the rest is over, by the window's clock. */
	private due = 0;

	/** @param clock the app's own window: a pop-out may be closed while its panes go on elsewhere */
	constructor(private readonly clock: Clock) {}

	/** Draws at once, or when the rest is over, unless something else is to be drawn then. */
	draw(make: () => void): void {
		const left = this.due - this.clock.performance.now();
		if (left <= 0 && this.timer === null) {
			this.drawNow(make);
			return;
		}
		this.next = make;
		this.timer ??= this.clock.setTimeout(() => {
			this.timer = null;
			if (this.next !== null) this.drawNow(this.next);
		}, left);
	}

	/** Draws at once, in place of what waits. */
	drawNow(make: () => void): void {
		this.stop();
		const begun = this.clock.performance.now();
		make();
		const ended = this.clock.performance.now();
		this.due = ended - begun < cheap ? ended : ended + (ended - begun) * rest;
	}

	/** Draws nothing of what waits. */
	stop(): void {
		if (this.timer !== null) this.clock.clearTimeout(this.timer);
		this.timer = null;
		this.next = null;
	}
}
