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
		"Select a sentence in a note and consult. What you ask, and what it costs, is written in your journal and counted " +
		"from there.",
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
	carbonHow: "Carbon is an order of magnitude with its range; models without a measurement are judged by their price.",
	damaged: (count: number) =>
		count === 1
			? "1 entry of the journal can’t be read, and is counted nowhere:"
			: `${count} entries of the journal can’t be read, and are counted nowhere:`,
	damagedAt: (month: string, line: number) => `${month}, line ${line}`,
	moreDamaged: (count: number) => `and ${count} more`,
	ranking: "Your own comparisons",
	local: "Counted on this device from your journal. Nothing of this leaves it.",
	inCurrency: (metric: string, currency: string) => `${metric} (${currency})`,
};
