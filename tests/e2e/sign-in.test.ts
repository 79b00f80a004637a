import http from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { en, type InterfaceStrings } from "../../src/core/i18n/en";
import { fr } from "../../src/core/i18n/fr";
import { presets } from "../../src/core/endpoint/endpoint";
import { bind, filesOf, writeSettings } from "./asking";
import { isNoticed, noticed, stageOf } from "./at-work";
import type { Stage } from "./stage";

const secret = "expert-friend-openrouter";
const settingsFor = (baseUrl: string, change: object = {}): object => ({
	endpoints: [{ id: "openrouter", preset: "openrouter", name: "OpenRouter", baseUrl, secret, ...change }],
});

interface Watched {
	readonly stage: Stage;
	/** Bodies of the requests for a key that went out, in order. */
	readonly exchanges: readonly string[];
}

/**
 * A stage whose settings are open, with OpenRouter's place taken by `baseUrl`: the scripted friend on the page's
 * origin by default.
 */
async function signingIn({
	lang = "en",
	mobile = false,
	baseUrl,
	alone = false,
}: { lang?: "en" | "fr"; mobile?: boolean; baseUrl?: string; alone?: boolean } = {}): Promise<Watched> {
	const stage = await stageOf({
		alone,
		vault: { "A.md": "A line.\n" },
		lang,
		mobile,
		data: (origin: string) => settingsFor(baseUrl ?? `${origin}/v1`),
	});
	const exchanges: string[] = [];
	stage.page.on("request", (request) => {
		const asked = request.url().endsWith("/host/request")
			? (request.postDataJSON() as { url: string; body: string })
			: null;
		if (asked?.url.endsWith("/auth/keys")) exchanges.push(Buffer.from(asked.body, "base64").toString("utf8"));
	});
	await watchForKeys(stage);
	await openSettings(stage);
	return { stage, exchanges };
}

/** From now on, notes whether a key was ever shown. */
async function watchForKeys({ page }: Stage): Promise<void> {
	await page.evaluate(() => {
		const watched = window as unknown as { leaked: boolean };
		watched.leaked = false;
		const look = (): boolean =>
			document.documentElement.outerHTML.includes("sk-or-v1") ||
			[...document.querySelectorAll("input")].some(({ value }) => value.includes("sk-or-v1"));
		new MutationObserver(() => (watched.leaked ||= look())).observe(document, {
			subtree: true,
			childList: true,
			characterData: true,
			attributes: true,
		});
	});
}

async function openSettings(stage: Stage): Promise<void> {
	await stage.page.evaluate(() => void window.app.setting.openTabById("expert-friend"));
}

const button = (stage: Stage, name: string): ReturnType<Page["getByRole"]> =>
	stage.page.getByRole("button", { name, exact: true });
const problem = (stage: Stage): Promise<string> =>
	stage.page.locator(".expert-friend-sign-in [role=alert]").innerText();
const field = (stage: Stage, strings: InterfaceStrings = en): ReturnType<Page["getByLabel"]> =>
	stage.page.getByLabel(strings.settings.signIn.paste, { exact: true });
const keptKey = (stage: Stage): Promise<string | null> =>
	stage.page.evaluate((name) => window.app.secretStorage.getSecret(name), secret);
const waiting = (stage: Stage): Promise<{ readonly state: string; readonly verifier: string } | null> =>
	stage.page.evaluate(
		() => window.app.loadLocalStorage("expert-friend-sign-in") as { state: string; verifier: string } | null,
	);
/** Begins a sign-in; resolves once its dialog is there, with its state. */
async function begin(stage: Stage): Promise<string> {
	await button(stage, en.settings.signIn.button).click();
	await field(stage).waitFor();
	return (await waiting(stage))!.state;
}
const arrives = (stage: Stage, address: string): Promise<void> =>
	stage.page.evaluate((url) => void window.host.openProtocol(url), address);

/** Follows a button of the dialog to the page it opens, and presses one there. */
async function visit(stage: Stage, name: string, answer: string): Promise<Page> {
	const [page] = await Promise.all([stage.page.context().waitForEvent("page"), button(stage, name).click()]);
	await page.getByRole("button", { name: answer, exact: true }).click();
	await page.locator("h1", { hasNotText: "Allow" }).waitFor();
	return page;
}

