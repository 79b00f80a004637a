import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { exploring } from "../sampling";
import { again, more } from "./asking";
import { hasCommand, move, noticed, otherModel, puppet, rows, run, select, stageOf } from "./at-work";
import type { Call, Puppet } from "./puppet";
import type { Stage } from "./stage";

const note = "The keeper lit the lamp.\n\nThe sea was dark that night.\n";
const isPrivate = "This note is private (property ai: never). Nothing was sent.";
const inPrivateFolder = "Notes of this folder are private. Nothing was sent.";

/** A view of a note, as far as it is typed in. */
interface Typed {
	readonly editor: { replaceRange(text: string, at: { line: number; ch: number }): void };
}

/** Ways in which a note becomes private: words typed and not saved yet, and its move to a folder of the settings. */
const ways = {
	"typing the property": (stage: Stage): Promise<void> =>
		stage.page.evaluate(() => {
			const leaf = window.app.workspace.getLeavesOfType("markdown")[0]!;
			(leaf.view as unknown as Typed).editor.replaceRange("---\nai: never\n---\n", { line: 0, ch: 0 });
		}),
	"moving it to a private folder": (stage: Stage): Promise<void> =>
		stage.page.evaluate(() =>
			window.app.fileManager.renameFile(window.app.vault.getFileByPath("A.md")!, "Secret/A.md"),
		),
} as const;

async function opened(
	more: object = {},
	options: { readonly alone?: boolean } = {},
): Promise<{ readonly stage: Stage; readonly friend: Puppet }> {
	const friend = await puppet();
	const data = {
		endpoints: [{ id: "e", preset: "custom", name: "Loopback", baseUrl: friend.url, secret: "" }],
		model: { endpoint: "e", model: "puppet/one-20260101" },
		privateFolders: ["secret/"],
	};
	const stage = await stageOf({
		vault: { "A.md": note, "Secret/B.md": "The letter says it all.\n", ...more },
		data,
		open: "A.md",
		...options,
	});
	await hasCommand(stage, "objective-second-pass");
	return { stage, friend };
}

/** Asks about some words, and is told to come back in a minute: on the page's own clock, which the test moves. */
async function toldToWait({ stage, friend }: Awaited<ReturnType<typeof opened>>, words: string): Promise<void> {
	await stage.page.clock.install();
	await select(stage, words);
	await run(stage, "objective-is-it-clear");
	(await friend.next()).fail(429, { error: { message: "Too many." } }, { "retry-after": "60" });
	await card(stage, en.margin.tryNow).waitFor();
}

/** Moves the clock on until the wait is over, and something was said. */
async function waited(stage: Stage): Promise<void> {
	await expect
		.poll(async () => {
			await stage.page.clock.fastForward(5_000);
			return card(stage, "Nothing was sent: the note is private now").count();
		})
		.toBe(1);
}

/** Types a text at the beginning of a line of a note, in another pane; it is not saved yet. */
function typeBeside(stage: Stage, path: string, text: string, line: number): Promise<void> {
	return stage.page.evaluate(
		async ([of, typed, at]) => {
			const { workspace, vault } = window.app;
			const leaf = workspace.getLeaf("split");
			await leaf.openFile(vault.getFileByPath(of)!, { active: false });
			(leaf.view as unknown as Typed).editor.replaceRange(typed, { line: at, ch: 0 });
		},
		[path, text, line] as const,
	);
}

/** Asks by an objective, whose answer is given here and waits, and for other words, whose list then stands open. */
async function twoAsked(stage: Stage, friend: Puppet, inQuestion: string, inList: string): Promise<Call> {
	await select(stage, "The sea was dark that night.");
	await run(stage, "objective-second-pass");
	const waits = await friend.next();
	expect(waits.raw).toContain(inQuestion);
	await select(stage, "lamp");
	await run(stage, "other-words");
	const call = await friend.next();
	expect(call.raw).toContain(inList);
	call.say(rows("The keeper lit the lantern."));
	call.end();
	await stage.page.getByRole("option", { name: /lantern/ }).waitFor();
	return waits;
}

const card = (stage: Stage, text: string) => stage.page.locator("article.expert-friend-card", { hasText: text });

