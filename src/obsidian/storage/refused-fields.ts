import { amount, record } from "../../core/stored/schema";
import { optionalFields, type OptionalField } from "../../llm/optional-fields";
import type { Device } from "./device";

/** Fields that an endpoint refuses, by host and model, and since when. */
const storedFields = record(record(amount));

/** Milliseconds after which a field is sent again: servers and accounts change. */
const rememberedMs = 30 * 86_400_000;

/**
 * Fields of requests that endpoints refused, by host and model. Forgotten after a month, or when the model is tested.
 */
export class RefusedFields {
	constructor(
		private readonly device: Device,
		private readonly now: () => number,
	) {}

	of(host: string, model: string): readonly OptionalField[] {
		const known = this.all()[keyOf(host, model)] ?? {};
		return optionalFields.filter((field) => this.now() - (known[field] ?? -Infinity) < rememberedMs);
	}

	add(host: string, model: string, field: OptionalField): void {
		const all = this.all();
		const key = keyOf(host, model);
		this.device.save("refused-fields", { ...all, [key]: { ...all[key], [field]: this.now() } });
	}

	/** What the model is asked next is tried with every field again. */
	forget(host: string, model: string): void {
		const { [keyOf(host, model)]: known, ...others } = this.all();
		if (known !== undefined) this.device.save("refused-fields", Object.keys(others).length > 0 ? others : null);
	}

	private all(): Readonly<Record<string, Readonly<Record<string, number>>>> {
		return this.device.read("refused-fields", storedFields, {});
	}
}

function keyOf(host: string, model: string): string {
	return `${host} ${model}`;
}
