import { variableNames } from "../prompts/objective";
import type { InterfaceStrings } from "./en";
import { durationOf } from "./duration";
import { frDisclosure } from "./fr-disclosure";
import { frElsewhere } from "./fr-elsewhere";
import { frFirstRun } from "./fr-first-run";
import { frModels } from "./fr-models";
import { frSettings } from "./fr-settings";
import { frStatistics } from "./fr-statistics";
import { frZone } from "./fr-zone";

/** Every word of the interface, in French. No-break spaces as French typography wants them. */
export const fr: InterfaceStrings = {
	locale: "fr",
	languageName: "French",
	pluginName: "Expert Friend",

	commands: {
		consult: "Consulter",
		otherWords: "Autres mots",
		ask: "Poser une question",
		margin: "Ouvrir la marge",
		nextAnswer: "Réponse suivante",
		previousAnswer: "Réponse précédente",
		style: "Ouvrir la note de style",
		adopted: "Qui a proposé ces mots ?",
		setUp: "Choisir un ami",
		status: "Voir ce qu’a coûté le mois et ce qui est en cours",
		stop: "Annuler les consultations en cours de cette note",
	},
	menu: {
		label: "Consulter votre ami expert",
		chip: "Consulter",
		ask: "Poser une question…",
		more: "Plus",
		askedWith: (objective, line) => `${objective} : ${line}`,
		lately: "Récemment",
		chooseModel: "Choisir un modèle",
		noModel: "Aucun modèle choisi",
		modelAt: (model, endpoint) => `${model} chez ${endpoint}`,
		sendsNote: (words) => `Envoie toute la note, ${words} mots`,
		sendsSection: (words) => `Envoie la section, ${words} mots`,
		sendsPassage: "Envoie seulement le passage",
		sendsPart: (words) => `Trop long pour ce modèle : envoie le plan et ce qui entoure le passage, ${words} mots`,
		forecast: (low, high) => (low === high ? low : `${low} à ${high}`),
		unknownPrice: "prix inconnu",
		local: "sur cet appareil",
	},
	problems: {
		properties: (value) => `Les propriétés de la note sont illisibles : ${value}`,
		kind: (value) => `La propriété kind vaut « ${value} » ; elle peut valoir words, answer ou remarks`,
		context: (value) => `La propriété context vaut « ${value} » ; elle peut valoir note, section ou passage`,
		thinking: (value) => `La propriété thinking vaut « ${value} » ; elle peut être off ou on`,
		empty: () => "La note n’a pas encore de consigne",
		variable: (value) => `Pas une variable : ${value}. Il y a ${variableNames.join(", ")}`,
		unused: (label) => `Elle demande « ${label} », et la consigne ne contient pas {{asked}}`,
		unasked: () => "La consigne contient {{asked}}, et aucune propriété ask ne dit quoi demander",
		private: () => "Cette note est privée : sa consigne n’est jamais envoyée",
	},
	addObjectives: {
		title: "Ajouter les objectifs manquants",
		explain: "Votre dossier ne contient pas ceux-ci. Cochez ceux que vous voulez ; chacun devient une note à vous.",
		add: (count) => (count === 1 ? "Ajouter 1 objectif" : `Ajouter ${count} objectifs`),
		cancel: "Annuler",
		none: "Aucun objectif ne manque.",
		added: (count) => (count === 1 ? "1 objectif ajouté." : `${count} objectifs ajoutés.`),
		failed: (name) => `« ${name} » n’a pas pu être créée.`,
	},
	styleLeftOut: {
		private: (link) => `« ${link} » est privée ou n’est plus là : la consigne de style s’en passe.`,
		section: (link) => `La note de style renvoie à « ${link} », qui n’existe pas : rien de cette note n’est envoyé.`,
	},
	refusals: {
		frontmatter: "Pas de phrase à soumettre ici : ce sont les propriétés de la note.",
		code: "Pas de phrase à soumettre ici : c’est du code.",
		math: "Pas de phrase à soumettre ici : c’est une formule.",
		comment: "Pas de phrase à soumettre ici : c’est un commentaire.",
		address: "Rien à reformuler ici : c’est une adresse.",
		link:
			"Rien à reformuler ici : c’est le nom d’une note. Donnez au lien ses propres mots, [[nom|mots]], pour " +
			"les reformuler.",
		embed: "Rien à reformuler ici : ceci montre ce qui se trouve ailleurs.",
		tag: "Rien à reformuler ici : c’est une étiquette.",
		template: "Rien à reformuler ici : c’est une balise de modèle.",
		icon: "Rien à reformuler ici : c’est le nom d’une icône.",
		footnote:
			"Rien à reformuler ici : c’est une note de bas de page. Son texte se reformule là où il a sa propre ligne.",
		citation: "Rien à reformuler ici : c’est la clé d’une citation.",
		html: "Rien à reformuler ici : c’est du HTML.",
		record: "Rien à reformuler ici : c’est une citation d’un modèle, qui reste telle quelle.",
		nothing: "Pas de phrase à soumettre ici : sélectionnez un mot ou placez le curseur dans une phrase.",
		private: "Cette note est privée (propriété ai: never). Rien n’a été envoyé.",
		unreadFolders:
			"On ne sait pas quels dossiers sont privés : les réglages n’ont pas pu être lus. Rien n’a été envoyé. " +
			"Nommez-les dans les réglages, ou dites-y qu’ils y sont tous.",
		unclear:
			"Les propriétés de cette note parlent de ai, et ce qu’elles en disent ne se comprend pas : elle compte " +
			"comme privée. Rien n’a été envoyé. Écrivez ai: never pour qu’elle le reste, ou ôtez cette ligne.",
		privateFolder: "Les notes de ce dossier sont privées. Rien n’a été envoyé.",
		gone: "La note n’est plus dans le coffre. Rien n’a été envoyé.",
		changed: "Ces mots ont changé entre-temps. Rien n’a été envoyé. Sélectionnez-les de nouveau.",
		fragment: "Ici ne s’édite qu’un morceau de note. Ouvrez la note elle-même et partez de là.",
		cell: "Ces mots ne se retrouvent pas dans la note où est ce tableau. Passez en mode source et sélectionnez-les là.",
		noteless: "Ces mots ne sont dans aucune note. Mettez-les dans une note et partez de là.",
		reading: "La note est affichée en lecture. Passez en édition et partez de là.",
		opening: "La note est encore en train de s’ouvrir : son texte n’est pas encore là. Réessayez dans un instant.",
		unread: "La note n’a pas pu être lue. Rien n’a été envoyé. Réessayez.",
		busy: (count) =>
			count === 1
				? "Une consultation est en cours. Attendez-la, ou annulez-la."
				: `${count} consultations sont en cours. Attendez-en une, ou annulez-en une.`,
	},
	words: {
		head: (selection) => `Autres mots pour ${selection}`,
		headPassage: "Autres mots pour le passage",
		list: "Autres mots",
		asking: "L’ami cherche des mots…",
		own: "Écrivez votre propre mot ; la phrase s’accordera",
		ownLabel: "Votre propre mot",
		yours: "à vous",
		askAgreement: "Accorder la phrase",
		picked: "choisi",
		agreeing: "accordés",
		more: "D’autres",
		moreActions: "Autres actions",
		loosen: "Assouplir",
		loosenHint: "Permettre de refondre la phrase",
		otherModels: "Autres modèles…",
		together: (count) => `Les ${count} ensemble`,
		chooseModel: "Choisir un modèle…",
		keys: { enter: "Entrée", escape: "Échap" },
		position: (row, rows) => `${row} sur ${rows}`,
		arrived: (count) => (count === 1 ? "1 proposition" : `${count} propositions`),
		adopt: "Adopter",
		keepMine: "Garder les miens",
		cancel: "Annuler",
		close: "Fermer",
		again: "Réessayer",
		details: "Détails",
		leftOut: (count) =>
			count === 1 ? "1 proposition inutilisable écartée" : `${count} propositions inutilisables écartées`,
		see: (count) => (count === 1 ? "La voir" : "Les voir"),
		mended: (count) => (count === 1 ? "1 remise en état" : `${count} remises en état`),
		mends: {
			remark: "Écarté ce qui se trouvait à côté de la phrase",
			cut: "Remis la partie de la phrase qui avait été coupée",
			marks: "Remis votre ponctuation et vos guillemets",
			spaces: "Remis vos espaces",
			emphasis: "Remis vos mises en valeur",
			signs: "Remis un lien, du code ou un autre signe de la note",
			doubled: "Écarté un mot répété",
			capital: "Remis la majuscule",
			spelling: "Laissé votre orthographe telle quelle là où vous ne demandiez rien",
			part: "Écarté les changements qui abîment un lien ou un autre signe de la note",
		},
		hidden: (count) => (count === 1 ? "1 refond la phrase" : `${count} refondent la phrase`),
		alone: "le mot seul",
		aloneUnagreed: "L’ami n’a pas donné la phrase avec ce mot. Vous pouvez adopter le mot tel quel.",
		ownUnagreed: "L’ami n’a pas donné la phrase avec votre mot. Réessayez, ou écrivez-le vous-même.",
		nothingBetter: "Rien de mieux : vos mots tiennent.",
		unusable: (count) =>
			count === 1 ? "Une proposition, et elle n’a pas pu servir." : `${count} propositions, et aucune n’a pu servir.`,
		reasons: {
			recast: (count) => (count === 1 ? "refond" : "refondent") + " la phrase autour de vos mots",
			link: (count) => (count === 1 ? "modifie" : "modifient") + " un lien",
			code: (count) => (count === 1 ? "modifie" : "modifient") + " du code, une formule ou un gabarit",
			sign: (count) =>
				(count === 1 ? "modifie" : "modifient") +
				" une note de bas de page, une étiquette ou un autre signe de la note",
			emphasis: (count) => (count === 1 ? "déplace ou perd" : "déplacent ou perdent") + " une mise en relief",
			spaces: (count) => (count === 1 ? "modifie" : "modifient") + " une espace insécable",
			marks: (count) => (count === 1 ? "modifie" : "modifient") + " des guillemets, des crochets ou d’autres signes",
			layout: (count) => (count === 1 ? "modifie" : "modifient") + " la mise en page",
			language: (count) => (count === 1 ? "est" : "sont") + " dans une autre langue que la phrase",
			outside: (count) => (count === 1 ? "modifie" : "modifient") + " des mots qui n’étaient pas en question",
			unrelated: (count) => (count === 1 ? "n’est" : "ne sont") + " pas une version de la phrase",
			unread: (count) => (count === 1 ? "n’est pas une phrase entière" : "ne sont pas des phrases entières"),
		},
		showThem: "Les montrer",
		unread: "La réponse n’a pas pu être lue.",
		unreadKept: (tokens) =>
			`${tokens} jetons sont venus, où aucune proposition ne se distingue. « Détails » montre tout ce qui est ` +
			"venu.",
		came: "Ce qui est venu",
		nothingMore: "Rien de plus.",
		adopted: (word) => `Adopté : ${word}`,
		adoptedMany: (count) => (count === 1 ? "1 changement adopté" : `${count} changements adoptés`),
		conflict:
			"La phrase a changé à cet endroit entre-temps : cette proposition ne convient plus. Choisissez-en une " +
			"autre, ou fermez et redemandez.",
		already: "La phrase le dit déjà : il n’y a rien à adopter.",
		refused:
			"La note n’a pas accepté le changement : elle est en lecture seule, ou une autre extension la protège. " +
			"Rien n’a été écrit.",
		passageGone: "La phrase n’est plus dans la note. Rien n’a été écrit.",
		change: (index, count) => `Changement ${index} sur ${count}`,
		before: "Vous",
		after: "Ou bien",
		skip: "Passer",
		previous: "Précédent",
		next: "Suivant",
		adoptAll: (count) => (count === 1 ? "Adopter le dernier" : `Adopter les ${count}`),
		adoptRest: (count) => (count === 1 ? "Adopter le dernier" : `Adopter les ${count} autres`),
		finished: (adopted, count) => `${adopted} sur ${count} ${adopted > 1 ? "adoptés" : "adopté"}`,
		soFar: (cost) => `Déjà ${cost}`,
		option: (phrase, gloss) => (gloss === "" ? phrase : `${phrase}, ${gloss}`),
	},
	margin: {
		title: "Marge",
		empty: "Aucune réponse n’attend",
		noAnswer: "Aucune réponse n’attend dans la marge.",
		furtherTo: (asked) => `À la suite de : ${asked}`,
		emptyHint:
			"Sélectionnez une phrase dans une note et demandez : les réponses attendent ici que vous les gardiez ou " +
			"les écartiez.",
		here: (count) =>
			count === 0
				? "Aucune consultation dans cette note"
				: count === 1
					? "1 consultation dans cette note"
					: `${count} consultations dans cette note`,
		elsewhere: (count) =>
			count === 0
				? "Aucune consultation dans cette note"
				: count === 1
					? "1 dans une autre note"
					: `${count} dans d’autres notes`,
		status: (running, waiting) =>
			[running > 0 ? `${running} en cours` : "", waiting > 0 ? `${waiting} en attente` : ""]
				.filter((part) => part !== "")
				.join(", "),
		keep: "Garder",
		keepPart: "Garder une partie",
		keepSelected: "Garder les lignes choisies",
		further: "Poursuivre",
		secondPass: "Seconde lecture",
		sideBySide: "Côte à côte",
		sent: "Ce qui a été envoyé",
		inVault: "Dans votre coffre :",
		sentGone: "Ce qui a été envoyé n’est pas gardé après un redémarrage. Demandez encore pour le voir.",
		again: "Encore…",
		copy: "Copier",
		dismiss: "Écarter",
		cancel: "Annuler",
		undoDismiss: "Rétablir",
		dismissed: "Écartée.",
		kept: "Gardée dans la note.",
		copied: "Copiée en texte brut.",
		notCopied: "La copie n’a pas pu se faire. Cliquez dans la fenêtre et réessayez.",
		thinking: "L’ami réfléchit…",
		seconds: (seconds) => `${seconds} s`,
		tokens: (prompt, completion) => `${prompt} + ${completion} jetons`,
		tokensSoFar: (count) => `environ ${count} jetons`,
		costSoFar: (cost) => `déjà environ ${cost}`,
		costUnknown: "coût inconnu",
		notStreamed: "d’un bloc",
		resent: "illisible au fil de l’écriture : redemandée, d’un bloc",
		incomplete: "incomplète",
		cancelled: "Annulée. Ce qui était venu est gardé.",
		cancelledEmpty: "Annulée. Rien n’était venu.",
		cancelledWhole: "Annulée. La réponse était demandée d’un bloc : le serveur peut continuer, et la facturer.",
		interrupted: "Interrompue à la fermeture. Ce qui était venu est gardé.",
		truncated: "La réponse a atteint la longueur maximale du modèle.",
		partRead: (read, sent, room) =>
			`Une partie seulement a été lue : ${read} jetons sur environ ${sent} envoyés. ${room} Ou demandez sur la ` +
			"section, ou choisissez un modèle qui a plus de place.",
		moreRoom: {
			ollama: "Donnez plus de place au modèle dans Ollama : sa longueur de contexte dans les réglages, ou num_ctx.",
			lmstudio: "Donnez plus de place au modèle dans LM Studio : chargez-le avec un contexte plus long.",
			llamacpp: "Donnez plus de place au modèle : démarrez le serveur de llama.cpp avec un -c plus grand.",
			other: "Donnez plus de place au modèle là où il tourne, si cela dépend de vous.",
		},
		retrying: (seconds) => `Nouvel essai dans ${seconds} s.`,
		more: "Autres actions",
		tryNow: "Essayer maintenant",
		sameModel: (model) => `Redemander à ${model}`,
		otherModel: "Autre modèle",
		details: "Détails",
		copyDetails: "Copier pour un rapport de bogue",
		lost: "Le passage est introuvable dans la note. La réponse reste ici.",
		noteGone: "Sa note n’est plus dans le coffre. La réponse reste ici.",
		goTo: (passage) => `Aller au passage ${passage}`,
		wasAsked: (model) => `La question est posée à ${model}.`,
		hasAnswered: (model) => `${model} a répondu.`,
		furtherPlaceholder: "Poursuivre sur ce passage",
		send: "Envoyer",
		openNote: (name) => `Dans ${name}`,
		carbon: (grams, low, high) => `environ ${grams} g CO₂e (${low}–${high})`,
		atListPrice: (amount, date) => `${amount} au prix public du ${date}`,
	},
	reading: {
		title: (asked, nth) => (nth === 1 ? asked : `${asked}, lecture ${nth}`),
		remarks: (count) => (count === 1 ? "1 remarque" : `${count} remarques`),
		none: "Aucune remarque : rien n’arrête le lecteur.",
		settledCount: (count) => (count === 1 ? "1 réglée" : `${count} réglées`),
		dropped: (count) =>
			count === 1
				? "1 écartée : sa citation n’est pas dans la note"
				: `${count} écartées : leurs citations ne sont pas dans la note`,
		seeDropped: "Voir ce qui a été écarté",
		unread: "La réponse n’a pas pu être lue comme des remarques. Les détails montrent tout ce qui est venu.",
		again: "Relire",
		settle: "Réglée",
		remark: (number) => `Remarque ${number}`,
		numbered: (number, words) => `${number}. ${words}`,
		gone: "Réglée : ses mots ont changé.",
		ticked: "Réglée par vous.",
		settledNow: (why) => (why === "" ? "Réglée, selon l’ami." : `Réglée, selon l’ami : ${why}`),
	},
	carbon: { byPrice: ", jugé d’après son prix", general: ", comme les modèles en général" },
	sent: {
		title: "Ce qui est envoyé",
		where: (model, address) =>
			`À ${address}, pour ${model}. Votre clé voyage dans un en-tête à part et n’est pas montrée.`,
		rules: "Règles et style",
		note: "La note",
		question: "Passage et question",
		asked: "Demandé ensuite",
		answered: "Répondu auparavant",
		exact: (bytes) => `Exactement tel qu’envoyé, ${bytes} octets`,
		copy: "Copier la requête",
		copied: "Copié.",
	},
	compare: {
		title: "Comparer des modèles",
		tab: "Comparer",
		entry: "Comparer des modèles…",
		question: "Question",
		models: "Modèles",
		filter: "Chercher un modèle",
		blind: "Cacher les noms jusqu’à mon choix",
		count: (fewest, most) => `Choisissez de ${fewest} à ${most} modèles.`,
		forecast: (count, cost) => `${count} modèles ensemble : ${cost}`,
		answer: (letter) => `Réponse ${letter}`,
		was: (letter) => `C’était ${letter}`,
		prefer: (name) => `Préférer ${name}`,
		none: "Sans préférence",
		reveal: "Révéler sans choisir",
		yours: "Votre choix",
		waiting: "Les réponses s’affichent toutes quand la dernière est là.",
		hidden:
			"Les noms, les durées et les prix sont révélés après votre choix. Rien n’est fusionné ; chaque réponse " +
			"garde son auteur.",
		settled: "Gardée ou écartée.",
		close: "Fermer la comparaison",
		gone: "Cette comparaison a été fermée.",
		ranking: (objective) => `Vos choix pour « ${objective} » jusqu’ici :`,
		ranked: (name, wins, ties, rounds) =>
			[`${name} ${wins} sur ${rounds}`, ...(ties > 0 ? [`${ties} sans préférence`] : [])].join(", "),
		rankedAll: (parts) => `${parts.join(" ; ")}.`,
		tooFew: "Trop peu pour être une mesure.",
		unkept: "Le journal est désactivé : ce choix n’est pas compté.",
	},
	earlier: {
		weigh:
			"Formez d’abord votre avis. Jugez ensuite ce qui a déjà été dit comme venant d’un inconnu : ce qui " +
			"tient, et ce qui était à côté.",
		asked: (date) => `Le ${date}, quelqu’un a été consulté sur ce passage.`,
		adopted: (before, after) => `L’auteur a remplacé « ${before} » par « ${after} ».`,
		takenBack: (before, after) => `L’auteur a remplacé « ${before} » par « ${after} », puis est revenu au premier.`,
		answered: (question, answer) => `Question : ${question}\nRéponse :\n${answer}`,
		changed: "Depuis, l’auteur a retravaillé le passage.",
		unchanged: "L’auteur n’a pas changé le passage depuis.",
	},
	keep: {
		where: "Le passage est introuvable dans la note",
		whereText: "Où garder la réponse ?",
		atEnd: "À la fin de la note",
		atCursor: "Après le paragraphe où est le curseur",
		cancel: "Annuler",
		noteGone: (path) => `${path} n’est plus dans le coffre. La réponse reste dans la marge.`,
		refused: (path) =>
			`${path} n’a pas accepté la réponse : elle est en lecture seule, ou une autre extension la protège. ` +
			"La réponse reste dans la marge.",
		failed: (path) => `${path} n’a pas pu être écrite. La réponse reste dans la marge : réessayez, ou copiez-la.`,
	},
	quoted: (text) => `« ${text} »`,
	labelled: (label, text) => `${label}\u00a0: ${text}`,
	ask: {
		title: "Demander à votre ami expert",
		name: "Question",
		placeholder: "Que voulez-vous savoir de ce passage ?",
		send: "Demander",
		cancel: "Annuler",
		recent: "Demandé récemment",
	},
	status: { month: "Ce mois-ci", model: (name) => `Modèle : ${name}` },
	budget: {
		title: "Le budget du mois est épuisé",
		explain: "Rien n’a encore été envoyé. Le budget se change dans les réglages.",
		beyond: "Demander quand même",
		stay: "Ne pas demander",
		all: "Tous les services",
		of: (spent, budget) => `${spent} sur ${budget}`,
		line: (name, amounts) => `${name} : ${amounts}`,
		nothing: "rien encore",
		unknown: (requests) => `${requests} de coût inconnu`,
		near: (line) => `Le budget du mois touche à sa fin. ${line}.`,
		spent: (line) => `Le budget du mois est épuisé. ${line}. Un accord est demandé avant tout nouvel envoi.`,
	},
	failures: {
		setup: "Aucun modèle n’est encore configuré. Choisissez un service et un modèle dans les réglages.",
		address:
			"L’adresse du service est inutilisable. Corrigez-la dans les réglages : elle commence par https://, ou " +
			"par http:// pour cet ordinateur et le réseau de la maison, et ne renvoie pas à une autre adresse.",
		key:
			"Aucune clé n’est gardée sur cet appareil pour ce service, ou son adresse a changé depuis. Saisissez-la " +
			"dans les réglages.",
		budget: "Rien n’a été envoyé : le budget du mois est épuisé. Il se change dans les réglages.",
		private:
			"Rien n’a été envoyé : la note est désormais privée, par sa propriété ai ou par son dossier, ou elle " +
			"n’est plus là.",
		sources:
			"Rien n’a été envoyé : la note de l’objectif, celle du style ou une note qu’elle cite est devenue privée " +
			"ou n’est plus là. Redemandez : ce que le style apporte sera laissé de côté.",
		auth: "Le service a refusé la clé. Vérifiez-la dans les réglages.",
		credit: "Il ne reste plus de crédit chez ce service. Rechargez votre compte, ou choisissez un autre modèle.",
		policy:
			"Les règles du service n’admettent pas cette question : pour ce dont elle parle, pour le pays où vous " +
			"êtes, ou pour ce que votre clé permet. Les détails en disent plus. Choisissez un autre modèle, ou un " +
			"autre service.",
		context:
			"La note est trop longue pour ce modèle. Demandez sur la section, ou choisissez un modèle au contexte " +
			"plus long.",
		refused: "Le modèle a refusé de répondre.",
		request:
			"Le service ne comprend pas la demande. Les détails disent ce qu’il n’accepte pas. Choisissez un autre " +
			"modèle, ou un autre service.",
		rate: "Trop de demandes pour le moment. Attendez un peu, ou choisissez un autre modèle.",
		overloaded: "Le modèle est surchargé. Réessayez dans un instant, ou choisissez-en un autre.",
		unavailable: "Le modèle n’a pas répondu. Réessayez dans un instant, ou choisissez-en un autre.",
		format:
			"Le retour du service n’a pas pu être lu : il ne contient pas de réponse. Réessayez, ou choisissez un " +
			"autre modèle.",
		network:
			"Le service est injoignable, ou la connexion s’est perdue avant le premier mot. Vérifiez la connexion, " +
			"son adresse, et que son serveur tourne.",
		timeout: "Pas de réponse à temps. Réessayez, ou accordez plus de temps dans les réglages.",
	},
	endpointSaid: (sentence) => `Le service dit : « ${sentence} »`,
	unknownModel: "Le service ne propose pas ce modèle. Vérifiez son nom, ou choisissez-en un autre.",
	noMemory:
		"Le modèle ne tient pas dans la mémoire de l’ordinateur où il tourne. Choisissez-en un plus petit, ou " +
		"libérez de la mémoire là-bas.",
	privacyRefused:
		"Le service n’accepte pas vos réglages de confidentialité, et la question n’a pas été posée sans eux. " +
		"Choisissez un autre service, ou changez ces réglages.",
	tooLong:
		"Le retour du service est bien plus long qu’une réponse, et n’a pas été lu jusqu’au bout. Ce qui est venu " +
		"est gardé.",
	unrouted:
		"Vos réglages de confidentialité ne laissent aucun fournisseur pour ce modèle. Choisissez un autre modèle, " +
		"ou assouplissez ces réglages : ici, ou chez le service.",
	endless:
		"La réponse ne se termine pas comme il faut : il en manque peut-être. Ce qui est venu est gardé. " +
		"Redemandez, ou continuez avec ce qui est là.",
	cut:
		"La connexion a été coupée avant la fin de la réponse. Ce qui est venu est gardé. Redemandez, ou continuez " +
		"avec ce qui est là.",
	again: (seconds) => `Le service demande d’attendre ${durationOf(seconds)}.`,
	settings: frSettings,
	firstRun: frFirstRun,
	adopted: {
		label: "Qui a proposé ces mots",
		before: "Vous aviez écrit :",
		on: (date) => `Adopté le ${date}`,
		mine: "Reprendre mes mots",
		toRecord: "Aller à la citation",
		takenBack: "Vos mots sont revenus",
		changed: "Ces mots ne sont plus là tels qu’ils ont été adoptés. Rien n’a été changé.",
		refused:
			"La note n’a pas repris vos mots : elle est en lecture seule, ou une autre extension la protège. " +
			"Rien n’a été changé.",
		none: "Aucun mot venu d’une consultation sous le curseur.",
	},
	storageFull:
		"Il n’y a plus de place sur cet appareil pour ce que gardent les modules d’Obsidian. Les réponses qui " +
		"attendent dans la marge n’y seront plus après un redémarrage : gardez-en ou écartez-en.",
	stored: {
		file: "Les réglages du module n’ont pas pu être lus : le fichier data.json est abîmé.",
		settings: (keys) =>
			`Certains réglages n’ont pas pu être lus : ${keys}. Les autres tiennent. Vérifiez ceux-là dans les ` +
			"réglages.",
		copyAt: (path) => `Le fichier tel qu’il était est gardé sous ${path}.`,
		notCopied:
			"Il n’a pas pu être copié, et n’est donc plus écrit : ce que vous réglez tient jusqu’à la fermeture de " +
			"l’application. Faites de la place, ou réparez le fichier.",
		unwritten:
			"Les réglages n’ont pas pu être enregistrés : le disque est plein, ou le coffre ne peut pas être écrit. " +
			"Ce que vous réglez tient jusqu’à la fermeture de l’application, et sera enregistré au prochain " +
			"changement.",
		nothingSent: "Rien n’est envoyé tant que les réglages ne disent pas à nouveau quels dossiers sont privés.",
		device: (places) =>
			`Une partie de ce que cet appareil garde pour Expert Friend n’a pas pu être lue : ${places}. Elle a été ` +
			"mise de côté, le reste est intact. Les réglages la montrent à la fin : copiez-la pour un rapport de " +
			"bogue, ou supprimez-la.",
		places: {
			consultations: "des réponses qui attendent",
			comparisons: "des comparaisons qui attendent",
			"journal-queue": "des entrées en route vers le journal",
			spendings: "le coût du mois",
			"budget-warned": "les avertissements du budget",
			"key-origins": "où chaque clé peut être envoyée, ce qui vous sera redemandé",
			"sign-in": "une connexion en attente",
			measures: "la longueur des réponses",
			"model-lists": "les listes de modèles",
			"recent-models": "les modèles consultés récemment",
			"recent-lines": "les lignes tapées récemment pour un objectif",
			"recent-questions": "les questions posées récemment",
			"told-last": "ce que vous avez dit d’une réponse d’ailleurs la dernière fois",
			"unstreamed-hosts": "la manière de lire les services",
			"refused-fields": "ce que les services refusent",
			making: "le dossier en cours de création",
			zone: "l’état des consignes au-dessus de la note",
			"prompt-drafts": "les consignes tapées et pas encore écrites",
		},
		aside: "Mis de côté",
		asideHint: (pieces) =>
			pieces === 1
				? "1 élément gardé par cet appareil n’a pas pu être lu. Plus rien ne s’en sert."
				: `${pieces} éléments gardés par cet appareil n’ont pas pu être lus. Plus rien ne s’en sert.`,
		copy: "Copier",
		copied: "Copié.",
		forget: "Supprimer",
	},
	journal: {
		heading: "## Consultations",
		kept: "Gardée dans le journal.",
		failed: "Le journal n’a pas pu être écrit. L’entrée est gardée sur cet appareil et sera écrite plus tard.",
		merged: (name) => `Une copie du journal venue d’un autre appareil a été fusionnée et mise à la corbeille : ${name}`,
	},
	models: frModels,
	statistics: frStatistics,
	disclosure: frDisclosure,
	elsewhere: frElsewhere,
	zone: frZone,
	languages: { fr: "French", en: "English", de: "German", es: "Spanish", it: "Italian", pt: "Portuguese", nl: "Dutch" },
};
