// What a request takes beside the note, in tokens; and how much of a note two consecutive requests have in common at
// their beginning: what an endpoint need not read again.
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { load } from "./bundle.mjs";
import { bounded } from "./table.mjs";
import { note, random, sentence } from "./text.mjs";

const share = (value) => `${(value * 100).toFixed(2)} %`;

function endpointOf(preset) {
	return { id: preset, preset, name: preset, baseUrl: "https://endpoint.test/v1", secret: "" };
}

function wordsAsk(text, more = {}) {
	return {
		kind: "words",
		sentence: text,
		selection: text.split(" ")[2],
		objective: "Other words",
		language: "English",
		glossLanguage: "English",
		rows: 5,
		shown: [],
		ownWord: null,
		occurrence: { nth: 1, of: 1 },
		kept: [],
		loosened: false,
		...more,
	};
}

export async function run() {
	return [...(await prefixes()), ...(await fixedTokens())];
}

/** Tokens of a request in a new vault beside the note and the question, in the worse of the languages. */
async function fixedTokens() {
	const { answerQuestion, sentText, seedsOf, systemText, wordsQuestion } = await load(`
		export { answerQuestion, systemText } from "./src/core/prompts/prompt";
		export { wordsQuestion } from "./src/core/prompts/words-question";
		export { sentText } from "./src/core/prompts/sent-text";
		export { seedsOf } from "./src/core/prompts/seeds";
	`);
	const most = (question) =>
		Math.max(
			...Object.values(seedsOf).map(
				({ style }) => countTokens(systemText(sentText(style.body))) + countTokens(question),
			),
		);
	const words = wordsQuestion(wordsAsk("", { selection: "", objective: "" }));
	const extents = ["note", "section", "part", "passage"];
	const answers = extents.map((extent) =>
		answerQuestion({ passage: "", selected: null, question: "", language: "French", extent }),
	);
	return [
		bounded("fixed tokens, other words", most(words), "<=", 380, String),
		bounded("fixed tokens, a question", Math.max(...answers.map(most)), "<=", 320, String),
	];
}

async function prefixes() {
	const { answerQuestion, noteContext, promptOf, requestBody, wordsQuestion, printRecord, recordLabels } = await load(`
		export { answerQuestion, promptOf } from "./src/core/prompts/prompt";
		export { wordsQuestion } from "./src/core/prompts/words-question";
		export { noteContext } from "./src/core/prompts/context";
		export { requestBody } from "./src/llm/body";
		export { printRecord } from "./src/core/record/print";
		export { recordLabels } from "./src/core/record/labels";
	`);
	const next = random(21);
	const text = note(next, 20_000, "fr");
	const [one, other, third] = [sentence(next), sentence(next), sentence(next)];
	const middle = text.indexOf("\n\n", text.length / 2);
	const record = printRecord(
		{
			modelName: "A Model",
			objective: "Is this clear?",
			date: "2026-11-23",
			adoptions: [],
			kept: { question: "Is this clear?", answer: third, incomplete: false },
			identity: {
				model: "vendor/a-model-4",
				via: "Endpoint",
				provider: null,
				tokens: { prompt: 1200, completion: 150 },
				cost: null,
				carbon: null,
			},
		},
		recordLabels.en,
	);
	const withRecord = `${text.slice(0, middle)}\n\n${record}${text.slice(middle)}`;

	const body = (preset, model, source, question, thread = []) => {
		const context = noteContext(source, "A note", "note", { from: 100, to: 200 });
		const prompt = promptOf("Write short.", context, question, thread);
		return {
			note: context.text,
			text: requestBody(
				{ note: null, endpoint: endpointOf(preset), model, prompt },
				{ noTraining: true, zeroRetention: false },
			),
		};
	};
	const answer = (passage) =>
		answerQuestion({ passage, selected: null, question: "Is this clear?", language: "English", extent: "note" });
	const pair = (first, second, preset = "custom", model = "a-model", after = text) =>
		shared(body(preset, model, text, first), body(preset, model, after, second));
	const turns = [
		{ role: "assistant", text: third },
		{ role: "user", text: "Why?" },
	];
	const cases = {
		"the same question of another passage": pair(answer(one), answer(other)),
		"the same, with cache breakpoints": pair(answer(one), answer(other), "openrouter", "anthropic/a-model"),
		"an answer, then other words": pair(answer(one), wordsQuestion(wordsAsk(other))),
		"other words, then more of them": pair(
			wordsQuestion(wordsAsk(one)),
			wordsQuestion(wordsAsk(one, { shown: [other, third] })),
		),
		"an answer, then a question about it": shared(
			body("custom", "a-model", text, answer(one)),
			body("custom", "a-model", text, answer(one), turns),
		),
		"after an answer was kept in the note": pair(answer(one), answer(other), "custom", "a-model", withRecord),
	};
	return Object.entries(cases).map(([name, value]) => bounded(`prefix, ${name}`, value, ">=", 0.99, share));
}

/** The share of the first request's note, in bytes on the wire, that lies in the common beginning. */
function shared(first, second) {
	const a = Buffer.from(first.text);
	const b = Buffer.from(second.text);
	const sent = Buffer.from(JSON.stringify(first.note).slice(1, -1));
	const start = a.indexOf(sent);
	if (start < 0) throw new Error("The note is not in the request.");
	let common = 0;
	while (common < a.length && common < b.length && a[common] === b[common]) common++;
	return Math.max(0, Math.min(common - start, sent.length)) / sent.length;
}
