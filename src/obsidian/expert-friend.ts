import { Notice, Platform, setIcon, type App, type Editor, type EventRef, type Plugin } from "obsidian";
import type { Extension, Transaction } from "@codemirror/state";
import type { ViewUpdate } from "@codemirror/view";
import type { InterfaceLanguage } from "../core/languages/interface-language";
import type { InterfaceStrings } from "../core/i18n/en";
import { passageAt } from "../core/markdown/passage";
import { adoptedMarks } from "../editor/adopted";
import { chip } from "../editor/chip";
import { editorPort, type EditorPort } from "../editor/config";
import { passages } from "../editor/passages";
import { surfaces } from "../editor/surface";
import { promptZone } from "../editor/zone";
import { previews } from "../editor/preview";
import { cellPreviews } from "../editor/table-cells";
import type { EditorCommands } from "./asking/editor-commands";
import { addMissingObjectives } from "./asking/missing-objectives";
import type { PromptNotes } from "./asking/prompt-notes";
import type { ComparisonController } from "./compare/comparison-controller";
import { consultationOf } from "./consultations/passage-tracker";
import { pathOf } from "./consultations/views";
import type { SignIn } from "./endpoints/sign-in";
import type { FirstRun } from "./first-run/first-run";
import { takeBackKey } from "./keys/back-key";
import { holdKeys } from "./keys/own-keys";
import type { MarginPane } from "./margin/margin-pane";
import type { MarginPort } from "./margin/margin-view";
import type { Models } from "./models/models";
import type { Budgets } from "./spending/budgets";
import type { Status } from "./spending/status";
import type { Statistics } from "./statistics/statistics";
import { StatisticsView, statisticsViewType } from "./statistics/statistics-view";
import { followFolders } from "./storage/named-folders";
import type { Device } from "./storage/device";
import type { Secrets } from "./storage/secrets";
import type { SettingsFilePort } from "./storage/settings-file";
import type { SettingsStore } from "./storage/settings-store";
import type { UnstreamedHosts } from "./storage/unstreamed-hosts";
import { buildAsking, type AskingParts } from "./wiring/asking";
import { buildBase, type Base } from "./wiring/base";
import { buildDisclosure, type DisclosureParts } from "./wiring/disclosure";
import { buildModels, type ModelParts } from "./wiring/models";
import { buildRecords, type RecordParts } from "./wiring/records";
import { registerSaying } from "./wiring/saying";
import { buildZone } from "./wiring/zone";
import type { PromptZone } from "./zone/prompt-zone";

/** The running plugin, as Obsidian's registrations and the settings see it. `wiring/` builds its parts. */
export class ExpertFriend {
	private isClosed = false;
	private readonly base: Base;
	private readonly modelParts: ModelParts;
	private readonly recordParts: RecordParts;
	private readonly asking: AskingParts;
	private readonly disclosure: DisclosureParts;
	private readonly zone: PromptZone;

	constructor(
		readonly app: App,
		settingsFile: SettingsFilePort,
	) {
		this.base = buildBase(app, settingsFile);
		this.modelParts = buildModels(this.base);
		this.recordParts = buildRecords(this.base, this.modelParts);
		this.asking = buildAsking(this.base, this.modelParts, this.recordParts, {
			preferred: () => this.zone.chosen?.path ?? null,
			openPrompts: Platform.isPhone ? (view) => void this.zone.toggle(view) : null,
		});
		this.zone = buildZone(this.base, { ...this.modelParts, ...this.recordParts }, this.asking);
		this.disclosure = buildDisclosure(this.base, this.modelParts, this.recordParts);
	}

	get settings(): SettingsStore {
		return this.base.settings;
	}

	get device(): Device {
		return this.base.device;
	}

	get strings(): InterfaceStrings {
		return this.base.strings();
	}

	get language(): InterfaceLanguage {
		return this.base.language();
	}

	get notes(): PromptNotes {
		return this.modelParts.notes;
	}

	get secrets(): Secrets {
		return this.modelParts.secrets;
	}

	get unstreamed(): UnstreamedHosts {
		return this.modelParts.unstreamed;
	}

	get signIn(): SignIn {
		return this.modelParts.signIn;
	}

	get models(): Models {
		return this.modelParts.models;
	}

	get budgets(): Budgets {
		return this.recordParts.budgets;
	}

	get statistics(): Statistics {
		return this.recordParts.statistics;
	}

	get status(): Status {
		return this.asking.status;
	}

	get commands(): EditorCommands {
		return this.asking.commands;
	}

	get pane(): MarginPane {
		return this.asking.pane;
	}

	get margin(): MarginPort {
		return this.asking.margin;
	}

	get comparing(): ComparisonController {
		return this.asking.comparing;
	}

	get firstRun(): FirstRun {
		return this.asking.firstRun;
	}

	/** Offers the objectives that the folder does not hold. */
	readonly addMissing = (): void => {
		void addMissingObjectives({ app: this.app, strings: this.base.strings, notes: this.notes });
	};

	loadSettings(): Promise<void> {
		return this.settings.load();
	}

	/** What needs the vault to be read: the notes with the prompts. */
	async start(listen: (reference: EventRef) => void): Promise<void> {
		// Closed before the layout was ready.
		if (this.isClosed) return;
		for (const reference of this.vaultEvents()) listen(reference);
		this.base.unread.open();
		this.recordParts.journal.flush();
		this.recordParts.journal.mergeCopies();
		await Promise.all([this.notes.start().then(() => this.modelParts.drafts.start()), this.models.prepare()]);
		this.zone.look();
	}

