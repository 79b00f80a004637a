import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { ask, cards, kept, press } from "./asking";
import { puppet, stageOf } from "./at-work";
import type { Stage } from "./stage";

const note = "A first line.\n\nThe old tree by the wall bears fruit.\n";
const passage = "The old tree by the wall bears fruit.";
const length = 60_000;

const repeated = (piece: string): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Answers that never end the block they begin. */
const shapes = {
	"a paragraph": repeated("some more words of it, "),
	"a paragraph full of emphasis": repeated("*some* **more** `words` "),
	"a list within each item": repeated("- an item\n  - another\n    - a third\n"),
	"a quote": repeated("> some words\n> > of others\n"),
	"a fenced block": `\`\`\`\n${repeated("const more = words;\n")}`,
	"blocks, of which there are many": repeated("Some words.\n\n"),
};

/** What the page did: by how much each task made the answer longer, and all that was drawn, in characters. */
interface Drawn {
	most: number;
	all: number;
}

async function watch(stage: Stage): Promise<void> {
	await stage.page.evaluate(() => {
		const drawn: Drawn = { most: 0, all: 0 };
		let before = 0;
		new MutationObserver((changes) => {
			const body = document.querySelector(".expert-friend-card-body");
			if (body === null) return;
			const length = (body.textContent ?? "").length;
			drawn.most = Math.max(drawn.most, length - before);
			before = length;
			for (const { target, addedNodes } of changes)
				if (target === body) for (const node of addedNodes) drawn.all += (node.textContent ?? "").length;
		}).observe(document.body, { childList: true, subtree: true });
		(window as unknown as { drawn: Drawn }).drawn = drawn;
	});
}

/** A text without what only lays it out. */
const bare = (text: string): string => text.replace(/[\s*`>-]|js$/g, "");

/** Characters that one task may draw, however many have come: some parts. */
const atOnce = 20_000;

describe("an answer without end", () => {
	it.each(Object.entries(shapes))("is drawn a part at a time: %s", async (_what, answer) => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await watch(stage);
		await ask(stage, passage);
		const call = await friend.next();
		const piece = 500;
		for (let at = 0; at < answer.length; at += piece) call.say(answer.slice(at, at + piece));
		const body = cards(stage).locator(".expert-friend-card-body");
		await expect.poll(async () => bare((await body.textContent()) ?? "")).toBe(bare(answer));
		const drawn = await stage.page.evaluate(() => (window as unknown as { drawn: Drawn }).drawn);
		expect(drawn.most).toBeLessThan(atOnce);
		// Each piece draws no more anew than the end, which is bounded.
		expect(drawn.all / answer.length).toBeLessThan(12);
		await press(cards(stage).first(), en.margin.cancel);
		await expect.poll(() => call.aborted).toBe(true);
		await expect.poll(async () => (await kept(stage))[0]?.text).toBe(answer);
		expect(stage.errors).toEqual([]);
	});

	it("hears Cancel between two of its parts, ends the request and keeps what came", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await ask(stage, passage);
		const call = await friend.next();
		call.say("First words, ");
		await cards(stage).first().getByRole("button", { name: en.margin.cancel, exact: true }).waitFor();
		// It is pressed by a task of its own, which the drawing must let through: the answer is not drawn by then.
		await stage.page.evaluate(() => {
			const body = document.querySelector(".expert-friend-card-body")!;
			const seen = new MutationObserver(() => {
				if ((body.textContent ?? "").length < 1000) return;
				seen.disconnect();
				setTimeout(() => {
					const length = (body.textContent ?? "").length;
					(window as unknown as { length: number }).length = length;
					const card = document.querySelector("article.is-active");
					[...(card?.querySelectorAll("button") ?? [])].at(-1)?.click();
				});
			});
			seen.observe(body, { childList: true, subtree: true, characterData: true });
		});
		call.say(shapes["a paragraph"]);
		await expect.poll(() => call.aborted).toBe(true);
		expect(await stage.page.evaluate(() => (window as unknown as { length: number }).length)).toBeLessThan(length / 2);
		await expect.poll(async () => (await kept(stage))[0]?.status).toBe("cancelled");
		const { text } = (await kept(stage))[0]!;
		expect(`First words, ${shapes["a paragraph"]}`.startsWith(text)).toBe(true);
		expect(text.length).toBeGreaterThan(1000);
		const body = cards(stage).first().locator(".expert-friend-card-body");
		await expect.poll(async () => ((await body.textContent()) ?? "").length).toBeGreaterThan(text.length - 100);
	});
});
