import { de } from "../wording/agreement/sounds";
import { dateInWords } from "../languages/date-in-words";
import type { PageWords } from "./page-words";

const date = (iso: string, options: Intl.DateTimeFormatOptions): string =>
	dateInWords(Date.parse(`${iso}T00:00:00Z`), "fr", { ...options, timeZone: "UTC" });

/** French words of the page. */
export const french: PageWords = {
	locale: "fr",
	title: "IA",
	day: (iso) => date(iso, { day: "numeric", month: "long", year: "numeric" }),
	month: (month) => date(`${month}-01`, { month: "long", year: "numeric" }),

	doNotTitle: "Ce que je ne demande pas",
	askTitle: "Ce que je demande",
	notesTitle: "Les notes qui citent un modèle",
	modelsTitle: "Les modèles",
	doNot: {
		first: "Tout ce qui se lit ici, je l’ai d’abord écrit sans aide.",
		ghost: "Je ne demande à aucun modèle d’écrire à ma place.",
		summary: "Je ne fais pas résumer ce que je n’ai pas lu.",
		images: "Aucune image de ces pages ne vient d’un modèle.",
		reread: "Je relis et vérifie ce que je garde avant de le publier.",
	},
	consult: (since, asFriend) => {
		const from = since === null ? "" : `Depuis ${since}, `;
		const what = asFriend
			? "quand une phrase me résiste, je consulte un modèle de langue comme on consulte un ami qui s’y " +
				"connaît\u00a0: après le premier jet, sur un passage précis, avec la note pour contexte."
			: "il m’arrive de consulter un modèle de langue sur un passage que j’ai écrit.";
		return from === "" ? what[0]?.toUpperCase() + what.slice(1) : from + what;
	},
	words: (mostly) => (mostly ? "je cherche le plus souvent un mot" : "je cherche un mot"),
	spelling: (mostly) => (mostly ? "je fais le plus souvent vérifier l’orthographe" : "je fais vérifier l’orthographe"),
	questions: (what, mostly) =>
		what === null
			? mostly
				? "je pose le plus souvent une question"
				: "je pose une question"
			: mostly
				? `je demande le plus souvent ${what}`
				: `je demande ${what}`,
	clauses: {
		clear: ["si un passage est clair", "s’il est clair"],
		better: ["ce qui pourrait être mieux dans un passage", "ce qui pourrait y être mieux"],
		evoke: ["à quoi un passage fait penser", "à quoi il fait penser"],
		name: ["d’où vient un nom", "d’où vient un nom"],
		missing: ["ce qui m’échappe", "ce qui m’échappe"],
		sense: ["si un passage a du sens", "s’il a du sens"],
		overview: ["un panorama d’un sujet", "un panorama de son sujet"],
		check: ["ce qu’il faudrait vérifier dans un passage", "ce qu’il faudrait y vérifier"],
		cut: ["ce qu’on pourrait retirer d’un passage", "ce qu’on pourrait en retirer"],
		second: ["une seconde lecture", "une seconde lecture"],
		reading: ["des remarques sur une note entière", "des remarques sur toute la note"],
	},
	somethingElse: "autre chose",
	sometimes: (what) => `parfois ${what}`,
	between: "\u202f; ",
	decide: (keepsOwn) => (keepsOwn ? "C’est moi qui décide, et souvent je garde mes mots." : "C’est moi qui décide."),
	keepsOwn: "Souvent je garde mes mots.",
	or: (clauses) =>
		clauses.length < 2 ? clauses.join("") : `${clauses.slice(0, -1).join(", ")}, ou ${clauses[clauses.length - 1]}`,

	quoted: "Ce que j’ai gardé est cité dans la note, avec le nom du modèle, comme on cite quelqu’un.",
	noQuotation: "Aucune de mes notes publiées ne cite un modèle. J’ai pu en consulter un sans rien en garder.",
	notListed: "Une note absente de cette liste ne cite aucun modèle. J’ai pu en consulter un sans rien en garder.",
	purposes: {
		words: "des mots",
		spelling: "l’orthographe",
		clear: "une question de clarté",
		better: "ce qui pourrait être mieux",
		evoke: "ce que la note évoque",
		name: "l’origine d’un nom",
		missing: "ce qui manque",
		sense: "une question de sens",
		overview: "un panorama",
		check: "ce qu’il faut vérifier",
		cut: "ce qu’on peut retirer",
		second: "une seconde lecture",
		reading: "une lecture de toute la note",
		question: "une question",
	},
	note: (link, models, what) => `${link}, ${models}\u00a0: ${what}`,

	madeBy: (name, maker) => `${name}, ${de(maker)}`,
	openness: {
		"open source": () => "libre. Ses poids, ses données et son code sont publiés.",
		"open weights": () => "poids ouverts, données non publiées.",
		closed: (before) => (before ? "fermé, lui aussi." : "fermé. Ni ses poids ni ses données ne sont publiés."),
		unknown: () => "je ne sais pas ce qui en est publié.",
	},
	model: (name, openness) => `${name}\u00a0: ${openness}`,
	places: {
		device: "Il tourne sur mon ordinateur.",
		network: "Il tourne sur une machine de mon réseau.",
		told: "Je l’ai interrogé sur un autre site\u202f; son nom est celui qui s’y affichait.",
	},

	nothing:
		"Rien n’est consigné\u00a0: aucune de mes notes publiées ne cite un modèle, et aucune consultation à leur " +
		"sujet n’est notée.",
	gathered: (day, journal, models) =>
		`Relevé le ${day} dans les citations de mes notes ` +
		`publiées${journal ? " et dans le journal de mes consultations" : ""}\u202f; mes notes privées n’y sont ` +
		`pas.${models ? " L’ouverture d’un modèle est celle que déclarent ses auteurs." : ""}`,
	gatheredNothing: (day) =>
		`Relevé le ${day} dans mes notes publiées et dans le journal de mes consultations\u202f; mes notes privées ` +
		"n’y sont pas.",

	numbers: "Les nombres",
	modelColumn: "Modèle",
	quotationsColumn: "Citations",
	sums: ({ since, consultations, kept, number, cost, unknown }) => {
		const all = consultations === 1 ? "1 consultation" : `${number(consultations)} consultations`;
		const some = `${number(kept)} ${kept < 2 ? "gardée" : "gardées"}`;
		const told = cost === null ? "" : `, ${cost}`;
		const requests = unknown === 1 ? "1 requête dont" : `${number(unknown)} requêtes dont`;
		const untold = unknown === 0 ? "" : `, sans compter ${requests} le coût n’est pas connu`;
		return `${since === null ? "" : `Depuis ${since}, `}${all}, ${some}${told}${untold}.`;
	},
	carbon: (central, low, high, without) =>
		`Environ ${central} CO₂e, un ordre de grandeur (de ${low} à ${high})` +
		`${without === null ? "" : `, sans compter ${without === "1" ? "1 consultation" : `${without} consultations`}`}.`,
	grams: (grams) => `${grams}\u00a0g`,
	kilograms: (kilograms) => `${kilograms}\u00a0kg`,
};
