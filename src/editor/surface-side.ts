/** Where a surface stands, seen from its passage; docked at the pane's bottom where there is no room beside it. */
export type Side = "below" | "above" | "docked";

/** What decides on a side, in pixels. */
export interface SideAsked {
	/** Where it stands; null before it opens. */
	readonly side: Side | null;
	readonly height: number;
	/** Height below which the surface is of no use; `Infinity` where it needs all of its height. */
	readonly least: number;
	/** Whether it is higher than it has been so far. */
	readonly grew: boolean;
	readonly room: Readonly<Record<"below" | "above", number>>;
}

/**
 * The side of a surface. It opens where there is room for all of it, or else for what it can't do without. There it
 * stays while it grows, and what it lists scrolls. What was scrolled meanwhile is the writer's doing.
 */
export function sideOf({ side, height, least, grew, room }: SideAsked): Side {
	const needed = Math.min(height, least);
	if (side === "docked" || (side !== null && (!grew || needed <= room[side]))) return side;
	if (height <= room.below) return "below";
	if (height <= room.above) return "above";
	const larger = room.below >= room.above ? "below" : "above";
	return needed <= room[larger] ? larger : "docked";
}
