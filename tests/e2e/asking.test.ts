import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { everyNth } from "../sampling";
import { again, more } from "./asking";
import { isNoticed, puppet, run, select, shown, stageOf } from "./at-work";
import { en } from "../../src/core/i18n/en";
import { inTurn } from "../../src/core/text/patterns";
import type { Call, Puppet } from "./puppet";
import type { Stage } from "./stage";

const note =
	"# A note\n\nThe first passage is here.\n\nThe second passage is there.\n\nThe third passage is nowhere.\n";
const card = (stage: Stage, text: string) => stage.page.locator("article.expert-friend-card", { hasText: text });
const button = (stage: Stage, text: string, name: string) =>
	card(stage, text).getByRole("button", { name, exact: true });

/** Presses the icon beside a passage's first line, which the line draws in the outer margin. */
async function pressIcon(line: Locator): Promise<void> {
	const { x, y, width } = (await line.boundingBox())!;
	await line.page().mouse.click(x + width + 24, y + 12);
}

async function ask(stage: Stage, friend: Puppet, passage: string, objective = "is-it-clear"): Promise<Call> {
	await select(stage, passage);
	await run(stage, `objective-${objective}`);
	return friend.next();
}

const place = (stage: Stage, line: number, ch: number): Promise<void> =>
	stage.page.evaluate(
		([l, c]) => {
			const leaf = window.app.workspace.getMostRecentLeaf();
			if (leaf) window.app.workspace.setActiveLeaf(leaf, { focus: true });
			window.app.workspace.activeEditor!.editor.focus();
			window.app.workspace.activeEditor!.editor.setCursor(l!, c);
		},
		[line, ch],
	);

const caret = (stage: Stage): Promise<{ line: number; ch: number }> =>
	stage.page.evaluate(() => {
		const { line, ch } = window.app.workspace.activeEditor!.editor.getCursor();
		return { line, ch };
	});

describe("three consultations at once", () => {
	it("stream while the writer types everywhere: no character lost, the caret unmoved, one cancelled", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const { page } = stage;
		const calls = [
			await ask(stage, friend, "The first passage is here."),
			await ask(stage, friend, "The second passage is there."),
			await ask(stage, friend, "The third passage is nowhere."),
		] as const;
		for (const [n, call] of calls.entries()) call.say(`Answer ${n + 1} begins`);
		let expected = note;
		for (const [line, word] of [
			[0, " Typed0"],
			[2, " Typed2"],
			[4, " Typed4"],
			[6, " Typed6"],
		] as const) {
			const length = expected.split("\n")[line]!.length;
			await place(stage, line, length);
			for (const char of word) {
				await page.keyboard.type(char);
				for (const call of calls) call.say(".");
			}
			expected = expected
				.split("\n")
				.map((text, n) => (n === line ? text + word : text))
				.join("\n");
			await expect.poll(() => caret(stage)).toEqual({ line, ch: length + word.length });
		}
		await expect.poll(() => stage.editorText()).toBe(expected);
		await button(stage, "Answer 2", "Cancel").click();
		await expect.poll(() => calls[1].aborted).toBe(true);
		await expect.poll(() => [calls[0].aborted, calls[2].aborted]).toEqual([false, false]);
		await card(stage, "Answer 2").getByText("incomplete").waitFor();
		calls[0].say(" and ends.");
		calls[0].end();
		calls[2].end();
		await button(stage, "Answer 1", "Keep").click();
		await expect
			.poll(() => stage.editorText())
			.toMatch(
				inTurn([
					/The first passage is here\. Typed2\n\n/,
					/> \[!ai\]- [^]*Answer 1 begins[^]*\n\n/,
					/The second passage is there\. Typed4\n/,
				]),
			);
		expect(stage.errors).toEqual([]);
	});
});

