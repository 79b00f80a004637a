import { readFileSync } from "node:fs";
import MarkdownIt from "markdown-it";
import { recordLabels } from "../../src/core/record/labels";
import { toldIdentity } from "../../src/core/record/normal";
import { printRecord, recordFormNames } from "../../src/core/record/print";
import { adoption } from "../core/record/arbitrary";
import { renderers } from "./renderers";

/**
 * A page with a record of each form, and one that the writer told, as one garden shows them, by the garden's name; and
 * the AI page with its numbers.
 */
export async function pages(theme: "light" | "dark"): Promise<ReadonlyMap<string, string>> {
	const adopted = adoption("Aucune ne nous invitait à rester.", "Aucune ne donnait envie d’y dormir.");
	const words = {
		...adopted.adoptions[0],
		changedBefore: [{ from: 10, to: 32 }],
		changedAdopted: [{ from: 10, to: 34 }],
	};
	const answered = {
		...adopted,
		objective: "Est-ce clair ?",
		adoptions: [],
		kept: { question: "Est-ce clair ?", answer: "Clair, sauf *il*.\n\n- un\n- **deux**", incomplete: false },
	};
	const told = { ...answered, objective: "Ailleurs", identity: toldIdentity("Claude Sonnet 4", "claude.ai") };
	const note = [
		...recordFormNames.flatMap((form) =>
			[{ ...adopted, objective: "Autres mots", adoptions: [{ ...adopted.adoptions[0], ...words }] }, answered].map(
				(record) => printRecord(record as typeof adopted, recordLabels.fr, form),
			),
		),
		printRecord(told, recordLabels.fr),
	].join("\n\nDes mots à moi, entre deux.\n\n");
	const style = readFileSync("docs/snippets/record.css", "utf8");
	const found = new Map<string, string>();
	for (const [name, render] of Object.entries(renderers)) found.set(name, page(await render(note), style, theme));
	const about = ["fr", "numbers.fr"].map((name) => readFileSync(`tests/core/disclosure/pages/${name}.md`, "utf8"));
	found.set(
		"ai-page",
		page(new MarkdownIt({ html: true }).render(about.join("\n").replace(/^---[^]*?---\n/, "")), style, theme),
	);
	return found;
}

/** As a garden's own page could be: what it does itself is little, so that what is seen is the record's. */
function page(body: string, style: string, theme: "light" | "dark"): string {
	const [text, ground] = theme === "light" ? ["#222", "#fff"] : ["#ddd", "#1e1e1e"];
	return `<!doctype html><html lang="fr" style="color-scheme:${theme}"><meta charset="utf-8"><style>
		body { max-width: 42em; margin: 2em auto; font: 16px/1.5 sans-serif; color: ${text}; background: ${ground}; }
		blockquote { margin: 1em 0; padding-inline-start: 1em; border-inline-start: 3px solid #8888; }
	</style><style>${style}</style><body>${body}</body></html>`;
}
