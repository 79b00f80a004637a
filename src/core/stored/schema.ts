// Reads what was stored: by another version, by a hand, on a disk that failed. No part of it is trusted. A piece that
// can't be read costs itself and never what stands beside it, and is told, so that it can be kept somewhere.

/** What a schema answers for a value that it can't read. */
export const unreadable: unique symbol = Symbol("unreadable");

/** Where a piece stands in what was stored: keys of objects, places in lists. */
export type Path = readonly (string | number)[];

/** Told of each piece that is left out of what is read. */
export type OnFault = (path: Path, piece: unknown) => void;

/** Reads a value. Never throws. What is left out of a value that can be read is told to `fault`. */
export type Schema<T> = (value: unknown, fault: OnFault) => T | typeof unreadable;

/** A field of an object: what it holds, and what stands for it when it is missing or can't be read. */
export type Field<T> =
	/** Without it the object can't be read. */
	| { readonly kind: "required"; readonly schema: Schema<T> }
	/** Without it the object does not have the key. */
	| { readonly kind: "optional"; readonly schema: Schema<T> }
	| { readonly kind: "default"; readonly schema: Schema<T>; readonly fallback: T; readonly unread: T };

/** A field for each key of a type: a key that is forgotten does not compile. */
export type Fields<T> = {
	readonly [Key in keyof T]-?: object extends Pick<T, Key>
		? Extract<Field<Exclude<T[Key], undefined>>, { kind: "optional" }>
		: Exclude<Field<T[Key]>, { kind: "optional" }>;
};

/** What was stored with an object and is not in what was read of it. Copied along by `{ ...object }`. */
const beside: unique symbol = Symbol("beside");

/** Unknown keys, and fields that can't be read, each with what stands for it; items that a list lacks. */
interface Beside {
	readonly fields: readonly { readonly key: string; readonly raw: unknown; readonly instead: unknown }[];
	readonly items: readonly { readonly key: string; readonly raw: unknown }[];
}

/** What `schema` reads of a value; `fallback` when it can't, which is told as well. */
export function read<T>(schema: Schema<T>, value: unknown, fallback: T, fault: OnFault = () => undefined): T {
	const found = schema(value, fault);
	if (found !== unreadable) return found;
	fault([], value);
	return fallback;
}

/**
 * What to store for a value: itself, with what stood beside it when it was read. Unknown keys come back; so does what
 * could not be read, unless the field was given another value since.
 */
export function toStore(value: unknown): unknown {
	if (Array.isArray(value)) {
		const items = value.map(toStore);
		return items.every((item, at) => item === value[at]) ? (value as unknown) : items;
	}
	if (!isObject(value)) return value;
	const entries = Object.entries(value).map(([key, one]): [string, unknown] => [key, toStore(one)]);
	const kept = (value as { readonly [beside]?: Beside })[beside];
	if (kept === undefined)
		return entries.every(([key, one]) => one === value[key]) ? value : Object.fromEntries(entries);
	const result = new Map(entries);
	for (const { key, raw, instead } of kept.fields) if (own(value, key) === instead) result.set(key, raw);
	for (const { key, raw } of kept.items) {
		const list = result.get(key);
		if (Array.isArray(list)) result.set(key, [...(list as unknown[]), raw]);
	}
	return Object.fromEntries(result);
}

/** What was stored under a key that could not be read; null where it could, or the key was given a value since. */
export function unreadOf<T extends object>(value: T, key: keyof T & string): { readonly raw: unknown } | null {
	const kept = (value as { readonly [beside]?: Beside })[beside];
	return kept?.fields.find((field) => field.key === key && field.instead === own(value, key)) ?? null;
}

export function required<T>(schema: Schema<T>): Extract<Field<T>, { kind: "required" }> {
	return { kind: "required", schema };
}

export function optional<T>(schema: Schema<T>): Extract<Field<T>, { kind: "optional" }> {
	return { kind: "optional", schema };
}

/** @param unread what stands for what can't be read; the same as for what is missing by default */
export function or<T>(schema: Schema<T>, fallback: T, unread = fallback): Extract<Field<T>, { kind: "default" }> {
	return { kind: "default", schema, fallback, unread };
}

