import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { again, answered, ask, cards, kept, more, press, told } from "./asking";
import { hasCommand, isNoticed, noticed, puppet, run, select, stageOf } from "./at-work";
import type { Call, Puppet } from "./puppet";
import type { Stage } from "./stage";

const [first, second, third] = [
	"The first passage is here.",
	"The second passage is there.",
	"The third passage is nowhere.",
] as const;
const note = `# A note\n\n${first}\n\n${second}\n\n${third}\n`;
const body = (stage: Stage, nth = 0) => cards(stage).nth(nth).locator(".expert-friend-card-body");
/** What screen readers are told of the margin. */
const news = (stage: Stage) => stage.page.locator(".expert-friend-margin [role=status].expert-friend-told");
const hasKeys = (stage: Stage, nth: number): Promise<boolean> =>
	cards(stage)
		.nth(nth)
		.evaluate((card) => card === document.activeElement);
/** How often a notice has said this. */
const times = async (stage: Stage, text: string): Promise<number> =>
	(await noticed(stage)).filter((one) => one.includes(text)).length;
const settingsFor = (friend: Puppet, more: object = {}) => ({
	endpoints: [{ id: "e", preset: "custom", name: "Loopback", baseUrl: friend.url, secret: "" }],
	model: { endpoint: "e", model: "puppet/one-20260101" },
	...more,
});

async function three(): Promise<{ stage: Stage; friend: Puppet }> {
	const friend = await puppet();
	const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
	for (const [passage, answer] of [
		[first, "One."],
		[second, "Two."],
		[third, "Three."],
	] as const)
		await answered(stage, friend, passage, answer);
	return { stage, friend };
}

