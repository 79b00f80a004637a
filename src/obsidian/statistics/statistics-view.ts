import { ItemView, Menu, setIcon, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import { ranking } from "../../core/journal/ranking";
import { groupings, type Grouping } from "../../core/statistics/groups";
import { units } from "../../core/statistics/ledger";
import { metrics, type Metric } from "../../core/statistics/sums";
import {
	cumulative,
	spanAround,
	spanBeside,
	statisticsTable,
	type Series,
	type Span,
	type StatisticsTable,
} from "../../core/statistics/table";
import { ownKeys } from "../keys/own-keys";
import { rankingWords } from "../compare/ranking-words";
import { Chart } from "./chart";
import { FigureWriter } from "./figures";
import type { Statistics } from "./statistics";
import { addFigures, addNotes, addPeriodTable, addSummary } from "./tables";
import { addSubscription } from "./subscription-panel";
import { addSwitch } from "./switch";

/** The view's type, as Obsidian keeps it in the workspace. */
export const statisticsViewType = "expert-friend-statistics";

/** What is looked at; kept with the workspace. */
interface Looking {
	readonly span: Span;
	readonly metric: Metric;
	readonly grouping: Grouping;
	/** Empty takes the one in which most was paid. */
	readonly currency: string;
	readonly cumulative: boolean;
	/** Whether what was counted elsewhere is shown too. */
	readonly past: boolean;
}

/**
 * The writer's use on one page: what the month cost, then one figure at a time by one grouping, as bars and as the
 * table with the same figures. Follows the journal while it is open.
 */
export class StatisticsView extends ItemView {
	private looking: Looking;
	private readonly chart: Chart;
	private writer: FigureWriter;
	private shownStrings: InterfaceStrings | null = null;
	private parts: Readonly<Record<"head" | "figures" | "switches" | "body" | "below", HTMLElement>> | null = null;
	private resized: ResizeObserver | null = null;

	constructor(
		leaf: WorkspaceLeaf,
		private readonly statistics: Statistics,
	) {
		super(leaf);
		this.icon = "chart-column";
		this.looking = {
			span: spanAround("month", statistics.today),
			metric: "consultations",
			grouping: "model",
			currency: "",
			cumulative: false,
			past: true,
		};
		this.writer = new FigureWriter(this.strings);
		this.chart = new Chart(
			`expert-friend-${statistics.port.newId()}`,
			() => this.strings,
			() => this.writer,
		);
	}

	override getViewType(): string {
		return statisticsViewType;
	}

	override getDisplayText(): string {
		return this.strings.statistics.title;
	}

	override getState(): Record<string, unknown> {
		return { ...this.looking };
	}

	override async setState(state: unknown, result: ViewStateResult): Promise<void> {
		const given = typeof state === "object" && state !== null ? (state as Record<string, unknown>) : {};
		this.looking = {
			span: storedSpan(given["span"]) ?? this.looking.span,
			metric: metrics.find((one) => one === given["metric"]) ?? this.looking.metric,
			grouping: groupings.find((one) => one === given["grouping"]) ?? this.looking.grouping,
			currency: typeof given["currency"] === "string" ? given["currency"] : this.looking.currency,
			cumulative: typeof given["cumulative"] === "boolean" ? given["cumulative"] : this.looking.cumulative,
			past: typeof given["past"] === "boolean" ? given["past"] : this.looking.past,
		};
		await super.setState(state, result);
		this.update();
	}

	override async onOpen(): Promise<void> {
		this.contentEl.addClass("expert-friend-statistics", "expert-friend-pane");
		this.contentEl.tabIndex = -1;
		ownKeys(this);
		this.register(this.statistics.onChange(() => this.update()));
		this.resized = new ResizeObserver(() => this.chart.draw());
		this.resized.observe(this.contentEl);
		this.update();
		void this.statistics.read();
	}

	override async onClose(): Promise<void> {
		this.resized?.disconnect();
		this.contentEl.empty();
	}

	/** Gives the keys to the page: Tab goes on from its top. */
	focus(): void {
		this.contentEl.focus({ preventScroll: true });
	}

	private get strings(): InterfaceStrings {
		return this.statistics.port.strings();
	}

	private look(change: Partial<Looking>): void {
		this.looking = { ...this.looking, ...change };
		this.update();
	}

	private update(): void {
		if (this.shownStrings !== this.strings) this.build();
		const { parts, statistics, looking } = this;
		if (parts === null) return;
		const focused = focusedKey(this.contentEl);
		const { progress, isRead, ledger } = statistics;
		if (!isRead) {
			for (const part of [parts.figures, parts.switches, parts.below]) part.empty();
			parts.body.empty();
			const { done, all } = progress ?? { done: 0, all: 0 };
			parts.body.createEl("p", {
				cls: "expert-friend-note",
				text: this.strings.statistics.loading(done, all),
				attr: { role: "status" },
			});
			return;
		}
		const table = statisticsTable(ledger, { ...looking, today: statistics.today });
		this.drawHead(parts.head);
		void statistics.month().then((month) => {
			if (this.parts === parts) addFigures(parts.figures, month, this.writer, this.strings);
		});
		this.drawSwitches(parts.switches, table);
		this.drawBody(parts.body, table);
		this.drawBelow(parts.below, table);
		if (focused !== null) findByKey(this.contentEl, focused)?.focus();
	}

	private build(): void {
		const { contentEl, strings } = this;
		this.shownStrings = strings;
		this.writer = new FigureWriter(strings);
		contentEl.empty();
		const page = contentEl.createDiv({ cls: "expert-friend-page" });
		this.parts = {
			head: page.createDiv({ cls: "expert-friend-statistics-head" }),
			figures: page.createDiv({ cls: "expert-friend-figures" }),
			switches: page.createDiv({ cls: "expert-friend-switches" }),
			body: page.createDiv(),
			below: page.createDiv(),
		};
		this.parts.head.createEl("h1", { text: strings.statistics.title });
	}

	private drawHead(head: HTMLElement): void {
		const { statistics: strings } = this.strings;
		const { span } = this.looking;
		head.empty();
		head.createEl("h1", { text: strings.title });
		addSwitch(
			head,
			strings.range,
			(["day", "month", "year"] as const).map((value) => ({ value, label: strings.units[value] })),
			span.unit,
			(unit) => this.look({ span: spanAround(unit, dateIn(span, this.statistics.today)) }),
		);
		const steps = head.createDiv({ cls: "expert-friend-statistics-steps" });
		const step = (by: 1 | -1, icon: string, label: string): void => {
			const button = steps.createEl("button", {
				cls: "clickable-icon expert-friend-statistics-step",
				attr: { type: "button", "aria-label": label, "data-value": label },
			});
			setIcon(button, icon);
			button.disabled = span.unit === "year";
			button.addEventListener("click", () => this.look({ span: spanBeside(this.looking.span, by) }));
		};
		step(-1, "chevron-left", strings.before);
		steps.createDiv({ cls: "expert-friend-statistics-range", text: this.rangeName });
		step(1, "chevron-right", strings.after);
		const exporting = head.createEl("button", {
			cls: "expert-friend-quiet is-end",
			attr: { type: "button", "aria-haspopup": "menu", "data-value": "export" },
		});
		setIcon(exporting.createSpan({ attr: { "aria-hidden": "true" } }), "download");
		exporting.createSpan({ text: strings.export });
		exporting.addEventListener("click", () => {
			const menu = new Menu();
			for (const form of ["csv", "json"] as const)
				menu.addItem((item) =>
					item.setTitle(strings[form]).onClick(() => void this.statistics.export(form, this.looking)),
				);
			const box = exporting.getBoundingClientRect();
			menu.showAtPosition({ x: box.left, y: box.bottom + 4 });
		});
	}

	private drawSwitches(element: HTMLElement, table: StatisticsTable): void {
		const { statistics: strings } = this.strings;
		const { metric, grouping } = this.looking;
		element.empty();
		const labelled = (text: string): HTMLElement => {
			const line = element.createDiv({ cls: "expert-friend-switch-line" });
			line.createSpan({ text, attr: { "aria-hidden": "true" } });
			return line;
		};
		addSwitch(
			labelled(strings.show),
			strings.metric,
			metrics.map((value) => ({ value, label: strings.metrics[value] })),
			metric,
			(value) => this.look({ metric: value }),
		);
		addSwitch(
			labelled(strings.by),
			strings.grouping,
			groupings.map((value) => ({ value, label: strings.groupings[value] })),
			grouping,
			(value) => this.look({ grouping: value }),
		);
		if (metric === "cost" && table.currencies.length > 1)
			addSwitch(
				element,
				strings.currency,
				table.currencies.map((value) => ({ value, label: value })),
				table.currency,
				(currency) => this.look({ currency }),
			);
		const check = (key: "cumulative" | "past", text: string): void => {
			const label = element.createEl("label", { cls: "expert-friend-line" });
			const box = label.createEl("input", { type: "checkbox", attr: { "data-value": key } });
			box.checked = this.looking[key];
			label.createSpan({ text });
			box.addEventListener("change", () => this.look({ [key]: box.checked }));
		};
		check("cumulative", strings.cumulative);
		if (this.statistics.ledger.past.length > 0) check("past", strings.past.too);
	}

	private drawBody(body: HTMLElement, table: StatisticsTable): void {
		const { strings, statistics, looking, writer } = this;
		body.empty();
		if (table.total.sums.consultations === 0) {
			const empty = body.createDiv({ cls: "expert-friend-empty" });
			const { empty: title, emptyWhy, nothingHere } = strings.statistics;
			empty.createEl("p", { text: statistics.ledger.size === 0 ? title : nothingHere });
			if (statistics.ledger.size > 0) return;
			empty.createEl("p", { text: emptyWhy });
			this.addImport(empty, "");
			return;
		}
		const { metric, grouping } = looking;
		const series = looking.cumulative ? table.series.map(cumulative) : table.series;
		const total = looking.cumulative ? cumulative(table.total) : table.total;
		const named = (one: Series): string => statistics.nameOfSeries(one, grouping);
		const told = (period: string): string => (looking.cumulative ? strings.statistics.cumulated(period) : period);
		const { currency } = table;
		const grid = body.createDiv({ cls: "expert-friend-statistics-grid" });
		grid.append(this.chart.element);
		const shown = { ...table, series, total };
		addSummary(
			grid.createDiv(),
			shown,
			{ metric, grouping, writer, strings, named },
			{
				swatch: (one, at) => this.chart.swatch(one, at),
				open: grouping === "note" ? (one) => statistics.openNote(one.group ?? "") : null,
				whole: table,
				range: this.rangeName,
			},
		);
		addPeriodTable(body, shown, { metric, grouping, writer, strings, named }, told);
		this.chart.show({
			periods: table.periods,
			series,
			total,
			metric,
			currency,
			now: statistics.today.slice(0, units[looking.span.unit]),
			label: strings.statistics.chart(
				strings.statistics.metrics[metric],
				strings.statistics.groupings[grouping],
				this.rangeName,
			),
			nameOf: named,
			told,
		});
	}

	private drawBelow(below: HTMLElement, table: StatisticsTable): void {
		const { strings, statistics, writer } = this;
		below.empty();
		addNotes(below, table, this.looking.metric, { writer, strings, statistics });
		if (table.total.sums.consultations > 0 || statistics.ledger.size > 0) this.addImport(below, "expert-friend-quiet");
		addSubscription(below, {
			strings,
			writer,
			subscription: statistics.port.settings().subscription,
			compared: statistics.compared(),
			change: () => statistics.changeSubscription(),
		});
		const facts = [...statistics.ledger.facts()].filter(({ comparison }) => comparison !== null);
		const lines = [...new Set(facts.map(({ objective }) => objective))]
			.sort()
			.map((objective) =>
				rankingWords(
					ranking(facts, objective),
					(model) => statistics.port.models.nameOfId(model),
					strings.compare,
					objective,
					strings.locale,
				),
			);
		if (lines.length === 0) return;
		below.createEl("h2", { text: strings.statistics.ranking });
		for (const line of statistics.frugal(facts)) below.createEl("p", { text: line });
		for (const line of lines) below.createEl("p", { cls: "expert-friend-note", text: line });
	}

	private addImport(parent: HTMLElement, cls: string): void {
		const button = parent.createEl("button", {
			cls: `${cls} expert-friend-import`,
			attr: { type: "button", "data-value": "import" },
		});
		setIcon(button.createSpan({ attr: { "aria-hidden": "true" } }), "import");
		button.createSpan({ text: this.strings.statistics.past.title });
		button.addEventListener("click", () => this.statistics.importPast());
	}

	private get rangeName(): string {
		const { of } = this.looking.span;
		return of === "" ? this.strings.statistics.everything : this.writer.period(of);
	}
}

function storedSpan(value: unknown): Span | null {
	const { unit, of } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
	const pattern = { day: /^\d{4}-(0[1-9]|1[0-2])$/, month: /^\d{4}$/, year: /^$/ };
	return (unit === "day" || unit === "month" || unit === "year") && typeof of === "string" && pattern[unit].test(of)
		? spanAround(unit, of)
		: null;
}

/** A date within a span: today where it holds that. */
function dateIn({ of }: Span, today: string): string {
	return today.startsWith(of) ? today : `${of}-12-01`.slice(0, 10);
}

/** What has the keys, by what it is called: the element itself is drawn anew. */
function focusedKey(root: HTMLElement): string | null {
	const { activeElement } = root.doc;
	if (activeElement === null || !root.contains(activeElement)) return null;
	const group = activeElement.closest("[role=radiogroup]")?.getAttribute("aria-label");
	return group === undefined || group === null
		? (activeElement.getAttribute("data-value") ?? (activeElement.hasClass("expert-friend-chart") ? "chart" : null))
		: `group ${group}`;
}

function findByKey(root: HTMLElement, key: string): HTMLElement | null {
	if (key === "chart") return root.querySelector<HTMLElement>(".expert-friend-chart");
	if (!key.startsWith("group ")) return root.querySelector<HTMLElement>(`[data-value="${CSS.escape(key)}"]`);
	const label = CSS.escape(key.slice("group ".length));
	return root.querySelector<HTMLElement>(`[role=radiogroup][aria-label="${label}"] [aria-checked=true]`);
}
