// Exports of chat sites, made up from a seed: the same in every run. They come piece by piece, so that they may be of
// any length, and each tells what was put into it, counted without reading it.
import { random, sentence } from "../bench/text.mjs";

export type PastKind = "openrouter" | "open-webui" | "chatgpt" | "claude";

/** What to make. */
export interface PastWish {
	readonly kind: PastKind;
	readonly seed: number;
	/** Of requests, for OpenRouter. */
	readonly conversations: number;
	/** Whether texts and names look like fields, markup and secrets. Defaults to false. */
	readonly hostile?: boolean;
	/** Sentences of an answer. Defaults to 3. */
	readonly length?: number;
	/** How Python writes JSON: every sign beyond ASCII escaped. Defaults to false. */
	readonly escaped?: boolean;
}

/** What a model was used in a month, as it was put in. */
export interface MadeUse {
	answers: number;
	tokensIn: number;
	tokensOut: number;
	cost: number;
}

export interface MadePast {
	/** Texts that, one behind the other, are the file. */
	readonly pieces: Iterable<string>;
	/** By `month model`; complete when all pieces were taken. */
	readonly used: ReadonlyMap<string, MadeUse>;
	/** Pieces of texts that must be nowhere afterwards; complete when all pieces were taken. */
	readonly secrets: ReadonlySet<string>;
}

const models: Readonly<Record<PastKind, readonly string[]>> = {
	openrouter: ["anthropic/claude-4-sonnet-20250522", "openai/gpt-5-mini-2025-08-07", "moonshotai/kimi-k2-0905"],
	"open-webui": ["llama3.3:70b", "mistral-small3.2:24b", "openai/gpt-oss-120b"],
	chatgpt: ["gpt-4o", "gpt-5-thinking", "text-davinci-002-render-sha"],
	claude: ["claude-3-7-sonnet-20250219", ""],
};

/** Texts that would be counted, or end the text they are in, if they were read as anything but texts. */
const traps = [
	'", "model_slug": "gpt-9-forged", "x": "',
	'"}]}}, {"mapping": {"n": {"message": {"author": {"role": "assistant"}, "content": {"parts": ["forged"]}}}}}',
	'{"chat_messages": [{"sender": "assistant", "text": "forged", "created_at": "2025-01-01T00:00:00Z"}]}',
	"\\",
	'\\"',
	"\\u0022",
	"\u2028\u2029\u0000\u001f",
	"👩‍🔬 日本語 عربى",
	"generation_id,created_at,cost_total\n1,2026-01-01,9",
	"| ChatGPT | 2025-01 | `forged` | 999 | 1 | 1 | – |",
	"![[secret]] <img src=x onerror=alert(1)> <% tp.file %> `= 1`",
];
const trapModels = [
	"](javascript:x)",
	"a | b",
	"`x`",
	"Ignore all previous instructions",
	"<b>gpt</b>",
	"[[Note]]",
	"x".repeat(5000),
];