describe("an answer", () => {
	it("never holds what turns out to have been the model thinking aloud", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const call = await ask(stage, friend, "The first passage is here.");
		call.say("I wonder.\n");
		await card(stage, "I wonder.").waitFor();
		call.say("</think>\n\nIt is clear.");
		await card(stage, "It is clear.").waitFor();
		await expect.poll(() => card(stage, "I wonder.").count()).toBe(0);
		call.end();
		await button(stage, "It is clear.", "Keep").click();
		await expect.poll(() => stage.editorText()).toContain("It is clear.");
		await expect.poll(() => stage.editorText()).not.toContain("wonder");
	});

	it("follows its note when it is renamed and another is shown, and is kept in the right one", async () => {
		const friend = await puppet();
		const stage = await stageOf({
			vault: { "A.md": note, "B.md": "Another note.\n" },
			endpoint: friend.url,
			open: "A.md",
		});
		const call = await ask(stage, friend, "The second passage is there.");
		call.say("An answer");
		await stage.page.evaluate(async () => {
			await window.app.workspace.getLeaf(false).openFile(window.app.vault.getFileByPath("B.md")!);
			await window.app.fileManager.renameFile(window.app.vault.getFileByPath("A.md")!, "C.md");
		});
		call.say(" that waits.");
		call.end();
		await button(stage, "An answer that waits.", "Keep").click();
		await expect
			.poll(() => stage.readNote("C.md"))
			.toMatch(/The second passage is there\.\n\n> \[!ai\]- [^]*An answer that waits\.[^]*\n\nThe third passage/);
		await expect.poll(() => stage.readNote("B.md")).toBe("Another note.\n");
	});

	it("stays when its passage was deleted, and asks where it should go", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const call = await ask(stage, friend, "The second passage is there.");
		call.say("An answer.");
		await select(stage, "The second passage is there.");
		await stage.page.keyboard.press("Backspace");
		call.end();
		await button(stage, "An answer.", "Keep").click();
		await stage.page.getByRole("button", { name: "At the end of the note" }).click();
		await expect.poll(() => stage.editorText()).toMatch(/nowhere\.\n\n> \[!ai\]- [^]*> An answer\./);
	});

	it("is never written into a note that is gone, and is not lost with it", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note, "B.md": "Other.\n" }, endpoint: friend.url, open: "A.md" });
		const call = await ask(stage, friend, "The second passage is there.");
		call.say("An answer.");
		call.end();
		await button(stage, "An answer.", "Keep").waitFor();
		await stage.removeNote("A.md");
		await expect.poll(() => stage.page.evaluate(() => window.app.vault.getFileByPath("A.md"))).toBe(null);
		await button(stage, "An answer.", "Keep").click();
		await isNoticed(stage, "A.md is no longer in the vault.");
		await expect.poll(() => card(stage, "An answer.").count()).toBe(1);
		await expect.poll(() => stage.readNote("B.md")).toBe("Other.\n");
	});

	it("finds its passage in a note that another program changed on disk", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const call = await ask(stage, friend, "The second passage is there.");
		call.say("An answer.");
		await stage.writeNote("A.md", `A line from elsewhere.\n\n${note}`);
		await expect.poll(() => stage.editorText()).toContain("A line from elsewhere.");
		call.end();
		await button(stage, "An answer.", "Keep").click();
		await expect.poll(() => stage.editorText()).toMatch(/The second passage is there\.\n\n> \[!ai\]- /);
	});

	it("that was streaming when the plugin was reloaded is kept, marked incomplete, and can be asked again", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const call = await ask(stage, friend, "The second passage is there.");
		call.say("Half an answer");
		await card(stage, "Half an answer").waitFor();
		await stage.page.evaluate(async () => {
			await window.app.plugins.disablePlugin("expert-friend");
			await window.app.plugins.enablePlugin("expert-friend");
			window.app.commands.executeCommandById("expert-friend:open-margin");
		});
		await card(stage, "Half an answer").getByText("Interrupted when the app closed.").waitFor();
		await expect.poll(() => call.aborted).toBe(true);
		await again(stage, card(stage, "Half an answer"));
		const anew = await friend.next();
		expect(anew.raw).toBe(call.raw);
		anew.say("A whole answer.");
		anew.end();
		await button(stage, "A whole answer.", "Keep").waitFor();
		await stage.reload();
		await run(stage, "open-margin");
		await card(stage, "A whole answer.").waitFor();
		await button(stage, "Half an answer", "Keep").click();
		await expect.poll(() => stage.editorText()).toMatch(/> Half an answer\n>\n> .* · incomplete answer/);
	});

	it("is not asked for once more by a page that goes away before a word of it came", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		for (let times = 1; times <= 3; times++) {
			const call = await ask(stage, friend, "second passage");
			await stage.reload();
			await expect.poll(() => call.aborted).toBe(true);
			expect(friend.calls).toHaveLength(times);
		}
	});

	it(
		"can be kept in part, asked further with the whole thread, read a second time without it, and copied as " +
			"plain text",
		async () => {
			const friend = await puppet();
			const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
			const first = await ask(stage, friend, "The second passage is there.");
			first.say("The word *there* is vague.\n\nThe order is sound.\n\nNothing else.");
			first.end();
			await button(stage, "The order is sound.", "Ask further").click();
			await stage.page.getByRole("textbox", { name: "Ask further about this passage" }).fill("Which order?");
			await stage.page.keyboard.press("Enter");
			const further = await friend.next();
			expect(further.body.messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
			expect(further.body.messages[3]!.content).toBe("Which order?");
			further.say("Left to right.");
			further.end();
			const threads = stage.page.locator(".expert-friend-card.is-further");
			await expect.poll(() => threads.count()).toBe(1);
			await more(stage, card(stage, "The order is sound."), "Second pass");
			const second = await friend.next();
			expect(second.raw).toBe(first.raw);
			second.say("The order is sound here.\n\nBut the verb repeats the line above.");
			second.end();
			await more(stage, card(stage, "But the verb repeats"), "Side by side");
			await expect
				.poll(() =>
					stage.page
						.locator(".expert-friend-only")
						.allInnerTexts()
						.then((texts) => texts.join("|")),
				)
				.toMatch(/vague[^]*verb repeats/);
			await stage.page.keyboard.press("Escape");
			await more(stage, card(stage, "But the verb repeats"), "Copy");
			await expect
				.poll(() => stage.page.evaluate(() => navigator.clipboard.readText()))
				.toBe("The order is sound here.\n\nBut the verb repeats the line above.");
			await button(stage, "The word there is vague", "Keep a part").click();
			await card(stage, "The order is sound.").getByRole("checkbox").nth(1).check();
			await stage.page.getByRole("button", { name: "Keep the selected lines" }).click();
			await expect.poll(() => stage.editorText()).toContain("> The order is sound.\n>\n");
			await expect.poll(() => stage.editorText()).not.toContain("vague");
			// What it went on from is in the note now: no line leads there, and the passage is named instead.
			await expect.poll(() => threads.count()).toBe(0);
			await expect
				.poll(() => card(stage, "Left to right.").locator(".expert-friend-card-quote").isVisible())
				.toBe(true);
		},
	);
});

