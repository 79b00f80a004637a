// The demo: builds the plugin and the stand-in, serves them with a vault and a friend, and says where. node
// tests/demo/demo.mjs [--port N] [--vault DIR] [--base-url U --model M --api-key K] [--lang fr] [--auto [--shots DIR]]
// [--no-build]
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildHost, buildPlugin, buildPseudo } from "./server/build.mjs";
import { copySample } from "./server/sample.mjs";
import { startServer } from "./server/server.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const usage = `npm run demo -- [options]
  --port N        port on 127.0.0.1 (4173)
  --vault DIR     use the notes of this folder, in place: they are real files
  --base-url U    an OpenAI-compatible endpoint instead of the scripted friend, up to /v1
  --model M       the model to ask
  --api-key K     its key; goes to the page's secret storage only
  --lang L        language of the interface: en or fr; pseudo or pseudo-rtl, which nobody speaks, to look at
  --first-run     an empty vault, and no friend set up yet
  --auto          do the main job in Chromium, print the note, write screenshots; with --first-run the way from an
                  empty vault to a kept answer, with its clicks and seconds
  --shots DIR     where to (screenshots)
  --no-build      take main.js as it is`;

function options() {
	try {
		return parseArgs({
			options: {
				port: { type: "string", default: "4173" },
				vault: { type: "string" },
				"base-url": { type: "string" },
				model: { type: "string" },
				"api-key": { type: "string" },
				lang: { type: "string" },
				"first-run": { type: "boolean", default: false },
				auto: { type: "boolean", default: false },
				shots: { type: "string", default: "screenshots" },
				"no-build": { type: "boolean", default: false },
				help: { type: "boolean", default: false },
			},
		}).values;
	} catch (error) {
		fail(`${error.message}\n${usage}`);
	}
}

function fail(message) {
	console.error(message);
	process.exit(1);
}

const given = options();
if (given.help) {
	console.log(usage);
	process.exit(0);
}
const port = Number(given.port);
if (!Number.isInteger(port) || port < 0 || port > 65535) fail(`--port ${given.port} is no port number.`);

const cleanups = [];
async function stop() {
	for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
}
for (const signal of ["SIGINT", "SIGTERM"]) {
	process.once(signal, () => void stop().finally(() => process.exit(signal === "SIGINT" ? 130 : 143)));
}

async function temporary(name) {
	const dir = await mkdtemp(path.join(os.tmpdir(), `expert-friend-${name}-`));
	cleanups.push(() => rm(dir, { recursive: true, force: true }));
	return dir;
}

/** The vault's folder: the writer's own in place, or a copy of the sample that is thrown away. */
async function vaultFolder() {
	if (given.vault === undefined) {
		const dir = path.join(await temporary("demo"), "Vault");
		if (given["first-run"]) {
			await mkdir(dir, { recursive: true });
			return dir;
		}
		await copySample(dir);
		return dir;
	}
	const dir = path.resolve(given.vault);
	if (!(await stat(dir).catch(() => null))?.isDirectory()) fail(`--vault ${dir} is no folder.`);
	return dir;
}

async function firstModel(baseUrl) {
	const headers = given["api-key"] ? { authorization: `Bearer ${given["api-key"]}` } : {};
	const response = await fetch(`${baseUrl.replace(/\/$/, "")}/models`, { headers }).catch((error) => {
		if (error.cause?.message === "bad port")
			throw new Error(`Browsers refuse port ${new URL(baseUrl).port}. Choose another.`);
		throw new Error(`${baseUrl} cannot be reached: ${error.cause?.message ?? error.message}`);
	});
	const models = (await response.json().catch(() => null))?.data;
	if (!response.ok || !models?.[0]?.id)
		throw new Error(`${baseUrl}/models lists no model (status ${response.status}); name one with --model.`);
	return models[0].id;
}

/** The plugin's settings for a first visit; what a vault has already is left alone, unless an endpoint is given. */
async function writeSettings(vaultDir, origin) {
	const folder = path.join(vaultDir, ".obsidian/plugins/expert-friend");
	const file = path.join(folder, "data.json");
	const before = await readFile(file, "utf8")
		.then(JSON.parse)
		.catch(() => null);
	const baseUrl = given["base-url"];
	if (before !== null && baseUrl === undefined) {
		// A port chosen anew moves the scripted friend; the writer's own endpoints stay.
		const demo = before.endpoints?.find((one) => one.id === "demo");
		if (!demo || demo.baseUrl === `${origin}/v1`) return;
		demo.baseUrl = `${origin}/v1`;
		return writeFile(file, JSON.stringify(before, null, 2));
	}
	const endpoint =
		baseUrl === undefined
			? { id: "demo", preset: "custom", name: "Scripted friend", baseUrl: `${origin}/v1`, secret: "" }
			: {
					id: "given",
					preset: "custom",
					name: new URL(baseUrl).host,
					baseUrl,
					secret: given["api-key"] ? "expert-friend-given" : "",
				};
	const model = given.model ?? (await firstModel(endpoint.baseUrl));
	const others = (before?.endpoints ?? []).filter((one) => one.id !== endpoint.id);
	await mkdir(folder, { recursive: true });
	await writeFile(
		file,
		JSON.stringify({ ...before, endpoints: [endpoint, ...others], model: { endpoint: endpoint.id, model } }, null, 2),
	);
}

async function run() {
	const vaultDir = await vaultFolder();
	const hostDir = await temporary("host");
	const isPseudo = given.lang?.startsWith("pseudo") ?? false;
	const pluginDir = isPseudo ? await temporary("pseudo") : root;
	await Promise.all([
		buildHost(hostDir),
		isPseudo ? buildPseudo(pluginDir) : given["no-build"] ? null : buildPlugin(root),
	]);
	let friendUrl = null;
	if (given["base-url"] === undefined) {
		const { startFriend } = await import("./friend/friend.mjs");
		const friend = await startFriend({ port: 0 });
		cleanups.push(() => friend.close());
		friendUrl = friend.url;
	}
	const keyed = given["base-url"] && given["api-key"];
	// The sample has a journal already: the notes beside it are made all the same, as `device` says.
	const boot = {
		// The pseudo-language stands in the places of both.
		...(given.lang ? { language: { pseudo: "en", "pseudo-rtl": "fr" }[given.lang] ?? given.lang } : {}),
		// The first page of the sample vault, in the writer's language.
		...(given.vault === undefined && !given["first-run"]
			? { open: given.lang === "fr" ? "Pour commencer.md" : "Start here.md" }
			: {}),
		...(keyed ? { secrets: { "expert-friend-given": given["api-key"] } } : {}),
		device: {
			...(given.vault === undefined && !given["first-run"] ? { "expert-friend-making": "Expert friend" } : {}),
			// A key given for an address counts as entered for it on this device.
			...(keyed ? { "expert-friend-key-origins": { "expert-friend-given": new URL(given["base-url"]).origin } } : {}),
		},
	};
	const visits = given["first-run"] && given.auto ? await import("./first-visit.mjs") : null;
	const reach = visits === null ? {} : visits.onThisComputer(friendUrl);
	const server = await startServer({ port, vaultDir, hostDir, pluginDir, friendUrl, reach, boot }).catch((error) => {
		if (error.code !== "EADDRINUSE") throw error;
		throw new Error(`Port ${port} is taken. Choose another: npm run demo -- --port ${port + 1}`);
	});
	cleanups.push(() => server.close());
	if (!given["first-run"]) await writeSettings(vaultDir, server.url.replace(/\/$/, ""));
	console.log(`Demo ready: ${server.url}`);
	if (!given.auto) return;
	const tour = { url: server.url, vaultDir, shots: path.resolve(given.shots), language: given.lang ?? "fr" };
	if (visits === null) await (await import("./auto.mjs")).runMainJob(tour);
	else await visits.runFirstVisit({ ...tour, friendUrl });
	await stop();
}

await run().catch(async (error) => {
	await stop();
	fail(error.message === undefined ? String(error) : given.auto ? error.stack : error.message);
});
