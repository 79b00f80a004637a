import { Platform } from "obsidian";
import { placeOf, presets, type Endpoint, type ServerProgram } from "../../core/endpoint/endpoint";
import { failureWords } from "../../core/i18n/failure-words";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { Check } from "../../llm/check";

/** The model that `ollama pull` names as an example. */
const example = "qwen3:14b";

/**
 * What a test found, in words, with what to do about it for this kind of endpoint.
 * @param model the one that was asked
 */
export function checkWords(strings: InterfaceStrings, endpoint: Endpoint, check: Check, model: string): string {
	const { checks, badAddress } = strings.settings;
	const { preset } = endpoint;
	switch (check.result) {
		case "not-a-url":
		case "needs-https":
		case "has-password":
			return badAddress[check.result];
		case "whole":
			return `${checks.whole} ${allowPages(strings, endpoint)}`;
		case "no-server":
			return `${checks["no-server"]} ${startServer(strings, endpoint)}`;
		case "no-such-model":
			// Only where a command names the model that is to be had.
			return presets[preset].program === "ollama"
				? `${checks["no-such-model"](model)} ${strings.settings.getModel.ollama(model)}`
				: checks["no-such-model"](model);
		case "no-models":
			return `${checks["no-models"]} ${getModel(strings, endpoint)}`.trim();
		case "choose-model":
			return [
				checks["choose-model"](check.count.toLocaleString(strings.locale)),
				...(check.keyUntested ? [checks.keyUntested] : []),
				...(check.streams ? [] : [strings.settings.wholePiece, allowPages(strings, endpoint)]),
			].join(" ");
		case "rate":
			return check.retryAfter === null ? checks.rate : `${checks.rate} ${strings.again(check.retryAfter)}`;
		case "failed":
			return (
				failureWords(strings, check.failure, false) +
				(check.failure.status === null ? "" : ` (HTTP ${check.failure.status})`)
			);
		default:
			return checks[check.result];
	}
}

/** How the answers of an endpoint are made to stream on this device. */
export function allowPages(strings: InterfaceStrings, { preset }: Endpoint): string {
	return advice[presets[preset].program].allowPages(strings.settings.allowPages);
}

/** How a server gets its first model; empty where that is not known. */
export function getModel(strings: InterfaceStrings, { preset }: Endpoint): string {
	return advice[presets[preset].program].getModel(strings.settings.getModel, example);
}

function startServer(strings: InterfaceStrings, { preset, baseUrl }: Endpoint): string {
	const { startServer: remedies } = strings.settings;
	if (Platform.isMobileApp && placeOf(baseUrl) === "device") return remedies.phone;
	return advice[presets[preset].program].startServer(remedies, new URL(baseUrl).port);
}

type Remedies = InterfaceStrings["settings"];

/** What to do about a server, by its program. */
interface Advice {
	readonly allowPages: (remedies: Remedies["allowPages"]) => string;
	/** Empty where it is not known. */
	readonly getModel: (remedies: Remedies["getModel"], model: string) => string;
	readonly startServer: (remedies: Remedies["startServer"], port: string) => string;
}

const advice: Readonly<Record<ServerProgram, Advice>> = {
	ollama: {
		allowPages: ({ ollama }) => ollama(pageOrigin === "app://obsidian.md" ? `${pageOrigin}*` : pageOrigin),
		getModel: ({ ollama }, model) => ollama(model),
		startServer: ({ ollama }) => ollama,
	},
	lmstudio: {
		allowPages: ({ lmstudio }) => lmstudio,
		getModel: ({ lmstudio }) => lmstudio,
		startServer: ({ lmstudio }) => lmstudio,
	},
	llamacpp: {
		allowPages: ({ llamacpp }) => llamacpp(pageOrigin),
		getModel: () => "",
		startServer: ({ llamacpp }, port) => llamacpp(port === "" ? "8080" : port),
	},
	other: { allowPages: ({ other }) => other, getModel: () => "", startServer: ({ other }) => other },
};

/** The origin under which Obsidian's page asks servers; each app has its own. */
const pageOrigin = Platform.isIosApp
	? "capacitor://localhost"
	: Platform.isAndroidApp
		? "http://localhost"
		: "app://obsidian.md";