describe("with the keyboard", () => {
	it("answers are reached by commands, walked through, kept, and left for the note as it was", async () => {
		const { stage } = await three();
		await select(stage, "first");
		await run(stage, "next-answer");
		await expect.poll(() => hasKeys(stage, 0)).toBe(true);
		await stage.page.keyboard.press("ArrowDown");
		await expect.poll(() => hasKeys(stage, 1)).toBe(true);
		// Its passage stands out in the text.
		await expect.poll(() => stage.page.locator(".expert-friend-passage.is-focused").allInnerTexts()).toEqual([second]);
		await stage.page.keyboard.press("Escape");
		// The note has the keys again, its selection untouched.
		await expect
			.poll(() => stage.page.evaluate(() => window.app.workspace.activeEditor?.editor?.getSelection()))
			.toBe("first");
		await expect
			.poll(() => stage.page.locator(".cm-content").evaluate((content) => content === document.activeElement))
			.toBe(true);
		await run(stage, "next-answer");
		await expect.poll(() => hasKeys(stage, 2)).toBe(true);
		await run(stage, "next-answer");
		await expect.poll(() => hasKeys(stage, 0)).toBe(true);
		await run(stage, "previous-answer");
		await stage.page.keyboard.press("ArrowUp");
		// A card that goes leaves the keys to the one in its place; the last one to the note.
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => cards(stage).count()).toBe(2);
		await expect.poll(() => hasKeys(stage, 1)).toBe(true);
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => cards(stage).count()).toBe(1);
		await expect.poll(() => hasKeys(stage, 0)).toBe(true);
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => cards(stage).count()).toBe(0);
		await expect
			.poll(() => stage.page.locator(".cm-content").evaluate((content) => content === document.activeElement))
			.toBe(true);
		await expect.poll(async () => (await stage.editorText()).split("[!ai]")).toHaveLength(4);
		// With none left it says so, and the keys stay in the note.
		await run(stage, "next-answer");
		await isNoticed(stage, en.margin.noAnswer);
		await expect
			.poll(() => stage.page.locator(".cm-content").evaluate((content) => content === document.activeElement))
			.toBe(true);
	});

	it(
		"Esc stops what streams, and it alone, from any part of its card; Delete dismisses what streams, and Undo " +
			"brings what had come",
		async () => {
			const friend = await puppet();
			const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
			const calls: Call[] = [];
			for (const passage of [first, second]) {
				await ask(stage, passage);
				const call = await friend.next();
				call.say(`Half of ${calls.length + 1}.`);
				calls.push(call);
				await cards(stage).getByText(`Half of ${calls.length}.`).waitFor();
			}
			await cards(stage).nth(0).getByRole("button", { name: en.margin.cancel }).focus();
			await stage.page.keyboard.press("Escape");
			await expect.poll(() => calls.map(({ aborted }) => aborted)).toEqual([true, false]);
			await told(cards(stage).nth(0)).getByText(en.margin.cancelled).waitFor();
			// The button had the keys and is gone.
			await expect.poll(() => hasKeys(stage, 0)).toBe(true);
			await stage.page.keyboard.press("ArrowDown");
			await stage.page.keyboard.press("Delete");
			await expect.poll(() => calls[1]!.aborted).toBe(true);
			await expect.poll(() => cards(stage).count()).toBe(1);
			await stage.page.keyboard.press("Enter");
			await told(cards(stage).nth(1)).getByText(en.margin.cancelled).waitFor();
			await expect.poll(() => body(stage, 1).innerText()).toBe("Half of 2.");
			await cards(stage).nth(1).getByRole("button", { name: en.margin.keep, exact: true }).waitFor();
		},
	);

	it("a part is chosen, with paragraphs that stay apart, or let be with Esc", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await answered(stage, friend, second, "Alone.");
		const call = await ask(stage, first).then(() => friend.next());
		call.say("One.\n\nTwo.\n\nThree.");
		call.end();
		const card = cards(stage).filter({ hasText: "Three." });
		await press(card, en.margin.keepPart);
		await expect
			.poll(() => card.getByRole("checkbox").evaluateAll((boxes) => boxes[0] === document.activeElement))
			.toBe(true);
		await stage.page.keyboard.press("Escape");
		await expect
			.poll(() => card.locator(".expert-friend-card-body p").allInnerTexts())
			.toEqual(["One.", "Two.", "Three."]);
		await expect.poll(() => card.evaluate((element) => element === document.activeElement)).toBe(true);
		await press(card, en.margin.keepPart);
		await stage.page.keyboard.press("Space");
		await card.getByRole("checkbox", { name: "Three." }).check();
		await press(card, en.margin.keepSelected);
		await expect.poll(() => stage.editorText()).toContain("> One.\n>\n> Three.\n>\n> `");
	});
});

describe("an answer in French", () => {
	it("has its signs stay with their words as it is shown, and is kept and copied as it came", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const said = "Le mot « *juste* » est trop fort ici : pourquoi **celui-là** ?\n\n- Oui ; `a ? b : c` est du code !";
		await ask(stage, first);
		const call = await friend.next();
		call.say("Le mot");
		call.say(said.slice(6));
		call.end();
		await cards(stage).getByRole("button", { name: en.margin.keep, exact: true }).waitFor();
		const shown = (at: number): Promise<string> => body(stage, at).evaluate((place) => place.textContent);
		await expect
			.poll(() => shown(0))
			.toBe(
				"Le mot «\u00a0juste\u00a0» est trop fort ici\u00a0: pourquoi celui-là\u00a0?" +
					"Oui\u00a0; a ? b : c est du code\u00a0!",
			);
		await more(stage, cards(stage), en.margin.copy);
		await isNoticed(stage, en.margin.copied);
		const copied = await stage.page.evaluate(() => navigator.clipboard.readText());
		expect(copied).toContain("est trop fort ici : pourquoi");
		expect(copied).not.toContain("\u00a0");
		await press(cards(stage), en.margin.keep);
		await expect.poll(() => stage.readNote("A.md")).toContain("est trop fort ici : pourquoi **celui-là** ?");
		expect(await stage.readNote("A.md")).not.toContain("\u00a0");

		// Another language is shown as it came.
		const other = "The word is too strong here : why is that the one ?";
		await ask(stage, second);
		const next = await friend.next();
		next.say(other);
		next.end();
		await expect.poll(() => shown(0)).toBe(other);
	});
});

