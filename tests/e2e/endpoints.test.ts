import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { en } from "../../src/core/i18n/en";
import { fr } from "../../src/core/i18n/fr";
import type { Settings } from "../../src/core/settings/settings";
import { ask, bind, cards, filesOf, isItClear } from "./asking";
import { run, stageOf } from "./at-work";
import type { Stage } from "./stage";

const sentence = "The old tree by the wall bears fruit.";
const note = `A first line.\n\n${sentence}\n`;
const words = en.settings;

const openSettings = (stage: Stage): Promise<void> =>
	stage.page.evaluate(() => void window.app.setting.openTabById("expert-friend"));
const closeSettings = async (stage: Stage): Promise<void> => {
	await stage.page.keyboard.press("Escape");
	await stage.page.locator(".mod-settings").waitFor({ state: "detached" });
};
const saved = async (stage: Stage): Promise<Partial<Settings>> =>
	JSON.parse((await filesOf(stage)).get(".obsidian/plugins/expert-friend/data.json") ?? "{}") as Partial<Settings>;

/** A gateway that tells neither prices nor costs: every answer took 1,000 tokens in and 100 out. */
async function gateway(): Promise<string> {
	const server = http.createServer((request, response) => {
		for (const name of ["origin", "headers"]) response.setHeader(`access-control-allow-${name}`, "*");
		if (request.method === "OPTIONS") return void response.writeHead(204).end();
		request.resume().on("end", () => {
			if (request.url?.endsWith("/models")) return void response.end(JSON.stringify({ data: [{ id: "gpt-4o" }] }));
			response.writeHead(200, { "content-type": "text/event-stream" });
			const choices = [{ index: 0, delta: { content: "It is clear." }, finish_reason: "stop" }];
			const usage = { prompt_tokens: 1000, completion_tokens: 100 };
			response.write(`data: ${JSON.stringify({ model: "gpt-4o", choices })}\n\n`);
			response.end(`data: ${JSON.stringify({ choices: [], usage })}\n\ndata: [DONE]\n\n`);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close().closeAllConnections());
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

describe("several endpoints of one kind", () => {
	it("are told apart by names of their own, which follow the address until the writer gives another", async () => {
		const stage = await stageOf({ vault: { "A.md": note }, data: {} });
		await openSettings(stage);
		for (const count of [1, 2]) {
			await stage.page.locator("select", { hasText: words.preset }).selectOption("custom");
			await expect.poll(() => stage.page.getByLabel(words.address, { exact: true }).count()).toBe(count);
		}
		const addresses = stage.page.getByLabel(words.address, { exact: true });
		await addresses.nth(0).fill("https://one.example/v1");
		await addresses.nth(1).fill("https://two.example/v1");
		await expect
			.poll(async () => (await saved(stage)).endpoints?.map(({ name }) => name))
			.toEqual(["one.example", "two.example"]);
		await closeSettings(stage);
		await openSettings(stage);
		const names = stage.page.getByLabel(words.name, { exact: true });
		await names.nth(0).fill("The study");
		await names.nth(0).press("Tab");
		await expect
			.poll(async () => (await saved(stage)).endpoints?.map(({ name }) => name))
			.toEqual(["The study", "two.example"]);
		await stage.page.getByLabel(words.address, { exact: true }).nth(0).fill("https://three.example/v1");
		await expect
			.poll(async () => (await saved(stage)).endpoints?.[0])
			.toMatchObject({ name: "The study", baseUrl: "https://three.example/v1" });
	});
});

describe("an endpoint that is removed", () => {
	it("is asked about first; then its key and what names it are forgotten", async () => {
		const secret = "expert-friend-demo";
		const url = await gateway();
		const stage = await stageOf({
			vault: { "A.md": note },
			secrets: { [secret]: "sk-canary-removed-123" },
			data: {
				endpoints: [{ id: "demo", preset: "custom", name: "Demo", baseUrl: url, secret }],
				model: { endpoint: "demo", model: "gpt-4o" },
				favourites: [{ endpoint: "demo", model: "gpt-4o" }],
			},
		});
		await bind(stage, { [secret]: new URL(url).origin });
		await openSettings(stage);
		const remove = stage.page.getByRole("button", { name: words.remove, exact: true });
		await remove.click();
		const question = stage.page.locator(".modal", { hasText: words.removing.title("Demo") });
		await question.getByRole("button", { name: words.removing.keep }).press("Enter");
		await question.waitFor({ state: "detached" });
		await expect.poll(async () => (await saved(stage)).endpoints).toHaveLength(1);

		await remove.click();
		await question.getByRole("button", { name: words.remove, exact: true }).press("Enter");
		await expect.poll(() => saved(stage)).toEqual({ notesMade: true });
		await expect.poll(() => stage.page.evaluate((id) => window.app.secretStorage.getSecret(id), secret)).toBe("");
		await expect
			.poll(() => stage.page.evaluate(() => JSON.stringify(window.app.loadLocalStorage("expert-friend-key-origins"))))
			.toBe("{}");
	});
});

describe("an endpoint that tells no prices", () => {
	it("is not taken for free because it is on this device; a price that is entered counts from then on", async () => {
		const url = await gateway();
		const stage = await stageOf({
			lang: "fr",
			vault: { "A.md": note },
			data: {
				endpoints: [{ id: "demo", preset: "custom", name: "Gateway", baseUrl: url, secret: "" }],
				model: { endpoint: "demo", model: "gpt-4o" },
			},
		});
		await ask(stage, sentence, isItClear.fr);
		const first = cards(stage).filter({ hasText: "It is clear." });
		await expect.poll(() => first.textContent()).toContain(fr.margin.costUnknown);
		await run(stage, "status");
		await expect.poll(() => stage.page.locator(".menu").innerText()).toContain(fr.budget.unknown(1));
		await stage.page.keyboard.press("Escape");

		await openSettings(stage);
		await stage.page.getByText(fr.settings.untold).waitFor();
		await stage.page.getByLabel(fr.labelled(fr.settings.price, fr.settings.priceIn)).fill("2,50");
		await stage.page.getByLabel(fr.labelled(fr.settings.price, fr.settings.priceOut)).fill("10");
		await expect
			.poll(async () => (await saved(stage)).ownPrices)
			.toMatchObject([{ endpoint: "demo", model: "gpt-4o", input: 2.5, output: 10 }]);
		await closeSettings(stage);
		await openSettings(stage);
		await expect
			.poll(() => stage.page.getByLabel(fr.labelled(fr.settings.price, fr.settings.priceIn)).inputValue())
			.toBe("2,5");
		await expect.poll(() => stage.page.getByText(fr.settings.untold).count()).toBe(0);
		await closeSettings(stage);

		await ask(stage, "A first line.", isItClear.fr);
		// 1,000 tokens at 2.50 and 100 at 10 a million.
		await expect
			.poll(async () => (await cards(stage).allTextContents()).join().replace(/\s/g, " "))
			.toContain("0,0035 $ au prix public du");
	});
});
