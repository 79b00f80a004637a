// Serves the stand-in's page, the plugin's build, the vault and the friend, all on one origin of this machine.
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { forward, requestForPage } from "./forward.mjs";
import { Refused, VaultFolder } from "./vault-folder.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The page, with all it needs to know at its beginning: each thing asked for later is a round trip more. */
const pageOf = (boot) => `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Expert Friend: demo</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/host/host.css">
</head>
<body class="theme-light">
<script type="application/json" id="boot">${JSON.stringify(boot).replace(/</g, "\\u003c")}</script>
<script src="/host/host.js"></script>
</body>
</html>
`;

/** Bytes of a request: a note of many megabytes, and no more. */
const maxBody = 64 * 2 ** 20;

/** Characters of notes that the page gets at once; it reads the notes of a larger vault one by one. */
const maxTexts = 4_000_000;

/**
 * Starts the server on 127.0.0.1 only.
 * @param options.port 0 takes any free one; a busy port rejects with code EADDRINUSE.
 * @param options.vaultDir the vault's folder, served in place.
 * @param options.hostDir folder of the bundled page: host.js and host.css.
 * @param options.pluginDir folder of the plugin's build: main.js, manifest.json, styles.css; read anew at each load.
 * @param options.friendUrl where `/v1/*` and `/auth` go, or null.
 * @param options.reach where `requestUrl` goes instead, by origin; null for nowhere. For tests, to which what runs on
 * the machine must not matter.
 * @param options.boot more for the page: `secrets`, `device` (what this device keeps, by key), `language`, `open` (a
 * note's path).
 * @returns `{ url, port, vault, close() }`; `close` resolves once nothing is written to the vault any more.
 */
