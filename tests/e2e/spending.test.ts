import { describe, expect, it } from "vitest";
import { spendingsOf, spentAt, type Spending, type Spent } from "../../src/core/estimate/budget";
import { grids } from "../../src/core/estimate/grids";
import { en } from "../../src/core/i18n/en";
import { ask, cards, journalOf, kept, press, told } from "./asking";
import { isNoticed, otherModel, puppet, rows, run, select, stageOf } from "./at-work";
import type { Puppet } from "./puppet";
import type { Stage } from "./stage";

const sentence = "The old tree by the wall bears fruit.";
const note = `A first line.\n\n${sentence}\n\nA last line.\n`;
const endpointOf = (friend: Puppet, more: object = {}): object => ({
	id: "demo",
	preset: "custom",
	name: "Puppet",
	baseUrl: friend.url,
	secret: "",
	...more,
});

async function stageWith(...endpoints: readonly object[]): Promise<Stage> {
	const stage = await stageOf({
		vault: { "A.md": note },
		data: { endpoints, model: { endpoint: "demo", model: "puppet/one-20260101" } },
	});
	await expect
		.poll(() =>
			stage.page.evaluate(
				() => Object.keys((window.app.loadLocalStorage("expert-friend-model-lists") as object) ?? {}).length,
			),
		)
		.toBe(endpoints.length);
	return stage;
}

/**
 * What the month cost: by this device and the journal together, as the status menu says it, and by the journal alone,
 * as another device would.
 */
async function spent(stage: Stage): Promise<{ readonly here: Spent; readonly elsewhere: Spent }> {
	const journal = await journalOf(stage);
	const device = await stage.page.evaluate(
		() => (window.app.loadLocalStorage("expert-friend-spendings") ?? []) as readonly Spending[],
	);
	const month = [...device.map((one) => one.month), ...journal.map(({ time }) => time.slice(0, 7))][0] ?? "";
	const rounded = ({ amounts, unknown }: Spent): Spent => ({
		amounts: Object.fromEntries(
			Object.entries(amounts).map(([currency, amount]) => [currency, Number(amount.toPrecision(5))]),
		),
		unknown,
	});
	return {
		here: rounded(spentAt(spendingsOf(month, journal, device), null)),
		elsewhere: rounded(spentAt(spendingsOf(month, journal, []), null)),
	};
}

async function statusMenu(stage: Stage): Promise<string[]> {
	await run(stage, "status");
	const menu = stage.page.locator(".menu");
	await menu.waitFor();
	const lines = await menu.locator(".menu-item-title").allInnerTexts();
	await stage.page.keyboard.press("Escape");
	return lines;
}

describe("a model at home", () => {
	it("costs nothing, is never of unknown cost, takes this device's electricity for as long as it works", async () => {
		const friend = await puppet(undefined, () => undefined);
		const stage = await stageWith(endpointOf(friend, { preset: "llamacpp", name: "llama.cpp" }));
		await select(stage, sentence);
		await run(stage, "consult");
		await expect
			.poll(() => stage.page.locator(".expert-friend-menu .expert-friend-foot-line .expert-friend-end").innerText())
			.toBe(en.models.place.device);
		await stage.page.keyboard.press("Escape");
		await ask(stage, sentence);
		const call = await friend.next();
		call.say("It is clear.");
		call.end({ cost: null });
		const card = cards(stage).filter({ hasText: "It is clear." });
		await expect
			.poll(() => card.locator(".expert-friend-card-meta").innerText())
			.toContain("100 + 20 tokens · on this device · about ");
		const [consultation] = await kept(stage);
		const seconds = consultation!.usage!.seconds!;
		expect(seconds).toBeGreaterThan(0);
		// 60 W for that long with the world's electricity; not what a data centre takes for 20 tokens.
		const grams = Number(((60 * seconds * grids.world) / 3600).toPrecision(1));
		await expect
			.poll(() => card.locator(".expert-friend-card-meta").innerText())
			.toContain(`about ${grams.toLocaleString("en", { maximumSignificantDigits: 1 })}\u00a0g`);
		// With the writer's own electricity, once they say where it is from.
		await stage.page.evaluate(() => void window.app.setting.openTabById("expert-friend"));
		await stage.page
			.locator(".setting-item")
			.filter({ hasText: en.settings.electricity })
			.locator("select")
			.selectOption({ label: "France" });
		await stage.page.keyboard.press("Escape");
		await expect
			.poll(async () => JSON.parse(await stage.readNote(".obsidian/plugins/expert-friend/data.json")) as object)
			.toMatchObject({ electricity: "FR" });
		await press(card, en.margin.keep);
		await expect
			.poll(() => stage.readNote("A.md"))
			.toMatch(/> `puppet\/one-20260101` via llama\\\.cpp \(Loopback\) · 100 \+ 20 tokens · \$0 · about 0\.\d+ g/);
		await ask(stage, sentence);
		(await friend.next()).say("It");
		await press(cards(stage).filter({ hasText: "It" }), en.margin.cancel);
		await press(cards(stage).filter({ hasText: en.margin.cancelled }), en.margin.dismiss);
		await expect
			.poll(async () => (await journalOf(stage)).map(({ outcome, cost, unknown }) => [outcome, cost?.amount, unknown]))
			.toEqual([
				["kept", 0, 0],
				["dismissed", 0, 0],
			]);
		await expect
			.poll(() => spent(stage))
			.toEqual({ here: { amounts: {}, unknown: 0 }, elsewhere: { amounts: {}, unknown: 0 } });
		await expect.poll(() => statusMenu(stage)).toContain(`${en.budget.all}: ${en.budget.nothing}`);
	});
});

