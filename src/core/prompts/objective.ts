import { thinkingWishes, type ThinkingWish } from "../endpoint/thinking";
import { delimitedInline } from "./delimited";

/**
 * The kinds of objectives, each with the icon of one that names none. What a kind does is a row of
 * `obsidian/asking/objective-kinds.ts`, which does not compile without it.
 */
const objectiveKinds = {
	/** Proposes other words, previewed in the note. */
	words: { icon: "whole-word" },
	/** A reading in the margin, never applied. */
	answer: { icon: "message-circle-question" },
	/** A reading of the whole note: remarks, each beside the words it quotes. */
	remarks: { icon: "list-checks" },
} as const;
export type ObjectiveKind = keyof typeof objectiveKinds;

/** All of them. */
export const kindsOfObjectives = Object.keys(objectiveKinds) as readonly ObjectiveKind[];

/** How much of the note goes with the passage. */
export type ContextScope = "note" | "section" | "passage";

/** What keeps an objective from being used. `value` is what was found instead. */
export interface ObjectiveProblem {
	readonly kind:
		| "properties"
		| "kind"
		| "context"
		| "thinking"
		| "empty"
		| "variable"
		/** It asks for a line that its prompt does not hold; `value` is the line's label. */
		| "unused"
		/** Its prompt holds a line that nothing asks for. */
		| "unasked"
		| "private";
	readonly value: string;
}

/** What a writer wants of the friend, kept as a note whose body is the prompt. */
export interface Objective {
	/** The note's path, or `built-in:…` for the one that is always there. */
	readonly path: string;
	/** The property `title`, or else the note's name. File names cannot hold a question mark everywhere; titles can. */
	readonly name: string;
	readonly kind: ObjectiveKind;
	readonly context: ContextScope;
	/** Whether the friend should think before the answer; null to leave it as it is usual. */
	readonly thinks: ThinkingWish | null;
	/** Id of the model to ask instead of the usual one; null for the usual one. */
	readonly model: string | null;
	/** Label of a line that the writer fills in before it is asked, as `{{asked}}` of the prompt; null for none. */
	readonly ask: string | null;
	/** Menus list objectives by this number, then by name. */
	readonly order: number;
	/** A lucide icon's name. */
	readonly icon: string;
	readonly enabled: boolean;
	readonly body: string;
	/** Null when the objective can be used. */
	readonly problem: ObjectiveProblem | null;
}

/** The variables a prompt may hold as `{{name}}`. */
export const variableNames = ["passage", "selection", "title", "language", "date", "earlier", "asked"] as const;
export type VariableName = (typeof variableNames)[number];

/** Anything that a writer may have meant as one. */
const variable = /\{\{\s*([^\s{}][^{}\n]*?)\s*\}\}/g;

/**
 * Reads an objective from its note. Never throws: what is wrong becomes `problem`, so that a broken objective is shown
 * as such and the others go on working.
 * @param properties the note's properties as parsed, or an Error when they could not be.
 */
