import { Modal, type App } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { Objective } from "../../core/prompts/objective";
import { search, searchable } from "../../core/text/search";
import type { ModelTarget } from "../../core/models/model-target";
import { kindHandling } from "../asking/objective-kinds";

/** What the writer asks several models. */
export interface CompareRequest {
	/** Null for a free question. */
	readonly objective: Objective | null;
	readonly question: string;
	readonly targets: readonly ModelTarget[];
	readonly blind: boolean;
}

export interface CompareModalPort {
	readonly strings: InterfaceStrings;
	readonly passage: string;
	/** Objectives that can be used. */
	readonly objectives: readonly Objective[];
	/** Models that can be asked, the usual one first. */
	readonly targets: readonly ModelTarget[];
	/** How many times as much a model takes as the usual one; empty where that is not known. */
	readonly times: (target: ModelTarget) => string;
	/** What asking these will cost together, in words. @param question as typed so far, where no objective is asked */
	readonly forecast: (targets: readonly ModelTarget[], objective: Objective | null, question: string) => string;
	readonly ask: (request: CompareRequest) => void;
}

/** The fewest and the most models of one comparison. */
const minModels = 2;
const maxModels = 4;

/** Models shown before something is typed. */
const shownAtFirst = 12;

/** What the writer sets in the dialog. */
interface Fields {
	readonly select: HTMLSelectElement;
	/** A question of the writer's own. */
	readonly question: HTMLTextAreaElement;
	readonly filter: HTMLInputElement;
	readonly list: HTMLElement;
	/** The line of `box`. */
	readonly blind: HTMLElement;
	readonly box: HTMLInputElement;
	readonly cost: HTMLElement;
	readonly send: HTMLButtonElement;
}

/** Takes a question and two to four models for it; says what they will cost together before anything is sent. */
export class CompareModal extends Modal {
	private readonly chosen = new Set<ModelTarget>();
	private blind = true;

	private readonly searchable: readonly {
		readonly target: ModelTarget;
		readonly sought: ReturnType<typeof searchable>;
	}[];

	constructor(
		app: App,
		private readonly port: CompareModalPort,
	) {
		super(app);
		for (const target of port.targets.slice(0, 3)) this.chosen.add(target);
		this.searchable = port.targets.map((target) => ({
			target,
			sought: searchable([target.name, target.model], [target.endpoint.name]),
		}));
	}

	override onOpen(): void {
		const { port, contentEl } = this;
		this.setTitle(port.strings.compare.title);
		contentEl.addClass("expert-friend-compare-ask");
		contentEl.createEl("blockquote", { cls: "expert-friend-ask-passage", text: port.passage });
		const fields = this.fields();
		const update = (): void => this.update(fields);
		const draw = (): void => this.drawModels(fields, update);
		fields.select.addEventListener("change", update);
		fields.question.addEventListener("input", update);
		fields.filter.addEventListener("input", draw);
		fields.box.addEventListener("change", () => (this.blind = fields.box.checked));
		fields.send.addEventListener("click", () => {
			this.close();
			port.ask({
				objective: this.objective(fields),
				question: fields.question.value.trim(),
				targets: this.inOrder(),
				blind: this.blind,
			});
		});
		draw();
		fields.select.focus();
	}

	/** What the writer sets, from the question to the button. */
	private fields(): Fields {
		const { contentEl, port } = this;
		const strings = port.strings.compare;
		const labelled = (text: string): HTMLElement => {
			const label = contentEl.createEl("label", { cls: "expert-friend-labelled" });
			label.createSpan({ cls: "expert-friend-small expert-friend-muted", text });
			return label;
		};
		const select = labelled(strings.question).createEl("select", { cls: "dropdown" });
		port.objectives.forEach((objective, index) =>
			select.createEl("option", { text: objective.name, attr: { value: String(index) } }),
		);
		select.createEl("option", { text: port.strings.menu.ask, attr: { value: "free" } });
		const question = contentEl.createEl("textarea", {
			cls: "expert-friend-field",
			attr: { rows: "2", placeholder: port.strings.ask.placeholder, "aria-label": port.strings.ask.placeholder },
		});
		const filter = labelled(strings.models).createEl("input", {
			type: "search",
			placeholder: strings.filter,
			attr: { "aria-label": strings.filter },
		});
		const list = contentEl.createDiv({
			cls: "expert-friend-compare-models",
			attr: { role: "group", "aria-label": strings.models },
		});
		const blind = contentEl.createEl("label", { cls: "expert-friend-line" });
		const box = blind.createEl("input", { type: "checkbox" });
		box.checked = this.blind;
		blind.createSpan({ text: strings.blind });
		return { select, question, filter, list, blind, box, ...this.buttons() };
	}

	private buttons(): Pick<Fields, "cost" | "send"> {
		const { contentEl, port } = this;
		const cost = contentEl.createDiv({ cls: "expert-friend-muted expert-friend-small", attr: { role: "status" } });
		const row = contentEl.createDiv({ cls: "modal-button-container" });
		const send = row.createEl("button", {
			cls: "mod-cta expert-friend-primary",
			text: port.strings.ask.send,
			attr: { type: "button" },
		});
		row
			.createEl("button", { text: port.strings.ask.cancel, attr: { type: "button" } })
			.addEventListener("click", () => this.close());
		return { cost, send };
	}

	private objective({ select }: Fields): Objective | null {
		return select.value === "free" ? null : (this.port.objectives[Number(select.value)] ?? null);
	}

	/** Says what is asked now, and whether it can be. */
	private update(fields: Fields): void {
		const { question, blind, cost, send } = fields;
		const { port } = this;
		const strings = port.strings.compare;
		const asked = this.inOrder();
		const objective = this.objective(fields);
		question.toggle(objective === null);
		// What has a way of its own to compare, as the list of words, names who proposed what.
		blind.toggle(objective === null || kindHandling[objective.kind].compare === null);
		const fits = asked.length >= minModels && asked.length <= maxModels;
		cost.setText(
			fits
				? strings.forecast(asked.length, port.forecast(asked, objective, question.value.trim()))
				: strings.count(minModels, maxModels),
		);
		send.disabled = !fits || (objective === null && question.value.trim() === "");
	}

	/** Lists the models that fit what is sought, those that are chosen first. */
	private drawModels({ filter, list }: Fields, changed: () => void): void {
		const { times } = this.port;
		const fitting = search(filter.value, this.searchable, ({ sought }) => sought).map(({ target }) => target);
		list.empty();
		for (const target of [...new Set([...this.chosen, ...fitting])].slice(0, shownAtFirst)) {
			const label = list.createEl("label", { cls: "expert-friend-line" });
			const check = label.createEl("input", { type: "checkbox" });
			check.checked = this.chosen.has(target);
			label.createSpan({ text: target.name });
			const about = [target.model, target.endpoint.name, times(target)].filter((part) => part !== "");
			label.createSpan({ cls: "expert-friend-small expert-friend-muted", text: ` ${about.join(" · ")}` });
			check.addEventListener("change", () => {
				if (check.checked) this.chosen.add(target);
				else this.chosen.delete(target);
				changed();
			});
		}
		changed();
	}

	override onClose(): void {
		this.contentEl.empty();
	}

	private inOrder(): readonly ModelTarget[] {
		return this.port.targets.filter((target) => this.chosen.has(target));
	}
}
