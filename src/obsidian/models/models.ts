import { Notice, Platform, type App } from "obsidian";
import type { Answerer, Chat } from "../../core/chat/chat";
import type { Consultation } from "../../core/consultation/consultation";
import { currencyOf, defaultName, presets, type Endpoint, type PresetId } from "../../core/endpoint/endpoint";
import type { Price } from "../../core/estimate/money";
import type { InterfaceStrings } from "../../core/i18n/en";
import { choosable } from "../../core/models/model-choices";
import { endpointOf, sameChoice, type ModelChoice } from "../../core/settings/settings";
import { checkEndpoint, type Check, type CheckStep } from "../../llm/check";
import { findLocal, sameServer, type FoundServer } from "../../llm/local";
import { readableName, withoutVersion } from "../../core/models/model-name";
import type { ModelInfo, ModelTarget } from "../../core/models/model-target";
import type { TransportDeps } from "../../llm/transport";
import { askedModels } from "./asked-models";
import { ModelLists } from "./model-lists";
import { ModelEstimates } from "./model-estimates";
import { ModelPicker, type ModelPickerPort } from "./model-picker";
import { readOnce } from "../endpoints/network";
import type { Device } from "../storage/device";
import { RecentModels } from "../storage/recent-models";
import type { Secrets } from "../storage/secrets";
import type { SettingsStore } from "../storage/settings-store";

/** Tokens of the rules and the style that go along with a note, about. */
const rulesTokens = 500;

export interface ModelsPort {
	readonly app: App;
	readonly settings: SettingsStore;
	readonly secrets: Secrets;
	readonly device: Device;
	readonly strings: () => InterfaceStrings;
	readonly transport: TransportDeps;
	/** ISO date, where the writer is. */
	readonly today: () => string;
}

/**
 * What is known of models: their lists, names, prices and versions. A list that can't be fetched never keeps a model
 * from being asked.
 */
export class Models {
	private readonly lists: ModelLists;
	private readonly recent: RecentModels;

	constructor(private readonly port: ModelsPort) {
		this.lists = new ModelLists(port.device, port.secrets, port.today);
		this.recent = new RecentModels(port.device);
	}

	/** The model chosen in the settings; null when none is. */
	current(): ModelTarget | null {
		const { model } = this.port.settings.value;
		const endpoint = endpointOf(this.port.settings.value, model);
		return endpoint === null || model === null ? null : this.targetOf(endpoint, model.model);
	}

	/**
	 * The model to ask where another than the chosen one may be named by its id: at the chosen model's endpoint if that
	 * lists it, else at the first that does, else at the chosen one's all the same. Null when no model is chosen.
	 */
	toAsk(named: string | null): ModelTarget | null {
		const current = this.current();
		if (current === null || named === null) return current;
		const endpoint = [current.endpoint, ...this.port.settings.value.endpoints].find(
			(one) => this.lists.find(one, named) !== null,
		);
		return this.targetOf(endpoint ?? current.endpoint, named);
	}

	/** An endpoint of the settings; null when it was removed. */
	endpoint(id: string): Endpoint | null {
		return this.port.settings.value.endpoints.find((endpoint) => endpoint.id === id) ?? null;
	}

	/** The endpoint of a consultation as it is now; what is known of it when it was removed. */
	endpointOf({ endpoint: { id, name } }: Pick<Consultation, "endpoint">): Endpoint {
		return this.endpoint(id) ?? { id, preset: "custom", name, baseUrl: "", secret: "" };
	}

	targetOf(endpoint: Endpoint, model: string): ModelTarget {
		const info = this.lists.find(endpoint, model);
		return {
			endpoint,
			model,
			name: info?.name ?? readableName(model),
			info,
			price: info?.price ?? this.ownPrice(endpoint, model),
		};
	}

	/**
	 * The model first, then others of its endpoint that can be asked next: up to three, the favourites before what the
	 * list begins with.
	 */
	rotation(first: ModelTarget): readonly [ModelTarget, ...ModelTarget[]] {
		return [first, ...this.others(first, [first.endpoint]).slice(0, 3)];
	}