export async function startServer({ port = 0, vaultDir, hostDir, pluginDir, friendUrl = null, reach = {}, boot = {} }) {
	const vault = await new VaultFolder(vaultDir).start();
	const streams = new Set();
	const atVault = new Set();
	let own = null;

	const server = http.createServer((request, response) => {
		answer(request, response).catch((error) => {
			if (response.headersSent) return response.destroy();
			const status = error instanceof Refused ? error.status : error.code === "ENOENT" ? 404 : 500;
			send(response, status, { error: error.message, code: error.code });
		});
	});

	async function answer(request, response) {
		guard(request);
		const url = new URL(request.url, own);
		if (url.pathname.startsWith("/v1/") || url.pathname === "/auth") {
			if (friendUrl === null) throw new Refused(404, "No scripted friend here.");
			return forward(request, response, friendUrl + url.pathname + url.search);
		}
		if (url.pathname.startsWith("/host/vault/")) {
			const asked = vaultRequest(request, response, url.pathname.slice("/host/vault/".length)).finally(() =>
				atVault.delete(asked),
			);
			atVault.add(asked);
			return asked;
		}
		if (url.pathname === "/host/request" && request.method === "POST") {
			const result = await requestForPage(reached(await bodyOf(request))).catch((error) => ({
				failed: String(error.cause?.message ?? error.message),
			}));
			return send(response, 200, result);
		}
		if (url.pathname === "/host/changes") return changes(request, response, url.searchParams);
		if (request.method !== "GET" && request.method !== "HEAD") throw new Refused(405, "Not here.");
		switch (url.pathname) {
			case "/":
				return send(response, 200, pageOf(await bootOf()), "text/html; charset=utf-8");
			case "/host/host.js":
				return file(request, response, path.join(hostDir, "host.js"), "text/javascript; charset=utf-8");
			case "/host/host.css":
				return file(request, response, path.join(hostDir, "host.css"), "text/css; charset=utf-8");
			case "/host/icons.json":
				return file(request, response, path.join(hostDir, "icons.json"), "application/json");
			case "/host/gaps":
				return file(request, response, path.join(root, "docs/stand-in.md"), "text/plain; charset=utf-8");
			case "/host/boot.json":
				return send(response, 200, await bootOf());
			case "/plugin/main.js":
				return file(request, response, path.join(pluginDir, "main.js"), "text/javascript; charset=utf-8");
			case "/plugin/styles.css":
				return file(request, response, path.join(pluginDir, "styles.css"), "text/css; charset=utf-8");
			case "/plugin/manifest.json":
				return file(request, response, path.join(pluginDir, "manifest.json"), "application/json");
			default:
				throw new Refused(404, "Not here.");
		}
	}

	async function bootOf() {
		// The number first: what is read below may be newer, and is told again then.
		const { told } = vault;
		return {
			vaultId: createHash("sha256").update(vault.root).digest("hex").slice(0, 16),
			vaultName: path.basename(vault.root),
			tree: vault.tree(),
			told,
			texts: await vault.texts(maxTexts),
			...boot,
		};
	}

	function reached(asked) {
		const { origin } = new URL(asked.url);
		if (!Object.hasOwn(reach, origin)) return asked;
		// Port 9 of this machine (discard): no one answers there.
		return { ...asked, url: (reach[origin] ?? "http://127.0.0.1:9") + asked.url.slice(origin.length) };
	}

	// Another site open in the same browser must reach neither the notes nor the request proxy, not even by rebinding a
	// name.
	function guard(request) {
		const names = [`127.0.0.1:${server.address().port}`, `localhost:${server.address().port}`];
		if (!names.includes(request.headers.host)) throw new Refused(403, "Unknown host.");
		const { origin } = request.headers;
		if (origin !== undefined && origin !== `http://${request.headers.host}`)
			throw new Refused(403, "Another site asks.");
		const site = request.headers["sec-fetch-site"];
		const navigation = request.headers["sec-fetch-mode"] === "navigate" && request.method === "GET";
		if (site !== undefined && site !== "same-origin" && site !== "none" && !navigation)
			throw new Refused(403, "Another site asks.");
	}

	async function vaultRequest(request, response, operation) {
		if (request.method !== "POST") throw new Refused(405, "Only POST.");
		const { path: name = "", to, data, create, over, recursive, by } = await bodyOf(request);
		const operations = {
			tree: () => vault.tree(),
			read: () => vault.read(name),
			stat: () => vault.stat(name),
			list: () => vault.list(name),
			write: () => vault.write(name, data, { create, over, by }),
			append: () => vault.append(name, data, { by }),
			mkdir: () => vault.mkdir(name, { by }),
			remove: () => vault.remove(name, { recursive, by }),
			rename: () => vault.rename(name, to, { by }),
			copy: () => vault.copy(name, to, { by }),
		};
		if (!Object.hasOwn(operations, operation)) throw new Refused(404, "Not here.");
		if (["write", "append"].includes(operation) && typeof data !== "string") throw new Refused(400, "No text.");
		send(response, 200, { result: (await operations[operation]()) ?? null });
	}

	// From the state on that the page knows, and again from where a broken connection left off.
	function changes(request, response, asked) {
		const by = asked.get("by");
		const since = Number(request.headers["last-event-id"] ?? asked.get("since") ?? Number.NaN);
		response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
		response.write(": here\n\n");
		const stop = vault.onChange(
			(change) => {
				const { n, kind, path: name, type, stat } = change;
				// What the page did itself is only counted.
				const told = change.by !== null && change.by === by ? null : { kind, path: name, type, stat };
				response.write(`id: ${n}\ndata: ${JSON.stringify(told)}\n\n`);
			},
			Number.isInteger(since) ? since : undefined,
		);
		streams.add(response);
		response.on("close", () => {
			stop();
			streams.delete(response);
		});
	}

	await new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", resolve);
	}).catch((error) => {
		vault.close();
		throw error;
	});
	own = `http://127.0.0.1:${server.address().port}`;
	return {
		url: `${own}/`,
		port: server.address().port,
		vault,
		close: async () => {
			vault.close();
			for (const stream of streams) stream.destroy();
			await new Promise((resolve) => {
				server.close(resolve);
				server.closeAllConnections();
			});
			// A write goes on although the page that asked for it is gone.
			await Promise.allSettled(atVault);
		},
	};
}

async function bodyOf(request) {
	// A form of another site cannot send this type without asking first.
	if (!(request.headers["content-type"] ?? "").startsWith("application/json")) throw new Refused(415, "JSON only.");
	const chunks = [];
	let bytes = 0;
	for await (const chunk of request) {
		bytes += chunk.length;
		if (bytes > maxBody) throw new Refused(413, "Too much at once.");
		chunks.push(chunk);
	}
	try {
		return JSON.parse(Buffer.concat(chunks).toString("utf8"));
	} catch {
		throw new Refused(400, "Not JSON.");
	}
}

// The browser keeps it, and asks each time whether it is still the same: what it compiled is not compiled again, and
// what it has is not even read here.
async function file(request, response, name, type) {
	const { ino, mtimeMs, size } = await stat(name);
	const etag = `"${ino}-${mtimeMs}-${size}"`;
	if (request.headers["if-none-match"] === etag) return response.writeHead(304, { etag }).end();
	send(response, 200, await readFile(name), type, { "cache-control": "no-cache", etag });
}

function send(response, status, body, type = "application/json", more = {}) {
	const data = typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
	response.writeHead(status, {
		"content-type": type,
		"cache-control": "no-store",
		"x-content-type-options": "nosniff",
		"x-frame-options": "DENY",
		...more,
	});
	response.end(data);
}
