// The stand-in with a plugin in it, and endpoints for it on loopback, for what is measured in the whole of the app.
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { launch } from "../browser.mjs";
import { buildHost, buildPlugin, writeVault } from "../demo/server/build.mjs";
import { startServer } from "../demo/server/server.mjs";

const manifest = {
	id: "expert-friend",
	name: "",
	version: "1.0.0",
	minAppVersion: "1.13.0",
	description: "",
	author: "",
};
const nothing = 'module.exports = class extends require("obsidian").Plugin {};';

/** A browser, a folder, and in it the stand-in and the plugin as they are built; all is gone after `use`. */
export async function withBuilds(name, use) {
	const dir = await mkdtemp(path.join(os.tmpdir(), `expert-friend-${name}-`));
	const browser = await launch();
	try {
		const base = { hostDir: path.join(dir, "host"), pluginDir: path.join(dir, "plugin") };
		await Promise.all([buildHost(base.hostDir), buildPlugin(base.pluginDir)]);
		return await use({ dir, browser, base });
	} finally {
		await browser.close();
		await rm(dir, { recursive: true, force: true });
	}
}

/** Makes a folder with a plugin of the same name that does nothing. */
export async function writeBare(dir) {
	await writeVault(dir, { "main.js": nothing, "manifest.json": JSON.stringify(manifest), "styles.css": "" });
	return dir;
}

/** Makes a vault of one note, `A.md`, with an endpoint and its model chosen. */
export async function writeOneNote(vaultDir, text, endpoint, model) {
	await mkdir(vaultDir, { recursive: true });
	await writeVault(vaultDir, {
		"A.md": text,
		".obsidian/plugins/expert-friend/data.json": JSON.stringify({
			endpoints: [{ id: "e", preset: "custom", name: "E", baseUrl: endpoint, secret: "" }],
			model: { endpoint: "e", model },
		}),
	});
}

/** A page that shows `A.md` of such a vault; it closes with everything else. */
export async function openPage(browser, base, vaultDir) {
	const server = await startServer({ ...base, port: 0, vaultDir, boot: { language: "en", open: "A.md" } });
	const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
	await page.goto(server.url);
	await page.waitForFunction(() => window.app?.workspace.activeEditor?.editor !== undefined);
	return { page, close: () => page.close().then(() => server.close()) };
}

/** An endpoint that lists these models and answers by `answer`, which is given a response whose head was sent. */
export async function startEndpoint(models, answer) {
	const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
	const server = http.createServer((request, response) => {
		if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
		if (request.url.endsWith("/models"))
			return void response.writeHead(200, cors).end(JSON.stringify({ data: models.map((id) => ({ id })) }));
		answer(response.writeHead(200, { ...cors, "content-type": "text/event-stream" }));
	});
	await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}/v1`,
		close: () => {
			server.closeAllConnections();
			return new Promise((resolve) => server.close(resolve));
		},
	};
}

/** One frame of a streamed answer. */
export function frameOf(model, content) {
	return `data: ${JSON.stringify({ model, choices: [{ delta: { content } }] })}\n\n`;
}

/** Calls back with how much is due by now, at a rate by the second, until a response is closed. */
export function atRate(response, rate, milliseconds, send) {
	const begun = performance.now();
	const timer = setInterval(() => send(((performance.now() - begun) / 1000) * rate), milliseconds);
	response.on("close", () => clearInterval(timer));
}

/** Runs a command of the plugin on the first line of the note, from one character to another. */
export async function runOn(page, id, from, to) {
	const command = `expert-friend:${id}`;
	await page.waitForFunction((name) => name in (window.app?.commands.commands ?? {}), command);
	await page.evaluate(
		([name, begin, end]) => {
			const { workspace, commands } = window.app;
			workspace.setActiveLeaf(workspace.getMostRecentLeaf(), { focus: true });
			workspace.activeEditor.editor.setSelection({ line: 0, ch: begin }, { line: 0, ch: end });
			commands.executeCommandById(name);
		},
		[command, from, to],
	);
}
