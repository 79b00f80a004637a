import { de } from "../wording/agreement/sounds";
import type { InterfaceStrings } from "./en";

/** French words of the settings. */
export const frSettings: InterfaceStrings["settings"] = {
	endpoints: "Services",
	endpoint: "Service",
	addEndpoint: "Ajouter un service",
	preset: "Type",
	otherPreset: "Autre, compatible",
	name: "Nom",
	address: "Adresse",
	addressExample: "https://modeles.example/v1",
	addressHint: "Jusqu’à /chat/completions, sans l’inclure.",
	readable:
		"Par http://, d’autres sur votre réseau peuvent lire vos notes et votre clé en chemin. Si le serveur " +
		"propose https://, préférez-le.",
	key: "Clé",
	keyHint:
		"Gardée dans le trousseau d’Obsidian sur cet appareil ; jamais dans les réglages, les notes ou les " +
		"journaux. Elle n’est envoyée qu’à l’adresse affichée ici.",
	keySet: "Une clé est gardée sur cet appareil.",
	badKey:
		"Ce n’est pas une clé : il s’y trouve des caractères qu’aucune clé ne contient. Peut-être a-t-elle été " +
		"copiée là où une partie en est masquée. Copiez-la de nouveau en entier.",
	keyMissing: "Pas encore de clé sur cet appareil.",
	keyMoved: (from, to) =>
		`La clé a été saisie pour ${from}, l’adresse est maintenant ${to}. Elle n’est pas envoyée avant votre accord.`,
	confirmKey: (host) => `L’envoyer à ${host}`,
	getKey: "Obtenir une clé",
	credit: {
		reading: "Lecture de ce que la clé peut encore dépenser…",
		left: (remaining, limit, renewed) =>
			`Il reste ${remaining} sur ` +
			`${limit}${{ daily: " aujourd’hui", weekly: " cette semaine", monthly: " ce mois-ci", never: "" }[renewed]}.`,
		noLimit: (spent) =>
			spent === null
				? "Cette clé n’a pas de plafond."
				: `Cette clé n’a pas de plafond ; ${spent} dépensés avec elle jusqu’ici.`,
		freeTier: "Aucun crédit n’a encore été acheté pour ce compte : seuls les modèles gratuits répondent.",
		refused: "OpenRouter n’accepte plus cette clé. Connectez-vous de nouveau, ou saisissez-en une autre.",
		unread: "Ce que la clé peut encore dépenser n’a pas pu être lu.",
	},
	signIn: {
		button: "Se connecter…",
		title: (name) => `Se connecter à ${name}`,
		about:
			"Vous autorisez l’accès sur la page d’OpenRouter. OpenRouter crée alors une clé pour cette application, " +
			"gardée dans le trousseau d’Obsidian sur cet appareil. Là-bas, vous pouvez la plafonner ou la retirer à " +
			"tout moment.",
		back: "Par le navigateur",
		backHint:
			"Dès que vous avez autorisé l’accès, le navigateur revient ici et vous êtes connecté. Si l’on vous " +
			"demande s’il faut ouvrir Obsidian ou le lien, acceptez.",
		open: "Ouvrir OpenRouter",
		code: "Ou par un code",
		codeHint: "Cette page affiche un code à copier. Elle marche dans tous les navigateurs, même sur un autre appareil.",
		showCode: "Afficher un code",
		copyAddress: "Copier l’adresse de la page",
		copied: "Copié",
		paste: "Le code, ou l’adresse où le navigateur est arrivé",
		connect: "Valider",
		connecting: "Connexion…",
		waiting: "En attente du navigateur. Vous pouvez coller un code à tout moment.",
		cancel: "Annuler",
		done: (name) => `Connecté à ${name}. Vous pouvez maintenant choisir un modèle.`,
		problems: {
			none:
				"Il n’y a pas de code dans ce texte. Collez le code affiché par OpenRouter, ou toute l’adresse où le " +
				"navigateur est arrivé.",
			key: "Cela ressemble à une clé, pas à un code. Annulez, et saisissez-la comme clé du service.",
			denied: "L’accès n’a pas été autorisé sur la page d’OpenRouter. Rouvrez-la si vous voulez vous connecter.",
			other: "Ce code ne vient pas de cette connexion ; il n’a pas été utilisé. Rouvrez OpenRouter d’ici.",
			refused:
				"OpenRouter a refusé ce code : il a déjà servi, ou il ne vient pas de cette connexion. Rouvrez " +
				"OpenRouter d’ici, et prenez le nouveau code.",
			expired: "Ce code a expiré ; il vaut dix minutes. Rouvrez OpenRouter d’ici, et prenez le nouveau code.",
			unreachable: "OpenRouter est injoignable. Vérifiez la connexion au réseau, puis validez de nouveau.",
			unavailable: "OpenRouter n’a pas pu répondre. Validez de nouveau dans un instant.",
			format:
				"La réponse n’est pas celle d’OpenRouter et ne contient pas de clé. Vérifiez l’adresse du service, " +
				"ou prenez une clé sur la page d’OpenRouter et saisissez-la vous-même.",
			changed:
				"Le service a été modifié ou retiré pendant la connexion. Rien n’a été gardé. Annulez, puis " +
				"reconnectez-vous.",
			late: "Cette connexion a attendu plus d’une heure et a pris fin. Annulez, puis reconnectez-vous.",
		},
		notWaiting:
			"Un code pour OpenRouter est arrivé, mais aucune connexion ne l’attendait ici. Il n’a pas été utilisé. " +
			"Pour vous connecter, partez des réglages du service.",
	},
	remove: "Retirer",
	removing: {
		title: (name) => `Retirer ${name}`,
		text:
			"Son adresse, son budget et sa clé sur cet appareil sont oubliés. Les citations et le journal restent " +
			"tels quels.",
		keep: "Le garder",
	},
	nameHint: "Tel qu’il est nommé dans les citations : via…",
	price: "Prix par million de jetons",
	priceHint: (currency) =>
		`Ce service ne dit pas ses prix. Saisissez ce que dit son tarif, en ${currency}, et les coûts seront ` +
		"comptés ainsi ; sans cela ils sont inconnus.",
	priceIn: "En entrée",
	priceOut: "En sortie",
	electricity: "Électricité chez vous",
	electricityHint: "Pour le carbone des modèles qui tournent sur votre ordinateur.",
	electricityUnknown: "Moyenne mondiale",
	car: "Votre voiture, en g de CO₂ par km",
	carHint:
		"Pour les statistiques : la distance qu’elle fait pour le carbone d’un mois. C’est sur la carte grise (V.7). " +
		"Vide, elle n’est pas citée.",
	noCar: "Aucune",
	untold:
		"Ni ce service ni sa liste ne disent de prix : ce qui lui est demandé compte comme de coût inconnu tant " +
		"qu’aucun prix n’est saisi plus haut.",
	test: "Tester",
	model: "Modèle",
	modelHint: "Consulté sauf si un objectif en nomme un autre. Son identifiant exact est noté avec chaque réponse.",
	chooseModel: "Choisir…",
	modelId: "Identifiant du modèle",
	promptZone: "Montrer les consignes au-dessus des notes",
	promptZoneHint: "Une ligne, repliée, en haut de l’éditeur : votre style, l’objectif, le modèle.",
	chip: "Montrer la pastille",
	chipHint: "Un petit bouton au bout d’une sélection faite au pointeur. La commande Consulter fonctionne sans elle.",
	language: "Langue",
	languageAuto: "Celle d’Obsidian",
	folder: "Dossier",
	folderHint: "Contient la note de style, les objectifs et le journal.",
	folderFailed: (folder) =>
		`Le dossier ${folder} ne peut pas être créé ici. Le précédent reste ; choisissez un autre nom.`,
	record: "Citations",
	recordPlace: "Emplacement",
	recordHint: "Où va la citation qui dit qui a proposé quoi.",
	recordForm: "Forme",
	recordFormHint:
		"L’allure des nouvelles citations. Les outils de publication qui ignorent le type ai montrent les encadrés " +
		"de type quote ; une simple citation va partout. La commande Mettre les citations de cette note en… change " +
		"celles d’une note.",
	recordForms: { ai: "Encadré [!ai]", quote: "Encadré [!quote]", signed: "Citation signée" },
	recordPlaces: { passage: "Après le passage", end: "À la fin de la note", journal: "Dans le journal seulement" },
	recordWords: "Mots de la citation",
	recordWordsHint: "Ce qui entoure la citation. La ligne qui porte l’identifiant exact du modèle reste toujours.",
	recordWord: { before: "Avant", adopted: "Adopté", asked: "Question", takenBack: "Repris" },
	recordWordsBad:
		"Les citations ne pourraient plus être relues avec ces mots. Choisissez-en d’autres, tous différents et " +
		"sans signes Markdown.",
	journal: "Tenir un journal",
	journalHint:
		"Une entrée par consultation, gardée ou non : la matière des statistiques. Sans lui, les mentions sont " +
		"dans les notes.",
	journalLinks: "Lier les notes dans le journal",
	journalLinksHint:
		"Donne à chaque note des rétroliens depuis le journal et des arêtes dans le graphe. Sans cela, les notes " +
		"sont nommées par leur chemin.",
	marks: "Marquer les mots adoptés",
	marksHint: "Tant qu’ils restent inchangés.",
	privateFolders: "Dossiers privés",
	privateFoldersHint:
		"Leurs notes ne sont jamais envoyées. Un dossier par ligne. Pour une seule note : propriété ai: never.",
	foldersUnread: "Les dossiers privés n’ont pas pu être lus",
	foldersUnreadHint: (stored) =>
		`Les réglages contiennent ${stored}. Rien n’est envoyé tant que vous ne les nommez pas ci-dessous, ou ne ` +
		"dites pas qu’ils y sont tous.",
	foldersAll: "Ils y sont tous",
	budget: "Budget",
	budgetAll: "Budget mensuel",
	budgetOf: (name, currency) => `Dont ${name} (${currency})`,
	budgetHint:
		"Un avertissement vient à 80 % ; une fois le budget épuisé, un accord est demandé avant tout envoi. Les " +
		"montants en d’autres monnaies sont montrés, non convertis.",
	noBudget: "Sans limite",
	currency: "Monnaie",
	currencyOf: (name) => `Monnaie ${de(name)}`,
	spentThisMonth: (line) => `Ce mois-ci : ${line}`,
	badAmount: "Saisissez un montant comme 5 ou 2,50, ou laissez le champ vide pour ne rien limiter.",
	concurrent: "Consultations simultanées",
	patience: "Patience",
	patienceHint:
		"Secondes à attendre les premiers mots. Les modèles qui raisonnent réfléchissent longtemps, et les " +
		"serveurs de la maison chargent d’abord le modèle.",
	noTraining: "Pas d’entraînement",
	noTrainingHint: "OpenRouter : ne consulter que des fournisseurs qui n’entraînent pas sur ce qui est envoyé.",
	zeroRetention: "Aucune conservation",
	zeroRetentionHint: "OpenRouter : ne consulter que des fournisseurs qui ne gardent rien.",
	badAddress: {
		"not-a-url": "Ce n’est pas une adresse. Elle commence par https:// (ou http:// pour cet ordinateur).",
		"needs-https":
			"Hors de votre réseau, il faut https://, pour que vos notes et votre clé ne soient pas lues en route.",
		"has-password":
			"Une adresse qui contient un nom ou un mot de passe ne peut servir. Saisissez plutôt une clé ci-dessous.",
	},
	found: (name) => `Trouvé sur cet ordinateur : ${name}`,
	foundModels: (count) => (count === "0" ? "Encore aucun modèle." : count === "1" ? "1 modèle." : `${count} modèles.`),
	add: "Ajouter",
	wholePiece: "Les réponses de ce service arrivent d’un bloc (CORS).",
	tryStreaming: "Réessayer au fil de l’écriture",
	streamsNext: "La prochaine réponse sera demandée au fil de l’écriture.",
	between: "Entre les mots",
	betweenHint: "Secondes à attendre les mots suivants une fois qu’ils arrivent.",
	cancel: "Annuler",
	checking: { listing: "Lecture de la liste des modèles…", asking: (model) => `Un mot est demandé à ${model}…` },
	checks: {
		ok: "Cela fonctionne. Les réponses arrivent au fil de l’écriture.",
		whole:
			"Cela fonctionne, mais le serveur ne laisse pas Obsidian lire au fur et à mesure (CORS) : les réponses " +
			"arrivent d’un bloc.",
		"no-server": "Aucun serveur ne répond à cette adresse.",
		timeout:
			"Pas de réponse à temps. Un serveur de la maison charge peut-être encore le modèle : testez de nouveau, " +
			"ou accordez plus de temps ci-dessous.",
		"key-missing": "Aucune clé n’est gardée sur cet appareil pour ce service. Saisissez-la ci-dessus.",
		"key-unconfirmed": "L’adresse a changé depuis la saisie de la clé. Confirmez ci-dessus que la clé peut y aller.",
		"key-refused": "Le serveur a refusé la clé. Saisissez-en une autre ci-dessus.",
		"key-wanted":
			"Le serveur demande une clé et ce service n’en a pas. Ajoutez-le comme service personnalisé, avec sa clé.",
		"no-credit": "La clé est bonne, mais il ne reste plus de crédit. Rechargez votre compte chez ce service.",
		"no-such-model": (model) => `Le serveur ne propose pas ${model}. Choisissez un autre modèle ci-dessous.`,
		"no-models": "Le serveur répond, mais n’a encore aucun modèle.",
		"not-an-endpoint":
			"Quelque chose répond à cette adresse, mais ce n’est pas un serveur de modèles. Vérifiez l’adresse : " +
			"elle finit souvent par /v1.",
		"choose-model": (count) =>
			count === "1"
				? "Le serveur répond et propose 1 modèle. Choisissez-le ci-dessous, puis testez de nouveau."
				: `Le serveur répond et propose ${count} modèles. Choisissez-en un ci-dessous, puis testez de nouveau.`,
		keyUntested: "S’il accepte la clé, cela ne se verra qu’alors.",
		rate: "Cela fonctionne, mais il y a eu trop de demandes pour le moment. Attendez un peu.",
		cancelled: "Annulé.",
	},
	startServer: {
		ollama: "Lancez Ollama, ou la commande : ollama serve",
		lmstudio: "Lancez-le dans LM Studio : onglet Developer, Start server. Ou la commande : lms server start",
		llamacpp: (port) => `Lancez-le : llama-server -m model.gguf --port ${port}`,
		other: "Vérifiez l’adresse et la connexion.",
		phone:
			"Sur un téléphone, localhost est le téléphone lui-même : saisissez l’adresse de l’ordinateur dans votre " +
			"réseau.",
	},
	allowPages: {
		ollama: (origin) =>
			`Pour qu’elles arrivent au fil de l’écriture, donnez OLLAMA_ORIGINS=${origin} à Ollama et relancez-le.`,
		lmstudio:
			"Pour qu’elles arrivent au fil de l’écriture, activez Enable CORS dans l’onglet Developer de LM Studio, " +
			"ou lancez : lms server start --cors",
		llamacpp: (origin) =>
			`Pour qu’elles arrivent au fil de l’écriture, lancez llama-server avec --cors-origins ${origin}`,
		other: "Vous n’avez rien à faire.",
	},
	getModel: {
		ollama: (model) => `Téléchargez-en un, par exemple : ollama pull ${model}`,
		lmstudio: "Chargez-en un dans LM Studio, onglet Developer.",
	},
};
