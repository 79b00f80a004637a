import { Notice, type App } from "obsidian";
import { shareOf, spentAt, warnAt, type Budget, type Spent } from "../../core/estimate/budget";
import { currencyOf, type Endpoint } from "../../core/endpoint/endpoint";
import { formatAmount } from "../../core/estimate/money";
import type { InterfaceStrings } from "../../core/i18n/en";
import { ConfirmModal } from "../dialogs/confirm-modal";
import type { Models } from "../models/models";
import { list, text } from "../../core/stored/schema";
import type { Device } from "../storage/device";
import type { SettingsStore } from "../storage/settings-store";
import type { Spendings } from "./spendings";

/** Of which budgets the writer was warned, and in which month. */
const storedWarnings = list(text);

/** What this month cost, beside what it may. */
export interface BudgetLine {
	/** An endpoint's id; null for all together. */
	readonly endpoint: string | null;
	readonly name: string;
	/** Null when none is set. */
	readonly budget: Budget | null;
	readonly spent: Spent;
	/** Of the budget: 0 nothing, 1 all of it; 0 when none is set. */
	readonly share: number;
}

export interface BudgetsPort {
	readonly app: App;
	readonly device: Device;
	readonly settings: SettingsStore;
	readonly spendings: Spendings;
	readonly models: Models;
	readonly strings: () => InterfaceStrings;
}

/** What a month may cost, in all and at each endpoint: told, warned of, and asked about before more is spent. */
export class Budgets {
	/** Consultations that the writer let go beyond, each with the budget. */
	private readonly beyond = new Set<string>();
	/** Questions that are open, by the budgets they are about. */
	private readonly asked = new Map<string, Promise<boolean>>();

	constructor(private readonly port: BudgetsPort) {}

	/** This month in all, then each endpoint that has a budget or took something. */
	async lines(): Promise<readonly BudgetLine[]> {
		const { endpoints, monthlyBudget } = this.port.settings.value;
		const spendings = await this.port.spendings.thisMonth();
		const line = (endpoint: string | null, name: string, budget: Budget | null): BudgetLine => {
			const spent = spentAt(spendings, endpoint);
			return { endpoint, name, budget, spent, share: budget === null ? 0 : shareOf(budget, spent) };
		};
		return [
			line(null, this.port.strings().budget.all, monthlyBudget),
			...endpoints.map((endpoint) => line(endpoint.id, endpoint.name, budgetOf(endpoint))),
		];
	}

	/**
	 * Whether a request may go out: asks the writer when a budget that it counts for is spent, once for each
	 * consultation.
	 */
	async allow(id: string, endpoint: Endpoint): Promise<boolean> {
		if (this.port.settings.value.monthlyBudget === null && budgetOf(endpoint) === null) return true;
		const keyOf = (line: BudgetLine): string => `${id} ${line.endpoint ?? ""}`;
		const spent = (await this.linesFor(endpoint)).filter((line) => line.share >= 1 && !this.beyond.has(keyOf(line)));
		if (spent.length === 0) return true;
		// Several requests of one moment are one question, unless they are about other budgets.
		const about = spent.map((line) => line.endpoint ?? "").join(" ");
		const asked =
			this.asked.get(about) ??
			new Promise<boolean>((answer) => {
				const { title, explain, beyond, stay } = this.port.strings().budget;
				new ConfirmModal(
					this.port.app,
					{ title, facts: spent.map((line) => this.describe(line)), explain, go: beyond, stay },
					answer,
				).open();
			}).finally(() => this.asked.delete(about));
		this.asked.set(about, asked);
		const allowed = await asked;
		if (allowed) for (const line of spent) this.beyond.add(keyOf(line));
		return allowed;
	}

	/** Tells once a month when a budget comes near its end, and once when it is spent. */
	async warn(endpoint: Endpoint): Promise<void> {
		const { device, spendings, strings } = this.port;
		for (const line of await this.linesFor(endpoint)) {
			const level = line.share >= 1 ? "spent" : line.share >= warnAt ? "near" : null;
			if (level === null) continue;
			const warned = device
				.read("budget-warned", storedWarnings, [])
				.filter((warning) => warning.startsWith(spendings.month));
			// A budget that was changed since is another one.
			const warning = [spendings.month, level, line.endpoint ?? "", line.budget?.amount, line.budget?.currency].join(
				" ",
			);
			if (warned.includes(warning)) continue;
			device.save("budget-warned", [...warned, warning]);
			new Notice(strings().budget[level](this.describe(line)));
		}
	}

	/** A line in words: `All endpoints: $4.20 of $5.00`. */
	describe(line: BudgetLine): string {
		return this.port.strings().budget.line(line.name, this.amounts(line));
	}

	/** What a line says without its name: `$4.20 of $5.00 + 2 of unknown cost`. */
	amounts({ budget, spent }: BudgetLine): string {
		const strings = this.port.strings();
		const amount = (value: number, currency: string): string => formatAmount(value, currency, strings.locale);
		const main =
			budget === null
				? null
				: strings.budget.of(
						amount(spent.amounts[budget.currency] ?? 0, budget.currency),
						amount(budget.amount, budget.currency),
					);
		const others = Object.entries(spent.amounts)
			.filter(([currency]) => currency !== budget?.currency)
			.map(([currency, value]) => amount(value, currency));
		const parts = [
			...(main === null ? [] : [main]),
			...others,
			...(spent.unknown > 0 ? [strings.budget.unknown(spent.unknown)] : []),
		];
		return parts.length === 0 ? strings.budget.nothing : parts.join(" + ");
	}

	private async linesFor(endpoint: Endpoint): Promise<readonly BudgetLine[]> {
		return (await this.lines()).filter(
			(line) => line.budget !== null && (line.endpoint === null || line.endpoint === endpoint.id),
		);
	}
}

/** What an endpoint may cost in a month, in the currency of its price list; null when that is not set. */
function budgetOf(endpoint: Endpoint): Budget | null {
	const { budget } = endpoint;
	return budget === undefined || budget <= 0 ? null : { amount: budget, currency: currencyOf(endpoint) };
}
