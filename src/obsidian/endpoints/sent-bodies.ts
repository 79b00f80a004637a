import type { ChatRequest } from "../../core/chat/chat";

/** The bodies of requests as they went on the wire, for as long as the requests themselves are kept. */
export class SentBodies {
	private readonly bodies = new WeakMap<ChatRequest, string>();

	/** Remembers what was sent last for a request: it may go more than once, and not always the same. */
	sent(request: ChatRequest, body: string): void {
		this.bodies.set(request, body);
	}

	/** What was sent for a request; null while nothing was. */
	of(request: ChatRequest): string | null {
		return this.bodies.get(request) ?? null;
	}
}
