import { defineConfig, globalIgnores } from "eslint/config";
import obsidianmd from "eslint-plugin-obsidianmd";
import globals from "globals";
import tseslint from "typescript-eslint";

/** What tells a plugin how to live in Obsidian; tests and scripts run in Node, and the stand-in is Obsidian here. */
const pluginRules = [
	...Object.keys(obsidianmd.rules).map((name) => `obsidianmd/${name}`),
	"no-restricted-globals",
	"no-restricted-imports",
	"no-console",
	"import/no-nodejs-modules",
	"import/no-extraneous-dependencies",
	// The stand-in evaluates main.js as Obsidian does, and has the members that Obsidian still has.
	"no-eval",
	"no-unsanitized/method",
	"@typescript-eslint/no-implied-eval",
	"@typescript-eslint/no-deprecated",
	// Expectations name methods without calling them.
	"@typescript-eslint/unbound-method",
];

export default defineConfig([
	globalIgnores(["main.js", "node_modules", "screenshots", "test-results", "docs", "tests/obsidian-app"]),
	...obsidianmd.configs.recommended,
	{
		languageOptions: {
			parserOptions: {
				projectService: { allowDefaultProject: ["manifest.json"] },
				tsconfigRootDir: import.meta.dirname,
			},
		},
	},
	{
		files: ["**/*.ts", "**/*.mts", "**/*.mjs"],
		// As prettier counts. Only an address can't be broken.
		rules: { "max-len": ["error", { code: 120, tabWidth: 2, ignoreUrls: true }] },
	},
	{
		files: ["src/**/*.ts"],
		rules: {
			"max-params": ["error", 5],
			// A longer one has a reason at its head: `eslint-disable-next-line max-lines-per-function -- reason`.
			"max-lines-per-function": ["error", { max: 60, IIFEs: true }],
			// French puts no-break spaces before its double marks.
			"no-irregular-whitespace": ["error", { skipStrings: true, skipTemplates: true }],
		},
	},
	{
		files: ["tests/**", "scripts/**", "*.mjs", "vitest.config.ts"],
		languageOptions: { globals: { ...globals.node, ...globals.browser } },
		rules: Object.fromEntries(pluginRules.map((rule) => [rule, "off"])),
	},
	// JavaScript has no types to be checked by.
	{ files: ["**/*.mjs"], ...tseslint.configs.disableTypeChecked },
]);
