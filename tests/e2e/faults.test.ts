import { describe, expect, it } from "vitest";
import type { FailureKind } from "../../src/core/chat/chat";
import { en } from "../../src/core/i18n/en";
import { fr } from "../../src/core/i18n/fr";
import { ask, cards, filesOf, isItClear, journalOf, kept, more, press, told } from "./asking";
import { everyNth } from "../sampling";
import { puppet, stageOf } from "./at-work";
import type { Call, Puppet } from "./puppet";
import type { Stage } from "./stage";

const note = "A first line.\n\nThe old tree by the wall bears fruit.\n\nA last line.\n";
const sentence = "The old tree by the wall bears fruit.";
const secret = "expert-friend-canary";

// One looks like a key, the other only is one.
const languages = [
	{ lang: "en" as const, words: en, key: "sk-canary-1234567890abcdef" },
	{ lang: "fr" as const, words: fr, key: "canary0123456789abcdefghij" },
];

interface Fault {
	readonly what: string;
	readonly kind: FailureKind;
	/** What stands in the card although it failed. */
	readonly text?: string;
	/** What the card says where the kind has words of its own for this. */
	readonly says?: "unrouted";
	/** The endpoint's own first sentence, as the card quotes it where no more is known. */
	readonly quotes?: string;
	/** Seconds the endpoint asks to wait, beyond what is waited for unasked. */
	readonly again?: number;
	/**
	 * Whether the request comes again: the way without CORS, and whenever a browser takes a cut for one of an idle
	 * connection.
	 */
	readonly repeated?: boolean;
	/** Whether the server goes on talking: it is hung up on. */
	readonly open?: boolean;
	readonly answer: (call: Call, key: string) => void;
}

const error = (key: string, code: number | string, more: object = {}): object => ({
	error: {
		code,
		message:
			`Refused for Bearer ${key}, that is ${key} or ${key.slice(0, 8)}****${key.slice(-6)}, ending in ` +
			`${key.slice(-6)}. See https://${key}@host.example/?api_key=${key}`,
		...more,
	},
});

const quotes = "Refused for Bearer [key], that is [key] or [key], ending in [key].";

const faults: readonly Fault[] = [
	{ what: "401", kind: "auth", answer: (call, key) => call.fail(401, error(key, 401)) },
	{ what: "402", kind: "credit", answer: (call, key) => call.fail(402, error(key, 402)) },
	{
		what: "429 for want of money",
		kind: "credit",
		answer: (call, key) => call.fail(429, error(key, "insufficient_quota")),
	},
	{ what: "403", kind: "policy", answer: (call, key) => call.fail(403, error(key, 403)) },
	{
		what: "404 as no provider keeps to the data policy",
		kind: "policy",
		says: "unrouted",
		answer: (call, key) => call.fail(404, error(key, 404, { availability: { code: "privacy_restricted" } })),
	},
	{ what: "413", kind: "context", answer: (call, key) => call.fail(413, error(key, 413)) },
	{
		what: "400 for its length",
		kind: "context",
		answer: (call, key) => call.fail(400, error(key, "context_length_exceeded")),
	},
	{
		what: "400 for a field",
		kind: "request",
		quotes: "Unrecognized request argument supplied: top_k ([key])",
		answer: (call, key) =>
			call.fail(400, { error: { message: `Unrecognized request argument supplied: top_k (${key})` } }),
	},
	{
		what: "308",
		kind: "address",
		answer: (call) => call.fail(308, {}, { location: "https://elsewhere.example/v1/chat/completions" }),
	},
	{ what: "422", kind: "refused", quotes, answer: (call, key) => call.fail(422, error(key, 422)) },
	{
		what: "429 with a long wait",
		kind: "rate",
		again: 300,
		answer: (call, key) => call.fail(429, error(key, 429), { "retry-after": "300" }),
	},
	{
		what: "503 with a long wait",
		kind: "overloaded",
		again: 90,
		answer: (call, key) => call.fail(503, error(key, 503), { "retry-after": "90" }),
	},
	{ what: "404", kind: "unavailable", quotes, answer: (call, key) => call.fail(404, error(key, 404)) },
	{ what: "500", kind: "unavailable", quotes, answer: (call, key) => call.fail(500, error(key, 500)) },
	{
		what: "a page instead of an answer",
		kind: "format",
		answer: (call, key) => call.reply(`<html><title>Sign in</title>${key}</html>`),
	},
	{
		what: "a page with the key where its detail is cut",
		kind: "format",
		answer: (call, key) => call.reply(`<html>${"x".repeat(1000 - 6 - 12)}${key}</html>`),
	},
	{
		what: "a frame that is no JSON, with the key where its detail is cut",
		kind: "format",
		answer: (call, key) => call.frame(`${"x".repeat(300 - 12)}${key}\n\ndata: [DONE]`),
	},
	{ what: "an end without words", kind: "format", answer: (call) => call.end() },
	{ what: "a cut before any word", kind: "network", repeated: true, answer: (call) => call.cut() },
	{ what: "a cut after some words", kind: "network", text: "It is clear, but", answer: (call) => call.cut() },
	{
		what: "an error after some words",
		kind: "overloaded",
		text: "It is clear, but",
		open: true,
		answer: (call, key) =>
			call.frame(
				JSON.stringify({ ...error(key, 503), choices: [{ index: 0, delta: { content: "" }, finish_reason: "error" }] }),
			),
	},
	{
		what: "a refusal after some words",
		kind: "refused",
		text: "It is clear, but",
		answer: (call) =>
			call.frame(JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: "refusal" }] }) + "\n\ndata: [DONE]"),
	},
];

