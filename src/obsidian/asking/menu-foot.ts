import { setIcon, type App } from "obsidian";
import type { ChatRequest } from "../../core/chat/chat";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { RequestBuilder, Draft } from "./request-builder";
import type { UsageForecast } from "../models/usage-forecast";
import type { ModelTarget } from "../../core/models/model-target";
import type { Models } from "../models/models";
import { SentModal } from "../dialogs/sent-modal";

export interface FootPort {
	readonly app: App;
	readonly strings: () => InterfaceStrings;
	readonly models: Models;
	readonly usageForecast: UsageForecast;
	readonly requests: RequestBuilder;
	/** A request as it goes on the wire. */
	readonly bodyOf: (request: ChatRequest) => string;
}

/** What the foot of the hover menu says of the entry in focus. */
interface Shown {
	/** Who would be asked; null when no model is set up. */
	readonly target: ModelTarget | null;
	/** What would be sent, as far as it is known before a question is typed. */
	readonly draft: (target: ModelTarget) => Draft;
	/** Called when the writer wants another model. */
	readonly choose: () => void;
	/** Called when the writer wants to see what would be sent; null where nothing can be shown yet. */
	readonly show: (() => void) | null;
}

/** Draws the foot of the hover menu: who is asked, what it will cost, how much of the note goes along. */
function drawFoot(parent: HTMLElement, { target, draft, choose, show }: Shown, port: FootPort): void {
	const strings = port.strings();
	parent.empty();
	const line = parent.createDiv({ cls: "expert-friend-foot-line" });
	const chooser = line.createEl("button", {
		cls: "expert-friend-quiet is-main",
		attr: { type: "button", title: strings.menu.chooseModel },
	});
	// An objective may name a model of another endpoint than the chosen one: said before anything goes there.
	const elsewhere = target !== null && target.endpoint.id !== port.models.current()?.endpoint.id;
	chooser.createSpan({
		text:
			target === null
				? strings.menu.noModel
				: elsewhere
					? strings.menu.modelAt(target.name, target.endpoint.name)
					: target.name,
	});
	setIcon(chooser.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), "chevron-down");
	chooser.addEventListener("click", choose);
	if (target === null) return;
	const drafted = draft(target);
	const { sent } = drafted;
	const size = port.requests.sizeOf(drafted);
	line.createSpan({ cls: "expert-friend-end", text: port.usageForecast.of(target, size.tokens) });
	const below = parent.createDiv({ cls: "expert-friend-foot-line" });
	const shower = below.createEl(show === null ? "span" : "button", {
		cls: "expert-friend-quiet expert-friend-foot-sent",
		attr: show === null ? {} : { type: "button", title: strings.sent.title },
	});
	setIcon(shower.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), "eye");
	const count = size.words.toLocaleString(strings.locale);
	shower.createSpan({
		text:
			sent.extent === "part"
				? strings.menu.sendsPart(count)
				: sent.extent === "passage"
					? strings.menu.sendsPassage
					: sent.extent === "section"
						? strings.menu.sendsSection(count)
						: strings.menu.sendsNote(count),
	});
	if (show !== null) shower.addEventListener("click", show);
}

/** What a foot is made from that follows what is chosen and typed. */
export interface Foot {
	/** The model that an objective names; null for the writer's. */
	readonly model: string | null;
	/** Whether the draft is all that would be sent, and can be shown. */
	readonly isWhole: boolean;
	readonly draft: (target: ModelTarget) => Draft;
	/** Called when the writer wants another model, or one at all. */
	readonly choose: (target: ModelTarget | null) => void;
}

/** Draws such a foot, with a way to see the request as it goes on the wire. */
export function footOf(port: FootPort, { model, isWhole, draft, choose }: Foot): (parent: HTMLElement) => void {
	const target = port.models.toAsk(model);
	const show = (to: ModelTarget): void => {
		const { request } = draft(to);
		new SentModal(port.app, port.strings(), request, port.bodyOf(request)).open();
	};
	return (parent) =>
		drawFoot(
			parent,
			{ target, draft, choose: () => choose(target), show: target === null || !isWhole ? null : () => show(target) },
			port,
		);
}
