import type { InterfaceStrings } from "../../core/i18n/en";
import type { Region } from "../../core/draft/merge-lines";
import { diffWords } from "../../core/wording/diff";
import { GrowingField } from "./growing-field";
import type { NoteField, PromptDrafts } from "./prompt-drafts";

export interface NoteFieldViewPort {
	readonly drafts: PromptDrafts;
	readonly strings: () => InterfaceStrings;
	/** The field's accessible name. */
	readonly label: string;
	/** What a note that is not there yet would hold. */
	readonly placeholder: () => string;
	/** Told the state of the field whenever that changed. */
	readonly drawn: (field: NoteField | null) => void;
}

/**
 * The field that is a note: typing in it is typing in the note. Where lines were changed here and elsewhere at once,
 * both versions stand below each other until one is chosen, and the lines around them can be typed in.
 */
export class NoteFieldView {
	private readonly dom: HTMLElement;
	private path = "";
	/** The places of the draft that are shown; a single one without a clash is the field. */
	private shown: readonly Region[] = [];
	private inputs: readonly (GrowingField | null)[] = [];
	private readonly stop: () => void;

	constructor(
		parent: HTMLElement,
		private readonly port: NoteFieldViewPort,
	) {
		this.dom = parent.createDiv({ cls: "expert-friend-note-field", attr: { tabindex: "-1" } });
		this.stop = port.drafts.onChange((path) => {
			if (path === this.path) this.draw();
		});
	}

	/** Shows another note, or the same again. */
	show(path: string): void {
		const { drafts } = this.port;
		this.path = path;
		if (drafts.of(path) === null) void drafts.open(path);
		this.draw();
	}

	focus(): void {
		(this.inputs.find((input) => input !== null) ?? this.dom).focus();
	}

	close(): void {
		this.stop();
	}

	private draw(): void {
		const field = this.port.drafts.of(this.path);
		// Not under the writer's fingers: both versions are shown once typing rests.
		const inTwo = field !== null && field.draft.clashes > 0 && !this.port.drafts.isTyping(this.path);
		const shape = inTwo ? field.draft.regions : [];
		if (this.inputs.length === 0 || !alike(shape, this.shown)) this.build(shape, field);
		this.shown = shape;
		for (const [at, input] of this.inputs.entries())
			input?.set((inTwo ? shape[at]?.here.join("\n") : field?.draft.here) ?? "");
		if (!inTwo) for (const input of this.inputs) if (input !== null) input.placeholder = this.placeholder(field);
		this.port.drawn(field);
	}

	private build(regions: readonly Region[], field: NoteField | null): void {
		const { dom, port } = this;
		const held = dom.contains(dom.ownerDocument.activeElement);
		dom.empty();
		dom.toggleClass("expert-friend-versions", regions.length > 0);
		if (regions.length === 0) {
			dom.removeAttribute("role");
			dom.removeAttribute("aria-label");
			this.inputs = [this.input(null, this.placeholder(field))];
		} else {
			const clashes = regions.filter((region) => region.clashes).length;
			dom.setAttrs({ role: "group", "aria-label": port.strings().zone.inTwoVersions(port.label, clashes) });
			this.inputs = regions.map((region, at) => {
				if (!region.clashes) return region.here.length === 0 ? null : this.input(at, "");
				this.pair(region, at, field?.changedAt ?? null);
				return null;
			});
		}
		if (held) {
			const first = this.inputs[0];
			if (regions.length === 0 && first != null) first.input.focus();
			else dom.focus();
		}
	}

	private input(region: number | null, placeholder: string): GrowingField {
		return new GrowingField(this.dom, {
			label: this.port.label,
			placeholder,
			typed: (text) => this.port.drafts.edit(this.path, region, text),
		});
	}

	/** Two versions of some lines, each with the button that keeps it. */
	private pair(region: Region, at: number, changedAt: number | null): void {
		const { drafts, strings } = this.port;
		const { zone } = strings();
		const pair = this.dom.createDiv({ cls: "expert-friend-pair" });
		const [here, disk] = [region.here.join("\n"), region.disk.join("\n")];
		const changes = diffWords(here, disk);
		const version = (
			label: string,
			text: string,
			spans: readonly (readonly [number, number])[],
			keep: string,
			side: "here" | "disk",
		): void => {
			const row = pair.createDiv({ cls: "expert-friend-version" });
			row.createSpan({ text: label });
			const words = row.createDiv({ cls: "expert-friend-version-words", attr: { dir: "auto" } });
			if (text === "") words.createSpan({ cls: "expert-friend-muted", text: zone.nothingThere });
			let from = 0;
			for (const [start, end] of spans) {
				words.appendText(text.slice(from, start));
				if (end > start) words.createEl("b", { text: text.slice(start, end) });
				from = end;
			}
			words.appendText(text.slice(from));
			row
				.createEl("button", { text: keep, attr: { type: "button", "aria-label": strings().labelled(keep, text) } })
				.addEventListener("click", () => drafts.choose(this.path, at, side));
		};
		version(
			zone.here,
			here,
			changes.map(({ fromA, toA }) => [fromA, toA] as const),
			zone.keepHere,
			"here",
		);
		const time = timeOf(changedAt, strings().locale);
		version(
			zone.onDisk(time),
			disk,
			changes.map(({ fromB, toB }) => [fromB, toB] as const),
			zone.takeDisk,
			"disk",
		);
	}

	private placeholder(field: NoteField | null): string {
		return field?.exists === false ? this.port.placeholder() : "";
	}
}

/** A time of the day, as the writer's language has it. */
export function timeOf(time: number | null, locale: string): string {
	return time === null ? "" : new Date(time).toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" });
}

/** Whether the same fields show two states of a draft: only what is typed differs. */
function alike(one: readonly Region[], other: readonly Region[]): boolean {
	return (
		one.length === other.length &&
		one.every((region, at) => {
			const before = other[at];
			if (before === undefined || region.clashes !== before.clashes) return false;
			if (!region.clashes) return (region.here.length === 0) === (before.here.length === 0);
			return region.here.join("\n") === before.here.join("\n") && region.disk.join("\n") === before.disk.join("\n");
		})
	);
}
