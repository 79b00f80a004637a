/** What an identity line begins with behind the model's id, in every language. */
const via = /^\s+via\s+\S/;

/**
 * Marks the records among what was rendered for reading, by their identity line: each gets one class, whatever its
 * form, and so does the line. A quote without such a line is the writer's, and is left alone.
 */
export function markRecords(rendered: HTMLElement): void {
	for (const code of Array.from(rendered.querySelectorAll("blockquote p > code, .callout p > code"))) {
		const line = code.parentElement;
		const quote = code.closest(".callout, blockquote");
		if (line === null || quote === null || !isFirst(code) || !via.test(code.nextSibling?.textContent ?? "")) continue;
		line.classList.add("expert-friend-identity");
		quote.classList.add("expert-friend-record");
	}
}

/** Whether nothing but space stands before an element in its paragraph, or on its line there. */
function isFirst(element: Element): boolean {
	const before = element.previousSibling;
	return before === null || before.nodeName === "BR" || (before.textContent ?? "").trim() === "";
}
