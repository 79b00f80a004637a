import type { Answer } from "../core/consultation/answer";
import { roughTokens } from "../core/estimate/tokens";
import type { InterfaceStrings } from "../core/i18n/en";
import type { WordsEnd } from "../core/wording/ends";
import { addButton, type DrawIcon } from "./button";

/** How an answer ended that left nothing to choose from, as it is shown. */
export interface EndModel {
	readonly kind: WordsEnd["kind"];
	readonly title: string;
	/** Why proposals can't be used, with how many. */
	readonly why: readonly { readonly count: string; readonly text: string }[];
	/** A sentence more, or empty. */
	readonly note: string;
}

const icons: Readonly<Record<WordsEnd["kind"], string>> = {
	nothing: "check",
	unusable: "list",
	unreadable: "circle-alert",
};

/**
 * An end in words.
 * @param isFirst whether it is the first answer of the list: a later one brings nothing more, rather than nothing
 * better
 */
export function endModel(
	end: WordsEnd,
	answer: Pick<Answer, "text" | "usage">,
	strings: InterfaceStrings,
	isFirst: boolean,
): EndModel {
	const { words, locale } = strings;
	switch (end.kind) {
		case "nothing":
			return { kind: end.kind, title: isFirst ? words.nothingBetter : words.nothingMore, why: [], note: "" };
		case "unusable":
			return {
				kind: end.kind,
				title: words.unusable(end.count),
				why: end.why.map(({ reason, count }) => ({
					count: count.toLocaleString(locale),
					text: words.reasons[reason](count),
				})),
				note: "",
			};
		case "unreadable": {
			const tokens = answer.usage?.completionTokens || roughTokens(answer.text);
			return { kind: end.kind, title: words.unread, why: [], note: words.unreadKept(tokens.toLocaleString(locale)) };
		}
	}
}

/** The place of a list where its end is told. Empty and out of sight while there is none. */
export class EndView {
	private readonly dom: HTMLElement;
	private shown = "";

	/** @param showThem shows proposals that can't be used */
	constructor(
		parent: HTMLElement,
		private readonly strings: InterfaceStrings["words"],
		private readonly drawIcon: DrawIcon,
		private readonly showThem: () => void,
	) {
		this.dom = parent.createDiv({ cls: "expert-friend-outcome", attr: { role: "status" } });
	}

	render(end: EndModel | null): void {
		// What is there already is not told again.
		const shown = JSON.stringify(end);
		if (shown === this.shown) return;
		this.shown = shown;
		const { dom, strings } = this;
		dom.empty();
		if (end === null) return;
		this.drawIcon(
			dom.createSpan({ cls: `expert-friend-icon is-${end.kind}`, attr: { "aria-hidden": "true" } }),
			icons[end.kind],
		);
		dom.createEl("p", { text: end.title });
		if (end.note !== "") dom.createEl("p", { cls: "expert-friend-muted expert-friend-small", text: end.note });
		if (end.kind !== "unusable") return;
		const why = dom.createEl("ul");
		for (const { count, text } of end.why) {
			const line = why.createEl("li");
			line.createSpan({ text: count });
			line.createSpan({ text });
		}
		const cls = "expert-friend-quiet is-main";
		addButton(dom, this.drawIcon, { label: strings.showThem, press: () => this.showThem(), cls });
	}
}