	/**
	 * Fetches the lists that are not known yet, and those whose models change their version under the same name;
	 * failures are silent, since a model can be asked all the same.
	 */
	async prepare(): Promise<void> {
		const wanted = this.port.settings.value.endpoints.filter(
			(endpoint) => this.lists.dateOf(endpoint) === null || presets[endpoint.preset].versions !== null,
		);
		await Promise.allSettled(wanted.map((endpoint) => this.lists.refresh(endpoint)));
	}

	/** Fetches an endpoint's list. @throws ListError; the list there was stays. */
	refresh(endpoint: Endpoint): Promise<void> {
		return this.lists.refresh(endpoint);
	}

	/** A chat that remembers which models are asked, and tells which version of a local model answers. */
	remembered(chat: Chat): Chat {
		return askedModels(chat, this.lists, this.recent);
	}

	/** Lets the writer pick a model, then calls back. @param endpoints all by default */
	choose(then: () => void, endpoints = this.port.settings.value.endpoints): void {
		if (endpoints.length === 0) {
			new Notice(this.port.strings().failures.setup);
			return;
		}
		const { settings } = this.port;
		new ModelPicker(this.port.app, {
			strings: this.port.strings(),
			endpoints,
			lists: this.lists,
			current: settings.value.model,
			favourites: () => settings.value.favourites,
			recent: this.recent.list,
			policy: settings.value,
			estimates: this.pickerEstimates(),
			today: this.port.today(),
			star: (choice, starred) =>
				void settings.set({
					favourites: [
						...settings.value.favourites.filter((other) => !sameChoice(other, choice)),
						...(starred ? [choice] : []),
					],
				}),
			choose: (model) => void settings.set({ model }).then(then),
		}).open();
	}

	/** Tests an endpoint with the model that is asked of it; without one its list is read only. */
	check(endpoint: Endpoint, told: (step: CheckStep) => void, signal: AbortSignal): Promise<Check> {
		return checkEndpoint(
			endpoint,
			this.port.secrets.keyFor(endpoint),
			this.modelAt(endpoint),
			{ ...this.port.transport, read: readOnce, onStep: told },
			signal,
		);
	}

	/** The model that is asked at an endpoint; null when another endpoint is asked, or none. */
	modelAt(endpoint: Endpoint): string | null {
		const { model } = this.port.settings.value;
		return model?.endpoint === endpoint.id ? model.model : null;
	}

	/**
	 * Servers on this computer that are not set up yet. On a phone `localhost` is the phone, where there are none.
	 * @param onFound told those that were found so far, each time one more answers
	 * @returns all of them, in some seconds at most
	 */
	async findLocal(onFound: (found: readonly FoundServer[]) => void): Promise<readonly FoundServer[]> {
		if (Platform.isMobileApp) return [];
		const isNew = ({ preset }: FoundServer): boolean =>
			!this.port.settings.value.endpoints.some((endpoint) => sameServer(endpoint.baseUrl, presets[preset].baseUrl));
		const found = await findLocal(
			readOnce,
			(milliseconds, call) => this.port.transport.after(milliseconds, call),
			(some) => onFound(some.filter(isNew)),
		);
		return found.filter(isNew);
	}

	/**
	 * Adds an endpoint of a kind to the settings and gives it. Its key is kept under a name of its own.
	 * @param baseUrl the kind's own address by default
	 */
	async add(preset: PresetId, baseUrl = presets[preset].baseUrl, keyed = presets[preset].needsKey): Promise<Endpoint> {
		const { endpoints } = this.port.settings.value;
		const taken = new Set(endpoints.map((endpoint) => endpoint.id));
		let id: string = preset;
		for (let n = 2; taken.has(id); n++) id = `${preset}-${n}`;
		const endpoint = {
			id,
			preset,
			name: defaultName(
				preset,
				baseUrl,
				endpoints.map(({ name }) => name),
			),
			baseUrl,
			secret: keyed ? `expert-friend-${id}` : "",
		};
		await this.port.settings.set({ endpoints: [...endpoints, endpoint] });
		return endpoint;
	}

	/** Changes the address of an endpoint of the settings, or gives it a name for a key that it was added without. */
	async corrected(endpoint: Endpoint, baseUrl = endpoint.baseUrl, keyed: boolean): Promise<Endpoint> {
		const { settings } = this.port;
		const of = (one: Endpoint): Endpoint => ({
			...one,
			baseUrl,
			secret: one.secret === "" && keyed ? `expert-friend-${one.id}` : one.secret,
		});
		await settings.set({ endpoints: settings.value.endpoints.map((one) => (one.id === endpoint.id ? of(one) : one)) });
		return this.endpoint(endpoint.id) ?? of(endpoint);
	}

