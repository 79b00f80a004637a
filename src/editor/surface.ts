import { Direction, ViewPlugin, type EditorView, type ViewUpdate } from "@codemirror/view";
import type { Range } from "../core/text/text";
import { editorPort } from "./config";
import { isElement } from "./elements";
import { PressGuard } from "./press-guard";
import { sideOf, type Side } from "./surface-side";
import { coordsIn, editorOfCell } from "./table-cells";

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
	/** What is to be in sight where not all of `clear` can be. Default: `at`. */
	readonly seen?: () => number;
	/**
	 * Height below which it is of no use, in letters of its own size: what it lists scrolls from there on. Default: all
	 * of its height.
	 */
	readonly least?: number;
	/** Spans the width of the text instead of its own. */
	readonly fullWidth?: boolean;
	readonly onClose: (reason: CloseReason) => void;
}

/** Pixels between a surface and the words it belongs to. */
const gap = 6;

/** Pixels between a surface and the edges of the pane. */
const edge = 8;

/** Pixels of height that a docked surface has at least: a few of its rows can be read then. */
const leastRoom = 140;

/** Frames in which a passage is brought out from under a surface: less time than a writer takes to scroll. */
const framesToClear = 3;

/** Tells surfaces of a document that another one opens. */
const opens = "expert-friend-surface";

/** What lies over surfaces and has Esc before them: the host's own. */
const above = "body > :is(.modal-container, .menu, .suggestion-container)";

/** Keeps what is open over an editor beside its words when lines come and go above them. */
export const surfaces = ViewPlugin.fromClass(
	class {
		readonly open = new Set<Surface>();

		update({ geometryChanged }: ViewUpdate): void {
			if (geometryChanged) for (const surface of [...this.open]) surface.place();
		}
	},
);

/** Closes what is open over the notes of a document: one surface is open at a time. */
export function closeSurfaces(document: Document): void {
	document.dispatchEvent(new Event(opens));
}

/** Where a surface stands, in pixels of the window. */
interface Place {
	readonly top: number;
	readonly left: number;
	/** Null to keep its own. */
	readonly width: number | null;
	/** The greatest height it may have. */
	readonly room: number;
	/** Whether it is out of sight, with its passage. */
	readonly away: boolean;
}

/**
 * A floating part that belongs to a passage: under its last line, else above its first, else docked at the bottom of
 * the pane. It never covers the passage, keeps the side and the width it opened with as long as there is room, moves
 * down at most (when a preview wraps), and leaves the writer's focus alone until it is given it. One is open at a time
 * in a document, and Esc or a phone's back key closes it wherever the keys are.
 */
export class Surface {
	readonly dom: HTMLElement;
	private readonly document: Document;
	private readonly window: Window;
	/** What scrolls: the editor, or the page that an editor of a few lines stands in. */
	private readonly pane: HTMLElement;
	/** The editor of a table's cell that the writer came from; null where they came from the note's own. */
	private readonly cell: EditorView | null;
	private side: Side | null = null;
	/** The tallest the passage has been while the surface was open. */
	private tallest = 0;
	/** The greatest height the surface has had. */
	private height = 0;
	/** Height up to which the passage was brought out from under the surface. */
	private clearedFor = 0;
	private closed = false;
	/** Lets the app hear keys again; null while it does. */
	private release: (() => void) | null = null;
	private readonly giveUpBackKey: () => void;
	private readonly resized: ResizeObserver;
	private readonly guard: PressGuard;
	/** Called when the surface docks at the bottom of the pane, where it has little height and the pane's width. */
	onDock: () => void = () => undefined;
	private readonly unhook: () => void;

