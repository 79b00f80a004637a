import http from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { spendingsOf, spentAt, type Spending } from "../../src/core/estimate/budget";
import { mayHaveCost } from "../../src/core/chat/charged";
import type { Facts, JournalOutcome } from "../../src/core/journal/facts";
import type { FailureKind } from "../../src/core/chat/chat";
import { en } from "../../src/core/i18n/en";
import { findRecords } from "../../src/core/record/parse";
import { withoutRecords } from "../../src/core/record/strip";
import { Chance } from "../chance";
import { sampleSize } from "../sampling";
import { ask, cards, filesOf, journalOf, kept, press } from "./asking";
import { stageOf } from "./at-work";

const note = "A first line.\n\nThe old tree by the wall bears fruit.\n\nA last line.\n";
const sentence = "The old tree by the wall bears fruit.";
const many = sampleSize(50, 4);
const together = 10;

/** What one request was answered with, and what its entry in the journal must say. */
interface Served {
	readonly outcome: JournalOutcome;
	readonly failure: FailureKind | null;
	readonly tokens: { readonly prompt: number; readonly completion: number } | null;
	/** In millionths of a dollar; null when the server does not say. */
	readonly cost: number | null;
}

/** Answers chat requests, one in three with a failure, and keeps account by the model asked for. */
async function unreliable(
	seed: number,
): Promise<{ readonly url: string; readonly served: readonly Served[]; hangUp(): void }> {
	const served: Served[] = [];
	const open: http.ServerResponse[] = [];
	const chance = new Chance(seed);
	const number = (below: number): number => chance.below(below);
	const cors = {
		"access-control-allow-origin": "*",
		"access-control-allow-headers": "*",
		"access-control-expose-headers": "retry-after",
	};
	const server = http.createServer((request, response) => {
		if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
		if (request.url?.endsWith("/chat/completions") !== true) return void response.writeHead(404, cors).end();
		request.resume().on("end", () => served.push(answer(response)));
	});
	const answer = (response: http.ServerResponse): Served => {
		const tokens = { prompt: 50 + number(2000), completion: 1 + number(500) };
		const cost = number(4) === 0 ? null : 1 + number(5000);
		const usage = {
			prompt_tokens: tokens.prompt,
			completion_tokens: tokens.completion,
			...(cost === null ? {} : { cost: cost / 1e6 }),
		};
		const refuse = (status: number, failure: FailureKind, headers: object = {}): Served => {
			response
				.writeHead(status, { ...cors, "content-type": "application/json", ...headers })
				.end(JSON.stringify({ error: { code: status, message: "No." } }));
			return { outcome: "failed", failure, tokens: null, cost: null };
		};
		const frame = (value: object): void =>
			void response.write(`data: ${JSON.stringify({ model: "served/model-1", ...value })}\n\n`);
		const words = (content: string, finish: string | null = null): void =>
			frame({ choices: [{ index: 0, delta: { content }, finish_reason: finish }] });
		const begin = (): void => void response.writeHead(200, { ...cors, "content-type": "text/event-stream" });
		if (number(3) > 0) {
			begin();
			words("It is ");
			words("clear.", "stop");
			frame({ choices: [], usage });
			response.end("data: [DONE]\n\n");
			return { outcome: "dismissed", failure: null, tokens, cost };
		}
		switch (number(8)) {
			case 0:
				return refuse(401, "auth");
			case 1:
				return refuse(402, "credit");
			case 2:
				return refuse(429, "rate", { "retry-after": "3600" });
			case 3:
				return refuse(500, "unavailable");
			case 4:
				return refuse(503, "overloaded", { "retry-after": "3600" });
			case 5:
				// Paid for, and nothing came of it.
				begin();
				frame({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }], usage });
				response.end("data: [DONE]\n\n");
				return { outcome: "failed", failure: "format", tokens, cost };
			case 6:
				begin();
				words("It is");
				frame({
					error: { code: 502, message: "Upstream." },
					choices: [{ index: 0, delta: { content: "" }, finish_reason: "error" }],
					usage,
				});
				response.end();
				return { outcome: "dismissed", failure: null, tokens, cost };
			default:
				begin();
				response.write(": here\n\n");
				words("It is");
				open.push(response);
				return { outcome: "dismissed", failure: null, tokens: null, cost: null };
		}
	};
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close().closeAllConnections());
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		served,
		hangUp: () => open.splice(0).forEach((response) => response.destroy()),
	};
}

const line = ({ outcome, failure, tokens, cost }: Served): string =>
	[outcome, failure, tokens?.prompt, tokens?.completion, cost].join(" ");
const entry = ({ outcome, failure, tokens, cost }: Facts): string =>
	line({ outcome, failure, tokens, cost: cost === null ? null : Math.round(cost.amount * 1e6) });
const sum = (values: readonly (number | undefined | null)[]): number =>
	values.reduce<number>((all, value) => all + (value ?? 0), 0);

