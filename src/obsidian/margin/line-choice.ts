import { answerLines, chosenLines } from "../../core/consultation/answer-lines";
import { renderReply } from "./reply-dom";

/**
 * Lets the writer choose lines of an answer, each with a box, to be read as the answer is: what is kept is verbatim,
 * only less of it.
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
			const line = label.createDiv();
			renderReply(line, text);
			// A fence alone, or a rule: shown as it is.
			if (line.textContent.trim() === "") line.setText(text);
			box.setAttribute("aria-label", line.textContent.trim());
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
