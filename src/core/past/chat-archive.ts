import type { JsonListener } from "./json-reader";
import { PastTally, tokenCount, tokensOfBytes, type PastCount, type PastPlaces, type PastSource } from "./past-use";

type ArchiveSource = Exclude<PastSource, "openrouter">;

/**
 * Where a reader stands in an archive, by how it came there. Known of ChatGPT's `conversations.json` (a tree of
 * messages for each conversation; since 2026 in several files, the model at the conversation), of Claude's (a list of
 * messages; no model but in what browser extensions save) and of Open WebUI's export (the tree in `history`, and the
 * branch shown once more in `messages`).
 */
type Room =
	| "outside"
	| "elsewhere"
	| "conversation"
	| "nodes"
	| "node"
	| "gpt message"
	| "author"
	| "metadata"
	| "content"
	| "parts"
	| "part"
	| "claude messages"
	| "claude message"
	| "blocks"
	| "block"
	| "chat"
	| "models"
	| "history"
	| "tree"
	| "branch"
	| "webui message"
	| "usage";

/** Where a key leads from a room; `*` is any other, and the items of an array. */
const doors: Readonly<Partial<Record<Room, Readonly<Record<string, Room>>>>> = {
	outside: { "*": "conversation" },
	conversation: {
		mapping: "nodes",
		chat_messages: "claude messages",
		chat: "chat",
		history: "history",
		messages: "branch",
		conversations: "outside",
	},
	nodes: { "*": "node" },
	node: { message: "gpt message" },
	"gpt message": { author: "author", metadata: "metadata", content: "content" },
	content: { parts: "parts" },
	parts: { "*": "part" },
	"claude messages": { "*": "claude message" },
	"claude message": { content: "blocks" },
	blocks: { "*": "block" },
	chat: { history: "history", messages: "branch", models: "models" },
	history: { messages: "tree" },
	tree: { "*": "webui message" },
	branch: { "*": "webui message" },
	"webui message": { usage: "usage", info: "usage" },
};

const messageRooms: Readonly<Partial<Record<Room, ArchiveSource>>> = {
	"gpt message": "chatgpt",
	"claude message": "claude",
	"webui message": "open-webui",
};

/** What is shown of ChatGPT's answers; the others are thoughts, code that it ran, and what came of that. */
const shownContents = ["text", "multimodal_text"];

interface Message {
	role: string;
	time: number | null;
	model: string;
	/** Of the text, told once and told again in blocks. */
	bytes: number;
	blockBytes: number;
	contentType: string;
	hidden: boolean;
	tokensIn: number | null;
	tokensOut: number | null;
}

const noMessage: Message = {
	role: "",
	time: null,
	model: "",
	bytes: 0,
	blockBytes: 0,
	contentType: "text",
	hidden: false,
	tokensIn: null,
	tokensOut: null,
};

/** The model of an answer that names one which can be none. No id is called so. */
const unnamed = "?";

/** The answers of a conversation so far. */
class Answers {
	private readonly tally = new PastTally();
	/** Bytes of questions that were not answered yet. */
	private asked = 0;

	constructor(private readonly places: PastPlaces) {}

	add(message: Message): void {
		const { role, time, model, tokensIn, tokensOut } = message;
		const bytes = Math.max(message.bytes, message.blockBytes);
		if (message.hidden || bytes === 0) return;
		if (role === "user" || role === "human") this.asked += bytes;
		if (role !== "assistant") return;
		this.tally.add({
			month: this.places.month(time),
			model: model === "" ? "" : this.places.model(model) || unnamed,
			answers: 1,
			tokensIn: tokensIn ?? tokensOfBytes(this.asked),
			tokensOut: tokensOut ?? tokensOfBytes(bytes),
			estimated: tokensIn === null || tokensOut === null,
			cost: null,
		});
		this.asked = 0;
	}

	get isEmpty(): boolean {
		return this.tally.isEmpty;
	}

	/** With what the conversation says where its answers say nothing. */
	of(month: string, model: string): readonly PastCount[] {
		return this.tally.all.map((count) => ({
			...count,
			month: count.month || month,
			model: count.model === unnamed ? "" : count.model || model,
		}));
	}
}

/** Counts the answers in an archive of conversations while it is read. */
export class ChatArchive implements JsonListener {
	private readonly rooms: Room[] = [];
	private readonly tally = new PastTally();
	/** Of which site it is; null until a message told. */
	source: ArchiveSource | null = null;
	private message: Message | null = null;
	private block = { type: "", bytes: 0 };
	private tree: Answers;
	private branch: Answers;
	private time: number | null = null;
	private model = "";

	constructor(private readonly places: PastPlaces) {
		this.tree = new Answers(places);
		this.branch = new Answers(places);
	}

	/** Of conversations that were read to their end. */
	get counts(): readonly PastCount[] {
		return this.tally.all;
	}

