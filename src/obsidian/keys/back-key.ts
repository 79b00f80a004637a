import { Platform, PopoverSuggest, type App, type HistoryHandler } from "obsidian";

/**
 * Has Android's back key call back instead of closing a sidebar, leading to another note or leaving the app. Returns
 * the way to give it up. Does nothing elsewhere: there is no such key.
 */
export function takeBackKey(app: App, pressed: () => void): () => void {
	if (!Platform.isAndroidApp) return () => undefined;
	const entry = new BackEntry(app, pressed);
	try {
		entry.open();
	} catch {
		// How the app opens an empty popover is not documented: the surface opens without the key then.
	}
	return () => entry.close();
}

/**
 * The app tells the back key to what opened last of its modals, menus and popovers. There is no other door to that, so
 * this is a popover of which nothing is seen. Should the app close it by itself, the key is the app's again.
 */
class BackEntry extends PopoverSuggest<never> implements HistoryHandler {
	constructor(
		app: App,
		private readonly pressed: () => void,
	) {
		super(app);
	}

	override open(): void {
		const { body } = activeDocument;
		const before = new Set(body.querySelectorAll(shown));
		super.open();
		for (const element of body.querySelectorAll(shown)) if (!before.has(element)) element.remove();
		// The keys are where the surface has them.
		this.app.keymap.popScope(this.scope);
	}

	onHistoryBack(): void {
		this.close();
		this.pressed();
	}

	renderSuggestion(): void {}

	selectSuggestion(): void {}
}

/** What a popover shows. */
const shown = ":scope > .suggestion-container";
