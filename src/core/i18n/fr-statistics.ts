import { de, que } from "../wording/agreement/sounds";
import type { InterfaceStrings } from "./en";

/** A day of a month: its first is ordinal. */
const nth = (day: string): string => (day === "1" ? "1er" : day);

/** French words of the statistics. */
export const frStatistics: InterfaceStrings["statistics"] = {
	title: "Consultations",
	command: "Statistiques de vos consultations",
	range: "Période",
	units: { day: "Mois", month: "Année", year: "Tout" },
	everything: "Toutes les années",
	before: "Plus tôt",
	after: "Plus tard",
	show: "Montrer",
	by: "par",
	metric: "Mesure",
	metrics: {
		consultations: "Consultations",
		cost: "Coût",
		tokens: "Jetons",
		carbon: "CO₂e",
		adopted: "Adoptées",
		kept: "Gardées",
		dismissed: "Écartées",
		words: "Mots adoptés",
	},
	grouping: "Regroupement",
	groupings: {
		model: "Modèle",
		provider: "Fournisseur",
		objective: "Objectif",
		note: "Note",
		openness: "Ouverture",
		place: "Lieu",
		endpoint: "Service",
	},
	currency: "Devise",
	cumulative: "Cumulé",
	export: "Exporter",
	csv: "En CSV",
	json: "En JSON",
	exported: (path) => `Écrit : ${path}`,
	notExported: (path) => `${path} n’a pas pu être écrit. Fermez-le dans les autres programmes et réessayez.`,
	thisMonth: (consultations, number, notes) => {
		const asked = consultations === 1 ? "1 consultation" : `${number} consultations`;
		return notes === 1 ? `ce mois-ci, ${asked} dans 1 note` : `ce mois-ci, ${asked} dans ${notes} notes`;
	},
	nothing: "Rien encore",
	nothingNow: "ce mois-ci",
	noPace: "Pas encore de rythme",
	noPaceWhy: "il faut une semaine de consultations",
	pace: (date) => `d’ici au ${date} à ce rythme`,
	over: (amount) => `${amount} au-dessus du budget`,
	noBudget: "Pas de budget",
	noBudgetWhy: "il se fixe dans les réglages",
	budget: (percent) => `budget du mois, dépensé à ${percent}`,
	empty: "Aucune consultation encore",
	emptyWhy:
		"Sélectionnez une phrase dans une note et consultez. Ce que vous demandez, et ce que cela coûte, s’écrit " +
		"dans votre journal et se compte à partir de là.",
	nothingHere: "Rien dans cette période",
	loading: (done, all) => `Lecture du journal : ${done} mois sur ${all}`,
	journalOff: "Le journal est désactivé dans les réglages : ce que vous demandez désormais n’est pas compté ici.",
	asked: "Demandes",
	share: "Part",
	total: "Total",
	other: (groups) => `Autres (${groups})`,
	unknownGroup: "Inconnu",
	places: { device: "Cet appareil", network: "Votre réseau", remote: "À distance" },
	chart: (metric, grouping, range) => `${metric} par ${grouping}, ${range}`,
	chartKeys: "Les flèches gauche et droite disent une période après l’autre.",
	figures: (metric) => `Les mêmes chiffres : ${metric}`,
	period: "Période",
	cumulated: (period) => `jusqu’à ${period}`,
	told: (period, total) => `${period} : ${total}`,
	carbon: (central, low, high) => `${central} (${low}–${high})`,
	grams: (grams) => `${grams}\u00a0g`,
	kilograms: (kilograms) => `${kilograms}\u00a0kg`,
	free: "Rien payé",
	costUnknown: "Coût inconnu",
	unknown: {
		cost: (count) =>
			count === 1
				? "1 requête au coût inconnu n’est dans aucune somme."
				: `${count} requêtes au coût inconnu ne sont dans aucune somme.`,
		tokens: (count) =>
			count === 1
				? "Les jetons d’une consultation ne sont pas connus."
				: `Les jetons de ${count} consultations ne sont pas connus.`,
		carbon: (count) =>
			count === 1
				? "Le carbone d’une consultation n’est pas connu."
				: `Le carbone de ${count} consultations n’est pas connu.`,
		words: (count) =>
			count === 1
				? "Les mots d’une adoption n’étaient pas encore comptés."
				: `Les mots de ${count} adoptions n’étaient pas encore comptés.`,
	},
	listed: (amounts) => `Dont ${amounts} aux prix affichés.`,
	otherCurrencies: (amounts) => `À côté, dans d’autres devises : ${amounts}. Rien n’est converti.`,
	car: (kilometres, low, high, grams) =>
		`Autant que ${kilometres}\u00a0km (${low}–${high}) dans une voiture à ${grams}\u00a0g par km, comme vous ` +
		"l’avez entré.",
	carbonHow:
		"Le carbone est un ordre de grandeur avec sa fourchette ; les modèles sans mesure sont jugés d’après leur " +
		"prix.",
	damaged: (count) =>
		count === 1
			? "1 entrée du journal ne peut pas être lue et n’est comptée nulle part :"
			: `${count} entrées du journal ne peuvent pas être lues et ne sont comptées nulle part :`,
	damagedAt: (month, line) => `${month}, ligne ${line}`,
	moreDamaged: (count) => `et ${count} de plus`,
	ranking: "Vos propres comparaisons",
	frugal: (model, than, objective, rounds, times) =>
		`Pour « ${objective} », ${model} a fait aussi bien ${que(than)} dans vos ${rounds} comparaisons à l’aveugle, ` +
		`et demande moins\u00a0: ${than}, c’est ${times}.`,
	local: "Compté sur cet appareil à partir de votre journal. Rien de ceci n’en sort.",
	against: {
		title: "Payer à la requête, face à un abonnement",
		none: "Entrez le prix d’un abonnement pour voir les deux côtés sur les mêmes jours.",
		compare: "Comparer à un abonnement",
		change: "Modifier",
		nothing: "Rien à comparer encore : aucun jour entre la première consultation, ou le jour choisi, et aujourd’hui.",
		range: (from, to, days) =>
			days === 1 ? `${from}, 1 jour des deux côtés` : `du ${from} au ${to}, ${days} jours des deux côtés`,
		perRequest: "À la requête",
		saved: "Économisé en payant à la requête",
		negative: "Une économie négative : sur ces jours, l’abonnement aurait coûté moins.",
		fee: (percent, amount) =>
			`Dans la première barre, le bout hachuré est la commission d’OpenRouter, ${percent} du crédit acheté, ` +
			`${amount}.`,
		month: "Commission comprise",
		plan: "Abonnement, mêmes jours",
		savedShort: "Économisé",
		until: (month, day) => `${month}, jusqu’au ${nth(day)}`,
		since: (month, day) => `${month}, à partir du ${nth(day)}`,
		part: (month, from, to) => `${month}, du ${nth(from)} au ${nth(to)}`,
		rate: (one, other) => `${one} = ${other}, un seul taux pour tout, celui que vous avez entré.`,
		elsewhere: (amount) => `${amount} sont allés à des modèles que l’abonnement n’a pas.`,
		uses: "L’abonnement sert aussi à ce qui n’est pas compté ici.",
		unconverted: (amounts) => `${amounts} n’ont pas de taux et ne sont d’aucun côté.`,
		unknown: (count) =>
			count === 1
				? "1 requête au coût inconnu n’est d’aucun côté."
				: `${count} requêtes au coût inconnu ne sont d’aucun côté.`,
		form: {
			title: "Un abonnement à comparer",
			name: "Nom",
			price: "Prix par mois",
			rate: (currency) => `1 ${currency} vaut`,
			rateHint: "Un seul taux pour tous les jours : celui qui vous paraît juste. Vide, rien n’est converti.",
			fee: "Commission sur le crédit, en pour cent",
			feeHint: "Ce qu’OpenRouter ajoute au crédit acheté : 5,5 en novembre 2026.",
			from: "Compté à partir du",
			fromHint: "Une date comme 2026-09-01 ; vide pour la première consultation.",
			models: "Modèles qu’il a",
			modelsHint: "Une partie de leurs identifiants, « claude » par exemple ; vide pour ne rien en dire.",
			bad: "Pas un nombre au-dessus de 0, comme 21,60.",
			badDate: "Pas une date comme 2026-09-01.",
			badFee: "Pas un pourcentage de 0 à 100.",
			save: "Comparer",
			remove: "Ne plus comparer",
			cancel: "Annuler",
			example: "Claude Pro",
		},
	},
	past: {
		title: "Importer l’usage passé",
		model: (model, site) => `${model} (${site}, importé)`,
		site: (site) => `${site} (importé)`,
		too: "Avec l’usage importé",
		counted: (answers) => `Dont ${answers} réponses obtenues ailleurs, importées en nombres par mois.`,
		estimated: (tokens) =>
			`${tokens} jetons sont estimés d’après la longueur des textes, puisque le site n’en dit rien.`,
		about:
			"Compte ce que vous avez demandé ailleurs, par mois et par modèle. Seuls les nombres sont gardés, dans " +
			"votre journal\u202f; aucun texte ne l’est, et rien ne sort de cet appareil.",
		kinds: [
			"OpenRouter\u00a0: l’activité, exportée en CSV",
			"ChatGPT et Claude\u00a0: l’archive (zip) ou son conversations.json",
			"Open WebUI\u00a0: l’export de toutes les discussions (JSON)",
		],
		choose: "Choisir un fichier",
		reading: (percent) => `Lecture\u00a0: ${percent}`,
		none: (name) =>
			`${name} n’est rien de cela, ou ne contient aucune réponse. On attend un CSV avec les colonnes ` +
			"created_at, model_permaslug et cost_total, ou un JSON qui contient mapping (ChatGPT), chat_messages " +
			"(Claude) ou history (Open WebUI).",
		unreadable: (name) => `${name} n’a pas pu être lu. Fermez-le dans les autres programmes et réessayez.`,
		found: (site, answers, models, from, to) => {
			const named = models === 1 ? "1 modèle" : `${models} modèles`;
			const when = from === to ? from : `${de(from)} à ${to}`;
			return `${site}\u00a0: ${answers} réponses de ${named}, ${when}.`;
		},
		estimates:
			"Le site ne dit pas les jetons d’une partie ou de l’ensemble\u00a0: ils sont estimés d’après la longueur " +
			"des textes, et marqués.",
		own: (requests) =>
			`Laissées de côté\u00a0: ${requests} requêtes de cette extension. Elles sont dans votre journal.`,
		nothing: "Il n’y a rien d’autre dedans.",
		leftOut: (answers) => `Laissées de côté\u00a0: ${answers} réponses ou lignes dont rien ne dit quand elles étaient.`,
		ends: "Le fichier s’arrête avant sa fin\u00a0: sa dernière conversation est laissée de côté.",
		broken: (percent) =>
			`Le fichier s’interrompt à ${percent}. Ce qui précède est compté, le reste est laissé de côté.`,
		replaces: (site) => `Prend la place de ce qui avait été importé ${de(site)}.`,
		keep: "Ajouter aux statistiques",
		cancel: "Annuler",
		kept: (path) => `Écrit\u00a0: ${path}`,
		notKept: (path) => `${path} n’a pas pu être écrit. Fermez-le dans les autres programmes et réessayez.`,
		note: {
			title: "Usage importé",
			about:
				"Réponses obtenues ailleurs, comptées par mois et par modèle d’après les fichiers que vous avez " +
				"importés. Aucun texte n’est gardé. ~ marque les jetons estimés. Importer de nouveau depuis un site " +
				"prend la place de ses lignes.",
			columns: {
				source: "Source",
				month: "Mois",
				model: "Modèle",
				answers: "Réponses",
				tokensIn: "Jetons envoyés",
				tokensOut: "Jetons reçus",
				cost: "Coût",
			},
		},
	},
	toldName: (name) => `${name} (indiqué par vous)`,
	toldCounted: (count) =>
		count === 1
			? "Dont 1 réponse citée d’ailleurs, comme vous l’avez indiquée\u00a0: elle n’est ni dans les coûts, ni " +
				"dans les jetons, ni dans le carbone."
			: `Dont ${count} réponses citées d’ailleurs, comme vous les avez indiquées\u00a0: elles ne sont ni ` +
				"dans les coûts, ni dans les jetons, ni dans le carbone.",
	inCurrency: (metric, currency) => `${metric} (${currency})`,
};
