import { setIcon } from "obsidian";
import type { EditorView } from "@codemirror/view";
import type { Chat, ChatEvent, Usage } from "../core/chat";
import type { InterfaceWords } from "../core/i18n/en";
import { recordPlaceAfter } from "../core/markdown/passage";
import { noteContext } from "../core/prompts/context";
import type { ContextScope } from "../core/prompts/objective";
import { promptOf, wordsQuestion } from "../core/prompts/prompt";
import type { Settings } from "../core/settings";
import type { Change, Range } from "../core/text";
import { freezeSentence } from "../core/wording/freeze";
import { ChangesSession } from "../editor/changes-session";
import type { AdoptedWords, WordsAsk, WordsPort } from "../editor/words-port";
import { WordsSession } from "../editor/words-session";
import type { Friend, Models } from "./models";
import type { PromptNotes } from "./prompt-notes";
import type { Records } from "./records";
import { languageName, titleOf, type Subject } from "./subject";

/** Proposals in one list. */
const rows = 5;

/** An objective of kind `words`, its prompt filled. */
export interface WordsObjective {
	readonly name: string;
	readonly icon: string;
	readonly context: ContextScope;
	readonly body: string;
}

export interface WordsDeskPort {
	readonly chat: Chat;
	readonly notes: PromptNotes;
	readonly models: Models;
	readonly records: Records;
	words(): InterfaceWords;
	settings(): Settings;
}

/** Joins the list of other words with the friend, the note and the record. One list is open at a time. */
export class WordsDesk {
	private open: WordsSession | ChangesSession | null = null;

	constructor(private readonly port: WordsDeskPort) {}

	/** Opens the list for a passage: other words for a part of a sentence, small changes for whole sentences. */
	async start(subject: Subject, objective: WordsObjective, friend: Friend): Promise<void> {
		this.close();
		const style = await this.port.notes.style();
		const friends = this.port.models.rotation(friend);
		const context = noteContext(subject.text, titleOf(subject.path), objective.context, subject.passage.sentence);
		const words = this.port.words();
		const kind = subject.passage.kind === "words" ? "words" as const : "passage" as const;
		const friendAt = (step: number): Friend => friends[step % friends.length] ?? friend;
		const port: WordsPort = {
			words,
			rows: kind === "words" ? rows : 1,
			drawIcon: setIcon,
			language: subject.language,
			friend: (step) => ({ modelName: friendAt(step).name, hasNext: friends.length > 1 }),
			ask: (ask, signal) => this.ask(ask, signal, friendAt(ask.modelStep), (asked) => promptOf(style, context, asked), kind, objective, subject),
			record: (view, sentence, adopted) => this.record(view, sentence, adopted, objective, friendAt(adopted.modelStep)),
			cost: (usages) => this.cost(usages),
			failure: (failure) => words.failures[failure.kind],
			closed: (summary) => {
				if (this.open === session) this.open = null;
				this.port.records.wordsClosed(subject.path, objective.name, friendAt(summary.modelStep), summary);
			},
		};
		const session = kind === "words" ? new WordsSession(subject.view, subject.passage, port) : new ChangesSession(subject.view, subject.passage, port);
		this.open = session;
	}

	/** Closes the open list, if any. The note is shown as it is. */
	close(): void {
		this.open?.surface.close("gone");
	}

	private ask(ask: WordsAsk, signal: AbortSignal, friend: Friend, prompt: (question: string) => ReturnType<typeof promptOf>, kind: "words" | "passage", objective: WordsObjective, subject: Subject): AsyncIterable<ChatEvent> {
		const words = this.port.words();
		const frozen = freezeSentence(ask.sentence, ask.selection);
		const question = wordsQuestion({
			kind,
			sentence: frozen.shown,
			selection: frozen.shownSelection,
			objective: objective.body,
			language: languageName(words, subject.language),
			glossLanguage: words.languageName,
			rows,
			shown: ask.shown.map((text) => freezeSentence(text, { from: 0, to: 0 }).shown),
			ownWord: ask.ownWord,
			kept: ask.kept,
			loosened: ask.loosened,
		});
		return this.port.chat({ endpoint: friend.endpoint, model: friend.model, prompt: prompt(question) }, signal);
	}

	private record(view: EditorView, sentence: Range, adopted: AdoptedWords, objective: WordsObjective, friend: Friend): Change | null {
		const at = recordPlaceAfter(view.state.doc, sentence.to);
		return this.port.records.adoption(view.state.doc, at, {
			objective: objective.name,
			adoptions: [{ before: adopted.before, adopted: adopted.adopted, changedBefore: adopted.changedBefore, changedAdopted: adopted.changedAdopted }],
			friend,
			answerer: adopted.answerer,
			usage: adopted.usage,
			counted: adopted.counted,
		});
	}

	private cost(usages: readonly Usage[]): string {
		const words = this.port.words();
		const total = this.port.models.spent(usages);
		return total === "" ? "" : words.words.soFar(total);
	}
}
