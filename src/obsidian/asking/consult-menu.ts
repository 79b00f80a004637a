import { Notice, setIcon, type App } from "obsidian";
import type { EditorView } from "@codemirror/view";
import { anchorOf } from "../../core/consultation/anchor";
import type { ChatRequest, NoteRef } from "../../core/chat/chat";
import type { InterfaceStrings } from "../../core/i18n/en";
import { guessLanguage } from "../../core/markdown/language";
import type { Passage } from "../../core/markdown/passage";
import { earlierText, isAbout } from "../../core/prompts/earlier";
import { fillVariables, kindsInOrder, type Objective, type ObjectiveKind } from "../../core/prompts/objective";
import { selectedIn } from "../../core/prompts/selected";
import { findRecords, type FoundRecord } from "../../core/record/parse";
import { placements } from "../../core/record/placement";
import { withoutRecords } from "../../core/record/strip";
import type { Settings } from "../../core/settings/settings";
import { openMenu, type MenuEntry } from "../../editor/menu";
import { Preview, setPreview } from "../../editor/preview";
import { closeSurfaces, type Surface } from "../../editor/surface";
import { AskModal } from "../dialogs/ask-modal";
import type { RequestBuilder, Draft } from "./request-builder";
import type { Consultations } from "../consultations/consultations";
import { drawFoot } from "./menu-foot";
import { kindHandling, type KindAsk } from "./objective-kinds";
import { newConsultation } from "../consultations/new-consultation";
import type { UsageReport } from "../models/usage-report";
import type { ModelTarget } from "../../core/models/model-target";
import type { Models } from "../models/models";
import type { Privacy } from "./privacy";
import type { PromptNotes, StylePrompt } from "./prompt-notes";
import type { RecentQuestions } from "../storage/recent-questions";
import type { JournalRecords } from "../record/journal-records";
import type { RecordService } from "../record/record-service";
import { SentModal } from "../dialogs/sent-modal";
import { questionOf, titleOf, type Subject } from "../consultations/subject";
import { noteOf } from "../consultations/views";
import type { RewordingController } from "./rewording-controller";

/** What consulting needs. */
export interface ConsultMenuPort {
	readonly app: App;
	readonly settings: () => Settings;
	readonly strings: () => InterfaceStrings;
	readonly notes: PromptNotes;
	readonly models: Models;
	readonly usageReport: UsageReport;
	readonly consultations: Consultations;
	readonly rewording: RewordingController;
	readonly requests: RequestBuilder;
	readonly privacy: Privacy;
	readonly records: RecordService;
	readonly journalRecords: JournalRecords;
	/** Lets the writer ask several models about a passage. */
	readonly compare: (subject: Subject, fill: (objective: Objective) => string) => void;
	/** A request as it goes on the wire. */
	readonly bodyOf: (request: ChatRequest) => string;
	readonly passageAt: (
		view: EditorView,
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
}

/** What is asked of a passage, in short and at length. */
interface AskedQuestion {
	/** Name of the objective, or what free questions are called. */
	readonly name: string;
	readonly asked: string;
	readonly icon: string;
	readonly context: Objective["context"];
	readonly model: string | null;
	readonly question: string;
}

/** From a selection to a question: the hover menu and what its entries start. */
export class ConsultMenu {
	private surface: Surface | null = null;
	/** A free question that was typed and not asked. */
	private unasked = "";

	constructor(private readonly port: ConsultMenuPort) {}

	/** The passage at the selection of an editor; a notice says why when nothing can be asked there. */
	subject(view: EditorView, note: NoteRef | null = noteOf(view)): Subject | null {
		const found = this.subjectOf(view, note);
		return "refusal" in found ? this.refuse(found.refusal) : found.subject;
	}