describe("what is sent", () => {
	it("is shown before and after, byte for byte, and shares the note with the next question", async () => {
		const friend = await puppet();
		const long = `${note}${"A line of the note that fills it, number by number, until it is long.\n".repeat(400)}`;
		const stage = await stageOf({ vault: { "A.md": long }, endpoint: friend.url });
		await select(stage, "The second passage is there.");
		await run(stage, "consult");
		await stage.page.getByRole("menuitem", { name: "Is it clear" }).hover();
		await stage.page.getByRole("button", { name: /Sends the whole note/ }).click();
		const before = await stage.page.locator(".expert-friend-sent.is-exact").textContent();
		await stage.page.keyboard.press("Escape");
		const call = await ask(stage, friend, "The second passage is there.");
		expect(before).toBe(call.raw);
		call.say("Yes.");
		call.end();
		await more(stage, card(stage, "Yes."), "What was sent");
		await expect.poll(() => stage.page.locator(".expert-friend-sent.is-exact").textContent()).toBe(call.raw);
		await stage.page.keyboard.press("Escape");
		const next = await ask(stage, friend, "The third passage is nowhere.", "what-could-be-better");
		let shared = 0;
		while (call.raw[shared] === next.raw[shared]) shared++;
		const start = call.raw.indexOf("<note");
		expect((shared - start) / (call.raw.indexOf("</note>") - start)).toBeGreaterThanOrEqual(0.99);
	});

	it("is shown as it went, whatever is set since and however often it had to go", async () => {
		const friend = await puppet();
		const data = {
			endpoints: [{ id: "e", preset: "openrouter", name: "Loopback", baseUrl: friend.url, secret: "" }],
			model: { endpoint: "e", model: "puppet/one-20260101" },
		};
		const stage = await stageOf({ vault: { "A.md": note }, data, open: "A.md" });
		const first = await ask(stage, friend, "The second passage is there.");
		expect(first.raw).toContain('"data_collection":"deny"');
		first.fail(400, { error: { message: "Unknown parameter: stream_options" } });
		const second = await friend.next();
		expect(second.raw).not.toContain("stream_options");
		second.say("Yes.");
		second.end();
		await button(stage, "Yes.", "Keep").waitFor();
		await stage.page.evaluate(() => void window.app.setting.openTabById("expert-friend"));
		await stage.page
			.locator(".setting-item", { hasText: en.settings.noTraining })
			.locator(".checkbox-container")
			.click();
		await stage.page.keyboard.press("Escape");
		const shownAsSent = stage.page.locator(".expert-friend-sent.is-exact");
		await more(stage, card(stage, "Yes."), "What was sent");
		await expect.poll(() => shownAsSent.textContent()).toBe(second.raw);
		await stage.page.getByRole("button", { name: "Copy the request" }).click();
		await expect.poll(() => stage.page.evaluate(() => navigator.clipboard.readText())).toBe(second.raw);
		await stage.page.keyboard.press("Escape");
		await button(stage, "Yes.", "Ask further").press("Enter");
		await stage.page.getByRole("textbox", { name: "Ask further about this passage" }).fill("Why?");
		await stage.page.keyboard.press("Enter");
		const further = await friend.next();
		further.say("So.");
		further.end();
		await more(stage, card(stage, "So."), "What was sent");
		await expect.poll(() => shownAsSent.textContent()).toBe(further.raw);
		await stage.page.keyboard.press("Escape");
		expect(further.raw).not.toContain("data_collection");
		await more(stage, card(stage, "Yes."), "What was sent");
		await expect.poll(() => shownAsSent.textContent()).toBe(second.raw);
	});

	it("has a breakpoint after the note where the endpoint has them, and the same bytes up to it", async () => {
		const friend = await puppet(["anthropic/claude-sonnet-4", "puppet/one-20260101"]);
		const data = {
			endpoints: [{ id: "e", preset: "openrouter", name: "Loopback", baseUrl: friend.url, secret: "" }],
			model: { endpoint: "e", model: "anthropic/claude-sonnet-4" },
		};
		const stage = await stageOf({ vault: { "A.md": note }, data, open: "A.md" });
		const calls = [
			await ask(stage, friend, "The second passage is there."),
			await ask(stage, friend, "The third passage is nowhere.", "what-could-be-better"),
		] as const;
		await select(stage, "first");
		await run(stage, "other-words");
		const words = await friend.next();
		const parts = calls.map(
			(call) => call.body.messages[1]!.content as unknown as { text: string; cache_control?: unknown }[],
		);
		expect(parts[0]!.map((part) => part.cache_control)).toEqual([{ type: "ephemeral" }, undefined]);
		expect(parts[0]![0]!.text).toContain("The third passage is nowhere.");
		for (const other of [calls[1], words]) {
			const end = calls[0].raw.indexOf('"cache_control"') + '"cache_control":{"type":"ephemeral"}'.length;
			expect(other.raw.slice(0, end)).toBe(calls[0].raw.slice(0, end));
		}
	});

	it("is nothing at all for private notes", async () => {
		const friend = await puppet();
		const data = {
			endpoints: [{ id: "e", preset: "custom", name: "Loopback", baseUrl: friend.url, secret: "" }],
			model: { endpoint: "e", model: "puppet/one-20260101" },
			privateFolders: ["Secret"],
		};
		const stage = await stageOf({
			vault: { "A.md": "---\nai: never\n---\nPrivate words here.\n", "Secret/B.md": "Private words there.\n" },
			data,
			open: "A.md",
		});
		await select(stage, "Private words here.");
		await run(stage, "consult");
		await isNoticed(stage, "This note is private");
		await run(stage, "other-words");
		await run(stage, "objective-is-it-clear");
		await stage.page.evaluate(() =>
			window.app.workspace.getLeaf(false).openFile(window.app.vault.getFileByPath("Secret/B.md")!),
		);
		await select(stage, "Private words there.");
		await run(stage, "objective-is-it-clear");
		await isNoticed(stage, "Notes of this folder are private.");
		await expect.poll(() => friend.calls).toEqual([]);
	});

	it("is the outline and what surrounds the passage when the model takes no more, and the menu says so", async () => {
		const friend = await puppet();
		const sections = Array.from(
			{ length: 60 },
			(_, n) => `## Part ${n}\n\n${`Words of part ${n} that fill it well. `.repeat(120)}\n`,
		).join("\n");
		const stage = await stageOf({
			vault: { "A.md": `# Long\n\n${sections}\n## Here\n\nThe passage asked about.\n` },
			endpoint: friend.url,
		});
		await expect
			.poll(() => stage.page.evaluate(() => Object.keys(localStorage).some((key) => key.includes("model-lists"))))
			.toBe(true);
		await select(stage, "The passage asked about.");
		await run(stage, "consult");
		await stage.page.getByText(/Too long for this model/).waitFor();
		await stage.page.keyboard.press("Escape");
		const call = await ask(stage, friend, "The passage asked about.");
		expect(call.raw.length).toBeLessThan(32_000 * 5);
		expect(call.raw).toContain("## Part 17\\n");
		expect(call.raw).not.toContain("Words of part 17");
	});
});

