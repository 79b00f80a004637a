import { findCallouts, type Callout } from "../markdown/callouts";
import { applyChanges, type Change, type Range } from "../text/text";
import type { RecordLabels } from "./labels";
import { isSignedFrom, signatureAt, titleOf } from "./lines";
import { isDate, nameOfId } from "./normal";
import { findRecords } from "./parse";
import { headLine, recordForms, type RecordForm } from "./print";
import { quoteInline } from "./quote";

/** What gives the records of a note another form. */
export interface Turned {
	/** In no order; none overlap. */
	readonly changes: readonly Change[];
	/** Records that these turn. */
	readonly turned: number;
	/** Records that stay as they are: they would not be read the same in that form, since a hand has been at them. */
	readonly left: number;
}

/**
 * Gives the records of a note another form, of whatever type they are. Only what makes the form changes: the head, or
 * the signature that stands in its place. Not a byte besides, and each record reads as it did.
 * @param text an editor's, or a raw one
 * @param own labels the writer set, beside those known
 */
export function turnRecords(text: string, form: RecordForm, own: readonly RecordLabels[] = []): Turned {
	const { callout: type } = recordForms[form];
	const models = new Map(findRecords(text, own).map(({ range, record }) => [range.from, record.identity.model]));
	const wanted = findCallouts(text).flatMap((callout) => {
		const model = models.get(callout.from);
		return model === undefined || callout.type === type ? [] : [turnedRecord(text, callout, type, model)];
	});
	const found = wanted.flatMap((changes) => (changes === null ? [] : [changes]));
	const good = reading(found, text, own);
	return { changes: good.flat(), turned: good.length, left: wanted.length - good.length };
}

/** Those of the changes of records after which all records read as before. Found by halves: few don't, of many. */
function reading(
	found: readonly (readonly Change[])[],
	text: string,
	own: readonly RecordLabels[],
): readonly (readonly Change[])[] {
	const read = (of: string): string => JSON.stringify(findRecords(of, own).map(({ record, depth }) => [record, depth]));
	const before = read(text);
	const good = (some: readonly (readonly Change[])[]): readonly (readonly Change[])[] => {
		if (some.length === 0 || read(applyChanges(text, some.flat())) === before) return some;
		const half = Math.ceil(some.length / 2);
		return some.length === 1 ? [] : [...good(some.slice(0, half)), ...good(some.slice(half))];
	};
	return good(found);
}

/** A line of a record, without its break. */
interface Line extends Range {
	/** Where its words begin, behind quote marks and what begins an item. */
	readonly start: number;
	/** What stands before them. */
	readonly prefix: string;
	readonly content: string;
	readonly lineBreak: string;
}

/** The head as it stands: its type, its fold, its title. */
const head = /^[ \t]{0,3}\\?\[!([\w-]+)(?:\|[^\]\\]*)?\][+-]?[ \t]*(.*)$/;

function turnedRecord(text: string, callout: Callout, type: string | null, model: string): readonly Change[] | null {
	const lines = linesIn(text, callout);
	if (callout.type === null) return type === null ? null : withHead(lines, type);
	if (type === null) return withSignature(lines, model);
	const [first] = lines;
	const at = first === undefined ? -1 : first.content.indexOf("[!");
	if (first === undefined || at < 0) return null;
	const from = first.start + at + 2;
	return [{ from, to: from + callout.type.length, insert: type }];
}

/** A head above what a signed quote says, with what its signature says. */
function withHead(lines: readonly Line[], type: string): readonly Change[] | null {
	const [first, second] = lines;
	if (first === undefined || second === undefined) return null;
	const at = signatureAt(lines.map(({ content }) => content));
	const signature = at === null ? undefined : lines[at];
	const line = headLine(type, signature === undefined ? "" : titleOf(signature.content)).trimEnd();
	if (at === 0) return [{ from: first.start, to: first.to, insert: line }];
	const above: Change = {
		from: first.start,
		to: first.start,
		insert: `${line}${first.lineBreak}${second.prefix.trimEnd()} `,
	};
	if (signature === undefined || at === null) return [above];
	// With the blank line that set it off.
	const next = lines[at + 1];
	const after = next?.content.trim() === "" && lines[at - 1]?.content.trim() === "" ? lines[at + 2] : next;
	return after === undefined ? null : [above, { from: signature.from, to: after.from, insert: "" }];
}

/** A signature above the identity line, with what a callout's head says. Null for a title of the writer's own. */
function withSignature(lines: readonly Line[], model: string): readonly Change[] | null {
	const [first] = lines;
	const title = head.exec(first?.content ?? "")?.[2]?.trim() ?? "";
	const bare = quoteInline(nameOfId(model));
	const signature = title === "" || title === bare ? `*${bare}*` : signatureOf(title);
	const identityAt = lines.findIndex(({ content }) => isSignedFrom(content));
	const identity = lines[identityAt];
	const below = lines[1]?.content.trim() === "" ? 2 : 1;
	const next = lines[below];
	if (first === undefined || signature === null || identity === undefined || next === undefined) return null;
	const { prefix } = identity;
	const signed = (lineBreak: string): string => `${signature}${lineBreak}${prefix.trimEnd()}${lineBreak}`;
	if (below === identityAt)
		return [{ from: first.start, to: identity.start, insert: `${signed(first.lineBreak)}${prefix}` }];
	const above = lines[identityAt - 1];
	if (above === undefined || identityAt < below) return null;
	const apart = above.content.trim() === "" ? "" : `${prefix.trimEnd()}${above.lineBreak}`;
	return [
		{ from: first.start, to: next.start, insert: "" },
		{ from: identity.from, to: identity.from, insert: `${apart}${prefix}${signed(above.lineBreak)}` },
	];
}

function signatureOf(title: string): string | null {
	const [name = "", ...rest] = title.split(" · ");
	return isDate(rest[rest.length - 1] ?? "") ? [`*${name}*`, ...rest].join(" · ") : null;
}

/** What stands before the words of a record's line: what begins an item, indentation, quote marks. */
const prefixOf = (depth: number): RegExp =>
	new RegExp(`^(?:[ \\t]*(?:[-*+]|\\d{1,9}[.)])[ \\t]+)*(?:[ \\t]*>[ \\t]?){${depth}}`);

function linesIn(text: string, { from, to, depth }: Callout): readonly Line[] {
	const lines: Line[] = [];
	const marks = prefixOf(depth);
	for (let at = from; at <= to;) {
		const end = text.indexOf("\n", at);
		const next = end < 0 || end > to ? to : end;
		const source = text.slice(at, next).replace(/\r$/, "");
		const prefix = marks.exec(source)?.[0] ?? "";
		lines.push({
			from: at,
			to: at + source.length,
			start: at + prefix.length,
			prefix,
			content: source.slice(prefix.length),
			lineBreak: text.slice(at + source.length, next + 1) || "\n",
		});
		at = next + 1;
	}
	return lines;
}
