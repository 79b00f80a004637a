import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { everyNth } from "../sampling";
import { isNoticed, otherModel, puppet, rows, run, select, shown, stageOf } from "./at-work";
import type { Stage } from "./stage";

const house = "Journal/Bretagne/La maison de Kerouzic.md";
const notebook = "Essays/On keeping a notebook.md";

const options = (stage: Stage): Promise<string[]> =>
	stage.page.getByRole("option").locator(".expert-friend-option-phrase").allInnerTexts();
const finished = (stage: Stage, more: string): Promise<void> =>
	stage.page.getByRole("button", { name: more, exact: true }).waitFor();
const status = (stage: Stage): Promise<string> => stage.page.locator(".expert-friend-words-note").innerText();
const closed = (stage: Stage): Promise<void> => stage.page.getByRole("listbox").waitFor({ state: "detached" });

const show = (stage: Stage, path: string): Promise<void> =>
	stage.page.evaluate(
		(name) => window.app.workspace.getLeaf(false).openFile(window.app.vault.getFileByPath(name)!),
		path,
	);

describe("other words, with the demo's friend", () => {
	it("agree with bâtiment on both sides", async () => {
		const stage = await stageOf({ lang: "fr", open: house });
		const before = await stage.editorText();
		await select(stage, "maison", "grande maison");
		await run(stage, "other-words");
		await finished(stage, "D’autres");
		await expect.poll(async () => (await options(stage))[0]).toContain("bâtiment");
		await stage.page.keyboard.press("Enter");
		await closed(stage);
		const after = await stage.editorText();
		expect(
			after.startsWith(
				before.slice(0, before.indexOf("La grande")) +
					"Le grand bâtiment blanc que j’ai acheté est beau. Elle se tient",
			),
		).toBe(true);
		expect(after).toContain("> **Avant\u00a0:** *La grande maison blanche* que j’ai *achetée* est *belle*.\n");
		expect(
			after
				.replace(/\n\n> \[!ai\][^]*?\n> `[^\n]*/, "")
				.replace(
					"Le grand bâtiment blanc que j’ai acheté est beau",
					"La grande maison blanche que j’ai achetée est belle",
				),
		).toBe(before);
	});

	it.each([
		{
			lang: "fr",
			note: house,
			word: "maison",
			within: "grande maison",
			own: "château",
			whole: "Le grand château blanc que j’ai acheté est beau.",
			yours: "château",
		},
		{
			lang: "en",
			note: notebook,
			word: "careful",
			within: "a careful",
			own: "avid",
			whole: "I have always been an avid reader",
			yours: "avid",
		},
	])("take the writer's own word, in $lang", async ({ lang, note, word, within, own, whole }) => {
		const stage = await stageOf({ lang, open: note });
		await select(stage, word, within);
		await run(stage, "other-words");
		await stage.page.getByRole("option").first().waitFor();
		await stage.page.keyboard.type(own);
		await expect.poll(async () => (await options(stage))[0]).toBe(own);
		await expect.poll(() => shown(stage)).toContain(own);
		await finished(stage, lang === "fr" ? "D’autres" : "More");
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => shown(stage)).toContain(whole);
		await stage.page.keyboard.press("Enter");
		await closed(stage);
		await expect.poll(() => stage.editorText()).toContain(whole);
	});

	it("give more, different ones; hold back what recasts until loosened; pass to the next model", async () => {
		const stage = await stageOf({ lang: "fr", open: house });
		await select(stage, "maison", "grande maison");
		await run(stage, "other-words");
		await finished(stage, "D’autres");
		const first = await options(stage);
		expect(first).toHaveLength(4);
		await expect.poll(() => status(stage)).toBe("1 refond la phrase");
		await stage.page.getByRole("button", { name: "D’autres", exact: true }).click();
		await expect.poll(async () => (await options(stage)).length).toBeGreaterThan(4);
		await finished(stage, "D’autres");
		const all = await options(stage);
		expect(all.slice(0, 4)).toEqual(first);
		expect(new Set(all).size).toBe(all.length);
		await stage.page.getByRole("button", { name: "Assouplir", exact: true }).click();
		await finished(stage, "D’autres");
		await expect.poll(async () => (await options(stage)).some((row) => row.includes("J’ai acheté"))).toBe(true);
		await otherModel(stage, "Scribe 2");
		await expect.poll(() => stage.page.locator(".expert-friend-words-who").innerText()).toContain("Scribe 2");
	});

	const places = [
		{
			what: "a table cell",
			lang: "fr",
			note: house,
			words: "clarté",
			within: "une clarté douce",
			becomes: "| Cuisine | une lueur douce le soir | changer la pierre d’évier |",
			record: /\| Grenier \| aucune \| tout \|\n\n> \[!ai\]- /,
		},
		{
			what: "a callout",
			lang: "fr",
			note: house,
			words: "phare",
			within: "Le phare",
			becomes: "> Le feu n’est visible que par vent d’est\u00a0; on l’entend avant de le voir.",
			record: /avant de le voir\.\n\n> \[!ai\]- /,
		},
		{
			what: "a link's words",
			lang: "fr",
			note: "Lectures/Le temps long.md",
			words: "marche",
			within: "|la marche]]",
			becomes: "[[Une marche au bord de l’Elorn|la promenade]] et #lenteur.",
			record: /#lenteur\.\n\n> \[!ai\]- /,
		},
		{
			what: "a callout, in English",
			lang: "en",
			note: "Garden/Apple trees.md",
			words: "ground",
			within: "The ground",
			becomes: "> The soil on the north side is soft after rain.",
			record: /after rain\.\n\n> \[!ai\]- /,
		},
		{
			what: "a table cell, in English",
			lang: "en",
			note: "Garden/Apple trees.md",
			words: "sulks",
			within: "sulks in",
			becomes: "| Ribston | 2019 | struggles in wet soil |",
			record: /\| a quiet success \|\n\n> \[!ai\]- /,
		},
	];

	it.each(["fr", "en"])("change nothing but the words, wherever these stand: %s", async (lang) => {
		const stage = await stageOf({ lang });
		for (const { what, note, words, within, becomes, record } of places.filter((one) => one.lang === lang)) {
			await show(stage, note);
			const before = await stage.editorText();
			await select(stage, words, within);
			await run(stage, "other-words");
			await stage.page.getByRole("option").first().waitFor();
			await stage.page.keyboard.press("Enter");
			await closed(stage);
			const after = await stage.editorText();
			expect(after, what).toContain(becomes);
			expect(after, what).toMatch(record);
			await stage.page.keyboard.press("ControlOrMeta+z");
			await expect.poll(() => stage.editorText(), { message: what }).toBe(before);
		}
	});

	const unspoken = [
		{ what: "frontmatter", words: "bretagne", within: "tags: [bretagne", says: "properties" },
		{ what: "a formula", note: "Maths/Small proofs.md", words: "n^2", within: "= n^2\n$$", says: "formula" },
		{ what: "code", note: "Maths/Small proofs.md", words: "reduce", within: "reduce(", says: "code" },
		{ what: "a comment", note: "Carnets/Écrire à la main.md", words: "Morlaix", within: "Morlaix %%", says: "comment" },
	];

	it("say that there is nothing to reword in what is no prose", async () => {
		const stage = await stageOf({ lang: "en" });
		for (const { note = house, words, within, says } of unspoken) {
			await show(stage, note);
			await select(stage, words, within);
			await run(stage, "other-words");
			await isNoticed(stage, says);
		}
		expect(stage.requests).toEqual([]);
	});

	it("come as small changes for a paragraph, each taken or left alone", async () => {
		const stage = await stageOf({ lang: "fr", open: "Lectures/Une marche au bord de l’Elorn.md" });
		const { page } = stage;
		const before = await stage.editorText();
		const paragraph = before.split("\n").find((line) => line.startsWith("La marée montait"))!;
		await select(stage, paragraph);
		await run(stage, "other-words");
		const card = page.getByRole("group", { name: /changements|passage/i });
		await page.getByRole("button", { name: /Adopter les 3|Tout adopter|les 3/ }).waitFor();
		await page.getByRole("button", { name: "Adopter", exact: true }).click();
		await page.getByRole("button", { name: "Passer", exact: true }).click();
		await page.getByRole("button", { name: "Adopter", exact: true }).click();
		await card.waitFor({ state: "detached" });
		const after = await stage.editorText();
		const now = after.split("\n").find((line) => line.startsWith("La marée montait"))!;
		expect(now).toBe(
			paragraph
				.replace("une politesse de visiteur", "une prudence de visiteur")
				.replace("l’un après l’autre comme", "un à un comme"),
		);
		expect(after.match(/> \[!ai\]/g)).toHaveLength(1);
		expect(after.match(/> \*\*Adopté/g)).toHaveLength(2);
		await page.keyboard.press("ControlOrMeta+z");
		await expect
			.poll(() => stage.editorText())
			.toContain(paragraph.replace("une politesse de visiteur", "une prudence de visiteur"));
		await page.keyboard.press("ControlOrMeta+z");
		await expect.poll(() => stage.editorText()).toBe(before);
	});

	it("can be all adopted at once, with their count said", async () => {
		const stage = await stageOf({ lang: "en", open: "Essays/The slow web.md" });
		const { page } = stage;
		const paragraph = (await stage.editorText()).split("\n").find((line) => line.startsWith("A page that is never"))!;
		await select(stage, paragraph);
		await run(stage, "other-words");
		const all = page.getByRole("button", { name: /all 3/i });
		await all.waitFor();
		const head = page.locator(".expert-friend-changes [role=status]").first();
		for (const [press, says] of [
			["Next", "Change 2 of 3"],
			["Next", "Change 3 of 3"],
			["Next", "Change 1 of 3"],
			["Previous", "Change 3 of 3"],
		] as const) {
			await page.getByRole("button", { name: press, exact: true }).click();
			await expect.poll(() => head.innerText()).toBe(says);
		}
		// Each side is read within its sentence, and the document is still the writer's.
		await expect
			.poll(() => page.locator(".expert-friend-change dd").allInnerTexts())
			.toEqual([
				expect.stringContaining("forgets you as soon as you have scrolled"),
				expect.stringContaining("forgets you the moment you have scrolled"),
			]);
		await expect.poll(() => stage.editorText()).toContain(paragraph);
		await all.click();
		await page.locator(".expert-friend-changes").waitFor({ state: "detached" });
		const now = (await stage.editorText()).split("\n").find((line) => line.startsWith("A page that is never"))!;
		expect(now).toBe(
			paragraph
				.replace("invites a second visit", "calls for a second visit")
				.replace("most of its charm", "much of its charm")
				.replace("as soon as you have", "the moment you have"),
		);
	});
});

describe("on a phone", () => {
	it.each(["consult", "other-words"])(
		"the sentence is scrolled out from under what %s opens, and stays where it is when there is room",
		async (command) => {
			const lines = Array.from(
				{ length: 30 },
				(_, n) => `Line ${n} of a note that is long enough to be scrolled.`,
			).join("\n\n");
			const stage = await stageOf({
				mobile: true,
				vault: { "A.md": `${lines}\n\nThe old tree by the wall bears fruit.\n\n${lines}\n` },
			});
			await select(stage, "tree");
			await stage.page.evaluate(() => {
				// The sentence at the lower edge, where the thumb is.
				const scroller = document.querySelector(".cm-scroller")!;
				const from = [...document.querySelectorAll(".cm-line")].find((line) =>
					line.textContent.startsWith("The old tree"),
				)!;
				scroller.scrollTop += from.getBoundingClientRect().bottom - scroller.getBoundingClientRect().bottom + 20;
			});
			const edges = (selector: string): Promise<{ top: number; bottom: number }> =>
				stage.page.evaluate((wanted) => {
					const element =
						wanted === ".cm-line"
							? [...document.querySelectorAll(wanted)].find((line) => line.textContent.startsWith("The old tree"))!
							: document.querySelector(wanted)!;
					const { top, bottom: lower } = element.getBoundingClientRect();
					return { top, bottom: lower };
				}, selector);
			await run(stage, command);
			await stage.page.locator(".expert-friend-popover").waitFor();
			await expect
				.poll(async () => (await edges(".cm-line")).bottom <= (await edges(".expert-friend-popover")).top)
				.toBe(true);
			await expect.poll(async () => (await edges(".cm-line")).top).toBeGreaterThan((await edges(".cm-scroller")).top);
			await stage.page.keyboard.press("Escape");
			const before = (await edges(".cm-line")).top;
			await run(stage, command);
			await stage.page.locator(".expert-friend-popover").waitFor();
			await stage.page.evaluate(
				() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
			);
			await expect.poll(async () => (await edges(".cm-line")).top).toBe(before);
		},
	);
});

describe("other words, with a friend that answers by hand", () => {
	const note = "A first line.\n\nThe old tree by the wall bears fruit.\n\nA last line.\n";

	it("show the first row at once while others still come, and what cannot be used only as a count", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, "tree");
		await run(stage, "other-words");
		const call = await friend.next();
		call.say('{"text": "The old oak by the wall bears fruit.", "glo');
		call.say('ss": "one kind"}\n{"text": "The old');
		await stage.page.getByRole("option").waitFor();
		await expect.poll(() => options(stage)).toHaveLength(1);
		call.say(
			' pear by the wall bears fruit."}\n{"text": "Le vieil arbre au pied du mur porte des fruits."}\n{"text": ' +
				'"The old plum by the wall bears fruit. And more!"}\n',
		);
		call.end();
		await finished(stage, "More");
		await expect.poll(() => options(stage)).toHaveLength(2);
		await expect.poll(() => status(stage)).toBe("2 unusable proposals left out");
		await expect.poll(() => stage.page.locator(".expert-friend-words").innerText()).not.toContain("vieil arbre");
	});

	it("tell three ends apart: nothing better, nothing that could be used, nothing that could be read", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const end = stage.page.locator(".expert-friend-outcome");
		const reply = stage.page.locator(".modal pre");
		const button = (name: string) =>
			stage.page.locator(".expert-friend-words").getByRole("button", { name, exact: true });
		const ask = async (text: string): Promise<void> => {
			await select(stage, "tree");
			await run(stage, "other-words");
			const call = await friend.next();
			call.say(text);
			call.end();
		};
		const leave = async (): Promise<void> => {
			await stage.page.keyboard.press("Escape");
			await closed(stage);
		};
		await ask("[]\n");
		await expect.poll(() => end.innerText()).toBe(en.words.nothingBetter);
		await expect.poll(() => button(en.words.more).isVisible()).toBe(true);
		await leave();

		await ask(
			rows("Le vieil arbre au pied du mur porte des fruits.", "The old plum by the wall bears fruit. And more!") +
				'{"text": "The old',
		);
		await expect.poll(() => end.locator("p").innerText()).toBe(en.words.unusable(3));
		await expect
			.poll(() => end.locator("li").allInnerTexts())
			.toEqual((["language", "outside", "unread"] as const).map((reason) => `1\n${en.words.reasons[reason](1)}`));
		await expect.poll(() => status(stage)).toBe("");
		await end.getByRole("button", { name: en.words.showThem }).press("Enter");
		await expect
			.poll(() => reply.allInnerTexts())
			.toEqual(["Le vieil arbre au pied du mur porte des fruits.", "The old plum by the wall bears fruit. And more!"]);
		await stage.page.keyboard.press("Escape");
		await reply.first().waitFor({ state: "detached" });
		await stage.page.locator(".expert-friend-words input").focus();
		await leave();

		const refusal = "I am sorry, but I can’t help with that.";
		await ask(refusal);
		await expect.poll(() => end.locator("p").first().innerText()).toBe(en.words.unread);
		await button(en.words.details).press("Enter");
		await expect.poll(() => reply.allInnerTexts()).toEqual([refusal]);
		await stage.page.keyboard.press("Escape");
		await reply.first().waitFor({ state: "detached" });
		// Asked again, it is read.
		await button(en.words.again).press("Enter");
		const again = await friend.next();
		again.say(rows("The old oak by the wall bears fruit."));
		again.end();
		await finished(stage, "More");
		await expect.poll(() => options(stage)).toHaveLength(1);
		await expect.poll(() => end.innerText()).toBe("");
		expect(await stage.editorText()).toBe(note);
	});

	it("that came alone stand in the list; the sentence is made to agree with one before it is adopted", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const button = (name: string) =>
			stage.page.locator(".expert-friend-words").getByRole("button", { name, exact: true });
		await select(stage, "tree");
		await run(stage, "other-words");
		const call = await friend.next();
		call.say("1. oaks\n2. elm\n3. pears\n");
		call.end();
		await finished(stage, "More");
		await expect.poll(() => options(stage)).toHaveLength(3);
		await expect.poll(() => shown(stage)).toContain("The old oaks by the wall");
		await expect
			.poll(() => stage.page.locator(".expert-friend-option-gloss").allInnerTexts())
			.toEqual([en.words.alone, "", en.words.alone]);
		await button(en.words.askAgreement).click();
		const agreed = await friend.next();
		expect(agreed.body.messages.map(({ content }) => content).join("\n")).toContain("oaks");
		agreed.say(rows("The old oaks by the wall bear fruit."));
		agreed.end();
		await expect.poll(() => shown(stage)).toContain("The old oaks by the wall bear fruit.");
		await expect.poll(() => options(stage)).toHaveLength(3);
		// In vain: it can be adopted as it stands.
		await stage.page.keyboard.press("3");
		await stage.page.keyboard.press("Enter");
		const vain = await friend.next();
		vain.say("pears");
		vain.end();
		await expect.poll(() => stage.page.locator(".expert-friend-problem").innerText()).toBe(en.words.aloneUnagreed);
		await button(en.words.adopt).waitFor();
		await stage.page.keyboard.press("1");
		await stage.page.keyboard.press("Enter");
		await closed(stage);
		await expect.poll(() => stage.editorText()).toContain("The old oaks by the wall bear fruit.");
		await expect.poll(() => stage.editorText()).toContain("> [!ai]");
	});

	it("are put right where only one way leads there, and say what was", async () => {
		const friend = await puppet();
		const stage = await stageOf({
			vault: { "A.md": "The **old** [[Garden|tree]] by the `wall` bears fruit.\n" },
			endpoint: friend.url,
		});
		const reply = stage.page.locator(".modal");
		await select(stage, "tree");
		await run(stage, "other-words");
		const call = await friend.next();
		call.say(rows("The old elm by the wall bears fruit.", "The **old** ⟦1⟧ash⟦2⟧ by the ⟦3⟧ bears fruit. — a tree"));
		call.end();
		await finished(stage, "More");
		await expect.poll(() => options(stage)).toHaveLength(2);
		await expect.poll(() => status(stage)).toBe(en.words.mended(2));
		await stage.page.getByRole("button", { name: en.words.see(2) }).click();
		await expect
			.poll(() => reply.locator("h3").allInnerTexts())
			.toEqual([`${en.words.mends.emphasis}; ${en.words.mends.signs}`, en.words.mends.remark]);
		await stage.page.keyboard.press("Escape");
		await reply.waitFor({ state: "detached" });
		await stage.page.locator(".expert-friend-words input").focus();
		await stage.page.keyboard.press("Enter");
		await closed(stage);
		await expect.poll(() => stage.editorText()).toContain("The **old** [[Garden|elm]] by the `wall` bears fruit.");
	});

	it("drop what turns out to have been the model thinking aloud", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, "tree");
		await run(stage, "other-words");
		const call = await friend.next();
		call.say('Perhaps so:\n{"text": "The old oak by the wall bears fruit.", "gloss": "one kind"}\n');
		await stage.page.getByRole("option").waitFor();
		call.say('No.\n</think>\n\n{"text": "The old pear by the wall bears fruit.", "gloss": "one kind"}\n');
		await stage.page.getByRole("option").getByText("pear").waitFor();
		call.end();
		await finished(stage, "More");
		const listed = await options(stage);
		expect(listed).toHaveLength(1);
		expect(JSON.stringify(listed)).not.toContain("oak");
	});

	const failing = [
		{
			what: "words",
			passage: "tree",
			answer: rows("The old oak by the wall bears fruit."),
			came: ".expert-friend-option-phrase b",
		},
		{
			what: "changes",
			passage: "The old tree by the wall bears fruit. It is near the gate.",
			answer: rows("The old tree by the wall gives fruit. It is near the gate."),
			came: ".expert-friend-change .expert-friend-picked",
		},
	];
	const two = "A first line.\n\nThe old tree by the wall bears fruit. It is near the gate.\n\nA last line.\n";

	it.each(failing)(
		"say what is known of a failure, and ask again or another model: $what",
		async ({ what, passage, answer, came }) => {
			const friend = await puppet();
			const stage = await stageOf({ vault: { "A.md": two }, endpoint: friend.url });
			const { page } = stage;
			await expect
				.poll(() => page.evaluate(() => window.app.loadLocalStorage("expert-friend-model-lists") !== null))
				.toBe(true);
			await select(stage, passage);
			await run(stage, "other-words");
			(await friend.next()).fail(500, { error: { message: "The basement is flooded." } });
			const list = page.locator(`.expert-friend-${what}`);
			const buttons = (): Promise<string[]> =>
				list.locator(`.expert-friend-${what}-actions button:visible`).allInnerTexts();
			await expect
				.poll(async () => (await buttons()).map((text) => text.replace(/\s*\$.*$/, "")))
				.toEqual(
					what === "words"
						? ["Try again", "Details", "Other models…"]
						: ["Try again", "Other models…", "Details", "Close"],
				);
			await list.getByRole("button", { name: "Details", exact: true }).click();
			const details = page.locator(".modal pre");
			await expect
				.poll(() => details.innerText())
				.toMatch(/kind: unavailable\nstatus: 500\nmodel: puppet\/one-20260101\n[^]*The basement is flooded\./);
			await page.getByRole("button", { name: "Copy for a bug report" }).click();
			await expect
				.poll(() => page.evaluate(() => navigator.clipboard.readText()))
				.toContain("The basement is flooded.");
			await page.keyboard.press("Escape");
			await details.waitFor({ state: "detached" });
			// By keyboard: the button goes, the keys stay in the list.
			await otherModel(stage, "Puppet two");
			const call = await friend.next();
			expect(call.body.model).toBe("puppet/two-20260202");
			await expect.poll(() => list.evaluate((element) => element.contains(document.activeElement))).toBe(true);
			await expect.poll(async () => (await buttons()).filter((label) => label !== "Close")).toEqual(["Cancel"]);
			call.say(answer);
			call.end();
			await list.locator(came).waitFor();
			await expect.poll(() => buttons()).not.toContain("Details");
			await page.keyboard.press("Enter");
			await list.waitFor({ state: "detached" });
			await expect.poll(() => stage.editorText()).toContain("puppet/two-20260202");
			expect(stage.errors.filter((error) => !error.includes("500"))).toEqual([]);
		},
	);

	it.each(failing)(
		"count down to the next try, which Esc calls off: $what",
		async ({ what, passage, answer, came }) => {
			const friend = await puppet();
			const stage = await stageOf({ vault: { "A.md": two }, endpoint: friend.url, alone: true });
			const { page } = stage;
			await page.clock.install();
			const problem = page.locator(`.expert-friend-${what} .expert-friend-problem`);
			const seconds = async (): Promise<number> => Number(/in (\d+)\ss/.exec(await problem.innerText())?.[1] ?? -1);
			await select(stage, passage);
			await run(stage, "other-words");
			(await friend.next()).fail(429, { error: { message: "Later." } }, { "retry-after": "40" });
			await expect.poll(seconds).toBeGreaterThan(30);
			await page.clock.fastForward(20_000);
			await expect.poll(seconds).toBeLessThan(21);
			await expect.poll(() => seconds()).toBeGreaterThan(0);
			await page.keyboard.press("Escape");
			await problem.waitFor({ state: "detached" });
			await page.clock.fastForward(60_000);
			await select(stage, passage);
			await run(stage, "other-words");
			const first = await friend.next();
			await expect.poll(() => friend.calls).toHaveLength(2);
			first.fail(503, { error: { message: "Later." } }, { "retry-after": "30" });
			await expect.poll(seconds).toBeGreaterThan(20);
			await page.clock.fastForward(31_000);
			const second = await friend.next();
			second.say(answer);
			await page.locator(came).waitFor();
			await expect.poll(() => problem.textContent()).toBe("");
			second.end();
			await page.getByRole("button", { name: "Cancel", exact: true }).waitFor({ state: "hidden" });
			await expect.poll(() => problem.textContent()).toBe("");
		},
	);

	it.each(everyNth(["fr", "en"], 2))("fit a phone, with a model whose name does not, in %s", async (lang) => {
		const friend = await puppet([`puppet/${"one".repeat(400)}`, "puppet/two", "puppet/three"]);
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, mobile: true, width: 360, lang });
		const { page } = stage;
		await expect
			.poll(() => page.evaluate(() => window.app.loadLocalStorage("expert-friend-model-lists") !== null))
			.toBe(true);
		const overflowing = (): Promise<string[]> =>
			page
				.locator(".expert-friend-popover :is(button, .expert-friend-end)")
				.evaluateAll((elements) =>
					elements
						.filter((element) => element.getBoundingClientRect().right > innerWidth)
						.map((element) => element.textContent ?? ""),
				);
		await select(stage, "tree");
		await run(stage, "consult");
		const cost = page.locator(".expert-friend-menu .expert-friend-foot-line .expert-friend-end");
		await expect.poll(async () => (await cost.boundingBox())!.height).toBeLessThan(30);
		await expect.poll(() => overflowing()).toEqual([]);
		await page.screenshot({ path: `screenshots/menu-long-name-${lang}.png` });
		await page.keyboard.press("Escape");
		await run(stage, "other-words");
		(await friend.next()).fail(500, { error: { message: "The basement is flooded." } });
		await page.getByRole("button", { name: /^(Details|Détails)$/ }).waitFor();
		await expect.poll(() => overflowing()).toEqual([]);
		await page.screenshot({ path: `screenshots/words-failed-${lang}.png` });
	});

	it(
		"are a sheet on a phone: the sentence is read in it, and no keyboard opens before the writer's own word is " +
			"touched",
		async () => {
			const friend = await puppet();
			const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, mobile: true });
			const { page } = stage;
			const sheet = page.locator(".expert-friend-words");
			const focus = (): Promise<string> => page.evaluate(() => document.activeElement?.className ?? "");
			await select(stage, "tree");
			await run(stage, "other-words");
			const call = await friend.next();
			await expect.poll(() => focus()).toContain("expert-friend-words");
			call.say(rows("The old oak by the wall bears fruit.", "The old ash by the wall bears fruit."));
			call.end();
			await sheet.getByRole("button", { name: "Cancel", exact: true }).waitFor({ state: "hidden" });
			await expect
				.poll(() => sheet.locator(".expert-friend-sheet-original").innerText())
				.toBe("The old tree by the wall bears fruit.");
			const adapted = sheet.locator(".expert-friend-sheet-adapted");
			const heights = [(await adapted.boundingBox())!.height];
			await sheet.getByRole("option").nth(1).tap();
			await expect.poll(() => adapted.innerText()).toBe("The old ash by the wall bears fruit.");
			await expect.poll(() => adapted.locator(".expert-friend-picked").innerText()).toBe("ash");
			heights.push((await adapted.boundingBox())!.height);
			expect(new Set(heights).size).toBe(1);
			await expect.poll(() => stage.editorText()).toBe(note);
			await expect.poll(() => focus()).toContain("expert-friend-words");
			// What is rarely wanted is one tap away.
			const more = sheet.getByRole("button", { name: "More", exact: true });
			await expect.poll(() => more.isVisible()).toBe(false);
			await sheet.getByRole("button", { name: "More actions" }).tap();
			await expect.poll(() => more.isVisible()).toBe(true);
			await sheet.getByRole("button", { name: "More actions" }).tap();
			const small = await sheet
				.locator("button:visible, input, [role=option]")
				.evaluateAll((elements) =>
					elements
						.filter((element) => element.getBoundingClientRect().height < 44)
						.map((element) => element.textContent),
				);
			expect(small).toEqual([]);
			await sheet.getByRole("combobox").tap();
			await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
			await sheet.getByRole("button", { name: "Adopt", exact: true }).tap();
			await sheet.waitFor({ state: "detached" });
			await expect.poll(() => stage.editorText()).toContain("The old ash by the wall bears fruit.");
			expect(stage.errors).toEqual([]);
		},
	);

	it("keep their buttons where they are when the last row has come", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const { page } = stage;
		await expect
			.poll(() => page.evaluate(() => window.app.loadLocalStorage("expert-friend-model-lists") !== null))
			.toBe(true);
		await select(stage, "tree");
		await run(stage, "other-words");
		const call = await friend.next();
		call.say(rows("The old oak by the wall bears fruit."));
		await page.getByRole("option").waitFor();
		const adopt = page.getByRole("button", { name: "Adopt", exact: true });
		const before = (await adopt.boundingBox())!.y;
		call.end();
		await page.getByRole("button", { name: "More", exact: true }).waitFor();
		await expect.poll(async () => (await adopt.boundingBox())!.y).toBe(before);
	});

	it("offer one way to ask again when nothing was better, and one when all failed", async () => {
		const friend = await puppet(["puppet/one-20260101"]);
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url, mobile: true });
		await select(stage, "tree");
		await run(stage, "other-words");
		const buttons = (): Promise<string[]> =>
			stage.page.locator(".expert-friend-words-actions button:visible").allInnerTexts();
		const call = await friend.next();
		call.say("[]");
		call.end();
		await expect.poll(buttons).toEqual(["More", "Loosen", "Other models…"]);
		await stage.page.getByRole("button", { name: "More", exact: true }).click();
		(await friend.next()).fail(500, {});
		await expect.poll(buttons).toEqual(["Try again", "Details", "Other models…"]);
		await stage.page.getByRole("button", { name: "Try again", exact: true }).click();
		await friend.next();
		await stage.page.getByRole("button", { name: "Cancel", exact: true }).click();
		await expect.poll(buttons).toEqual(["More", "Loosen", "Other models…"]);
		await expect.poll(() => stage.page.locator(".expert-friend-problem").textContent()).toBe("");
	});

	it("are put into the sentence as the writer changed it meanwhile, and refuse to guess in a conflict", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, "tree");
		await run(stage, "other-words");
		const call = await friend.next();
		call.say(rows("The old oak by the wall bears fruit.", "The old pear by the wall bears fruit."));
		call.end();
		await finished(stage, "More");
		const edit = (from: string, to: string): Promise<void> =>
			stage.page.evaluate(
				([a, b]) => {
					const { cm } = window.app.workspace.activeEditor!.editor;
					const at = cm.state.doc.toString().indexOf(a!);
					cm.dispatch({ changes: { from: at, to: at + a!.length, insert: b! } });
				},
				[from, to],
			);
		await edit("tree", "trees");
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => stage.page.locator(".expert-friend-problem").innerText()).toMatch(/changed/i);
		await expect.poll(() => stage.page.getByRole("option").count()).toBe(2);
		await edit("trees", "tree");
		await edit("bears fruit", "bears good fruit");
		await stage.page.keyboard.press("Enter");
		await closed(stage);
		await expect.poll(() => stage.editorText()).toContain("The old oak by the wall bears good fruit.");
	});

	it("leave the other pane's cursor alone, and are there too", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await stage.page.evaluate(() =>
			window.app.workspace.getLeaf("split").openFile(window.app.vault.getFileByPath("A.md")!),
		);
		await stage.page.evaluate(() => {
			const [left] = window.app.workspace.getLeavesOfType("markdown") as unknown as [
				{ view: { editor: { setCursor(line: number, ch: number): void } } },
			];
			left.view.editor.setCursor(4, 6);
		});
		await select(stage, "tree");
		await run(stage, "other-words");
		const call = await friend.next();
		call.say(rows("The old oak by the wall bears fruit."));
		call.end();
		await finished(stage, "More");
		await stage.page.keyboard.press("Enter");
		await closed(stage);
		const panes = await stage.page.evaluate(() =>
			(
				window.app.workspace.getLeavesOfType("markdown") as unknown as {
					view: {
						editor: { getValue(): string; getCursor(): { line: number; ch: number }; getLine(n: number): string };
					};
				}[]
			).map(({ view }) => ({
				text: view.editor.getValue(),
				line: view.editor.getLine(view.editor.getCursor().line),
				ch: view.editor.getCursor().ch,
			})),
		);
		expect(panes[0]!.text).toBe(panes[1]!.text);
		expect(panes[0]!.text).toContain("The old oak by the wall");
		expect([panes[0]!.line, panes[0]!.ch]).toEqual(["A last line.", 6]);
	});

	it("stop at each stage with Esc, ending the request", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, "tree");
		await run(stage, "other-words");
		const silent = await friend.next();
		await stage.page.keyboard.press("Escape");
		await closed(stage);
		await expect.poll(() => silent.aborted).toBe(true);
		await run(stage, "other-words");
		const halfway = await friend.next();
		halfway.say(rows("The old oak by the wall bears fruit."));
		await stage.page.getByRole("option").waitFor();
		await stage.page.keyboard.press("Escape");
		await closed(stage);
		await expect.poll(() => halfway.aborted).toBe(true);
		await expect.poll(() => stage.readNote("A.md")).toBe(note);
		await expect.poll(() => shown(stage)).toContain("The old tree by the wall");
		// What had come is there again, without another request.
		await run(stage, "other-words");
		await stage.page.getByRole("option").waitFor();
		await expect.poll(() => friend.calls).toHaveLength(2);
		await stage.page.keyboard.type("elm");
		await stage.page.keyboard.press("Escape");
		await closed(stage);
		await expect.poll(() => stage.readNote("A.md")).toBe(note);
		expect(stage.errors).toEqual([]);
	});

	it("keep a word that was picked earlier in the sentence", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await select(stage, "tree");
		await run(stage, "other-words");
		const first = await friend.next();
		first.say(rows("The old oak by the wall bears fruit."));
		first.end();
		await finished(stage, "More");
		await stage.page.keyboard.press("Enter");
		await closed(stage);
		await select(stage, "wall");
		await run(stage, "other-words");
		const second = await friend.next();
		expect(second.raw).toContain("<keep>\\noak\\n</keep>");
		second.say(rows("The old oak by the fence bears fruit.", "The old pear by the gate bears fruit."));
		second.end();
		await finished(stage, "More");
		await expect.poll(() => options(stage)).toHaveLength(1);
		await stage.page.keyboard.press("Escape");
		await select(stage, "oak", "old oak");
		await run(stage, "other-words");
		await expect.poll(async () => (await friend.next()).raw).not.toContain("<keep>");
	});

	it(
		"can be had of several models at once: what they agree on is one row that names them, and one that fails " +
			"leaves the others",
		async () => {
			const friend = await puppet();
			const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
			await expect
				.poll(() => stage.page.evaluate(() => Object.keys(localStorage).some((key) => key.includes("model-lists"))))
				.toBe(true);
			await select(stage, "tree");
			await run(stage, "other-words");
			const first = await friend.next();
			first.say(rows("The old oak by the wall bears fruit.", "The old pear by the wall bears fruit."));
			first.end();
			await otherModel(stage, "Both together");
			const second = await friend.next();
			expect(second.body.messages).toEqual(first.body.messages);
			second.fail(402, { error: { message: "No credit." } });
			const third = await friend.next();
			expect(new Set([first, second, third].map((call) => call.body.model)).size).toBe(3);
			third.say(rows("The old oak by the wall bears fruit.", "The old plum by the wall bears fruit."));
			third.end();
			await finished(stage, "More");
			await expect.poll(() => options(stage)).toHaveLength(3);
			const tags = stage.page.getByRole("option").locator(".expert-friend-tag");
			await expect
				.poll(async () => (await tags.allInnerTexts()).slice(0, 2))
				.toEqual(["Puppet one, Puppet three", "Puppet one"]);
			await stage.page.keyboard.press("3");
			await stage.page.keyboard.press("Enter");
			await closed(stage);
			await expect
				.poll(() => stage.editorText())
				.toMatch(/old plum[^]*> \[!ai\]- Puppet three [^]*`puppet\/three-20260303`/);
		},
	);
});