	constructor(
		private readonly view: EditorView,
		private readonly options: SurfaceOptions,
	) {
		this.document = view.dom.ownerDocument;
		this.window = this.document.defaultView ?? window;
		this.pane = view.dom.closest<HTMLElement>(".expert-friend-pane") ?? view.scrollDOM;
		closeSurfaces(this.document);
		this.cell = editorOfCell(view, this.document.activeElement);
		this.dom = this.document.body.createDiv({ cls: `expert-friend-popover ${options.className}` });
		this.dom.addEventListener("mousedown", this.keepFocus);
		this.dom.addEventListener("keydown", this.goRound);
		this.guard = new PressGuard(this.dom);
		this.dom.addEventListener("focusin", this.hold);
		this.dom.addEventListener("focusout", this.letGo);
		this.document.addEventListener("pointerdown", this.pressedElsewhere, true);
		this.document.addEventListener("keydown", this.escaped, true);
		this.document.addEventListener(opens, this.replaced);
		this.window.addEventListener("resize", this.windowResized);
		this.pane.addEventListener("scroll", this.place);
		this.resized = new ResizeObserver(this.looked);
		this.resized.observe(this.dom);
		this.resized.observe(view.dom);
		view.plugin(surfaces)?.open.add(this);
		// The editor was moved to another window; this stands in the one it left.
		this.unhook = view.dom.onWindowMigrated(() => this.close("gone"));
		this.giveUpBackKey = view.state.facet(editorPort)?.takeBackKey(() => this.close("escape")) ?? (() => undefined);
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
				this.show(measured);
			},
		});
	};

	// The editor stays in the page while its note is shown for reading, and is not to be seen.
	private readonly looked = (): void => {
		if (this.view.dom.getClientRects().length === 0) this.close("gone");
		else this.place();
	};

	private show({ top, left, width, room, away }: Place): void {
		const { dom } = this;
		const docks = this.side === "docked" && !dom.hasClass("is-docked");
		dom.toggleClass("is-away", away);
		dom.toggleClass("is-docked", this.side === "docked");
		dom.setCssProps({
			"--expert-friend-top": `${top}px`,
			"--expert-friend-left": `${left}px`,
			"--expert-friend-room": `${room}px`,
		});
		if (width !== null) dom.setCssProps({ "--expert-friend-width": `${width}px` });
		// Docked it is as high as its new width wants: measured again, and only then does it stand where it may cover.
		if (docks) {
			this.onDock();
			this.clearedFor = 0;
			this.place();
		} else if (dom.offsetHeight > this.clearedFor) this.uncover();
	}

	// A surface at the bottom of the screen may stand before the passage: the text scrolls up from under it, and then is
	// the writer's to scroll. Seen to in several frames: what the editor was asked to bring into sight before, it does
	// right after the first.
	private uncover(frames = framesToClear): void {
		if (this.closed) return;
		this.clearedFor = this.dom.offsetHeight;
		this.view.requestMeasure({
			read: () => {
				const { from, to } = this.options.clear();
				const { length } = this.view.state.doc;
				const first = coordsIn(this.view, Math.min(from, length), 1);
				const last = coordsIn(this.view, Math.min(to, length), -1);
				const own = this.dom.getBoundingClientRect();
				if (first === null || last === null || own.top >= last.bottom || own.bottom <= first.top) return 0;
				const { top } = this.view.scrollDOM.getBoundingClientRect();
				const whole = Math.min(last.bottom + gap - own.top, Math.max(0, first.top - gap - top));
				// Of a passage with more lines than there is room for, that of the selection is seen.
				const line = coordsIn(this.view, Math.min((this.options.seen ?? this.options.at)(), length), 1) ?? first;
				return Math.max(whole, Math.min(line.bottom + gap - own.top, line.top - gap - top));
			},
			write: (covered) => {
				if (this.closed) return;
				if (covered > 0) this.view.scrollDOM.scrollTop += covered;
				if (frames > 1) this.window.requestAnimationFrame(() => this.uncover(frames - 1));
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
		this.view.plugin(surfaces)?.open.delete(this);
		this.guard.destroy();
		this.letGo();
		this.giveUpBackKey();
		this.unhook();
		this.document.removeEventListener("pointerdown", this.pressedElsewhere, true);
		this.document.removeEventListener("keydown", this.escaped, true);
		this.document.removeEventListener(opens, this.replaced);
		this.window.removeEventListener("resize", this.windowResized);
		this.pane.removeEventListener("scroll", this.place);
		this.dom.remove();
		if (held && reason !== "gone" && reason !== "outside") this.giveBack();
		this.options.onClose(reason);
	}

	// A table's cell that is edited by itself, or the note.
	private giveBack(): void {
		if (this.cell?.dom.isConnected === true) this.cell.focus();
		else this.view.focus();
	}

	private measure(): Place | null {
		const { from, to } = this.options.clear();
		const length = this.view.state.doc.length;
		const first = coordsIn(this.view, Math.min(from, length), 1);
		const last = coordsIn(this.view, Math.min(to, length), -1);
		const pane = this.pane.getBoundingClientRect();
		const text = this.view.contentDOM.getBoundingClientRect();
		const own = this.dom.getBoundingClientRect();
		const floor = Math.min(pane.bottom, this.window.innerHeight);
		// Docked it leaves a line of the passage in sight above it, however low the window is.
		const line = this.view.defaultLineHeight + 2 * gap;
		const whole = { room: Math.max(leastRoom, floor - pane.top - line), width: pane.width };
		if (first === null || last === null) {
			// Scrolled out of what the editor draws: stay put, out of sight, until it comes back.
			return this.side === "docked"
				? { ...whole, top: floor - own.height, left: pane.left, away: false }
				: { ...whole, top: pane.top, left: pane.left, width: null, away: true };
		}
		this.tallest = Math.max(this.tallest, last.bottom - first.top);
		const below = first.top + this.tallest + gap;
		const over = first.top - gap - own.height;
		const roomFor = { below: floor - below, above: first.top - gap - pane.top, docked: whole.room };
		// What is higher than it may be, with all that scrolls at its least, has no room there.
		const beyond = Math.max(0, this.dom.scrollHeight - this.dom.clientHeight);
		const height = this.dom.offsetHeight + beyond;
		const least = beyond > 0 ? height : this.least;
		this.side = sideOf({ side: this.side, height, least, grew: height > this.height, room: roomFor });
		this.height = Math.max(height, this.height);
		if (this.side === "docked") return { ...whole, top: floor - own.height, left: pane.left, away: false };
		const at = Math.min(this.options.at(), length);
		const start = coordsIn(this.view, at, 1)?.left ?? first.left;
		const width = this.options.fullWidth ? Math.min(text.width, pane.width - 2 * edge) : own.width;
		const beside = this.view.textDirectionAt(at) === Direction.RTL ? start + 12 - width : start - 12;
		return {
			top: this.side === "below" ? below : over,
			left: this.options.fullWidth
				? text.left
				: Math.max(pane.left + edge, Math.min(beside, pane.right - width - edge)),
			width: this.options.fullWidth ? width : null,
			room: roomFor[this.side],
			away: last.bottom < pane.top || first.top > floor,
		};
	}

	private get least(): number {
		const { least } = this.options;
		return least === undefined ? Infinity : least * parseFloat(this.window.getComputedStyle(this.dom).fontSize);
	}

	// The app hears keys first: it would format the note behind the field, or turn to reading.
	private readonly hold = (): void => {
		this.release ??= this.view.state.facet(editorPort)?.holdKeys() ?? null;
	};

	private readonly letGo = (): void => {
		this.release?.();
		this.release = null;
	};

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
		if (isElement(event.target) && event.target.closest("input, textarea, select") !== null) return;
		event.preventDefault();
	};

	private readonly escaped = (event: KeyboardEvent): void => {
		if (event.key !== "Escape" || event.isComposing || this.document.querySelector(above) !== null) return;
		event.preventDefault();
		event.stopPropagation();
		this.close("escape");
	};

	// Another side may have room now.
	private readonly windowResized = (): void => {
		this.height = 0;
		this.place();
	};

	private readonly replaced = (): void => this.close("outside");

	private readonly pressedElsewhere = (event: Event): void => {
		if (event.composedPath().includes(this.dom)) return;
		if (isElement(event.target) && event.target.closest(".modal-container, .menu, .suggestion-container, .notice"))
			return;
		this.close("outside");
	};
}
