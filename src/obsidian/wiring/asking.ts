import type { EditorView } from "@codemirror/view";
import { isActive } from "../../core/consultation/answer";
import { passageAt } from "../../core/markdown/passage";
import { Readings } from "../../core/markdown/reading";
import { ConsultMenu } from "../asking/consult-menu";
import { Questions } from "../asking/questions";
import { Subjects } from "../asking/subjects";
import { EditorCommands } from "../asking/editor-commands";
import { PromptFilling } from "../asking/prompt-filling";
import { RequestBuilder } from "../asking/request-builder";
import { RewordingController } from "../asking/rewording-controller";
import { ComparisonController } from "../compare/comparison-controller";
import { PassageTracker } from "../consultations/passage-tracker";
import { placeAt } from "../consultations/views";
import { FirstRun } from "../first-run/first-run";
import { AnswerActions } from "../margin/answer-actions";
import { KeptAnswers } from "../margin/kept-answers";
import { NoteReadingActions } from "../margin/reading-actions";
import { MarginPane } from "../margin/margin-pane";
import type { MarginPort } from "../margin/margin-view";
import { NoteWriter } from "../record/note-writer";
import { Status } from "../spending/status";
import { RecentLines } from "../storage/recent-lines";
import { RecentQuestions } from "../storage/recent-questions";
import type { Base } from "./base";
import type { ModelParts } from "./models";
import type { RecordParts } from "./records";

/** What the writer asks with and what shows them the answers. */
export interface AskingParts {
	readonly readings: Readings;
	readonly passageTracker: PassageTracker;
	readonly kept: KeptAnswers;
	readonly rewording: RewordingController;
	readonly consult: ConsultMenu;
	readonly subjects: Subjects;
	readonly questions: Questions;
	readonly requests: RequestBuilder;
	readonly comparing: ComparisonController;
	readonly firstRun: FirstRun;
	readonly pane: MarginPane;
	readonly margin: MarginPort;
	readonly status: Status;
	readonly commands: EditorCommands;
	/** Whether something runs in the current note; cancels it unless only checking. */
	readonly cancelHere: (checking: boolean) => boolean;
}

/** What every part that asks is given. */
function sharedBy(base: Base, parts: ModelParts & RecordParts) {
	const { app, events, settings, strings, views, now, newId } = base;
	const {
		models,
		notes,
		usageForecast,
		usageReport,
		privacy,
		bodyOf,
		consultations,
		noteReadings,
		records,
		journalRecords,
	} = parts;
	return {
		app,
		strings,
		views,
		now,
		newId,
		models,
		notes,
		usageForecast,
		usageReport,
		privacy,
		bodyOf,
		consultations,
		noteReadings,
		records,
		journalRecords,
		requests: new RequestBuilder({ app, strings, notes, views }),
		setUp: (subject: Parameters<FirstRun["open"]>[0]): void => events.emit("setUp", subject),
		chooseModel: (then: () => void): void =>
			settings.value.endpoints.length === 0 ? events.emit("setUp", null) : models.choose(then),
	};
}

/** What the prompts above notes have for those who ask. */
export interface ZoneForAsking {
	/** Path of the objective chosen above notes; null for none. */
	readonly preferred: () => string | null;
	/** Opens the prompts in a page of their own; null where they stand above the note. */
	readonly openPrompts: ((view: EditorView) => void) | null;
}

