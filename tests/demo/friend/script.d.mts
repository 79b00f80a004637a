/** The scripted reply to a chat request's messages. */
export function replyTo(
	messages: readonly { readonly role: string; readonly content: string }[],
	model: string,
): string;
