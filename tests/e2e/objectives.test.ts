import { readdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { inTurn } from "../../src/core/text/patterns";
import { again } from "./asking";
import { hasCommand, isNoticed, puppet, rows, run, select, stageOf } from "./at-work";
import type { Stage } from "./stage";

const folder = "Expert friend/Objectives";
const note = "# A note\n\nThe keeper of Elorn lit the lamp before the keeper of Ouessant.\n\nAnother line.\n";
const items = (stage: Stage): Promise<string[]> => stage.page.getByRole("menuitem").allInnerTexts();

/** Commands of objectives by id, with their names in the palette. */
const commands = (stage: Stage): Promise<Readonly<Record<string, string>>> =>
	stage.page.evaluate(() =>
		Object.fromEntries(
			Object.values(window.app.commands.commands)
				.filter(({ id }) => id.startsWith("expert-friend:objective-"))
				.map(({ id, name }) => [id.slice("expert-friend:objective-".length), name]),
		),
	);

describe("a broken objective", () => {
	const broken = {
		"Bad properties.md": "---\nkind: [answer\norder: 3\n---\nIs it clear?\n",
		"No kind of mine.md": "---\nkind: rewrite\n---\nRewrite this.\n",
		"Nothing in it.md": "---\nkind: answer\n---\n\n",
		"Unknown word.md": "---\ntitle: A title of its own\n---\nSay {{passge}} in {{langue}}.\n",
		"A list.md": "---\n- kind\n- answer\n---\nIs it clear?\n",
		"Hidden.md": "---\nai: never\n---\nA prompt that never leaves.\n",
		"Round.md": "![[Round]] ![[Unknown word]]\n\nIs it round?\n",
	};

	it("is shown with the reason, as a command too, and keeps no other from working", async () => {
		const friend = await puppet();
		const stage = await stageOf({
			vault: {
				"A.md": note,
				...Object.fromEntries(Object.entries(broken).map(([name, text]) => [`${folder}/${name}`, text])),
			},
			endpoint: friend.url,
			open: "A.md",
		});
		await hasCommand(stage, "objective-round");
		await select(stage, "Another line.");
		await run(stage, "consult");
		await stage.page.getByRole("menuitem", { name: "Round" }).waitFor();
		const shown = (await items(stage)).join("\n");
		expect(shown).toMatch(/^Other words/);
		expect(shown).toMatch(/Bad properties\n+The note’s properties can’t be read: [^\n]+\n/);
		expect(shown).toMatch(/No kind of mine\n+Property kind is “rewrite”; it can be words, answer or remarks\n/);
		expect(shown).toMatch(/Nothing in it\n+The note has no prompt yet\n/);
		expect(shown).toMatch(
			inTurn([
				/A title of its own\n+Not a variable: \{\{passge\}\}, \{\{langue\}\}\. /,
				/There are passage, selection, title, language, date, earlier, asked\n/,
			]),
		);
		expect(shown).toMatch(/A list\n+The note’s properties can’t be read: /);
		expect(shown).toMatch(/Hidden\n+This note is private, so its prompt is never sent\n/);
		await stage.page.screenshot({ path: "screenshots/broken-objectives.png" });
		// A long menu scrolls within itself and never covers the sentence.
		const menu = (await stage.page.locator(".expert-friend-menu").boundingBox())!;
		const line = (await stage.page.locator(".cm-line", { hasText: "Another line." }).boundingBox())!;
		expect(menu.y >= line.y + line.height || menu.y + menu.height <= line.y).toBe(true);
		await stage.page.keyboard.press("End");
		const last = (await stage.page.getByRole("menuitem", { name: "Ask…" }).boundingBox())!;
		expect(last.y + last.height).toBeLessThanOrEqual(menu.y + menu.height);
		await stage.page.getByRole("menuitem", { name: "No kind of mine" }).dispatchEvent("click");
		// Numbers are those of what can be chosen.
		await stage.page.keyboard.press("2");
		const call = await friend.next();
		expect(call.raw).toContain("Is it round?");
		call.end();
		await run(stage, "objective-unknown-word");
		await isNoticed(stage, "A title of its own: Not a variable: {{passge}}, {{langue}}.");
		await run(stage, "objective-hidden");
		await isNoticed(stage, "Hidden: This note is private");
		await expect.poll(() => friend.calls).toHaveLength(1);
		// Mended, it works.
		await stage.writeNote(`${folder}/Unknown word.md`, "Say {{passage}} in {{language}}.\n");
		await expect.poll(async () => (await commands(stage))["unknown-word"]).toContain("Unknown word");
		await select(stage, "Another line.");
		await run(stage, "objective-unknown-word");
		const mended = await friend.next();
		expect(mended.body.messages[1]!.content).toContain("Say <passage>Another line.</passage> in English.");
		mended.end();
		expect(stage.errors).toEqual([]);
	});
});

describe("the commands of objectives", () => {
	it("come, go and change with their notes, and none stands there twice", async () => {
		const stage = await stageOf({ vault: { "A.md": note }, open: "A.md" });
		await hasCommand(stage, "objective-second-pass");
		await expect
			.poll(async () => Object.keys(await commands(stage)).sort())
			.toEqual([
				"does-it-make-sense",
				"is-it-clear",
				"overview",
				"reading-of-the-whole-note",
				"second-pass",
				"spelling-and-grammar",
				"what-am-i-missing",
				"what-could-be-better",
				"what-could-go",
				"what-does-it-evoke",
				"what-should-be-checked",
				"where-does-the-name-come-from",
			]);
		const names = await stage.page.evaluate(() => Object.values(window.app.commands.commands).map(({ name }) => name));
		expect(new Set(names).size).toBe(names.length);

		await stage.writeNote(`${folder}/Tone.md`, "How does it sound?\n");
		await expect.poll(async () => Object.keys(await commands(stage))).toContain("tone");
		await stage.writeNote(`${folder}/Tone.md`, "---\ntitle: What tone has it?\n---\nHow does it sound?\n");
		await expect.poll(async () => (await commands(stage))["tone"]).toContain("What tone has it?");
		await stage.page.evaluate(
			(from) =>
				window.app.fileManager.renameFile(window.app.vault.getFileByPath(`${from}/Tone.md`)!, `${from}/Voice.md`),
			folder,
		);
		await expect
			.poll(async () => Object.keys(await commands(stage)).filter((id) => /^(tone|voice)/.test(id)))
			.toEqual(["voice"]);
		await stage.writeNote(`${folder}/Voice.md`, "---\nenabled: false\n---\nHow does it sound?\n");
		await expect.poll(async () => Object.keys(await commands(stage))).not.toContain("voice");
		await stage.writeNote(`${folder}/Voice.md`, "---\nenabled: true\n---\nHow does it sound?\n");
		await expect.poll(async () => Object.keys(await commands(stage))).toContain("voice");
		// Two whose names make the same id both have one.
		await stage.page.evaluate(async (from) => {
			await window.app.vault.create(`${from}/voice..md`, "Another voice?\n");
		}, folder);
		await expect
			.poll(async () => Object.keys(await commands(stage)).filter((id) => id.startsWith("voice")))
			.toEqual(["voice", "voice-2"]);
		await stage.removeNote(`${folder}/Voice.md`);
		await expect
			.poll(async () => Object.keys(await commands(stage)).filter((id) => id.startsWith("voice")))
			.toEqual(["voice"]);
		// A name of the writer's own for what *Other words* does is a command beside it.
		await stage.writeNote(
			`${folder}/Other words.md`,
			"---\nkind: words\ntitle: Say it otherwise\n---\nPropose words.\n",
		);
		await expect.poll(async () => (await commands(stage))["other-words"]).toContain("Say it otherwise");
		expect(stage.errors).toEqual([]);
	});

	it("are those of the last change, whichever reading ends last, and outlive a note that can't be read", async () => {
		const stage = await stageOf({ vault: { "A.md": note }, open: "A.md" });
		await hasCommand(stage, "objective-second-pass");
		await stage.page.evaluate(
			(from) => window.app.vault.create(`${from}/Tone.md`, "---\ntitle: Nought\n---\nHow does it sound?\n"),
			folder,
		);
		await expect.poll(async () => (await commands(stage))["tone"]).toContain("Nought");
		await stage.page.evaluate(async (from) => {
			const { vault } = window.app;
			const file = vault.getFileByPath(`${from}/Tone.md`)!;
			const read = vault.cachedRead.bind(vault);
			const begun: (() => void)[] = [];
			let release = (): void => undefined;
			const released = new Promise<void>((resolve) => (release = resolve));
			let readings = 0;
			const reading = (): Promise<void> => new Promise((resolve) => begun.push(resolve));
			// The first reading is slow, with what it had read already.
			vault.cachedRead = async (one) => {
				const text = await read(one);
				if (one !== file) return text;
				const isFirst = readings++ === 0;
				for (const tell of begun.splice(0)) tell();
				if (isFirst) await released;
				return text;
			};
			const first = reading();
			await vault.modify(file, "---\ntitle: One\n---\nHow does it sound?\n");
			await first;
			const second = reading();
			await vault.modify(file, "---\ntitle: Two\n---\nHow does it sound?\n");
			await second;
			release();
			vault.cachedRead = read;
		}, folder);
		await expect.poll(async () => (await commands(stage))["tone"]).toContain("Two");
		await stage.page.evaluate(async (from) => {
			const { vault } = window.app;
			const read = vault.cachedRead.bind(vault);
			vault.cachedRead = (one) => (one.path.endsWith("/Tone.md") ? Promise.reject(new Error("gone")) : read(one));
			await vault.create(`${from}/Pitch.md`, "How high is it?\n");
		}, folder);
		await expect.poll(async () => Object.keys(await commands(stage))).toContain("pitch");
		await expect.poll(async () => Object.keys(await commands(stage))).not.toContain("tone");
		expect(stage.errors).toEqual([]);
	});

	it("are those of another folder once its name was typed in the settings, and only then", async () => {
		const stage = await stageOf({ vault: { "A.md": note }, open: "A.md" });
		await hasCommand(stage, "objective-second-pass");
		const folders = async (): Promise<string[]> =>
			(await readdir(stage.vaultDir, { withFileTypes: true }))
				.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
				.map(({ name }) => name)
				.sort();
		const openSettings = (): Promise<void> =>
			stage.page.evaluate(() => void window.app.setting.openTabById("expert-friend"));
		const field = stage.page
			.locator(".setting-item", { has: stage.page.getByText("Folder", { exact: true }) })
			.locator("input");
		await openSettings();
		await field.click();
		await stage.page.keyboard.type("Ami");
		await expect.poll(() => folders()).toEqual(["Expert friend"]);
		await stage.page.keyboard.press("Tab");
		await expect.poll(folders).toEqual(["Ami", "Expert friend"]);
		await expect.poll(() => readdir(path.join(stage.vaultDir, "Ami"))).toContain("Objectives");
		await stage.writeNote("Ami/Objectives/Tone.md", "How does it sound?\n");
		await expect.poll(async () => Object.keys(await commands(stage))).toContain("tone");
		// A name that can't be is told, and what was stays.
		await field.fill("A.md");
		await stage.page.keyboard.press("Escape");
		await isNoticed(stage, "The folder A.md can’t be made here.");
		await expect.poll(async () => Object.keys(await commands(stage))).toContain("tone");
		await openSettings();
		await expect.poll(() => field.inputValue()).toBe("Ami");
		// The disk refused, as it had to.
		expect(stage.errors.filter((error) => !error.includes("status of 500"))).toEqual([]);
	});

	it("and their notes are still those of the plugin when its folder is renamed", async () => {
		const stage = await stageOf({ vault: { "A.md": note }, open: "A.md" });
		await hasCommand(stage, "objective-second-pass");
		await stage.page.evaluate(() =>
			window.app.fileManager.renameFile(window.app.vault.getFolderByPath("Expert friend")!, "My friend"),
		);
		await stage.writeNote("My friend/Objectives/Tone.md", "How does it sound?\n");
		await expect.poll(async () => Object.keys(await commands(stage))).toContain("tone");
		await stage.reload();
		await hasCommand(stage, "objective-tone");
		await expect.poll(async () => (await readdir(stage.vaultDir)).sort()).toEqual([".obsidian", "A.md", "My friend"]);
	});
});

describe("a question about words of a sentence", () => {
	it("tells the friend which words, among the same ones, in every way it is asked", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, open: "A.md" });
		await select(stage, "keeper", "keeper of Ouessant");
		await run(stage, "objective-where-does-the-name-come-from");
		const first = await friend.next();
		expect(first.body.messages[1]!.content).toContain(
			"<passage>\nThe keeper of Elorn lit the lamp before the keeper of Ouessant.\n</passage>\n\n<selection " +
				'occurrence="2 of 2">\nkeeper\n</selection>',
		);
		first.say("From *kepan*, perhaps.");
		first.end();
		await again(stage, stage.page.locator("article.expert-friend-card"));
		const second = await friend.next();
		expect(second.raw).toBe(first.raw);
		second.end();
		await stage.page.getByRole("button", { name: "Keep", exact: true }).first().click();
		await expect.poll(() => stage.editorText()).toContain("> **Asked:** Where does the name come from? “keeper”");
		await select(stage, "Another line.");
		await run(stage, "objective-is-it-clear");
		const whole = await friend.next();
		expect(whole.raw).not.toContain("<selection");
		whole.end();
	});
});

