import { presets, type Endpoint } from "../../core/endpoint/endpoint";
import { keyToSend } from "../../core/endpoint/keys";
import type { ModelInfo } from "../../core/models/model-target";
import { ListError, listModels } from "../../llm/models";
import { storedLists, type ModelList } from "../../llm/stored-models";
import { readOnce } from "../endpoints/network";
import type { Device } from "../storage/device";
import type { Secrets } from "../storage/secrets";

/** Days after which a list is fetched again by itself. */
const freshFor = 7;

/** Milliseconds to wait for a list: the request itself can't be cancelled. */
const timeoutMs = 30_000;

/**
 * The lists of models as this device last fetched them, with their dates. A list that can't be fetched leaves the one
 * there was.
 */
export class ModelLists {
	private lists: Map<string, ModelList> | null = null;
	private readonly running = new Map<string, Promise<void>>();

	/** @param today ISO date, where the writer is */
	constructor(
		private readonly device: Device,
		private readonly secrets: Secrets,
		private readonly today: () => string,
	) {}

	/** Models of an endpoint as last listed; none when there is no list of its present address. */
	known(endpoint: Endpoint): readonly ModelInfo[] {
		return this.list(endpoint)?.models ?? [];
	}

	/** What an endpoint's list says of a model, by its id or the dated id behind it; null when it has none of it. */
	find(endpoint: Endpoint, model: string): ModelInfo | null {
		const known = this.known(endpoint);
		const { defaultTag } = presets[endpoint.preset];
		return (
			known.find((one) => one.id === model || one.canonicalId === model) ??
			(defaultTag === "" ? undefined : known.find((one) => one.id === `${model}:${defaultTag}`)) ??
			null
		);
	}

	/** ISO date of an endpoint's list; null when there is none. */
	dateOf(endpoint: Endpoint): string | null {
		return this.list(endpoint)?.date ?? null;
	}

	/** Whether an endpoint's list is to be fetched: there is none, or it is older than a week. */
	isDue(endpoint: Endpoint): boolean {
		const date = this.dateOf(endpoint);
		return date === null || Math.abs(Date.parse(this.today()) - Date.parse(date)) > freshFor * 86_400_000;
	}

	isRefreshing(endpoint: Endpoint): boolean {
		return this.running.has(placeOf(endpoint));
	}

	/**
	 * Fetches an endpoint's list and keeps it with its date; joins the fetching that is under way.
	 * @throws ListError; the list there was stays.
	 */
	refresh(endpoint: Endpoint): Promise<void> {
		const place = placeOf(endpoint);
		const under = this.running.get(place);
		if (under !== undefined) return under;
		const fetching = this.fetch(endpoint).finally(() => this.running.delete(place));
		this.running.set(place, fetching);
		return fetching;
	}

	private async fetch(endpoint: Endpoint): Promise<void> {
		const key = this.secrets.keyFor(endpoint);
		const date = this.today();
		let timer = 0;
		const late = new Promise<never>((_resolve, reject) => {
			timer = window.setTimeout(() => reject(new ListError("timeout", "No list in time.")), timeoutMs);
		});
		try {
			const models = await Promise.race([listModels(endpoint, keyToSend(key), readOnce, date), late]);
			this.all().set(endpoint.id, { date, baseUrl: endpoint.baseUrl, models });
			this.device.save("model-lists", Object.fromEntries(this.all()));
		} finally {
			window.clearTimeout(timer);
		}
	}

	private list(endpoint: Endpoint): ModelList | null {
		const list = this.all().get(endpoint.id);
		return list?.baseUrl === endpoint.baseUrl ? list : null;
	}

	private all(): Map<string, ModelList> {
		this.lists ??= new Map(Object.entries(this.device.read("model-lists", storedLists, {})));
		return this.lists;
	}
}

// An address that changed meanwhile has a list of its own.
function placeOf({ id, baseUrl }: Endpoint): string {
	return `${id} ${baseUrl}`;
}
