// What the picker needs of Obsidian, from the stand-in: its package as far as it is used, and an app of the bare
// minimum.
import { extendPage } from "../host/dom";
import { Keymap, Scope } from "../host/ui/keymap";

export { setIcon } from "../host/icons";
export { Platform } from "../host/platform";
export { requestUrl } from "../host/request-url";
export { SuggestModal } from "../host/ui/suggest";

/** Prepares the page. Returns an app that can open modals. */
export function openHost() {
	extendPage();
	const scope = new Scope();
	return { scope, keymap: new Keymap(scope, () => null) };
}
