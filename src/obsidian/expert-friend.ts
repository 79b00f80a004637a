import { editorInfoField, getLanguage, Notice, setIcon, type App, type Editor, type EventRef, type Menu } from "obsidian";
import type { Extension } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { isActive } from "../core/consultation";
import { interfaceLanguage, interfaceWords } from "../core/i18n/words";
import type { InterfaceWords } from "../core/i18n/en";
import { LineStates } from "../core/markdown/line-state";
import { passageAt } from "../core/markdown/passage";
import type { Objective } from "../core/prompts/objective";
import { adoptedMarks, refreshAdopted, showAdopted, type AdoptedPort } from "../editor/adopted";
import type { Chat, ChatRequest } from "../core/chat";
import { requestBody } from "../llm/body";
import { chip } from "../editor/chip";
import { editorPort, type EditorPort } from "../editor/config";
import { passages } from "../editor/passages";
import { previews } from "../editor/preview";
import { openChat } from "../llm/chat";
import { Answers } from "./margin/answers";
import { Asking } from "./asking/asking";
import { Budgets } from "./spending/budgets";
import { Comparing } from "./compare/comparing";
import { Comparisons } from "./consultations/comparisons";
import { Consult } from "./asking/consult";
import { Consultations } from "./consultations/consultations";
import { FirstRun } from "./first-run/first-run";
import { Journal } from "./record/journal";
import { JournalRecords } from "./record/journal-records";
import { MarginView, marginViewType, type MarginPort } from "./margin/margin-view";
import { Measures } from "./storage/measures";
import { Meter } from "./spending/meter";
import { Models } from "./models/models";
import { NoteWriter } from "./record/note-writer";
import { PassageKeeper } from "./consultations/passage-keeper";
import { PromptNotes } from "./asking/prompt-notes";
import { RecentQuestions } from "./storage/recent-questions";
import { Records } from "./record/records";
import { chatDeps } from "./endpoints/network";
import { Secrets } from "./storage/secrets";
import { SettingsStore } from "./storage/settings-store";
import { SignIn } from "./endpoints/sign-in";
import { Spendings } from "./spending/spendings";
import { Status } from "./spending/status";
import type { Subject } from "./consultations/subject";
import { UnstreamedHosts } from "./storage/unstreamed-hosts";
import { Views } from "./consultations/views";
import { WordsDesk } from "./asking/words-desk";

/** An objective as a command. */
export interface ObjectiveCommand {
	readonly id: string;
	readonly name: string;
	readonly icon: string;
	readonly run: (editor: Editor) => void;
}

