/**
 * Calls back once nothing has happened for a while. At most one timer waits, and is not set anew at each key: setting
 * timers is a good part of what a plugin can add to a keystroke.
 */
export class Pause {
	private timer: number | null = null;
	/** When to call, by the window's clock. */
	private due = 0;

	/** @param window the app's own: a pop-out may be closed while its panes go on elsewhere */
	constructor(
		private readonly window: Window,
		private readonly call: () => void,
	) {}

	/** Something happened: the call comes after so many milliseconds, if nothing else does before. */
	begin(milliseconds: number): void {
		const due = this.window.performance.now() + milliseconds;
		const sooner = due < this.due;
		this.due = due;
		if (this.timer === null || sooner) this.arm(milliseconds);
	}

	stop(): void {
		if (this.timer !== null) this.window.clearTimeout(this.timer);
		this.timer = null;
	}

	private arm(milliseconds: number): void {
		this.stop();
		this.timer = this.window.setTimeout(() => {
			this.timer = null;
			const left = this.due - this.window.performance.now();
			if (left > 0) this.arm(left);
			else this.call();
		}, milliseconds);
	}
}
