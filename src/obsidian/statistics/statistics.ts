import { Notice, normalizePath, type App, type EventRef } from "obsidian";
import { timesAsMuch } from "../../core/estimate/carbon";
import { isOpenRouter } from "../../core/endpoint/endpoint";
import { opennessOf } from "../../core/endpoint/openness";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { Facts } from "../../core/journal/facts";
import { frugalModels } from "../../core/journal/frugal";
import type { Settings } from "../../core/settings/settings";
import { csvOf, exportOf } from "../../core/statistics/export";
import { pastSources } from "../../core/past/past-use";
import { importedIn, toldIn, type Grouping } from "../../core/statistics/groups";
import type { Ledger } from "../../core/statistics/ledger";
import { paceOf } from "../../core/statistics/pace";
import { daysOf, spanAround, statisticsTable, type Series, type Span } from "../../core/statistics/table";
import { timesWords } from "../models/model-estimates";
import type { Models } from "../models/models";
import type { Journal } from "../record/journal";
import { localTime } from "../record/local-time";
import type { BudgetLine, Budgets } from "../spending/budgets";
import type { Spendings } from "../spending/spendings";
import { comparedWith, type Compared } from "../../core/statistics/subscription";
import { JournalLedger } from "./journal-ledger";
import { keepPast } from "./past-note-file";
import { PastModal } from "./past-modal";
import { SubscriptionModal } from "./subscription-modal";

export interface StatisticsPort {
	readonly app: App;
	readonly strings: () => InterfaceStrings;
	readonly settings: () => Settings;
	/** Calls back after every change of the settings. Returns the way to stop. */
	readonly onSettings: (listener: () => void) => () => void;
	readonly save: (change: Partial<Settings>) => Promise<void>;
	readonly journal: Journal;
	readonly models: Models;
	readonly budgets: Budgets;
	readonly spendings: Spendings;
	/** The plugin's folder; empty for the vault's root. */
	readonly folder: () => string;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	/** Milliseconds from some moment on, never set back. */
	readonly elapsed: () => number;
	readonly newId: () => string;
}

/** The month so far. */
export interface Month {
	/** What was spent at all endpoints, by the journal and this device, and what may be. */
	readonly line: BudgetLine;
	readonly consultations: number;
	readonly notes: number;
	/**
	 * What it comes to by its end, in the currency of the budget or else the one most was paid in; null without a pace.
	 */
	readonly pace: { readonly amount: number; readonly currency: string } | null;
	/** ISO date of its last day. */
	readonly end: string;
}

/** The statistics of the journal: their figures, the names of what they are grouped by, and their exports. */
export class Statistics {
	private readonly journal: JournalLedger;
	private readonly openness = new Map<string, ReturnType<typeof opennessOf>["openness"]>();

	constructor(readonly port: StatisticsPort) {
		this.journal = new JournalLedger({
			...port,
			groups: {
				opennessOf: (model) => this.opennessOf(model),
				endpointName: (id) => port.models.endpoint(id)?.name ?? null,
			},
		});
	}

	get ledger(): Ledger {
		return this.journal.ledger;
	}

	get progress(): JournalLedger["progress"] {
		return this.journal.progress;
	}

	get isRead(): boolean {
		return this.journal.isRead;
	}

	/** ISO date, where the writer is. */
	get today(): string {
		return localTime(this.port.now()).slice(0, 10);
	}

	/** Reads the journal where that was not done yet; lists of models may have come since the last time. */
	read(): Promise<void> {
		this.openness.clear();
		this.journal.regroup();
		return this.journal.read();
	}

	/** Calls back when figures may have changed. Returns the way to stop. */
	onChange(listener: () => void): () => void {
		const stops = [
			this.journal.onChange(listener),
			this.port.spendings.onChange(listener),
			this.port.onSettings(listener),
		];
		return () => {
			for (const stop of stops) stop();
		};
	}

	watch(): EventRef[] {
		return this.journal.watch();
	}

	/** The three figures of this month. */
	async month(): Promise<Month> {
		const { budgets } = this.port;
		const [line] = await budgets.lines();
		if (line === undefined) throw new Error("There is always a line for all endpoints.");
		const { today, ledger } = this;
		const span = spanAround("day", today);
		const { total, currencies } = statisticsTable(ledger, {
			span,
			grouping: "note",
			metric: "consultations",
			currency: "",
			today,
		});
		const currency = line.budget?.currency ?? currencies[0] ?? Object.keys(line.spent.amounts)[0] ?? "";
		const spent = line.spent.amounts[currency] ?? 0;
		const pace = spent > 0 ? paceOf(spent, today, ledger.firstDay) : null;
		return {
			line,
			consultations: total.sums.consultations,
			notes: total.groups,
			pace: pace === null ? null : { amount: pace, currency },
			end: `${span.of}-${daysOf(span.of)}`,
		};
	}

	/** A series for reading. */
	nameOfSeries({ group, groups }: Series, grouping: Grouping): string {
		return group === null ? this.port.strings().statistics.other(groups) : this.nameOf(group, grouping);
	}

