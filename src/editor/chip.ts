import type { Extension, Text as TextDocument } from "@codemirror/state";
import { Direction, ViewPlugin, type EditorView, type ViewUpdate } from "@codemirror/view";
import type { Range } from "../core/text/text";
import { editorPort } from "./config";

/** Milliseconds between the end of a selection and the chip: long enough not to flash while selecting. */
const delay = 300;

/** Side of the chip in pixels, as in the styles. */
const size = 24;

/**
 * Shows a small button at the end of a selection made with the pointer. It opens the hover menu, takes no focus, is no
 * stop of the Tab key (the command is the keyboard's way) and is gone at the next key.
 */
export function chip(): Extension {
	return ViewPlugin.fromClass(Chip);
}

/** Where the last line of a selection ends: three presses select the break behind it too. */
function endOfWords(doc: TextDocument, { from, to }: Range): number {
	let end = to;
	while (end > from && doc.lineAt(end).from === end) end--;
	return end;
}

class Chip {
	private dom: HTMLElement | null = null;
	private timer: number | null = null;
	private window: Window;
	private readonly unhook: () => void;
	/** Watches while the chip is shown: the editor may be hidden under it. */
	private readonly hidden = new ResizeObserver(() => {
		if (this.view.dom.getClientRects().length === 0) this.hide();
	});

	constructor(private readonly view: EditorView) {
		this.window = view.dom.ownerDocument.defaultView ?? window;
		this.listen();
		view.scrollDOM.addEventListener("scroll", this.scrolled);
		this.unhook = view.dom.onWindowMigrated((now) => {
			this.hide();
			this.deafen();
			this.window = now;
			this.listen();
		});
	}

	update(update: ViewUpdate): void {
		if (update.docChanged || update.selectionSet) this.hide();
		if (update.selectionSet && update.transactions.some((transaction) => transaction.isUserEvent("select.pointer")))
			this.wait();
	}

	destroy(): void {
		this.hide();
		this.unhook();
		this.deafen();
		this.view.scrollDOM.removeEventListener("scroll", this.scrolled);
	}

	private listen(): void {
		this.window.addEventListener("pointerup", this.released, true);
		this.window.document.addEventListener("keydown", this.hide, true);
	}

	private deafen(): void {
		this.window.removeEventListener("pointerup", this.released, true);
		this.window.document.removeEventListener("keydown", this.hide, true);
	}

	private readonly released = (): void => {
		if (this.timer !== null) this.wait();
	};

	// A page may run on under the pointer for a moment, as after a swipe: the chip comes once it stands still.
	private readonly scrolled = (): void => {
		if (this.timer !== null) this.wait();
		else this.hide();
	};

	private wait(): void {
		this.hide();
		this.timer = this.window.setTimeout(this.show, delay);
	}

	private readonly hide = (): void => {
		if (this.timer !== null) this.window.clearTimeout(this.timer);
		this.timer = null;
		this.dom?.remove();
		this.dom = null;
		this.hidden.disconnect();
	};

	private readonly show = (): void => {
		this.timer = null;
		const { view } = this;
		const port = view.state.facet(editorPort);
		const { main } = view.state.selection;
		if (port === null || !port.showsChip() || main.empty || !port.isOffered(view)) return;
		const sentence = port.sentenceOf(view.state, main.from, main.to);
		if (sentence === null) return;
		view.requestMeasure({
			key: this,
			read: () => {
				const to = endOfWords(view.state.doc, main);
				return this.spot(main.head === main.from ? main.from : to, main.from, to, sentence.from, sentence.to);
			},
			write: (spot) => {
				if (spot === null || this.dom !== null) return;
				const dom = view.dom.ownerDocument.body.createEl("button", {
					cls: "expert-friend-chip",
					attr: { type: "button", tabindex: "-1" },
				});
				port.drawIcon(dom, "message-square-quote");
				// Not as a label, which the host shows in a tooltip: it would cover the sentence.
				dom.createSpan({ cls: "expert-friend-told", text: port.chipLabel() });
				dom.setCssProps({ "--expert-friend-top": `${spot.top}px`, "--expert-friend-left": `${spot.left}px` });
				dom.addEventListener("mousedown", (event) => event.preventDefault());
				dom.addEventListener("click", () => {
					this.hide();
					port.consult(view);
				});
				this.dom = dom;
				this.hidden.observe(view.dom);
			},
		});
	};

	// Above the selection's end when the sentence begins on that line, below when it ends there, else beside the text:
	// never on it.
	private spot(
		head: number,
		from: number,
		to: number,
		start: number,
		end: number,
	): { top: number; left: number } | null {
		const coords = this.view.coordsAtPos(head === from ? from : to, head === from ? 1 : -1);
		const first = this.view.coordsAtPos(start, 1);
		const last = this.view.coordsAtPos(end, -1);
		if (coords === null || first === null || last === null) return null;
		const text = this.view.contentDOM.getBoundingClientRect();
		const pane = this.view.scrollDOM.getBoundingClientRect();
		if (coords.bottom < pane.top || coords.top > pane.bottom) return null;
		const beginsHere = first.top > coords.top - 4;
		const endsHere = last.bottom < coords.bottom + 4;
		const rtl = this.view.textDirectionAt(head) === Direction.RTL;
		const left = rtl
			? Math.max(coords.left - size - 2, pane.left + 4)
			: Math.min(coords.left + 2, pane.right - size - 4);
		if (beginsHere && coords.top - size - 2 >= pane.top) return { top: coords.top - size - 2, left };
		if (endsHere) return { top: coords.bottom + 2, left };
		return {
			top: coords.top,
			left: rtl ? Math.max(text.left - size - 4, pane.left + 4) : Math.min(text.right + 4, pane.right - size - 4),
		};
	}
}