describe("Ask…", () => {
	it("takes a free question and recalls the last ones, the latest first, each once", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, open: "A.md" });
		const ask = async (question: string): Promise<string> => {
			await select(stage, "Another line.");
			await run(stage, "ask");
			await stage.page.getByRole("textbox", { name: "What would you like to know" }).fill(question);
			await stage.page.keyboard.press("Enter");
			const call = await friend.next();
			call.say("Yes.");
			call.end();
			return call.body.messages[1]!.content;
		};
		await expect.poll(() => ask("Is it a line?")).toContain("<question>\nIs it a line?\n</question>");
		// What would be sent can be read before, as it is typed.
		await select(stage, "Another line.");
		await run(stage, "ask");
		await stage.page.getByRole("textbox", { name: "What would you like to know" }).fill("Which line?");
		await stage.page.screenshot({ path: "screenshots/ask.png" });
		await stage.page.getByRole("button", { name: /Sends the whole note/ }).click();
		const shown = await stage.page.locator(".expert-friend-sent.is-exact").textContent();
		await stage.page.keyboard.press("Escape");
		await stage.page.getByRole("button", { name: "Ask", exact: true }).click();
		const sent = await friend.next();
		expect(sent.raw).toBe(shown);
		sent.end();
		await ask("Whose line?");
		await ask("Is it a line?");
		await select(stage, "Another line.");
		await run(stage, "consult");
		await stage.page.getByRole("menuitem", { name: "Ask…" }).click();
		const recent = stage.page.locator(".expert-friend-recent button");
		await expect.poll(() => recent.allInnerTexts()).toEqual(["Is it a line?", "Whose line?", "Which line?"]);
		await recent.nth(1).click();
		await stage.page.getByRole("button", { name: "Ask", exact: true }).click();
		await expect.poll(async () => (await friend.next()).body.messages[1]!.content).toContain("Whose line?");
	});

	it("has what was typed and not asked there the next time", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, open: "A.md" });
		const field = stage.page.getByRole("textbox", { name: "What would you like to know" });
		await select(stage, "Another line.");
		await run(stage, "ask");
		await field.fill("Why here, of all");
		await stage.page.keyboard.press("Escape");
		await select(stage, "The keeper");
		await run(stage, "ask");
		await expect.poll(() => field.inputValue()).toBe("Why here, of all");
		await field.press("End");
		await stage.page.keyboard.type(" places?");
		await stage.page.keyboard.press("Enter");
		await expect
			.poll(async () => (await friend.next()).body.messages[1]!.content)
			.toContain("Why here, of all places?");
		await run(stage, "ask");
		await expect.poll(() => field.inputValue()).toBe("");
	});
});

