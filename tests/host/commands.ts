import type * as obsidian from "obsidian";
import type { App } from "./app";
import { Strict } from "./strict";
import type { MarkdownView } from "./markdown-view";
import { Platform } from "./platform";

/** Obsidian's undocumented `app.commands`. */
export class Commands extends Strict {
	readonly commands: Record<string, obsidian.Command> = {};
	private readonly handlers = new Map<string, obsidian.KeymapEventHandler[]>();

	constructor(private readonly app: App) {
		super();
	}

	addCommand(command: obsidian.Command): void {
		this.removeCommand(command.id);
		this.commands[command.id] = command;
		this.handlers.set(
			command.id,
			(command.hotkeys ?? []).map(({ modifiers, key }) =>
				this.app.scope.register(modifiers, key, () => (this.executeCommandById(command.id) ? false : undefined)),
			),
		);
	}

	removeCommand(id: string): void {
		for (const handler of this.handlers.get(id) ?? []) this.app.scope.unregister(handler);
		this.handlers.delete(id);
		delete this.commands[id];
	}

	/** The commands that can be done now, as the palette lists them. */
	listCommands(): obsidian.Command[] {
		return Object.values(this.commands).filter((command) => this.run(command, true));
	}

	/** Does a command; false when there is none of this id or when it cannot be done now. */
	executeCommandById(id: string): boolean {
		const command = this.commands[id];
		return command !== undefined && this.run(command, true) && this.run(command, false);
	}

	private run(command: obsidian.Command, checking: boolean): boolean {
		if (command.mobileOnly === true && !Platform.isMobile) return false;
		const active: MarkdownView | null = this.app.workspace.activeEditor;
		// While a note is read, its editor is nobody's.
		const view = active?.getMode() === "source" ? active : null;
		const editor = view?.editor as unknown as obsidian.Editor | undefined;
		const context = view as unknown as obsidian.MarkdownView;
		if (command.editorCheckCallback !== undefined) {
			if (editor === undefined) return false;
			return command.editorCheckCallback(checking, editor, context) !== false || !checking;
		}
		if (command.editorCallback !== undefined) {
			if (editor === undefined) return false;
			if (!checking) void command.editorCallback(editor, context);
			return true;
		}
		if (command.checkCallback !== undefined) return command.checkCallback(checking) !== false || !checking;
		if (command.callback === undefined) return false;
		if (!checking) void command.callback();
		return true;
	}
}
