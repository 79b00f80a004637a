import { Direction, type EditorView } from "@codemirror/view";
import type { Range } from "../core/text/text";

/**
 * Why a surface closed. `outside`: the writer pressed elsewhere; `gone`: its editor went away or shows another note.
 */
export type CloseReason = "done" | "escape" | "outside" | "gone";

export interface SurfaceOptions {
	/** Beside `expert-friend-popover`. */
	readonly className: string;
	/** What the surface must not cover, in the document as it is now. */
	readonly clear: () => Range;
	/** Where the surface's start edge would stand: the selection, say. */
	readonly at: () => number;
	/** Spans the width of the text instead of its own. */
	readonly fullWidth?: boolean;
	readonly onClose: (reason: CloseReason) => void;
}

/** Pixels between a surface and the words it belongs to. */
const gap = 6;

/**
 * A floating part that belongs to a passage: under its last line, else above its first, else at the bottom of the pane.
 * It never covers the passage, keeps the side and the width it opened with, moves down at most (when a preview wraps),
 * and leaves the writer's focus alone until it is given it.
 */
export class Surface {
	readonly dom: HTMLElement;
	private readonly document: Document;
	private readonly window: Window;
	/** What scrolls: the editor, or the page that an editor of a few lines stands in. */
	private readonly pane: HTMLElement;
	private side: "below" | "above" | "docked" | null = null;
	/** The tallest the passage has been while the surface was open. */
	private tallest = 0;
	/** Height up to which the passage was brought out from under the surface. */
	private clearedFor = 0;
	private closed = false;
	private readonly resized: ResizeObserver;

	constructor(
		private readonly view: EditorView,
		private readonly options: SurfaceOptions,
	) {
		this.document = view.dom.ownerDocument;
		this.window = this.document.defaultView ?? window;
		this.pane = view.dom.closest<HTMLElement>(".expert-friend-pane") ?? view.scrollDOM;
		this.dom = this.document.body.createDiv({ cls: `expert-friend-popover ${options.className}` });
		this.dom.addEventListener("mousedown", this.keepFocus);
		this.dom.addEventListener("keydown", this.goRound);
		this.document.addEventListener("pointerdown", this.pressedElsewhere, true);
		this.window.addEventListener("resize", this.place);
		this.pane.addEventListener("scroll", this.place);
		this.resized = new ResizeObserver(this.looked);
		this.resized.observe(this.dom);
		this.resized.observe(view.dom);
		this.place();
	}

	/** Puts the surface where it belongs. Cheap; called after anything that may have moved the passage. */
	readonly place = (): void => {
		if (this.closed) return;
		if (!this.view.dom.isConnected) return this.close("gone");
		this.view.requestMeasure({
			key: this,
			read: () => this.measure(),
			write: (measured) => {
				if (measured === null) return;
				const { dom } = this;
				dom.toggleClass("is-away", measured.away);
				dom.toggleClass("is-docked", this.side === "docked");
				dom.setCssProps({ "--expert-friend-top": `${measured.top}px`, "--expert-friend-left": `${measured.left}px` });
				if (measured.width !== null) dom.setCssProps({ "--expert-friend-width": `${measured.width}px` });
				if (dom.offsetHeight > this.clearedFor) this.uncover();
			},
		});
	};

	// The editor stays in the page while its note is shown for reading, and is not to be seen.
	private readonly looked = (): void => {
		if (this.view.dom.getClientRects().length === 0) this.close("gone");
		else this.place();
	};

	// A surface at the bottom of the screen may stand before the passage: the text scrolls up from under it, once, and
	// then is the writer's to scroll.
	private uncover(): void {
		this.clearedFor = this.dom.offsetHeight;
		this.view.requestMeasure({
			read: () => {
				const { from, to } = this.options.clear();
				const { length } = this.view.state.doc;
				const first = this.view.coordsAtPos(Math.min(from, length), 1);
				const last = this.view.coordsAtPos(Math.min(to, length), -1);
				const own = this.dom.getBoundingClientRect();
				if (first === null || last === null || own.top >= last.bottom || own.bottom <= first.top) return 0;
				return Math.min(
					last.bottom + gap - own.top,
					Math.max(0, first.top - gap - this.view.scrollDOM.getBoundingClientRect().top),
				);
			},
			write: (covered) => {
				if (covered > 0 && !this.closed) this.view.scrollDOM.scrollTop += covered;
			},
		});
	}

