// What earlier versions left in a vault and on a device, as they wrote it themselves.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { cards, filesOf, journalOf } from "./asking";
import { isNoticed, noticed, puppet, run, select, stageOf } from "./at-work";
import type { Stage } from "./stage";

interface Left {
	readonly files: Readonly<Record<string, string>>;
	readonly device: Readonly<Record<string, unknown>>;
}

const place = ".obsidian/plugins/expert-friend/data.json";

/** What a version left, its endpoint where the friend is now. */
function leftBy(version: string, url: string): Left {
	const file = path.join(import.meta.dirname, "versions", `${version}.json`);
	return JSON.parse(readFileSync(file, "utf8").replaceAll("http://friend.invalid/v1", url)) as Left;
}

const marked = (stage: Stage): Promise<string[]> =>
	stage.page.locator(".cm-content .expert-friend-adopted").allInnerTexts();

describe("a vault of version 0.1.0", () => {
	it("is as it was: notes, settings, answers that wait, objectives, the journal", async () => {
		const friend = await puppet();
		const { files, device } = leftBy("0.1.0", friend.url);
		const stage = await stageOf({ vault: files, data: null, device, open: "A.md" });
		await run(stage, "open-margin");
		await expect.poll(() => marked(stage)).toEqual(["oak"]);
		await cards(stage).getByText("It waits.").waitFor();
		await expect.poll(() => cards(stage).count()).toBe(1);

		// Nothing was told, put aside or written anew.
		expect(await noticed(stage)).toEqual([]);
		expect(await stage.page.evaluate(() => window.app.loadLocalStorage("expert-friend-aside"))).toBeNull();
		await stage.page.evaluate(() => window.host.saveAll());
		const now = await filesOf(stage);
		for (const [name, text] of Object.entries(files))
			if (name !== place && !/\/Journal\//.test(name)) expect(now.get(name), name).toBe(text);
		expect((await journalOf(stage)).slice(0, 2).map(({ outcome }) => outcome)).toEqual(["adopted", "kept"]);

		// A setting that is changed now takes none of the others away.
		const before = JSON.parse(files[place]!) as Record<string, unknown>;
		await stage.page.evaluate(() => window.app.setting.openTabById("expert-friend"));
		await stage.page.locator(".setting-item", { hasText: "Mark adopted words" }).locator(".checkbox-container").click();
		await expect
			.poll(async () => JSON.parse((await filesOf(stage)).get(place) ?? "null") as unknown)
			.toMatchObject({ ...before, marks: false });
		expect(stage.errors).toEqual([]);
	});

	it("goes on: a private folder is private, an old answer kept where it belongs, an old objective asks", async () => {
		const friend = await puppet();
		const { files, device } = leftBy("0.1.0", friend.url);
		const stage = await stageOf({ vault: files, data: null, device, open: "A.md" });
		await run(stage, "open-margin");
		const waiting = cards(stage).filter({ hasText: "It waits." });
		await waiting.getByRole("button", { name: "Keep", exact: true }).press("Enter");
		await expect
			.poll(() => stage.readNote("A.md"))
			.toMatch(/The third passage is nowhere\.\n\n> \[!ai\]- Puppet one · Is it clear\?[^]*It waits\./);
		await select(stage, "fourth passage");
		await run(stage, "objective-what-am-i-missing");
		const call = await friend.next();
		expect(call.raw).toContain("The fourth passage is late.");
		expect(call.raw).not.toContain("It is kept.");
		call.say("Nothing.");
		call.end();
		await cards(stage).getByText("Nothing.").waitFor();
		await stage.page.evaluate(() =>
			window.app.workspace.getLeaf(false).openFile(window.app.vault.getFileByPath("Secret/B.md")!),
		);
		await select(stage, "Mine");
		await run(stage, "other-words");
		await isNoticed(stage, "private");
		expect(friend.calls).toHaveLength(1);
	});
});
