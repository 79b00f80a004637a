// The built plugin in WebKit, which Obsidian runs in on iPhones and iPads: what Chromium shows may not be seen there.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Builder, By, Key, until, type WebDriver, type WebElement } from "selenium-webdriver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { buildHost, buildPlugin, writeVault } from "../demo/server/build.mjs";
import { startServer } from "../demo/server/server.mjs";
import { rows } from "../e2e/at-work";
import { startPuppet, type Puppet } from "../e2e/puppet";
import type {} from "../host/page";
import { findWebKit, startWebKit } from "./webkit.mjs";

const sentence = "An old cat sleeps on the mat.";
const webKit = await findWebKit();
const patience = 30_000;

describe.skipIf(webKit === null)("in WebKit", () => {
	const cleanups: (() => unknown)[] = [];
	let driver: WebDriver;
	let friend: Puppet;
	let dir: string;
	let url: string;

	beforeAll(async () => {
		if (webKit === null) return;
		dir = await mkdtemp(path.join(os.tmpdir(), "expert-friend-webkit-"));
		cleanups.push(() => rm(dir, { recursive: true, force: true }));
		friend = await startPuppet();
		cleanups.push(() => friend.close());
		const at = (name: string): string => path.join(dir, name);
		const [running] = await Promise.all([startWebKit(webKit), buildHost(at("host")), buildPlugin(at("plugin"))]);
		cleanups.push(() => running.close());
		const data = {
			endpoints: [{ id: "demo", preset: "custom", name: "Scripted friend", baseUrl: friend.url, secret: "" }],
			model: { endpoint: "demo", model: "puppet/one-20260101" },
		};
		await writeVault(at("Vault"), {
			"A.md": `${sentence}\n`,
			"B.md": `${sentence}\n`,
			".obsidian/plugins/expert-friend/data.json": JSON.stringify(data),
		});
		const server = await startServer({ vaultDir: at("Vault"), hostDir: at("host"), pluginDir: at("plugin") });
		cleanups.push(() => server.close());
		url = server.url;
		const browser = { binary: webKit.browser, args: ["--automation"] };
		driver = await new Builder()
			.usingServer(running.url)
			.withCapabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": browser })
			.build();
		cleanups.push(() => driver.quit());
	}, 120_000);

	afterAll(async () => {
		for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
	});

	async function open(query: string): Promise<void> {
		await driver.get(`${url}?${query}`);
		await driver.wait(() => driver.executeScript<boolean>("return window.host?.ready === true"), patience);
		expect(await driver.executeScript("return window.host.failure")).toBe(null);
	}

	const one = (selector: string): Promise<WebElement> => driver.wait(until.elementLocated(By.css(selector)), patience);
	const gone = (selector: string): Promise<unknown> =>
		driver.wait(async () => (await driver.findElements(By.css(selector))).length === 0, patience);
	const press = (...keys: string[]): Promise<void> =>
		driver
			.actions()
			.sendKeys(...keys)
			.perform();
	const command = (id: string): Promise<unknown> =>
		driver.executeScript("window.app.commands.executeCommandById(arguments[0])", `expert-friend:${id}`);
	const select = (words: string): Promise<unknown> =>
		driver.executeScript(
			`const { editor } = window.app.workspace.getMostRecentLeaf().view;
			window.app.workspace.setActiveLeaf(window.app.workspace.getMostRecentLeaf(), { focus: true });
			const at = editor.getValue().indexOf(arguments[0]);
			editor.setSelection(editor.offsetToPos(at), editor.offsetToPos(at + arguments[0].length));
			editor.focus();`,
			words,
		);

	/** Whether the line under some words is seen: the picture of the page is another one without it. */
	async function isUnderlined(selector: string): Promise<boolean> {
		await one(selector);
		const styled = (rule: string): Promise<unknown> =>
			driver.executeScript(
				`document.getElementById("plain")?.remove();
				const style = document.createElement("style");
				style.id = "plain";
				style.textContent = arguments[0];
				document.head.append(style);`,
				rule,
			);
		// A cursor that blinks would be seen too.
		const still = "* { caret-color: transparent !important } .cm-cursorLayer { visibility: hidden }";
		await styled(still);
		const withLine = await driver.takeScreenshot();
		expect(await driver.takeScreenshot()).toBe(withLine);
		await styled(`${still} ${selector} { text-decoration-line: none !important; }`);
		const without = await driver.takeScreenshot();
		await styled("");
		return without !== withLine;
	}

	async function propose(): Promise<void> {
		await select("old");
		await command("other-words");
		const call = await friend.next();
		call.say(rows("A small cat sleeps on the mat."));
		call.end();
		await one("[role=option]");
	}

	it("does the main job by keys, and every mark is seen", async () => {
		await driver.manage().window().setRect({ width: 1280, height: 900, x: 0, y: 0 });
		await open("open=A.md");
		await propose();
		await driver.wait(until.elementLocated(By.css(".cm-content .expert-friend-picked")), patience);
		for (const mark of ["picked", "agreeing"])
			expect(await isUnderlined(`.cm-content .expert-friend-${mark}`), mark).toBe(true);
		await press(Key.ENTER);
		await gone("[role=listbox]");
		await press(Key.HOME);
		expect(await isUnderlined(".cm-content .expert-friend-adopted"), "adopted").toBe(true);
		await driver.executeAsyncScript("window.host.saveAll().then(arguments[0])");
		expect(await readFile(path.join(dir, "Vault/A.md"), "utf8")).toMatch(
			/^A small cat sleeps on the mat\.\n\n> \[!ai\]- /,
		);

		await select("mat");
		await driver.wait(
			() =>
				driver.executeScript<boolean>("return 'expert-friend:objective-is-it-clear' in window.app.commands.commands"),
			patience,
		);
		await command("objective-is-it-clear");
		const call = await friend.next();
		call.say("It is *clear*.");
		call.end();
		const keep = await driver.wait(
			until.elementLocated(By.xpath(`//article//button[.="${en.margin.keep}"]`)),
			patience,
		);
		await driver.wait(until.elementIsVisible(keep), patience);
		await keep.click();
		await gone("article.expert-friend-card");
		await driver.executeScript("window.app.setting.openTabById('expert-friend')");
		const rowsShown = await driver.findElements(By.css(".vertical-tab-content-container .setting-item"));
		expect(rowsShown.length).toBeGreaterThan(5);
		expect(await rowsShown[0]!.isDisplayed()).toBe(true);
	}, 120_000);

	it("shows the sheet of a phone within the screen, with its marks", async () => {
		await driver.manage().window().setRect({ width: 500, height: 900, x: 0, y: 0 });
		await open("open=B.md&mobile=1");
		await propose();
		await one(".expert-friend-words .expert-friend-sheet-adapted .expert-friend-picked");
		// Its pixels are looked at above: pictures of a page this narrow do not come from the driver.
		for (const mark of ["picked", "agreeing"])
			expect(
				await driver.executeScript(
					"return getComputedStyle(document.querySelector(arguments[0])).textDecorationLine",
					`.expert-friend-sheet-adapted .expert-friend-${mark}`,
				),
			).toBe("underline");
		const { top, bottom, left, right, height, width } = await driver.executeScript<Record<string, number>>(
			`const { top, bottom, left, right } = document.querySelector(".expert-friend-words").getBoundingClientRect();
			return { top, bottom, left, right, height: innerHeight, width: innerWidth };`,
		);
		expect(top).toBeGreaterThanOrEqual(0);
		expect(left).toBeGreaterThanOrEqual(0);
		expect(bottom).toBeLessThanOrEqual(height! + 1);
		expect(right).toBeLessThanOrEqual(width! + 1);
		await driver.executeScript("arguments[0].click()", await one(".expert-friend-words-foot .is-main"));
		await gone("[role=listbox]");
		await driver.executeAsyncScript("window.host.saveAll().then(arguments[0])");
		expect(await readFile(path.join(dir, "Vault/B.md"), "utf8")).toMatch(
			/^A small cat sleeps on the mat\.\n\n> \[!ai\]- /,
		);
	}, 120_000);
});
