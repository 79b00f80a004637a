/** Milliseconds that a drawing may take without anybody noticing: half a frame. */
const cheap = 8;

/** Milliseconds of cheap drawings that may follow each other without a rest. */
const burst = 24;

/**
 * A dear drawing is followed by a rest of so many times what it took: at most a fifth of the time goes into drawing.
 */
const rest = 4;

/** Milliseconds that a rest lasts at most: where all is slow an answer shall still come along. */
const longestRest = 250;

/** What a pace needs of a window. */
export type Clock = Pick<Window, "setTimeout" | "clearTimeout"> & { readonly performance: Pick<Performance, "now"> };

/** Draws, or draws a part. @returns true where more is left: then it is called again, by a task of its own */
export type Drawing = () => boolean | void;

/**
 * Keeps what is drawn again and again, or is long, from taking all the time. While drawing is cheap it is done at once;
 * after a dear one, or many cheap ones, there is a rest, at the end of which what was asked for last is drawn of each
 * thing, in turn.
 */
export class Pace {
	private timer: number | null = null;
	/** What is to be drawn of each thing. */
	private readonly waiting = new Map<object, Drawing>();
	/** When the rest is over, by the window's clock, and whether there is one at all. */
	private due = 0;
	private rests = false;
	private isDrawing = false;
	/** Whether a part was drawn: what waits is left to the next task. */
	private isPartial = false;

	/** @param clock the app's own window: a pop-out may be closed while its panes go on elsewhere */
	constructor(private readonly clock: Clock) {}

	/** Draws a thing at once, or when the rest is over, unless something else of it is to be drawn then. */
	draw(thing: object, make: Drawing): void {
		this.waiting.set(thing, make);
		this.drawWaiting();
	}

	/** Draws a thing at once, in place of what waits of it. */
	drawNow(thing: object, make: Drawing): void {
		this.take(thing, make);
		this.drawWaiting();
	}

	/** Draws nothing of what waits, of one thing or of all. */
	stop(thing?: object): void {
		if (thing === undefined) this.waiting.clear();
		else this.waiting.delete(thing);
		if (this.waiting.size > 0) return;
		if (this.timer !== null) this.clock.clearTimeout(this.timer);
		this.timer = null;
		this.isPartial = false;
	}

	// What a drawing asks to be drawn comes after it.
	private drawWaiting(): void {
		if (this.isDrawing) return;
		while (this.waiting.size > 0) {
			const { left } = this;
			if (left > 0 || this.isPartial) {
				this.timer ??= this.clock.setTimeout(() => {
					this.timer = null;
					this.isPartial = false;
					this.drawWaiting();
				}, left);
				return;
			}
			for (const [thing, make] of this.waiting) {
				this.take(thing, make);
				break;
			}
		}
	}

	/** Milliseconds until the rest is over. */
	private get left(): number {
		return this.rests ? Math.max(0, this.due - this.clock.performance.now()) : 0;
	}

	private take(thing: object, make: Drawing): void {
		this.waiting.delete(thing);
		const outer = this.isDrawing;
		this.isDrawing = true;
		const begun = this.clock.performance.now();
		try {
			if (make() === true) {
				this.isPartial = true;
				if (!this.waiting.has(thing)) this.waiting.set(thing, make);
			}
		} finally {
			this.isDrawing = outer;
			const ended = this.clock.performance.now();
			const took = ended - begun;
			this.due = Math.max(this.due, ended) + Math.min(took * rest, longestRest);
			this.rests = took >= cheap || this.due - ended >= burst * rest;
		}
	}
}