/** A code made for somebody else's challenge. */
async function foreignCode(stage: Stage): Promise<string> {
	const query = new URLSearchParams({
		code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
		code_challenge_method: "S256",
	});
	const page = await fetch(`${stage.url}auth?${query.toString()}`, {
		method: "POST",
		body: new URLSearchParams({ answer: "allow" }),
	}).then((response) => response.text());
	return /<code id="code">([^<]+)</.exec(page)![1]!;
}

async function paste(stage: Stage, text: string, strings: InterfaceStrings = en): Promise<void> {
	await field(stage, strings).fill(text);
	await button(stage, strings.settings.signIn.connect).click();
}

/** The key is in the keychain, bound to the endpoint's origin, and nowhere else; of the sign-in nothing is left. */
async function expectKept({ stage, exchanges }: Watched): Promise<string> {
	const { page } = stage;
	const key = await keptKey(stage);
	expect(key).toMatch(/^sk-or-v1-[0-9a-f]{48}$/);
	await expect
		.poll(() => page.evaluate(() => window.app.loadLocalStorage("expert-friend-key-origins")))
		.toEqual({ [secret]: new URL(stage.url).origin });
	await expect.poll(() => waiting(stage)).toBeNull();
	const { code_verifier: verifier, code } = JSON.parse(exchanges.at(-1)!) as { code_verifier: string; code: string };
	expect(verifier).toMatch(/^[\w-]{43}$/);
	await expect.poll(() => page.evaluate(() => (window as unknown as { leaked: boolean }).leaked)).toBe(false);
	const places = new Map([...(await filesOf(stage))]);
	places.set("page", await page.evaluate(() => document.documentElement.outerHTML));
	places.set(
		"storage",
		(
			await page.evaluate(() =>
				Object.entries(window.localStorage)
					.filter(([name]) => !name.endsWith("-secrets"))
					.map(String),
			)
		).join("\n"),
	);
	places.set("console", [...stage.console, ...stage.errors].join("\n"));
	for (const [place, text] of places)
		for (const hidden of [key!.slice(0, 14), verifier, code]) expect(text, place).not.toContain(hidden);
	return key!;
}

async function expectNothingKept({ stage }: Watched): Promise<void> {
	await expect.poll(() => keptKey(stage)).toBeNull();
	await expect
		.poll(() => stage.page.evaluate(() => window.app.loadLocalStorage("expert-friend-key-origins")))
		.toBeNull();
}

