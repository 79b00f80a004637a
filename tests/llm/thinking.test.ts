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
		["between Mistral's", "[THINK]I wonder.[/THINK]It is clear.", "It is clear."],
		["between Kimi's", "◁think▷I wonder.◁/think▷It is clear.", "It is clear."],
		["between Seed's", "<seed:think>I wonder.</seed:think>\n\nIt is clear.", "It is clear."],
		[
			"between OpenThinker's",
			"<|begin_of_thought|>\nI wonder.\n<|end_of_thought|>\n\n<|begin_of_solution|>\nIt is clear.\n<|end_of_solution|>",
			"It is clear.",
		],
		[
			"between Cohere's",
			"<|START_THINKING|>I wonder.<|END_THINKING|><|START_RESPONSE|>It is clear.<|END_RESPONSE|>",
			"It is clear.",
		],
		["between Gemma's", "<|channel>thought\nI wonder.<channel|>It is clear.<turn|>", "It is clear."],
		[
			"in harmony's channels",
			"<|channel|>analysis<|message|>I wonder.<|end|><|start|>assistant<|channel|>commentary<|message|>Hm.<|end|>" +
				"<|start|>assistant<|channel|>final<|message|>It is clear.<|return|>",
			"It is clear.",
		],
		[
			"in harmony's channels with a role first",
			"<|start|>assistant<|channel|>final<|message|>It is clear.",
			"It is clear.",
		],
		["in harmony's channels without a final one", "<|channel|>analysis<|message|>I wonder.<|end|>", ""],
		[
			"in harmony's channels whose marks were left out",
			"analysisThe writer asks.assistantfinalIt is clear.",
			"It is clear.",
		],
		["without Mistral's opening mark", "I wonder.\n[/THINK]\nIt is clear.", "It is clear."],
		["without its opening mark, glued to the answer", "I wonder.</think>It is clear.", "It is clear."],
		["twice", "I wonder.\n</think>\n\n<think>Again.</think>\n\nIt is clear.", "It is clear."],
	])("is no content: %s", (_what, reply, answer) => {
		expect(shown(reply, size)).toBe(answer);
	});

	it.each([
		["ChatML's", "It is clear.<|im_end|>"],
		["ChatML's, on a line of its own in the last piece", "It is clear.\n<|im_end|>"],
		["Llama's", "It is clear.<|eot_id|>"],
		["Llama's before the answer", "<|start_header_id|>assistant<|end_header_id|>\n\nIt is clear.<|eot_id|>"],
		["sentencepiece's", "It is clear.</s>"],
		["sentencepiece's, after a space", "It is clear. </s>"],
		["Gemma's", "It is clear.<end_of_turn>\n<eos>"],
		["DeepSeek's", "It is clear.<｜end▁of▁sentence｜>"],
		["llama.cpp's", "It is clear. [end of text]"],
		["several", "<|im_start|>assistant\nIt is clear.<|im_end|><|endoftext|>"],
		["with the turn of someone else", "It is clear.<|im_end|>\n<|im_start|>user\nAnd now?<|im_end|>"],
	])("takes tokens of templates off an answer: %s", (_what, reply) => {
		expect(shown(reply, size).trim()).toBe("It is clear.");
	});

	it.each([
		["that speaks of a token", "The token that ends a turn is <|im_end|>, mostly."],
		["that ends with a token in backticks", "End it with `<|im_end|>`"],
		["that ends with a token it speaks of", "The token that ends it is <|im_end|>"],
		["that strikes words out", "It is <s>not clear</s>"],
		["that ends with a bracket", "It is clear [1]"],
		["that ends with a tag", "Use <br>"],
		["that compares", "a < b and b > c"],
		["that begins with a bracket", "[1] is clear."],
		["that begins with the word of a channel", "analysis of this: clear."],
		["that shows a template", "So:\n\n```\n<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n```\n\nClear."],
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
	])("leaves a text alone that holds a mark: %s", (_what, reply, answer = reply) => {
		expect(shown(reply, size)).toBe(answer);
	});
});
