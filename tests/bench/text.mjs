// Prose and notes made up from a seed: the same in every run, with words as frequent as in real texts.

/** A stream of numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

const common = {
	en: (
		"the of and to a in is that it was for on with as be at by this had not but from have are which or an they " +
		"you all one were there been their has would when who will more no if out so what up said about than into " +
		"them can only other time new some could these two may first then do any like my now over such our man me " +
		"even most made after also did many before must through years where much your way down should because long " +
		"each just state those people too mr little good world make very year still see own work men day get here " +
		"old life both between being under three never know same last another while us off might great go come since " +
		"against right came take used himself few house use place during high without again home around small " +
		"however found"
	).split(" "),
	fr: (
		"le la les de des du et à un une en que qui dans il elle ce se ne pas sur pour par au avec son sa ses est " +
		"sont était plus ou où mais comme tout nous vous ils elles leur on sans même être fait deux bien aussi cette " +
		"peu encore avant depuis après toujours entre moins dont rien jamais chez vers homme vie jour temps monde " +
		"femme année main chose eau maison nuit yeux point autre petit grand lorsque quand ainsi alors déjà parce"
	).split(" "),
};
const syllables = (
	"ba be bo ca ce co da de di do fa fe fi ga ge go ha he ho la le li lo ma me mi mo na ne ni no pa pe po ra re " +
	"ri ro sa se si so ta te ti to va ve vi ter ment tion ser ver ling sur par con ver tal ness ful ité age ance"
).split(" ");

const vocabularies = new Map();

function vocabulary(language) {
	if (!vocabularies.has(language)) {
		const next = random(language === "fr" ? 7 : 11);
		const made = new Set(common[language]);
		while (made.size < 3000) {
			let word = "";
			for (let left = 2 + Math.floor(next() * 3); left > 0; left--)
				word += syllables[Math.floor(next() * syllables.length)];
			made.add(language === "fr" && next() < 0.2 ? `l’é${word}` : word);
		}
		vocabularies.set(language, [...made]);
	}
	return vocabularies.get(language);
}

/** One word; the nth of the language comes with a frequency of about 1/n. */
export function word(next, language = "en") {
	const words = vocabulary(language);
	return words[Math.floor(Math.exp(next() * Math.log(words.length + 1))) - 1];
}

export function sentence(next, language = "en") {
	const words = Array.from({ length: 8 + Math.floor(next() * 16) }, () => word(next, language));
	const text = words
		.map((one, index) => (index > 2 && index < words.length - 1 && next() < 0.08 ? `${one},` : one))
		.join(" ");
	return text[0].toUpperCase() + text.slice(1) + (next() < 0.9 ? "." : "?");
}

export function paragraph(next, language = "en") {
	return Array.from({ length: 3 + Math.floor(next() * 4) }, () => sentence(next, language)).join(" ");
}

/** Exactly so many words of prose. */
export function prose(next, words, language = "en") {
	const found = [];
	while (found.length < words) found.push(...paragraph(next, language).split(" "));
	return found.slice(0, words).join(" ");
}

/** About `size` characters of Markdown: headings, paragraphs, lists, quotes, links, emphasis and a little code. */
export function note(next, size, language = "en") {
	const blocks = [];
	for (let length = 0; length < size;) {
		const block = oneBlock(next, language, blocks.length);
		blocks.push(block);
		length += block.length + 2;
	}
	return blocks.join("\n\n");
}

function oneBlock(next, language, index) {
	if (index % 9 === 0) return `## ${word(next, language)} ${word(next, language)}`;
	const kind = next();
	const some = (make) => Array.from({ length: 3 + Math.floor(next() * 4) }, make);
	if (kind < 0.1) return some(() => `- ${sentence(next, language)}`).join("\n");
	if (kind < 0.16) return some(() => `> ${sentence(next, language)}`).join("\n");
	if (kind < 0.19)
		return [
			"```js",
			...some(() => `const ${word(next).replace(/\W/g, "x")} = ${Math.floor(next() * 100)};`),
			"```",
		].join("\n");
	return paragraph(next, language).replace(/ (\p{L}{5,}) /gu, (whole, found) => {
		const look = next();
		return look < 0.04 ? ` *${found}* ` : look < 0.07 ? ` **${found}** ` : look < 0.1 ? ` [[${found}]] ` : whole;
	});
}
