import type { InterfaceStrings } from "../core/i18n/en";
import { addIcon, type DrawIcon } from "./button";

export interface OwnWordOptions {
	readonly strings: InterfaceStrings["words"];
	readonly drawIcon: DrawIcon;
	/** Whether the list is a sheet under fingers, whose rarer buttons are folded. */
	readonly touch: boolean;
	/** Id of the listbox that the field works. */
	readonly listId: string;
}

/** The field for the writer's own word, and what unfolds the rarer buttons of a sheet. */
export interface OwnWord {
	readonly row: HTMLElement;
	readonly field: HTMLInputElement;
	readonly fold: HTMLElement | null;
}

/** The row of a list of words in which the writer types their own. */
export function ownWordRow(parent: HTMLElement, { strings, drawIcon, touch, listId }: OwnWordOptions): OwnWord {
	const row = parent.createDiv({ cls: "expert-friend-own" });
	addIcon(row, drawIcon, "pencil-line");
	const field = row.createEl("input", {
		type: "text",
		placeholder: touch ? strings.ownLabel : strings.own,
		attr: {
			role: "combobox",
			"aria-label": strings.ownLabel,
			"aria-controls": listId,
			"aria-expanded": "true",
			"aria-autocomplete": "list",
			autocomplete: "off",
			spellcheck: "false",
		},
	});
	if (!touch) return { row, field, fold: null };
	const fold = row.createEl("button", {
		cls: "expert-friend-fold clickable-icon",
		attr: {
			type: "button",
			"aria-label": strings.moreActions,
			"aria-expanded": "false",
			"aria-controls": `${listId}-actions`,
		},
	});
	drawIcon(fold, "ellipsis");
	return { row, field, fold };
}

/** Folds a row of buttons, which another button unfolds and folds again. */
export function foldBy(fold: HTMLElement, actions: HTMLElement): void {
	actions.addClass("is-folded");
	fold.addEventListener("click", () => {
		actions.toggleClass("is-folded", !actions.hasClass("is-folded"));
		fold.setAttribute("aria-expanded", String(!actions.hasClass("is-folded")));
	});
}