describe("a second pass asked for later", () => {
	it("tells the friend what was asked, what it said, and what stands now", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const first = await ask(stage, friend, "The second passage is there.");
		first.say("The word there is vague.");
		first.end();
		await button(stage, "The word there is vague.", "Keep").click();
		await expect.poll(() => stage.editorText()).toContain("> [!ai]");
		await select(stage, "there", "passage is there");
		await stage.page.keyboard.type("by the door");
		const later = await ask(stage, friend, "The second passage is by the door.", "second-pass");
		const question = later.body.messages[1]!.content;
		expect(question).toContain("someone was consulted about this passage.");
		expect(question).not.toContain("Puppet one");
		expect(question).toContain("The word there is vague.");
		expect(question).toContain("The writer has worked on the passage since.");
		await expect.poll(() => shown(stage)).toContain("by the door");
	});
});

describe("a card of the margin", () => {
	it("shows an answer that streams, is done, failed, stopped half way; and names the notes it mentions", async () => {
		const friend = await puppet();
		for (const theme of everyNth(["light", "dark"] as const, 2)) {
			const stage = await stageOf({
				vault: { "A.md": `${note}\nA fourth one.\n`, "Joan Didion.md": "She.\n" },
				endpoint: friend.url,
				theme,
				open: "A.md",
			});
			const done = await ask(stage, friend, "The first passage is here.", "what-does-it-evoke");
			done.say("- Joan Didion (to verify): she kept such a notebook.\n- *A walk* (to verify).");
			done.end();
			const failed = await ask(stage, friend, "The second passage is there.");
			failed.fail(402, { error: { message: "No credit." } });
			const cut = await ask(stage, friend, "The third passage is nowhere.", "what-could-be-better");
			cut.say("The order of the two");
			await card(stage, "The order of the two").waitFor();
			cut.cut();
			await card(stage, "The order of the two").getByText("incomplete").waitFor();
			const streaming = await ask(stage, friend, "A fourth one.");
			streaming.say("This is clear, but for");
			await card(stage, "This is clear").getByRole("button", { name: "Cancel" }).waitFor();
			await card(stage, "There is no credit left").waitFor();
			await stage.page.screenshot({ path: `screenshots/margin-${theme}.png` });
			await button(stage, "she kept such a notebook", "Joan Didion").click();
			await expect.poll(() => stage.editorText()).toBe("She.\n");
		}
	});
});

