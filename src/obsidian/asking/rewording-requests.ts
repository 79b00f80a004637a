import type { ModelTarget } from "../../core/models/model-target";
import type { ThinkingWish } from "../../core/endpoint/thinking";
import type { ContextScope } from "../../core/prompts/objective";
import { selectedIn } from "../../core/prompts/selected";
import { wordsQuestion } from "../../core/prompts/words-question";
import { adoptedSpans } from "../../core/record/marks";
import { recordsOf } from "../../core/record/parse";
import type { Range } from "../../core/text/text";
import { freezeSentence } from "../../core/wording/freeze";
import type { WordsAsk } from "../../editor/words-port";
import { languageName, type Subject } from "../consultations/subject";
import type { StylePrompt } from "./style-prompt";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { JournalRecords } from "../record/journal-records";
import type { RecordService } from "../record/record-service";
import type { Draft, RequestBuilder } from "./request-builder";

/** Proposals in one list. */
export const rows = 5;

/** An objective of kind `words`, its prompt filled. */
export interface WordsObjective {
	/** Path of its note. */
	readonly path: string;
	readonly name: string;
	readonly icon: string;
	readonly context: ContextScope;
	readonly thinks: ThinkingWish | null;
	readonly body: string;
}

export interface RewordingRequestsPort {
	readonly requests: RequestBuilder;
	readonly records: RecordService;
	readonly journalRecords: JournalRecords;
	readonly strings: () => InterfaceStrings;
}

/** Makes the requests of lists of rewordings: the same whether they are forecast or sent. */
export class RewordingRequests {
	constructor(private readonly port: RewordingRequestsPort) {}

	/** The request that opening the list would send. */
	draft(style: StylePrompt, subject: Subject, objective: WordsObjective, target: ModelTarget): Draft {
		const { sentence, selection } = subject.passage;
		const kept = this.kept(subject);
		const text = subject.text.slice(sentence.from, sentence.to);
		const asked =
			subject.passage.kind === "words"
				? { from: selection.from - sentence.from, to: selection.to - sentence.from }
				: { from: 0, to: text.length };
		return this.draftOf(style, subject, objective, target, {
			sentence: text,
			selection: asked,
			frozen: freezeSentence(text, asked),
			shown: [],
			ownWord: null,
			kept: kept.map((range) => text.slice(range.from, range.to)),
			loosened: false,
		});
	}

	/** The request for what a list asks. */
	draftOf(style: StylePrompt, subject: Subject, objective: WordsObjective, target: ModelTarget, ask: WordsAsk): Draft {
		const strings = this.port.strings();
		const { frozen } = ask;
		const question = wordsQuestion({
			kind: subject.passage.kind === "words" ? "words" : "passage",
			sentence: frozen.shown,
			selection: frozen.shownSelection,
			occurrence: selectedIn(ask.sentence, ask.selection),
			objective: objective.body,
			language: languageName(strings, subject.language),
			glossLanguage: strings.languageName,
			rows,
			shown: ask.shown.map((text) => freezeSentence(text, { from: 0, to: 0 }).shown),
			ownWord: ask.ownWord,
			kept: ask.kept,
			loosened: ask.loosened,
		});
		const { note, text, passage } = subject;
		return this.port.requests.draftOf(
			style,
			{
				note,
				text,
				passage: passage.sentence,
				context: objective.context,
				thinks: objective.thinks ?? "off",
				prompt: objective.path,
			},
			() => question,
			target,
		);
	}

	/**
	 * Where in the sentence words stand that an earlier consultation brought; those that the selection touches are up
	 * for change, with all that came along.
	 */
	kept({ note, text, passage }: Subject): readonly Range[] {
		const { sentence, selection } = passage;
		const { records, journalRecords } = this.port;
		const spans = adoptedSpans(text, recordsOf(text, records.ownLabels, journalRecords.of(note.path))).filter(
			(span) => span.from >= sentence.from && span.to <= sentence.to,
		);
		const reopened = spans.filter((span) => span.from < selection.to && span.to > selection.from);
		return spans
			.filter((span) => !reopened.some((other) => other.record === span.record && other.adoption === span.adoption))
			.map((span) => ({ from: span.from - sentence.from, to: span.to - sentence.from }));
	}
}
