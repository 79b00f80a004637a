import { Notice, type App } from "obsidian";
import { isRevealed, preferencesFor, shuffled, type Comparison } from "../../core/consultation/comparison";
import { isActive } from "../../core/consultation/answer";
import { canKeep, type Consultation } from "../../core/consultation/consultation";
import { estimateTokens } from "../../core/estimate/tokens";
import type { InterfaceStrings } from "../../core/i18n/en";
import { ranking } from "../../core/journal/ranking";
import type { Objective } from "../../core/prompts/objective";
import type { Settings } from "../../core/settings/settings";
import type { RequestBuilder, Draft } from "../asking/request-builder";
import type { Privacy } from "../asking/privacy";
import type { Subjects } from "../asking/subjects";
import type { RewordingController } from "../asking/rewording-controller";
import { CompareModal, type CompareRequest } from "./compare-modal";
import { compareViewType, CompareView, type ComparePort } from "./compare-view";
import { rankingWords } from "./ranking-words";
import type { Comparisons } from "../consultations/comparisons";
import type { Consultations } from "../consultations/consultations";
import type { Journal } from "../record/journal";
import type { CardActions, CardStep } from "../margin/margin-card";
import type { UsageForecast } from "../models/usage-forecast";
import type { ModelTarget } from "../../core/models/model-target";
import type { Models } from "../models/models";
import { newConsultation } from "../consultations/new-consultation";
import type { PromptNotes } from "../asking/prompt-notes";
import type { RecordService } from "../record/record-service";
import { questionOf, type Subject } from "../consultations/subject";
import { kindHandling } from "../asking/objective-kinds";

export interface ComparisonPort {
	readonly app: App;
	readonly strings: () => InterfaceStrings;
	readonly settings: () => Settings;
	readonly notes: PromptNotes;
	readonly models: Models;
	readonly usageForecast: UsageForecast;
	readonly requests: RequestBuilder;
	readonly rewording: RewordingController;
	readonly privacy: Privacy;
	readonly subjects: Subjects;
	readonly consultations: Consultations;
	readonly comparisons: Comparisons;
	readonly records: RecordService;
	readonly journal: Journal;
	readonly actions: CardActions;
	readonly now: () => number;
	readonly newId: () => string;
	readonly random: () => number;
	/** Shows an answer's card in the margin and begins a step in it. */
	readonly reveal: (id: string, step: CardStep) => void;
	/** Opens the page that sets up a friend, for a passage that is to be consulted about. */
	readonly setUp: (subject: Subject) => void;
}

/** Puts one question to several models, shows their answers beside each other, and keeps what the writer preferred. */
export class ComparisonController {
	constructor(private readonly port: ComparisonPort) {}

	/** Asks which question and which models, then asks those. @param fill fills an objective's prompt for a subject */
	async start(subject: Subject, fill: (objective: Objective, subject: Subject) => string): Promise<void> {
		const { app, strings, models, usageForecast, notes, requests } = this.port;
		await notes.ready();
		const current = models.current();
		if (current === null) {
			this.port.setUp(subject);
			return;
		}
		const targets = models.everyone(current);
		const estimates = models.estimates();
		const style = await notes.style();
		// Counted once for each model and objective: what is typed into the question comes on top.
		const counted = new Map<string, number>();
		const tokens = (target: ModelTarget, objective: Objective | null): number => {
			const key = JSON.stringify([objective?.path, target.endpoint.id, target.model]);
			const draft = (): Draft =>
				objective === null
					? requests.draft(style, questionOf(subject, { context: "note", thinks: null }, ""), target)
					: kindHandling[objective.kind].draft(
							this.port,
							{ subject, objective, body: fill(objective, subject) },
							style,
							target,
						);
			const count = counted.get(key) ?? requests.sizeOf(draft()).tokens;
			counted.set(key, count);
			return count;
		};
		new CompareModal(app, {
			strings: strings(),
			passage: subject.quote,
			// What is shown side by side comes first.
			objectives: notes.objectives
				.filter(
					({ kind, problem, ask }) => problem === null && ask === null && kindHandling[kind].isComparable(subject),
				)
				.sort((one, other) => Number(hasOwnWay(one)) - Number(hasOwnWay(other))),
			targets,
			times: (target) => estimates.times(target),
			forecast: (chosen, objective, question) =>
				usageForecast.ofAll(
					chosen,
					(target) => tokens(target, objective) + (objective === null ? estimateTokens(question) : 0),
				),
			ask: (request) => void this.ask(subject, request, fill),
		}).open();
	}

	/** Opens a comparison in a tab of its own, or shows the one that is open. */
	async open(id: string): Promise<void> {
		const { workspace } = this.port.app;
		const leaf = workspace.getLeavesOfType(compareViewType)[0] ?? workspace.getLeaf("tab");
		await leaf.setViewState({ type: compareViewType, active: true, state: { comparison: id } });
		await workspace.revealLeaf(leaf);
		if (leaf.view instanceof CompareView) leaf.view.focus();
	}

