import { de } from "../wording/agreement/sounds";
import type { InterfaceStrings } from "./en";

/** French words about models and the picker. */
export const frModels: InterfaceStrings["models"] = {
	price: (input, output) => `${input} en entrée, ${output} en sortie, par million de jetons`,
	perRequest: (amount) => `${amount} par requête`,
	longPrompts: (tokens) => `autres prix au-delà de ${tokens} jetons`,
	atTimes: "autres prix à certaines heures",
	priceListed: (date) => `Prix de la liste du ${date}`,
	context: (tokens) => `${tokens} jetons de contexte`,
	openness: {
		"open source": "open source",
		"open weights": "poids ouverts",
		closed: "fermé",
		unknown: "ouverture inconnue",
	},
	sourced: (openness, source) => `${openness} (${source})`,
	place: { device: "sur cet appareil", network: "sur votre réseau", remote: "distant" },
	passedOn: (endpoint) => `distant : ${endpoint} transmet`,
	until: (date) => `proposé jusqu’au ${date}`,
	ended: (date) => `n’est plus proposé depuis le ${date}`,
	asked: "consulté actuellement",
	sections: { favourites: "Favoris", recent: "Utilisés récemment", listed: "Tous les modèles" },
	askAnyway: (id, endpoint) => `Demander à ${id} chez ${endpoint}`,
	notListed: (date) => `absent de la liste du ${date}`,
	noListYet: "pas encore de liste de ce service",
	allModels: "Modèles",
	favourite: "favori",
	starred: (name) => `${name} est un favori.`,
	unstarred: (name) => `${name} n’est plus un favori.`,
	empty: "Aucun modèle ne s’appelle ainsi. Un identifiant exact, sans espaces, peut être consulté quand même.",
	shown: (shown, found) => `${shown} modèles montrés sur ${found}. Écrivez pour trouver les autres.`,
	list: (count, number, date) => (count === 1 ? `1 modèle, liste du ${date}` : `${number} modèles, liste du ${date}`),
	noList: "pas encore de liste",
	fetching: "lecture de la liste…",
	refresh: "Actualiser",
	refreshOf: (endpoint) => `Actualiser la liste ${de(endpoint)}`,
	notFetched: {
		key: "Le service a refusé la clé, ou aucune n’est gardée sur cet appareil. Vérifiez-la dans les réglages.",
		network: "Le service est injoignable. Vérifiez la connexion, son adresse, et que son serveur tourne.",
		other: "Le service n’a pas donné de liste de modèles.",
	},
	listKept: (date) => `La liste du ${date} est gardée.`,
	anyId: "Un identifiant exact peut être saisi quand même.",
	policy: {
		none:
			"OpenRouter peut consulter tout fournisseur, quoi qu’il fasse de ce qui est envoyé. Les réglages peuvent " +
			"restreindre cela.",
		noTraining:
			"OpenRouter : seulement des fournisseurs qui n’entraînent pas sur ce qui est envoyé. À changer dans les " +
			"réglages.",
		zeroRetention: "OpenRouter : seulement des fournisseurs qui ne gardent rien. À changer dans les réglages.",
		both:
			"OpenRouter : seulement des fournisseurs qui n’entraînent pas sur ce qui est envoyé et ne gardent rien. " +
			"À changer dans les réglages.",
	},
	timesCost: (times) => `${times} fois le coût`,
	timesCarbon: (times) => `${times} fois le carbone`,
	timesOf: (times, name) => `${times} ${de(name)}`,
	anchors: (name, parts) => `${name}, pour des jetons en entrée et autant en sortie : ${parts.join(" ; ")}`,
	anchor: (tokens, carbon) => `${tokens} : ${carbon}`,
	carbonAtHome: "Chez vous, le carbone est celui du temps que votre appareil travaille : il est dit après la réponse.",
	keys: { move: "parcourir", choose: "choisir", star: "favori ou non", close: "fermer" },
};
