/**
 * Aborts a request when nothing is heard of it for too long. One timer, moved only when it fires: words come by the
 * hundred.
 */
export class Watchdog {
	readonly controller = new AbortController();
	expired = false;
	private deadline = 0;
	private cancel: (() => void) | null = null;
	private readonly forward = (): void => this.controller.abort();

	constructor(
		private readonly outer: AbortSignal,
		private readonly clock: { elapsed(): number; after(milliseconds: number, call: () => void): () => void },
	) {
		if (outer.aborted) this.controller.abort();
		else outer.addEventListener("abort", this.forward, { once: true });
	}

	get signal(): AbortSignal {
		return this.controller.signal;
	}

	/** The next sign of life is due within so many milliseconds. @param now the clock, where it was just read */
	expect(milliseconds: number, now = this.clock.elapsed()): void {
		const deadline = now + milliseconds;
		const sooner = deadline < this.deadline;
		this.deadline = deadline;
		if (this.cancel === null || sooner) this.arm(milliseconds);
	}

	stop(): void {
		this.cancel?.();
		this.outer.removeEventListener("abort", this.forward);
	}

	private arm(milliseconds: number): void {
		this.cancel?.();
		this.cancel = this.clock.after(milliseconds, () => {
			const left = this.deadline - this.clock.elapsed();
			if (left > 0) return this.arm(left);
			this.expired = true;
			this.controller.abort();
		});
	}
}