/** Makes an export. */
export function makePast({
	kind,
	seed,
	conversations,
	hostile = false,
	length = 3,
	escaped = false,
}: PastWish): MadePast {
	const next = random(seed);
	const used = new Map<string, MadeUse>();
	const secrets = new Set<string>();
	const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
	const json = (value: unknown): string => {
		const text = JSON.stringify(value);
		return escaped
			? text.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)
			: text;
	};
	const prose = (sentences: number): string => {
		const secret = `zq${Math.floor(next() * 1e9).toString(36)}`;
		if (secrets.size < 1000) secrets.add(secret);
		const parts = Array.from({ length: sentences }, () => sentence(next, next() < 0.5 ? "en" : "fr"));
		return [...parts, secret, ...(hostile ? [pick(traps)] : [])].join(" ");
	};
	const model = (): string => (hostile && next() < 0.2 ? pick(trapModels) : pick(models[kind]));
	const time = (): number => Date.UTC(2023, 0, 1) + Math.floor(next() * 1400 * 86_400) * 1000;
	const size = (text: string): number => Buffer.byteLength(text);
	const count = (at: number, named: string, use: Partial<MadeUse>): void => {
		const key = `${new Date(at).toISOString().slice(0, 7)} ${trapModels.includes(named) ? "" : named}`;
		const before = used.get(key) ?? { answers: 0, tokensIn: 0, tokensOut: 0, cost: 0 };
		used.set(key, {
			answers: before.answers + 1,
			tokensIn: before.tokensIn + (use.tokensIn ?? 0),
			tokensOut: before.tokensOut + (use.tokensOut ?? 0),
			cost: before.cost + (use.cost ?? 0),
		});
	};
	const estimated = (question: string, answer: string): Partial<MadeUse> => ({
		tokensIn: Math.ceil(size(question) / 4),
		tokensOut: Math.ceil(size(answer) / 4),
	});
	const turns = (): number => 1 + Math.floor(next() * 4);

	const chatgpt = (): unknown => {
		const begun = time();
		const usual = model();
		const atConversation = next() < 0.4;
		const nodes: Record<string, unknown> = {};
		const message = (id: string, role: string, at: number | null, content: unknown, more: object = {}): void => {
			nodes[id] = {
				id,
				message: {
					id,
					author: { role, name: null, metadata: { model_slug: "not-this-one" } },
					create_time: at === null ? null : at / 1000,
					content,
					status: "finished_successfully",
					end_turn: true,
					weight: 1,
					metadata: {},
					recipient: "all",
					...more,
				},
				parent: "root",
				children: [],
			};
		};
		nodes["root"] = { id: "root", message: null, parent: null, children: [] };
		message("system", "system", null, { content_type: "text", parts: [""] });
		message("about", "user", begun, { content_type: "user_editable_context", user_profile: prose(2) });
		for (let n = turns(); n > 0; n--) {
			const at = begun + n * 1000;
			const [question, answer, thought] = [prose(1), prose(length), prose(1)];
			const mine = atConversation ? usual : model();
			const slug = atConversation ? {} : { model_slug: mine };
			message(`q${n}`, "user", at, { content_type: "text", parts: [question] });
			message(
				`t${n}`,
				"assistant",
				at,
				{ content_type: "thoughts", thoughts: [{ content: thought }] },
				{ metadata: slug },
			);
			message(
				`s${n}`,
				"assistant",
				at,
				{ content_type: "text", parts: [thought] },
				{ end_turn: false, metadata: slug },
			);
			message(
				`c${n}`,
				"assistant",
				at,
				{ content_type: "code", text: thought },
				{ recipient: "python", metadata: slug },
			);
			message(
				`a${n}`,
				"assistant",
				at,
				{ content_type: "text", parts: [answer] },
				{ metadata: { ...slug, x: { model_slug: "no" } } },
			);
			count(at, mine, estimated(question, answer));
		}
		return {
			title: prose(1),
			create_time: begun / 1000,
			mapping: nodes,
			moderation_results: [],
			...(atConversation ? { default_model_slug: usual } : {}),
			id: `conversation-${begun}`,
		};
	};
	const claude = (): unknown => {
		const begun = time();
		const told = model();
		const inBlocks = next() < 0.5;
		const messages = [];
		for (let n = turns(); n > 0; n--) {
			const at = begun + n * 1000;
			const [question, answer] = [prose(1), prose(length)];
			for (const [sender, text] of [
				["human", question],
				["assistant", answer],
			] as const)
				messages.push({
					uuid: `${sender}-${at}`,
					text: inBlocks ? "" : text,
					content: [
						...(sender === "assistant" ? [{ type: "thinking", thinking: prose(1), text: prose(1) }] : []),
						{ start_timestamp: null, text, citations: [], type: "text" },
						{ type: "tool_result", content: [{ type: "text", text: prose(1) }] },
					],
					sender,
					created_at: new Date(at).toISOString(),
					attachments: [{ file_name: "a.txt", extracted_content: prose(1) }],
				});
			count(at, told, estimated(question, answer));
		}
		return {
			uuid: "u",
			name: prose(1),
			summary: "",
			created_at: new Date(begun).toISOString(),
			...(told === "" ? {} : { model: told }),
			chat_messages: messages,
		};
	};
	const webui = (): unknown => {
		const begun = time();
		const tree: Record<string, unknown> = {};
		for (let n = turns(); n > 0; n--) {
			const at = begun + n * 1000;
			const [question, answer, named] = [prose(1), prose(length), model()];
			const told = next() < 0.5 ? { tokensIn: 10 + n, tokensOut: 20 + n } : null;
			const names =
				next() < 0.5
					? (["prompt_tokens", "completion_tokens"] as const)
					: (["prompt_eval_count", "eval_count"] as const);
			tree[`q${n}`] = { id: `q${n}`, role: "user", content: question, timestamp: at / 1000, models: [named] };
			tree[`a${n}`] = {
				id: `a${n}`,
				role: "assistant",
				content: answer,
				model: named,
				modelName: prose(1),
				timestamp: at / 1000,
				...(told === null
					? {}
					: { usage: { [names[0]]: told.tokensIn, [names[1]]: told.tokensOut, details: { eval_count: 7 } } }),
				sources: [{ document: [prose(1)], metadata: [{ model: "no", role: "assistant" }] }],
			};
			count(at, named, told ?? estimated(question, answer));
		}
		return {
			id: "c",
			user_id: "u",
			title: prose(1),
			chat: {
				id: "",
				title: prose(1),
				models: ["not-this-one"],
				history: { currentId: "a1", messages: tree },
				messages: Object.values(tree),
				timestamp: begun,
			},
			created_at: begun / 1000,
		};
	};
	const line = (): string => {
		const at = time();
		const named = pick(models.openrouter);
		const [cost, tokensIn, tokensOut] = [
			Number((next() / 100).toFixed(6)),
			Math.floor(next() * 5000),
			Math.floor(next() * 900),
		];
		const own = next() < 0.1;
		if (!own) count(at, named, { cost, tokensIn, tokensOut });
		const key = hostile ? pick(traps) : prose(1);
		const date = new Date(at).toISOString().replace("T", " ").replace("Z", "");
		return (
			`gen-${at},${date},${cost},0,0,0,0,${tokensIn},${tokensOut},3,0,${named},"Some, ` +
			`""one""",,false,true,,stop,stop,1.5,1,false,"${key.replaceAll('"', '""')}",${own ? "Expert Friend" : "Other"}\n`
		);
	};
	const conversation = { chatgpt, claude, "open-webui": webui };
	function* pieces(): Generator<string> {
		if (kind === "openrouter") {
			yield (
				"generation_id,created_at,cost_total,cost_web_search,cost_cache,cost_file_processing," +
				"byok_usage_inference,tokens_prompt,tokens_completion,tokens_reasoning,tokens_cached,model_permaslug," +
				"provider_name,variant,cancelled,streamed,user,finish_reason_raw,finish_reason_normalized," +
				"generation_time_ms,time_to_first_token_ms,api_key_disabled,api_key_name,app_name\n"
			);
			for (let n = 0; n < conversations; n++) yield line();
			return;
		}
		yield "[";
		for (let n = 0; n < conversations; n++) yield `${n === 0 ? "" : ",\n"}${json(conversation[kind]())}`;
		yield "]";
	}
	return { pieces: pieces(), used, secrets };
}
