import { getLanguage, Notice, setIcon, type App, type EventRef } from "obsidian";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { isActive } from "../core/consultation/answer";
import { storedComparisons, storedConsultations } from "../core/consultation/stored-consultations";
import { interfaceLanguage, interfaceStrings } from "../core/i18n/strings";
import type { InterfaceStrings } from "../core/i18n/en";
import { readableDate } from "../core/i18n/readable-date";
import { Readings } from "../core/markdown/reading";
import { passageAt } from "../core/markdown/passage";
import { adoptedMarks, refreshAdopted, type AdoptedPort } from "../editor/adopted";
import type { Chat, ChatRequest } from "../core/chat/chat";
import { requestBody } from "../llm/body";
import { chip } from "../editor/chip";
import { editorPort, type EditorPort } from "../editor/config";
import { passages } from "../editor/passages";
import { previews } from "../editor/preview";
import { openChat } from "../llm/chat";
import { AnswerActions } from "./margin/answer-actions";
import { RequestBuilder } from "./asking/request-builder";
import { Budgets } from "./spending/budgets";
import { ComparisonController } from "./compare/comparison-controller";
import { Comparisons } from "./consultations/comparisons";
import { ConsultMenu } from "./asking/consult-menu";
import { Consultations } from "./consultations/consultations";
import { FirstRun } from "./first-run/first-run";
import { UsageReport } from "./models/usage-report";
import { Journal } from "./record/journal";
import { JournalRecords } from "./record/journal-records";
import { localTime } from "./record/local-time";
import { KeptAnswers } from "./margin/kept-answers";
import { MarginPane } from "./margin/margin-pane";
import type { MarginPort } from "./margin/margin-view";
import { EditorCommands } from "./editor-commands";
import { Device } from "./storage/device";
import { Measures } from "./storage/measures";
import { Meter } from "./spending/meter";
import { Models } from "./models/models";
import { NoteWriter } from "./record/note-writer";
import { consultationOf, PassageTracker } from "./consultations/passage-tracker";
import { Privacy } from "./asking/privacy";
import { PromptNotes } from "./asking/prompt-notes";
import { RecentQuestions } from "./storage/recent-questions";
import { RecordService } from "./record/record-service";
import { chatDeps } from "./endpoints/network";
import { SentBodies } from "./endpoints/sent-bodies";
import { Secrets } from "./storage/secrets";
import { SettingsFile, type SettingsFilePort } from "./storage/settings-file";
import { SettingsStore } from "./storage/settings-store";
import { SignIn } from "./endpoints/sign-in";
import { Spendings } from "./spending/spendings";
import { Status } from "./spending/status";
import { Statistics } from "./statistics/statistics";
import { statisticsViewType } from "./statistics/statistics-view";
import type { Subject } from "./consultations/subject";
import { UnreadNotices } from "./storage/unread-notices";
import { RefusedFields } from "./storage/refused-fields";
import { UnstreamedHosts } from "./storage/unstreamed-hosts";
import { pathOf, Views } from "./consultations/views";
import { RewordingController } from "./asking/rewording-controller";

/** The running plugin: builds the parts and joins them. Each part knows only what it is given. */
export class ExpertFriend {
	readonly settings: SettingsStore;
	readonly notes: PromptNotes;
	readonly secrets: Secrets;
	readonly unstreamed: UnstreamedHosts;
	readonly signIn: SignIn;
	readonly models: Models;
	readonly consultations: Consultations;
	readonly margin: MarginPort;
	readonly budgets: Budgets;
	readonly status: Status;
	readonly commands: EditorCommands;
	readonly pane: MarginPane;
	readonly statistics: Statistics;
	private readonly meter: Meter;
	readonly device: Device;
	private readonly unread: UnreadNotices;
	private readonly journal: Journal;
	private readonly views: Views;
	private readonly consult: ConsultMenu;
	readonly comparing: ComparisonController;
	readonly firstRun: FirstRun;
	private readonly comparisons: Comparisons;
	private readonly kept: KeptAnswers;
	private readonly answers: AnswerActions;
	private readonly rewording: RewordingController;
	private readonly passageTracker: PassageTracker;
	private readonly readings = new Readings();
	private readonly journalRecords: JournalRecords;
	private readonly adoptedPort: AdoptedPort;

