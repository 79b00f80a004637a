import type { Locator } from "playwright-core";
import type { Editor } from "obsidian";
import type { Stage } from "../e2e/stage";

type Held = { readonly editor: Editor };

/** The app's window as a writer has it before them: panes with notes, and the margin. */
export class AppWindow {
	constructor(private readonly stage: Stage) {}

	/** The card of an answer, by a text in it. */
	card(name: string): Locator {
		return this.stage.page.locator("article.expert-friend-card", { hasText: name });
	}

	press(name: string, button: string): Promise<void> {
		return this.card(name).getByRole("button", { name: button, exact: true }).dispatchEvent("click");
	}

	/** The texts of all cards, once the margin has been drawn. */
	async cards(): Promise<readonly string[]> {
		const { page } = this.stage;
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
		return page.locator("article.expert-friend-card").allInnerTexts();
	}

	/** The note in a pane, with what is not saved. */
	textIn(pane: number): Promise<string> {
		return this.stage.page.evaluate(
			(at) => (window.app.workspace.getLeavesOfType("markdown")[at]!.view as unknown as Held).editor.getValue(),
			pane,
		);
	}

	/** Selects in the first pane, and gives it the keys. */
	select(from: number, to: number): Promise<void> {
		return this.stage.page.evaluate(
			([start, end]) => {
				const leaf = window.app.workspace.getLeavesOfType("markdown")[0]!;
				const { editor } = leaf.view as unknown as Held;
				window.app.workspace.setActiveLeaf(leaf, { focus: true });
				editor.focus();
				editor.setSelection(editor.offsetToPos(start), editor.offsetToPos(end));
			},
			[from, to] as const,
		);
	}

	/** Types into the first pane. */
	replace(from: number, to: number, insert: string): Promise<void> {
		return this.stage.page.evaluate(
			([start, end, text]) => {
				const { editor } = window.app.workspace.getLeavesOfType("markdown")[0]!.view as unknown as Held;
				editor.replaceRange(text, editor.offsetToPos(start), editor.offsetToPos(end));
			},
			[from, to, insert] as const,
		);
	}

	/** Resolves to the first pane's text after it. */
	rewind(which: "undo" | "redo"): Promise<string> {
		return this.stage.page.evaluate((what) => {
			const { editor } = window.app.workspace.getLeavesOfType("markdown")[0]!.view as unknown as Held;
			editor[what]();
			return editor.getValue();
		}, which);
	}

	show(path: string): Promise<void> {
		return this.stage.page.evaluate(
			(name) => window.app.workspace.getLeavesOfType("markdown")[0]!.openFile(window.app.vault.getFileByPath(name)!),
			path,
		);
	}

	/** Turns the first pane to reading or to writing. */
	turn(mode: "preview" | "source"): Promise<void> {
		return this.stage.page.evaluate(async (wanted) => {
			const leaf = window.app.workspace.getLeavesOfType("markdown")[0]!;
			const state = leaf.getViewState();
			await leaf.setViewState({ ...state, state: { ...state.state, mode: wanted } });
		}, mode);
	}

	rename(from: string, to: string): Promise<void> {
		return this.stage.page.evaluate(
			([path, name]) => window.app.fileManager.renameFile(window.app.vault.getFileByPath(path)!, name),
			[from, to] as const,
		);
	}

	/** Shows a note in a second pane. */
	split(path: string): Promise<void> {
		return this.stage.page.evaluate(
			(name) => window.app.workspace.getLeaf("split").openFile(window.app.vault.getFileByPath(name)!),
			path,
		);
	}

	closeSecond(): Promise<void> {
		return this.stage.page.evaluate(() => window.app.workspace.getLeavesOfType("markdown")[1]!.detach());
	}

	panes(): Promise<number> {
		return this.stage.page.evaluate(() => window.app.workspace.getLeavesOfType("markdown").length);
	}

	loadPluginAgain(): Promise<void> {
		return this.stage.page.evaluate(async () => {
			await window.app.plugins.disablePlugin("expert-friend");
			await window.app.plugins.enablePlugin("expert-friend");
		});
	}

	clearNotices(): Promise<void> {
		return this.stage.page.evaluate(() => document.querySelectorAll(".notice").forEach((one) => one.remove()));
	}
}
