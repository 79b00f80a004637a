import type { Setting } from "obsidian";
import type { Endpoint } from "../../core/endpoint/endpoint";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { CheckStep } from "../../llm/check";
import { checkWords } from "../endpoints/check-words";
import type { Models } from "./models";

/**
 * The test of one endpoint as the settings show it. It outlives the row it is shown in: a row that is drawn anew
 * shows where it stands.
 */
export class EndpointTest {
	private text = "";
	private running: AbortController | null = null;
	private show = (): void => undefined;

	/** @param done called when a test ended, whatever it found */
	constructor(
		private readonly models: Models,
		private readonly done: () => void,
	) {}

	/** Puts the button and what is said into a row. @returns what ends it together with the row */
	attach(setting: Setting, strings: InterfaceStrings, endpoint: () => Endpoint): () => void {
		const said = setting.descEl.createSpan({ cls: "expert-friend-settings-status", attr: { role: "status" } });
		const elapsed = setting.descEl.createSpan({
			cls: "expert-friend-settings-elapsed",
			attr: { "aria-hidden": "true" },
		});
		let seconds = 0;
		const timer = window.setInterval(() => {
			seconds = this.running === null ? 0 : seconds + 1;
			elapsed.setText(seconds === 0 ? "" : ` ${strings.margin.seconds(seconds)}`);
		}, 1000);
		setting.addButton((button) => {
			this.show = () => {
				button.setButtonText(this.running === null ? strings.settings.test : strings.settings.cancel);
				if (said.getText() !== this.text) said.setText(this.text);
				if (this.running === null) elapsed.setText("");
			};
			button.onClick(() => (this.running === null ? void this.run(strings, endpoint()) : this.running.abort()));
		});
		this.show();
		return () => {
			window.clearInterval(timer);
			this.show = () => undefined;
		};
	}

	/** Gives up a test that runs and forgets what was found: it says nothing of what was changed since. */
	forget(): void {
		this.running?.abort();
		this.running = null;
		this.text = "";
		this.show();
	}

	private async run(strings: InterfaceStrings, endpoint: Endpoint): Promise<void> {
		const controller = new AbortController();
		this.running = controller;
		const model = this.models.modelAt(endpoint) ?? "";
		const told = (step: CheckStep): void => {
			this.text = step === "listing" ? strings.settings.checking.listing : strings.settings.checking.asking(model);
			this.show();
		};
		const check = await this.models.check(endpoint, told, controller.signal);
		// Forgotten meanwhile.
		if (this.running !== controller) return;
		this.running = null;
		this.text = checkWords(strings, endpoint, check, model);
		this.show();
		this.done();
	}
}
