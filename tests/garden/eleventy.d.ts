/** The little of Eleventy that the tests use; the package has no types. */
declare module "@11ty/eleventy" {
	export interface UserConfig {
		setLibrary(extension: string, library: unknown): void;
		setUseGitIgnore(use: boolean): void;
	}
	export class Eleventy {
		constructor(
			input: string,
			output: string,
			options: {
				readonly quietMode: boolean;
				readonly configPath: string;
				readonly config: (config: UserConfig) => void;
			},
		);
		toJSON(): Promise<readonly { readonly inputPath: string; readonly content: string }[]>;
	}
}
