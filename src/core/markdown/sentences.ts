import { lazy } from "../cache/lazy";
import { letterOrFigure } from "../text/letters";
import { anyOf, inTurn } from "../text/patterns";
import type { Range } from "../text/text";
import { inlineSpans } from "./inline";
import { isSmallWord } from "./language";

const listed = (words: string): ReadonlySet<string> => new Set(words.split(/\s*,\s*/));

/** Abbreviations after which a sentence goes on, without their last stop, in lower case. */
const abbreviations = lazy(() =>
	listed(
		// French
		"m, mm, mme, mmes, mlle, mlles, mgr, me, dr, drs, pr, prof, st, ste, cf, p, pp, n, no, nos, v, vol, " +
			"chap, art, fig, éd, ed, eds, trad, env, av, apr, ex, p. ex, c.-à-d, id, ibid, op, cit, loc, vs, tél, " +
			"bd, ap, réf, dir, " +
			// English
			"mr, mrs, ms, rev, hon, rep, gen, sen, gov, capt, cmdr, maj, lt, col, sgt, mt, jr, sr, messrs, e.g, i.e, " +
			"viz, approx, dept, est, inc, ltd, co, corp, jan, feb, mar, jun, jul, aug, sept, sep, oct, nov, dec, " +
			"sec, eq, ca, ch, sect, tab, app, " +
			// German
			"z.b, z. b, d.h, d. h, u.a, u. a, o.ä, bzw, usw, hr, hrn, fr, frl, nr, str, abb, s, vgl, ggf, evtl, " +
			"bspw, fa, geb, gest, jh, jhd, inkl, zzgl, tel, sog, kap, mio, mrd, tsd, dipl, " +
			// Spanish and Portuguese
			"sra, srta, sres, sras, dra, dras, dres, d, dña, dª, ud, uds, pág, págs, núm, p. ej, ej, avda, ctra, " +
			"ee. uu, ee.uu, aprox, cap, lic, lcdo, lcda, arq, ing, gral, profa, profª, exmo, exma, eng, engª, " +
			// Italian
			"sig, sigg, sig.ra, sig.na, sig.re, dott, dott.ssa, prof.ssa, avv, arch, geom, rag, egr, spett, gent, " +
			"mons, pag, pagg, ad es, p. es, " +
			// Dutch
			"dhr, mevr, mw, ir, bijv, blz, o.a, d.w.z, m.b.t, i.v.m, t.a.v, t.o.v",
	),
);

/** Those that may as well end a sentence: only a small letter or a figure after them says that it goes on. */
const mayEnd = lazy(() =>
	listed(
		"etc, usw, al, jr, inc, ltd, ltda, co, corp, ee. uu, ee.uu, p.m, a.m, d.c, a.c, j.-c, jhd, jh, str, " +
			"janv, févr, avr, juil, déc, ene, abr, ago, dic, ecc, enz, ave, blvd, esq",
	),
);

/** What a letter alone names: a room, a plan, a figure. After another word it is an initial. */
const lettered = lazy(() =>
	listed(
		"plan, fig, abb, app, vitamin, vitamine, vitamina, hepatitis, hépatite, epatite, type, typ, tipo, " +
			"version, versión, versione, versão, option, opción, opzione, opção, annexe, annex, anexo, allegato, " +
			"appendix, anhang, point, punkt, punto, ponto, group, groupe, gruppe, grupo, gruppo, groep, class, " +
			"classe, klasse, clase, klas, list, liste, lista, lijst, level, niveau, stufe, nivel, livello, nível, " +
			"section, abschnitt, sección, sezione, seção, part, partie, teil, parte, deel, room, salle, raum, saal, " +
			"zimmer, sala, aula, stanza, zaal, kamer, hall, halle, building, bâtiment, bât, gebäude, edificio, " +
			"edifício, gebouw, block, bloc, bloque, blocco, bloco, blok, pavillon, gate, porte, tor, puerta, porta, " +
			"platform, quai, voie, gleis, andén, binario, spoor, wing, aile, flügel, ala, vleugel, floor, étage, " +
			"escalier, door, entrance, entrée, eingang, entrada, ingang, exit, sortie, ausgang, salida, uscita, " +
			"saída, uitgang, terminal, table, tableau, tabelle, tabla, figure, abbildung, figura, row, rangée, " +
			"reihe, fila, seat, siège, zone, zona, sector, secteur, sektor, settore, setor, grade, note, chapter, " +
			"chapitre, kapitel, capítulo, capitolo, hoofdstuk, act, acte, akt, acto, atto, scene, scène, szene, " +
			"volume, tome, band, unit, unité, einheit, module, modul, team, équipe, squadra, equipo, step, étape, " +
			"schritt, phase, fase, column, colonne, spalte, columna, colonna, line, ligne, linie, línea, linea, " +
			"linha, lijn, track, bus, tram, size, taille, größe, talla, taglia, side, face, seite, lado, lato, " +
			"model, modèle, modell, modelo, modello, series, série, serie, case, cas, fall, caso, scenario, " +
			"scénario, variant, variante, exhibit, product, produit, produkt, factor, facteur, faktor, category, " +
			"catégorie, kategorie, categoría, categoria, question, réponse, answer, exercise, exercice, aufgabe, " +
			"lot, allée, letter, lettre, buchstabe, letra, lettera, key, string, corde, route, drive, axis, axe, " +
			"achse, allele, allèle, strain, souche, sample, échantillon, probe, batch, phase, tranche, tribune, " +
			"atelier",
	),
);

