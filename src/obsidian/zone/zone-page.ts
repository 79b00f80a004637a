import { Keymap, Scope, setIcon, type App } from "obsidian";
import type { EditorView } from "@codemirror/view";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { Objective } from "../../core/prompts/objective";
import { isUntouchedStyle, withAnswers } from "../../core/prompts/style-answers";
import { Pause } from "../../editor/pause";
import type { ZoneContent } from "../../editor/zone";
import type { PromptNotes } from "../asking/prompt-notes";
import { NoteFieldView, timeOf } from "./note-field";
import type { NoteField, PromptDrafts } from "./prompt-drafts";
import { SentView, type SentViewPort } from "./sent-view";
import { StyleQuestions } from "./style-questions";

/** Milliseconds after the last edit until what would be sent is counted again. */
const rest = 300;

export interface ZonePagePort extends SentViewPort {
	readonly app: App;
	readonly strings: () => InterfaceStrings;
	readonly notes: PromptNotes;
	readonly drafts: PromptDrafts;
	readonly choose: (objective: Objective) => void;
	/** Whether the writer is to be asked about their style. */
	readonly asksStyle: () => boolean;
	/** They answered, or skipped it. */
	readonly askedStyle: () => void;
	/** Whether the app's keys are kept from the note here: a dialog does so by itself. */
	readonly guardsKeys: boolean;
	/** Calls back when what is shown may have changed. Returns the way to stop. */
	readonly onChange: (listener: () => void) => () => void;
}

/** What a field is of, and what is said of it. */
interface PartSpec {
	readonly name: string;
	/** The field's accessible name. */
	readonly label: string;
	/** What is said beside its name. */
	readonly hint: string;
	readonly path: () => string;
	/** What stands in the field while there is no note. */
	readonly placeholder: () => string;
}

/** What the open prompt zone holds: the style note, the chosen objective's note, what would be sent. */
export class ZonePage implements ZoneContent {
	private readonly style: NoteFieldView;
	private readonly objective: NoteFieldView;
	private readonly select: HTMLSelectElement;
	private readonly questions: HTMLElement;
	private readonly sent: SentView;
	private readonly pause: Pause;
	private readonly stop: () => void;
	/** Keeps the app's keys from the note while the writer is in the zone. */
	private readonly scope = new Scope();
	private isHeld = false;
	/** Whether the keys were given to the zone, and nothing was done with them yet. */
	private isAtStart = false;

	constructor(
		private readonly parent: HTMLElement,
		view: EditorView,
		private readonly port: ZonePagePort,
	) {
		const { zone } = port.strings();
		const { notes } = port;
		this.questions = parent.createDiv();
		this.style = this.part({
			name: zone.style,
			label: zone.stylePrompt,
			hint: zone.styleHint,
			path: () => notes.folder.stylePath,
			placeholder: () => notes.folder.seeds.style.body.trim(),
		});
		const select = createSelect(parent, zone.objective);
		this.select = select;
		select.addEventListener("change", () => {
			const chosen = notes.objectives[select.selectedIndex];
			if (chosen !== undefined) port.choose(chosen);
		});
		this.objective = this.part(
			{
				name: zone.objective,
				label: zone.objectivePrompt,
				hint: "",
				path: () => notes.folder.pathOf(port.objective()),
				placeholder: () => port.objective().body,
			},
			select,
		);
		this.sent = new SentView(parent, view, port);
		this.pause = new Pause(view.dom.ownerDocument.defaultView ?? window, () => void this.sent.draw());
		const stops = [port.onChange(() => this.draw()), port.drafts.onChange((path) => this.typed(path))];
		this.stop = () => stops.forEach((end) => end());
		for (const event of ["keydown", "pointerdown"])
			parent.addEventListener(event, () => (this.isAtStart = false), { capture: true });
		parent.addEventListener("focusin", () => this.hold(true));
		parent.addEventListener("focusout", () => this.hold(false));
		this.draw();
	}

	readonly edited = (): void => this.pause.begin(rest);