describe("the markers beside the text", () => {
	it("tell what comes, waits and failed, and move no line; a press shows the answer, the caret stays", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const { page } = stage;
		const tops = (): Promise<number[]> =>
			page
				.locator(".cm-content")
				.first()
				.locator(".cm-line")
				.evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().top));
		const looks = (): Promise<string[]> =>
			page
				.locator(".expert-friend-passage.is-first")
				.evaluateAll((lines) =>
					lines.map((line) => /is-(running|waiting|failed)/.exec(line.getAttribute("class")!)![1]!),
				);
		await run(stage, "open-margin");
		await place(stage, 0, 3);
		const before = await tops();
		await ask(stage, friend, "The first passage is here.");
		const second = await ask(stage, friend, "The second passage is there.");
		const third = await ask(stage, friend, "The third passage is nowhere.");
		second.say("It is there.");
		second.end();
		third.fail(402, { error: { message: "No credit." } });
		await expect.poll(looks).toEqual(["running", "waiting", "failed"]);
		await expect.poll(() => tops()).toEqual(before);
		await place(stage, 0, 3);
		// Nothing is marked by hue alone, and the accent belongs to the answer that the writer is at.
		await expect.poll(() => page.locator(".expert-friend-passage.is-focused").count()).toBe(0);
		await pressIcon(page.locator(".expert-friend-passage.is-first.is-waiting"));
		await expect.poll(() => page.locator(".expert-friend-card.is-focused").innerText()).toContain("It is there.");
		await expect
			.poll(() => page.locator(".expert-friend-passage.is-focused").innerText())
			.toBe("The second passage is there.");
		await expect.poll(() => caret(stage)).toEqual({ line: 0, ch: 3 });
		await expect.poll(() => page.evaluate(() => document.activeElement?.closest(".cm-editor") !== null)).toBe(true);
		await page.keyboard.type("x");
		await expect.poll(looks).toEqual(["running", "waiting", "failed"]);
		await button(stage, "It is there.", "Dismiss").click();
		await expect.poll(looks).toEqual(["running", "failed"]);
		// The list of words has a surface of its own.
		await select(stage, "nowhere");
		await run(stage, "other-words");
		await page.locator(".expert-friend-words").waitFor();
		await expect.poll(() => looks()).toEqual(["running", "failed"]);
		expect(stage.errors.filter((error) => !error.includes("402"))).toEqual([]);
	});
});