	open(key: string | null): void {
		const to = this.next(this.roomOf(key), key);
		this.rooms.push(to);
		if (to === "conversation") this.beginConversation();
		else if (to === "block") this.block = { type: "", bytes: 0 };
		else if (messageRooms[to] !== undefined) this.message = { ...noMessage };
	}

	/** Where something with a key is. Outermost in an object is a conversation, or an object with a list of them. */
	private roomOf(key: string | null): Room | undefined {
		const room = this.rooms[this.rooms.length - 1];
		if (room !== "outside" || key === null) return room;
		this.rooms[this.rooms.length - 1] = "conversation";
		this.beginConversation();
		return "conversation";
	}

	private next(from: Room | undefined, key: string | null): Room {
		if (from === undefined) return "outside";
		const ways = doors[from];
		return ways?.[key ?? "*"] ?? ways?.["*"] ?? "elsewhere";
	}

	private beginConversation(): void {
		[this.tree, this.branch] = [new Answers(this.places), new Answers(this.places)];
		[this.time, this.model] = [null, ""];
	}

	close(): void {
		const room = this.rooms.pop();
		if (room === "block" && this.message !== null && this.block.type === "text")
			this.message.blockBytes += this.block.bytes;
		if (room === "conversation") this.endConversation();
		const source = room === undefined ? undefined : messageRooms[room];
		if (source !== undefined) this.endMessage(source);
	}

	private endMessage(source: ArchiveSource): void {
		const { message } = this;
		this.message = null;
		this.source ??= source;
		// A file is of one site: what looks like another's was put there.
		if (message === null || this.source !== source) return;
		if (source === "chatgpt" && !shownContents.includes(message.contentType)) return;
		(this.rooms.includes("branch") ? this.branch : this.tree).add(message);
	}

	private endConversation(): void {
		const answers = this.tree.isEmpty ? this.branch : this.tree;
		for (const count of answers.of(this.places.month(this.time), this.places.model(this.model))) this.tally.add(count);
		this.beginConversation();
	}

	text(key: string | null, bytes: number, value: () => string | null): void {
		const room = this.roomOf(key);
		const { message } = this;
		switch (room) {
			case "conversation":
				if (key === "default_model_slug" || key === "model") this.model = value() ?? "";
				else if (key === "created_at") this.time ??= timeOf(value());
				return;
			case "models":
				if (this.model === "") this.model = value() ?? "";
				return;
			case "block":
				if (key === "type") this.block.type = value() ?? "";
				else if (key === "text") this.block.bytes += bytes;
				return;
			case undefined:
				return;
			default:
				if (message !== null) readText(message, room, key, bytes, value);
		}
	}

	number(key: string | null, value: number): void {
		const room = this.roomOf(key);
		const { message } = this;
		if (room === "conversation" && (key === "create_time" || key === "created_at")) this.time ??= ofSeconds(value);
		else if (room === "chat" && key === "timestamp") this.time ??= value;
		else if (message === null) return;
		else if (room === "gpt message" && key === "create_time") message.time = ofSeconds(value);
		else if (room === "webui message" && key === "timestamp") message.time = ofSeconds(value);
		else if (room === "usage" && key !== null) {
			if (promptKeys.includes(key)) message.tokensIn ??= tokenCount(value);
			else if (answerKeys.includes(key)) message.tokensOut ??= tokenCount(value);
		}
	}

	flag(key: string | null, value: boolean): void {
		const room = this.roomOf(key);
		if (this.message === null) return;
		if (room === "metadata" && key === "is_visually_hidden_from_conversation" && value) this.message.hidden = true;
		// Between two steps of one answer.
		if (room === "gpt message" && key === "end_turn" && !value) this.message.hidden = true;
	}
}

/** Names of figures in the order of what OpenAI's, Ollama's and Anthropic's endpoints report. */
const promptKeys = ["prompt_tokens", "prompt_eval_count", "input_tokens"];
const answerKeys = ["completion_tokens", "eval_count", "output_tokens"];

function readText(message: Message, room: Room, key: string | null, bytes: number, value: () => string | null): void {
	if (room === "author" && key === "role") message.role = value() ?? "";
	else if (room === "metadata" && key === "model_slug") message.model = value() ?? unnamed;
	else if (room === "content" && key === "content_type") message.contentType = value() ?? "";
	else if (room === "parts" || (room === "part" && key === "text")) message.bytes += bytes;
	else if (room === "gpt message" && key === "recipient") message.hidden ||= value() !== "all";
	else if (room === "claude message" || room === "webui message") {
		if (key === "sender" || key === "role") message.role = value() ?? "";
		else if (key === "created_at") message.time = timeOf(value());
		else if (key === "model") message.model = value() ?? unnamed;
		else if (key === "text" || key === "content") message.bytes += bytes;
	}
}

function timeOf(text: string | null): number | null {
	const time = Date.parse(text ?? "");
	return Number.isNaN(time) ? null : time;
}

/** Seconds since the epoch; some versions wrote milliseconds. */
function ofSeconds(value: number): number {
	return value > 1e11 ? value : value * 1000;
}