describe("a request that was refused and waits to be tried again", () => {
	it("costs nothing when it is cancelled: nothing is on its way", async () => {
		const friend = await puppet();
		const stage = await stageWith(endpointOf(friend));
		await ask(stage, sentence);
		(await friend.next()).fail(429, { error: { message: "Later." } }, { "retry-after": "50" });
		await expect.poll(() => told(cards(stage)).innerText()).toMatch(/Trying again in \d+\ss/);
		await press(cards(stage), en.margin.cancel);
		await expect
			.poll(async () => (await journalOf(stage)).map(({ outcome, cost, unknown }) => [outcome, cost, unknown]))
			.toEqual([["cancelled", null, 0]]);
		await expect
			.poll(() => spent(stage))
			.toEqual({ here: { amounts: {}, unknown: 0 }, elsewhere: { amounts: {}, unknown: 0 } });
	});

	it("is of unknown cost once it went out, be the card dismissed before a word came", async () => {
		const friend = await puppet();
		const stage = await stageWith(endpointOf(friend));
		await ask(stage, sentence);
		const call = await friend.next();
		await cards(stage).focus();
		await stage.page.keyboard.press("Delete");
		await expect.poll(() => call.aborted).toBe(true);
		await expect
			.poll(async () => (await journalOf(stage)).map(({ outcome, cost, unknown }) => [outcome, cost, unknown]))
			.toEqual([["cancelled", null, 1]]);
		await expect.poll(async () => (await spent(stage)).here).toEqual({ amounts: {}, unknown: 1 });
		await expect.poll(async () => (await spent(stage)).elsewhere).toEqual({ amounts: {}, unknown: 1 });
		// Back again, it says how it ended.
		await press(stage.page.locator(".expert-friend-undo"), en.margin.undoDismiss);
		await expect.poll(() => told(cards(stage)).innerText()).toBe(en.margin.cancelledEmpty);
	});
});

