import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Locator } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { en, type InterfaceStrings } from "../../src/core/i18n/en";
import { fr } from "../../src/core/i18n/fr";
import { ask, bind, cards, filesOf, kept, told, writeSettings } from "./asking";
import { stageOf } from "./at-work";
import type { Stage } from "./stage";

const note = "A first line.\n\nThe old tree by the wall bears fruit.\n\nA last line.\n";
const sentence = "The old tree by the wall bears fruit.";
const secret = "expert-friend-demo";
const key = "sk-canary-1234567890abcdef";

type Answer = (response: http.ServerResponse) => void;

const list =
	(...ids: readonly string[]): Answer =>
	(response) =>
		void response
			.writeHead(200, { "content-type": "application/json" })
			.end(JSON.stringify({ data: ids.map((id) => ({ id })) }));
const fail =
	(status: number, error: object = {}): Answer =>
	(response) =>
		void response
			.writeHead(status, { "content-type": "application/json" })
			.end(JSON.stringify({ error: { message: "No.", ...error } }));
const yes = { index: 0, delta: { content: "Yes." }, finish_reason: "stop" };
const word: Answer = (response) =>
	void response
		.writeHead(200, { "content-type": "text/event-stream" })
		.end(`data: ${JSON.stringify({ model: "local-1", choices: [yes] })}\n\ndata: [DONE]\n\n`);

interface Server {
	readonly url: string;
	/** Methods and paths in order, preflights included. */
	readonly seen: readonly string[];
	/** What is answered from now on. */
	chat: Answer;
	/** Whether pages may read (CORS). */
	pages: boolean;
}

async function server(chat: Answer, models: Answer = list("local-1", "local-2"), pages = true): Promise<Server> {
	const seen: string[] = [];
	const made: Server = { url: "", seen, chat, pages };
	const one = http.createServer((request, response) => {
		seen.push(`${request.method} ${request.url}`);
		if (made.pages) for (const name of ["origin", "headers"]) response.setHeader(`access-control-allow-${name}`, "*");
		if (request.method === "OPTIONS") return void response.writeHead(204).end();
		request.resume().on("end", () => (request.url === "/v1/models" ? models : made.chat)(response));
	});
	await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void one.close().closeAllConnections());
	return Object.assign(made, { url: `http://127.0.0.1:${(one.address() as AddressInfo).port}/v1` });
}

const settings = (baseUrl: string, change: object = {}, more: object = {}): object => ({
	endpoints: [{ id: "demo", preset: "custom", name: "Demo", baseUrl, secret: "", ...change }],
	model: { endpoint: "demo", model: "local-1" },
	...more,
});

const openSettings = (stage: Stage): Promise<void> =>
	stage.page.evaluate(() => void window.app.setting.openTabById("expert-friend"));
const closeSettings = async (stage: Stage): Promise<void> => {
	await stage.page.keyboard.press("Escape");
	await stage.page.locator(".mod-settings").waitFor({ state: "detached" });
};
/** The first endpoint's address, as the plugin knows it. */
const baseUrl = (stage: Stage): Promise<string | undefined> =>
	stage.page.evaluate(
		() =>
			(
				window.app.plugins.plugins["expert-friend"] as unknown as {
					friend: { settings: { value: { endpoints: { baseUrl: string }[] } } };
				}
			).friend.settings.value.endpoints[0]?.baseUrl,
	);
const said = (stage: Stage): Locator => stage.page.locator(".expert-friend-settings-status");
const test = (stage: Stage, strings: InterfaceStrings = en): Promise<void> =>
	stage.page.getByRole("button", { name: strings.settings.test, exact: true }).click();

const { checks, startServer, allowPages, getModel } = en.settings;

