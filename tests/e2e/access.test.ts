import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { answered } from "./asking";
import { puppet, rows, run, select, stageOf } from "./at-work";

describe("for people who do not see the page, or see it otherwise", () => {
	it("a screen reader is told the main job: menu, list, the words that were adopted, answer", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": "The small cat sleeps.\n" }, endpoint: friend.url });
		const { page } = stage;
		const tree = (selector: string): Promise<string> => page.locator(selector).ariaSnapshot();
		await select(stage, "small");
		await run(stage, "consult");
		await page.locator(".expert-friend-menu").waitFor();
		expect(await tree(".expert-friend-menu")).toMatchInlineSnapshot(`
			"- menu "Consult your expert friend":
			  - menuitem "Other words"
			  - separator
			  - menuitem "Is it clear?"
			  - menuitem "What could be better?"
			  - menuitem "What does it evoke?"
			  - menuitem "Where does the name come from?"
			  - menuitem "Spelling and grammar"
			  - menuitem "Second pass"
			  - separator
			  - menuitem "Ask…"
			  - menuitem "Compare models…"
			  - separator
			  - menuitem "More"
			- button "Puppet one"
			- text: $0.00055 to $0.0024
			- button "Sends the whole note, 4 words""
		`);
		await page.keyboard.press("1");
		const call = await friend.next();
		call.say(rows("The little cat sleeps.", "The young cat sleeps."));
		call.end();
		await page.getByRole("button", { name: en.words.more, exact: true }).waitFor();
		await page.keyboard.press("ArrowDown");
		expect(await tree(".expert-friend-words")).toMatchInlineSnapshot(`
			"- group "Other words for small":
			  - text: Other words for small picked 1
			  - status: 2 proposals
			  - listbox "Other words":
			    - option "The little cat sleeps."
			    - option "The young cat sleeps." [selected]
			  - combobox "Your own word" [expanded]
			  - button "More"
			  - button "Loosen"
			  - button "Other models… $0.00055 to $0.0048"
			  - text: Puppet one So far $0.00042
			  - button "Keep mine"
			  - button "Adopt""
		`);
		await page.keyboard.press("Enter");
		await page.locator(".expert-friend-adopted").waitFor();
		await expect.poll(() => page.locator(".cm-announced").innerText()).toBe(en.words.adopted("young"));
		const keysIn = (): Promise<string> =>
			page.evaluate(() => (document.activeElement?.closest(".cm-content") == null ? "elsewhere" : "the note"));
		await expect.poll(keysIn).toBe("the note");
		await select(stage, "young");
		await run(stage, "adopted-words");
		const when = /Adopted on \w{3} \d+, \d{4}, \d+:\d{2}\s[AP]M/;
		await expect.poll(() => tree(".expert-friend-adopted-card")).toMatch(when);
		expect((await tree(".expert-friend-adopted-card")).replace(when, "Adopted on …")).toMatchInlineSnapshot(`
			"- dialog "Who proposed these words":
			  - text: "Puppet one · Other words You had written: small Adopted on …"
			  - button "My words again"
			  - button "Go to the record"
			  - button "Cite""
		`);
		await page.keyboard.press("Escape");
		await expect.poll(keysIn).toBe("the note");
		await answered(stage, friend, "The young cat sleeps.", "It is clear.");
		expect(await tree("[data-type=expert-friend-margin] .view-content")).toMatchInlineSnapshot(`
			"- region "Margin":
			  - text: 1 consultation in this note
			  - article "Is it clear?, Puppet one":
			    - text: Is it clear? Puppet one
			    - button "Go to the passage “The young cat sleeps.”": “The young cat sleeps.”
			    - paragraph: It is clear.
			    - text: 100 + 20 tokens · $0.00042 · about 0.02 g CO₂e (0.0008–0.09), judged by its price
			    - button "Keep"
			    - button "Keep a part"
			    - button "Ask further"
			    - button "Again…"
			    - button "More actions"
			    - button "Dismiss"
			  - status: Is it clear? Puppet one has answered."
		`);
	});
});
