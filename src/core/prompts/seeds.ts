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
				"Propose words that keep my meaning, tone and register, each with a nuance of its own: words I could " +
				"have thought of, none merely because it is rarer.",
		},
		{
			name: "Is it clear",
			properties: { title: "Is it clear?", kind: "answer", order: 20, icon: "circle-help" },
			body:
				"Is this passage explicit and understandable to someone who has read only this note?\n\n" +
				"Say in one sentence what they would take it to mean. Then quote the words that leave them in " +
				"doubt, if any, and say why: a pronoun that could stand for two things, a leap, an unexplained " +
				"term, two possible readings. Otherwise stop there.",
		},
		{
			name: "What could be better",
			properties: { title: "What could be better?", kind: "answer", order: 30, icon: "lightbulb" },
			body:
				"What could be better in this passage? At most four points, the most useful first: precision, " +
				"order, rhythm, a missing link, a word that says less than it seems to.\n\n" +
				"For each: the words, the problem, the direction to take. You may suggest a word, never a sentence. " +
				"If nothing is worth changing, say so.",
		},
		{
			name: "What does it evoke",
			properties: { title: "What does it evoke?", kind: "answer", order: 40, icon: "wind" },
			body:
				"What does this passage bring to mind: authors, concepts, works, debates it meets, perhaps without " +
				"knowing it? If the words are someone's, say first whose.\n\n" +
				"At most five, from the nearest to the least expected, each with one sentence on the link and where " +
				'it stops, and two or three words to search for. Begin each with "sure", "to verify" or "hunch", ' +
				"and use no other mark; make up no title and no name.",
		},
		{
			name: "Where does the name come from",
			properties: { title: "Where does the name come from?", kind: "answer", order: 50, icon: "book-a" },
			body:
				"Where does this name or term come from (the one I selected, or else the one this passage turns " +
				"on)? As far as it is known: the words it is made of, who coined it and when, why that name, how " +
				"its meaning moved.\n\n" +
				'Keep apart what is established, what is told, and what you infer from its form. "I do not know" is ' +
				"an answer.",
		},
		{
			name: "Spelling and grammar",
			properties: { kind: "words", order: 60, icon: "spell-check", context: "section" },
			body:
				"Correct spelling, grammar, agreement and punctuation, and nothing else: no style, no choice of " +
				"words, no typography. What is right stays, even if it is clumsy. Where there is no mistake, propose " +
				"nothing.",
		},
		{
			name: "Second pass",
			properties: { kind: "answer", order: 70, icon: "rotate-ccw" },
			body:
				"Read this passage with fresh eyes, neither kinder nor harsher than it deserves. What do you see " +
				"that a quick reading would miss or get wrong? If the passage holds, say so.\n\n" +
				"{{earlier}}",
		},
		{
			name: "What am I missing",
			properties: { title: "What am I missing?", kind: "answer", order: 80, icon: "scale" },
			body:
				"What am I missing here? Three things, a sentence or two each: the strongest objection of an honest " +
				"opponent, a case the passage does not cover, what I take for granted without saying it. Leave out " +
				"any that does not exist; soften nothing.",
		},
		{
			name: "Does it make sense",
			properties: { title: "Does it make sense?", kind: "answer", order: 90, icon: "brain" },
			body:
				"Does this idea hold up? Say it again in one sentence as you understand it, then: what supports it, " +
				"what would bring it down, and one question that would take it further. Do not conclude in my place.",
		},
		{
			name: "Overview",
			properties: { kind: "answer", order: 100, icon: "telescope", context: "passage", ask: "Seen from which angle?" },
			body: `Give me an overview of this passage's subject, seen from this angle: {{asked}}

The positions that are held and who holds them, what is agreed, what is disputed, where to begin. Eight lines.`,
		},
		{
			name: "What should be checked",
			properties: { title: "What should be checked?", kind: "answer", order: 110, icon: "search-check" },
			body:
				"Which statements of this passage could a reader contest on the facts: figures, dates, names, " +
				"quotations, causes? For each: what you know of it, how sure you are, where to look. Nothing on " +
				"style. If there is nothing to check, say so.",
		},
		{
			name: "What could go",
			properties: { title: "What could go?", kind: "answer", order: 120, icon: "scissors" },
			body:
				"Which words or sentences of this passage could go without anything being lost? Quote them, the " +
				"clearest first, each with why; do not rewrite. If everything serves, say so.",
		},
		{
			name: "Reading of the whole note",
			properties: { kind: "remarks", order: 130, icon: "list-checks" },
			body:
				"Read the whole note as someone would who was not there, and remark on what stops such a reader: a " +
				"word that could mean two things, a leap, two places that contradict each other, something promised " +
				"and not kept, something said twice, a statement of fact that I should check. Not on matters of " +
				"taste.",
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
		body:
			"%%\n" +
			"Cette note accompagne chaque question. Changez-la à votre guise ; les liens et les notes intégrées " +
			"sont suivis sur un niveau.\n" +
			"À dire avec vos mots : qui vous lit, comment vous écrivez, ce que vous ne voulez jamais.\n" +
			"Ce qui se trouve entre des signes pour cent, comme ceci, est pour vous et n’est jamais envoyé.\n" +
			"%%\n\n" +
			"- Parlez-moi simplement, comme à un collègue. Des réponses courtes : quelques phrases, une liste s’il " +
			"y a plusieurs points.\n" +
			"- Dites d’abord ce qui arrête le lecteur, ensuite ce qui est affaire de goût.\n" +
			"- Laissez-moi ma voix : mes phrases peuvent être longues, sèches ou bizarres exprès.\n" +
			"- Quand vous proposez des mots, le mot juste d’abord ; de deux mots aussi justes, le plus courant.\n",
	},
	objectives: [
		{
			name: "Autres mots",
			properties: { kind: "words", order: 10, icon: "whole-word" },
			body:
				"Proposez des mots qui gardent le sens, le ton et le registre de ma phrase, chacun avec sa nuance : " +
				"ceux auxquels j’aurais pu penser, aucun pour sa seule rareté.",
		},
		{
			name: "Est-ce clair",
			properties: { title: "Est-ce clair ?", kind: "answer", order: 20, icon: "circle-help" },
			body:
				"Ce passage est-il explicite et compréhensible pour quelqu’un qui n’a lu que cette note ?\n\n" +
				"Dites en une phrase ce qu’il en comprendrait. Puis, s’il y en a, citez les mots qui le laissent " +
				"dans le doute et dites pourquoi : pronom à deux antécédents, saut, terme inexpliqué, double " +
				"lecture. Sinon, arrêtez-vous là.",
		},
		{
			name: "Que peut-on améliorer",
			properties: { title: "Que peut-on améliorer ?", kind: "answer", order: 30, icon: "lightbulb" },
			body:
				"Que peut-on améliorer dans ce passage ? Quatre points au plus, le plus utile d’abord : précision, " +
				"ordre, rythme, lien manquant, mot qui dit moins qu’il n’en a l’air.\n\n" +
				"Pour chacun : les mots, le problème, la direction à prendre. Un mot peut être suggéré, jamais une " +
				"phrase. Si rien ne mérite d’être changé, dites-le.",
		},
		{
			name: "Qu’est-ce que ça évoque",
			properties: { title: "Qu’est-ce que ça évoque ?", kind: "answer", order: 40, icon: "wind" },
			body:
				"À quoi ce passage fait-il penser : auteurs, concepts, œuvres, débats qu’il rejoint peut-être sans " +
				"le savoir ? Si ces mots sont de quelqu’un, dites d’abord de qui.\n\n" +
				"Cinq au plus, du plus proche au plus inattendu, chacun avec une phrase sur le lien et sur sa " +
				"limite, et deux ou trois mots à chercher. Écrivez « sûr », « à vérifier » ou « intuition » devant " +
				"chacun, sans autre marque ; n’inventez ni titre ni nom.",
		},
		{
			name: "D’où vient ce nom",
			properties: { title: "D’où vient ce nom ?", kind: "answer", order: 50, icon: "book-a" },
			body:
				"D’où vient ce nom ou ce terme (celui que j’ai sélectionné, sinon celui autour duquel tourne le " +
				"passage) ? Selon ce qu’on en sait : ses mots d’origine, qui l’a forgé et quand, pourquoi ce nom, " +
				"comment son sens a bougé.\n\n" +
				"Séparez l’établi, ce qu’on raconte, ce que vous déduisez de sa forme. « Je ne sais pas » vaut " +
				"réponse.",
		},
		{
			name: "Orthographe et grammaire",
			properties: { kind: "words", order: 60, icon: "spell-check", context: "section" },
			body:
				"Corrigez l’orthographe, la grammaire, les accords et la ponctuation, rien d’autre : ni style, ni " +
				"choix des mots, ni typographie. Ce qui est juste reste, même maladroit. S’il n’y a pas de faute, ne " +
				"proposez rien.",
		},
		{
			name: "Seconde lecture",
			properties: { kind: "answer", order: 70, icon: "rotate-ccw" },
			body:
				"Relisez ce passage d’un œil neuf, ni plus indulgent ni plus sévère qu’il ne le mérite. Que " +
				"voyez-vous qu’une lecture rapide manquerait ou prendrait de travers ? Si le passage tient, " +
				"dites-le.\n\n" +
				"{{earlier}}",
		},
		{
			name: "Qu’est-ce qui m’échappe",
			properties: { title: "Qu’est-ce qui m’échappe ?", kind: "answer", order: 80, icon: "scale" },
			body:
				"Qu’est-ce qui m’échappe ici ? Trois choses, une ou deux phrases chacune : l’objection la plus forte " +
				"d’un contradicteur honnête, un cas que le passage ne couvre pas, ce que je tiens pour acquis sans " +
				"le dire. Laissez de côté celle qui n’existe pas ; n’adoucissez rien.",
		},
		{
			name: "Est-ce que ça a du sens",
			properties: { title: "Est-ce que ça a du sens ?", kind: "answer", order: 90, icon: "brain" },
			body:
				"Cette idée tient-elle debout ? Redites-la en une phrase telle que vous l’entendez, puis : ce qui la " +
				"soutient, ce qui la ferait tomber, et une question qui la ferait avancer. Ne concluez pas à ma " +
				"place.",
		},
		{
			name: "Panorama",
			properties: { kind: "answer", order: 100, icon: "telescope", context: "passage", ask: "Sous quel angle ?" },
			body: `Donnez-moi une vue d’ensemble du sujet de ce passage, sous cet angle : {{asked}}

Les positions en présence et qui les tient, ce qui est admis, ce qui est disputé, par où commencer. Huit lignes.`,
		},
		{
			name: "Que faut-il vérifier",
			properties: { title: "Que faut-il vérifier ?", kind: "answer", order: 110, icon: "search-check" },
			body:
				"Quelles affirmations de ce passage un lecteur peut-il contester sur les faits : chiffres, dates, " +
				"noms, citations, causes ? Pour chacune : ce que vous en savez, à quel point vous en êtes sûr, où " +
				"regarder. Rien sur le style. S’il n’y a rien à vérifier, dites-le.",
		},
		{
			name: "Que peut-on retirer",
			properties: { title: "Que peut-on retirer ?", kind: "answer", order: 120, icon: "scissors" },
			body:
				"Quels mots ou phrases de ce passage pourraient partir sans que rien se perde ? Citez-les, la plus " +
				"nette coupe d’abord, et dites pourquoi ; ne réécrivez pas. Si tout sert, dites-le.",
		},
		{
			name: "Lecture de toute la note",
			properties: { kind: "remarks", order: 130, icon: "list-checks" },
			body:
				"Lisez toute la note comme quelqu’un qui n’était pas là, et relevez ce qui arrête un tel lecteur : " +
				"un mot qui peut vouloir dire deux choses, un saut, deux endroits qui se contredisent, une promesse " +
				"non tenue, une redite, un fait que je devrais vérifier. Rien qui soit affaire de goût.",
		},
	],
};

/** What the objective of a seed is called in the menu. */
export function seedName({ name, properties }: Seed): string {
	return String(properties["title"] ?? name);
}

/** The text of the note a seed makes. */
export function seedText(seed: Seed): string {
	const properties = Object.entries(seed.properties).map(([key, value]) => `${key}: ${value}`);
	const head = properties.length > 0 ? `---\n${properties.join("\n")}\n---\n` : "";
	return `${head}${seed.body.trim()}\n`;
}

/** What the folder of a writer is called and holds on first use, by interface language. */
export const seedsOf: Readonly<Record<InterfaceLanguage, Seeds>> = { en: english, fr: french };
