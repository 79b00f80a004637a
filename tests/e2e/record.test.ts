import { describe, expect, it } from "vitest";
import { inTurn } from "../../src/core/text/patterns";
import { ask, cards, press } from "./asking";
import { adopt, escaped, isNoticed, puppet, rows, run, select, stageOf } from "./at-work";
import type { Stage } from "./stage";

const note = "A first line.\n\nThe old tree by the wall bears fruit.\n\nA last line.\n";

const marked = (stage: Stage, pane = 0): Promise<string[]> =>
	stage.page.locator(".cm-content").nth(pane).locator(".expert-friend-adopted").allInnerTexts();

const lineAtCursor = (stage: Stage): Promise<string> =>
	stage.page.evaluate(() => {
		const { editor } = window.app.workspace.activeEditor!;
		return editor.getLine(editor.getCursor().line);
	});

describe("adopted words", () => {
	it("carry a mark in both panes until they are rewritten, and give the writer's words back in one step", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await stage.page.evaluate(() =>
			window.app.workspace.getLeaf("split").openFile(window.app.vault.getFileByPath("A.md")!),
		);
		await adopt(stage, friend, "old tree", "The gnarled oak by the wall bears fruit.");
		await expect.poll(() => marked(stage, 0)).toEqual(["gnarled oak"]);
		await expect.poll(() => marked(stage, 1)).toEqual(["gnarled oak"]);
		const adopted = await stage.editorText();

		await select(stage, "gnarled");
		await run(stage, "adopted-words");
		const card = stage.page.getByRole("dialog", { name: "Who proposed these words" });
		await expect
			.poll(() => card.innerText())
			.toMatch(
				inTurn([
					/^Puppet one · Other words\nYou had written: old tree\n/,
					/Adopted on \w{3} \d{1,2}, \d{4}, \d{1,2}:\d{2}\s[AP]M\nMy words again\n/,
				]),
			);
		await stage.page.keyboard.press("Enter");
		await card.waitFor({ state: "detached" });
		const back = await stage.editorText();
		expect(back).toContain("The old tree by the wall bears fruit.");
		expect(back).toMatch(/> \*\*Adopted:\*\* .*\n> \*\*Taken back:\*\* \d{4}-\d\d-\d\d\n>\n> `puppet\/one-20260101` /);
		await expect.poll(() => marked(stage, 0)).toEqual([]);
		await stage.page.keyboard.press("ControlOrMeta+z");
		await expect.poll(() => stage.editorText()).toBe(adopted);

		await select(stage, "oak");
		await stage.page.keyboard.press("End");
		await stage.page.keyboard.type(" Well.");
		await expect.poll(() => marked(stage, 1)).toEqual(["gnarled oak"]);
		await select(stage, "oak");
		await stage.page.keyboard.type("elm");
		await expect.poll(() => marked(stage, 0)).toEqual(["gnarled"]);
		await expect.poll(() => marked(stage, 1)).toEqual(["gnarled"]);
		expect(stage.errors).toEqual([]);
	});

	it("tell whose they are when the pointer rests on them, and lead to the record", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await adopt(stage, friend, "tree", "The old oak by the wall bears fruit.");
		const mark = stage.page.locator(".expert-friend-adopted");
		await mark.hover();
		await stage.page.getByText("You had written: tree").waitFor();
		await stage.page.getByRole("button", { name: "Go to the record" }).click();
		await expect.poll(() => lineAtCursor(stage)).toMatch(/^> \[!ai\]- Puppet one/);
	});

	it(
		"are the same when the note is opened anew, with the sentence edited around them and other words taken back " +
			"in the same callout",
		async () => {
			const friend = await puppet();
			const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
			await adopt(stage, friend, "old tree", "The gnarled oak by the wall bears fruit.");
			await select(stage, "oak");
			await stage.page.keyboard.type("elm");
			await select(stage, "bears");
			await stage.page.keyboard.type("carries");
			await stage.reload();
			await expect.poll(() => marked(stage)).toEqual(["gnarled"]);
			await select(stage, "gnarled");
			await run(stage, "adopted-words");
			await stage.page.keyboard.press("Enter");
			await expect.poll(() => stage.editorText()).toContain("The old elm by the wall carries fruit.");
			await adopt(stage, friend, "fruit", "The old elm by the wall carries pears.");
			const text = await stage.editorText();
			expect(text.match(/\[!ai\]/g)).toHaveLength(1);
			expect(text).toMatch(
				/Taken back:\*\* \d{4}-\d\d-\d\d\n>\n> \*\*Before:\*\* The old elm by the wall carries \*fruit\*\./,
			);
			await expect.poll(() => marked(stage)).toEqual(["pears"]);
			await stage.reload();
			await expect.poll(() => marked(stage)).toEqual(["pears"]);
		},
	);

	it("are not confused with the same words of the writer's, in the same list", async () => {
		const friend = await puppet();
		const list = "- Buy some milk\n- Buy some bread\n- Buy some oat milk\n";
		const stage = await stageOf({ vault: { "A.md": list }, endpoint: friend.url });
		await adopt(stage, friend, "bread", "Buy some milk");
		await expect.poll(() => marked(stage)).toEqual(["milk"]);
		const at = await stage.page
			.locator(".cm-line", { has: stage.page.locator(".expert-friend-adopted") })
			.evaluate((line) => [...line.parentElement!.children].indexOf(line));
		expect(at).toBe(1);
		// Opened anew, nothing tells which of the two was adopted.
		await stage.reload();
		await stage.page.locator(".cm-line").first().waitFor();
		await select(stage, "milk");
		await run(stage, "adopted-words");
		await isNoticed(stage, "No words from a consultation stand at the cursor.");
		await expect.poll(() => marked(stage)).toEqual([]);
	});

	it("do not count the writer's own word among them", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": "La grande maison est belle.\n" }, endpoint: friend.url });
		const own = async (word: string, sentence: string): Promise<void> => {
			await run(stage, "other-words");
			const proposals = await friend.next();
			proposals.say(rows("La grande villa est belle."));
			proposals.end();
			await stage.page.getByRole("button", { name: "More", exact: true }).waitFor();
			await stage.page.keyboard.type(word);
			await stage.page.keyboard.press("Enter");
			const agreement = await friend.next();
			agreement.say(rows(sentence));
			agreement.end();
			await expect.poll(() => stage.page.locator(".cm-content").innerText()).toContain(sentence);
			// The preview may hold the writer's word before the answer is there.
			await expect
				.poll(() =>
					stage.page.locator(".expert-friend-words").getByRole("button", { name: "Adopt", exact: true }).isEnabled(),
				)
				.toBe(true);
			await stage.page.keyboard.press("Enter");
			await stage.page.getByRole("listbox").waitFor({ state: "detached" });
		};
		await select(stage, "maison");
		await own("demeure", "La grande demeure est belle.");
		await expect.poll(() => stage.editorText()).toBe("La grande demeure est belle.\n");
		await select(stage, "demeure");
		await own("manoir", "Le grand manoir est beau.");
		await expect.poll(() => stage.editorText()).toContain("> **Adopted:** *Le grand* manoir est *beau*.");
		await expect.poll(() => marked(stage)).toEqual(["Le grand", "beau"]);
	});

	it("lose their mark when the setting is turned off", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await adopt(stage, friend, "tree", "The old oak by the wall bears fruit.");
		await expect.poll(() => marked(stage)).toEqual(["oak"]);
		await stage.page.evaluate(() => window.app.setting.openTabById("expert-friend"));
		await stage.page
			.getByRole("checkbox", { name: "Mark adopted words" })
			.or(stage.page.locator(".setting-item", { hasText: "Mark adopted words" }).locator(".checkbox-container"))
			.first()
			.click();
		await expect.poll(() => marked(stage)).toEqual([]);
	});
});

