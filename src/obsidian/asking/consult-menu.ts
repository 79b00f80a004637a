import { Notice, setIcon, type App } from "obsidian";
import type { EditorView } from "@codemirror/view";
import { anchorOf } from "../../core/consultation/anchor";
import type { ChatRequest, NoteRef } from "../../core/chat/chat";
import type { InterfaceStrings } from "../../core/i18n/en";
import { guessLanguage } from "../../core/markdown/language";
import type { Passage } from "../../core/markdown/passage";
import { kindsOfObjectives, menuParts, type Objective } from "../../core/prompts/objective";
import { selectedIn } from "../../core/prompts/selected";
import type { Range } from "../../core/text/text";
import { openAskLine } from "../../editor/ask-line";
import { maxNumbers, openMenu, type MenuEntry, type MenuModel } from "../../editor/menu";
import { Preview, setPreview } from "../../editor/preview";
import { closeSurfaces, type Surface } from "../../editor/surface";
import { AskModal } from "../dialogs/ask-modal";
import type { RequestBuilder, Draft } from "./request-builder";
import type { Consultations } from "../consultations/consultations";
import { drawFoot } from "./menu-foot";
import { kindHandling, type AskedQuestion } from "./objective-kinds";
import { newConsultation } from "../consultations/new-consultation";
import type { UsageReport } from "../models/usage-report";
import type { ModelTarget } from "../../core/models/model-target";
import type { Models } from "../models/models";
import type { Privacy } from "./privacy";
import type { PromptFilling } from "./prompt-filling";
import type { PromptNotes, StylePrompt } from "./prompt-notes";
import type { RecentLines } from "../storage/recent-lines";
import type { RecentQuestions } from "../storage/recent-questions";
import { SentModal } from "../dialogs/sent-modal";
import { questionOf, type Subject } from "../consultations/subject";
import { noteOf, type Place } from "../consultations/views";
import type { RewordingController } from "./rewording-controller";

/** What consulting needs. */
export interface ConsultMenuPort {
	readonly app: App;
	readonly strings: () => InterfaceStrings;
	readonly notes: PromptNotes;
	readonly models: Models;
	readonly usageReport: UsageReport;
	readonly consultations: Consultations;
	readonly rewording: RewordingController;
	readonly requests: RequestBuilder;
	readonly privacy: Privacy;
	readonly filling: PromptFilling;
	/** Lets the writer ask several models about a passage. */
	readonly compare: (subject: Subject, fill: (objective: Objective) => string) => void;
	/** A request as it goes on the wire. */
	readonly bodyOf: (request: ChatRequest) => string;
	readonly passageAt: (
		view: EditorView,
		selection: Range,
	) =>
		| { readonly passage: Passage }
		| {
				readonly refusal: keyof InterfaceStrings["refusals"] &
					("frontmatter" | "code" | "math" | "comment" | "nothing");
		  };
	/** Opens the margin without taking the keys. */
	readonly showMargin: () => Promise<void>;
	readonly chooseModel: (then: () => void) => void;
	/** Opens the page that sets up a friend, for a passage that is to be consulted about. */
	readonly setUp: (subject: Subject) => void;
	readonly now: () => number;
	readonly newId: () => string;
	readonly recent: RecentQuestions;
	/** Path of the objective that the writer chose above the note; null when they chose none. */
	readonly preferred: () => string | null;
	/** Opens the prompts in a page of their own; null where they stand above the note. */
	readonly openPrompts: ((view: EditorView) => void) | null;
	readonly recentLines: RecentLines;
}

/** Words stand apart from readings where they come first. */
function wordsApart(objectives: readonly Objective[]): readonly (readonly Objective[])[] {
	const readings = objectives.findIndex(({ kind }) => kind !== "words");
	return readings < 0 ? [objectives] : [objectives.slice(0, readings), objectives.slice(readings)];
}

/** What a free question goes with. */
const free = { context: "note", thinks: null } as const;

/** Entries that stand in the menu beside the objectives, and have numbers too. */
const always = 2;

/** From a selection to a question: the hover menu and what its entries start. */
export class ConsultMenu {
	private surface: Surface | null = null;
	/** A free question that was typed and not asked. */
	private unasked = "";
	/** Lines that were typed for an objective and not asked, by its note's path. */
	private readonly unaskedLines = new Map<string, string>();

	constructor(private readonly port: ConsultMenuPort) {}

	/** The passage at a place; a notice says why when nothing can be asked there. */
	subject(place: Place, note: NoteRef | null = noteOf(place.view)): Subject | null {
		const found = this.subjectOf(place, note);
		return "refusal" in found ? this.refuse(found.refusal) : found.subject;
	}

