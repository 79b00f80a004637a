/**
 * What Obsidian, its plugins and the gardens act upon, as they look for it: in the source of a note, and in the text
 * that a renderer made of it. Written from their documentation, apart from the code under test.
 */
const unescaped = (pattern: string): string => `(?:^|[^\\\\])(?:\\\\\\\\)*${pattern}`;

const inSource: Readonly<Record<string, RegExp>> = {
	templater: /<%|%>/,
	nunjucks: /\{\{|\{%|\{#|\}\}|%\}|#\}/,
	wikilink: /\[\[/,
	embed: /!\[/,
	// Publishers that go by expressions know no backslash: a link or a query in code is one for them all the same.
	link: /\]\(/,
	query: /`(?:[=$!@~+]|\w{1,32}[:=$])/,
	// The day of a task without a task, as Dataview reads it in any list.
	day: /(?:\p{Extended_Pictographic}|\ufe0f)\s*\d{4}-\d{2}-\d{2}/u,
	reference: new RegExp(unescaped("\\]\\[")),
	comment: /%%/,
	field: /::/,
	highlight: /==/,
	code: new RegExp(unescaped("`"), "m"),
	fence: /^>[> \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?:`{3,}|~{3,})/m,
	math: new RegExp(unescaped("\\$")),
	html: new RegExp(unescaped("<[A-Za-z/!?]")),
	mdx: new RegExp(unescaped("<(?=\\S)|" + unescaped("\\{"))),
	entity: new RegExp(unescaped("&(?:#\\d+|#x[\\da-f]+|[a-z]\\w*);"), "i"),
	tag: new RegExp("(?:^|\\s)#[^\\s!-,.:-@[-^`{-~]", "m"),
	task: /^[\s>]*(?:[-*+]|\d+[.)])\s+\[.\]/m,
	footnote: new RegExp(unescaped("\\[\\^")),
	blockId: /(?:^|\s)\^[\w-]+\s*$/m,
	address: /[a-z][a-z0-9+.-]*:\/\//i,
	nestedQuote: /^[ \t]*>[ \t]*>/m,
	heading: /^>[> \t]*(?:[-*+][ \t]+|\d+[.)][ \t]+)*#{1,6}(?:[ \t]|$)/m,
	setext: /^>[> \t]*(?:=+|-+)[ \t]*$/m,
	rule: /^>[> \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/m,
	table: /^>[> \t]*\|?[ \t]*:?-+:?[ \t]*\|/m,
	strike: new RegExp(unescaped("~")),
	callout: /\n[> \t]*\[!/,
	definition: /^> *:/m,
	// eslint-disable-next-line no-control-regex, no-misleading-character-class -- what must not be there
	hidden: /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0100}-\u{e01ef}\u0000-\u0008]/u,
	halves: /[\ud800-\udfff]/u,
};

const inText: Readonly<Record<string, RegExp>> = {
	wikilink: /\[\[/,
	template: /\{[{%#]|<%/,
	math: /\$\$|\\[([]|\\begin\{/,
	comment: /%%/,
	highlight: /==[^=]+==/,
	tag: /(?:^|[\s>])#(?!\d+(?![\p{L}\p{N}_/-]))[^\s!@#$%^&*()=+.,[{\]};:'"?><|\\`~/-]/u,
	address: /(?:https?:\/\/|www\.)[-.\w]/i,
	quartzTag: /(?:^| )#(?!\d+(?![\p{L}\p{N}_/-]))[-_\p{L}\p{Emoji}\p{M}\d]/u,
	mail: /[-.\w+]+@[-\w]+(?:\.[-\w]+)+/,
	field: /[[(][^\])]*?::/,
};

/** Names of what a plugin or a build would find in the source of a callout. */
export function actingInSource(source: string): readonly string[] {
	return Object.keys(inSource).filter((name) => inSource[name]?.test(source));
}

/** What Quartz takes for a block's id at the end of the last text of a paragraph. */
export const blockIdInText = /\^[A-Za-z0-9_-]+$/;

/** Names of what a garden would find in one text node of the rendered callout. */
export function actingInText(text: string): readonly string[] {
	return Object.keys(inText).filter((name) => inText[name]?.test(text));
}
