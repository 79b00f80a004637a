import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** A click on a wikilink in live preview opens its note, with Ctrl or ⌘ in a new tab; not one that ends a selection. */
export const openLinks: Extension = EditorView.domEventHandlers({
	click(event, view) {
		const link = event.target instanceof Element ? event.target.closest(".cm-hmd-internal-link") : null;
		if (link === null || event.detail !== 1 || !view.state.selection.main.empty) return false;
		const pos = view.posAtDOM(link);
		const line = view.state.doc.lineAt(pos);
		for (const { 0: found, index } of line.text.matchAll(/\[\[([^\]\n]+)\]\]/g)) {
			if (pos < line.from + index || pos > line.from + index + found.length) continue;
			const [target = ""] = found.slice(2, -2).split("|");
			const { workspace } = window.app;
			void workspace.openLinkText(target, workspace.getActiveFile()?.path ?? "", event.ctrlKey || event.metaKey);
			return true;
		}
		return false;
	},
});
