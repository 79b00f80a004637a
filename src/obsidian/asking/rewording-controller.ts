import { Notice, Platform, setIcon, type App } from "obsidian";
import type { EditorView } from "@codemirror/view";
import { mayHaveCost } from "../../core/chat/charged";
import { isActive } from "../../core/consultation/answer";
import type { Chat, ChatEvent } from "../../core/chat/chat";
import { presets } from "../../core/endpoint/endpoint";
import type { InterfaceStrings } from "../../core/i18n/en";
import { failureWords, partReadWords } from "../../core/i18n/failure-words";
import { fixedAt, type FixedKind } from "../../core/markdown/fixed";
import { recordPlaceAfter } from "../../core/markdown/passage";
import { isOfModel } from "../../core/record/adoptions";
import { findRecords } from "../../core/record/parse";
import type { Change, Range } from "../../core/text/text";
import { changesKind } from "../../editor/changes-face";
import { RewordingSession } from "../../editor/rewording-session";
import { wordsKind } from "../../editor/words-face";
import type { AdoptedWords, WordsPort, WordsRecall } from "../../editor/words-port";
import type { Draft } from "./request-builder";
import { RewordingRequests, rows, type RewordingRequestsPort, type WordsObjective } from "./rewording-requests";
import type { Budgets } from "../spending/budgets";
import { DetailsModal } from "../dialogs/details-modal";
import { ReplyModal } from "../dialogs/reply-modal";
import { ModelRotation } from "../models/model-rotation";
import type { UsageForecast } from "../models/usage-forecast";
import type { UsageReport } from "../models/usage-report";
import type { ModelTarget } from "../../core/models/model-target";
import type { Models } from "../models/models";
import type { PromptNotes } from "./prompt-notes";
import type { StylePrompt } from "./style-prompt";
import type { Subjects } from "./subjects";
import type { Subject } from "../consultations/subject";
import { showMenu } from "../dialogs/models-menu";

/** Closed lists that can be opened again without asking. */
const maxRecalls = 20;

export interface RewordingPort extends RewordingRequestsPort {
	readonly app: App;
	/** The way to the models: under which id it is counted, and for which list. */
	readonly chat: (id: string, about: string) => Chat;
	readonly budgets: Budgets;
	readonly notes: PromptNotes;
	readonly models: Models;
	readonly usageForecast: UsageForecast;
	readonly usageReport: UsageReport;
	readonly chooseModel: (then: () => void) => void;
	readonly subjects: Subjects;
	readonly newId: () => string;
	readonly now: () => number;
}

/** A list that is about to open. */
interface Opening {
	readonly subject: Subject;
	readonly objective: WordsObjective;
	readonly rotation: ModelRotation;
	readonly style: StylePrompt;
}

/** Joins the list of other words with the friend, the note and the record. One list is open at a time. */
export class RewordingController {
	private open: RewordingSession | null = null;
	/** What came to lists that were closed without adopting, and who was asked, the latest last. */
	private readonly recalls = new Map<string, { readonly recall: WordsRecall; readonly rotation: ModelRotation }>();

	private readonly rewordings: RewordingRequests;

