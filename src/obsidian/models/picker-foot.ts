import { routes, type Endpoint } from "../../core/endpoint/endpoint";
import type { InterfaceStrings } from "../../core/i18n/en";
import { readableDate } from "../../core/i18n/readable-date";
import type { DataPolicy } from "../../llm/body";
import { ListError } from "../../llm/models";
import type { ModelLists } from "./model-lists";

export interface PickerFootPort {
	readonly strings: InterfaceStrings;
	readonly endpoints: readonly Endpoint[];
	readonly lists: ModelLists;
	readonly policy: DataPolicy;
}

/**
 * The foot of the model picker: each list with its date and a way to fetch it again, and who may answer at
 * OpenRouter.
 */
export class PickerFoot {
	readonly element = createDiv({ cls: "expert-friend-picker-foot expert-friend-small expert-friend-muted" });
	private readonly status = this.element.createDiv({ cls: "expert-friend-picker-status", attr: { role: "status" } });
	private readonly detail = this.element.createDiv({ cls: "expert-friend-picker-detail" });
	private readonly lines: ReadonlyMap<Endpoint, HTMLElement>;
	private count = "";
	private isOpen = false;

	/** @param changed called when a list came; `awaited` when the writer asked or waits for it */
	constructor(
		private readonly port: PickerFootPort,
		private readonly changed: (awaited: boolean) => void,
	) {
		this.lines = new Map(
			port.endpoints.map((endpoint) => [endpoint, this.element.createDiv({ cls: "expert-friend-picker-list" })]),
		);
		if (port.endpoints.some(routes)) this.element.createDiv({ text: policyWords(port.policy, port.strings) });
	}

	/** Fetches the lists that are missing or old. */
	open(): void {
		this.isOpen = true;
		for (const endpoint of this.port.endpoints) {
			this.draw(endpoint);
			if (this.port.lists.isDue(endpoint)) void this.refresh(endpoint, this.port.lists.dateOf(endpoint) === null);
		}
	}

	close(): void {
		this.isOpen = false;
	}

	/** Says how many are shown when not all are. */
	showCount(shown: number, found: number): void {
		const { strings } = this.port;
		this.count =
			shown === found
				? ""
				: strings.models.shown(shown.toLocaleString(strings.locale), found.toLocaleString(strings.locale));
		this.say(this.count);
	}

	/** Says what a question to the selected model takes. */
	showDetail(text: string): void {
		if (this.detail.textContent !== text) this.detail.setText(text);
	}

	/** Says what happened, to a screen reader too. */
	say(text: string): void {
		this.status.setText(text);
	}

	/** Presses the button that has the focus, if it is one of these. The modal takes Enter for its list. */
	press(): boolean {
		const focused = this.element.doc.activeElement;
		if (focused?.instanceOf(HTMLButtonElement) !== true || !this.element.contains(focused)) return false;
		focused.click();
		return true;
	}

	private async refresh(endpoint: Endpoint, awaited: boolean): Promise<void> {
		const refreshing = this.port.lists.refresh(endpoint);
		this.draw(endpoint);
		const problem = await refreshing.then(
			() => "",
			(error: unknown) => this.problemOf(endpoint, error),
		);
		if (!this.isOpen) return;
		this.draw(endpoint, problem);
		if (problem === "") this.changed(awaited);
	}

	private draw(endpoint: Endpoint, problem = ""): void {
		const line = this.lines.get(endpoint);
		if (line === undefined) return;
		const {
			lists,
			strings: { models, locale },
		} = this.port;
		const date = lists.dateOf(endpoint);
		const count = lists.known(endpoint).length;
		const fetching = lists.isRefreshing(endpoint);
		const hadFocus = line.contains(line.doc.activeElement);
		line.empty();
		line.createSpan({ cls: "expert-friend-picker-endpoint", text: endpoint.name });
		line.createSpan({
			attr: { role: "status" },
			text: fetching
				? models.fetching
				: problem !== ""
					? problem
					: date === null
						? models.noList
						: models.list(count, count.toLocaleString(locale), readableDate(date, locale)),
		});
		const button = line.createEl("button", {
			cls: "expert-friend-quiet",
			text: models.refresh,
			attr: { type: "button", "aria-label": models.refreshOf(endpoint.name), "aria-disabled": String(fetching) },
		});
		button.addEventListener("click", () => {
			if (!lists.isRefreshing(endpoint)) void this.refresh(endpoint, true);
		});
		if (hadFocus) button.focus();
	}

	private problemOf(endpoint: Endpoint, error: unknown): string {
		const { models, locale } = this.port.strings;
		const kind = error instanceof ListError ? error.kind : "unavailable";
		const why =
			kind === "auth" || kind === "policy"
				? models.notFetched.key
				: kind === "network" || kind === "timeout"
					? models.notFetched.network
					: models.notFetched.other;
		const date = this.port.lists.dateOf(endpoint);
		return `${why} ${date === null ? models.anyId : models.listKept(readableDate(date, locale))}`;
	}
}

function policyWords({ noTraining, zeroRetention }: DataPolicy, { models: { policy } }: InterfaceStrings): string {
	return noTraining && zeroRetention
		? policy.both
		: noTraining
			? policy.noTraining
			: zeroRetention
				? policy.zeroRetention
				: policy.none;
}
