import { Modal, type App } from "obsidian";
import type { InterfaceWords } from "../../core/i18n/en";
import type { Objective } from "../../core/prompts/objective";
import { search, searchable } from "../../core/search";
import type { Friend } from "../models/models";

/** What the writer asks several models. */
export interface CompareRequest {
	/** Null for a free question. */
	readonly objective: Objective | null;
	readonly question: string;
	readonly friends: readonly Friend[];
	readonly blind: boolean;
}

export interface CompareModalPort {
	readonly words: InterfaceWords;
	readonly passage: string;
	/** Objectives that can be used. */
	readonly objectives: readonly Objective[];
	/** Models that can be asked, the usual one first. */
	readonly friends: readonly Friend[];
	/** What asking these will cost together, in words. @param question as typed so far, where no objective is asked */
	readonly forecast: (friends: readonly Friend[], objective: Objective | null, question: string) => string;
	readonly ask: (request: CompareRequest) => void;
}

/** The fewest and the most models of one comparison. */
const fewest = 2;
const most = 4;

/** Models shown before something is typed. */
const shownAtFirst = 12;

/** Takes a question and two to four models for it; says what they will cost together before anything is sent. */
export class CompareModal extends Modal {
	private readonly chosen = new Set<Friend>();
	private blind = true;

	constructor(
		app: App,
		private readonly port: CompareModalPort,
	) {
		super(app);
		for (const friend of port.friends.slice(0, 3)) this.chosen.add(friend);
	}

	override onOpen(): void {
		const { contentEl, port } = this;
		const words = port.words.compare;
		this.setTitle(words.title);
		contentEl.addClass("expert-friend-compare-ask");
		contentEl.createEl("blockquote", { cls: "expert-friend-ask-passage", text: port.passage });
		const labelled = (text: string): HTMLElement => {
			const label = contentEl.createEl("label", { cls: "expert-friend-labelled" });
			label.createSpan({ cls: "expert-friend-small expert-friend-muted", text });
			return label;
		};
		const select = labelled(words.question).createEl("select", { cls: "dropdown" });
		port.objectives.forEach((objective, index) =>
			select.createEl("option", { text: objective.name, attr: { value: String(index) } }),
		);
		select.createEl("option", { text: port.words.menu.ask, attr: { value: "free" } });
		const field = contentEl.createEl("textarea", {
			cls: "expert-friend-field",
			attr: { rows: "2", placeholder: port.words.ask.placeholder, "aria-label": port.words.ask.placeholder },
		});
		const filter = labelled(words.models).createEl("input", {
			type: "search",
			placeholder: words.filter,
			attr: { "aria-label": words.filter },
		});
		const list = contentEl.createDiv({
			cls: "expert-friend-compare-models",
			attr: { role: "group", "aria-label": words.models },
		});
		const blind = contentEl.createEl("label", { cls: "expert-friend-line" });
		const box = blind.createEl("input", { type: "checkbox" });
		box.checked = this.blind;
		blind.createSpan({ text: words.blind });
		const cost = contentEl.createDiv({ cls: "expert-friend-muted expert-friend-small", attr: { role: "status" } });
		const row = contentEl.createDiv({ cls: "modal-button-container" });
		const send = row.createEl("button", {
			cls: "mod-cta expert-friend-primary",
			text: port.words.ask.send,
			attr: { type: "button" },
		});
		row
			.createEl("button", { text: port.words.ask.cancel, attr: { type: "button" } })
			.addEventListener("click", () => this.close());

		const friends = port.friends.map((friend) => ({
			friend,
			sought: searchable([friend.name, friend.model], [friend.endpoint.name]),
		}));
		const objective = (): Objective | null =>
			select.value === "free" ? null : (port.objectives[Number(select.value)] ?? null);
		const update = (): void => {
			const asked = this.inOrder();
			field.toggle(objective() === null);
			// The list of words names who proposed what.
			blind.toggle(objective()?.kind !== "words");
			const fits = asked.length >= fewest && asked.length <= most;
			cost.setText(
				fits
					? words.forecast(asked.length, port.forecast(asked, objective(), field.value.trim()))
					: words.count(fewest, most),
			);
			send.disabled = !fits || (objective() === null && field.value.trim() === "");
		};
		const draw = (): void => {
			const fitting = search(filter.value, friends, ({ sought }) => sought).map(({ friend }) => friend);
			list.empty();
			for (const friend of [...new Set([...this.chosen, ...fitting])].slice(0, shownAtFirst)) {
				const label = list.createEl("label", { cls: "expert-friend-line" });
				const check = label.createEl("input", { type: "checkbox" });
				check.checked = this.chosen.has(friend);
				label.createSpan({ text: friend.name });
				label.createSpan({
					cls: "expert-friend-small expert-friend-muted",
					text: ` ${friend.model} · ${friend.endpoint.name}`,
				});
				check.addEventListener("change", () => {
					if (check.checked) this.chosen.add(friend);
					else this.chosen.delete(friend);
					update();
				});
			}
			update();
		};
		select.addEventListener("change", update);
		field.addEventListener("input", update);
		filter.addEventListener("input", draw);
		box.addEventListener("change", () => (this.blind = box.checked));
		send.addEventListener("click", () => {
			this.close();
			port.ask({ objective: objective(), question: field.value.trim(), friends: this.inOrder(), blind: this.blind });
		});
		draw();
		select.focus();
	}

	override onClose(): void {
		this.contentEl.empty();
	}

	private inOrder(): readonly Friend[] {
		return this.port.friends.filter((friend) => this.chosen.has(friend));
	}
}
