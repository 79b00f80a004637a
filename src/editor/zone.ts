import { Facet, StateEffect, StateField, type Extension } from "@codemirror/state";
import { EditorView, getPanel, showPanel, ViewPlugin, type Panel, type ViewUpdate } from "@codemirror/view";
import { addIcon, type DrawIcon } from "./button";

/** What stands in the prompt zone while it is open. */
export interface ZoneContent {
	/** The note in the editor changed, or what is selected in it. Called within the update: nothing may be dispatched. */
	readonly edited: () => void;
	/** Gives the first field the keys. */
	readonly focus: () => void;
	/** Called when the zone folds, or its editor goes. */
	readonly close: () => void;
}

/** What the prompt zone needs from outside. */
export interface ZonePort {
	/** Whether an editor is to show the zone now: it holds a whole note, and the writer wants it. Asked often. */
	readonly isWanted: (view: EditorView) => boolean;
	/** Whether the zone is open where an editor first shows it. */
	readonly startsOpen: () => boolean;
	/** The writer opened or folded it. */
	readonly turned: (isOpen: boolean) => void;
	/** The zone's accessible name. */
	readonly label: () => string;
	/** What the one line says, in its order: style, objective, model. */
	readonly line: () => readonly string[];
	/** Draws what the open zone holds. */
	readonly open: (parent: HTMLElement, view: EditorView) => ZoneContent;
	/** Calls back when what the port says may have changed. Returns the way to stop. */
	readonly onChange: (listener: () => void) => () => void;
	readonly drawIcon: DrawIcon;
}

/** The prompt zone of one editor. Never mutated. */
class Zone {
	constructor(
		readonly isShown: boolean,
		readonly isOpen: boolean,
	) {}

	shown(isShown: boolean): Zone {
		return isShown === this.isShown ? this : new Zone(isShown, this.isOpen);
	}

	opened(isOpen: boolean): Zone {
		return isOpen === this.isOpen ? this : new Zone(this.isShown, isOpen);
	}
}

/** Shows the zone in an editor, or takes it away. */
export const showZone = StateEffect.define<boolean>();

/** Opens the zone, or folds it. */
export const openZone = StateEffect.define<boolean>();

const zonePort = Facet.define<ZonePort, ZonePort | null>({ combine: (ports) => ports[0] ?? null });

/** The prompt zone of an editor, and its panel above the text. */
export const zoneField = StateField.define<Zone>({
	create: (state) => new Zone(false, state.facet(zonePort)?.startsOpen() ?? false),
	update: (zone, { effects }) =>
		effects.reduce(
			(last, effect) =>
				effect.is(showZone) ? last.shown(effect.value) : effect.is(openZone) ? last.opened(effect.value) : last,
			zone,
		),
	provide: (field) => showPanel.from(field, ({ isShown }) => (isShown ? zonePanel : null)),
});

/** Opens the zone of an editor, with the keys in its first field, or folds it. False where none is shown. */
export function toggleZone(view: EditorView): boolean {
	const zone = view.state.field(zoneField, false);
	if (zone === undefined || !zone.isShown) return false;
	turn(view, !zone.isOpen);
	const panel = getPanel(view, zonePanel);
	if (!zone.isOpen && panel instanceof ZonePanel) panel.focus();
	else view.focus();
	return true;
}

function turn(view: EditorView, isOpen: boolean): void {
	view.dispatch({ effects: openZone.of(isOpen) });
	view.state.facet(zonePort)?.turned(isOpen);
}

/** The share of an editor's height that the open zone takes at most; the rest scrolls. */
const maxShare = 0.6;

/** The zone as it is drawn: one line, and what it opens to. While it is folded it does nothing at a key. */
class ZonePanel implements Panel {
	readonly dom: HTMLElement;
	readonly top = true;
	private readonly bar: HTMLButtonElement;
	private readonly body: HTMLElement;
	private content: ZoneContent | null = null;
	private readonly resized: ResizeObserver;
	private readonly stop: () => void;