	/**
	 * Models that can be asked beside this one: it first, then the favourites, then those of its endpoint, then those
	 * of others.
	 */
	everyone(first: ModelTarget): readonly ModelTarget[] {
		return [
			first,
			...this.others(first, [
				first.endpoint,
				...this.port.settings.value.endpoints.filter((endpoint) => endpoint.id !== first.endpoint.id),
			]),
		];
	}

	/** A model's name by its exact id, whichever endpoint lists it; the version of its weights is no part of the name. */
	nameOfId(id: string): string {
		return this.infoOfId(id)?.name ?? readableName(withoutVersion(id));
	}

	/** What is known of a model by its exact id, whichever endpoint lists it; null when none does. */
	infoOfId(id: string): ModelInfo | null {
		return this.targetOfId(id)?.info ?? null;
	}

	private targetOfId(id: string): ModelTarget | null {
		const plain = withoutVersion(id);
		const endpoint = this.port.settings.value.endpoints.find((one) => this.lists.find(one, plain) !== null);
		return endpoint === undefined ? null : this.targetOf(endpoint, plain);
	}

	/** The name under which an answer is recorded: that of the model that answered. */
	nameOf(target: ModelTarget, answerer: Answerer | null): string {
		if (answerer === null || answerer.model === target.model || answerer.model === target.info?.canonicalId)
			return target.name;
		return (
			this.targetOf(target.endpoint, answerer.model).info?.name ??
			(target.info !== null && answerer.model.startsWith(target.model) ? target.name : readableName(answerer.model))
		);
	}

	/**
	 * The most exact id that is known of who answered: the model of the reply, by the name that never changes, with the
	 * version of its weights.
	 */
	exactId(target: ModelTarget, answerer: Answerer | null): string {
		const answered = answerer?.model ?? target.model;
		const info = answered === target.model ? target.info : this.lists.find(target.endpoint, answered);
		const version = answerer?.version ?? info?.version ?? null;
		return version !== null ? `${info?.id ?? answered}@${version}` : (info?.canonicalId ?? answered);
	}

	/** Models of an endpoint as last listed on this device. */
	known(endpoint: Endpoint): readonly ModelInfo[] {
		return this.lists.known(endpoint);
	}

	/** What models would take for a question about the note at hand, beside the one asked now. */
	estimates(): ModelEstimates {
		const text = this.port.app.workspace.activeEditor?.editor?.getValue() ?? "";
		return new ModelEstimates({
			strings: this.port.strings(),
			current: this.current(),
			exactId: (target) => this.exactId(target, null),
			ofId: (id) => this.targetOfId(id),
			// Rough: the ratio of two models hardly depends on it.
			promptTokens: rulesTokens + Math.ceil(text.length / 4),
			time: Date.parse(`${this.port.today()}T12:00:00Z`),
		});
	}

	private pickerEstimates(): ModelPickerPort["estimates"] {
		const estimates = this.estimates();
		const of = ({ endpoint, model }: ModelChoice, say: (target: ModelTarget) => string): string => {
			const found = this.endpoint(endpoint);
			return found === null ? "" : say(this.targetOf(found, model));
		};
		return {
			times: (choice) => of(choice, (target) => estimates.times(target)),
			detail: (choice) => of(choice, (target) => estimates.detail(target)),
		};
	}

	private others(first: ModelTarget, endpoints: readonly Endpoint[]): readonly ModelTarget[] {
		return choosable(
			endpoints,
			(endpoint) => this.known(endpoint),
			[...this.port.settings.value.favourites].reverse(),
			[],
		)
			.filter(({ endpoint, id }) => endpoint.id !== first.endpoint.id || id !== first.model)
			.map(({ endpoint, id }) => this.targetOf(endpoint, id));
	}

	private ownPrice(endpoint: Endpoint, model: string): Price | null {
		const own = this.port.settings.value.ownPrices.find((one) => sameChoice(one, { endpoint: endpoint.id, model }));
		return own === undefined
			? null
			: {
					input: own.input,
					output: own.output,
					cachedInput: null,
					currency: currencyOf(endpoint),
					listed: own.entered,
				};
	}
}