describe("the record of a consultation", () => {
	const said =
		"> [!ai]- A Model · Is it clear? · 2026-11-23\n> **Asked:** Is it clear? “Another line.”\n>\n> Another " +
		"than which?\n>\n> `vendor/model` via Endpoint · cost unknown\n";

	it("is not reworded: a quotation would lie; questions about it are free", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": `${note}\n${said}` }, endpoint: friend.url, open: "A.md" });
		await select(stage, "than which");
		await run(stage, "other-words");
		await isNoticed(stage, "this quotes a model");
		await run(stage, "consult");
		await stage.page.getByRole("menu").waitFor();
		await expect.poll(async () => (await items(stage))[0]).toMatch(/^Other words[^]*this quotes a model/);
		await stage.page.keyboard.press("Escape");
		await run(stage, "objective-is-it-clear");
		await friend.next();
		await expect.poll(() => friend.calls).toHaveLength(1);
	});

	it("is no more reworded than a link's target or a template's tag, whoever is asked", async () => {
		const friend = await puppet();
		const text = "Le nom de {{ page.ami }} est dans [[Mes amis]], dit [[Liste|la vieille liste]].\n";
		const stage = await stageOf({ vault: { "A.md": text }, endpoint: friend.url, open: "A.md" });
		await select(stage, "ami }}");
		await run(stage, "other-words");
		await isNoticed(stage, "a template’s tag");
		await select(stage, "Mes amis");
		await run(stage, "other-words");
		await isNoticed(stage, "a note’s name");
		await run(stage, "consult");
		await stage.page.getByRole("menu").waitFor();
		await expect.poll(async () => (await items(stage))[0]).toMatch(/^Other words[^]*a note’s name/);
		await stage.page.keyboard.press("Escape");
		expect(friend.calls).toHaveLength(0);
		await select(stage, "vieille");
		await run(stage, "other-words");
		await friend.next();
		await expect.poll(() => friend.calls).toHaveLength(1);
	});

	it.each(["passage", "end", "journal"])(
		"is shown to the friend at a later second pass, when it stands where it is set to: %s",
		async (recordPlace) => {
			const friend = await puppet();
			const data = {
				endpoints: [{ id: "e", preset: "custom", name: "Loopback", baseUrl: friend.url, secret: "" }],
				model: { endpoint: "e", model: "puppet/one-20260101" },
				recordPlace,
			};
			const stage = await stageOf({ vault: { "A.md": note }, data, open: "A.md" });
			await select(stage, "Another line.");
			await run(stage, "objective-is-it-clear");
			const first = await friend.next();
			first.say("Another than which?");
			first.end();
			await stage.page.getByRole("button", { name: "Keep", exact: true }).click();
			await stage.page.locator("article.expert-friend-card").waitFor({ state: "detached" });
			await stage.reload();
			await select(stage, "Another line.");
			await run(stage, "objective-second-pass");
			const { content } = (await friend.next()).body.messages[1]!;
			expect(content).toContain("Another than which?");
			expect(content).toContain("The writer has not changed the passage since.");
			// Another passage has no such record.
			await select(stage, "The keeper of Elorn lit the lamp before the keeper of Ouessant.");
			await run(stage, "objective-second-pass");
			await expect
				.poll(async () => (await friend.next()).body.messages[1]!.content)
				.not.toContain("Another than which?");
		},
	);
});

