import type { ClosedSource } from "./closed";

/** The small words of French. */
export const frenchWords: ClosedSource = {
	determiners: {
		ms: "le un du au ce cet quel aucun tout",
		fs: "la une cette ma ta sa quelle aucune toute",
		"?s": "l' mon ton son notre votre leur chaque quelque",
		mp: "quels tous certains",
		fp: "quelles toutes certaines",
		"?p": "les des aux ces mes tes ses nos vos leurs quelques plusieurs deux trois quatre cinq six dix",
	},
	sometimesDeterminers: {},
	indefinite: "un une",
	floating: "tout tous toutes",
	possessives: "mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs",
	persons: {
		"1s": "je j' me m' moi mon ma mes mien mienne moi-même",
		"2s": "tu te t' toi ton ta tes tien tienne toi-même",
		"3s":
			"il elle on se s' lui le la l' son sa ses sien sienne lui-même elle-même soi quelqu'un personne chacun " +
			"chacune",
		"1p": "nous notre nos nôtre nous-mêmes",
		"2p": "vous votre vos vôtre vous-même vous-mêmes",
		"3p": "ils elles se s' leur leurs eux les eux-mêmes elles-mêmes",
	},
	genders: { m: "il ils eux celui ceux", f: "elle elles celle celles", n: "" },
	subjects: "je j' tu il elle on nous vous ils elles",
	between:
		"ai as a avons avez ont avais avait avions aviez avaient aurai aura aurons auront aurait auraient ait aient suis " +
		"es est sommes êtes sont étais était étions étiez étaient sera seront serait seraient soit soient avoir être y " +
		"en ne n' pas",
	prepositions:
		"à de d' dans sur sous par pour avec sans vers chez contre entre envers en depuis pendant avant après dès du au " +
		"aux malgré selon parmi durant derrière devant hors sauf via jusque jusqu'",
	ungoverned: "depuis pendant avant après dès malgré selon parmi durant derrière devant hors sauf via jusque jusqu'",
	of: "de d' du des",
	datives: "à au aux",
	places: "à au aux en dans sur chez",
	joints:
		"et ou mais donc or ni car que qu' qui dont où quand lorsque lorsqu' si s' comme puisque puisqu' parce quoique " +
		"quoiqu' lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels desquelles celui celle " +
		"ceux celles",
	coordinates: "et ou ni",
	moods: "que qu' si comme",
	relatives:
		"qui que qu' dont où lequel laquelle lesquels lesquelles auquel auxquels auxquelles duquel desquels desquelles",
	light:
		"ai as a avons avez ont avai* avions aviez avoir ayant aur* eu* suis es est sommes êtes sont étai* étions étiez " +
		"été être étant ser* fus fut furent fai* fais* font fera* fere* feri* fero* fit firent pren* pris* prit prirent " +
		"met* mis mise mises mit mirent donn* port* tien* ten* rend* proc* effectu* accompl* commet* commi* pose* posai* " +
		"posé* subi* éprouv*",
	copulas:
		"suis es est sommes êtes sont étais était étions étiez étaient sera seront serait seraient soit soient fut " +
		"furent être été devient deviennent devenait devenaient devint reste restent restait restaient semble semblent " +
		"semblait semblaient paraît paraissent paraissait demeure demeurent",
	comparing: "plus moins aussi autant",
	comparatives: "meilleur meilleure meilleurs meilleures pire pires mieux moindre moindres",
	than: "que qu'",
	negations: "ne n'",
	negative: "ne n' jamais pas plus guère aucun aucune rien personne nul nulle",
	negated: "de d' rien jamais",
	unnegated: "un une du des tout toujours",
	auxiliaries:
		"ai as a avons avez ont avais avait avions aviez avaient aurai auras aura aurons aurez auront aurais aurait " +
		"auraient eus eut eurent aie ait aient avoir ayant suis es est sommes êtes sont étais était étions étiez " +
		"étaient serai seras sera serons serez seront serais serait seraient fus fut furent sois soit soient être étant " +
		"vais vas va allons allez vont allais allait allaient peux peut pouvons pouvez peuvent pouvait pourra pourrait " +
		"dois doit devons devez doivent devait devra devrait veux veut voulons voulez veulent voulait faut fallait " +
		"faudra fait font",
	perfects: "avoir être",
	owner: "",
	notOwners: "",
	preposed:
		"petit petite petits petites grand grande grands grandes gros grosse grosses vieux vieil vieille vieilles jeune " +
		"jeunes beau bel belle beaux belles bon bonne bons bonnes mauvais mauvaise mauvaises nouveau nouvel nouvelle " +
		"nouveaux nouvelles long longue longs longues joli jolie jolis jolies premier première premiers premières " +
		"dernier dernière derniers dernières autre autres même mêmes vrai vraie vrais vraies seul seule seuls seules " +
		"propre propres cher chère ancien ancienne anciens anciennes meilleur meilleure pire haut haute simple pauvre " +
		"brave",
	elliptic:
		"précédent précédente précédents précédentes suivant suivante suivants suivantes premier première premiers " +
		"premières second seconde seconds secondes dernier dernière derniers dernières autre autres même mêmes seul " +
		"seule seuls seules",
	adverbs:
		"ne n' pas plus jamais rien très trop si bien toujours souvent encore déjà aussi moins peu presque assez parfois " +
		"beaucoup tant mal ensuite hier demain tôt tard vite loin longtemps soudain enfin alors puis ailleurs ici là " +
		"partout volontiers davantage autant pourtant cependant surtout seulement plutôt guère désormais autrefois jadis " +
		"naguère bientôt aujourd'hui dehors dedans tellement",
	particles: "",
};
