import { lazy } from "../../cache/lazy";

/** How English nouns end that name no one: qualities, doings, states, studies. */
const ends =
	/[aeiouy].*(?:[ts]ion|ness|ment|ity|ism|ship|hood|[^e]dom|age|ing|ure|[ae]nce|logy|phy|[^i]th|ics|ade|oom|ware)$/;

/** People and animals whose names end so. */
const people = lazy(
	() =>
		new Set(
			(
				"witness governess lioness baroness companion champion stallion being sibling darling hireling " +
				"weakling youngling duckling gosling starling lording viking hostage savage sage creature youth " +
				"centurion scion bridegroom groom audience comrade renegade martyr acquaintance"
			).split(" "),
		),
);

/** Everyday things, of which one says it. */
const things = lazy(
	() =>
		new Set(
			(
				"house home flat room kitchen cellar attic garden yard garage window door gate fence wall roof floor " +
				"ceiling stair chair table desk bed sofa couch lamp mirror shelf drawer cupboard carpet curtain " +
				"pillow blanket towel cup glass plate bowl spoon fork knife pot pan kettle oven fridge stove sink tap " +
				"bath shower soap broom bucket car bus train tram bike bicycle boat ship plane lorry truck van cart " +
				"wagon sledge taxi engine wheel tyre motor road street path bridge station airport harbour port " +
				"square park shop store market office school church chapel castle palace tower mill barn factory " +
				"hospital hotel inn café cafe restaurant museum theatre cinema library bank court prison hall club " +
				"city town village country county state nation island coast beach sea ocean lake river stream pond " +
				"well hill mountain valley field meadow wood forest tree oak elm bush flower rose leaf branch root " +
				"seed fruit apple pear plum cherry grape lemon orange potato onion carrot bean rice bread loaf cake " +
				"pie cheese butter milk cream egg meat ham soup stew sauce salad salt pepper sugar honey jam tea " +
				"coffee wine beer water juice meal breakfast lunch dinner supper picnic party feast book novel poem " +
				"play story tale legend letter note card postcard diary journal article essay chapter page paragraph " +
				"sentence line word verse text title list report paper newspaper magazine map chart graph photo " +
				"picture painting portrait print poster film movie show series song tune melody symphony concert " +
				"opera piano violin guitar flute drum bell clock watch ring necklace jewel coin stamp key lock box " +
				"case bag suitcase basket parcel bottle jar tin can pen pencil brush rope string needle thread cloth " +
				"coat jacket dress skirt shirt blouse jumper sweater scarf hat cap glove sock shoe boot belt pocket " +
				"button umbrella stick phone telephone camera radio television screen computer laptop printer machine " +
				"tool hammer saw nail screw ladder spade fire smoke flame ash rain snow storm wind fog mist frost ice " +
				"cloud sky sun moon star light shadow darkness dawn dusk day night week month year hour minute " +
				"morning afternoon evening summer autumn winter spring weather season holiday weekend trip journey " +
				"walk tour game match race war battle peace fight strike riot law rule tax price cost bill debt rent " +
				"wage job work task project plan scheme idea thought view opinion reason cause effect result argument " +
				"claim proof fact truth lie theory method model system process problem question answer matter issue " +
				"topic subject theme example detail mistake error fault success failure chance luck hope fear joy " +
				"sorrow grief anger love hate shame pride guilt pain ache fever cold cough illness disease accident " +
				"wound scar body head face eye ear nose mouth lip tooth teeth tongue throat neck shoulder arm elbow " +
				"wrist hand finger thumb leg knee ankle foot feet toe back chest heart lung stomach skin bone blood " +
				"hair beard voice smile laugh cry tear breath sleep dream habit custom mood mind soul memory skill " +
				"talent gift present surprise secret rumour rumor news speech talk debate meeting lesson course exam " +
				"test degree post career team crowd company firm committee council government army budget order offer " +
				"deal contract policy reform crisis event vote tide wave current photograph number corner power " +
				"folder binder manner colour color favour favor honour honor stress address factor tractor"
			).split(" "),
		),
);

/**
 * Whether an English noun in small letters may name a person or an animal, of which one says he or she: what is not
 * known for a thing may. There are more people than a list holds, and few say he of a thing unasked.
 */
export function looksLiving(noun: string): boolean {
	const singular = noun
		.replace(/'s?$/, "")
		.replace(/ies$/, "y")
		.replace(/(ss|x|ch|sh)es$/, "$1")
		.replace(/ves$/, "f")
		.replace(/([^s])s$/, "$1");
	if (people().has(singular)) return true;
	return !ends.test(singular) && !things().has(singular) && !things().has(noun);
}
