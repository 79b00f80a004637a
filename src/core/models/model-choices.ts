import type { Endpoint } from "../endpoint/endpoint";
import { sameChoice, type ModelChoice } from "../settings/settings";

/**
 * Where a model stands in the picker: the writer's favourites first, then what was used lately, then what endpoints
 * list.
 */
export type Section = "favourites" | "recent" | "listed";

/** A model that can be chosen. `info` is what its endpoint's list says of it; null when no list has it. */
export interface Choosable<Info> {
	readonly endpoint: Endpoint;
	readonly id: string;
	readonly info: Info | null;
	readonly section: Section;
}

/**
 * All models that can be chosen, each once. Favourites and recent ones are there whether or not a list has them: a list
 * that is gone or late never keeps a known model from being asked. Those of endpoints that were removed are left out.
 * @param recent the newest first
 */
export function choosable<Info extends { readonly id: string }>(
	endpoints: readonly Endpoint[],
	listed: (endpoint: Endpoint) => readonly Info[],
	favourites: readonly ModelChoice[],
	recent: readonly ModelChoice[],
): readonly Choosable<Info>[] {
	const lists = new Map(
		endpoints.map((endpoint) => [
			endpoint.id,
			{ endpoint, infos: new Map(listed(endpoint).map((info) => [info.id, info])) },
		]),
	);
	const of = (choices: readonly ModelChoice[], section: Section): readonly Choosable<Info>[] =>
		choices.flatMap((choice) => {
			const list = lists.get(choice.endpoint);
			return list === undefined
				? []
				: [{ endpoint: list.endpoint, id: choice.model, info: list.infos.get(choice.model) ?? null, section }];
		});
	const before = [
		...of(favourites, "favourites"),
		...of(
			recent.filter((choice) => !favourites.some((favourite) => sameChoice(favourite, choice))),
			"recent",
		),
	];
	const taken = new Map(
		endpoints.map((endpoint) => [
			endpoint.id,
			new Set(before.filter((one) => one.endpoint.id === endpoint.id).map((one) => one.id)),
		]),
	);
	return [
		...before,
		...[...lists.values()].flatMap(({ endpoint, infos }) =>
			[...infos.values()].flatMap((info) =>
				taken.get(endpoint.id)?.has(info.id) === true
					? []
					: [{ endpoint, id: info.id, info, section: "listed" as const }],
			),
		),
	];
}

/**
 * What was typed as the exact id of a model that can be asked although nothing has it: one for each endpoint that does
 * not know it. None for a text that can't be an id.
 */
export function typedId<Info>(
	query: string,
	endpoints: readonly Endpoint[],
	known: readonly Choosable<Info>[],
): readonly Choosable<Info>[] {
	const id = query.trim();
	if (id === "" || /\s/.test(id)) return [];
	return endpoints
		.filter((endpoint) => !known.some((one) => one.id === id && one.endpoint.id === endpoint.id))
		.map((endpoint) => ({ endpoint, id, info: null, section: "listed" }));
}
