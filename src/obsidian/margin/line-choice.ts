import { answerLines, chosenLines } from "../../core/consultation/answer-lines";

/**
 * Lets the writer choose lines of an answer, as the answer has them, each with a box: what is kept is verbatim, only
 * less of it.
 */
export class LineChoice {
	private readonly boxes: readonly HTMLInputElement[];

	constructor(
		parent: HTMLElement,
		private readonly answer: string,
	) {
		parent.empty();
		this.boxes = answerLines(answer).map(({ text }) => {
			const label = parent.createEl("label", { cls: "expert-friend-line" });
			const box = label.createEl("input", { attr: { type: "checkbox" } });
			label.createSpan({ text });
			return box;
		});
		this.boxes[0]?.focus();
	}

	/** The chosen lines as a text; empty while none is chosen. */
	get chosen(): string {
		return chosenLines(
			answerLines(this.answer),
			this.boxes.flatMap((box, index) => (box.checked ? [index] : [])),
		);
	}
}
