import { formatCarbon, formatCost } from "./amounts";
import { withinLine, escapeLine } from "./escape";
import type { RecordLabels } from "./labels";
import type { Adoption, ConsultationRecord, Identity } from "./model";
import { encodeId } from "./model-id";
import { normalAdoption, normalRecord } from "./normal";
import { quote, quoteInline } from "./quote";

type Span = { readonly from: number; readonly to: number };

/** The forms that a record can have: a callout of a type, or a plain quote that is signed. */
export const recordForms = {
	/** `[!ai]-`. */
	ai: { callout: "ai" },
	/** `[!quote]-`, which more publishers know. */
	quote: { callout: "quote" },
	/** What was said, the model's name in emphasis below it, and the identity line. */
	signed: { callout: null },
} as const satisfies Readonly<Record<string, { readonly callout: string | null }>>;
export type RecordForm = keyof typeof recordForms;

/** All of them, in the order in which they are offered. */
export const recordFormNames = Object.keys(recordForms) as readonly RecordForm[];

/**
 * A record as a quote: lines joined by `\n`, each with its `> `, no blank line around. Every text in it is quoted.
 * Where there is no date or objective, that part of the title is left out; tokens and carbon are left out when
 * unknown, an unknown cost is said. A plain quote has its title as a signature.
 */
export function printRecord(record: ConsultationRecord, labels: RecordLabels, form: RecordForm = "ai"): string {
	const normal = normalRecord(record, labels);
	const { callout } = recordForms[form];
	const name = quoteInline(normal.modelName);
	const title = [callout === null ? `*${name}*` : name, quoteInline(normal.objective), normal.date]
		.filter((part) => part !== "")
		.join(" · ");
	const lines = callout === null ? [] : [headLine(callout, title)];
	normal.adoptions.forEach((adoption, index) => {
		if (index > 0) lines.push("");
		lines.push(...labelledAdoption(adoption, labels));
	});
	if (normal.kept !== null) {
		if (normal.adoptions.length > 0) lines.push("");
		lines.push(labelled(labels.asked, quoteInline(normal.kept.question), labels));
		const answer = quote(normal.kept.answer, { truncated: labels.truncated });
		if (answer.length > 0) lines.push("", ...answer);
	}
	if (lines.length > 0) lines.push("");
	if (callout === null) lines.push(title, "");
	lines.push(identityLine(normal.identity, normal.kept?.incomplete ?? false, labels));
	return lines.map((line) => (line === "" ? ">" : `> ${line}`)).join("\n");
}

/** The first line of a record that is a callout, without its `> `. */
export function headLine(callout: string, title: string): string {
	return `[!${callout}]- ${title}`;
}

/** The lines of an adoption, without `> `. */
export function adoptionLines(adoption: Adoption, labels: RecordLabels): readonly string[] {
	return labelledAdoption(normalAdoption(adoption), labels);
}

function labelledAdoption(adoption: Adoption, labels: RecordLabels): readonly string[] {
	return [
		labelled(labels.before, emphasised(adoption.before, adoption.changedBefore), labels),
		labelled(labels.adopted, emphasised(adoption.adopted, adoption.changedAdopted), labels),
		...(adoption.takenBack === null ? [] : [labelled(labels.takenBack, adoption.takenBack, labels)]),
	];
}

/** The last line of a record: who answered, exactly, and what it took. Expects a normal identity. */
export function identityLine(identity: Identity, incomplete: boolean, labels: RecordLabels): string {
	const { tokens, cost, carbon, told } = identity;
	const provider = identity.provider === null ? "" : ` (${quoteName(identity.provider)})`;
	const parts = [`\`${encodeId(identity.model)}\` ${labels.via} ${quoteName(identity.via)}${provider}`];
	if (told === true) return [...parts, labels.told, ...(incomplete ? [labels.incomplete] : [])].join(" · ");
	if (tokens !== null) parts.push(`${tokens.prompt} + ${tokens.completion} ${labels.tokens}`);
	if (cost === null) parts.push(labels.costUnknown);
	else
		parts.push(
			formatCost(cost, labels) + (cost.listed === null ? "" : ` (${labels.listPrice.replace("{date}", cost.listed)})`),
		);
	if (carbon !== null) parts.push(formatCarbon(carbon, labels));
	if (incomplete) parts.push(labels.incomplete);
	return parts.join(" · ");
}

function labelled(label: string, text: string, labels: RecordLabels): string {
	return `**${label}${labels.beforeColon}:** ${text}`.replace(/ +$/, "");
}

/** Round brackets of a name are escaped: those of the line enclose the provider. */
function quoteName(name: string): string {
	return escapeLine(name, { ...withinLine, parentheses: true });
}

/** A sentence quoted as source, its changed words between marks that nothing else in it can be: its own are escaped. */
function emphasised(text: string, changed: readonly Span[]): string {
	let marked = "";
	let at = 0;
	const marks = new Set<number>();
	for (const { from, to } of changed) {
		marked += text.slice(at, from);
		marks.add(marked.length);
		marked += `*${text.slice(from, to)}`;
		marks.add(marked.length);
		marked += "*";
		at = to;
	}
	marked += text.slice(at);
	return escapeLine(marked, { ...withinLine, emphasis: marks });
}
