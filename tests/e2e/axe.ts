import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { ours } from "./layout";

/** How bad a finding has to be. */
const counted = ["moderate", "serious", "critical"];

/** Lets a page be asked by axe-core. */
export async function bringAxe(page: Page): Promise<void> {
	const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
	await page.evaluate(source);
}

/** What axe-core's rules find amiss in our parts of a page as it is now: rule, how bad, the element. */
async function findings(page: Page, rules: "all" | "colours" = "all"): Promise<readonly string[]> {
	const only = rules === "colours" ? { runOnly: ["color-contrast", "link-in-text-block"] } : {};
	const found = await page.evaluate(
		async ([selector, chosen]) => {
			const modal = document.querySelector(".modal-container");
			const shown = [...document.querySelectorAll(selector)].filter(
				(element) => element.checkVisibility() && (modal === null || modal.contains(element)),
			);
			const { axe } = window as unknown as {
				readonly axe: { run(context: object, options: object): Promise<AxeResults> };
			};
			if (shown.length === 0) return [];
			const { violations } = await axe.run({ include: shown }, { resultTypes: ["violations"], ...chosen });
			return violations.flatMap(({ id, impact, nodes }) =>
				nodes.map(({ html, failureSummary: why }) => ({ id, impact, html, why })),
			);
		},
		[ours, only] as const,
	);
	return found
		.filter(({ impact }) => counted.includes(impact ?? ""))
		.map(({ id, impact, html, why }) => `${id} (${impact}): ${html.slice(0, 300)} ${why}`);
}

/** The same in a theme, which stays; one changes colours alone. */
export async function findingsIn(page: Page, theme: "dark" | "light"): Promise<readonly string[]> {
	await page.evaluate((wanted) => {
		document.body.classList.toggle("theme-dark", wanted === "dark");
		document.body.classList.toggle("theme-light", wanted === "light");
	}, theme);
	return findings(page, theme === "dark" ? "colours" : "all");
}
