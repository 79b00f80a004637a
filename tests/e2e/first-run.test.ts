import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Locator } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { en } from "../../src/core/i18n/en";
import { fr } from "../../src/core/i18n/fr";
import { ask, cards, filesOf, isItClear, journalOf } from "./asking";
import { move, puppet, rows, run, select, stageOf } from "./at-work";
import { promptNotes, type Stage } from "./stage";

const note = "A first line.\n\nThe old tree by the wall bears fruit.\n\nA last line.\n";
const sentence = "The old tree by the wall bears fruit.";

/** A server as it runs on a writer's computer: lists models and answers every question in one word. */
async function local(
	...models: readonly string[]
): Promise<{
	readonly url: string;
	readonly seen: readonly { readonly url: string; readonly body: string; readonly headers: http.IncomingHttpHeaders }[];
}> {
	const seen: { url: string; body: string; headers: http.IncomingHttpHeaders }[] = [];
	const server = http.createServer((request, response) => {
		response.setHeader("access-control-allow-origin", "*");
		response.setHeader("access-control-allow-headers", "*");
		let body = "";
		request
			.setEncoding("utf8")
			.on("data", (piece: string) => (body += piece))
			.on("end", () => {
				seen.push({ url: `${request.method} ${request.url}`, body, headers: request.headers });
				if (request.method !== "POST")
					return void response
						.writeHead(200, { "content-type": "application/json" })
						.end(JSON.stringify({ data: models.map((id) => ({ id })) }));
				const { model } = JSON.parse(body) as { model: string };
				const choices = [{ index: 0, delta: { content: "It is clear." }, finish_reason: "stop" }];
				response
					.writeHead(200, { "content-type": "text/event-stream" })
					.end(`data: ${JSON.stringify({ model, choices })}\n\ndata: [DONE]\n\n`);
			});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close().closeAllConnections());
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, seen };
}

const page = (stage: Stage): Locator => stage.page.locator(".expert-friend-page");
const radio = (stage: Stage, name: string): Locator => page(stage).getByRole("radio", { name, exact: true });
const saved = async (stage: Stage): Promise<unknown> =>
	JSON.parse((await filesOf(stage)).get(".obsidian/plugins/expert-friend/data.json") ?? "null");

