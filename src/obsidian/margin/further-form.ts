import type { InterfaceStrings } from "../../core/i18n/en";

/** What the form does. */
export interface FurtherPort {
	/** False when nothing was asked: what was typed then stays. */
	readonly send: (question: string) => Promise<boolean>;
	/** The form is gone; the keys were in it. */
	readonly closed: () => void;
}

/**
 * Opens the field for a question that goes on from an answer. Enter sends, Shift+Enter is a new line, Esc closes it.
 */
export function openFurther(parent: HTMLElement, strings: InterfaceStrings["margin"], port: FurtherPort): void {
	const open = parent.find("textarea");
	if (open !== null) {
		open.focus();
		return;
	}
	const label = strings.furtherPlaceholder;
	const field = parent.createEl("textarea", {
		cls: "expert-friend-field",
		attr: { rows: "2", placeholder: label, "aria-label": label },
	});
	const close = (): void => {
		parent.empty();
		port.closed();
	};
	let sending = false;
	const send = async (): Promise<void> => {
		const question = field.value.trim();
		if (question === "" || sending) return;
		sending = true;
		if (await port.send(question)) close();
		sending = false;
	};
	field.addEventListener("keydown", (event) => {
		if (event.isComposing) return;
		if (event.key === "Enter" && !event.shiftKey) void send();
		else if (event.key === "Escape") close();
		else return;
		event.preventDefault();
		event.stopPropagation();
	});
	parent
		.createEl("button", { cls: "expert-friend-quiet is-main", text: strings.send, attr: { type: "button" } })
		.addEventListener("click", () => void send());
	field.focus();
}
