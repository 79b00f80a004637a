import type { PastUse } from "../../core/past/past-reader";
import { localTime } from "../record/local-time";
import { Slices } from "../record/slices";

/** What came of reading a file. */
export interface ReadPast {
	readonly use: PastUse;
	/** The share of the file, from 0 to 1, that was read when nothing more could be made of it; 1 for all of it. */
	readonly share: number;
}

export interface PastReading {
	readonly stopped: AbortSignal;
	/** Called now and then with the share that was read, from 0 to 1. */
	readonly progress: (share: number) => void;
	/** Milliseconds from some moment on, never set back. */
	readonly elapsed: () => number;
}

/** Bytes that are taken from the file at once, and that are read in one go: of an archive they may be 16 MB. */
const slice = 1 << 20;
const piece = 1 << 14;

/**
 * Counts past use in a file, whatever its size: a piece of it at a time is in memory. Null when it was stopped.
 * @throws when the file can't be read
 */
export async function readPast(file: Blob, { stopped, progress, elapsed }: PastReading): Promise<ReadPast | null> {
	// Made when it is first wanted: unpacking archives has tables that take half as long as all else at load.
	const { PastReader } = await import("../../core/past/past-reader");
	const reader = new PastReader((time) => localTime(time).slice(0, 7));
	const slices = new Slices(elapsed);
	let done = 0;
	for (let goesOn = true; goesOn && done < file.size;) {
		const bytes = new Uint8Array(await file.slice(done, done + slice).arrayBuffer());
		for (let at = 0; goesOn && at < bytes.length; at += piece) {
			goesOn = reader.write(bytes.subarray(at, at + piece));
			if (goesOn) done += Math.min(piece, bytes.length - at);
			if (!slices.isOver) continue;
			progress(done / file.size);
			await slices.rest();
			if (stopped.aborted) return null;
		}
	}
	const use = reader.end();
	return { use, share: file.size === 0 ? 1 : done / file.size };
}