	constructor(
		private readonly view: EditorView,
		private readonly port: ZonePort,
	) {
		// In the editor's own document; CodeMirror puts it where panels stand.
		this.dom = view.dom.createDiv({ cls: "expert-friend-zone", attr: { role: "region" } });
		this.bar = this.dom.createEl("button", { cls: "expert-friend-zone-bar", attr: { type: "button" } });
		this.body = this.dom.createDiv({ cls: "expert-friend-zone-body" });
		// The text keeps its selection and, until a field is pressed, the keys.
		this.bar.addEventListener("mousedown", (event) => event.preventDefault());
		this.bar.addEventListener("click", () => turn(view, !view.state.field(zoneField).isOpen));
		this.dom.addEventListener("keydown", (event) => {
			if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
			if (!view.state.field(zoneField).isOpen) view.focus();
			else toggleZone(view);
			event.preventDefault();
			event.stopPropagation();
		});
		this.resized = observerIn(view, () => view.requestMeasure({ key: this, read: () => this.measure() }));
		this.stop = port.onChange(() => this.drawLine());
		this.drawLine();
		this.draw();
	}

	mount(): void {
		this.measure();
		this.resized.observe(this.view.dom);
		this.resized.observe(this.view.scrollDOM);
		this.resized.observe(this.text);
	}

	update({ startState, state, docChanged, selectionSet }: ViewUpdate): void {
		if (startState.field(zoneField) !== state.field(zoneField)) this.draw();
		else if (this.content !== null && (docChanged || selectionSet)) this.content.edited();
	}

	destroy(): void {
		this.resized.disconnect();
		this.stop();
		this.content?.close();
	}

	focus(): void {
		this.content?.focus();
	}

	private draw(): void {
		const { isOpen } = this.view.state.field(zoneField);
		this.dom.toggleClass("is-open", isOpen);
		this.bar.setAttribute("aria-expanded", String(isOpen));
		if (isOpen === (this.content !== null)) return;
		this.content?.close();
		this.body.empty();
		this.content = isOpen ? this.port.open(this.body, this.view) : null;
		this.drawLine();
	}

	private drawLine(): void {
		const { bar, port } = this;
		const isOpen = this.content !== null;
		this.dom.setAttribute("aria-label", port.label());
		bar.empty();
		addIcon(bar, port.drawIcon, isOpen ? "chevron-down" : "chevron-right");
		bar.createSpan({ text: port.line().join(" · ") });
	}

	/** What the zone is aligned with: the title stands in it too. */
	private get text(): HTMLElement {
		return this.view.contentDOM.closest<HTMLElement>(".cm-sizer") ?? this.view.contentDOM;
	}

	private measure(): void {
		const { dom, view, text } = this;
		const own = dom.getBoundingClientRect();
		const its = text.getBoundingClientRect();
		if (own.width === 0 || its.width === 0) return;
		dom.setCssProps({
			"--expert-friend-zone-left": `${Math.max(0, its.left - own.left)}px`,
			"--expert-friend-zone-right": `${Math.max(0, own.right - its.right)}px`,
			"--expert-friend-zone-height": `${Math.round(view.dom.clientHeight * maxShare)}px`,
		});
	}
}

/** An observer of the window that an editor is in: one of a window that is hidden sees nothing. */
function observerIn(view: EditorView, call: () => void): ResizeObserver {
	return new (view.dom.ownerDocument.defaultView ?? window).ResizeObserver(call);
}

const zonePanel = (view: EditorView): Panel => {
	const port = view.state.facet(zonePort);
	return port === null ? { dom: view.dom.createDiv() } : new ZonePanel(view, port);
};

/**
 * Asks whether an editor is to show the zone when it comes to stand somewhere, when it grows or shrinks, and when the
 * port says that something changed: an editor may be put into a table, or show another note, after it was made.
 */
const watchZone = ViewPlugin.fromClass(
	class {
		private readonly resized: ResizeObserver;
		private readonly stop: () => void;

		constructor(private readonly view: EditorView) {
			this.resized = observerIn(view, () => this.look());
			this.resized.observe(view.dom);
			this.stop = view.state.facet(zonePort)?.onChange(() => this.look()) ?? (() => undefined);
		}

		destroy(): void {
			this.resized.disconnect();
			this.stop();
		}

		private look(): void {
			const { view } = this;
			const isWanted = view.state.facet(zonePort)?.isWanted(view) ?? false;
			if (isWanted !== view.state.field(zoneField).isShown) view.dispatch({ effects: showZone.of(isWanted) });
		}
	},
);

/** CodeMirror draws panels as bars; this one is a line of the page. */
const look = EditorView.theme({
	// Above the text, and below what the app lays over a note: panels usually stand above everything.
	".cm-panels-top:has(> .expert-friend-zone)": {
		border: "0",
		background: "transparent",
		color: "inherit",
		zIndex: "1",
	},
});

/** The prompt zone above a note. */
export function promptZone(port: ZonePort): Extension {
	return [zonePort.of(port), zoneField, watchZone, look];
}
