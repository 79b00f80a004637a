import { Platform, setIcon, SuggestModal, type App } from "obsidian";
import type { Endpoint } from "../../core/endpoint/endpoint";
import type { InterfaceStrings } from "../../core/i18n/en";
import { readableName } from "../../core/models/model-name";
import { choosable, typedId, type Choosable } from "../../core/models/model-choices";
import { search, searchable, type Searchable } from "../../core/text/search";
import { sameChoice, type ModelChoice } from "../../core/settings/settings";
import type { DataPolicy } from "../../llm/body";
import type { ModelInfo } from "../../core/models/model-target";
import { ModelFactsWriter, type ModelFacts } from "./model-facts";
import type { ModelLists } from "./model-lists";
import { PickerFoot } from "./picker-foot";

export interface ModelPickerPort {
	readonly strings: InterfaceStrings;
	readonly endpoints: readonly Endpoint[];
	readonly lists: ModelLists;
	/** The model asked now; null when none is chosen. */
	readonly current: ModelChoice | null;
	readonly favourites: () => readonly ModelChoice[];
	/** Asked lately on this device, the newest first. */
	readonly recent: readonly ModelChoice[];
	readonly policy: DataPolicy;
	/** What models would take beside the one asked now. */
	readonly estimates: {
		readonly times: (choice: ModelChoice) => string;
		readonly detail: (choice: ModelChoice) => string;
	};
	/** ISO date. */
	readonly today: string;
	readonly star: (choice: ModelChoice, starred: boolean) => void;
	readonly choose: (choice: ModelChoice) => void;
}

interface Row extends Choosable<ModelInfo> {
	readonly name: string;
	/** Whether its id was only typed: no one has named this model before. */
	readonly typed: boolean;
}

/** Rows shown at once: more are a matter of typing another letter. */
const mostRows = 100;

/** One picker is open at a time, so its list can be named once. */
const listId = "expert-friend-models";

/**
 * A searchable list of the models of all endpoints: the writer's favourites first, then those used lately, then the
 * rest, each with what it costs, how open it is and where it runs. Any exact id can be typed, so a list that is late,
 * old or gone keeps no model from being asked. Old lists are fetched again while it is open; nothing moves for that.
 */
export class ModelPicker extends SuggestModal<Row> {
	private readonly foot: PickerFoot;
	private rows: readonly Row[];
	/** Labels by the first row of each section, as last found. */
	private labels = new Map<Row, string>();
	private readonly writer: ModelFactsWriter;
	private readonly sought = new WeakMap<Row, Searchable>();
	private readonly facts = new WeakMap<Row, ModelFacts>();
	private readonly stars = new WeakMap<Row, { readonly star: HTMLElement; readonly told: HTMLElement }>();
	private starring = false;
	private readonly shown = new WeakMap<Element, Row>();
	/** The selection is the list's own affair: what it does to its rows is seen. */
	private readonly selection = new MutationObserver(() => this.showDetail());

	constructor(
		app: App,
		private readonly port: ModelPickerPort,
	) {
		super(app);
		const { strings } = port;
		this.writer = new ModelFactsWriter(strings, port.today);
		this.limit = mostRows;
		this.emptyStateText = strings.models.empty;
		this.resultContainerEl.addClass("expert-friend-picker-results");
		this.setPlaceholder(strings.menu.chooseModel);
		this.modalEl.setAttrs({ role: "dialog", "aria-modal": "true", "aria-label": strings.menu.chooseModel });
		this.resultContainerEl.setAttrs({ role: "listbox", id: listId, "aria-label": strings.models.allModels });
		this.inputEl.setAttribute("aria-controls", listId);
		this.foot = new PickerFoot(port, (awaited) => this.gatherAgain(awaited));
		this.resultContainerEl.after(this.foot.element);
		this.rows = this.gather();
		// Touch has the stars themselves.
		if (!Platform.isMobile) {
			const { keys } = strings.models;
			this.setInstructions([
				{ command: "↑↓", purpose: keys.move },
				{ command: "↵", purpose: keys.choose },
				{ command: Platform.isMacOS ? "⌘ D" : "Ctrl D", purpose: keys.star },
				{ command: "esc", purpose: keys.close },
			]);
		}
		this.scope.register(["Mod"], "d", (event) => {
			this.starring = true;
			this.selectActiveSuggestion(event);
			this.starring = false;
			return false;
		});
	}

	override onOpen(): void {
		void super.onOpen();
		this.foot.open();
		this.selection.observe(this.resultContainerEl, {
			subtree: true,
			childList: true,
			attributes: true,
			attributeFilter: ["class"],
		});
	}

	override onClose(): void {
		this.selection.disconnect();
		this.foot.close();
		super.onClose();
	}

	override getSuggestions(query: string): Row[] {
		const typed = typedId(query, this.port.endpoints, this.rows).map((one) => this.row(one, true));
		const found = search(query, this.rows, (row) => this.searchableOf(row));
		const shown = found.slice(0, mostRows - typed.length);
		const sections = query.trim() === "" ? shown : [];
		this.labels = new Map(
			sections
				.filter((row, at) => row.section !== sections[at - 1]?.section)
				.map((row) => [row, this.port.strings.models.sections[row.section]]),
		);
		if (this.labels.size === 1) this.labels.clear();
		this.foot.showCount(shown.length, found.length);
		return [...shown, ...typed];
	}

