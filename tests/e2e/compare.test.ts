import { describe, expect, it } from "vitest";
import { puppet, run, select, stageOf } from "./at-work";
import type { Call, Puppet } from "./puppet";
import type { Stage } from "./stage";

const note = "# A note\n\nThe first passage is here.\n\nThe second passage is there.\n";

async function compare(stage: Stage, friend: Puppet, blind: boolean): Promise<Call[]> {
	// Prices and names come with the list of models.
	await expect.poll(() => stage.page.evaluate(() => Object.keys(localStorage).some((key) => key.includes("model-lists")))).toBe(true);
	await select(stage, "The second passage is there.");
	await run(stage, "compare");
	const modal = stage.page.locator(".modal");
	await modal.getByText(/3 models together: \$/).waitFor();
	if (!blind) await modal.getByRole("checkbox", { name: "Hide the names until I have chosen" }).uncheck();
	await modal.getByRole("button", { name: "Ask", exact: true }).click();
	return [await friend.next(), await friend.next(), await friend.next()];
}

describe("a comparison", () => {
	it("puts one question to three models, hides who is who until the choice, and keeps the choice in the journal", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const { page } = stage;
		const calls = await compare(stage, friend, true);
		expect(new Set(calls.map((call) => call.body.model)).size).toBe(3);
		expect(new Set(calls.map((call) => JSON.stringify(call.body.messages))).size).toBe(1);
		const view = page.locator(".expert-friend-compare");
		for (const call of calls) call.say(`From ${call.body.model.slice(7, 10)}.`);
		calls[0]!.end();
		calls[1]!.end();
		await view.getByText("All answers are shown once the last one is there.").first().waitFor();
		calls[2]!.end();
		await view.getByText("From one.").waitFor();
		expect(await view.innerText()).not.toMatch(/Puppet|puppet|\$|tokens/);
		await page.screenshot({ path: "screenshots/compare-blind.png" });
		await view.getByRole("button", { name: /^Prefer B$/ }).click();
		await view.getByText("Your choice").waitFor();
		expect(await view.innerText()).toMatch(/Was A[^]*Was B[^]*Was C/);
		await view.getByText(/Your choices for Is it clear\? so far: .* 1 of 1; .*Too few to be a measure\./).waitFor();
		await page.screenshot({ path: "screenshots/compare-revealed.png" });
		await view.getByRole("button", { name: "Keep", exact: true }).first().click();
		await expect.poll(() => stage.readNote("A.md")).toMatch(/The second passage is there\.\n\n> \[!ai\]- Puppet /);
		const month = `Expert friend/Journal/${new Date().toISOString().slice(0, 7)}.md`;
		await expect.poll(async () => ((await stage.readNote(month).catch(() => "")).match(/\[preference:: \w+\]/g) ?? []).slice(0, 3).sort()).toEqual(["[preference:: lost]", "[preference:: lost]", "[preference:: won]"]);
		expect(stage.errors).toEqual([]);
	});

	it("leaves the others when one model fails, and shows tabs where there is little room", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, width: 700 });
		const calls = await compare(stage, friend, false);
		calls[0]!.fail(402, { error: { message: "No credit." } });
		calls[1]!.say("The second answer.");
		calls[1]!.end();
		calls[2]!.say("The third answer.");
		calls[2]!.end();
		const view = stage.page.locator(".expert-friend-compare");
		const tabs = view.getByRole("tab");
		expect(await tabs.count()).toBe(3);
		const failed = await Promise.all(calls.map((call) => call.body.model)).then(([first]) => `Puppet ${/\/(\w+)/.exec(first!)![1]}`);
		await tabs.filter({ hasText: failed }).click();
		await view.getByText("There is no credit left").waitFor();
		await tabs.filter({ hasNotText: failed }).first().click();
		await view.getByText(/The (second|third) answer\./).first().waitFor();
		expect(await view.locator(".expert-friend-column:visible").count()).toBe(1);
		await stage.page.screenshot({ path: "screenshots/compare-narrow.png" });
		await view.getByRole("button", { name: "Close the comparison" }).click();
		await view.waitFor({ state: "detached" });
		expect(await stage.readNote("A.md")).toBe(note);
	});
});
