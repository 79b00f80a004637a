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
		"o/as o/a o/am a/am as/am o/amos a/amos o/es o/e o/em e/em es/em e/emos e/imos as/amos es/emos es/imos " +
			"am/amos em/emos em/imos ei/ou ei/aram ou/aram ei/aste aste/ou aste/aram ei/ámos ou/ámos ou/amos i/eu i/iu " +
			"i/este i/iste este/eu iste/iu eu/emos iu/imos eu/eram iu/iram i/eram i/iram ava/avam ava/avas avas/avam " +
			"ava/ávamos ia/iam ia/ias ias/iam ia/íamos o/amo a/amo am/amo o/emo e/emo em/emo o/imo e/imo em/imo á/ão ei/á " +
			"ei/ão ás/á á/emos ei/emos ará/arão erá/erão irá/irão aria/ariam eria/eriam ço/ce ço/ces ço/cem jo/ge jo/ges " +
			"jo/gem go/gue go/gues go/guem",
	),
);

/** Persons of a tense that no ending tells. */
const irregular = lazy(() =>
	(
		"sou és é somos são,era eras éramos eram,fui foste foi fomos foram,estou estás está estamos estão,tenho tens " +
		"tem temos têm,vou vais vai vamos vão,faço fazes faz fazemos fazem,posso podes pode podemos podem,quero " +
		"queres quer queremos querem,venho vens vem vimos vêm,digo dizes diz dizemos dizem,vejo vês vê vemos " +
		"veem,perco perdes perde perdemos perdem,peço pedes pede pedimos pedem,meço medes mede medimos medem,ouço " +
		"ouves ouve ouvimos ouvem,durmo dormes dorme dormimos dormem,cubro cobres cobre cobrimos cobrem,subo sobes " +
		"sobe subimos sobem,fujo foges foge fugimos fogem,sinto sentes sente sentimos sentem,minto mentes mente " +
		"mentimos mentem,sirvo serves serve servimos servem,visto vestes veste vestimos vestem,sigo segues segue " +
		"seguimos seguem,firo feres fere ferimos ferem,leio lês lê lemos leem,creio crês crê cremos creem,saio sais " +
		"sai saímos saem,caio cais cai caímos caem,trago trazes traz trazemos trazem,sei sabes sabe sabemos sabem,dou " +
		"dás dá damos dão,ponho pões põe pomos põem,rio ris ri rimos riem,caibo cabes cabe cabemos cabem,valho vales " +
		"vale valemos valem,hei hás há havemos hão,fiz fizeste fez fizemos fizeram,tive tiveste teve tivemos " +
		"tiveram,estive estiveste esteve estivemos estiveram,pude pudeste pôde pudemos puderam,pus puseste pôs " +
		"pusemos puseram,quis quiseste quisemos quiseram,soube soubeste soubemos souberam,trouxe trouxeste trouxemos " +
		"trouxeram,disse disseste dissemos disseram,vim vieste veio viemos vieram,vi viste viu vimos viram,dei deste " +
		"deu demos deram,houve houvemos houveram,tinha tinhas tínhamos tinham,vinha vinhas vínhamos vinham,punha " +
		"punhas púnhamos punham,conduzo conduz,produzo produz,seja sejas sejamos sejam"
	)
		.split(",")
		.map((forms) => new Set(forms.split(" ").map(unaccented))),
);

/** What stands before a verb and leaves its forms as they are: mantém, compõe, desfaz. */
const prefix = /^(?:man|con|com|pro|pre|ob|de|des|re|su|sus|im|inter|dis|ex|des?com|re?com)(?=\p{L}{2})/u;

function unaccented(word: string): string {
	return word
		.normalize("NFD")
		.replace(/[\u0300\u0301\u0302]/g, "")
		.normalize("NFC");
}

function ofIrregular(a: string, b: string): boolean {
	const [one, other] = [unaccented(a), unaccented(b)];
	const [bare, otherBare] = [one.replace(prefix, ""), other.replace(prefix, "")];
	const isSame = one.slice(0, one.length - bare.length) === other.slice(0, other.length - otherBare.length);
	return irregular().some(
		(forms) => (forms.has(one) && forms.has(other)) || (isSame && forms.has(bare) && forms.has(otherBare)),
	);
}

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
		"me te se nos vos",
		"todo toda todos todas",
		"muito muita muitos muitas",
		"bom boa bons boas",
		"mau má maus más",
		"estava estavam estávamos",
	),
	governed: setOf("a de em com por para sem sobre que o os as um uma se me te nos lhe ao à do da no na"),
	prepositions: setOf("a de em com por para sem sobre"),
	loose: setOf("não"),
	inflected: (a, b) => endsAlike(a, b, genderAndNumber()) || endsAlike(a, b, persons()) || ofIrregular(a, b),
}));