describe("a screen reader", () => {
	it("is told when an answer begins and ends, not every word and second", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await ask(stage, second);
		const call = await friend.next();
		await expect.poll(() => news(stage).textContent()).toBe(`Is it clear? ${en.margin.wasAsked("Puppet one")}`);
		call.say("It is ");
		await cards(stage).getByText("It is").waitFor();
		await expect.poll(() => cards(stage).getAttribute("aria-busy")).toBe("true");
		await expect.poll(() => cards(stage).locator("[aria-live], [role=status], [role=alert]").count()).toBe(0);
		call.say("clear.");
		call.end();
		await expect.poll(() => news(stage).textContent()).toBe(`Is it clear? ${en.margin.hasAnswered("Puppet one")}`);
		await expect.poll(() => cards(stage).getAttribute("aria-busy")).toBe("false");
		await ask(stage, first);
		(await friend.next()).fail(402, { error: { message: "No credit." } });
		await expect.poll(() => news(stage).textContent()).toBe(`Is it clear? ${en.failures.credit}`);
	});

	it("finds the margin, its cards and what each is about by name", async () => {
		const { stage } = await three();
		const margin = stage.page.getByRole("region", { name: en.margin.title });
		await expect.poll(() => margin.getByRole("article", { name: "Is it clear?, Puppet one" }).count()).toBe(3);
		await margin.getByRole("button", { name: en.margin.goTo(en.quoted(third)) }).press("Enter");
		await expect
			.poll(() => stage.page.evaluate(() => window.app.workspace.activeEditor?.editor?.getSelection()))
			.toBe(third);
	});
});

describe("as many as may run at once", () => {
	it("is kept to whatever asks, and what was typed is not lost", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, data: settingsFor(friend, { concurrent: 2 }) });
		await answered(stage, friend, first, "One.");
		await hasCommand(stage, "objective-is-it-clear");
		await select(stage, second);
		await stage.page.evaluate(() => {
			for (let n = 0; n < 4; n++) window.app.commands.executeCommandById("expert-friend:objective-is-it-clear");
		});
		await isNoticed(stage, en.refusals.busy(2));
		const calls = [await friend.next(), await friend.next()];
		await again(stage, cards(stage).nth(0));
		await more(stage, cards(stage).nth(0), en.margin.secondPass);
		await press(cards(stage).nth(0), en.margin.further);
		const field = stage.page.getByRole("textbox", { name: en.margin.furtherPlaceholder });
		await field.fill("Why?");
		await field.press("Enter");
		await expect.poll(() => times(stage, en.refusals.busy(2))).toBeGreaterThanOrEqual(5);
		await expect.poll(() => field.inputValue()).toBe("Why?");
		await expect.poll(() => friend.calls).toHaveLength(3);
		// One that is stopped makes room.
		await press(cards(stage).nth(1), en.margin.cancel);
		await field.press("Enter");
		await expect.poll(async () => (await friend.next()).body.messages.at(-1)!.content).toBe("Why?");
		await field.waitFor({ state: "detached" });
		await expect.poll(() => calls.map(({ aborted }) => aborted).sort()).toEqual([false, true]);
	});
});

