import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { fr } from "../../src/core/i18n/fr";
import { cards, journalOf, press } from "./asking";
import { puppet, rows, run, select, stageOf } from "./at-work";
import type { Call, Puppet } from "./puppet";
import type { Stage } from "./stage";

const note = "# A note\n\nThe first passage is here.\n\nThe second passage is there.\n";

const view = (stage: Stage) => stage.page.locator(".expert-friend-compare");
const columns = (stage: Stage) => view(stage).locator(".expert-friend-column:visible");

async function compare(
	stage: Stage,
	friend: Puppet,
	blind: boolean,
	words: typeof en | typeof fr = en,
): Promise<Call[]> {
	// Prices and names come with the list of models.
	await expect
		.poll(() => stage.page.evaluate(() => Object.keys(localStorage).some((key) => key.includes("model-lists"))))
		.toBe(true);
	await select(stage, "The second passage is there.");
	await run(stage, "compare");
	const modal = stage.page.locator(".modal");
	await modal.getByText(words === en ? /3 models together: \$/ : /3 modèles ensemble\s: .*\$/).waitFor();
	if (!blind) await modal.getByRole("checkbox", { name: words.compare.blind }).uncheck();
	await modal.getByRole("button", { name: words.ask.send, exact: true }).click();
	return [await friend.next(), await friend.next(), await friend.next()];
}

function answer(call: Call, text: string): void {
	call.say(text);
	call.end();
}

