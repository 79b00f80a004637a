import { MarkdownView, Notice, type App, type TFile, type WorkspaceLeaf } from "obsidian";
import type { EditorView } from "@codemirror/view";
import { findAnchor } from "../../core/consultation/anchor";
import type { Consultation } from "../../core/consultation/consultation";
import type { InterfaceStrings } from "../../core/i18n/en";
import { withPlainBreaks } from "../../core/text/line-breaks";
import type { Range, TextSource } from "../../core/text/text";
import { passageOf, selectInSight } from "../../editor/passages";
import { trackingId } from "./passage-tracker";
import { leafOf, type Views } from "./views";

interface ShowPort {
	readonly app: App;
	readonly views: Views;
	readonly strings: () => InterfaceStrings;
}

/**
 * Where the passage of a consultation stands; null when it can't be found. What the editor followed through every edit
 * comes first; then the passage's words.
 */
export function rangeOf(doc: TextSource, view: EditorView | null, consultation: Consultation): Range | null {
	return (
		(view && passageOf(view.state, trackingId(consultation.id))) ?? findAnchor(doc.sliceString(0), consultation.anchor)
	);
}

/** Shows the passage of a consultation: selected, or in sight for who reads. A notice says where there is none. */
export async function showPassage(port: ShowPort, consultation: Consultation): Promise<void> {
	const { app, views, strings } = port;
	const file = app.vault.getFileByPath(consultation.path);
	if (file === null) {
		new Notice(strings().keep.noteGone(consultation.path));
		return;
	}
	const leaf = await opened(app, file);
	// A tab behind another has no editor to show it in.
	app.workspace.setActiveLeaf(leaf, { focus: true });
	const view = views.toWrite(file.path);
	if (view === null) return showInReading(port, leaf, file, consultation);
	activate(port, view, file);
	const range = rangeOf(view.state.doc, view, consultation);
	if (range === null) new Notice(strings().margin.lost);
	else selectInSight(view, range);
	view.focus();
}

/** The tab of a note, loaded: the one that shows it, else the writer's. */
async function opened(app: App, file: TFile): Promise<WorkspaceLeaf> {
	const shown = leafOf(app, file.path);
	if (shown !== null) {
		await shown.loadIfDeferred();
		return shown;
	}
	const leaf = app.workspace.getLeaf(false);
	await leaf.openFile(file);
	return leaf;
}

// Who reads goes on reading: the passage is brought into sight where it stands in the file.
async function showInReading(
	{ app, strings }: ShowPort,
	leaf: WorkspaceLeaf,
	file: TFile,
	{ anchor }: Consultation,
): Promise<void> {
	app.workspace.setActiveLeaf(leaf, { focus: true });
	const text = withPlainBreaks(await app.vault.cachedRead(file).catch(() => ""));
	const range = findAnchor(text, anchor);
	if (range === null) new Notice(strings().margin.lost);
	else leaf.setEphemeralState({ line: text.slice(0, range.from).split("\n").length - 1 });
}

// A pane may lie behind others.
function activate({ app: { workspace }, views }: ShowPort, view: EditorView, file: TFile): void {
	const leaf = workspace
		.getLeavesOfType("markdown")
		.find(
			(one) => one.view instanceof MarkdownView && one.view.file === file && views.ofEditor(one.view.editor) === view,
		);
	if (leaf !== undefined) workspace.setActiveLeaf(leaf, { focus: true });
}
