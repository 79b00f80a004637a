import {
	checkBaseUrl,
	isReadable,
	normaliseBaseUrl,
	presets,
	type Endpoint,
	type PresetId,
} from "../../core/endpoint/endpoint";
import { canBeKey, plainKey } from "../../core/endpoint/keys";
import { checkWords } from "../endpoints/check-words";
import type { FirstRunPort } from "./first-run";

/** Kinds of endpoints that are reached with a key. */
const kinds = (Object.keys(presets) as PresetId[]).filter((id) => presets[id].needsKey);

/** A form for an endpoint and its key: adds it, tests whether it lists models, and lets the writer choose one. */
export class KeyForm {
	private readonly form: HTMLFormElement;
	private running: AbortController | null = null;

	/**
	 * @param of the endpoint whose key it is; null for a new one of a kind that the writer chooses
	 * @param changed called when an endpoint or its key was added
	 * @param closed called when the form is gone
	 */
	constructor(
		parent: HTMLElement,
		port: FirstRunPort,
		of: Endpoint | null,
		private readonly changed: () => void,
		private readonly closed: () => void,
	) {
		const strings = port.strings();
		const { settings, firstRun } = strings;
		this.form = parent.createEl("form", { cls: "expert-friend-key-form" });
		const field = (label: string): HTMLElement =>
			this.form.createEl("label", { cls: "expert-friend-key-field", text: label });
		let endpoint = of;

		const kind = field(settings.preset).createEl("select", { cls: "dropdown" });
		for (const id of kinds) kind.createEl("option", { text: presets[id].name, attr: { value: id } });
		kind.value = endpoint?.preset ?? "mistral";
		kind.disabled = of !== null;
		const address = field(settings.address).createEl("input", {
			type: "text",
			placeholder: settings.addressExample,
			attr: { inputmode: "url", autocapitalize: "off", spellcheck: "false" },
		});
		const key = field(settings.key).createEl("input", { type: "password", attr: { autocomplete: "off" } });
		const about = this.form.createDiv({ cls: "expert-friend-small expert-friend-muted" });
		const row = this.form.createDiv({ cls: "expert-friend-row" });
		const submit = row.createEl("button", { text: firstRun.goOnWithKey, attr: { type: "submit" } });
		const cancel = row.createEl("button", {
			cls: "expert-friend-quiet",
			text: settings.cancel,
			attr: { type: "button" },
		});
		const said = this.form.createDiv({ cls: "expert-friend-small", attr: { role: "status" } });

		// The writer's own address outlives a look at the other kinds.
		let own = "";
		address.addEventListener("input", () => {
			own = address.value;
			said.setText(checkBaseUrl(own) === null && isReadable(own) ? settings.readable : "");
		});
		const preset = (): PresetId => kind.value as PresetId;
		const describe = (): void => {
			address.disabled = endpoint !== null || preset() !== "custom";
			address.value = endpoint?.baseUrl ?? (preset() === "custom" ? own : presets[preset()].baseUrl);
			about.empty();
			about.createSpan({
				text:
					preset() === "custom" && endpoint === null
						? `${settings.keyHint} ${firstRun.keyless} `
						: `${settings.keyHint} `,
			});
			const { keyPage } = presets[preset()];
			if (keyPage !== "")
				about.createEl("a", {
					cls: "expert-friend-link external-link",
					text: settings.getKey,
					href: keyPage,
					attr: { target: "_blank", rel: "noopener" },
				});
		};
		kind.addEventListener("change", describe);
		cancel.addEventListener("click", () => this.close());
		this.form.addEventListener("keydown", (event) => {
			if (event.key !== "Escape") return;
			event.stopPropagation();
			this.close();
		});
		this.form.addEventListener("submit", (event) => {
			event.preventDefault();
			void go();
		});

		const go = async (): Promise<void> => {
			if (this.running !== null) return;
			const typed = plainKey(key.value);
			const custom = of === null && preset() === "custom";
			const baseUrl = custom ? normaliseBaseUrl(address.value) : undefined;
			const problem = baseUrl === undefined ? null : checkBaseUrl(baseUrl);
			if (problem !== null) return (said.setText(settings.badAddress[problem]), address.focus());
			if (typed !== "" && !canBeKey(typed)) return (said.setText(settings.badKey), key.focus());
			if (typed === "" && !custom) return (said.setText(firstRun.keyNeeded), key.focus());
			endpoint =
				endpoint === null
					? await port.models.add(preset(), baseUrl, typed !== "")
					: await port.models.corrected(endpoint, baseUrl, typed !== "");
			if (typed !== "") port.secrets.keep(endpoint, typed);
			this.changed();
			const running = new AbortController();
			this.running = running;
			submit.disabled = true;
			kind.disabled = address.disabled = true;
			said.setText(settings.checking.listing);
			const check = await port.models.check(endpoint, () => undefined, running.signal);
			this.running = null;
			submit.disabled = false;
			address.disabled = !custom;
			if (running.signal.aborted) return;
			if (check.result !== "choose-model" && check.result !== "ok" && check.result !== "whole")
				return said.setText(checkWords(strings, endpoint, check, port.models.modelAt(endpoint) ?? ""));
			const added = endpoint;
			this.close();
			port.models.choose(() => undefined, [added]);
		};

		describe();
		(of === null ? kind : key).focus();
	}

	/** Removes the form; a key that was not sent off is forgotten with it. */
	close(): void {
		this.running?.abort();
		this.form.remove();
		this.closed();
	}
}
