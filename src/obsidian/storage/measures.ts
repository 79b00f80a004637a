import type { Usage } from "../../core/chat/chat";
import { measuredWith, nothingMeasured, type Measured } from "../../core/estimate/measured";
import type { Device } from "./device";

/** Where this device keeps what answers took, by endpoint and model. */
const measuresKey = "expert-friend-measures";

/** What the last answers of each model took, kept on this device: forecasts are made from it. */
export class Measures {
	constructor(private readonly device: Device) {}

	of(endpoint: string, model: string): Measured {
		const found = this.all()[keyOf(endpoint, model)];
		// What an earlier version did not measure.
		return Array.isArray(found?.ratios) && Array.isArray(found.answers)
			? { ...nothingMeasured, ...found }
			: nothingMeasured;
	}

	/** @param estimated tokens of the whole prompt, as forecast */
	add(endpoint: string, model: string, estimated: number, usage: Usage): void {
		const measured = measuredWith(this.of(endpoint, model), estimated, usage);
		this.device.save(measuresKey, { ...this.all(), [keyOf(endpoint, model)]: measured });
	}

	private all(): Readonly<Record<string, Measured | undefined>> {
		const stored: unknown = this.device.load(measuresKey);
		return typeof stored === "object" && stored !== null ? (stored as Record<string, Measured>) : {};
	}
}

function keyOf(endpoint: string, model: string): string {
	return `${endpoint} ${model}`;
}
