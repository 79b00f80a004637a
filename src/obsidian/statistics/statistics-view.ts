import { ItemView, setIcon, type ViewStateResult, type WorkspaceLeaf } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import { ranking } from "../../core/journal/ranking";
import { units } from "../../core/statistics/ledger";
import { cumulative, statisticsTable, type Series, type StatisticsTable } from "../../core/statistics/table";
import { ownKeys } from "../keys/own-keys";
import { rankingWords } from "../compare/ranking-words";
import { Chart } from "./chart";
import { drawHead, drawSwitches } from "./controls";
import { FigureWriter } from "./figures";
import { findByKey, focusedKey } from "./focused";
import { firstLooking, storedLooking, type Looking } from "./looking";
import type { Statistics } from "./statistics";
import { addFigures, addNotes, addPeriodTable, addSummary } from "./tables";
import { addSubscription } from "./subscription-panel";

/** The view's type, as Obsidian keeps it in the workspace. */
export const statisticsViewType = "expert-friend-statistics";

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
		this.looking = firstLooking(statistics.today);
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
		this.looking = storedLooking(state, this.looking);
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
		const controls = { strings: this.strings, looking, look: (change: Partial<Looking>) => this.look(change) };
		drawHead(parts.head, controls, {
			today: () => statistics.today,
			range: this.rangeName,
			export: (form) => void statistics.export(form, this.looking),
		});
		void statistics.month().then((month) => {
			if (this.parts === parts) addFigures(parts.figures, month, this.writer, this.strings);
		});
		drawSwitches(parts.switches, controls, table, ledger.past.length > 0);
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
