import http from "node:http";
import type { AddressInfo } from "node:net";
import { mkdir } from "node:fs/promises";
import type { Locator } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { en } from "../../src/core/i18n/en";
import { fr } from "../../src/core/i18n/fr";
import { ask, cards, isItClear, kept } from "./asking";
import { everyNth } from "../sampling";
import { hasCommand, puppet, run, select, stageOf } from "./at-work";
import type { Puppet } from "./puppet";
import type { Stage } from "./stage";

const note = "A first line.\n\nThe old tree by the wall bears fruit.\n\nA last line.\n";
const sentence = "The old tree by the wall bears fruit.";
const digest = "365c0bd3c000a25d28ddbf732fe1c6add414de7275464c4e4d1c3b5fcb5d8ad1";
const words = en.models;

/** An endpoint whose list the test changes as it goes. */
interface Lister {
	readonly url: string;
	/** Entries of the list, or the status of a refusal. */
	models: readonly object[] | number;
	/** What `/api/tags` answers; null: it never does. */
	tags: readonly object[] | null;
	/** How often the list was asked for. */
	asked: number;
	/** While set, the list waits for it. */
	wait: Promise<void> | null;
}

const entry = (id: string, more: object = {}): object => ({
	id,
	name: id.replace(/^.*\//, "").replace(/-/g, " "),
	context_length: 32_000,
	pricing: { prompt: "0.000003", completion: "0.000015" },
	...more,
});

async function lister(models: Lister["models"]): Promise<Lister> {
	const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
	const json = { ...cors, "content-type": "application/json" };
	const server = http.createServer((request, response) => {
		if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
		if (request.url === "/api/tags")
			return void (one.tags !== null && response.writeHead(200, json).end(JSON.stringify({ models: one.tags })));
		if (request.url === "/v1/models") {
			one.asked++;
			return void (one.wait ?? Promise.resolve()).then(() =>
				typeof one.models === "number"
					? response.writeHead(one.models, json).end(JSON.stringify({ error: { message: "No." } }))
					: response.writeHead(200, json).end(JSON.stringify({ data: one.models })),
			);
		}
		let raw = "";
		request
			.setEncoding("utf8")
			.on("data", (piece: string) => (raw += piece))
			.on("end", () => {
				const { model } = JSON.parse(raw) as { model: string };
				const frame = (value: object): string =>
					`data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", model, ...value })}\n\n`;
				response
					.writeHead(200, { ...cors, "content-type": "text/event-stream" })
					.end(
						`${frame({ choices: [{ index: 0, delta: { content: "It is clear." }, finish_reason: "stop" }] })}data: ` +
							"[DONE]\n\n",
					);
			});
	});
	const one: Lister = { url: "", models, tags: [], asked: 0, wait: null };
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close().closeAllConnections());
	return Object.assign(one, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1` });
}

const endpoint = (id: string, { url }: Lister, change: object = {}): object => ({
	id,
	preset: "custom",
	name: id.replace(/^./, (char) => char.toUpperCase()),
	baseUrl: url,
	secret: "",
	...change,
});
const settings = (endpoints: readonly object[], change: object = {}): object => ({ endpoints, ...change });

const rows = (stage: Stage): Locator => stage.page.locator(".prompt .suggestion-item");
const names = (stage: Stage): Promise<readonly string[]> =>
	stage.page.locator(".prompt .expert-friend-model-head span:first-child").allInnerTexts();
const labels = (stage: Stage): Promise<readonly string[]> =>
	stage.page.locator(".prompt .expert-friend-picker-label").allInnerTexts();
const foot = (stage: Stage): Locator => stage.page.locator(".prompt .expert-friend-picker-foot");
const chosen = (stage: Stage): Promise<unknown> =>
	stage.readNote(".obsidian/plugins/expert-friend/data.json").then((text) => JSON.parse(text) as unknown);

/** Opens the picker from the settings, as a writer does. */
async function pick(
	stage: Stage,
	interfaceWords: typeof en.settings | typeof fr.settings = en.settings,
): Promise<void> {
	await stage.page.evaluate(() => void window.app.setting.openTabById("expert-friend"));
	await stage.page.getByRole("button", { name: interfaceWords.chooseModel, exact: true }).click();
	await stage.page.locator(".prompt").waitFor();
}

const listsArrived = (stage: Stage, id: string): Promise<unknown> =>
	expect
		.poll(() =>
			stage.page.evaluate((wanted) => {
				const lists = window.app.loadLocalStorage("expert-friend-model-lists") as Record<string, unknown> | null;
				return lists !== null && wanted in lists;
			}, id),
		)
		.toBe(true);

describe("the model picker", () => {
	it("says what is known of each model and where that is from, finds by words, picks with the keyboard", async () => {
		const remote = await lister([
			entry("anthropic/claude-sonnet-4", { name: "Anthropic: Claude Sonnet 4" }),
			entry("meta-llama/llama-3.3-70b", {
				name: "Meta: Llama 3.3 70B",
				hugging_face_id: "meta-llama/Llama-3.3-70B-Instruct",
			}),
			entry("someone/elan", { name: "Élan", pricing: undefined, context_length: null }),
		]);
		const stage = await stageOf({
			vault: { "A.md": note },
			data: settings([endpoint("router", remote, { preset: "openrouter" })]),
		});
		await listsArrived(stage, "router");
		await pick(stage);
		await expect.poll(() => rows(stage).count()).toBe(3);
		const today = new Intl.DateTimeFormat("en", {
			day: "numeric",
			month: "short",
			year: "numeric",
			timeZone: "UTC",
		}).format(Date.now());
		await expect
			.poll(() => rows(stage).nth(0).innerText())
			.toBe(
				"Claude Sonnet 4\nanthropic/claude-sonnet-4\nRouter\n$3.00 in, $15.00 out per million " +
					"tokens\u00a0· 32,000 tokens of context\u00a0· closed (models.dev, 2026-07)\u00a0· on this device",
			);
		await expect.poll(() => rows(stage).nth(0).getByTitle(words.priceListed(today)).count()).toBe(1);
		await expect
			.poll(() => rows(stage).nth(1).innerText())
			.toContain("open weights (huggingface.co/meta-llama/Llama-3.3-70B-Instruct)");
		await expect.poll(() => rows(stage).nth(2).innerText()).toContain("openness unknown");
		await expect.poll(() => foot(stage).innerText()).toContain(`3 models, list of ${today}`);
		await expect.poll(() => foot(stage).innerText()).toContain(words.policy.noTraining);
		// One section needs no label.
		await expect.poll(() => labels(stage)).toEqual([]);
		await stage.page.keyboard.type("WEIGHTS meta");
		await expect.poll(() => names(stage)).toEqual(["Llama 3.3 70B"]);
		await stage.page.locator(".prompt-input").fill("elan");
		await expect.poll(() => names(stage)).toEqual(["Élan", words.askAnyway("elan", "Router")]);
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => chosen(stage)).toMatchObject({ model: { endpoint: "router", model: "someone/elan" } });
		expect(stage.errors).toEqual([]);
	});

	it("clips a name without end, says what is no longer offered, and shows tiny prices", async () => {
		const one = await lister([
			entry("maker/first", { name: "First ".repeat(500).trim(), expiration_date: "2020-01-01" }),
			entry("maker/second", {
				name: "Second".repeat(500),
				expiration_date: "2099-12-31",
				pricing: { prompt: "0.0000000000001", completion: "0.000000004" },
			}),
			entry("maker/third"),
		]);
		const stage = await stageOf({ vault: { "A.md": note }, data: settings([endpoint("house", one)]) });
		await listsArrived(stage, "house");
		await pick(stage);
		await expect.poll(() => rows(stage).count()).toBe(3);
		const ordinary = (await rows(stage).nth(2).boundingBox())!.height;
		for (const n of [0, 1])
			await expect.poll(async () => (await rows(stage).nth(n).boundingBox())!.height).toBeLessThan(3 * ordinary);
		await expect
			.poll(() =>
				stage.page.locator(".prompt-results").evaluate((element) => element.scrollWidth <= element.clientWidth),
			)
			.toBe(true);
		await expect.poll(() => rows(stage).nth(0).innerText()).toContain(words.ended("Jan 1, 2020"));
		await expect.poll(() => rows(stage).nth(0).innerText()).not.toContain("until");
		await expect.poll(() => rows(stage).nth(1).innerText()).toContain(words.until("Dec 31, 2099"));
		await expect.poll(() => rows(stage).nth(1).innerText()).toContain(words.price("$0.0000001", "$0.004"));
		await mkdir("screenshots", { recursive: true });
		await stage.page.screenshot({ path: "screenshots/picker-long-names.png" });
		await stage.page.keyboard.type("third");
		await expect.poll(() => names(stage)).toContain("third");
	});

	it(
		"keeps favourites in the settings, by pointer and by key, first in the list, through a reload; nothing jumps " +
			"meanwhile",
		async () => {
			const one = await lister(["alpha", "beta", "gamma", "delta"].map((id) => entry(`maker/${id}`)));
			const stage = await stageOf({
				vault: { "A.md": note },
				data: settings([endpoint("house", one)], { model: { endpoint: "house", model: "maker/alpha" } }),
			});
			await listsArrived(stage, "house");
			await pick(stage);
			await expect.poll(() => names(stage)).toEqual(["alpha", "beta", "gamma", "delta"]);
			await expect.poll(() => labels(stage)).toEqual([words.sections.recent, words.sections.listed]);
			await expect.poll(() => rows(stage).nth(0).innerText()).toContain(words.asked);
			const star = (name: string): Locator =>
				stage.page.locator(".suggestion-item", { hasText: name }).locator(".expert-friend-star");
			const box = (await star("gamma").boundingBox())!;
			expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
			await star("gamma").click();
			await expect.poll(() => star("gamma").getAttribute("class")).toContain("is-favourite");
			await expect.poll(() => foot(stage).innerText()).toContain(words.starred("gamma"));
			// The pointer selected gamma; the field kept the focus.
			await stage.page.keyboard.press("ArrowDown");
			await expect.poll(() => rows(stage).nth(3).getAttribute("class")).toContain("is-selected");
			await stage.page.keyboard.press("ControlOrMeta+d");
			await expect.poll(() => star("delta").getAttribute("class")).toContain("is-favourite");
			await expect.poll(() => names(stage)).toEqual(["alpha", "beta", "gamma", "delta"]);
			await expect
				.poll(() => chosen(stage))
				.toMatchObject({
					favourites: [
						{ endpoint: "house", model: "maker/gamma" },
						{ endpoint: "house", model: "maker/delta" },
					],
					model: { model: "maker/alpha" },
				});
			await stage.reload();
			await pick(stage);
			await expect.poll(() => names(stage)).toEqual(["delta", "gamma", "alpha", "beta"]);
			await expect
				.poll(() => labels(stage))
				.toEqual([words.sections.favourites, words.sections.recent, words.sections.listed]);
			await stage.page.keyboard.press("ControlOrMeta+d");
			await expect
				.poll(() => chosen(stage))
				.toMatchObject({ favourites: [{ endpoint: "house", model: "maker/gamma" }] });
			expect(stage.errors).toEqual([]);
		},
	);

	it("puts what was asked lately before the rest, the newest first, on this device", async () => {
		const one = await lister(["alpha", "beta", "gamma"].map((id) => entry(`maker/${id}`)));
		const stage = await stageOf({
			vault: { "A.md": note },
			data: settings([endpoint("house", one)], { model: { endpoint: "house", model: "maker/gamma" } }),
		});
		await ask(stage, sentence);
		await cards(stage).getByText("It is clear.").waitFor();
		await pick(stage);
		await stage.page.keyboard.type("beta");
		await expect.poll(() => names(stage)).toEqual(["beta", words.askAnyway("beta", "House")]);
		await stage.page.keyboard.press("Enter");
		await stage.page.keyboard.press("Escape");
		await ask(stage, "A last line.");
		await expect.poll(() => cards(stage).getByText("It is clear.").count()).toBe(2);
		await stage.reload();
		await pick(stage);
		await expect.poll(() => names(stage)).toEqual(["beta", "gamma", "alpha"]);
		await expect.poll(() => labels(stage)).toEqual([words.sections.recent, words.sections.listed]);
		await expect.poll(() => chosen(stage)).not.toHaveProperty("favourites");
	});

	it("lets any exact id be asked, at the endpoint that is meant", async () => {
		const [one, two] = [await lister([entry("maker/alpha")]), await lister(500)];
		const stage = await stageOf({
			vault: { "A.md": note },
			data: settings([endpoint("house", one), endpoint("other", two)]),
		});
		await listsArrived(stage, "house");
		await pick(stage);
		await stage.page.keyboard.type("no such model");
		await stage.page.locator(".prompt").getByText(words.empty).waitFor();
		await stage.page.locator(".prompt-input").fill("maker/new-1");
		await expect
			.poll(() => names(stage))
			.toEqual([words.askAnyway("maker/new-1", "House"), words.askAnyway("maker/new-1", "Other")]);
		await stage.page.keyboard.press("ArrowDown");
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => chosen(stage)).toMatchObject({ model: { endpoint: "other", model: "maker/new-1" } });
		await stage.page.keyboard.press("Escape");
		await ask(stage, sentence);
		await cards(stage).getByText("It is clear.").waitFor();
		await expect
			.poll(() => stage.requests.map(({ url, body }) => [url, (body as { model: string }).model]))
			.toEqual([[`${two.url}/chat/completions`, "maker/new-1"]]);
	});
});

describe("a comparison", () => {
	it("proposes the favourites beside the model that is asked now, and finds others as the picker does", async () => {
		const one = await lister([
			entry("maker/alpha"),
			entry("maker/beta"),
			entry("maker/gamma"),
			entry("maker/élan", { name: "Élan" }),
		]);
		const stage = await stageOf({
			vault: { "A.md": note },
			data: settings([endpoint("house", one)], {
				model: { endpoint: "house", model: "maker/beta" },
				favourites: [
					{ endpoint: "house", model: "maker/gone" },
					{ endpoint: "house", model: "maker/gamma" },
				],
			}),
		});
		await listsArrived(stage, "house");
		await select(stage, sentence);
		await run(stage, "compare");
		const modal = stage.page.locator(".modal");
		const models = modal.getByRole("group", { name: en.compare.models });
		const ticked = (): Promise<readonly string[]> =>
			models.locator("label:has(input:checked) > span:first-of-type").allInnerTexts();
		await expect.poll(ticked).toEqual(["beta", "gamma", "gone"]);
		await modal.getByRole("searchbox", { name: en.compare.filter }).fill("elan");
		await expect
			.poll(() => models.locator("label > span:first-of-type").allInnerTexts())
			.toEqual(["beta", "gamma", "gone", "Élan"]);
	});
});

describe("a model that an objective names", () => {
	it.each([
		{ what: "another endpoint alone lists", model: "maker/beta", at: "B", foot: "Beta at B" },
		{ what: "both list", model: "maker/both", at: "A", foot: "Both" },
		{ what: "no one lists", model: "maker/gone", at: "A", foot: "gone" },
	])("and $what is asked at $at", async ({ model, at, foot: said }) => {
		const [a, b] = [await puppet(["maker/alpha", "maker/both"]), await puppet(["maker/both", "maker/beta"])];
		const of = (id: string, { url }: Puppet): object => ({
			id,
			preset: "custom",
			name: id.toUpperCase(),
			baseUrl: url,
			secret: "",
		});
		const stage = await stageOf({
			vault: { "A.md": note },
			data: settings([of("a", a), of("b", b)], { model: { endpoint: "a", model: "maker/alpha" } }),
		});
		await listsArrived(stage, "a");
		await listsArrived(stage, "b");
		await hasCommand(stage, isItClear.en);
		await stage.writeNote(
			"Expert friend/Objectives/Another.md",
			`---\nkind: answer\norder: 15\nmodel: ${model}\n---\n\nIs it clear?\n`,
		);
		await hasCommand(stage, "objective-another");
		await select(stage, sentence);
		await run(stage, "consult");
		await stage.page.getByRole("menuitem", { name: "Another" }).hover();
		await expect
			.poll(() => stage.page.getByTitle(en.menu.chooseModel, { exact: true }).innerText())
			.toMatch(new RegExp(`^(Puppet )?${said}$`, "i"));
		await stage.page.getByRole("menuitem", { name: "Another" }).click();
		const call = await (at === "A" ? a : b).next();
		expect(call.body.model).toBe(model);
		call.say("It is clear.");
		call.end();
		await cards(stage).getByText("It is clear.").waitFor();
		await expect.poll(() => a.calls.length + b.calls.length).toBe(1);
		expect(stage.errors).toEqual([]);
	});
});

describe("lists of models", () => {
	it("are fetched again on demand, with progress; a failure says why and leaves what was known", async () => {
		const one = await lister([entry("maker/alpha"), entry("maker/beta")]);
		const stage = await stageOf({
			vault: { "A.md": note },
			data: settings([endpoint("house", one)], {
				model: { endpoint: "house", model: "maker/alpha" },
				favourites: [{ endpoint: "house", model: "maker/gone" }],
			}),
		});
		await listsArrived(stage, "house");
		await pick(stage);
		expect(one.asked).toBe(1);
		await expect.poll(() => rows(stage).nth(0).innerText()).toContain("gone\nmaker/gone\nHouse\nnot in the list of ");
		let go = (): void => undefined;
		one.wait = new Promise((resolve) => (go = resolve));
		one.models = [entry("maker/alpha"), entry("maker/beta"), entry("maker/gamma")];
		const refresh = stage.page.getByRole("button", { name: words.refreshOf("House"), exact: true });
		// By keyboard: Tab to the button, Enter presses it and nothing else.
		await stage.page.keyboard.press("Tab");
		await expect.poll(() => refresh.evaluate((button) => button === document.activeElement)).toBe(true);
		await stage.page.keyboard.press("Enter");
		await foot(stage).getByText(words.fetching).waitFor();
		await expect.poll(() => names(stage)).toEqual(["gone", "alpha", "beta"]);
		go();
		await expect.poll(() => names(stage)).toEqual(["gone", "alpha", "beta", "gamma"]);
		await expect.poll(() => foot(stage).innerText()).toContain("3 models");
		for (const [status, why] of [
			[401, words.notFetched.key],
			[500, words.notFetched.other],
		] as const) {
			one.models = status;
			await refresh.click();
			await foot(stage).getByText(why).waitFor();
			await expect.poll(() => foot(stage).innerText()).toMatch(/The list of .* is kept\./);
			await expect.poll(() => names(stage)).toEqual(["gone", "alpha", "beta", "gamma"]);
		}
		await rows(stage).nth(0).click();
		await expect.poll(() => chosen(stage)).toMatchObject({ model: { endpoint: "house", model: "maker/gone" } });
		expect(stage.errors).toEqual([]);
	});

	it("say that they come the first time; come by themselves once they are a week old, and move no row", async () => {
		const one = await lister([entry("maker/alpha")]);
		let go = (): void => undefined;
		one.wait = new Promise((resolve) => (go = resolve));
		const stage = await stageOf({ vault: { "A.md": note }, data: settings([endpoint("house", one)]) });
		await pick(stage);
		await foot(stage).getByText(words.fetching).waitFor();
		go();
		await expect.poll(() => names(stage)).toEqual(["alpha"]);
		expect(one.asked).toBe(1);
		await stage.page.evaluate(() => {
			const lists = window.app.loadLocalStorage("expert-friend-model-lists") as Record<string, object>;
			window.app.saveLocalStorage("expert-friend-model-lists", {
				house: { ...lists["house"], date: "2026-01-02" },
				broken: 3,
			});
		});
		one.models = [entry("maker/before"), entry("maker/alpha")];
		await stage.reload();
		expect(one.asked).toBe(1);
		await pick(stage);
		await expect.poll(() => one.asked).toBe(2);
		await expect.poll(() => foot(stage).innerText()).toContain("2 models");
		await expect.poll(() => names(stage)).toEqual(["alpha"]);
		await stage.page.keyboard.type("b");
		await expect.poll(() => names(stage)).toEqual(["before", words.askAnyway("b", "House")]);
	});

	it("that were never had keep no known model from being asked", async () => {
		const gone = { url: "http://127.0.0.1:9/v1" } as Lister;
		const stage = await stageOf({
			vault: { "A.md": note },
			data: settings([endpoint("house", gone)], { favourites: [{ endpoint: "house", model: "maker/alpha" }] }),
		});
		await pick(stage);
		await foot(stage).getByText(`${words.notFetched.network} ${words.anyId}`).waitFor();
		await expect.poll(() => rows(stage).nth(0).innerText()).toContain(words.noListYet);
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => chosen(stage)).toMatchObject({ model: { endpoint: "house", model: "maker/alpha" } });
	});
});

describe("the record", () => {
	it("names the digest of Ollama's tag as it was when it answered, also for a name without a tag", async () => {
		const one = await lister([{ id: "llama3.1:latest", object: "model", owned_by: "library" }]);
		one.tags = [{ name: "llama3.1:latest", digest: "0".repeat(64) }];
		const stage = await stageOf({
			vault: { "A.md": note },
			data: settings([endpoint("ollama", one, { preset: "ollama", name: "Ollama" })], {
				model: { endpoint: "ollama", model: "llama3.1" },
			}),
		});
		await listsArrived(stage, "ollama");
		// Pulled anew since the list was read.
		one.tags = [{ name: "llama3.1:latest", digest }];
		await ask(stage, sentence);
		await cards(stage).getByText("It is clear.").waitFor();
		await expect
			.poll(async () => (await kept(stage)).map(({ status, answerer }) => [status, answerer?.version]))
			.toEqual([["done", `sha256:${digest}`]]);
		// Pulled anew once more before the answer is kept, and after a restart: it is not these weights that answered.
		one.tags = [{ name: "llama3.1:latest", digest: "1".repeat(64) }];
		await stage.reload();
		await expect
			.poll(() => stage.page.evaluate(() => JSON.stringify(window.app.loadLocalStorage("expert-friend-model-lists"))))
			.toContain("1".repeat(64));
		await run(stage, "open-margin");
		await cards(stage).getByRole("button", { name: en.margin.keep, exact: true }).press("Enter");
		await expect.poll(() => stage.readNote("A.md")).toContain(`\`llama3.1:latest@sha256:${digest}\` via Ollama`);
		expect(stage.errors).toEqual([]);
	});

	it("does not wait for a digest that never comes, which holds no answer up", async () => {
		const one = await lister([{ id: "llama3.1:latest", object: "model", owned_by: "library" }]);
		one.tags = [{ name: "llama3.1:latest", digest }];
		const stage = await stageOf({
			vault: { "A.md": note },
			data: settings([endpoint("ollama", one, { preset: "ollama", name: "Ollama" })], {
				model: { endpoint: "ollama", model: "llama3.1" },
			}),
		});
		await listsArrived(stage, "ollama");
		one.tags = null;
		await ask(stage, sentence);
		await expect
			.poll(async () => (await kept(stage)).map(({ status, answerer }) => [status, answerer?.version]))
			.toEqual([["done", `sha256:${digest}`]]);
	});

	it("names the dated id behind the model that answered", async () => {
		const one = await lister([
			entry("anthropic/claude-sonnet-4", {
				name: "Claude Sonnet 4",
				canonical_slug: "anthropic/claude-4-sonnet-20250522",
			}),
		]);
		const stage = await stageOf({
			vault: { "A.md": note },
			data: settings([endpoint("router", one, { preset: "openrouter" })], {
				model: { endpoint: "router", model: "anthropic/claude-sonnet-4" },
			}),
		});
		await listsArrived(stage, "router");
		await ask(stage, sentence);
		await cards(stage).getByText("It is clear.").waitFor();
		await cards(stage).getByRole("button", { name: en.margin.keep, exact: true }).press("Enter");
		await expect
			.poll(() => stage.readNote("A.md"))
			.toMatch(/> \[!ai\]- Claude Sonnet 4 [^]*`anthropic\/claude-4-sonnet-20250522` via Router/);
	});
});

