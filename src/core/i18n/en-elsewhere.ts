import type { CitationStyle } from "../disclosure/citation";
import type { UnquotableReason } from "../record/elsewhere";

/** English words of quoting answers from elsewhere, and of citing. */
export const enElsewhere = {
	command: "Quote an answer from elsewhere",
	/** Stands for an objective in the record. */
	objective: "Elsewhere",
	/** Stands for a site that is not said. */
	nowhere: "another site",
	title: "Quote from elsewhere",
	words: "Its words",
	model: "Model",
	modelExample: "Claude Opus 4.1",
	at: "at",
	where: "Where",
	whereExample: "claude.ai",
	on: "on",
	date: "Date",
	question: "Question",
	optional: "Optional",
	hint: "Nothing is sent. The exact version is not known here: write what the site showed you.",
	unread: "The clipboard can’t be read here. Paste the answer into the field above.",
	empty: "The clipboard holds no text. Paste the answer into the field above.",
	missing: "Its words, the model’s name and a date are needed.",
	afterBlock: "Written after the paragraph",
	atEnd: "Written at the end of the note",
	inPlace: "Written in the place of the selected words",
	preview: "What will be written",
	quote: "Quote",
	cancel: "Cancel",
	leave: "Leave without quoting?",
	leaveText: "What you typed is not kept.",
	leaveGo: "Leave",
	leaveStay: "Go on",
	written: "Quoted.",
	refused: "The answer could not be quoted: the note is read-only, or another plugin keeps it as it is.",
	changed: "The note changed meanwhile. Select the words again.",
	reasons: {
		quoted: "Some of these words are a quotation of a model already.",
		frontmatter: "Properties can’t be quoted.",
		part: "Select code, formulas and comments whole, or not at all.",
	} satisfies Record<UnquotableReason, string>,
	cite: {
		command: "Cite this answer",
		button: "Cite",
		title: "Cite this answer",
		form: "Style",
		styles: { apa: "APA 7", mla: "MLA 9", chicago: "Chicago", bibtex: "BibTeX" } satisfies Record<
			CitationStyle,
			string
		>,
		address: "The address is your published note’s: an answer to a request has none of its own.",
		noAddress:
			"Where your note is published is not known: its title stands there. Set the address of your notes in the " +
			"settings, or the note’s property permalink.",
		copy: "Copy",
		copied: "Copied.",
		notCopied: "The clipboard could not be written. Select the text and copy it.",
		cancel: "Cancel",
		none: "This note quotes no model: there is nothing to cite.",
		which: "Put the cursor in the quotation that you want to cite, or in words you adopted.",
		setting: "Address of your notes",
		settingExample: "https://garden.example/{slug}",
		settingHint:
			"For citations: https://garden.example/{slug}, say. {path} is the note’s path as it is, {slug} the path " +
			"in small letters and hyphens, {name} its last part. The property permalink goes before.",
	},
};
