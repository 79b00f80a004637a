import { StateEffect, StateField, type ChangeDesc, type Extension } from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";
import type { Change, Range } from "../core/text/text";

/** A change as the writer is shown it. `pending` words are offered and not yet looked at. */
export interface PreviewChange extends Change {
	readonly role: "picked" | "agreeing" | "recast" | "pending";
}

/** What the note would say, shown over the words that stand in it. The document is never touched. */
export class Preview {
	/**
	 * @param asked the words the writer asked about, underlaid while a surface is open; null for none.
	 * @param changes in document order, not overlapping.
	 */
	constructor(
		readonly asked: Range | null,
		readonly changes: readonly PreviewChange[],
	) {}

	/** The preview after an edit. Changes whose words were edited are left out: their place is no longer certain. */
	map(changes: ChangeDesc): Preview {
		if (changes.empty) return this;
		const kept = this.changes.filter((change) => changes.touchesRange(change.from, change.to) === false);
		return new Preview(
			this.asked && { from: changes.mapPos(this.asked.from, 1), to: changes.mapPos(this.asked.to, -1) },
			kept.map((change) => ({ ...change, from: changes.mapPos(change.from, 1), to: changes.mapPos(change.to, 1) })),
		);
	}

	/** Decorations for the changes: words in place of words, words between words, and words struck out. */
	decorations(): DecorationSet {
		const marks = this.changes.flatMap((change) => {
			const look = `expert-friend-${change.role === "recast" ? "picked" : change.role}`;
			if (change.role === "pending")
				return change.from < change.to ? [Decoration.mark({ class: look }).range(change.from, change.to)] : [];
			const widget = new Words(change.insert, look);
			if (change.from === change.to) return [Decoration.widget({ widget, side: 1 }).range(change.from)];
			return [Decoration.replace({ widget }).range(change.from, change.to)];
		});
		const { asked } = this;
		const ground =
			asked !== null &&
			asked.from < asked.to &&
			!this.changes.some((change) => change.from < asked.to && change.to > asked.from)
				? [Decoration.mark({ class: "expert-friend-asked" }).range(asked.from, asked.to)]
				: [];
		return Decoration.set([...ground, ...marks], true);
	}
}

class Words extends WidgetType {
	constructor(
		readonly words: string,
		readonly look: string,
	) {
		super();
	}

	override eq(other: Words): boolean {
		return other.words === this.words && other.look === this.look;
	}

	override toDOM(): HTMLElement {
		return createSpan({ cls: this.look, text: this.words });
	}

	override ignoreEvent(): boolean {
		return false;
	}
}

/** Shows a preview in place of the one there was; null shows the note as it is. */
export const setPreview = StateEffect.define<Preview | null>({
	map: (preview, changes) => preview && preview.map(changes),
});

/** The preview in one editor. */
export const previewField = StateField.define<Preview | null>({
	create: () => null,
	update(preview, transaction) {
		let next = preview && preview.map(transaction.changes);
		for (const effect of transaction.effects) if (effect.is(setPreview)) next = effect.value;
		return next;
	},
	provide: (field) => EditorView.decorations.from(field, (preview) => preview?.decorations() ?? Decoration.none),
});

// While a preview tells what is meant, the selection under it would only blur it.
const previewing = [
	EditorView.editorAttributes.compute([previewField], (state) =>
		state.field(previewField) === null ? {} : { class: "expert-friend-previewing" },
	),
	EditorView.baseTheme({ "&.expert-friend-previewing .cm-selectionLayer": { opacity: "0" } }),
];

/** Lets an editor show what would change. */
export function previews(): Extension {
	return [previewField, previewing];
}
