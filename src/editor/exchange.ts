import type { ChatEvent } from "../core/chat/chat";
import { broken, failureOf, newAnswer, receive, unreadable } from "../core/consultation/answer";
import type { ModelTarget } from "../core/models/model-target";
import { judgeRow } from "../core/wording/judge-row";
import type { Candidate, Original, Row } from "../core/wording/candidate";
import { freezeSentence, thaw, type Frozen } from "../core/wording/freeze";
import type { Unusable } from "../core/wording/proposals";
import { RowReader } from "../core/wording/reply-reader";
import type { WordsAnswer, WordsAsk, WordsPort } from "./words-port";

/** Where the exchange of a list with its models stands. A value. */
export interface ExchangeState {
	/** All answers of the list so far, the present one last. */
	readonly answers: readonly WordsAnswer[];
	/** Who is asked, or was last. */
	readonly target: ModelTarget;
	/** What is being asked; null while nothing is. */
	readonly asking: WordsAsk | null;
	/** The last answer, if it failed or stopped early. */
	readonly failed: WordsAnswer | null;
	/** What stands in the way, in words; null when nothing does. */
	readonly problem: string | null;
}

/** What an exchange tells of an answer while it comes, in this order. */
export interface ExchangeListener {
	/** An answer is asked for: what there is now is what it may have to go back to. */
	begins(): void;
	/** A row of the answer came. @param round the answer's place among all */
	takes(judged: Candidate | Unusable, round: number): void;
	/** All that came of the answer was the model thinking aloud: its rows are none. */
	beginsAnew(): void;
	/**
	 * The answer has come to its end.
	 * @returns what to tell the writer unless it failed or was cancelled; null for nothing
	 */
	ends(reply: Pick<RowReader, "unreadable" | "saysNothing">, answer: WordsAnswer): string | null;
	/** The state is another one. */
	changed(): void;
}

/** What of the port an exchange needs. */
type Port = Pick<WordsPort, "ask" | "failure" | "now" | "partRead" | "recalled" | "strings" | "target">;

/** Tells each second how long a request that failed waits. */
interface Waiting {
	/** @returns the words to begin with */
	begin(event: ChatEvent & { readonly type: "waiting" }): string;
	/** @returns whether it was running */
	stop(): boolean;
}

/** What is asked, beside the sentence; by default other words from the model that was asked last. */
export type AskChange = Partial<Omit<WordsAsk, "sentence" | "selection" | "frozen">> & {
	readonly target?: ModelTarget | undefined;
	/** Rows beyond this number are left out. */
	readonly rows: number;
};

/**
 * What a list asks of models about one sentence, and what they answer: one request at a time, each row judged when it
 * comes. It knows nothing of the note.
 */
export class Exchange {
	private readonly frozen: Frozen;
	private now: ExchangeState;
	private running: AbortController | null = null;

	constructor(
		readonly original: Original,
		private readonly port: Port,
		private readonly waiting: Waiting,
		private readonly listener: ExchangeListener,
	) {
		this.frozen = freezeSentence(original.sentence, original.selection);
		this.now = {
			answers: port.recalled?.answers ?? [],
			target: port.recalled?.target ?? port.target,
			asking: null,
			failed: null,
			problem: null,
		};
	}

	get state(): ExchangeState {
		return this.now;
	}

	/** Whether an answer is under way. */
	get isRunning(): boolean {
		return this.running !== null;
	}

	/** Tells the writer something; null takes it back. */
	say(problem: string | null): void {
		this.set({ problem });
	}

	/** Says the same as it is a second later: nobody is told. */
	tick(problem: string): void {
		this.now = { ...this.now, problem };
	}

	/** Stops the answer under way; what came stays. */
	cancel(): void {
		this.running?.abort();
	}

	/**
	 * Asks, and resolves when the answer has come to its end. Null when another answer was under way: nothing is asked.
	 * @param answerer who is known to answer before the reply says so
	 */
	async ask(
		{ target = this.now.target, rows, ...change }: AskChange,
		answerer: WordsAnswer["answerer"] = null,
	): Promise<WordsAnswer | null> {
		if (this.running !== null) return null;
		const controller = new AbortController();
		this.running = controller;
		const { port, original, listener } = this;
		const { sentence, selection } = original;
		const earlier = this.now.answers;
		const begun: WordsAnswer = { ...newAnswer(port.now()), answerer, target };
		const asking = {
			sentence,
			selection,
			frozen: this.frozen,
			shown: [],
			ownWord: null,
			kept: [],
			loosened: false,
			...change,
		};
		const { shown, shownSelection } = this.frozen;
		const isPart = shownSelection.length < shown.length;
		const reader = new RowReader({ original: shown, asked: rows, ...(isPart ? { selection: shownSelection } : {}) });
		listener.begins();
		this.set({ answers: [...earlier, begun], target, asking, failed: null, problem: null });
		const answer = await this.heard(begun, asking, reader, controller);
		this.running = null;
		this.waiting.stop();
		const told = listener.ends(reader, answer);
		const failed = failureOf(answer) === null ? null : answer;
		this.set({
			asking: null,
			failed,
			problem:
				failed !== null
					? port.failure(failed)
					: answer.status === "cancelled"
						? null
						: joined(told, port.partRead(answer)),
		});
		return answer;
	}

	/**
	 * Hears an answer to its end, which comes whatever is wrong with it: one that can't be read is stopped, and its end
	 * heard all the same, since that tells what it cost.
	 */
	private async heard(
		begun: WordsAnswer,
		asking: WordsAsk,
		reader: RowReader,
		controller: AbortController,
	): Promise<WordsAnswer> {
		const { port } = this;
		const round = this.now.answers.length - 1;
		let answer = begun;
		const keep = (after: WordsAnswer): void => {
			answer = after;
			this.now = { ...this.now, answers: this.now.answers.map((one, at) => (at === round ? after : one)) };
		};
		const faults: string[] = [];
		try {
			for await (const event of port.ask(answer.target, asking, controller.signal)) {
				keep(receive(answer, event, port.now()));
				try {
					if (faults.length === 0) this.hear(event, reader, round);
				} catch (error) {
					faults.push(messageOf(error));
					controller.abort();
				}
			}
			keep(broken(answer, "No end came.", port.now()));
		} catch (error) {
			keep(broken(answer, messageOf(error), port.now()));
		}
		const [fault] = faults;
		if (fault !== undefined) keep(unreadable(answer, fault, port.now()));
		return answer;
	}

	private hear(event: ChatEvent, reader: RowReader, round: number): void {
		if (event.type !== "waiting" && this.waiting.stop()) this.say(null);
		switch (event.type) {
			case "text":
				if (event.replaces === true) {
					reader.restart();
					this.listener.beginsAnew();
				}
				this.take(reader.push(event.text), round);
				break;
			case "resent":
				this.say(this.port.strings.margin.resent);
				break;
			case "waiting":
				this.say(this.waiting.begin(event));
				break;
			case "end":
				this.take(reader.end(), round);
		}
	}

	private take(rows: readonly Row[], round: number): void {
		for (const { text, ...said } of rows) {
			const judged = judgeRow(this.original, text, this.frozen);
			this.listener.takes(
				"broken" in judged ? { ...judged, text: thaw(text, this.frozen) ?? text } : { ...judged, ...said },
				round,
			);
		}
	}

	private set(change: Partial<ExchangeState>): void {
		this.now = { ...this.now, ...change };
		this.listener.changed();
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** What is told of an answer; null where nothing is. */
function joined(told: string | null, more: string): string | null {
	return more === "" ? told : told === null ? more : `${told} ${more}`;
}
