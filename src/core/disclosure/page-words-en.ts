import type { PageWords } from "./page-words";

// British order of day and month: it reads the same everywhere.
const date = (iso: string, options: Intl.DateTimeFormatOptions): string =>
	new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" }).format(new Date(`${iso}T00:00:00Z`));

/** English words of the page. */
export const english: PageWords = {
	locale: "en",
	title: "AI",
	day: (iso) => date(iso, { day: "numeric", month: "long", year: "numeric" }),
	month: (month) => date(`${month}-01`, { month: "long", year: "numeric" }),

	doNotTitle: "What I don’t ask",
	askTitle: "What I ask",
	notesTitle: "Notes that quote a model",
	modelsTitle: "The models",
	doNot: {
		first: "Everything you read here I first wrote without help.",
		ghost: "I ask no model to write in my place.",
		summary: "I have no model sum up what I have not read.",
		images: "No image on these pages comes from a model.",
		reread: "I read again and check what I keep before I publish it.",
	},
	consult: (since, asFriend) =>
		asFriend
			? `${since === null ? "When" : `Since ${since}, when`} a sentence resists me, ` +
				`${since === null ? "I consult" : "I have consulted"} a language model the way one consults a friend ` +
				"who knows the subject: after the first draft, about one passage, with the note for context."
			: since === null
				? "Now and then I consult a language model about a passage I have written."
				: `Since ${since} I have now and then consulted a language model about a passage I had written.`,
	words: (mostly) => (mostly ? "most often I am looking for a word" : "I am looking for a word"),
	spelling: (mostly) => (mostly ? "most often I have spelling checked" : "I have spelling checked"),
	questions: (what, mostly) => `${mostly ? "most often " : ""}${what === null ? "I ask a question" : `I ask ${what}`}`,
	clauses: {
		clear: ["whether a passage is clear", "whether it is clear"],
		better: ["what could be better in a passage", "what could be better in it"],
		evoke: ["what a passage brings to mind", "what it brings to mind"],
		name: ["where a name comes from", "where a name comes from"],
		missing: ["what I am missing", "what I am missing"],
		sense: ["whether a passage makes sense", "whether it makes sense"],
		overview: ["for an overview of a subject", "for an overview of its subject"],
		check: ["what should be checked in a passage", "what should be checked in it"],
		cut: ["what could go from a passage", "what could go from it"],
		second: ["for a second reading", "for a second reading"],
		reading: ["for remarks on a whole note", "for remarks on the whole note"],
	},
	somethingElse: "something else",
	sometimes: (what) => `sometimes ${what}`,
	between: "; ",
	decide: (keepsOwn) => (keepsOwn ? "The decision is mine, and often I keep my own words." : "The decision is mine."),
	keepsOwn: "Often I keep my own words.",
	or: (clauses) =>
		clauses.length < 2 ? clauses.join("") : `${clauses.slice(0, -1).join(", ")}, or ${clauses[clauses.length - 1]}`,

	quoted: "What I kept is quoted in the note, with the model’s name, as one quotes a person.",
	noQuotation: "None of my published notes quotes a model. I may have consulted one and kept nothing.",
	notListed: "A note that is not in this list quotes no model. I may have consulted one and kept nothing.",
	purposes: {
		words: "words",
		spelling: "spelling",
		clear: "a question of clarity",
		better: "what could be better",
		evoke: "what the note brings to mind",
		name: "where a name comes from",
		missing: "what is missing",
		sense: "whether it makes sense",
		overview: "an overview",
		check: "what should be checked",
		cut: "what could go",
		second: "a second reading",
		reading: "remarks on the whole note",
		question: "a question",
	},
	note: (link, models, what) => `${link}, ${models}: ${what}`,

	madeBy: (name, maker) => `${name}, by ${maker}`,
	openness: {
		"open source": () => "open source. Its weights, its data and its code are published.",
		"open weights": () => "open weights, data not published.",
		closed: (before) => (before ? "closed too." : "closed. Neither its weights nor its data are published."),
		unknown: () => "I do not know what of it is published.",
	},
	model: (name, openness) => `${name}: ${openness}`,
	places: {
		device: "It runs on my own computer.",
		network: "It runs on a machine in my own network.",
		told: "I asked it on another site; its name is the one I was shown there.",
	},

	nothing:
		"Nothing is recorded: none of my published notes quotes a model, and no consultation about them has been " +
		"written down.",
	gathered: (day, journal, models) =>
		`Gathered on ${day} from the quotations in my published ` +
		`notes${journal ? " and the journal of my consultations" : ""}; my private notes are not in ` +
		`it.${models ? " How open a model is, is what its makers say." : ""}`,
	gatheredNothing: (day) =>
		`Gathered on ${day} from my published notes and the journal of my consultations; my private notes are not in ` +
		"it.",

	numbers: "The numbers",
	modelColumn: "Model",
	quotationsColumn: "Quotations",
	sums: ({ since, consultations, kept, number, cost, unknown }) => {
		const all = consultations === 1 ? "1 consultation" : `${number(consultations)} consultations`;
		const told = cost === null ? "" : `, ${cost}`;
		const requests = unknown === 1 ? "1 request" : `${number(unknown)} requests`;
		const untold = unknown === 0 ? "" : `, not counting ${requests} whose cost is not known`;
		return `${since === null ? "" : `Since ${since}, `}${all}, ${number(kept)} kept${told}${untold}.`;
	},
	carbon: (central, low, high, without) =>
		`About ${central} CO₂e, an order of magnitude (${low} to ${high})` +
		`${without === null ? "" : `, not counting ${without === "1" ? "1 consultation" : `${without} consultations`}`}.`,
	grams: (grams) => `${grams} g`,
	kilograms: (kilograms) => `${kilograms} kg`,
};
