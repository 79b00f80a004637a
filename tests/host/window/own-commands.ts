import type * as obsidian from "obsidian";
import type { App } from "../app";
import type { TFile } from "../files";
import { Keymap } from "../ui/keymap";
import { FuzzySuggestModal } from "../ui/suggest";

class CommandPalette extends FuzzySuggestModal<obsidian.Command> {
	getItems(): obsidian.Command[] {
		return this.app.commands.listCommands();
	}

	getItemText(command: obsidian.Command): string {
		return command.name;
	}

	onChooseItem(command: obsidian.Command): void {
		this.app.commands.executeCommandById(command.id);
	}
}

class QuickSwitcher extends FuzzySuggestModal<TFile> {
	getItems(): TFile[] {
		const recent = this.app.workspace.getLastOpenFiles();
		const rank = (file: TFile) => (recent.includes(file.path) ? recent.indexOf(file.path) : recent.length);
		return this.app.vault.getMarkdownFiles().sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
	}

	getItemText(file: TFile): string {
		return file.path.slice(0, -3);
	}

	onChooseItem(file: TFile, event: MouseEvent | KeyboardEvent): void {
		void this.app.workspace.getLeaf(Keymap.isModEvent(event) === false ? false : "split").openFile(file);
	}
}

/** Puts marks around what is selected, or takes them away. */
function mark(editor: obsidian.Editor, marks: string): void {
	const words = editor.getSelection();
	const isMarked = words.startsWith(marks) && words.endsWith(marks) && words.length >= 2 * marks.length;
	editor.replaceSelection(isMarked ? words.slice(marks.length, -marks.length) : marks + words + marks);
}

async function createNote({ vault, workspace }: App): Promise<void> {
	let path = "Untitled.md";
	for (let n = 1; vault.getFileByPath(path) !== null; n++) path = `Untitled ${n}.md`;
	const file = await vault.create(path, "");
	const leaf = workspace.getLeaf(false);
	await leaf.openFile(file);
	workspace.setActiveLeaf(leaf, { focus: true });
}

/** Registers the few commands of Obsidian's own that the stand-in has, with Obsidian's ids and keys. */
export function addOwnCommands(app: App): void {
	const { commands, workspace } = app;
	commands.addCommand({
		id: "command-palette:open",
		name: "Command palette: Open command palette",
		hotkeys: [{ modifiers: ["Mod"], key: "p" }],
		callback: () => {
			const palette = new CommandPalette(app);
			palette.setPlaceholder("Select a command...");
			palette.open();
		},
	});
	commands.addCommand({
		id: "switcher:open",
		name: "Quick switcher: Open quick switcher",
		hotkeys: [{ modifiers: ["Mod"], key: "o" }],
		callback: () => {
			const switcher = new QuickSwitcher(app);
			switcher.setPlaceholder("Find a note...");
			switcher.open();
		},
	});
	commands.addCommand({
		id: "file-explorer:new-file",
		name: "Create new note",
		hotkeys: [{ modifiers: ["Mod"], key: "n" }],
		callback: () => void createNote(app),
	});
	commands.addCommand({
		id: "app:open-settings",
		name: "Open settings",
		hotkeys: [{ modifiers: ["Mod"], key: "," }],
		callback: () => app.setting.open(),
	});
	commands.addCommand({
		id: "app:toggle-left-sidebar",
		name: "Toggle left sidebar",
		callback: () => workspace.leftSplit.toggle(),
	});
	commands.addCommand({
		id: "app:toggle-right-sidebar",
		name: "Toggle right sidebar",
		checkCallback: (checking) => {
			if (workspace.rightSplit.leaves.length === 0) return false;
			if (!checking) workspace.rightSplit.toggle();
			return true;
		},
	});
	commands.addCommand({
		id: "theme:toggle-light-dark",
		name: "Toggle light/dark mode",
		callback: () => app.chrome.toggleTheme(),
	});
	commands.addCommand({
		id: "editor:toggle-source",
		name: "Toggle live preview/source mode",
		editorCallback: () => app.vault.setConfig("livePreview", app.vault.getConfig("livePreview") === false),
	});
	commands.addCommand({
		id: "editor:toggle-bold",
		name: "Toggle bold",
		hotkeys: [{ modifiers: ["Mod"], key: "b" }],
		editorCallback: (editor) => mark(editor, "**"),
	});
	commands.addCommand({
		id: "editor:toggle-italics",
		name: "Toggle italic",
		hotkeys: [{ modifiers: ["Mod"], key: "i" }],
		editorCallback: (editor) => mark(editor, "*"),
	});
	commands.addCommand({
		id: "editor:open-link-in-new-leaf",
		name: "Open link under cursor in new tab",
		hotkeys: [{ modifiers: ["Mod"], key: "Enter" }],
		editorCheckCallback: (checking, editor) => {
			const { line, ch } = editor.getCursor();
			const link = [...editor.getLine(line).matchAll(/\[\[([^\]\n|]+)[^\]\n]*\]\]/g)].find(
				(match) => match.index <= ch && ch <= match.index + match[0].length,
			);
			if (link === undefined) return false;
			if (!checking) void workspace.openLinkText(link[1] ?? "", workspace.getActiveFile()?.path ?? "", "tab");
			return true;
		},
	});
	commands.addCommand({
		id: "workspace:move-to-new-window",
		name: "Move current tab to new window",
		callback: () => {
			if (workspace.activeLeaf !== null) workspace.moveLeafToPopout(workspace.activeLeaf);
		},
	});
	// From a side view, Escape leads back to the note before the view hears of it.
	app.scope.register([], "Escape", () => {
		const leaf = workspace.activeLeaf;
		const note = workspace.getMostRecentLeaf();
		if (leaf === null || note === null || !leaf.getRoot().isDock) return undefined;
		workspace.setActiveLeaf(note, { focus: true });
		return false;
	});
	commands.addCommand({
		id: "markdown:toggle-preview",
		name: "Toggle reading view",
		hotkeys: [{ modifiers: ["Mod"], key: "e" }],
		checkCallback: (checking) => {
			const view = workspace.activeEditor;
			if (view === null) return false;
			if (!checking) view.setMode(view.getMode() === "source" ? "preview" : "source");
			return true;
		},
	});
	commands.addCommand({
		id: "workspace:split-vertical",
		name: "Split right",
		callback: () => {
			if (workspace.activeLeaf !== null) void workspace.duplicateLeaf(workspace.activeLeaf, "vertical");
		},
	});
	commands.addCommand({
		id: "workspace:close",
		name: "Close current tab",
		callback: () => workspace.activeLeaf?.detach(),
	});
	commands.addCommand({
		id: "editor:save-file",
		name: "Save current file",
		hotkeys: [{ modifiers: ["Mod"], key: "s" }],
		editorCallback: () => void workspace.activeEditor?.save(),
	});
}
