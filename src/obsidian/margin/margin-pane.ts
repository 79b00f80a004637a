import { Notice, type App } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { CardStep } from "./margin-card";
import { MarginView, marginViewType } from "./margin-view";

/** The pane with the answers: opened beside the text, where the writer goes on. */
export class MarginPane {
	constructor(
		private readonly app: App,
		private readonly strings: () => InterfaceStrings,
	) {}

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

	/** Shows the next or previous answer, with the keys in it; says so when there is none, and leaves the keys. */
	async step(by: 1 | -1): Promise<void> {
		if ((await this.shown())?.step(by) === false) new Notice(this.strings().margin.noAnswer);
	}

	/** Shows one answer. @param focus whether it gets the keys, or what is begun in it */
	async reveal(id: string, focus: boolean | CardStep): Promise<void> {
		(await this.shown())?.reveal(id, focus);
	}

	private async shown(): Promise<MarginView | null> {
		await this.show();
		const view = this.app.workspace.getLeavesOfType(marginViewType)[0]?.view;
		return view instanceof MarginView ? view : null;
	}
}