describe("signing in to OpenRouter", () => {
	it("ends when the browser comes back: the key is kept, what it may spend said, a model can be chosen", async () => {
		const watched = await signingIn();
		const { stage, exchanges } = watched;
		const words = en.settings.signIn;
		await button(stage, words.button).click();
		// The first button has the keyboard: nothing opened by itself.
		await expect.poll(() => stage.page.evaluate(() => document.activeElement?.textContent)).toBe(words.open);
		const asked = await visit(stage, words.open, "Allow");
		await isNoticed(stage, words.done("OpenRouter"));
		await stage.page.getByText(en.settings.keySet).waitFor();
		await stage.page.locator("[role=status]", { hasText: "$3.20 of $5.00 left this month." }).waitFor();
		await expect.poll(() => stage.page.locator(".expert-friend-sign-in").count()).toBe(0);
		const key = await expectKept(watched);

		// The same address once more, as a browser that restores its pages opens it.
		await arrives(stage, await asked.locator("#address").innerText());
		await isNoticed(stage, words.notWaiting);
		expect(exchanges).toHaveLength(1);
		await expect.poll(() => keptKey(stage)).toBe(key);

		await button(stage, en.settings.chooseModel).click();
		await stage.page.getByText("Plume 1 (scripted)").first().click();
		await expect.poll(() => stage.page.getByLabel(en.settings.modelId).inputValue()).toBe("scripted/plume-1-20261001");
	});

	it("ends with a pasted code, on a phone and in French too", async () => {
		const watched = await signingIn({ lang: "fr", mobile: true });
		const { stage } = watched;
		const strings = fr.settings.signIn;
		await button(stage, strings.button).click();
		const page = await visit(stage, strings.showCode, "Allow");
		expect(new URL(page.url()).searchParams.has("callback_url")).toBe(false);
		await expect
			.poll(() => stage.page.locator(".expert-friend-sign-in [role=status]").innerText())
			.toBe(strings.waiting);
		await field(stage, fr).fill(`  ${await page.locator("#code").innerText()}\n`);
		await field(stage, fr).press("Enter");
		await isNoticed(stage, strings.done("OpenRouter"));
		await expect.poll(() => stage.page.getByText(/Il reste 3,20\s\$ sur 5,00\s\$ ce mois-ci/).count()).toBe(1);
		await expectKept(watched);
	});

	it("can be done in any browser: the address of the page with the code is copied", async () => {
		const watched = await signingIn();
		const { stage } = watched;
		await button(stage, en.settings.signIn.button).click();
		await button(stage, en.settings.signIn.copyAddress).click();
		await isNoticed(stage, en.settings.signIn.copied);
		const address = await stage.page.evaluate(() => navigator.clipboard.readText());
		const page = await fetch(address, { method: "POST", body: new URLSearchParams({ answer: "allow" }) }).then(
			(response) => response.text(),
		);
		await paste(stage, /<code id="code">([^<]+)</.exec(page)![1]!);
		await isNoticed(stage, en.settings.signIn.done("OpenRouter"));
		await expectKept(watched);
	});

	it("takes the address the browser came to, pasted whole", async () => {
		const watched = await signingIn();
		const { stage } = watched;
		const state = await begin(stage);
		const page = await visit(stage, en.settings.signIn.showCode, "Allow");
		const code = await page.locator("#code").innerText();
		await paste(stage, `obsidian://expert-friend-openrouter?state=another&code=${code}`);
		await expect.poll(() => problem(stage)).toBe(en.settings.signIn.problems.other);
		await paste(stage, `obsidian://expert-friend-openrouter?state=${state}&code=${code}`);
		await isNoticed(stage, en.settings.signIn.done("OpenRouter"));
		await expectKept(watched);
	});

	it("says what to do about a code that is no use, keeps what was pasted, and goes on from there", async () => {
		const watched = await signingIn();
		const { stage, exchanges } = watched;
		const words = en.settings.signIn;
		await button(stage, words.button).click();
		for (const [text, told] of [
			["two words", words.problems.none],
			["", words.problems.none],
			["sk-or-v1-0123456789", words.problems.key],
		] as const) {
			await paste(stage, text);
			await expect.poll(() => problem(stage)).toBe(told);
			expect(exchanges).toEqual([]);
			// A key pasted here by mistake is what the canary looks for.
			await field(stage).fill("");
			await stage.page.evaluate(() => void ((window as unknown as { leaked: boolean }).leaked = false));
		}
		await paste(stage, "auth_never-given");
		await expect.poll(() => problem(stage)).toBe(words.problems.refused);
		await expect.poll(() => field(stage).inputValue()).toBe("auth_never-given");

		const late = await visit(stage, words.showCode, "Allow, with a code that has expired");
		await paste(stage, await late.locator("#code").innerText());
		await expect.poll(() => problem(stage)).toBe(words.problems.expired);

		// By the browser too: the code it brought is left in the field.
		await visit(stage, words.open, "Allow, with a code that has expired");
		await expect.poll(() => problem(stage)).toBe(words.problems.expired);
		await expect.poll(() => field(stage).inputValue()).toMatch(/^auth_/);
		await visit(stage, words.open, "Do not allow");
		await expect.poll(() => problem(stage)).toBe(words.problems.denied);
		await expectNothingKept(watched);

		const good = await visit(stage, words.showCode, "Allow");
		await paste(stage, await good.locator("#code").innerText());
		await isNoticed(stage, words.done("OpenRouter"));
		await expectKept(watched);
	});

	it("refuses a code that was made for another's challenge", async () => {
		const watched = await signingIn();
		const { stage, exchanges } = watched;
		await button(stage, en.settings.signIn.button).click();
		const code = await foreignCode(stage);
		await paste(stage, code);
		await expect.poll(() => problem(stage)).toBe(en.settings.signIn.problems.refused);
		expect(exchanges).toHaveLength(1);
		await expectNothingKept(watched);
	});

	it("uses no code that comes by itself without a sign-in that waits, or for another", async () => {
		const watched = await signingIn();
		const { stage, exchanges } = watched;
		const words = en.settings.signIn;
		const code = await foreignCode(stage);
		await arrives(stage, `obsidian://expert-friend-openrouter?code=${code}&state=x`);
		await isNoticed(stage, words.notWaiting);
		await begin(stage);
		for (const more of ["", "&state=", "&state=another", "&state=another&error=access_denied"]) {
			await arrives(stage, `obsidian://expert-friend-openrouter?code=${code}${more}`);
			await expect.poll(() => problem(stage)).toBe(words.problems.other);
			await expect.poll(() => field(stage).inputValue()).toBe("");
			await paste(stage, "");
			await expect.poll(() => problem(stage)).toBe(words.problems.none);
		}
		expect(exchanges).toEqual([]);
		await expectNothingKept(watched);
	});

	it("is cancelled by Escape: a code that comes later is not used", async () => {
		const watched = await signingIn();
		const { stage, exchanges } = watched;
		const state = await begin(stage);
		const page = await visit(stage, en.settings.signIn.showCode, "Allow");
		const code = await page.locator("#code").innerText();
		await stage.page.bringToFront();
		await stage.page.keyboard.press("Escape");
		await expect.poll(() => stage.page.locator(".expert-friend-sign-in").count()).toBe(0);
		await expect.poll(() => stage.page.locator(".mod-settings").count()).toBe(1);
		await expect.poll(() => waiting(stage)).toBeNull();
		await arrives(stage, `obsidian://expert-friend-openrouter?state=${state}&code=${code}`);
		await isNoticed(stage, en.settings.signIn.notWaiting);
		// Nor in the next sign-in, which has a verifier of its own.
		await begin(stage);
		await arrives(stage, `obsidian://expert-friend-openrouter?state=${state}&code=${code}`);
		await expect.poll(() => problem(stage)).toBe(en.settings.signIn.problems.other);
		expect(exchanges).toEqual([]);
		await paste(stage, code);
		await expect.poll(() => problem(stage)).toBe(en.settings.signIn.problems.refused);
		await expectNothingKept(watched);
	});

	it("survives the app being ended while the browser is in front", async () => {
		for (const back of [true, false]) {
			const watched = await signingIn();
			const { stage } = watched;
			const words = en.settings.signIn;
			const state = await begin(stage);
			const page = await visit(stage, words.showCode, "Allow");
			const code = await page.locator("#code").innerText();
			await stage.reload();
			await watchForKeys(stage);
			if (back) await arrives(stage, `obsidian://expert-friend-openrouter?state=${state}&code=${code}`);
			else {
				await openSettings(stage);
				await button(stage, words.button).click();
				await paste(stage, code);
			}
			await isNoticed(stage, words.done("OpenRouter"));
			await expectKept(watched);
		}
	});

	it("waits no longer than an hour", async () => {
		const watched = await signingIn({ alone: true });
		const { stage, exchanges } = watched;
		await stage.page.clock.install();
		await button(stage, en.settings.signIn.button).click();
		const page = await visit(stage, en.settings.signIn.showCode, "Allow");
		await stage.page.clock.fastForward("01:00:01");
		await paste(stage, await page.locator("#code").innerText());
		await expect.poll(() => problem(stage)).toBe(en.settings.signIn.problems.late);
		await expect.poll(() => waiting(stage)).toBeNull();
		expect(exchanges).toEqual([]);
		await expectNothingKept(watched);
	});
});