export function parseObjective(path: string, properties: unknown, body: string): Objective {
	const broken =
		properties instanceof Error
			? properties.message.replace(/\s*\n[^]*$/, "").replace(/:$/, "")
			: properties == null || (typeof properties === "object" && !Array.isArray(properties))
				? null
				: shown(properties);
	const given = broken === null && properties != null ? (properties as Record<string, unknown>) : {};
	const kind = kindsOfObjectives.find((one) => one === (given["kind"] ?? "answer")) ?? "answer";
	const prompt = body.trim();
	const ask = word(given["ask"]);
	return {
		path,
		name: word(given["title"]) ?? path.replace(/^.*\//, "").replace(/\.md$/, ""),
		kind,
		context: scopes.find((one) => one === given["context"]) ?? "note",
		thinks: wishOf(given["thinking"]) ?? null,
		model: word(given["model"]),
		ask,
		order: number(given["order"]) ?? 100,
		icon: iconNamed(word(given["icon"]) ?? objectiveKinds[kind].icon),
		enabled: !/^(?:false|no|off|0)$/i.test(shown(given["enabled"] ?? true).trim()),
		body: prompt,
		problem: broken === null ? (problemOf(given) ?? problemIn(prompt, ask)) : { kind: "properties", value: broken },
	};
}

const scopes: readonly ContextScope[] = ["note", "section", "passage"];

/** What is wrong with an objective's properties. */
function problemOf(given: Readonly<Record<string, unknown>>): ObjectiveProblem | null {
	const kind = given["kind"] ?? "answer";
	if (!kindsOfObjectives.some((known) => known === kind)) return { kind: "kind", value: shown(kind) };
	const context = given["context"] ?? "note";
	if (!scopes.some((known) => known === context)) return { kind: "context", value: shown(context) };
	return wishOf(given["thinking"]) === undefined ? { kind: "thinking", value: shown(given["thinking"]) } : null;
}

/** What is wrong with its prompt. @param ask the label of the line that it asks for */
function problemIn(prompt: string, ask: string | null): ObjectiveProblem | null {
	if (prompt === "") return { kind: "empty", value: "" };
	const held = [...prompt.matchAll(variable)].map(([whole, found]) => ({ whole, name: variableOf(found) }));
	const unknown = new Set(held.filter(({ name }) => name === null).map(({ whole }) => whole));
	if (unknown.size > 0) return { kind: "variable", value: [...unknown].join(", ") };
	const holdsLine = held.some(({ name }) => name === "asked");
	if (ask !== null && !holdsLine) return { kind: "unused", value: ask };
	return ask === null && holdsLine ? { kind: "unasked", value: "" } : null;
}

/** What a property wants, for YAML "off" is false too; null for nothing, undefined for what is not understood. */
function wishOf(value: unknown): ThinkingWish | null | undefined {
	const said = shown(value ?? "")
		.trim()
		.toLowerCase();
	if (said === "") return null;
	const plain = /^(?:false|no)$/.test(said) ? "off" : /^(?:true|yes)$/.test(said) ? "on" : said;
	return thinkingWishes.find((wish) => wish === plain);
}

/** Icons that lucide renamed after the version that Obsidian ships (0.446.0), by the new name. */
const renamedIcons: Readonly<Record<string, string>> = {
	"circle-question-mark": "circle-help",
	"message-circle-question-mark": "message-circle-question",
};

/** The name by which Obsidian knows an icon: what 0.1.0 wrote, and names taken from lucide's site, keep theirs. */
export function iconNamed(name: string): string {
	return renamedIcons[name.replace(/^lucide-/, "")] ?? name;
}

/** Variables whose values are words of the note. What was said earlier comes between tags already. */
const data: readonly VariableName[] = ["passage", "selection", "title"];

/**
 * `prompt` with its variables filled. A variable without a value is left out, and leaves no gap where it stood alone.
 * What is of the note stands between tags: the prompt is an instruction, and that is none.
 */
export function fillVariables(prompt: string, values: Readonly<Partial<Record<VariableName, string>>>): string {
	const valueOf = (whole: string, name: string): string => {
		const known = variableOf(name);
		if (known === null) return whole;
		const value = values[known] ?? "";
		return value !== "" && data.includes(known) ? delimitedInline(known, value) : value;
	};
	return prompt
		.replace(/^[ \t]*(\{\{[^{}\n]*\}\})[ \t]*\n\s*/gm, (line, whole: string) =>
			whole.replace(variable, valueOf) === "" ? "" : line,
		)
		.replace(variable, valueOf)
		.trim();
}

/** Objectives in the order of menus: enabled ones only; by `order`, then by name. */
export function menuOrder(objectives: readonly Objective[]): readonly Objective[] {
	return objectives
		.filter((objective) => objective.enabled)
		.sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
}

/**
 * Objectives in the order of menus, in two parts: those up to the last that can still have a number, and those that
 * stand under *More*.
 * @param numbers how many can have one
 * @param canAsk whether one can be asked now: others take no number
 */
export function menuParts(
	objectives: readonly Objective[],
	numbers: number,
	canAsk: (objective: Objective) => boolean,
): { readonly first: readonly Objective[]; readonly more: readonly Objective[] } {
	let left = numbers;
	const first = objectives.findIndex((objective) => canAsk(objective) && left-- === 0);
	return first < 0
		? { first: objectives, more: [] }
		: { first: objectives.slice(0, first), more: objectives.slice(first) };
}

/**
 * Objectives by the ids of their commands: made of their notes' names, so that a key stays bound through edits; two
 * with like names are told apart.
 */
export function objectiveIds(objectives: readonly Objective[]): readonly (readonly [string, Objective])[] {
	const taken = new Set<string>();
	return [...objectives]
		.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
		.map((objective) => {
			const name = objective.path
				.replace(/^.*\//, "")
				.replace(/\.md$/, "")
				.normalize("NFC")
				.toLowerCase()
				.replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
				.replace(/^-+|-+$/g, "");
			const base = `objective-${name === "" ? "unnamed" : name}`;
			let id = base;
			for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
			taken.add(id);
			return [id, objective] as const;
		});
}

function variableOf(name: string | undefined): VariableName | null {
	return variableNames.find((known) => known === name?.toLowerCase()) ?? null;
}

function word(value: unknown): string | null {
	const text =
		typeof value === "number" ? String(value) : typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "";
	return text === "" ? null : text;
}

function number(value: unknown): number | null {
	const given = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
	return typeof given === "number" && Number.isFinite(given) ? given : null;
}

function shown(value: unknown): string {
	if (typeof value === "string") return value;
	try {
		return JSON.stringify(value) ?? "";
	} catch {
		// What holds itself, which YAML can say.
		return "…";
	}
}