describe("a private note", () => {
	it("is sent by no command, and each says so", async () => {
		const { stage, friend } = await opened({
			"C.md": "\ufeff---\nAI:\u00a0Never\n---\nThe secret sits here.\n",
			"D.md": "---\nai:never\n---\nThe diary of a year.\n",
		});
		const commands = (): Promise<string[]> =>
			stage.page.evaluate(() =>
				Object.keys(window.app.commands.commands).filter((id) =>
					/^expert-friend:(?:consult|other-words|ask|compare|objective-.+)$/.test(id),
				),
			);
		// Those of the objectives come once their notes are read.
		await expect.poll(commands).toHaveLength(16);
		const all = await commands();
		for (const [file, words, message] of [
			["C.md", "secret", isPrivate],
			["Secret/B.md", "letter", inPrivateFolder],
			["D.md", "diary", en.refusals.unclear],
		] as const) {
			await stage.page.evaluate(
				(path) => window.app.workspace.getLeaf(false).openFile(window.app.vault.getFileByPath(path)!),
				file,
			);
			await select(stage, words);
			for (const id of all) {
				const before = (await noticed(stage)).length;
				await run(stage, id.replace("expert-friend:", ""));
				await expect.poll(async () => (await noticed(stage)).slice(before)).toEqual([message]);
			}
			await expect.poll(() => stage.page.locator(".expert-friend-popover, .modal").count()).toBe(0);
		}
		await expect.poll(() => friend.calls).toEqual([]);
		await expect.poll(() => stage.requests).toEqual([]);
	});

	it("stays one where its folder is renamed, or moved with the folder around it", async () => {
		const { stage, friend } = await opened({ "Box/C.md": "Nothing.\n" });
		const { page } = stage;
		for (const [from, to] of [
			["Secret", "Hidden"],
			["Hidden", "Box/Hidden"],
			["Box", "Chest"],
		] as const) {
			await move(stage, from, to);
			await page.evaluate(() => {
				const { workspace, vault } = window.app;
				const note = vault.getMarkdownFiles().find(({ name }) => name === "B.md")!;
				return workspace.getLeaf(false).openFile(note);
			});
			await select(stage, "letter");
			const before = (await noticed(stage)).length;
			await run(stage, "objective-is-it-clear");
			await expect.poll(async () => (await noticed(stage)).slice(before)).toEqual([inPrivateFolder]);
		}
		expect(friend.calls).toEqual([]);
		// What was in the other folder is not private by that.
		await page.evaluate(() =>
			window.app.workspace.getLeaf(false).openFile(window.app.vault.getFileByPath("Chest/C.md")!),
		);
		await select(stage, "Nothing");
		await run(stage, "objective-is-it-clear");
		await friend.next();
	});

	it("is not what a note was when its menu, its question or its comparison was opened", async () => {
		for (const [way, become] of Object.entries(ways)) {
			const message = way.startsWith("typing") ? isPrivate : inPrivateFolder;
			const { stage, friend } = await opened();
			const { page } = stage;
			const refused = async (
				open: () => Promise<void>,
				send: () => Promise<void>,
				undo: () => Promise<void>,
			): Promise<void> => {
				await select(stage, "The sea was dark that night.");
				await open();
				await become(stage);
				const before = (await noticed(stage)).length;
				await send();
				await expect.poll(async () => (await noticed(stage)).slice(before), { message: way }).toEqual([message]);
				await page.keyboard.press("Escape");
				await undo();
			};
			const undo = (): Promise<void> =>
				page.evaluate(async () => {
					const moved = window.app.vault.getFileByPath("Secret/A.md");
					if (moved !== null) await window.app.fileManager.renameFile(moved, "A.md");
					else
						(
							window.app.workspace.getLeavesOfType("markdown")[0]!.view as unknown as { editor: { undo(): void } }
						).editor.undo();
				});
			for (const entry of ["Is it clear?", "Spelling and grammar"]) {
				await refused(
					async () => {
						await run(stage, "consult");
						await page.getByRole("menuitem", { name: entry }).waitFor();
					},
					() => page.getByRole("menuitem", { name: entry }).click(),
					undo,
				);
			}
			await refused(
				async () => {
					await run(stage, "ask");
					await page.getByRole("textbox", { name: "What would you like to know" }).fill("Whose night?");
				},
				() => page.getByRole("button", { name: "Ask", exact: true }).click(),
				undo,
			);
			await refused(
				async () => {
					await run(stage, "compare");
					await page.getByRole("button", { name: "Ask", exact: true }).waitFor();
				},
				() => page.getByRole("button", { name: "Ask", exact: true }).click(),
				undo,
			);
			await expect.poll(() => friend.calls).toEqual([]);
			// The question that was typed is not lost.
			await select(stage, "The sea was dark that night.");
			await run(stage, "ask");
			await page.locator(".expert-friend-recent").getByText("Whose night?").waitFor();
		}
	});

	it("is not asked about again, further or a second time, and the answer there stays", async () => {
		for (const [way, become] of Object.entries(ways)) {
			const message = way.startsWith("typing") ? isPrivate : inPrivateFolder;
			const { stage, friend } = await opened();
			const { page } = stage;
			await select(stage, "The sea was dark that night.");
			await run(stage, "objective-is-it-clear");
			const first = await friend.next();
			first.say("It is clear.");
			first.end();
			await card(stage, "It is clear.").getByRole("button", { name: "Keep", exact: true }).waitFor();
			await select(stage, "The keeper lit the lamp.");
			await run(stage, "objective-is-it-clear");
			(await friend.next()).fail(402, { error: { message: "No credit." } });
			await card(stage, "There is no credit left").waitFor();
			await become(stage);
			const refused = async (press: () => Promise<void>): Promise<void> => {
				const before = (await noticed(stage)).length;
				await press();
				await expect.poll(async () => (await noticed(stage)).slice(before), { message: way }).toEqual([message]);
			};
			const button = (text: string, name: string) => card(stage, text).getByRole("button", { name, exact: true });
			await refused(() => again(stage, card(stage, "It is clear.")));
			await refused(() => more(stage, card(stage, "It is clear."), "Second pass"));
			await button("It is clear.", "Ask further").press("Enter");
			const further = page.getByRole("textbox", { name: "Ask further about this passage" });
			await further.fill("Why is it?");
			await refused(() => further.press("Enter"));
			await expect.poll(() => further.inputValue()).toBe("Why is it?");
			await refused(() => button("There is no credit left", "Try now").press("Enter"));
			await refused(async () => {
				await button("There is no credit left", "Other model").press("Enter");
				await page.getByRole("option", { name: /two/ }).first().click();
			});
			await expect.poll(() => page.locator("article.expert-friend-card").count()).toBe(2);
			await expect.poll(() => friend.calls).toHaveLength(2);
		}
	});

	it("is not sent by a list that is open: not for more, an own word, another model, or once more", async () => {
		for (const become of Object.values(ways)) {
			const { stage, friend } = await opened();
			const { page } = stage;
			await select(stage, "dark");
			await run(stage, "other-words");
			const call = await friend.next();
			call.say(rows("The sea was black that night.", "The sea was dim that night."));
			call.end();
			await page.getByRole("option", { name: /black/ }).waitFor();
			await become(stage);
			const told = page.locator(".expert-friend-words").getByText("Nothing was sent: the note is private now");
			for (const name of ["More", "Loosen"]) {
				await page.locator(".expert-friend-words").getByRole("button", { name, exact: true }).press("Enter");
				await told.waitFor();
			}
			for (const row of ["Both together", "Puppet two"]) {
				await otherModel(stage, row);
				await told.waitFor();
			}
			await page.getByRole("combobox", { name: "Your own word" }).fill("inky");
			await page.keyboard.press("Enter");
			await told.waitFor();
			// What was there is still there to be adopted.
			await page.getByRole("combobox", { name: "Your own word" }).fill("");
			await page.getByRole("option", { name: /black/ }).waitFor();
			await expect.poll(() => friend.calls).toHaveLength(1);
		}
	});

	it("is not sent by a list whose first request failed", async () => {
		// Each list with each way: the one knows nothing of the other.
		for (const [index, passage] of ["dark", "The sea was dark that night."].entries()) {
			for (const become of exploring ? Object.values(ways) : [Object.values(ways)[index]!]) {
				const { stage, friend } = await opened();
				await select(stage, passage);
				await run(stage, "other-words");
				(await friend.next()).fail(402, { error: { message: "No credit." } });
				const again = stage.page
					.locator(".expert-friend-popover")
					.getByRole("button", { name: "Try again", exact: true });
				await again.waitFor();
				await become(stage);
				await again.press("Enter");
				await stage.page
					.locator(".expert-friend-popover")
					.getByText("Nothing was sent: the note is private now")
					.waitFor();
				await expect.poll(() => friend.calls).toHaveLength(1);
			}
		}
	});

	it("is not sent once more after a wait that the endpoint asked for", async () => {
		for (const become of Object.values(ways)) {
			const { stage, friend } = await opened({}, { alone: true });
			await toldToWait({ stage, friend }, "The sea was dark that night.");
			await become(stage);
			await waited(stage);
			await expect.poll(() => friend.calls).toHaveLength(1);
			await expect.poll(() => stage.requests).toHaveLength(1);
		}
	});

	it("is one that went away while the endpoint wanted a wait", async () => {
		const { stage, friend } = await opened({ "B.md": "The lamp went out at dawn.\n" }, { alone: true });
		await stage.page.evaluate(() =>
			window.app.workspace.getLeaf(false).openFile(window.app.vault.getFileByPath("B.md")!),
		);
		await toldToWait({ stage, friend }, "The lamp went out at dawn.");
		// As a sync program moves it: gone here, new there.
		await stage.removeNote("B.md");
		await stage.writeNote("Secret/B2.md", "The lamp went out at dawn.\n");
		await waited(stage);
		await expect.poll(() => friend.calls).toHaveLength(1);
	});

	it("goes along with no other: a style prompt's links to it lead nowhere", async () => {
		const { stage, friend } = await opened({
			"Secret/Voice.md": "Words of the folder.\n",
			"Mine.md": "---\nai: never\n---\nWords of my own.\n",
			"Guide.md": "# Tone\n\nWords of the guide.\n\n# Rest\n\nOther words of it.\n",
			"Long.md": "# One\n\nWords of the long note.\n",
			"Expert friend/Style.md": "Be brief. [[Voice]] ![[Mine]] [[Guide#Tone]] ![[Long#Gone heading]] [[Long#^gone]]\n",
			"Expert friend/Objectives/Second pass.md": "Read it again.\n",
		});
		const asked = async (): Promise<string> => {
			await select(stage, "The sea was dark that night.");
			await run(stage, "objective-second-pass");
			return (await friend.next()).raw;
		};
		const raw = await asked();
		expect(raw).toContain("Words of the guide.");
		for (const words of ["Words of the folder.", "Words of my own.", "Other words of it.", "Words of the long note."])
			expect(raw).not.toContain(words);
		// Each is told, and once.
		const told = [
			...["Voice", "Mine"].map((link) => en.styleLeftOut.private(link)),
			...["Long#Gone heading", "Long#^gone"].map((link) => en.styleLeftOut.section(link)),
		].sort();
		await expect.poll(async () => [...(await noticed(stage))].sort()).toEqual(told);
		await asked();
		await expect.poll(async () => [...(await noticed(stage))].sort()).toEqual(told);
	});

	it("goes along no more once it is one, saved or not: not with a list that is open, nor after a wait", async () => {
		const { stage, friend } = await opened({
			"Guide.md": "Words of the guide.\n",
			"Expert friend/Style.md": "Be brief. [[Guide]]\n",
			"Expert friend/Objectives/Second pass.md": "Read it again.\n",
		});
		const { page } = stage;
		const waits = await twoAsked(stage, friend, "Words of the guide.", "Words of the guide.");
		await typeBeside(stage, "Guide.md", "---\nai: never\n---\n", 0);
		await page.locator(".expert-friend-words").getByRole("button", { name: "More", exact: true }).press("Enter");
		const more = await friend.next();
		expect(more.raw).not.toContain("Words of the guide.");
		more.say(rows("The keeper lit the lantern."));
		more.end();
		await expect.poll(() => noticed(stage)).toEqual([en.styleLeftOut.private("Guide")]);
		waits.fail(429, { error: { message: "Too many." } }, { "retry-after": "1" });
		await card(stage, en.failures.sources).waitFor();
		// Asked anew it does without.
		await card(stage, en.failures.sources).getByRole("button", { name: "Try now", exact: true }).press("Enter");
		expect((await friend.next()).raw).not.toContain("Words of the guide.");
		await expect.poll(() => friend.calls).toHaveLength(4);
	});

	it("asks by no objective whose note is one by now, saved or not: not after a wait, nor again", async () => {
		const { stage, friend } = await opened({
			"Expert friend/Objectives/Second pass.md": "Read my secret question again.\n",
			"Expert friend/Objectives/Words.md": "---\nkind: words\n---\nFind my secret words.\n",
		});
		const { page } = stage;
		const waits = await twoAsked(stage, friend, "my secret question", "my secret words");
		// One in another pane, not saved yet; the other by another program.
		await typeBeside(stage, "Expert friend/Objectives/Words.md", "ai: never\n", 1);
		await stage.writeNote(
			"Expert friend/Objectives/Second pass.md",
			"---\nai: never\n---\nRead my secret question again.\n",
		);
		await page.locator(".expert-friend-words").getByRole("button", { name: "More", exact: true }).press("Enter");
		await expect.poll(() => page.locator(".expert-friend-problem").innerText()).toContain(en.failures.sources);
		waits.fail(429, { error: { message: "Too many." } }, { "retry-after": "1" });
		await card(stage, en.failures.sources).waitFor();
		await card(stage, en.failures.sources).getByRole("button", { name: "Try now", exact: true }).press("Enter");
		await card(stage, en.failures.sources).waitFor();
		// Chosen anew it says so at once.
		await page.keyboard.press("Escape");
		await select(stage, "The sea was dark that night.");
		await run(stage, "objective-second-pass");
		await expect.poll(() => noticed(stage)).toContainEqual(expect.stringContaining(en.problems.private()));
		expect(friend.calls).toHaveLength(2);
	});
});
