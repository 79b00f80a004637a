import { kilometresOf } from "../../core/estimate/carbon";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { Grouping } from "../../core/statistics/groups";
import { unknownIn, valueOf, type Metric } from "../../core/statistics/sums";
import type { Series, StatisticsTable } from "../../core/statistics/table";
import type { FigureWriter } from "./figures";
import type { Month, Statistics } from "./statistics";

/** What figures of a table are written with. */
export interface TableStyle {
	readonly metric: Metric;
	readonly grouping: Grouping;
	readonly writer: FigureWriter;
	readonly strings: InterfaceStrings;
	readonly named: (series: Series) => string;
}

export interface SummaryParts {
	readonly swatch: (series: Series, index: number) => SVGElement;
	/** What a name leads to; null where it leads nowhere. */
	readonly open: ((series: Series) => void) | null;
	/** The table that is not added up: shares are of it. */
	readonly whole: StatisticsTable;
	readonly range: string;
}

/** Damaged entries that are named; the others are counted. */
const maxDamaged = 5;

/** The three figures of the month: spent, by its end, budget. */
export function addFigures(parent: HTMLElement, month: Month, writer: FigureWriter, strings: InterfaceStrings): void {
	const { statistics: words, budget: budgetWords } = strings;
	parent.empty();
	const figure = (value: string, what: string): HTMLElement => {
		const element = parent.createDiv({ cls: "expert-friend-figure" });
		element.createEl("strong", { text: value });
		element.createSpan({ text: what });
		return element;
	};
	const { budget, spent } = month.line;
	// One amount stands out: that of the budget, or the largest. What it is not is told below it.
	const amounts = new Map(Object.entries(spent.amounts));
	const main = budget?.currency ?? [...amounts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "";
	const beside = [
		writer.amounts(new Map([...amounts].filter(([currency]) => currency !== main))),
		spent.unknown === 0 ? "" : budgetWords.unknown(spent.unknown),
	];
	const used = month.consultations > 0 || amounts.size > 0 || spent.unknown > 0;
	const paid = amounts.get(main);
	const first = figure(
		!used
			? words.nothing
			: paid !== undefined
				? writer.amount(paid, main)
				: spent.unknown > 0
					? words.costUnknown
					: words.free,
		!used ? words.nothingNow : words.thisMonth(month.consultations, writer.number(month.consultations), month.notes),
	);
	for (const part of beside)
		if (part !== "") first.createDiv({ cls: "expert-friend-small expert-friend-muted", text: `+ ${part}` });
	const { pace } = month;
	if (pace === null) figure(words.noPace, words.noPaceWhy);
	else {
		const over = budget?.currency === pace.currency ? pace.amount - budget.amount : 0;
		const by = words.pace(writer.period(month.end));
		figure(
			writer.amount(pace.amount, pace.currency),
			over > 0 ? `${by}, ${words.over(writer.amount(over, pace.currency))}` : by,
		);
	}
	if (budget === null) {
		figure(words.noBudget, words.noBudgetWhy);
		return;
	}
	const element = figure(writer.amount(budget.amount, budget.currency), words.budget(writer.percent(month.line.share)));
	const meter = element.createDiv({ cls: "expert-friend-meter", attr: { "aria-hidden": "true" } });
	meter.createDiv().setCssProps({ "--expert-friend-share": `${Math.min(100, month.line.share * 100)}%` });
}

/** Each series with its figure and its share: beside the bars, their legend. */
export function addSummary(parent: HTMLElement, table: StatisticsTable, style: TableStyle, parts: SummaryParts): void {
	const { metric, grouping, writer, strings, named } = style;
	const { statistics: words } = strings;
	const { currency } = table;
	const element = parent.createEl("table", { cls: "expert-friend-table" });
	const head = element.createEl("thead").createEl("tr");
	const titles = [
		words.groupings[grouping],
		words.asked,
		...(metric === "consultations" ? [] : [titleOf(metric, currency, words)]),
		words.share,
	];
	for (const text of titles) head.createEl("th", { text, attr: { scope: "col" } });
	const body = element.createEl("tbody");
	const all = valueOf(parts.whole.total.sums, metric, currency);
	const add = (one: Series, name: (cell: HTMLElement) => void, total: boolean): void => {
		const row = body.createEl("tr", { cls: total ? "is-total" : "" });
		const cell = row.createEl("th", { attr: { scope: "row" } });
		name(cell.createSpan({ cls: "expert-friend-series-name" }));
		row.createEl("td", { text: writer.number(one.sums.consultations) });
		if (metric !== "consultations") row.createEl("td", { text: writer.of(one.sums, metric, currency) });
		const value = valueOf(one.sums, metric, currency);
		row.createEl("td", { text: total || all === 0 ? "" : writer.percent(value / all) });
	};
	parts.whole.series.forEach((one, at) =>
		add(
			one,
			(cell) => {
				cell.append(parts.swatch(one, at));
				const { open } = parts;
				if (open === null || one.group === null) {
					cell.createSpan({ text: named(one) });
					return;
				}
				const link = cell.createEl("button", {
					cls: "expert-friend-quiet is-linked",
					text: named(one),
					attr: { type: "button" },
				});
				link.addEventListener("click", () => open(one));
			},
			false,
		),
	);
	add(parts.whole.total, (cell) => cell.setText(parts.range), true);
}

/** The same figures as the bars, period by period. Periods without a consultation have no row. */
export function addPeriodTable(
	parent: HTMLElement,
	table: StatisticsTable,
	{ metric, writer, strings, named }: TableStyle,
	told: (period: string) => string,
): void {
	const { statistics: words } = strings;
	const { currency } = table;
	const box = parent.createDiv({ cls: "expert-friend-statistics-table", attr: { tabindex: "0", role: "region" } });
	const element = box.createEl("table", { cls: "expert-friend-table" });
	const title = words.figures(titleOf(metric, currency, words));
	box.setAttribute("aria-label", title);
	element.createEl("caption", { text: title });
	const head = element.createEl("thead").createEl("tr");
	for (const text of [words.period, ...table.series.map(named), words.total])
		head.createEl("th", { text, attr: { scope: "col" } });
	const body = element.createEl("tbody");
	table.periods.forEach((period, at) => {
		const total = table.total.periods[at];
		if (total === undefined || total.consultations === 0) return;
		const row = body.createEl("tr");
		row.createEl("th", { text: told(writer.period(period)), attr: { scope: "row" } });
		for (const { periods } of [...table.series, table.total]) {
			const sums = periods[at];
			row.createEl("td", {
				text: sums === undefined || sums.consultations === 0 ? "" : writer.of(sums, metric, currency),
			});
		}
	});
}

/** What is not in the figures, and that they stay here. */
export function addNotes(
	parent: HTMLElement,
	{ total: { sums }, currency }: StatisticsTable,
	metric: Metric,
	{ writer, strings, statistics }: { writer: FigureWriter; strings: InterfaceStrings; statistics: Statistics },
): void {
	const { statistics: words } = strings;
	const notes: string[] = [];
	const unknown = unknownIn(sums, metric);
	if (unknown > 0 && (metric === "cost" || metric === "tokens" || metric === "carbon" || metric === "words"))
		notes.push(words.unknown[metric](unknown));
	if (metric === "cost") {
		const listed = sums.listed.get(currency) ?? 0;
		if (listed > 0) notes.push(words.listed(writer.amount(listed, currency)));
		const others = new Map([...sums.costs].filter(([one]) => one !== currency));
		if (others.size > 0) notes.push(words.otherCurrencies(writer.amounts(others)));
	}
	if (metric === "carbon") {
		notes.push(words.carbonHow);
		const { carGrams } = statistics.port.settings();
		// What is looked at is a month at least: of a single answer it would be metres.
		if (carGrams !== null && sums.carbon.central > 0) {
			const { central, low, high } = sums.carbon;
			const [of, from, to] = [central, low, high].map((grams) => writer.rough(kilometresOf(grams, carGrams)));
			notes.push(words.car(of ?? "", from ?? "", to ?? "", writer.number(carGrams)));
		}
	}
	if (sums.imported > 0) notes.push(words.past.counted(writer.number(sums.imported)));
	if (sums.told > 0) notes.push(words.toldCounted(sums.told));
	if (metric === "tokens" && sums.estimatedTokens > 0)
		notes.push(words.past.estimated(writer.number(sums.estimatedTokens)));
	if (!statistics.port.settings().journal) notes.push(words.journalOff);
	notes.push(words.local);
	parent.createEl("p", { cls: "expert-friend-note", text: notes.join(" ") });
	addDamaged(parent, statistics, strings);
}

function addDamaged(parent: HTMLElement, statistics: Statistics, { statistics: words }: InterfaceStrings): void {
	const places = statistics.ledger.damage.flatMap(({ path, lines }) => lines.map((line) => ({ path, line })));
	if (places.length === 0) return;
	const note = parent.createEl("p", { cls: "expert-friend-note", text: `${words.damaged(places.length)} ` });
	for (const { path, line } of places.slice(0, maxDamaged)) {
		const name = path.replace(/^.*\//, "").replace(/\.md$/, "");
		const link = note.createEl("button", {
			cls: "expert-friend-quiet is-linked",
			text: words.damagedAt(name, line + 1),
			attr: { type: "button" },
		});
		link.addEventListener("click", () => statistics.openAt(path, line));
	}
	if (places.length > maxDamaged) note.append(` ${words.moreDamaged(places.length - maxDamaged)}`);
}

function titleOf(metric: Metric, currency: string, words: InterfaceStrings["statistics"]): string {
	return metric === "cost" && currency !== "" ? words.inCurrency(words.metrics.cost, currency) : words.metrics[metric];
}
