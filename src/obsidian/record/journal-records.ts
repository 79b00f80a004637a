import { editorInfoField, TFile, type App } from "obsidian";
import type { EditorView } from "@codemirror/view";
import { latest } from "../../core/journal/facts";
import { recordedIn } from "../../core/journal/of-note";
import type { AdoptedSpan } from "../../core/record/marks";
import type { FoundRecord } from "../../core/record/parse";
import type { AdoptedPort } from "../../editor/adopted";
import type { Views } from "../consultations/views";
import type { Journal } from "./journal";
import type { RecordService } from "./record-service";

export interface JournalRecordsPort {
	readonly app: App;
	readonly journal: Journal;
	readonly views: Views;
	readonly records: RecordService;
	/** Finds the marks of an editor anew. */
	readonly refresh: (view: EditorView) => void;
}

/**
 * The records of a note that stand in the journal only: what its marks are found by then. Read when an editor first
 * asks for them.
 */
export class JournalRecords {
	/** By path; empty while they are being read. */
	private readonly known = new Map<string, readonly FoundRecord[]>();

	constructor(private readonly port: JournalRecordsPort) {}

	/** What the marks ask for. */
	get marks(): AdoptedPort["elsewhere"] {
		return {
			of: (state) => this.of(state.field(editorInfoField, false)?.file?.path ?? null),
			takenBack: (span) => void this.takenBack(span),
			open: (record) => void this.open(record),
		};
	}

	/** What is known of a note's records by now. Its editors are told when there is more. */
	of(path: string | null): readonly FoundRecord[] {
		if (path === null || this.port.records.inNotes) return [];
		const known = this.known.get(path);
		if (known === undefined) void this.read(path);
		return known ?? [];
	}

	/** The journal has more of a note. */
	entered(path: string): void {
		if (!this.port.records.inNotes) void this.read(path);
	}

	/** A file changed on disk: another device's entries may have come. */
	changed(path: string): void {
		if (this.port.records.inNotes || !this.port.journal.isMonth(path)) return;
		for (const note of this.known.keys()) void this.read(note);
	}

	/** Notes in the journal that the writer went back to their own words. */
	private async takenBack(span: AdoptedSpan): Promise<void> {
		const place = span.record.elsewhere;
		if (place === undefined) return;
		await this.port.journal.change(place.path, (text) => {
			const entries = recordedIn(text, place.note, this.port.records.ownLabels);
			const placed = entries.filter(({ entry }) => entry.id === place.id).pop();
			return placed === undefined
				? null
				: this.port.records.takenBack(text, {
						...span,
						record: { ...span.record, range: { from: placed.from, to: placed.to } },
					});
		});
		await this.read(place.note);
	}

	/** Shows the entry in its month. */
	private async open(record: FoundRecord): Promise<void> {
		const place = record.elsewhere;
		const file = place === undefined ? null : this.port.app.vault.getAbstractFileByPath(place.path);
		if (place === undefined || !(file instanceof TFile)) return;
		const text = await this.port.app.vault.cachedRead(file);
		const placed = recordedIn(text, place.note, this.port.records.ownLabels)
			.filter(({ entry }) => entry.id === place.id)
			.pop();
		await this.port.app.workspace.openLinkText(place.path, "", false, {
			eState: { line: text.slice(0, placed?.from ?? 0).split("\n").length - 1 },
		});
	}

	private async read(note: string): Promise<void> {
		if (!this.known.has(note)) this.known.set(note, []);
		const placed = await this.port.journal.recorded(note, this.port.records.ownLabels);
		const paths = new Map(placed.map(({ path, entry }) => [entry.id, path]));
		this.known.set(
			note,
			latest(placed.map(({ entry }) => entry)).map(({ id, record }) => ({
				range: { from: 0, to: 0 },
				depth: 1,
				record,
				elsewhere: { path: paths.get(id) ?? "", note, id },
			})),
		);
		for (const view of this.port.views.ofNote(note)) this.port.refresh(view);
	}
}
