// Builds what the page needs: the stand-in itself, and the plugin as it is released.
import { execFile } from "node:child_process";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import esbuild from "esbuild";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Bundles the stand-in into `dir`/host.js and `dir`/host.css. */
export async function buildHost(dir) {
	await esbuild.build({
		entryPoints: { host: path.join(root, "tests/host/page.ts") },
		outdir: dir,
		bundle: true,
		format: "iife",
		target: "es2022",
		keepNames: true,
		logLevel: "warning",
		absWorkingDir: root,
	});
	await copyFile(path.join(root, "tests/host/host.css"), path.join(dir, "host.css"));
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

/** Writes a vault from `{ path: text }`. */
export async function writeVault(dir, notes) {
	for (const [name, text] of Object.entries(notes)) {
		const file = path.join(dir, ...name.split("/"));
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, text);
	}
}