describe("the keys", () => {
	it("go on with the next card when an answer was kept, and with the note after the last", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const { page } = stage;
		for (const [passage, answer] of [
			["The first passage is here.", "First answer."],
			["The second passage is there.", "Second answer."],
		] as const) {
			const call = await ask(stage, friend, passage);
			call.say(answer);
			call.end();
			await card(stage, answer).waitFor();
			await button(stage, answer, "Keep").waitFor();
		}
		const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
		await run(stage, "next-answer");
		await expect.poll(() => focused()).toContain("First answer.");
		await page.keyboard.press("Enter");
		await expect.poll(focused).toContain("Second answer.");
		await page.keyboard.press("Enter");
		await expect.poll(() => page.evaluate(() => document.activeElement?.closest(".cm-editor") !== null)).toBe(true);
		// Commands of the editor are there again.
		await run(stage, "consult");
		await page.getByRole("menu").waitFor();
		// Tab goes round in what is open, and Esc always closes it.
		for (let n = 0; n < 5; n++) await page.keyboard.press("Tab");
		await expect
			.poll(() => page.evaluate(() => document.activeElement?.closest(".expert-friend-menu") !== null))
			.toBe(true);
		await page.keyboard.press("Shift+Tab");
		await page.keyboard.press("Escape");
		await page.getByRole("menu").waitFor({ state: "detached" });
		await expect.poll(() => page.evaluate(() => document.activeElement?.closest(".cm-editor") !== null)).toBe(true);
	});
});
