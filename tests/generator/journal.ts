// A vault of years of consultations, made up from a seed: the same in every run. Beside the files it tells what was put
// into them, so that a count can be checked against something that never read a file.
import { printEntry, type JournalEntry } from "../../src/core/journal/entry";
import { monthPath } from "../../src/core/journal/month";
import { recordLabels } from "../../src/core/record/labels";
import { random, sentence, word } from "../bench/text.mjs";

/** What to make. */
export interface JournalWish {
	readonly seed: number;
	/** Consultations that can be counted, each once. */
	readonly consultations: number;
	/** First day, and the last. Defaults to five years until 2026-11-23. */
	readonly from?: string;
	readonly to?: string;
	/** The plugin's folder. Defaults to `Expert friend`. */
	readonly folder?: string;
	/** Whether there are entries that can't be counted, replaced ones and a copy of a month. Defaults to true. */
	readonly flawed?: boolean;
	/** Paths of the notes that are asked about. Defaults to some hundreds with made-up names. */
	readonly notes?: readonly string[];
}

export interface MadeJournal {
	/** Texts by path. */
	readonly files: ReadonlyMap<string, string>;
	/** What the journal tells of each consultation in the end, in order of time. */
	readonly entries: readonly MadeEntry[];
	/** Entries that can't be counted. */
	readonly damaged: number;
}

/** An entry, and whether it is as earlier versions wrote them: without provider, place, seconds and words. */
export interface MadeEntry {
	readonly entry: JournalEntry;
	readonly earlier: boolean;
	/** Words of the adopted text that were put in, as the generator put them. */
	readonly words: number;
}

interface MadeModel {
	readonly id: string;
	readonly name: string;
	readonly endpoint: string;
	readonly via: string;
	readonly provider: string | null;
	readonly place: JournalEntry["place"];
	/** Per million tokens in and out; null where nobody tells. */
	readonly price: readonly [input: number, output: number] | null;
	readonly currency: string;
	readonly listed: boolean;
}

const router = { endpoint: "openrouter", via: "OpenRouter", place: "remote", currency: "USD", listed: false } as const;
const mistral = {
	endpoint: "mistral",
	via: "Mistral",
	provider: null,
	place: "remote",
	currency: "EUR",
	listed: true,
} as const;
const ollama = {
	endpoint: "ollama",
	via: "Ollama",
	provider: null,
	place: "device",
	price: [0, 0],
	currency: "USD",
	listed: false,
} as const;

/** The most used first. */
const models: readonly MadeModel[] = [
	{
		...router,
		id: "anthropic/claude-4-sonnet-20250522",
		name: "Claude Sonnet 4",
		provider: "Anthropic",
		price: [3, 15],
	},
	{ ...mistral, id: "mistral-medium-2508", name: "Mistral Medium 3.1", price: [0.4, 2] },
	{ ...ollama, id: "qwen3:14b", name: "Qwen3 14B" },
	{ ...router, id: "openai/gpt-5-mini-2025-08-07", name: "GPT-5 Mini", provider: "Azure", price: [0.25, 2] },
	{
		...router,
		id: "anthropic/claude-3.7-sonnet",
		name: "Claude 3.7 Sonnet",
		provider: "Amazon Bedrock",
		price: [3, 15],
	},
	{ ...router, id: "deepseek/deepseek-chat-v3-0324", name: "DeepSeek V3", provider: "DeepInfra", price: [0.28, 0.88] },
	{ ...mistral, id: "mistral-small-2506", name: "Mistral Small 3.2", price: [0.1, 0.3] },
	{ ...ollama, id: "mistral-small3.2:24b", name: "mistral small3.2:24b", place: "network" },
	{ ...router, id: "google/gemini-2.5-flash", name: "Gemini 2.5 Flash", provider: "Google", price: [0.3, 2.5] },
	{ ...router, id: "openai/gpt-oss-120b", name: "gpt-oss-120b", provider: "Cerebras", price: [0.25, 0.69] },
	{ ...router, id: "meta-llama/llama-3.3-70b-instruct", name: "Llama 3.3 70B", provider: "Groq", price: [0.59, 0.79] },
	{ ...router, id: "allenai/olmo-3-32b", name: "Olmo 3 32B", provider: "Parasail", price: [0.2, 0.35] },
	{
		...router,
		id: "x/untold",
		name: "Untold",
		endpoint: "gateway",
		via: "gateway.example",
		provider: null,
		price: null,
	},
];

const objectives = {
	en: ["Other words", "Is it clear?", "What could be better?", "Second pass", "Question"],
	fr: ["D’autres mots", "Est-ce clair ?", "Que pourrait-on améliorer ?", "Seconde lecture", "Question"],
} as const;
const folders = { en: ["Essays", "Garden", "Inbox"], fr: ["Carnets", "Jardin", "Lectures"] } as const;

