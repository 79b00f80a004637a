import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import esbuild from "esbuild";
import { options as built } from "../../esbuild.config.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));

// As the plugin is built, so that what is measured is what ships.
const { bundle, target, charset, legalComments, treeShaking, supported } = built;
const options = { bundle, target, charset, legalComments, treeShaking, supported, write: false, logLevel: "warning" };

async function bundled(source, more) {
	const { outputFiles } = await esbuild.build({
		...options,
		...more,
		stdin: { contents: source, resolveDir: root, loader: "ts" },
	});
	return outputFiles[0].text;
}

/** Loads what `source` exports; its relative imports are those of the project's root. */
export async function load(source) {
	const text = await bundled(source, { format: "esm", platform: "node" });
	const folder = await mkdtemp(path.join(os.tmpdir(), "expert-friend-bench-"));
	try {
		const file = path.join(folder, "bundle.mjs");
		await writeFile(file, text);
		return await import(pathToFileURL(file).href);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** `source` as a script for a page that leaves its exports in `bench`. `more` are options of esbuild's. */
export function pageScript(source, more = {}) {
	return bundled(source, { format: "iife", globalName: "bench", platform: "browser", ...more });
}

/** `source` as a minified CommonJS file for a host like Obsidian, which brings the `external` packages. */
export function hostScript(source, external = []) {
	return bundled(source, { format: "cjs", platform: "browser", minify: true, external });
}
