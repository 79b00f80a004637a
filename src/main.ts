import { Plugin, type Editor, type MarkdownView, type MarkdownFileInfo, type Menu } from "obsidian";
import { signInAction } from "./llm/openrouter";
import { CompareView, compareViewType } from "./obsidian/compare/compare-view";
import { ExpertFriend } from "./obsidian/expert-friend";
import { firstRunViewType } from "./obsidian/first-run/first-run";
import { FirstRunView } from "./obsidian/first-run/first-run-view";
import { MarginView, marginViewType } from "./obsidian/margin/margin-view";
import { ExpertFriendSettingTab } from "./obsidian/settings/settings-tab";
import { settingsPort } from "./obsidian/storage/settings-file";
import { StatisticsView, statisticsViewType } from "./obsidian/statistics/statistics-view";

/** Registers the parts; everything they do is theirs. */
export default class ExpertFriendPlugin extends Plugin {
	private friend: ExpertFriend | null = null;

	// eslint-disable-next-line max-lines-per-function -- a list of what is registered, one after the other
	override async onload(): Promise<void> {
		const friend = new ExpertFriend(this.app, settingsPort(this));
		this.friend = friend;
		await friend.loadSettings();
		const strings = friend.strings;

		this.registerView(compareViewType, (leaf) => new CompareView(leaf, friend.comparing.view));
		this.registerView(firstRunViewType, (leaf) => new FirstRunView(leaf, friend.firstRun));
		this.registerView(marginViewType, (leaf) => new MarginView(leaf, friend.margin));
		this.registerView(statisticsViewType, (leaf) => new StatisticsView(leaf, friend.statistics));
		this.registerEditorExtension(friend.editorExtension());
		this.addSettingTab(new ExpertFriendSettingTab(this.app, this, friend));
		this.registerObsidianProtocolHandler(signInAction, (data) => friend.signIn.arrived(data));
		this.addRibbonIcon("message-square-quote", strings.commands.margin, () => void friend.pane.show());
		friend.status.showIn(this.addStatusBarItem());

		const here =
			(act: (editor: Editor) => void) =>
			(editor: Editor, _context: MarkdownView | MarkdownFileInfo): void =>
				act(editor);
		this.addCommand({
			id: "consult",
			name: strings.commands.consult,
			icon: "message-square-quote",
			editorCallback: here((editor) => friend.commands.consult(editor)),
		});
		this.addCommand({
			id: "other-words",
			name: strings.commands.otherWords,
			icon: "whole-word",
			editorCallback: here((editor) => friend.commands.otherWords(editor)),
		});
		this.addCommand({
			id: "ask",
			name: strings.commands.ask,
			icon: "message-circle-question",
			editorCallback: here((editor) => friend.commands.ask(editor)),
		});
		this.addCommand({
			id: "compare",
			name: strings.compare.title,
			icon: "columns-3",
			editorCallback: here((editor) => friend.commands.compare(editor)),
		});
		this.addCommand({
			id: "adopted-words",
			name: strings.commands.adopted,
			editorCallback: here((editor) => friend.commands.adopted(editor)),
		});
		this.addCommand({ id: "prompts", name: strings.zone.command, editorCallback: here(friend.toggleZone) });
		this.addCommand({ id: "open-margin", name: strings.commands.margin, callback: () => void friend.pane.show() });
		this.addCommand({ id: "next-answer", name: strings.commands.nextAnswer, callback: () => void friend.pane.step(1) });
		this.addCommand({
			id: "previous-answer",
			name: strings.commands.previousAnswer,
			callback: () => void friend.pane.step(-1),
		});
		this.addCommand({ id: "status", name: strings.commands.status, callback: () => void friend.status.open() });
		this.addCommand({
			id: "statistics",
			name: strings.statistics.command,
			icon: "chart-column",
			callback: () => void friend.openStatistics(),
		});
		this.addCommand({ id: "open-style", name: strings.commands.style, callback: () => void friend.openStyle() });
		this.addCommand({ id: "add-objectives", name: strings.addObjectives.title, callback: friend.addMissing });
		this.addCommand({
			id: "set-up",
			name: strings.commands.setUp,
			icon: "message-square-quote",
			callback: () => void friend.firstRun.open(null),
		});
		this.addCommand({
			id: "cancel-consultations",
			name: strings.commands.stop,
			checkCallback: (checking) => friend.cancelHere(checking),
		});

		friend.registerSaying(this);
		this.registerEvent(
			this.app.workspace.on("editor-menu", (menu: Menu, editor: Editor) => friend.commands.fillMenu(menu, editor)),
		);
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
		this.app.workspace.onLayoutReady(() => void friend.start((reference) => this.registerEvent(reference)));
	}

	override async onExternalSettingsChange(): Promise<void> {
		await this.friend?.loadSettings();
	}

	override onunload(): void {
		this.friend?.close();
	}
}
