import { setIcon, type App } from "obsidian";
import type { ChatRequest, NoteRef } from "../../core/chat/chat";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { ModelTarget } from "../../core/models/model-target";
import type { Objective } from "../../core/prompts/objective";
import { openAskLine } from "../../editor/ask-line";
import type { Consultations } from "../consultations/consultations";
import { newConsultation } from "../consultations/new-consultation";
import { questionOf, type Subject } from "../consultations/subject";
import { noteOf, type Place } from "../consultations/views";
import { AskModal } from "../dialogs/ask-modal";
import type { Models } from "../models/models";
import type { UsageForecast } from "../models/usage-forecast";
import type { RecentLines } from "../storage/recent-lines";
import type { RecentQuestions } from "../storage/recent-questions";
import { footOf } from "./menu-foot";
import { kindHandling, type AskedQuestion } from "./objective-kinds";
import type { PromptFilling } from "./prompt-filling";
import type { PromptNotes } from "./prompt-notes";
import type { Draft, RequestBuilder } from "./request-builder";
import type { RewordingController } from "./rewording-controller";
import type { StylePrompt } from "./style-prompt";
import { refuse, type Subjects } from "./subjects";

export interface QuestionsPort {
	readonly app: App;
	readonly strings: () => InterfaceStrings;
	readonly subjects: Subjects;
	readonly notes: PromptNotes;
	readonly models: Models;
	readonly usageForecast: UsageForecast;
	readonly consultations: Consultations;
	readonly rewording: RewordingController;
	readonly requests: RequestBuilder;
	readonly filling: PromptFilling;
	/** Lets the writer ask several models about a passage. */
	readonly compare: (subject: Subject, fill: (objective: Objective, subject: Subject) => string) => void;
	/** A request as it goes on the wire. */
	readonly bodyOf: (request: ChatRequest) => string;
	/** Opens the margin without taking the keys. */
	readonly showMargin: () => Promise<void>;
	readonly chooseModel: (then: () => void) => void;
	/** Opens the page that sets up a friend, for a passage that is to be consulted about. */
	readonly setUp: (subject: Subject) => void;
	readonly now: () => number;
	readonly newId: () => string;
	readonly recent: RecentQuestions;
	readonly recentLines: RecentLines;
}

/** What a free question goes with. */
export const free = { context: "note", thinks: null } as const;

/** From what the writer chose to ask of a passage to its request, with what has to be typed before. */
export class Questions {
	/** A free question that was typed and not asked. */
	private unasked = "";
	/** Lines that were typed for an objective and not asked, by its note's path. */
	private readonly unaskedLines = new Map<string, string>();

	constructor(private readonly port: QuestionsPort) {}

	/** Asks several models about the passage at a place. */
	compareAt(place: Place): void {
		const subject = this.port.subjects.at(place);
		if (subject !== null) this.compare(subject);
	}

	/** Asks several models about a passage. */
	compare(subject: Subject): void {
		const { compare, filling } = this.port;
		compare(subject, (objective, about) => filling.fill(objective.body, about));
	}

	/** Other words for what is selected at a place. @param note what stands for the note where there is none */
	otherWords(place: Place, note: NoteRef | null = noteOf(place.view)): void {
		const objective = this.port.notes.otherWords;
		const subject = objective === null ? null : this.port.subjects.at(place, note);
		if (objective !== null && subject !== null) void this.consult(subject, objective);
	}

	/** Puts an objective to the passage at a place. */
	run(place: Place, objective: Objective): void {
		const subject = this.port.subjects.at(place);
		if (subject !== null) void this.consult(subject, objective);
	}

	/** Takes a free question about the passage at a place and asks it. */
	askAt(place: Place): void {
		const subject = this.port.subjects.at(place);
		if (subject !== null) void this.ask(subject);
	}

	/** The same about a passage. */
	async ask(subject: Subject): Promise<void> {
		const { app, requests, strings, notes, recent, setUp, chooseModel } = this.port;
		const style = await notes.style();
		const questions = { unasked: this.unasked, recent: recent.all };
		const modal: AskModal = new AskModal(app, strings().ask, subject.quote, questions, {
			left: (question) => (this.unasked = question),
			ask: (question) => {
				recent.remember(question);
				void this.askFreely(subject, question);
			},
			foot: (parent, question) =>
				footOf(this.port, {
					model: null,
					isWhole: true,
					draft: (target) => requests.draft(style, questionOf(subject, free, question()), target),
					choose: (target) => {
						if (target !== null) return chooseModel(() => modal.showFoot());
						modal.close();
						setUp(subject);
					},
				})(parent),
		});
		modal.open();
	}

