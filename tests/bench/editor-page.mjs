// Editors in a page: a bare one and one with the plugin's extensions, side by side on the same note.
import { history } from "@codemirror/commands";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { defaultHighlightStyle, forceParsing, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { adoptedMarks, AdoptedMarks, setAdopted } from "../../src/editor/adopted";
import { editorPort } from "../../src/editor/config";
import { passages, trackPassages } from "../../src/editor/passages";
import { Pause } from "../../src/editor/pause";
import { Preview, previews, setPreview } from "../../src/editor/preview";
import { promptZone } from "../../src/editor/zone";
import { extendPage } from "../host/dom";
import { median, percentile, resultOf } from "./measure.mjs";

// Obsidian's own.
extendPage();

const nothing = StateEffect.define();

function openEditor(doc, extensions) {
	const parent = document.body.appendChild(document.createElement("div"));
	const view = new EditorView({
		parent,
		state: EditorState.create({
			doc,
			extensions: [
				EditorView.lineWrapping,
				history(),
				markdown({ base: markdownLanguage }),
				syntaxHighlighting(defaultHighlightStyle),
				EditorView.theme({ "&": { width: "700px", height: "880px" }, ".cm-scroller": { overflow: "auto" } }),
				extensions,
			],
		}),
	});
	forceParsing(view, view.state.doc.length, 60_000);
	return view;
}

/** What the plugin does at every edit of a note with consultations: waits for the writer to rest. */
function port() {
	const pause = new Pause(window, () => undefined);
	return editorPort.of({
		pathOf: () => "Note.md",
		sentenceOf: () => null,
		showsChip: () => false,
		drawIcon: () => undefined,
		chipLabel: () => "",
		consult: () => undefined,
		holdKeys: () => () => undefined,
		takeBackKey: () => () => undefined,
		noteShown: () => undefined,
		noteEdited: () => pause.begin(400),
	});
}

/** The folded prompt zone, with nothing in it to open. */
function zone() {
	return promptZone({
		isWanted: () => true,
		startsOpen: () => false,
		turned: () => undefined,
		label: () => "Prompts",
		line: () => ["Style", "Is it clear?", "A model"],
		open: () => ({ edited: () => undefined, focus: () => undefined, close: () => undefined }),
		onChange: () => () => undefined,
		drawIcon: () => undefined,
	});
}

/** An editor with the plugin's previews. */
export function openPreviewing(doc) {
	return openEditor(doc, [port(), passages(), previews()]);
}

/** The start of a long line of prose in the middle of the note. */
function middleOf(view) {
	const { doc } = view.state;
	for (let number = doc.lineAt(doc.length >> 1).number; ; number++) {
		const line = doc.line(number);
		if (line.length > 300 && /^\p{Lu}/u.test(line.text)) return line.from;
	}
}

/** Passages of one sentence each: ten in sight, the others over the whole note. */
function spread(view, count, middle) {
	const { doc } = view.state;
	const at = Array.from({ length: count }, (_, n) => (n < 10 ? middle + n * 90 : Math.floor(doc.length * (n / count))));
	return at.map((from, n) => ({
		id: String(n),
		from,
		to: Math.min(from + 80, doc.length),
		look: n % 3 === 0 ? "running" : "waiting",
	}));
}

function close(...views) {
	for (const view of views) {
		view.dom.parentElement.remove();
		view.destroy();
	}
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Adopted words in the places of the passages, with all that a mark knows of them. */
function adopted(passages) {
	return passages
		.toSorted((a, b) => a.from - b.from)
		.map(({ from }) => ({
			from: from + 2,
			to: from + 12,
			adoption: 0,
			before: "words",
			undo: { from: from + 2, to: from + 12, insert: "words" },
			record: { range: { from: from + 40, to: from + 60 }, record: {} },
		}));
}

/**
 * Types into both editors, key by key in turn; `marks` null leaves the second bare as well, which tells the noise.
 * `what` is marked: passages or adopted words; `zone` is the folded prompt zone alone.
 */
export async function type(doc, marks, keys, rounds, what) {
	const perRound = { bare: [], ours: [], bare95: [], ours95: [] };
	const bare = openEditor(doc, []);
	const ours = openEditor(
		doc,
		what === "zone"
			? zone()
			: marks === null
				? []
				: [
						port(),
						passages(),
						previews(),
						adoptedMarks({ enabled: () => true, ownLabels: () => [], elsewhere: { of: () => [] } }),
					],
	);
	const middle = middleOf(bare);
	const mark = () => {
		const places = spread(ours, marks, middle);
		ours.dispatch({
			effects: what === "adopted" ? setAdopted.of(AdoptedMarks.of(adopted(places))) : trackPassages.of(places),
		});
	};
	for (const view of [bare, ours])
		view.dispatch({
			selection: { anchor: middle + 100 },
			effects: EditorView.scrollIntoView(middle + 100, { y: "center" }),
		});
	await rest();
	// The zone comes with the first frame in which its editor stands somewhere.
	if (what === "zone") await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
	const key = (view, letter) => {
		const at = view.state.selection.main.head;
		const start = performance.now();
		view.dispatch({
			changes: { from: at, insert: letter },
			selection: { anchor: at + 1 },
			userEvent: "input.type",
			scrollIntoView: true,
		});
		view.measure();
		void view.contentDOM.offsetHeight;
		return performance.now() - start;
	};
	for (let round = -1; round < rounds; round++) {
		const took = { bare: [], ours: [] };
		// Anew for each round: words that were typed into lose their mark, and where this machine rests the records are
		// looked for.
		if (marks > 0) mark();
		for (let n = 0; n < keys; n++) {
			const letter = n % 6 === 5 ? " " : "abcdefghij"[n % 10];
			const first = n % 2 === 0;
			if (first) took.bare.push(key(bare, letter));
			took.ours.push(key(ours, letter));
			if (!first) took.bare.push(key(bare, letter));
			// The parser's and the browser's own work happens between keys, not within them.
			if (n % 5 === 4) await rest();
		}
		if (round < 0) continue;
		for (const name of ["bare", "ours"]) {
			perRound[name].push(median(took[name]));
			perRound[`${name}95`].push(percentile(took[name], 0.95));
		}
	}
	const hasZone = ours.dom.querySelector(".expert-friend-zone") !== null;
	const drawn = ours.dom.querySelectorAll(".expert-friend-passage, .expert-friend-adopted").length;
	close(bare, ours);
	if (what === "zone" && !hasZone) throw new Error("The zone is not there.");
	if (marks > 0 && drawn === 0) throw new Error("Nothing is marked where the keys are typed.");
	const { times, ratio } = resultOf(perRound);
	return { ...times, ratio: ratio("ours", "bare"), ratio95: ratio("ours95", "bare95") };
}

/**
 * Milliseconds of a dispatch, and of it with its frame until that is painted: how long the display takes to ask for
 * the frame is not counted.
 */
/** From a dispatch to its being drawn. */
export async function untilDrawn(view, effects) {
	await rest();
	return new Promise((resolve) => {
		let dispatched = 0;
		// Asked for before the dispatch, so it begins the frame in which the editor measures itself.
		requestAnimationFrame(() => {
			const start = performance.now();
			const channel = new MessageChannel();
			// Comes after the frame's layout and paint.
			channel.port1.onmessage = () => resolve({ dispatched, drawn: dispatched + performance.now() - start });
			channel.port2.postMessage(null);
		});
		const start = performance.now();
		view.dispatch({ effects });
		dispatched = performance.now() - start;
	});
}

/**
 * Shows one alternative after the other, as a writer does with the arrow keys; the bare editor is dispatched nothing
 * that changes anything.
 */
export async function preview(doc, times) {
	const bare = openEditor(doc, []);
	const ours = openEditor(doc, [port(), passages(), previews()]);
	const middle = middleOf(ours);
	for (const view of [bare, ours]) view.dispatch({ effects: EditorView.scrollIntoView(middle, { y: "center" }) });
	const asked = { from: middle, to: middle + 250 };
	const words = [...ours.state.sliceDoc(asked.from, asked.to).matchAll(/\p{L}{4,}/gu)].slice(0, 4);
	const roles = ["picked", "agreeing", "agreeing", "pending"];
	const alternatives = ["other", "something", "a longer wording of it"].map(
		(insert) =>
			new Preview(
				asked,
				words.map((found, n) => ({
					from: middle + found.index,
					to: middle + found.index + found[0].length,
					insert: `${insert} ${n}`,
					role: roles[n],
				})),
			),
	);
	const took = { bare: [], ours: [], dispatched: [] };
	for (let n = -10; n < times; n++) {
		const one = await untilDrawn(ours, setPreview.of(alternatives[(n + 12) % 3]));
		if (ours.dom.querySelectorAll(".expert-friend-agreeing").length !== 2) throw new Error("The preview is not shown.");
		const other = await untilDrawn(bare, nothing.of(null));
		if (n < 0) continue;
		took.ours.push(one.drawn);
		took.dispatched.push(one.dispatched);
		took.bare.push(other.drawn);
	}
	close(bare, ours);
	return Object.fromEntries(
		Object.entries(took).map(([name, values]) => [name, { median: median(values), p95: percentile(values, 0.95) }]),
	);
}
