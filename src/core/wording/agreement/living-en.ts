import { lazy } from "../../cache/lazy";

/** How English nouns end that mostly name people: by what they do, where they are from, whom they belong to. */
const ends =
	/(?:[^l]er|or|ist|[iy]an|ean|man|men|woman|women|ant|dent|ess|ee|eer|ster|wright|smith|herd|folk|ese|ician|kin)$/;

/** People and animals whose names end otherwise. */
const others = lazy(
	() =>
		new Set(
			(
				"boy girl lad lass child children kid baby babe infant twin son daughter brother sister sibling uncle aunt " +
				"nephew niece cousin mum mom mam mummy dad daddy papa parent grandma grandpa granny wife husband spouse " +
				"bride groom fiance fiancee widow orphan friend pal chum mate buddy guy bloke chap gentleman lady lord king " +
				"queen prince duke count knight page squire serf slave thief crook rogue rascal villain hero heroine saint " +
				"angel devil witch wizard monk nun priest bishop pope vicar abbot rabbi imam poet bard nurse cook chef guide " +
				"guest host judge clerk mayor monarch patriarch pilot scout spy guard cop coach captain champion chief boss " +
				"pupil student scholar adult people person somebody someone nobody individual human hermit nomad tenant " +
				"refugee recruit rookie athlete critic mechanic magistrate candidate delegate advocate graduate colleague " +
				"apprentice novice acrobat diplomat democrat tourist neighbor neighbour suspect culprit convict patient " +
				"client fan model star friar maid cowboy blacksmith sheriff cadet corporal private general colonel admiral " +
				"dog hound puppy pup cat kitten tom horse mare foal colt pony cow bull calf ox oxen goat kid sheep ewe ram " +
				"lamb pig sow boar hog hen cock chick duck drake goose geese gander swan owl eagle hawk falcon crow raven " +
				"robin wren bird parrot fox vixen wolf wolves bear lion tiger leopard cheetah panther ape monkey donkey mule " +
				"camel elephant whale dolphin seal mouse mice rat rabbit hare deer stag doe elk moose hedgehog squirrel " +
				"snake frog toad turtle bee wasp ant animal beast creature pet fawn heron stork peacock vet undergraduate " +
				"accomplice ally heir foe chap intern sage youth elder dwarf elf giant ghost fairy mermaid bully coward fool"
			).split(" "),
		),
);

/** Whether an English noun in small letters may name a person or an animal, of which one says he or she. */
export function looksLiving(noun: string): boolean {
	const singular = noun
		.replace(/'s?$/, "")
		.replace(/ies$/, "y")
		.replace(/(ss|x|ch|sh)es$/, "$1")
		.replace(/([^s])s$/, "$1");
	return ends.test(singular) || others().has(singular) || others().has(noun);
}
