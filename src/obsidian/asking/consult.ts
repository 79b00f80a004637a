import { Notice, setIcon, type App } from "obsidian";
import type { EditorView } from "@codemirror/view";
import { anchorOf } from "../../core/anchor";
import type { ChatRequest } from "../../core/chat";
import type { InterfaceWords } from "../../core/i18n/en";
import { guessLanguage } from "../../core/markdown/language";
import type { Passage } from "../../core/markdown/passage";
import { earlierText } from "../../core/prompts/earlier";
import type { ContextScope, Objective } from "../../core/prompts/objective";
import { fillVariables } from "../../core/prompts/objective";
import { findRecords } from "../../core/record/parse";
import type { Settings } from "../../core/settings";
import { openMenu, type MenuEntry } from "../../editor/menu";
import { Preview, setPreview } from "../../editor/preview";
import type { Surface } from "../../editor/surface";
import { AskModal } from "../dialogs/ask-modal";
import type { Asking } from "./asking";
import type { Consultations } from "../consultations/consultations";
import { drawFoot } from "./menu-foot";
import { newConsultation } from "../consultations/new-consultation";
import type { Figures } from "../models/figures";
import type { Models, Friend } from "../models/models";
import { privacyOf } from "./privacy";
import type { PromptNotes } from "./prompt-notes";
import type { RecentQuestions } from "../storage/recent-questions";
import type { Records } from "../record/records";
import { SentModal } from "../dialogs/sent-modal";
import { languageName, questionOf, titleOf, type Subject } from "../consultations/subject";
import { pathOf } from "../consultations/views";
import type { WordsDesk } from "./words-desk";

/** What consulting needs. */
export interface ConsultPort {
	readonly app: App;
	readonly settings: () => Settings;
	readonly words: () => InterfaceWords;
	readonly notes: PromptNotes;
	readonly models: Models;
	readonly figures: Figures;
	readonly consultations: Consultations;
	readonly wordsDesk: WordsDesk;
	readonly asking: Asking;
	readonly records: Records;
	/** Lets the writer ask several models about a passage. */
	readonly compare: (subject: Subject, fill: (objective: Objective) => string) => void;
	/** A request as it goes on the wire. */
	readonly bodyOf: (request: ChatRequest) => string;
	readonly passageAt: (view: EditorView) => { readonly passage: Passage } | { readonly refusal: keyof InterfaceWords["refusals"] & ("frontmatter" | "code" | "math" | "comment" | "nothing") };
	/** Opens the margin without taking the keys. */
	readonly showMargin: () => Promise<void>;
	readonly chooseModel: (then: () => void) => void;
	/** Opens the page that sets up a friend, for a passage that is to be consulted about. */
	readonly setUp: (subject: Subject) => void;
	readonly now: () => number;
	readonly newId: () => string;
	readonly recent: RecentQuestions;
}

/** From a selection to a question: the hover menu and what its entries start. */
export class Consult {
	private surface: Surface | null = null;

	constructor(private readonly port: ConsultPort) {}

	/** The passage at the selection of an editor; a notice says why when nothing can be asked there. */
	subject(view: EditorView, path = pathOf(view)): Subject | null {
		const words = this.port.words();
		if (path === null) return this.refuse(words.refusals.noEditor);
		const text = view.state.doc.toString();
		const privacy = privacyOf(path, text, this.port.settings());
		if (privacy !== null) return this.refuse(words.refusals[privacy]);
		const found = this.port.passageAt(view);
		if ("refusal" in found) return this.refuse(words.refusals[found.refusal]);
		const { passage } = found;
		const range = passage.kind === "words" ? passage.sentence : passage.selection;
		const quote = view.state.sliceDoc(range.from, range.to);
		return { view, path, passage, text, quote, anchor: anchorOf(view.state.doc, range), language: guessLanguage(quote) ?? guessLanguage(text) };
	}

	/** Opens the hover menu at the selection, once the objectives have been read. */
	async open(view: EditorView): Promise<void> {
		await this.port.notes.ready();
		// At hand while the menu is open: what each entry costs is said as soon as it has the focus.
		const style = await this.port.notes.style().catch(() => "");
		if (!view.dom.isConnected) return;
		const subject = this.subject(view);
		if (subject === null) return;
		this.surface?.close("done");
		const { port } = this;
		const words = port.words();
		const { passage } = subject;
		view.dispatch({ effects: setPreview.of(new Preview(passage.selection, [])) });
		const objectives = this.port.notes.objectives;
		const entry = (objective: Objective): MenuEntry => ({
			label: objective.name,
			icon: objective.icon,
			problem: objective.problem === null ? null : words.problems[objective.problem.kind](objective.problem.value),
			choose: () => void this.consult(subject, objective),
			foot: this.footOf(subject, objective.context, objective.model, objective.problem === null, (friend) => this.requestFor(style, subject, objective, friend)),
		});
		// A question that is not typed yet.
		const footOfFree = this.footOf(subject, "note", null, false, (friend) => port.asking.requestWith(style, questionOf(subject, "note", ""), friend));
		this.surface = openMenu(view, passage.sentence, passage.selection.from, {
			label: words.menu.label,
			groups: [
				objectives.filter((objective) => objective.kind === "words").map(entry),
				objectives.filter((objective) => objective.kind === "answer").map(entry),
				[
					{ label: words.menu.ask, icon: "message-square-quote", problem: null, choose: () => this.ask(subject), foot: footOfFree },
					{ label: words.compare.entry, icon: "columns-3", problem: null, choose: () => port.compare(subject, (objective) => this.fill(objective.body, subject)), foot: footOfFree },
				],
			],
			drawIcon: setIcon,
		}, () => {
			this.surface = null;
			// Words that follow set their own preview; otherwise the note is shown as it is.
			if (view.dom.isConnected) view.dispatch({ effects: setPreview.of(null) });
		});
	}