/** Small words that a surname may begin with or be: after a letter alone they say nothing. */
const inNames = anyOf(
	[
		/^(?:l[aeo]|d[aeiou]|de[lrns]|d[ao]s|della|van|von|el|al|dal|un[ao]?|san|son|man|ma|ha|so|no|mi|si|t[eiu])$/u,
		/^(?:ne|se|an|in|li|su|me|\p{L})$/u,
	],
	"u",
);

/** Units of measure that are short for something else too: after a figure they end a sentence as words do. */
const units = new Set(["m", "mm", "s", "g", "l", "h", "v", "n"]);

/** Those of them that go before a name: what looks like a pronoun after them is one. */
const titles = lazy(() =>
	listed(
		"m, mm, mme, mmes, mlle, mlles, mgr, me, drs, pr, prof, mr, mrs, ms, rev, hon, rep, gen, sen, gov, capt, " +
			"cmdr, maj, lt, col, sgt, hr, hrn, frl, ste, mt",
	),
);

/** Those that are short for a kind of street too, behind its name: Main St., Elm Dr. */
const streets = /\p{Lu}[\p{L}\p{M}]*[\s\u00a0]+(?:St|Dr)$/u;

/** Pronouns that are subjects: with a capital they begin a sentence. */
const subjects = inTurn(
	[
		anyOf([
			/^(?:He|She|It|They|We|Il|Ils|Elle|Elles|Nous|Vous|On|Je|J['’]|Er|Sie|Wir|Ich|Hij|Zij)/,
			/^(?:Ella|Ellos|Ellas|Ele|Ela|Eles|Elas|Lui|Lei)/,
		]),
		/(?![\p{L}\p{M}-])/u,
	],
	"u",
);

/** What German counts by ordinals: months, centuries, floors. */
const ordered = anyOf(
	[
		/^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)/u,
		/^(?:Kapitel|Stock|Klasse|Platz|Mal|Auflage)/u,
	],
	"u",
);

/** Closing marks that open elsewhere, with what opens before them: „so“, »so«. */
const closing: Readonly<Record<string, string>> = { "“": "„", "‘": "‚", "«": "»", "‹": "›" };

const closers = /[)\]»"”’'*_=~›}]/;
const openers = /[(["“«‘‹¿¡*_=~—–「『（《〈【-]/;

/**
 * The sentences of one block's text, without the spaces between them. Segmentation is Unicode's (UAX 29, by
 * `Intl.Segmenter`) over a text in which Markdown is masked by letters of equal length; its known errors are then
 * mended: abbreviations, initials, page numbers, quotations followed by *dit-il* or *she said*, hard-wrapped lines, and
 * marks, quotes and footnote references after a stop, which belong to the sentence before.
 */
export function sentencesIn(text: string, locale?: string): readonly Range[] {
	const spans = inlineSpans(text);
	const masked = mask(text, spans);
	const sentences: Range[] = [];
	let start = firstWord(text, 0);
	for (const boundary of boundaries(masked, locale)) {
		if (boundary <= start) continue;
		const end = endBefore(text, boundary, start, spans);
		const next = firstWord(text, end);
		if (next >= text.length) break;
		if (end <= start || !ends(text, masked, start, end, next)) continue;
		sentences.push({ from: start, to: end });
		start = next;
	}
	const end = text.trimEnd().length;
	if (end > start) sentences.push({ from: start, to: end });
	return sentences;
}

/** A stop behind closing marks, and the beginning of a sentence after it. */
const hiddenEnd = inTurn(
	[
		/[.!?…]["”»’)\]*_=~ \u00a0\u202f]*[“‘«‹]?[ \n]/u,
		/(?=(?:-[ \u00a0\u202f]|[—–][ \u00a0\u202f]?)?["“«(*_=~¿¡]*[\u00a0\u202f]?[\p{Lu}\d])/u,
	],
	"gu",
);

function boundaries(masked: string, locale: string | undefined): readonly number[] {
	if (typeof Intl.Segmenter !== "function")
		return [...masked.matchAll(/[.!?…。！？]+["”»’)\]]*\s+|[。！？]+/gu)]
			.map((match) => match.index + match[0].length)
			.concat(masked.length);
	const found = Array.from(
		new Intl.Segmenter(locale, { granularity: "sentence" }).segment(masked),
		({ index, segment }) => index + segment.length,
	);
	// Where a stop is hidden behind closing marks the standard sees no end: look for those too.
	const hidden = [...masked.matchAll(hiddenEnd)].map((match) => match.index + match[0].length);
	return [...new Set([...found, ...hidden])].sort((a, b) => a - b);
}

// Markdown must not end sentences; what stands after a stop must not hide it.
function mask(text: string, spans: ReturnType<typeof inlineSpans>): string {
	let masked = "";
	let at = 0;
	let inLink = false;
	for (const span of spans) {
		// The words of a link are one with it: a stop among them ends nothing.
		const words = text.slice(at, span.from);
		masked += inLink ? words.replace(/[.!?…]/g, "x") : words;
		inLink =
			((span.kind === "link" || span.kind === "wikilink") &&
				/^\[/.test(text.slice(span.from)) &&
				!/\]$/.test(text.slice(span.from, span.to))) ||
			(inLink && span.kind !== "link" && span.kind !== "wikilink");
		const blank =
			span.kind === "footnote" ||
			span.kind === "marker" ||
			span.kind === "blockid" ||
			(span.kind === "link" && /^[[\]]/.test(text.slice(span.from, span.to)) && span.to - span.from === 1);
		masked += (blank ? " " : "X").repeat(span.to - span.from);
		at = span.to;
	}
	return (masked + text.slice(at)).replace(/\n/g, " ");
}

// Where the sentence that a boundary ends really ends: before opening marks of the next, after closing marks of its
// own.
function endBefore(text: string, boundary: number, start: number, spans: ReturnType<typeof inlineSpans>): number {
	let end = boundary;
	while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
	// Opening marks of the next sentence: those with a space before them.
	let back = end;
	while (back > start && openers.test(text[back - 1] ?? "")) back--;
	// Where no spaces part words, they stand right after the stop.
	if (back < end && back > start && /[。！？]/.test(text[back - 1] ?? "") && /[「『（《〈【]/.test(text[back] ?? ""))
		return back;
	if (back < end && back > start && /\s/.test(text[back - 1] ?? "")) {
		end = back;
		while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
	}
	for (;;) {
		const footnote = spans.find((span) => span.kind === "footnote" && span.from === end);
		if (footnote !== undefined) {
			end = footnote.to;
			continue;
		}
		if ((closers.test(text[end] ?? "") && !opensNext(text, end)) || closesOpen(text, end)) {
			end++;
			continue;
		}
		const guillemet = /^[\u00a0\u202f ]»/.exec(text.slice(end, end + 2));
		if (guillemet === null) return end;
		end += 2;
	}
}

// „Komm!“ Sie kam.
function closesOpen(text: string, at: number): boolean {
	const [close, before] = [text[at] ?? "", text.slice(0, at)];
	const open = closing[close];
	return open !== undefined && before.lastIndexOf(open) > before.lastIndexOf(close);
}

// Straight quotes and emphasis open when a letter follows and a space came before.
function opensNext(text: string, at: number): boolean {
	return /["'*_=~]/.test(text[at] ?? "") && /\s/.test(text[at - 1] ?? " ") && letterOrFigure.test(text[at + 1] ?? "");
}

function firstWord(text: string, from: number): number {
	let at = from;
	while (at < text.length && /\s/.test(text[at] ?? "")) at++;
	return at;
}

/** Units on either side of a stop that tell whether it ends a sentence: a long text of abbreviations is no square. */
const maxTold = 200;

function ends(text: string, masked: string, start: number, end: number, next: number): boolean {
	const sentence = masked
		.slice(Math.max(start, end - maxTold), end)
		.replace(/[)\]»"”’“‘«‹'*_=~›}\s\u00a0\u202f]+$/u, "");
	const following = text.slice(next, next + maxTold).replace(/^[([“«‘‹"'*_=~]+[\u00a0\u202f ]?/u, "");
	const stop = sentence[sentence.length - 1] ?? "";
	if (!/[.!?…。！？؟।:]/u.test(stop)) return false;
	if (stop === ":") return false;
	if (/^\p{Ll}/u.test(following) && /[.!?…]/.test(stop)) return false;
	// A quotation's own mark, then who says it: « Tu viens ? » dit-il.
	if (stop !== ".") return true;
	const before = sentence.slice(0, -1);
	const token = /(?:^|[\s(«“"'’\u00a0\u202f-])([\p{L}][\p{L}\p{M}.-]*)$/u.exec(before)?.[1]?.toLowerCase() ?? "";
	const pair = /(?:^|[\s(«“"'’])([\p{L}.]+\.? [\p{L}]+)$/u.exec(before)?.[1]?.toLowerCase() ?? "";
	const goesOn = /^[\p{Ll}\d]/u.test(following);
	// Days and numbers: 3. 5. 2024.
	if (/\d$/.test(before) && /^\d/.test(following)) return false;
	if (units.has(token) && /\d[\s\u00a0\u202f]*\p{L}+$/u.test(before)) return !goesOn;
	// Plurals of abbreviations: EE. UU., RR. HH.
	if (/(?:^|[\s(])(\p{Lu})\1$/u.test(before) && /^(\p{Lu})\1\./u.test(following)) return false;
	// What a letter alone stands after: a room or a figure that it names, or a word before an initial.
	const named = /([\p{L}\p{M}]+)\.?[\s\u00a0\u202f]+\p{Lu}$/u.exec(before)?.[1]?.toLowerCase();
	if (named !== undefined && lettered().has(named)) return true;
	// & Co. KG: a company's name goes on.
	if (token === "co" && /^(?:KG|OHG|SA|LLC|Ltd|Inc|Limited)(?!\p{L})/u.test(following)) return false;
	if (mayEnd().has(token) || mayEnd().has(pair) || /\p{L}str$/u.test(token)) return !goesOn;
	if (streets.test(before)) return beginsSentence(following, false);
	if (abbreviations().has(token) || abbreviations().has(pair))
		return !titles().has(token) && token !== "st" && token !== "dr" && subjects.test(following);
	// A small letter alone is half an abbreviation: p. ex., z. B., i. e.
	if (/^\p{Ll}$/u.test(token) && /(?:^|[\s(])\p{Ll}$/u.test(before))
		return /^\p{Lu}\p{L}+(?![\p{L}.])/u.test(following);
	// Initials: J.-P. Vernant, J. R. R. Tolkien.
	if (/^\p{L}(?:\.-?\p{L})*$/u.test(token) && /(?:^|[\s.-])\p{Lu}$/u.test(before)) {
		const among = named !== undefined || /\.\p{Lu}$/u.test(before);
		return among && beginsSentence(following, /[IVX]$/.test(before));
	}
	// Ordinals in German and lists: "am 3. Mai".
	return !(/(?:^|\s)\d{1,2}$/.test(before) && ordered.test(following));
}

/**
 * Whether words after a letter alone can't be a surname. After a figure such as World War I, an article can't either:
 * who has a middle name is rarely called The or La.
 */
function beginsSentence(text: string, figure: boolean): boolean {
	const word = /^[\p{L}\p{M}]+/u.exec(text)?.[0].toLowerCase() ?? "";
	return isSmallWord(word) && (!inNames.test(word) || (figure && /^(?:l[aeo]|el|un[ae]?)$/.test(word)));
}