	/** The passage at a place, or why nothing can be asked there, in words. */
	subjectOf(
		place: Place,
		note: NoteRef | null = noteOf(place.view),
	): { readonly subject: Subject } | { readonly refusal: string } {
		const { refusals } = this.port.strings();
		const { view } = place;
		if (note === null) return { refusal: refusals.fragment };
		const text = view.state.doc.toString();
		const privacy = this.port.privacy.ofText(note.path, text);
		if (privacy !== null) return { refusal: refusals[privacy] };
		const found = this.port.passageAt(view, place.selected());
		if ("refusal" in found) return { refusal: refusals[found.refusal] };
		const { passage } = found;
		const range = passage.kind === "words" ? passage.sentence : passage.selection;
		const quote = view.state.sliceDoc(range.from, range.to);
		const selected =
			passage.kind === "words"
				? selectedIn(quote, { from: passage.selection.from - range.from, to: passage.selection.to - range.from })
				: null;
		const subject: Subject = {
			view,
			place,
			note,
			passage,
			text,
			quote,
			selected,
			anchor: anchorOf(view.state.doc, range),
			language: guessLanguage(quote) ?? guessLanguage(text),
		};
		return { subject };
	}

	/** Opens the hover menu at a place, once the objectives have been read. */
	async open(place: Place): Promise<void> {
		const { view } = place;
		await this.port.notes.ready();
		// At hand while the menu is open: what each entry costs is said as soon as it has the focus.
		const style = await this.port.notes.style();
		if (!view.dom.isConnected) return;
		const subject = this.subject(place);
		if (subject === null) return;
		closeSurfaces(view.dom.ownerDocument);
		// Nobody can be asked yet: the page where one is set up comes first, and leads back here.
		const { models, notes, setUp } = this.port;
		if ([null, ...notes.objectives.map(({ model }) => model)].every((model) => models.toAsk(model) === null))
			return setUp(subject);
		const { passage } = subject;
		view.dispatch({ effects: setPreview.of(new Preview(passage.selection, [])) });
		this.surface = openMenu(view, passage.sentence, passage.selection.from, this.menuOf(subject, style), () => {
			this.surface = null;
			// Words that follow set their own preview; otherwise the note is shown as it is.
			if (view.dom.isConnected) view.dispatch({ effects: setPreview.of(null) });
		});
	}

	/** The menu: the objectives, the ways that are always there, and what is wanted less often. */
	private menuOf(subject: Subject, style: StylePrompt): MenuModel {
		const { port } = this;
		const strings = port.strings();
		const { objectives } = port.notes;
		const chooseHere = (target: ModelTarget | null): void => {
			this.surface?.close("done");
			if (target === null) port.setUp(subject);
			else port.chooseModel(() => void this.open(subject.place));
		};
		const refusals = new Map(kindsOfObjectives.map((kind) => [kind, kindHandling[kind].refusal(port, subject)]));
		const entry = (objective: Objective): MenuEntry => ({
			label: objective.name,
			icon: objective.icon,
			problem: this.problemOf(objective, refusals.get(objective.kind) ?? null),
			isPreferred: objective.path === port.preferred(),
			choose: () => void this.consult(subject, objective, () => void this.open(subject.place)),
			foot: this.footOf(
				objective.model,
				objective.problem === null,
				(target) => this.draftFor(style, subject, objective, target),
				chooseHere,
			),
		});
		// A question that is not typed yet.
		const foot = this.footOf(
			null,
			false,
			(target) => port.requests.draft(style, questionOf(subject, free, ""), target),
			chooseHere,
		);
		const { first, more } = menuParts(
			objectives,
			maxNumbers - always,
			({ kind, problem }) => problem === null && refusals.get(kind) === null,
		);
		return {
			label: strings.menu.label,
			groups: [...wordsApart(first).map((group) => group.map(entry)), this.waysOf(subject, foot)],
			more: { label: strings.menu.more, icon: "ellipsis", entries: more.map(entry) },
			drawIcon: setIcon,
		};
	}

	/** What can be asked whatever the objectives are. */
	private waysOf(subject: Subject, foot: MenuEntry["foot"]): readonly MenuEntry[] {
		const { port } = this;
		const { openPrompts } = port;
		const { menu, compare, zone } = port.strings();
		const way = (label: string, icon: string, choose: () => void): MenuEntry => ({
			label,
			icon,
			problem: null,
			choose,
			foot,
		});
		return [
			way(menu.ask, "message-square-quote", () => void this.ask(subject)),
			way(compare.entry, "columns-3", () =>
				port.compare(subject, (objective) => port.filling.fill(objective.body, subject)),
			),
			...(openPrompts === null ? [] : [way(zone.entry, "sliders-horizontal", () => openPrompts(subject.view))]),
		];
	}

	/** Asks several models about the passage at a place. */
	compare(place: Place): void {
		const subject = this.subject(place);
		if (subject !== null) this.port.compare(subject, (objective) => this.port.filling.fill(objective.body, subject));
	}

	/** Other words for what is selected at a place. @param note what stands for the note where there is none */
	otherWords(place: Place, note: NoteRef | null = noteOf(place.view)): void {
		const objective = this.port.notes.otherWords;
		const subject = objective === null ? null : this.subject(place, note);
		if (objective !== null && subject !== null) void this.consult(subject, objective);
	}

	/** Puts an objective to the passage at a place. */
	run(place: Place, objective: Objective): void {
		const subject = this.subject(place);
		if (subject !== null) void this.consult(subject, objective);
	}