describe("the test of an endpoint", () => {
	const outcomes: readonly (readonly [
		string,
		{
			readonly chat: Answer;
			readonly models?: Answer;
			readonly pages?: boolean;
			readonly change?: object;
			readonly more?: object;
			readonly words: string;
		},
	])[] = [
		["it works", { chat: word, words: checks.ok }],
		[
			"Ollama refuses pages",
			{
				chat: word,
				pages: false,
				change: { preset: "ollama" },
				words: `${checks.whole} ${allowPages.ollama("app://obsidian.md*")}`,
			},
		],
		[
			"LM Studio refuses pages",
			{ chat: word, pages: false, change: { preset: "lmstudio" }, words: `${checks.whole} ${allowPages.lmstudio}` },
		],
		[
			"llama.cpp refuses pages",
			{
				chat: word,
				pages: false,
				change: { preset: "llamacpp" },
				words: `${checks.whole} ${allowPages.llamacpp("app://obsidian.md")}`,
			},
		],
		["another endpoint refuses pages", { chat: word, pages: false, words: `${checks.whole} ${allowPages.other}` }],
		["the key is refused", { chat: fail(401), change: { secret }, words: checks["key-refused"] }],
		["a key is wanted", { chat: fail(401), words: checks["key-wanted"] }],
		["there is no credit", { chat: fail(402), change: { secret }, words: checks["no-credit"] }],
		["the model is not there", { chat: fail(404), models: list("other"), words: checks["no-such-model"]("local-1") }],
		[
			"Ollama has not fetched the model",
			{
				chat: fail(404, { message: "model not found" }),
				models: list("other"),
				change: { preset: "ollama" },
				words: `${checks["no-such-model"]("local-1")} ${getModel.ollama("local-1")}`,
			},
		],
		["there were too many requests", { chat: fail(429), words: checks.rate }],
		[
			"it is no model server",
			{ chat: fail(404), models: (response) => void response.end("<html>"), words: checks["not-an-endpoint"] },
		],
		["it fails", { chat: fail(500), words: `${en.failures.unavailable} ${en.endpointSaid("No.")} (HTTP 500)` }],
		["no model is chosen", { chat: fail(500), more: { model: null }, words: checks["choose-model"]("2") }],
		[
			"no model is chosen, and the key was not tested",
			{
				chat: fail(500),
				models: list("local-1"),
				change: { secret },
				more: { model: null },
				words: `The server answers and offers 1 model. Choose it below, then test again. ${checks.keyUntested}`,
			},
		],
		[
			"no model is there",
			{
				chat: fail(500),
				models: list(),
				change: { preset: "lmstudio" },
				more: { model: null },
				words: `${checks["no-models"]} ${getModel.lmstudio}`,
			},
		],
	];

	/** No notes are still to be made, after which these settings would be written anew. */
	const made = { notesMade: true };
	/** Brings other settings, as another device does, and opens them once they are known. */
	const bring = async (stage: Stage, url: string, data: object): Promise<void> => {
		await writeSettings(stage, { ...data, ...made });
		await expect.poll(() => baseUrl(stage)).toBe(url);
		await openSettings(stage);
	};

	it("says in words what came of it, whatever that is", async () => {
		const stage = await stageOf({ vault: { "A.md": note }, data: made, secrets: { [secret]: key } });
		for (const [what, { chat, models, pages, change = {}, more = {}, words }] of outcomes) {
			const one = await server(chat, models, pages);
			await bind(stage, { [secret]: new URL(one.url).origin });
			await bring(stage, one.url, settings(one.url, change, more));
			await expect.poll(() => said(stage).getAttribute("role"), { message: what }).toBe("status");
			await test(stage);
			await expect.poll(() => said(stage).innerText(), { message: what }).toBe(words);
			await expect
				.poll(() => stage.page.evaluate(() => document.documentElement.outerHTML), { message: what })
				.not.toContain(key.slice(0, 12));
			await expect
				.poll(() => stage.page.getByRole("button", { name: en.settings.test, exact: true }).isEnabled())
				.toBe(true);
			await closeSettings(stage);
		}
	});

	it("says how a server is started that is not there", async () => {
		const stage = await stageOf({ vault: { "A.md": note }, data: made });
		for (const [port, preset, remedy] of [
			[9, "ollama", startServer.ollama],
			[11, "lmstudio", startServer.lmstudio],
			[13, "llamacpp", startServer.llamacpp("13")],
			[15, "custom", startServer.other],
		] as const) {
			const url = `http://127.0.0.1:${port}/v1`;
			await bring(stage, url, settings(url, { preset }));
			await test(stage);
			await expect.poll(() => said(stage).innerText(), { message: preset }).toBe(`${checks["no-server"]} ${remedy}`);
			await closeSettings(stage);
		}
	});

	it("says on a phone that localhost is the phone, and finds nothing there", async () => {
		const elsewhere = await server(word);
		const stage = await stageOf({
			vault: { "A.md": note },
			mobile: true,
			data: settings("http://localhost:11434/v1", { preset: "ollama" }),
			local: { lmstudio: elsewhere.url },
		});
		await openSettings(stage);
		await test(stage);
		await expect.poll(() => said(stage).innerText()).toBe(`${checks["no-server"]} ${startServer.phone}`);
		expect(elsewhere.seen).toEqual([]);
	});

	it("says what it does, can be cancelled, and hangs up then; in French too", async () => {
		let hangUp: () => void;
		const hungUp = new Promise<void>((resolve) => (hangUp = resolve));
		const one = await server((response) => void response.on("close", () => hangUp()));
		const stage = await stageOf({ vault: { "A.md": note }, data: settings(one.url), lang: "fr" });
		await openSettings(stage);
		await test(stage, fr);
		await expect.poll(() => said(stage).innerText()).toBe(fr.settings.checking.asking("local-1"));
		const cancel = stage.page.getByRole("button", { name: fr.settings.cancel, exact: true });
		// The keys stay on the one button.
		await expect.poll(() => cancel.evaluate((element) => element === document.activeElement)).toBe(true);
		await cancel.press("Enter");
		await expect.poll(() => said(stage).innerText()).toBe(fr.settings.checks.cancelled);
		await expect
			.poll(() =>
				stage.page
					.getByRole("button", { name: fr.settings.test, exact: true })
					.evaluate((element) => element === document.activeElement),
			)
			.toBe(true);
		await hungUp;
	});

	it("says nothing any more of an address, a key or a model that was changed since", async () => {
		const one = await server(word);
		const stage = await stageOf({
			vault: { "A.md": note },
			data: settings(one.url, { secret }),
			secrets: { [secret]: key },
		});
		await bind(stage, { [secret]: new URL(one.url).origin });
		await openSettings(stage);
		const field = (label: string): Locator => stage.page.getByLabel(label, { exact: true });
		for (const [label, value] of [
			[en.settings.address, `${one.url}/v2`],
			[en.settings.key, "sk-another-1234567"],
			[en.settings.modelId, "local-2"],
		] as const) {
			await test(stage);
			await expect.poll(() => said(stage).innerText()).toBe(checks.ok);
			await field(label).fill(value);
			await field(label).blur();
			await expect.poll(() => said(stage).innerText()).toBe("");
		}
	});

	it("ends by itself when its time is over", async () => {
		const one = await server(() => undefined);
		const stage = await stageOf({
			vault: { "A.md": note },
			data: settings(one.url, {}, { patience: 10 }),
			alone: true,
		});
		await openSettings(stage);
		await stage.page.clock.install();
		await test(stage);
		await expect.poll(() => one.seen).toContain("POST /v1/chat/completions");
		await stage.page.clock.fastForward(11_000);
		await expect.poll(() => said(stage).innerText()).toBe(checks.timeout);
	});

	it("that streams makes answers of that host stream again", async () => {
		const one = await server(word, undefined, false);
		const stage = await stageOf({ vault: { "A.md": note }, data: settings(one.url, { preset: "lmstudio" }) });
		await ask(stage, sentence);
		await expect.poll(async () => (await kept(stage)).map(({ status }) => status)).toEqual(["done"]);
		await openSettings(stage);
		// It is said beside the endpoint, with the remedy.
		await stage.page.getByText(en.settings.wholePiece).waitFor();
		await stage.page.getByText(allowPages.lmstudio).waitFor();
		one.pages = true;
		await test(stage);
		await expect.poll(() => said(stage).innerText()).toBe(checks.ok);
		await expect.poll(() => stage.page.getByText(en.settings.wholePiece).count()).toBe(0);
		await closeSettings(stage);
		await ask(stage, sentence);
		await expect
			.poll(async () => (await kept(stage)).map(({ status, streamed }) => [status, streamed]))
			.toEqual([
				["done", false],
				["done", true],
			]);
	});

	it("is not needed to try again: a button forgets the host, and so does a week", async () => {
		const one = await server(word, undefined, false);
		const stage = await stageOf({ vault: { "A.md": note }, data: settings(one.url) });
		const preflights = (): number => one.seen.filter((line) => line === "OPTIONS /v1/chat/completions").length;
		const asked = async (count: number): Promise<void> => {
			await ask(stage, sentence);
			await expect.poll(async () => (await kept(stage)).filter(({ status }) => status === "done").length).toBe(count);
		};
		await asked(1);
		await asked(2);
		expect(preflights()).toBe(1);
		await openSettings(stage);
		await stage.page.getByRole("button", { name: en.settings.tryStreaming }).click();
		await stage.page.getByText(en.settings.streamsNext).waitFor();
		await closeSettings(stage);
		await asked(3);
		expect(preflights()).toBe(2);
		await stage.page.evaluate((week) => {
			const name = "expert-friend-unstreamed-hosts";
			const hosts = window.app.loadLocalStorage(name) as Record<string, number>;
			window.app.saveLocalStorage(
				name,
				Object.fromEntries(Object.entries(hosts).map(([host, since]) => [host, since - week])),
			);
		}, 7 * 86_400_000);
		await asked(4);
		expect(preflights()).toBe(3);
	});
});