	readonly focus = (): void => {
		this.isAtStart = true;
		const question = this.questions.querySelector("textarea");
		if (question === null) this.style.focus();
		else question.focus();
	};

	readonly close = (): void => {
		this.stop();
		this.pause.stop();
		this.style.close();
		this.objective.close();
		this.hold(false);
	};

	private typed(path: string): void {
		if (path === this.port.notes.folder.stylePath) this.drawQuestions();
		this.pause.begin(rest);
	}

	private hold(isHeld: boolean): void {
		if (isHeld === this.isHeld || !this.port.guardsKeys) return;
		this.isHeld = isHeld;
		const { keymap } = this.port.app;
		if (isHeld) keymap.pushScope(this.scope);
		else keymap.popScope(this.scope);
	}

	private draw(): void {
		const { notes } = this.port;
		this.drawSelect();
		this.style.show(notes.folder.stylePath);
		this.objective.show(notes.folder.pathOf(this.port.objective()));
		this.drawQuestions();
		void this.sent.draw();
	}

	private drawSelect(): void {
		const { notes, objective } = this.port;
		const { select } = this;
		const names = notes.objectives.map(({ name }) => name);
		if (names.join("\n") !== Array.from(select.options, ({ text }) => text).join("\n")) {
			select.empty();
			for (const text of names) select.createEl("option", { text });
		}
		select.selectedIndex = notes.objectives.findIndex(({ path }) => path === objective().path);
	}

	/** Asks about the writer's style while its note is as it was made. What is shown stays, under whatever hand. */
	private drawQuestions(): void {
		const { drafts, notes, asksStyle, askedStyle, strings } = this.port;
		const field = drafts.of(notes.folder.stylePath);
		if (this.questions.hasChildNodes() || field === null || !asksStyle() || !isUntouchedStyle(field.draft.here)) return;
		new StyleQuestions(this.questions, strings(), (answers) => {
			askedStyle();
			const now = drafts.of(notes.folder.stylePath);
			if (answers.length > 0 && now !== null)
				drafts.edit(
					notes.folder.stylePath,
					null,
					withAnswers(now.exists ? now.draft.here : notes.folder.seeds.style.body, answers),
				);
			this.questions.empty();
			this.focus();
		});
		// They come first: the keys were given to what was there before them.
		if (this.isAtStart && this.parent.contains(this.parent.ownerDocument.activeElement)) this.focus();
	}

	/** A field, with its name, its link and what is said of it. @param beside stands beside the name */
	private part({ name, label, hint, path, placeholder }: PartSpec, beside?: HTMLElement): NoteFieldView {
		const { app, drafts, notes, strings } = this.port;
		const head = this.parent.createDiv({ cls: "expert-friend-zone-label" });
		head.createEl("b", { text: name });
		if (beside !== undefined) head.append(beside);
		const said = head.createSpan();
		const link = head.createEl("button", {
			cls: "expert-friend-zone-link expert-friend-end",
			attr: { type: "button" },
		});
		setIcon(link.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), "file-text");
		const title = link.createSpan();
		link.addEventListener("click", (event) => void app.workspace.openLinkText(path(), "", Keymap.isModEvent(event)));
		const drawn = (field: NoteField | null): void => {
			const { zone, locale } = strings();
			const shown = path()
				.slice(notes.folder.root.length + 1)
				.replace(/\.md$/, "");
			title.setText(shown);
			link.setAttribute("aria-label", zone.openNote(shown));
			link.disabled = field?.exists !== true;
			const clashes = field?.draft.clashes ?? 0;
			said.setText(clashes > 0 ? zone.changedElsewhere(timeOf(field?.changedAt ?? null, locale)) : hint);
			note.setText(clashes > 0 ? zone.clash(clashes) : "");
		};
		const view = new NoteFieldView(this.parent, { drafts, strings, label, placeholder, drawn });
		const note = this.parent.createDiv({ cls: "expert-friend-zone-note" });
		return view;
	}
}

function createSelect(parent: HTMLElement, label: string): HTMLSelectElement {
	return parent.createEl("select", { cls: "dropdown expert-friend-zone-select", attr: { "aria-label": label } });
}
