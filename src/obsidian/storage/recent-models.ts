import { sameChoice, storedChoices, type ModelChoice } from "../../core/settings/settings";
import type { Device } from "./device";

/** How many are kept. */
const maxModels = 5;

/** The models that were asked lately on this device, the newest first. */
export class RecentModels {
	constructor(private readonly device: Device) {}

	get list(): readonly ModelChoice[] {
		return this.device.read("recent-models", storedChoices, []);
	}

	asked(choice: ModelChoice): void {
		const { list } = this;
		if (list[0] !== undefined && sameChoice(list[0], choice)) return;
		this.device.save(
			"recent-models",
			[choice, ...list.filter((other) => !sameChoice(other, choice))].slice(0, maxModels),
		);
	}
}
