import http from "node:http";
import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { ask, bind, cards, press, told, writeSettings } from "./asking";
import { puppet, stageOf } from "./at-work";
import type { Puppet } from "./puppet";
import type { Stage } from "./stage";

const note = "A first line.\n\nThe old tree by the wall bears fruit.\n\nA last line.\n";
const sentence = "The old tree by the wall bears fruit.";
const secret = "expert-friend-demo";
const key = "sk-canary-1234567890abcdef";

const settingsFor = (baseUrl: string, change: object = {}): object => ({
	endpoints: [{ id: "demo", preset: "custom", name: "Demo", baseUrl, secret, ...change }],
	model: { endpoint: "demo", model: "puppet/one-20260101" },
});

async function openSettings(stage: Stage): Promise<void> {
	await stage.page.evaluate(() => void window.app.setting.openTabById("expert-friend"));
}

async function closeSettings(stage: Stage): Promise<void> {
	await stage.page.keyboard.press("Escape");
	await stage.page.locator(".mod-settings").waitFor({ state: "detached" });
}

/** Waits until the plugin shows this address in its settings. */
async function shows(stage: Stage, address: string): Promise<void> {
	await expect
		.poll(async () => {
			await openSettings(stage);
			const shown = await stage.page.getByLabel(en.settings.address, { exact: true }).inputValue();
			if (shown !== address) await closeSettings(stage);
			return shown;
		})
		.toBe(address);
}

/** Enters a key as a writer does, for the first endpoint. */
async function enterKey(stage: Stage, value: string): Promise<void> {
	const field = stage.page.getByLabel(en.settings.key, { exact: true });
	await field.fill(value);
	await field.press("Tab");
}

async function answerNext(friend: Puppet): Promise<string | undefined> {
	const call = await friend.next();
	call.say("Yes.");
	call.end();
	return call.headers.authorization;
}

