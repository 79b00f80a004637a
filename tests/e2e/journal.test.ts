import { describe, expect, it } from "vitest";
import { entry } from "../core/journal/arbitrary";
import { recordLabels } from "../../src/core/record/labels";
import { withEntry } from "../../src/core/journal/month";
import { en } from "../../src/core/i18n/en";
import { ask, journalOf } from "./asking";
import { adopt, isNoticed, puppet, rows, run, select, stageOf } from "./at-work";
import type { Stage } from "./stage";

const note = "A first line.\n\nThe old tree by the wall bears fruit.\n\nA last line.\n";

describe("the journal", () => {
	const month = `Expert friend/Journal/${new Date().toISOString().slice(0, 7)}.md`;

	it("keeps an entry that could not be written, says so, and writes it once it can", async () => {
		const friend = await puppet();
		const stage = await stageOf({
			vault: {
				"A.md": note,
				"Expert friend/Style.md": "",
				"Expert friend/Journal": "A file stands where the folder should be.",
			},
			endpoint: friend.url,
		});
		await adopt(stage, friend, "tree", "The old oak by the wall bears fruit.");
		await isNoticed(stage, "The journal could not be written.");
		await expect.poll(() => stage.editorText()).toContain("> **Adopted:** The old *oak*");
		await stage.removeNote("Expert friend/Journal");
		await expect
			.poll(() => stage.page.evaluate(() => window.app.vault.getAbstractFileByPath("Expert friend/Journal")))
			.toBe(null);
		await adopt(stage, friend, "wall", "The old oak by the fence bears fruit.");
		await expect
			.poll(() => stage.readNote(month).catch(() => ""))
			.toMatch(/\*oak\* by the wall[^]*\*fence\* bears fruit/);
		const entries = (await stage.readNote(month)).match(/^> - \[id:: /gm);
		expect(entries).toHaveLength(2);
	});

	it("has an entry after the app went away between the note and the journal", async () => {
		const friend = await puppet();
		const stage = await stageOf({
			vault: { "A.md": note, "Expert friend/Style.md": "", "Expert friend/Journal": "In the way." },
			endpoint: friend.url,
		});
		await adopt(stage, friend, "tree", "The old oak by the wall bears fruit.");
		await stage.removeNote("Expert friend/Journal");
		await stage.reload();
		await expect
			.poll(() => stage.readNote(month).catch(() => ""))
			.toContain("**Adopted:** The old *oak* by the wall bears fruit.");
		await stage.reload();
		await expect.poll(async () => (await stage.readNote(month)).match(/^> - \[id:: /gm)).toHaveLength(1);
	});

	it("enters what was adopted, kept, dismissed, cancelled and failed", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await adopt(stage, friend, "tree", "The old oak by the wall bears fruit.");
		const ask = async (): Promise<Awaited<ReturnType<typeof friend.next>>> => {
			await select(stage, "A last line.");
			await run(stage, "objective-is-it-clear");
			return friend.next();
		};
		const kept = await ask();
		kept.say("Kept words.");
		kept.end();
		await stage.page.getByRole("button", { name: "Keep", exact: true }).click();
		const dismissed = await ask();
		dismissed.say("Dismissed words.");
		dismissed.end();
		await stage.page.getByRole("button", { name: "Dismiss", exact: true }).click();
		await ask();
		await stage.page.getByRole("button", { name: "Cancel", exact: true }).click();
		(await ask()).fail(402, { error: { message: "No credit." } });
		await expect
			.poll(async () => ((await stage.readNote(month).catch(() => "")).match(/\[outcome:: \w+\]/g) ?? []).sort())
			.toEqual([
				"[outcome:: adopted]",
				"[outcome:: cancelled]",
				"[outcome:: dismissed]",
				"[outcome:: failed]",
				"[outcome:: kept]",
			]);
		const text = await stage.readNote(month);
		expect(text).toMatch(/\[model:: puppet\/one-20260101\]/);
		expect(text).toMatch(/\[tokens-in:: 100\]/);
		expect(text).not.toContain("[[A]]");
	});

	it("names notes by links only when that is set, and is not written at all when it is off", async () => {
		const friend = await puppet();
		const data = (change: object): unknown => ({
			endpoints: [{ id: "e", preset: "custom", name: "Loopback", baseUrl: friend.url, secret: "" }],
			model: { endpoint: "e", model: "puppet/one-20260101" },
			...change,
		});
		const linked = await stageOf({ vault: { "A.md": note }, data: data({ journalLinks: true }) });
		await adopt(linked, friend, "tree", "The old oak by the wall bears fruit.");
		await expect.poll(() => linked.readNote(month).catch(() => "")).toContain("[note:: [[A]]]");
		const off = await stageOf({ vault: { "A.md": note }, data: data({ journal: false }) });
		await adopt(off, friend, "tree", "The old oak by the wall bears fruit.");
		await expect.poll(() => off.readNote("A.md")).toContain("> **Adopted:** The old *oak*");
		await expect
			.poll(() => off.page.evaluate((path) => window.app.vault.getAbstractFileByPath(path), month))
			.toBe(null);
	});

	const entriesIn = async (stage: Stage): Promise<number> =>
		((await stage.readNote(month).catch(() => "")).match(/\[id:: /g) ?? []).length;

	it("has one callout for a list that was closed and opened again", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, "tree");
		await run(stage, "other-words");
		const call = await friend.next();
		call.say(rows("The old oak by the wall bears fruit.", "The old elm by the wall bears fruit."));
		call.end();
		await stage.page.getByRole("button", { name: "More", exact: true }).waitFor();
		await stage.page.keyboard.press("Escape");
		await expect.poll(() => stage.readNote(month).catch(() => "")).toContain("[outcome:: dismissed]");
		await expect
			.poll(() => stage.readNote(month))
			.toMatch(/\*\*Proposed:\*\*\n>\n> - The old oak [^\n]*\n> - The old elm/);
		await select(stage, "tree");
		await run(stage, "other-words");
		await stage.page.getByRole("button", { name: "More", exact: true }).waitFor();
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => stage.readNote(month)).toContain("[outcome:: adopted]");
		await expect.poll(() => entriesIn(stage)).toBe(1);
		await expect.poll(() => stage.readNote(month)).not.toContain("[outcome:: dismissed]");
	});

	it("has one callout for an answer that was dismissed and kept after all", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await ask(stage, "A last line.");
		const call = await friend.next();
		call.say("A thought.");
		call.end();
		await stage.page.getByRole("button", { name: "Dismiss", exact: true }).click();
		await expect.poll(() => stage.readNote(month).catch(() => "")).toContain("[outcome:: dismissed]");
		await stage.page.getByRole("button", { name: en.margin.undoDismiss }).click();
		await stage.page.getByRole("button", { name: "Keep", exact: true }).click();
		await expect.poll(() => stage.readNote(month)).toContain("[outcome:: kept]");
		await expect.poll(() => entriesIn(stage)).toBe(1);
	});

	it("has what was adopted while the answer still came, though the app went away before its end", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, "tree");
		await run(stage, "other-words");
		(await friend.next()).say(rows("The old oak by the wall bears fruit."));
		await stage.page.locator(".expert-friend-option-phrase b").waitFor();
		await stage.page.keyboard.press("Enter");
		await stage.page.getByRole("listbox").waitFor({ state: "detached" });
		await expect.poll(() => stage.editorText()).toContain("> **Adopted:** The old *oak*");
		await expect.poll(() => entriesIn(stage)).toBe(0);
		await stage.reload();
		await expect
			.poll(() => stage.readNote(month).catch(() => ""))
			.toMatch(/\[outcome:: adopted\][^]*\*\*Adopted:\*\* The old \*oak\*/);
		await stage.reload();
		await expect.poll(() => entriesIn(stage)).toBe(1);
	});

	it("has a list that was open when the app went away, with what it proposed and took", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, "tree");
		await run(stage, "other-words");
		const call = await friend.next();
		call.say(rows("The old oak by the wall bears fruit."));
		call.end();
		await stage.page.getByRole("button", { name: "More", exact: true }).waitFor();
		await stage.reload();
		await expect
			.poll(() => stage.readNote(month).catch(() => ""))
			.toMatch(/\[outcome:: dismissed\][^\n]*\[tokens-in:: 100\][^]*> - The old oak by the wall/);
		await expect.poll(() => entriesIn(stage)).toBe(1);
	});

	it("loses nothing to a full disk: neither the note's words nor an entry, and the counts agree", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, alone: true });
		await adopt(stage, friend, "tree", "The old oak by the wall bears fruit.");
		await expect.poll(() => entriesIn(stage)).toBe(1);
		let full = true;
		await stage.page.route(/\/host\/vault\/(write|append)$/, (route) =>
			full
				? route.fulfill({
						status: 500,
						contentType: "application/json",
						body: JSON.stringify({ error: "ENOSPC: no space left on device", code: "ENOSPC" }),
					})
				: route.continue(),
		);
		await adopt(stage, friend, "wall", "The old oak by the fence bears fruit.");
		await adopt(stage, friend, "fruit", "The old oak by the fence bears acorns.");
		await isNoticed(stage, "The journal could not be written.");
		const text = await stage.editorText();
		expect(text.match(/> \*\*Adopted:\*\*/g)).toHaveLength(3);
		full = false;
		await expect.poll(() => entriesIn(stage)).toBe(3);
		await expect.poll(() => stage.readNote("A.md")).toBe(text);
		const facts = await journalOf(stage);
		expect(facts.map((one) => one.outcome)).toEqual(["adopted", "adopted", "adopted"]);
		expect(facts.reduce((sum, one) => sum + (one.tokens?.prompt ?? 0), 0)).toBe(300);
		expect(text).toContain("· 300 + 60 tokens ·");
	});

	it("takes in the month that another device wrote at the same time, and moves the copy to the trash", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await adopt(stage, friend, "tree", "The old oak by the wall bears fruit.");
		await expect.poll(() => entriesIn(stage)).toBe(1);
		const mine = await stage.readNote(month);
		const style = { labels: recordLabels.en };
		const other = withEntry(
			withEntry(mine, { ...entry, id: "other 1", time: `${month.slice(-10, -3)}-01T00:00:01+00:00` }, style),
			{ ...entry, id: "other 2", time: `${month.slice(-10, -3)}-01T00:00:02+00:00` },
			style,
		);
		const copy = month.replace(".md", ".sync-conflict-20261123-104205-ABCDEFG.md");
		await stage.writeNote(copy, other);
		await isNoticed(stage, "A copy of the journal from another device was merged");
		await expect
			.poll(() => stage.page.evaluate((path) => window.app.vault.getAbstractFileByPath(path), copy))
			.toBe(null);
		await expect
			.poll(async () => (await stage.readNote(month)).match(/\[id:: (?:other \d)?/g))
			.toEqual(["[id:: other 1", "[id:: other 2", "[id:: "]);
		await expect.poll(() => stage.readNote(month)).toContain("**Adopted:** The old *oak* by the wall bears fruit.");
		await stage.writeNote("Expert friend/Journal/2026-11 2.md", "A note of mine.");
		await adopt(stage, friend, "wall", "The old oak by the fence bears fruit.");
		await expect.poll(() => entriesIn(stage)).toBe(4);
		await expect.poll(() => stage.readNote("Expert friend/Journal/2026-11 2.md")).toBe("A note of mine.");
	});

	it("grows while the month is open and being written in", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await adopt(stage, friend, "tree", "The old oak by the wall bears fruit.");
		await expect.poll(() => entriesIn(stage)).toBe(1);
		await expect
			.poll(() => stage.page.evaluate((path) => window.app.vault.getFileByPath(path) !== null, month))
			.toBe(true);
		await stage.page.evaluate(
			(path) => window.app.workspace.getLeaf("split").openFile(window.app.vault.getFileByPath(path)!),
			month,
		);
		const pane = stage.page.locator(".cm-content").nth(1);
		await pane.click();
		await stage.page.keyboard.press("ControlOrMeta+End");
		await stage.page.keyboard.type("A remark of mine.");
		await stage.page.locator(".cm-content").nth(0).click();
		await adopt(stage, friend, "wall", "The old oak by the fence bears fruit.");
		await expect.poll(() => entriesIn(stage)).toBe(2);
		const text = await stage.readNote(month);
		expect(text).toContain("A remark of mine.");
		await expect.poll(async () => (await journalOf(stage)).map((one) => one.outcome)).toEqual(["adopted", "adopted"]);
		await expect
			.poll(() =>
				stage.page.evaluate(() =>
					(
						window.app.workspace.getLeavesOfType("markdown")[1]!.view as unknown as { editor: { getValue(): string } }
					).editor.getValue(),
				),
			)
			.toBe(text);
		expect(stage.errors).toEqual([]);
	});
});
