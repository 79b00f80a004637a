import { Platform } from "obsidian";
import { placeOf, type Endpoint } from "../../core/endpoint/endpoint";
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
			return preset === "ollama"
				? `${checks["no-such-model"](model)} ${strings.settings.getModel.ollama(model)}`
				: checks["no-such-model"](model);
		case "no-models":
			return `${checks["no-models"]} ${getModel(strings, endpoint)}`.trim();
		case "choose-model":
			return `${checks["choose-model"](check.count.toLocaleString(strings.locale))}${check.keyUntested ? ` ${checks.keyUntested}` : ""}${check.streams ? "" : ` ${strings.settings.wholePiece} ${allowPages(strings, endpoint)}`}`;
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
	const { allowPages: remedies } = strings.settings;
	if (preset === "ollama") return remedies.ollama(pageOrigin === "app://obsidian.md" ? `${pageOrigin}*` : pageOrigin);
	if (preset === "llamacpp") return remedies.llamacpp(pageOrigin);
	return preset === "lmstudio" ? remedies.lmstudio : remedies.other;
}

/** How a server gets its first model; empty where that is not known. */
export function getModel(strings: InterfaceStrings, { preset }: Endpoint): string {
	const { getModel: remedies } = strings.settings;
	return preset === "ollama" ? remedies.ollama(example) : preset === "lmstudio" ? remedies.lmstudio : "";
}

function startServer(strings: InterfaceStrings, { preset, baseUrl }: Endpoint): string {
	const { startServer: remedies } = strings.settings;
	const { port } = new URL(baseUrl);
	if (Platform.isMobileApp && placeOf(baseUrl) === "device") return remedies.phone;
	if (preset === "llamacpp") return remedies.llamacpp(port === "" ? "8080" : port);
	return preset === "ollama" || preset === "lmstudio" ? remedies[preset] : remedies.other;
}

/** The origin under which Obsidian's page asks servers; each app has its own. */
const pageOrigin = Platform.isIosApp
	? "capacitor://localhost"
	: Platform.isAndroidApp
		? "http://localhost"
		: "app://obsidian.md";
