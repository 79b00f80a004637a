import { Menu, setIcon } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import { groupings } from "../../core/statistics/groups";
import { metrics } from "../../core/statistics/sums";
import { spanAround, spanBeside, type Span, type StatisticsTable } from "../../core/statistics/table";
import type { Looking } from "./looking";
import { addSwitch } from "./switch";

/** What controls show and change. */
export interface Controls {
	readonly strings: InterfaceStrings;
	readonly looking: Looking;
	readonly look: (change: Partial<Looking>) => void;
}

/** What the head of the page says and does beside. */
export interface Page {
	/** ISO date. */
	readonly today: () => string;
	/** The span that is looked at, in words. */
	readonly range: string;
	readonly export: (form: "csv" | "json") => void;
}

/** Draws the title, the span that is looked at with the ways to others, and the export. */
export function drawHead(head: HTMLElement, { strings: words, looking, look }: Controls, page: Page): void {
	const { statistics: strings } = words;
	const { span } = looking;
	head.empty();
	head.createEl("h1", { text: strings.title });
	addSwitch(
		head,
		strings.range,
		(["day", "month", "year"] as const).map((value) => ({ value, label: strings.units[value] })),
		span.unit,
		(unit) => look({ span: spanAround(unit, dateIn(span, page.today())) }),
	);
	const steps = head.createDiv({ cls: "expert-friend-statistics-steps" });
	const step = (by: 1 | -1, icon: string, label: string): void => {
		const button = steps.createEl("button", {
			cls: "clickable-icon expert-friend-statistics-step",
			attr: { type: "button", "aria-label": label, "data-value": label },
		});
		setIcon(button, icon);
		button.disabled = span.unit === "year";
		button.addEventListener("click", () => look({ span: spanBeside(span, by) }));
	};
	step(-1, "chevron-left", strings.before);
	steps.createDiv({ cls: "expert-friend-statistics-range", text: page.range });
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
			menu.addItem((item) => item.setTitle(strings[form]).onClick(() => page.export(form)));
		const box = exporting.getBoundingClientRect();
		menu.showAtPosition({ x: box.left, y: box.bottom + 4 });
	});
}

/** Draws what can be chosen of a table. @param hasPast whether anything was counted elsewhere */
export function drawSwitches(
	element: HTMLElement,
	{ strings: words, looking, look }: Controls,
	table: StatisticsTable,
	hasPast: boolean,
): void {
	const { statistics: strings } = words;
	const { metric, grouping } = looking;
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
		(value) => look({ metric: value }),
	);
	addSwitch(
		labelled(strings.by),
		strings.grouping,
		groupings.map((value) => ({ value, label: strings.groupings[value] })),
		grouping,
		(value) => look({ grouping: value }),
	);
	if (metric === "cost" && table.currencies.length > 1)
		addSwitch(
			element,
			strings.currency,
			table.currencies.map((value) => ({ value, label: value })),
			table.currency,
			(currency) => look({ currency }),
		);
	const check = (key: "cumulative" | "past", text: string): void => {
		const label = element.createEl("label", { cls: "expert-friend-line" });
		const box = label.createEl("input", { type: "checkbox", attr: { "data-value": key } });
		box.checked = looking[key];
		label.createSpan({ text });
		box.addEventListener("change", () => look({ [key]: box.checked }));
	};
	check("cumulative", strings.cumulative);
	if (hasPast) check("past", strings.past.too);
}

/** A date within a span: today where it holds that. */
function dateIn({ of }: Span, today: string): string {
	return today.startsWith(of) ? today : `${of}-12-01`.slice(0, 10);
}
