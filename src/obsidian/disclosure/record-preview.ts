import { setIcon } from "obsidian";
import { knownLabels } from "../../core/record/labels";
import { labelIn } from "../../core/record/lines";
import { findRecords } from "../../core/record/parse";
import { unquoteInline } from "../../core/record/quote";
import { renderReply } from "../margin/reply-dom";

/**
 * Shows a printed record of a kept answer as it will look for reading, unfolded: what is shown is read back from what
 * is written, and drawn as text by our own renderer.
 */
export function showRecord(parent: HTMLElement, printed: string): void {
	parent.empty();
	const [found] = findRecords(printed);
	if (found === undefined) return;
	const lines = printed.split("\n").map((line) => line.replace(/^> ?/, ""));
	const { kept, modelName, objective, date } = found.record;
	const head = /^\[!([\w-]+)\]- (.*)$/.exec(lines[0] ?? "");
	const box = parent.createEl(head === null ? "blockquote" : "div", {
		cls: `${head === null ? "" : "callout "}expert-friend-record`,
		...(head === null ? {} : { attr: { "data-callout": head[1] ?? "" } }),
	});
	const said = head === null ? box : titled(box, unquoteInline(head[2] ?? ""));
	if (kept !== null && kept.question !== "") {
		const label = lines.map(labelIn).find((one) => one !== null)?.word ?? "";
		const colon = knownLabels().find(({ asked }) => asked === label)?.beforeColon ?? "";
		const asked = said.createEl("p");
		asked.createEl("strong", { text: `${label}${colon}:` });
		asked.appendText(` ${kept.question}`);
	}
	renderReply(said.createDiv(), kept?.answer ?? "");
	if (head === null) {
		const signature = said.createEl("p");
		signature.createEl("em", { text: modelName });
		signature.appendText(
			[objective, date]
				.filter((part) => part !== "")
				.map((part) => ` · ${part}`)
				.join(""),
		);
	}
	const [, id = "", rest = ""] = /^`([^`]*)`(.*)$/.exec(lines[lines.length - 1] ?? "") ?? [];
	const line = said.createEl("p", { cls: "expert-friend-identity" });
	line.createEl("code", { text: id });
	line.appendText(unquoteInline(rest));
}

function titled(box: HTMLElement, title: string): HTMLElement {
	const head = box.createDiv({ cls: "callout-title" });
	setIcon(head.createDiv({ cls: "callout-icon" }), "quote");
	head.createDiv({ cls: "callout-title-inner", text: title });
	return box.createDiv({ cls: "callout-content" });
}
