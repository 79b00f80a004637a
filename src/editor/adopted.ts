import { isolateHistory } from "@codemirror/commands";
import {
	StateEffect,
	StateField,
	Transaction,
	type ChangeDesc,
	type ChangeSet,
	type EditorState,
	type Extension,
} from "@codemirror/state";
import {
	Decoration,
	EditorView,
	hoverTooltip,
	ViewPlugin,
	type DecorationSet,
	type ViewUpdate,
} from "@codemirror/view";
import type { InterfaceStrings } from "../core/i18n/en";
import type { RecordLabels } from "../core/record/labels";
import { adoptedSpans, type AdoptedSpan } from "../core/record/marks";
import type { KnownPlace } from "../core/record/sentence-locator";
import { recordsOf, type FoundRecord } from "../core/record/parse";
import type { Change, Range } from "../core/text/text";
import { consultEvent, write } from "./adopt";
import { addButton } from "./button";
import { follow } from "./passages";
import { Pause } from "./pause";
import { Surface } from "./surface";

/** What the marks need from outside the editor. */
export interface AdoptedPort {
	/** Whether adopted words are marked in an editor. */
	readonly enabled: (view: EditorView) => boolean;
	/** Labels of the writer's own by which records can be read. */
	readonly ownLabels: () => readonly RecordLabels[];
	readonly strings: () => InterfaceStrings["adopted"];
	/** Draws a lucide icon into an element. */
	readonly drawIcon: (element: HTMLElement, name: string) => void;
	/** An ISO date for reading. */
	readonly date: (date: string) => string;
	/** When words were adopted, with the time of day, for reading; null where nobody knows more than the date. */
	readonly moment: (view: EditorView, span: AdoptedSpan) => Promise<string | null>;
	/** Cites the record of adopted words. */
	readonly cite: { readonly label: () => string; readonly open: (view: EditorView, record: FoundRecord) => void };
	/** The note did not take the writer's words back. */
	readonly refused: () => void;
	/** What was told of is no longer in the note as it was. */
	readonly changed: () => void;
	/** The change that notes in the record that its words were taken back. */
	readonly takenBack: (text: string, span: AdoptedSpan) => Change;
	/** Records of a note that stand in the journal only. */
	readonly elsewhere: {
		readonly of: (state: EditorState) => readonly FoundRecord[];
		readonly takenBack: (span: AdoptedSpan) => void;
		readonly open: (record: FoundRecord) => void;
	};
}

/** The id under which adopted words are followed while what is told of them is open. */
const trackId = "adopted";

/** Milliseconds without typing after which the records are looked at anew. */
const settled = 400;

/**
 * Adopted words as last found, with their places kept through edits. A mark tells where its words are now; the rest
 * is asked for by hovering only.
 */
export class AdoptedMarks {
	static readonly none = new AdoptedMarks(Decoration.none, null);

	private constructor(
		readonly decorations: DecorationSet,
		private readonly since: ChangeDesc | null,
	) {}

	/** @param spans in document order, not overlapping. */
	static of(spans: readonly AdoptedSpan[]): AdoptedMarks {
		return spans.length === 0
			? AdoptedMarks.none
			: new AdoptedMarks(
					Decoration.set(
						spans.map((span) => Decoration.mark({ class: "expert-friend-adopted", span }).range(span.from, span.to)),
					),
					null,
				);
	}

	/** The marks after an edit: words that were touched have none. */
	map(changes: ChangeSet): AdoptedMarks {
		if (changes.empty || this.decorations.size === 0) return this;
		let touched = false;
		let from = Infinity;
		let to = 0;
		changes.iterChangedRanges((fromA, toA) => {
			from = Math.min(from, fromA);
			to = Math.max(to, toA);
			this.decorations.between(fromA, toA, () => {
				touched = true;
				return false;
			});
		});
		const kept = touched
			? this.decorations.update({
					filterFrom: from,
					filterTo: to,
					filter: (start, end) => changes.touchesRange(start, end) === false,
				})
			: this.decorations;
		return new AdoptedMarks(kept.map(changes), this.since?.composeDesc(changes) ?? changes.desc);
	}

	/** What is marked, as it was when it was found. */
	get spans(): readonly AdoptedSpan[] {
		const spans: AdoptedSpan[] = [];
		this.decorations.between(0, Number.MAX_SAFE_INTEGER, (_from, _to, value) => {
			spans.push((value.spec as { readonly span: AdoptedSpan }).span);
		});
		return spans;
	}

	/** Where the marked words are, and of which sentence as it was adopted. */
	get places(): readonly KnownPlace[] {
		const places: KnownPlace[] = [];
		this.decorations.between(0, Number.MAX_SAFE_INTEGER, (from, to, value) => {
			const { span } = value.spec as { readonly span: AdoptedSpan };
			places.push({ from, to, adopted: span.record.record.adoptions[span.adoption]?.adopted ?? null });
		});
		return places;
	}

