import { setIcon, type App } from "obsidian";
import type { EditorView } from "@codemirror/view";
import type { Chat, ChatRequest, Usage } from "../../core/chat";
import type { InterfaceWords } from "../../core/i18n/en";
import { failureWords } from "../../core/i18n/failure-words";
import { recordPlaceAfter } from "../../core/markdown/passage";
import { promptTokens } from "../../core/estimate/tokens";
import type { ContextScope } from "../../core/prompts/objective";
import { promptOf, wordsQuestion } from "../../core/prompts/prompt";
import { isOfModel } from "../../core/record/adoptions";
import { adoptedSpans } from "../../core/record/marks";
import { recordsOf } from "../../core/record/parse";
import type { Change, Range } from "../../core/text";
import { freezeSentence } from "../../core/wording/freeze";
import { ChangesSession } from "../../editor/changes-session";
import type { AdoptedWords, WordsAsk, WordsPort, WordsRecall, WordsSummary } from "../../editor/words-port";
import { WordsSession } from "../../editor/words-session";
import type { Asking } from "./asking";
import type { Budgets } from "../spending/budgets";
import { DetailsModal } from "../dialogs/details-modal";
import type { Friend, Models } from "../models/models";
import type { PromptNotes } from "./prompt-notes";
import type { JournalRecords } from "../record/journal-records";
import type { Records } from "../record/records";
import { languageName, type Subject } from "../consultations/subject";

/** Proposals in one list. */
const rows = 5;

/** Closed lists that can be opened again without asking. */
const mostRecalls = 20;

/** An objective of kind `words`, its prompt filled. */
export interface WordsObjective {
	readonly name: string;
	readonly icon: string;
	readonly context: ContextScope;
	readonly body: string;
}

export interface WordsDeskPort {
	readonly app: App;
	/** The way to the models, for the list with this id. */
	readonly chat: (id: string) => Chat;
	readonly budgets: Budgets;
	readonly notes: PromptNotes;
	readonly asking: Asking;
	readonly models: Models;
	readonly records: Records;
	readonly journalRecords: JournalRecords;
	readonly words: () => InterfaceWords;
	readonly newId: () => string;
	readonly now: () => number;
}

/** Joins the list of other words with the friend, the note and the record. One list is open at a time. */
export class WordsDesk {
	private open: WordsSession | ChangesSession | null = null;
	/** What came to lists that were closed without adopting, the latest last. */
	private readonly recalls = new Map<string, WordsRecall>();

	constructor(private readonly port: WordsDeskPort) {}

	/** Opens the list for a passage: other words for a part of a sentence, small changes for whole sentences. */
	async start(subject: Subject, objective: WordsObjective, friend: Friend): Promise<void> {
		this.close();
		const key = JSON.stringify([subject.path, objective.name, subject.view.state.sliceDoc(subject.passage.sentence.from, subject.passage.sentence.to), subject.passage.selection.from - subject.passage.sentence.from, subject.passage.selection.to - subject.passage.sentence.from]);
		const recalled = this.recalls.get(key) ?? null;
		const id = recalled?.id ?? this.port.newId();
		// Asked before the list opens, not over it; what was paid for already is only shown again.
		if (recalled === null && !(await this.port.budgets.allow(id, friend.endpoint))) return;
		const style = await this.port.notes.style();
		const words = this.port.words();
		const kind = subject.passage.kind === "words" ? "words" as const : "passage" as const;
		// Lists of models may still be on their way when the list of words opens.
		const friendAt = (step: number): Friend => {
			const friends = this.port.models.rotation(friend);
			return friends[step % friends.length] ?? friend;
		};
		const counted = new Map<string, number>();
		const tokens = (of: Friend): number => {
			const count = counted.get(of.model) ?? promptTokens(this.request(style, subject, objective, of).prompt);
			counted.set(of.model, count);
			return count;
		};
		let entered: WordsSummary | null = null;
		const enter = (summary: WordsSummary): void => {
			if (entered?.adopted === summary.adopted && entered.usages === summary.usages && entered.failure === summary.failure) return;
			entered = summary;
			this.port.records.wordsClosed(subject.path, objective.name, friendAt(summary.modelStep), summary);
		};
		const port: WordsPort = {
			words,
			id,
			recalled,
			kept: this.adoptedEarlier(subject),
			rows: kind === "words" ? rows : 1,
			drawIcon: setIcon,
			language: subject.language,
			friend: (step) => ({ modelName: friendAt(step).name, hasNext: this.port.models.rotation(friend).length > 1 }),
			unasked: (steps) => {
				const friends = this.port.models.rotation(friend);
				const asked = new Set(steps.map((step) => step % friends.length));
				const others = friends.flatMap((_one, step) => (asked.has(step) ? [] : [step]));
				return { steps: others, forecast: () => this.port.models.forecastAll(others.map(friendAt), tokens) };
			},
			ask: (ask, signal) => this.port.chat(id)(this.requestFor(subject, objective, friendAt(ask.modelStep), style, ask), signal),
			record: (view, sentence, adopted) => this.record(view, sentence, adopted, objective, friendAt(adopted.modelStep)),
			cost: (usages) => this.cost(usages),
			failure: ({ failure, partial }) => [failureWords(words, failure, partial), failure.retryAfter === null ? "" : words.again(failure.retryAfter)].join(" ").trim(),
			retrying: (failure, seconds) => `${failureWords(words, failure, false)} ${words.margin.retrying(seconds)}`,
			showDetails: ({ modelStep, partial, ...failed }) => {
				const { model, endpoint } = friendAt(modelStep);
				new DetailsModal(this.port.app, words, { ...failed, status: partial ? "partial" : "failed", model, endpoint }).open();
			},
			now: this.port.now,
			adopted: (summary) => {
				// Where no record stands in the note, the journal must have it at once: an app that goes away now would leave words unsigned.
				if (!this.port.records.inNotes) enter(summary);
			},
			closed: (summary) => {
				if (this.open === session) this.open = null;
				this.remember(key, summary.recall);
				enter(summary);
			},
		};
		const session = kind === "words" ? new WordsSession(subject.view, subject.passage, port) : new ChangesSession(subject.view, subject.passage, port);
		this.open = session;
	}

