import { EditorView } from "@codemirror/view";

/**
 * Gives the keys back to where they were, with the selection as it was: a bare `focus` puts an editor's cursor
 * wherever the browser likes.
 */
export function giveBack(focused: Element | null): void {
	if (focused?.instanceOf(HTMLElement) !== true || !focused.isConnected) return;
	const editor = focused.closest(".cm-editor") === null ? null : EditorView.findFromDOM(focused);
	if (editor === null) focused.focus({ preventScroll: true });
	else editor.focus();
}
