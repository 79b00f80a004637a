import type { InterfaceLanguage } from "../languages/interface-language";

/** A note the plugin makes on first use: its name within the folder, its properties and its body. */
export interface Seed {
	readonly name: string;
	readonly properties: Readonly<Record<string, string | number>>;
	readonly body: string;
}

/** What the plugin's folder is called and holds on first use, in one interface language. */
export interface Seeds {
	readonly folder: string;
	readonly style: Seed;
	readonly objectivesFolder: string;
	readonly objectives: readonly Seed[];
	readonly journalFolder: string;
}

/** The folder of a writer whose interface is in English. */
const english: Seeds = {
	folder: "Expert friend",
	objectivesFolder: "Objectives",
	journalFolder: "Journal",
	style: {
		name: "Style",
		properties: {},
		body: `%%
This note goes with every question. Change it as you like; links and embeds of other notes are followed one level.
Worth saying, in your own words: who reads you, how you write, what you never want.
What stands between percent signs, as this does, is for you and is never sent.
%%

- Speak to me plainly, as to a colleague. Short answers: a few sentences, a list when there are several points.
- Tell me what stands in the way of a reader, before what is a matter of taste.
- Leave my voice alone: my sentences may be long, dry or odd on purpose.
- When you propose words, the exact one first; of two as exact, the common one.
`,
	},
	objectives: [
		{
			name: "Other words",
			properties: { kind: "words", order: 10, icon: "whole-word" },
			body:
				"Propose words that keep my meaning, tone and register, each with a nuance of its own. Prefer words I " +
				"could have thought of; none merely because it is rarer. If mine is the best, say so by proposing " +
				"nothing.",
		},
		{
			name: "Is it clear",
			properties: { title: "Is it clear?", kind: "answer", order: 20, icon: "circle-help" },
			body: `Is this passage explicit and understandable to someone who was not there and has read only the note?

Say what such a reader would take it to mean. Then point to the words that leave them in doubt, if any: a pronoun that could stand for two things, a leap, a term not yet explained, two possible readings. Quote those words. If it is clear, say so and stop.`,
		},
		{
			name: "What could be better",
			properties: { title: "What could be better?", kind: "answer", order: 30, icon: "lightbulb" },
			body: `What could be better in this passage? Give at most four points, the most useful first: precision, order, rhythm, a missing link, a word that says less than it seems to.

Say what the problem is and where; do not rewrite. If nothing is worth changing, say so.`,
		},
		{
			name: "What does it evoke",
			properties: { title: "What does it evoke?", kind: "answer", order: 40, icon: "wind" },
			body: `What does this passage make you think of: authors, concepts, works, debates it meets, perhaps without knowing?

Give at most five, each with one sentence on the link and where it stops. Mark each one "to verify": I will check before I cite. Say when a link is loose. Two that you are sure of are better than five that you are not, and none is better than one made up.`,
		},
		{
			name: "Where does the name come from",
			properties: { title: "Where does the name come from?", kind: "answer", order: 50, icon: "book-a" },
			body: `Where does this name or term come from (the one I selected, or else the one this passage turns on): who coined it, when, in what sense, from what older words? How has its meaning moved since?

Keep what is established apart from what is merely told. If you do not know, say so.`,
		},
		{
			name: "What am I missing",
			properties: { title: "What am I missing?", kind: "answer", order: 60, icon: "scale" },
			body: `What am I missing here? Give the strongest objection an honest opponent would make, a case the passage does not cover, and what I take for granted without saying it.

Be brief and concrete. Do not soften anything, and do not invent an opponent: if the passage is sound, say so.`,
		},
		{
			name: "Spelling and grammar",
			properties: { kind: "words", order: 70, icon: "spell-check", context: "section" },
			body:
				"Correct only spelling, grammar, agreement and punctuation. Change nothing that is right, even if it " +
				"could be said better; leave style, word choice and typography alone. If there is no mistake, propose " +
				"nothing.",
		},
		{
			name: "Second pass",
			properties: { kind: "answer", order: 80, icon: "rotate-ccw" },
			body: `Read this passage again with fresh eyes, without a thumb on the scale: neither kinder nor harsher than it deserves.

{{earlier}}

What do you see now that a first reading would have missed or got wrong? If something was said before, weigh it as you would a stranger's word, and look at what has changed since. If the passage holds, say so.`,
		},
	],
};

