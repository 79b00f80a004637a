// From the last byte of a reply's first row to its being drawn, in a page that has judged nothing yet.
import { withPage } from "./page.mjs";
import { bounded, time } from "./table.mjs";
import { median } from "./measure.mjs";

const frame = 16;
const pages = 5;

const languages = {
	fr: [
		"La grande maison blanche que j’ai achetée est belle.",
		"maison",
		"Le grand bâtiment blanc que j’ai acheté est beau.",
	],
	en: ["The old dog that lives next door is tired.", "dog", "The old dogs that live next door are tired."],
};

export async function run() {
	const rows = [];
	for (const [language, [sentence, asked, reply]] of Object.entries(languages)) {
		const took = { ahead: [], cold: [] };
		for (let n = 0; n < pages; n++)
			for (const kind of ["ahead", "cold"])
				took[kind].push(
					await withPage('export { firstRow } from "./tests/bench/first-row-page.mjs"', (page) =>
						page.evaluate((given) => globalThis.bench.firstRow(given), {
							language,
							sentence,
							asked,
							reply,
							readsAhead: kind === "ahead",
						}),
					),
				);
		const [ahead, cold] = [median(took.ahead), median(took.cold)];
		rows.push(
			bounded(
				`first row judged and drawn, ${language}, and without reading ahead`,
				ahead,
				"<=",
				frame,
				time,
				time(cold),
			),
		);
	}
	return rows;
}
