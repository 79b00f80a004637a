import { isElement } from "./elements";

/** Milliseconds during which a control that came under a resting pointer does not answer. */
const wait = 400;

/** Pixels that a hand trembles: a pointer that went no further still rests. */
const tremble = 6;

/** Pixels between two taps at the same place. */
const finger = 24;

const controls = "button, a, summary, [role='option'], [role='menuitem']";

/** What is under the pointer. */
interface Under {
	readonly control: Element | null;
	readonly says: string;
}

/**
 * Keeps the writer from pressing what they did not aim at. A control that came under a resting pointer, or that
 * changed what it says there, does not answer for a moment; the second press of a double click is for the control that
 * got the first. Keys and what assistive technology presses always count.
 */
export class PressGuard {
	/** Where the pointer is; null while it is elsewhere. */
	private at: { readonly x: number; readonly y: number } | null = null;
	private under: Under = { control: null, says: "" };
	/** When something else came under the pointer, by the window's clock; null when the writer went there. */
	private changed: number | null = null;
	/** How far the pointer has gone since. */
	private gone = 0;
	/** What the first press of the present click, or double click, was for. */
	private first: Element | null = null;
	private readonly window: Window;
	private readonly changes: MutationObserver;

	/** @param dom what is guarded, with all that will be in it */
	constructor(private readonly dom: HTMLElement) {
		this.window = dom.ownerDocument.defaultView ?? window;
		dom.addEventListener("pointerenter", this.entered);
		dom.addEventListener("pointermove", this.moved);
		dom.addEventListener("pointerleave", this.left);
		dom.addEventListener("pointerdown", this.pressed, true);
		dom.addEventListener("click", this.clicked, true);
		this.changes = new MutationObserver(() => this.look());
		this.changes.observe(dom, { subtree: true, childList: true, attributes: true, characterData: true });
	}

	/** Ends the watch; `dom` goes away, or is guarded no more. */
	destroy(): void {
		this.changes.disconnect();
		this.dom.removeEventListener("pointerenter", this.entered);
		this.dom.removeEventListener("pointermove", this.moved);
		this.dom.removeEventListener("pointerleave", this.left);
		this.dom.removeEventListener("pointerdown", this.pressed, true);
		this.dom.removeEventListener("click", this.clicked, true);
	}

	// It may be the surface that came: a move that follows says whether the pointer did.
	private readonly entered = (event: PointerEvent): void => {
		if (event.pointerType === "touch") return;
		this.rest(event);
		this.changed = this.window.performance.now();
		this.gone = 0;
	};

	private readonly moved = (event: PointerEvent): void => {
		if (event.pointerType === "touch") return;
		this.gone += Math.hypot(event.movementX, event.movementY);
		if (this.gone > tremble) this.changed = null;
		this.rest(event);
	};

	private readonly left = (event: PointerEvent): void => {
		if (event.pointerType !== "touch") this.at = null;
	};

	private readonly pressed = (event: PointerEvent): void => {
		if (event.pointerType !== "touch") return;
		const { at } = this;
		if (at !== null && Math.hypot(event.clientX - at.x, event.clientY - at.y) <= finger) return;
		this.changed = null;
		this.rest(event);
	};

	private readonly clicked = (event: MouseEvent): void => {
		const control = isElement(event.target) ? event.target.closest(controls) : null;
		if (event.detail === 0 || control === null) return;
		const isSecond = event.detail > 1 && control !== this.first;
		if (event.detail === 1) this.first = control;
		const isNew = this.changed !== null && this.window.performance.now() - this.changed < wait;
		if (!isSecond && !isNew) return;
		event.preventDefault();
		event.stopImmediatePropagation();
	};

	private rest({ clientX, clientY }: PointerEvent): void {
		this.at = { x: clientX, y: clientY };
		this.under = this.underneath(clientX, clientY);
	}

	private look(): void {
		if (this.at === null) return;
		const now = this.underneath(this.at.x, this.at.y);
		if (now.control === this.under.control && now.says === this.under.says) return;
		// Rows are drawn anew and say the same.
		const isRow = now.control?.getAttribute("role") === "option" && now.says === this.under.says;
		this.under = now;
		if (isRow) return;
		this.changed = this.window.performance.now();
		this.gone = 0;
	}

	private underneath(x: number, y: number): Under {
		const found = this.dom.ownerDocument.elementFromPoint(x, y)?.closest(controls) ?? null;
		const control = found !== null && this.dom.contains(found) ? found : null;
		const says = `${control?.getAttribute("aria-label") ?? ""} ${control?.textContent ?? ""}`;
		return { control, says };
	}
}

/** Calls back when a mouse or a pen moves over an element: not when the element came under one that rests. */
export function onPointerMoved(element: HTMLElement, call: () => void): void {
	element.addEventListener("pointermove", ({ pointerType, movementX, movementY }) => {
		if (pointerType !== "touch" && (movementX !== 0 || movementY !== 0)) call();
	});
}