	private async askFreely(chosen: Subject, question: string): Promise<void> {
		if (await this.port.subjects.isPrivate(chosen)) return;
		const subject = await this.port.subjects.asked(chosen, false);
		const target = subject === null ? null : this.targetFor(subject, null);
		const { name } = this.port.strings().ask;
		const asked = { name, asked: question, icon: "message-square-quote", ...free, question };
		if (subject !== null && target !== null) await this.answer(subject, asked, target);
	}

	/** The request that choosing an objective would send. @param asked the line it asks for, as far as it is typed */
	draftFor(style: StylePrompt, subject: Subject, objective: Objective, target: ModelTarget, asked = ""): Draft {
		const body = this.port.filling.fill(objective.body, subject, asked);
		return kindHandling[objective.kind].draft(this.port, { subject, objective, body }, style, target);
	}

	/**
	 * Puts an objective to a passage, as its note says by now.
	 * @param again leads back to where the objective was chosen; nowhere where a command was
	 */
	async consult(subject: Subject, chosen: Objective, again: (() => void) | null = null): Promise<void> {
		// What was typed into its field above the note counts from the key on.
		await this.port.notes.ready();
		const objective = this.port.notes.objectives.find(({ path }) => path === chosen.path) ?? chosen;
		if (objective.problem !== null) {
			const strings = this.port.strings();
			const why = strings.problems[objective.problem.kind](objective.problem.value);
			refuse(strings.labelled(objective.name, why));
			return;
		}
		if (objective.ask === null) await this.start(subject, objective, "");
		else await this.askLine(subject, objective, objective.ask, again);
	}

	/** @param line what the writer filled in; empty where nothing was asked for */
	private async start(chosen: Subject, objective: Objective, line: string): Promise<void> {
		if (await this.port.subjects.isPrivate(chosen)) return;
		const subject = await this.port.subjects.asked(chosen, kindHandling[objective.kind].replaces);
		const target = subject === null ? null : this.targetFor(subject, objective.model);
		if (subject === null || target === null) return;
		const body = this.port.filling.fill(objective.body, subject, line);
		const asked = line === "" ? objective.name : this.port.strings().menu.askedWith(objective.name, line);
		await kindHandling[objective.kind].start(
			{ ...this.port, answer: (question) => this.answer(subject, question, target) },
			{ subject, objective, body, asked },
			target,
		);
	}

	/** Asks for the line of an objective, in the place of the menu. */
	private async askLine(
		chosen: Subject,
		objective: Objective,
		label: string,
		again: (() => void) | null,
	): Promise<void> {
		const { port } = this;
		const { path } = objective;
		const style = await port.notes.style();
		const strings = port.strings();
		const subject = port.subjects.standing(chosen);
		if (subject === null) return;
		const { view, passage } = subject;
		const shown = openAskLine(view, passage.sentence, passage.selection.from, {
			title: objective.name,
			icon: objective.icon,
			label,
			typed: this.unaskedLines.get(path) ?? "",
			lately: { label: strings.menu.lately, lines: port.recentLines.of(path) },
			send: strings.ask.send,
			drawIcon: setIcon,
			foot: (parent, line) => {
				const choose = (target: ModelTarget | null): void => {
					shown.close("done");
					if (target === null) port.setUp(subject);
					else port.chooseModel(() => void this.askLine(subject, objective, label, again));
				};
				footOf(port, {
					model: objective.model,
					isWhole: true,
					draft: (target) => this.draftFor(style, subject, objective, target, line()),
					choose,
				})(parent);
			},
			ask: (line) => {
				this.unaskedLines.delete(path);
				port.recentLines.remember(path, line);
				void this.start(subject, objective, line);
			},
			left: (line, reason) => {
				this.unaskedLines.set(path, line);
				if (reason === "escape") again?.();
			},
		});
	}

	/** Starts a consultation whose answer comes into the margin. */
	private async answer(subject: Subject, asked: AskedQuestion, target: ModelTarget): Promise<void> {
		const { port } = this;
		const request = await port.requests
			.request({ ...questionOf(subject, asked, asked.question), earlier: asked.reading?.earlier ?? null }, target)
			.catch(() => refuse(port.strings().refusals.unread));
		if (request === null) return;
		if (!port.consultations.hasRoom) {
			refuse(port.strings().refusals.busy(port.consultations.activeCount));
			return;
		}
		const consultation = newConsultation({ subject, ...asked, target }, port.newId(), port.now());
		void port.showMargin();
		await port.consultations.start(consultation, request);
	}

	/** The model to ask; null, with the page where one is set up, when there is none. */
	private targetFor(subject: Subject, model: string | null): ModelTarget | null {
		const target = this.port.models.toAsk(model);
		if (target === null) this.port.setUp(subject);
		return target;
	}
}
