import type { ChatRequest, FailureKind } from "../core/chat/chat";
import type { DataPolicy } from "./body";
import type { OptionalField } from "./optional-fields";

/**
 * Milliseconds to wait for the first words and between words. There is none for the connection: a page can't tell it
 * from the first line of an answer, and servers that load a model first, or answer in one piece, send that line when
 * they are ready.
 */
export interface Timeouts {
	/** For the first line of an answer, and again for its first words. */
	readonly firstToken: number;
	readonly betweenTokens: number;
}

/** A response in one piece, from a request that knows no CORS. */
export interface WholeResponse {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly text: string;
}

/** Header names in lower case or not: as the way to the network gives them. */
export function headerOf({ headers }: Response | WholeResponse, name: string): string | null {
	if (headers instanceof Headers) return headers.get(name);
	return Object.entries(headers).find(([one]) => one.toLowerCase() === name)?.[1] ?? null;
}

/** What the transport needs of the world. */
export interface TransportDeps {
	fetch(url: string, init: RequestInit): Promise<Response>;
	/** Posts without CORS and without streaming; null where there is no such way. */
	readonly requestOnce:
		| ((
				url: string,
				init: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
		  ) => Promise<WholeResponse>)
		| null;
	/**
	 * Why a request is not sent now; null when it may be. Asked each time anew: between two tries the writer may have
	 * made the note private.
	 */
	refusal(request: ChatRequest): Promise<FailureKind | null>;
	/** Told what goes on the wire, each time. */
	sent(request: ChatRequest, body: string): void;
	timeouts(): Timeouts;
	policy(): DataPolicy;
	/** Milliseconds since the epoch: may be set back. */
	now(): number;
	/** Milliseconds from some moment on, never set back: what waits is measured with. */
	elapsed(): number;
	/** Calls back once after so many milliseconds, unless the returned function is called before. */
	after(milliseconds: number, call: () => void): () => void;
	/** Hosts that could only be read in one piece. */
	readonly unstreamed: { has(host: string): boolean; add(host: string): void; forget(host: string): void };
	/** Fields that an endpoint refused for a model, and that it is not sent again. */
	readonly refused: {
		of(host: string, model: string): readonly OptionalField[];
		add(host: string, model: string, field: OptionalField): void;
		/** All are sent again. */
		forget(host: string, model: string): void;
	};
}
