import { describe, expect, it, onTestFinished } from "vitest";
import { en } from "../../src/core/i18n/en";
import type { Consultation } from "../../src/core/consultation/consultation";
import { ownStreams } from "../cases/own-streams";
import { load, reported, serve, type StreamCase } from "../cases/serve-streams.mjs";
import { exploring } from "../sampling";
import { ask, cards, isItClear, kept } from "./asking";
import { stageOf } from "./at-work";
import type { Stage } from "./stage";

const note = "A first line.\n\nThe old tree by the wall bears fruit.\n\nA last line.\n";
/** By where they come from. Each is a margin of its own: one with all of them would be drawn a hundred times. */
const sources = {
	"of the facts": [...load().values()],
	"of public reports": [...load(reported).values()],
	"of our own": [...ownStreams.values()],
} as const;

/**
 * How a case comes to a browser, and what becomes of it. What is in its bytes is the same to Node, which reads all
 * cases: `tests/llm/streams.test.ts`.
 */
function wayOf({
	http: { status, headers },
	end,
	chunks,
	expect: { outcome, kind, text, retry_after_s: wait },
}: StreamCase): string {
	const isPaced = chunks.some(({ delay_ms: delay }) => delay !== undefined && delay > 0);
	const isTorn = chunks.length > 20;
	const content = Object.entries(headers).filter(([name]) => /^content-/i.test(name));
	const says = (text ?? "") !== "";
	return JSON.stringify([status, content, end, isPaced, isTorn, outcome, kind, says, typeof wait === "number"]);
}

/** One case of each way; in an exploration all of them, by where they come from. */
const played: Readonly<Record<string, readonly StreamCase[]>> = exploring
	? sources
	: {
			"of each kind": [
				...new Map(
					Object.values(sources)
						.flat()
						.map((one) => [wayOf(one), one]),
				).values(),
			],
		};
/** Consultations that run at once, at most: as many as the settings allow. */
const together = 10;

/** Makes an endpoint's model the one that is asked, as settings that came from another device do. */
async function choose(stage: Stage, id: string, settings: object): Promise<void> {
	await stage.page.evaluate(
		async ([choice, rest]) => {
			const plugin = window.app.plugins.plugins["expert-friend"] as unknown as {
				saveData(data: unknown): Promise<void>;
				onExternalSettingsChange(): Promise<void>;
			};
			await plugin.saveData({ ...rest, model: choice });
			await plugin.onExternalSettingsChange();
		},
		[{ endpoint: id, model: "asked/model" }, settings] as const,
	);
}

function expectCase(one: StreamCase, found: Consultation): void {
	const { expect: wanted } = one;
	const message = `${one.id}: ${one.why}`;
	const { retry_after_s: wait, usage, ...rest } = wanted;
	const retryAfter = found.failure?.retryAfter ?? null;
	const told = {
		text: found.text,
		outcome: found.status,
		kind: found.failure?.kind ?? "none",
		model: found.answerer?.model ?? null,
	};
	expect(told, message).toMatchObject(rest);
	if (wait === null) expect(retryAfter, message).toBeNull();
	else if (wait !== undefined) expect(Math.abs((retryAfter ?? NaN) - wait), message).toBeLessThanOrEqual(2);
	// Whoever says nothing at all is asked once more, without CORS.
	expect(found.streamed, message).toBe(one.http.status !== 0 || one.end === "hang");
	if (usage === null) expect(found.usage, message).toBeNull();
	else if (usage !== undefined) {
		expect(found.usage, message).toMatchObject({
			promptTokens: usage["prompt_tokens"],
			completionTokens: usage["completion_tokens"],
			cost: usage["cost"] ?? null,
		});
	}
}

/** Whether a case ends only when the time for it has passed. */
function waits({ end, expect: { outcome, kind } }: StreamCase): boolean {
	return end === "hang" || (outcome === "failed" && (kind === "rate" || kind === "overloaded"));
}

function batches(all: readonly StreamCase[]): readonly (readonly StreamCase[])[] {
	return Array.from({ length: Math.ceil(all.length / together) }, (_, index) =>
		all.slice(index * together, (index + 1) * together),
	);
}

describe("streams from a real server, read in the page", () => {
	it.each(Object.entries(played))("%s give the text, end, failure, wait and usage they should", async (_of, cases) => {
		const server = await serve({ cases: new Map(cases.map((one) => [one.id, one])), linger: 500 });
		onTestFinished(() => server.close());
		const settings = {
			endpoints: cases.map(({ id }) => ({
				id,
				preset: "custom",
				name: id,
				baseUrl: `${server.url}/${id}/v1`,
				secret: "",
			})),
			concurrent: together,
			patience: 10,
			between: 10,
		};
		const stage = await stageOf({
			vault: { "A.md": note },
			data: { ...settings, model: { endpoint: cases[0]!.id, model: "asked/model" } },
			alone: true,
		});
		await stage.page.clock.install();
		const active = (): Promise<number> =>
			cards(stage).getByRole("button", { name: en.margin.cancel, exact: true }).count();
		const shown = async (): Promise<string[]> =>
			(await cards(stage).locator(".expert-friend-card-body").allInnerTexts()).map((text) => text.trim());
		const askAll = async (batch: readonly StreamCase[]): Promise<void> => {
			for (const { id } of batch) {
				const before = stage.requests.length;
				await choose(stage, id, settings);
				await ask(stage, "The old tree by the wall bears fruit.", isItClear.en);
				await expect.poll(() => stage.requests.length).toBeGreaterThan(before);
			}
			await expect
				.poll(() => stage.requests.map(({ url }) => url))
				.toEqual(expect.arrayContaining(batch.map(({ id }) => `${server.url}/${id}/v1/chat/completions`)));
		};
		for (const batch of batches(cases.filter((one) => !waits(one)))) {
			await askAll(batch);
			await expect.poll(active, { interval: 100 }).toBe(0);
		}
		// Silence and announced waits pass at once: the clock is moved on as long as something runs, and not before
		// what was sent has come.
		for (const batch of batches(cases.filter(waits))) {
			const before = await shown();
			await askAll(batch);
			const wanted = [...before, ...batch.map(({ expect: { text } }) => (text ?? "").trim())];
			await expect.poll(async () => (await shown()).sort()).toEqual(wanted.sort());
			await expect
				.poll(
					async () => {
						await stage.page.clock.fastForward(5_000);
						return active();
					},
					{ interval: 100 },
				)
				.toBe(0);
		}
		const all = new Map((await kept(stage)).map((one) => [one.endpoint.id, one]));
		expect([...all.keys()].sort()).toEqual(cases.map(({ id }) => id).sort());
		for (const one of cases) expectCase(one, all.get(one.id)!);
		await expect.poll(() => cards(stage).count()).toBe(cases.length);
		await expect.poll(() => stage.readNote("A.md")).toBe(note);
	});
});
