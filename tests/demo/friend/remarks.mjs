// What the scripted friend remarks on whole sample notes, and says of their first sentences for the later objectives.

/** Remarks by note, each tied to words that stand there. */
const remarks = [
	{
		quote: "For years I agreed with everyone who told me",
		remark: "Who are they, and why did you agree? The reader expects one of them to come back, and none does.",
	},
	{
		quote: "A beautiful notebook asks for beautiful sentences",
		remark:
			"The list below holds page numbers and questions, not sentences. Is that what ugliness freed, or " +
			"something else?",
	},
	{
		quote: "Rarely, I said, and it was almost true",
		remark: "“Almost” leaves it open which way it was untrue. The next sentence reads as if never had been meant.",
	},
	{
		quote: "There is a famous argument that writing weakens memory",
		remark: "Said without whose it is. A statement to check: it is usually given to Plato’s Phaedrus.",
	},
	{
		quote: "Les anciens propriétaires y vivaient encore au printemps",
		remark:
			"Quel printemps ? La note ne dit nulle part quand la maison a été achetée ; « avant décembre » vient " +
			"plus bas.",
	},
	{
		quote: "pour une raison simple, que je n’ai dite à personne",
		remark: "La raison est annoncée et ne vient qu’à demi, deux phrases plus loin. Promesse non tenue, ou pudeur ?",
	},
	{
		quote: "on l’entend avant de le voir",
		remark: "Un phare que l’on entend : une corne de brume, sans doute. Un lecteur d’ailleurs s’arrête ici.",
	},
	{
		quote: "je comprends enfin ce qu’il taisait",
		remark: "Le père arrive à la dernière ligne. Rien avant ne le prépare, et rien ne dit ce qu’il taisait.",
	},
];

const plain = (text) =>
	text
		.replace(/[\u00a0\u202f]/g, " ")
		.replace(/’/g, "'")
		.replace(/\s+/g, " ");

/** The remarks on a note, but those made before; of these it says which no longer hold. */
export function remarksOn(note, question, language) {
	const earlier = /<earlier[^>]*>\n([^]*?)\n<\/earlier/.exec(question)?.[1] ?? "";
	const made = Array.from(earlier.matchAll(/^(\d+)\. “([^]*?)”: /gm), ([, number, quote]) => ({ number, quote }));
	const open = remarks.filter(({ quote }) => plain(note).includes(plain(quote)));
	const fresh = open.filter(({ quote }) => !made.some((one) => plain(one.quote) === plain(quote)));
	const settled = made
		.filter(({ quote }) => !plain(note).includes(plain(quote)))
		.map(({ number }) => ({
			settled: Number(number),
			why: language === "fr" ? "Ces mots ne sont plus dans la note." : "These words are no longer in the note.",
		}));
	const rows = [...fresh, ...settled];
	return rows.length === 0 ? "[]" : rows.map((row) => JSON.stringify(row)).join("\n");
}

/** What it says of the first sentence of two notes, by the objective. */
export const laterAnswers = {
	"que j’ai achet": {
		sense:
			"Vous dites : cette maison est belle, et elle est à moi.\n\n" +
			"- Ce qui le soutient : le chemin creux et le dos au vent, qui suivent.\n- Ce qui le ferait tomber : " +
			"qu’on demande *belle pour qui*.\n\nL’auriez-vous achetée laide ?",
		overview: (angle) =>
			`Sous cet angle (${angle}) : acheter une vieille maison, c’est choisir entre la garder telle quelle et ` +
			"la rendre habitable. Les uns tiennent que le bâti a ses droits (à vérifier : la charte de Venise), les " +
			"autres que l’usage le fait vivre. On s’accorde sur le toit ; on se dispute sur les fenêtres. Commencez " +
			"par l’humidité.",
		check: "Rien à vérifier sur les faits : un achat, une couleur, un avis.",
		cut: "- « belle » : la phrase suivante le montre.\n\nLe reste sert.",
	},
	"reader and a careless writer": {
		sense:
			"You say: I read with care and write without. \n\n- What supports it: the note’s own list of what goes " +
			"in.\n- What would bring it down: that a careless writer would not have found the pair of words.\n\n" +
			"Careless towards whom?",
		overview: (angle) =>
			`From this angle (${angle}): notebooks have been kept to remember, to practise and to be seen keeping ` +
			"them. Commonplace books (to verify: Locke’s method of indexing) are of the first kind, diaries of the " +
			"second. It is agreed that few are read again; whether that matters is disputed. Begin with Didion.",
		check: "Nothing to check here: it speaks of you alone. “For years” could be given a number.",
		cut: "- “always”: nothing in the note tests it.\n\nThe rest serves.",
	},
};
