import type { App } from "obsidian";
import { parseChoices, sameChoice, type ModelChoice } from "../../core/settings";

/** Where this device keeps which models were asked lately. */
const recentKey = "expert-friend-recent-models";

/** How many are kept. */
const most = 5;

/** The models that were asked lately on this device, the newest first. */
export class RecentModels {
	constructor(private readonly app: App) {}

	get list(): readonly ModelChoice[] {
		return parseChoices(this.app.loadLocalStorage(recentKey));
	}

	asked(choice: ModelChoice): void {
		const { list } = this;
		if (list[0] !== undefined && sameChoice(list[0], choice)) return;
		this.app.saveLocalStorage(recentKey, [choice, ...list.filter((other) => !sameChoice(other, choice))].slice(0, most));
	}
}
