/** A line of an answer that says something. */
export interface AnswerLine {
	readonly text: string;
	/** Whether a blank line stands before it, so that it begins a paragraph. */
	readonly isApart: boolean;
}

/** The lines of an answer, verbatim; blank ones only set others apart. */
export function answerLines(answer: string): readonly AnswerLine[] {
	const lines: AnswerLine[] = [];
	let isApart = false;
	for (const text of answer.split("\n")) {
		if (text.trim() === "") isApart = lines.length > 0;
		else {
			lines.push({ text, isApart });
			isApart = false;
		}
	}
	return lines;
}

/** Some lines of an answer as a text: paragraphs stay apart, all else is left out. @param chosen their indexes */
export function chosenLines(lines: readonly AnswerLine[], chosen: readonly number[]): string {
	let text = "";
	let last: number | null = null;
	for (const index of [...chosen].sort((a, b) => a - b)) {
		const line = lines[index];
		if (line === undefined) continue;
		if (last !== null) text += lines.slice(last + 1, index + 1).some(({ isApart }) => isApart) ? "\n\n" : "\n";
		text += line.text;
		last = index;
	}
	return text;
}
