import { Notice, SuggestModal, type App } from "obsidian";
import type { Endpoint } from "../core/endpoint";
import { formatAmount } from "../core/estimate/money";
import type { InterfaceWords } from "../core/i18n/en";
import type { ModelInfo } from "../llm/models";

interface Choice {
	readonly endpoint: Endpoint;
	readonly model: ModelInfo;
	/** What is searched: name, id and endpoint in lower case. */
	readonly key: string;
}

/** Rows shown at once: more are a matter of typing another letter. */
const mostRows = 100;

/** A searchable list of all models of all endpoints, with what they cost and how open they are. */
export class ModelPicker extends SuggestModal<Choice> {
	private choices: readonly Choice[];

	constructor(
		app: App,
		private readonly words: InterfaceWords,
		private readonly endpoints: readonly Endpoint[],
		private readonly known: (endpoint: Endpoint) => readonly ModelInfo[],
		private readonly refresh: (endpoint: Endpoint) => Promise<readonly ModelInfo[]>,
		private readonly choose: (endpoint: Endpoint, model: string) => void,
	) {
		super(app);
		this.limit = mostRows;
		this.choices = this.gather();
		this.setPlaceholder(words.menu.chooseModel);
	}

	override onOpen(): void {
		void super.onOpen();
		for (const endpoint of this.endpoints) {
			if (this.known(endpoint).length > 0) continue;
			this.refresh(endpoint).then(() => {
				this.choices = this.gather();
				this.inputEl.dispatchEvent(new Event("input"));
			}, () => new Notice(`${endpoint.name}: ${this.words.settings.modelsFailed}`));
		}
	}

	override getSuggestions(query: string): Choice[] {
		const parts = query.toLowerCase().split(/\s+/).filter((part) => part !== "");
		return this.choices.filter(({ key }) => parts.every((part) => key.includes(part))).slice(0, mostRows);
	}

	override renderSuggestion({ endpoint, model }: Choice, element: HTMLElement): void {
		const { words } = this;
		element.addClass("expert-friend-model");
		const head = element.createDiv({ cls: "expert-friend-row" });
		head.createSpan({ text: model.name });
		head.createSpan({ cls: "expert-friend-end expert-friend-small expert-friend-muted", text: endpoint.name });
		const { price } = model;
		const per = (amount: number): string => formatAmount(amount, price?.currency ?? "USD", words.locale);
		const facts = [
			model.id,
			price === null ? words.menu.unknownPrice : words.models.price(per(price.input), per(price.output)),
			model.context === null ? "" : words.models.context(model.context.toLocaleString(words.locale)),
			words.models.openness[model.openness],
		];
		element.createDiv({ cls: "expert-friend-small expert-friend-muted", text: facts.filter((fact) => fact !== "").join(" · ") });
	}

	override onChooseSuggestion({ endpoint, model }: Choice): void {
		this.choose(endpoint, model.id);
	}

	private gather(): readonly Choice[] {
		return this.endpoints.flatMap((endpoint) => this.known(endpoint).map((model) => ({
			endpoint, model, key: `${model.name} ${model.id} ${endpoint.name} ${model.openness}`.toLowerCase(),
		})));
	}
}