	/** What the view of a comparison needs. */
	get view(): ComparePort {
		const { strings, comparisons, consultations, actions, journal, models, now } = this.port;
		return {
			strings,
			comparisons,
			consultations,
			now,
			actions: {
				cancel: (id) => actions.cancel(id),
				keep: (id) => actions.keep(id, null),
				copy: (id) => actions.copy(id),
				figures: (member) => actions.figuresBeside(member, this.baselineOf(member)),
				exactly: (member) =>
					[
						models.exactId(models.targetOf(models.endpointOf(member), member.model), member.answerer),
						member.endpoint.name,
					].join(" · "),
				goOn: (id, step) => this.goOn(id, step),
			},
			choose: (comparison, choice) => this.choose(comparison, choice),
			ranking: async (objective) =>
				[
					this.port.settings().journal ? "" : strings().compare.unkept,
					rankingWords(
						ranking(await journal.facts(), objective),
						(model) => models.nameOfId(model),
						strings().compare,
						objective,
						strings().locale,
					),
				]
					.filter((part) => part !== "")
					.join(" "),
			close: (comparison) => this.close(comparison),
		};
	}

	private async ask(
		chosen: Subject,
		{ objective, question, targets, blind }: CompareRequest,
		fill: (objective: Objective, subject: Subject) => string,
	): Promise<void> {
		const { consultations, comparisons, settings, strings, requests, privacy, newId, now, random } = this.port;
		const reason = await privacy.of(chosen.note);
		if (reason !== null) {
			new Notice(strings().refusals[reason]);
			return;
		}
		const kind = objective === null ? null : kindHandling[objective.kind];
		const subject = await this.port.subjects.asked(chosen, kind?.replaces === true);
		if (subject === null) return;
		const inItsWay = kind?.compare ?? null;
		if (objective !== null && inItsWay !== null) {
			await inItsWay(this.port, { subject, objective, body: fill(objective, subject) }, targets);
			return;
		}
		if (consultations.activeCount + targets.length > Math.max(settings().concurrent, targets.length)) {
			new Notice(strings().refusals.busy(consultations.activeCount));
			return;
		}
		const id = newId();
		const about = {
			subject,
			name: objective?.name ?? strings().ask.name,
			asked: objective?.name ?? question,
			icon: "columns-3",
			context: objective?.context ?? ("note" as const),
			thinks: objective?.thinks ?? null,
			question: objective === null ? question : fill(objective, subject),
			...(objective === null ? {} : { prompt: objective.path }),
			comparison: id,
		};
		const asked = questionOf(subject, about, about.question);
		const members = await Promise.all(
			targets.map(async (target) => ({
				request: await requests.request(asked, target),
				consultation: newConsultation({ ...about, target }, newId(), now()),
			})),
		);
		const order = blind ? shuffled(members, random) : members;
		const ids = order.map(({ consultation }) => consultation.id);
		comparisons.add({
			id,
			path: subject.note.path,
			anchor: subject.anchor,
			objective: about.name,
			asked: about.asked,
			icon: about.icon,
			members: ids,
			blind,
			choice: null,
		});
		// Each by itself: one that fails leaves the others.
		for (const { request, consultation } of members) void consultations.start(consultation, request);
		await this.open(id);
	}

	private choose(comparison: Comparison, choice: string): void {
		const { consultations, comparisons, records } = this.port;
		const members = this.membersOf(comparison);
		const preferences = preferencesFor(choice, members.filter(canKeep));
		for (const { id, text } of members) {
			const preference = preferences.get(id);
			if (preference !== undefined)
				consultations.update(id, (one) => ({
					...one,
					compared: { id: comparison.id, preference, ...(comparison.blind ? { blind: true } : {}) },
				}));
			const chosen = consultations.get(id);
			// One without words was entered when it ended, unless it was not to be told then who it was.
			if (chosen !== null && (text.trim() !== "" || !isRevealed(comparison))) records.unkept(chosen);
		}
		comparisons.choose(comparison.id, choice);
	}

	private goOn(id: string, step: CardStep): void {
		this.port.consultations.update(id, (one) => ({ ...one, comparison: null }));
		this.port.reveal(id, step);
	}

	private close(comparison: Comparison): void {
		const { app, consultations, comparisons, records } = this.port;
		for (const member of this.membersOf(comparison)) {
			// What is in the margin now stays there.
			if (member.comparison !== comparison.id) continue;
			const entered =
				comparison.choice !== null ||
				(isRevealed(comparison) && !isActive(member) && member.status !== "interrupted" && member.text.trim() === "");
			const dismissed = consultations.dismiss(member.id);
			if (dismissed !== null && !entered) records.unkept(dismissed);
		}
		comparisons.remove(comparison.id);
		for (const leaf of app.workspace.getLeavesOfType(compareViewType)) leaf.detach();
	}

	/** The member that others are measured by: the model chosen in the settings, else the first. */
	private baselineOf(member: Consultation): Consultation {
		const comparison = this.port.comparisons.get(member.comparison ?? "");
		const members = comparison === null ? [] : this.membersOf(comparison);
		const current = this.port.models.current();
		const chosen = members.find(
			({ endpoint, model }) => endpoint.id === current?.endpoint.id && model === current.model,
		);
		return chosen ?? members[0] ?? member;
	}

	private membersOf(comparison: Comparison): readonly Consultation[] {
		return comparison.members.map((id) => this.port.consultations.get(id)).filter((member) => member !== null);
	}
}

/** Whether its answers are compared elsewhere than side by side. */
function hasOwnWay({ kind }: Objective): boolean {
	return kindHandling[kind].compare !== null;
}