/**
 * The faults played in a language: each in English, and in the others one for each sentence that is told. What is done
 * with a fault knows no language; the sentences are compared in Node.
 */
function faultsIn(lang: "en" | "fr"): readonly Fault[] {
	if (lang === "en") return faults;
	const sentence = ({ kind, says, text, again }: Fault): string => [kind, says, text, again !== undefined].join(" ");
	return [...new Map(faults.map((fault) => [sentence(fault), fault])).values()];
}

async function stageWith(friend: Puppet, lang: "en" | "fr", key: string | null, alone = false): Promise<Stage> {
	const endpoint = { id: "demo", preset: "custom", name: "Faulty", baseUrl: friend.url, secret };
	const stage = await stageOf({
		vault: { "A.md": note },
		lang,
		alone,
		...(key === null ? {} : { secrets: { [secret]: key } }),
		device: { "expert-friend-key-origins": { [secret]: new URL(friend.url).origin } },
		data: {
			endpoints: [endpoint],
			model: { endpoint: "demo", model: "puppet/one-20260101" },
			patience: 10,
			between: 60,
		},
	});
	await stage.page.evaluate(
		(start) => {
			const watched = window as unknown as { leaked: boolean };
			watched.leaked = false;
			new MutationObserver(() => (watched.leaked ||= document.documentElement.outerHTML.includes(start))).observe(
				document,
				{ subtree: true, childList: true, characterData: true, attributes: true },
			);
		},
		(key ?? "").slice(0, 8),
	);
	return stage;
}

/** No place but the keychain holds the key, nor its beginning, nor its end. */
async function expectNoKey(stage: Stage, key: string): Promise<void> {
	const { page } = stage;
	await expect.poll(() => page.evaluate(() => (window as unknown as { leaked: boolean }).leaked)).toBe(false);
	const places = new Map([
		["the page", await page.evaluate(() => document.documentElement.outerHTML)],
		...(await filesOf(stage)),
		[
			"this device",
			await page.evaluate(() =>
				Object.entries(window.localStorage)
					.filter(([name]) => !name.endsWith("-secrets"))
					.map(String)
					.join("\n"),
			),
		],
		["the console", stage.console.join("\n")],
		["errors", stage.errors.join("\n")],
		["what was sent", stage.requests.map((request) => JSON.stringify(request)).join("\n")],
	]);
	for (const [name, text] of places)
		for (const part of [key.slice(0, 8), key.slice(-6)]) expect(text, name).not.toContain(part);
}

describe.each(languages)("what can go wrong at an endpoint, in $lang", ({ lang, words, key }) => {
	it("is told in the card in words to act on; the note stands, what came is kept, the key shows nowhere", async () => {
		const friend = await puppet();
		const stage = await stageWith(friend, lang, key);
		const { page } = stage;
		const card = cards(stage);
		const played = faultsIn(lang);
		let taken = 0;
		for (const {
			what,
			kind,
			text = "",
			says,
			quotes: sentenceSaid,
			again,
			repeated = false,
			open = false,
			answer,
		} of played) {
			await ask(stage, sentence, isItClear[lang]);
			const call = await callAt(friend, taken++);
			expect(call.headers.authorization, what).toBe(`Bearer ${key}`);
			if (text !== "") {
				call.say(text);
				await page.getByText(text).waitFor();
			}
			answer(call, key);
			const message =
				(text !== "" && kind === "network" ? words.cut : says === undefined ? words.failures[kind] : words[says]) +
				(sentenceSaid === undefined ? "" : ` ${words.endpointSaid(sentenceSaid)}`) +
				(again === undefined ? "" : ` ${words.again(again)}`);
			await expect
				.poll(
					() => {
						if (repeated) while (taken < friend.calls.length) answer(friend.calls[taken++]!, key);
						return told(card).innerText();
					},
					{ message: what },
				)
				.toBe(message);
			await expect.poll(() => card.locator(".expert-friend-card-body").innerText(), { message: what }).toBe(text);
			if (text !== "")
				await expect
					.poll(() => card.locator(".expert-friend-card-meta").innerText(), { message: what })
					.toContain(words.margin.incomplete);
			if (open) await expect.poll(() => call.aborted, { message: what }).toBe(true);
			if (text === "") await press(card, words.margin.details);
			else await more(stage, card, words.margin.details, words);
			const details = page.locator(".modal pre");
			await expect.poll(() => details.innerText(), { message: what }).toMatch(new RegExp(`^kind: ${kind}\n`));
			await page.getByRole("button", { name: words.margin.copyDetails, exact: true }).click();
			await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(`kind: ${kind}`);
			await expect
				.poll(() => page.evaluate(() => navigator.clipboard.readText()), { message: what })
				.not.toContain(key.slice(0, 8));
			await expectNoKey(stage, key);
			await page.keyboard.press("Escape");
			await details.waitFor({ state: "detached" });
			await press(card, words.margin.dismiss);
			await card.waitFor({ state: "detached" });
		}
		await expect.poll(() => stage.readNote("A.md")).toBe(note);
		await expect
			.poll(async () => (await journalOf(stage)).map(({ outcome, failure }) => [outcome, failure]))
			.toEqual(played.map(({ kind, text }) => (text === undefined ? ["failed", kind] : ["dismissed", null])));
		await expectNoKey(stage, key);
	});
});

