import { ThinkingFilter, type Content } from "./thinking";

/** Fewest characters by which a repetition is told from words that are alike by chance. */
const minRepeat = 8;

const nothing: Content = { text: "", replaces: false };

/**
 * What the content of each frame adds to an answer. One answer is asked for, and it is sent once; but some servers
 * repeat all of it in their last frame, and others send all that is there in every frame.
 */
export class Contents {
	private filter = new ThinkingFilter();
	/** All content so far, with thinking in it: a rope that is read only where it may be repeated. */
	private all = "";
	private frames = 0;
	/** The content of the last frame, as long as each held all of the one before; null otherwise. */
	private grown: string | null = "";
	private cumulative = false;

	/** @param whole whether the frame may hold the whole answer: it is the last one, or has the form of a message */
	take(content: string, whole: boolean): Content {
		if (content === "") return nothing;
		const { all, grown } = this;
		this.frames++;
		if (this.cumulative && grown !== null && content.startsWith(grown)) {
			this.grown = content;
			return this.add(content.slice(grown.length));
		}
		this.grown = grown !== null && content.startsWith(grown) ? content : null;
		if (all === "") return this.add(content);
		// Most frames bring a word, and all that is known need not be looked at for it.
		if (!whole && content.length < all.length && grown === null) return this.add(content);
		const said = content.trim();
		// A rope is read whole only for what may be all of it.
		const known = whole || content.length * 2 >= all.length ? all.trim() : null;
		if (said === known && said.length >= minRepeat && (whole || this.frames > 2)) return nothing;
		// "a" and "ab" are words too; three frames that grow, or a few words said again, are not.
		if (this.grown !== null && this.grown !== grown && this.frames > 2 && content.length >= minRepeat) {
			this.cumulative = true;
			return this.restart(content);
		}
		if (all.length >= minRepeat && content.length > all.length && content.startsWith(all)) {
			this.cumulative = true;
			return this.restart(content);
		}
		if (known !== null && whole && said.length >= minRepeat) {
			if (known.endsWith(said)) return nothing;
			if (known !== "" && said.startsWith(known)) return this.restart(content);
		}
		return this.add(content);
	}

	/** What was held back and turned out to be content, at the end of the stream. */
	end(): Content {
		return this.filter.end();
	}

	/** Whether the model is thinking right now. */
	get thinking(): boolean {
		return this.filter.thinking;
	}

	private add(content: string): Content {
		this.all += content;
		return this.filter.push(content);
	}

	private restart(content: string): Content {
		this.all = "";
		this.filter = new ThinkingFilter();
		return { text: this.add(content).text, replaces: true };
	}
}
