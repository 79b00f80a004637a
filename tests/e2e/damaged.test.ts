import { expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { answered, ask, cards, filesOf, journalOf, press } from "./asking";
import { isNoticed, noticed, puppet, run, stageOf } from "./at-work";
import type { Stage } from "./stage";

const folder = ".obsidian/plugins/expert-friend";
const note = "The keeper lit the lamp.\n\nThe sea was dark that night.\n";

const copiesOf = async (stage: Stage): Promise<readonly string[]> =>
	[...(await filesOf(stage))].filter(([path]) => path.startsWith(`${folder}/data-unread-`)).map(([, text]) => text);

it("a damaged file of settings is kept, told; nothing is sent until the writer says what is private", async () => {
	const friend = await puppet();
	const data = {
		endpoints: [{ id: "e", preset: "custom", name: "Loopback", baseUrl: friend.url, secret: "" }],
		model: { endpoint: "e", model: "puppet/one-20260101" },
		privateFolders: "Secret",
		later: [1],
	};
	const stage = await stageOf({ vault: { "A.md": note }, data, open: "A.md" });
	await isNoticed(stage, "Some settings could not be read: privateFolders.");
	await ask(stage, "The sea was dark that night.");
	await isNoticed(stage, en.refusals.unreadFolders);
	expect(friend.calls).toEqual([]);
	await stage.page.evaluate(() => void window.app.setting.openTabById("expert-friend"));
	const row = stage.page.locator(".setting-item", { hasText: en.settings.foldersUnread });
	await row.getByText('"Secret"').waitFor();
	await press(row, en.settings.foldersAll);
	await row.waitFor({ state: "detached" });
	await stage.page.keyboard.press("Escape");
	await answered(stage, friend, "The sea was dark that night.", "It is.");
	await expect
		.poll(async () => JSON.parse(await stage.readNote(`${folder}/data.json`)) as unknown)
		.toEqual({ endpoints: data.endpoints, model: data.model, later: [1], notesMade: true });

	const cut = JSON.stringify(data).slice(0, 60);
	await stage.writeNote(`${folder}/data.json`, cut);
	await isNoticed(stage, en.stored.file);
	// What holds goes on to hold until the next start.
	await answered(stage, friend, "The keeper lit the lamp.", "He did.");
	await stage.reload();
	await run(stage, "open-margin");
	await expect.poll(() => cards(stage).count()).toBe(2);
	expect(await copiesOf(stage)).toEqual(expect.arrayContaining([JSON.stringify(data), cut]));
	expect(stage.errors).toEqual([]);
});

it("what a device could not read is put aside, and an answer beside it is kept as ever", async () => {
	const friend = await puppet();
	const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, open: "A.md" });
	await stage.page.evaluate(() => {
		window.app.saveLocalStorage("expert-friend-spendings", [null]);
		window.app.saveLocalStorage("expert-friend-journal-queue", [null, {}]);
		window.app.saveLocalStorage("expert-friend-comparisons", [null, { id: "1", members: [3] }]);
	});
	await stage.reload();
	await answered(stage, friend, "The sea was dark that night.", "It is.");
	await isNoticed(stage, en.stored.places["journal-queue"]);
	await press(cards(stage), "Keep");
	await expect.poll(() => stage.editorText()).toContain("It is.");
	await isNoticed(stage, en.margin.kept);
	await expect.poll(async () => (await journalOf(stage)).map(({ outcome }) => outcome)).toEqual(["kept"]);
	expect((await noticed(stage)).join("\n")).not.toContain("could not be written");
	expect(stage.errors).toEqual([]);
	await stage.page.evaluate(() => void window.app.setting.openTabById("expert-friend"));
	const row = stage.page.locator(".setting-item", { hasText: en.stored.aside });
	await press(row, en.stored.copy);
	await expect.poll(() => stage.page.evaluate(() => navigator.clipboard.readText())).toContain("journal-queue");
	await press(row, en.stored.forget);
	await row.waitFor({ state: "detached" });
});
