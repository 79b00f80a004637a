import type { RecordPlace } from "../record/placement";

/** English words of the settings. */
export const enSettings = {
	endpoints: "Endpoints",
	endpoint: "Endpoint",
	addEndpoint: "Add an endpoint",
	preset: "Kind",
	/** A kind of endpoint that has no name of its own. */
	otherPreset: "Another, compatible",
	name: "Name",
	address: "Address",
	addressExample: "https://models.example/v1",
	addressHint: "Up to and without /chat/completions.",
	readable:
		"Over http:// others on your network can read your notes and your key on their way. If the server offers " +
		"https://, use it.",
	key: "Key",
	keyHint:
		"Kept in Obsidian’s keychain on this device; never in the settings, in notes or in logs. It is sent only " +
		"to the address shown here.",
	keySet: "A key is kept on this device.",
	badKey:
		"This can’t be a key: it holds characters that no key has. Perhaps it was copied where part of it is " +
		"hidden. Copy it again in full.",
	keyMissing: "No key on this device yet.",
	keyMoved: (from: string, to: string) =>
		`The key was entered for ${from}, the address is now ${to}. It is not sent until you confirm.`,
	confirmKey: (host: string) => `Send it to ${host}`,
	getKey: "Get a key",
	credit: {
		reading: "Reading what the key may still spend…",
		left: (remaining: string, limit: string, renewed: "daily" | "weekly" | "monthly" | "never") =>
			`${remaining} of ${limit} ` +
			`left${{ daily: " today", weekly: " this week", monthly: " this month", never: "" }[renewed]}.`,
		noLimit: (spent: string | null) =>
			spent === null ? "No limit is set for this key." : `No limit is set for this key; ${spent} spent with it so far.`,
		freeTier: "No credit was bought for this account yet: only free models answer.",
		refused: "OpenRouter does not accept this key any more. Sign in again, or enter another.",
		unread: "What the key may still spend could not be read.",
	},
	signIn: {
		button: "Sign in…",
		title: (name: string) => `Sign in to ${name}`,
		about:
			"You allow access on OpenRouter’s page. OpenRouter then makes a key for this app, which is kept in " +
			"Obsidian’s keychain on this device. You can limit it or withdraw it there at any time.",
		back: "In the browser",
		// Obsidian 1.13.0 to 1.13.5 ask each time; browsers may.
		backHint:
			"Once you have allowed access, the browser comes back here and you are signed in. If you are asked " +
			"whether to open Obsidian or the link, allow it.",
		open: "Open OpenRouter",
		code: "Or with a code",
		codeHint: "This page shows a code to copy. It works in every browser, on another device too.",
		showCode: "Show a code",
		copyAddress: "Copy the page’s address",
		copied: "Copied",
		paste: "Code, or the address the browser came to",
		connect: "Connect",
		connecting: "Connecting…",
		waiting: "Waiting for the browser. You can paste a code at any time.",
		cancel: "Cancel",
		done: (name: string) => `Signed in to ${name}. You can choose a model now.`,
		problems: {
			none:
				"There is no code in this text. Paste the code that OpenRouter shows, or the whole address the " +
				"browser came to.",
			key: "This looks like a key, not a code. Cancel, and enter it as the endpoint’s key.",
			denied: "Access was not allowed on OpenRouter’s page. Open it again if you want to sign in.",
			other: "This code is not from this sign-in, so it was not used. Open OpenRouter again from here.",
			refused:
				"OpenRouter refused this code: it was used already, or it is not from this sign-in. Open OpenRouter " +
				"again from here, and use the new code.",
			expired:
				"This code has expired; it is good for ten minutes. Open OpenRouter again from here, and use the new " +
				"code.",
			unreachable: "OpenRouter can’t be reached. Check the connection, then connect again.",
			unavailable: "OpenRouter could not answer. Connect again in a moment.",
			format:
				"The answer was not what OpenRouter sends, and holds no key. Check the endpoint’s address, or get a " +
				"key on OpenRouter’s page and enter it yourself.",
			changed: "The endpoint was changed or removed during the sign-in. Nothing was kept. Cancel, and sign in again.",
			late: "This sign-in waited for more than an hour and has ended. Cancel, and sign in again.",
		},
		notWaiting:
			"A code for OpenRouter came in, but no sign-in was waiting for it here. It was not used. To sign in, " +
			"begin in the settings of the endpoint.",
	},
	remove: "Remove",
	removing: {
		title: (name: string) => `Remove ${name}`,
		text:
			"Its address, its budget and its key on this device are forgotten. Records and the journal stay as they " +
			"are.",
		keep: "Keep it",
	},
	nameHint: "As it is named in records: via …",
	price: "Price per million tokens",
	priceHint: (currency: string) =>
		`This endpoint tells no price. Enter what its price list says, in ${currency}, and costs are counted by ` +
		"it; without it they are unknown.",
	priceIn: "Sent",
	priceOut: "Answered",
	electricity: "Electricity at home",
	electricityHint: "For the carbon of models that run on your own computer.",
	electricityUnknown: "World average",
	car: "Your car, in g of CO₂ per km",
	carHint:
		"For the statistics: as far as it goes for the carbon of a month. It stands in the registration papers " +
		"(V.7). Empty leaves it out.",
	noCar: "None",
	untold:
		"Neither this endpoint nor its list tells prices: what is asked there counts as of unknown cost until you " +
		"enter a price above.",
	test: "Test",
	model: "Model",
	modelHint: "Asked unless an objective names another. Its exact id is recorded with each answer.",
	chooseModel: "Choose…",
	modelId: "Model id",
	promptZone: "Show the prompts above notes",
	promptZoneHint: "One line, folded, at the top of the editor: your style, the objective, the model.",
	chip: "Show the chip",
	chipHint: "A small button at the end of a selection made with the pointer. The command Consult works without it.",
	language: "Language",
	languageAuto: "Obsidian’s",
	folder: "Folder",
	folderHint: "Holds the style prompt, the objectives and the journal.",
	folderFailed: (folder: string) =>
		`The folder ${folder} can’t be made here. The one before stays; choose another name.`,
	record: "Records",
	recordPlace: "Place",
	recordHint: "Where the record goes that says who proposed what.",
	recordForm: "Form",
	recordFormHint:
		"What new records look like. Publishers show callouts of type quote that do not know the type ai; a plain " +
		"quote works everywhere. The command Turn this note’s records into… changes those that stand in a note.",
	recordForms: { ai: "Callout [!ai]", quote: "Callout [!quote]", signed: "Signed quote" },
	recordPlaces: {
		passage: "After the passage",
		end: "At the end of the note",
		journal: "In the journal only",
	} satisfies Record<RecordPlace, string>,
	recordWords: "Words of the record",
	recordWordsHint: "What stands around the quotation. The line with the model’s exact id always stays.",
	recordWord: { before: "Before", adopted: "Adopted", asked: "Asked", takenBack: "Taken back" },
	recordWordsBad:
		"Records could not be read again with these words. Choose others, all different and without signs of Markdown.",
	journal: "Keep a journal",
	journalHint:
		"One entry per consultation, kept or not: what statistics are made of. Without it, records stand in the notes.",
	journalLinks: "Link to notes in the journal",
	journalLinksHint:
		"Gives each note backlinks from the journal and edges in the graph. Without it notes are named by their path.",
	marks: "Mark adopted words",
	marksHint: "As long as they stand unchanged.",
	privateFolders: "Private folders",
	privateFoldersHint: "Notes in them are never sent. One folder a line. A single note: property ai: never.",
	foldersUnread: "Private folders could not be read",
	foldersUnreadHint: (stored: string) =>
		`The settings hold ${stored}. Nothing is sent until you name them below, or say that these are all.`,
	foldersAll: "These are all",
	budget: "Budget",
	budgetAll: "Monthly budget",
	budgetOf: (name: string, currency: string) => `Of it, ${name} (${currency})`,
	budgetHint:
		"You are warned at 80 %, and asked before more is sent once it is spent. Amounts in other currencies are " +
		"shown, not converted.",
	noBudget: "No limit",
	currency: "Currency",
	currencyOf: (name: string) => `Currency of ${name}`,
	spentThisMonth: (line: string) => `This month: ${line}`,
	badAmount: "Type an amount such as 5 or 2.50, or leave the field empty for no limit.",
	concurrent: "Consultations at once",
	patience: "Patience",
	patienceHint:
		"Seconds to wait for the first words. Models that reason think long, and servers at home load the model first.",
	noTraining: "No training",
	noTrainingHint: "OpenRouter: ask only providers that do not train on what is sent.",
	zeroRetention: "Zero retention",
	zeroRetentionHint: "OpenRouter: ask only providers that keep nothing.",
	badAddress: {
		"not-a-url": "This is not an address. It begins with https:// (or http:// for this computer).",
		"needs-https":
			"Addresses outside your network need https://, so that your notes and your key can’t be read on the way.",
		"has-password": "An address with a name or a password in it can’t be used. Enter a key below instead.",
	},
	found: (name: string) => `Found on this computer: ${name}`,
	foundModels: (count: string) =>
		count === "0" ? "No model in it yet." : count === "1" ? "1 model." : `${count} models.`,
	add: "Add",
	wholePiece: "Answers of this endpoint come in one piece (CORS).",
	tryStreaming: "Try streaming again",
	streamsNext: "The next answer is asked for as a stream.",
	between: "Between words",
	betweenHint: "Seconds to wait for the next words once they come.",
	cancel: "Cancel",
	checking: { listing: "Reading the list of models…", asking: (model: string) => `Asking ${model} for a word…` },
	checks: {
		ok: "It works. Answers stream in as they are written.",
		whole: "It works, but the server does not let Obsidian read along (CORS): answers come in one piece.",
		"no-server": "No server answers at this address.",
		timeout:
			"No answer in time. A server at home may still be loading the model: test again, or allow more time below.",
		"key-missing": "No key is kept on this device for this endpoint. Enter it above.",
		"key-unconfirmed": "The address changed since the key was entered. Confirm above that the key may go there.",
		"key-refused": "The server refused the key. Enter another one above.",
		"key-wanted": "The server asks for a key and this endpoint has none. Add it as a custom endpoint, with its key.",
		"no-credit": "The key is good, but there is no credit left. Add some at the endpoint.",
		"no-such-model": (model: string) => `The server does not offer ${model}. Choose another model below.`,
		"no-models": "The server answers, but has no model yet.",
		"not-an-endpoint":
			"Something answers at this address, but it is no model server. Check the address: it often ends with /v1.",
		"choose-model": (count: string) =>
			count === "1"
				? "The server answers and offers 1 model. Choose it below, then test again."
				: `The server answers and offers ${count} models. Choose one below, then test again.`,
		keyUntested: "Whether it takes the key shows only then.",
		rate: "It works, but has had too many requests for now. Wait a little.",
		cancelled: "Cancelled.",
	},
	/** What to do when no server answers, by kind of endpoint. */
	startServer: {
		ollama: "Start Ollama, or run: ollama serve",
		lmstudio: "Start it in LM Studio: Developer tab, Start server. Or run: lms server start",
		llamacpp: (port: string) => `Start it: llama-server -m model.gguf --port ${port}`,
		other: "Check the address and the connection.",
		phone: "On a phone localhost is the phone itself: enter the computer’s address in your network.",
	},
	/** How answers are made to stream, by kind of endpoint. */
	allowPages: {
		ollama: (origin: string) => `To have them stream, set OLLAMA_ORIGINS=${origin} for Ollama and start it again.`,
		lmstudio: "To have them stream, turn on Enable CORS in LM Studio’s Developer tab, or run: lms server start --cors",
		llamacpp: (origin: string) => `To have them stream, start llama-server with --cors-origins ${origin}`,
		other: "There is nothing for you to do.",
	},
	/** How a server gets a model, by kind of endpoint. */
	getModel: {
		ollama: (model: string) => `Fetch one, for example: ollama pull ${model}`,
		lmstudio: "Load one in LM Studio, Developer tab.",
	},
};