// What is done knows no language, and its sentences are compared in Node.
describe.each(everyNth(languages, languages.length))(
	"what an endpoint keeps back, in $lang",
	({ lang, words, key }) => {
		it("includes silence: before the first word and after it, told as time running out", async () => {
			const friend = await puppet();
			const stage = await stageWith(friend, lang, key, true);
			const card = cards(stage);
			await stage.page.clock.install();
			for (const text of ["", "It is clear, but"]) {
				await ask(stage, sentence, isItClear[lang]);
				const call = await friend.next();
				// Comments are signs that the server lives, not that it answers.
				call.frame(text === "" ? "" : JSON.stringify({ choices: [{ index: 0, delta: { content: text } }] }));
				if (text !== "") await stage.page.getByText(text).waitFor();
				await expect
					.poll(async () => {
						await stage.page.clock.fastForward(text === "" ? 11_000 : 61_000);
						return told(card).innerText();
					})
					.toBe(words.failures.timeout);
				await expect.poll(() => call.aborted).toBe(true);
				await expect.poll(() => card.locator(".expert-friend-card-body").innerText()).toBe(text);
				if (text === "") await press(card, words.margin.dismiss);
			}
			await expectNoKey(stage, key);
			await stage.reload();
			await expect
				.poll(() => kept(stage).then((all) => all.map(({ status, text, failure }) => [status, text, failure?.kind])))
				.toEqual([["partial", "It is clear, but", "timeout"]]);
			await expect.poll(() => stage.readNote("A.md")).toBe(note);
		});

		it("includes a key that is not there: nothing is sent, and the question goes once there is one", async () => {
			const friend = await puppet();
			const stage = await stageWith(friend, lang, null);
			const card = cards(stage);
			await ask(stage, sentence, isItClear[lang]);
			await expect.poll(() => told(card).innerText()).toBe(words.failures.key);
			await expect.poll(() => friend.calls).toEqual([]);
			await stage.page.evaluate(([name, value]) => window.app.secretStorage.setSecret(name!, value!), [secret, key]);
			await press(card, words.margin.tryNow);
			const call = await friend.next();
			expect(call.headers.authorization).toBe(`Bearer ${key}`);
			call.say("Yes.");
			call.end();
			await card.getByText("Yes.").waitFor();
			await expect.poll(() => stage.readNote("A.md")).toBe(note);
		});

		it("is waited for when the endpoint says how long, visibly, and no longer once cancelled", async () => {
			const friend = await puppet();
			const stage = await stageWith(friend, lang, key, true);
			const card = cards(stage);
			await stage.page.clock.install();
			await ask(stage, sentence, isItClear[lang]);
			(await friend.next()).fail(429, error(key, 429), { "retry-after": "40" });
			await expect
				.poll(() => told(card).innerText())
				.toMatch(new RegExp(`^${escapedStart(words.failures.rate)}.*(?:40|39|38)\\u00a0s`));
			await stage.page.clock.fastForward(41_000);
			(await friend.next()).fail(503, error(key, 503), { "retry-after": "50" });
			await expect.poll(() => told(card).innerText()).toContain(words.failures.overloaded);
			await press(card, words.margin.cancel);
			await expect.poll(() => told(card).innerText()).toContain(words.margin.cancelledEmpty);
			await stage.page.clock.fastForward(120_000);
			await expect.poll(() => friend.calls).toHaveLength(2);
			await expect.poll(() => stage.readNote("A.md")).toBe(note);
		});
	},
);

async function callAt(friend: Puppet, index: number): Promise<Call> {
	await expect.poll(() => friend.calls.length).toBeGreaterThan(index);
	return friend.calls[index]!;
}

function escapedStart(text: string): string {
	return text.slice(0, 20).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
