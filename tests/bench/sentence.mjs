// The passage at a cursor in the middle of notes of several sizes: the same surroundings, so only the size differs.
import { load } from "./bundle.mjs";
import { resultOf, sideBySide } from "./measure.mjs";
import { row, time } from "./table.mjs";
import { note, random } from "./text.mjs";

const sizes = { "10 kB": 10_000, "100 kB": 100_000, "1 MB": 1_000_000 };

/** Notes that have their middle in common, and the cursors in it. */
function notesWithOneMiddle() {
	const middle = note(random(1), 6000);
	return Object.entries(sizes).map(([name, size]) => {
		const before = note(random(2), (size - middle.length) / 2);
		const text = `${before}\n\n${middle}\n\n${note(random(4), (size - middle.length) / 2)}\n`;
		const start = before.length + 2;
		return {
			name,
			text,
			start,
			cursors: [...middle.matchAll(/\w(?= \w)/g)]
				.filter((_, index) => index % 20 === 0)
				.map(({ index }) => start + index),
		};
	});
}

export async function run() {
	const { Text, Readings, passageAt } = await load(`
		export { Text } from "@codemirror/state";
		export { Readings } from "./src/core/markdown/reading";
		export { passageAt } from "./src/core/markdown/passage";
	`);
	const notes = notesWithOneMiddle().map((one) => ({
		...one,
		doc: Text.of(one.text.split("\n")),
		readings: new Readings(),
	}));
	const said = notes.map(({ doc, readings, cursors }) =>
		cursors
			.map((at) => {
				const { passage } = passageAt(doc, at, at, readings);
				return passage && doc.sliceString(passage.sentence.from, passage.sentence.to);
			})
			.join("\n"),
	);
	if (said.some((one) => one !== said[0]))
		throw new Error("The notes do not have the same passages at the same places.");

	const still = await sideBySide(
		Object.fromEntries(
			notes.map(({ name, doc, readings, cursors }) => {
				let n = 0;
				return [
					name,
					() => {
						const at = cursors[n++ % cursors.length];
						passageAt(doc, at, at, readings);
					},
				];
			}),
		),
	);
	const edited = afterEdits(notes, Text, passageAt);
	const fresh = await sideBySide(
		Object.fromEntries(
			notes.map(({ name, doc, cursors }) => [name, () => passageAt(doc, cursors[0], cursors[0], new Readings())]),
		),
	);
	return [
		...against(still, "sentence at the cursor", 1.5),
		...against(edited, "sentence after an edit before it", 1.5),
		...against(fresh, "first look at a note (nothing known yet)", null),
	];
}

function against({ times, ratio }, what, goal) {
	return Object.keys(sizes)
		.slice(1)
		.map((size) =>
			row(`${what}, ${size} against 10 kB`, time(times[size]), time(times["10 kB"]), ratio(size, "10 kB"), goal),
		);
}

/**
 * Every edited document is looked at once: a second look would find everything known. The documents are made outside
 * the time.
 */
function afterEdits(notes, Text, passageAt, rounds = 31, perRound = 200) {
	const perSize = Object.fromEntries(notes.map(({ name }) => [name, []]));
	let serial = 0;
	for (let round = -3; round < rounds; round++) {
		for (let n = 0; n < notes.length; n++) {
			const { name, doc, readings, start, cursors } = notes[(n + rounds + round) % notes.length];
			const docs = Array.from({ length: perRound }, () => {
				// From right before the passage to far before it, on a line that begins no construct.
				const line = doc.lineAt(Math.floor(start * ((serial * 0.618) % 1)));
				const at = line.to;
				return doc.replace(at, at, Text.of([String(serial++)]));
			});
			const shift = docs.map((edited) => edited.length - doc.length);
			const from = performance.now();
			for (let index = 0; index < perRound; index++) {
				const at = cursors[index % cursors.length] + shift[index];
				passageAt(docs[index], at, at, readings);
			}
			const took = (performance.now() - from) / perRound;
			if (round >= 0) perSize[name].push(took);
		}
	}
	return resultOf(perSize);
}
