import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { answered, cards, filesOf, isItClear, journalOf, press } from "./asking";
import { adopt, hasCommand, puppet, run, select, stageOf } from "./at-work";
import type { Stage } from "./stage";

const first = "The small cat sleeps on the mat.";
const second = "A second paragraph follows it here.";
const note = `${first}\n\n${second}\n`;
const settingsPath = ".obsidian/plugins/expert-friend/data.json";
const journal = "Expert friend/Journal";

/** Brings a file of one device to another, as a sync does some time. @param as another name, as for a conflict */
async function deliver(from: Stage, to: Stage, name: string, as = name): Promise<void> {
	await from.page.evaluate(() => window.host.saveAll());
	await to.writeNote(as, await readFile(path.join(from.vaultDir, name), "utf8"));
}

/** Ids of all entries of a device's journal, and what became of each. */
const outcomes = async (stage: Stage): Promise<readonly string[]> =>
	(await journalOf(stage)).map(({ id, outcome }) => `${id} ${outcome}`).sort();

it("lets two devices work in one vault that a sync brings late: nothing is made twice, nothing lost", async () => {
	const friend = await puppet();
	const data = {
		endpoints: [{ id: "e", preset: "custom", name: "Loopback", baseUrl: friend.url, secret: "" }],
		model: { endpoint: "e", model: "puppet/one-20260101" },
	};
	const home = await stageOf({ vault: { "A.md": note }, data });
	await hasCommand(home, isItClear.en);
	const removed = "Expert friend/Objectives/Second pass.md";
	await expect
		.poll(async () => JSON.parse((await filesOf(home)).get(settingsPath) ?? "null") as unknown)
		.toMatchObject({ notesMade: true });
	await home.page.evaluate((name) => window.app.vault.delete(window.app.vault.getFileByPath(name)!), removed);

	// The settings come first, the folder with the notes later: until then there is *Other words*, and nothing is made.
	const away = await stageOf({
		vault: { "A.md": note },
		data: JSON.parse((await filesOf(home)).get(settingsPath)!) as unknown,
	});
	await select(away, second);
	await run(away, "consult");
	const entry = (name: string): Locator => away.page.getByRole("menuitem", { name });
	await entry("Other words").waitFor();
	expect(await entry("Is it clear").count()).toBe(0);
	await away.page.keyboard.press("Escape");
	expect([...(await filesOf(away)).keys()].filter((name) => name.startsWith("Expert friend/"))).toEqual([]);
	for (const name of (await filesOf(home)).keys())
		if (name.startsWith("Expert friend/")) await deliver(home, away, name);
	await expect
		.poll(() => away.page.evaluate(() => Object.keys(window.app.commands.commands)))
		.not.toContain("expert-friend:objective-second-pass");
	await away.reload();
	await hasCommand(away, isItClear.en);
	expect((await filesOf(away)).has(removed)).toBe(false);
	await answered(away, friend, second, "It is clear.");

	// Both work at once, and neither hears of the other's.
	await adopt(home, friend, "small", "The little cat sleeps on the mat.");
	await press(cards(away), en.margin.keep);
	await expect.poll(() => journalOf(home)).toHaveLength(1);
	await expect.poll(() => journalOf(away)).toHaveLength(1);
	const [month] = await readdir(path.join(home.vaultDir, journal));
	const all = [...(await outcomes(home)), ...(await outcomes(away))].sort();
	expect(all).toHaveLength(2);
	// One side's month comes as a copy beside the other's, and what they merge to goes back over a month that goes on.
	await deliver(away, home, `${journal}/${month}`, `${journal}/${month!.replace(".md", " (conflict).md")}`);
	await expect.poll(() => outcomes(home)).toEqual(all);
	await expect.poll(() => readdir(path.join(home.vaultDir, journal))).toEqual([month]);
	await deliver(home, away, `${journal}/${month}`);
	await expect.poll(() => outcomes(away)).toEqual(all);

	// The note as the other device left it comes while an answer about it waits here.
	await answered(away, friend, first, "It is short.");
	await deliver(home, away, "A.md");
	await expect.poll(() => away.editorText()).toContain("The little cat");
	await press(cards(away), en.margin.keep);
	await expect.poll(() => away.readNote("A.md")).toMatch(/The little cat[^]*> \[!ai\]-[^]*It is short\./);

	// Settings: what is changed here a moment before the other's change is heard of costs that one nothing.
	const change = (stage: Stage, part: object): Promise<void> =>
		stage.page.evaluate(
			(settings) =>
				(
					window.app.plugins.plugins["expert-friend"] as unknown as {
						friend: { settings: { set(change: object): Promise<void> } };
					}
				).friend.settings.set(settings),
			part,
		);
	await change(home, { chip: false });
	await deliver(home, away, settingsPath);
	await change(away, { marks: false });
	await deliver(away, home, settingsPath);
	for (const stage of [home, away])
		await expect
			.poll(async () => JSON.parse((await filesOf(stage)).get(settingsPath)!) as unknown)
			.toMatchObject({ ...data, chip: false, marks: false, notesMade: true });
	expect([...home.errors, ...away.errors]).toEqual([]);
});
