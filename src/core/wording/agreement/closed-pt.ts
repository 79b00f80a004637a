import type { ClosedSource } from "./closed";

/** The small words of Portuguese. */
export const portugueseWords: ClosedSource = {
	determiners: {
		ms:
			"o um do no ao pelo num este esse aquele deste nesse meu teu seu nosso vosso todo dum neste naquele desse " +
			"daquele algum nenhum outro muito",
		fs:
			"a uma da na à pela numa esta essa aquela desta nessa minha tua sua nossa vossa toda duma nesta naquela dessa " +
			"daquela alguma nenhuma outra muita",
		mp:
			"os uns dos nos aos pelos estes esses aqueles destes meus teus seus nossos vossos todos alguns muitos poucos " +
			"tantos nestes nesses naqueles desses daqueles outros",
		fp:
			"as umas das nas às pelas estas essas aquelas destas minhas tuas suas nossas vossas todas algumas muitas " +
			"poucas tantas nestas nessas naquelas dessas daquelas outras",
		"?s": "cada",
		"?p": "dois duas três quatro cinco seis dez",
	},
	sometimesDeterminers: {},
	indefinite: "um uma",
	possessives: "meu minha meus minhas teu tua teus tuas seu sua seus suas nosso nossa nossos nossas vosso vossa",
	persons: {
		"1s": "eu me mim meu minha meus minhas",
		"2s": "tu te ti teu tua teus tuas",
		"3s": "ele ela você se o a lhe seu sua seus suas alguém ninguém",
		"1p": "nós nosso nossa nossos nossas",
		"2p": "vós vosso vossa",
		"3p": "eles elas vocês se os as lhes seu sua seus suas",
	},
	genders: { m: "ele eles", f: "ela elas", n: "" },
	subjects: "eu tu ele ela você nós vós eles elas vocês",
	between: "tenho tem temos têm tinha tinham sou é somos são era eram foi foram está estão estava estavam não",
	prepositions:
		"de em com por para sem sobre até desde entre contra a do da dos das no na nos nas ao à aos às pelo pela num " +
		"numa",
	of: "de do da dos das",
	datives: "a ao à aos às",
	places: "a ao à em no na",
	joints: "e ou mas que quem quando onde se como porque embora enquanto",
	coordinates: "e ou nem",
	moods: "que se",
	relatives: "que quem cujo cuja onde qual quais",
	light:
		"tenho tem tens temos têm tinh* tev* faço faz* fez fizeram feito sou és é são era* foi foram est* dou dá dão deu " +
		"deram dar põe* pôr pôs tom*",
	copulas:
		"sou és é somos são era eram foi foram será serão seja sejam estou está estão estava estavam parece parecem fica " +
		"ficam",
	comparing: "mais menos tão tanto",
	comparatives: "melhor melhores pior piores maior maiores menor menores",
	than: "que do da dos das",
	negations: "",
	negative: "",
	negated: "",
	unnegated: "",
	auxiliaries:
		"tenho tens tem temos têm tinha tinham terá tenha ter sou és é somos são era eram foi foram ser estou está " +
		"estamos estão estava estavam estar vou vais vai vamos vão ia iam posso podes pode podemos podem podia devo " +
		"deve devemos devem devia quero quer queremos querem queria",
	perfects: "ter",
	owner: "",
	notOwners: "",
	preposed: "grande grandes bom boa bons boas mau má novo nova velho velha primeiro primeira último última mesmo mesma",
	adverbs:
		"não nunca sempre muito mais menos também já ainda ontem hoje amanhã bem mal quase pouco tanto agora então " +
		"depois antes aqui ali lá longe perto cedo tarde talvez apenas assim logo jamais",
	particles: "",
};
