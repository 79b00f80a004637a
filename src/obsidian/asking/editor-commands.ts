import { Notice, type Editor, type Menu } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import { objectiveIds } from "../../core/prompts/objective";
import { showAdopted, type AdoptedPort } from "../../editor/adopted";
import type { ConsultMenu } from "./consult-menu";
import type { Questions } from "./questions";
import type { PromptNotes } from "./prompt-notes";
import type { Place, Views } from "../consultations/views";

/** An objective as a command. */
export interface ObjectiveCommand {
	readonly id: string;
	readonly name: string;
	readonly icon: string;
	readonly run: (editor: Editor) => void;
}

export interface EditorCommandsPort {
	readonly strings: () => InterfaceStrings;
	readonly views: Views;
	readonly consult: ConsultMenu;
	readonly questions: Questions;
	readonly notes: PromptNotes;
	readonly adopted: AdoptedPort;
}

/**
 * What the writer can do in a note's editor, by commands and by its menu. Where the editor is not one that can be
 * read, a notice says so.
 */
export class EditorCommands {
	private readonly objectives = new Set<string>();

	constructor(private readonly port: EditorCommandsPort) {}

	consult(editor: Editor): void {
		this.withPlace(editor, (place) => void this.port.consult.open(place));
	}

	otherWords(editor: Editor): void {
		this.withPlace(editor, (place) => this.port.questions.otherWords(place));
	}

	compare(editor: Editor): void {
		this.withPlace(editor, (place) => this.port.questions.compareAt(place));
	}

	ask(editor: Editor): void {
		this.withPlace(editor, (place) => this.port.questions.askAt(place));
	}

	/** Tells whose the words at the cursor are. */
	adopted(editor: Editor): void {
		const { adopted, strings } = this.port;
		this.withPlace(editor, ({ view, selected }) => {
			if (!showAdopted(view, adopted, selected().to)) new Notice(strings().adopted.none);
		});
	}

	/** Adds the friend to the editor's context menu. */
	fillMenu(menu: Menu, editor: Editor): void {
		menu.addItem((item) =>
			item
				.setTitle(this.port.strings().menu.label)
				.setIcon("message-square-quote")
				.setSection("selection")
				.onClick(() => this.consult(editor)),
		);
	}

	/**
	 * Calls back with the commands of the objectives, now and whenever they change, and with the ids that are no more.
	 * Of a broken one the command says why.
	 */
	onObjectives(listener: (commands: readonly ObjectiveCommand[], gone: readonly string[]) => void): () => void {
		const { questions, notes, strings } = this.port;
		return notes.onChange(() => {
			// The one that the command *Other words* stands for has that command already, unless the writer calls it
			// something else.
			const listed = notes.objectives.filter(
				(objective) => objective.path !== notes.otherWords?.path || objective.name !== strings().commands.otherWords,
			);
			const commands = objectiveIds(listed).map(([id, objective]): ObjectiveCommand => ({
				id,
				name: objective.name,
				icon: objective.icon,
				run: (editor) => this.withPlace(editor, (place) => questions.run(place, objective)),
			}));
			const wanted = new Set(commands.map(({ id }) => id));
			const gone = [...this.objectives].filter((id) => !wanted.has(id));
			this.objectives.clear();
			for (const id of wanted) this.objectives.add(id);
			listener(commands, gone);
		});
	}

	private withPlace(editor: Editor, act: (place: Place) => void): void {
		const { views, strings } = this.port;
		const place = views.placeOf(editor);
		if (typeof place === "string") new Notice(strings().refusals[place]);
		else act(place);
	}
}