/** An object by its fields. Keys of none are kept beside it, see `toStore`. */
export function object<T extends object>(fields: Fields<T>): Schema<T> {
	const known = Object.entries<Field<unknown>>(fields);
	return (value, fault) => {
		if (!isObject(value)) return unreadable;
		const unknown = Object.entries(value).filter(([key]) => !Object.hasOwn(fields, key));
		const keptFields: Beside["fields"][number][] = unknown.map(([key, raw]) => ({ key, raw, instead: undefined }));
		const keptItems: Beside["items"][number][] = [];
		const faults: [Path, unknown][] = [];
		const result: [string, unknown][] = [];
		for (const [key, field] of known) {
			const given = own(value, key);
			const found =
				given === undefined
					? unreadable
					: field.schema(given, (path, piece) => {
							faults.push([[key, ...path], piece]);
							if (path.length === 1 && typeof path[0] === "number") keptItems.push({ key, raw: piece });
						});
			if (found === unreadable && field.kind === "required") return unreadable;
			const instead = field.kind === "default" ? (given === undefined ? field.fallback : field.unread) : undefined;
			if (found !== unreadable) result.push([key, found]);
			else if (field.kind === "default") result.push([key, instead]);
			if (found !== unreadable || given === undefined) continue;
			keptFields.push({ key, raw: given, instead });
			faults.push([[key], given]);
		}
		for (const [path, piece] of faults) fault(path, piece);
		return withBeside(Object.fromEntries(result), { fields: keptFields, items: keptItems }) as T;
	};
}

/** An object whose keys are data. @param isKey whether a key may be one; any by default */
export function record<T>(
	schema: Schema<T>,
	isKey: (key: string) => boolean = () => true,
): Schema<Readonly<Record<string, T>>> {
	return (value, fault) => {
		if (!isObject(value)) return unreadable;
		const kept: { key: string; raw: unknown; instead: unknown }[] = [];
		const entries = Object.entries(value).flatMap(([key, one]): [string, T][] => {
			const found = isKey(key) ? schema(one, (path, piece) => fault([key, ...path], piece)) : unreadable;
			if (found !== unreadable) return [[key, found]];
			fault([key], one);
			kept.push({ key, raw: one, instead: undefined });
			return [];
		});
		return withBeside(Object.fromEntries(entries), { fields: kept, items: [] });
	};
}

/** A list; items that can't be read are left out. */
export function list<T>(schema: Schema<T>): Schema<readonly T[]> {
	return (value, fault) => {
		if (!Array.isArray(value)) return unreadable;
		return value.flatMap((item: unknown, at) => {
			const found = schema(item, (path, piece) => fault([at, ...path], piece));
			if (found !== unreadable) return [found];
			fault([at], item);
			return [];
		});
	};
}

/** A list that can be read as a whole or not at all. */
export function wholeList<T>(schema: Schema<T>): Schema<readonly T[]> {
	return (value) => {
		let faults = 0;
		const found = list(schema)(value, () => faults++);
		return faults > 0 ? unreadable : found;
	};
}

/** What `change` makes of what a schema reads. */
export function mapped<T, U>(schema: Schema<T>, change: (value: T) => U | typeof unreadable): Schema<U> {
	return (value, fault) => {
		const found = schema(value, fault);
		return found === unreadable ? unreadable : change(found);
	};
}

export function nullable<T>(schema: Schema<T>): Schema<T | null> {
	return (value, fault) => (value === null ? null : schema(value, fault));
}

/** A value that passes a test. */
export function fitting<T>(test: (value: unknown) => value is T): Schema<T> {
	return (value) => (test(value) ? value : unreadable);
}

export function oneOf<const T extends string>(allowed: readonly T[]): Schema<T> {
	return (value) => allowed.find((one) => one === value) ?? unreadable;
}

export const text: Schema<string> = fitting((value) => typeof value === "string");
/** A text that is not empty. */
export const someText: Schema<string> = fitting((value): value is string => typeof value === "string" && value !== "");
export const flag: Schema<boolean> = fitting((value) => typeof value === "boolean");
/** A number that counts or measures something: finite, not below zero. */
export const amount: Schema<number> = fitting(
	(value): value is number => typeof value === "number" && Number.isFinite(value) && value >= 0,
);

/** What an object itself holds under a key: not what every object inherits. */
function own(value: object, key: string): unknown {
	return Object.getOwnPropertyDescriptor(value, key)?.value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function withBeside<T extends object>(value: T, kept: Beside): T {
	return kept.fields.length + kept.items.length === 0 ? value : { ...value, [beside]: kept };
}
