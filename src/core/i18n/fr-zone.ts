import type { InterfaceStrings } from "./en";

/** French words of the prompt zone above a note. */
export const frZone: InterfaceStrings["zone"] = {
	label: "Consignes",
	command: "Montrer ou replier les consignes au-dessus de la note",
	entry: "Style et objectif",
	off: "Les consignes au-dessus des notes sont désactivées dans les réglages.",
	style: "Style",
	styleHint: "accompagne chaque question",
	stylePrompt: "Consigne de style",
	objective: "Objectif",
	objectivePrompt: "Consigne de l’objectif",
	openNote: (name) => `Ouvrir la note ${name}`,
	changedElsewhere: (time) => `modifiée ailleurs à ${time}, pendant que vous écriviez ici`,
	inTwoVersions: (field, count) =>
		count === 1 ? `${field}, des lignes en deux versions` : `${field}, des lignes en deux versions à ${count} endroits`,
	here: "Ici, pas enregistré",
	onDisk: (time) => `Sur le disque, ${time}`,
	nothingThere: "(rien)",
	keepHere: "Garder celle-ci",
	takeDisk: "Prendre celle du disque",
	clash: (places) =>
		(places === 1 ? "Des lignes diffèrent à un endroit" : `Des lignes diffèrent à ${places} endroits`) +
		" ; le reste est fusionné. Tant que vous n’avez pas choisi, les deux sont gardées et les consultations " +
		"utilisent celle d’ici.",
	notWritten: (name) =>
		`« ${name} » n’a pas pu être écrite. Ce que vous avez tapé reste dans son champ, et sera retenté.`,
	sent: "Ce qui est envoyé",
	tokens: (count) => `environ ${count} jetons`,
	rules: "Règles et style",
	linked: (count) => (count === 1 ? "avec 1 note liée" : `avec ${count} notes liées`),
	note: "Cette note",
	words: (count) => `${count} mots`,
	section: (count) => `sa section, ${count} mots`,
	part: (count) => `plan et alentours, ${count} mots`,
	notSent: "pas envoyée",
	answersLeftOut: (count) =>
		count === 1 ? "1 réponse citée laissée de côté" : `${count} réponses citées laissées de côté`,
	passage: "Passage et objectif",
	toModel: (model, endpoint) => `À ${model} chez ${endpoint}.`,
	exactText: "Lire le texte exact",
	month: (amounts) => `Ce mois-ci : ${amounts}`,
	questions: {
		title: "Trois choses qu’un ami voudrait savoir",
		hint: "Avec vos mots ; laissez de côté ce que vous voulez. Vos réponses vont dans la note de style.",
		readers: "Qui me lit",
		manner: "Comment j’écris",
		never: "Ce que je ne veux jamais",
		line: (question, answer) => `${question} : ${answer}`,
		add: "Ajouter à mon style",
		skip: "Passer",
	},
};
