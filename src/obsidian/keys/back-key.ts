import { Platform, PopoverSuggest, type App } from "obsidian";

/**
 * Has Android's back key call back instead of closing a sidebar, leading to another note or leaving the app. Returns
 * the way to give it up. Does nothing elsewhere: there is no such key.
 */
export function takeBackKey(app: App, pressed: () => void): () => void {
	if (!Platform.isAndroidApp) return () => undefined;
	const entry = new BackEntry(app, pressed);
	entry.open();
	return () => entry.giveUp();
}

/**
 * The app tells the back key to what opened last of its modals, menus and popovers, by closing it. There is no other
 * door to that, so this is a popover of which nothing is seen.
 */
class BackEntry extends PopoverSuggest<never> {
	private isGivenUp = false;

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

	override close(): void {
		super.close();
		if (!this.isGivenUp) this.pressed();
	}

	/** Leaves without calling back. */
	giveUp(): void {
		this.isGivenUp = true;
		this.close();
	}

	renderSuggestion(): void {}

	selectSuggestion(): void {}
}

/** What a popover shows. */
const shown = ":scope > .suggestion-container";
