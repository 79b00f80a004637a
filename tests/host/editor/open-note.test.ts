import { EditorState, type TransactionSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TFile } from "../files";
import { leastChange } from "./editor";
import { OpenNote } from "./open-note";
import { sampleSize } from "../../sampling";

const numRuns = sampleSize(200);

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal("window", globalThis);
});

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

/** A pane without a window: a state and what dispatches to it. */
class Pane {
	state: EditorState;

	constructor(private readonly note: OpenNote) {
		this.state = EditorState.create({ doc: note.text });
		note.views.add(this as unknown as EditorView);
	}

	dispatch(spec: TransactionSpec): void {
		const transaction = this.state.update(spec);
		this.state = transaction.state;
		if (transaction.docChanged) this.note.edited(transaction, this as unknown as EditorView);
	}

	get text(): string {
		return this.state.doc.toString();
	}
}

/** A disk on which writes take their time, and on which others write too. */
class Disk {
	private arriving: (() => void)[] = [];
	/** Counts the writes, and those that the app has heard of. */
	private version = 0;
	private known = 0;

	constructor(public text: string) {}

	/** The app's write: false, once the app knows what stands there, when somebody else has written meanwhile. */
	replace(data: string, note: () => OpenNote): Promise<boolean> {
		return new Promise((resolve) => {
			this.arriving.push(() => {
				const isOurs = this.version === this.known;
				if (isOurs) this.writtenByOthers(data);
				this.tell(note());
				resolve(isOurs);
			});
		});
	}

	writtenByOthers(text: string): void {
		this.text = text;
		this.version++;
	}

	/** The app hears of what was written last. */
	tell(note: OpenNote): void {
		if (this.known === this.version) return;
		this.known = this.version;
		note.changedOnDisk(this.text);
	}

	get isWriting(): boolean {
		return this.arriving.length > 0;
	}

	async settle(): Promise<void> {
		for (const arrive of this.arriving.splice(0)) arrive();
		for (let n = 0; n < 5; n++) await Promise.resolve();
	}
}

function open(text: string): { note: OpenNote; disk: Disk; panes: readonly [Pane, Pane] } {
	const disk = new Disk(text);
	const file = new TFile({} as TFile["vault"], "A.md", { ctime: 0, mtime: 0, size: 0 });
	let turn = Promise.resolve();
	const note: OpenNote = new OpenNote(file, text, (task) => {
		turn = turn.then(() => task((data) => disk.replace(data, () => note)));
		return turn;
	});
	return { note, disk, panes: [new Pane(note), new Pane(note)] };
}

const words = fc.constantFrom("", "a", "bc ", "\n", "é", "👩‍🚀", "> ", "line\nline\n");
const place = fc.nat(40);
const step = fc.oneof(
	fc.record({
		kind: fc.constant("type" as const),
		pane: fc.constantFrom(0, 1),
		from: place,
		length: fc.nat(6),
		text: words,
	}),
	fc.record({ kind: fc.constant("outside" as const), from: place, length: fc.nat(6), text: words }),
	fc.record({ kind: fc.constant("tell" as const) }),
	fc.record({ kind: fc.constant("save" as const) }),
	fc.record({ kind: fc.constant("settle" as const) }),
);

// By whole characters: a file holds no halves of them.
function splice(text: string, from: number, length: number, insert: string): string {
	const characters = Array.from(text);
	characters.splice(from, length, insert);
	return characters.join("");
}

describe("an open note", () => {
	it("shows the same text in both panes and, once all is written, on disk, whatever happens when", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
				const { note, disk, panes } = open("One two\nthree four.\n\nFive.\n");
				for (const one of steps) {
					if (one.kind === "type") {
						const pane = panes[one.pane];
						const characters = Array.from(pane.text);
						const from = characters.slice(0, one.from).join("").length;
						const to = from + characters.slice(one.from, one.from + one.length).join("").length;
						pane.dispatch({ changes: { from, to, insert: one.text } });
					} else if (one.kind === "outside") {
						disk.writtenByOthers(splice(disk.text, one.from, one.length, one.text));
					} else if (one.kind === "tell") {
						// In turn: never in the middle of a write.
						if (!disk.isWriting) disk.tell(note);
					} else if (one.kind === "save") void note.save();
					else await disk.settle();
					await Promise.resolve();
					expect(panes[0].text).toBe(note.text);
					expect(panes[1].text).toBe(note.text);
				}
				for (let n = 0; n < 5; n++) {
					if (!disk.isWriting) disk.tell(note);
					void note.save();
					for (let m = 0; m < 5; m++) await Promise.resolve();
					await disk.settle();
				}
				expect(note.isDirty).toBe(false);
				expect(disk.text).toBe(note.text);
			}),
			{ numRuns },
		);
	});

	it("keeps words typed apart from what the disk changed", () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-z]{1,8}$/), (mine, theirs) => {
				const { note, panes } = open("Start.\n\nEnd.\n");
				panes[0].dispatch({ changes: { from: 0, insert: `${mine} ` } });
				note.changedOnDisk(`Start.\n\nEnd ${theirs}.\n`);
				expect(note.text).toBe(`${mine} Start.\n\nEnd ${theirs}.\n`);
			}),
			{ numRuns },
		);
	});

	it("never writes over what others wrote that the app has not heard of yet", async () => {
		const { note, disk, panes } = open("Start.\n\nEnd.\n");
		panes[0].dispatch({ changes: { from: 0, insert: "Mine. " } });
		disk.writtenByOthers("Start.\n\nEnd, theirs.\n");
		void note.save();
		for (let n = 0; n < 5; n++) {
			await Promise.resolve();
			await disk.settle();
		}
		expect(disk.text).toBe("Mine. Start.\n\nEnd, theirs.\n");
		expect(panes[1].text).toBe(disk.text);
	});

	it("saves two seconds after the first unsaved word", async () => {
		const { disk, panes } = open("A.\n");
		panes[0].dispatch({ changes: { from: 0, insert: "x" } });
		await vi.advanceTimersByTimeAsync(1500);
		panes[0].dispatch({ changes: { from: 0, insert: "y" } });
		expect(disk.isWriting).toBe(false);
		await vi.advanceTimersByTimeAsync(500);
		await disk.settle();
		expect(disk.text).toBe("yxA.\n");
	});
});

describe("the least change", () => {
	it("turns one text into the other and never cuts a character in two", () => {
		const text = fc.string({ unit: "grapheme", maxLength: 12 });
		fc.assert(
			fc.property(text, text, text, text, (start, before, after, end) => {
				const [from, to] = [start + before + end, start + after + end];
				const change = leastChange(from, to);
				if (change === null) {
					expect(from).toBe(to);
					return;
				}
				expect(from.slice(0, change.from) + change.insert + from.slice(change.to)).toBe(to);
				for (const part of [from.slice(0, change.from), change.insert, from.slice(change.to)])
					expect(part).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:^|[^\uD800-\uDBFF])[\uDC00-\uDFFF]/);
			}),
			{ numRuns },
		);
	});
});
