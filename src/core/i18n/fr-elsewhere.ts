import type { InterfaceStrings } from "./en";

/** French words of quoting answers from elsewhere, and of citing. */
export const frElsewhere: InterfaceStrings["elsewhere"] = {
	command: "Citer une réponse venue d’ailleurs",
	objective: "Ailleurs",
	nowhere: "un autre site",
	title: "Citer d’ailleurs",
	words: "Ses mots",
	model: "Modèle",
	modelExample: "Claude Opus 4.1",
	at: "sur",
	where: "Site",
	whereExample: "claude.ai",
	on: "le",
	date: "Date",
	question: "Question",
	optional: "Facultative",
	hint: "Rien n’est envoyé. La version exacte n’est pas connue ici\u00a0: écrivez ce que le site affichait.",
	unread: "Le presse-papiers ne peut pas être lu ici. Collez la réponse dans le champ ci-dessus.",
	empty: "Le presse-papiers ne contient pas de texte. Collez la réponse dans le champ ci-dessus.",
	missing: "Il faut ses mots, le nom du modèle et une date.",
	afterBlock: "Écrit après le paragraphe",
	atEnd: "Écrit à la fin de la note",
	inPlace: "Écrit à la place des mots sélectionnés",
	preview: "Ce qui sera écrit",
	quote: "Citer",
	cancel: "Annuler",
	leave: "Partir sans citer\u202f?",
	leaveText: "Ce que vous avez écrit ne sera pas gardé.",
	leaveGo: "Partir",
	leaveStay: "Continuer",
	written: "C’est cité.",
	refused:
		"La réponse n’a pas pu être citée\u00a0: la note est en lecture seule, ou un autre module la garde telle " +
		"quelle.",
	changed: "La note a changé entre-temps. Sélectionnez de nouveau les mots.",
	reasons: {
		quoted: "Une partie de ces mots cite déjà un modèle.",
		frontmatter: "Les propriétés ne peuvent pas être citées.",
		part: "Sélectionnez code, formules et commentaires en entier, ou pas du tout.",
	},
	cite: {
		command: "Donner la référence de cette réponse",
		button: "Référence",
		title: "Référence de cette réponse",
		form: "Style",
		styles: { apa: "APA 7", mla: "MLA 9", chicago: "Chicago", bibtex: "BibTeX" },
		address: "L’adresse est celle de votre note publiée\u00a0: une réponse à une requête n’en a pas.",
		noAddress:
			"On ne sait pas où votre note est publiée\u00a0: son titre en tient lieu. Donnez l’adresse de vos notes " +
			"dans les réglages, ou la propriété permalink de la note.",
		copy: "Copier",
		copied: "Copié.",
		notCopied: "Le presse-papiers n’a pas pu être écrit. Sélectionnez le texte et copiez-le.",
		cancel: "Annuler",
		none: "Cette note ne cite aucun modèle\u00a0: il n’y a pas de référence à donner.",
		which: "Placez le curseur dans la citation dont vous voulez la référence, ou dans des mots adoptés.",
		setting: "Adresse de vos notes",
		settingExample: "https://jardin.example/{slug}",
		settingHint:
			"Pour les références\u00a0: https://jardin.example/{slug}, par exemple. {path} est le chemin de la note " +
			"tel quel, {slug} le chemin en minuscules et traits d’union, {name} sa dernière partie. La propriété " +
			"permalink passe avant.",
	},
};