describe("servers on this computer, in the settings", () => {
	it("are looked for when the settings open, once, and added at a press", async () => {
		const ollama = await server(word);
		const llama = await server(word, list("gemma"));
		const stage = await stageOf({
			vault: { "A.md": note },
			data: null,
			local: { ollama: ollama.url, llamacpp: llama.url },
		});
		expect(ollama.seen).toEqual([]);
		await openSettings(stage);
		const found = stage.page.getByText(en.settings.found("Ollama"));
		await found.waitFor();
		await stage.page.getByText(en.settings.found("llama.cpp")).waitFor();
		await stage.page.getByText(en.settings.foundModels("2")).waitFor();
		await stage.page.getByText(en.settings.foundModels("1")).waitFor();
		expect(ollama.seen).toEqual(["GET /v1/models"]);
		await stage.page
			.locator(".setting-item", { has: found })
			.getByRole("button", { name: en.settings.add, exact: true })
			.click();
		await found.waitFor({ state: "detached" });
		await expect
			.poll(() => stage.page.getByLabel(en.settings.address, { exact: true }).inputValue())
			.toBe("http://localhost:11434/v1");
		await expect.poll(() => stage.page.getByText(en.settings.found("llama.cpp")).count()).toBe(1);
		await closeSettings(stage);
		await openSettings(stage);
		await expect.poll(() => llama.seen.length).toBe(2);
		await stage.page.getByText(en.settings.found("llama.cpp")).waitFor();
		await expect.poll(() => found.count()).toBe(0);
	});

	it("do not take the focus of a field that is typed in", async () => {
		let answer = (): void => undefined;
		const slow = await server(word, (response) => (answer = () => list("one")(response)));
		const stage = await stageOf({
			vault: { "A.md": note },
			data: settings("https://models.example/v1"),
			local: { ollama: slow.url },
		});
		await openSettings(stage);
		await expect.poll(() => slow.seen).toEqual(["GET /v1/models"]);
		const address = stage.page.getByLabel(en.settings.address, { exact: true });
		await address.fill("https://models.example/v");
		answer();
		await address.pressSequentially("2");
		await expect.poll(() => address.inputValue()).toBe("https://models.example/v2");
		await address.press("Tab");
		await stage.page
			.getByText(en.settings.found("Ollama"))
			.or(stage.page.getByLabel(en.settings.address, { exact: true }))
			.first()
			.waitFor();
		await expect
			.poll(
				async () =>
					JSON.parse((await filesOf(stage)).get(".obsidian/plugins/expert-friend/data.json") ?? "null") as unknown,
			)
			.toMatchObject({ endpoints: [{ baseUrl: "https://models.example/v2" }] });
	});
});

