import { Notice, Platform, setIcon, type App } from "obsidian";
import type { EditorView } from "@codemirror/view";
import { mayHaveCost } from "../../core/chat/charged";
import { isActive } from "../../core/consultation/answer";
import type { Chat, ChatEvent } from "../../core/chat/chat";
import type { InterfaceStrings } from "../../core/i18n/en";
import { failureWords } from "../../core/i18n/failure-words";
import { fixedAt, type FixedKind } from "../../core/markdown/fixed";
import { recordPlaceAfter } from "../../core/markdown/passage";
import type { ContextScope } from "../../core/prompts/objective";
import { selectedIn } from "../../core/prompts/selected";
import { wordsQuestion } from "../../core/prompts/words-question";
import { isOfModel } from "../../core/record/adoptions";
import { adoptedSpans } from "../../core/record/marks";
import { findRecords, recordsOf } from "../../core/record/parse";
import type { Change, Range } from "../../core/text/text";
import { freezeSentence } from "../../core/wording/freeze";
import { changesKind } from "../../editor/changes-face";
import { RewordingSession } from "../../editor/rewording-session";
import { wordsKind } from "../../editor/words-face";
import type { AdoptedWords, WordsAsk, WordsPort, WordsRecall } from "../../editor/words-port";
import type { RequestBuilder, Draft } from "./request-builder";
import type { Budgets } from "../spending/budgets";
import { DetailsModal } from "../dialogs/details-modal";
import { ReplyModal } from "../dialogs/reply-modal";
import { ModelRotation } from "../models/model-rotation";
import type { UsageReport } from "../models/usage-report";
import type { ModelTarget } from "../../core/models/model-target";
import type { Models } from "../models/models";
import type { PromptNotes, StylePrompt } from "./prompt-notes";
import type { JournalRecords } from "../record/journal-records";
import type { RecordService } from "../record/record-service";
import { languageName, type Subject } from "../consultations/subject";

/** Proposals in one list. */
const rows = 5;

/** Closed lists that can be opened again without asking. */
const maxRecalls = 20;

/** An objective of kind `words`, its prompt filled. */
export interface WordsObjective {
	readonly name: string;
	readonly icon: string;
	readonly context: ContextScope;
	readonly body: string;
}

export interface RewordingPort {
	readonly app: App;
	/** The way to the models: under which id it is counted, and for which list. */
	readonly chat: (id: string, about: string) => Chat;
	readonly budgets: Budgets;
	readonly notes: PromptNotes;
	readonly requests: RequestBuilder;
	readonly models: Models;
	readonly usageReport: UsageReport;
	readonly records: RecordService;
	readonly journalRecords: JournalRecords;
	readonly strings: () => InterfaceStrings;
	readonly newId: () => string;
	readonly now: () => number;
}

/** Joins the list of other words with the friend, the note and the record. One list is open at a time. */
export class RewordingController {
	private open: RewordingSession | null = null;
	/** What came to lists that were closed without adopting, and who was asked, the latest last. */
	private readonly recalls = new Map<string, { readonly recall: WordsRecall; readonly rotation: ModelRotation }>();

	constructor(private readonly port: RewordingPort) {}

	/** Why no word of a passage can be reworded: a quotation of a model would lie, and what is no prose stays. */
	refusal({ passage: { sentence, selection }, text }: Subject): "record" | FixedKind | null {
		const quoted = findRecords(text, this.port.records.ownLabels).some(
			({ range }) => sentence.from < range.to && range.from < sentence.to,
		);
		if (quoted) return "record";
		const asked = { from: selection.from - sentence.from, to: selection.to - sentence.from };
		return fixedAt(text.slice(sentence.from, sentence.to), asked);
	}