/** Makes a journal. */
export function makeJournal({
	seed,
	consultations,
	from = "2021-11-24",
	to = "2026-11-23",
	folder = "Expert friend",
	flawed = true,
	notes = [],
}: JournalWish): MadeJournal {
	const next = random(seed);
	const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
	const texts = new Map<string, string[]>();
	const write = (path: string, text: string): void => {
		const parts = texts.get(path);
		if (parts === undefined) texts.set(path, [head, text]);
		else parts.push(text);
	};
	const entries: MadeEntry[] = [];
	let damaged = 0;
	for (let n = 0; n < consultations; n++) {
		// More of them as the years go by.
		const day = Math.min(days - 1, Math.floor(days * Math.sqrt((n + next()) / consultations)));
		const date = new Date(Date.parse(from) + day * 86_400_000).toISOString().slice(0, 10);
		const made = makeEntry(next, `made-${seed}-${n}`, date, notes);
		const { entry } = made;
		const language = n % 2 === 0 ? "en" : "fr";
		const path = monthPath(folder, entry.time);
		const printed = print(made, language, next() < 0.2);
		if (flawed && next() < 0.03) {
			const earlier = { ...made, entry: { ...entry, outcome: "dismissed", time: before(entry.time) } } as const;
			write(next() < 0.3 ? path.replace(/\.md$/, " (conflicted copy).md") : path, print(earlier, language, false));
		}
		write(path, printed);
		entries.push(made);
		if (flawed && next() < 0.01) {
			write(path, damage(print(makeEntry(next, `lost-${seed}-${n}`, date, notes), language, false), next));
			damaged++;
		}
	}
	return { files: new Map([...texts].map(([path, parts]) => [path, `${parts.join("\n\n")}\n`])), entries, damaged };
}

const head = ["---", "publish: false", "ai: never", "---"].join("\n");

function makeEntry(next: () => number, id: string, date: string, notes: readonly string[]): MadeEntry {
	const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
	const language = next() < 0.5 ? "en" : "fr";
	// Some are used far more than others.
	const model = models[Math.floor(models.length * next() ** 2)] as MadeModel;
	const chance = next();
	const outcome =
		chance < 0.4
			? "adopted"
			: chance < 0.6
				? "kept"
				: chance < 0.9
					? "dismissed"
					: chance < 0.95
						? "cancelled"
						: "failed";
	const told = outcome !== "failed" && next() > 0.02;
	const prompt = Math.round(300 + 6000 * next() ** 3);
	const completion = Math.round(40 + 800 * next() ** 2);
	const amount = model.price === null ? null : round((prompt * model.price[0] + completion * model.price[1]) / 1e6);
	const cost =
		told && amount !== null ? { amount, currency: model.currency, listed: model.listed ? "2026-11-01" : null } : null;
	const grams = round((completion * (0.2 + next())) / 1000);
	const text = sentence(next, language);
	const at = text.indexOf(" ") + 1;
	const to = text.indexOf(" ", at) < 0 ? text.length : text.indexOf(" ", at);
	const count = 1 + Math.floor(next() * 3);
	const put = Array.from({ length: count }, () => word(next, language)).join(" ");
	const takenBack = next() < 0.05 ? date : null;
	const hour = String(7 + Math.floor(next() * 15)).padStart(2, "0");
	const minute = String(Math.floor(next() * 60)).padStart(2, "0");
	const adopted = outcome === "adopted";
	return {
		earlier: date < "2024-01-01",
		words: adopted && takenBack === null ? count : 0,
		entry: {
			id,
			time: `${date}T${hour}:${minute}:${String(Math.floor(next() * 60)).padStart(2, "0")}+01:00`,
			note:
				notes.length > 0 ? pick(notes) : `${pick(folders[language])}/${word(next, language).replace(/[’']/g, "")}.md`,
			outcome,
			failure: outcome === "failed" ? "network" : null,
			endpoint: model.endpoint,
			place: model.place,
			seconds: outcome === "failed" ? null : round(1 + next() * 20),
			unknown: cost === null && outcome !== "failed" ? 1 : 0,
			proposals: adopted ? [put, word(next, language)] : [],
			record: {
				modelName: model.name,
				objective: pick(objectives[language]),
				date,
				adoptions: adopted
					? [
							{
								before: text,
								adopted: text.slice(0, at) + put + text.slice(to),
								changedBefore: [{ from: at, to }],
								changedAdopted: [{ from: at, to: at + put.length }],
								takenBack,
							},
						]
					: [],
				kept: adopted
					? null
					: { question: text, answer: outcome === "failed" ? "" : sentence(next, language), incomplete: false },
				identity: {
					model: model.id,
					via: model.via,
					provider: model.provider,
					tokens: told ? { prompt, completion } : null,
					cost,
					// What some endpoints say that did not measure.
					carbon: !told
						? null
						: next() < 0.02
							? { central: 0, low: 0, high: 0 }
							: { central: grams, low: round(grams / 8), high: round(grams * 2) },
				},
			},
			comparison:
				next() < 0.05
					? {
							id: `round-${id}`,
							preference: pick(["won", "lost", "tie"] as const),
							...(next() < 0.5 ? { blind: true } : {}),
						}
					: null,
		},
	};
}

function round(value: number): number {
	return Number(value.toPrecision(4));
}

/** The same day, an hour or so earlier, for an entry that was replaced. */
function before(time: string): string {
	return time.replace(/T\d\d/, "T06");
}

function print({ entry, earlier }: MadeEntry, language: "en" | "fr", link: boolean): string {
	const printed = printEntry(entry, { labels: recordLabels[language], link });
	return earlier ? printed.replace(/ \[(?:provider|place|seconds|words-adopted|blind):: [^\]]*\]/g, "") : printed;
}

/** Breaks an entry in one of the ways that happen: cut, merged by lines, edited by hand. */
function damage(printed: string, next: () => number): string {
	const lines = printed.split("\n");
	const facts = lines[2] ?? "";
	const ways: readonly (() => string)[] = [
		() => lines.slice(0, 2).join("\n"),
		() => [...lines.slice(0, 2), facts.slice(0, Math.floor(facts.indexOf("[model:: ") * next()))].join("\n"),
		() => printed.replace("[outcome:: ", "[outcome "),
		() => printed.replace(/\[at:: [^\]]*\]/, "[at:: some day]"),
		() => [lines[0], "<<<<<<< HEAD", "=======", ">>>>>>> other", ...lines.slice(3)].join("\n"),
	];
	return (ways[Math.floor(next() * ways.length)] as () => string)();
}