/** The folder of a writer whose interface is in French. */
const french: Seeds = {
	folder: "Expert friend",
	objectivesFolder: "Objectives",
	journalFolder: "Journal",
	style: {
		name: "Style",
		properties: {},
		body: `%%
Cette note accompagne chaque question. Changez-la à votre guise ; les liens et les notes intégrées sont suivis sur un niveau.
À dire avec vos mots : qui vous lit, comment vous écrivez, ce que vous ne voulez jamais.
Ce qui se trouve entre des signes pour cent, comme ceci, est pour vous et n’est jamais envoyé.
%%

- Parlez-moi simplement, comme à un collègue. Des réponses courtes : quelques phrases, une liste s’il y a plusieurs points.
- Dites d’abord ce qui arrête le lecteur, ensuite ce qui est affaire de goût.
- Laissez-moi ma voix : mes phrases peuvent être longues, sèches ou bizarres exprès.
- Quand vous proposez des mots, le mot juste d’abord ; de deux mots aussi justes, le plus courant.
`,
	},
	objectives: [
		{
			name: "Autres mots",
			properties: { kind: "words", order: 10, icon: "whole-word" },
			body:
				"Proposez des mots qui gardent le sens, le ton et le registre de ma phrase, chacun avec sa nuance. " +
				"Préférez ceux auxquels j’aurais pu penser ; aucun pour sa seule rareté. Si le mien est le meilleur, " +
				"dites-le en ne proposant rien.",
		},
		{
			name: "Est-ce clair",
			properties: { title: "Est-ce clair ?", kind: "answer", order: 20, icon: "circle-help" },
			body: `Ce passage est-il explicite et compréhensible pour quelqu’un qui n’était pas là et n’a lu que cette note ?

Dites ce qu’un tel lecteur en comprendrait. Montrez ensuite les mots qui le laissent dans le doute, s’il y en a : un pronom qui peut désigner deux choses, un saut, un terme pas encore expliqué, deux lectures possibles. Citez ces mots. Si c’est clair, dites-le et arrêtez-vous.`,
		},
		{
			name: "Que peut-on améliorer",
			properties: { title: "Que peut-on améliorer ?", kind: "answer", order: 30, icon: "lightbulb" },
			body: `Que peut-on améliorer dans ce passage ? Quatre points au plus, le plus utile d’abord : précision, ordre, rythme, lien manquant, mot qui dit moins qu’il n’en a l’air.

Dites quel est le problème et où il se trouve ; ne réécrivez pas. Si rien ne mérite d’être changé, dites-le.`,
		},
		{
			name: "Qu’est-ce que ça évoque",
			properties: { title: "Qu’est-ce que ça évoque ?", kind: "answer", order: 40, icon: "wind" },
			body: `À quoi ce passage vous fait-il penser : auteurs, concepts, œuvres, débats qu’il rejoint, peut-être sans le savoir ?

Donnez-en cinq au plus, chacun avec une phrase sur le lien et sur sa limite. Marquez chacun « à vérifier » : je vérifierai avant de citer. Dites-le quand le lien est ténu. Mieux vaut deux rapprochements sûrs que cinq douteux, et aucun plutôt qu’un seul inventé.`,
		},
		{
			name: "D’où vient ce nom",
			properties: { title: "D’où vient ce nom ?", kind: "answer", order: 50, icon: "book-a" },
			body: `D’où vient ce nom ou ce terme (celui que j’ai sélectionné, sinon celui autour duquel tourne le passage) : qui l’a forgé, quand, dans quel sens, à partir de quels mots plus anciens ? Comment son sens a-t-il évolué depuis ?

Distinguez ce qui est établi de ce qu’on raconte seulement. Si vous ne savez pas, dites-le.`,
		},
		{
			name: "Qu’est-ce qui m’échappe",
			properties: { title: "Qu’est-ce qui m’échappe ?", kind: "answer", order: 60, icon: "scale" },
			body: `Qu’est-ce qui m’échappe ici ? Donnez l’objection la plus forte que ferait un contradicteur honnête, un cas que le passage ne couvre pas, et ce que je tiens pour acquis sans le dire.

Soyez bref et concret. N’adoucissez rien, et n’inventez pas de contradicteur : si le passage tient, dites-le.`,
		},
		{
			name: "Orthographe et grammaire",
			properties: { kind: "words", order: 70, icon: "spell-check", context: "section" },
			body:
				"Corrigez seulement l’orthographe, la grammaire, les accords et la ponctuation. Ne changez rien de ce " +
				"qui est juste, même si cela pourrait se dire mieux ; ne touchez ni au style, ni au choix des mots, ni à " +
				"la typographie. S’il n’y a pas de faute, ne proposez rien.",
		},
		{
			name: "Seconde lecture",
			properties: { kind: "answer", order: 80, icon: "rotate-ccw" },
			body: `Relisez ce passage d’un œil neuf, sans fausser la balance : ni plus indulgent ni plus sévère qu’il ne le mérite.

{{earlier}}

Que voyez-vous maintenant qu’une première lecture aurait manqué ou pris de travers ? Ce qui a déjà été dit, jugez-le comme venant d’un inconnu ; tenez compte de ce qui a changé depuis. Si le passage tient, dites-le.`,
		},
	],
};

/** The text of the note a seed makes. */
export function seedText(seed: Seed): string {
	const properties = Object.entries(seed.properties).map(([key, value]) => `${key}: ${value}`);
	const head = properties.length > 0 ? `---\n${properties.join("\n")}\n---\n` : "";
	return `${head}${seed.body.trim()}\n`;
}

/** What the folder of a writer is called and holds on first use, by interface language. */
export const seedsOf: Readonly<Record<InterfaceLanguage, Seeds>> = { en: english, fr: french };
