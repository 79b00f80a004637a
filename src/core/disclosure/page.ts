import { amountFormat } from "../estimate/money";
import type { InterfaceLanguage } from "../languages/interface-language";
import { quoteInline } from "../record/quote";
import type { Gathered, PageModel } from "./gathered";
import type { PageWords, Sentence } from "./page-words";
import { english } from "./page-words-en";
import { french } from "./page-words-fr";
import type { Purpose } from "./purposes";

/** The words of the page in each language of the interface. */
export const pageWords: Readonly<Record<InterfaceLanguage, PageWords>> = { en: english, fr: french };

/** What the writer wants on the page, and what only the shell knows. */
export interface PageStyle {
	readonly words: PageWords;
	/** What the writer vouches for. */
	readonly sentences: readonly Sentence[];
	/** Whether the numbers are told: consultations, cost, carbon, quotations by model. */
	readonly numbers: boolean;
	/** ISO date, where the writer is. */
	readonly today: string;
	/** A note's name as a link that works where the page stands, or as text where none can. Markdown. */
	readonly link: (path: string) => string;
}

/** The made section of the page, without its marks. Markdown that reads the same in every garden. */
export function pageBody(gathered: Gathered, style: PageStyle): string {
	const { words } = style;
	const { notes, models, purposes } = gathered;
	const nothing = notes.length === 0 && purposes.size === 0;
	const parts = [
		...doNots(style),
		`## ${words.askTitle}`,
		...(nothing
			? [words.nothing, `*${words.gatheredNothing(words.day(style.today))}*`]
			: [
					asked(gathered, style),
					`## ${words.notesTitle}`,
					...notesOf(gathered, style),
					...(models.length === 0 ? [] : [`## ${words.modelsTitle}`, modelsOf(models, words)]),
					`*${words.gathered(
						words.day(style.today),
						notes.length === 0 || models.some(({ quotations }) => quotations === 0),
						models.length > 0,
					)}*`,
					...(style.numbers ? numbersOf(gathered, words) : []),
				]),
	];
	return parts.join("\n\n");
}

/** A new page: its title and the section. */
export function newPage(section: string, title: string): string {
	return `---\ntitle: ${title}\n---\n\n${section}\n`;
}

function doNots({ words, sentences }: PageStyle): readonly string[] {
	const said = (Object.keys(words.doNot) as (keyof PageWords["doNot"])[]).filter((one) => sentences.includes(one));
	return said.length === 0 ? [] : [`## ${words.doNotTitle}`, said.map((one) => words.doNot[one]).join(" ")];
}

function asked({ since, purposes, keepsOwn }: Gathered, { words, sentences }: PageStyle): string {
	return [
		words.consult(since === null ? null : words.month(since), sentences.includes("friend")),
		purposesInWords(purposes, words),
		...(sentences.includes("decide") ? [words.decide(keepsOwn)] : keepsOwn ? [words.keepsOwn] : []),
	]
		.filter((sentence) => sentence !== "")
		.join(" ");
}

/** "I am looking for a word; sometimes I ask": "most often" only of what is more than half of all. */
function purposesInWords(purposes: ReadonlyMap<Purpose, number>, words: PageWords): string {
	const count = (...of: readonly Purpose[]): number => of.reduce((sum, one) => sum + (purposes.get(one) ?? 0), 0);
	const clauses: string[] = [];
	for (const purpose of purposes.keys()) {
		if (purpose === "words" || purpose === "spelling" || purpose === "question") continue;
		const spoken = purposes.has("clear") && purpose !== "clear";
		clauses.push(words.clauses[purpose][spoken ? 1 : 0]);
	}
	const named = clauses.length > 0;
	if (named && purposes.has("question")) clauses.push(words.somethingElse);
	const all = count(...purposes.keys());
	const groups = [
		{ count: count("words"), say: words.words },
		{ count: count("spelling"), say: words.spelling },
		{
			count: all - count("words", "spelling"),
			say: (mostly: boolean) => words.questions(named ? words.or(clauses) : null, mostly),
		},
	]
		.filter((group) => group.count > 0)
		.sort((a, b) => b.count - a.count);
	const [first, ...others] = groups;
	if (first === undefined) return "";
	if (others.length === 0) return sentence(first.say(false));
	return first.count * 2 > all
		? sentence(first.say(true) + words.between + words.sometimes(words.or(others.map(({ say }) => say(false)))))
		: sentence(words.or(groups.map(({ say }) => say(false))));
}

