import type { EditorView } from "@codemirror/view";
import type { ChatRequest } from "../../core/chat/chat";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { Objective } from "../../core/prompts/objective";
import { recordRanges } from "../../core/record/strip";
import type { ConsultMenu } from "../asking/consult-menu";
import type { PromptNotes } from "../asking/prompt-notes";
import type { Draft, RequestBuilder } from "../asking/request-builder";
import type { Subject } from "../consultations/subject";
import type { Models } from "../models/models";
import type { UsageReport } from "../models/usage-report";
import type { Budgets } from "../spending/budgets";

export interface SentViewPort {
	readonly strings: () => InterfaceStrings;
	readonly notes: PromptNotes;
	readonly models: Models;
	readonly usageReport: UsageReport;
	readonly requests: RequestBuilder;
	readonly consult: ConsultMenu;
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
		const style = await port.notes.style();
		const line = (await port.budgets.lines()).find(({ endpoint }) => endpoint === null);
		if (drawing !== this.drawing || !this.dom.isConnected) return;
		const { zone, menu, problems } = port.strings();
		this.month.setText(line === undefined ? "" : zone.month(port.budgets.amounts(line)));
		const objective = port.objective();
		const found = port.consult.subjectOf(this.view);
		const target = port.models.toAsk(objective.model);
		if (objective.problem !== null) this.say(problems[objective.problem.kind](objective.problem.value));
		else if ("refusal" in found) this.say(found.refusal);
		else if (target === null) this.say(menu.noModel);
		else {
			const draft = port.consult.draftFor(style, found.subject, objective, target);
			this.head(
				zone.tokens(this.count(port.requests.sizeOf(draft).tokens)),
				port.usageReport.forecast(target, port.requests.sizeOf(draft).tokens),
			);
			this.rows(draft, found.subject, style.sources.length - 1);
			const foot = this.dom.createDiv({ cls: "expert-friend-zone-note" });
			foot.appendText(`${zone.toModel(target.name, target.endpoint.name)} `);
			foot
				.createEl("button", { cls: "expert-friend-zone-link", text: zone.exactText, attr: { type: "button" } })
				.addEventListener("click", () => port.show(draft.request));
		}
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
