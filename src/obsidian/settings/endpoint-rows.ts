import type { Setting, SettingDefinition } from "obsidian";
import {
	checkBaseUrl,
	isOpenRouter,
	isReadable,
	normaliseBaseUrl,
	originOf,
	presets,
	type Endpoint,
} from "../../core/endpoint/endpoint";
import { canBeKey, plainKey } from "../../core/endpoint/keys";
import type { InterfaceStrings } from "../../core/i18n/en";
import { withAddress, withName } from "../../core/settings/endpoint-changes";
import { allowPages } from "../endpoints/check-words";
import { showCredit } from "../endpoints/key-credit";
import { readOnce } from "../endpoints/network";
import type { ExpertFriend } from "../expert-friend";

type SettingsWords = InterfaceStrings["settings"];

export interface EndpointRowsPort {
	readonly friend: ExpertFriend;
	/** Draws the settings anew. */
	readonly refresh: () => void;
	/** The same, once no field is being typed in. */
	readonly redraw: () => void;
	/** Told when the endpoint is another than the one that was tested. */
	readonly changed: () => void;
}

/** The rows of one endpoint: what it is called, where it is, its key, whether its answers stream. */
export class EndpointRows {
	constructor(
		private shown: Endpoint,
		private readonly port: EndpointRowsPort,
	) {}

	/**
	 * The endpoint as its rows show it: a key goes to the address the writer sees, not to one from before the last
	 * typing.
	 */
	get endpoint(): Endpoint {
		return this.shown;
	}

	name(strings: SettingsWords): SettingDefinition {
		const { endpoint } = this;
		return {
			name: strings.name,
			desc: strings.nameHint,
			render: (setting: Setting) => {
				setting.addText((text) => {
					text.setValue(endpoint.name).inputEl.setAttribute("aria-label", strings.name);
					text.inputEl.addEventListener("change", () => {
						const { settings } = this.port.friend;
						const name = text.getValue().trim();
						if (name === "") text.setValue(endpoint.name);
						else
							void settings
								.set({ endpoints: withName(settings.value.endpoints, endpoint.id, name) })
								.then(this.port.redraw);
					});
				});
			},
		};
	}

	address(strings: SettingsWords): SettingDefinition {
		const { secrets } = this.port.friend;
		const offered = (): string => {
			const { state } = secrets.keyFor(this.endpoint);
			return [state, isOpenRouter(this.endpoint), state === "unconfirmed" ? originOf(this.endpoint.baseUrl) : ""].join(
				" ",
			);
		};
		const before = offered();
		return {
			name: strings.address,
			desc: strings.addressHint,
			render: (setting: Setting) => {
				const warning = setting.descEl.createDiv({ attr: { role: "status" } });
				const warn = (url: string): void => warning.setText(isReadable(url) ? strings.readable : "");
				warn(this.endpoint.baseUrl);
				setting.addText((text) => {
					text.setValue(this.endpoint.baseUrl).setPlaceholder(strings.addressExample);
					text.inputEl.setAttribute("aria-label", strings.address);
					text.onChange((value) => {
						const problem = checkBaseUrl(value);
						setting.setErrorMessage(problem === null ? null : strings.badAddress[problem]);
						warn(problem === null ? value : "");
						if (problem !== null) return;
						this.shown = { ...this.shown, baseUrl: normaliseBaseUrl(value) };
						this.port.changed();
						const { settings } = this.port.friend;
						// Other rows may have changed the rest since this one was drawn.
						const { id, baseUrl } = this.endpoint;
						void settings.set({ endpoints: withAddress(settings.value.endpoints, id, baseUrl) });
					});
					// Whether the key may go there, and whether one can sign in there, is said anew once typing is over.
					text.inputEl.addEventListener("change", () => {
						if (offered() !== before) this.port.refresh();
					});
				});
			},
		};
	}

	/** Null where none is needed. */
	key(strings: SettingsWords): SettingDefinition | null {
		const { secrets } = this.port.friend;
		const { endpoint } = this;
		if (endpoint.secret === "") return null;
		const key = secrets.keyFor(endpoint);
		const origin = originOf(endpoint.baseUrl) ?? endpoint.baseUrl;
		const state =
			key.state === "none"
				? strings.keyMissing
				: key.state === "unconfirmed"
					? strings.keyMoved(secrets.originFor(endpoint) ?? "?", origin)
					: strings.keySet;
		return {
			name: strings.key,
			desc: `${strings.keyHint} ${state}`,
			render: (setting: Setting) => {
				const { keyPage, baseUrl } = presets[endpoint.preset];
				if (key.state === "none" && keyPage !== "" && origin === originOf(baseUrl)) {
					setting.descEl.appendText(" ");
					setting.descEl.createEl("a", { cls: "expert-friend-link", text: strings.getKey, href: keyPage });
				}
				if (isOpenRouter(endpoint))
					setting.addButton((button) =>
						button
							.setButtonText(strings.signIn.button)
							.onClick(() => this.port.friend.signIn.open(this.endpoint, this.port.refresh)),
					);
				if (key.state === "unconfirmed") {
					setting.addButton((button) =>
						button.setButtonText(strings.confirmKey(origin)).onClick(() => {
							secrets.confirm(endpoint);
							this.port.changed();
							this.port.refresh();
						}),
					);
				}
				setting.addText((text) => {
					text.setPlaceholder(key.state === "none" ? "" : "••••••••");
					text.inputEl.type = "password";
					text.inputEl.autocomplete = "off";
					text.inputEl.setAttribute("aria-label", strings.key);
					text.inputEl.addEventListener("change", () => {
						const typed = plainKey(text.getValue());
						setting.setErrorMessage(typed === "" || canBeKey(typed) ? null : strings.badKey);
						if (!canBeKey(typed)) return;
						secrets.keep(this.endpoint, text.getValue());
						this.port.changed();
						text.setValue("");
						this.port.refresh();
					});
				});
				return key.state === "usable" && isOpenRouter(endpoint)
					? showCredit(setting.descEl, endpoint, key.key, this.port.friend.strings, readOnce)
					: undefined;
			},
		};
	}

	/**
	 * Says that answers come in one piece, with how to mend it and a way to try again. Null where they stream.
	 */
	whole(strings: InterfaceStrings): SettingDefinition | null {
		const { endpoint } = this;
		const { unstreamed } = this.port.friend;
		const host = hostOf(endpoint);
		if (!unstreamed.has(host)) return null;
		return {
			name: strings.settings.wholePiece,
			desc: allowPages(strings, endpoint),
			render: (setting: Setting) => {
				setting.addButton((button) =>
					button.setButtonText(strings.settings.tryStreaming).onClick(() => {
						unstreamed.forget(host);
						setting.setName(strings.settings.streamsNext).setDesc("");
						button.buttonEl.remove();
					}),
				);
			},
		};
	}
}

function hostOf({ baseUrl }: Endpoint): string {
	return originOf(baseUrl)?.replace(/^.*\/\//, "") ?? "";
}
