import {
	checkBaseUrl,
	isReadable,
	normaliseBaseUrl,
	presets,
	type Endpoint,
	type PresetId,
} from "../../core/endpoint/endpoint";
import { canBeKey, plainKey } from "../../core/endpoint/keys";
import type { Check } from "../../llm/check";
import { checkWords } from "../endpoints/check-words";
import type { FirstRunPort } from "./first-run";

/** Kinds of endpoints that are reached with a key. */
const kinds = (Object.keys(presets) as PresetId[]).filter((id) => presets[id].needsKey);

interface Fields {
	readonly kind: HTMLSelectElement;
	readonly address: HTMLInputElement;
	readonly key: HTMLInputElement;
	readonly about: HTMLElement;
	readonly submit: HTMLButtonElement;
	/** Told to screen readers. */
	readonly said: HTMLElement;
}

/** A form for an endpoint and its key: adds it, tests whether it lists models, and lets the writer choose one. */
export class KeyForm {
	private readonly form: HTMLFormElement;
	private running: AbortController | null = null;

	private readonly fields: Fields;
	/** The endpoint whose key it is, once it is one. */
	private endpoint: Endpoint | null;
	/** An address that the writer typed outlives a look at the other kinds. */
	private own = "";

	/**
	 * @param of the endpoint whose key it is; null for a new one of a kind that the writer chooses
	 * @param changed called when an endpoint or its key was added
	 * @param closed called when the form is gone
	 */
	constructor(
		parent: HTMLElement,
		private readonly port: FirstRunPort,
		private readonly of: Endpoint | null,
		private readonly changed: () => void,
		private readonly closed: () => void,
	) {
		this.endpoint = of;
		this.form = parent.createEl("form", { cls: "expert-friend-key-form" });
		this.fields = this.draw();
		this.listen();
		this.describe();
		(of === null ? this.fields.kind : this.fields.key).focus();
	}

	private draw(): Fields {
		const { settings, firstRun } = this.port.strings();
		const field = (label: string): HTMLElement =>
			this.form.createEl("label", { cls: "expert-friend-key-field", text: label });
		const kind = field(settings.preset).createEl("select", { cls: "dropdown" });
		for (const id of kinds) {
			const text = id === "custom" ? settings.otherPreset : presets[id].name;
			kind.createEl("option", { text, attr: { value: id } });
		}
		kind.value = this.of?.preset ?? "mistral";
		kind.disabled = this.of !== null;
		const address = field(settings.address).createEl("input", {
			type: "text",
			placeholder: settings.addressExample,
			attr: { inputmode: "url", autocapitalize: "off", spellcheck: "false" },
		});
		const key = field(settings.key).createEl("input", { type: "password", attr: { autocomplete: "off" } });
		const about = this.form.createDiv({ cls: "expert-friend-small expert-friend-muted" });
		const row = this.form.createDiv({ cls: "expert-friend-row" });
		const submit = row.createEl("button", { text: firstRun.goOnWithKey, attr: { type: "submit" } });
		row
			.createEl("button", { cls: "expert-friend-quiet", text: settings.cancel, attr: { type: "button" } })
			.addEventListener("click", () => this.close());
		const said = this.form.createDiv({ cls: "expert-friend-small", attr: { role: "status" } });
		return { kind, address, key, about, submit, said };
	}

	private listen(): void {
		const { kind, address, said } = this.fields;
		address.addEventListener("input", () => {
			this.own = address.value;
			said.setText(
				checkBaseUrl(this.own) === null && isReadable(this.own) ? this.port.strings().settings.readable : "",
			);
		});
		kind.addEventListener("change", () => this.describe());
		this.form.addEventListener("keydown", (event) => {
			if (event.key !== "Escape") return;
			event.stopPropagation();
			this.close();
		});
		this.form.addEventListener("submit", (event) => {
			event.preventDefault();
			void this.goOn();
		});
	}

	private get preset(): PresetId {
		return kinds.find((id) => id === this.fields.kind.value) ?? "custom";
	}

	/** Says of the kind that is chosen where it is and where its key is to be had. */
	private describe(): void {
		const { preset } = this;
		const { address, about } = this.fields;
		const { settings, firstRun } = this.port.strings();
		const { isKnown, baseUrl, keyPage } = presets[preset];
		address.disabled = this.endpoint !== null || isKnown;
		address.value = this.endpoint?.baseUrl ?? (isKnown ? baseUrl : this.own);
		about.empty();
		about.createSpan({
			text: !isKnown && this.endpoint === null ? `${settings.keyHint} ${firstRun.keyless} ` : `${settings.keyHint} `,
		});
		if (keyPage !== "")
			about.createEl("a", {
				cls: "expert-friend-link external-link",
				text: settings.getKey,
				href: keyPage,
				attr: { target: "_blank", rel: "noopener" },
			});
	}

	/** Keeps what was typed, tests it, and lets a model be chosen; says what is wrong where something is. */
	private async goOn(): Promise<void> {
		if (this.running !== null) return;
		const { address, key, said } = this.fields;
		const { settings, firstRun } = this.port.strings();
		const { models, secrets } = this.port;
		const typed = plainKey(key.value);
		const isOwn = this.of === null && !presets[this.preset].isKnown;
		const baseUrl = isOwn ? normaliseBaseUrl(address.value) : undefined;
		const problem = baseUrl === undefined ? null : checkBaseUrl(baseUrl);
		if (problem !== null) return (said.setText(settings.badAddress[problem]), address.focus());
		if (typed !== "" && !canBeKey(typed)) return (said.setText(settings.badKey), key.focus());
		if (typed === "" && !isOwn) return (said.setText(firstRun.keyNeeded), key.focus());
		const endpoint =
			this.endpoint === null
				? await models.add(this.preset, baseUrl, typed !== "")
				: await models.corrected(this.endpoint, baseUrl, typed !== "");
		this.endpoint = endpoint;
		if (typed !== "") secrets.keep(endpoint, typed);
		this.changed();
		const check = await this.test(endpoint, isOwn);
		if (check === null) return;
		if (check.result !== "choose-model" && check.result !== "ok" && check.result !== "whole")
			return said.setText(checkWords(this.port.strings(), endpoint, check, models.modelAt(endpoint) ?? ""));
		this.close();
		models.choose(() => undefined, [endpoint]);
	}

	/** @returns null when the form was closed meanwhile */
	private async test(endpoint: Endpoint, isOwn: boolean): Promise<Check | null> {
		const { kind, address, submit, said } = this.fields;
		const running = new AbortController();
		this.running = running;
		submit.disabled = kind.disabled = address.disabled = true;
		said.setText(this.port.strings().settings.checking.listing);
		const check = await this.port.models.check(endpoint, () => undefined, running.signal);
		this.running = null;
		submit.disabled = false;
		address.disabled = !isOwn;
		return running.signal.aborted ? null : check;
	}

	/** Removes the form; a key that was not sent off is forgotten with it. */
	close(): void {
		this.running?.abort();
		this.form.remove();
		this.closed();
	}
}
