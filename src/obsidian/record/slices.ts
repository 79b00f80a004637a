/** Milliseconds of work after which the writer's keys are heard. */
const longest = 40;

/** Long work in slices: between two of them the app draws and hears the writer's keys. */
export class Slices {
	private since: number;

	/** @param elapsed milliseconds from some moment on */
	constructor(private readonly elapsed: () => number) {
		this.since = elapsed();
	}

	/** Whether the slice has taken its time. */
	get isOver(): boolean {
		return this.elapsed() - this.since >= longest;
	}

	/** Lets the app have its turn; then another slice begins. */
	async rest(): Promise<void> {
		await new Promise((resolve) => window.setTimeout(resolve, 0));
		this.since = this.elapsed();
	}
}
