// English passages of the sample notes: what may stand in place of a word, and what then agrees with it.

const row = (fr, en, ...edits) => ({ edits, fr, en });

export const englishSentences = [
	{
		sentence: "I have always been a careful reader and a careless writer",
		selection: "careful",
		rows: [
			row("regarde de près", "looks closely", ["a careful reader", "an attentive reader"]),
			row("prend son temps", "takes their time", ["careful", "patient"]),
			row("mot de la critique", "the critics’ word", ["careful", "close"]),
			row("un peu inquiet", "a little anxious", ["careful", "scrupulous"]),
			row("qui doute", "one who doubts", ["careful", "wary"]),
		],
		more: [
			row("plus fort", "stronger", ["careful", "meticulous"]),
			row("sans précipitation", "never rushed", ["a careful reader", "an unhurried reader"]),
			row("plus rare", "rarer", ["careful", "painstaking"]),
		],
		recast: [
			row("phrase retournée", "sentence turned round", [
				"I have always been a careful reader and a careless writer",
				"I read with care and have always written without",
			]),
		],
		own: { masculine: [["careful", "{}"]], feminine: [["careful", "{}"]] },
	},
	{
		sentence: "For years I agreed with everyone who told me to keep a notebook, and kept none",
		selection: "agreed with",
		rows: [
			row("plus passif", "more passive", ["agreed with", "listened to"]),
			row("sans y croire tout à fait", "without quite believing it", ["agreed with", "nodded at"]),
			row("avec confiance", "with trust", ["agreed with", "believed"]),
			row("un peu raide", "a little stiff", ["agreed with", "concurred with"]),
		],
	},
	{
		sentence: "The ugliness mattered",
		selection: "ugliness",
		rows: [
			row("moins sévère", "less severe", ["ugliness", "plainness"]),
			row("usé, pauvre", "worn, poor", ["ugliness", "shabbiness"]),
			row("affectueux", "fond", ["ugliness", "homeliness"]),
			row("au pluriel, il faut accorder", "several of them", ["ugliness", "stains and creases"]),
		],
	},
	{
		sentence: "A page that is never finished invites a second visit",
		selection: "page",
		rows: [
			row("plus long", "longer", ["A page", "An essay"]),
			row("le mot d’ici", "the word used here", ["page", "note"]),
			row("plus vaste", "wider", ["page", "garden"]),
			row("sans fin", "endless", ["A page", "An index"]),
		],
	},
	{
		sentence: "The old tree by the wall has borne fruit for sixty years",
		selection: "tree",
		rows: [
			row(
				"deux arbres",
				"two of them",
				["The old tree by the wall has", "The old trees by the wall have"],
				["its name", "their name"],
			),
			row("plus précis", "more exact", ["tree", "apple"]),
			row("tout le verger", "the whole orchard", ["tree", "orchard"]),
		],
	},
	{
		sentence: "sulks in wet soil",
		selection: "sulks",
		rows: [
			row("plus neutre", "more neutral", ["sulks", "struggles"]),
			row("plus lent", "slower", ["sulks", "lingers"]),
			row("plus enfantin", "more childlike", ["sulks", "pouts"]),
		],
	},
	{
		sentence: "The ground on the north side is soft after rain",
		selection: "ground",
		rows: [
			row("ce qu’on cultive", "what is tilled", ["ground", "soil"]),
			row("tondue", "mown", ["ground", "lawn"]),
			row("au pluriel", "several", ["The ground on the north side is", "The flower beds on the north side are"]),
		],
	},
	{
		sentence: "A proof should explain why a thing is true",
		selection: "proof",
		rows: [
			row("moins définitif", "less final", ["A proof", "An argument"]),
			row("plus scolaire", "more of the classroom", ["proof", "demonstration"]),
			row("plus vague", "vaguer", ["proof", "reason"]),
		],
	},
	{
		sentence: "like this one to",
		selection: "notebooks",
		rows: [
			row("plus intime", "more private", ["notebooks", "diaries"]),
			row("plus brut", "rougher", ["notebooks", "jottings"]),
			row("plus long", "longer", ["notebooks", "journals"]),
		],
	},
];

/** Word, gloss in French, gloss in English. */
export const englishSynonyms = {
	famous: [
		["old", "sans dire connu", "without saying known"],
		["well-known", "plus neutre", "more neutral"],
		["celebrated", "plus élogieux", "more admiring"],
	],
	clever: [
		["ingenious", "plus admiratif", "more admiring"],
		["neat", "familier", "familiar"],
	],
	honest: [
		["frank", "plus direct", "more direct"],
		["candid", "plus doux", "gentler"],
	],
	small: [
		["slight", "à peine sensible", "hardly felt"],
		["minor", "plus abstrait", "more abstract"],
	],
	ugly: [
		["plain", "moins sévère", "less severe"],
		["shabby", "usé", "worn"],
	],
	better: [
		["kinder", "du côté des gens", "on the people’s side"],
		["richer", "plus à trouver", "more to find"],
	],
	fast: [
		["quick", "plus léger", "lighter"],
		["hasty", "avec reproche", "with reproach"],
	],
	slow: [
		["patient", "avec éloge", "with praise"],
		["clumsy", "avec reproche", "with reproach"],
	],
	soft: [
		["loose", "qui cède", "gives way"],
		["spongy", "plein d’eau", "full of water"],
	],
	old: [
		["ancient", "bien plus vieux", "far older"],
		["aged", "avec respect", "with respect"],
	],
	idea: [
		["point", "plus court", "shorter"],
		["thought", "moins arrêté", "less settled"],
	],
	easier: [
		["simpler", "moins de peine", "less trouble"],
		["safer", "moins de risque", "less risk"],
	],
	short: [
		["brief", "plus soigné", "neater"],
		["terse", "plus sec", "drier"],
	],
};
