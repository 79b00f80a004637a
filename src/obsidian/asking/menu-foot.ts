import { setIcon } from "obsidian";
import type { InterfaceWords } from "../../core/i18n/en";
import type { Asking, Draft } from "./asking";
import type { Figures } from "../models/figures";
import type { Friend, Models } from "../models/models";

export interface MenuFootPort {
	readonly words: () => InterfaceWords;
	readonly models: Models;
	readonly figures: Figures;
	readonly asking: Asking;
}

/** What the foot of the hover menu says of the entry in focus. */
export interface FootOf {
	/** Who would be asked; null when no model is set up. */
	readonly friend: Friend | null;
	/** What would be sent, as far as it is known before a question is typed. */
	readonly draft: (friend: Friend) => Draft;
	/** Called when the writer wants another model. */
	readonly choose: () => void;
	/** Called when the writer wants to see what would be sent; null where nothing can be shown yet. */
	readonly show: (() => void) | null;
}

/** Draws the foot of the hover menu: who is asked, what it will cost, how much of the note goes along. */
export function drawFoot(parent: HTMLElement, { friend, draft, choose, show }: FootOf, port: MenuFootPort): void {
	const words = port.words();
	parent.empty();
	const line = parent.createDiv({ cls: "expert-friend-foot-line" });
	const chooser = line.createEl("button", {
		cls: "expert-friend-quiet is-main",
		attr: { type: "button", title: words.menu.chooseModel },
	});
	// An objective may name a model of another endpoint than the chosen one: said before anything goes there.
	const elsewhere = friend !== null && friend.endpoint.id !== port.models.current()?.endpoint.id;
	chooser.createSpan({
		text:
			friend === null
				? words.menu.noModel
				: elsewhere
					? words.menu.modelAt(friend.name, friend.endpoint.name)
					: friend.name,
	});
	setIcon(chooser.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), "chevron-down");
	chooser.addEventListener("click", choose);
	if (friend === null) return;
	const drafted = draft(friend);
	const { sent } = drafted;
	const size = port.asking.sizeOf(drafted);
	line.createSpan({ cls: "expert-friend-end", text: port.figures.forecast(friend, size.tokens) });
	const below = parent.createDiv({ cls: "expert-friend-foot-line" });
	const shower = below.createEl(show === null ? "span" : "button", {
		cls: "expert-friend-quiet expert-friend-foot-sent",
		attr: show === null ? {} : { type: "button", title: words.sent.title },
	});
	setIcon(shower.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), "eye");
	const count = size.words.toLocaleString(words.locale);
	shower.createSpan({
		text:
			sent.extent === "part"
				? words.menu.sendsPart(count)
				: sent.extent === "passage"
					? words.menu.sendsPassage
					: sent.extent === "section"
						? words.menu.sendsSection(count)
						: words.menu.sendsNote(count),
	});
	if (show !== null) shower.addEventListener("click", show);
}
