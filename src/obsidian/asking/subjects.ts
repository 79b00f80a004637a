import { Notice, type App } from "obsidian";
import type { EditorView } from "@codemirror/view";
import type { NoteRef } from "../../core/chat/chat";
import { anchorOf, findAnchor } from "../../core/consultation/anchor";
import type { InterfaceStrings } from "../../core/i18n/en";
import { guessLanguage } from "../../core/markdown/language";
import type { Passage } from "../../core/markdown/passage";
import { selectedIn } from "../../core/prompts/selected";
import type { Range } from "../../core/text/text";
import type { Subject } from "../consultations/subject";
import { noteOf, type Place, type Views } from "../consultations/views";
import type { Privacy } from "./privacy";

export interface SubjectsPort {
	readonly app: App;
	readonly views: Views;
	readonly strings: () => InterfaceStrings;
	readonly privacy: Privacy;
	readonly passageAt: (
		view: EditorView,
		selection: Range,
	) =>
		| { readonly passage: Passage }
		| {
				readonly refusal: keyof InterfaceStrings["refusals"] &
					("frontmatter" | "code" | "math" | "comment" | "nothing");
		  };
}

/** What can be asked about: the passage at a place, or why there is none. */
export class Subjects {
	constructor(private readonly port: SubjectsPort) {}

	/** The passage at a place; a notice says why when nothing can be asked there. */
	at(place: Place, note: NoteRef | null = noteOf(place.view)): Subject | null {
		const found = this.find(place, note);
		return "refusal" in found ? refuse(found.refusal) : found.subject;
	}

	/** The passage at a place, or why nothing can be asked there, in words. */
	find(
		place: Place,
		note: NoteRef | null = noteOf(place.view),
	): { readonly subject: Subject } | { readonly refusal: string } {
		return this.about(place, place.selected(), note);
	}

	/**
	 * The passage where it stands by now, in the note as it is: since the writer chose, another device may have written
	 * it, or they typed in another pane. Null when its words are gone, and when the editor shows another note.
	 */
	now(subject: Subject): Subject | null {
		const { view, place, passage, anchor, text, note } = subject;
		const shown = noteOf(view);
		if (!view.dom.isConnected || (shown !== null && shown.path !== note.path)) return null;
		const current = view.state.doc.toString();
		if (current === text) return subject;
		const range = shown === null ? null : findAnchor(current, anchor);
		if (range === null) return null;
		const { selection, sentence, kind } = passage;
		const from = range.from + (kind === "words" ? selection.from - sentence.from : 0);
		const to = from + selection.to - selection.from;
		if (current.slice(from, to) !== text.slice(selection.from, selection.to)) return null;
		const found = this.about(place, { from, to }, shown);
		return "subject" in found ? found.subject : null;
	}

	/** As `now`; a notice says so when the words are gone. */
	standing(subject: Subject): Subject | null {
		return this.now(subject) ?? refuse(this.port.strings().refusals.changed);
	}

	/**
	 * The same as something is asked about it. Unless they must stand in the note, words that are gone are asked about as
	 * they were, in the note as it is now; a note that is gone stays as it was.
	 */
	async asked(subject: Subject, mustStand: boolean): Promise<Subject | null> {
		if (mustStand) return this.standing(subject);
		const now = this.now(subject);
		if (now !== null) return now;
		const { app, views } = this.port;
		const { path } = subject.note;
		const file = app.vault.getFileByPath(path);
		if (file === null) return subject;
		const text = views.toWrite(path)?.state.doc.toString() ?? (await app.vault.cachedRead(file));
		const nowhere = { from: text.length, to: text.length };
		const passage = { ...subject.passage, selection: nowhere, sentence: nowhere, segments: [], recordAt: text.length };
		return { ...subject, text, passage };
	}

	private about(
		place: Place,
		selection: Range,
		note: NoteRef | null,
	): { readonly subject: Subject } | { readonly refusal: string } {
		const { strings, privacy, passageAt } = this.port;
		const { refusals } = strings();
		const { view } = place;
		if (note === null) return { refusal: refusals.fragment };
		const text = view.state.doc.toString();
		const reason = privacy.ofText(note.path, text);
		if (reason !== null) return { refusal: refusals[reason] };
		const found = passageAt(view, selection);
		if ("refusal" in found) return { refusal: refusals[found.refusal] };
		const { passage } = found;
		const range = passage.kind === "words" ? passage.sentence : passage.selection;
		const quote = view.state.sliceDoc(range.from, range.to);
		const selected =
			passage.kind === "words"
				? selectedIn(quote, { from: passage.selection.from - range.from, to: passage.selection.to - range.from })
				: null;
		const subject: Subject = {
			view,
			place,
			note,
			passage,
			text,
			quote,
			selected,
			anchor: anchorOf(view.state.doc, range),
			language: guessLanguage(quote) ?? guessLanguage(text),
		};
		return { subject };
	}

	/** Whether the note became one that is never sent while the writer chose what to ask; a notice says so. */
	async isPrivate({ note }: Subject): Promise<boolean> {
		const reason = await this.port.privacy.of(note);
		if (reason !== null) refuse(this.port.strings().refusals[reason]);
		return reason !== null;
	}
}

/** Says why something is not done. */
export function refuse(message: string): null {
	new Notice(message);
	return null;
}