describe("the style prompt", () => {
	it("takes of a note it embeds the part named, each once, without records, comments, circles", async () => {
		const friend = await puppet();
		const record =
			"> [!ai]- A Model · Is it clear? · 2026-11-23\n> **Asked:** Is it clear?\n>\n> Model words here.\n>\n> " +
			"`vendor/model` via Endpoint · cost unknown\n";
		const stage = await stageOf({
			vault: {
				"A.md": note,
				"Expert friend/Style.md":
					"---\nai: mostly\n---\n%%\nFor me alone, see [[Private]].\n%%\n\n" +
					"Be brief. ![[Guide#Tone]] ![[Guide#Tone|again]] ![[Guide#^rule]] [[Whole]] [[Nowhere]] " +
					"[[Style]] ![[picture.png]]\n",
				"Guide.md":
					"# Guide\n\nNot this.\n\n## Tone\n\nDry, not cold.\n\n" +
					"### Deeper\n\nNever cute.\n\n## Other\n\nNor this.\n\n" +
					"No semicolons. ^rule\n",
				"Private.md": "What is behind a comment.",
				"Whole.md": `---\ntitle: hidden\n---\nWords of the whole. ![[Style]] [[Guide]]\n\n${record}`,
				[`${folder}/Tone.md`]: "%% Mine: ask this late. %%\nHow does it sound?\n",
			},
			endpoint: friend.url,
			open: "A.md",
		});
		await select(stage, "Another line.");
		await run(stage, "objective-tone");
		const { messages } = (await friend.next()).body;
		expect(messages[1]!.content).toContain("How does it sound?");
		expect(messages[1]!.content).not.toContain("ask this late");
		const system = messages[0]!.content;
		const own = system.slice(system.indexOf("The writer's own directions:"));
		expect(own.split("Dry, not cold.")).toHaveLength(2);
		expect(own).toContain("Guide > Tone:\n\n## Tone\n\nDry, not cold.\n\n### Deeper\n\nNever cute.");
		expect(own).toContain("No semicolons.");
		expect(own).toContain("Words of the whole.");
		for (const absent of ["Not this.", "Nor this.", "Model words", "hidden", "ai: mostly", "For me alone", "comment"])
			expect(own).not.toContain(absent);
		expect(own.split("Be brief.")).toHaveLength(2);
		expect(stage.errors).toEqual([]);
	});
});

