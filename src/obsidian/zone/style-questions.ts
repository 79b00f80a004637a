import type { InterfaceStrings } from "../../core/i18n/en";
import { GrowingField } from "./growing-field";

/** What the three questions are, in their order. */
const questions = ["readers", "manner", "never"] as const;

/**
 * Three questions to a writer whose style note holds nothing of their own yet. Answered in their words, in any number,
 * or skipped.
 */
export class StyleQuestions {
	constructor(
		parent: HTMLElement,
		{ zone }: InterfaceStrings,
		/** @param answers a line each; empty where the writer skipped them */
		done: (answers: readonly string[]) => void,
	) {
		const words = zone.questions;
		const dom = parent.createDiv({
			cls: "expert-friend-questions",
			attr: { role: "group", "aria-label": words.title },
		});
		dom.createDiv({ cls: "expert-friend-zone-label" }).createEl("b", { text: words.title });
		dom.createEl("p", { cls: "expert-friend-zone-note", text: words.hint });
		const fields = questions.map((name) => {
			const row = dom.createEl("label", { cls: "expert-friend-question" });
			row.createSpan({ text: words[name] });
			return {
				name,
				input: new GrowingField(row, { label: words[name], placeholder: "", typed: () => changed() }).input,
			};
		});
		const answers = (): readonly string[] =>
			fields
				.map(({ name, input }) => [words[name], input.value.trim()] as const)
				.filter(([, answer]) => answer !== "")
				.map(([question, answer]) => words.line(question, answer));
		const actions = dom.createDiv({ cls: "expert-friend-question-actions" });
		const add = actions.createEl("button", { text: words.add, attr: { type: "button" } });
		add.addEventListener("click", () => done(answers()));
		actions
			.createEl("button", { cls: "expert-friend-quiet", text: words.skip, attr: { type: "button" } })
			.addEventListener("click", () => done([]));
		const changed = (): void => {
			add.disabled = answers().length === 0;
		};
		changed();
	}
}
