import { Notice, type App, type WorkspaceLeaf } from "obsidian";
import type { EditorView } from "@codemirror/view";
import { findAnchor, type Anchor } from "../../core/consultation/anchor";
import type { Endpoint } from "../../core/endpoint/endpoint";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { Range } from "../../core/text/text";
import type { NoteRef } from "../../core/chat/chat";
import { selectInSight } from "../../editor/passages";
import type { Models } from "../models/models";
import type { PromptNotes } from "../asking/prompt-notes";
import type { Secrets } from "../storage/secrets";
import type { SettingsStore } from "../storage/settings-store";
import type { SignIn } from "../endpoints/sign-in";
import { titleOf, type Subject } from "../consultations/subject";
import { leafOf, type Views } from "../consultations/views";

/** The page's type, as Obsidian keeps it in the workspace. */
export const firstRunViewType = "expert-friend-first-run";

/** What the writer wanted to consult about when no friend was set up. */
interface Waiting {
	/** Its path follows when it is renamed meanwhile. */
	readonly note: NoteRef;
	readonly selection: Range;
	/** The words that were selected, by which the place is known to be the same. */
	readonly words: string;
	readonly anchor: Anchor;
}

export interface FirstRunPort {
	readonly app: App;
	readonly strings: () => InterfaceStrings;
	readonly settings: SettingsStore;
	readonly secrets: Secrets;
	readonly models: Models;
	readonly notes: PromptNotes;
	readonly views: Views;
	/** Opens the hover menu in an editor. */
	readonly consult: (view: EditorView) => void;
	/** Asks for other words in an editor that shows no note. @param title what stands for the note's path */
	readonly otherWords: (view: EditorView, title: string) => void;
	/** Closes the list of other words. */
	readonly closeWords: () => void;
	readonly signIn: SignIn;
}

/**
 * The page that sets up a friend, from the consultation that wanted one to the way back to it. What is typed on the
 * page is kept while it is closed.
 */
export class FirstRun {
	/** The sentence to try, as the writer left it; null for the one that is proposed. */
	sentence: string | null = null;
	private waiting: Waiting | null = null;
	private readonly listeners = new Set<() => void>();

	constructor(readonly port: FirstRunPort) {}

	/** Opens the page, or shows the one that is open. @param subject what is to be consulted about afterwards */
	async open(subject: Subject | null): Promise<void> {
		if (subject !== null) {
			const { selection } = subject.passage;
			this.waiting = {
				note: subject.note,
				selection,
				words: subject.text.slice(selection.from, selection.to),
				anchor: subject.anchor,
			};
		}
		const { workspace } = this.port.app;
		const leaf = workspace.getLeavesOfType(firstRunViewType)[0] ?? workspace.getLeaf("tab");
		await leaf.setViewState({ type: firstRunViewType, active: true });
		await workspace.revealLeaf(leaf);
		this.tell();
	}

	/** Signs in to OpenRouter, without a key to copy; then a model is what is missing. */
	signIn(endpoint: Endpoint): void {
		void this.port.signIn.open(endpoint, () => {
			// A key was kept, which no setting tells.
			this.tell();
			this.port.models.choose(() => undefined, [endpoint]);
		});
	}

	private tell(): void {
		for (const listener of [...this.listeners]) listener();
	}

	/** Title of the note that waits to be consulted about, or null. */
	get waitingFor(): string | null {
		return this.waiting === null ? null : titleOf(this.waiting.note.path);
	}

	/** Calls back when another consultation waits. Returns the way to stop. */
	onChange(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	/** Goes back to the note that waits, with what was selected, and opens the menu there. */
	async goOn(): Promise<void> {
		const { waiting } = this;
		if (waiting === null) return;
		this.waiting = null;
		const {
			app: { vault, workspace },
			views,
			consult,
		} = this.port;
		const { path } = waiting.note;
		if (vault.getFileByPath(path) === null) {
			new Notice(this.port.strings().refusals.gone);
			return this.tell();
		}
		const shown = leafOf(this.port.app, path);
		if (shown === null) await workspace.openLinkText(path, "", "tab");
		else await this.activate(shown);
		this.close();
		const view = views.toWrite(path);
		if (view === null) return;
		const { from, to } = waiting.selection;
		const same = view.state.sliceDoc(from, to) === waiting.words;
		const range = same ? waiting.selection : findAnchor(view.state.doc.toString(), waiting.anchor);
		if (range !== null) selectInSight(view, range);
		view.focus();
		consult(view);
	}

	/** Closes the page. */
	close(): void {
		for (const leaf of this.port.app.workspace.getLeavesOfType(firstRunViewType)) leaf.detach();
	}

	private async activate(leaf: WorkspaceLeaf): Promise<void> {
		const { workspace } = this.port.app;
		await workspace.revealLeaf(leaf);
		workspace.setActiveLeaf(leaf, { focus: true });
	}
}
