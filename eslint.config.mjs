import { defineConfig, globalIgnores } from "eslint/config";
import obsidianmd from "eslint-plugin-obsidianmd";

export default defineConfig([
	globalIgnores(["main.js", "node_modules", "screenshots", "test-results", "tests", "scripts", "*.mjs", "docs"]),
	...obsidianmd.configs.recommended,
	{
		languageOptions: {
			parserOptions: {
				projectService: { allowDefaultProject: ["eslint.config.mjs", "manifest.json"] },
				tsconfigRootDir: import.meta.dirname,
			},
		},
	},
	{
		files: ["src/**/*.ts"],
		rules: {
			// French puts no-break spaces before its double marks.
			"no-irregular-whitespace": ["error", { skipStrings: true, skipTemplates: true }],
		},
	},
]);