	/** A group for reading: names of models, of notes without their folders. */
	nameOf(group: string, grouping: Grouping): string {
		const { statistics, models } = this.port.strings();
		if (group === "") return statistics.unknownGroup;
		const past = importedIn(group);
		if (past !== null) {
			const site = pastSources[past.source];
			const name = past.model === "" ? statistics.unknownGroup : this.port.models.nameOfId(past.model);
			return grouping === "model" ? statistics.past.model(name, site) : statistics.past.site(site);
		}
		const told = toldIn(group);
		if (told !== null) return statistics.toldName(told === "" ? statistics.unknownGroup : told.replace(/-/g, " "));
		switch (grouping) {
			case "model":
				return this.port.models.nameOfId(group);
			case "note":
				return group.replace(/^.*\//, "").replace(/\.md$/, "");
			case "openness":
				return (models.openness as Readonly<Record<string, string>>)[group] ?? group;
			case "endpoint":
				return this.port.models.endpoint(group)?.name ?? group;
			case "place":
				return statistics.places[group] ?? group;
			default:
				return group;
		}
	}

	openNote(path: string): void {
		void this.port.app.workspace.openLinkText(path, "", "tab");
	}

	/** Opens a month of the journal at a line, from 0. */
	openAt(path: string, line: number): void {
		void this.port.app.workspace.openLinkText(path, "", "tab", { eState: { line } });
	}

	/** Writes all figures of a span into the vault, in the place of an earlier export of the same. */
	async export(
		form: "csv" | "json",
		{ span, grouping, past }: { readonly span: Span; readonly grouping: Grouping; readonly past: boolean },
	): Promise<void> {
		const { app, strings, folder } = this.port;
		const { vault } = app;
		const exported = exportOf(this.ledger, {
			span,
			grouping,
			past,
			today: this.today,
			nameOf: (group) => this.nameOf(group, grouping),
		});
		const text = form === "csv" ? csvOf(exported) : `${JSON.stringify(exported, null, 2)}\n`;
		const parent = normalizePath(`${folder()}/Export`);
		const path = `${parent}/consultations-${exported.span}-by-${grouping}.${form}`;
		try {
			if (vault.getFolderByPath(parent) === null) await vault.createFolder(parent);
			const file = vault.getFileByPath(path);
			if (file === null) await vault.create(path, text);
			else await vault.modify(file, text);
		} catch {
			new Notice(strings().statistics.notExported(path));
			return;
		}
		new Notice(strings().statistics.exported(path));
	}

	/** Lets the writer count what they asked elsewhere, from a file. */
	importPast(): void {
		const { app, strings, elapsed, journal } = this.port;
		new PastModal(app, {
			strings: strings(),
			elapsed,
			has: (source) => this.ledger.past.some((row) => row.source === source),
			keep: (use) => keepPast(app, journal.folder, use, strings()),
		}).open();
	}

	/** What the writer's own blind comparisons say of models that take less than the one asked now, in words. */
	frugal(facts: readonly Facts[]): readonly string[] {
		const { models, strings } = this.port;
		const current = models.current();
		if (current === null) return [];
		const estimates = models.estimates();
		const exactly = models.exactId(current, null);
		const carbon = (id: string): number | null => estimates.carbonOfId(id);
		return frugalModels(facts, exactly, carbon).map(({ objective, model, than, rounds }) => {
			const times = timesAsMuch(carbon(than) ?? 0, carbon(model) ?? 0);
			return strings().statistics.frugal(
				models.nameOfId(model),
				models.nameOfId(than),
				objective,
				rounds,
				timesWords(null, times, strings()),
			);
		});
	}

	/** Both sides over the same days; null without a subscription, or a day to count. */
	compared(): Compared | null {
		const { subscription, endpoints } = this.port.settings();
		const router = new Set(endpoints.filter(isOpenRouter).map(({ id }) => id));
		// One that was removed since is known by the id that it had.
		const takesFee = (id: string): boolean => router.has(id) || (/^openrouter(-\d+)?$/.test(id) && !this.isSetUp(id));
		return subscription === null ? null : comparedWith(this.ledger, subscription, this.today, takesFee);
	}

	/** Lets the writer enter, change or remove a subscription. */
	changeSubscription(): void {
		const { app, strings, settings, save } = this.port;
		const { currencies } = statisticsTable(this.ledger, {
			span: spanAround("year", this.today),
			grouping: "endpoint",
			metric: "cost",
			currency: "",
			today: this.today,
		});
		new SubscriptionModal(app, {
			strings: strings(),
			subscription: settings().subscription,
			paidIn: currencies,
			save: (subscription) => void save({ subscription }),
		}).open();
	}

	private isSetUp(id: string): boolean {
		return this.port.models.endpoint(id) !== null;
	}

	private opennessOf(model: string): ReturnType<typeof opennessOf>["openness"] {
		const known =
			this.openness.get(model) ??
			this.port.models.infoOfId(model)?.openness ??
			opennessOf({ id: model, huggingFace: null, weightsAt: null }).openness;
		this.openness.set(model, known);
		return known;
	}
}
