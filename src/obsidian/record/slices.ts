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

	/** Takes steps to their end, resting where a slice is over. Resolves to what they come to. */
	async run<T>(steps: Generator<void, T>): Promise<T> {
		for (;;) {
			const step = steps.next();
			if (step.done === true) return step.value;
			if (this.isOver) await this.rest();
		}
	}

	/** Lets the app have its turn; then another slice begins. */
	async rest(): Promise<void> {
		await turn();
		this.since = this.elapsed();
	}
}

/** Resolves in a task of its own: by a message, as browsers hold nested timers back for 4 ms each. */
function turn(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}
