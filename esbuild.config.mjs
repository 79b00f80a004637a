// Builds main.js as Obsidian loads it: one CommonJS file, the host's packages left out.
//   node esbuild.config.mjs production            minified, reproducible
// node esbuild.config.mjs watch [--vault DIR] rebuilds on change and copies into DIR/.obsidian/plugins/expert-friend
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import esbuild from "esbuild";

const { positionals, values } = parseArgs({
	allowPositionals: true,
	// A script that takes the options has words of its own on the command line.
	strict: false,
	options: { vault: { type: "string" }, outfile: { type: "string" } },
});
const mode = positionals[0] ?? "production";
const outfile = values.outfile ?? "main.js";

/**
 * Copies what Obsidian reads into a vault after each build, with the marker by which the hot-reload plugin knows it.
 */
function copyIntoVault(vault) {
	const folder = path.join(vault, ".obsidian", "plugins", "expert-friend");
	return {
		name: "copy-into-vault",
		setup(build) {
			build.onEnd(async (result) => {
				if (result.errors.length > 0) return;
				await mkdir(folder, { recursive: true });
				await Promise.all(
					[outfile, "manifest.json", "styles.css"].map((file) =>
						copyFile(file, path.join(folder, path.basename(file))),
					),
				);
				await writeFile(path.join(folder, ".hotreload"), "");
				console.log(`Copied into ${folder}`);
			});
		},
	};
}

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
	logLevel: "info",
	plugins: values.vault ? [copyIntoVault(path.resolve(values.vault))] : [],
};

if (process.argv[1] !== fileURLToPath(import.meta.url)) {
	// Another script takes the options.
} else if (mode === "production") await esbuild.build({ ...options, logLevel: "warning" });
else await (await esbuild.context(options)).watch();
