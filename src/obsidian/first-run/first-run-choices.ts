import { Platform } from "obsidian";
import { isLocal, isOpenRouter, placeOf, presets, type Endpoint } from "../../core/endpoint/endpoint";
import type { InterfaceStrings } from "../../core/i18n/en";
import { sameServer, type FoundServer } from "../../llm/local";
import { leavesComputer } from "../../llm/models";
import { getModel } from "../endpoints/check-words";
import { ChoiceGroup, type Choice } from "./choice-group";
import type { FirstRunPort } from "./first-run";

/** Models named in a line. */
const mostNamed = 3;

/** Models that are chosen from a short list of their own; more are a matter of searching. */
const mostListed = 30;

export interface ChoicesPort extends Omit<FirstRunPort, "signIn"> {
	/** Signs in to an endpoint of the settings. */
	readonly signIn: (endpoint: Endpoint) => void;
	/** Opens the form for a key: of an endpoint that is set up, or of a kind that is not. */
	readonly enterKey: (of: Endpoint | null) => void;
}

/** A list of an endpoint's models to choose from. */
interface ModelSelect {
	/** The endpoint's. */
	readonly name: string;
	/** By which it is known again when all is drawn anew. */
	readonly key: string;
	readonly models: readonly string[];
	readonly chosen: string | null;
	readonly choose: (model: string) => void;
}

/** Who can be asked: what is set up, what was found on this computer, and what needs an account. */
export class FriendChoices {
	private readonly group: ChoiceGroup;
	private readonly below: HTMLElement;
	private found: readonly FoundServer[] = [];
	private looking = false;
	/** The model picked at a server that was found, by preset. */
	private readonly models = new Map<string, string>();

	constructor(
		parent: HTMLElement,
		labelledBy: string,
		private readonly port: ChoicesPort,
	) {
		this.group = new ChoiceGroup(parent, labelledBy, () => this.choices());
		this.below = parent.createDiv({
			cls: "expert-friend-row expert-friend-small expert-friend-muted",
			attr: { role: "status" },
		});
		void this.look();
	}

	/** Looks for servers on this computer. */
	async look(): Promise<void> {
		const held = this.below.contains(this.below.ownerDocument.activeElement);
		this.found = [];
		this.looking = true;
		this.render();
		await this.port.models.findLocal((found) => {
			if (!this.group.isConnected) return;
			this.found = found;
			this.render();
		});
		this.looking = false;
		if (!this.group.isConnected) return;
		this.render();
		if (!held) return;
		const again = this.below.find("button");
		if (again === null) this.group.focus();
		else again.focus();
	}

	/**
	 * Takes the row that is picked when it is a server on this computer with a model: what costs nothing needs no more
	 * asking.
	 * @returns whether there is a friend now
	 */
	async takePicked(): Promise<boolean> {
		if (this.port.models.current() !== null) return true;
		const server = this.found.find(
			({ preset, models }) => `found-${preset}` === this.group.picked && models.length > 0,
		);
		if (server === undefined || leavesComputer(this.models.get(server.preset) ?? server.models[0] ?? "")) return false;
		await this.take(server);
		return true;
	}

	render(): void {
		this.group.render();
		const strings = this.port.strings();
		this.below.empty();
		if (Platform.isMobileApp) return;
		if (this.looking) this.below.createSpan({ text: strings.firstRun.looking });
		else if (
			this.found.length === 0 &&
			!this.port.settings.value.endpoints.some(({ preset }) => presets[preset].local)
		) {
			this.below.createSpan({ text: strings.firstRun.noneFound });
			this.below
				.createEl("button", { cls: "expert-friend-quiet", text: strings.firstRun.lookAgain, attr: { type: "button" } })
				.addEventListener("click", () => void this.look());
		}
	}

	/** Gives the keys to the group. */
	focus(): void {
		this.group.focus();
	}

	private choices(): readonly Choice[] {
		const { settings } = this.port;
		const { endpoints } = settings.value;
		return [
			...endpoints.filter(({ baseUrl }) => isLocal(baseUrl)).map((endpoint) => this.setUp(endpoint)),
			...this.found
				.filter(({ preset }) => !endpoints.some(({ baseUrl }) => sameServer(baseUrl, presets[preset].baseUrl)))
				.map((server) => this.server(server)),
			...endpoints.filter(({ baseUrl }) => !isLocal(baseUrl)).map((endpoint) => this.setUp(endpoint)),
			...(endpoints.some(({ preset }) => preset === "openrouter") ? [] : [this.openRouter()]),
			this.other(),
		];
	}

	private setUp(endpoint: Endpoint): Choice {
		const { models, secrets } = this.port;
		const strings = this.port.strings();
		const model = models.modelAt(endpoint);
		const known = models.known(endpoint);
		const keyless = endpoint.secret !== "" && secrets.keyFor(endpoint).state !== "usable";
		const detail = [
			model === null ? "" : strings.firstRun.asked(models.targetOf(endpoint, model).name),
			keyless
				? strings.settings.keyMissing
				: model === null && known.length > 0
					? strings.firstRun.offers(
							listed(
								known.map(({ name }) => name),
								strings,
							),
						)
					: "",
			model === null ? "" : promise(endpoint, model, strings),
		];
		return {
			id: `endpoint-${endpoint.id}`,
			...place(endpoint, strings),
			detail: detail.filter((part) => part !== "").join(" "),
			current: model !== null && !keyless,
			control: (parent) => {
				if (keyless && isOpenRouter(endpoint))
					this.button(parent, strings.firstRun.signIn, endpoint.id, () => this.port.signIn(endpoint));
				else if (keyless)
					this.button(parent, strings.firstRun.enterKey, endpoint.id, () => this.port.enterKey(endpoint));
				else if (known.length > 0 && known.length <= mostListed)
					this.select(parent, {
						name: endpoint.name,
						key: endpoint.id,
						models: known.map(({ id }) => id),
						chosen: model,
						choose: (id) => void this.port.settings.set({ model: { endpoint: endpoint.id, model: id } }),
					});
				else
					this.button(parent, strings.menu.chooseModel, endpoint.id, () => models.choose(() => undefined, [endpoint]));
			},
		};
	}

