import { de } from "../wording/agreement/sounds";
import type { InterfaceStrings } from "./en";

/** French words of the page that sets up a friend. */
export const frFirstRun: InterfaceStrings["firstRun"] = {
	title: "Un ami pour relire avec vous",
	promises: [
		{
			head: "Le texte reste le vôtre",
			text: "Rien n’entre dans une note si vous ne l’y mettez pas. Ce que vous n’avez pas touché ne change pas.",
		},
		{ head: "Rien n’est anonyme", text: "Ce que vous gardez est cité dans votre note, avec le nom exact du modèle." },
		{
			head: "Personne ne vous gêne",
			text:
				"Vous continuez d’écrire. Interrompre et annuler marchent toujours. Une réponse payée n’est jamais " +
				"perdue.",
		},
	],
	choose: "Choisir un ami",
	here: (name) => `Sur cet ordinateur : ${name}`,
	home: (name) => `Dans votre réseau : ${name}`,
	offers: (models) => `Propose ${models}.`,
	andMore: (count) => `${count} autres`,
	staysHere: "Vos notes ne quittent jamais cet ordinateur ; rien à payer.",
	staysHome: "Vos notes restent dans votre réseau.",
	leaves: "Ce modèle est dans le nuage : vos notes partent vers les ordinateurs d’autrui.",
	asked: (model) => `Consulté à présent : ${model}.`,
	take: "Choisir",
	model: (name) => `Modèle ${de(name)}`,
	looking: "Recherche de serveurs sur cet ordinateur…",
	noneFound: "Ni Ollama, ni LM Studio, ni llama.cpp n’ont été trouvés sur cet ordinateur.",
	lookAgain: "Chercher de nouveau",
	openrouter: "Un seul compte, la plupart des modèles, payés à l’usage.",
	browser: "Ouvre votre navigateur ; aucune clé à copier.",
	signIn: "Se connecter",
	other: "Un autre service, avec une clé",
	otherHint: "Mistral, OpenAI, Anthropic, Scaleway, ou toute adresse compatible.",
	enterKey: "Saisir une clé",
	keyless: "Laissez vide si le serveur n’en demande pas.",
	keyNeeded: "Saisissez d’abord la clé.",
	goOnWithKey: "Continuer",
	chooseFirst: "Choisissez d’abord un ami.",
	nothingYet: "Rien n’est envoyé avant que vous ne demandiez.",
	next: (model, endpoint) =>
		`${model} chez ${endpoint} est désormais consulté. Dans n’importe quelle note, sélectionnez des mots et ` +
		"cliquez sur la pastille qui apparaît, ou lancez la commande Consulter.",
	goOn: (title) => `Continuer avec « ${title} »`,
	tryOne: "Essayer une phrase",
	tryLabel: "Une phrase à essayer ; vous pouvez écrire la vôtre",
	sentence: "J’écris le matin, parce qu’à midi j’ai déjà donné raison à trop de gens.",
	selected: "donné raison",
	tryHint:
		"Seules cette phrase et votre note de style sont envoyées. Rien n’entre dans vos notes : ce que vous " +
		"adoptez et sa citation restent ici.",
	sent: "Ce qui est envoyé, et où",
	rows: (style, friend) => [
		[
			"La note dont il s’agit",
			"entière, pour que la réponse lui convienne ; la section ou le passage seul, si vous préférez",
			friend,
		],
		["Votre style", `la note ${style}`, friend],
		[
			"Vos clés",
			"dans le trousseau d’Obsidian sur cet appareil, jamais dans le coffre",
			"à la seule adresse pour laquelle elles ont été saisies",
		],
		["Les notes avec ai: never", "refusées, et cela est dit", "nulle part"],
	],
	toFriend: (name, place) => `à ${name}, ${place}`,
	thisComputer: "cet ordinateur",
	toNobody: "à l’ami que vous choisirez",
};
