import { once } from "../../once";
import { Grammar } from "./grammar";

/** French. */
export const french = once(() => new Grammar({
	forms: [
		"le la l' les", "un une", "ce c' cet cette ces", "de d'", "du des", "que qu'", "ne n'", "je j'", "me m'", "te t'", "se s'", "si s'",
		"lorsque lorsqu'", "puisque puisqu'", "quoique quoiqu'", "jusque jusqu'",
		"il elle ils elles", "lui elle eux elles", "il ils lui eux", "celui celle ceux celles", "celui-ci celle-ci ceux-ci celles-ci", "celui-là celle-là ceux-là celles-là",
		"lui-même elle-même eux-mêmes elles-mêmes", "lui leur", "son sa ses leur leurs", "mon ma mes", "ton ta tes", "notre nos", "votre vos",
		"sien sienne siens siennes leur leurs",
		"quel quelle quels quelles", "lequel laquelle lesquels lesquelles", "auquel à-laquelle auxquels auxquelles", "duquel desquels desquelles",
		"tout toute tous toutes", "aucun aucune aucuns aucunes", "nul nulle", "certain certaine certains certaines", "tel telle tels telles",
		"quelque quelques", "même mêmes", "chacun chacune", "quelqu'un quelqu'une", "autre autres", "l'un l'une", "uns unes",
		"beau bel belle beaux belles", "nouveau nouvel nouvelle nouveaux nouvelles", "vieux vieil vieille vieilles", "fou fol folle fous folles",
		"mou mol molle mous molles", "blanc blanche blancs blanches", "sec sèche secs sèches", "frais fraîche fraîches", "doux douce douces",
		"roux rousse rousses", "faux fausse fausses", "long longue longs longues", "public publique publics publiques", "grec grecque grecs grecques",
		"favori favorite favoris favorites", "malin maligne malins malignes", "bénin bénigne", "gentil gentille gentils gentilles", "franc franche francs franches",
		"œil yeux", "monsieur messieurs", "madame mesdames", "mademoiselle mesdemoiselles", "ciel cieux",
		"ai as a avons avez ont", "avais avait avions aviez avaient", "eus eut eûmes eûtes eurent", "aurai auras aura aurons aurez auront",
		"aurais aurait aurions auriez auraient", "aie aies ait ayons ayez aient",
		"suis es est sommes êtes sont", "étais était étions étiez étaient", "fus fut fûmes fûtes furent", "serai seras sera serons serez seront",
		"serais serait serions seriez seraient", "sois soit soyons soyez soient",
		"vais vas va allons allez vont", "fais fait faisons faites font", "peux peut pouvons pouvez peuvent", "veux veut voulons voulez veulent",
		"dois doit devons devez doivent", "sais sait savons savez savent", "viens vient venons venez viennent", "tiens tient tenons tenez tiennent",
		"prends prend prenons prenez prennent", "dis dit disons dites disent", "vois voit voyons voyez voient", "crois croit croyons croyez croient",
		"bois boit buvons buvez boivent", "reçois reçoit recevons recevez reçoivent", "meurs meurt mourons mourez meurent", "meus meut meuvent",
		"plaît plaisent plais", "lis lit lisent", "écris écrit écrivent", "suis suit suivent", "vis vit vivent", "mets met mettent",
		"c'est ce-sont", "c'était c'étaient",
		// The mood that another conjunction or verb calls for.
		"ai aie", "as aies", "a ait", "aura ait", "avons ayons", "avez ayez", "ont aient", "auront aient", "suis sois", "es sois", "est soit", "sera soit", "sommes soyons", "êtes soyez", "sont soient", "seront soient",
		"va aille", "ira aille", "vont aillent", "iront aillent", "fait fasse", "fera fasse", "font fassent", "feront fassent", "peut puisse", "pourra puisse", "peuvent puissent", "pourront puissent", "veut veuille", "veulent veuillent",
		"sait sache", "saura sache", "savent sachent", "sauront sachent", "doit doive", "vient vienne", "viendra vienne", "tient tienne", "tiendra tienne", "prend prenne", "voit voie", "croit croie", "reçoit reçoive", "faut faille", "faudra faille",
		"meurt meure", "dit dise", "lit lise", "écrit écrive", "suit suive", "vit vive", "met mette", "plaît plaise", "part parte", "sort sorte", "dort dorme", "sent sente", "sert serve", "rend rende",
	],
	besideForms: [
		"le la l' les du de de-la des au aux à", "du de d' des un une", "au aux à en dans", "des les", "en y le la l' les lui leur",
		// The auxiliary that a participle calls for.
		"ai suis", "as es", "a est", "avons sommes", "avez êtes", "ont sont", "avais étais", "avait était", "avaient étaient", "aura sera", "auront seront", "aurait serait", "auraient seraient", "ait soit", "aient soient", "avoir être", "ayant étant",
		"beaucoup très", "trop si", "tant si", "tellement si", "où que", "qui que", "dont que", "que dont", "que qui", "ce ceux", "que comme", "que de", "que à", "comment que",
	],
	prepositions: "à de d' du des au aux en dans sur sous par pour avec sans vers chez contre entre envers",
	besideOptional: "le la l' les un une du de d' des en y se s' que qu' pas à au aux",
	optional: "ne n'",
	endings: [
		"- e s es", "- x", "- s x", "al ale aux ales", "ail aux", "eau eaux elle elles", "el elle els elles", "eil eille eils eilles", "il ille ils illes", "en enne ens ennes", "on onne ons onnes",
		"et ette ets ettes", "et ète ets ètes", "ot otte ots ottes", "er ère ers ères", "eur euse eurs euses", "eur eure eurs eures", "teur trice teurs trices", "eux euse euses",
		"f ve fs ves", "g gue gs gues", "c que cs ques", "gu guë gus guës", "s sse sses", "as asse asses", "os osse osses", "in igne ins ignes", "ou oue ous oues", "eur eresse eurs eresses", "e esse es esses",
		// Persons of one tense.
		"e es ent ons ez", "e es ent eons ez", "ce ces cent çons cez", "s t ent ons ez", "is it issons issez issent", "ds d dons dez dent", "ds d nons nez nnent", "s t vons vez vent", "ts t ttons ttez ttent",
		"is it isons isez isent", "is it ivons ivez ivent", "ns nt gnons gnez gnent", "ts t tons tez tent", "rs rt rons rez rent", "rs rt rtons rtez rtent", "ors ort ortons ortez ortent", "ors ort ormons ormez orment",
		"iens ient enons enez iennent", "ois oit oyons oyez oient", "ois oit evons evez oivent", "aie aies aient ayons ayez", "aye ayes ayent", "ie ies ient yons yez", "eux eut ouvons ouvez euvent", "rs rt rvons rvez rvent",
		"elle elles ellent elons elez", "ette ettes ettent etons etez", "ais ait aît aissons aissez aissent", "aîs aît aissent", "uis uit uisons uisez uisent", "ens ent entons entez entent", "us ut uons uez uent", "lais laît laisent",
		"ais ait ions iez aient", "eais eait ions iez eaient", "çais çait cions ciez çaient", "issais issait issions issiez issaient",
		"ai as a âmes âtes èrent", "eai eas ea eâmes eâtes èrent", "ça cèrent", "is it îmes îtes irent", "us ut ûmes ûtes urent", "ins int înmes întes inrent",
		"rai ras ra rons rez ront", "rais rait rions riez raient", "isse isses isse issions issiez issent", "asse asses ât assions assiez assent",
		// The mood that another conjunction or verb calls for.
		"it isse", "issent isse", "d de", "ient ienne", "ra e", "ront ent", "ira isse", "iront issent",
	],
	besideEndings: ["er é ée és ées", "ir i ie is ies", "re u ue us ues", "oir u ue us ues"],
	carriers: "",
	carriedEndings: [],
	carriedForms: [],
	pairs: ["de à", "de jusqu'à", "entre et", "ni ni", "soit soit", "ou soit", "autant que", "plus que", "moins que", "si que", "tant que", "aussi que", "même que", "plutôt que"],
	shortestStem: 2,
	other: "et ou mais donc or ni car comme quand où dont qui quoi avant après pendant depuis dès très plus moins trop peu aussi bien y en on nous vous ça cela ceci chaque plusieurs pas jamais rien toujours encore déjà alors puis ici là être avoir été ayant étant son",
}));
