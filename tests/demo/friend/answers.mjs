// What the scripted friend answers about passages of the sample notes, by what was asked.
export const answers = [
	{
		about: "que j’ai achet",
		clear: {
			plume:
				"Oui, c’est clair : une maison, grande et blanche, achetée par vous, et qui vous plaît.\n\nUn seul " +
				"doute : « belle » vient après « grande » et « blanche » sans rien ajouter que l’on puisse voir. Un " +
				"lecteur qui n’y est pas allé vous croit sur parole.",
			scribe:
				"C’est clair. On comprend qui a acheté quoi.\n\n- « belle » ne montre rien ; c’est un avis, pas une " +
				"image.\n- On ne sait pas encore *où* est la maison : la phrase suivante le dit, cela suffit.",
			echo: "Oui. Rien à signaler, sinon « belle », très général.",
		},
		better:
			"- **Précision.** « belle » dit moins qu’il n’en a l’air : la phrase suivante, avec le chemin creux, " +
			"montre déjà ce que l’adjectif résume.\n- **Rythme.** Trois adjectifs en une ligne ; le dernier arrive " +
			"fatigué.\n\nLe reste tient.",
		evoke:
			"- *La Poétique de l’espace*, Gaston Bachelard (à vérifier) : la maison comme premier monde. Le lien " +
			"s’arrête à l’achat : chez lui on rêve la maison, on ne la signe pas.\n- L’ouverture de *Rebecca*, " +
			"Daphne du Maurier (à vérifier) : une maison d’abord vue, puis perdue. Lien lâche.\n- Les récits " +
			"d’installation en Bretagne, genre à part entière ; je ne saurais en citer un avec certitude.",
		missing:
			"L’objection : la phrase dit que la maison est belle, et toute la note dit qu’elle est silencieuse. Ce " +
			"n’est pas la même raison d’acheter. Vous tenez pour acquis que le lecteur fera le lien.",
		name:
			"*Maison* vient du latin *mansio*, le fait de demeurer (établi). Pour *Kerouzic*, *ker* désigne en " +
			"breton un lieu habité (établi) ; la seconde partie est peut-être un nom de personne, mais je ne sais " +
			"pas.",
		second:
			"D’un œil neuf : la phrase est d’un enfant qui montre du doigt, et c’est sa force. Ce qui manquerait à " +
			"une première lecture : « que j’ai achetée » est le seul mot d’adulte.",
	},
	{
		about: "Je suis venu ici pour une raison simple",
		clear:
			"Presque. Un lecteur comprend que vous êtes venu chercher un endroit pour écrire. Deux mots le laissent " +
			"dans le doute :\n\n- « une raison simple, que je n’ai dite à personne » annonce un secret, et la suite " +
			"le dit à demi ;\n- « y », dans « le silence y est épais », suppose que l’on sache qu’*ici* est la " +
			"maison.",
		better:
			"- **Ordre.** La raison vient après le silence : on la cherche entre les deux.\n- **Mot.** « endroit » " +
			"est faible à côté de « silence » et de « phrases pressées ».\n- Rien d’autre.",
		missing:
			"Ce que vous tenez pour acquis : que le silence aide à écrire. Un contradicteur dirait que vous avez " +
			"choisi le lieu pour ne pas écrire, et que trois lignes par jour le prouvent.",
	},
	{
		about: "Au retour il pleuvait",
		clear:
			"Oui. Le retour, la pluie, la lettre ouverte : tout se suit. Seul « ce que je craignais » reste sans " +
			"objet ; si c’est voulu, gardez-le.",
		better:
			"- « ne mouille pas tant qu’elle efface » demande une seconde lecture ; elle la vaut peut-être.\n- « " +
			"flottants et indifférents » : deux adjectifs de sens bien différents, dont le premier va de soi pour " +
			"des bateaux.",
	},
	{
		about: "L’idée que les événements comptent moins que les lenteurs",
		clear:
			"Pas tout à fait. « les lenteurs » est employé comme un terme sans avoir été expliqué : on devine les " +
			"temps longs de la liste qui suit, mais elle vient après.",
		evoke:
			"- Fernand Braudel et la « longue durée » (à vérifier) : la note le dit déjà, avec prudence.\n- Marc " +
			"Bloch, *Apologie pour l’histoire* (à vérifier) : l’historien et le présent.\n- La géologie de James " +
			"Hutton, « no vestige of a beginning » (à vérifier) : lien lâche, mais le pli et la rupture viennent de " +
			"là.",
		missing:
			"L’objection la plus forte est dans votre propre citation : qui décide ? Vous la notez sans y répondre. " +
			"Un cas non couvert : la catastrophe, qui est un événement *et* une lenteur.",
	},
	{
		about: "reader and a careless writer",
		clear: {
			plume:
				"Yes, it is clear: you read well and write without care, and you say so.\n\n" +
				"One doubt: is “careless” a confession or a boast? The next sentence leans towards confession, so it " +
				"settles itself.",
			scribe:
				"Clear. The balance of “careful reader” and “careless writer” carries it.\n\n- “always” is doing " +
				"little: nothing in the note tests it.",
			echo: "Yes. Nothing to report.",
		},
		better:
			"- **Precision.** “careful” and “careless” share a root; the pair is neat, and neatness is what the next " +
			"paragraph distrusts.\n- **Order.** The note is about notebooks: the word comes only in the second " +
			"sentence.\n\nOtherwise leave it.",
		evoke:
			"- Joan Didion, *On Keeping a Notebook* (to verify): the same title; she keeps notes to remember who she " +
			"was.\n- Montaigne, *Essays* (to verify): the writer as his own matter. A loose link.\n- Virginia " +
			"Woolf’s diaries (to verify): the practice ground, kept apart from the work.",
		missing:
			"The strongest objection: a careful reader who writes carelessly may simply not reread themselves. You " +
			"take reading and writing for two skills; some would say they are one.",
		second:
			"With fresh eyes: the sentence is too symmetrical to be a confession. A first reading takes the symmetry " +
			"for candour.",
	},
	{
		about: "There is a famous argument that writing weakens memory",
		clear:
			"Mostly. A reader who does not know the argument will wonder whose it is: “famous” asks them to know. " +
			"“the store for the road” is clear once the last clause is read, not before.",
		evoke:
			"- Plato, *Phaedrus*, the myth of Theuth (to verify): writing as a drug for forgetting. This must be the " +
			"argument you mean.\n- Frances Yates, *The Art of Memory* (to verify): memory as a walk through rooms, " +
			"which is your road.\n- The *extended mind* of Clark and Chalmers (to verify): the notebook as part of " +
			"the mind. It stops where you say you forget.",
		missing:
			"You answer the argument with your own case. It may be that you remember the way *because* you were " +
			"taught to remember before you wrote.",
	},
	{
		about: "A page that is never finished invites a second visit",
		clear:
			"Yes. “The stream” in the last sentence is a known contrast for some readers only; those who do not know " +
			"it will still follow.",
		better:
			"- “That is the whole idea” claims more than one sentence can hold.\n- “most of its charm” takes half of " +
			"it back; choose.",
	},
	{
		about: "A proof should explain why a thing is true",
		clear: "Clear, and the image of the staircase without windows does its work.",
		missing:
			"A mathematician would answer that to force agreement is what a proof is *for*, and that explanation is " +
			"a kindness. You also take for granted that a picture explains.",
	},
];

