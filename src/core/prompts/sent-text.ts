import { withoutComments } from "../markdown/comments";
import { withoutRecords } from "../record/strip";

/**
 * With what style notes made by 0.1.0 begin: words for the writer, which a model took for directions. A note that holds
 * one still is left as it is, and sent without.
 */
const formerIntroductions: readonly string[] = [
	"This note tells your friend how to talk to you. It goes with every question. Change it as you like; links and " +
		"embeds of other notes are followed one level.",
	"Cette note dit à votre ami comment vous parler. Elle accompagne chaque question. Changez-la à votre guise ; les " +
		"liens et les notes intégrées sont suivis sur un niveau.",
];

/**
 * What is sent of a note that prompts are made of, trimmed. What speaks to the writer stays with the writer: comments,
 * and what the plugin itself once wrote into the style note. Records stay too, so that models do not feed on models.
 * @param body the note's text, or a part of it, without its properties
 */
export function sentText(body: string): string {
	const text = withoutComments(withoutRecords(body)).trim();
	const introduction = formerIntroductions.find((known) => text.startsWith(known));
	return introduction === undefined ? text : text.slice(introduction.length).trim();
}
