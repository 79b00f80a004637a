import { extendRealm, type Realm } from "../dom";

/**
 * Another window of the app, as a frame of this page: with a document and classes of its own, so that nothing in it is
 * an instance of this page's classes.
 */
export interface OtherWindow {
	readonly win: Realm;
	readonly doc: Document;
	close(): void;
}

/**
 * Opens an empty window in the page's style.
 * @param within where its frame stands; over the page by default
 */
export function openWindow(title: string, within?: HTMLElement): OtherWindow {
	const cls = within === undefined ? "stand-in-window" : "embed-iframe";
	const frame = (within ?? document.body).createEl("iframe", { cls, attr: { title } });
	const win = frame.contentWindow as Realm | null;
	if (win === null) throw new Error("No frame.");
	const doc = win.document;
	extendRealm(win);
	doc.documentElement.lang = document.documentElement.lang;
	for (const style of Array.from(document.head.querySelectorAll("style, link[rel=stylesheet]")))
		doc.head.append(doc.importNode(style, true));
	doc.body.className = document.body.className;
	doc.body.addClass("is-popout-window");
	win.addEventListener("focusin", () => become(win));
	win.addEventListener("pointerdown", () => become(win), true);
	return {
		win,
		doc,
		close: () => {
			frame.remove();
			become(window);
		},
	};
}

/** The window that the writer is in: Obsidian's `activeWindow` and `activeDocument`. */
export function become(win: Window): void {
	Object.assign(window, { activeWindow: win, activeDocument: win.document });
}
