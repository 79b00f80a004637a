import type { Failure } from "../core/chat/chat";
import type { WordsPort } from "./words-port";

/** Says every second how long it is until a request that failed goes out again. */
export class Countdown {
	private timer: number | null = null;

	/** @param tell is given the words of each second but the first */
	constructor(
		private readonly window: Window,
		private readonly port: Pick<WordsPort, "retrying">,
		private readonly tell: (text: string) => void,
	) {}

	/** @returns the words to begin with */
	begin({ failure, seconds }: { readonly failure: Failure; readonly seconds: number }): string {
		this.stop();
		const { retrying } = this.port;
		// Not the clock of dates, which may be set back meanwhile.
		const now = (): number => this.window.performance.now();
		const due = now() + seconds * 1000;
		const text = (): string => retrying(failure, Math.max(0, Math.ceil((due - now()) / 1000)));
		this.timer = this.window.setInterval(() => this.tell(text()), 1000);
		return text();
	}

	/** @returns whether it was running */
	stop(): boolean {
		const running = this.timer !== null;
		if (this.timer !== null) this.window.clearInterval(this.timer);
		this.timer = null;
		return running;
	}
}