	close(): void {
		this.isClosed = true;
		this.recordParts.meter.close();
		this.asking.rewording.close();
		// What was typed last still counts for the passages.
		this.asking.passageTracker.close();
		this.recordParts.consultations.close();
		this.modelParts.drafts.close();
		this.recordParts.journal.close();
	}

	/** Saves all that would be lost if the app closed now: it may not say so twice. */
	flush(): void {
		this.asking.passageTracker.carryAll();
		this.recordParts.consultations.flush();
		this.modelParts.drafts.flush();
	}

	editorExtension(): Extension {
		const port: EditorPort = {
			pathOf,
			sentenceOf: (state, from, to) => {
				const found = passageAt(state.doc, from, to, this.asking.readings);
				return "passage" in found ? found.passage.sentence : null;
			},
			showsChip: () => this.settings.value.chip,
			drawIcon: setIcon,
			chipLabel: () => this.strings.menu.chip,
			isOffered: (view) => this.base.views.placeIn(view) !== null,
			consult: (view) => {
				const place = this.base.views.placeIn(view);
				if (place !== null) void this.asking.consult.open(place);
			},
			showAnswer: (id) => void this.showAnswer(consultationOf(id)),
			holdKeys: () => holdKeys(this.app),
			takeBackKey: (pressed) => takeBackKey(this.app, pressed),
			noteShown: (view, path) => this.asking.passageTracker.find(view, path),
			noteEdited: (update, path) => {
				const how = howEdited(update);
				this.asking.passageTracker.follow(update.view, path, how);
				if (how !== "rewound") return;
				this.asking.kept.rewound(update, path);
				this.disclosure.elsewhere.rewound(update, path);
			},
		};
		return [
			editorPort.of(port),
			this.base.views.extension(),
			passages(),
			previews(),
			cellPreviews,
			chip(),
			surfaces,
			adoptedMarks(this.recordParts.adopted),
			promptZone(this.zone.panel),
		];
	}

	/** Whether something runs in the current note; cancels it unless only checking. */
	cancelHere(checking: boolean): boolean {
		return this.asking.cancelHere(checking);
	}

	/** Shows an answer in the margin, or the comparison it is part of; the writer goes on in the text. */
	private async showAnswer(id: string): Promise<void> {
		const comparison = this.recordParts.comparisons.get(this.recordParts.consultations.get(id)?.comparison ?? "");
		return comparison !== null ? this.comparing.open(comparison.id) : this.pane.reveal(id, false);
	}

	/** Opens the statistics in a tab, or shows those that are open. */
	async openStatistics(): Promise<void> {
		const { workspace } = this.app;
		const leaf = workspace.getLeavesOfType(statisticsViewType)[0] ?? workspace.getLeaf("tab");
		await leaf.setViewState({ type: statisticsViewType, active: true });
		await workspace.revealLeaf(leaf);
		if (leaf.view instanceof StatisticsView) leaf.view.focus();
	}

	/** Opens the prompts above the note of an editor, or folds them. */
	readonly toggleZone = (editor: Editor): void => {
		const view = this.base.views.ofEditor(editor);
		if (view !== null && this.zone.toggle(view)) return;
		const { refusals, zone } = this.strings;
		new Notice(this.settings.value.promptZone ? refusals[this.base.views.whyNot(editor)] : zone.off);
	};

	async openStyle(): Promise<void> {
		await this.notes.prepare();
		await this.app.workspace.openLinkText(this.notes.folder.stylePath, "", false);
	}

	/** Registers what says how models were used. */
	registerSaying(plugin: Plugin): void {
		registerSaying(plugin, this.disclosure, this.strings);
	}

	private vaultEvents(): EventRef[] {
		return [
			followFolders(this.app, this.settings),
			...this.disclosure.quoting.watch(),
			// Before the prompts are read again: what is typed is in them.
			...this.modelParts.drafts.watch(),
			this.disclosure.property.watch(),
			this.disclosure.page.watch(),
			...this.notes.watch(),
			this.app.workspace.on("layout-change", this.zone.look),
			this.app.workspace.on("file-open", this.zone.look),
			this.recordParts.journal.watch(),
			...this.statistics.watch(),
			this.app.vault.on("create", (file) => this.recordParts.journalRecords.changed(file.path)),
			this.app.vault.on("modify", (file) => this.recordParts.journalRecords.changed(file.path)),
			this.app.workspace.on("layout-change", () => this.asking.passageTracker.look()),
			this.app.vault.on("rename", (file, before) => {
				this.recordParts.consultations.renamed(before, file.path);
				this.recordParts.comparisons.renamed(before, file.path);
			}),
		];
	}
}

/** What a writer's hand does is named by what it was: typed, deleted, moved. */
function howEdited({ transactions }: ViewUpdate): "typed" | "rewound" | "rewritten" {
	if (transactions.some((one) => one.isUserEvent("undo") || one.isUserEvent("redo"))) return "rewound";
	const isByHand = (one: Transaction): boolean => ["input", "delete", "move"].some((event) => one.isUserEvent(event));
	return transactions.every((one) => !one.docChanged || isByHand(one)) ? "typed" : "rewritten";
}
