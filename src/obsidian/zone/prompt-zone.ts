import { Modal, Platform, setIcon, type App } from "obsidian";
import type { EditorView } from "@codemirror/view";
import type { ChatRequest } from "../../core/chat/chat";
import { newZone, storedZone, type ZoneState } from "../../core/prompts/zone-state";
import type { Objective } from "../../core/prompts/objective";
import { toggleZone, type ZonePort } from "../../editor/zone";
import { namedNoteOf, noteOf, type Views } from "../consultations/views";
import { SentModal } from "../dialogs/sent-modal";
import type { Device } from "../storage/device";
import type { SettingsStore } from "../storage/settings-store";
import { ZonePage, type ZonePagePort } from "./zone-page";

type OwnOfPage = "objective" | "choose" | "show" | "asksStyle" | "askedStyle" | "guardsKeys" | "onChange";

export interface PromptZonePort extends Omit<ZonePagePort, OwnOfPage> {
	readonly device: Device;
	readonly settings: SettingsStore;
	readonly views: Views;
	/** A request as it goes on the wire. */
	readonly bodyOf: (request: ChatRequest) => string;
	/** Calls back when budgets or what was spent changed. Returns the way to stop. */
	readonly onSpent: (listener: () => void) => () => void;
}

/** The prompts above notes: which objective is chosen, how the zone was left, where it is shown. */
export class PromptZone {
	private readonly listeners = new Set<() => void>();

	constructor(private readonly port: PromptZonePort) {
		const tell = (): void => this.tell();
		port.notes.onChange(tell);
		port.settings.onChange(tell);
		port.onSpent(tell);
	}

	/** Something changed that may take the zone out of an editor, or bring it: which views are open, and how. */
	readonly look = (): void => this.tell();

	/** The objective that the writer chose; null when they chose none, or it is gone. */
	get chosen(): Objective | null {
		const { objective } = this.state;
		const { notes } = this.port;
		return notes.objectives.find((one) => notes.folder.pathOf(one) === objective) ?? null;
	}

	/** The objective that is shown: the chosen one, else the first that can be used. */
	get objective(): Objective {
		const { objectives } = this.port.notes;
		const found = this.chosen ?? objectives.find(({ problem }) => problem === null) ?? objectives[0];
		if (found === undefined) throw new Error("There is always an objective.");
		return found;
	}

	/** Opens the prompts of an editor, or folds them; on a phone, a page of their own. False where there are none. */
	toggle(view: EditorView): boolean {
		if (!Platform.isPhone) return toggleZone(view);
		if (noteOf(view) === null) return false;
		new ZoneModal(this.port.app, this.port.strings().zone.label, (parent) => this.open(parent, view, false)).open();
		return true;
	}

	/** What the editor's panel needs. */
	get panel(): ZonePort {
		const { settings, strings, notes, models } = this.port;
		return {
			isWanted: (view) => settings.value.promptZone && !Platform.isPhone && namedNoteOf(view) !== null,
			startsOpen: () => this.state.isOpen,
			turned: (isOpen) => this.save({ isOpen }),
			label: () => strings().zone.label,
			line: () => {
				const { objective } = this;
				return [
					notes.folder.seeds.style.name,
					objective.name,
					models.toAsk(objective.model)?.name ?? strings().menu.noModel,
				];
			},
			open: (parent, view) => this.open(parent, view, true),
			onChange: (listener) => this.onChange(listener),
			drawIcon: setIcon,
		};
	}

	private open(parent: HTMLElement, view: EditorView, guardsKeys: boolean): ZonePage {
		const { port } = this;
		return new ZonePage(parent, view, {
			...port,
			guardsKeys,
			objective: () => this.objective,
			choose: (objective) => {
				// Where its note is, or will be: the choice outlasts the making.
				this.save({ objective: port.notes.folder.pathOf(objective) });
				this.tell();
			},
			show: (request) => new SentModal(port.app, port.strings(), request, port.bodyOf(request)).open(),
			asksStyle: () => !this.state.isAsked,
			askedStyle: () => this.save({ isAsked: true }),
			onChange: (listener) => this.onChange(listener),
		});
	}

	private get state(): ZoneState {
		return this.port.device.read("zone", storedZone, newZone);
	}

	private save(change: Partial<ZoneState>): void {
		this.port.device.save("zone", { ...this.state, ...change });
	}

	private onChange(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	private tell(): void {
		for (const listener of [...this.listeners]) listener();
	}
}

/** The prompts on a phone: a page of their own, since the keyboard and the note leave no room for a panel. */
class ZoneModal extends Modal {
	private page: ZonePage | null = null;

	constructor(
		app: App,
		private readonly label: string,
		private readonly fill: (parent: HTMLElement) => ZonePage,
	) {
		super(app);
	}

	override onOpen(): void {
		this.setTitle(this.label);
		this.modalEl.addClass("expert-friend-zone-modal");
		this.page = this.fill(this.contentEl.createDiv({ cls: "expert-friend-zone-body" }));
		// The keyboard comes with the first field that is pressed, not with the page.
		this.modalEl.tabIndex = -1;
		this.modalEl.focus();
	}

	override onClose(): void {
		this.page?.close();
		this.contentEl.empty();
	}
}
