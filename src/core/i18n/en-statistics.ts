/** English words of the statistics. */
export const enStatistics = {
	title: "Consultations",
	command: "Statistics of your consultations",
	range: "Range",
	units: { day: "Month", month: "Year", year: "All" },
	everything: "All years",
	before: "Earlier",
	after: "Later",
	show: "Show",
	by: "by",
	metric: "Figure",
	metrics: {
		consultations: "Consultations",
		cost: "Cost",
		tokens: "Tokens",
		carbon: "CO₂e",
		adopted: "Adopted",
		kept: "Kept",
		dismissed: "Dismissed",
		words: "Words adopted",
	},
	grouping: "Grouping",
	groupings: {
		model: "Model",
		provider: "Provider",
		objective: "Objective",
		note: "Note",
		openness: "Openness",
		place: "Place",
		endpoint: "Endpoint",
	},
	currency: "Currency",
	cumulative: "Cumulative",
	export: "Export",
	csv: "As CSV",
	json: "As JSON",
	exported: (path: string) => `Written: ${path}`,
	notExported: (path: string) => `${path} could not be written. Close it in other programs, and try again.`,
	thisMonth: (consultations: number, number: string, notes: number) => {
		const asked = consultations === 1 ? "1 consultation" : `${number} consultations`;
		return notes === 1 ? `this month, ${asked} in 1 note` : `this month, ${asked} in ${notes} notes`;
	},
	nothing: "Nothing yet",
	nothingNow: "this month",
	noPace: "No pace yet",
	noPaceWhy: "needs a week of consultations",
	pace: (date: string) => `by ${date} at this pace`,
	over: (amount: string) => `${amount} over budget`,
	noBudget: "No budget",
	noBudgetWhy: "one can be set in the settings",
	budget: (percent: string) => `budget of the month, ${percent} spent`,
	empty: "No consultation yet",
	emptyWhy:
		"Select a sentence in a note and consult. What you ask, and what it costs, is written in your journal and " +
		"counted from there.",
	nothingHere: "Nothing in this range",
	loading: (done: number, all: number) => `Reading the journal: ${done} of ${all} months`,
	journalOff: "The journal is turned off in the settings: what you ask from now on is not counted here.",
	asked: "Asked",
	share: "Share",
	total: "Total",
	other: (groups: number) => (groups === 1 ? "Other (1)" : `Other (${groups})`),
	unknownGroup: "Not known",
	places: { device: "This device", network: "Your network", remote: "Remote" } as Readonly<Record<string, string>>,
	chart: (metric: string, grouping: string, range: string) => `${metric} by ${grouping}, ${range}`,
	chartKeys: "Left and right arrows tell one period after the other.",
	figures: (metric: string) => `The same figures: ${metric}`,
	period: "Period",
	cumulated: (period: string) => `until ${period}`,
	told: (period: string, total: string) => `${period}: ${total}`,
	carbon: (central: string, low: string, high: string) => `${central} (${low}–${high})`,
	grams: (grams: string) => `${grams}\u00a0g`,
	kilograms: (kilograms: string) => `${kilograms}\u00a0kg`,
	free: "Nothing paid",
	costUnknown: "Cost unknown",
	unknown: {
		cost: (count: number) =>
			count === 1 ? "1 request of unknown cost is in no sum." : `${count} requests of unknown cost are in no sum.`,
		tokens: (count: number) =>
			count === 1
				? "Of 1 consultation the tokens are not known."
				: `Of ${count} consultations the tokens are not known.`,
		carbon: (count: number) =>
			count === 1 ? "Of 1 consultation the carbon is not known." : `Of ${count} consultations the carbon is not known.`,
		words: (count: number) =>
			count === 1
				? "The words of 1 adoption were not counted then."
				: `The words of ${count} adoptions were not counted then.`,
	},
	listed: (amounts: string) => `Of this, ${amounts} by list prices.`,
	otherCurrencies: (amounts: string) => `Beside it, in other currencies: ${amounts}. Nothing is converted.`,
	car: (kilometres: string, low: string, high: string, grams: string) =>
		`As much as ${kilometres}\u00a0km (${low}–${high}) by a car at ${grams}\u00a0g per km, as you entered it.`,
	carbonHow: "Carbon is an order of magnitude with its range; models without a measurement are judged by their price.",
	damaged: (count: number) =>
		count === 1
			? "1 entry of the journal can’t be read, and is counted nowhere:"
			: `${count} entries of the journal can’t be read, and are counted nowhere:`,
	damagedAt: (month: string, line: number) => `${month}, line ${line}`,
	moreDamaged: (count: number) => `and ${count} more`,
	ranking: "Your own comparisons",
	frugal: (model: string, than: string, objective: string, rounds: number, times: string) =>
		`For “${objective}”, ${model} did as well as ${than} in your own ${rounds} blind comparisons, and takes ` +
		`less: ${than} takes ${times}.`,
	local: "Counted on this device from your journal. Nothing of this leaves it.",
	against: {
		title: "Pay per request against a subscription",
		none: "Enter the price of a plan to see both sides over the same days.",
		compare: "Compare with a plan",
		change: "Change",
		nothing: "Nothing to compare yet: no day lies between the first consultation, or the day you chose, and today.",
		range: (from: string, to: string, days: number) =>
			days === 1 ? `${from}, 1 day on both sides` : `${from} to ${to}, ${days} days on both sides`,
		perRequest: "Per request",
		saved: "Saved by paying per request",
		negative: "A negative saving: over these days the plan would have cost less.",
		fee: (percent: string, amount: string) =>
			`In the first bar, the hatched end is OpenRouter’s fee, ${percent} of the credit bought, ${amount}.`,
		month: "Fee included",
		plan: "Plan, same days",
		savedShort: "Saved",
		until: (month: string, day: string) => `${month}, to day ${day}`,
		since: (month: string, day: string) => `${month}, from day ${day}`,
		part: (month: string, from: string, to: string) => `${month}, day ${from} to ${to}`,
		rate: (one: string, other: string) => `${one} = ${other}, one rate for all, as you entered it.`,
		elsewhere: (amount: string) => `${amount} went to models that the plan does not have.`,
		uses: "The plan has uses that are not counted here.",
		unconverted: (amounts: string) => `${amounts} have no rate and are on neither side.`,
		unknown: (count: number) =>
			count === 1
				? "1 request of unknown cost is on neither side."
				: `${count} requests of unknown cost are on neither side.`,
		form: {
			title: "A subscription to compare with",
			name: "Name",
			price: "Price a month",
			rate: (currency: string) => `1 ${currency} is`,
			rateHint: "One rate for all days: the one you find fair. Leave it empty to convert nothing.",
			fee: "Fee on credit, in percent",
			feeHint: "What OpenRouter adds to the credit you buy: 5.5 in November 2026.",
			from: "Counted from",
			fromHint: "A date like 2026-09-01; empty for the first consultation.",
			models: "Models it has",
			modelsHint: "A part of their ids, “claude” for example; empty to leave that out.",
			bad: "Not a number above 0, like 21.60.",
			badDate: "Not a date like 2026-09-01.",
			badFee: "Not a percentage from 0 to 100.",
			save: "Compare",
			remove: "Stop comparing",
			cancel: "Cancel",
			example: "Claude Pro",
		},
	},
	past: {
		title: "Import past use",
		model: (model: string, site: string) => `${model} (${site}, imported)`,
		site: (site: string) => `${site} (imported)`,
		too: "Imported use too",
		counted: (answers: string) => `${answers} of these are answers got elsewhere, imported as counts by month.`,
		estimated: (tokens: string) => `${tokens} tokens are estimated by the length of texts, since the site tells none.`,
		about:
			"Counts what you asked elsewhere, by month and model. Only the counts are kept, in your journal; no text " +
			"is, and nothing leaves this device.",
		kinds: [
			"OpenRouter: the activity, exported as CSV",
			"ChatGPT and Claude: the archive (zip) or its conversations.json",
			"Open WebUI: the export of all chats (JSON)",
		],
		choose: "Choose a file",
		reading: (percent: string) => `Reading: ${percent}`,
		none: (name: string) =>
			`${name} is none of these, or holds no answer. Expected is a CSV with the columns created_at, ` +
			"model_permaslug and cost_total, or JSON with mapping (ChatGPT), chat_messages (Claude) or history (Open " +
			"WebUI) in it.",
		unreadable: (name: string) => `${name} could not be read. Close it in other programs, and try again.`,
		found: (site: string, answers: string, models: number, from: string, to: string) => {
			const named = models === 1 ? "1 model" : `${models} models`;
			return `${site}: ${answers} answers of ${named}, ${from === to ? from : `${from} to ${to}`}.`;
		},
		estimates:
			"The site tells no tokens for some or all of them: they are estimated by the length of texts, and marked.",
		own: (requests: string) => `Left out: ${requests} requests of this plugin. They are in your journal.`,
		nothing: "Nothing else is in it.",
		leftOut: (answers: string) => `Left out: ${answers} answers or lines of which nothing tells when they were.`,
		ends: "The file ends before it is whole: its last conversation is left out.",
		broken: (percent: string) =>
			`The file breaks off at ${percent}. What comes before is counted, the rest is left out.`,
		replaces: (site: string) => `Takes the place of what was imported from ${site} before.`,
		keep: "Add to the statistics",
		cancel: "Cancel",
		kept: (path: string) => `Written: ${path}`,
		notKept: (path: string) => `${path} could not be written. Close it in other programs, and try again.`,
		note: {
			title: "Imported use",
			about:
				"Answers got elsewhere, counted by month and model from files you imported. No text is kept. ~ marks " +
				"tokens that are estimated. Importing from a site again takes the place of its rows.",
			columns: {
				source: "From",
				month: "Month",
				model: "Model",
				answers: "Answers",
				tokensIn: "Tokens in",
				tokensOut: "Tokens out",
				cost: "Cost",
			},
		},
	},
	toldName: (name: string) => `${name} (told by you)`,
	toldCounted: (count: number) =>
		count === 1
			? "1 of these is an answer quoted from elsewhere, as you told it: it is in no cost, tokens or carbon."
			: `${count} of these are answers quoted from elsewhere, as you told them: they are in no cost, tokens ` +
				"or carbon.",
	inCurrency: (metric: string, currency: string) => `${metric} (${currency})`,
};