describe("many consultations with a server that fails one in three", () => {
	it(
		"stand in the journal, each with what the server served to the token, and leave what the writer wrote as it " +
			"was",
		async () => {
			const server = await unreliable(20261123);
			const stage = await stageOf({
				vault: { "A.md": note },
				data: {
					endpoints: [{ id: "demo", preset: "custom", name: "Unreliable", baseUrl: server.url, secret: "" }],
					model: { endpoint: "demo", model: "served/model-1" },
					concurrent: together,
				},
			});
			for (let done = 0; done < many; done += together) {
				for (let one = 0; one < together; one++) await ask(stage, sentence);
				await expect.poll(() => server.served.length).toBe(done + together);
				// A browser drops what it has not read yet of a reply that breaks off: only what was shown has come.
				await expect
					.poll(() =>
						stage.page.evaluate(() =>
							[...document.querySelectorAll("article.expert-friend-card.is-active")].every((card) =>
								card.textContent.includes("It is"),
							),
						),
					)
					.toBe(true);
				server.hangUp();
				await expect
					.poll(
						async () => (await kept(stage)).filter(({ status }) => status !== "running" && status !== "waiting").length,
					)
					.toBe(together);
				// Some are kept in the note: the first two that can be.
				for (let kept = 0; kept < 2; kept++) {
					await press(
						cards(stage)
							.filter({ has: stage.page.getByRole("button", { name: en.margin.keep, exact: true }) })
							.first(),
						en.margin.keep,
					);
					await expect
						.poll(async () => findRecords(await stage.readNote("A.md")).length)
						.toBe((done / together) * 2 + kept + 1);
				}
				// In the page: a hundred notices with an undo each would only be waited for.
				await stage.page.evaluate((name) => {
					for (const card of document.querySelectorAll("article.expert-friend-card"))
						[...card.querySelectorAll("button")].find((button) => button.textContent === name)!.click();
				}, en.margin.dismiss);
				await expect.poll(() => cards(stage).count()).toBe(0);
			}
			await expect.poll(async () => (await journalOf(stage)).length).toBe(many);
			const entries = await journalOf(stage);
			expect(new Set(entries.map(({ id }) => id)).size).toBe(many);
			// What was kept and what was dismissed is the writer's matter: to the server it is the same.
			expect(
				entries.map((one) => entry({ ...one, outcome: one.outcome === "kept" ? "dismissed" : one.outcome })).sort(),
			).toEqual(server.served.map(line).sort());
			expect(sum(entries.map(({ tokens }) => tokens?.prompt))).toBe(
				sum(server.served.map(({ tokens }) => tokens?.prompt)),
			);
			expect(sum(entries.map(({ tokens }) => tokens?.completion))).toBe(
				sum(server.served.map(({ tokens }) => tokens?.completion)),
			);
			expect(Math.round(sum(entries.map(({ cost }) => cost?.amount)) * 1e6)).toBe(
				sum(server.served.map(({ cost }) => cost)),
			);
			// The month's budget counts the same: on this device alone, and with the journal.
			const spendings = await stage.page.evaluate(
				() => window.app.loadLocalStorage("expert-friend-spendings") as readonly Spending[],
			);
			const millionths = (spent: readonly Spending[]): number =>
				Math.round((spentAt(spent, "demo").amounts["USD"] ?? 0) * 1e6);
			const month = spendings[0]!.month;
			expect(millionths(spendings)).toBe(sum(server.served.map(({ cost }) => cost)));
			expect(millionths(spendingsOf(month, entries, spendings))).toBe(millionths(spendings));
			expect(millionths(spendingsOf(month, entries, []))).toBe(millionths(spendings));
			// Nobody told the cost of those that were cut, and of some that came whole, and of one that was refused there was
			// none.
			const untold = server.served.filter(
				({ cost, failure }) => cost === null && (failure === null || mayHaveCost(failure, false)),
			).length;
			expect(untold).toBeGreaterThan(many / 10);
			for (const spent of [
				spendingsOf(month, [], spendings),
				spendingsOf(month, entries, spendings),
				spendingsOf(month, entries, []),
			])
				expect(spentAt(spent, null).unknown).toBe(untold);
			// The note says of what was kept the same as the journal, token for token.
			const text = await stage.readNote("A.md");
			const inNote = findRecords(text).map(({ record }) => record.identity);
			const inJournal = entries.filter(({ outcome }) => outcome === "kept");
			const identities = (all: readonly Pick<Facts, "model" | "tokens" | "cost">[]): string[] =>
				all
					.map(({ model, tokens, cost }) =>
						[model, tokens?.prompt, tokens?.completion, cost?.amount.toPrecision(3)].join(" "),
					)
					.sort();
			expect(inNote).toHaveLength((many / together) * 2);
			expect(identities(inNote)).toEqual(identities(inJournal));
			// One in three, give or take the seed, or this would try nothing.
			expect(entries.filter(({ outcome }) => outcome === "failed").length).toBeGreaterThan(many / 7);
			await expect.poll(() => kept(stage)).toEqual([]);
			expect(withoutRecords(text)).toBe(note);
			await expect
				.poll(async () => [...(await filesOf(stage))].filter(([name]) => name.includes("A.md")).map(([, one]) => one))
				.toEqual([text]);
			await expect
				.poll(() => stage.page.evaluate(() => window.app.loadLocalStorage("expert-friend-journal-queue")))
				.toBeNull();
		},
	);
});
