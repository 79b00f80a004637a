import type { EditorView } from "@codemirror/view";
import type { ChatEvent, Failure } from "../core/chat/chat";
import type { Answer } from "../core/consultation/answer";
import type { InterfaceStrings } from "../core/i18n/en";
import type { ModelTarget } from "../core/models/model-target";
import type { Adoption } from "../core/record/model";
import type { Change, Range } from "../core/text/text";
import type { Frozen } from "../core/wording/freeze";
import type { Proposals } from "../core/wording/proposals";
import type { CloseReason } from "./surface";

/** What is asked of the friend. */
export interface WordsAsk {
	/** The sentence as it stands in the note. */
	readonly sentence: string;
	readonly selection: Range;
	/** The sentence as the friend is shown it. */
	readonly frozen: Frozen;
	/** What was proposed already in place of the selection. */
	readonly shown: readonly string[];
	readonly ownWord: string | null;
	/** Words adopted earlier in this sentence, which stay. */
	readonly kept: readonly string[];
	readonly loosened: boolean;
}

/** One answer of the friend to a list, with who was asked. */
export interface WordsAnswer extends Answer {
	readonly target: ModelTarget;
}

/** What was adopted, for the record. */
export interface AdoptedWords {
	/** Each sentence that changed. */
	readonly adoptions: readonly Adoption[];
	/** The answer that brought it, as far as it had come. */
	readonly answer: WordsAnswer;
	/** How many adoptions from the same answer were recorded before. */
	readonly earlier: number;
}

/** What was asked for one selection of one sentence and came back: kept when the list closes, since it was paid for. */
export interface WordsRecall {
	/** Names the consultation in the journal. */
	readonly id: string;
	readonly proposals: Proposals;
	/** The friend's answers so far, and with which of them each sentence came: with several when models agree. */
	readonly answers: readonly WordsAnswer[];
	readonly sources: ReadonlyMap<string, readonly number[]>;
	/** Who was asked last. */
	readonly target: ModelTarget;
}

/** What came of a list so far, as its face knows it. */
export interface WordsOutcome {
	/** What should be there when the same list is opened again; null when it should begin afresh. */
	readonly recall: WordsRecall | null;
	readonly proposals: readonly string[];
	/** With which of the answers each proposal came, by their places among all. */
	readonly sources: ReadonlyMap<string, readonly number[]>;
	/** Those of the answers that proposed what the writer picked; none when they picked nothing, or their own word. */
	readonly picked: readonly number[];
}

/** A list of words from its opening to its end. */
export interface WordsSummary extends WordsOutcome {
	/** Whether anything was asked since the list opened. */
	readonly asked: boolean;
	readonly reason: CloseReason;
	readonly before: string;
	readonly adopted: readonly AdoptedWords[];
	readonly answers: readonly WordsAnswer[];
}

/** The models a list can ask, and what that costs, in words. */
export interface WordsModels {
	/** Those that can be asked beside one. */
	readonly others: (target: ModelTarget) => readonly ModelTarget[];
	/** Those that can be asked and were not. */
	readonly unasked: () => readonly ModelTarget[];
	/** What asking all of these costs. */
	readonly forecast: (targets: readonly ModelTarget[]) => string;
	/** What asking any one of these costs, up to all; empty for none. */
	readonly oneOrAll: (targets: readonly ModelTarget[]) => string;
	/** Lets the writer choose any model, then gives it. */
	readonly pick: (then: (target: ModelTarget) => void) => void;
}

/** A row of a menu. */
export interface MenuRow {
	readonly label: string;
	/** Small print at its end; empty for none. */
	readonly detail: string;
	readonly choose: () => void;
}

/** What the session needs from outside the editor. */
export interface WordsPort {
	readonly strings: InterfaceStrings;
	/** Names the consultation in the journal. */
	readonly id: string;
	/** What came when this list was open before; null when it was not. */
	readonly recalled: WordsRecall | null;
	/** Words of the sentence that the writer adopted earlier, as ranges of it: they stay. */
	readonly kept: readonly Range[];
	readonly rows: number;
	/** Whether all models are asked when the list opens, not the usual one alone. */
	readonly together: boolean;
	readonly drawIcon: (element: HTMLElement, name: string) => void;
	/** Whether the writer works with fingers, on a small screen. */
	readonly touch: boolean;
	/** Who is asked first. */
	readonly target: ModelTarget;
	readonly models: WordsModels;
	/** Shows a menu at a button, its groups set apart. */
	readonly offer: (button: HTMLElement, groups: readonly (readonly MenuRow[])[]) => void;
	readonly ask: (target: ModelTarget, ask: WordsAsk, signal: AbortSignal) => AsyncIterable<ChatEvent>;
	/** The change that puts the record of an adoption into the note; null when it goes elsewhere. */
	readonly record: (view: EditorView, changed: Range, adopted: AdoptedWords) => Change | null;
	/** What answers cost together, in words; empty while nothing is known. */
	readonly cost: (answers: readonly WordsAnswer[]) => string;
	/** Why an answer failed or stopped early, in words. */
	readonly failure: (failed: WordsAnswer) => string;
	/** That a part only was read of what was asked, in words; empty where all of it was. */
	readonly partRead: (answer: WordsAnswer) => string;
	/** Why a request failed that goes out again in so many seconds, in words. */
	readonly retrying: (failure: Failure, seconds: number) => string;
	/** Shows all that is known of a failure, for a bug report. */
	readonly showDetails: (failed: WordsAnswer) => void;
	/** Shows words of a reply that are not in the list, to be read: each with why, or all of it without a label. */
	readonly showReply: (parts: readonly { readonly label: string; readonly text: string }[]) => void;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	/** What was asked and what came of it so far, for the journal: in case the end is never seen. */
	readonly progress: (summary: WordsSummary) => void;
	/** The surface closed: what was asked and what came of it, for the journal. */
	readonly closed: (summary: WordsSummary) => void;
	readonly language: string | null;
}
