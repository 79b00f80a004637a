// French passages of the sample notes: what may stand in place of a word, and what then agrees with it.

const feminineWords = new Set(
	(
		"maison demeure bâtisse villa ferme cabane chaumière propriété longère bicoque tour grange masure hutte idée " +
		"envie cause paix lumière lueur source terre glaise argile boue barque coque chaloupe promenade balade allée " +
		"sente route"
	).split(" "),
);

/** Whether a word is feminine: the ones known, else by its ending. */
export function feminine(word) {
	const head = word.toLowerCase().split(/[\s-]/)[0] ?? "";
	return feminineWords.has(head) || /(?:tion|sion|té|ette|elle|esse|ure|ance|ence|ude|ée|ie|ine)$/.test(head);
}

/** "Le hôtel" becomes "L’hôtel". */
export function masculineOf(text, own) {
	return /^[aeiouyéèêâîôûh]/i.test(own)
		? text.replace(new RegExp(`\\b([Ll])[ea] (${own})`), "$1’$2").replace(new RegExp(`\\b([Dd])e (${own})`), "$1’$2")
		: text;
}

const row = (fr, en, ...edits) => ({ edits, fr, en });

const kerouzic = (word) => [
	["La grande maison blanche", `Le grand ${word} blanc`],
	["achetée est belle", "acheté est beau"],
];

export const frenchSentences = [
	{
		sentence: "La grande maison blanche que j’ai achetée est belle",
		selection: "maison",
		rows: [
			row("plus neutre, plus grand", "more neutral, larger", ...kerouzic("bâtiment")),
			row("littéraire, un peu solennel", "literary, a little solemn", ["maison", "demeure"]),
			row("ancien, à la campagne", "old, in the country", ...kerouzic("manoir")),
			row("bretonne, longue et basse", "Breton, long and low", ["maison", "longère"]),
			row("familier, affectueux", "familiar, fond", ["maison", "bicoque"]),
		],
		more: [
			row("vieilli, discret", "dated, discreet", ...kerouzic("logis")),
			row("au sens du notaire", "in the notary’s sense", ["maison", "propriété"]),
			row("de vacances, plus clair", "for holidays, lighter", ["maison", "villa"]),
		],
		recast: [
			row("phrase retournée", "sentence turned round", [
				"La grande maison blanche que j’ai achetée est belle",
				"J’ai acheté une belle et grande maison blanche",
			]),
		],
		own: {
			masculine: [
				["La grande maison blanche", "Le grand {} blanc"],
				["achetée est belle", "acheté est beau"],
			],
			feminine: [["maison", "{}"]],
		},
	},
	{
		sentence: "La grande maison blanche que j’ai achetée est belle",
		selection: "belle",
		rows: [
			row("plus fort", "stronger", ["belle", "superbe"]),
			row("dit le calme", "says the calm", ["belle", "paisible"]),
			row("de l’œil, moins du cœur", "of the eye, less of the heart", ["belle", "lumineuse"]),
			row("sobre, un peu froid", "sober, a little cold", ["belle", "élégante"]),
		],
	},
	{
		sentence: "pour une raison simple, que je n’ai dite à personne",
		selection: "raison",
		rows: [
			row(
				"plus sec, presque officiel",
				"drier, almost official",
				["une raison simple", "un motif simple"],
				["dite", "dit"],
			),
			row("du désir plus que du calcul", "of desire more than reckoning", ["une raison simple", "une envie simple"]),
			row("vise un but", "aims at an end", ["une raison simple", "un dessein simple"], ["dite", "dit"]),
			row("plus vague", "vaguer", ["une raison simple", "une idée simple"]),
		],
		own: {
			masculine: [
				["une raison simple", "un {} simple"],
				["dite", "dit"],
			],
			feminine: [["raison", "{}"]],
		},
	},
	{
		sentence: "Le silence y est épais le matin",
		selection: "silence",
		rows: [
			row("moins absolu", "less absolute", ["silence", "calme"]),
			row("ce qu’on voit au lieu d’entendre", "seen instead of heard", ["silence", "brouillard"]),
			row("plus ample, presque religieux", "wider, almost religious", [
				"Le silence y est épais",
				"La paix y est épaisse",
			]),
			row("on n’y voit guère", "little to be seen", ["Le silence y est épais", "La brume y est épaisse"]),
		],
		own: { masculine: [["silence", "{}"]], feminine: [["Le silence y est épais", "La {} y est épaisse"]] },
	},
	{
		sentence: "au bout d’un chemin creux",
		selection: "chemin",
		rows: [
			row("plus étroit", "narrower", ["chemin", "sentier"]),
			row("bordée d’arbres", "lined with trees", ["d’un chemin creux", "d’une allée creuse"]),
			row("rare, de promeneur", "rare, a walker’s word", ["d’un chemin creux", "d’une sente creuse"]),
			row("plus large, plus fréquentée", "wider, busier", ["d’un chemin creux", "d’une route creuse"]),
		],
	},
	{
		sentence: "une clarté douce le soir",
		selection: "clarté",
		rows: [
			row("plus faible", "fainter", ["clarté", "lueur"]),
			row("le mot courant", "the common word", ["clarté", "lumière"]),
			row("plus vif, bref", "brighter, brief", ["une clarté douce", "un éclat doux"]),
			row("ce qui manque de jour", "where day is lacking", ["clarté", "pénombre"]),
		],
	},
	{
		sentence: "Le phare n’est visible que par vent d’est",
		selection: "phare",
		rows: [
			row("mot des marins", "the sailors’ word", ["phare", "feu"]),
			row("plus petite, en mer", "smaller, at sea", ["Le phare", "La balise"], ["le voir", "la voir"]),
			row(
				"la bâtisse plus que la lumière",
				"the building more than its light",
				["Le phare", "La tour"],
				["le voir", "la voir"],
			),
		],
	},
	{
		sentence: "Voir aussi",
		selection: "marche",
		rows: [
			row("plus tranquille", "more at leisure", ["marche", "promenade"]),
			row("familier", "familiar", ["marche", "balade"]),
			row("plus longue, avec un sac", "longer, with a bag", ["marche", "randonnée"]),
			row("le lieu plus que l’action", "the place more than the act", ["la marche", "le chemin"]),
		],
	},
	{
		sentence: "Le vieux puits est profond",
		selection: "puits",
		rows: [
			row("l’eau y affleure", "where water wells up", ["Le vieux puits est profond", "La vieille source est profonde"]),
			row("plus large, à ciel ouvert", "wider, open", ["puits", "bassin"]),
			row("creusée, sans eau peut-être", "dug, perhaps dry", [
				"Le vieux puits est profond",
				"La vieille fosse est profonde",
			]),
			row("sous le toit", "under the roof", ["Le vieux puits est profond", "La vieille citerne est profonde"]),
		],
	},
	{
		sentence: "La terre était froide, collante, et sentait le fer",
		selection: "terre",
		rows: [
			row("plus neutre", "more neutral", ["La terre était froide, collante", "Le sol était froid, collant"]),
			row("le mot du potier", "the potter’s word", ["La terre", "L’argile"]),
			row("lourde, qui colle aux bottes", "heavy, sticks to boots", ["terre", "glaise"]),
			row("mouillée, sans noblesse", "wet, without dignity", ["terre", "boue"]),
		],
	},
	{
		sentence: "Les bateaux étaient flottants et indifférents",
		selection: "bateaux",
		rows: [
			row("plus petites, à rames", "smaller, with oars", [
				"bateaux étaient flottants et indifférents",
				"barques étaient flottantes et indifférentes",
			]),
			row("à voile", "under sail", ["bateaux", "voiliers"]),
			row("ce qu’on en voit d’abord", "what one sees of them first", [
				"bateaux étaient flottants et indifférents",
				"coques étaient flottantes et indifférentes",
			]),
		],
	},
	{
		sentence: "Les chiens sont bruyants mais sans méchanceté",
		selection: "bruyants",
		rows: [
			row("plus aigu", "shriller", ["bruyants", "criards"]),
			row("plus familier", "more familiar", ["bruyants", "braillards"]),
			row("dit l’accueil", "says the welcome", ["bruyants", "expansifs"]),
		],
	},
];