describe("asking about the same passage again", () => {
	it("sends nothing of a note that has become private since", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, data: settingsFor(friend, { privateFolders: ["Secret"] }) });
		await answered(stage, friend, second, "An answer.");
		const all = async (): Promise<void> => {
			await again(stage, cards(stage));
			await more(stage, cards(stage), en.margin.secondPass);
			await press(cards(stage), en.margin.further);
			await stage.page.getByRole("textbox", { name: en.margin.furtherPlaceholder }).fill("Why?");
			await stage.page.keyboard.press("Enter");
		};
		await stage.page.evaluate(() =>
			window.app.workspace.activeEditor!.editor.replaceRange("---\nai: never\n---\n", { line: 0, ch: 0 }),
		);
		await all();
		await expect.poll(() => times(stage, en.refusals.private)).toBe(3);
		await stage.page.evaluate(async () => {
			(
				window.app.workspace.getLeavesOfType("markdown")[0]!.view as unknown as { editor: import("obsidian").Editor }
			).editor.undo();
			await window.app.vault.createFolder("Secret");
			await window.app.fileManager.renameFile(window.app.vault.getFileByPath("A.md")!, "Secret/A.md");
		});
		await all();
		await expect.poll(() => times(stage, en.refusals.privateFolder)).toBe(3);
		await expect.poll(() => friend.calls).toHaveLength(1);
		await expect.poll(() => body(stage).innerText()).toBe("An answer.");
	});

	it("can ask another model, and now what was to be tried later", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await answered(stage, friend, second, "An answer.");
		const choose = async (): Promise<void> => {
			await stage.page
				.locator(".prompt")
				.getByRole("option", { name: /Puppet two/ })
				.click();
		};
		await again(stage, cards(stage), en.margin.otherModel);
		await choose();
		const other = await friend.next();
		expect(other.body.model).toBe("puppet/two-20260202");
		other.fail(429, { error: { message: "Slow down." } }, { "retry-after": "50" });
		const waiting = cards(stage).filter({ hasText: en.margin.tryNow });
		await waiting.waitFor();
		await expect
			.poll(() => waiting.locator(".expert-friend-card-actions button").allInnerTexts())
			.toEqual([en.margin.tryNow, en.margin.otherModel, en.margin.cancel]);
		await press(waiting, en.margin.tryNow);
		const now = await friend.next();
		expect(now.raw).toBe(other.raw);
		now.say("Another answer.");
		now.end();
		await expect
			.poll(async () => (await cards(stage).locator(".expert-friend-card-body").allInnerTexts()).sort())
			.toEqual(["An answer.", "Another answer."]);
		await expect.poll(() => friend.calls).toHaveLength(3);
	});

	it("shows two readings side by side as long as both wait, and reads afresh after that", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await answered(stage, friend, second, "The word is vague.");
		await more(stage, cards(stage), en.margin.secondPass);
		const fresh = await friend.next();
		expect(fresh.raw).toBe(friend.calls[0]!.raw);
		fresh.say("The order is odd.");
		fresh.end();
		const reading = cards(stage).filter({ hasText: "The order is odd." });
		await more(stage, reading, en.margin.sideBySide);
		await expect
			.poll(() => stage.page.locator(".expert-friend-side mark").allInnerTexts())
			.toEqual(["The word is vague.", "The order is odd."]);
		await stage.page.keyboard.press("Escape");
		await press(cards(stage).filter({ hasText: "The word is vague." }), en.margin.dismiss);
		await press(cards(stage), en.margin.more);
		await expect
			.poll(() => stage.page.locator(".menu .menu-item").allInnerTexts())
			.toEqual([en.margin.secondPass, en.margin.copy, en.margin.sent]);
	});
});

describe("what a card tells while an answer comes", () => {
	it("are the seconds, the tokens and the cost so far, estimated", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await expect
			.poll(() => stage.page.evaluate(() => Object.keys(localStorage).some((key) => key.includes("model-lists"))))
			.toBe(true);
		await ask(stage, second);
		(await friend.next()).say("A word or two of it. ".repeat(20));
		await expect
			.poll(() => cards(stage).locator(".expert-friend-card-meta").innerText())
			.toMatch(/^\d+\u00a0s · about \d+ tokens · about \$0\.00\d+ so far$/);
	});

	it("is brought into view among many, and stays there as it grows, until the writer scrolls", async () => {
		const friend = await puppet();
		const words = Array.from({ length: 14 }, (_, n) => `Passage number ${n} stands here.`);
		const stage = await stageOf({ vault: { "A.md": `${words.join("\n\n")}\n` }, endpoint: friend.url });
		for (const passage of words) await answered(stage, friend, passage, `About ${passage}`);
		await ask(stage, words[9]!);
		const call = await friend.next();
		call.say("A new one.");
		const card = cards(stage).filter({ hasText: "A new one." });
		const isInView = (): Promise<boolean> =>
			card.evaluate((element) => {
				const [own, margin] = [element.getBoundingClientRect(), element.parentElement!.getBoundingClientRect()];
				return own.top >= margin.top && own.bottom <= margin.bottom;
			});
		await expect.poll(isInView).toBe(true);
		call.say("\n\nAnd more of it.".repeat(8));
		await expect.poll(() => card.locator("p").count()).toBe(9);
		await expect.poll(() => isInView()).toBe(true);
		await card.hover();
		await stage.page.mouse.wheel(0, -400);
		await expect.poll(isInView).toBe(false);
		call.say("\n\nThe last.");
		await card.getByText("The last.").waitFor();
		await expect.poll(() => isInView()).toBe(false);
		// The writer's keys stay where they are.
		await expect
			.poll(() => stage.page.locator(".cm-content").evaluate((content) => content === document.activeElement))
			.toBe(true);
	});
});