	/** Asks several models about the passage at the selection. */
	compare(view: EditorView): void {
		const subject = this.subject(view);
		if (subject !== null) this.port.compare(subject, (objective) => this.fill(objective.body, subject));
	}

	/** Other words for the selection of an editor. @param path what stands for the note where there is none */
	otherWords(view: EditorView, path = pathOf(view)): void {
		const objective = this.port.notes.objectives.find((one) => one.kind === "words" && one.problem === null);
		const subject = objective === undefined ? null : this.subject(view, path);
		if (objective !== undefined && subject !== null) void this.consult(subject, objective);
	}

	/** Puts an objective to the passage at the selection. */
	run(view: EditorView, objective: Objective): void {
		const subject = this.subject(view);
		if (subject !== null) void this.consult(subject, objective);
	}

	/** Asks a free question about the passage. */
	ask(subject: Subject): void {
		const { app, words, recent } = this.port;
		new AskModal(app, words().ask, subject.quote, recent.all, (question) => {
			recent.remember(question);
			void this.answer(subject, { name: words().ask.name, asked: question, icon: "message-square-quote", context: "note", model: null, question });
		}).open();
	}

	/** The request that choosing an objective would send. */
	private requestFor(style: string, subject: Subject, objective: Objective, friend: Friend): ChatRequest {
		const body = this.fill(objective.body, subject);
		return objective.kind === "words"
			? this.port.wordsDesk.request(style, subject, { name: objective.name, icon: objective.icon, context: objective.context, body }, friend)
			: this.port.asking.requestWith(style, questionOf(subject, objective.context, body), friend);
	}

	private async consult(subject: Subject, objective: Objective): Promise<void> {
		if (objective.problem !== null) {
			const words = this.port.words();
			this.refuse(`${objective.name}: ${words.problems[objective.problem.kind](objective.problem.value)}`);
			return;
		}
		const body = this.fill(objective.body, subject);
		if (objective.kind === "words") {
			const friend = this.friend(subject, objective.model);
			if (friend !== null) await this.port.wordsDesk.start(subject, { name: objective.name, icon: objective.icon, context: objective.context, body }, friend);
		} else {
			await this.answer(subject, { name: objective.name, asked: objective.name, icon: objective.icon, context: objective.context, model: objective.model, question: body });
		}
	}

	/** Starts a consultation whose answer comes into the margin. */
	private async answer(subject: Subject, asked: { readonly name: string; readonly asked: string; readonly icon: string; readonly context: Objective["context"]; readonly model: string | null; readonly question: string }): Promise<void> {
		const { port } = this;
		const settings = port.settings();
		if (port.consultations.activeCount >= settings.concurrent) {
			this.refuse(port.words().refusals.busy(port.consultations.activeCount));
			return;
		}
		const friend = this.friend(subject, asked.model);
		if (friend === null) return;
		const request = await port.asking.request(questionOf(subject, asked.context, asked.question), friend);
		const consultation = newConsultation({ subject, ...asked, friend }, port.newId(), port.now());
		void port.showMargin();
		await port.consultations.start(consultation, request);
	}

	/** The model to ask; null, with the page where one is set up, when there is none. */
	private friend(subject: Subject, model: string | null): Friend | null {
		const friend = this.port.models.toAsk(model);
		if (friend === null) this.port.setUp(subject);
		return friend;
	}

	private fill(body: string, subject: Subject): string {
		const words = this.port.words();
		const { passage, view } = subject;
		return fillVariables(body, {
			passage: subject.quote,
			selection: view.state.sliceDoc(passage.selection.from, passage.selection.to),
			title: titleOf(subject.path),
			language: languageName(words, subject.language) ?? "",
			date: new Date(this.port.now()).toLocaleDateString(words.locale),
			earlier: this.earlier(subject),
		});
	}

	// What is earlier: the records that stand after the passage.
	private earlier(subject: Subject): string {
		const { passage, text } = subject;
		const records = findRecords(text, this.port.records.ownLabels).filter(({ range }) => range.from >= passage.recordAt && text.slice(passage.recordAt, range.from).trim().replace(/^(?:>.*\n?|\s)*$/m, "") === "");
		return earlierText(records, subject.quote, this.port.words().earlier);
	}

	/** @param whole whether `request` is all that would be sent, and can be shown */
	private footOf(subject: Subject, context: ContextScope, model: string | null, whole: boolean, request: (friend: Friend) => ChatRequest): (parent: HTMLElement) => void {
		const { port } = this;
		const friend = port.models.toAsk(model);
		return (parent) => drawFoot(parent, {
			subject, context, friend, request,
			choose: () => {
				this.surface?.close("done");
				if (friend === null) port.setUp(subject);
				else port.chooseModel(() => void this.open(subject.view));
			},
			show: friend === null || !whole ? null : () => {
				const sent = request(friend);
				new SentModal(port.app, port.words(), sent, port.bodyOf(sent)).open();
			},
		}, port);
	}

	private refuse(message: string): null {
		new Notice(message);
		return null;
	}
}
