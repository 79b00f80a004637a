import { Scope, type App, type ItemView, type Keymap } from "obsidian";
import { isTypedIn } from "../../editor/elements";

/**
 * Keeps the app's own keys away, which it hears before anything in its pages does: without it they would format the
 * note behind a field, or open one. Returns the way to let them through again.
 */
export function holdKeys({ keymap }: Pick<App, "keymap">): () => void {
	// A scope without a parent: the keys go on to where the writer is.
	const scope = new Scope();
	keymap.pushScope(scope);
	return () => keymap.popScope(scope);
}

/**
 * Gives a view the keys that the app would take from it: all of them while the writer types in one of its fields, and
 * Escape, which the app takes for the way from a side view to the note. Call it once, when the view opens.
 */
export function ownKeys(view: ItemView): void {
	const { app, contentEl } = view;
	let release: (() => void) | null = null;
	const go = (): void => {
		release?.();
		release = null;
	};
	view.registerDomEvent(contentEl, "focusin", ({ target }) => {
		go();
		if (isTypedIn(target)) release = holdKeys(app);
	});
	view.registerDomEvent(contentEl, "focusout", go);
	view.register(go);
	view.scope = new Scope(app.scope);
	view.scope.register([], "Escape", (event) => {
		passOn(app.keymap, event, contentEl);
		return false;
	});
}

// What the view does with the key is said where it is done: the key goes there, past the app.
function passOn(keymap: Keymap, event: KeyboardEvent, contentEl: HTMLElement): void {
	const { activeElement } = contentEl.doc;
	const target = activeElement !== null && contentEl.contains(activeElement) ? activeElement : contentEl;
	const release = holdKeys({ keymap });
	target.dispatchEvent(new KeyboardEvent(event.type, event));
	release();
}
