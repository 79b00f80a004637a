import type { InterfaceStrings } from "../../core/i18n/en";
import { linesUpTo } from "../../core/statistics/scale";
import { valueOf, type Metric } from "../../core/statistics/sums";
import type { Series } from "../../core/statistics/table";
import type { FigureWriter } from "./figures";

/** What a chart shows. */
export interface ChartData {
	readonly periods: readonly string[];
	/** From the bottom up. */
	readonly series: readonly Series[];
	readonly total: Series;
	readonly metric: Metric;
	readonly currency: string;
	/** The period that is told first; empty for the last. */
	readonly now: string;
	/** What it shows, in words. */
	readonly label: string;
	readonly nameOf: (series: Series) => string;
	/** What stands before a period that holds all before it. */
	readonly told: (period: string) => string;
}

/** Pixels. */
const height = 220;
const bottom = 24;
const top = 18;
/** The least room of a bar with its total above it, and of the name of a period below. */
const valueRoom = 46;
const labelRoom = 34;
/** Series that can be told apart, the one of all others included. */
const patterns = 9;

/**
 * Stacked bars, drawn by us: each series has a colour and a pattern of its own. One stop of the tab key; arrows tell
 * the periods one after the other, the pointer those it is over. The words stand below the bars, so nothing covers
 * them.
 */
export class Chart {
	readonly element = createDiv({ cls: "expert-friend-chart-box" });
	private readonly bars = this.element.createDiv({
		cls: "expert-friend-chart",
		attr: { tabindex: "0", role: "group" },
	});
	private readonly status = this.element.createDiv({
		cls: "expert-friend-small expert-friend-muted expert-friend-chart-told",
		attr: { role: "status" },
	});
	private data: ChartData | null = null;
	private selected = "";
	private columns: readonly SVGElement[] = [];

	/** @param id tells the patterns of this chart from those of others on the page */
	constructor(
		private readonly id: string,
		private readonly strings: () => InterfaceStrings,
		private readonly writer: () => FigureWriter,
	) {
		this.bars.addEventListener("keydown", (event) => this.key(event));
	}

	show(data: ChartData): void {
		this.data = data;
		if (!data.periods.includes(this.selected))
			this.selected = data.periods.includes(data.now) ? data.now : (data.periods[data.periods.length - 1] ?? "");
		this.draw();
	}

