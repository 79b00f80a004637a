import { sentText } from "./sent-text";
import { seedsOf } from "./seeds";

/** Whether a style note holds nothing of the writer's own: it is empty, or as it was made. @param body its text */
export function isUntouchedStyle(body: string): boolean {
	const text = sentText(body);
	return text === "" || Object.values(seedsOf).some(({ style }) => sentText(style.body) === text);
}

/**
 * A style note with the writer's answers to questions at its end, each a line of a list.
 * @param body what there is of it; what a new one holds where there is none
 */
export function withAnswers(body: string, answers: readonly string[]): string {
	return [body.trimEnd(), ...answers.map((answer) => `- ${answer.replace(/\s+/g, " ").trim()}`)]
		.filter((part) => part !== "")
		.join("\n");
}