	constructor(private readonly port: RewordingPort) {
		this.rewordings = new RewordingRequests(port);
	}

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
		chosen: Subject,
		objective: WordsObjective,
		target: ModelTarget,
		others: readonly ModelTarget[] = [],
	): Promise<void> {
		const asked = this.port.subjects.standing(chosen);
		if (asked === null) return;
		const refusal = this.refusal(asked);
		if (refusal !== null) {
			new Notice(this.port.strings().refusals[refusal]);
			return;
		}
		this.close();
		const key = keyOf(asked, objective, [target, ...others]);
		const { recall, rotation } = this.recalls.get(key) ?? { recall: null, rotation: this.rotationOf(target, others) };
		// Asked before the list opens, not over it; what was paid for already is only shown again.
		for (const { endpoint } of [target, ...others])
			if (recall === null && !(await this.port.budgets.allow(rotation.id, endpoint))) return;
		const style = await this.port.notes.style();
		const strings = this.port.strings();
		// While this one waited for the writer or the style note, the note may have changed, and another may have opened.
		const subject = this.port.subjects.standing(asked);
		if (subject === null) return;
		this.close();
		const { id } = rotation;
		const isWords = subject.passage.kind === "words";
		const port: WordsPort = {
			...asTold(strings, this.port),
			...this.asked({ subject, objective, rotation, style }),
			strings,
			id,
			recalled: recall,
			kept: this.rewordings.kept(subject),
			rows: isWords ? rows : 1,
			together: others.length > 0,
			drawIcon: setIcon,
			touch: Platform.isMobile,
			language: subject.language,
			now: this.port.now,
			record: (view, changed, adopted) => this.record(view, changed, adopted, objective),
			progress: (summary) => this.port.records.wordsSoFar(subject.note.path, objective.name, rotation, summary),
			closed: (summary) => {
				if (this.open === session) this.open = null;
				this.remember(key, summary.recall, rotation);
				this.port.records.wordsClosed(subject.note.path, objective.name, rotation, summary);
			},
		};
		const session = new RewordingSession(subject.view, subject.passage, port, isWords ? wordsKind : changesKind);
		this.open = session;
	}

	/** Closes the open list, if any. The note is shown as it is. */
	close(): void {
		this.open?.surface.close("gone");
	}

	/** The request that opening the list would send. */
	draft(style: StylePrompt, subject: Subject, objective: WordsObjective, target: ModelTarget): Draft {
		return this.rewordings.draft(style, subject, objective, target);
	}

	/** Who can be asked, and how: the models of a list, and the way to them. */
	private asked({
		subject,
		objective,
		rotation,
		style,
	}: Opening): Pick<WordsPort, "target" | "models" | "offer" | "ask"> {
		const { usageForecast } = this.port;
		const counted = new Map<string, number>();
		const tokens = (of: ModelTarget): number => {
			const model = JSON.stringify([of.endpoint.id, of.model]);
			const count = counted.get(model) ?? this.port.requests.sizeOf(this.draft(style, subject, objective, of)).tokens;
			counted.set(model, count);
			return count;
		};
		return {
			target: rotation.first,
			models: {
				others: (target) => rotation.others(target),
				unasked: () => rotation.unasked,
				forecast: (targets) => usageForecast.ofAll(targets, tokens),
				oneOrAll: (targets) => usageForecast.ofOneOrAll(targets, tokens),
				pick: (then) =>
					this.port.chooseModel(() => {
						const target = this.port.models.current();
						if (target !== null) then(target);
					}),
			},
			offer: showMenu,
			ask: (target, ask, signal) =>
				this.asking(this.port.chat(rotation.entry(target), rotation.id), signal, (now) =>
					this.rewordings.draftOf(now, this.aboutNow(subject), objective, target, ask),
				),
		};
	}

	/** The same sentence in the note as it is now; once it was changed itself, as it was when the list opened. */
	private aboutNow(subject: Subject): Subject {
		const now = this.port.subjects.now(subject);
		return now?.quote === subject.quote ? now : subject;
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

	// The writer's own word that nothing had to agree with is theirs alone: there is nothing to sign.
	private record(view: EditorView, changed: Range, adopted: AdoptedWords, objective: WordsObjective): Change | null {
		const adoptions = adopted.adoptions.filter(isOfModel);
		if (adoptions.length === 0) return null;
		const at = recordPlaceAfter(view.state.doc, changed.to);
		return this.port.records.adoption(view.state.doc, at, {
			objective: objective.name,
			adoptions,
			target: adopted.answer.target,
			answerer: adopted.answer.answerer,
			usage: adopted.answer.usage,
			earlier: adopted.earlier,
		});
	}

	// By itself: what is remembered must not hold on to the list that was closed.
	private rotationOf(target: ModelTarget, others: readonly ModelTarget[]): ModelRotation {
		// Lists of models may still be on their way when the list of words opens.
		return new ModelRotation(this.port.newId(), () =>
			others.length > 0 ? [target, ...others] : this.port.models.rotation(target),
		);
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

/** What answers cost and why they failed, in words, and where more is told. */
function asTold(
	strings: InterfaceStrings,
	{ app, usageReport }: Pick<RewordingPort, "app" | "usageReport">,
): Pick<WordsPort, "cost" | "failure" | "partRead" | "retrying" | "showDetails" | "showReply"> {
	return {
		cost: (answers) => {
			// What is on its way is told once it is there; what was refused took nothing.
			const ended = answers.filter(
				(answer) =>
					!isActive(answer) &&
					(answer.status !== "failed" || mayHaveCost(answer.failure?.kind ?? null, answer.answerer !== null)),
			);
			const spent = usageReport.spent(ended);
			return spent === "" ? "" : strings.words.soFar(spent);
		},
		failure: ({ failure, status }) => {
			if (failure === null) return "";
			const why = failureWords(strings, failure, status === "partial");
			return failure.retryAfter === null ? why : `${why} ${strings.again(failure.retryAfter)}`;
		},
		partRead: ({ usage, target }) => partReadWords(strings, usage, presets[target.endpoint.preset].program),
		retrying: (failure, seconds) => `${failureWords(strings, failure, false)} ${strings.margin.retrying(seconds)}`,
		showDetails: (failed) => {
			const { model, endpoint } = failed.target;
			new DetailsModal(app, strings, { ...failed, model, endpoint }).open();
		},
		showReply: (parts) => new ReplyModal(app, strings.words, parts).open(),
	};
}