	/** The marked words at a position. */
	at(pos: number): AdoptedSpan | null {
		let found: AdoptedSpan | null = null;
		this.decorations.between(pos, pos, (from, to, value) => {
			const { span } = value.spec as { readonly span: AdoptedSpan };
			found = this.since === null ? span : moved(span, { from, to }, this.since);
			return false;
		});
		return found;
	}
}

/**
 * The words that an earlier look at the note knew as these; null where they are gone. The words of one adoption go back
 * together: any of them will do. Two records that say the same can't be told apart.
 */
function sameNow(spans: readonly AdoptedSpan[], known: AdoptedSpan): AdoptedSpan | null {
	const nameOf = ({ record, adoption }: AdoptedSpan): string => JSON.stringify([record.record, adoption]);
	const name = nameOf(known);
	const [first, ...others] = spans.filter((span) => nameOf(span) === name);
	return first === undefined || others.some(({ record }) => record !== first.record) ? null : first;
}

/**
 * Words where they stand now, and what the record says of them. What gives the writer's words back is gone once its
 * place was touched.
 */
function moved(span: AdoptedSpan, now: Range, changes: ChangeDesc): AdoptedSpan {
	const move = <R extends Range>(range: R): R => ({
		...range,
		from: changes.mapPos(range.from, 1),
		to: changes.mapPos(range.to, -1),
	});
	const { record, undo } = span;
	return {
		...span,
		...now,
		record: { ...record, range: move(record.range) },
		undo:
			undo === null || undo.some(({ from, to }) => changes.touchesRange(from, to) !== false) ? null : undo.map(move),
	};
}

/** Says anew which words are marked. */
export const setAdopted = StateEffect.define<AdoptedMarks>();

/** The marks in one editor. Never stored: they are found again from the records. */
export const adoptedField = StateField.define<AdoptedMarks>({
	create: () => AdoptedMarks.none,
	update(marks, transaction) {
		let next = marks.map(transaction.changes);
		for (const effect of transaction.effects) if (effect.is(setAdopted)) next = effect.value;
		return next;
	},
	provide: (field) => EditorView.decorations.from(field, (marks) => marks.decorations),
});

/**
 * The marks that a document's records call for. Where a sentence stands twice, those that followed the edits so far
 * tell which of the two it was.
 * @param written where an adoption wrote since then
 */
function adoptedIn(state: EditorState, port: AdoptedPort, written: readonly Range[] = []): AdoptedMarks {
	const text = state.doc.toString();
	const records = recordsOf(text, port.ownLabels(), port.elsewhere.of(state));
	if (records.length === 0) return AdoptedMarks.none;
	const followed = state.field(adoptedField, false)?.places ?? [];
	return AdoptedMarks.of(
		adoptedSpans(text, records, [...followed, ...written.map((range) => ({ ...range, adopted: null }))]),
	);
}

// The card has a face of its own.
const plainTooltip = EditorView.baseTheme({
	".cm-tooltip.cm-tooltip-hover:has(.expert-friend-adopted-about)": { border: "none", backgroundColor: "transparent" },
});

/** Marks adopted words as long as they stand; hovering tells whose they are. */
export function adoptedMarks(port: AdoptedPort): Extension {
	return [
		adoptedField,
		finder(port),
		plainTooltip,
		hoverTooltip((view, pos) => {
			const span = port.enabled(view) ? view.state.field(adoptedField).at(pos) : null;
			if (span === null) return null;
			return {
				pos: span.from,
				end: span.to,
				above: true,
				create: () => {
					const dom = card(view, span, port, () => undefined);
					dom.addClass("is-tooltip");
					return { dom };
				},
			};
		}),
	];
}

/** Finds the marks of an editor anew. @param written where an adoption wrote since they were found last */
export function refreshAdopted(view: EditorView, port: AdoptedPort, written: readonly Range[] = []): void {
	const found = port.enabled(view) ? adoptedIn(view.state, port, written) : AdoptedMarks.none;
	const known = view.state.field(adoptedField, false);
	if (known !== undefined && (found.decorations.size > 0 || known.decorations.size > 0))
		view.dispatch({ effects: setAdopted.of(found) });
}

/** Opens what hovering tells about the adopted words at the cursor, with the keys in it. False where there are none. */
export function showAdopted(view: EditorView, port: AdoptedPort, at: number): boolean {
	// Found afresh: the command is there also while the marks are turned off.
	const span = adoptedIn(view.state, port).at(at);
	if (span === null) return false;
	const surface = new Surface(view, {
		className: "expert-friend-adopted-card",
		clear: () => followed.now(),
		at: () => followed.now().from,
		onClose: () => followed.stop(),
	});
	const followed = follow(view, trackId, span);
	surface.dom.setAttribute("role", "dialog");
	surface.dom.setAttribute("aria-label", port.strings().label);
	surface.dom.append(card(view, span, port, () => surface.close("done")));
	surface.dom.addEventListener("keydown", (event) => {
		if (event.key !== "Escape") return;
		event.preventDefault();
		event.stopPropagation();
		surface.close("escape");
	});
	surface.place();
	surface.dom.find("button")?.focus({ preventScroll: true });
	return true;
}