describe("Spelling and grammar", () => {
	it("gives small changes, each adopted or left alone, and one record", async () => {
		const friend = await puppet();
		const draft =
			"# Draft\n\nQuand il pleut je reste. Elle ma dit que les lettre sont arrivé hier , et que tu na rien lu.\n";
		const stage = await stageOf({ vault: { "A.md": draft }, endpoint: friend.url, open: "A.md" });
		const { page } = stage;
		await select(stage, "Quand il pleut je reste. Elle ma dit que les lettre sont arrivé hier , et que tu na rien lu.");
		await run(stage, "objective-spelling-and-grammar");
		const call = await friend.next();
		const asked = call.body.messages[1]!.content;
		expect(asked).toContain('extent="the section around the passage"');
		expect(asked).toContain("Correct spelling, grammar, agreement and punctuation, and nothing else");
		expect(asked).toContain("Answer the question by small changes to the passage");
		call.say(
			rows("Quand il pleut, je reste. Elle m’a dit que les lettres sont arrivées hier, et que tu n’as rien lu."),
		);
		call.end();
		const list = page.locator(".expert-friend-changes");
		const seen: string[] = [];
		for (let n = 1; n <= 6; n++) {
			await list.getByText(`Change ${n} of 6`).waitFor();
			seen.push((await list.locator(".expert-friend-change dd").allInnerTexts()).join(" > "));
			if (n === 1) await page.screenshot({ path: "screenshots/spelling.png" });
			// The third is left as it is.
			await page.keyboard.press(n === 3 ? "Backspace" : "Enter");
		}
		// Each change stands in its sentence, a comma or a space too.
		expect(seen).toEqual([
			"Quand il pleut je reste. > Quand il pleut, je reste.",
			"Elle ma dit que les lettre sont… > Elle m’a dit que les lettre sont…",
			"Elle ma dit que les lettre sont arrivé hier , et que… > Elle ma dit que les lettres sont arrivé " +
				"hier , et que…",
			"…dit que les lettre sont arrivé hier , et que tu na rien… > …dit que les lettre sont arrivées hier , et " +
				"que tu na rien…",
			"…les lettre sont arrivé hier , et que tu na rien lu. > …les lettre sont arrivé hier, et que tu na rien lu.",
			"…arrivé hier , et que tu na rien lu. > …arrivé hier , et que tu n’as rien lu.",
		]);
		await expect
			.poll(() => stage.editorText())
			.toContain(
				"Quand il pleut, je reste. Elle m’a dit que les lettre sont arrivées hier, et que tu n’as rien " +
					"lu.\n\n> [!ai]- ",
			);
		const text = await stage.editorText();
		expect(text.match(/\[!ai\]/g)).toHaveLength(1);
	});

	it("says when nothing is to be changed; puts back what breaks a link, the rest each for its reason", async () => {
		const friend = await puppet();
		const wrong = 'He said "come here"! Then she go to [the shop](shop.md) and buyed milk. See [[Shop]].';
		const whole = `All is right here.\n\n${wrong}\n`;
		const stage = await stageOf({ vault: { "A.md": whole }, endpoint: friend.url, open: "A.md" });
		await select(stage, "All is right here.");
		await run(stage, "objective-spelling-and-grammar");
		const call = await friend.next();
		call.say("[]");
		call.end();
		await stage.page.getByText("Nothing better: your words stand.").waitFor();
		await expect.poll(() => stage.editorText()).toBe(whole);
		await stage.page.keyboard.press("Escape");
		await select(stage, wrong);
		await run(stage, "objective-spelling-and-grammar");
		const other = await friend.next();
		const gloss = { 'here!"': "the mark is hers", goes: "third person", bought: "an irregular past" };
		// A stand-in is lost: that link stays as it was.
		const text = 'He said "come here!" Then she goes to ⟦1⟧the shop⟦2⟧ and bought milk. See the shop.';
		other.say(`${JSON.stringify({ text, gloss })}\n`);
		other.end();
		const list = stage.page.locator(".expert-friend-changes");
		for (const [n, [words, why]] of Object.entries(gloss).entries()) {
			await list.getByText(`Change ${n + 1} of 3`).waitFor();
			await list.getByText(why).waitFor();
			await expect.poll(() => list.locator(".expert-friend-change dd").last().innerText()).toContain(words);
			await list.getByText("Left out the changes that break a link or another sign of the note").waitFor();
			if (n === 0) await stage.page.screenshot({ path: "screenshots/parts-put-back.png" });
			await stage.page.keyboard.press("Enter");
		}
		await expect
			.poll(() => stage.editorText())
			.toContain('He said "come here!" Then she goes to [the shop](shop.md) and bought milk. See [[Shop]].\n');
	});
});