	/** Closes the open list, if any. The note is shown as it is. */
	close(): void {
		this.open?.surface.close("gone");
	}

	/** The request that opening the list would send. */
	request(style: string, subject: Subject, objective: WordsObjective, friend: Friend): ChatRequest {
		const { sentence, selection } = subject.passage;
		const kept = this.adoptedEarlier(subject);
		const text = subject.text.slice(sentence.from, sentence.to);
		return this.requestFor(subject, objective, friend, style, {
			sentence: text,
			selection: subject.passage.kind === "words" ? { from: selection.from - sentence.from, to: selection.to - sentence.from } : { from: 0, to: text.length },
			shown: [],
			ownWord: null,
			kept: kept.map((range) => text.slice(range.from, range.to)),
			loosened: false,
			modelStep: 0,
		});
	}

	private requestFor(subject: Subject, objective: WordsObjective, friend: Friend, style: string, ask: WordsAsk): ChatRequest {
		const words = this.port.words();
		const frozen = freezeSentence(ask.sentence, ask.selection);
		const question = wordsQuestion({
			kind: subject.passage.kind === "words" ? "words" : "passage",
			sentence: frozen.shown,
			selection: frozen.shownSelection,
			occurrence: occurrenceOf(ask.sentence, ask.selection),
			objective: objective.body,
			language: languageName(words, subject.language),
			glossLanguage: words.languageName,
			rows,
			shown: ask.shown.map((text) => freezeSentence(text, { from: 0, to: 0 }).shown),
			ownWord: ask.ownWord,
			kept: ask.kept,
			loosened: ask.loosened,
		});
		const context = this.port.asking.context({ path: subject.path, text: subject.text, passage: subject.passage.sentence, context: objective.context }, friend);
		return { endpoint: friend.endpoint, model: friend.model, prompt: promptOf(style, context, question) };
	}

	// The writer's own word that nothing had to agree with is theirs alone: there is nothing to sign.
	private record(view: EditorView, sentence: Range, adopted: AdoptedWords, objective: WordsObjective, friend: Friend): Change | null {
		const adoptions = adopted.adoptions.filter(isOfModel);
		if (adoptions.length === 0) return null;
		const at = recordPlaceAfter(view.state.doc, sentence.to);
		return this.port.records.adoption(view.state.doc, at, {
			objective: objective.name,
			adoptions,
			friend,
			answerer: adopted.answerer,
			usage: adopted.usage,
			counted: adopted.counted,
		});
	}

	/** Where in the sentence words stand that an earlier consultation brought; those that the selection touches are up for change, with all that came along. */
	private adoptedEarlier({ path, text, passage }: Subject): readonly Range[] {
		const { sentence, selection } = passage;
		const { records, journalRecords } = this.port;
		const spans = adoptedSpans(text, recordsOf(text, records.ownLabels, journalRecords.of(path))).filter((span) => span.from >= sentence.from && span.to <= sentence.to);
		const reopened = spans.filter((span) => span.from < selection.to && span.to > selection.from);
		return spans
			.filter((span) => !reopened.some((other) => other.record === span.record && other.adoption === span.adoption))
			.map((span) => ({ from: span.from - sentence.from, to: span.to - sentence.from }));
	}

	private remember(key: string, recall: WordsRecall | null): void {
		this.recalls.delete(key);
		if (recall === null || recall.proposals.all.length === 0) return;
		this.recalls.set(key, recall);
		const [oldest] = this.recalls.keys();
		if (oldest !== undefined && this.recalls.size > mostRecalls) this.recalls.delete(oldest);
	}

	private cost(usages: readonly Usage[]): string {
		const words = this.port.words();
		const total = this.port.models.spent(usages);
		return total === "" ? "" : words.words.soFar(total);
	}
}

function occurrenceOf(sentence: string, selection: Range): { readonly nth: number; readonly of: number } {
	const words = sentence.slice(selection.from, selection.to);
	const count = (text: string): number => (words === "" ? 0 : text.split(words).length - 1);
	return { nth: count(sentence.slice(0, selection.from)) + 1, of: count(sentence) };
}
