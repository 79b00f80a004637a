// Opening the model picker with 500 models, and a keystroke in it, against as many plain rows in the stand-in's own
// modal.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { namedIconsModule } from "../demo/server/build.mjs";
import { root } from "./bundle.mjs";
import { withPage } from "./page.mjs";
import { bounded, row, time } from "./table.mjs";

const count = 500;
const frame = 16;

export async function run() {
	const host = { alias: { obsidian: path.join(root, "tests/bench/picker-host.mjs") }, plugins: [namedIconsModule] };
	const styles = await Promise.all(
		["tests/host/host.css", "styles.css"].map((file) => readFile(path.join(root, file), "utf8")),
	);
	return withPage(
		'export { measure } from "./tests/bench/picker-page.mjs"',
		async (page) => {
			for (const content of styles) await page.addStyleTag({ content });
			const { opening, keystroke } = await page.evaluate((models) => globalThis.bench.measure(models), count);
			return [
				row(
					`picker opened with ${count} models, against ${count} plain rows`,
					time(opening.ours),
					time(opening.plain),
					opening.ratio,
					1.25,
				),
				row(
					`picker, a keystroke of search in ${count} models, against plain rows`,
					time(keystroke.ours),
					time(keystroke.plain),
					keystroke.ratio,
					1,
				),
				bounded(
					"picker, a keystroke of search, and in plain rows",
					keystroke.ours,
					"<=",
					frame,
					time,
					time(keystroke.plain),
				),
			];
		},
		host,
	);
}
