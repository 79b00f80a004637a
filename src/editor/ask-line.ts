import type { EditorView } from "@codemirror/view";
import type { Range } from "../core/text/text";
import { addIcon, type DrawIcon } from "./button";
import { follow } from "./passages";
import { Surface, type CloseReason } from "./surface";

/** A line that is asked for before a question is sent. */
export interface AskLineModel {
	/** What is asked, and its icon. */
	readonly title: string;
	readonly icon: string;
	/** What the line should say. */
	readonly label: string;
	/** What the field holds at first. */
	readonly typed: string;
	readonly lately: { readonly label: string; readonly lines: readonly string[] };
	/** Label of the button. */
	readonly send: string;
	readonly drawIcon: DrawIcon;
	/** Says who is asked and what is sent. @param line as typed when it is called */
	readonly foot: (parent: HTMLElement, line: () => string) => void;
	/** Called once with a line that says something. */
	readonly ask: (line: string) => void;
	/** The line was left as it is, and nothing is asked. */
	readonly left: (line: string, reason: CloseReason) => void;
}

/** The id under which the passage is followed while the line is asked for. */
const trackId = "ask-line";

/** Numbers the labels' targets: there may be several windows. */
const fieldId = "expert-friend-ask-line";

/**
 * Asks for one line beneath a passage, in the place of the menu. Enter or the button asks, and only once something is
 * typed; Esc leaves.
 */
export function openAskLine(view: EditorView, passage: Range, at: number, model: AskLineModel): Surface {
	let asked: string | null = null;
	const surface = new Surface(view, {
		className: "expert-friend-ask",
		clear: () => followed.now(),
		at: () => followed.now().from + at - passage.from,
		onClose: (reason) => {
			followed.stop();
			if (asked === null) model.left(field.value, reason);
			else model.ask(asked);
		},
	});
	const followed = follow(view, trackId, passage);
	const { dom } = surface;
	dom.setAttrs({ role: "dialog", "aria-label": model.title });
	const title = dom.createDiv({ cls: "expert-friend-ask-title" });
	addIcon(title, model.drawIcon, model.icon);
	title.createSpan({ text: model.title });
	dom.createEl("label", { text: model.label, attr: { for: fieldId } });
	const row = dom.createDiv({ cls: "expert-friend-row" });
	const field = row.createEl("input", { attr: { id: fieldId, type: "text" } });
	field.value = model.typed;
	const send = row.createEl("button", { cls: "expert-friend-primary", text: model.send, attr: { type: "button" } });
	const update = (): void => {
		send.disabled = field.value.trim() === "";
	};
	const submit = (): void => {
		const line = field.value.trim();
		if (line === "") return;
		asked = line;
		surface.close("done");
	};
	addLately(dom, model.lately, (line) => {
		field.value = line;
		update();
		field.focus();
	});
	dom.createDiv({ cls: "expert-friend-sep", attr: { role: "separator" } });
	model.foot(dom.createDiv({ cls: "expert-friend-foot" }), () => field.value.trim());
	field.addEventListener("input", update);
	send.addEventListener("click", submit);
	dom.addEventListener("keydown", (event) => {
		if (event.isComposing) return;
		if (event.key === "Escape") surface.close("escape");
		else if (event.key === "Enter" && event.target === field) submit();
		else return;
		event.preventDefault();
		event.stopPropagation();
	});
	update();
	surface.place();
	field.focus();
	field.select();
	return surface;
}

/** Lines that were used lately: they fill the field and send nothing. */
function addLately(parent: HTMLElement, { label, lines }: AskLineModel["lately"], use: (line: string) => void): void {
	if (lines.length === 0) return;
	const row = parent.createDiv({ cls: "expert-friend-lately" });
	row.createSpan({ text: label });
	for (const line of lines)
		row
			.createEl("button", { cls: "expert-friend-quiet", text: line, attr: { type: "button" } })
			.addEventListener("click", () => use(line));
}
