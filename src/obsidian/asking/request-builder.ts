import { TFile, type App } from "obsidian";
import { findAnchor } from "../../core/consultation/anchor";
import type { ChatRequest, Turn } from "../../core/chat/chat";
import { selectedNow, type Consultation } from "../../core/consultation/consultation";
import { estimateTokens, tokenSpread } from "../../core/estimate/tokens";
import type { InterfaceStrings } from "../../core/i18n/en";
import { guessLanguage } from "../../core/markdown/language";
import { memoizeLast } from "../../core/cache/memoize-last";
import { noteContext } from "../../core/prompts/context";
import { countWords } from "../../core/text/letters";
import { undelimited } from "../../core/prompts/delimited";
import type { ContextScope } from "../../core/prompts/objective";
import { answerQuestion, promptOf, systemText, type Extent, type NoteContext } from "../../core/prompts/prompt";
import { remarksQuestion } from "../../core/prompts/remarks-question";
import { withoutRecords } from "../../core/record/strip";
import type { ModelTarget } from "../../core/models/model-target";
import { thinkingFields } from "../../core/models/thinking";
import type { PromptNotes } from "./prompt-notes";
import type { StylePrompt } from "./style-prompt";
import { languageName, titleOf, type About, type Question } from "../consultations/subject";
import type { Views } from "../consultations/views";

/** Tokens left to a model for its answer and its thinking. */
const answerRoom = 1500;

/**
 * Tokens left at least beside the note. What is asked and how differs a little from question to question: rounded up,
 * so that the note does not.
 */
const leastRoom = 3000;
const roomStep = 1000;

/** A request, with what it holds of the note. */
export interface Draft {
	readonly request: ChatRequest;
	readonly sent: NoteContext;
}

export interface RequestBuilderPort {
	readonly app: App;
	readonly strings: () => InterfaceStrings;
	readonly notes: PromptNotes;
	readonly views: Views;
}

/** Makes requests: the same whether they are shown before, sent now, or asked again after a restart. */
export class RequestBuilder {
	// Every entry of a menu asks the same of the same note.
	private readonly contextOf = memoizeLast(
		// eslint-disable-next-line max-params -- what is remembered is found by its arguments, each compared by itself.
		(text: string, title: string, scope: ContextScope, from: number, to: number, tokens: number | null) =>
			noteContext(text, title, scope, { from, to }, tokens === null ? undefined : fitting(tokens)),
		6,
	);
	private readonly tokensOf = memoizeLast(estimateTokens, 6);
	private readonly wordsOf = memoizeLast(countWords, 6);

	constructor(private readonly port: RequestBuilderPort) {}

	/** The exact request for a question, with the style prompt as it is now. */
	async request(question: Question, target: ModelTarget, thread: readonly Turn[] = []): Promise<ChatRequest> {
		return this.draft(await this.port.notes.style(), question, target, thread).request;
	}

	/** The exact request for a question, with a style prompt at hand. */
	draft(style: StylePrompt, question: Question, target: ModelTarget, thread: readonly Turn[] = []): Draft {
		const { selected, earlier } = question;
		const passage = withoutRecords(question.quote).trim();
		// The question's, not the passage's: what is quoted in another language is asked about in the writer's own.
		const language = languageName(this.port.strings(), guessLanguage(undelimited(question.question)));
		return this.draftOf(
			style,
			question,
			(extent) =>
				earlier === null
					? answerQuestion({ passage, selected, question: question.question, language, extent })
					: remarksQuestion({ question: question.question, language, earlier }),
			target,
			thread,
		);
	}

	/**
	 * A request about a note, with as much of it as was asked for and the model takes.
	 * @param question the last part of the prompt, by how much of the note the friend has
	 */
	draftOf(
		style: StylePrompt,
		{ note, text, passage, context, thinks, prompt }: About,
		question: (extent: Extent) => string,
		target: ModelTarget,
		thread: readonly Turn[] = [],
	): Draft {
		const most = target.info?.context ?? null;
		const tokens =
			most === null
				? null
				: most - roomFor([systemText(style.text), question("part"), ...thread.map((turn) => turn.text)]);
		const sent = this.contextOf(text, titleOf(note.path), context, passage.from, passage.to, tokens);
		const fields = thinkingFields(target, thinks);
		const asking = prompt === undefined ? null : this.port.app.vault.getFileByPath(prompt);
		return {
			sent,
			request: {
				note,
				sources: asking === null ? style.sources : [...style.sources, asking],
				endpoint: target.endpoint,
				model: target.model,
				prompt: promptOf(style.text, sent, question(sent.extent), thread),
				...(fields === null ? {} : { thinking: fields }),
			},
		};
	}

	/** Tokens of a draft, estimated, and the writer's words in what it holds of the note. */
	sizeOf({ sent, request: { prompt } }: Draft): { readonly tokens: number; readonly words: number } {
		const others = [prompt.system, prompt.question, ...prompt.thread.map((turn) => turn.text)].join("\n");
		return { tokens: this.tokensOf(prompt.note) + estimateTokens(others), words: this.wordsOf(sent.text) };
	}

	/** The tokens of a draft by its parts, estimated, and the writer's words in what it holds of the note. */
	partsOf({ sent, request: { prompt } }: Draft): Readonly<Record<"system" | "note" | "question" | "words", number>> {
		return {
			system: estimateTokens(prompt.system),
			note: this.tokensOf(prompt.note),
			question: estimateTokens(prompt.question),
			words: this.wordsOf(sent.text),
		};
	}

	/**
	 * The question of a consultation as its note is now; null when the note is gone. A passage that is gone too is
	 * asked about by its words.
	 */
	async questionOf(consultation: Consultation): Promise<Question | null> {
		const { path, anchor, context, question, prompt, reading, thinks = null } = consultation;
		const { app, views } = this.port;
		const view = views.toWrite(path);
		const note = app.vault.getAbstractFileByPath(path);
		if (!(note instanceof TFile)) return null;
		const text = view !== null ? view.state.doc.toString() : await app.vault.cachedRead(note);
		const { quote } = anchor;
		const passage = findAnchor(text, anchor) ?? { from: 0, to: 0 };
		const earlier = reading?.earlier ?? null;
		const about = { note, text, passage, context, thinks, ...(prompt === undefined ? {} : { prompt }) };
		return { ...about, quote, selected: selectedNow(consultation), question, earlier };
	}
}

/** Tokens to leave beside the note for all else. */
function roomFor(texts: readonly string[]): number {
	const needed = texts.reduce((sum, text) => sum + estimateTokens(text), 0) * tokenSpread.high + answerRoom;
	return Math.max(leastRoom, Math.ceil(needed / roomStep) * roomStep);
}

/**
 * Whether a text is short enough for so many tokens. Estimates run low for some tokenizers: what would only just fit
 * counts as too long.
 */
function fitting(tokens: number): (text: string) => boolean {
	// No tokenizer makes more than three tokens of one unit, and of no text one of a dozen.
	return (text) =>
		text.length * 3 < tokens || (text.length < tokens * 12 && estimateTokens(text) * tokenSpread.high < tokens);
}