const consultationsKey = "expert-friend-consultations";
/** Where this device keeps comparisons that wait. */
const comparisonsKey = "expert-friend-comparisons";
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
	private readonly journal: Journal;
	private readonly views: Views;
	private readonly consult: Consult;
	readonly comparing: Comparing;
	readonly firstRun: FirstRun;
	private readonly comparisons: Comparisons;
	private readonly answers: Answers;
	private readonly wordsDesk: WordsDesk;
	private readonly keeper: PassageKeeper;
	private readonly states = new LineStates();
	private readonly journalRecords: JournalRecords;
	private readonly adoptedPort: AdoptedPort;
	private readonly objectiveCommands = new Set<string>();

	constructor(readonly app: App, data: { load(): Promise<unknown>; save(data: unknown): Promise<void> }) {
		const now = (): number => Date.now();
		const newId = (): string => crypto.randomUUID();
		this.settings = new SettingsStore(data);
		this.views = new Views(app);
		this.secrets = new Secrets(app);
		this.unstreamed = new UnstreamedHosts(app, now);
		this.signIn = new SignIn(app, this.settings, this.secrets, () => this.words, now);
		this.notes = new PromptNotes(app, () => this.settings.value.folder, () => this.language);
		const deps = chatDeps(this.secrets, this.settings, this.unstreamed);
		const measures = new Measures(app);
		this.models = new Models(app, this.settings, this.secrets, measures, () => this.words, deps);
		this.journal = new Journal({
			app,
			enabled: () => this.settings.value.journal,
			links: () => this.settings.value.journalLinks,
			folder: () => this.notes.root,
			language: () => this.language,
			entered: (note) => this.journalRecords.entered(note),
			failedWords: () => this.words.journal.failed,
		});
		const spendings = new Spendings({ app, monthOfJournal: (month) => this.journal.month(month), now });
		this.budgets = new Budgets({ app, settings: this.settings, spendings, models: this.models, words: () => this.words });
		const meter = new Meter({ chat: this.models.remembered(openChat(deps)), models: this.models, measures, spendings, budgets: this.budgets, now });
		const chat = (id: string): Chat => meter.chat(id);
		this.comparisons = new Comparisons({ load: () => app.loadLocalStorage(comparisonsKey) as unknown, save: (comparisons) => app.saveLocalStorage(comparisonsKey, comparisons) });
		const records = new Records({ settings: this.settings, models: this.models, journal: this.journal, language: () => this.language, heading: () => this.words.journal.heading, quoted: (text) => this.words.quoted(text), now, comparisonOf: (consultation) => this.comparisons.factOf(consultation) });
		this.journalRecords = new JournalRecords({ app, journal: this.journal, views: this.views, records, refresh: (view) => refreshAdopted(view, this.adoptedPort) });
		this.consultations = new Consultations({
			chat,
			now,
			load: () => app.loadLocalStorage(consultationsKey) as unknown,
			save: (consultations) => app.saveLocalStorage(consultationsKey, consultations),
			ended: (consultation) => {
				// An answer with words is entered when the writer has dealt with it; without words nothing more can happen to it.
				if (consultation.text.trim() === "") records.settled(consultation, consultation.status === "cancelled" ? "cancelled" : "failed");
			},
		});
		const asking = new Asking({ app, words: () => this.words, notes: this.notes, views: this.views });
		const setUp = (subject: Subject | null): void => void this.firstRun.open(subject);
		const bodyOf = (request: ChatRequest): string => requestBody(request, { noTraining: this.settings.value.noTraining, zeroRetention: this.settings.value.zeroRetention });
		const shared = { app, asking, bodyOf, words: () => this.words, views: this.views, models: this.models, consultations: this.consultations, records, setUp, now, newId };
		const chooseModel = (then: () => void): void => (this.settings.value.endpoints.length === 0 ? setUp(null) : this.models.choose(then));
		this.answers = new Answers({ ...shared, writer: new NoteWriter(app, this.views), chooseModel });
		this.wordsDesk = new WordsDesk({ ...shared, chat, budgets: this.budgets, notes: this.notes, journalRecords: this.journalRecords });
		this.consult = new Consult({
			...shared,
			notes: this.notes,
			wordsDesk: this.wordsDesk,
			settings: () => this.settings.value,
			passageAt: (view) => this.passageOf(view),
			showMargin: () => this.showMargin(),
			chooseModel,
			compare: (subject, fill) => void this.comparing.start(subject, fill),
			recent: new RecentQuestions(app),
		});
		this.firstRun = new FirstRun({ ...shared, settings: this.settings, secrets: this.secrets, notes: this.notes, consult: (view) => void this.consult.open(view), otherWords: (view, title) => this.consult.otherWords(view, title), closeWords: () => this.wordsDesk.close(), signIn: this.signIn });
		this.comparing = new Comparing({ ...shared, settings: () => this.settings.value, notes: this.notes, comparisons: this.comparisons, journal: this.journal, actions: this.answers, random: () => Math.random() });
		this.margin = { words: () => this.words, comparisons: this.comparisons, openComparison: (id) => void this.comparing.open(id), consultations: this.consultations, actions: this.answers, currentNote: () => app.workspace.getActiveFile()?.path ?? null, now };
		this.status = new Status({ app, words: () => this.words, consultations: this.consultations, models: this.models, budgets: this.budgets, spendings, chooseModel, showMargin: () => this.showMargin(), cancel: () => this.cancelHere(false) });
		this.keeper = new PassageKeeper(this.consultations, this.views);
		this.adoptedPort = { enabled: () => this.settings.value.marks, ownLabels: () => records.ownLabels, words: () => this.words.adopted, takenBack: (text, span) => records.takenBack(text, span), elsewhere: this.journalRecords.marks };
		this.settings.onChange(() => {
			for (const view of this.views.all) refreshAdopted(view, this.adoptedPort);
		});
	}

	get words(): InterfaceWords {
		return interfaceWords(this.language);
	}

	get language(): "en" | "fr" {
		return interfaceLanguage(this.settings.value.language, getLanguage());
	}

	loadSettings(): Promise<void> {
		return this.settings.load();
	}

	/** What needs the vault to be read: the notes with the prompts. */
	async start(): Promise<void> {
		this.journal.flush();
		await Promise.all([this.notes.prepare(), this.models.prepare()]);
	}

	close(): void {
		this.consultations.close();
		this.wordsDesk.close();
		this.keeper.close();
		this.journal.close();
	}

	editorExtension(): Extension {
		const port: EditorPort = {
			pathOf: (state) => state.field(editorInfoField, false)?.file?.path ?? null,
			sentenceOf: (state, from, to) => {
				const found = passageAt(state.doc, from, to, this.states);
				return "passage" in found ? found.passage.sentence : null;
			},
			showsChip: () => this.settings.value.chip,
			drawIcon: setIcon,
			chipLabel: () => this.words.menu.chip,
			consult: (view) => void this.consult.open(view),
			noteShown: (view, path) => this.keeper.find(view, path),
			noteEdited: (view, path) => this.keeper.follow(view, path),
		};
		return [editorPort.of(port), this.views.extension(), passages(), previews(), chip(), adoptedMarks(this.adoptedPort)];
	}

	consultIn(editor: Editor): void {
		this.withView(editor, (view) => void this.consult.open(view));
	}

	otherWordsIn(editor: Editor): void {
		this.withView(editor, (view) => this.consult.otherWords(view));
	}

	/** Tells whose the words at the cursor are. */
	adoptedIn(editor: Editor): void {
		this.withView(editor, (view) => {
			if (!showAdopted(view, this.adoptedPort)) new Notice(this.words.adopted.none);
		});
	}

	compareIn(editor: Editor): void {
		this.withView(editor, (view) => this.consult.compare(view));
	}

	askIn(editor: Editor): void {
		this.withView(editor, (view) => {
			const subject = this.consult.subject(view);
			if (subject !== null) this.consult.ask(subject);
		});
	}

	/** Adds the friend to the editor's context menu. */
	fillMenu(menu: Menu, editor: Editor): void {
		menu.addItem((item) => item.setTitle(this.words.menu.label).setIcon("message-square-quote").setSection("selection").onClick(() => this.consultIn(editor)));
	}

	/** Whether something runs in the current note; cancels it unless only checking. */
	cancelHere(checking: boolean): boolean {
		const path = this.app.workspace.getActiveFile()?.path;
		const running = path === undefined ? [] : this.consultations.ofNote(path).filter(isActive);
		if (!checking) for (const { id } of running) this.consultations.cancel(id);
		return running.length > 0;
	}

	async showMargin(): Promise<void> {
		const { workspace } = this.app;
		const open = workspace.getLeavesOfType(marginViewType)[0];
		if (open !== undefined) {
			await workspace.revealLeaf(open);
			return;
		}
		// The writer goes on in the text: the margin opens beside it without becoming active.
		const leaf = await workspace.ensureSideLeaf(marginViewType, "right", { active: false, reveal: true });
		await leaf.loadIfDeferred();
	}

	async stepMargin(by: 1 | -1): Promise<void> {
		await this.showMargin();
		const view = this.app.workspace.getLeavesOfType(marginViewType)[0]?.view;
		if (view instanceof MarginView) view.step(by);
	}

	async openStyle(): Promise<void> {
		await this.notes.prepare();
		await this.app.workspace.openLinkText(this.notes.stylePath, "", false);
	}

	vaultEvents(): EventRef[] {
		return [
			...this.notes.watch(),
			this.app.vault.on("modify", (file) => this.journalRecords.changed(file.path)),
			this.app.vault.on("rename", (file, before) => {
				this.consultations.renamed(before, file.path);
				this.comparisons.renamed(before, file.path);
			}),
		];
	}

	/** Calls back with the commands of the objectives, now and whenever they change, and with the ids that are no more. */
	onObjectives(listener: (commands: readonly ObjectiveCommand[], gone: readonly string[]) => void): () => void {
		return this.notes.onChange(() => {
			const commands = this.notes.objectives.filter((objective) => objective.problem === null).map((objective) => this.commandOf(objective));
			const wanted = new Set(commands.map(({ id }) => id));
			const gone = [...this.objectiveCommands].filter((id) => !wanted.has(id));
			this.objectiveCommands.clear();
			for (const id of wanted) this.objectiveCommands.add(id);
			listener(commands, gone);
		});
	}

	private commandOf(objective: Objective): ObjectiveCommand {
		return {
			id: `objective-${objective.path.replace(/^.*\//, "").replace(/\.md$/, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`,
			name: objective.name,
			icon: objective.icon,
			run: (editor) => this.withView(editor, (view) => this.consult.run(view, objective)),
		};
	}

	private withView(editor: Editor, act: (view: EditorView) => void): void {
		const view = this.views.ofEditor(editor);
		if (view === null) new Notice(this.words.refusals.noEditor);
		else act(view);
	}

	private passageOf(view: EditorView): ReturnType<typeof passageAt> {
		const { main } = view.state.selection;
		return passageAt(view.state.doc, main.from, main.to, this.states);
	}
}
