/** Forms of one word that differ by person, number, gender or case only. */
export interface Group {
	readonly word: string;
	readonly tense: string;
	readonly forms: readonly string[];
}
type Source = () => { readonly verb: readonly Group[]; readonly mood: readonly Group[] };
export const sources: Readonly<Record<"fr" | "de" | "it" | "es", Source>>;