describe("an objective that asks for a line", () => {
	it("waits for it in the menu's place, sends it with the question, and has it at hand the next time", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, open: "A.md" });
		const { page } = stage;
		const field = page.getByLabel("Seen from which angle?");
		await hasCommand(stage, "objective-overview");
		await select(stage, "Another line.");
		await run(stage, "consult");
		const numbered = page.getByRole("menuitem").filter({ has: page.locator(".expert-friend-key") });
		await expect
			.poll(async () => (await numbered.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim()))
			.toEqual([
				"Other words 1",
				"Is it clear? 2",
				"What could be better? 3",
				"What does it evoke? 4",
				"Where does the name come from? 5",
				"Spelling and grammar 6",
				"Second pass 7",
				"Ask… 8",
				"Compare models… 9",
			]);
		await page.screenshot({ path: "screenshots/menu-folded.png" });
		await page.keyboard.press("End");
		await page.keyboard.press("Enter");
		await page.getByRole("menuitem", { name: "What could go?" }).waitFor();
		await page.screenshot({ path: "screenshots/menu-more.png" });
		await page.getByRole("menuitem", { name: "Overview" }).press("Enter");
		await field.waitFor();
		// Nothing typed, nothing sent.
		expect(await page.getByRole("button", { name: "Ask", exact: true }).isDisabled()).toBe(true);
		await page.keyboard.press("Enter");
		await page.keyboard.type("a historian");
		await page.keyboard.press("Escape");
		// Back in the menu; what was typed is there again.
		await page.getByRole("menuitem", { name: "Is it clear?" }).waitFor();
		await page.keyboard.press("Escape");
		await run(stage, "objective-overview");
		await expect.poll(() => field.inputValue()).toBe("a historian");
		await page.screenshot({ path: "screenshots/ask-line.png" });
		await page.keyboard.press("End");
		await page.keyboard.type(" of private writing");
		await page.keyboard.press("Enter");
		const call = await friend.next();
		expect(call.body.messages[1]!.content).toContain("seen from this angle: a historian of private writing\n");
		call.say("Two positions.");
		call.end();
		await page.getByText("Overview: a historian of private writing", { exact: true }).waitFor();
		expect(friend.calls).toHaveLength(1);
		// Used lately: it fills the field, and sends nothing.
		await select(stage, "Another line.");
		await run(stage, "objective-overview");
		await expect.poll(() => field.inputValue()).toBe("");
		await page.getByRole("button", { name: "a historian of private writing" }).click();
		await expect.poll(() => field.inputValue()).toBe("a historian of private writing");
		await page.keyboard.press("Escape");
		await field.waitFor({ state: "detached" });
		expect(friend.calls).toHaveLength(1);
		expect(stage.errors).toEqual([]);
	});
});

