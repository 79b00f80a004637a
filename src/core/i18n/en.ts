import type { FailureKind } from "../chat/chat";
import type { ServerProgram } from "../endpoint/endpoint";
import { variableNames } from "../prompts/objective";
import type { DevicePlace } from "../stored/places";
import type { Reason } from "../wording/ends";
import type { Mend } from "../wording/candidate";
import { durationOf } from "./duration";
import { enDisclosure } from "./en-disclosure";
import { enElsewhere } from "./en-elsewhere";
import { enFirstRun } from "./en-first-run";
import { enModels } from "./en-models";
import { enSettings } from "./en-settings";
import { enStatistics } from "./en-statistics";
import { enZone } from "./en-zone";

/** Every word of the interface, in English. Sentence case; what a person can act on; no exclamation marks. */
export const en = {
	/** BCP 47 tag for numbers and dates. */
	locale: "en",
	/** The language's own name in English, as told to the friend. */
	languageName: "English",
	pluginName: "Expert Friend",

	commands: {
		consult: "Consult",
		otherWords: "Other words",
		ask: "Ask a question",
		margin: "Open the margin",
		nextAnswer: "Next answer",
		previousAnswer: "Previous answer",
		style: "Open the style prompt",
		adopted: "Who proposed these words?",
		setUp: "Set up a friend",
		status: "Show what this month cost and what is running",
		stop: "Cancel the running consultations of this note",
	},
	menu: {
		label: "Consult your expert friend",
		chip: "Consult",
		ask: "Ask…",
		more: "More",
		/** What was asked with a line that the writer filled in. */
		askedWith: (objective: string, line: string) => `${objective}: ${line}`,
		lately: "Lately",
		chooseModel: "Choose a model",
		noModel: "No model chosen yet",
		modelAt: (model: string, endpoint: string) => `${model} at ${endpoint}`,
		sendsNote: (words: string) => `Sends the whole note, ${words} words`,
		sendsSection: (words: string) => `Sends the section, ${words} words`,
		sendsPassage: "Sends the passage only",
		sendsPart: (words: string) =>
			`Too long for this model: sends the outline and the part around the passage, ${words} words`,
		forecast: (low: string, high: string) => (low === high ? low : `${low} to ${high}`),
		unknownPrice: "price unknown",
		local: "on this device",
	},
	problems: {
		properties: (value: string) => `The note’s properties can’t be read: ${value}`,
		kind: (value: string) => `Property kind is “${value}”; it can be words, answer or remarks`,
		context: (value: string) => `Property context is “${value}”; it can be note, section or passage`,
		thinking: (value: string) => `Property thinking is “${value}”; it can be off or on`,
		empty: () => "The note has no prompt yet",
		variable: (value: string) => `Not a variable: ${value}. There are ${variableNames.join(", ")}`,
		unused: (label: string) => `It asks “${label}”, and the prompt does not hold {{asked}}`,
		unasked: () => "The prompt holds {{asked}}, and no property ask says what to ask for",
		private: () => "This note is private, so its prompt is never sent",
	},
	/** The dialog that adds objectives of newer versions to a folder made by an older one. */
	addObjectives: {
		title: "Add missing objectives",
		explain: "Your folder does not hold these. Tick those you want; each becomes a note of yours.",
		add: (count: number) => (count === 1 ? "Add 1 objective" : `Add ${count} objectives`),
		cancel: "Cancel",
		none: "No objective is missing.",
		added: (count: number) => (count === 1 ? "1 objective added." : `${count} objectives added.`),
		failed: (name: string) => `“${name}” could not be made.`,
	},
	/** A note that the style prompt does without. */
	styleLeftOut: {
		private: (link: string) => `“${link}” is private or gone: the style prompt does without it.`,
		section: (link: string) => `The style note links to “${link}”, which is not there: nothing of that note is sent.`,
	},
	refusals: {
		frontmatter: "No sentence to ask about here: these are the note’s properties.",
		code: "No sentence to ask about here: this is code.",
		math: "No sentence to ask about here: this is a formula.",
		comment: "No sentence to ask about here: this is a comment.",
		address: "Nothing to reword here: this is an address.",
		link:
			"Nothing to reword here: this is a note’s name. Give the link words of its own, [[name|words]], to " +
			"reword those.",
		embed: "Nothing to reword here: this shows what stands elsewhere.",
		tag: "Nothing to reword here: this is a tag.",
		template: "Nothing to reword here: this is a template’s tag.",
		icon: "Nothing to reword here: this is an icon’s name.",
		footnote:
			"Nothing to reword here: this is a footnote. Its text can be reworded where it stands on a line of its own.",
		citation: "Nothing to reword here: this is a citation’s key.",
		html: "Nothing to reword here: this is HTML.",
		record: "Nothing to reword here: this quotes a model, and stays as it was said.",
		nothing: "No sentence to ask about here: select a word or put the cursor in a sentence.",
		private: "This note is private (property ai: never). Nothing was sent.",
		unreadFolders:
			"It is not known which folders are private: the settings could not be read. Nothing was sent. Name them " +
			"in the settings, or say there that these are all.",
		unclear:
			"This note’s properties speak of ai, and what they say can’t be understood: it counts as private. " +
			"Nothing was sent. Write ai: never to keep it private, or take that line out.",
		privateFolder: "Notes of this folder are private. Nothing was sent.",
		gone: "The note is no longer in the vault. Nothing was sent.",
		changed: "These words changed in the meantime. Nothing was sent. Select them again.",
		fragment: "Only a part of a note is edited here. Open the note itself and start there.",
		cell: "These words can’t be found in the note that the table is in. Switch to source mode and select them there.",
		noteless: "These words are in no note. Put them into a note and start there.",
		reading: "The note is shown for reading. Switch to editing and start there.",
		opening: "The note is still being opened: its text is not there yet. Try again in a moment.",
		unread: "The note could not be read. Nothing was sent. Try again.",
		busy: (count: number) =>
			count === 1
				? "A consultation is running. Wait for it, or cancel it."
				: `${count} consultations are running. Wait for one, or cancel one.`,
	},
	words: {
		head: (selection: string) => `Other words for ${selection}`,
		headPassage: "Other words for the passage",
		list: "Other words",
		asking: "The friend is looking for words…",
		own: "Type your own word; the sentence will agree with it",
		ownLabel: "Your own word",
		yours: "yours",
		askAgreement: "Make it agree",
		picked: "picked",
		agreeing: "agreeing",
		more: "More",
		moreActions: "More actions",
		loosen: "Loosen",
		loosenHint: "Allow the sentence to be recast",
		otherModels: "Other models…",
		together: (count: number) => (count === 2 ? "Both together" : `All ${count} together`),
		chooseModel: "Choose a model…",
		/** What the keys are called that adopt and that close. */
		keys: { enter: "Enter", escape: "Esc" },
		position: (row: number, rows: number) => `${row} of ${rows}`,
		/** Told to screen readers once all have come. */
		arrived: (count: number) => (count === 1 ? "1 proposal" : `${count} proposals`),
		adopt: "Adopt",
		keepMine: "Keep mine",
		cancel: "Cancel",
		close: "Close",
		again: "Try again",
		details: "Details",
		leftOut: (count: number) => (count === 1 ? "1 unusable proposal left out" : `${count} unusable proposals left out`),
		see: (count: number) => (count === 1 ? "See it" : "See them"),
		/** Of proposals that can be used once they were put right. */
		mended: (count: number) => `${count} put right`,
		/** What was put right in one. */
		mends: {
			remark: "Left out what stood beside the sentence",
			cut: "Put back the part of the sentence that was cut off",
			marks: "Put back your punctuation and quotation marks",
			spaces: "Put back your spaces",
			emphasis: "Put back your emphasis",
			signs: "Put back a link, code or another sign of the note",
			doubled: "Left out a word that stood there twice",
			capital: "Put back the capital",
			spelling: "Left your spelling as it was where you did not ask",
			part: "Left out the changes that break a link or another sign of the note",
		} satisfies Record<Mend, string>,
		hidden: (count: number) => (count === 1 ? "1 recasts the sentence" : `${count} recast the sentence`),
		/** Of a word that came without its sentence, in place of what it brings. */
		alone: "the word alone",
		aloneUnagreed: "The friend did not give the sentence with this word. You can adopt the word as it stands.",
		ownUnagreed: "The friend did not give the sentence with your word. Try again, or type it yourself.",
		nothingBetter: "Nothing better: your words stand.",
		nothingMore: "Nothing more.",
		unusable: (count: number) =>
			count === 1 ? "One proposal, and it could not be used." : `${count} proposals, and none could be used.`,
		/** Why so many proposals can't be used: the figure stands before. */
		reasons: {
			recast: (count: number) => (count === 1 ? "recasts" : "recast") + " the sentence around your words",
			link: (count: number) => (count === 1 ? "changes" : "change") + " a link",
			code: (count: number) => (count === 1 ? "changes" : "change") + " code, a formula or a template",
			sign: (count: number) => (count === 1 ? "changes" : "change") + " a footnote, a tag or another sign of the note",
			emphasis: (count: number) => (count === 1 ? "moves or loses" : "move or lose") + " emphasis",
			spaces: (count: number) => (count === 1 ? "changes" : "change") + " a no-break space",
			marks: (count: number) => (count === 1 ? "changes" : "change") + " quotation marks, brackets or other signs",
			layout: (count: number) => (count === 1 ? "changes" : "change") + " the layout",
			language: (count: number) => (count === 1 ? "is" : "are") + " in another language than the sentence",
			outside: (count: number) => (count === 1 ? "changes" : "change") + " words that you did not ask about",
			unrelated: (count: number) => (count === 1 ? "is" : "are") + " no version of the sentence",
			unread: (count: number) => (count === 1 ? "is not a" : "are no") + " whole sentence" + (count === 1 ? "" : "s"),
		} satisfies Record<Reason, (count: number) => string>,
		showThem: "Show them",
		unread: "The reply could not be read.",
		unreadKept: (tokens: string) =>
			`${tokens} tokens came, and no proposal could be told apart in them. Details shows all that came.`,
		/** Title over what a model said and the list does not show. */
		came: "What came",
		adopted: (word: string) => `Adopted: ${word}`,
		adoptedMany: (count: number) => (count === 1 ? "1 change adopted" : `${count} changes adopted`),
		conflict:
			"The sentence changed there meanwhile: this proposal no longer fits. Choose another, or close and ask " +
			"again.",
		already: "The sentence says so already: there is nothing to adopt.",
		refused: "The note did not take the change: it is read-only, or another plugin guards it. Nothing was written.",
		passageGone: "The sentence is no longer in the note. Nothing was written.",
		change: (index: number, count: number) => `Change ${index} of ${count}`,
		before: "Yours",
		after: "Instead",
		skip: "Skip",
		previous: "Previous",
		next: "Next",
		adoptAll: (count: number) => (count === 1 ? "Adopt the last one" : `Adopt all ${count}`),
		adoptRest: (count: number) => (count === 1 ? "Adopt the last one" : `Adopt the other ${count}`),
		finished: (adopted: number, count: number) => `${adopted} of ${count} adopted`,
		soFar: (cost: string) => `So far ${cost}`,
		option: (phrase: string, gloss: string) => (gloss === "" ? phrase : `${phrase}, ${gloss}`),
	},
	margin: {
		title: "Margin",
		empty: "No answer waits",
		noAnswer: "No answer waits in the margin.",
		/** Before a question that goes on from an answer: what was asked there. */
		furtherTo: (asked: string) => `Further to: ${asked}`,
		emptyHint: "Select a sentence in a note and ask: answers wait here until you keep or dismiss them.",
		here: (count: number) =>
			count === 0
				? "No consultation in this note"
				: count === 1
					? "1 consultation in this note"
					: `${count} consultations in this note`,
		elsewhere: (count: number) =>
			count === 0 ? "No consultation in this note" : count === 1 ? "1 in another note" : `${count} in other notes`,
		status: (running: number, waiting: number) =>
			[running > 0 ? `${running} running` : "", waiting > 0 ? `${waiting} waiting` : ""]
				.filter((part) => part !== "")
				.join(", "),
		keep: "Keep",
		keepPart: "Keep a part",
		keepSelected: "Keep the selected lines",
		further: "Ask further",
		secondPass: "Second pass",
		sideBySide: "Side by side",
		sent: "What was sent",
		inVault: "In your vault:",
		sentGone: "What was sent is not kept after a restart. Ask again to see it.",
		again: "Again…",
		copy: "Copy",
		dismiss: "Dismiss",
		cancel: "Cancel",
		undoDismiss: "Undo",
		dismissed: "Dismissed.",
		kept: "Kept in the note.",
		copied: "Copied as plain text.",
		notCopied: "It could not be copied. Click into the window and try again.",
		thinking: "The friend is thinking…",
		seconds: (seconds: number) => `${seconds}\u00a0s`,
		tokens: (prompt: string, completion: string) => `${prompt} + ${completion} tokens`,
		tokensSoFar: (count: string) => `about ${count} tokens`,
		costSoFar: (amount: string) => `about ${amount} so far`,
		costUnknown: "cost unknown",
		notStreamed: "not streamed",
		resent: "can’t be read while it is written: asked again, in one piece",
		incomplete: "incomplete",
		cancelled: "Cancelled. What had come is kept.",
		cancelledEmpty: "Cancelled. Nothing had come.",
		cancelledWhole: "Cancelled. It was asked in one piece: the server may go on, and charge for it.",
		interrupted: "Interrupted when the app closed. What had come is kept.",
		truncated: "The answer reached the model’s length limit.",
		partRead: (read: string, sent: string, room: string) =>
			`Only a part was read: ${read} tokens of about ${sent} that were sent. ${room} Or ask about the section, ` +
			"or choose a model with more room.",
		/** What gives a model more room, by the program that runs it. */
		moreRoom: {
			ollama: "Give the model more room in Ollama: its context length in the app’s settings, or num_ctx.",
			lmstudio: "Give the model more room in LM Studio: load it with a longer context length.",
			llamacpp: "Give the model more room: start llama.cpp’s server with a greater -c.",
			other: "Give the model more room where it runs, if that is yours to set.",
		} satisfies Record<ServerProgram, string>,
		retrying: (seconds: number) => `Trying again in ${seconds}\u00a0s.`,
		more: "More actions",
		tryNow: "Try now",
		sameModel: (model: string) => `Ask ${model} again`,
		otherModel: "Other model",
		details: "Details",
		copyDetails: "Copy for a bug report",
		lost: "The passage can’t be found in the note. The answer stays here.",
		noteGone: "Its note is no longer in the vault. The answer stays here.",
		goTo: (passage: string) => `Go to the passage ${passage}`,
		/** Told to screen readers. */
		wasAsked: (model: string) => `${model} was asked.`,
		hasAnswered: (model: string) => `${model} has answered.`,
		furtherPlaceholder: "Ask further about this passage",
		send: "Send",
		openNote: (name: string) => `In ${name}`,
		carbon: (grams: string, low: string, high: string) => `about ${grams}\u00a0g CO₂e (${low}–${high})`,
		atListPrice: (amount: string, date: string) => `${amount} at the list price of ${date}`,
	},
	/** Readings of whole notes, and their remarks. */
	reading: {
		title: (asked: string, nth: number) => (nth === 1 ? asked : `${asked}, reading ${nth}`),
		remarks: (count: number) => (count === 1 ? "1 remark" : `${count} remarks`),
		none: "No remark: nothing stands in a reader’s way.",
		settledCount: (count: number) => `${count} settled`,
		dropped: (count: number) =>
			count === 1
				? "1 dropped: its quotation is not in the note"
				: `${count} dropped: their quotations are not in the note`,
		seeDropped: "See what was dropped",
		unread: "The reply could not be told apart into remarks. Details shows all that came.",
		again: "Read again",
		settle: "Settled",
		remark: (number: number) => `Remark ${number}`,
		numbered: (number: number, words: string) => `${number}. ${words}`,
		gone: "Settled: its words have changed.",
		ticked: "Settled by you.",
		settledNow: (why: string) => (why === "" ? "Settled, says the friend." : `Settled, says the friend: ${why}`),
	},
	/** After an amount of carbon: what it rests on, where that is little. */
	carbon: { byPrice: ", judged by its price", general: ", as models take in general" },
	sent: {
		title: "What is sent",
		where: (model: string, address: string) =>
			`To ${address}, for ${model}. Your key goes along in a header of its own and is not shown.`,
		rules: "Rules and style",
		note: "The note",
		question: "Passage and question",
		asked: "Asked further",
		answered: "Answered before",
		exact: (bytes: string) => `Exactly as sent, ${bytes} bytes`,
		copy: "Copy the request",
		copied: "Copied.",
	},
	compare: {
		title: "Compare models",
		tab: "Compare",
		entry: "Compare models…",
		question: "Question",
		models: "Models",
		filter: "Find a model",
		blind: "Hide the names until I have chosen",
		count: (fewest: number, most: number) => `Choose ${fewest} to ${most} models.`,
		forecast: (count: number, cost: string) => `${count} models together: ${cost}`,
		answer: (letter: string) => `Answer ${letter}`,
		was: (letter: string) => `Was ${letter}`,
		prefer: (name: string) => `Prefer ${name}`,
		none: "No preference",
		reveal: "Reveal without choosing",
		yours: "Your choice",
		waiting: "All answers are shown once the last one is there.",
		hidden: "Names, times and prices are revealed after you choose. Nothing is merged; each answer keeps its author.",
		settled: "Kept or dismissed.",
		close: "Close the comparison",
		gone: "This comparison was closed.",
		ranking: (objective: string) => `Your choices for “${objective}” so far:`,
		ranked: (name: string, wins: number, ties: number, rounds: number) =>
			[`${name} ${wins} of ${rounds}`, ...(ties > 0 ? [`${ties} without preference`] : [])].join(", "),
		rankedAll: (parts: readonly string[]) => `${parts.join("; ")}.`,
		tooFew: "Too few to be a measure.",
		unkept: "The journal is turned off: this choice is not counted.",
	},
	earlier: {
		weigh:
			"Form your own view first. Then weigh what was said before as you would a stranger’s words: what holds, " +
			"and what was beside the point.",
		asked: (date: string) => `On ${date} someone was consulted about this passage.`,
		adopted: (before: string, after: string) => `The writer replaced “${before}” by “${after}”.`,
		takenBack: (before: string, after: string) =>
			`The writer replaced “${before}” by “${after}”, and has gone back to the former since.`,
		answered: (question: string, answer: string) => `Asked: ${question}\nSaid:\n${answer}`,
		changed: "The writer has worked on the passage since.",
		unchanged: "The writer has not changed the passage since.",
	},
	keep: {
		where: "The passage can't be found in the note",
		whereText: "Where should the answer be kept?",
		atEnd: "At the end of the note",
		atCursor: "After the paragraph at the cursor",
		cancel: "Cancel",
		noteGone: (path: string) => `${path} is no longer in the vault. The answer stays in the margin.`,
		refused: (path: string) =>
			`${path} did not take the answer: it is read-only, or another plugin guards it. The answer stays in the ` +
			"margin.",
		failed: (path: string) => `${path} could not be written. The answer stays in the margin: try again, or copy it.`,
	},
	/** Someone’s words between quotation marks. */
	quoted: (text: string) => `“${text}”`,
	/** What something is, and what it says. */
	labelled: (label: string, text: string) => `${label}: ${text}`,
	ask: {
		title: "Ask your expert friend",
		/** What a free question is called in records and statistics. */
		name: "Question",
		placeholder: "What would you like to know about this passage?",
		send: "Ask",
		cancel: "Cancel",
		recent: "Asked lately",
	},
	status: { month: "This month", model: (name: string) => `Model: ${name}` },
	budget: {
		title: "This month’s budget is spent",
		explain: "Nothing has been sent yet. The budget can be changed in the settings.",
		beyond: "Ask all the same",
		stay: "Don’t ask",
		all: "All endpoints",
		of: (spent: string, budget: string) => `${spent} of ${budget}`,
		line: (name: string, amounts: string) => `${name}: ${amounts}`,
		nothing: "nothing yet",
		unknown: (requests: number) => `${requests} of unknown cost`,
		near: (line: string) => `This month’s budget comes to its end. ${line}.`,
		spent: (line: string) => `This month’s budget is spent. ${line}. You are asked before more is sent.`,
	},
	failures: {
		setup: "No model is set up yet. Choose an endpoint and a model in the settings.",
		address:
			"The endpoint’s address can’t be used. Correct it in the settings: it begins with https://, or with " +
			"http:// for this computer and the network at home, and does not lead on to another address.",
		key: "No key is kept on this device for this endpoint, or its address changed since. Enter it in the settings.",
		budget: "Nothing was sent: this month’s budget is spent. It can be changed in the settings.",
		private: "Nothing was sent: the note is private now, by its property ai or by its folder, or it is gone.",
		sources:
			"Nothing was sent: the objective’s note, the style note or one it links to has become private or is " +
			"gone. Ask again: what the style brings is left out then.",
		auth: "The endpoint refused the key. Check it in the settings.",
		credit: "There is no credit left at the endpoint. Add some there, or choose another model.",
		policy:
			"The endpoint’s rules don’t allow this question: for what it is about, for where you are, or for what " +
			"your key may do. Details says more. Choose another model, or another endpoint.",
		context: "The note is too long for this model. Ask about the section, or choose a model with a longer context.",
		refused: "The model refused to answer this.",
		request:
			"The endpoint does not understand the request. Details says what it objects to. Choose another model, or " +
			"another endpoint.",
		rate: "Too many requests for now. Wait a little, or choose another model.",
		overloaded: "The model is overloaded. Try again in a moment, or choose another.",
		unavailable: "The model did not answer. Try again in a moment, or choose another.",
		format: "The reply could not be read: it holds no answer. Try again, or choose another model.",
		network:
			"The endpoint can’t be reached, or the connection was lost before the first word. Check the connection, " +
			"its address, and that its server runs.",
		timeout: "No answer in time. Try again, or allow more time in the settings.",
	} satisfies Record<FailureKind, string>,
	/** After `failures` of which no more is known. */
	endpointSaid: (sentence: string) => `The endpoint says: “${sentence}”`,
	/** Instead of `failures.unavailable` when the endpoint does not know the model. */
	unknownModel: "The endpoint does not offer this model. Check its name, or choose another.",
	/** Instead of `failures.unavailable` when a model is too large for its computer. */
	noMemory:
		"The model does not fit into the memory of the computer it runs on. Choose a smaller one, or free memory " +
		"there.",
	/** Instead of `failures.request` when the endpoint does not take the privacy settings. */
	privacyRefused:
		"The endpoint does not take your privacy settings, and the question was not asked without them. Choose " +
		"another endpoint, or change the data policy in the settings.",
	/** Instead of `failures.format` when a reply has no end. */
	tooLong: "The reply is far longer than answers are, and was not read to its end. What came is kept.",
	/** Instead of `failures.policy` when no provider may answer. */
	unrouted:
		"Your privacy settings leave no provider for this model. Choose another model, or relax the data policy: " +
		"in the settings here, or at the endpoint.",
	/** Instead of `failures.format` when words had come already. */
	endless:
		"The answer does not end as answers do: something may be missing. What came is kept. Ask again, or go on " +
		"with what is there.",
	/** Instead of `failures.network` when words had come already. */
	cut:
		"The connection was cut before the end of the answer. What came is kept. Ask again, or go on with what is " +
		"there.",
	again: (seconds: number) => `The endpoint asks to wait ${durationOf(seconds)}.`,
	settings: enSettings,
	firstRun: enFirstRun,
	adopted: {
		label: "Who proposed these words",
		/** Before what stood there. */
		before: "You had written:",
		on: (date: string) => `Adopted on ${date}`,
		mine: "My words again",
		toRecord: "Go to the record",
		takenBack: "Your words again",
		changed: "These words are no longer there as they were adopted. Nothing was changed.",
		refused: "The note did not take your words: it is read-only, or another plugin guards it. Nothing was changed.",
		none: "No words from a consultation stand at the cursor.",
	},
	storageFull:
		"There is no more room on this device for what Obsidian's plugins keep. Answers that wait in the margin " +
		"will not be there after a restart: keep or dismiss some.",
	stored: {
		file: "The plugin’s settings could not be read: the file data.json is damaged.",
		settings: (keys: string) =>
			`Some settings could not be read: ${keys}. The others hold. Look at these in the settings.`,
		copyAt: (path: string) => `The file as it was is kept as ${path}.`,
		notCopied:
			"It could not be copied, so it is not written again: what you set holds until the app closes. Make room, " +
			"or repair the file.",
		unwritten:
			"The settings could not be saved: the disk is full, or the vault can’t be written. What you set holds " +
			"until the app closes, and is saved with the next change.",
		nothingSent: "Nothing is sent until the settings say again which folders are private.",
		device: (places: string) =>
			`Some of what this device keeps for Expert Friend could not be read: ${places}. It was put aside, and ` +
			"all else is as it was. The settings show it at their end: copy it for a bug report, or delete it.",
		places: {
			consultations: "answers that wait",
			comparisons: "comparisons that wait",
			"journal-queue": "entries on their way to the journal",
			spendings: "what this month cost",
			"budget-warned": "warnings about the budget",
			"key-origins": "where each key may be sent, so that you are asked again",
			"sign-in": "a sign-in that waits",
			measures: "how long answers are",
			"model-lists": "lists of models",
			"recent-models": "models asked lately",
			"recent-questions": "questions asked lately",
			"recent-lines": "lines typed lately for an objective",
			"told-last": "what you last said of an answer from elsewhere",
			"unstreamed-hosts": "how endpoints can be read",
			"refused-fields": "what endpoints refuse",
			making: "which folder is being made",
			zone: "how the prompts above the note were left",
			"prompt-drafts": "prompts that were typed and not written yet",
		} satisfies Record<DevicePlace, string>,
		aside: "Put aside",
		asideHint: (pieces: number) =>
			pieces === 1
				? "1 piece of what this device kept could not be read. Nothing uses it any more."
				: `${pieces} pieces of what this device kept could not be read. Nothing uses them any more.`,
		copy: "Copy",
		copied: "Copied.",
		forget: "Delete",
	},
	journal: {
		heading: "## Consultations",
		kept: "Kept in the journal.",
		failed: "The journal could not be written. The entry is kept on this device and written again later.",
		merged: (name: string) => `A copy of the journal from another device was merged and moved to the trash: ${name}`,
	},
	models: enModels,
	statistics: enStatistics,
	disclosure: enDisclosure,
	elsewhere: enElsewhere,
	zone: enZone,
	languages: {
		fr: "French",
		en: "English",
		de: "German",
		es: "Spanish",
		it: "Italian",
		pt: "Portuguese",
		nl: "Dutch",
	} as Readonly<Record<string, string>>,
};

/** The shape of an interface language: the English words. A language that lacks one does not compile. */
export type InterfaceStrings = Widened<typeof en>;

type Widened<T> = T extends string
	? string
	: T extends (...args: infer Args) => infer Result
		? (...args: Args) => Widened<Result>
		: { readonly [Key in keyof T]: Widened<T[Key]> };