describe("settings that another device changed", () => {
	it("are shown at once, but not under the writer's fingers", async () => {
		const stage = await stageOf({ vault: { "A.md": note }, data: settings("https://one.example/v1") });
		await openSettings(stage);
		const address = stage.page.getByLabel(en.settings.address, { exact: true });
		await writeSettings(stage, settings("https://two.example/v1"));
		await expect.poll(() => address.inputValue()).toBe("https://two.example/v1");
		const patience = stage.page.getByRole("spinbutton").first();
		await patience.fill("77");
		await expect
			.poll(async () => (await filesOf(stage)).get(".obsidian/plugins/expert-friend/data.json"))
			.toContain('"patience": 77');
		await writeSettings(stage, settings("https://three.example/v1", {}, { patience: 77 }));
		await expect.poll(() => baseUrl(stage)).toBe("https://three.example/v1");
		await expect.poll(() => patience.evaluate((element) => element === document.activeElement)).toBe(true);
		await expect.poll(() => address.inputValue()).toBe("https://two.example/v1");
		await patience.press("Tab");
		await expect.poll(() => address.inputValue()).toBe("https://three.example/v1");
		await expect.poll(() => patience.inputValue()).toBe("77");
		// The keys are where Tab brought them.
		await expect
			.poll(() =>
				stage.page
					.getByRole("spinbutton")
					.nth(1)
					.evaluate((element) => element === document.activeElement),
			)
			.toBe(true);
	});
});

