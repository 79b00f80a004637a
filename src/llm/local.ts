import { originOf, presets, type Endpoint } from "../core/endpoint/endpoint";
import { headersFor } from "./headers";
import { modelEntries, type ReadOnce } from "./models";

/** Presets that run on the writer's own computer, in the order in which they are offered. */
export const localPresets = ["ollama", "lmstudio", "llamacpp"] as const;

export type LocalPreset = (typeof localPresets)[number];

/** A server that answered on its default port, with the ids of its models: none when none is loaded. */
export interface FoundServer {
	readonly preset: LocalPreset;
	readonly models: readonly string[];
}

/**
 * Milliseconds a server on this computer has to answer before it counts as not there. Where nobody listens is known at
 * once; a server that is loading a model, on a computer that is busy with it, takes seconds.
 */
const timeoutMs = 10_000;

/**
 * Servers that list models on the default ports of this computer. Nothing else is probed, no key is sent, and what
 * answers otherwise (any web server may stand on port 8080) is left out. Never throws.
 * @param after calls back once after so many milliseconds: the way to read can't be aborted, so a late answer is let
 * go.
 * @param onFound told all that were found so far, each time one more answers: none waits for a slower one
 * @returns all of them, when each has answered or was given up
 */
export async function findLocal(
	read: ReadOnce,
	after: (milliseconds: number, call: () => void) => () => void,
	onFound: (found: readonly FoundServer[]) => void = () => undefined,
): Promise<readonly FoundServer[]> {
	const servers = new Map<LocalPreset, FoundServer>();
	const found = (): readonly FoundServer[] => localPresets.flatMap((preset) => servers.get(preset) ?? []);
	await Promise.all(
		localPresets.map(async (preset) => {
			let stop = (): void => undefined;
			const late = new Promise<null>((resolve) => (stop = after(timeoutMs, () => resolve(null))));
			const endpoint = endpointOf(preset);
			const response = await Promise.race([
				read(`${endpoint.baseUrl}/models`, { headers: headersFor(endpoint, null) }).catch(() => null),
				late,
			]);
			stop();
			const entries = response === null || response.status >= 400 ? null : modelEntries(response.text);
			if (entries === null) return;
			servers.set(preset, { preset, models: entries.map(({ id }) => id) });
			onFound(found());
		}),
	);
	return found();
}

/** Whether two addresses lead to the same server; this computer has several names for itself. */
export function sameServer(one: string, other: string): boolean {
	const plain = (url: string): string | null =>
		originOf(url)?.replace(/\/\/(localhost|\[::1\])(?=:|$)/, "//127.0.0.1") ?? null;
	return plain(one) !== null && plain(one) === plain(other);
}

function endpointOf(preset: LocalPreset): Endpoint {
	const { name, baseUrl } = presets[preset];
	return { id: preset, preset, name, baseUrl, secret: "" };
}
