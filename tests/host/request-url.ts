import type * as obsidian from "obsidian";
import { arrayBufferToBase64, base64ToArrayBuffer } from "./functions";

/** Obsidian's `requestUrl`: done by the server, so that no rule of browsers applies, and not as a stream. */
export function requestUrl(request: obsidian.RequestUrlParam | string): obsidian.RequestUrlResponsePromise {
	const answer = send(typeof request === "string" ? { url: request } : request);
	return Object.assign<
		Promise<obsidian.RequestUrlResponse>,
		Omit<obsidian.RequestUrlResponsePromise, keyof Promise<unknown>>
	>(answer, {
		text: quiet(answer.then(({ text }) => text)),
		json: quiet(answer.then((response): unknown => response.json)),
		arrayBuffer: quiet(answer.then(({ arrayBuffer }) => arrayBuffer)),
	});
}

/** Obsidian's `request`: the text of the answer. */
export async function request(asked: obsidian.RequestUrlParam | string): Promise<string> {
	return (await requestUrl(asked)).text;
}

// Nobody may be waiting for this part of the answer; its failure is then no news.
function quiet<T>(promise: Promise<T>): Promise<T> {
	promise.catch(() => undefined);
	return promise;
}

async function send(asked: obsidian.RequestUrlParam): Promise<obsidian.RequestUrlResponse> {
	const headers: Record<string, string> = { ...asked.headers };
	if (asked.contentType !== undefined) headers["content-type"] = asked.contentType;
	const body =
		asked.body === undefined
			? null
			: arrayBufferToBase64(typeof asked.body === "string" ? new TextEncoder().encode(asked.body).buffer : asked.body);
	const response = await fetch("/host/request", {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ url: asked.url, method: asked.method ?? "GET", headers, body }),
	});
	const result = (await response.json()) as {
		status: number;
		headers: Record<string, string>;
		body: string;
		failed?: string;
		error?: string;
	};
	if (result.failed !== undefined || !response.ok)
		throw new Error(`net::ERR_FAILED ${result.failed ?? result.error ?? ""}`.trim());
	if (result.status >= 400 && asked.throw !== false) {
		throw Object.assign(new Error(`Request failed, status ${result.status}`), {
			status: result.status,
			headers: result.headers,
		});
	}
	const arrayBuffer = base64ToArrayBuffer(result.body);
	const text = new TextDecoder().decode(arrayBuffer);
	return {
		status: result.status,
		headers: result.headers,
		arrayBuffer,
		text,
		get json() {
			return JSON.parse(text) as unknown;
		},
	};
}
