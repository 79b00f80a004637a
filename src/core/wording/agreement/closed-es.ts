import type { ClosedSource } from "./closed";

/** The small words of Spanish. */
export const spanishWords: ClosedSource = {
	determiners: {
		ms: "el un este ese aquel al del nuestro vuestro algún ningún todo mucho otro",
		fs: "la una esta esa aquella nuestra vuestra alguna ninguna toda mucha otra",
		mp: "los unos estos esos aquellos nuestros vuestros algunos todos muchos otros varios pocos tantos",
		fp: "las unas estas esas aquellas nuestras vuestras algunas todas muchas otras varias pocas tantas",
		"?s": "mi tu su cada",
		"?p": "mis tus sus dos tres cuatro cinco seis diez",
	},
	sometimesDeterminers: {},
	indefinite: "un una",
	possessives: "mi mis tu tus su sus nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras",
	persons: {
		"1s": "yo me mí mi mis conmigo",
		"2s": "tú te ti tu tus contigo",
		"3s": "él ella usted se lo la le su sus sí alguien nadie",
		"1p": "nosotros nosotras nos nuestro nuestra nuestros nuestras",
		"2p": "vosotros vosotras os vuestro vuestra vuestros vuestras",
		"3p": "ellos ellas ustedes se los las les su sus",
	},
	genders: { m: "él ellos", f: "ella ellas", n: "" },
	subjects: "yo tú él ella usted nosotros nosotras vosotros vosotras ellos ellas ustedes",
	between:
		"he has ha hemos habéis han había habías habíamos habían habrá habrán habría hay soy eres es somos sois son era " +
		"eran fue fueron estoy está están estaba estaban no",
	prepositions: "a de en con por para sin sobre hasta desde entre hacia contra bajo tras durante según al del",
	of: "de del",
	datives: "a al",
	places: "a al en",
	joints: "y e o u pero que quien quienes cuando donde si como porque aunque mientras pues sino",
	coordinates: "y e o u ni",
	moods: "que si",
	relatives: "que quien quienes cual cuales donde cuyo cuya",
	light:
		"tengo tien* ten* tuv* hag* hac* hic* hizo hecho est* es soy son era* fue* doy das da dan dar dando dio dieron " +
		"pon* pus* puesto tom*",
	copulas:
		"soy eres es somos sois son era eras éramos eran fue fueron será serán sería serían sea sean estoy estás está " +
		"estamos están estaba estaban parece parecen parecía parecían queda quedan",
	comparing: "más menos tan tanto",
	comparatives: "mejor mejores peor peores mayor mayores menor menores",
	than: "que de del",
	negations: "",
	negative: "",
	negated: "",
	unnegated: "",
	auxiliaries:
		"he has ha hemos habéis han había habías habíamos habían habré habrá habrán habría hube hubo haya hayan haber " +
		"soy eres es somos son era eran fue fueron ser siendo estoy estás está estamos están estaba estaban estar voy " +
		"vas va vamos van iba iban puedo puedes puede podemos pueden podía podría debo debes debe debemos deben debía " +
		"quiero quieres quiere queremos quieren quería",
	perfects: "haber",
	owner: "",
	notOwners: "",
	preposed:
		"gran grande grandes buen bueno buena buenos buenas mal mala primer primera último última pequeño pequeña viejo " +
		"vieja viejos viejas nuevo nueva nuevos nuevas mejor peor mismo misma mismos mismas único única propio propia",
	adverbs:
		"no nunca siempre muy más menos también tampoco ya aún todavía casi bien mal ayer hoy mañana mucho poco pronto " +
		"tanto luego entonces después antes ahora aquí allí ahí lejos cerca tarde temprano jamás quizás quizá apenas " +
		"despacio deprisa además sólo así",
	particles: "",
};
