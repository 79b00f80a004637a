import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { fr } from "../../src/core/i18n/fr";
import { ask, cards, isItClear, journalOf, press } from "./asking";
import { estimateTokens } from "../../src/core/estimate/tokens";
import { noticed, puppet, rows, run, select, stageOf } from "./at-work";
import type { Call, Puppet } from "./puppet";
import type { Stage } from "./stage";

const sentence = "The old tree by the wall bears fruit.";
const note = `A first line.\n\n${sentence}\n\nA last line.\n`;

interface Limits {
	readonly total?: number;
	readonly endpoint?: number;
	readonly more?: object;
	readonly lang?: string;
}

async function stageWith(friend: Puppet, { total, endpoint, more = {}, lang = "en" }: Limits): Promise<Stage> {
	const stage = await stageOf({
		vault: { "A.md": note },
		lang,
		data: {
			endpoints: [
				{
					id: "demo",
					preset: "custom",
					name: "Puppet",
					baseUrl: friend.url,
					secret: "",
					...(endpoint === undefined ? {} : { budget: endpoint }),
				},
			],
			model: { endpoint: "demo", model: "puppet/one-20260101" },
			...(total === undefined ? {} : { monthlyBudget: { amount: total, currency: "USD" } }),
			...more,
		},
	});
	await expect
		.poll(() => stage.page.evaluate(() => window.app.loadLocalStorage("expert-friend-model-lists") !== null))
		.toBe(true);
	return stage;
}

async function answered(
	stage: Stage,
	friend: Puppet,
	cost: number | null,
	objective: string = isItClear.en,
): Promise<void> {
	const done = cards(stage).filter({ hasText: "It is clear." });
	const before = await done.count();
	await ask(stage, sentence, objective);
	const call = await friend.next();
	call.say("It is clear.");
	call.end({ cost });
	await expect.poll(() => done.count()).toBe(before + 1);
}

const question = (stage: Stage, title: string) => stage.page.locator(".modal", { hasText: title });

async function statusLines(stage: Stage): Promise<string[]> {
	await run(stage, "status");
	const menu = stage.page.locator(".menu");
	await menu.waitFor();
	const lines = await menu.locator(".menu-item-title").allTextContents();
	await stage.page.keyboard.press("Escape");
	return lines;
}

