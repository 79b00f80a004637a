import type { EditorView } from "@codemirror/view";
import type { ChatRequest } from "../../core/chat/chat";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { ModelTarget } from "../../core/models/model-target";
import type { Objective } from "../../core/prompts/objective";
import { recordRanges } from "../../core/record/strip";
import type { Questions } from "../asking/questions";
import type { Subjects } from "../asking/subjects";
import type { PromptNotes } from "../asking/prompt-notes";
import type { Draft, RequestBuilder } from "../asking/request-builder";
import type { Subject } from "../consultations/subject";
import { placeAt } from "../consultations/views";
import type { Models } from "../models/models";
import type { UsageForecast } from "../models/usage-forecast";
import type { Budgets } from "../spending/budgets";

export interface SentViewPort {
	readonly strings: () => InterfaceStrings;
	readonly notes: PromptNotes;
	readonly models: Models;
	readonly usageForecast: UsageForecast;
	readonly requests: RequestBuilder;
	readonly subjects: Subjects;
	readonly questions: Questions;
	readonly budgets: Budgets;
	readonly objective: () => Objective;
	/** Shows a request as it would go out. */
	readonly show: (request: ChatRequest) => void;
}

/** What would be sent if the chosen objective were put to the passage at the cursor now, and what this month cost. */
export class SentView {
	private readonly dom: HTMLElement;
	private readonly month: HTMLElement;
	/** Counts drawings, so that a slow one does not undo a later one. */
	private drawing = 0;

	constructor(
		parent: HTMLElement,
		private readonly view: EditorView,
		private readonly port: SentViewPort,
	) {
		this.dom = parent.createDiv({ cls: "expert-friend-zone-sent" });
		this.month = parent.createDiv({ cls: "expert-friend-zone-note" });
	}

	/** Draws it anew. Never rejects. */
	async draw(): Promise<void> {
		const drawing = ++this.drawing;
		const { port } = this;
		const now = await this.now();
		const line = (await port.budgets.lines()).find(({ endpoint }) => endpoint === null);
		if (drawing !== this.drawing || !this.dom.isConnected) return;
		const { zone } = port.strings();
		this.month.setText(line === undefined ? "" : zone.month(port.budgets.amounts(line)));
		if ("refusal" in now) return this.say(now.refusal);
		const { draft, target, subject, linked } = now;
		const { tokens } = port.requests.sizeOf(draft);
		this.head(zone.tokens(this.count(tokens)), port.usageForecast.of(target, tokens));
		this.rows(draft, subject, linked);
		const foot = this.dom.createDiv({ cls: "expert-friend-zone-note" });
		foot.appendText(`${zone.toModel(target.name, target.endpoint.name)} `);
		foot
			.createEl("button", { cls: "expert-friend-zone-link", text: zone.exactText, attr: { type: "button" } })
			.addEventListener("click", () => void this.show());
	}

	/** Shows the request as it would go out now: what is drawn may be a moment old. */
	private async show(): Promise<void> {
		const now = await this.now();
		if ("draft" in now) this.port.show(now.draft.request);
	}

	/** What would be sent now, or why nothing would, in words. */
	private async now(): Promise<
		| { readonly refusal: string }
		| { readonly draft: Draft; readonly target: ModelTarget; readonly subject: Subject; readonly linked: number }
	> {
		const { port } = this;
		const style = await port.notes.style();
		const { menu, problems } = port.strings();
		const objective = port.objective();
		if (objective.problem !== null) return { refusal: problems[objective.problem.kind](objective.problem.value) };
		const found = port.subjects.find(placeAt(this.view));
		if ("refusal" in found) return found;
		const target = port.models.toAsk(objective.model);
		if (target === null) return { refusal: menu.noModel };
		const draft = port.questions.draftFor(style, found.subject, objective, target);
		return { draft, target, subject: found.subject, linked: style.sources.length - 1 };
	}

	private say(text: string): void {
		this.head("", "");
		this.dom.createDiv({ cls: "expert-friend-zone-note", text });
	}

	private head(tokens: string, cost: string): void {
		this.dom.empty();
		const head = this.dom.createDiv({ cls: "expert-friend-zone-label" });
		head.createEl("b", { text: this.port.strings().zone.sent });
		if (tokens !== "")
			head.createSpan({
				cls: "expert-friend-end expert-friend-num",
				text: [tokens, cost].filter((part) => part !== "").join(" · "),
			});
	}

	/** What the prompt is made of, with the tokens of each part. @param linked notes that the style note brings along */
	private rows(draft: Draft, { text }: Subject, linked: number): void {
		const { zone } = this.port.strings();
		const { system, note, question, words } = this.port.requests.partsOf(draft);
		const { extent } = draft.sent;
		const left = extent === "note" ? recordRanges(text).length : 0;
		const list = this.dom.createEl("dl", { cls: "expert-friend-zone-parts" });
		const row = (name: string, about: readonly string[], tokens: number): void => {
			list.createEl("dt", { text: name });
			list.createEl("dd", { text: about.filter((part) => part !== "").join(", ") });
			list.createEl("dd", { cls: "expert-friend-num", text: this.count(tokens) });
		};
		row(zone.rules, [linked > 0 ? zone.linked(linked) : ""], system);
		const much = { note: zone.words, section: zone.section, part: zone.part, passage: () => zone.notSent }[extent];
		row(zone.note, [much(this.count(words)), left > 0 ? zone.answersLeftOut(left) : ""], note);
		row(zone.passage, [], question);
	}

	private count(count: number): string {
		return count.toLocaleString(this.port.strings().locale);
	}
}