/** All that the page holds of the comparison, letters aside: what may tell one answer from another. */
const traces = (stage: Stage): Promise<string[]> =>
	view(stage)
		.locator(".expert-friend-column")
		.evaluateAll((all) =>
			all.map((column) => column.outerHTML.replace(/(answer-)\d|(Answer )[A-D]|(letter">)[A-D]| is-shown/g, "$1$2$3")),
		);

const outcomes = async (stage: Stage): Promise<string[]> =>
	(await journalOf(stage)).map(({ outcome, comparison }) => `${outcome} ${comparison?.preference ?? "-"}`).sort();

describe("a comparison", () => {
	it("puts one question to three models, hides who is who until the choice, which the journal keeps", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const { page } = stage;
		const calls = await compare(stage, friend, true);
		expect(new Set(calls.map((call) => call.body.model)).size).toBe(3);
		expect(new Set(calls.map((call) => JSON.stringify(call.body.messages))).size).toBe(1);
		for (const call of calls) call.say(`From ${call.body.model.slice(7, 10)}.`);
		calls[0]!.end();
		calls[1]!.end();
		await expect.poll(() => page.locator(".expert-friend-status").innerText()).toMatch(/^ ?1 running, 2 waiting$/);
		// Speed betrays a model: two are there, and nothing tells which.
		await expect.poll(async () => new Set(await traces(stage)).size).toBe(1);
		await expect.poll(() => view(stage).getByText(en.compare.waiting).count()).toBe(1);
		await expect.poll(() => view(stage).locator(".expert-friend-dots").count()).toBe(3);
		await expect.poll(() => view(stage).getByRole("button", { name: en.margin.cancel, exact: true }).count()).toBe(1);
		calls[2]!.end();
		await view(stage).getByText("From one.").waitFor();
		await expect
			.poll(() => view(stage).evaluate((element) => element.outerHTML))
			.not.toMatch(/Puppet|puppet|\$|tokens|\d s\b|title=/);
		await expect
			.poll(
				async () => new Set((await traces(stage)).map((trace) => trace.replace(/From \w+\.|Prefer [A-C]/g, ""))).size,
			)
			.toBe(1);
		// Nowhere else either: no card, no entry.
		await expect.poll(() => cards(stage).count()).toBe(0);
		await expect.poll(() => journalOf(stage)).toEqual([]);
		await page.screenshot({ path: "screenshots/compare-blind.png" });
		await view(stage)
			.getByRole("button", { name: /^Prefer B$/ })
			.click();
		await view(stage).getByText(en.compare.yours, { exact: true }).waitFor();
		await expect.poll(() => view(stage).innerText()).toMatch(/Was A[^]*Was B[^]*Was C/);
		await view(stage)
			.getByText(/Your choices for “Is it clear\?” so far: .* 1 of 1; .*Too few to be a measure\./)
			.waitFor();
		await page.screenshot({ path: "screenshots/compare-revealed.png" });
		await view(stage).getByRole("button", { name: en.margin.keep, exact: true }).first().click();
		await expect.poll(() => stage.readNote("A.md")).toMatch(/The second passage is there\.\n\n> \[!ai\]- Puppet /);
		await expect.poll(() => outcomes(stage)).toEqual(expect.arrayContaining(["dismissed lost", "dismissed won"]));
		await expect
			.poll(async () =>
				(await outcomes(stage))
					.map((one) => one.split(" ")[1])
					.slice(0, 3)
					.sort(),
			)
			.toEqual(["lost", "lost", "won"]);
		expect(stage.errors).toEqual([]);
	});

	it("leaves the others when one model fails, and shows tabs where there is little room", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, width: 700 });
		const calls = await compare(stage, friend, false);
		calls[0]!.fail(402, { error: { message: "No credit." } });
		answer(calls[1]!, "The second answer.");
		answer(calls[2]!, "The third answer.");
		const tabs = view(stage).getByRole("tab");
		await expect.poll(() => tabs.count()).toBe(3);
		const failed = `Puppet ${/\/(\w+)/.exec(calls[0]!.body.model)![1]}`;
		await tabs.filter({ hasText: failed }).click();
		await view(stage).getByText("There is no credit left").waitFor();
		await tabs.filter({ hasNotText: failed }).first().click();
		await view(stage)
			.getByText(/The (second|third) answer\./)
			.first()
			.waitFor();
		await expect.poll(() => columns(stage).count()).toBe(1);
		await expect.poll(() => columns(stage).getAttribute("role")).toBe("tabpanel");
		await stage.page.screenshot({ path: "screenshots/compare-narrow.png" });
		await view(stage).getByRole("button", { name: en.compare.close }).click();
		await view(stage).waitFor({ state: "detached" });
		await expect.poll(() => stage.readNote("A.md")).toBe(note);
		await expect.poll(() => outcomes(stage)).toEqual(["dismissed -", "dismissed -", "failed -"]);
	});

	it("tells of a failure without telling whose, and counts it neither as lost nor as an answer", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const calls = await compare(stage, friend, true);
		calls[0]!.fail(402, { error: { message: `No credit for ${calls[0]!.body.model}.` } });
		answer(calls[1]!, "The second answer.");
		calls[2]!.say("The third answer is");
		await expect
			.poll(() => stage.page.locator(".expert-friend-status").innerText())
			.toMatch(/^ ?1 running, 2 waiting$/);
		await expect.poll(async () => new Set(await traces(stage)).size).toBe(1);
		calls[2]!.cut();
		await view(stage).getByText("There is no credit left").waitFor();
		await view(stage).getByText("The connection was cut").waitFor();
		await expect.poll(() => view(stage).evaluate((element) => element.outerHTML)).not.toMatch(/puppet/i);
		// The journal may be open in the pane beside.
		await expect.poll(() => journalOf(stage)).toEqual([]);
		await expect
			.poll(() =>
				view(stage)
					.getByRole("button", { name: /^Prefer/ })
					.count(),
			)
			.toBe(2);
		await columns(stage)
			.filter({ hasText: "The second answer." })
			.getByRole("button", { name: /^Prefer/ })
			.click();
		await expect.poll(() => outcomes(stage)).toEqual(["dismissed lost", "dismissed won", "failed -"]);
		const entries = await journalOf(stage);
		expect(entries.find(({ outcome }) => outcome === "failed")).toMatchObject({
			model: calls[0]!.body.model,
			failure: "credit",
		});
		await view(stage).getByRole("button", { name: en.compare.close }).click();
		await view(stage).waitFor({ state: "detached" });
		await expect.poll(() => outcomes(stage)).toHaveLength(3);
	});

	it("shows what several say alike once, with all their names, and takes their win for shared", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const calls = await compare(stage, friend, true);
		answer(calls[0]!, "Nothing to change.");
		answer(calls[1]!, "Too long.");
		answer(calls[2]!, "Nothing to change.\n");
		await view(stage).getByText("Too long.").waitFor();
		await expect.poll(() => columns(stage).count()).toBe(2);
		const alike = columns(stage).filter({ hasText: "Nothing to change." });
		await expect.poll(() => alike.locator(".expert-friend-letter").allInnerTexts()).toHaveLength(2);
		await alike.getByRole("button", { name: /^Prefer/ }).click();
		for (const call of [calls[0]!, calls[2]!])
			await alike
				.getByText(`Puppet ${/\/(\w+)/.exec(call.body.model)![1]}`)
				.first()
				.waitFor();
		await stage.page.screenshot({ path: "screenshots/compare-alike.png" });
		await expect.poll(() => outcomes(stage)).toEqual(["dismissed lost", "dismissed won", "dismissed won"]);
	});

	it("is made with the keyboard: numbers and arrows choose, Enter prefers, 0 prefers none", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, lang: "fr" });
		const { page } = stage;
		const name = (): Promise<string | null> => page.evaluate(() => document.activeElement!.getAttribute("aria-label"));
		for (const call of await compare(stage, friend, true, fr)) answer(call, `De ${call.body.model}.`);
		await view(stage)
			.getByRole("button", { name: fr.compare.prefer("A") })
			.waitFor();
		await expect.poll(() => page.evaluate(() => document.activeElement!.className)).toContain("expert-friend-compare");
		await page.keyboard.press("2");
		await expect.poll(() => name()).toBe(fr.compare.answer("B"));
		await page.keyboard.press("ArrowRight");
		await expect.poll(() => name()).toBe(fr.compare.answer("C"));
		await page.keyboard.press("ArrowRight");
		await page.keyboard.press("ArrowLeft");
		await page.keyboard.press("Enter");
		await columns(stage).nth(2).getByText(fr.compare.yours).waitFor();
		await expect.poll(() => outcomes(stage)).toEqual(["dismissed lost", "dismissed lost", "dismissed won"]);
		await view(stage).getByRole("button", { name: fr.compare.close }).click();
		await view(stage).waitFor({ state: "detached" });

		for (const call of await compare(stage, friend, true, fr)) answer(call, `De ${call.body.model}.`);
		await view(stage).getByRole("button", { name: fr.compare.none }).waitFor();
		await page.keyboard.press("0");
		await expect.poll(() => outcomes(stage)).toEqual(expect.arrayContaining(["dismissed tie"]));
		await view(stage)
			.getByText(/1 sans préférence/)
			.waitFor();
	});

	it("leaves the reader alone while other answers stream, and goes on in the margin", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const { page } = stage;
		const calls = await compare(stage, friend, false);
		answer(calls[0]!, "The first answer.\n\n".repeat(60));
		await view(stage).getByText("The first answer.").nth(59).waitFor();
		await view(stage).evaluate((element) => {
			element.scrollTop = 400;
			const words = [...element.querySelectorAll("p")].find((one) => one.textContent === "The first answer.")!;
			getSelection()!.selectAllChildren(words);
		});
		calls[1]!.say("The second ");
		await columns(stage).getByText("The second").waitFor();
		await expect.poll(() => view(stage).evaluate((element) => element.scrollTop)).toBe(400);
		await expect.poll(() => page.evaluate(() => getSelection()!.toString())).toBe("The first answer.");
		// No choice among answers that are still to come.
		await expect
			.poll(() =>
				view(stage)
					.getByRole("button", { name: /^Prefer/ })
					.count(),
			)
			.toBe(0);
		calls[1]!.say("answer.");
		calls[1]!.end();
		await view(stage).getByText("The second answer.").waitFor();
		const running = columns(stage).filter({ has: page.getByRole("button", { name: en.margin.cancel, exact: true }) });
		await press(running, en.margin.cancel);
		await view(stage).getByText(en.margin.cancelledEmpty).waitFor();
		await press(
			columns(stage).filter({ hasText: "The second answer." }),
			en.compare.prefer(`Puppet ${/\/(\w+)/.exec(calls[1]!.body.model)![1]}`),
		);
		await press(columns(stage).filter({ hasText: "The second answer." }), en.margin.further);
		await cards(stage).filter({ hasText: "The second answer." }).waitFor();
		await press(view(stage), en.compare.close);
		await view(stage).waitFor({ state: "detached" });
		await expect.poll(() => cards(stage).count()).toBe(1);
		await press(cards(stage), en.margin.keep);
		await expect.poll(() => stage.readNote("A.md")).toContain("> The second answer.");
		await expect
			.poll(
				async () =>
					(await journalOf(stage)).filter(
						({ outcome, comparison }) => outcome === "kept" && comparison?.preference === "won",
					).length,
			)
			.toBe(1);
		expect(stage.errors).toEqual([]);
	});

	it("of words asks the chosen models at once in the list of words, which names who proposed what", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await expect
			.poll(() => stage.page.evaluate(() => Object.keys(localStorage).some((key) => key.includes("model-lists"))))
			.toBe(true);
		await select(stage, "second", "The second passage");
		await run(stage, "compare");
		const modal = stage.page.locator(".modal");
		await modal.getByText(/3 models together: \$/).waitFor();
		await expect.poll(() => modal.getByRole("checkbox", { name: en.compare.blind }).isVisible()).toBe(true);
		await modal.locator("select").selectOption({ label: "Other words" });
		await modal.getByText(/3 models together: \$/).waitFor();
		await expect.poll(() => modal.getByRole("checkbox", { name: en.compare.blind }).isVisible()).toBe(false);
		await modal.getByRole("button", { name: en.ask.send, exact: true }).click();
		const said = [
			["The last passage is there.", "The next passage is there."],
			["The last passage is there."],
			["The other passage is there."],
		];
		const names: string[] = [];
		for (const sentences of said) {
			const call = await friend.next();
			names.push(`Puppet ${/\/(\w+)/.exec(call.body.model)![1]}`);
			answer(call, rows(...sentences));
		}
		expect(new Set(names).size).toBe(3);
		const options = stage.page.locator(".expert-friend-words [role=option]");
		await expect
			.poll(() => options.allInnerTexts().then((all) => all.map((text) => text.replace(/\s+/g, " "))))
			.toEqual([
				expect.stringContaining(`${names[0]}, ${names[1]}`) as string,
				expect.stringMatching(new RegExp(`next.* ${names[0]}$`)) as string,
				expect.stringMatching(new RegExp(`other.* ${names[2]}$`)) as string,
			]);
		await stage.page.screenshot({ path: "screenshots/compare-words.png" });
		await options.first().click();
		await expect.poll(() => stage.readNote("A.md")).toContain(`> [!ai]- ${names[0]} · Other words`);
		await expect.poll(() => outcomes(stage)).toEqual(["adopted won", "dismissed lost", "dismissed won"]);
	});
});
