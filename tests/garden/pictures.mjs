// Writes a picture of records as each garden shows them, in light and dark, folded ones opened too.
// npm run gardens -- [--out DIR]
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { launch } from "../browser.mjs";

const { values } = parseArgs({ options: { out: { type: "string", default: "screenshots/gardens" } } });
const dir = await mkdtemp(path.join(os.tmpdir(), "expert-friend-gardens-"));
const outfile = path.join(dir, "shown.mjs");
const browser = await launch();
try {
	await build({
		entryPoints: [path.join(import.meta.dirname, "shown.ts")],
		bundle: true,
		format: "esm",
		platform: "node",
		outfile,
		logLevel: "error",
		// Some of the renderers ask for their own parts as CommonJS does.
		banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
	});
	const { pages } = await import(pathToFileURL(outfile).href);
	await mkdir(values.out, { recursive: true });
	for (const theme of ["light", "dark"])
		for (const [name, html] of await pages(theme)) {
			const page = await browser.newPage({ viewport: { width: 900, height: 600 } });
			await page.setContent(html);
			const file = (state) =>
				path.join(values.out, `${name.replace(/[^\w-]+/g, "-").replace(/^-/, "")}-${theme}-${state}.png`);
			await page.screenshot({ path: file("folded"), fullPage: true });
			await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
			await page.screenshot({ path: file("open"), fullPage: true });
			await page.close();
		}
	console.log(`Written: ${values.out}`);
} finally {
	await browser.close();
	await rm(dir, { recursive: true, force: true });
}
