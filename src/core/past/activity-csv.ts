import { PastTally, tokenCount, type PastCount, type PastPlaces } from "./past-use";

/** Names of columns, as OpenRouter's page writes them and its interface calls them. */
const columns = {
	time: ["created_at", "date"],
	model: ["model_permaslug", "model"],
	cost: ["cost_total", "usage"],
	tokensIn: ["tokens_prompt", "prompt_tokens"],
	tokensOut: ["tokens_completion", "completion_tokens"],
	requests: ["requests"],
	app: ["app_name"],
} as const;
type Column = keyof typeof columns;

/** Units of a field, and fields of a line, that are kept: no more than any that is looked at. */
const maxField = 300;
const maxFields = 200;

/** What this plugin calls itself when it asks: such requests are in the journal already. */
const ownName = "Expert Friend";

/**
 * Counts the requests in OpenRouter's activity (CSV) while it is read. Reasoning is in what it calls completion.
 */
export class ActivityCsv {
	private readonly tally = new PastTally();
	private places: Readonly<Partial<Record<Column, number>>> | null = null;
	private header = true;
	private fields: string[] = [];
	private field = "";
	private quoted = false;
	/** Whether the last sign was a quote mark within a quoted field: its end, or half of one. */
	private half = false;
	/** Requests that were this plugin's. */
	own = 0;
	/** Lines that can't be read. */
	unread = 0;

	constructor(private readonly where: PastPlaces) {}

	/** Whether the first line says that this is such a file. False before it was read. */
	get isKnown(): boolean {
		return this.places !== null;
	}

	get counts(): readonly PastCount[] {
		return this.tally.all;
	}

	/** Reads a piece. Returns whether it makes sense to go on. */
	write(piece: string): boolean {
		for (const sign of piece) this.read(sign);
		return this.header || this.isKnown;
	}

	/** Ends reading, with a line that has no end if there is one. */
	end(): void {
		if (this.field !== "" || this.fields.length > 0) this.endLine();
	}

	private read(sign: string): void {
		if (this.half) {
			this.half = false;
			if (sign === '"') return this.take(sign);
			this.quoted = false;
		}
		if (this.quoted) {
			if (sign === '"') this.half = true;
			else this.take(sign);
		} else if (sign === '"' && this.field === "") this.quoted = true;
		else if (sign === ",") this.endField();
		else if (sign === "\n") this.endLine();
		else this.take(sign);
	}

	private take(sign: string): void {
		if (this.field.length < maxField) this.field += sign;
	}

	private endField(): void {
		if (this.fields.length < maxFields) this.fields.push(this.field.trim());
		this.field = "";
	}

	private endLine(): void {
		this.endField();
		const { fields } = this;
		this.fields = [];
		if (fields.length === 1 && fields[0] === "") return;
		if (this.header) this.readHeader(fields);
		else if (this.places !== null) this.readLine(fields, this.places);
	}

	private readHeader(fields: readonly string[]): void {
		this.header = false;
		const names = fields.map((name) => name.replace(/^\ufeff/, "").toLowerCase());
		const found = Object.fromEntries(
			Object.entries(columns).flatMap(([column, called]) => {
				const at = names.findIndex((name) => (called as readonly string[]).includes(name));
				return at < 0 ? [] : [[column, at]];
			}),
		) as Partial<Record<Column, number>>;
		const { time, model, cost } = found;
		this.places = time === undefined || model === undefined || cost === undefined ? null : found;
	}

	private readLine(fields: readonly string[], places: Readonly<Partial<Record<Column, number>>>): void {
		const field = (column: Column): string => fields[places[column] ?? -1] ?? "";
		const number = (column: Column): number | null =>
			/^\d+(\.\d+)?(e-?\d+)?$/i.test(field(column)) ? Number(field(column)) : null;
		const month = this.where.month(timeOf(field("time")));
		const answers = places.requests === undefined ? 1 : tokenCount(number("requests") ?? -1);
		const cost = number("cost");
		if (month === "" || answers === null || cost === null) {
			this.unread++;
			return;
		}
		if (field("app") === ownName) {
			this.own += answers;
			return;
		}
		this.tally.add({
			month,
			model: this.where.model(field("model")),
			answers,
			tokensIn: tokenCount(number("tokensIn") ?? 0) ?? 0,
			tokensOut: tokenCount(number("tokensOut") ?? 0) ?? 0,
			estimated: false,
			cost,
		});
	}
}

/** A time in UTC: `2026-02-06 18:54:30.040`, `2026-02-06`. */
function timeOf(written: string): number | null {
	const [, day, time] =
		/^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?(?:Z|\+00(?::?00)?)?)?$/.exec(written) ?? [];
	// A day alone is one where the writer is: noon is on it almost everywhere.
	const at = day === undefined ? NaN : Date.parse(`${day}T${time ?? "12:00:00"}Z`);
	return Number.isNaN(at) ? null : at;
}
