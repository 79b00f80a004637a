import { defaultName, type Endpoint } from "../endpoint/endpoint";
import type { Settings } from "./settings";

/** Endpoints with another address for one of them; a name that came from its address follows. */
export function withAddress(endpoints: readonly Endpoint[], id: string, baseUrl: string): readonly Endpoint[] {
	const taken = endpoints.filter((other) => other.id !== id).map(({ name }) => name);
	const named = (moved: Endpoint): string =>
		moved.name.replace(/ \d+$/, "") === defaultName(moved.preset, moved.baseUrl, [])
			? defaultName(moved.preset, baseUrl, taken)
			: moved.name;
	return endpoints.map((one) => (one.id === id ? { ...one, baseUrl, name: named(one) } : one));
}

/** Endpoints with another name for one of them. */
export function withName(endpoints: readonly Endpoint[], id: string, name: string): readonly Endpoint[] {
	return endpoints.map((one) => (one.id === id ? { ...one, name } : one));
}

/** What changes when an endpoint goes: all that is chosen of it goes too. */
export function withoutEndpoint({ endpoints, model, favourites, ownPrices }: Settings, id: string): Partial<Settings> {
	const others = <T extends { readonly endpoint: string }>(choices: readonly T[]): readonly T[] =>
		choices.filter((one) => one.endpoint !== id);
	return {
		endpoints: endpoints.filter((one) => one.id !== id),
		favourites: others(favourites),
		ownPrices: others(ownPrices),
		...(model?.endpoint === id ? { model: null } : {}),
	};
}