describe("a first consultation, without anyone to ask", () => {
	it.each([
		["en", en],
		["fr", fr],
	] as const)(
		"opens the page, finds the server on this computer, and goes on with the note: %s",
		async (lang, words) => {
			const server = await local("qwen3:14b", "mistral-small3.2:24b");
			const stage = await stageOf({ vault: { "A.md": note }, data: null, lang, local: { ollama: server.url } });
			// Nothing is looked for before it is wanted.
			await stage.page.waitForFunction((id) => id in window.app.commands.commands, `expert-friend:${isItClear[lang]}`);
			expect(server.seen).toEqual([]);
			await ask(stage, "tree", isItClear[lang]);
			await page(stage).waitFor();
			const found = radio(stage, words.firstRun.here("Ollama"));
			await found.waitFor();
			expect(server.seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([
				["GET /v1/models", undefined],
			]);
			await expect.poll(() => found.getAttribute("aria-checked")).toBe("true");
			await expect
				.poll(() => page(stage).locator(".expert-friend-choice.is-selected").innerText())
				.toContain(words.firstRun.staysHere);
			await page(stage).getByLabel(words.firstRun.model("Ollama")).selectOption("mistral-small3.2:24b");
			await page(stage).getByRole("button", { name: words.firstRun.take, exact: true }).click();
			await page(stage).getByText(words.firstRun.next("mistral-small3.2:24b", "Ollama")).waitFor();
			// The app was begun anew: the note's tab lies behind, and has no view yet.
			if (lang === "fr") await stage.page.evaluate(() => window.app.workspace.getLeavesOfType("markdown")[0]!.defer());
			await page(stage)
				.getByRole("button", { name: words.firstRun.goOn("A") })
				.click();
			await page(stage).waitFor({ state: "detached" });
			expect(await stage.page.evaluate(() => window.app.workspace.getLeavesOfType("markdown").length)).toBe(1);
			// The menu stands at the words that were selected.
			await stage.page.getByRole("menu", { name: words.menu.label }).waitFor();
			await expect
				.poll(() => stage.page.evaluate(() => window.app.workspace.activeEditor?.editor?.getSelection()))
				.toBe("tree");
			await stage.page.keyboard.press("Escape");
			await ask(stage, sentence, isItClear[lang]);
			await cards(stage).getByText("It is clear.").waitFor();
			await expect
				.poll(() => saved(stage))
				.toMatchObject({
					endpoints: [{ preset: "ollama", secret: "" }],
					model: { endpoint: "ollama", model: "mistral-small3.2:24b" },
				});
			await expect.poll(() => stage.readNote("A.md")).toBe(note);
			// With a friend there are the notes of prompts, each of them whole.
			const made = promptNotes(lang);
			await expect
				.poll(async () => [...(await filesOf(stage))].filter(([name]) => Object.hasOwn(made, name)).sort())
				.toEqual(Object.entries(made).sort());
			expect(stage.errors).toEqual([]);
		},
	);
});

it("leads from an empty vault to a kept answer of a local friend in five clicks", async () => {
	const server = await local("qwen3:14b");
	const stage = await stageOf({ vault: { "A.md": note }, data: null, local: { ollama: server.url } });
	let clicks = 0;
	const click = async (what: Locator): Promise<void> => {
		clicks++;
		await what.click();
	};
	await stage.selectByPointer(sentence);
	await click(stage.page.locator(".expert-friend-chip"));
	await click(page(stage).getByRole("button", { name: en.firstRun.take, exact: true }));
	await click(page(stage).getByRole("button", { name: en.firstRun.goOn("A") }));
	await click(stage.page.getByRole("menuitem", { name: "Is it clear?" }));
	await click(cards(stage).getByRole("button", { name: en.margin.keep, exact: true }));
	await expect.poll(() => stage.readNote("A.md")).toMatch(/bears fruit\.\n\n> \[!ai\]- .*\n(?:>.*\n)*> It is clear\./);
	expect(clicks).toBeLessThanOrEqual(5);
	expect(stage.errors).toEqual([]);
});

describe("the page that sets up a friend", () => {
	it("leads back to a note that was renamed meanwhile", async () => {
		const server = await local("qwen3:14b");
		const stage = await stageOf({ vault: { "A.md": note, "B.md": note }, data: null, local: { ollama: server.url } });
		const notes = async (): Promise<readonly string[]> =>
			[...(await filesOf(stage)).keys()].filter((path) => !/[/\\]/.test(path)).sort();
		const goOn = page(stage).getByRole("button", { name: /^Go on with/ });
		await select(stage, sentence);
		await run(stage, "consult");
		await page(stage).getByRole("button", { name: en.firstRun.take, exact: true }).waitFor();
		await move(stage, "A.md", "Renamed.md");
		await page(stage).getByRole("button", { name: en.firstRun.take, exact: true }).click();
		await goOn.click();
		await stage.page.getByRole("menuitem", { name: "Is it clear?" }).waitFor();
		expect(await notes()).toEqual(["B.md", "Renamed.md"]);
		expect(stage.errors).toEqual([]);
	});

	it("is worked with the keys: arrows choose, Enter presses, Escape closes and keeps what was typed", async () => {
		const server = await local("qwen3:14b");
		const stage = await stageOf({ vault: { "A.md": note }, data: null, local: { llamacpp: server.url } });
		const { keyboard } = stage.page;
		await run(stage, "set-up");
		const [here, router, other] = [
			radio(stage, en.firstRun.here("llama.cpp")),
			radio(stage, "OpenRouter"),
			radio(stage, en.firstRun.other),
		];
		const focused = (one: Locator): Promise<void> =>
			expect
				.poll(() =>
					one.evaluate(
						(element) => element === document.activeElement && element.getAttribute("aria-checked") === "true",
					),
				)
				.toBe(true);
		await focused(here);
		await keyboard.press("ArrowDown");
		await focused(router);
		await keyboard.press("ArrowDown");
		await focused(other);
		await keyboard.press("ArrowDown");
		await focused(here);
		// One stop for Tab in the group of radios.
		await expect.poll(() => page(stage).locator("[role=radio][tabindex='0']").count()).toBe(1);
		await keyboard.press("ArrowUp");
		await keyboard.press("Enter");
		await expect.poll(() => stage.page.evaluate(() => document.activeElement?.tagName)).toBe("SELECT");
		// Escape gives up the form, not the page.
		await keyboard.press("Escape");
		await focused(other);
		await keyboard.press("ArrowDown");
		await keyboard.press("Enter");
		await page(stage).getByText(en.firstRun.next("qwen3:14b", "llama.cpp")).waitFor();
		const mine = page(stage).getByLabel(en.firstRun.tryLabel);
		await mine.click();
		await keyboard.press("Control+a");
		await keyboard.type("My own sentence stands here.");
		await keyboard.press("Escape");
		await page(stage).waitFor({ state: "detached" });
		await run(stage, "set-up");
		await expect.poll(() => mine.innerText()).toBe("My own sentence stands here.");
		await expect.poll(() => stage.readNote("A.md")).toBe(note);
		expect(stage.errors).toEqual([]);
	});

	it("says that there is nothing to pay, and to whom the note goes", async () => {
		const server = await local("qwen3:14b");
		const stage = await stageOf({ vault: { "A.md": note }, data: null, local: { lmstudio: server.url } });
		await run(stage, "set-up");
		const where = page(stage).locator(".expert-friend-where");
		await expect.poll(() => where.innerText()).toContain(en.firstRun.toNobody);
		await page(stage).getByRole("button", { name: en.firstRun.take, exact: true }).click();
		await expect.poll(() => where.innerText()).toContain(en.firstRun.toFriend("LM Studio", en.firstRun.thisComputer));
	});

	it("lets the address and the key be corrected until the endpoint answers, and adds it once", async () => {
		const key = "a-key-of-its-own";
		const server = http.createServer((request, response) => {
			if (request.headers.authorization !== `Bearer ${key}`) return void response.writeHead(401).end();
			response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ data: [{ id: "one" }] }));
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		onTestFinished(() => void server.close().closeAllConnections());
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
		const stage = await stageOf({ vault: { "A.md": note }, data: null, local: {} });
		await run(stage, "set-up");
		await page(stage).locator("[data-choice=other] button").click();
		const form = page(stage).locator("form");
		await form.getByLabel(en.settings.preset).selectOption("custom");
		for (const [address, typed, told] of [
			["http://127.0.0.1:9/v1", "", en.settings.checks["no-server"]],
			[url, "", en.settings.checks["key-wanted"]],
		] as const) {
			await form.getByLabel(en.settings.address).fill(address);
			await form.getByLabel(en.settings.key).fill(typed);
			await form.getByRole("button", { name: en.firstRun.goOnWithKey }).click();
			await form.getByText(told).waitFor();
		}
		await form.getByLabel(en.settings.key).fill(key);
		await form.getByRole("button", { name: en.firstRun.goOnWithKey }).click();
		await stage.page.locator(".suggestion-item").first().waitFor();
		await expect.poll(() => saved(stage)).toMatchObject({ endpoints: [{ preset: "custom", baseUrl: url }] });
		await expect.poll(() => saved(stage)).not.toHaveProperty("endpoints.1");
		expect(stage.errors.filter((error) => error.includes("Secret"))).toEqual([]);
	});

	it("takes a key for another endpoint, tests it, and lets a model be chosen; the key shows nowhere", async () => {
		const key = "sk-canary-1234567890abcdef";
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, data: null, local: {} });
		await run(stage, "set-up");
		await page(stage).getByText(en.firstRun.noneFound).waitFor();
		await page(stage).locator("[data-choice=other] button").click();
		await expect.poll(() => radio(stage, en.firstRun.other).getAttribute("aria-checked")).toBe("true");
		const form = page(stage).locator("form");
		await form.getByLabel(en.settings.preset).selectOption("custom");
		await form.getByLabel(en.settings.address).fill("http://models.example/v1");
		await form.getByLabel(en.settings.key).fill(key);
		await form.getByRole("button", { name: en.firstRun.goOnWithKey }).click();
		await form.getByText(en.settings.badAddress["needs-https"]).waitFor();
		await form.getByLabel(en.settings.address).fill("http://192.168.1.20/v1");
		await form.getByText(en.settings.readable).waitFor();
		await form.getByLabel(en.settings.address).fill(friend.url);
		await form.getByText(en.settings.readable).waitFor({ state: "detached" });
		// As it is copied where a page hides its middle.
		await form.getByLabel(en.settings.key).fill(`${key.slice(0, 6)}…${key.slice(-4)}`);
		await form.getByRole("button", { name: en.firstRun.goOnWithKey }).click();
		await form.getByText(en.settings.badKey).waitFor();
		await expect.poll(() => saved(stage)).toBeNull();
		await form.getByLabel(en.settings.key).fill(`"${key}"`);
		await form.getByRole("button", { name: en.firstRun.goOnWithKey }).click();
		await stage.page.locator(".suggestion-item").first().waitFor();
		await stage.page.keyboard.press("Enter");
		await page(stage)
			.getByText(`Puppet one at ${new URL(friend.url).host}`)
			.waitFor();
		await expect
			.poll(() => saved(stage))
			.toMatchObject({
				endpoints: [{ preset: "custom", baseUrl: friend.url }],
				model: { model: "puppet/one-20260101" },
			});
		await expect.poll(async () => JSON.stringify([...(await filesOf(stage))])).not.toContain(key.slice(0, 12));
		await expect
			.poll(() => stage.page.evaluate(() => document.documentElement.outerHTML))
			.not.toContain(key.slice(0, 12));
		await stage.page.keyboard.press("Escape");
		await page(stage).waitFor({ state: "detached" });
		await ask(stage, sentence);
		const call = await friend.next();
		expect(call.headers.authorization).toBe(`Bearer ${key}`);
	});

	it("does the real thing with a sentence that stands in no note", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await run(stage, "set-up");
		const tried = page(stage).getByLabel(en.firstRun.tryLabel);
		await page(stage).getByRole("button", { name: en.commands.otherWords, exact: true }).click();
		const call = await friend.next();
		const sent = JSON.stringify(call.body);
		expect(sent).toContain("agreed with");
		// Nothing of the vault goes along but the style prompt.
		expect(sent).not.toContain("The old tree");
		call.say(rows(en.firstRun.sentence.replace("agreed with", "given in to")));
		call.end();
		const list = stage.page.getByRole("listbox");
		await list.getByText("given in to").waitFor();
		// The sentence is not covered by its list.
		const [words, surface] = [
			await tried.boundingBox(),
			await stage.page.locator(".expert-friend-words").boundingBox(),
		];
		expect(surface!.y >= words!.y + words!.height - 8 || surface!.y + surface!.height <= words!.y + 8).toBe(true);
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => tried.innerText()).toContain("already given in to too many people.");
		await expect.poll(() => tried.innerText()).toContain("> [!ai]-");
		await expect
			.poll(async () => (await journalOf(stage)).map(({ outcome, note: of }) => [outcome, of]))
			.toEqual([["adopted", en.firstRun.tryOne]]);
		await stage.page.keyboard.press("Control+z");
		await expect.poll(() => tried.innerText()).toBe(en.firstRun.sentence);
		await expect.poll(() => stage.readNote("A.md")).toBe(note);
		expect(stage.errors).toEqual([]);
	});

	it("looks for nothing on a phone, where localhost is the phone", async () => {
		const server = await local("qwen3:14b");
		const stage = await stageOf({ vault: { "A.md": note }, data: null, mobile: true, local: { ollama: server.url } });
		await run(stage, "set-up");
		await radio(stage, "OpenRouter").waitFor();
		await page(stage).locator("[data-choice=other] button").waitFor();
		expect(server.seen).toEqual([]);
		await expect.poll(() => page(stage).getByText(en.firstRun.noneFound).count()).toBe(0);
	});

	it("looks again once a server was started", async () => {
		const server = await local();
		const stage = await stageOf({ vault: { "A.md": note }, data: null, local: { ollama: server.url } });
		await run(stage, "set-up");
		const row = page(stage).locator("[data-choice=found-ollama]");
		await row.getByText(en.settings.checks["no-models"]).waitFor();
		const before = server.seen.length;
		await row.getByRole("button", { name: en.firstRun.lookAgain }).click();
		await expect.poll(() => server.seen.length).toBeGreaterThan(before);
	});
});