describe("a folder that an older version made", () => {
	it("is left alone; what it lacks is offered, none ticked", async () => {
		const stage = await stageOf({
			vault: {
				"A.md": note,
				[`${folder}/Is it clear.md`]: "Is it clear to me?\n",
				[`${folder}/Mine.md`]: "---\ntitle: Overview\n---\nAn overview of my own?\n",
			},
			open: "A.md",
		});
		const { page } = stage;
		await hasCommand(stage, "objective-mine");
		await run(stage, "add-objectives");
		const boxes = page.locator(".modal input[type=checkbox]");
		await boxes.first().waitFor();
		const offered = await page.locator(".modal .expert-friend-line").allInnerTexts();
		expect(offered.join("\n")).toMatch(/Does it make sense\?/);
		expect(offered.join("\n")).not.toMatch(/Is it clear|^Overview/m);
		expect(await boxes.evaluateAll((all) => all.filter((box) => (box as HTMLInputElement).checked).length)).toBe(0);
		expect(await page.getByRole("button", { name: /^Add 0/ }).isDisabled()).toBe(true);
		await page.screenshot({ path: "screenshots/add-objectives.png" });
		await page.locator(".modal label", { hasText: "What could go?" }).click();
		await page.getByRole("button", { name: "Add 1 objective" }).click();
		await hasCommand(stage, "objective-what-could-go");
		const made = await page.evaluate(() =>
			window.app.vault
				.getMarkdownFiles()
				.map(({ path: at }) => at)
				.sort(),
		);
		expect(made.filter((at) => at.startsWith(folder))).toEqual(
			["Is it clear", "Mine", "What could go"].map((name) => `${folder}/${name}.md`),
		);
		await expect.poll(() => stage.readNote(`${folder}/Is it clear.md`)).toBe("Is it clear to me?\n");
		expect(stage.errors).toEqual([]);
	});
});