	constructor(
		readonly app: App,
		settingsFile: SettingsFilePort,
	) {
		const now = (): number => Date.now();
		const elapsed = (): number => performance.now();
		const newId = (): string => crypto.randomUUID();
		this.unread = new UnreadNotices(() => this.strings);
		this.settings = new SettingsStore(new SettingsFile(settingsFile), (what) => this.unread.addSettings(what));
		this.device = new Device({
			app,
			full: () => void new Notice(this.strings.storageFull, 0),
			unread: (place) => this.unread.add(place),
		});
		this.views = new Views(app);
		this.pane = new MarginPane(app);
		this.secrets = new Secrets(app, this.device);
		this.unstreamed = new UnstreamedHosts(this.device, now);
		this.signIn = new SignIn(app, this.settings, this.secrets, this.device, () => this.strings, now);
		const privacy = new Privacy({ app, views: this.views, settings: () => this.settings.value });
		this.notes = new PromptNotes({
			app,
			device: this.device,
			settings: this.settings,
			language: () => this.language,
			privacy,
			leftOut: (link, reason) => void new Notice(this.strings.styleLeftOut[reason](link)),
		});
		const bodies = new SentBodies();
		const deps = chatDeps(
			this.secrets,
			this.settings,
			this.unstreamed,
			new RefusedFields(this.device, now),
			bodies,
			(request) => privacy.refusal(request),
		);
		const measures = new Measures(this.device);
		this.models = new Models(
			app,
			this.settings,
			this.secrets,
			this.device,
			() => this.strings,
			deps,
			() => localTime(now()).slice(0, 10),
		);
		const usageReport = new UsageReport({
			models: this.models,
			measures,
			electricity: () => this.settings.value.electricity,
			strings: () => this.strings,
			now,
		});
		this.journal = new Journal({
			app,
			device: this.device,
			enabled: () => this.settings.value.journal,
			links: () => this.settings.value.journalLinks,
			folder: () => this.notes.root,
			language: () => this.language,
			entered: (note) => this.journalRecords.entered(note),
			failedWords: () => this.strings.journal.failed,
			mergedWords: (name) => this.strings.journal.merged(name),
		});
		const spendings = new Spendings({ device: this.device, monthOfJournal: (month) => this.journal.month(month), now });
		this.budgets = new Budgets({
			app,
			device: this.device,
			settings: this.settings,
			spendings,
			models: this.models,
			strings: () => this.strings,
		});
		this.statistics = new Statistics({
			app,
			strings: () => this.strings,
			settings: () => this.settings.value,
			onSettings: (listener) => this.settings.onChange(listener),
			save: (change) => this.settings.set(change),
			journal: this.journal,
			models: this.models,
			budgets: this.budgets,
			spendings,
			folder: () => this.notes.root,
			now,
			newId,
		});
		this.meter = new Meter({
			chat: this.models.remembered(openChat(deps)),
			models: this.models,
			usageReport,
			measures,
			spendings,
			budgets: this.budgets,
			elapsed,
		});
		const chat = (id: string, about = id): Chat => this.meter.chat(id, about);
		this.comparisons = new Comparisons({
			load: () => this.device.read("comparisons", storedComparisons, []),
			save: (comparisons) => this.device.save("comparisons", comparisons),
		});
		const records = new RecordService({
			settings: this.settings,
			models: this.models,
			usageReport,
			unknownOf: (id) => this.meter.unknownOf(id),
			journal: this.journal,
			language: () => this.language,
			heading: () => this.strings.journal.heading,
			quoted: (text) => this.strings.quoted(text),
			now,
		});
		this.journalRecords = new JournalRecords({
			app,
			journal: this.journal,
			views: this.views,
			records,
			refresh: (view) => refreshAdopted(view, this.adoptedPort),
		});
		this.consultations = new Consultations({
			chat,
			most: () => this.settings.value.concurrent,
			now,
			elapsed,
			load: () => this.device.read("consultations", storedConsultations, []),
			save: (consultations) => this.device.save("consultations", consultations),
			ended: (consultation) => {
				// An answer with words is entered when the writer has dealt with it; without words nothing more can happen to
				// it. One of those whose names are hidden waits for that too: the journal may be open beside it.
				if (consultation.text.trim() === "" && !this.comparisons.isHidden(consultation.comparison))
					records.unkept(consultation);
			},
		});
		const requests = new RequestBuilder({ app, strings: () => this.strings, notes: this.notes, views: this.views });
		const setUp = (subject: Subject | null): void => void this.firstRun.open(subject);
		const bodyOf = (request: ChatRequest): string =>
			bodies.of(request) ??
			requestBody(request, {
				noTraining: this.settings.value.noTraining,
				zeroRetention: this.settings.value.zeroRetention,
			});
		const shared = {
			app,
			requests,
			privacy,
			bodyOf,
			strings: () => this.strings,
			views: this.views,
			models: this.models,
			usageReport,
			consultations: this.consultations,
			records,
			setUp,
			now,
			newId,
		};
		const chooseModel = (then: () => void): void =>
			this.settings.value.endpoints.length === 0 ? setUp(null) : this.models.choose(then);
		this.kept = new KeptAnswers(this.consultations);
		this.answers = new AnswerActions({
			...shared,
			kept: this.kept,
			writer: new NoteWriter(app, this.views),
			chooseModel,
		});
		this.rewording = new RewordingController({
			...shared,
			chat,
			budgets: this.budgets,
			notes: this.notes,
			journalRecords: this.journalRecords,
		});
		this.consult = new ConsultMenu({
			...shared,
			notes: this.notes,
			rewording: this.rewording,
			journalRecords: this.journalRecords,
			settings: () => this.settings.value,
			passageAt: (view) => this.passageOf(view),
			showMargin: () => this.pane.show(),
			chooseModel,
			compare: (subject, fill) => void this.comparing.start(subject, fill),
			recent: new RecentQuestions(this.device),
		});
		this.firstRun = new FirstRun({
			...shared,
			settings: this.settings,
			secrets: this.secrets,
			notes: this.notes,
			consult: (view) => void this.consult.open(view),
			otherWords: (view, title) => this.consult.otherWords(view, { path: title }),
			closeWords: () => this.rewording.close(),
			signIn: this.signIn,
		});
		this.comparing = new ComparisonController({
			...shared,
			rewording: this.rewording,
			settings: () => this.settings.value,
			notes: this.notes,
			comparisons: this.comparisons,
			journal: this.journal,
			actions: this.answers,
			random: () => Math.random(),
			reveal: (id) => void this.pane.reveal(id, true),
		});
		this.margin = {
			strings: () => this.strings,
			comparisons: this.comparisons,
			openComparison: (id) => void this.comparing.open(id),
			consultations: this.consultations,
			actions: this.answers,
			focused: (id) => this.passageTracker.focus(id),
			currentNote: () => app.workspace.getActiveFile()?.path ?? null,
			now,
		};
		this.status = new Status({
			app,
			strings: () => this.strings,
			consultations: this.consultations,
			models: this.models,
			budgets: this.budgets,
			spendings,
			chooseModel,
			showMargin: () => this.pane.show(),
			cancelHere: (checking) => this.cancelHere(checking),
		});
		this.passageTracker = new PassageTracker(this.consultations, this.views);
		this.adoptedPort = {
			enabled: (view) => this.settings.value.marks && pathOf(view) !== null,
			ownLabels: () => records.ownLabels,
			strings: () => this.strings.adopted,
			drawIcon: setIcon,
			date: (date) => readableDate(date, this.strings.locale),
			refused: () => void new Notice(this.strings.adopted.refused),
			takenBack: (text, span) => records.takenBack(text, span),
			elsewhere: this.journalRecords.marks,
		};
		this.commands = new EditorCommands({
			strings: () => this.strings,
			views: this.views,
			consult: this.consult,
			notes: this.notes,
			adopted: this.adoptedPort,
		});
		this.settings.onChange(() => {
			for (const view of this.views.all) refreshAdopted(view, this.adoptedPort);
		});
	}

