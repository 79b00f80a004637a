import { lazy } from "../../cache/lazy";
import { endsAlike, groupsOf, pairsOf, setOf, type Kinship } from "./kinship";

// No dictionary gives Portuguese by tense: its regular endings.
const genderAndNumber = lazy(() =>
	pairsOf(
		"o/a os/as o/os a/as o/as a/os -/s -/es -/a -/as or/ora ês/esa ês/eses ão/ões ão/ã ão/ãos l/is m/ns u/oa om/oa " +
			"au/á eu/eia",
	),
);
const persons = lazy(() =>
	pairsOf(
		"o/as o/a o/am a/am as/am o/amos a/amos o/es o/e o/em e/em es/em e/emos e/imos ei/ou ei/aram ou/aram i/eu i/iu " +
			"eu/eram iu/iram " +
			"ava/avam ava/ávamos ia/iam ia/íamos á/ão ará/arão erá/erão irá/irão aria/ariam eria/eriam ço/ce ço/cem jo/ge " +
			"go/gue",
	),
);

/** Portuguese: articles and what runs together with them, possessives, pronouns, gender, number, person. */
export const portuguese = lazy((): Kinship => ({
	groups: groupsOf(
		"o a os as",
		"um uma uns umas",
		"do da dos das de",
		"no na nos nas em",
		"ao à aos às",
		"pelo pela pelos pelas",
		"num numa nuns numas",
		"este esta estes estas",
		"esse essa esses essas",
		"aquele aquela aqueles aquelas",
		"meu minha meus minhas",
		"teu tua teus tuas",
		"seu sua seus suas",
		"nosso nossa nossos nossas",
		"ele ela eles elas",
		"o a os as lhe lhes",
		"todo toda todos todas",
		"muito muita muitos muitas",
		"bom boa bons boas",
		"mau má maus más",
		"sou és é somos são",
		"era eras éramos eram",
		"fui foste foi fomos foram",
		"estou estás está estamos estão",
		"estava estavam estávamos",
		"tenho tens tem temos têm",
		"vou vais vai vamos vão",
		"faço fazes faz fazemos fazem",
		"posso podes pode podemos podem",
		"quero queres quer queremos querem",
		"venho vens vem vimos vêm",
		"digo dizes diz dizemos dizem",
		"vejo vês vê vemos veem",
		"será serão",
		"terá terão",
	),
	governed: setOf("a de em com por para sem sobre que o os as um uma se me te nos lhe ao à do da no na"),
	prepositions: setOf("a de em com por para sem sobre"),
	loose: setOf("não"),
	inflected: (a, b) => endsAlike(a, b, genderAndNumber()) || endsAlike(a, b, persons()),
}));
