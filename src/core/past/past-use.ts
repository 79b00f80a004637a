/** Where past use was counted. */
export const pastSources = {
	openrouter: "OpenRouter",
	"open-webui": "Open WebUI",
	chatgpt: "ChatGPT",
	claude: "Claude",
} as const;
export type PastSource = keyof typeof pastSources;

/** Use of one model in one month, elsewhere: counts, never texts. */
export interface PastRow {
	readonly source: PastSource;
	/** `2026-03`, where the writer is. */
	readonly month: string;
	/** As the source names it; empty where it does not. */
	readonly model: string;
	readonly answers: number;
	readonly tokensIn: number;
	readonly tokensOut: number;
	/** Whether tokens were estimated, in part at least, since the source tells none. */
	readonly estimated: boolean;
	/** In US dollars; null where the source tells none. */
	readonly cost: number | null;
}

/** One answer, or several of the same kind. */
export interface PastCount {
	/** As `PastPlaces.month` has it; empty where nothing tells. */
	readonly month: string;
	/** As `PastPlaces.model` has it; empty where nothing tells. */
	readonly model: string;
	readonly answers: number;
	readonly tokensIn: number;
	readonly tokensOut: number;
	readonly estimated: boolean;
	readonly cost: number | null;
}

/** Models that are told apart in one file: what names more of them is no archive of a person's. */
const maxModels = 400;

/** What is taken for the id of a model: nothing that could be a sentence or do something in a note. */
const modelId = /^[\p{L}\p{N}][\p{L}\p{N}._:/@+-]{0,119}$/u;

/** Years in which there may be something to count: a clock that was wrong, or somebody, wrote the others. */
const [minYear, maxYear] = [2018, 2099];

/** Says of what month and what model something is, of a bounded number of both. */
export class PastPlaces {
	private readonly models = new Set<string>();

	/** @param monthOf the month of a time in milliseconds, `2026-03`, where the writer is */
	constructor(private readonly monthOf: (time: number) => string) {}

	/** The month of a time; empty for none, and for one at which there was nothing to count. */
	month(time: number | null): string {
		if (time === null || !(Math.abs(time) < 8.64e15)) return "";
		const month = this.monthOf(time);
		const year = Number(month.slice(0, 4));
		return year >= minYear && year <= maxYear ? month : "";
	}

	/** A model's id; empty for what can be none, and for more models than anyone uses. */
	model(id: string | null): string {
		if (id === null || id === "") return "";
		if (this.models.has(id)) return id;
		if (this.models.size >= maxModels || !modelId.test(id)) return "";
		this.models.add(id);
		return id;
	}
}

/** Adds up by month and model. */
export class PastTally {
	private readonly counts = new Map<string, PastCount>();

	add(count: PastCount): void {
		const key = `${count.month} ${count.model}`;
		const before = this.counts.get(key);
		this.counts.set(key, before === undefined ? count : joined(before, count));
	}

	get isEmpty(): boolean {
		return this.counts.size === 0;
	}

	/** In order of month and model. */
	get all(): readonly PastCount[] {
		return [...this.counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
	}
}

function joined(one: PastCount, other: PastCount): PastCount {
	return {
		...one,
		answers: one.answers + other.answers,
		tokensIn: one.tokensIn + other.tokensIn,
		tokensOut: one.tokensOut + other.tokensOut,
		estimated: one.estimated || other.estimated,
		cost: one.cost === null && other.cost === null ? null : (one.cost ?? 0) + (other.cost ?? 0),
	};
}

/** Tokens of a text of which only the length is known, in UTF-8: about four bytes make one. */
export function tokensOfBytes(bytes: number): number {
	return Math.ceil(bytes / 4);
}

/** A number of tokens as a source tells it; null for what can't be one. */
export function tokenCount(value: number): number | null {
	return value >= 0 && value <= 1e12 ? Math.round(value) : null;
}
