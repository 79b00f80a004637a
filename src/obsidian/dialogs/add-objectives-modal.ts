import { Modal, setIcon, type App } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import { seedName, type Seed } from "../../core/prompts/seeds";

/** Lists objectives that can be added, none ticked. */
export class AddObjectivesModal extends Modal {
	private readonly ticked = new Set<Seed>();

	/** @param add called with those that were ticked, at least one, in their order */
	constructor(
		app: App,
		private readonly strings: InterfaceStrings["addObjectives"],
		private readonly seeds: readonly Seed[],
		private readonly add: (seeds: readonly Seed[]) => void,
	) {
		super(app);
	}

	override onOpen(): void {
		const { contentEl, strings, seeds, ticked } = this;
		this.setTitle(strings.title);
		contentEl.addClass("expert-friend-add-objectives");
		contentEl.createEl("p", { cls: "expert-friend-muted", text: strings.explain });
		const row = contentEl.createDiv({ cls: "modal-button-container" });
		const send = row.createEl("button", { cls: "mod-cta expert-friend-primary", attr: { type: "button" } });
		row
			.createEl("button", { text: strings.cancel, attr: { type: "button" } })
			.addEventListener("click", () => this.close());
		const update = (): void => {
			send.setText(strings.add(ticked.size));
			send.disabled = ticked.size === 0;
		};
		send.addEventListener("click", () => {
			this.close();
			this.add(seeds.filter((seed) => ticked.has(seed)));
		});
		for (const seed of seeds) {
			const line = createEl("label", { cls: "expert-friend-line" });
			row.before(line);
			const box = line.createEl("input", { type: "checkbox" });
			box.addEventListener("change", () => {
				if (box.checked) ticked.add(seed);
				else ticked.delete(seed);
				update();
			});
			const icon = line.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } });
			setIcon(icon, String(seed.properties["icon"]));
			const text = line.createDiv();
			text.createDiv({ text: seedName(seed) });
			text.createDiv({ cls: "expert-friend-small expert-friend-muted", text: firstSentence(seed.body) });
		}
		update();
		contentEl.querySelector("input")?.focus();
	}

	override onClose(): void {
		this.contentEl.empty();
	}
}

/** How a prompt begins: what it asks. */
function firstSentence(body: string): string {
	return /^[^]*?[.?!](?=\s|$)/.exec(body.replace(/\s+/g, " "))?.[0] ?? body;
}
