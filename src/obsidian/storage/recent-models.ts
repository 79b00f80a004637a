import { parseChoices, sameChoice, type ModelChoice } from "../../core/settings/settings";
import type { Device } from "./device";

/** Where this device keeps which models were asked lately. */
const recentKey = "expert-friend-recent-models";

/** How many are kept. */
const maxModels = 5;

/** The models that were asked lately on this device, the newest first. */
export class RecentModels {
	constructor(private readonly device: Device) {}

	get list(): readonly ModelChoice[] {
		return parseChoices(this.device.load(recentKey));
	}

	asked(choice: ModelChoice): void {
		const { list } = this;
		if (list[0] !== undefined && sameChoice(list[0], choice)) return;
		this.device.save(recentKey, [choice, ...list.filter((other) => !sameChoice(other, choice))].slice(0, maxModels));
	}
}
