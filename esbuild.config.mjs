// Builds main.js as Obsidian loads it: one CommonJS file, the host's packages left out.
//   node esbuild.config.mjs production            minified, reproducible
//   node esbuild.config.mjs notices               writes docs/third-party.md: the licences of others' code in main.js
// node esbuild.config.mjs watch [--vault DIR] rebuilds on change and copies into DIR/.obsidian/plugins/expert-friend
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import esbuild from "esbuild";
import { bundledPackages, noticeOf, thirdParty } from "./scripts/notices.mjs";

const { positionals, values } = parseArgs({
	allowPositionals: true,
	// A script that takes the options has words of its own on the command line.
	strict: false,
	options: { vault: { type: "string" }, outfile: { type: "string" } },
});
const mode = positionals[0] ?? "production";
const outfile = values.outfile ?? "main.js";

/** Copies what Obsidian reads into a vault, with the marker by which the hot-reload plugin knows it. */
async function copyIntoVault(vault) {
	const folder = path.join(vault, ".obsidian", "plugins", "expert-friend");
	await mkdir(folder, { recursive: true });
	await Promise.all(
		[outfile, "manifest.json", "styles.css"].map((file) => copyFile(file, path.join(folder, path.basename(file)))),
	);
	await writeFile(path.join(folder, ".hotreload"), "");
	console.log(`Copied into ${folder}`);
}

/** Does so after each build while the sources are watched. */
const copied = {
	name: "copy-into-vault",
	setup(build) {
		build.onEnd((result) => (result.errors.length > 0 ? undefined : copyIntoVault(path.resolve(values.vault))));
	},
};

/** How main.js is built. */
export const options = {
	entryPoints: ["src/main.ts"],
	outfile,
	bundle: true,
	format: "cjs",
	target: "es2021",
	platform: "browser",
	external: ["obsidian", "electron", "@codemirror/*", "@lezer/common", "@lezer/highlight", "@lezer/lr"],
	minify: mode === "production",
	sourcemap: mode === "production" ? false : "inline",
	legalComments: "none",
	charset: "utf8",
	treeShaking: true,
	supported: {
		// Written as `new RegExp`: the engine checks a literal when it reads the file; for \p{…} a quarter of the reading.
		"regexp-unicode-property-escapes": false,
		"regexp-sticky-and-unicode-flags": false,
		// Later than the target, and there since Safari 14: an assignment for each field, no call that defines it.
		"class-field": true,
	},
	logLevel: "info",
	plugins: values.vault && mode !== "production" ? [copied] : [],
};

/** A release's main.js, with the notices of what it holds of others, and the packages that it holds. */
export async function production() {
	const { outputFiles, metafile } = await esbuild.build({
		...options,
		minify: true,
		sourcemap: false,
		write: false,
		metafile: true,
		logLevel: "warning",
	});
	const packages = bundledPackages(metafile);
	return { code: `${outputFiles[0].text}${noticeOf(packages)}`, packages };
}

if (process.argv[1] !== fileURLToPath(import.meta.url)) {
	// Another script takes the options.
} else if (mode === "production") {
	const { code } = await production();
	await mkdir(path.dirname(outfile), { recursive: true });
	await writeFile(outfile, code);
	if (values.vault) await copyIntoVault(path.resolve(values.vault));
} else if (mode === "notices") await writeFile("docs/third-party.md", thirdParty((await production()).packages));
else await (await esbuild.context(options)).watch();
