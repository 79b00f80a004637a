/** English words of saying how models were used. */
export const enDisclosure = {
	page: {
		command: "Make or refresh the AI page",
		heading: "AI page",
		path: "Page",
		pathHint:
			"Name of the note, with its folder if it has one. The command Make or refresh the AI page writes a " +
			"section in it; what you write around that is never touched.",
		badPath: "This can’t be the name of a note. Choose another one.",
		published: "Notes that are published",
		publishedHint:
			"Other notes are not named, and nothing of them is counted. A note is kept back by publish: false, " +
			"dg-publish: false, published: false or draft: true.",
		publishedBy: {
			auto: "Those that say so, or all when none does",
			default: "All but those kept back",
			property: "Only those that say so",
		},
		keptBack: "Folders kept back",
		keptBackHint: "One per line. Their notes are never named on the page.",
		numbers: "Numbers",
		numbersHint: "Quotations by model, consultations, cost and carbon, folded at the end of the section.",
		sentences: "What you vouch for",
		sentencesHint: "Sentences that no journal can bear out. They are said in the language of the page.",
		scanning: "Reading your notes",
		scanned: (done: string, all: string) => `${done} of ${all} notes`,
		cancel: "Cancel",
		made: (path: string) => `Made: ${path}`,
		refreshed: (path: string) => `Refreshed: ${path}`,
		unnamed: (count: number, number: string) =>
			count === 1
				? "1 note that quotes a model is not published, and not in it."
				: `${number} notes that quote a model are not published, and not in it.`,
		announce: "The AI page was refreshed.",
		cancelled: "Nothing was written.",
		failed: (path: string) => `${path} could not be written. Close it in other programs, and try again.`,
		refused: "The page could not be changed: it is read-only, or another plugin keeps it as it is.",
		stay: "Leave it",
		moves: (from: string, to: string) => `Move the AI page from ${from} to ${to}?`,
		movesText: "The settings name another place than where it is. Links to it are kept, as when you move it yourself.",
		move: "Move it",
		notMoved: (to: string) => `The page could not be moved to ${to}. It is where it was.`,
		lost: (path: string) => `${path} is gone. Which note is the AI page now?`,
		makeNew: "Make a new page",
		noSection: (path: string) => `${path} has no section of Expert Friend’s`,
		noSectionText: "Its text is yours and stays as it is. The section can be added at its end; you may move it later.",
		addAtEnd: "Add at the end",
		broken: (path: string) => `The marks of the section in ${path} are broken`,
		brokenText: (start: string, end: string): readonly string[] => [
			"What is made for you stands between these two lines:",
			start,
			end,
			"One is missing, changed or out of order, so it can’t be told what is yours. Mend them, or remove both " +
				"to have a new section.",
		],
		open: "Open the page",
		several: (path: string) => `${path} has more than one section`,
		severalText: "The first one can be refreshed. The others stay as they are.",
		refreshFirst: "Refresh the first",
		edited: (path: string) => `The section in ${path} was edited`,
		editedText:
			"What stands between the marks is not what was last written there. Refreshing puts new text in its place.",
		replace: "Replace it",
		editedExplain: "To keep words of yours, move them out of the section first.",
	},
	records: {
		command: "Turn this note’s records into…",
		choose: "Which form should this note’s records have?",
		cancel: "Cancel",
		none: "This note quotes no model: there is nothing to turn.",
		same: "The records have that form already.",
		turned: (count: number) => (count === 1 ? "1 record turned." : `${count} records turned.`),
		left: (count: number) =>
			count === 1
				? "1 stays as it is: it was edited by hand, and would lose something."
				: `${count} stay as they are: they were edited by hand, and would lose something.`,
		refused: "The records could not be changed: the note is read-only, or another plugin keeps it as it is.",
	},
	acknowledgement: {
		command: "Acknowledge the models of this note",
		written: "Written.",
		stands: "The note says so already.",
		nothing: "This note quotes no model: there is nothing to acknowledge.",
		edited: "The sentence was edited",
		editedText: (sentence: string) => `What stands in the note is yours now: “${sentence}”`,
		replace: "Replace it",
		stay: "Leave it",
		refused: "The sentence could not be written: the note is read-only, or another plugin keeps it as it is.",
	},
	property: {
		name: "Property ai-disclosure",
		hint:
			"When it is saved, a note with records gets ai-assisted; one whose records all went, human-only. " +
			"ai-autonomous is yours to write, and stays. Values of the W3C’s draft; it is no legal statement.",
		announce: "Property ai-disclosure updated.",
	},
};