describe("an address that can't be used", () => {
	it("is told as such, not as if nothing were set up", async () => {
		const stage = await stageOf({ vault: { "A.md": note }, data: settings("http://models.example/v1") });
		await ask(stage, sentence);
		await expect.poll(() => told(cards(stage)).innerText()).toBe(en.failures.address);
		await openSettings(stage);
		await test(stage);
		await expect.poll(() => said(stage).innerText()).toBe(en.settings.badAddress["needs-https"]);
	});

	it("is warned of where others on the network can read what is sent, as it is typed", async () => {
		const stage = await stageOf({ vault: { "A.md": note }, data: settings("http://192.168.1.20:11434/v1") });
		await openSettings(stage);
		const warning = stage.page.getByText(en.settings.readable);
		await warning.waitFor();
		const address = stage.page.getByLabel(en.settings.address, { exact: true });
		await address.fill("https://192.168.1.20:11434/v1");
		await expect.poll(() => warning.count()).toBe(0);
		await address.fill("http://10.1.1.1/v1");
		await warning.waitFor();
		await address.fill("http://localhost:11434/v1");
		await expect.poll(() => warning.count()).toBe(0);
	});
});

describe("what the rows of an endpoint save", () => {
	const saved = async (stage: Stage): Promise<unknown> =>
		JSON.parse((await filesOf(stage)).get(".obsidian/plugins/expert-friend/data.json") ?? "null");

	it("leaves alone what other rows changed", async () => {
		const one = await server(word);
		const stage = await stageOf({ vault: { "A.md": note }, data: settings(one.url, { budget: 3 }) });
		await openSettings(stage);
		await stage.page.getByLabel(en.settings.budgetOf("Demo", "USD")).fill("7,5");
		await stage.page.getByLabel(en.settings.address, { exact: true }).fill(`${one.url}/v2`);
		await expect.poll(() => saved(stage)).toMatchObject({ endpoints: [{ baseUrl: `${one.url}/v2`, budget: 7.5 }] });
	});

	it("takes an amount for a budget as each language writes it, and leaves the budget where it can't", async () => {
		const one = await server(word);
		const stage = await stageOf({ vault: { "A.md": note }, data: settings(one.url, { budget: 3 }) });
		await openSettings(stage);
		const field = stage.page.getByLabel(en.settings.budgetOf("Demo", "USD"));
		for (const [typed, budget] of [
			["1,000", 3],
			["1.000", 3],
			["1 000", 1000],
			["1\u202f000,50", 1000.5],
			["0.125", 0.125],
			["0", 3],
			["5 €", 3],
		] as const) {
			await field.fill(typed);
			await expect
				.poll(() => stage.page.getByText(en.settings.badAmount).count(), { message: typed })
				.toBe(budget === 3 ? 1 : 0);
			await expect.poll(() => saved(stage), { message: typed }).toMatchObject({ endpoints: [{ budget }] });
			await field.fill("3");
			await expect.poll(() => saved(stage)).toMatchObject({ endpoints: [{ budget: 3 }] });
		}
	});

	it("is never a model without an id", async () => {
		const one = await server(word);
		const stage = await stageOf({ vault: { "A.md": note }, data: settings(one.url) });
		await openSettings(stage);
		const id = stage.page.getByLabel(en.settings.modelId);
		await id.fill(" ");
		await id.fill("local-2");
		await expect.poll(() => saved(stage)).toMatchObject({ model: { model: "local-2" } });
		await id.fill("");
		await id.blur();
		await expect.poll(() => saved(stage)).toMatchObject({ model: { model: "local-2" } });
	});
});
