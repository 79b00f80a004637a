import type ts from "typescript";

/** Files with their syntax trees, by path. */
export type SourceFiles = ReadonlyMap<string, ts.SourceFile>;

/** A function with more lines than may be. */
export interface LongFunction {
	readonly name: string;
	/** From 1. */
	readonly line: number;
	readonly title: string;
	readonly lines: number;
	/** Whether a reason stands above it. */
	readonly reason: boolean;
}

export interface Figures {
	readonly files: number;
	readonly lines: number;
	/** Regular expressions in core/markdown and core/record. */
	readonly expressions: number;
	readonly coreCircles: readonly (readonly [string, string])[];
	readonly circles: readonly (readonly [string, string])[];
	readonly long: readonly LongFunction[];
	readonly argued: readonly LongFunction[];
	readonly longest: { readonly place: string; readonly columns: number };
	readonly wide: readonly { readonly place: string; readonly columns: number }[];
	/** `file: name` of exports that nobody imports. */
	readonly dead: readonly string[];
	readonly roomless: readonly string[];
}

export function readSource(folder?: string): SourceFiles;
export function sourceOf(texts: Readonly<Record<string, string>>): SourceFiles;
export function folderCircles(
	files: SourceFiles,
	isIn?: (name: string) => boolean,
): readonly (readonly [string, string])[];
export function figuresOf(files: SourceFiles): Figures;
