// Requests passed on to another server, with cuts kept visible: a stream that broke upstream must look broken to the
// page.
import http from "node:http";
import https from "node:https";

/** Passes a request on to `target` (an absolute URL) and its answer back, as it streams. */
export function forward(request, response, target) {
	const url = new URL(target);
	const headers = { ...request.headers, host: url.host };
	// The page and the friend share an origin here; what the page's browser says about it is nothing to the friend.
	for (const name of ["origin", "referer", "cookie", "connection"]) delete headers[name];
	const upstream = (url.protocol === "https:" ? https : http).request(
		url,
		{ method: request.method, headers },
		(answer) => {
			const kept = Object.fromEntries(
				Object.entries(answer.headers).filter(([name]) => !["connection", "keep-alive"].includes(name)),
			);
			response.writeHead(answer.statusCode ?? 502, kept);
			response.flushHeaders();
			answer.on("data", (chunk) => response.write(chunk));
			answer.on("end", () => (answer.complete ? response.end() : response.destroy()));
			answer.on("aborted", () => response.destroy());
			answer.on("error", () => response.destroy());
		},
	);
	upstream.on("error", () => response.destroy());
	response.on("close", () => upstream.destroy());
	request.pipe(upstream);
}

/** Does one whole request for the page, as Obsidian's `requestUrl` does outside the browser: no CORS, no streaming. */
export async function requestForPage({ url, method = "GET", headers = {}, body = null }) {
	const answer = await fetch(url, { method, headers, body: body === null ? undefined : Buffer.from(body, "base64") });
	return {
		status: answer.status,
		headers: Object.fromEntries(answer.headers),
		body: Buffer.from(await answer.arrayBuffer()).toString("base64"),
	};
}
