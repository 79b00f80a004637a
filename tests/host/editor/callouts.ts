import {
	StateField,
	type EditorState,
	type Extension,
	type Range,
	type Text,
	type Transaction,
} from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import { getIcon } from "../icons";
import { editorInfoField, editorLivePreviewField } from "./fields";
import { postProcess, renderBody, renderInline } from "./rendered";

const icons: Readonly<Record<string, string>> = {
	note: "pencil",
	info: "info",
	todo: "circle-check-big",
	tip: "flame",
	success: "check",
	question: "circle-help",
	warning: "triangle-alert",
	failure: "x",
	danger: "zap",
	bug: "bug",
	example: "list",
	quote: "quote",
	abstract: "clipboard-list",
};

interface Callout {
	readonly from: number;
	readonly to: number;
	readonly type: string;
	readonly fold: "" | "+" | "-";
	readonly title: string;
	readonly body: readonly string[];
}

const opening = /^ {0,3}>[ \t]?\[!([^\]|]+)(?:\|[^\]]*)?\]([+-]?)[ \t]*(.*)$/;

/** The callouts that stand in the note itself, not in a list or in code. */
function findCallouts(state: EditorState): Callout[] {
	const found: Callout[] = [];
	const { doc } = state;
	let fence: string | null = null;
	let isInQuote = false;
	for (let n = 1; n <= doc.lines; n++) {
		const line = doc.line(n);
		const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line.text)?.[1];
		if (fence !== null) {
			if (mark !== undefined && mark.startsWith(fence)) fence = null;
			continue;
		}
		if (mark !== undefined) {
			fence = mark;
			continue;
		}
		const match = isInQuote ? null : opening.exec(line.text);
		isInQuote = /^ {0,3}>/.test(line.text);
		if (match === null) continue;
		const body: string[] = [];
		let last = n;
		while (last < doc.lines && /^ {0,3}>/.test(doc.line(last + 1).text))
			body.push(doc.line(++last).text.replace(/^ {0,3}> ?/, ""));
		const type = (match[1] ?? "").trim().toLowerCase();
		const title = match[3] ?? "";
		const shown = title === "" ? type.charAt(0).toUpperCase() + type.slice(1) : title;
		found.push({
			from: line.from,
			to: doc.line(last).to,
			type,
			fold: (match[2] ?? "") as Callout["fold"],
			title: shown,
			body,
		});
		n = last;
		isInQuote = false;
	}
	return found;
}

class CalloutWidget extends WidgetType {
	constructor(private readonly callout: Callout) {
		super();
	}

	override eq(other: CalloutWidget): boolean {
		const { from: _from, to: _to, ...mine } = this.callout;
		const { from: _otherFrom, to: _otherTo, ...theirs } = other.callout;
		return JSON.stringify(mine) === JSON.stringify(theirs);
	}

	toDOM(view: EditorView): HTMLElement {
		const { type, fold, title, body } = this.callout;
		const wrapper = createDiv({ cls: "cm-embed-block cm-callout", attr: { contenteditable: false } });
		const dom = wrapper.createDiv({
			cls: "callout",
			attr: { "data-callout": type, "data-callout-fold": fold, "data-callout-metadata": "" },
		});
		const head = dom.createDiv({ cls: "callout-title" });
		const named = getComputedStyle(view.dom).getPropertyValue("--callout-icon").trim();
		const icon = getIcon(type === "ai" ? "quote" : (icons[type] ?? (named === "" ? "pencil" : named)));
		if (icon !== null) head.createDiv({ cls: "callout-icon" }).appendChild(icon);
		renderInline(head.createDiv({ cls: "callout-title-inner" }), title);
		if (body.some((line) => line.trim() !== "")) renderBody(dom.createDiv({ cls: "callout-content" }), body);
		if (fold !== "") this.makeFoldable(view, dom, head, fold === "-");
		const edit = wrapper.createDiv({
			cls: "edit-block-button",
			attr: { "aria-label": "Edit this block", role: "button", tabindex: "0" },
		});
		const pencil = getIcon("code-2") ?? getIcon("code");
		if (pencil !== null) edit.appendChild(pencil);
		const enter = (event: Event) => {
			event.preventDefault();
			view.dispatch({ selection: { anchor: view.posAtDOM(wrapper) } });
			view.focus();
		};
		edit.addEventListener("click", enter);
		wrapper.addEventListener("click", (event) => {
			if (!(event.target as Element).closest(".callout-title, .edit-block-button")) enter(event);
		});
		if (fold === "") head.addEventListener("click", enter);
		const { app, file } = view.state.field(editorInfoField);
		const from = view.state.doc.lineAt(Math.min(this.callout.from, view.state.doc.length)).number - 1;
		const text = view.state.doc.toString();
		const { postProcessors } = app as unknown as import("../app").App;
		void postProcess(postProcessors, wrapper, { path: file?.path ?? "", text, from, to: from + body.length });
		return wrapper;
	}