	get strings(): InterfaceStrings {
		return interfaceStrings(this.language);
	}

	get language(): "en" | "fr" {
		return interfaceLanguage(this.settings.value.language, getLanguage());
	}

	loadSettings(): Promise<void> {
		return this.settings.load();
	}

	/** What needs the vault to be read: the notes with the prompts. */
	async start(): Promise<void> {
		this.unread.open();
		this.journal.flush();
		this.journal.mergeCopies();
		await Promise.all([this.notes.prepare(), this.models.prepare()]);
	}

	close(): void {
		this.meter.close();
		this.rewording.close();
		// What was typed last still counts for the passages.
		this.passageTracker.close();
		this.consultations.close();
		this.journal.close();
	}

	/** Saves all that would be lost if the app closed now: it may not say so twice. */
	flush(): void {
		this.passageTracker.carryAll();
		this.consultations.flush();
	}

	editorExtension(): Extension {
		const port: EditorPort = {
			pathOf,
			sentenceOf: (state, from, to) => {
				const found = passageAt(state.doc, from, to, this.readings);
				return "passage" in found ? found.passage.sentence : null;
			},
			showsChip: () => this.settings.value.chip,
			drawIcon: setIcon,
			chipLabel: () => this.strings.menu.chip,
			consult: (view) => void this.consult.open(view),
			showAnswer: (id) => void this.showAnswer(consultationOf(id)),
			noteShown: (view, path) => this.passageTracker.find(view, path),
			noteEdited: (update, path) => {
				const rewound = update.transactions.some(
					(transaction) => transaction.isUserEvent("undo") || transaction.isUserEvent("redo"),
				);
				this.passageTracker.follow(update.view, path, rewound);
				if (rewound) this.kept.rewound(update, path);
			},
		};
		return [
			editorPort.of(port),
			this.views.extension(),
			passages(),
			previews(),
			chip(),
			adoptedMarks(this.adoptedPort),
		];
	}

