import { EditorView } from "@codemirror/view";
import { freezeSentence } from "../../src/core/wording/freeze";
import { judgeRow } from "../../src/core/wording/judge-row";
import { readAhead } from "../../src/core/wording/judge";
import { RowReader } from "../../src/core/wording/reply-reader";
import { Preview, setPreview } from "../../src/editor/preview";
import { openPreviewing, untilDrawn } from "./editor-page.mjs";

/** Milliseconds from the last byte of a row to its preview's being drawn, without the wait for the frame. */
export async function firstRow({ language, sentence, asked, reply, readsAhead }) {
	const from = sentence.indexOf(asked);
	const original = { sentence, selection: { from, to: from + asked.length }, language };
	const view = openPreviewing(`${sentence} ${"Some other words here. ".repeat(4_000)}`);
	view.dispatch({ effects: EditorView.scrollIntoView(0) });
	const frozen = freezeSentence(sentence, original.selection);
	const reader = new RowReader({ original: frozen.shown, asked: 5, selection: frozen.shownSelection });
	if (readsAhead) readAhead(original);
	await untilDrawn(view, setPreview.of(null));
	const row = JSON.stringify({ text: reply, gloss: "" });
	reader.push(row.slice(0, -1));
	const start = performance.now();
	const [read] = reader.push(row.slice(-1));
	const judged = judgeRow(original, read.text, frozen);
	if ("broken" in judged) throw new Error(`Broken: ${judged.broken}`);
	const took = performance.now() - start;
	const { drawn } = await untilDrawn(view, setPreview.of(new Preview(original.selection, judged.changes)));
	view.destroy();
	return took + drawn;
}