	private server(server: FoundServer): Choice {
		const strings = this.port.strings();
		const endpoint: Endpoint = {
			id: server.preset,
			preset: server.preset,
			name: presets[server.preset].name,
			baseUrl: presets[server.preset].baseUrl,
			secret: "",
		};
		return {
			id: `found-${server.preset}`,
			...place(endpoint, strings),
			detail:
				server.models.length === 0
					? `${strings.settings.checks["no-models"]} ${getModel(strings, endpoint)}`.trim()
					: `${strings.firstRun.offers(listed(server.models, strings))} ` +
						`${promise(endpoint, this.models.get(server.preset) ?? server.models[0] ?? "", strings)}`,
			current: false,
			control: (parent) => {
				if (server.models.length === 0)
					return this.button(parent, strings.firstRun.lookAgain, server.preset, () => void this.look());
				this.select(parent, {
					name: endpoint.name,
					key: `model-${server.preset}`,
					models: server.models,
					chosen: this.models.get(server.preset) ?? server.models[0] ?? null,
					choose: (id) => {
						this.models.set(server.preset, id);
						this.group.pick(`found-${server.preset}`);
					},
				});
				this.button(parent, strings.firstRun.take, server.preset, () => void this.take(server));
			},
		};
	}

	private openRouter(): Choice {
		const { signIn, models } = this.port;
		const strings = this.port.strings().firstRun;
		return {
			id: "openrouter",
			icon: "globe",
			title: presets.openrouter.name,
			current: false,
			detail: `${strings.openrouter} ${strings.browser}`,
			control: (parent) =>
				this.button(parent, strings.signIn, "openrouter", () => void models.add("openrouter").then(signIn)),
		};
	}

	private other(): Choice {
		const strings = this.port.strings().firstRun;
		return {
			id: "other",
			icon: "key-round",
			title: strings.other,
			detail: strings.otherHint,
			current: false,
			control: (parent) => this.button(parent, strings.enterKey, "other", () => this.port.enterKey(null)),
		};
	}

	private async take({ preset, models: offered }: FoundServer): Promise<void> {
		const { models, settings } = this.port;
		const model = this.models.get(preset) ?? offered[0];
		if (model === undefined) return;
		const endpoint = await models.add(preset);
		this.group.keep(`endpoint-${endpoint.id}`);
		// The names and exact versions of its models; that they are not known keeps nothing from being asked.
		await models.refresh(endpoint).catch(() => undefined);
		await settings.set({ model: { endpoint: endpoint.id, model } });
	}

	private button(parent: HTMLElement, text: string, key: string, press: () => void): void {
		parent
			.createEl("button", { text, attr: { type: "button", "data-key": `press-${key}` } })
			.addEventListener("click", press);
	}

	private select(parent: HTMLElement, { name, key, models, chosen, choose }: ModelSelect): void {
		const { strings } = this.port;
		const select = parent.createEl("select", {
			cls: "dropdown",
			attr: { "aria-label": strings().firstRun.model(name), "data-key": `select-${key}` },
		});
		if (chosen === null) select.createEl("option", { text: strings().settings.chooseModel, attr: { value: "" } });
		for (const id of chosen === null || models.includes(chosen) ? models : [chosen, ...models])
			select.createEl("option", { text: id, attr: { value: id } });
		if (chosen !== null) select.value = chosen;
		select.addEventListener("change", () => {
			if (select.value !== "") choose(select.value);
		});
	}
}

/** Names in a sentence: the first few, and how many more there are. */
function listed(names: readonly string[], strings: InterfaceStrings): string {
	const more =
		names.length > mostNamed + 1
			? [strings.firstRun.andMore((names.length - mostNamed).toLocaleString(strings.locale))]
			: [];
	return new Intl.ListFormat(strings.locale).format([
		...(more.length > 0 ? names.slice(0, mostNamed) : names),
		...more,
	]);
}

/** What is sure of a server at home. Not of one that is only known by its address: it may pass on what it is sent. */
function promise({ preset, baseUrl }: Endpoint, model: string, strings: InterfaceStrings): string {
	if (!presets[preset].local || !isLocal(baseUrl)) return "";
	if (leavesComputer(model)) return strings.firstRun.leaves;
	return placeOf(baseUrl) === "device" ? strings.firstRun.staysHere : strings.firstRun.staysHome;
}

function place(
	{ name, baseUrl }: Endpoint,
	strings: InterfaceStrings,
): { readonly icon: string; readonly title: string } {
	if (placeOf(baseUrl) === "device") return { icon: "laptop", title: strings.firstRun.here(name) };
	return isLocal(baseUrl) ? { icon: "server", title: strings.firstRun.home(name) } : { icon: "globe", title: name };
}
