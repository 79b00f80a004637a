import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { ask, cards, kept, more, told } from "./asking";
import { puppet, stageOf } from "./at-work";

const sentence = "The old tree by the wall bears fruit.";
const note = `${"A line about the garden, its walls and the trees in it.\n\n".repeat(400)}${sentence}\n`;

describe("an endpoint that refuses a turn for the rules, and reads a part only of what is sent", () => {
	it("answers all the same; the card says that a part was read, Details what was left out, each time", async () => {
		const friend = await puppet();
		const stage = await stageOf({
			vault: { "A.md": note },
			data: {
				endpoints: [{ id: "demo", preset: "custom", name: "Puppet", baseUrl: friend.url, secret: "" }],
				model: { endpoint: "demo", model: "puppet/one-20260101" },
			},
		});
		const card = cards(stage).last();
		await ask(stage, sentence);
		const refused = await friend.next();
		expect(refused.body.messages.map(({ role }) => role)).toEqual(["system", "user"]);
		refused.fail(400, { error: { message: "System role not supported" } });
		const answered = await friend.next();
		expect(answered.body.messages.map(({ role }) => role)).toEqual(["user"]);
		answered.say("Yes, it is.");
		answered.end({ prompt: 1024, completion: 4 });
		await card.getByText("Yes, it is.").waitFor();
		await expect.poll(() => told(card).innerText()).toMatch(/^Only a part was read: 1,024 tokens of about [\d,]+ /);
		await more(stage, card, en.margin.details);
		await expect.poll(() => stage.page.locator(".modal pre").innerText()).toContain("left out: system");
		await stage.page.keyboard.press("Escape");
		await ask(stage, sentence);
		const next = await friend.next();
		expect(next.body.messages.map(({ role }) => role)).toEqual(["user"]);
		next.say("Yes.");
		next.end();
		await expect.poll(async () => (await kept(stage)).map(({ status }) => status)).toEqual(["done", "done"]);
		// What the endpoint read is no measure of a tokenizer.
		await expect
			.poll(() => stage.page.evaluate(() => JSON.stringify(window.app.loadLocalStorage("expert-friend-measures"))))
			.not.toContain("0.2");
		await expect.poll(() => stage.readNote("A.md")).toBe(note);
	});
});
