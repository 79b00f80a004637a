import type { ClosedSource } from "./closed";

/** The small words of Italian. */
export const italianWords: ClosedSource = {
	determiners: {
		ms: "il lo un uno del dello al allo dal dallo nel nello sul sullo questo quel quello mio tuo suo nostro vostro",
		fs: "la una un' della alla dalla nella sulla questa quella mia tua sua nostra vostra",
		mp:
			"i gli dei degli ai agli dai dagli nei negli sui sugli questi quei quegli miei tuoi suoi nostri vostri alcuni " +
			"molti pochi tanti tutti",
		fp: "le delle alle dalle nelle sulle queste quelle mie tue sue nostre vostre alcune molte poche tante tutte",
		"?s": "l' dell' all' dall' nell' sull' quest' quell' ogni qualche",
		"?p": "due tre quattro cinque sei dieci",
		"??": "loro",
	},
	sometimesDeterminers: {},
	indefinite: "un uno una un'",
	possessives:
		"mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro vostra vostri vostre loro",
	persons: {
		"1s": "io mi me mio mia miei mie",
		"2s": "tu ti te tuo tua tuoi tue",
		"3s": "lui lei egli ella si lo la le gli suo sua suoi sue sé qualcuno nessuno",
		"1p": "noi ci nostro nostra nostri nostre",
		"2p": "voi vi vostro vostra vostri vostre",
		"3p": "loro essi esse si li le gli",
	},
	genders: { m: "lui egli", f: "lei ella", n: "" },
	subjects: "io tu lui lei egli ella noi voi loro essi esse",
	between: "ho hai ha abbiamo avete hanno avevo aveva avevano sono sei è siamo siete era erano fu furono non ne",
	prepositions:
		"di a da in con su per tra fra senza verso contro dopo prima d' del dello della dell' dei degli delle al allo " +
		"alla all' ai agli alle dal dalla nel nella sul sulla",
	of: "di d' del dello della dell' dei degli delle",
	datives: "a al allo alla all' ai agli alle",
	places: "a al allo alla in nel nella",
	joints: "e ed o ma che chi cui quando dove se come perché mentre anche poi",
	coordinates: "e ed o od né",
	moods: "che se",
	relatives: "che chi cui dove quale quali",
	light:
		"ho hai ha abbiamo avete hanno av* faccio fai fa fanno fac* fec* fatto fare sono sei è siamo siete era* do dà " +
		"danno dato dare prend* pres* mett* mess*",
	copulas:
		"sono sei è siamo siete ero era erano fu furono sarà saranno sarebbe sia siano sembra sembrano resta restano",
	comparing: "più meno così tanto",
	comparatives: "migliore migliori peggiore peggiori maggiore maggiori minore minori meglio peggio",
	than: "che di d' del dello della dell' dei degli delle",
	negations: "",
	negative: "",
	negated: "",
	unnegated: "",
	auxiliaries:
		"ho hai ha abbiamo avete hanno avevo aveva avevano avrà avranno avrebbe abbia abbiano avere aver sono sei è " +
		"siamo siete ero era erano sarà saranno sarebbe sia siano essere sto stai sta stiamo stanno stava stavano posso " +
		"puoi può possiamo possono poteva potrà devo devi deve dobbiamo devono doveva voglio vuoi vuole vogliamo " +
		"vogliono voleva",
	perfects: "avere aver essere esser",
	owner: "",
	notOwners: "",
	preposed:
		"bel bello bella belli belle buon buono buona grande grandi piccolo piccola vecchio vecchia nuovo nuova primo " +
		"prima ultimo ultima stesso stessa altro altra",
	adverbs:
		"non mai sempre molto più meno anche già ancora ieri oggi domani troppo spesso subito poi così bene male quasi " +
		"appena adesso ora allora qui lì là lontano tardi presto forse insieme ormai",
	particles: "",
};
