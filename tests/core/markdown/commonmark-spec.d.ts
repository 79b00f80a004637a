/** The examples of CommonMark's specification; the package has no types. */
declare module "commonmark-spec" {
	export const tests: readonly {
		readonly markdown: string;
		readonly html: string;
		readonly section: string;
		readonly number: number;
	}[];
}
