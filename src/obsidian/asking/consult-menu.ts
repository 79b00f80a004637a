import { setIcon, type App } from "obsidian";
import type { EditorView } from "@codemirror/view";
import type { ChatRequest } from "../../core/chat/chat";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { ModelTarget } from "../../core/models/model-target";
import { kindsOfObjectives, menuParts, type Objective } from "../../core/prompts/objective";
import { maxNumbers, openMenu, type MenuEntry, type MenuModel } from "../../editor/menu";
import { Preview, setPreview } from "../../editor/preview";
import { closeSurfaces } from "../../editor/surface";
import { questionOf, type Subject } from "../consultations/subject";
import type { Place } from "../consultations/views";
import type { Models } from "../models/models";
import type { UsageForecast } from "../models/usage-forecast";
import { footOf } from "./menu-foot";
import { kindHandling } from "./objective-kinds";
import type { PromptNotes } from "./prompt-notes";
import { free, type Questions } from "./questions";
import type { RequestBuilder } from "./request-builder";
import type { RewordingController } from "./rewording-controller";
import type { StylePrompt } from "./style-prompt";
import type { Subjects } from "./subjects";

export interface ConsultMenuPort {
	readonly app: App;
	readonly strings: () => InterfaceStrings;
	readonly subjects: Subjects;
	readonly questions: Questions;
	readonly notes: PromptNotes;
	readonly models: Models;
	readonly usageForecast: UsageForecast;
	readonly rewording: RewordingController;
	readonly requests: RequestBuilder;
	/** A request as it goes on the wire. */
	readonly bodyOf: (request: ChatRequest) => string;
	readonly chooseModel: (then: () => void) => void;
	/** Opens the page that sets up a friend, for a passage that is to be consulted about. */
	readonly setUp: (subject: Subject) => void;
	/** Path of the objective that the writer chose above the note; null when they chose none. */
	readonly preferred: () => string | null;
	/** Opens the prompts in a page of their own; null where they stand above the note. */
	readonly openPrompts: ((view: EditorView) => void) | null;
}

/** Words stand apart from readings where they come first. */
function wordsApart(objectives: readonly Objective[]): readonly (readonly Objective[])[] {
	const readings = objectives.findIndex(({ kind }) => kind !== "words");
	return readings < 0 ? [objectives] : [objectives.slice(0, readings), objectives.slice(readings)];
}

/** Entries that stand in the menu beside the objectives, and have numbers too. */
const always = 2;

/** The hover menu: what can be asked of a passage, and what each question would send and cost. */
export class ConsultMenu {
	constructor(private readonly port: ConsultMenuPort) {}

	/** Opens the hover menu at a place, once the objectives have been read. */
	async open(place: Place): Promise<void> {
		const { view } = place;
		const { subjects, models, notes, setUp } = this.port;
		await notes.ready();
		// At hand while the menu is open: what each entry costs is said as soon as it has the focus.
		const style = await notes.style();
		if (!view.dom.isConnected) return;
		const subject = subjects.at(place);
		if (subject === null) return;
		closeSurfaces(view.dom.ownerDocument);
		// Nobody can be asked yet: the page where one is set up comes first, and leads back here.
		if ([null, ...notes.objectives.map(({ model }) => model)].every((model) => models.toAsk(model) === null))
			return setUp(subject);
		const { passage } = subject;
		view.dispatch({ effects: setPreview.of(new Preview(passage.selection, [])) });
		const model = this.menuOf(subject, style, () => shown.close("done"));
		const shown = openMenu(view, passage.sentence, passage.selection.from, model, () => {
			// Words that follow set their own preview; otherwise the note is shown as it is.
			if (view.dom.isConnected) view.dispatch({ effects: setPreview.of(null) });
		});
	}

	/** The menu: the objectives, the ways that are always there, and what is wanted less often. */
	private menuOf(subject: Subject, style: StylePrompt, close: () => void): MenuModel {
		const { port } = this;
		const strings = port.strings();
		const { objectives } = port.notes;
		const chooseHere = (target: ModelTarget | null): void => {
			close();
			if (target === null) port.setUp(subject);
			else port.chooseModel(() => void this.open(subject.place));
		};
		const refusals = new Map(kindsOfObjectives.map((kind) => [kind, kindHandling[kind].refusal(port, subject)]));
		const entry = (objective: Objective): MenuEntry => ({
			label: objective.name,
			icon: objective.icon,
			problem: this.problemOf(objective, refusals.get(objective.kind) ?? null),
			isPreferred: objective.path === port.preferred(),
			choose: () => void port.questions.consult(subject, objective, () => void this.open(subject.place)),
			foot: footOf(port, {
				model: objective.model,
				isWhole: objective.problem === null,
				draft: (target) => port.questions.draftFor(style, subject, objective, target),
				choose: chooseHere,
			}),
		});
		// A question that is not typed yet.
		const foot = footOf(port, {
			model: null,
			isWhole: false,
			draft: (target) => port.requests.draft(style, questionOf(subject, free, ""), target),
			choose: chooseHere,
		});
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
		const { openPrompts, questions, strings } = this.port;
		const { menu, compare, zone } = strings();
		const way = (label: string, icon: string, choose: () => void): MenuEntry => ({
			label,
			icon,
			problem: null,
			choose,
			foot,
		});
		return [
			way(menu.ask, "message-square-quote", () => void questions.ask(subject)),
			way(compare.entry, "columns-3", () => questions.compare(subject)),
			...(openPrompts === null ? [] : [way(zone.entry, "sliders-horizontal", () => openPrompts(subject.view))]),
		];
	}

	/** Why an objective can't be chosen, in words. @param refusal of its kind, for the passage */
	private problemOf({ problem }: Objective, refusal: keyof InterfaceStrings["refusals"] | null): string | null {
		const strings = this.port.strings();
		if (problem !== null) return strings.problems[problem.kind](problem.value);
		const words = refusal === null ? null : strings.refusals[refusal];
		return typeof words === "string" ? words : null;
	}
}
