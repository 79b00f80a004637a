import type { App } from "obsidian";
import type { DevicePlace } from "../../core/stored/places";
import { list, object, read, required, text, toStore, type Schema } from "../../core/stored/schema";

/** A piece that could not be read, as it was found. */
export interface Aside {
	readonly place: string;
	/** JSON; where a whole place is no JSON, empty: it stays where it is, and `place` says where. */
	readonly json: string;
}

const storedAside = list(object<Aside>({ place: required(text), json: required(text) }));
const asideKey = "expert-friend-aside";

/** Places with the same name that are tried before it is given up: each that is no JSON stays untouched. */
const maxTries = 9;

export interface DevicePort {
	readonly app: Pick<App, "loadLocalStorage" | "saveLocalStorage">;
	/** Called when there is no more room, once until there is some again. */
	readonly full: () => void;
	/** Called when something of a place could not be read and was put aside: once for each piece, restarts included. */
	readonly unread: (place: DevicePlace) => void;
}

/**
 * What this device keeps for the vault, beside the vault itself: by place, small. Never throws, since what is kept here
 * must not stop an answer. What can't be read counts as nothing, and is put aside before its place is written again;
 * what there is no room for holds until the app closes.
 */
export class Device {
	private readonly unkept = new Map<string, unknown>();
	/** Places that hold what could neither be read nor put aside: not written again. */
	private readonly held = new Set<string>();

	constructor(private readonly port: DevicePort) {}

	/** What was last saved, as `schema` reads it; `nothing` where there is none, or it can't be read. */
	read<T>(place: DevicePlace, schema: Schema<T>, nothing: T): T {
		const key = keyOf(place);
		const stored = this.load(place, key);
		if (stored === null || stored === undefined) return nothing;
		const pieces: unknown[] = [];
		const found = read(schema, stored, nothing, (_path, piece) => pieces.push(piece));
		if (pieces.length > 0) this.putAside(place, pieces);
		return found;
	}

	/** @param data what JSON can hold; null for nothing */
	save(place: DevicePlace, data: unknown): void {
		this.write(keyOf(place), toStore(data));
	}

	/** Keeps pieces of a place that can't be used, so that they may be taken away from it. */
	putAside(place: DevicePlace, pieces: readonly unknown[]): void {
		try {
			this.keepAside(
				place,
				pieces.map((piece) => ({ place, json: JSON.stringify(piece) })),
			);
		} catch {
			this.held.add(keyOf(place));
		}
	}

	/** All that was put aside on this device. */
	get aside(): readonly Aside[] {
		try {
			return read(storedAside, this.port.app.loadLocalStorage(asideKey), []);
		} catch {
			return [];
		}
	}

	/** Forgets what was put aside. */
	clearAside(): void {
		this.port.app.saveLocalStorage(asideKey, null);
	}

	private keepAside(place: DevicePlace, pieces: readonly Aside[]): void {
		const { aside } = this;
		const isKnown = (piece: Aside, among: readonly Aside[]): boolean =>
			among.some((known) => known.place === piece.place && known.json === piece.json);
		const fresh = pieces.filter((piece, at) => !isKnown(piece, aside) && !isKnown(piece, pieces.slice(0, at)));
		if (fresh.length === 0) return;
		this.port.app.saveLocalStorage(asideKey, [...aside, ...fresh]);
		this.port.unread(place);
	}

	private load(place: DevicePlace, key: string): unknown {
		if (this.unkept.has(key)) return this.unkept.get(key);
		try {
			const { at, value } = this.find(key);
			if (at !== key) this.keepAside(place, [{ place: key, json: "" }]);
			return value;
		} catch {
			return null;
		}
	}

	/** The first place under a name that holds JSON or nothing. @throws when storage can't be read at all */
	private find(key: string): { readonly at: string; readonly value: unknown } {
		for (let tries = 1; ; tries++) {
			const at = tries === 1 ? key : `${key}-${tries}`;
			try {
				return { at, value: this.port.app.loadLocalStorage(at) as unknown };
			} catch (error) {
				if (tries === maxTries) throw error;
			}
		}
	}

	private write(key: string, data: unknown): void {
		try {
			if (this.held.has(key)) throw new Error("What is there could not be put aside.");
			this.port.app.saveLocalStorage(this.find(key).at, data);
			this.unkept.delete(key);
		} catch {
			const isFirst = this.unkept.size === 0;
			this.unkept.set(key, data);
			if (isFirst) this.port.full();
		}
	}
}

function keyOf(place: DevicePlace): string {
	return `expert-friend-${place}`;
}
