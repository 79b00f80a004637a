import type { ModelTarget } from "../../core/models/model-target";
import type { Objective, ObjectiveKind } from "../../core/prompts/objective";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { Reading } from "../../core/consultation/reading";
import { firstReading } from "../consultations/note-readings";
import { questionOf, type Subject } from "../consultations/subject";
import type { StylePrompt } from "./style-prompt";
import type { Draft, RequestBuilder } from "./request-builder";
import type { RewordingController } from "./rewording-controller";

/** What asks about a passage. */
export interface KindParts {
	readonly rewording: RewordingController;
	readonly requests: RequestBuilder;
}

/** What is asked of a passage, in short and at length. */
export interface AskedQuestion {
	/** Name of the objective, or what free questions are called. */
	readonly name: string;
	readonly asked: string;
	readonly icon: string;
	readonly context: Objective["context"];
	readonly thinks: Objective["thinks"];
	readonly question: string;
	/** Path of the objective's note; absent for what the writer typed. */
	readonly prompt?: string;
	/** Where a whole note is read; absent where a passage is asked about. */
	readonly reading?: Reading;
}

/** What starts something about a passage. */
export interface KindStarts extends KindParts {
	/** Puts a question whose answer comes into the margin. */
	readonly answer: (question: AskedQuestion) => Promise<void>;
}

/** What is asked about, with the filled prompt of the objective it is asked by. */
export interface KindAsk {
	readonly subject: Subject;
	readonly objective: Objective;
	readonly body: string;
}

/** The same, chosen by the writer. */
export interface KindStart extends KindAsk {
	/** What is asked in short: the objective's name, with the line it asked for. */
	readonly asked: string;
}

/** What a kind of objective does otherwise than others. */
export interface KindHandling {
	/** Whether it proposes words in the place of the passage, which must stand there then. */
	readonly replaces: boolean;
	/** Why it can't be asked about a passage; null when it can. */
	readonly refusal: (parts: KindParts, subject: Subject) => keyof InterfaceStrings["refusals"] | null;
	/** What it would send. @param style the style prompt */
	readonly draft: (parts: KindParts, ask: KindAsk, style: StylePrompt, target: ModelTarget) => Draft;
	/** What choosing it does, of a note that may be sent. */
	readonly start: (parts: KindStarts, ask: KindStart, target: ModelTarget) => Promise<void>;
	/** Whether several models can be asked about a passage at once. */
	readonly isComparable: (subject: Subject) => boolean;
	/** Asks several models at once in a way of its own; null for answers beside each other. */
	readonly compare: ((parts: KindParts, ask: KindAsk, targets: readonly ModelTarget[]) => Promise<void>) | null;
}

const isWithinSentence = ({ passage }: Subject): boolean => passage.kind === "words";

/** What is done by each kind of objective: a kind without a row does not compile. */
export const kindHandling: Readonly<Record<ObjectiveKind, KindHandling>> = {
	words: {
		replaces: true,
		refusal: ({ rewording }, subject) => rewording.refusal(subject),
		draft: ({ rewording }, { subject, objective, body }, style, target) =>
			rewording.draft(style, subject, { ...objective, body }, target),
		start: ({ rewording }, { subject, objective, body }, target) =>
			rewording.start(subject, { ...objective, body }, target),
		// Words of one sentence are compared in their list; whole sentences have one rewording at a time.
		isComparable: isWithinSentence,
		compare: async ({ rewording }, { subject, objective, body }, [first, ...others]) => {
			if (first !== undefined) await rewording.start(subject, { ...objective, body }, first, others);
		},
	},
	answer: {
		replaces: false,
		refusal: () => null,
		draft: ({ requests }, { subject, objective, body }, style, target) =>
			requests.draft(style, questionOf(subject, { ...objective, prompt: objective.path }, body), target),
		start: ({ answer }, { objective: { path, name, icon, context, thinks }, body, asked }) =>
			answer({ name, asked, icon, context, thinks, question: body, prompt: path }),
		isComparable: () => true,
		compare: null,
	},
	// Of a part of a note there is no reading of the whole.
	remarks: {
		replaces: false,
		refusal: () => null,
		draft: ({ requests }, { subject, objective, body }, style, target) =>
			requests.draft(
				style,
				{
					...questionOf(subject, { ...objective, context: "note", prompt: objective.path }, body),
					earlier: firstReading.earlier,
				},
				target,
			),
		start: ({ answer }, { objective: { path, name, icon, thinks }, body, asked }) =>
			answer({ name, asked, icon, context: "note", thinks, question: body, prompt: path, reading: firstReading }),
		isComparable: () => false,
		compare: null,
	},
};