describe("the record", () => {
	it("gathers the adoptions of one passage and model in one callout, and sums what they took", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await adopt(stage, friend, "tree", "The old oak by the wall bears fruit.");
		await adopt(stage, friend, "wall", "The old oak by the fence bears fruit.");
		const text = await stage.editorText();
		expect(text.match(/> \[!ai\]/g)).toHaveLength(1);
		expect(text.match(/> \*\*Adopted:\*\*/g)).toHaveLength(2);
		expect(text).toContain("· 200 + 40 tokens · $0.00084 ·");
	});

	it("goes to the end of the note, or to the journal only, as set", async () => {
		const friend = await puppet();
		const data = (recordPlace: string): unknown => ({
			endpoints: [{ id: "e", preset: "custom", name: "Loopback", baseUrl: friend.url, secret: "" }],
			model: { endpoint: "e", model: "puppet/one-20260101" },
			recordPlace,
		});
		const atEnd = await stageOf({ vault: { "A.md": note }, data: data("end") });
		await adopt(atEnd, friend, "tree", "The old oak by the wall bears fruit.");
		await expect.poll(() => atEnd.editorText()).toMatch(/A last line\.\n\n## Consultations\n\n> \[!ai\]- Puppet one/);
		const journal = await stageOf({ vault: { "A.md": note }, data: data("journal") });
		await adopt(journal, friend, "tree", "The old oak by the wall bears fruit.");
		await expect.poll(() => journal.readNote("A.md")).toBe(note.replace("tree", "oak"));
		const month = new Date().toISOString().slice(0, 7);
		await expect
			.poll(() => journal.readNote(`Expert friend/Journal/${month}.md`).catch(() => ""))
			.toMatch(/\*\*Adopted:\*\* The old \*oak\* by the wall bears fruit\./);
		await expect.poll(() => journal.readNote(`Expert friend/Journal/${month}.md`)).toMatch(/^---\npublish: false\n/);
	});

	it("is in the journal alone where that is set, and the marks are found by it", async () => {
		const friend = await puppet();
		const data = {
			endpoints: [{ id: "e", preset: "custom", name: "Loopback", baseUrl: friend.url, secret: "" }],
			model: { endpoint: "e", model: "puppet/one-20260101" },
			recordPlace: "journal",
		};
		const stage = await stageOf({ vault: { "A.md": note, "B.md": note }, open: "A.md", data });
		const month = `Expert friend/Journal/${new Date().toISOString().slice(0, 7)}.md`;
		await stage.page.evaluate(() =>
			window.app.workspace.getLeaf("split").openFile(window.app.vault.getFileByPath("A.md")!),
		);
		await adopt(stage, friend, "old tree", "The gnarled oak by the wall bears fruit.");
		await expect.poll(() => marked(stage, 0)).toEqual(["gnarled oak"]);
		await expect.poll(() => marked(stage, 1)).toEqual(["gnarled oak"]);
		await expect.poll(() => stage.readNote(month).catch(() => "")).toContain("*gnarled oak*");
		await stage.reload();
		await expect.poll(() => marked(stage, 0)).toEqual(["gnarled oak"]);
		// Another note with the same words is another note.
		await stage.page.evaluate(() =>
			window.app.workspace.getMostRecentLeaf()!.openFile(window.app.vault.getFileByPath("B.md")!),
		);
		await select(stage, "old");
		await stage.page.keyboard.type("gnarled");
		await select(stage, "tree");
		await stage.page.keyboard.type("oak");
		await run(stage, "adopted-words");
		await isNoticed(stage, "No words from a consultation stand at the cursor.");
		await stage.page.evaluate(() =>
			window.app.workspace.getMostRecentLeaf()!.openFile(window.app.vault.getFileByPath("A.md")!),
		);
		await select(stage, "oak");
		await run(stage, "adopted-words");
		const card = stage.page.getByRole("dialog", { name: "Who proposed these words" });
		await expect
			.poll(() => card.innerText())
			.toMatch(/Puppet one · Other words\nYou had written: old tree\nAdopted on \w+ \d+, \d{4}, \d+:\d{2}\s[AP]M\n/);
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => stage.editorText()).toBe(note);
		await expect
			.poll(() => stage.readNote(month))
			.toMatch(
				/\*\*Adopted:\*\* The \*gnarled oak\* by the wall bears fruit\.\n> \*\*Taken back:\*\* \d{4}-\d\d-\d\d\n/,
			);
		await expect.poll(() => marked(stage)).toEqual([]);
		expect(stage.errors).toEqual([]);
	});

	it("leads from the marks to the journal, and stands in the note when no journal is kept", async () => {
		const friend = await puppet();
		const data = (change: object): unknown => ({
			endpoints: [{ id: "e", preset: "custom", name: "Loopback", baseUrl: friend.url, secret: "" }],
			model: { endpoint: "e", model: "puppet/one-20260101" },
			recordPlace: "journal",
			...change,
		});
		const stage = await stageOf({ vault: { "A.md": note }, open: "A.md", data: data({}) });
		await adopt(stage, friend, "tree", "The old oak by the wall bears fruit.");
		await expect.poll(() => marked(stage)).toEqual(["oak"]);
		await expect
			.poll(() => stage.readNote(`Expert friend/Journal/${new Date().toISOString().slice(0, 7)}.md`).catch(() => ""))
			.toContain("*oak*");
		await select(stage, "oak");
		await run(stage, "adopted-words");
		await stage.page.getByRole("button", { name: "Go to the record" }).press("Enter");
		await expect.poll(() => lineAtCursor(stage)).toMatch(/^> \[!ai\]- Puppet one/);
		const unkept = await stageOf({ vault: { "A.md": note }, open: "A.md", data: data({ journal: false }) });
		await adopt(unkept, friend, "tree", "The old oak by the wall bears fruit.");
		await expect.poll(() => unkept.editorText()).toContain("> **Adopted:** The old *oak* by the wall bears fruit.");
	});

	it("is in the journal where it stands in no note, even if the app goes away before the list is closed", async () => {
		const friend = await puppet();
		const data = {
			endpoints: [{ id: "e", preset: "custom", name: "Loopback", baseUrl: friend.url, secret: "" }],
			model: { endpoint: "e", model: "puppet/one-20260101" },
			recordPlace: "journal",
		};
		const stage = await stageOf({
			vault: { "A.md": "The old tree by the wall bears fruit. The new one bears none.\n" },
			open: "A.md",
			data,
		});
		const month = `Expert friend/Journal/${new Date().toISOString().slice(0, 7)}.md`;
		await select(stage, "The old tree by the wall bears fruit. The new one bears none.");
		await run(stage, "other-words");
		const call = await friend.next();
		call.say(rows("The old oak by the wall bears fruit. The new one has none."));
		call.end();
		await stage.page.getByRole("button", { name: "Adopt", exact: true }).click();
		// Signed at once, and still once the app has gone away with the card open.
		await expect.poll(() => marked(stage)).toEqual(["oak"]);
		await expect.poll(() => stage.readNote("A.md")).toContain("oak");
		await stage.page.reload();
		await expect.poll(() => stage.readNote(month).catch(() => "")).toContain("*oak*");
		await expect.poll(() => marked(stage)).toEqual(["oak"]);
	});

	it("is written in the writer's own words, previewed and refused when they could not be read again", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await stage.page.evaluate(() => window.app.setting.openTabById("expert-friend"));
		const field = stage.page.getByRole("textbox", { name: "Adopted" });
		await field.fill("Before");
		await stage.page.getByText("Records could not be read again with these words.").waitFor();
		await field.fill("Now");
		const preview = stage.page.locator(".expert-friend-record-preview");
		await expect.poll(() => preview.innerText()).toContain("**Now:** one *three*");
		await expect.poll(() => preview.innerText()).toMatch(/> `a\/b-1` via Endpoint/);
		await stage.page.keyboard.press("Escape");
		await adopt(stage, friend, "tree", "The old oak by the wall bears fruit.");
		await expect.poll(() => stage.editorText()).toContain("> **Now:** The old *oak* by the wall bears fruit.");
		await expect.poll(() => marked(stage)).toEqual(["oak"]);
	});

	it("respects Windows line ends, in a note that is not open", async () => {
		const friend = await puppet();
		const raw = "---\r\ntags: a\r\n---\r\nOne line.\r\n\r\n- The old tree.\r\n- By the wall.\r\n\r\nA last line.";
		const stage = await stageOf({ vault: { "A.md": raw, "B.md": "Another." }, open: "A.md", endpoint: friend.url });
		await ask(stage, "The old tree.");
		const call = await friend.next();
		await stage.page.evaluate(() =>
			window.app.workspace.getMostRecentLeaf()!.openFile(window.app.vault.getFileByPath("B.md")!),
		);
		await expect.poll(() => stage.editorText()).toBe("Another.");
		call.say("First.\n\n- a point");
		call.end();
		await press(cards(stage).first(), "Keep");
		await expect.poll(() => stage.readNote("A.md")).toContain("[!ai]");
		const text = await stage.readNote("A.md");
		expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
		const record = /> \[!ai\][^]*?\r\n\r\n/.exec(text)?.[0] ?? "";
		expect(text.replace(record, "")).toBe(raw);
		expect(text).toContain(`- By the wall.\r\n\r\n${record}A last line.`);
	});

	it("respects a missing final line break", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": "Only the old tree." }, endpoint: friend.url });
		await adopt(stage, friend, "tree", "Only the old oak.");
		await expect
			.poll(() => stage.readNote("A.md"))
			.toMatch(new RegExp(`^${escaped("Only the old oak.")}\\n\\n> \\[!ai\\]- [^]*\`[^\\n]*[^\\n]$`));
	});

	it("goes on gathering after a formatter has been at the note, and after words were taken back", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await adopt(stage, friend, "tree", "The old oak by the wall bears fruit.");
		const formatted = (await stage.readNote("A.md"))
			.replace("*tree*", "_tree_")
			.replace("*oak*", "_oak_")
			.replace("bears fruit.\n> **Adopted", "bears fruit.  \n> **Adopted");
		await stage.writeNote("A.md", formatted);
		await expect.poll(() => stage.editorText()).toBe(formatted);
		await adopt(stage, friend, "wall", "The old oak by the fence bears fruit.");
		await select(stage, "fence");
		await run(stage, "adopted-words");
		await stage.page.getByRole("dialog", { name: "Who proposed these words" }).waitFor();
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => stage.editorText()).toContain("The old oak by the wall bears fruit.\n\n> [!ai]");
		await adopt(stage, friend, "bears", "The old oak by the wall gives fruit.");
		const text = await stage.editorText();
		expect(text.match(/> \[!ai\]/g)).toHaveLength(1);
		expect(text.match(/> \*\*Adopted:\*\*/g)).toHaveLength(3);
		expect(text).toMatch(
			inTurn([
				/\*\*Adopted:\*\* The old _oak_ by the wall bears fruit\.\n>\n/,
				/> \*\*Before:\*\* [^\n]*\*wall\*[^\n]*\n/,
				/> \*\*Adopted:\*\* [^\n]*\*fence\*[^\n]*\n/,
				/> \*\*Taken back:\*\* \d{4}-\d\d-\d\d\n>\n/,
				/> \*\*Before:\*\* [^\n]*\*bears\*/,
			]),
		);
		expect(text).toContain("· 300 + 60 tokens · $0.00126 ·");
	});

	it("counts what one answer took once, wherever it stands, though words were adopted as it came", async () => {
		const friend = await puppet();
		const two = "A first line.\n\nThe old tree by the wall bears fruit. It is near the gate.\n\nA last line.\n";
		for (const recordPlace of ["passage", "end"]) {
			const data = {
				endpoints: [{ id: "e", preset: "custom", name: "Loopback", baseUrl: friend.url, secret: "" }],
				model: { endpoint: "e", model: "puppet/one-20260101" },
				recordPlace,
			};
			const stage = await stageOf({ vault: { "A.md": two }, data });
			const card = stage.page.locator(".expert-friend-changes");
			await select(stage, "The old tree by the wall bears fruit. It is near the gate.");
			await run(stage, "other-words");
			const call = await friend.next();
			call.say(rows("The old tree by the fence bears fruit. It is close to the gate."));
			await card.getByRole("button", { name: "Adopt", exact: true }).click();
			await expect.poll(() => stage.editorText()).toMatch(/one-20260101` via Loopback · cost unknown/);
			call.end();
			await expect.poll(() => card.getByRole("button", { name: "Cancel", exact: true }).isVisible()).toBe(false);
			await card.getByRole("button", { name: "Adopt", exact: true }).click();
			await card.waitFor({ state: "detached" });
			const text = await stage.editorText();
			expect(text).toContain("The old tree by the fence bears fruit. It is close to the gate.");
			expect(text.match(/> \[!ai\]/g)).toHaveLength(1);
			expect(text.match(/> \*\*Adopted:\*\*/g)).toHaveLength(2);
			expect(text).toContain("· 100 + 20 tokens · $0.00042 ·");
			expect(text.includes("## Consultations")).toBe(recordPlace === "end");
		}
	});
});