interface Heard {
	readonly path: string;
	readonly authorization: string | undefined;
}

/** A server in OpenRouter's place whose answers about keys the test gives. */
async function place(): Promise<{
	readonly url: string;
	readonly seen: readonly Heard[];
	answer: (path: string, response: http.ServerResponse) => void;
}> {
	const seen: Heard[] = [];
	const made = {
		url: "",
		seen,
		answer: (_path: string, response: http.ServerResponse): void => void response.writeHead(404).end(),
	};
	const server = http.createServer((request, response) => {
		const path = request.url ?? "";
		seen.push({ path, authorization: request.headers.authorization });
		if (path === "/v1/models")
			return void response.writeHead(200, { "content-type": "application/json" }).end('{"data":[{"id":"one"}]}');
		request.resume().on("end", () => made.answer(path, response));
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close().closeAllConnections());
	made.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
	return made;
}

const json = (response: http.ServerResponse, status: number, body: unknown): void =>
	void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

describe("a sign-in whose answer is slow or strange", () => {
	it("shows that it connects, can be cancelled then, and keeps no key that comes after", async () => {
		const server = await place();
		const held: http.ServerResponse[] = [];
		server.answer = (_path, response) => void held.push(response);
		const watched = await signingIn({ baseUrl: server.url });
		const { stage } = watched;
		const words = en.settings.signIn;
		await button(stage, words.button).click();
		await paste(stage, "auth_code-1");
		await expect
			.poll(() => stage.page.locator(".expert-friend-sign-in [role=status]").innerText())
			.toBe(words.connecting);
		await expect.poll(() => button(stage, words.connect).isDisabled()).toBe(true);
		await expect.poll(() => held.length).toBe(1);
		await button(stage, words.cancel).click();
		await expect.poll(() => stage.page.locator(".expert-friend-sign-in").count()).toBe(0);
		const answered = stage.page.waitForResponse((response) => response.url().endsWith("/host/request"));
		json(held[0]!, 200, { key: "sk-or-v1-too-late" });
		await (await answered).finished();
		// A second sign-in of the same endpoint is not the one that was answered.
		await button(stage, words.button).click();
		await field(stage).waitFor();
		await expectNothingKept(watched);
		expect(await noticed(stage)).not.toContain(words.done("OpenRouter"));
	});

	it("says what came instead of a key, and connects again with the same code", async () => {
		const server = await place();
		const answers: ((response: http.ServerResponse) => void)[] = [
			(response) => void response.destroy(),
			(response) => json(response, 503, { error: { code: 503, message: "Busy with auth_code-1." } }),
			(response) =>
				void response.writeHead(200, { "content-type": "text/html" }).end("<html>Sign in to the café's network</html>"),
			(response) => json(response, 200, { key: "sk-or-v1-0123456789" }),
		];
		server.answer = (path, response) =>
			path === "/v1/auth/keys" ? answers.shift()!(response) : json(response, 500, {});
		const { stage } = await signingIn({ baseUrl: server.url });
		const words = en.settings.signIn;
		await button(stage, words.button).click();
		await paste(stage, "auth_code-1");
		await expect.poll(() => problem(stage)).toBe(words.problems.unreachable);
		for (const told of [words.problems.unavailable, words.problems.format]) {
			await button(stage, words.connect).click();
			await expect.poll(() => problem(stage)).toBe(told);
			await expect.poll(() => field(stage).inputValue()).toBe("auth_code-1");
		}
		await button(stage, words.connect).click();
		await isNoticed(stage, words.done("OpenRouter"));
		await expect.poll(() => keptKey(stage)).toBe("sk-or-v1-0123456789");
		await stage.page.getByText(en.settings.credit.unread).waitFor();
	});

	it("sends neither code nor verifier anywhere else when the address changes meanwhile", async () => {
		const [first, second] = [await place(), await place()];
		const watched = await signingIn({ baseUrl: first.url });
		const { stage, exchanges } = watched;
		await button(stage, en.settings.signIn.button).click();
		await writeSettings(stage, settingsFor(second.url));
		await expect
			.poll(async () => {
				await paste(stage, "auth_code-1");
				return problem(stage);
			})
			.toBe(en.settings.signIn.problems.changed);
		expect(second.seen).toEqual([]);
		const { length } = exchanges;
		await paste(stage, "auth_code-2");
		await expect.poll(() => problem(stage)).toBe(en.settings.signIn.problems.changed);
		expect(exchanges).toHaveLength(length);
		await expectNothingKept(watched);
	});
});

describe("what a key may still spend", () => {
	const key = "sk-or-v1-canary-0123456789";
	const asksForKey = ({ path }: Heard): boolean => path === "/v1/key";

	it("is asked of the place the key was entered for, and of no other that the settings come to name", async () => {
		const [first, second] = [await place(), await place()];
		for (const server of [first, second])
			server.answer = (_path, response) => json(response, 200, { data: { limit: null, usage: 0.5 } });
		const { stage } = await signingIn({ baseUrl: first.url });
		await stage.page.evaluate(([name, value]) => window.app.secretStorage.setSecret(name!, value!), [secret, key]);
		await bind(stage, { [secret]: new URL(first.url).origin });
		const reopen = async (): Promise<void> => {
			await stage.page.keyboard.press("Escape");
			await openSettings(stage);
		};
		await reopen();
		await stage.page.getByText(en.settings.credit.noLimit("$0.50")).waitFor();
		// Once for each time the row is drawn.
		expect(new Set(first.seen.filter(asksForKey).map(({ authorization }) => authorization))).toEqual(
			new Set([`Bearer ${key}`]),
		);

		await writeSettings(stage, settingsFor(second.url));
		const moved = stage.page.getByText(en.settings.keyMoved(new URL(first.url).origin, new URL(second.url).origin));
		await expect
			.poll(async () => {
				await reopen();
				return moved.count();
			})
			.toBe(1);
		await expect.poll(() => stage.page.getByText(en.settings.credit.reading).count()).toBe(0);

		expect(second.seen.filter(({ authorization }) => authorization !== undefined)).toEqual([]);

		// Where another's name stands, not even a key that may be sent is asked about.
		await writeSettings(stage, settingsFor(second.url, { preset: "custom", name: "Other" }));
		await expect
			.poll(async () => {
				await reopen();
				return stage.page.getByText("Other", { exact: true }).count();
			})
			.toBe(1);
		await button(stage, en.settings.confirmKey(new URL(second.url).origin)).click();
		await stage.page.getByText(en.settings.keySet).waitFor();
		await expect.poll(() => button(stage, en.settings.signIn.button).count()).toBe(0);
		await button(stage, en.settings.test).click();
		await expect.poll(() => second.seen.some(({ authorization }) => authorization !== undefined)).toBe(true);
		expect(second.seen.filter(asksForKey)).toEqual([]);
	});

	it("is said to be unknown when the key is refused", async () => {
		const server = await place();
		server.answer = (_path, response) =>
			json(response, 401, { error: { code: 401, message: `User of ${key} not found.` } });
		const { stage } = await signingIn({ baseUrl: server.url });
		await stage.page.getByLabel(en.settings.key, { exact: true }).fill(key);
		await stage.page.getByLabel(en.settings.key, { exact: true }).press("Tab");
		await stage.page.locator("[role=status]", { hasText: en.settings.credit.refused }).waitFor();
		await expect.poll(() => stage.page.evaluate(() => document.documentElement.outerHTML)).not.toContain("canary");
	});
});

describe("an endpoint without a key", () => {
	it("leads to the page where its maker gives one, while its address is that maker's", async () => {
		const stage = await stageOf({ vault: { "A.md": "A line.\n" }, data: {} });
		const { name, baseUrl, keyPage } = presets.openrouter;
		await writeSettings(stage, {
			endpoints: [
				{ id: "openrouter", preset: "openrouter", name, baseUrl, secret },
				{
					id: "mistral",
					preset: "mistral",
					name: "Mistral",
					baseUrl: "https://gateway.example/v1",
					secret: "expert-friend-mistral",
				},
			],
		});
		const links = stage.page.getByRole("link", { name: en.settings.getKey, exact: true });
		await expect
			.poll(async () => {
				await stage.page.keyboard.press("Escape");
				await openSettings(stage);
				return links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
			})
			.toEqual([keyPage]);
		await expect.poll(() => button(stage, en.settings.signIn.button).count()).toBe(1);

		const address = stage.page.getByLabel(en.settings.address, { exact: true }).first();
		await address.fill("https://openrouter.example/api/v1");
		await address.press("Tab");
		await expect.poll(() => button(stage, en.settings.signIn.button).count()).toBe(0);
	});
});