/** This month where the page is. */
function localMonth(): string {
	const now = new Date();
	return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, "0")}`;
}

describe("a monthly budget", () => {
	it("warns at 80 %, and asks before more is sent once it is spent", async () => {
		const friend = await puppet();
		const stage = await stageWith(friend, { total: 1 });
		await answered(stage, friend, 0.5);
		await expect.poll(async () => (await noticed(stage)).join()).not.toContain(en.budget.near("").slice(0, 20));
		await answered(stage, friend, 0.3);
		await expect.poll(() => noticed(stage)).toContain(en.budget.near(`${en.budget.all}: $0.80 of $1.00`));
		await answered(stage, friend, 0.25);
		await expect.poll(() => noticed(stage)).toContain(en.budget.spent(`${en.budget.all}: $1.05 of $1.00`));
		await expect.poll(() => statusLines(stage)).toContain("All endpoints: $1.05 of $1.00");

		await ask(stage, sentence);
		const asked = question(stage, en.budget.title);
		await asked.waitFor();
		await expect.poll(() => asked.textContent()).toContain("All endpoints: $1.05 of $1.00");
		// What costs nothing has the focus.
		await expect.poll(() => stage.page.evaluate(() => document.activeElement?.textContent)).toBe(en.budget.stay);
		await stage.page.keyboard.press("Enter");
		const refused = cards(stage).filter({ hasText: en.failures.budget });
		await expect.poll(() => refused.count()).toBe(1);
		await expect.poll(() => friend.calls).toHaveLength(3);

		// The question is still there, and goes out once the writer says so.
		await press(refused, en.margin.tryNow);
		await asked.waitFor();
		await press(asked, en.budget.beyond);
		const call = await friend.next();
		call.say("Beyond the budget.");
		call.end({ cost: 0.01 });
		await expect.poll(() => cards(stage).filter({ hasText: "Beyond the budget." }).count()).toBe(1);
		await expect.poll(() => stage.readNote("A.md")).toBe(note);
	});

	it("warns again when it was raised and comes near its new end", async () => {
		const friend = await puppet();
		const stage = await stageWith(friend, { total: 1 });
		await answered(stage, friend, 0.9);
		await expect.poll(() => noticed(stage)).toContain(en.budget.near(`${en.budget.all}: $0.90 of $1.00`));
		await stage.page.evaluate(() => void window.app.setting.openTabById("expert-friend"));
		await stage.page.getByLabel(en.settings.budgetAll, { exact: true }).fill("2");
		await stage.page.keyboard.press("Escape");
		await answered(stage, friend, 0.9);
		await expect.poll(() => noticed(stage)).toContain(en.budget.near(`${en.budget.all}: $1.80 of $2.00`));
	});

	it("asks before the list of words opens; leaves note and list alone when the writer stays within", async () => {
		const friend = await puppet();
		const stage = await stageWith(friend, { endpoint: 0.5, lang: "fr" });
		await answered(stage, friend, 0.6, isItClear.fr);
		await select(stage, "old");
		await run(stage, "other-words");
		const asked = question(stage, fr.budget.title);
		await asked.waitFor();
		await expect
			.poll(async () => (await asked.textContent())?.replace(/\s/g, " "))
			.toContain("Puppet : 0,60 $ sur 0,50 $");
		await stage.page.keyboard.press("Escape");
		await asked.waitFor({ state: "detached" });
		await expect.poll(() => stage.page.locator(".expert-friend-words").count()).toBe(0);
		await expect.poll(() => friend.calls).toHaveLength(1);
		await run(stage, "other-words");
		await asked.waitFor();
		await press(asked, fr.budget.beyond);
		(await friend.next()).end();
		await stage.page.locator(".expert-friend-words").waitFor();
		await expect.poll(() => stage.readNote("A.md")).toBe(note);
	});

	it("counts cancelled requests as unknown, other devices' by the journal, and goes on without a journal", async () => {
		const friend = await puppet();
		const stage = await stageWith(friend, { total: 2 });
		await ask(stage, sentence);
		(await friend.next()).say("It is");
		const running = cards(stage).filter({ hasText: "It is" });
		await running.waitFor();
		await press(running, en.margin.cancel);
		await expect.poll(() => statusLines(stage)).toContain("All endpoints: $0.00 of $2.00 + 1 of unknown cost");

		// Answers without a cost are counted at list price: 100 tokens in, 20 out.
		await answered(stage, friend, null);
		await expect.poll(() => statusLines(stage)).toContain("All endpoints: $0.00014 of $2.00 + 1 of unknown cost");
		// Marked as such where it is shown, and carbon never without its range.
		await expect
			.poll(() => cards(stage).filter({ hasText: "It is clear." }).textContent())
			.toMatch(/\$0\.00014 at the list price of \w+ \d+, \d{4} · about 0\.\d+\sg CO₂e \(0\.\d+–0?\.?\d+\)/);

		await press(cards(stage).filter({ hasText: "It is clear." }), en.margin.dismiss);
		await expect.poll(async () => (await journalOf(stage)).length).toBe(1);
		const [entry] = await journalOf(stage);
		expect(entry?.endpoint).toBe("demo");
		const month = `Expert friend/Journal/${entry!.time.slice(0, 7)}.md`;
		const other =
			`\n> [!ai]- Puppet one · Is it clear · ${entry!.time.slice(0, 10)}\n> [id:: other-device] [at:: ` +
			`${entry!.time}] [outcome:: kept] [note:: A.md] [objective:: x] [model:: puppet/one-20260101] ` +
			"[endpoint:: demo] [cost:: 1.5] [currency:: USD]\n";
		await stage.writeNote(month, (await stage.readNote(month)) + other);
		await expect.poll(() => statusLines(stage)).toContain("All endpoints: $1.50 of $2.00 + 1 of unknown cost");
	});

	it("asks about each budget that a comparison would go beyond, and sends what the writer allows", async () => {
		const [friend, other] = [await puppet(["puppet/one-20260101"]), await puppet(["other/two-20260202"])];
		const month = localMonth();
		const stage = await stageOf({
			vault: {
				"A.md": note,
				[`Expert friend/Journal/${month}.md`]: ["demo", "other"]
					.map(
						(endpoint) =>
							`\n> [!ai]- Puppet · Is it clear · ${month}-01\n> [id:: ${endpoint}-1] [at:: ` +
							`${month}-01T10:00:00+00:00] [outcome:: kept] [note:: A.md] [objective:: x] [model:: m] ` +
							`[endpoint:: ${endpoint}] [cost:: 1.5] [currency:: USD]\n`,
					)
					.join(""),
			},
			data: {
				endpoints: [
					{ id: "demo", preset: "custom", name: "Puppet", baseUrl: friend.url, secret: "", budget: 1 },
					{ id: "other", preset: "custom", name: "Other", baseUrl: other.url, secret: "", budget: 1 },
				],
				model: { endpoint: "demo", model: "puppet/one-20260101" },
			},
		});
		await expect
			.poll(() =>
				stage.page.evaluate(
					() => Object.keys((window.app.loadLocalStorage("expert-friend-model-lists") as object) ?? {}).length,
				),
			)
			.toBe(2);
		await select(stage, sentence);
		await run(stage, "compare");
		const modal = stage.page.locator(".modal");
		await modal.locator("select").selectOption("free");
		await modal.locator("textarea").fill("Is it a tree?");
		await modal.getByRole("button", { name: en.ask.send, exact: true }).click();
		const about = (line: string) => question(stage, en.budget.title).filter({ hasText: line });
		await press(about("Other: $1.50 of $1.00"), en.budget.beyond);
		await press(about("Puppet: $1.50 of $1.00"), en.budget.stay);
		const call = await other.next();
		call.say("Allowed.");
		call.end();
		const view = stage.page.locator(".expert-friend-compare");
		await view.getByText("Allowed.").waitFor();
		await view.getByText(en.failures.budget).waitFor();
		await expect.poll(() => friend.calls).toHaveLength(0);
	});

	it("holds without a journal, and after a restart", async () => {
		const friend = await puppet();
		const stage = await stageWith(friend, { total: 0.5, more: { journal: false } });
		await answered(stage, friend, 0.5);
		await stage.reload();
		await ask(stage, sentence);
		await question(stage, en.budget.title).waitFor();
		await expect.poll(() => friend.calls).toHaveLength(1);
	});
});

describe("the forecast", () => {
	it("follows what this model's answers took", async () => {
		const friend = await puppet();
		const stage = await stageWith(friend, {});
		const foot = async (): Promise<string> => {
			await select(stage, sentence);
			await run(stage, "consult");
			const end = stage.page.locator(".expert-friend-menu .expert-friend-foot-line .expert-friend-end");
			await end.waitFor();
			const text = await end.textContent();
			await stage.page.keyboard.press("Escape");
			return text ?? "";
		};
		const before = await foot();
		for (const prompt of [900, 910, 890]) {
			await ask(stage, sentence);
			const call = await friend.next();
			call.say("It is clear.");
			call.end({ prompt, completion: 2000 });
			await expect.poll(() => stage.page.locator("article.expert-friend-card.is-active").count()).toBe(0);
		}
		const amounts = (text: string): number[] => [...text.matchAll(/[\d.]+/g)].map(([amount]) => Number(amount));
		await expect.poll(async () => Math.max(...amounts(await foot()))).toBeGreaterThan(Math.max(...amounts(before)));
		await expect.poll(async () => Math.min(...amounts(await foot()))).toBeGreaterThan((2000 * 2) / 1e6);
	});

	it("is of all that is sent, the style prompt too: in the menu, for other models, and for a comparison", async () => {
		const friend = await puppet();
		const stage = await stageWith(friend, {});
		await select(stage, sentence);
		await run(stage, isItClear.en);
		(await friend.next()).end();
		await stage.writeNote(
			"Expert friend/Style.md",
			"Prefer the plain word to the rare one, and the verb to the noun.\n".repeat(1600),
		);
		const bounds = (text: string): { low: number; high: number } => {
			const [low, high] = [...text.matchAll(/\$([\d.]+)/g)].map(([, amount]) => Number(amount));
			return { low: low!, high: high! };
		};
		// What an endpoint would charge for a request as it came, with an answer of usual length.
		const cost = ({ body }: Call): number =>
			(body.messages.reduce((sum, message) => sum + estimateTokens(message.content), 0) + 300 * 2) / 1e6;
		const { page } = stage;
		let menu = { low: 0, high: 0 };
		await expect
			.poll(async () => {
				await select(stage, sentence);
				await run(stage, "consult");
				menu = bounds(
					await page.locator(".expert-friend-menu .expert-friend-foot-line .expert-friend-end").innerText(),
				);
				await page.keyboard.press("Escape");
				return menu.low;
			})
			.toBeGreaterThan(0.01);
		await select(stage, "tree");
		await run(stage, "other-words");
		const call = await friend.next();
		expect(menu.low).toBeLessThan(cost(call));
		expect(menu.high).toBeGreaterThan(cost(call));
		call.say(rows("The old oak by the wall bears fruit."));
		call.end();
		await page.getByRole("button", { name: /^Other models…/ }).press("Enter");
		const others = bounds(
			await page
				.locator(".menu [role=menuitem]", { hasText: "Both together" })
				.locator(".expert-friend-forecast")
				.innerText(),
		);
		await page.keyboard.press("Escape");
		expect(others.low).toBeLessThan(2 * cost(call));
		expect(others.high).toBeGreaterThan(2 * cost(call));
		await page.keyboard.press("Escape");
		await select(stage, sentence);
		await run(stage, "compare");
		const line = page.locator(".modal [role=status]");
		await line.getByText("3 models together").waitFor();
		const compared = bounds(await line.innerText());
		expect(compared.low).toBeLessThan(3 * cost(call));
		expect(compared.high).toBeGreaterThan(3 * cost(call));
		// A free question counts as it is typed.
		await page.locator(".modal select").selectOption("free");
		const short = bounds(await line.innerText());
		await page.locator(".modal textarea").fill("Is it a tree? ".repeat(2000));
		await expect.poll(async () => bounds(await line.innerText()).low).toBeGreaterThan(short.low + 0.02);
		expect(stage.errors).toEqual([]);
	});
});
