import type { InterfaceStrings } from "../../core/i18n/en";
import type { Compared, ComparedMonth, Subscription } from "../../core/statistics/subscription";
import { daysOf } from "../../core/statistics/table";
import type { FigureWriter } from "./figures";

export interface SubscriptionPanelPort {
	readonly strings: InterfaceStrings;
	readonly writer: FigureWriter;
	/** Null when none was entered. */
	readonly subscription: Subscription | null;
	/** Null when there is no day to count. */
	readonly compared: Compared | null;
	readonly change: () => void;
}

/**
 * Pay per request against a subscription: two bars, the saving with its sign, month by month, and what is on no side.
 */
export function addSubscription(parent: HTMLElement, port: SubscriptionPanelPort): void {
	const { strings, writer, subscription, compared, change } = port;
	const { against: words } = strings.statistics;
	const section = parent.createEl("section", { cls: "expert-friend-against" });
	const head = section.createDiv({ cls: "expert-friend-against-head" });
	head.createEl("h2", { text: words.title });
	if (subscription !== null && compared !== null)
		head.createSpan({
			cls: "expert-friend-small expert-friend-muted",
			text: words.range(writer.period(compared.from), writer.period(compared.to), compared.days),
		});
	const button = head.createEl("button", {
		cls: "expert-friend-quiet",
		text: subscription === null ? words.compare : words.change,
		attr: { type: "button", "data-value": "subscription" },
	});
	button.addEventListener("click", change);
	const note = (to: HTMLElement, parts: readonly string[]): void =>
		void to.createEl("p", { cls: "expert-friend-note", text: parts.filter((part) => part !== "").join(" ") });
	if (subscription === null || compared === null) {
		note(section, [subscription === null ? words.none : words.nothing]);
		return;
	}
	const amount = (value: number): string => writer.amount(value, subscription.currency);
	const grid = section.createDiv({ cls: "expert-friend-against-grid" });
	const sides = grid.createDiv();
	addBars(sides.createDiv({ cls: "expert-friend-sides" }), port, subscription, compared);
	note(sides, [
		compared.saved < 0 ? words.negative : "",
		compared.fee > 0
			? words.fee(
					subscription.fee.toLocaleString(strings.locale, { style: "percent", maximumFractionDigits: 2 }),
					amount(compared.fee),
				)
			: "",
	]);
	const beside = grid.createDiv();
	const table = beside.createEl("table", { cls: "expert-friend-table" });
	const row = table.createEl("thead").createEl("tr");
	for (const text of [words.month, words.perRequest, words.plan, words.savedShort])
		row.createEl("th", { text, attr: { scope: "col" } });
	const body = table.createEl("tbody");
	// The latest first: years of them are scrolled to.
	for (const one of [...compared.months].reverse()) {
		const line = body.createEl("tr");
		line.createEl("th", { text: monthName(one, writer, words), attr: { scope: "row" } });
		for (const text of [amount(one.paid), amount(one.plan), signed(one.plan - one.paid, amount)])
			line.createEl("td", { text });
	}
	const { rate } = subscription;
	note(beside, [
		rate === null ? "" : words.rate(amount(1), writer.amount(rate.amount, rate.currency)),
		compared.elsewhere === null ? "" : words.elsewhere(amount(compared.elsewhere)),
		words.uses,
		compared.unconverted.size === 0 ? "" : words.unconverted(writer.amounts(compared.unconverted)),
		compared.unknown === 0 ? "" : words.unknown(compared.unknown),
	]);
}

function addBars(
	element: HTMLElement,
	{ strings, writer }: SubscriptionPanelPort,
	{ name, currency }: Subscription,
	{ paid, fee, plan, saved }: Compared,
): void {
	const { against: words } = strings.statistics;
	const highest = Math.max(paid, plan);
	const side = (label: string, value: number, parts: readonly (readonly [cls: string, value: number])[]): void => {
		element.createSpan({ text: label });
		const bar = element.createSpan({ cls: "expert-friend-sides-bar", attr: { "aria-hidden": "true" } });
		for (const [cls, part] of parts)
			bar
				.createSpan({ cls: `expert-friend-side ${cls}` })
				.setCssProps({ "--expert-friend-share": `${highest === 0 ? 0 : (part / highest) * 100}%` });
		element.createSpan({ cls: "expert-friend-num", text: writer.amount(value, currency) });
	};
	side(words.perRequest, paid, [
		["is-paid", paid - fee],
		["is-fee", fee],
	]);
	side(name === "" ? words.plan : name, plan, [["is-plan", plan]]);
	const total = element.createDiv({ cls: "expert-friend-sides-total" });
	total.createSpan({ text: words.saved });
	total.createSpan({ text: signed(saved, (value) => writer.amount(value, currency)) });
}

/** With a sign either way: a minus stands beside a word that says what it is of. */
function signed(value: number, amount: (value: number) => string): string {
	return `${value < 0 ? "−" : "+"}${amount(Math.abs(value))}`;
}

function monthName(
	{ month, from, to }: ComparedMonth,
	writer: FigureWriter,
	words: InterfaceStrings["statistics"]["against"],
): string {
	const name = writer.period(month);
	const [first, last] = [Number(from.slice(8)), Number(to.slice(8))];
	const [begins, ends] = [first === 1, last === daysOf(month)];
	if (begins && ends) return name;
	if (begins) return words.until(name, String(last));
	return ends ? words.since(name, String(first)) : words.part(name, String(first), String(last));
}
