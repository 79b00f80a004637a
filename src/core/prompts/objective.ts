/** `words`: proposes other words, previewed in the note; `answer`: a reading in the margin, never applied. */
export type ObjectiveKind = "words" | "answer";

/** How much of the note goes with the passage. */
export type ContextScope = "note" | "section" | "passage";

/** What keeps an objective from being used. `value` is what was found instead. */
export interface ObjectiveProblem {
	readonly kind: "properties" | "kind" | "context" | "empty" | "variable";
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
	/** Id of the model to ask instead of the usual one; null for the usual one. */
	readonly model: string | null;
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
export const variableNames = ["passage", "selection", "title", "language", "date", "earlier"] as const;
export type VariableName = (typeof variableNames)[number];

const variable = /\{\{\s*([\w-]+)\s*\}\}/g;

/**
 * Reads an objective from its note. Never throws: what is wrong becomes `problem`, so that a broken objective is shown
 * as such and the others go on working.
 * @param properties the note's properties as parsed, or an Error when they could not be.
 */
export function parseObjective(path: string, properties: unknown, body: string): Objective {
	const broken = properties instanceof Error;
	const given = !broken && typeof properties === "object" && properties !== null ? (properties as Record<string, unknown>) : {};
	const name = word(given["title"]) ?? path.replace(/^.*\//, "").replace(/\.md$/, "");
	const kind = given["kind"] ?? "answer";
	const context = given["context"] ?? "note";
	const prompt = body.trim();
	const unknown = [...prompt.matchAll(variable)].map((match) => match[1] ?? "").find((found) => !isVariable(found));
	const problem: ObjectiveProblem | null = broken ? { kind: "properties", value: properties.message }
		: kind !== "words" && kind !== "answer" ? { kind: "kind", value: shown(kind) }
		: context !== "note" && context !== "section" && context !== "passage" ? { kind: "context", value: shown(context) }
		: prompt === "" ? { kind: "empty", value: "" }
		: unknown !== undefined ? { kind: "variable", value: unknown }
		: null;
	return {
		path,
		name,
		kind: kind === "words" ? "words" : "answer",
		context: context === "section" || context === "passage" ? context : "note",
		model: word(given["model"]),
		order: typeof given["order"] === "number" && Number.isFinite(given["order"]) ? given["order"] : 100,
		icon: word(given["icon"]) ?? (kind === "words" ? "whole-word" : "message-circle-question-mark"),
		enabled: given["enabled"] !== false,
		body: prompt,
		problem,
	};
}

/** `prompt` with its variables filled. A variable without a value is left out. */
export function fillVariables(prompt: string, values: Readonly<Partial<Record<VariableName, string>>>): string {
	return prompt.replace(variable, (whole, name: string) => (isVariable(name) ? (values[name] ?? "") : whole)).trim();
}

/** Objectives in the order of menus: enabled ones only; words first, then by `order`, then by name. */
export function menuOrder(objectives: readonly Objective[]): readonly Objective[] {
	return objectives
		.filter((objective) => objective.enabled)
		.sort((a, b) => Number(b.kind === "words") - Number(a.kind === "words") || a.order - b.order || a.name.localeCompare(b.name));
}

function isVariable(name: string): name is VariableName {
	return variableNames.some((known) => known === name);
}

function word(value: unknown): string | null {
	return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function shown(value: unknown): string {
	return typeof value === "string" ? value : JSON.stringify(value) ?? "";
}