	/** Takes a free question about the passage and asks it. */
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
				this.footOf(
					null,
					true,
					(target) => requests.draft(style, questionOf(subject, free, question()), target),
					(target) => {
						if (target !== null) return chooseModel(() => modal.showFoot());
						modal.close();
						setUp(subject);
					},
				)(parent),
		});
		modal.open();
	}

	private async askFreely(subject: Subject, question: string): Promise<void> {
		if (await this.isPrivate(subject)) return;
		const target = this.targetFor(subject, null);
		const { name } = this.port.strings().ask;
		const asked = { name, asked: question, icon: "message-square-quote", ...free, question };
		if (target !== null) await this.answer(subject, asked, target);
	}

	/** The request that choosing an objective would send. @param asked the line it asks for, as far as it is typed */
	draftFor(style: StylePrompt, subject: Subject, objective: Objective, target: ModelTarget, asked = ""): Draft {
		const body = this.port.filling.fill(objective.body, subject, asked);
		return kindHandling[objective.kind].draft(this.port, { subject, objective, body }, style, target);
	}

	/** @param again leads back to where the objective was chosen; nowhere where a command was */
	private async consult(subject: Subject, chosen: Objective, again: (() => void) | null = null): Promise<void> {
		// What was typed into its field above the note counts from the key on.
		await this.port.notes.ready();
		const objective = this.port.notes.objectives.find(({ path }) => path === chosen.path) ?? chosen;
		if (objective.problem !== null) {
			const strings = this.port.strings();
			const why = strings.problems[objective.problem.kind](objective.problem.value);
			this.refuse(strings.labelled(objective.name, why));
			return;
		}
		if (objective.ask === null) await this.start(subject, objective, "");
		else await this.askLine(subject, objective, objective.ask, again);
	}

	/** @param line what the writer filled in; empty where nothing was asked for */
	private async start(subject: Subject, objective: Objective, line: string): Promise<void> {
		if (await this.isPrivate(subject)) return;
		const target = this.targetFor(subject, objective.model);
		if (target === null) return;
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
		subject: Subject,
		objective: Objective,
		label: string,
		again: (() => void) | null,
	): Promise<void> {
		const { port } = this;
		const { path } = objective;
		const style = await port.notes.style();
		const { view, passage } = subject;
		if (!view.dom.isConnected) return;
		this.surface?.close("done");
		const strings = port.strings();
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
				this.footOf(
					objective.model,
					true,
					(target) => this.draftFor(style, subject, objective, target, line()),
					choose,
				)(parent);
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

	/** Why an objective can't be chosen, in words. @param refusal of its kind, for the passage */
	private problemOf({ problem }: Objective, refusal: keyof InterfaceStrings["refusals"] | null): string | null {
		const strings = this.port.strings();
		if (problem !== null) return strings.problems[problem.kind](problem.value);
		const words = refusal === null ? null : strings.refusals[refusal];
		return typeof words === "string" ? words : null;
	}

	/** Starts a consultation whose answer comes into the margin. */
	private async answer(subject: Subject, asked: AskedQuestion, target: ModelTarget): Promise<void> {
		const { port } = this;
		const request = await port.requests
			.request({ ...questionOf(subject, asked, asked.question), earlier: asked.reading?.earlier ?? null }, target)
			.catch(() => this.refuse(port.strings().refusals.unread));
		if (request === null) return;
		if (!port.consultations.hasRoom) {
			this.refuse(port.strings().refusals.busy(port.consultations.activeCount));
			return;
		}
		const consultation = newConsultation({ subject, ...asked, target }, port.newId(), port.now());
		void port.showMargin();
		await port.consultations.start(consultation, request);
	}

	/** Whether the note became one that is never sent while the writer chose what to ask; a notice says so. */
	private async isPrivate({ note }: Subject): Promise<boolean> {
		const reason = await this.port.privacy.of(note);
		if (reason !== null) this.refuse(this.port.strings().refusals[reason]);
		return reason !== null;
	}

	/** The model to ask; null, with the page where one is set up, when there is none. */
	private targetFor(subject: Subject, model: string | null): ModelTarget | null {
		const target = this.port.models.toAsk(model);
		if (target === null) this.port.setUp(subject);
		return target;
	}

	/** @param whole whether the draft is all that would be sent, and can be shown */
	private footOf(
		model: string | null,
		whole: boolean,
		draft: (target: ModelTarget) => Draft,
		choose: (target: ModelTarget | null) => void,
	): (parent: HTMLElement) => void {
		const { port } = this;
		const target = port.models.toAsk(model);
		return (parent) =>
			drawFoot(
				parent,
				{
					target,
					draft,
					choose: () => choose(target),
					show:
						target === null || !whole
							? null
							: () => {
									const { request } = draft(target);
									new SentModal(port.app, port.strings(), request, port.bodyOf(request)).open();
								},
				},
				port,
			);
	}

	private refuse(message: string): null {
		new Notice(message);
		return null;
	}
}
