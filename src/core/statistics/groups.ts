import type { Openness } from "../endpoint/openness";
import type { Facts } from "../journal/facts";
import { pastSources, type PastRow, type PastSource } from "../past/past-use";

/** What is known of models and endpoints outside of the journal. */
export interface GroupSources {
	/** How open a model is, by its exact id. */
	readonly opennessOf: (model: string) => Openness;
	/** Name of an endpoint of the settings, by its id; null when it was removed. */
	readonly endpointName: (id: string) => string | null;
}

/** What consultations can be grouped by. */
export const groupings = ["model", "provider", "objective", "note", "openness", "place", "endpoint"] as const;
export type Grouping = (typeof groupings)[number];

/** The group of a consultation: a name or an id; empty where it is not known. Of what the writer told, its own. */
export function groupOf(facts: Facts, grouping: Grouping, sources: GroupSources): string {
	const group = measured[grouping](facts, sources);
	if (facts.told !== true) return group;
	if (grouping === "model") return `told:${group}`;
	return grouping === "provider" || grouping === "place" || grouping === "endpoint"
		? `told:${facts.provider ?? ""}`
		: group;
}

/** What a group of answers that were quoted from elsewhere stands for: a model's name or a site; null for any other. */
export function toldIn(group: string): string | null {
	return group.startsWith("told:") ? group.slice("told:".length) : null;
}

const measured: Readonly<Record<Grouping, (facts: Facts, sources: GroupSources) => string>> = {
	model: ({ model }) => model,
	provider: ({ provider, endpoint }, { endpointName }) =>
		provider ?? (endpoint === null ? "" : (endpointName(endpoint) ?? endpoint)),
	objective: ({ objective }) => objective,
	note: ({ note }) => note,
	openness: ({ model }, { opennessOf }) => opennessOf(model),
	place: ({ place }) => place ?? "",
	endpoint: ({ endpoint }) => endpoint ?? "",
};

/** The group of what was imported: its source, never joined with what the journal tells; of models each for itself. */
export function pastGroup({ source, model }: PastRow, grouping: Grouping): string {
	return grouping === "model" ? `imported:${source}:${model}` : `imported:${source}`;
}

/** What a group of `pastGroup` stands for; null for any other. */
export function importedIn(group: string): { readonly source: PastSource; readonly model: string } | null {
	const [, name, model = ""] = /^imported:([a-z-]+)(?::(.*))?$/.exec(group) ?? [];
	const source = (Object.keys(pastSources) as PastSource[]).find((one) => one === name);
	return source === undefined ? null : { source, model };
}
