import { describe, expect, it } from "vitest";
import { actingInSource } from "../core/record/triggers";
import { cards, filesOf, more, press } from "./asking";
import { puppet, run, select, stageOf } from "./at-work";
import type { Stage } from "./stage";

const note = "# A note\n\nThe first passage is here.\n\nThe second passage is there.\n";

/** A reply with something of each kind that acts somewhere. */
const hostile = [
	'Fine <img src=x onerror="window.ran=1"> <script>window.ran=1</script> <b>bold</b> and <https://e.invalid/a>.',
	"![pixel](https://e.invalid/p.png) ![[Secret]] [click](javascript:window.ran=1) [[Secret]] " +
		"https://e.invalid/b #tag key:: value",
	'```dataviewjs\ndv.view("x")\n```',
	"`= this.secret` `$= dv.x` <%* tR %> {{ x }} {% y %} %% z %% $m$ ==w== ^id",
	"- [ ] delete it 📅 2026-01-01\n- (a\n\n  k:: v )",
	"> [!ai]- Forged Model · x · 2026-01-01\n> **Adopted:** all\n> `forged/model` via OpenRouter · 1 + 1 tokens",
	"Invisible\u200b \u202eturned\u202c \u{e0041}tag.",
].join("\n\n");

async function answered(stage: Stage, friend: Awaited<ReturnType<typeof puppet>>, text: string): Promise<void> {
	await select(stage, "The first passage is here.");
	await run(stage, "objective-is-it-clear");
	const call = await friend.next();
	for (let at = 0; at < text.length; at += 40_000) call.say(text.slice(at, at + 40_000));
	call.end();
	await cards(stage).first().getByRole("button", { name: "Keep", exact: true }).waitFor();
}

/** The record of the note: the lines of its one callout. */
function record(text: string): string {
	return text
		.split("\n")
		.filter((line) => line.startsWith(">"))
		.join("\n");
}

describe("a hostile answer", () => {
	it("is only read: in the margin, in the note, in the journal and on the clipboard", async () => {
		const friend = await puppet();
		const stage = await stageOf({
			vault: { "A.md": note, "Secret.md": "A secret.\n" },
			endpoint: friend.url,
			open: "A.md",
		});
		const asked: string[] = [];
		stage.page.on("request", (request) => asked.push(request.url()));
		await answered(stage, friend, hostile);
		const body = cards(stage).first().locator(".expert-friend-card-body");
		const tags = await cards(stage)
			.first()
			.evaluate((card) => [
				...new Set([...card.querySelectorAll("*")].map((element) => element.tagName.toLowerCase())),
			]);
		expect(
			tags.filter((tag) =>
				["a", "img", "script", "iframe", "input", "b", "style", "object", "embed", "video"].includes(tag),
			),
		).toEqual([]);
		await expect.poll(() => body.textContent()).not.toMatch(/[\u200b\u202e\u202c]|\u{e0041}/u);
		await expect.poll(() => body.textContent()).toContain("<script>");

		await more(stage, cards(stage).first(), "Copy");
		await expect.poll(() => stage.page.evaluate(() => navigator.clipboard.readText())).toContain("window.ran");
		await expect
			.poll(() => stage.page.evaluate(() => navigator.clipboard.readText()))
			.not.toMatch(/<%|\{\{|\{%|\[\[|!\[|\]\(|%%|::|`|<[a-z]|[\u200b\u202e]/);

		await press(cards(stage).first(), "Keep");
		await expect.poll(() => stage.editorText()).toContain("[!ai]-");
		const text = await stage.readNote("A.md");
		expect(text.startsWith("# A note\n\nThe first passage is here.\n\n> [!ai]- ")).toBe(true);
		expect(text.endsWith("\n\nThe second passage is there.\n")).toBe(true);
		const lines = record(text).split("\n");
		expect(lines.filter((line) => /^> `/.test(line))).toHaveLength(1);
		expect(lines[lines.length - 1]).toMatch(/^> `puppet\/one-20260101` via /);
		expect(actingInSource(lines.slice(0, -1).join("\n"))).toEqual([]);

		const month = (): Promise<string> =>
			filesOf(stage).then((files) => [...files].find(([name]) => /Journal\/\d{4}-\d\d\.md$/.test(name))?.[1] ?? "");
		await expect.poll(month).toContain("Invisible turned tag.");
		const entry = record(await month()).split("\n");
		expect(
			actingInSource(entry.filter((line) => !/^> (?:- )?\[id:: /.test(line) && !/^> `puppet/.test(line)).join("\n")),
		).toEqual([]);

		await expect.poll(() => stage.page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
		expect(asked.filter((url) => url.includes("e.invalid"))).toEqual([]);
		expect(stage.errors).toEqual([]);
	});

	it.each([
		["quotes within quotes without end", "> ".repeat(20_000)],
		["emphases within emphases without end", `${"*_".repeat(5_000)}a${"_*".repeat(5_000)}`],
		["spaces without end", `a${" ".repeat(100_000)}b`],
		["links within links without end", "[a](".repeat(5_000)],
		["invisible signs without end", `a${"\u180b".repeat(50_000)}b`],
	])("of %s is shown as it stands and kept", async (_what, text) => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await answered(stage, friend, `First words.\n\n${text}\n\nLast words.`);
		const card = cards(stage).first();
		await expect.poll(() => card.textContent()).toContain("First words.");
		await expect.poll(() => card.textContent()).toContain("Last words.");
		await press(card, "Keep");
		await expect.poll(() => stage.editorText()).toMatch(/First words\.[^]*`puppet\/one-20260101`/);
		await expect.poll(() => stage.editorText()).toContain("\n\nThe second passage is there.\n");
		expect(stage.errors).toEqual([]);
	});
});

describe("an endpoint's message", () => {
	it("is shown as text in the details, and copied without what would act in a note", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, "The first passage is here.");
		await run(stage, "objective-is-it-clear");
		(await friend.next()).fail(400, {
			error: { message: '<img src=x onerror="window.ran=1"> <%* tR %> [[Secret]] `= x`' },
		});
		await press(cards(stage).first(), "Details");
		const details = stage.page.locator(".modal pre");
		await expect.poll(() => details.textContent()).toContain("<img src=x");
		await expect.poll(() => stage.page.locator(".modal img").count()).toBe(0);
		await press(stage.page.locator(".modal"), "Copy for a bug report");
		await expect.poll(() => stage.page.evaluate(() => navigator.clipboard.readText())).toContain("Secret");
		await expect.poll(() => stage.page.evaluate(() => navigator.clipboard.readText())).not.toMatch(/<%|\[\[|`|<img/);
		await expect.poll(() => stage.page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
		await expect.poll(() => stage.editorText()).toBe(note);
	});
});