describe("words of several models", () => {
	it(
		"have an entry for each, with its own price, proposals and part in the choice; the note names whose were " +
			"adopted",
		async () => {
			const prices: Readonly<Record<string, object>> = {
				one: { prompt: "0.000001", completion: "0.000002" },
				two: { prompt: "0.00001", completion: "0.00002" },
			};
			const friend = await puppet(undefined, (id) => prices[/\/(\w+)/.exec(id)![1]!]);
			const stage = await stageWith(endpointOf(friend));
			await select(stage, "tree");
			await run(stage, "other-words");
			const list = stage.page.locator(".expert-friend-words");
			const said: Readonly<Record<string, string>> = {
				one: rows("The old oak by the wall bears fruit.", "The old elm by the wall bears fruit."),
				two: rows("The old oak by the wall bears fruit.", "The old ash by the wall bears fruit."),
				three: rows("The old fig by the wall bears fruit."),
			};
			for (let asked = 0; asked < 3; asked++) {
				if (asked === 1) await otherModel(stage, /^Both together\s*\$.* \+ price unknown$/);
				const call = await friend.next();
				call.say(said[/\/(\w+)/.exec(call.body.model)![1]!]!);
				call.end({ prompt: 1000, completion: 100, cost: null });
			}
			await list.getByRole("button", { name: en.words.more, exact: true }).waitFor();
			// 0.0012 of one, 0.012 of two; what three took nobody told.
			await expect
				.poll(() => list.locator(".expert-friend-words-foot").innerText())
				.toMatch(/So far \$0\.013 at the list price of [^+]+ \+ cost unknown$/m);
			await list.getByRole("option", { name: /ash/ }).click();
			await list.waitFor({ state: "detached" });
			await expect.poll(async () => (await journalOf(stage)).length).toBe(3);
			const entries = [...(await journalOf(stage))].sort((a, b) => a.model.localeCompare(b.model));
			expect(
				entries.map(({ model, outcome, tokens, cost, unknown, comparison }) => [
					/\/(\w+)/.exec(model)![1],
					outcome,
					tokens?.prompt,
					cost?.amount,
					cost?.listed === null,
					unknown,
					comparison?.preference,
				]),
			).toEqual([
				["one", "dismissed", 1000, 0.0012, false, 0, "lost"],
				["three", "dismissed", 1000, undefined, false, 1, "lost"],
				["two", "adopted", 1000, 0.012, false, 0, "won"],
			]);
			expect(new Set(entries.map(({ comparison }) => comparison?.id)).size).toBe(1);
			const text = await stage.readNote("A.md");
			expect(text).toContain("> [!ai]- Puppet two · ");
			expect(text).toMatch(/`puppet\/two-20260202` via Puppet \(Loopback\) · 1000 \+ 100 tokens · \$0\.012 \(/);
			const all = { amounts: { USD: 0.0132 }, unknown: 1 };
			await expect.poll(() => spent(stage)).toEqual({ here: all, elsewhere: all });
			await expect.poll(() => statusMenu(stage)).toContain(`${en.budget.all}: $0.013 + 1 of unknown cost`);
		},
	);

	it("are asked of another model afresh, and bear its name and its endpoint's", async () => {
		const [friend, other] = [await puppet(), await puppet(["other/four-20260404"])];
		const stage = await stageWith(endpointOf(friend), endpointOf(other, { id: "other", name: "Elsewhere" }));
		const words = async (from: Puppet, word: string): Promise<void> => {
			await select(stage, "tree");
			await run(stage, "other-words");
			const call = await from.next();
			call.say(rows(`The old ${word} by the wall bears fruit.`));
			call.end({ cost: 0.001 });
			await stage.page.getByRole("button", { name: en.words.more, exact: true }).waitFor();
		};
		await words(friend, "oak");
		await stage.page.keyboard.press("Escape");
		const settings = JSON.parse(await stage.readNote(".obsidian/plugins/expert-friend/data.json")) as object;
		await stage.writeNote(
			".obsidian/plugins/expert-friend/data.json",
			JSON.stringify({ ...settings, model: { endpoint: "other", model: "other/four-20260404" } }),
		);
		await expect.poll(async () => (await statusMenu(stage)).join()).toContain(en.status.model("Puppet four"));
		await words(other, "ash");
		await stage.page.keyboard.press("Enter");
		await expect
			.poll(() => stage.readNote("A.md"))
			.toMatch(/> \[!ai\]- Puppet four · [^]*`other\/four-20260404` via Elsewhere/);
		await expect
			.poll(async () => (await journalOf(stage)).map(({ model, endpoint, outcome }) => [model, endpoint, outcome]))
			.toEqual([
				["puppet/one-20260101", "demo", "dismissed"],
				["other/four-20260404", "other", "adopted"],
			]);
	});
});

describe("an endpoint of unknown kind", () => {
	it("has the currency that the writer says: of its costs, its prices and its budget", async () => {
		const friend = await puppet(undefined, () => undefined);
		const stage = await stageWith(endpointOf(friend));
		await stage.page.evaluate(() => void window.app.setting.openTabById("expert-friend"));
		await stage.page.getByLabel(en.settings.currencyOf("Puppet"), { exact: true }).selectOption("EUR");
		await stage.page.getByLabel(en.settings.budgetOf("Puppet", "EUR"), { exact: true }).fill("1");
		await stage.page.getByLabel(`${en.settings.price}: ${en.settings.priceIn}`, { exact: true }).fill("1000");
		await stage.page.getByLabel(`${en.settings.price}: ${en.settings.priceOut}`, { exact: true }).fill("2000");
		await stage.page.keyboard.press("Escape");
		const costs = async (cost: number | null): Promise<void> => {
			await ask(stage, sentence);
			const call = await friend.next();
			call.say("It is clear.");
			call.end({ cost });
		};
		await costs(0.7);
		await expect.poll(() => cards(stage).first().innerText()).toContain("€0.70");
		// 100 tokens in and 20 out by the writer's own price.
		await costs(null);
		await isNoticed(stage, en.budget.near("Puppet: €0.84 of €1.00"));
	});
});

describe("the forecast of a comparison", () => {
	it("keeps currencies apart, and says what is not known beside what is", async () => {
		const [friend, euro, silent] = [
			await puppet(["puppet/one-20260101"]),
			await puppet(["euro/two-20260202"]),
			await puppet(["silent/three-20260303"], () => undefined),
		];
		const stage = await stageWith(
			endpointOf(friend),
			endpointOf(euro, { id: "paris", preset: "scaleway", name: "Paris" }),
			endpointOf(silent, { id: "silent", name: "Silent" }),
		);
		await select(stage, sentence);
		await run(stage, "compare");
		const modal = stage.page.locator(".modal");
		await expect
			.poll(() => modal.locator("[role=status]").innerText())
			.toMatch(/^3 models together: \$[\d.]+ to \$[\d.]+ \+ €[\d.]+ to €[\d.]+ \+ price unknown$/);
		// Which of two endpoints has a model is said.
		await expect
			.poll(() => modal.getByRole("group", { name: en.compare.models }).innerText())
			.toMatch(/two-20260202 · Paris/);
	});
});