function sentence(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function notesOf({ notes }: Gathered, { words, link }: PageStyle): readonly string[] {
	if (notes.length === 0) return [words.noQuotation];
	const lists = new Intl.ListFormat(words.locale, { type: "conjunction" });
	// Notes of the same models and purposes share their arrays, and all share the few names.
	const said = new Map<unknown, string>();
	const once = (of: unknown, make: () => string): string => {
		const known = said.get(of) ?? make();
		said.set(of, known);
		return known;
	};
	const named = (name: string): string => once(name, () => quoteInline(name));
	const items = notes.map(
		({ path, models, purposes }) =>
			`- ${words.note(
				link(path),
				once(models, () => lists.format(models.map(named))),
				once(purposes, () => purposes.map((purpose) => words.purposes[purpose]).join(", ")),
			)}`,
	);
	return [words.quoted, items.join("\n"), words.notListed];
}

function modelsOf(models: readonly PageModel[], words: PageWords): string {
	return models
		.map(({ name, maker, openness, place }, index) => {
			const before = models.slice(0, index).some((one) => one.openness === openness);
			const named = quoteInline(name);
			const line = words.model(maker === null ? named : words.madeBy(named, maker), words.openness[openness](before));
			return `- ${line}${place === null ? "" : ` ${words.places[place]}`}`;
		})
		.join("\n");
}

/** Folded, in HTML that every publisher passes. */
function numbersOf({ since, models, sums }: Gathered, words: PageWords): readonly string[] {
	const number = (value: number): string => value.toLocaleString(words.locale);
	const amount = amountFormat(words.locale);
	const costs = [...sums.costs].sort(([, a], [, b]) => b - a).map(([currency, sum]) => amount(rounded(sum), currency));
	const rows = models.map(({ name, quotations }) => `| ${quoteInline(name)} | ${number(quotations)} |`);
	const told = words.sums({
		since: since === null ? null : words.month(since),
		consultations: sums.consultations,
		kept: sums.adopted + sums.kept,
		number,
		cost: costs.length === 0 ? null : costs.join(" + "),
		unknown: sums.unknownCosts,
	});
	return [
		`<details>\n<summary>${words.numbers}</summary>`,
		...(rows.length === 0
			? []
			: [`| ${words.modelColumn} | ${words.quotationsColumn} |\n| --- | --- |\n${rows.join("\n")}`]),
		...(sums.consultations === 0 ? [] : [[told, ...carbonOf(sums, words)].join(" ")]),
		"</details>",
	];
}

/** Cents, and two digits of what is less than one: no more is to be read in a sum. */
function rounded(amount: number): number {
	return amount >= 0.01 ? Number(amount.toFixed(2)) : Number(amount.toPrecision(2));
}

/** One significant digit: an order of magnitude. */
function carbonOf({ carbon, withoutCarbon }: Gathered["sums"], words: PageWords): readonly string[] {
	if (carbon.high <= 0) return [];
	const [unit, write] = carbon.central >= 1000 ? [1000, words.kilograms] : [1, words.grams];
	const rough = (grams: number): string =>
		Number((grams / unit).toPrecision(1)).toLocaleString(words.locale, { maximumSignificantDigits: 1 });
	const without = withoutCarbon === 0 ? null : withoutCarbon.toLocaleString(words.locale);
	return [words.carbon(write(rough(carbon.central)), rough(carbon.low), rough(carbon.high), without)];
}
