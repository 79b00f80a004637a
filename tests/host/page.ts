// The page's beginning: makes the stand-in's `app`, opens a note, loads the plugin.
import { App, type Boot } from "./app";
import { extendPage } from "./dom";
import { openPiece, type PieceKind } from "./editor/pieces";
import { modules } from "./module";
import { Platform } from "./platform";
import { Notice } from "./ui/notice";
import { showLabelsOnHover } from "./ui/tooltip";
import { pressBack } from "./window/back-key";
import { addExplorer } from "./window/explorer";
import { addOwnCommands } from "./window/own-commands";

/** What tests and the curious have beside `window.app`. */
interface Host {
	/** True once the plugin is loaded and the first note is open. */
	ready: boolean;
	/** Why the plugin could not be loaded, or null. */
	failure: string | null;
	/** How often the plugin was told of a file before the layout was ready: it should not listen by then. */
	createdAtStart: number;
	/** How many notes the plugin read before the layout was ready: none, it should be. */
	readAtStart: number;
	/** What notices have said, in order: those that are gone again too. */
	readonly noticed: string[];
	/** Does what Obsidian does when the system opens an `obsidian://` address. */
	openProtocol(url: string): unknown;
	/** Does what `obsidian <command> key=value` does in a terminal. */
	runCli(command: string, params?: Record<string, string>): unknown;
	/** Writes all unsaved notes now. */
	saveAll(): Promise<void>;
	/** Writes all unsaved notes, and waits for what a plugin is writing, as the app does before its window goes. */
	beforeUnload(): Promise<void>;
	/** Opens an editor of a piece of the note at hand, or of no note, with all of its text selected. */
	openPiece(kind: PieceKind, text: string): Promise<void>;
	/** Presses Android's back key. */
	back(): Promise<void>;
	/** Shows a phone's keyboard over the lower part of the page, so many pixels high; 0 takes it away. */
	keyboard(height: number): void;
}

declare global {
	interface Window {
		app: App;
		host: Host;
	}
}

function parameters(url: string): { action: string } & Record<string, string> {
	const parsed = new URL(url);
	if (parsed.protocol !== "obsidian:") throw new Error("Not an obsidian:// address.");
	const given = Object.fromEntries(
		[...parsed.searchParams].map(([key, value]) => [key, value === "" ? "true" : value]),
	);
	return { ...given, action: decodeURIComponent(parsed.hostname + parsed.pathname.replace(/\/$/, "")) };
}

async function start(): Promise<void> {
	extendPage();
	const sent = document.getElementById("boot");
	const boot = JSON.parse(sent?.textContent ?? "") as Boot;
	// It has what only the vault and the key store may hold: a test looks for a key in all of the page.
	sent?.remove();
	const query = new URLSearchParams(location.search);
	if (boot.language !== undefined && !query.has("lang")) window.localStorage.setItem("language", boot.language);
	document.documentElement.lang = query.get("lang") ?? boot.language ?? "en";
	document.body.toggleClass("is-mobile", Platform.isMobile);
	document.body.toggleClass("is-phone", Platform.isPhone);
	const app = new App(boot, modules);
	for (const [name, secret] of Object.entries(boot.secrets ?? {})) app.secretStorage.setSecret(name, secret);
	for (const [key, value] of Object.entries(boot.device ?? {})) app.saveLocalStorage(key, value);
	const manifest = app.plugins.loadManifest();
	window.app = app;
	window.host = {
		ready: false,
		createdAtStart: 0,
		readAtStart: 0,
		noticed: [],
		failure: null,
		openProtocol: (url) => {
			const data = parameters(url);
			const handler = app.protocolHandlers.get(data.action);
			if (handler === undefined) throw new Error(`Nobody answers obsidian://${data.action}.`);
			return handler(data) as unknown;
		},
		runCli: (command, params = {}) => {
			const handler = app.cliHandlers.get(command);
			if (handler === undefined) throw new Error(`No command ${command}.`);
			return handler(params);
		},
		saveAll: () => app.workspace.saveAll(),
		beforeUnload: async () => {
			await app.workspace.saveAll();
			await app.vault.idle();
		},
		openPiece: (kind, text) => openPiece(app, kind, text),
		back: () => pressBack(app),
		keyboard: (height) => {
			document.querySelector(".stand-in-keyboard")?.remove();
			document.body.style.setProperty("--keyboard-height", `${height}px`);
			if (height > 0) document.body.createDiv({ cls: "stand-in-keyboard", attr: { "aria-hidden": "true" } });
		},
	};
	// The system's part: a page of this origin that would lead to an obsidian:// address says it here.
	new BroadcastChannel("obsidian").addEventListener("message", (event: MessageEvent<unknown>) =>
		window.host.openProtocol(String(event.data)),
	);
	addOwnCommands(app);
	showLabelsOnHover();
	await app.metadataCache.indexAll();
	await addExplorer(app);
	const wanted =
		app.vault.getFileByPath(query.get("open") ?? boot.open ?? "") ??
		app.vault.getMarkdownFiles().sort((a, b) => a.path.localeCompare(b.path))[0];
	const leaf = app.workspace.getLeaf(false);
	app.workspace.setActiveLeaf(leaf, { focus: false });
	if (wanted !== undefined) await leaf.openFile(wanted);
	const before = app.vault.listening("create");
	const { reads } = app.vault;
	const { id } = await manifest;
	try {
		await app.plugins.enablePlugin(id);
	} catch (error) {
		window.host.failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
		new Notice(`Failed to load plugin ${id}: ${error instanceof Error ? error.message : String(error)}`, 0);
		console.error(error);
	}
	window.host.readAtStart = app.vault.reads - reads;
	// As in Obsidian: until the layout is ready, each file that is found in the vault is told as created.
	window.host.createdAtStart = (app.vault.listening("create") - before) * app.vault.getFiles().length;
	for (const file of app.vault.getFiles()) app.vault.trigger("create", file);
	app.workspace.becomeReady();
	const noTasks = {
		add: () => undefined,
		addPromise: () => undefined,
		isEmpty: () => true,
		promise: () => Promise.resolve(),
	};
	window.addEventListener("beforeunload", () => app.workspace.trigger("quit", noTasks));
	document.addEventListener("visibilitychange", () => {
		if (document.visibilityState === "hidden") void app.workspace.saveAll();
	});
	window.host.ready = true;
}

void start().catch((error: unknown) => {
	document.body.createDiv({ cls: "stand-in-failure", text: `The stand-in could not start: ${String(error)}` });
	throw error;
});
