import { readFileSync } from "node:fs";
import { recordLabels } from "../../src/core/record/labels";
import { toldIdentity } from "../../src/core/record/normal";
import { printRecord, type RecordForm } from "../../src/core/record/print";

export interface HostileReply {
	readonly id: string;
	readonly reply: string;
	readonly keep: readonly string[];
	/** Expressions that must not match any text the page makes of it. */
	readonly notText?: readonly string[];
}

interface Case {
	readonly id: string;
	readonly reply?: string;
	readonly repeat?: { readonly text: string; readonly times: number };
	readonly must_keep: readonly string[];
	readonly must_not_text?: readonly string[];
}

/** The labelled replies, and some that aim at gardens: second readings of rendered text. */
export const hostileReplies: readonly HostileReply[] = [
	...["hostile-replies", "hostile-replies-2", "quoted-replies"].flatMap((name) =>
		readFileSync(new URL(`../cases/${name}.jsonl`, import.meta.url), "utf8")
			.split("\n")
			.filter((line) => line !== "")
			.map((line) => {
				const one = JSON.parse(line) as Case;
				return {
					id: one.id,
					reply: one.reply ?? (one.repeat?.text ?? "").repeat(one.repeat?.times ?? 0),
					keep: one.must_keep,
					notText: one.must_not_text ?? [],
				};
			}),
	),
	{ id: "garden-mark-html", reply: "A ==<img src=x onerror=alert(1)>== B", keep: ["A", "B"] },
	{ id: "garden-field-embed", reply: "A (k:: ![[Private]]) and [k:: `= 1`] B", keep: ["A", "B"] },
	{ id: "garden-vue", reply: "A {{ constructor.constructor('alert(1)')() }} B", keep: ["A", "B"] },
	{ id: "garden-set", reply: "{% set x = 7 * 7 %}{{ x }} and {%- for i in [1] -%}loop{%- endfor -%} B", keep: ["B"] },
	{ id: "garden-mdx", reply: "import x from 'y'\n\n<Component {...props} /> {alert(1)} <5 B", keep: ["B"] },
	{ id: "garden-definition", reply: "Term\n:   Definition\n\n*[HTML]: Hyper", keep: ["Definition", "Hyper"] },
	{ id: "garden-attributes", reply: "Words {.class #id onclick=alert(1)} B", keep: ["Words", "B"] },
	{ id: "garden-std", reply: "Use std::vector in C++.", keep: ["std::vector in C++."] },
];

/** What the writer wrote around. */
export const before = "Words before.";
export const after = "Words after.";

/** A note that keeps a reply, as its writer would publish it. @param told whether the writer told the model */
export function noteWith(reply: string, form: RecordForm = "ai", told = false): string {
	const record = printRecord(
		{
			modelName: "Some Model",
			objective: "Reading",
			date: "2026-11-23",
			adoptions: [],
			kept: { question: "Is it clear?", answer: reply, incomplete: false },
			identity: told
				? toldIdentity("some/model-1", "Somewhere")
				: {
						model: "some/model-1",
						via: "Somewhere",
						provider: null,
						tokens: { prompt: 10, completion: 5 },
						cost: { amount: 0.01, currency: "USD", listed: null },
						carbon: null,
					},
		},
		recordLabels.en,
		form,
	);
	return `${before}\n\n${record}\n\n${after}\n`;
}

/** The text a browser would show for a page whose markup is known to be plain. */
export function shownText(html: string): string {
	return html
		.replace(/<[^>]*>/g, "")
		.replace(/&lt;/g, "<")
		.replace(/&gt;/g, ">")
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, "&");
}
