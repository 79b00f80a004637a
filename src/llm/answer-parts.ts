import { record } from "./bounds";

type Fields = Record<string, unknown>;

/** What some gateways wrap an answer into. */
const wrappers = ["data", "result", "output", "response"];

/** The body of a reply, or what it wraps the answer into. */
export function answerIn(body: Fields): Fields {
	if (body["choices"] !== undefined) return body;
	for (const name of wrappers) {
		const inner = record(body[name]);
		if (inner["choices"] !== undefined || typeof inner["response"] === "string") return inner;
	}
	return body;
}

/** The choices of a frame; a frame without any may be one itself, as Ollama's and Cloudflare's own are. */
export function choicesIn(body: Fields): readonly unknown[] {
	const { choices } = body;
	if (Array.isArray(choices)) return choices;
	if (choices !== undefined && choices !== null) {
		const one = record(choices);
		return "0" in one ? Object.values(one) : [one];
	}
	if (typeof body["response"] === "string") return [{ text: body["response"] }];
	return [body["message"], body["delta"]].some((said) => "content" in record(said)) ? [body] : [];
}

/** The words that a choice brings, and what they are. */
export interface Words {
	readonly words: string;
	/** Whether they have the form of a whole message. */
	readonly isWhole: boolean;
	/** Whether it tells by a name of its own that the model thinks. */
	readonly isThinking: boolean;
}

/** The words of a choice, in whichever of its fields they stand. */
export function wordsIn(choice: Fields, delta: Fields, message: Fields): Words {
	const isDelta = "content" in delta;
	const isMessage = !isDelta && "content" in message;
	const content =
		(isDelta ? delta["content"] : message["content"]) ??
		[delta["text"], choice["text"], choice["delta"], choice["message"], choice["content"]].find(
			(one) => typeof one === "string",
		) ??
		"";
	return {
		words: typeof content === "string" ? content : contentText(content),
		isWhole: isMessage || typeof choice["message"] === "string",
		isThinking: (typeof content === "object" && content !== null) || hasThinking(delta) || hasThinking(message),
	};
}

// Google marks the parts that are thoughts, the others name them.
function contentText(content: unknown): string {
	if (typeof content === "string") return content;
	if (Array.isArray(content)) return content.map(contentText).join("");
	const { type, text, thought } = record(content);
	if (thought === true || (type !== undefined && type !== "text" && type !== "output_text")) return "";
	const words = typeof text === "string" ? text : record(text)["value"];
	return typeof words === "string" ? words : "";
}

// By whatever name: reasoning, reasoning_content, reasoning_details, thinking, thoughts.
function hasThinking(delta: Fields): boolean {
	for (const key in delta) {
		if (key === "content" || key === "role" || !/reason|think|thought/i.test(key)) continue;
		const value = delta[key];
		if (typeof value === "string" || Array.isArray(value)) {
			if (value.length > 0) return true;
		} else if (typeof value === "object" && value !== null) return true;
	}
	return false;
}