describe("the picker, looked at", () => {
	const models = [
		entry("anthropic/claude-sonnet-4", { name: "Anthropic: Claude Sonnet 4", context_length: 200_000 }),
		entry("mistralai/mistral-small-3.2-24b-instruct", {
			name: "Mistral: Mistral Small 3.2 24B",
			hugging_face_id: "mistralai/Mistral-Small-3.2-24B-Instruct-2506",
			pricing: { prompt: "0.00000006", completion: "0.00000018" },
		}),
		entry("swiss-ai/apertus-70b-instruct", {
			name: "Apertus 70B Instruct",
			hugging_face_id: "swiss-ai/Apertus-70B-Instruct-2509",
		}),
		entry("x-ai/grok-4", { name: "xAI: Grok 4", expiration_date: "2026-12-31" }),
		...Array.from({ length: 200 }, (_, n) => entry(`maker/model-${n}`)),
	];

	const looks = [
		["light", "en", false],
		["dark", "fr", false],
		["light", "en", true],
		["dark", "fr", true],
	] as const;

	it.each(everyNth(looks, 3))("%s, %s, on a phone: %s", async (theme, lang, mobile) => {
		const [remote, local] = [await lister(models), await lister([{ id: "qwen3:8b" }, { id: "gpt-oss:120b-cloud" }])];
		const interfaceWords = lang === "fr" ? fr : en;
		const stage = await stageOf({
			vault: { "A.md": note },
			theme,
			lang,
			mobile,
			data: settings(
				[endpoint("openRouter", remote, { preset: "openrouter" }), endpoint("ollama", local, { preset: "ollama" })],
				{
					model: { endpoint: "openRouter", model: "anthropic/claude-sonnet-4" },
					favourites: [
						{ endpoint: "ollama", model: "qwen3:8b" },
						{ endpoint: "openRouter", model: "swiss-ai/apertus-70b-instruct" },
						{ endpoint: "openRouter", model: "maker/gone-1" },
					],
				},
			),
		});
		await listsArrived(stage, "openRouter");
		await listsArrived(stage, "ollama");
		await select(stage, sentence);
		await run(stage, "consult");
		await stage.page.getByTitle(interfaceWords.menu.chooseModel, { exact: true }).click();
		await stage.page.locator(".prompt").waitFor();
		await stage.page.mouse.move(0, 0);
		await expect.poll(() => foot(stage).innerText()).toContain(interfaceWords.models.shown("100", "207"));
		const size = stage.page.viewportSize()!;
		const box = (await stage.page.locator(".prompt").boundingBox())!;
		expect(box.x >= 0 && box.x + box.width <= size.width && box.y + box.height <= size.height).toBe(true);
		// Nothing is cut off at the side.
		await expect
			.poll(() =>
				stage.page.locator(".prompt-results").evaluate((element) => element.scrollWidth <= element.clientWidth),
			)
			.toBe(true);
		// The carbon of the selected model by three sizes, and how many times as much a model takes as the one asked.
		await expect.poll(() => stage.page.locator(".expert-friend-picker-detail").innerText()).toMatch(/^gone 1/);
		await stage.page.keyboard.press("ArrowDown");
		await expect
			.poll(() => stage.page.locator(".expert-friend-picker-detail").innerText())
			.toMatch(/^Apertus 70B Instruct.* 100.*CO₂e.* 1\D?000.*CO₂e.* 10\D?000.*CO₂e/);
		await stage.page.keyboard.press("ArrowDown");
		await expect
			.poll(() => stage.page.locator(".expert-friend-picker-detail").innerText())
			.toBe(interfaceWords.models.carbonAtHome);
		await expect
			.poll(() => stage.page.locator(".suggestion-item", { hasText: "Apertus 70B" }).innerText())
			.toMatch(/0[.,]\d+(x the| fois le) (carbon)/);
		const star = (await stage.page.locator(".expert-friend-star").first().boundingBox())!;
		expect(Math.min(star.width, star.height)).toBeGreaterThanOrEqual(mobile ? 44 : 24);
		await mkdir("screenshots", { recursive: true });
		await stage.page.screenshot({ path: `screenshots/picker-${theme}-${lang}${mobile ? "-phone" : ""}.png` });
		expect(stage.errors).toEqual([]);
	});
});
