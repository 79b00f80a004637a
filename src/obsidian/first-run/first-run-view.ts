import { ItemView, setIcon, type WorkspaceLeaf } from "obsidian";
import type { EditorView } from "@codemirror/view";
import { originOf, placeOf } from "../../core/endpoint/endpoint";
import type { InterfaceStrings } from "../../core/i18n/en";
import { sentenceEditor } from "../../editor/sentence";
import { leavesComputer } from "../../llm/models";
import { ownKeys } from "../keys/own-keys";
import { FriendChoices } from "./first-run-choices";
import { firstRunViewType, type FirstRun } from "./first-run";
import { KeyForm } from "./key-form";

/**
 * The page on which a writer meets the plugin: what it promises, who can be asked, a sentence to try, and what is
 * sent where.
 */
export class FirstRunView extends ItemView {
	private shownWords: InterfaceStrings | null = null;
	private choices: FriendChoices | null = null;
	private keyForm: KeyForm | null = null;
	private editor: EditorView | null = null;
	private nextEl: HTMLElement | null = null;
	private whereEl: HTMLElement | null = null;
	private triedEl: HTMLElement | null = null;
	private tryButton: HTMLButtonElement | null = null;

	constructor(
		leaf: WorkspaceLeaf,
		private readonly firstRun: FirstRun,
	) {
		super(leaf);
		this.icon = "message-square-quote";
	}

	override getViewType(): string {
		return firstRunViewType;
	}

	override getDisplayText(): string {
		return this.firstRun.port.strings().pluginName;
	}

	override async onOpen(): Promise<void> {
		this.contentEl.addClass("expert-friend-first-run", "expert-friend-pane");
		ownKeys(this);
		this.register(this.firstRun.port.settings.onChange(() => this.changed()));
		this.register(this.firstRun.onChange(() => this.changed()));
		this.contentEl.addEventListener("keydown", (event) => {
			if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) this.firstRun.close();
		});
		this.build();
	}

	override async onClose(): Promise<void> {
		this.firstRun.port.closeWords();
		this.keyForm?.close();
		this.editor?.destroy();
		this.contentEl.empty();
	}

	private changed(): void {
		if (this.shownWords !== this.firstRun.port.strings()) return this.build();
		this.choices?.render();
		this.renderNext();
		this.renderWhere();
	}

	private build(): void {
		const {
			contentEl,
			firstRun: { port },
		} = this;
		const strings = port.strings();
		this.shownWords = strings;
		this.editor?.destroy();
		this.keyForm = null;
		contentEl.empty();
		const page = contentEl.createDiv({ cls: "expert-friend-page" });
		page.createEl("h1", { text: strings.firstRun.title });
		const promises = page.createDiv({ cls: "expert-friend-promises" });
		for (const { head, text } of strings.firstRun.promises) {
			const promise = promises.createDiv();
			promise.createEl("strong", { text: head });
			promise.createEl("p", { text });
		}
		page.createEl("h2", { text: strings.firstRun.choose, attr: { id: "expert-friend-choose" } });
		const choosing = page.createDiv();
		this.nextEl = page.createDiv({ cls: "expert-friend-next" });
		this.choices = new FriendChoices(choosing, "expert-friend-choose", {
			...port,
			signIn: (endpoint) => this.firstRun.signIn(endpoint),
			enterKey: (of) => {
				this.keyForm?.close();
				this.keyForm = new KeyForm(
					choosing,
					port,
					of,
					() => this.changed(),
					() => {
						this.keyForm = null;
						this.choices?.focus();
					},
				);
			},
		});
		page.createEl("hr");
		page.createEl("h2", { text: strings.firstRun.tryOne });
		this.buildTry(page, strings);
		page.createEl("hr");
		page.createEl("h2", { text: strings.firstRun.sent });
		this.whereEl = page.createEl("dl", { cls: "expert-friend-where" });
		this.renderNext();
		this.renderWhere();
		this.choices.focus();
	}

	private buildTry(page: HTMLElement, strings: InterfaceStrings): void {
		const { firstRun } = this;
		const text = firstRun.sentence ?? strings.firstRun.sentence;
		const from = Math.max(0, text.indexOf(strings.firstRun.selected));
		const to = text.includes(strings.firstRun.selected) ? from + strings.firstRun.selected.length : from;
		this.editor = sentenceEditor(page.createDiv({ cls: "expert-friend-try" }), {
			text,
			selection: { from, to },
			label: strings.firstRun.tryLabel,
			changed: (now) => (firstRun.sentence = now === this.shownWords?.firstRun.sentence ? null : now),
		});
		const row = page.createDiv({ cls: "expert-friend-row expert-friend-try-row" });
		this.tryButton = row.createEl("button", { text: strings.commands.otherWords, attr: { type: "button" } });
		this.tryButton.addEventListener("click", () => void this.try());
		row.createSpan({ cls: "expert-friend-small expert-friend-muted", text: strings.firstRun.tryHint });
		this.triedEl = page.createDiv({ cls: "expert-friend-small", attr: { role: "status" } });
	}

	private async try(): Promise<void> {
		const {
			editor,
			choices,
			triedEl,
			firstRun: { port },
		} = this;
		if (editor === null || choices === null) return;
		const strings = port.strings();
		const ready = await choices.takePicked();
		triedEl?.setText(ready ? "" : strings.firstRun.chooseFirst);
		if (ready) port.otherWords(editor, strings.firstRun.tryOne);
		else choices.focus();
	}

	// What comes next: a friend, then the note that waits.
	private renderNext(): void {
		const { nextEl, firstRun } = this;
		if (nextEl === null) return;
		const strings = firstRun.port.strings();
		const target = firstRun.port.models.current();
		const text =
			target === null ? strings.firstRun.nothingYet : strings.firstRun.next(target.name, target.endpoint.name);
		const title = target === null ? null : firstRun.waitingFor;
		this.tryButton?.toggleClass("expert-friend-primary", title === null);
		const drawn = `${text}\n${title ?? ""}`;
		if (nextEl.getAttribute("data-drawn") === drawn) return;
		nextEl.setAttribute("data-drawn", drawn);
		nextEl.empty();
		nextEl.createEl("p", { text, attr: { role: "status" } });
		if (title === null) return;
		const button = nextEl.createEl("button", { cls: "expert-friend-primary", attr: { type: "button" } });
		button.createSpan({ text: strings.firstRun.goOn(title) });
		setIcon(button.createSpan({ attr: { "aria-hidden": "true" } }), "arrow-right");
		button.addEventListener("click", () => void firstRun.goOn());
	}

	private renderWhere(): void {
		const {
			whereEl,
			firstRun: { port },
		} = this;
		if (whereEl === null) return;
		const strings = port.strings();
		const target = port.models.current();
		const place =
			target === null
				? ""
				: placeOf(target.endpoint.baseUrl) === "device" && !leavesComputer(target.model)
					? strings.firstRun.thisComputer
					: (originOf(target.endpoint.baseUrl)?.replace(/^.*\/\//, "") ?? "");
		const to = target === null ? strings.firstRun.toNobody : strings.firstRun.toFriend(target.endpoint.name, place);
		whereEl.empty();
		for (const [what, how, where] of strings.firstRun.rows(port.notes.folder.stylePath.replace(/\.md$/, ""), to)) {
			whereEl.createEl("dt", { text: what ?? "" });
			whereEl.createEl("dd", { text: how ?? "" });
			whereEl.createEl("dd", { text: where ?? "" });
		}
	}
}
