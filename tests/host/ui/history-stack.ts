import type * as obsidian from "obsidian";

/**
 * What is open over the notes and has the way back before them, the last that opened on top. As the app's it is in no
 * reach of plugins, and a step back tells the one on top alone, which takes itself out as it closes.
 */
class HistoryStack {
	private handlers: readonly obsidian.HistoryHandler[] = [];

	push(handler: obsidian.HistoryHandler): void {
		this.handlers = [...this.handlers, handler];
	}

	pop(handler: obsidian.HistoryHandler): void {
		this.handlers = this.handlers.filter((one) => one !== handler);
	}

	/** Whether something was there to take the step. */
	back(): boolean {
		const top = this.handlers[this.handlers.length - 1];
		top?.onHistoryBack();
		return top !== undefined;
	}
}

/** The page's own. */
export const historyStack = new HistoryStack();