	/** Draws for the room there is now. */
	draw(): void {
		const { data, bars } = this;
		if (data === null || bars.clientWidth === 0) return;
		const { metric, currency, periods, series } = data;
		const writer = this.writer();
		bars.empty();
		bars.setAttribute("aria-label", `${data.label}. ${this.strings().statistics.chartKeys}`);
		const highest = Math.max(...data.total.periods.map((sums) => valueOf(sums, metric, currency)));
		const lines = highest > 0 ? linesUpTo(highest, 4, metric !== "cost" && metric !== "carbon") : [0];
		const most = lines[lines.length - 1] ?? 0;
		const labels = lines.map((line) => writer.tick(line, metric, currency));
		const left = 12 + 7 * Math.max(...labels.map((label) => label.length));
		const width = bars.clientWidth;
		const svg = bars.createSvg("svg", {
			attr: { width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" },
		});
		this.define(svg, series.length);
		const y = (value: number): number => height - bottom - (most === 0 ? 0 : (value / most) * (height - bottom - top));
		lines.forEach((line, at) => {
			svg.createSvg("path", { cls: "expert-friend-gridline", attr: { d: `M${left} ${y(line)}H${width}` } });
			addText(svg, labels[at] ?? "", { x: left - 6, y: y(line) + 4, anchor: "end" });
		});
		const slot = (width - left) / periods.length;
		const every = Math.ceil(labelRoom / slot);
		this.columns = periods.map((period, at) => {
			const column = this.drawColumn(svg, data, at, { left: left + slot * at, slot, y });
			if ((periods.length - 1 - at) % every === 0)
				addText(column, writer.period(period, true), {
					x: left + slot * (at + 0.5),
					y: height - 6,
					anchor: "middle",
					strong: period === data.now,
				});
			return column;
		});
		this.tell();
	}

	/** The bars of one period, one above the other, and the sum over them where there is room for it. */
	private drawColumn(
		svg: SVGElement,
		{ series, total, metric, currency, periods }: ChartData,
		at: number,
		{ left, slot, y }: { readonly left: number; readonly slot: number; readonly y: (value: number) => number },
	): SVGElement {
		const bar = Math.max(2, Math.min(48, slot * 0.7));
		const x = left + (slot - bar) / 2;
		const column = svg.createSvg("g", { cls: "expert-friend-bars-of" });
		// The pointer need not find the bar itself.
		column.createSvg("rect", { cls: "expert-friend-bar-room", attr: { x: left, y: 0, width: slot, height } });
		let from = 0;
		series.forEach((one, index) => {
			const sums = one.periods[at];
			const value = sums === undefined ? 0 : valueOf(sums, metric, currency);
			if (value <= 0) return;
			const [low, high] = [y(from), y(from + value)];
			from += value;
			column.createSvg("rect", {
				cls: seriesClass(one, index),
				attr: { x, y: high, width: bar, height: Math.max(0.5, low - high), fill: this.fill(one, index) },
			});
		});
		const sums = total.periods[at];
		// An order of magnitude is told with its range, below.
		if (slot >= valueRoom && metric !== "carbon" && sums !== undefined && from > 0)
			addText(column, this.writer().tick(valueOf(sums, metric, currency), metric, currency), {
				x: x + bar / 2,
				y: y(from) - 5,
				anchor: "middle",
			});
		column.addEventListener("pointerenter", () => this.select(periods[at] ?? ""));
		return column;
	}

	/** A sign of a series beside its name: its colour and pattern. */
	swatch(series: Series, index: number): SVGElement {
		const svg = createSvg("svg", {
			cls: "expert-friend-swatch",
			attr: { width: 12, height: 12, "aria-hidden": "true" },
		});
		svg.createSvg("rect", {
			cls: seriesClass(series, index),
			attr: { x: 0.5, y: 0.5, width: 11, height: 11, rx: 2, fill: this.fill(series, index) },
		});
		return svg;
	}

	private key(event: KeyboardEvent): void {
		const periods = this.data?.periods ?? [];
		const at = periods.indexOf(this.selected);
		const to: Readonly<Record<string, number>> = {
			ArrowLeft: at - 1,
			ArrowRight: at + 1,
			Home: 0,
			End: periods.length - 1,
		};
		const next = periods[Math.min(periods.length - 1, Math.max(0, to[event.key] ?? -1))];
		if (!(event.key in to) || next === undefined) return;
		event.preventDefault();
		this.select(next);
	}

	private select(period: string): void {
		this.selected = period;
		this.tell();
	}

	private tell(): void {
		const { data } = this;
		if (data === null) return;
		const at = data.periods.indexOf(this.selected);
		this.columns.forEach((column, index) => column.classList.toggle("is-told", index === at));
		const total = data.total.periods[at];
		if (total === undefined) return this.status.setText("");
		const writer = this.writer();
		const parts = data.series.flatMap((one) => {
			const sums = one.periods[at];
			return sums === undefined || valueOf(sums, data.metric, data.currency) <= 0
				? []
				: [`${data.nameOf(one)} ${writer.of(sums, data.metric, data.currency)}`];
		});
		const all = this.strings().statistics.told(
			data.told(writer.period(this.selected)),
			writer.of(total, data.metric, data.currency),
		);
		this.status.setText([all, ...(parts.length > 1 ? parts : [])].join("\u00a0· "));
	}

	private fill(series: Series, index: number): string {
		return `url(#${this.id}-${series.group === null ? patterns : index + 1})`;
	}

	private define(svg: SVGElement, count: number): void {
		const defs = svg.createSvg("defs");
		for (let n = 1; n <= patterns; n++) {
			if (n > count && n < patterns) continue;
			const pattern = defs.createSvg("pattern", {
				cls: `expert-friend-pattern is-${n}`,
				attr: { id: `${this.id}-${n}`, width: 6, height: 6, patternUnits: "userSpaceOnUse" },
			});
			pattern.createSvg("rect", { cls: "expert-friend-pattern-ground", attr: { width: 6, height: 6 } });
			pattern.createSvg("path", { cls: "expert-friend-pattern-ink", attr: { d: inks[n - 1] ?? "" } });
		}
	}
}

/** What lies on the ground of each pattern: nothing, strokes one way, the other, across, along, dots, crossed. */
const inks: readonly string[] = [
	"",
	"",
	"",
	"M-1 1L1 -1M0 6L6 0M5 7L7 5",
	"M-1 5L1 7M0 0L6 6M5 -1L7 1",
	"M2 3H4",
	"M0 3H6",
	"M0 3H6M3 0V6",
	"",
];

function seriesClass(series: Series, index: number): string {
	return `expert-friend-series is-${series.group === null ? patterns : index + 1}`;
}

interface TextPlace {
	readonly x: number;
	readonly y: number;
	readonly anchor: "middle" | "end";
	readonly strong?: boolean;
}

function addText(parent: SVGElement, words: string, { x, y, anchor, strong = false }: TextPlace): void {
	const element = parent.createSvg("text", { attr: { x, y, "text-anchor": anchor } });
	element.textContent = words;
	if (strong) element.classList.add("is-strong");
}