export function buildAsking(
	base: Base,
	modelParts: ModelParts,
	recordParts: RecordParts,
	zone: ZoneForAsking,
): AskingParts {
	const { app, events, settings, views, strings } = base;
	const parts = { ...modelParts, ...recordParts };
	const { notes, consultations, comparisons, journal, secrets, signIn } = parts;
	const shared = sharedBy(base, parts);
	const pane = new MarginPane(app, strings);
	const readings = new Readings();
	const kept = new KeptAnswers(consultations);
	const actions = new AnswerActions({ ...shared, kept, writer: new NoteWriter(app, views) });
	const subjects = new Subjects({
		...shared,
		passageAt: ({ state }, { from, to }) => passageAt(state.doc, from, to, readings),
	});
	const rewording = new RewordingController({ ...shared, chat: parts.countedChat, budgets: parts.budgets, subjects });
	const menu = buildMenu(base, { shared, zone, pane, subjects, rewording });
	const { consult, questions } = menu;
	const comparing = new ComparisonController({
		...shared,
		subjects,
		rewording,
		comparisons,
		journal,
		actions,
		settings: () => settings.value,
		random: () => Math.random(),
		reveal: (id, step) => void pane.reveal(id, step),
	});
	const firstRun = new FirstRun({
		...shared,
		settings,
		secrets,
		signIn,
		consult: (view) => void consult.open(placeAt(view)),
		otherWords: (view, title) => questions.otherWords(placeAt(view), { path: title }),
		closeWords: () => rewording.close(),
	});
	events.on("setUp", (subject) => void firstRun.open(subject));
	events.on("compare", ({ subject, fill }) => void comparing.start(subject, fill));
	return {
		readings,
		kept,
		rewording,
		...menu,
		requests: shared.requests,
		comparing,
		firstRun,
		pane,
		commands: new EditorCommands({ strings, views, consult, questions, notes, adopted: parts.adopted }),
		...buildMargin(base, parts, { pane, actions, shared, comparing }),
	};
}

/** From a selection to a question. */
function buildMenu(
	{ events, settings, device }: Base,
	{
		shared,
		zone,
		pane,
		subjects,
		rewording,
	}: Pick<AskingParts, "pane" | "subjects" | "rewording"> & {
		readonly shared: ReturnType<typeof sharedBy>;
		readonly zone: ZoneForAsking;
	},
): Pick<AskingParts, "consult" | "subjects" | "questions"> {
	const questions = new Questions({
		...shared,
		subjects,
		rewording,
		filling: new PromptFilling({ ...shared, settings: () => settings.value }),
		showMargin: () => pane.show(),
		compare: (subject, fill) => events.emit("compare", { subject, fill }),
		recent: new RecentQuestions(device),
		recentLines: new RecentLines(device),
	});
	const consult = new ConsultMenu({ ...shared, ...zone, subjects, questions, rewording });
	return { subjects, questions, consult };
}

/** Where answers are shown and followed. */
function buildMargin(
	{ app, views, strings, now }: Base,
	{ consultations, comparisons, models, budgets, spendings }: ModelParts & RecordParts,
	{
		pane,
		actions,
		shared,
		comparing,
	}: Pick<AskingParts, "pane" | "comparing"> & {
		readonly actions: AnswerActions;
		readonly shared: ReturnType<typeof sharedBy>;
	},
): Pick<AskingParts, "passageTracker" | "margin" | "status" | "cancelHere"> {
	const passageTracker = new PassageTracker(consultations, views);
	const currentNote = (): string | null => app.workspace.getActiveFile()?.path ?? null;
	const cancelHere = (checking: boolean): boolean => {
		const path = currentNote();
		const running = path === null ? [] : consultations.ofNote(path).filter(isActive);
		if (!checking) for (const { id } of running) consultations.cancel(id);
		return running.length > 0;
	};
	return {
		passageTracker,
		margin: {
			strings,
			comparisons,
			consultations,
			actions,
			readings: new NoteReadingActions({ ...shared, restart: (like) => actions.restart(like) }),
			currentNote,
			now,
			openComparison: (id) => void comparing.open(id),
			focused: (id) => passageTracker.focus(id),
		},
		status: new Status({
			app,
			strings,
			consultations,
			models,
			budgets,
			spendings,
			chooseModel: shared.chooseModel,
			cancelHere,
			showMargin: () => pane.show(),
		}),
		cancelHere,
	};
}
