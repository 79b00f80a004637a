import type { App } from "obsidian";
import { MarginView, marginViewType } from "./margin-view";

/** The pane with the answers: opened beside the text, where the writer goes on. */
export class MarginPane {
	constructor(private readonly app: App) {}

	async show(): Promise<void> {
		const { workspace } = this.app;
		const open = workspace.getLeavesOfType(marginViewType)[0];
		if (open !== undefined) {
			await workspace.revealLeaf(open);
			return;
		}
		const leaf = await workspace.ensureSideLeaf(marginViewType, "right", { active: false, reveal: true });
		await leaf.loadIfDeferred();
	}

	/** Shows the next or previous answer, with the keys in it. */
	async step(by: 1 | -1): Promise<void> {
		(await this.shown())?.step(by);
	}

	/** Shows one answer. @param focus whether it gets the keys */
	async reveal(id: string, focus: boolean): Promise<void> {
		(await this.shown())?.reveal(id, focus);
	}

	private async shown(): Promise<MarginView | null> {
		await this.show();
		const view = this.app.workspace.getLeavesOfType(marginViewType)[0]?.view;
		return view instanceof MarginView ? view : null;
	}
}