/** A server that notes every request it gets and answers none with more than an empty list. */
async function listener(): Promise<{
	readonly url: string;
	readonly seen: readonly http.IncomingHttpHeaders[];
	close(): void;
}> {
	const seen: http.IncomingHttpHeaders[] = [];
	const server = http.createServer((request, response) => {
		seen.push(request.headers);
		response
			.writeHead(200, {
				"access-control-allow-origin": "*",
				"access-control-allow-headers": "*",
				"content-type": "application/json",
			})
			.end('{"data":[]}');
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as { port: number }).port}/v1`,
		seen,
		close: () => void server.close(),
	};
}

describe("a key entered for one server", () => {
	it("goes to no other when the address is changed on disk, until the writer says so", async () => {
		const [first, second] = [await puppet(), await puppet()];
		const stage = await stageOf({ vault: { "A.md": note }, data: settingsFor(first.url) });
		await openSettings(stage);
		await enterKey(stage, key);
		await closeSettings(stage);
		await ask(stage, sentence);
		await expect.poll(() => answerNext(first)).toBe(`Bearer ${key}`);
		await press(cards(stage), en.margin.dismiss);

		await writeSettings(stage, settingsFor(second.url));
		await shows(stage, second.url);
		const [from, to] = [new URL(first.url).origin, new URL(second.url).origin];
		await stage.page.getByText(en.settings.keyMoved(from, to)).waitFor();
		await closeSettings(stage);
		await ask(stage, sentence);
		await expect.poll(() => told(cards(stage)).innerText()).toBe(en.failures.key);
		await expect.poll(() => second.calls).toEqual([]);

		await openSettings(stage);
		await stage.page.getByRole("button", { name: en.settings.confirmKey(to), exact: true }).click();
		await stage.page.getByText(en.settings.keySet).waitFor();
		await closeSettings(stage);
		await press(cards(stage), en.margin.tryNow);
		await expect.poll(() => answerNext(second)).toBe(`Bearer ${key}`);
		await expect.poll(() => first.calls).toHaveLength(1);
		await expect.poll(() => stage.readNote("A.md")).toBe(note);
	});

	it("is not kept where it can be none, and is asked for again", async () => {
		const friend = await puppet();
		const stage = await stageOf({
			vault: { "A.md": note },
			data: settingsFor(friend.url),
			secrets: { [secret]: "••••••••" },
		});
		await bind(stage, { [secret]: new URL(friend.url).origin });
		await openSettings(stage);
		await stage.page.getByText(en.settings.keyMissing).waitFor();
		const field = stage.page.getByLabel(en.settings.key, { exact: true });
		const address = stage.page.getByLabel(en.settings.address, { exact: true });
		await address.fill("not an address");
		await field.fill("sk-or-v1-abc…xyz");
		// Settings that come from elsewhere meanwhile are shown once the field is left, and take no text away.
		await writeSettings(stage, settingsFor(friend.url, { name: "Renamed" }));
		await field.press("Tab");
		await stage.page.locator(".mod-settings .setting-item-heading", { hasText: "Renamed" }).waitFor();
		await stage.page.getByText(en.settings.badKey).waitFor();
		await expect.poll(() => field.inputValue()).toBe("sk-or-v1-abc…xyz");
		await expect.poll(() => address.inputValue()).toBe("not an address");
		await address.fill(friend.url);
		await enterKey(stage, `OPENROUTER_API_KEY="${key}"`);
		await stage.page.getByText(en.settings.keySet).waitFor();
		await expect.poll(() => stage.page.getByText(en.settings.badKey).count()).toBe(0);
		await closeSettings(stage);
		await ask(stage, sentence);
		await expect.poll(() => answerNext(friend)).toBe(`Bearer ${key}`);
	});

	it(
		"is held back from everything else that is asked of the new address too: lists of models, the test, another " +
			"scheme or port",
		async () => {
			const [first, second] = [await puppet(), await listener()];
			try {
				const stage = await stageOf({
					vault: { "A.md": note },
					data: settingsFor(first.url),
					secrets: { [secret]: key },
				});
				await bind(stage, { [secret]: new URL(first.url).origin });
				for (const change of [
					{ baseUrl: second.url },
					{ baseUrl: second.url, preset: "openrouter" },
					{ baseUrl: second.url, id: "other" },
					{ baseUrl: second.url.replace("127.0.0.1", "localhost") },
				]) {
					await writeSettings(stage, {
						...settingsFor(change.baseUrl, change),
						model: { endpoint: change.id ?? "demo", model: "puppet/one-20260101" },
					});
					await shows(stage, change.baseUrl);
					await stage.page.getByRole("button", { name: en.settings.test, exact: true }).click();
					await expect
						.poll(() => stage.page.locator(".expert-friend-settings-status").innerText())
						.toBe(en.settings.checks["key-unconfirmed"]);
					await closeSettings(stage);
					// The next start fetches the list of an endpoint it does not know.
					await stage.reload();
					await ask(stage, sentence);
					await expect.poll(() => told(cards(stage).first()).innerText()).toBe(en.failures.key);
					await press(cards(stage).first(), en.margin.dismiss);
				}
				expect(second.seen.length).toBeGreaterThan(0);
				expect(second.seen.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
				expect(JSON.stringify(second.seen)).not.toContain(key);
			} finally {
				second.close();
			}
		},
	);

	it("is bound to the address that stands in the settings when it is entered", async () => {
		const [first, second] = [await puppet(), await puppet()];
		const stage = await stageOf({ vault: { "A.md": note }, data: settingsFor(first.url) });
		await openSettings(stage);
		const address = stage.page.getByLabel(en.settings.address, { exact: true });
		await address.fill(second.url);
		await address.press("Tab");
		await enterKey(stage, key);
		await stage.page.getByText(en.settings.keySet).waitFor();
		await closeSettings(stage);
		await ask(stage, sentence);
		await expect.poll(() => answerNext(second)).toBe(`Bearer ${key}`);
		await expect.poll(() => first.calls).toEqual([]);
	});

	it("goes with a question asked again at an address that was corrected since", async () => {
		const [wrong, right] = [await puppet(), await puppet()];
		await wrong.close();
		const stage = await stageOf({ vault: { "A.md": note }, data: settingsFor(wrong.url), secrets: { [secret]: key } });
		await bind(stage, { [secret]: new URL(wrong.url).origin });
		await ask(stage, sentence);
		await expect.poll(() => told(cards(stage)).innerText()).toBe(en.failures.network);
		await openSettings(stage);
		const address = stage.page.getByLabel(en.settings.address, { exact: true });
		await address.fill(right.url);
		await address.press("Tab");
		await stage.page
			.getByRole("button", { name: en.settings.confirmKey(new URL(right.url).origin), exact: true })
			.click();
		await closeSettings(stage);
		await press(cards(stage), en.margin.tryNow);
		await expect.poll(() => answerNext(right)).toBe(`Bearer ${key}`);
	});
});