	/** The passage at the selection of an editor, or why nothing can be asked there, in words. */
	subjectOf(
		view: EditorView,
		note: NoteRef | null = noteOf(view),
	): { readonly subject: Subject } | { readonly refusal: string } {
		const { refusals } = this.port.strings();
		if (note === null) return { refusal: refusals.fragment };
		const text = view.state.doc.toString();
		const privacy = this.port.privacy.ofText(note.path, text);
		if (privacy !== null) return { refusal: refusals[privacy] };
		const found = this.port.passageAt(view);
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

	/** Opens the hover menu at the selection, once the objectives have been read. */
	async open(view: EditorView): Promise<void> {
		await this.port.notes.ready();
		// At hand while the menu is open: what each entry costs is said as soon as it has the focus.
		const style = await this.port.notes.style();
		if (!view.dom.isConnected) return;
		const subject = this.subject(view);
		if (subject === null) return;
		closeSurfaces(view.dom.ownerDocument);
		const { passage } = subject;
		view.dispatch({ effects: setPreview.of(new Preview(passage.selection, [])) });
		this.surface = openMenu(
			view,
			passage.sentence,
			passage.selection.from,
			{ label: this.port.strings().menu.label, groups: this.groups(subject, style), drawIcon: setIcon },
			() => {
				this.surface = null;
				// Words that follow set their own preview; otherwise the note is shown as it is.
				if (view.dom.isConnected) view.dispatch({ effects: setPreview.of(null) });
			},
		);
	}

	/** The menu's groups: objectives by kind, then what is always there. */
	private groups(subject: Subject, style: StylePrompt): readonly (readonly MenuEntry[])[] {
		const { port } = this;
		const strings = port.strings();
		const { openPrompts } = port;
		const { objectives } = port.notes;
		const chooseHere = (target: ModelTarget | null): void => {
			this.surface?.close("done");
			if (target === null) port.setUp(subject);
			else port.chooseModel(() => void this.open(subject.view));
		};
		const refusals = new Map(kindsInOrder.map((kind) => [kind, kindHandling[kind].refusal(port, subject)]));
		const entry = (objective: Objective): MenuEntry => ({
			label: objective.name,
			icon: objective.icon,
			problem: this.problemOf(objective, refusals.get(objective.kind) ?? null),
			isPreferred: objective.path === port.preferred(),
			choose: () => void this.consult(subject, objective),
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
			(target) => port.requests.draft(style, questionOf(subject, "note", ""), target),
			chooseHere,
		);
		const always = (label: string, icon: string, choose: () => void): MenuEntry => ({
			label,
			icon,
			problem: null,
			choose,
			foot,
		});
		return [
			...kindsInOrder.map((kind) => objectives.filter((objective) => objective.kind === kind).map(entry)),
			[
				always(strings.menu.ask, "message-square-quote", () => void this.ask(subject)),
				always(strings.compare.entry, "columns-3", () =>
					port.compare(subject, (objective) => this.fill(objective.body, subject)),
				),
				...(openPrompts === null
					? []
					: [always(strings.zone.entry, "sliders-horizontal", () => openPrompts(subject.view))]),
			],
		];
	}

	/** Asks several models about the passage at the selection. */
	compare(view: EditorView): void {
		const subject = this.subject(view);
		if (subject !== null) this.port.compare(subject, (objective) => this.fill(objective.body, subject));
	}

	/** Other words for the selection of an editor. @param note what stands for the note where there is none */
	otherWords(view: EditorView, note: NoteRef | null = noteOf(view)): void {
		const objective = this.port.notes.otherWords;
		const subject = objective === null ? null : this.subject(view, note);
		if (objective !== null && subject !== null) void this.consult(subject, objective);
	}

	/** Puts an objective to the passage at the selection. */
	run(view: EditorView, objective: Objective): void {
		const subject = this.subject(view);
		if (subject !== null) void this.consult(subject, objective);
	}

	/** Takes a free question about the passage and asks it. */
	async ask(subject: Subject): Promise<void> {
		const { app, requests, strings, notes, recent, setUp, chooseModel } = this.port;
		const style = await notes.style();
		const modal: AskModal = new AskModal(app, strings().ask, subject.quote, this.unasked, recent.all, {
			left: (question) => (this.unasked = question),
			ask: (question) => {
				recent.remember(question);
				void this.answer(subject, {
					name: strings().ask.name,
					asked: question,
					icon: "message-square-quote",
					context: "note",
					model: null,
					question,
				});
			},
			foot: (parent, question) =>
				this.footOf(
					null,
					true,
					(target) => requests.draft(style, questionOf(subject, "note", question()), target),
					(target) => {
						if (target !== null) return chooseModel(() => modal.showFoot());
						modal.close();
						setUp(subject);
					},
				)(parent),
		});
		modal.open();
	}

	/** The request that choosing an objective would send. */
	draftFor(style: StylePrompt, subject: Subject, objective: Objective, target: ModelTarget): Draft {
		const body = this.fill(objective.body, subject);
		return kindHandling[objective.kind].draft(this.port, { subject, objective, body }, style, target);
	}

	private async consult(subject: Subject, chosen: Objective): Promise<void> {
		// What was typed into its field above the note counts from the key on.
		await this.port.notes.ready();
		const objective = this.port.notes.objectives.find(({ path }) => path === chosen.path) ?? chosen;
		if (objective.problem !== null) {
			const strings = this.port.strings();
			this.refuse(`${objective.name}: ${strings.problems[objective.problem.kind](objective.problem.value)}`);
			return;
		}
		await this.starts[objective.kind]({ subject, objective, body: this.fill(objective.body, subject) });
	}

	/** What choosing an objective does, by its kind. */
	private readonly starts: Readonly<Record<ObjectiveKind, (ask: KindAsk) => Promise<void>>> = {
		words: async ({ subject, objective, body }) => {
			if (await this.isPrivate(subject)) return;
			const target = this.targetFor(subject, objective.model);
			if (target !== null) await this.port.rewording.start(subject, { ...objective, body }, target);
		},
		answer: ({ subject, objective, body }) =>
			this.answer(subject, {
				name: objective.name,
				asked: objective.name,
				icon: objective.icon,
				context: objective.context,
				model: objective.model,
				question: body,
			}),
	};

	/** Why an objective can't be chosen, in words. @param refusal of its kind, for the passage */
	private problemOf({ problem }: Objective, refusal: keyof InterfaceStrings["refusals"] | null): string | null {
		const strings = this.port.strings();
		if (problem !== null) return strings.problems[problem.kind](problem.value);
		const words = refusal === null ? null : strings.refusals[refusal];
		return typeof words === "string" ? words : null;
	}

	/** Starts a consultation whose answer comes into the margin. */
	private async answer(subject: Subject, asked: AskedQuestion): Promise<void> {
		const { port } = this;
		if (await this.isPrivate(subject)) return;
		const target = this.targetFor(subject, asked.model);
		if (target === null) return;
		const request = await port.requests
			.request(questionOf(subject, asked.context, asked.question), target)
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

	private fill(body: string, subject: Subject): string {
		const strings = this.port.strings();
		const passage = withoutRecords(subject.quote).trim();
		return fillVariables(body, {
			passage,
			selection: subject.selected?.words ?? passage,
			title: titleOf(subject.note.path),
			language:
				subject.language === null
					? ""
					: (new Intl.DisplayNames([strings.locale], { type: "language" }).of(subject.language) ?? ""),
			date: new Date(this.port.now()).toLocaleDateString(strings.locale, { dateStyle: "long" }),
			earlier: this.earlier(subject, passage),
		});
	}

	// What is earlier: the records that stand after the passage, with nothing in between but others; where records
	// stand at the end of notes or in the journal, those that quote it.
	private earlier({ note, passage, text }: Subject, present: string): string {
		const follows = ({ range }: FoundRecord): boolean =>
			range.from >= passage.recordAt &&
			text
				.slice(passage.recordAt, range.from)
				.split("\n")
				.every((line) => /^\s*(?:>|$)/.test(line));
		const { apart } = placements[this.port.settings().recordPlace];
		const records = findRecords(text, this.port.records.ownLabels).filter(
			(found) => follows(found) || (apart && isAbout(found.record, present)),
		);
		const elsewhere = this.port.journalRecords.of(note.path).filter(({ record }) => isAbout(record, present));
		return earlierText([...elsewhere, ...records], present, this.port.strings().earlier);
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
