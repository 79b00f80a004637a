/** What models call the parts of a reply, and how they begin to speak to the writer. Words parted by commas. */
interface ReplyWords {
	/** What rows are called, in the singular: before a row, and as a name in JSON. */
	readonly rows: string;
	/** Names under which JSON has words alone. */
	readonly words: string;
	/** Names under which it has a remark on a row. */
	readonly glosses: string;
	/** Names under which it has no row. */
	readonly others: string;
	/** How a line begins that speaks to the writer instead of proposing words. */
	readonly talk: string;
}

/** By language: models answer in that of the passage, of the prompt, or in English. */
const byLanguage: Readonly<Record<"en" | "fr" | "de" | "es" | "it" | "pt", ReplyWords>> = {
	en: {
		rows:
			"text, sentence, rewrite, rewritten, rewording, reworded, version, alternative, proposal, suggestion, phrase, " +
			"proposition, result, output, candidate, variant, option, reformulation",
		words: "word, words, replacement, synonym",
		glosses: "gloss, nuance, note, comment, register, why, reason, explanation, meaning",
		others:
			"original, before, source, error, refusal, message, language, lang, id, changed, score, selection, name, type, " +
			"role, status",
		talk: "i, i'm, sorry, sure, ok, okay, yes, no, none, nothing, n/a, here",
	},
	fr: {
		rows: "texte, phrase, version, alternative, proposition, variante, suggestion, option, reformulation",
		words: "mot, mots, synonyme",
		glosses: "nuance, remarque, registre, raison, motif, explication, sens",
		others: "avant, langue, erreur",
		talk: "je, désolé, désolée, voici, aucun, aucune, rien, oui, non",
	},
	de: {
		rows: "satz, text, version, alternative, vorschlag, variante, option, umformulierung, möglichkeit",
		words: "wort, wörter, worte, synonym",
		glosses: "nuance, grund, begründung, erklärung, bedeutung, anmerkung, kommentar",
		others: "vorher, sprache, fehler",
		talk: "ich, nein, ja, nichts, kein, keine, hier, leider, entschuldigung",
	},
	es: {
		rows: "frase, oración, texto, versión, alternativa, propuesta, variante, sugerencia, opción, reformulación",
		words: "palabra, palabras, sinónimo",
		glosses: "matiz, razón, motivo, explicación, comentario, nota",
		others: "antes, idioma, lengua",
		talk: "lo, nada, ningún, ninguno, ninguna, sí, perdón",
	},
	it: {
		rows: "frase, testo, versione, alternativa, proposta, variante, suggerimento, opzione, riformulazione",
		words: "parola, parole, sinonimo",
		glosses: "sfumatura, ragione, motivo, spiegazione, commento, nota",
		others: "prima, lingua, errore",
		talk: "niente, nessun, nessuno, nessuna, mi dispiace, spiacente, ecco",
	},
	pt: {
		rows: "frase, texto, versão, alternativa, proposta, variante, sugestão, opção, reformulação",
		words: "palavra, palavras, sinônimo, sinónimo",
		glosses: "matiz, razão, motivo, explicação, comentário, nota",
		others: "antes, língua, erro",
		talk: "não, nada, nenhum, nenhuma, desculpe, lamento",
	},
};

function of(part: keyof ReplyWords): readonly string[] {
	return [...new Set(Object.values(byLanguage).flatMap((words) => words[part].split(", ")))];
}

/** What rows are called, in all languages. */
export const rowWords = (): readonly string[] => of("rows");

/** Names under which JSON has rows or words, the surest ones first. */
export const textNames = (): readonly string[] => [...of("rows"), ...of("words"), "s", "t", "content", "value"];

/** Names under which it has a remark on a row. */
export const glossNames = (): readonly string[] => [...of("glosses"), "g"];

/** Names under which it has no row. */
export const otherNames = (): readonly string[] => of("others");

/** How lines begin that speak to the writer. */
export const talkWords = (): readonly string[] => of("talk");
