import { TFile, type App } from "obsidian";
import { findAnchor } from "../../core/anchor";
import type { ChatRequest, Turn } from "../../core/chat";
import type { Consultation } from "../../core/consultation";
import { estimateTokens, tokenSpread } from "../../core/estimate/tokens";
import type { InterfaceWords } from "../../core/i18n/en";
import { guessLanguage } from "../../core/markdown/language";
import { noteContext, type SentContext } from "../../core/prompts/context";
import { answerQuestion, promptOf } from "../../core/prompts/prompt";
import type { Friend } from "../models/models";
import type { PromptNotes } from "./prompt-notes";
import { languageName, titleOf, type Question } from "../consultations/subject";
import type { Views } from "../consultations/views";

/** Tokens left to a model for its rules, the style prompt, the question and its answer. */
const kept = 3000;

export interface AskingPort {
	readonly app: App;
	readonly words: () => InterfaceWords;
	readonly notes: PromptNotes;
	readonly views: Views;
}

/** Makes requests: the same whether they are shown before, sent now, or asked again after a restart. */
export class Asking {
	constructor(private readonly port: AskingPort) {}

	/** What of the note goes to this model. */
	context({ path, text, passage, context }: Pick<Question, "path" | "text" | "passage" | "context">, friend: Friend): SentContext {
		const most = friend.info?.context ?? null;
		// Estimates run low for some tokenizers: what would only just fit counts as too long.
		const fits = (part: string): boolean => most === null || part.length < most || estimateTokens(part) * tokenSpread.high < most - kept;
		return noteContext(text, titleOf(path), context, passage, fits);
	}

	/** The exact request for a question, with the style prompt as it is now. */
	async request(question: Question, friend: Friend, thread: readonly Turn[] = []): Promise<ChatRequest> {
		return this.requestWith(await this.port.notes.style(), question, friend, thread);
	}

	/** The exact request for a question, with a style prompt at hand. */
	requestWith(style: string, question: Question, friend: Friend, thread: readonly Turn[] = []): ChatRequest {
		const prompt = promptOf(
			style,
			this.context(question, friend),
			answerQuestion(question.quote, question.question, languageName(this.port.words(), question.language)),
			thread,
		);
		return { endpoint: friend.endpoint, model: friend.model, prompt };
	}

	/** The question of a consultation as its note is now; null when the note is gone. A passage that is gone too is asked about by its words. */
	async questionOf(consultation: Consultation): Promise<Question | null> {
		const { app, views } = this.port;
		const view = views.toWrite(consultation.path);
		const file = app.vault.getAbstractFileByPath(consultation.path);
		const text = view !== null ? view.state.doc.toString() : file instanceof TFile ? await app.vault.cachedRead(file) : null;
		if (text === null) return null;
		const { quote } = consultation.anchor;
		const passage = findAnchor(text, consultation.anchor) ?? { from: 0, to: 0 };
		return { path: consultation.path, text, passage, quote, context: consultation.context, question: consultation.question, language: guessLanguage(quote) ?? guessLanguage(text) };
	}
}
