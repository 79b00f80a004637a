import { EditorView } from "@codemirror/view";

/**
 * Gives the keys back to where they were, with the selection as it was: a bare `focus` puts an editor's cursor
 * wherever the browser likes.
 */
export function giveBack(focused: Element | null): void {
	if (focused?.instanceOf(HTMLElement) !== true || !focused.isConnected) return;
	const editor = focused.closest(".cm-editor") === null ? null : EditorView.findFromDOM(focused);
	if (editor === null) return focused.focus({ preventScroll: true });
	editor.focus();
	// As the app does, which keeps the selection: the editor trusts the one it saw last, and the browser may have put the
	// cursor elsewhere since a field had the keys.
	const { anchor, head } = editor.state.selection.main;
	const [from, to] = [editor.domAtPos(anchor), editor.domAtPos(head)];
	focused.doc.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
