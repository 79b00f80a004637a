import type { EditorView } from "@codemirror/view";
import type { Objective } from "../../core/prompts/objective";
import type { FoundRecord } from "../../core/record/parse";
import type { Subject } from "../consultations/subject";

/** What parts tell each other that are built before those who listen, each with what comes with it. */
export interface AppEvents {
	/** The writer wants to set up a friend, for a passage they wanted to consult about or for none. */
	readonly setUp: Subject | null;
	/** Several models are to be asked about a passage. `fill` fills an objective's prompt for it. */
	readonly compare: { readonly subject: Subject; readonly fill: (objective: Objective, subject: Subject) => string };
	/** The journal has more of the note at this path. */
	readonly entered: string;
	/** A record of the note in this editor is to be cited. */
	readonly cite: { readonly view: EditorView; readonly record: FoundRecord };
	/** More is known of records elsewhere by which words in this editor are marked. */
	readonly recordsFound: EditorView;
}

type Listeners = { readonly [Name in keyof AppEvents]: Set<(detail: AppEvents[Name]) => void> };

/** Joins parts by name. What nobody listens to is lost: all parts are joined before the first event. */
export class Events {
	private readonly listeners: Listeners = {
		setUp: new Set(),
		compare: new Set(),
		entered: new Set(),
		cite: new Set(),
		recordsFound: new Set(),
	};

	on<Name extends keyof AppEvents>(name: Name, listener: (detail: AppEvents[Name]) => void): void {
		this.listeners[name].add(listener);
	}

	emit<Name extends keyof AppEvents>(name: Name, detail: AppEvents[Name]): void {
		for (const listener of [...this.listeners[name]]) listener(detail);
	}
}
