import type { InterfaceLanguage } from "../languages/interface-language";
import type { ConsultationRecord } from "../record/model";
import { withoutMaker } from "../record/model-id";
import { inertText } from "../record/quote";
import { isDate } from "../record/normal";
import { excerpt } from "../text/text";
import { bibtex } from "./bibtex";
import type { CitedParts } from "./cited-parts";
import { citationWords, type CitationWords } from "./citation-words";
import { companyOf } from "./makers";

/**
 * A citation as it is shown: parts of a text, some of them in italics. The clipboard gets the text alone.
 */
export type Citation = readonly { readonly text: string; readonly italic: boolean }[];

/** The forms of a citation, in the order in which they are offered. */
export const citationStyles = ["apa", "mla", "chicago", "bibtex"] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** What is cited: an answer, where the writer quotes it. */
export interface Cited {
	readonly record: ConsultationRecord;
	/** Of the note that quotes it. */
	readonly noteTitle: string;
	/** Where that note is published; null where nobody knows. An answer to a request has no address of its own. */
	readonly address: string | null;
}

/** Longer questions are cut, in UTF-16 units: a citation names them, the note has them. */
const longestPrompt = 160;

/** A citation in one style and language. */
export function citation(style: CitationStyle, cited: Cited, language: InterfaceLanguage): Citation {
	const parts = partsOf(cited);
	return style === "bibtex" ? [plain(bibtex(parts))] : styles[style](parts, citationWords[language]);
}

/** A citation as text, for the clipboard. */
export function citationText(parts: Citation): string {
	return parts.map(({ text }) => text).join("");
}

function partsOf({ record, noteTitle, address }: Cited): CitedParts {
	const { identity, modelName, kept, objective, date } = record;
	const told = identity.told === true;
	const asked = kept === null || kept.question.trim() === "" ? (told ? "" : objective) : kept.question;
	const line = (text: string): string => inertText(text).replace(/\s+/g, " ").trim();
	return {
		model: line(withoutMaker(modelName, identity.model)),
		id: told ? null : line(identity.model),
		maker: companyOf(identity.model),
		site: told ? line(identity.via) : null,
		prompt: line(excerpt(asked, longestPrompt)),
		date: isDate(date) && !Number.isNaN(Date.parse(date)) ? date : null,
		noteTitle: line(noteTitle),
		address,
	};
}

type Style = (parts: CitedParts, words: CitationWords) => Citation;

const plain = (text: string): Citation[number] => ({ text, italic: false });
const italic = (text: string): Citation[number] => ({ text, italic: true });

const styles: Readonly<Record<Exclude<CitationStyle, "bibtex">, Style>> = {
	/**
	 * APA 7, "Citing generative AI in APA Style: Part 1—Reference formats", APA Style blog, 9 September 2025
	 * (https://apastyle.apa.org/blog/cite-generative-ai-references). A tool: company, date, *tool or model* [Large
	 * language model], address. A chat on a site: company, date, *title* [Generative AI chat], tool or model, address.
	 * Without an author the title takes its place, before the date (APA 7, 9.12). An answer to a request has no address:
	 * it is cited where the writer quotes it.
	 */
	apa: ({ maker, date, site, prompt, model, noteTitle, address }, words) => {
		const isChat = site !== null && prompt !== "";
		const title = [italic(isChat ? prompt : model), plain(` [${isChat ? words.chat : words.languageModel}]. `)];
		const when = `(${date === null ? words.noDate : words.apaDate(date)}). `;
		return [
			...(maker === null ? [...title, plain(when)] : [plain(`${withStop(maker)} ${when}`), ...title]),
			...(isChat ? [plain(`${withStop(model)} `)] : []),
			plain(address ?? `${words.quotedIn(words.quoted(noteTitle, ""), true)}.`),
		];
	},

	/**
	 * MLA 9, "How do I cite generative AI in MLA style? (Updated and Revised)", MLA Style Center, August 2025
	 * (https://style.mla.org/citing-generative-ai-updated-revised). No author; what was asked, as a prompt; *the tool*;
	 * the model as its version; its maker; the day; a stable address, without its scheme.
	 */
	mla: ({ prompt, model, id, site, maker, date, noteTitle, address }, words) => {
		const [family = "", ...rest] = model.split(" ");
		const version = site !== null ? model : rest.length > 0 ? rest.join(" ") : id === model ? null : id;
		const tool = site ?? (rest.length > 0 ? family : model);
		const more = [
			version === null ? null : words.version(version),
			maker,
			date === null ? null : words.mlaDate(date),
			address === null ? words.quotedIn(words.quoted(noteTitle, ""), false) : address.replace(/^https?:\/\//, ""),
		].filter((part) => part !== null);
		return [
			plain(prompt === "" ? `${words.textBy}. ` : words.prompt(prompt)),
			italic(tool),
			plain(`, ${more.join(", ")}.`),
		];
	},

	/**
	 * Chicago 18, 14.112, and the Q&A that holds for 17 ("Documentation", faq0422,
	 * https://www.chicagomanualofstyle.org/qanda/data/faq/topics/Documentation/faq0422.html): a note, no entry of a
	 * bibliography. The tool in the place of an author, "response to" the prompt, its maker, the day, an address. The
	 * number is the page's.
	 */
	chicago: ({ model, prompt, maker, date, site, noteTitle, address }, words) => {
		const who = prompt === "" ? words.textByModel(model) : `${model}, ${words.responseTo(prompt)}`;
		const more = [
			maker,
			site,
			date === null ? null : words.longDate(date),
			address === null
				? words.quotedIn(words.quoted(noteTitle, "."), false)
				: words.quotedIn(words.quoted(noteTitle, ","), false),
		].filter((part) => part !== null);
		const separated = [who, ...more].reduce((text, part) => `${text}${words.ends(text) ? "" : ","} ${part}`);
		const all = address === null ? separated : `${separated}${words.ends(separated) ? "" : ","} ${address}`;
		return [plain(words.ends(all, ".") ? all : `${all}.`)];
	},
};

/** A company's name may end with a stop of its own. */
function withStop(name: string): string {
	return name.endsWith(".") ? name : `${name}.`;
}