it("looks at the notes of its own folder, and at no other, when one of them changes", async () => {
	const friend = await puppet();
	const others = Array.from({ length: 300 }, (_, n) => [`Notes/${n % 7}/${n}.md`, note] as const);
	const stage = await stageOf({
		vault: {
			...Object.fromEntries(others),
			[`${folder}/Mine.md`]: "Is it mine?\n",
			[`${folder}/Deep/Er/Deepest.md`]: "Is it deep?\n",
		},
		endpoint: friend.url,
		open: "Notes/0/0.md",
	});
	await hasCommand(stage, "objective-deepest");
	await stage.page.evaluate(() => {
		const { vault } = window.app;
		const looked = new Set<string>();
		Object.assign(window, { looked });
		for (const file of vault.getMarkdownFiles()) {
			let { path: at } = file;
			const get = (): string => {
				if (new Error().stack?.includes("plugin:expert-friend") === true) looked.add(at);
				return at;
			};
			Object.defineProperty(file, "path", { configurable: true, get, set: (to: string) => (at = to) });
		}
	});
	await stage.writeNote(`${folder}/Other.md`, "Is it another's?\n");
	await hasCommand(stage, "objective-other");
	const looked = await stage.page.evaluate(() => [...(window as unknown as { looked: Set<string> }).looked]);
	expect(looked).toContain(`${folder}/Mine.md`);
	expect(looked.filter((at) => at.startsWith("Notes/") && at !== "Notes/0/0.md")).toEqual([]);
	expect(stage.errors).toEqual([]);
});
