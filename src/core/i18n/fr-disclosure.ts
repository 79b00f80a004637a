import type { InterfaceStrings } from "./en";

/** French words of saying how models were used. */
export const frDisclosure: InterfaceStrings["disclosure"] = {
	page: {
		command: "Écrire ou actualiser la page IA",
		heading: "Page IA",
		path: "Page",
		pathHint:
			"Le nom de la note, avec son dossier s’il y en a un. La commande Écrire ou actualiser la page IA y " +
			"écrit une section ; ce que vous écrivez autour n’est jamais touché.",
		badPath: "Une note ne peut pas s’appeler ainsi. Choisissez un autre nom.",
		published: "Notes publiées",
		publishedHint:
			"Les autres notes ne sont pas nommées, et rien d’elles n’est compté. Une note est gardée pour vous par " +
			"publish: false, dg-publish: false, published: false ou draft: true.",
		publishedBy: {
			auto: "Celles qui le disent, ou toutes si aucune ne le dit",
			default: "Toutes, sauf celles que je garde",
			property: "Celles qui le disent seulement",
		},
		keptBack: "Dossiers gardés pour vous",
		keptBackHint: "Un par ligne. Leurs notes ne sont jamais nommées sur la page.",
		numbers: "Nombres",
		numbersHint: "Citations par modèle, consultations, coût et carbone, repliés à la fin de la section.",
		sentences: "Ce dont vous répondez",
		sentencesHint: "Des phrases qu’aucun journal ne peut attester. Elles sont dites dans la langue de la page.",
		scanning: "Lecture de vos notes",
		scanned: (done, all) => `${done} notes sur ${all}`,
		cancel: "Annuler",
		made: (path) => `Page écrite : ${path}`,
		refreshed: (path) => `Page actualisée : ${path}`,
		unnamed: (count, number) =>
			count === 1
				? "1 note qui cite un modèle n’est pas publiée : elle n’y figure pas."
				: `${number} notes qui citent un modèle ne sont pas publiées : elles n’y figurent pas.`,
		announce: "La page IA est actualisée.",
		cancelled: "Rien n’a été écrit.",
		failed: (path) => `${path} n’a pas pu être écrite. Fermez-la dans les autres programmes, puis réessayez.`,
		refused: "La page n’a pas pu être changée : elle est en lecture seule, ou un autre module la garde telle quelle.",
		stay: "La laisser",
		moves: (from, to) => `Déplacer la page IA ${from} vers ${to} ?`,
		movesText:
			"Les réglages nomment un autre endroit que le sien. Les liens vers elle sont gardés, comme quand vous la " +
			"déplacez vous-même.",
		move: "La déplacer",
		notMoved: (to) => `La page n’a pas pu être déplacée vers ${to}. Elle est restée où elle était.`,
		lost: (path) => `${path} n’est plus là. Quelle note est la page IA maintenant ?`,
		makeNew: "Écrire une nouvelle page",
		noSection: (path) => `${path} n’a pas de section d’Expert Friend`,
		noSectionText:
			"Son texte est le vôtre et reste tel quel. La section peut être ajoutée à la fin ; vous pourrez la " +
			"déplacer.",
		addAtEnd: "Ajouter à la fin",
		broken: (path) => `Les marques de la section sont abîmées dans ${path}`,
		brokenText: (start, end) => [
			"Ce qui est écrit pour vous se trouve entre ces deux lignes :",
			start,
			end,
			"L’une manque, a changé ou n’est pas à sa place : on ne peut plus dire ce qui est de vous. " +
				"Réparez-les, ou ôtez les deux pour avoir une nouvelle section.",
		],
		open: "Ouvrir la page",
		several: (path) => `${path} a plus d’une section`,
		severalText: "La première peut être actualisée. Les autres restent telles quelles.",
		refreshFirst: "Actualiser la première",
		edited: (path) => `La section a été modifiée dans ${path}`,
		editedText:
			"Ce qui se trouve entre les marques n’est pas ce qui y a été écrit en dernier. Actualiser met un nouveau " +
			"texte à la place.",
		replace: "La remplacer",
		editedExplain: "Pour garder des mots à vous, sortez-les d’abord de la section.",
	},
	records: {
		command: "Mettre les citations de cette note en…",
		choose: "Quelle forme donner aux citations de cette note\u202f?",
		cancel: "Annuler",
		none: "Cette note ne cite aucun modèle : il n’y a rien à changer.",
		same: "Les citations ont déjà cette forme.",
		turned: (count) => (count < 2 ? `${count} citation changée.` : `${count} citations changées.`),
		left: (count) =>
			count === 1
				? "1 reste telle quelle : modifiée à la main, elle y perdrait quelque chose."
				: `${count} restent telles quelles : modifiées à la main, elles y perdraient quelque chose.`,
		refused:
			"Les citations n’ont pas pu changer : la note est en lecture seule, ou un autre module la garde telle " +
			"quelle.",
	},
	acknowledgement: {
		command: "Dire quels modèles cette note cite",
		written: "C’est écrit.",
		stands: "La note le dit déjà.",
		nothing: "Cette note ne cite aucun modèle : il n’y a rien à dire.",
		edited: "La phrase a été modifiée",
		editedText: (sentence) => `Ce que dit la note est maintenant de vous : « ${sentence} »`,
		replace: "La remplacer",
		stay: "La laisser",
		refused:
			"La phrase n’a pas pu être écrite : la note est en lecture seule, ou un autre module la garde telle quelle.",
	},
	property: {
		name: "Propriété ai-disclosure",
		hint:
			"À chaque enregistrement, une note qui a des citations reçoit ai-assisted ; celle qui n’en a plus, " +
			"human-only. ai-autonomous ne s’écrit que de votre main, et reste. Ce sont les valeurs du projet du " +
			"W3C, non une déclaration légale.",
		announce: "Propriété ai-disclosure mise à jour.",
	},
};
