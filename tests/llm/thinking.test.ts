import { describe, expect, it } from "vitest";
import { ThinkingFilter } from "../../src/llm/thinking";

/** What is left of a reply that comes in pieces of so many characters. */
function shown(reply: string, size: number): string {
	const filter = new ThinkingFilter();
	let text = "";
	const take = (content: { readonly text: string; readonly replaces: boolean }): void =>
		void (text = content.replaces ? content.text : text + content.text);
	for (let at = 0; at < reply.length; at += size) take(filter.push(reply.slice(at, at + size)));
	take(filter.end());
	return text;
}

describe.each([1, 2, 7, 13, 1000])("thinking in a reply that comes %i characters at a time", (size) => {
	it.each([
		["between its tags", "<think>I wonder.</think>\n\nIt is clear.", "It is clear."],
		["without its opening tag, as templates leave it out", "I wonder.\n</think>\n\nIt is clear.", "It is clear."],
		["without it, right before the answer's line", "I wonder.\n</think>\nIt is clear.", "It is clear."],
		[
			"without it, at the end of a line with a blank line after it",
			"I wonder.</think>\n\nIt is clear.",
			"It is clear.",
		],
		["without it, with line ends of Windows", "I wonder.\r\n</think>\r\n\r\nIt is clear.", "It is clear."],
		["without it and without an answer", "I wonder.\n</think>", ""],
		["that speaks of its tag", "Do I end with `</think>` here?\n</think>\n\nIt is clear.", "It is clear."],
		["twice", "I wonder.\n</think>\n\n<think>Again.</think>\n\nIt is clear.", "It is clear."],
	])("is no content: %s", (_what, reply, answer) => {
		expect(shown(reply, size)).toBe(answer);
	});

	it.each([
		["within a sentence", "The tag </think> closes it.\n\nThat is all."],
		["in backticks at the end of a line", "Close it with `</think>`\n\nThat is all."],
		["in quotation marks", 'Close it with "</think>"\n\nThat is all.'],
		["in a fenced block", "Like this:\n\n```\nI wonder.\n</think>\n\nIt is clear.\n```\n\nThat is all."],
		["in a quoted line", "> </think>\n\nThat is all."],
		["after an opening tag in the text", "A template:\n\n<think>\nI wonder.\n</think>\n\nThat is all."],
		["at the very end of a sentence", "The tag that closes it is </think>"],
		[
			"once thinking has ended",
			"I wonder.\n</think>\n\nThe tag is\n</think>\n\nThat is all.",
			"The tag is\n</think>\n\nThat is all.",
		],
		["cut off", "It is clear </thi"],
	])("leaves a text alone that holds its tag: %s", (_what, reply, answer = reply) => {
		expect(shown(reply, size)).toBe(answer);
	});
});
