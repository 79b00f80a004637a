import { describe, expect, it } from "vitest";
import { places, walk } from "../demo/states/states.mjs";
import { stageOf } from "./at-work";
import { bringAxe, findings } from "./axe";

describe("for people who do not see the page, or see it otherwise", () => {
	for (const mobile of [false, true])
		it(`axe-core finds nothing in any state, light and dark${mobile ? ", on a phone" : ""}`, async () => {
			const stage = await stageOf({ mobile });
			const { page } = stage;
			page.setDefaultTimeout(15_000);
			await bringAxe(page);
			const found = new Map<string, readonly string[]>();
			await walk(page, places.en, mobile, async (name) => {
				for (const theme of ["dark", "light"] as const) {
					await page.evaluate((wanted) => {
						document.body.classList.toggle("theme-dark", wanted === "dark");
						document.body.classList.toggle("theme-light", wanted === "light");
					}, theme);
					const amiss = await findings(page);
					if (amiss.length > 0) found.set(`${name}, ${theme}`, amiss);
				}
			});
			expect(Object.fromEntries(found)).toEqual({});
			expect(stage.errors.filter((error) => !/net::ERR_|status of 402/.test(error))).toEqual([]);
		});
});