	/**
	 * Opens the list for a passage: other words for a part of a sentence, small changes for whole sentences. Where none
	 * of it can change, a notice says why, and nothing is asked.
	 * @param others models that are asked the same at once; by default those that could be asked next wait until the
	 * writer wants them
	 */
	async start(
		subject: Subject,
		objective: WordsObjective,
		target: ModelTarget,
		others: readonly ModelTarget[] = [],
	): Promise<void> {
		const refusal = this.refusal(subject);
		if (refusal !== null) {
			new Notice(this.port.strings().refusals[refusal]);
			return;
		}
		this.close();
		const key = keyOf(subject, objective, [target, ...others]);
		const { recall: recalled, rotation } = this.recalls.get(key) ?? {
			recall: null,
			// Lists of models may still be on their way when the list of words opens.
			rotation: new ModelRotation(this.port.newId(), () =>
				others.length > 0 ? [target, ...others] : this.port.models.rotation(target),
			),
		};
		// Asked before the list opens, not over it; what was paid for already is only shown again.
		for (const { endpoint } of [target, ...others])
			if (recalled === null && !(await this.port.budgets.allow(rotation.id, endpoint))) return;
		const style = await this.port.notes.style();
		const strings = this.port.strings();
		const kind = subject.passage.kind === "words" ? ("words" as const) : ("passage" as const);
		const counted = new Map<string, number>();
		const tokens = (of: ModelTarget): number => {
			const model = JSON.stringify([of.endpoint.id, of.model]);
			const count = counted.get(model) ?? this.port.requests.sizeOf(this.draft(style, subject, objective, of)).tokens;
			counted.set(model, count);
			return count;
		};
		const port: WordsPort = {
			strings,
			id: rotation.id,
			recalled,
			kept: this.adoptedEarlier(subject),
			rows: kind === "words" ? rows : 1,
			together: others.length > 0,
			drawIcon: setIcon,
			touch: Platform.isMobile,
			language: subject.language,
			target: rotation.first,
			next: (after) => rotation.next(after),
			unasked: () => {
				const targets = rotation.unasked;
				return { targets, forecast: () => this.port.usageReport.forecastAll(targets, tokens) };
			},
			ask: (asked, ask, signal) =>
				this.asking(this.port.chat(rotation.entry(asked), rotation.id), signal, (now) =>
					this.draftFor(subject, objective, asked, now, ask),
				),
			record: (view, sentence, adopted) => this.record(view, sentence, adopted, objective),
			cost: (answers) => {
				// What is on its way is told once it is there; what was refused took nothing.
				const ended = answers.filter(
					(answer) =>
						!isActive(answer) &&
						(answer.status !== "failed" || mayHaveCost(answer.failure?.kind ?? null, answer.answerer !== null)),
				);
				const spent = this.port.usageReport.spent(ended);
				return spent === "" ? "" : strings.words.soFar(spent);
			},
			failure: ({ failure, status }) =>
				failure === null
					? ""
					: [
							failureWords(strings, failure, status === "partial"),
							failure.retryAfter === null ? "" : strings.again(failure.retryAfter),
						]
							.join(" ")
							.trim(),
			retrying: (failure, seconds) => `${failureWords(strings, failure, false)} ${strings.margin.retrying(seconds)}`,
			showDetails: (failed) => {
				const { model, endpoint } = failed.target;
				new DetailsModal(this.port.app, strings, { ...failed, model, endpoint }).open();
			},
			showReply: (parts) => new ReplyModal(this.port.app, strings.words, parts).open(),
			now: this.port.now,
			progress: (summary) => this.port.records.wordsSoFar(subject.note.path, objective.name, rotation, summary),
			closed: (summary) => {
				if (this.open === session) this.open = null;
				this.remember(key, summary.recall, rotation);
				this.port.records.wordsClosed(subject.note.path, objective.name, rotation, summary);
			},
		};
		const session = new RewordingSession(
			subject.view,
			subject.passage,
			port,
			kind === "words" ? wordsKind : changesKind,
		);
		this.open = session;
	}

	/** Closes the open list, if any. The note is shown as it is. */
	close(): void {
		this.open?.surface.close("gone");
	}

	/** The request that opening the list would send. */
	draft(style: StylePrompt, subject: Subject, objective: WordsObjective, target: ModelTarget): Draft {
		const { sentence, selection } = subject.passage;
		const kept = this.adoptedEarlier(subject);
		const text = subject.text.slice(sentence.from, sentence.to);
		const asked =
			subject.passage.kind === "words"
				? { from: selection.from - sentence.from, to: selection.to - sentence.from }
				: { from: 0, to: text.length };
		return this.draftFor(subject, objective, target, style, {
			sentence: text,
			selection: asked,
			frozen: freezeSentence(text, asked),
			shown: [],
			ownWord: null,
			kept: kept.map((range) => text.slice(range.from, range.to)),
			loosened: false,
		});
	}

	/** Asks with the style prompt as it is now: a list may be open for long. */
	private async *asking(
		chat: Chat,
		signal: AbortSignal,
		draft: (style: StylePrompt) => Draft,
	): AsyncGenerator<ChatEvent> {
		const style = await this.port.notes.style();
		yield* chat(draft(style).request, signal);
	}

	private draftFor(
		subject: Subject,
		objective: WordsObjective,
		target: ModelTarget,
		style: StylePrompt,
		ask: WordsAsk,
	): Draft {
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
			{ note, text, passage: passage.sentence, context: objective.context },
			() => question,
			target,
		);
	}

	// The writer's own word that nothing had to agree with is theirs alone: there is nothing to sign.
	private record(view: EditorView, sentence: Range, adopted: AdoptedWords, objective: WordsObjective): Change | null {
		const adoptions = adopted.adoptions.filter(isOfModel);
		if (adoptions.length === 0) return null;
		const at = recordPlaceAfter(view.state.doc, sentence.to);
		return this.port.records.adoption(view.state.doc, at, {
			objective: objective.name,
			adoptions,
			target: adopted.answer.target,
			answerer: adopted.answer.answerer,
			usage: adopted.answer.usage,
			earlier: adopted.earlier,
		});
	}

	/**
	 * Where in the sentence words stand that an earlier consultation brought; those that the selection touches are up
	 * for change, with all that came along.
	 */
	private adoptedEarlier({ note, text, passage }: Subject): readonly Range[] {
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

	private remember(key: string, recall: WordsRecall | null, rotation: ModelRotation): void {
		this.recalls.delete(key);
		if (recall === null || recall.proposals.all.length === 0) return;
		this.recalls.set(key, { recall, rotation });
		const [oldest] = this.recalls.keys();
		if (oldest !== undefined && this.recalls.size > maxRecalls) this.recalls.delete(oldest);
	}
}

/** Names a list: of the same friends, objective, sentence and selection, what came before is shown again. */
function keyOf(
	{ note, view, passage: { sentence, selection } }: Subject,
	objective: WordsObjective,
	targets: readonly ModelTarget[],
): string {
	return JSON.stringify([
		targets.map(({ endpoint, model }) => [endpoint.id, model]),
		note.path,
		objective.name,
		view.state.sliceDoc(sentence.from, sentence.to),
		selection.from - sentence.from,
		selection.to - sentence.from,
	]);
}