	override ignoreEvent(): boolean {
		return true;
	}

	private makeFoldable(view: EditorView, dom: HTMLElement, head: HTMLElement, isFolded: boolean): void {
		dom.addClass("is-collapsible");
		head.setAttrs({ role: "button", tabindex: "0" });
		const chevron = head.createDiv({ cls: "callout-fold" });
		const icon = getIcon("chevron-down");
		if (icon !== null) chevron.appendChild(icon);
		const set = (folded: boolean) => {
			dom.toggleClass("is-collapsed", folded);
			chevron.toggleClass("is-collapsed", folded);
			head.setAttribute("aria-expanded", String(!folded));
			dom.querySelector<HTMLElement>(".callout-content")?.toggle(!folded);
			view.requestMeasure();
		};
		set(isFolded);
		head.addEventListener("click", () => set(!dom.hasClass("is-collapsed")));
		head.addEventListener("keydown", (event) => {
			if (event.key === "Enter" || event.key === " ") set(!dom.hasClass("is-collapsed"));
		});
	}
}

interface Shown {
	readonly callouts: readonly Callout[];
	readonly decorations: DecorationSet;
}

function show(state: EditorState, callouts: readonly Callout[]): Shown {
	const ranges: Range<Decoration>[] = [];
	for (const callout of callouts) {
		if (state.selection.ranges.some((range) => range.from <= callout.to && range.to >= callout.from)) continue;
		ranges.push(
			Decoration.replace({ widget: new CalloutWidget(callout), block: true }).range(callout.from, callout.to),
		);
	}
	return { callouts, decorations: Decoration.set(ranges) };
}

/** Whether a change may make, end or alter a callout: one in other lines only moves those that are there. */
function mayMatter(transaction: Transaction): boolean {
	const { startState, newDoc } = transaction;
	const marks = (doc: Text, from: number, to: number) =>
		/[>`~]/.test(doc.sliceString(doc.lineAt(from).from, doc.lineAt(to).to));
	let matters = false;
	transaction.changes.iterChangedRanges((fromA, toA, fromB, toB) => {
		matters ||= marks(startState.doc, fromA, toA) || marks(newDoc, fromB, toB);
	});
	return matters;
}

const calloutField = StateField.define<Shown>({
	create: (state) => show(state, findCallouts(state)),
	update(value, transaction) {
		if (transaction.docChanged) {
			const { changes, state } = transaction;
			return show(
				state,
				mayMatter(transaction)
					? findCallouts(state)
					: value.callouts.map((callout) => ({
							...callout,
							from: changes.mapPos(callout.from, 1),
							to: changes.mapPos(callout.to, -1),
						})),
			);
		}
		return transaction.selection === undefined ? value : show(transaction.state, value.callouts);
	},
	provide: (field) => [
		EditorView.decorations.from(field, (value) => value.decorations),
		EditorView.atomicRanges.of((view) => view.state.field(field).decorations),
	],
});

/** Callouts as blocks of their own while no selection touches them; in source mode, nothing. */
export function callouts(isLivePreview: boolean): Extension {
	return [editorLivePreviewField.init(() => isLivePreview), isLivePreview ? calloutField : []];
}
