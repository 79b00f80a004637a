import { spendingsOf, storedSpendings, withRequest, type Spending } from "../../core/estimate/budget";
import type { Facts } from "../../core/journal/facts";
import { localTime } from "../record/local-time";
import type { Device } from "../storage/device";

export interface SpendingsPort {
	readonly device: Device;
	/** What the journal says of a month, `2026-11`. */
	readonly monthOfJournal: (month: string) => Promise<readonly Facts[]>;
	readonly now: () => number;
}

/** What the month cost until now: on this device to the last request, on others as far as the journal has come. */
export class Spendings {
	private readonly listeners = new Set<() => void>();

	constructor(private readonly port: SpendingsPort) {}

	/** `2026-11`, where the writer is. */
	get month(): string {
		return localTime(this.port.now()).slice(0, 7);
	}

	/** Counts a request of a consultation. @param cost null when nobody told */
	add(id: string, endpoint: string, cost: { readonly amount: number; readonly currency: string } | null): void {
		const { month } = this;
		const { onDevice } = this;
		const same = (spending: Spending): boolean => spending.id === id && spending.month === month;
		const kept = onDevice.filter((spending) => !same(spending) && spending.month >= previous(month));
		const before = onDevice.find(same) ?? { id, month, endpoint, amounts: {}, unknown: 0 };
		this.port.device.save("spendings", [...kept, withRequest(before, cost)]);
		for (const listener of [...this.listeners]) listener();
	}

	/** What each consultation of this month took. */
	async thisMonth(): Promise<readonly Spending[]> {
		const { month } = this;
		return spendingsOf(month, await this.port.monthOfJournal(month), this.onDevice);
	}

	/** Requests of a consultation whose cost nobody told; null when this device counted none of its requests. */
	unknownOf(id: string): number | null {
		const counted = this.onDevice.filter((spending) => spending.id === id);
		return counted.length === 0 ? null : counted.reduce((sum, { unknown }) => sum + unknown, 0);
	}

	/** Calls back after every request. Returns the way to stop. */
	onChange(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	private get onDevice(): readonly Spending[] {
		return this.port.device.read("spendings", storedSpendings, []);
	}
}

function previous(month: string): string {
	const [year = 0, number = 1] = month.split("-").map(Number);
	return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, "0")}`;
}
