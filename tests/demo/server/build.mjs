// Builds what the page needs: the stand-in itself, and the plugin as it is released.
import { execFile } from "node:child_process";
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import esbuild from "esbuild";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Lucide's icons in the version that Obsidian ships, by name. */
const icons = path.join(root, "node_modules/lucide-static/icon-nodes.json");

/** The icons that the plugin or the stand-in names in its source: a few of some 1,500. */
async function namedIcons() {
	const all = JSON.parse(await readFile(icons, "utf8"));
	const named = {};
	for (const folder of ["src", "tests/host"]) {
		for (const file of await readdir(path.join(root, folder), { recursive: true })) {
			if (!file.endsWith(".ts")) continue;
			const text = await readFile(path.join(root, folder, file), "utf8");
			for (const [, name] of text.matchAll(/"(?:lucide-)?([a-z0-9-]+)"/g))
				if (Object.hasOwn(all, name)) named[name] = all[name];
		}
	}
	return named;
}

/** Gives the page the named icons as the module `named-icons`: a plugin of esbuild's. */
export const namedIconsModule = {
	name: "named-icons",
	setup(build) {
		build.onResolve({ filter: /^named-icons$/ }, () => ({ path: "named-icons", namespace: "named-icons" }));
		build.onLoad({ filter: /.*/, namespace: "named-icons" }, async () => ({
			contents: JSON.stringify(await namedIcons()),
			loader: "json",
		}));
	},
};

/**
 * What Markdown wants of HTML, without the parsers of HTML, CSS and JavaScript, whose tables each page would read at
 * its beginning: nothing here shows what they read.
 */
const noHtml = {
	name: "no-html",
	setup(build) {
		build.onResolve({ filter: /^@codemirror\/lang-html$/ }, () => ({ path: "lang-html", namespace: "no-html" }));
		build.onLoad({ filter: /.*/, namespace: "no-html" }, () => ({
			contents: `export const html = () => ({ language: { parser: null }, support: [] });
				export const htmlCompletionSource = () => null;`,
		}));
	},
};

/** Bundles the stand-in into `dir`/host.js and `dir`/host.css, with all of lucide beside it as `dir`/icons.json. */
export async function buildHost(dir) {
	await esbuild.build({
		entryPoints: { host: path.join(root, "tests/host/page.ts") },
		outdir: dir,
		bundle: true,
		format: "iife",
		target: "es2022",
		minify: true,
		// `Strict` tells the class of what it refuses.
		keepNames: true,
		plugins: [namedIconsModule, noHtml],
		logLevel: "warning",
		absWorkingDir: root,
	});
	await copyFile(path.join(root, "tests/host/host.css"), path.join(dir, "host.css"));
	await copyFile(icons, path.join(dir, "icons.json"));
}

/** Builds the plugin for release into `dir`: main.js, manifest.json, styles.css. */
export async function buildPlugin(dir) {
	await mkdir(dir, { recursive: true });
	await promisify(execFile)(
		process.execPath,
		["esbuild.config.mjs", "production", "--outfile", path.join(dir, "main.js")],
		{ cwd: root },
	);
	for (const name of ["manifest.json", "styles.css"]) {
		if (dir !== root) await copyFile(path.join(root, name), path.join(dir, name));
	}
}

/** Puts the pseudo-language in the place of both: from left to right for English, from right to left for French. */
const pseudoStrings = {
	name: "pseudo-strings",
	setup(build) {
		build.onLoad({ filter: /[\\/]src[\\/]core[\\/]i18n[\\/]strings\.ts$/ }, () => ({
			contents: `import { en } from "./en";
				import { fr } from "./fr";
				import { pseudo } from "../../../tests/pseudo/pseudo";
				const hebrew = { ...pseudo(en, "hebrew"), languageName: fr.languageName };
				export const interfaceStrings = { en: pseudo(en, "latin"), fr: hebrew };`,
			resolveDir: path.join(root, "src/core/i18n"),
			loader: "ts",
		}));
	},
};

/** Builds the plugin as it would be in a language that nobody speaks, to be looked at: see tests/pseudo. */
export async function buildPseudo(dir) {
	const { options } = await import("../../../esbuild.config.mjs");
	await esbuild.build({
		...options,
		outfile: path.join(dir, "main.js"),
		plugins: [pseudoStrings],
		logLevel: "warning",
	});
	for (const name of ["manifest.json", "styles.css"]) await copyFile(path.join(root, name), path.join(dir, name));
}

/** Writes a vault from `{ path: text }`. */
export async function writeVault(dir, notes) {
	for (const [name, text] of Object.entries(notes)) {
		const file = path.join(dir, ...name.split("/"));
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, text);
	}
}
