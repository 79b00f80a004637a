import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { indentUnit } from "@codemirror/language";
import { search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, dropCursor, EditorView, keymap } from "@codemirror/view";
import { callouts } from "./callouts";
import { markdownLook } from "./highlight";
import { openLinks } from "./links";
import { tables } from "./tables";

/** Where the plugins' extensions are in every editor's state. */
export const pluginExtensions = new Compartment();

/** What an editor can undo: forgotten when it shows another note. */
export const pastOfEditor = new Compartment();

/** Where live preview is switched. */
export const livePreview = new Compartment();

/** What every editor of the stand-in has, the plugins' extensions included. */
export function editorExtensions(ofPlugins: Extension, isLivePreview: boolean): Extension {
	return [
		pastOfEditor.of(history()),
		drawSelection({ cursorBlinkRate: 1200 }),
		dropCursor(),
		EditorState.allowMultipleSelections.of(true),
		EditorView.lineWrapping,
		indentUnit.of("\t"),
		EditorState.tabSize.of(4),
		markdownLook,
		search(),
		EditorView.contentAttributes.of({ spellcheck: "false", autocorrect: "off", "aria-label": "Note" }),
		livePreview.of([callouts(isLivePreview), tables(isLivePreview)]),
		openLinks,
		pluginExtensions.of(ofPlugins),
		keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
	];
}