/**
 * Words whose replacements need nothing of the rest: same gender, same number, same sound before. Word, gloss in
 * French, gloss in English.
 */
export const frenchSynonyms = {
	simple: [
		["claire", "sans détour", "straightforward"],
		["modeste", "sans prétention", "unassuming"],
		["banale", "un peu sévère", "a little harsh"],
	],
	petit: [
		["modeste", "sans prétention", "unassuming"],
		["minuscule", "bien plus petit", "much smaller"],
	],
	vrai: [
		["exact", "au sens strict", "strictly so"],
		["juste", "qui sonne bien", "rings true"],
	],
	honnête: [
		["franche", "plus directe", "more direct"],
		["loyale", "tient parole", "keeps its word"],
	],
	mauvaise: [
		["ratée", "plus dur", "harsher"],
		["médiocre", "plus mesuré", "more measured"],
	],
	pensée: [
		["réflexion", "plus lente", "slower"],
		["songerie", "plus vague", "vaguer"],
	],
	but: [
		["projet", "plus construit", "more planned"],
		["dessein", "plus grave", "graver"],
	],
	chemin: [
		["sentier", "plus étroit", "narrower"],
		["parcours", "du départ à l’arrivée", "from start to end"],
	],
	rivière: [["vallée", "ce qui l’entoure", "what surrounds it"]],
	pluie: [
		["bruine", "plus fine", "finer"],
		["averse", "plus brève", "briefer"],
	],
	lettre: [
		["carte", "plus courte", "shorter"],
		["missive", "vieilli", "dated"],
	],
	crayon: [
		["stylo", "ne s’efface pas", "can’t be rubbed out"],
		["feutre", "plus gras", "broader"],
	],
	carnet: [
		["cahier", "plus grand", "larger"],
		["calepin", "tient dans la poche", "fits a pocket"],
	],
	lent: [
		["calme", "sans hâte", "unhurried"],
		["posé", "plus sûr de lui", "surer of itself"],
	],
	hiver: [["automne", "une autre saison", "another season"]],
	voisine: [
		["patronne", "du café", "of the café"],
		["fermière", "d’à côté", "next door"],
	],
	matin: [
		["jour", "moins précis", "less exact"],
		["lever", "plus tôt", "earlier"],
	],
	froide: [
		["glacée", "plus fort", "stronger"],
		["humide", "autre chose", "something else"],
	],
	tôt: [["vite", "la hâte plus que l’heure", "haste more than the hour"]],
};
