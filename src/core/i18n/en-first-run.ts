/** English words of the page that sets up a friend. */
export const enFirstRun = {
	title: "A friend to read with you",
	promises: [
		{
			head: "The text stays yours",
			text: "Nothing enters a note unless you put it there. What you did not touch does not change.",
		},
		{ head: "Nothing is unsigned", text: "What you keep is quoted in your note, with the exact name of the model." },
		{
			head: "Nobody is in the way",
			text: "You type on. Cancel and undo always work. An answer you paid for is never lost.",
		},
	],
	choose: "Choose a friend",
	here: (name: string) => `On this computer: ${name}`,
	home: (name: string) => `In your network: ${name}`,
	offers: (models: string) => `Offers ${models}.`,
	andMore: (count: string) => `${count} more`,
	staysHere: "Your notes never leave this computer; nothing to pay.",
	staysHome: "Your notes stay in your network.",
	leaves: "This model is a cloud model: your notes go on to others’ computers.",
	asked: (model: string) => `Asked now: ${model}.`,
	take: "Choose",
	model: (name: string) => `Model of ${name}`,
	looking: "Looking for servers on this computer…",
	noneFound: "No Ollama, LM Studio or llama.cpp was found on this computer.",
	lookAgain: "Look again",
	openrouter: "One account, most models, paid per request.",
	browser: "Opens your browser; no key to copy.",
	signIn: "Sign in",
	other: "Another endpoint, with a key",
	otherHint: "Mistral, OpenAI, Anthropic, Scaleway, or any compatible address.",
	enterKey: "Enter a key",
	keyless: "Leave it empty if the server asks for none.",
	keyNeeded: "Enter the key first.",
	goOnWithKey: "Continue",
	chooseFirst: "Choose a friend first.",
	nothingYet: "Nothing is sent before you ask.",
	next: (model: string, endpoint: string) =>
		`${model} at ${endpoint} is asked from now on. In any note select some words and press the button that ` +
		"appears, or run the command Consult.",
	goOn: (title: string) => `Go on with “${title}”`,
	tryOne: "Try a sentence",
	tryLabel: "A sentence to try; you can write your own",
	sentence: "I write in the morning because by noon I have already agreed with too many people.",
	/** The words of the sentence that are selected at first. */
	selected: "agreed with",
	tryHint:
		"Only this sentence and your style are sent. Nothing enters your notes: what you adopt and its record stand " +
		"here.",
	sent: "What is sent where",
	rows: (style: string, friend: string) => [
		[
			"The note you ask about",
			"whole, so that the answer fits it; a section or the passage alone, if you prefer",
			friend,
		],
		["Your style", `the note ${style}`, friend],
		[
			"Your keys",
			"in Obsidian’s keychain on this device, never in the vault",
			"only to the address they were entered for",
		],
		["Notes with ai: never", "refused, and said so", "nowhere"],
	],
	toFriend: (name: string, place: string) => `to ${name}, ${place}`,
	thisComputer: "this computer",
	toNobody: "to the friend you choose",
};