	override renderSuggestion(row: Row, element: HTMLElement): void {
		const { strings } = this.port;
		const label = this.labels.get(row);
		if (label !== undefined)
			element.before(createDiv({ cls: "expert-friend-picker-label", text: label, attr: { role: "presentation" } }));
		element.addClass("expert-friend-model");
		const text = element.createDiv({ cls: "expert-friend-model-text" });
		const head = text.createDiv({ cls: "expert-friend-model-head" });
		head.createSpan({
			cls: "expert-friend-model-name",
			text: row.typed ? strings.models.askAnyway(row.id, row.endpoint.name) : row.name,
		});
		if (!row.typed)
			head.createSpan({
				cls: "expert-friend-model-name expert-friend-muted expert-friend-small",
				text: row.name === row.id ? "" : row.id,
			});
		if (!row.typed)
			head.createSpan({ cls: "expert-friend-muted expert-friend-small expert-friend-end", text: row.endpoint.name });
		const { line, sources } = this.factsOf(row);
		const times = row.typed ? "" : this.port.estimates.times(choiceOf(row));
		text.createDiv({
			cls: "expert-friend-muted expert-friend-small",
			text: times === "" ? line : `${line}\u00a0· ${times}`,
			attr: { title: sources },
		});
		this.shown.set(element, row);
		this.drawStar(row, element);
	}

	override selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
		if (!this.starring && this.foot.press()) return;
		super.selectActiveSuggestion(event);
	}

	override selectSuggestion(row: Row, event: MouseEvent | KeyboardEvent): void {
		if (this.starring) this.toggle(row);
		else super.selectSuggestion(row, event);
	}

	override onChooseSuggestion(row: Row): void {
		this.port.choose(choiceOf(row));
	}

	private showDetail(): void {
		const selected = this.resultContainerEl.querySelector(".is-selected");
		const row = selected === null ? undefined : this.shown.get(selected);
		this.foot.showDetail(row === undefined ? "" : this.port.estimates.detail(choiceOf(row)));
	}

	// For the pointer only: a control within an option is none to a screen reader, and a hundred stops between the field
	// and the foot would be in the way. Keys have Mod+D; whether it is a favourite is read out with the option.
	private drawStar(row: Row, element: HTMLElement): void {
		const told = element.createSpan({ cls: "expert-friend-told" });
		const star = element.createSpan({ cls: "expert-friend-star clickable-icon", attr: { "aria-hidden": "true" } });
		setIcon(star, "star");
		this.stars.set(row, { star, told });
		this.showStar(row);
		star.addEventListener("mousedown", (event) => event.preventDefault());
		star.addEventListener("click", (event) => {
			event.stopPropagation();
			this.toggle(row);
		});
	}

	// The row stays where it is until the list is drawn anew: nothing jumps from under the pointer.
	private toggle(row: Row): void {
		const starred = !this.isFavourite(row);
		this.port.star(choiceOf(row), starred);
		this.showStar(row);
		const { models } = this.port.strings;
		this.foot.say(starred ? models.starred(row.name) : models.unstarred(row.name));
		this.rows = this.gather();
	}

	private showStar(row: Row): void {
		const shown = this.stars.get(row);
		shown?.star.toggleClass("is-favourite", this.isFavourite(row));
		shown?.told.setText(this.isFavourite(row) ? this.port.strings.models.favourite : "");
	}

	private isFavourite(row: Row): boolean {
		return this.port.favourites().some((favourite) => sameChoice(favourite, choiceOf(row)));
	}

	private factsOf(row: Row): ModelFacts {
		const { current, lists } = this.port;
		const facts =
			this.facts.get(row) ??
			this.writer.of(row, current !== null && sameChoice(current, choiceOf(row)), lists.dateOf(row.endpoint));
		this.facts.set(row, facts);
		return facts;
	}

	private gatherAgain(awaited: boolean): void {
		this.rows = this.gather();
		if (awaited) this.inputEl.dispatchEvent(new Event("input"));
	}

	private gather(): readonly Row[] {
		const { endpoints, lists, favourites, recent, current } = this.port;
		const lately =
			current === null || recent.some((choice) => sameChoice(choice, current)) ? recent : [current, ...recent];
		return choosable(endpoints, (endpoint) => lists.known(endpoint), [...favourites()].reverse(), lately).map((one) =>
			this.row(one, false),
		);
	}

	private row(one: Choosable<ModelInfo>, typed: boolean): Row {
		const name = one.info?.name ?? (typed ? one.id : readableName(one.id));
		return { ...one, name, typed };
	}

	// Folded when something is first typed: opening waits for nothing it does not show.
	private searchableOf(row: Row): Searchable {
		const openness = row.info?.openness ?? "unknown";
		const sought =
			this.sought.get(row) ??
			searchable(
				[row.name, row.id],
				[`${row.endpoint.name} ${openness} ${this.port.strings.models.openness[openness]}`],
			);
		this.sought.set(row, sought);
		return sought;
	}
}

function choiceOf(row: Row): ModelChoice {
	return { endpoint: row.endpoint.id, model: row.id };
}
