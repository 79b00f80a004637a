import type { Pace } from "../../editor/pace";
import { GrowingReply } from "./reply-dom";

/**
 * The place of an answer in a view: shows it as it comes, however long it is and however fast, and never draws for so
 * long at once that the page is deaf.
 */
export class ReplyBody {
	private readonly reply: GrowingReply;
	private text: string | null = null;

	/** @param pace shared with the other answers of the view */
	constructor(
		readonly dom: HTMLElement,
		private readonly pace: Pace,
	) {
		this.reply = new GrowingReply(dom);
	}

	/** Shows an answer as far as it has come. */
	show(text: string): void {
		if (text === this.text) return;
		this.text = text;
		this.pace.draw(this, this.draw);
	}

	/** Leaves the place to something else, which is gone when an answer is shown again. */
	leave(): void {
		this.text = null;
		this.pace.stop(this);
		this.reply.begin();
	}

	private readonly draw = (): boolean => {
		const isMore = this.reply.show(this.text ?? "");
		// Breaking the lines of a long paragraph is what takes longest: it is asked for here, to be counted.
		void this.dom.offsetHeight;
		return isMore;
	};
}