/** For all that the script does not know. */
export function scriptedOnly(language, kind) {
	if (language === "fr") {
		return kind === "other"
			? "Je suis un ami *scripté* : dans cette démonstration je ne connais que quelques passages des " +
					"notes d’exemple, et je n’ai pas de réponse à une question libre. Avec un vrai modèle, la " +
					"réponse arriverait ici, au même rythme."
			: "Je suis un ami *scripté* : dans cette démonstration je ne connais que quelques passages des " +
					"notes d’exemple, et celui-ci n’en fait pas partie. Essayez la première phrase de « La maison de " +
					"Kerouzic ».";
	}
	return kind === "other"
		? "I am a *scripted* friend: in this demonstration I know only some passages of the sample notes, and have " +
				"no answer to a free question. With a real model the answer would come here, at the same pace."
		: "I am a *scripted* friend: in this demonstration I know only some passages of the sample notes, and this " +
				"is not one of them. Try the first sentence of “On keeping a notebook”.";
}

/** For a question asked further. */
export function followUp(language) {
	return language === "fr"
		? "Je suis un ami *scripté*, et mon texte s’arrête ici. Un vrai modèle aurait sous les yeux la note, le " +
				"passage et notre échange, et poursuivrait."
		: "I am a *scripted* friend, and my script ends here. A real model would have the note, the passage and our " +
				"exchange before it, and go on.";
}
