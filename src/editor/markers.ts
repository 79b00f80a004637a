import type { Extension } from "@codemirror/state";
import { Direction, layer, type EditorView, type LayerMarker } from "@codemirror/view";
import { editorPort, type EditorPort } from "./config";
import { focusedPassage, passagesField, type PassageLook } from "./passages";

/** Side of a marker in pixels, and its distance from the text where there is room, as in the styles. */
const size = 24;
const gap = 16;

/** Of several answers about one line, the one that is told: what still comes, then what waits. */
const order: readonly PassageLook[] = ["running", "waiting", "failed"];

/** Lucide icons of what is not on its way. */
const icons: Readonly<Record<Exclude<PassageLook, "running">, string>> = { waiting: "message-square-quote", failed: "circle-alert" };

class Marker implements LayerMarker {
	constructor(private readonly id: string, private readonly look: PassageLook, private readonly top: number, private readonly left: number, private readonly port: EditorPort) {}

	eq(other: LayerMarker): boolean {
		return other instanceof Marker && other.id === this.id && other.look === this.look && other.top === this.top && other.left === this.left;
	}

	draw(): HTMLElement {
		const dom = createDiv({ cls: `expert-friend-marker is-${this.look}`, attr: { title: this.port.answerLabel() } });
		if (this.look === "running") {
			const dots = dom.createSpan({ cls: "expert-friend-dots" });
			for (let n = 0; n < 3; n++) dots.createEl("i");
		} else this.port.drawIcon(dom, icons[this.look]);
		dom.addEventListener("mousedown", (event) => event.preventDefault());
		dom.addEventListener("click", () => this.port.showAnswer(this.id));
		this.place(dom);
		return dom;
	}

	update(dom: HTMLElement, old: LayerMarker): boolean {
		if (!(old instanceof Marker) || old.id !== this.id || old.look !== this.look) return false;
		this.place(dom);
		return true;
	}

	private place(dom: HTMLElement): void {
		dom.setCssProps({ "--expert-friend-top": `${this.top}px`, "--expert-friend-left": `${this.left}px` });
	}
}

/**
 * Icons beside the passages that have an answer, or wait for one: outside the text, so that no line moves, and out of a screen
 * reader's way, which has the margin and its commands. A press shows the answer.
 */
export function markers(): Extension {
	return layer({
		above: true,
		class: "expert-friend-markers",
		markers,
		update: ({ docChanged, geometryChanged, viewportChanged, startState, state }) => {
			const [before, now] = [startState.field(passagesField), state.field(passagesField)];
			return before !== now || (now.length > 0 && (docChanged || geometryChanged || viewportChanged));
		},
	});

	function markers(view: EditorView): readonly Marker[] {
		const port = view.state.facet(editorPort);
		const passages = view.state.field(passagesField).filter(({ from, to, answer }) => answer && to > from && from >= view.viewport.from && from <= view.viewport.to);
		if (port === null || passages.length === 0) return [];
		const scroller = view.scrollDOM.getBoundingClientRect();
		const text = view.contentDOM.getBoundingClientRect();
		const origin = view.textDirection === Direction.LTR ? scroller.left : scroller.right - view.scrollDOM.clientWidth;
		// Opposite the bar, which stands where lines begin.
		const leftAt = (pos: number): number => Math.round(view.scrollDOM.scrollLeft - origin + (view.textDirectionAt(pos) === Direction.LTR
			? Math.min(text.right + gap, origin + view.scrollDOM.clientWidth - size - 4)
			: Math.max(text.left - gap - size, origin + 4)));
		const above = view.documentTop - scroller.top + view.scrollDOM.scrollTop;
		const focused = view.state.field(focusedPassage);
		const told = new Map<number, (typeof passages)[number]>();
		for (const passage of passages) {
			const { top } = view.lineBlockAt(passage.from);
			const other = told.get(top);
			const first = other === undefined || passage.id === focused || (other.id !== focused && order.indexOf(passage.look) < order.indexOf(other.look));
			if (first) told.set(top, passage);
		}
		return [...told].map(([top, { id, look, from }]) => new Marker(id, look, Math.round(above + top), leftAt(from), port));
	}
}
