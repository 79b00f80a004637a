import type { Usage } from "../../core/chat/chat";
import { measuredWith, nothingMeasured, storedMeasures, type Measured } from "../../core/estimate/measured";
import type { Device } from "./device";

/** What the last answers of each model took, kept on this device: forecasts are made from it. */
export class Measures {
	constructor(private readonly device: Device) {}

	of(endpoint: string, model: string): Measured {
		return this.all()[keyOf(endpoint, model)] ?? nothingMeasured;
	}

	/** @param estimated tokens of the whole prompt, as forecast */
	add(endpoint: string, model: string, estimated: number, usage: Usage): void {
		const measured = measuredWith(this.of(endpoint, model), estimated, usage);
		this.device.save("measures", { ...this.all(), [keyOf(endpoint, model)]: measured });
	}

	private all(): Readonly<Record<string, Measured>> {
		return this.device.read("measures", storedMeasures, {});
	}
}

function keyOf(endpoint: string, model: string): string {
	return `${endpoint} ${model}`;
}
