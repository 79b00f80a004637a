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
