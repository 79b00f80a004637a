import { Unzip, UnzipInflate } from "fflate";
import { ActivityCsv } from "./activity-csv";
import { ChatArchive } from "./chat-archive";
import { JsonError, JsonReader } from "./json-reader";
import { PastPlaces, type PastCount, type PastRow, type PastSource } from "./past-use";

/** What was counted in a file. */
export interface PastUse {
	/** Null for a file that is none of those that can be read, or holds no answer. */
	readonly source: PastSource | null;
	/** In order of month and model. */
	readonly rows: readonly PastRow[];
	/** Answers that are in no row, since nothing tells of what month they are, or their line can't be read. */
	readonly leftOut: number;
	/** Requests that were this plugin's: they are in the journal. */
	readonly own: number;
	/** Whether the file breaks off, or is none of its kind from some place on; what came before it counts. */
	readonly broken: boolean;
}

/** One way to read. */
interface Form {
	/** Returns whether it makes sense to go on. */
	write(piece: Uint8Array): boolean;
	end(): void;
}

/**
 * Counts past use in a file that comes in pieces: OpenRouter's activity (CSV), an export of Open WebUI's chats, the
 * `conversations.json` of ChatGPT's and Claude's archives, or such an archive (zip). No text is held, let alone kept.
 */
export class PastReader {
	private readonly places: PastPlaces;
	private readonly archive: ChatArchive;
	private readonly csv: ActivityCsv;
	private form: Form | null = null;
	private broken = false;

	/** @param monthOf the month of a time in milliseconds, `2026-03`, where the writer is */
	constructor(monthOf: (time: number) => string) {
		this.places = new PastPlaces(monthOf);
		this.archive = new ChatArchive(this.places);
		this.csv = new ActivityCsv(this.places);
	}

	/**
	 * Reads the next piece. Returns false when nothing more can be made of the file. Of an archive a small piece may be a
	 * thousand times as much: give 16 kB at a time.
	 */
	write(piece: Uint8Array): boolean {
		if (this.broken) return false;
		if (this.form === null) {
			const first = piece.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
			if (first === undefined) return true;
			this.form = this.formOf(first, piece);
		}
		const { form } = this;
		return this.attempt(() => form.write(piece));
	}

	/** Ends reading. */
	end(): PastUse {
		const { form, archive, csv } = this;
		if (form !== null && !this.broken)
			this.attempt(() => {
				form.end();
				return true;
			});
		const source = csv.isKnown ? "openrouter" : archive.source;
		const counts = (csv.isKnown ? csv : archive).counts;
		const rows =
			source === null ? [] : counts.filter(({ month }) => month !== "").map((count): PastRow => ({ source, ...count }));
		return {
			source: rows.length === 0 && csv.own === 0 ? null : source,
			rows,
			leftOut: csv.unread + sum(counts.filter(({ month }) => month === "")),
			own: csv.own,
			broken: this.broken,
		};
	}

	private attempt(act: () => boolean): boolean {
		try {
			return act();
		} catch (error) {
			// fflate throws plain errors with a code; anything else is a fault of ours.
			if (!(error instanceof JsonError) && !(error instanceof Error && "code" in error)) throw error;
			this.broken = true;
			return false;
		}
	}

	private formOf(first: number, piece: Uint8Array): Form {
		const [open, array, p, k] = [0x7b, 0x5b, 0x50, 0x4b];
		if (first === open || first === array) return this.json();
		if (first === p && piece[1] === k) return this.zip();
		const decoder = new TextDecoder();
		return { write: (bytes) => this.csv.write(decoder.decode(bytes, { stream: true })), end: () => this.csv.end() };
	}

	private json(): Form {
		const reader = new JsonReader(this.archive);
		return {
			write: (bytes) => {
				reader.write(bytes);
				return true;
			},
			end: () => reader.end(),
		};
	}

	/** The files with conversations in it; the others are passed over. */
	private zip(): Form {
		const unzip = new Unzip();
		let reading = 0;
		unzip.register(UnzipInflate);
		unzip.onfile = (file) => {
			if (!/(^|\/)conversations[^/]*\.json$/i.test(file.name)) return;
			const json = this.json();
			reading++;
			file.ondata = (error, bytes, final) => {
				if (error !== null) throw error;
				json.write(bytes);
				if (!final) return;
				json.end();
				reading--;
			};
			file.start();
		};
		return {
			write: (bytes) => {
				unzip.push(bytes);
				return true;
			},
			end: () => {
				unzip.push(new Uint8Array(0), true);
				if (reading > 0) throw new JsonError("It ends too early.");
			},
		};
	}
}

function sum(counts: readonly PastCount[]): number {
	return counts.reduce((all, { answers }) => all + answers, 0);
}
