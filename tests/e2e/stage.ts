import { cp, mkdir, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { inject } from "vitest";
import { presets } from "../../src/core/endpoint/endpoint";
import { interfaceLanguage } from "../../src/core/languages/interface-language";
import { seedsOf, seedText } from "../../src/core/prompts/seeds";
import { localPresets, type LocalPreset } from "../../src/llm/local";
import { writeVault } from "../demo/server/build.mjs";
import { startServer } from "../demo/server/server.mjs";
import type {} from "../host/page";
import { drag } from "./pointer";
import { Seats } from "./seats";

/** What a stage is set with. */
export interface StageOptions {
	/** Notes by path, or the demo's sample vault (a copy). Default: the sample. */
	vault?: Readonly<Record<string, string>> | "sample";
	/** Interface language. Default `en`. */
	lang?: string;
	theme?: "light" | "dark";
	/** A phone: `Platform.isMobile`, touch, 420 by 800 unless sizes are given. */
	mobile?: boolean;
	/** Pixels of the page. Default 1280 by 800. */
	width?: number;
	height?: number;
	/** Path of the note to begin with; the first by name otherwise. */
	open?: string;
	/** Base URL of an OpenAI-compatible endpoint, up to `/v1`. Default: the scripted friend, on the page's own origin. */
	endpoint?: string;
	/** The model asked. Default: the first that the endpoint lists. */
	model?: string;
	/**
	 * The plugin's whole `data.json`, or null for none, as at a first run. By the page's own origin where it is a
	 * function. Default: one that names the endpoint, in a vault whose notes of prompts are made already.
	 */
	data?: unknown;
	/** Secrets in the page's storage. */
	secrets?: Record<string, string>;
	/** What the device keeps for the vault, by key, each time the page is loaded. */
	device?: Readonly<Record<string, unknown>>;
	/**
	 * Servers on the default ports of this computer, by preset: base URLs up to `/v1` of servers that answer in their
	 * place. What else runs on the machine is out of reach.
	 */
	local?: Readonly<Partial<Record<LocalPreset, string>>>;
	/** A browser context of its own: for a test that moves the clock, takes requests over or adds scripts to the page. */
	alone?: boolean;
	/** A folder with another build of the plugin. */
	build?: string;
	/** Another plugin than the built one: the text of its main.js. Its id is `trial`. */
	plugin?: string;
}

/** A request that the page sent to an endpoint. */
export interface SentRequest {
	readonly url: string;
	readonly body: unknown;
}

/** A page with a vault of its own. Close it at the test's end. */
export interface Stage {
	readonly page: Page;
	/** The server's address, with a slash at its end. */
	readonly url: string;
	/** The vault's folder on disk. */
	readonly vaultDir: string;
	/** Uncaught errors and console.error of the page so far. */
	readonly errors: readonly string[];
	/** Everything the page has said on the console so far. */
	readonly console: readonly string[];
	/** The chat requests the page sent so far, in order. */
	readonly requests: readonly SentRequest[];
	/** The note as it is on disk, after all unsaved words were written. */
	readNote(path: string): Promise<string>;
	/** Writes a file of the vault on disk, as another program would; resolves once the page has heard of it. */
	writeNote(path: string, text: string): Promise<void>;
	/** Removes a file or folder of the vault on disk, as another program would; resolves once the page heard of it. */
	removeNote(path: string): Promise<void>;
	/** The text of the note that was last worked in. */
	editorText(): Promise<string>;
	/** Selects the first `text` in the active editor, with the pointer; scrolls there first when need be. */
	selectByPointer(text: string): Promise<void>;
	/** Loads the page again; the vault stays. */
	reload(): Promise<void>;
	close(): Promise<void>;
}

type Server = Awaited<ReturnType<typeof startServer>>;

let seats: Seats | undefined;
const seatsAt = (endpoint: string): Seats => (seats ??= new Seats(endpoint));

const sample = fileURLToPath(new URL("../demo/vault", import.meta.url));

async function firstModel(baseUrl: string): Promise<string | null> {
	const list = (await fetch(`${baseUrl}/models`)
		.then((response) => response.json())
		.catch(() => null)) as { data?: { id: string }[] } | null;
	return list?.data?.[0]?.id ?? null;
}

async function settings(options: StageOptions, origin: string): Promise<unknown> {
	if (typeof options.data === "function") return (options.data as (origin: string) => unknown)(origin);
	if (options.data !== undefined) return options.data;
	const baseUrl = options.endpoint ?? `${origin}/v1`;
	const model = options.model ?? (await firstModel(baseUrl)) ?? "test/model";
	return {
		endpoints: [{ id: "demo", preset: "custom", name: "Scripted friend", baseUrl, secret: "" }],
		model: { endpoint: "demo", model },
		notesMade: true,
	};
}

/** The notes of prompts as the plugin makes them once, by path. */
export function promptNotes(lang: string): Readonly<Record<string, string>> {
	const { folder, objectivesFolder, style, objectives } = seedsOf[interfaceLanguage("auto", lang)];
	return Object.fromEntries([
		[`${folder}/${style.name}.md`, seedText(style)],
		...objectives.map((seed) => [`${folder}/${objectivesFolder}/${seed.name}.md`, seedText(seed)] as const),
	]);
}

/** Opens the stand-in with the built plugin. Rejects when the page does not get ready. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
	const { hostDir, pluginDir, pluginFailure, browser: endpoint, friendUrl } = inject("stage");
	if (options.plugin === undefined && pluginFailure !== null)
		throw new Error(`The plugin could not be built:\n${pluginFailure.slice(0, 2000)}`);
	const dir = await mkdtemp(path.join(os.tmpdir(), "expert-friend-stage-"));
	const vaultDir = path.join(dir, "Vault");
	if (options.vault === undefined || options.vault === "sample") await cp(sample, vaultDir, { recursive: true });
	else await writeVault(vaultDir, options.vault);
	await mkdir(vaultDir, { recursive: true });

	let ofPlugin = options.build ?? pluginDir;
	if (options.plugin !== undefined) {
		ofPlugin = path.join(dir, "plugin");
		const manifest = {
			id: "trial",
			name: "Trial",
			version: "1.0.0",
			minAppVersion: "1.13.0",
			description: "",
			author: "",
		};
		await writeVault(ofPlugin, {
			"main.js": options.plugin,
			"manifest.json": JSON.stringify(manifest),
			"styles.css": "",
		});
	}
	const boot = {
		language: options.lang ?? "en",
		...(options.open === undefined ? {} : { open: options.open }),
		...(options.secrets === undefined ? {} : { secrets: options.secrets }),
		...(options.device === undefined ? {} : { device: options.device }),
	};
	const reach = Object.fromEntries(
		localPresets.map((preset) => [
			new URL(presets[preset].baseUrl).origin,
			options.local?.[preset] === undefined ? null : new URL(options.local[preset]).origin,
		]),
	);
	const mobile = options.mobile ?? false;
	const apart = options.local !== undefined || options.alone === true;
	const seat = await seatsAt(endpoint).take({ locale: options.lang ?? "en", hasTouch: mobile }, apart);
	const serve = (port: number): Promise<Server> =>
		startServer({ port, vaultDir, hostDir, pluginDir: ofPlugin, friendUrl, reach, boot });
	// Another program may have taken the port in the meantime.
	const server = await serve(seat.port).catch(() => serve(0));
	seat.port = server.port;
	const data = await settings(options, server.url.slice(0, -1));
	const id = options.plugin === undefined ? "expert-friend" : "trial";
	if (data !== null) await writeVault(vaultDir, { [`.obsidian/plugins/${id}/data.json`]: JSON.stringify(data) });
	if (options.data === undefined && id === "expert-friend") {
		const { folder } = seedsOf[interfaceLanguage("auto", options.lang ?? "en")];
		// A test that brings some of its own brings all.
		const isThere = await stat(path.join(vaultDir, folder)).catch(() => null);
		if (!isThere) await writeVault(vaultDir, promptNotes(options.lang ?? "en"));
	}
	// Seen before the page is there: it would be told of them as of settings from another device.
	await server.vault.scan();

	const { page } = seat;
	const close = async (): Promise<void> => {
		// A page of a few words.
		await seat.leave(`${server.url}plugin/manifest.json`);
		await server.close();
		await rm(dir, { recursive: true, force: true });
	};
	try {
		const size = { width: options.width ?? (mobile ? 420 : 1280), height: options.height ?? 800 };
		const before = page.viewportSize();
		if (before?.width !== size.width || before.height !== size.height) await page.setViewportSize(size);
		// Only where it is wanted: a page with routes is not asked for the preflights of CORS.
		if (options.local !== undefined) {
			await page.context().route(
				(url) => url.origin in reach,
				async (route) => {
					const url = new URL(route.request().url());
					const target = reach[url.origin];
					if (target == null) return route.abort("connectionrefused");
					await route.fulfill({ response: await route.fetch({ url: target + url.pathname }) });
				},
			);
		}
		const errors: string[] = [];
		const said: string[] = [];
		const requests: SentRequest[] = [];
		page.on("pageerror", (error) => errors.push(error.stack ?? error.message));
		page.on("console", (message) => {
			said.push(message.text());
			if (message.type() === "error") errors.push(message.text());
		});
		page.on("request", (request) => {
			if (request.method() !== "POST" || !request.url().endsWith("/chat/completions")) return;
			requests.push({ url: request.url(), body: request.postDataJSON() as unknown });
		});
		const address = new URL(server.url);
		address.searchParams.set("theme", options.theme ?? "light");
		if (mobile) address.searchParams.set("mobile", "1");
		const ready = async (): Promise<void> => {
			await page.waitForFunction(() => window.host?.ready);
			const failure = await page.evaluate(() => window.host.failure);
			if (failure !== null) throw new Error(`The plugin could not be loaded: ${failure}`);
		};
		const caughtUp = async (): Promise<void> => {
			await server.vault.scan();
			await page.evaluate((n) => window.app.vault.caughtUp(n), server.vault.told);
		};
		await page.goto(address.href);
		await ready();
		// A pointer is somewhere before it is moved: the first move that a page hears of tells no distance.
		await page.mouse.move(0, 0);
		return {
			page,
			url: server.url,
			vaultDir,
			errors,
			console: said,
			requests,
			close,
			async readNote(name) {
				await page.evaluate(() => window.host.saveAll());
				return readFile(path.join(vaultDir, name), "utf8");
			},
			async writeNote(name, text) {
				await mkdir(path.dirname(path.join(vaultDir, name)), { recursive: true });
				await server.vault.write(name, text);
				await caughtUp();
			},
			async removeNote(name) {
				await server.vault.remove(name, { recursive: true });
				await caughtUp();
			},
			editorText: () =>
				page.evaluate(() => {
					const view = window.app.workspace.getMostRecentLeaf()?.view as
						{ editor?: { getValue(): string } } | undefined;
					return view?.editor?.getValue() ?? "";
				}),
			selectByPointer: (text) => selectByPointer(page, text),
			async reload() {
				await page.evaluate(() => window.host.beforeUnload());
				await page.reload();
				await ready();
			},
		};
	} catch (error) {
		await close();
		throw error;
	}
}

// By drag, as a writer does; a double click would only take one word.
async function selectByPointer(page: Page, text: string): Promise<void> {
	const place = await page.evaluate(async (wanted) => {
		const editor = window.app.workspace.activeEditor?.editor;
		if (editor === undefined) throw new Error("No note is open.");
		const view = editor.cm;
		const at = view.state.doc.toString().indexOf(wanted);
		if (at < 0) throw new Error(`The note does not hold “${wanted}”.`);
		if (view.coordsAtPos(at) === null || view.coordsAtPos(at)!.bottom > window.innerHeight - 60) {
			editor.scrollIntoView({ from: editor.offsetToPos(at), to: editor.offsetToPos(at + wanted.length) }, true);
			await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
		}
		const from = view.coordsAtPos(at, 1);
		const to = view.coordsAtPos(at + wanted.length, -1);
		if (from === null || to === null) throw new Error(`“${wanted}” is not on screen.`);
		return {
			from: { x: from.left + 0.5, y: (from.top + from.bottom) / 2 },
			to: { x: to.right + 0.5, y: (to.top + to.bottom) / 2 },
		};
	}, text);
	await drag(page, place);
}