describe("the plugin", () => {
	it("can be loaded again while it makes its notes", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await stage.page.evaluate(async () => {
			for (let n = 0; n < 3; n++) {
				await window.app.plugins.disablePlugin("expert-friend");
				await window.app.plugins.enablePlugin("expert-friend");
			}
		});
		await answered(stage, friend, second, "An answer.");
		// What the browser says by itself when a file is there already.
		expect(stage.errors.filter((error) => !error.includes("409"))).toEqual([]);
	});
});

describe("what this device keeps", () => {
	it("being full stops no answer, and is told once", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await hasCommand(stage, "objective-is-it-clear");
		await stage.page.evaluate(() => {
			let filler = "x".repeat(1 << 20);
			for (let n = 0; filler.length > 0; n++) {
				try {
					localStorage.setItem(`filler-${n}`, filler);
				} catch {
					filler = filler.slice(0, filler.length >> 1);
				}
			}
		});
		const call = await ask(stage, second).then(() => friend.next());
		call.say("Half an answer");
		await cards(stage).getByText("Half an answer").waitFor();
		call.say(", and the other half.");
		call.end();
		await press(cards(stage), en.margin.keep);
		await expect.poll(() => stage.editorText()).toContain("> Half an answer, and the other half.");
		await expect.poll(() => times(stage, en.storageFull)).toBe(1);
		expect(stage.errors).toEqual([]);
	});

	it("being damaged costs neither the plugin nor the answers that can be read", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await answered(stage, friend, second, "An answer.");
		const [whole] = await kept(stage);
		for (const [stored, texts] of [
			["{no", []],
			[
				JSON.stringify([
					null,
					{ id: "bad" },
					{
						...whole,
						id: "b",
						text: "Half of it.",
						endpoint: null,
						anchor: 3,
						usage: "x",
						failure: [],
						status: "?",
						thread: {},
					},
					whole,
				]),
				["An answer.", "Half of it."],
			],
		] as const) {
			await stage.page.evaluate((text) => {
				const key = Object.keys(localStorage).find((name) => name.endsWith("expert-friend-consultations"))!;
				// What the page still saves when it closes must not hide the damage.
				window.addEventListener("unload", () => localStorage.setItem(key, text));
			}, stored);
			await stage.reload();
			await run(stage, "open-margin");
			await expect
				.poll(async () => (await cards(stage).locator(".expert-friend-card-body").allInnerTexts()).sort())
				.toEqual(texts);
		}
		expect(stage.errors).toEqual([]);
	});

	it("is no place for an answer: where there is no journal it is kept in the note", async () => {
		const friend = await puppet();
		const stage = await stageOf({
			vault: { "A.md": note },
			data: settingsFor(friend, { recordPlace: "journal", journal: false }),
		});
		await answered(stage, friend, second, "An answer.");
		await press(cards(stage), en.margin.keep);
		await expect
			.poll(() => stage.editorText())
			.toMatch(/The second passage is there\.\n\n> \[!ai\]- [^]*> An answer\./);
	});
});
