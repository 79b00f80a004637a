import { joined, mergeLines, type Region } from "./merge-lines";

/** Which of two versions of a line. */
export type Side = "here" | "disk";

/**
 * A text that is being changed here while it may change on disk. Never mutated. What both sides changed is merged by
 * lines; where lines clash, both versions are kept until one is chosen, and the one here is the text's.
 */
export class Draft {
	private constructor(readonly regions: readonly Region[]) {}

	/** A text that is the same here and on disk. */
	static of(text: string): Draft {
		const lines = text.split("\n");
		return new Draft([{ base: lines, here: lines, disk: lines, clashes: false }]);
	}

	/** The text as it reads here. */
	get here(): string {
		return this.textOf("here");
	}

	/** The text as it was last on disk. */
	get disk(): string {
		return this.textOf("disk");
	}

	/** What both began with, where they clash; elsewhere what is on disk. */
	get base(): string {
		return this.textOf("base");
	}

	/** How many stretches of lines are there in two versions. */
	get clashes(): number {
		return this.regions.filter((region) => region.clashes).length;
	}

	/** Whether something was changed here that is not on disk. */
	get isUnsaved(): boolean {
		return this.here !== this.disk;
	}

	/** The draft with other words in one region. @param at the region's place */
	edit(at: number, text: string): Draft {
		return new Draft(
			this.regions.map((region, place) => (place === at ? { ...region, here: text.split("\n") } : region)),
		);
	}

	/** The draft with another text as a whole: what clashes is found anew. */
	editWhole(text: string): Draft {
		return new Draft(mergeLines(this.base.split("\n"), text.split("\n"), this.disk.split("\n")));
	}

	/** The draft with one of two versions chosen; the region is one with its neighbours then. */
	choose(at: number, side: Side): Draft {
		const chosen = this.regions.map((region, place): Region =>
			place === at ? { base: region.disk, here: region[side], disk: region.disk, clashes: false } : region,
		);
		return new Draft(
			chosen.reduce<readonly Region[]>((regions, region) => {
				const last = regions[regions.length - 1];
				return last === undefined || last.clashes || region.clashes
					? [...regions, region]
					: [...regions.slice(0, -1), joined(last, region)];
			}, []),
		);
	}

	/** The draft after the text changed on disk. */
	withDisk(text: string): Draft {
		if (text === this.disk) return this;
		const [base, here, disk] = [this.base, this.here, text].map((one) => one.split("\n"));
		return new Draft(mergeLines(base ?? [], here ?? [], disk ?? []));
	}

	private textOf(side: keyof Omit<Region, "clashes">): string {
		return this.regions.flatMap((region) => region[side]).join("\n");
	}
}
