import type { Endpoint } from "../core/endpoint";
import { responseFailure } from "./failure";
import { headersFor } from "./headers";
import type { ReadOnce } from "./models";
import type { WholeResponse } from "./transport";

/** What a test of an endpoint finds. `cors`: it answers, but pages may not read it, so answers will not stream. */
export type CheckResult = "ok" | "no-server" | "cors" | "key-refused" | "no-such-model" | "no-credit";

/**
 * Finds what is wrong with an endpoint, for the price of one token where it gets that far: only a real request tells
 * whether the key, the model and the credit are good.
 */
export async function checkEndpoint(endpoint: Endpoint, key: string | null, model: string, read: ReadOnce, fetch: (url: string, init: RequestInit) => Promise<Response>, now: number): Promise<CheckResult> {
	const headers = headersFor(endpoint, key);
	let response: WholeResponse;
	try {
		const body = JSON.stringify({ model, messages: [{ role: "user", content: "." }], max_tokens: 1 });
		response = await read(`${endpoint.baseUrl}/chat/completions`, { method: "POST", headers, body });
	} catch {
		return "no-server";
	}
	if (response.status >= 400) {
		const failure = responseFailure(response.status, response.text, null, now, key === null ? [] : [key]);
		if (failure.kind === "auth" || failure.kind === "policy") return "key-refused";
		if (failure.kind === "credit") return "no-credit";
		if (response.status === 404 || /model/i.test(response.text)) return "no-such-model";
		return "no-server";
	}
	try {
		await fetch(`${endpoint.baseUrl}/models`, { headers });
		return "ok";
	} catch {
		return "cors";
	}
}