	/** Whether something runs in the current note; cancels it unless only checking. */
	cancelHere(checking: boolean): boolean {
		const path = this.app.workspace.getActiveFile()?.path;
		const running = path === undefined ? [] : this.consultations.ofNote(path).filter(isActive);
		if (!checking) for (const { id } of running) this.consultations.cancel(id);
		return running.length > 0;
	}

	/** Shows an answer in the margin, or the comparison it is part of; the writer goes on in the text. */
	private async showAnswer(id: string): Promise<void> {
		const comparison = this.comparisons.get(this.consultations.get(id)?.comparison ?? "");
		return comparison !== null ? this.comparing.open(comparison.id) : this.pane.reveal(id, false);
	}

	/** Opens the statistics in a tab, or shows those that are open. */
	async openStatistics(): Promise<void> {
		const { workspace } = this.app;
		const leaf = workspace.getLeavesOfType(statisticsViewType)[0] ?? workspace.getLeaf("tab");
		await leaf.setViewState({ type: statisticsViewType, active: true });
		await workspace.revealLeaf(leaf);
	}

	async openStyle(): Promise<void> {
		await this.notes.prepare();
		await this.app.workspace.openLinkText(this.notes.stylePath, "", false);
	}

	vaultEvents(): EventRef[] {
		return [
			...this.notes.watch(),
			this.journal.watch(),
			...this.statistics.watch(),
			this.app.vault.on("create", (file) => this.journalRecords.changed(file.path)),
			this.app.vault.on("modify", (file) => this.journalRecords.changed(file.path)),
			this.app.vault.on("rename", (file, before) => {
				this.consultations.renamed(before, file.path);
				this.comparisons.renamed(before, file.path);
			}),
		];
	}

	private passageOf(view: EditorView): ReturnType<typeof passageAt> {
		const { main } = view.state.selection;
		return passageAt(view.state.doc, main.from, main.to, this.readings);
	}
}