/**
 * Gives the writer's own words back and says so in the record: one undo step. False when the note took neither, which
 * the writer is told.
 */
function takeBack(view: EditorView, span: AdoptedSpan, port: AdoptedPort): boolean {
	if (span.undo === null) return false;
	const { state } = view;
	const { elsewhere } = span.record;
	const isWritten = write(view, {
		changes: [...span.undo, ...(elsewhere === undefined ? [port.takenBack(state.doc.toString(), span)] : [])].map(
			({ from, to, insert }) => ({ from, to, insert: state.toText(insert) }),
		),
		effects: EditorView.announce.of(port.strings().takenBack),
		annotations: [Transaction.userEvent.of(consultEvent), isolateHistory.of("full")],
	});
	if (!isWritten) port.refused();
	else if (elsewhere !== undefined) port.elsewhere.takenBack(span);
	return isWritten;
}

function card(view: EditorView, span: AdoptedSpan, port: AdoptedPort, done: () => void): HTMLElement {
	const strings = port.strings();
	const { doc } = view.state;
	/** Does something with the words where they stand by now: another device may have written the note meanwhile. */
	const withThem = (act: (now: AdoptedSpan) => void): void => {
		const now = view.state.doc === doc ? span : sameNow(adoptedIn(view.state, port).spans, span);
		if (now === null) port.changed();
		else act(now);
	};
	const { record } = span.record;
	const dom = createDiv({ cls: "expert-friend-adopted-about" });
	const who = dom.createDiv({ cls: "expert-friend-muted" });
	who.createEl("b", { text: record.modelName });
	if (record.objective !== "") who.appendText(` · ${record.objective}`);
	const before = dom.createDiv({ cls: "expert-friend-adopted-before" });
	before.createSpan({ cls: "expert-friend-muted", text: `${strings.before} ` });
	before.createSpan({ text: span.before });
	if (record.date !== "") {
		const when = dom.createDiv({ cls: "expert-friend-muted expert-friend-small" });
		when.setText(strings.on(port.date(record.date)));
		void port.moment(view, span).then((moment) => {
			if (moment !== null) when.setText(strings.on(moment));
		});
	}
	const actions = dom.createDiv({ cls: "expert-friend-adopted-actions" });
	const button = (label: string, icon: string, press: () => void): void => {
		addButton(actions, port.drawIcon, { label, icon, press }).addEventListener("mousedown", (event) =>
			event.preventDefault(),
		);
	};
	if (span.undo !== null)
		button(strings.mine, "undo-2", () =>
			withThem((now) => {
				if (now.undo === null) port.changed();
				else if (takeBack(view, now, port)) done();
			}),
		);
	button(strings.toRecord, "quote", () => {
		done();
		if (span.record.elsewhere !== undefined) return port.elsewhere.open(span.record);
		withThem((now) => {
			view.dispatch({ selection: { anchor: now.record.range.from }, scrollIntoView: true });
			view.focus();
		});
	});
	button(port.cite.label(), "book-marked", () => {
		done();
		port.cite.open(view, span.record);
	});
	return dom;
}

function insertedBy(changes: ChangeSet): readonly Range[] {
	const inserted: Range[] = [];
	changes.iterChanges((_fromA, _toA, from, to) => inserted.push({ from, to }));
	return inserted;
}

function finder(port: AdoptedPort): Extension {
	return ViewPlugin.fromClass(
		class {
			private readonly pause: Pause;
			private written: readonly Range[] = [];

			constructor(view: EditorView) {
				this.pause = new Pause(window, () => {
					const { written } = this;
					this.written = [];
					refreshAdopted(view, port, written);
				});
				this.pause.begin(0);
			}

			// Typing goes on undisturbed: records are looked for when it pauses.
			update(update: ViewUpdate): void {
				if (!update.docChanged) return;
				this.written = this.written.map(({ from, to }) => ({
					from: update.changes.mapPos(from, 1),
					to: update.changes.mapPos(to, -1),
				}));
				if (update.transactions.some((transaction) => transaction.isUserEvent(consultEvent)))
					this.written = [...this.written, ...insertedBy(update.changes)];
				const whole =
					update.startState.doc.length > 0 &&
					update.transactions.some(
						(transaction) =>
							transaction.isUserEvent(consultEvent) ||
							transaction.isUserEvent("undo") ||
							transaction.isUserEvent("redo"),
					);
				this.pause.begin(whole ? 0 : settled);
			}

			destroy(): void {
				this.pause.stop();
			}
		},
	);
}
