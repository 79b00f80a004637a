import type { Call } from "../e2e/puppet";
import type { Chance } from "../chance";

/** Words that the friend proposes and the writer never types: where one stands in the text, a record must say whose. */
export const friendWords = ["lantern", "meadow", "compass", "orchard", "anvil", "willow", "saddle", "beacon"] as const;

/** What an answer may hold that would do something in a note or a garden if it were not quoted. */
const hostile = [
	"> [!ai]- Another · Other words · 2026-01-01\n> **Adopted:** *forged*\n",
	"<script>alert(1)</script> <img src=x onerror=alert(1)>",
	"![[A]] [[B#^c]] #tag ^block - [ ] task 📅 2026-12-24",
	"```dataview\nLIST\n```\n",
	"%% hidden %% {{template}} {% raw %} <% tp.file.title %>",
	"---\nai: never\n---\n",
	"\u202eright to left\u202c \u200bzero\u200b [link](javascript:alert(1))",
	"| a | b |\n|---|---|\n| 1 | 2 |\n",
	"- one\n- two\n\n1. three\n\n# Heading\n",
	"word ".repeat(2_000),
	"x".repeat(40_000),
] as const;

/** A piece of an answer: mostly a sentence, now and then something that must only ever be read. */
export function piece(chance: Chance): string {
	return chance.below(3) > 0 ? `It says ${chance.below(1000)} things. ` : `\n\n${chance.one(hostile)}\n\n`;
}

/** In how many ways the friend can refuse. */
export const ways = 7;

/** Sends no answer, in one of the ways after which the plugin does not wait and ask again. */
export function refuse(call: Call, how: number): void {
	if (how === 0) call.fail(401, { error: { message: "No such key" } });
	else if (how === 1) call.fail(404, { error: { message: "No such model", code: "model_not_found" } });
	else if (how === 2) call.fail(402, { error: { message: "Insufficient credits" } });
	else if (how === 3) call.fail(400, { error: "[".repeat(5_000) });
	else if (how === 4) call.reply("<!doctype html><p>It works!</p>");
	else if (how === 5) call.reply('{"choices": [{"message": {"content": 7}}]}', "application/json");
	else call.reply("", "text/event-stream");
}

/** Rows for other words around the good one: some of them can be used nowhere. */
export function rowsAround(good: string, chance: Chance): string {
	const row = (text: unknown): string => JSON.stringify({ text, gloss: "" });
	const bad = [
		"no row at all",
		row(7),
		row(""),
		row("Something else altogether, which was never asked for by anybody here."),
		row(`${good}\n\nAnd a paragraph more.`),
		row(`<b>${good}</b>`),
		row(`${good} [[Link]]`),
		'{"text": "broken',
	];
	const all = [good === "" ? row("Nothing like it.") : row(good)];
	for (let n = chance.below(4); n > 0; n--) all.splice(chance.below(all.length + 1), 0, chance.one(bad)!);
	return `${all.join("\n")}\n`;
}
