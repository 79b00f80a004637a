// States of questions, answers and comparisons.
import { cardDone, closeModal, gone, press, push, question, run, select, wait } from "./steps.mjs";

export const states = [
	{
		name: "ask",
		async go(page, { note, sentence }) {
			await closeModal(page);
			await select(page, note, sentence);
			await run(page, "ask");
			await wait(page, ".modal textarea");
		},
	},
	{
		name: "sent",
		async go(page) {
			await page.locator(".modal textarea").fill("?");
			await page.locator(".modal .expert-friend-foot-sent").click();
			await wait(page, ".modal .expert-friend-sent");
		},
	},
	{
		name: "margin",
		async go(page, place) {
			await press(page, "Escape");
			await closeModal(page);
			await question(page, place, 1);
		},
	},
	{
		name: "margin-further",
		async go(page) {
			await push(page, "article.expert-friend-card .expert-friend-card-actions button:nth-child(3)");
			await page.locator(".expert-friend-card-form textarea").fill("…?");
			await press(page, "Enter");
			await cardDone(page, 2);
		},
	},
	{
		name: "margin-part",
		async go(page) {
			await push(page, "article.expert-friend-card .expert-friend-card-actions button:nth-child(2)");
			await wait(page, ".expert-friend-line input");
		},
	},
	{
		name: "compare-ask",
		async go(page, { note, sentence }) {
			await press(page, "Escape");
			await gone(page, ".expert-friend-line");
			await select(page, note, sentence);
			await run(page, "compare");
			await wait(page, ".modal .expert-friend-compare-models input");
		},
	},
	{
		name: "compare-blind",
		async go(page) {
			await push(page, ".modal .expert-friend-primary");
			await wait(page, ".expert-friend-column [data-key=prefer]", "attached");
			await page.waitForFunction(() => document.querySelector(".expert-friend-column-body").textContent !== "");
		},
	},
	{
		name: "compare-revealed",
		async go(page) {
			await page.locator(".expert-friend-compare").press("1");
			await press(page, "Enter");
			await wait(page, ".expert-friend-column [data-key=keepPart]", "attached");
		},
	},
	{
		name: "remarks",
		async go(page, { note, sentence, reading }) {
			await push(page, ".expert-friend-compare-foot [data-key=close]");
			await gone(page, ".expert-friend-compare");
			await select(page, note, sentence);
			await run(page, reading);
			await wait(page, ".expert-friend-remark");
			await page.waitForFunction(() => document.querySelectorAll(".expert-friend-remark").length >= 4);
			await page.waitForFunction(() => document.querySelector(".expert-friend-reading.is-active") === null);
		},
	},
	{
		name: "remarks-settled",
		async go(page) {
			const remark = page.locator(".expert-friend-remark").nth(1);
			await remark.locator(".expert-friend-tick").press("Space");
			await page.locator(".expert-friend-remark").first().focus();
		},
	},
	{
		name: "picker",
		async go(page, { note, sentence }) {
			await select(page, note, sentence);
			await run(page, "consult");
			await wait(page, ".expert-friend-menu");
			await page.locator(".expert-friend-foot button.is-main").click();
			await wait(page, ".prompt .suggestion-item");
		},
	},
	{
		name: "margin-failed",
		async go(page) {
			await page.locator(".prompt-input").fill("scripted/broke");
			await press(page, "Enter");
			await gone(page, ".prompt");
			await wait(page, ".expert-friend-menu");
			await press(page, "3");
			await cardDone(page, 3);
			await wait(page, ".expert-friend-alert");
		},
	},
];
