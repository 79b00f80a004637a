import { Plugin, type Editor, type MarkdownView, type MarkdownFileInfo, type Menu } from "obsidian";
import { signInAction } from "./llm/openrouter";
import { CompareView, compareViewType } from "./obsidian/compare/compare-view";
import { ExpertFriend } from "./obsidian/expert-friend";
import { firstRunViewType } from "./obsidian/first-run/first-run";
import { FirstRunView } from "./obsidian/first-run/first-run-view";
import { MarginView, marginViewType } from "./obsidian/margin/margin-view";
import { ExpertFriendSettingTab } from "./obsidian/settings/settings-tab";

/** Registers the parts; everything they do is theirs. */
export default class ExpertFriendPlugin extends Plugin {
	private friend: ExpertFriend | null = null;

	override async onload(): Promise<void> {
		const friend = new ExpertFriend(this.app, {
			load: () => this.loadData() as Promise<unknown>,
			save: (data) => this.saveData(data),
		});
		this.friend = friend;
		await friend.loadSettings();
		const words = friend.words;

		this.registerView(compareViewType, (leaf) => new CompareView(leaf, friend.comparing.view));
		this.registerView(firstRunViewType, (leaf) => new FirstRunView(leaf, friend.firstRun));
		this.registerView(marginViewType, (leaf) => new MarginView(leaf, friend.margin));
		this.registerEditorExtension(friend.editorExtension());
		this.addSettingTab(new ExpertFriendSettingTab(this.app, this, friend));
		this.registerObsidianProtocolHandler(signInAction, (data) => friend.signIn.arrived(data));
		this.addRibbonIcon("message-square-quote", words.commands.margin, () => void friend.pane.show());
		friend.status.showIn(this.addStatusBarItem());

		const here =
			(act: (editor: Editor) => void) =>
			(editor: Editor, _context: MarkdownView | MarkdownFileInfo): void =>
				act(editor);
		this.addCommand({
			id: "consult",
			name: words.commands.consult,
			icon: "message-square-quote",
			editorCallback: here((editor) => friend.commands.consult(editor)),
		});
		this.addCommand({
			id: "other-words",
			name: words.commands.otherWords,
			icon: "whole-word",
			editorCallback: here((editor) => friend.commands.otherWords(editor)),
		});
		this.addCommand({
			id: "ask",
			name: words.commands.ask,
			icon: "message-circle-question-mark",
			editorCallback: here((editor) => friend.commands.ask(editor)),
		});
		this.addCommand({
			id: "compare",
			name: words.compare.title,
			icon: "columns-3",
			editorCallback: here((editor) => friend.commands.compare(editor)),
		});
		this.addCommand({
			id: "adopted-words",
			name: words.commands.adopted,
			editorCallback: here((editor) => friend.commands.adopted(editor)),
		});
		this.addCommand({ id: "open-margin", name: words.commands.margin, callback: () => void friend.pane.show() });
		this.addCommand({ id: "next-answer", name: words.commands.nextAnswer, callback: () => void friend.pane.step(1) });
		this.addCommand({
			id: "previous-answer",
			name: words.commands.previousAnswer,
			callback: () => void friend.pane.step(-1),
		});
		this.addCommand({ id: "status", name: words.commands.status, callback: () => void friend.status.open() });
		this.addCommand({ id: "open-style", name: words.commands.style, callback: () => void friend.openStyle() });
		this.addCommand({
			id: "set-up",
			name: words.commands.setUp,
			icon: "message-square-quote",
			callback: () => void friend.firstRun.open(null),
		});
		this.addCommand({
			id: "cancel-consultations",
			name: words.commands.stop,
			checkCallback: (checking) => friend.cancelHere(checking),
		});

		this.registerEvent(
			this.app.workspace.on("editor-menu", (menu: Menu, editor: Editor) => friend.commands.fillMenu(menu, editor)),
		);
		for (const reference of friend.vaultEvents()) this.registerEvent(reference);
		this.register(
			friend.commands.onObjectives((objectives, gone) => {
				for (const id of gone) this.removeCommand(id);
				for (const { id, name, icon, run } of objectives)
					this.addCommand({ id, name, icon, editorCallback: here(run) });
			}),
		);
		// Apps are closed, and phones end them in the background, without asking plugins.
		this.registerDomEvent(window, "pagehide", () => friend.flush());
		this.registerDomEvent(document, "visibilitychange", () => friend.flush());
		this.app.workspace.onLayoutReady(() => void friend.start());
	}

	override async onExternalSettingsChange(): Promise<void> {
		await this.friend?.loadSettings();
	}

	override onunload(): void {
		this.friend?.close();
	}
}