	/** Whether the surface is gone for good. */
	get isClosed(): boolean {
		return this.closed;
	}

	/** Closes the surface and, when the writer was in it, gives the keys back to the editor. */
	close(reason: CloseReason = "done"): void {
		if (this.closed) return;
		this.closed = true;
		const held = this.dom.contains(this.document.activeElement);
		this.resized.disconnect();
		this.document.removeEventListener("pointerdown", this.pressedElsewhere, true);
		this.window.removeEventListener("resize", this.place);
		this.pane.removeEventListener("scroll", this.place);
		this.dom.remove();
		if (held && reason !== "gone" && reason !== "outside") this.view.focus();
		this.options.onClose(reason);
	}

	private measure(): { top: number; left: number; width: number | null; away: boolean } | null {
		const { from, to } = this.options.clear();
		const length = this.view.state.doc.length;
		const first = this.view.coordsAtPos(Math.min(from, length), 1);
		const last = this.view.coordsAtPos(Math.min(to, length), -1);
		const pane = this.pane.getBoundingClientRect();
		const text = this.view.contentDOM.getBoundingClientRect();
		const own = this.dom.getBoundingClientRect();
		if (first === null || last === null) {
			// Scrolled out of what the editor draws: stay put, out of sight, until it comes back.
			return { top: pane.top, left: pane.left, width: null, away: this.side !== "docked" };
		}
		this.tallest = Math.max(this.tallest, last.bottom - first.top);
		const below = first.top + this.tallest + gap;
		const above = first.top - gap - own.height;
		const floor = Math.min(pane.bottom, this.window.innerHeight);
		this.side ??= below + own.height <= floor ? "below" : above >= pane.top ? "above" : "docked";
		const at = Math.min(this.options.at(), length);
		const start = this.view.coordsAtPos(at, 1)?.left ?? first.left;
		const width = this.options.fullWidth ? Math.min(text.width, pane.width - 16) : own.width;
		const beside = this.view.textDirectionAt(at) === Direction.RTL ? start + 12 - width : start - 12;
		const left = this.options.fullWidth ? text.left : Math.max(pane.left + 8, Math.min(beside, pane.right - width - 8));
		const top = this.side === "below" ? below : this.side === "above" ? above : floor - own.height - 8;
		const away = this.side !== "docked" && (last.bottom < pane.top || first.top > floor);
		return { top, left, width: this.options.fullWidth ? width : null, away };
	}

	// The surface stands at the end of the document: Tab would lead out of the window, and Esc no longer close it.
	private readonly goRound = (event: KeyboardEvent): void => {
		if (event.key !== "Tab" || event.defaultPrevented) return;
		const stops = this.dom
			.findAll("button, input, [tabindex='0']")
			.filter(
				(stop) =>
					stop.tabIndex >= 0 && !stop.matches(":disabled") && stop.checkVisibility({ visibilityProperty: true }),
			);
		const edge = event.shiftKey ? stops[0] : stops[stops.length - 1];
		const next = event.shiftKey ? stops[stops.length - 1] : stops[0];
		if (next === undefined || (this.document.activeElement !== edge && this.document.activeElement !== this.dom))
			return;
		if (this.document.activeElement === this.dom && !event.shiftKey) return;
		event.preventDefault();
		next.focus();
	};

	private readonly keepFocus = (event: MouseEvent): void => {
		if (event.target instanceof Element && event.target.closest("input, textarea, select")) return;
		event.preventDefault();
	};

	private readonly pressedElsewhere = (event: Event): void => {
		if (event.target instanceof Node && this.dom.contains(event.target)) return;
		if (
			event.target instanceof Element &&
			event.target.closest(".modal-container, .menu, .suggestion-container, .notice")
		)
			return;
		this.close("outside");
	};
}
