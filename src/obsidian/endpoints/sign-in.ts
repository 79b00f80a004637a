import { Notice, type App, type ObsidianProtocolData } from "obsidian";
import { isOpenRouter, originOf, type Endpoint } from "../../core/endpoint/endpoint";
import type { InterfaceStrings } from "../../core/i18n/en";
import { givenCode, isStillWaiting, pastedCode, storedSignIn, type PendingSignIn } from "../../core/endpoint/sign-in";
import { base64Url, challengeOf, exchangeCode, signInPages } from "../../llm/openrouter";
import { readOnce } from "./network";
import { nullable } from "../../core/stored/schema";
import type { Device } from "../storage/device";
import type { Secrets } from "../storage/secrets";
import type { SettingsStore } from "../storage/settings-store";
import { SignInModal, type SignInProblem } from "./sign-in-modal";

export interface SignInParts {
	readonly app: App;
	readonly settings: SettingsStore;
	readonly secrets: Secrets;
	readonly device: Device;
	readonly strings: () => InterfaceStrings;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
}

/**
 * Signs in to OpenRouter: the browser gets a challenge, the app turns the code that comes back into a key. One sign-in
 * waits at a time; its verifier never leaves this device but with the code, to the endpoint it was begun for.
 */
export class SignIn {
	private dialog: SignInModal | null = null;

	constructor(private readonly port: SignInParts) {
		// Forgets one that waited too long.
		this.waiting();
	}

	/**
	 * Opens the dialog for an endpoint of the settings, then calls back once its key is kept; not at all when
	 * cancelled.
	 */
	async open(endpoint: Endpoint, then: () => void): Promise<void> {
		const origin = originOf(endpoint.baseUrl);
		if (this.dialog !== null || origin === null || !isOpenRouter(endpoint)) return;
		const waiting = this.waiting();
		// A code may still be on its way to a sign-in that the app was ended in.
		const pending =
			waiting?.endpoint === endpoint.id && waiting.origin === origin ? waiting : await this.begin(endpoint.id, origin);
		if (this.isOpen()) return;
		this.port.device.save("sign-in", pending);
		this.show(pending, endpoint.name, then);
	}

	/** Takes what an `obsidian://` address brought. Only a code for the sign-in that waits is used. */
	arrived(data: ObsidianProtocolData): void {
		const strings = this.port.strings().settings.signIn;
		const pending = this.waiting();
		const endpoint = pending === null ? null : this.endpointOf(pending);
		if (pending === null || endpoint === null) {
			if (this.dialog === null) new Notice(strings.notWaiting);
			else this.dialog.tell(pending === null ? "late" : "changed");
			return;
		}
		const given = givenCode(data, pending.state);
		if (this.dialog === null && "problem" in given && given.problem === "other") {
			new Notice(strings.problems.other);
			return;
		}
		this.dialog ??= this.show(pending, endpoint.name, () => undefined);
		if ("problem" in given) this.dialog.tell(given.problem);
		else this.dialog.receive(given.code);
	}

	private show(pending: PendingSignIn, name: string, then: () => void): SignInModal {
		const strings = this.port.strings().settings.signIn;
		this.dialog = new SignInModal(this.port.app, strings, {
			name,
			pages: signInPages(pending.origin, pending.challenge, pending.state),
			connect: (text) => this.connect(pending, text),
			done: () => {
				new Notice(strings.done(name));
				then();
			},
			closed: () => {
				this.dialog = null;
				this.port.device.save("sign-in", null);
			},
		});
		this.dialog.open();
		return this.dialog;
	}

	private async connect(pending: PendingSignIn, text: string): Promise<SignInProblem | null> {
		const given = pastedCode(text, pending.state);
		if ("problem" in given) return given.problem;
		if (!this.waitsFor(pending)) return "late";
		const before = this.endpointOf(pending);
		if (before === null) return "changed";
		const exchange = await exchangeCode(before, given.code, pending.verifier, readOnce);
		if (exchange.state !== "key") return exchange.state;
		// Cancelled or moved elsewhere while the answer was on its way: the key is let go.
		if (!this.waitsFor(pending)) return "late";
		const after = this.endpointOf(pending);
		if (after === null) return "changed";
		this.port.secrets.keep(after, exchange.key);
		return null;
	}

	private async begin(endpoint: string, origin: string): Promise<PendingSignIn> {
		const random = (bytes: number): string => base64Url(crypto.getRandomValues(new Uint8Array(bytes)));
		const verifier = random(32);
		return {
			endpoint,
			origin,
			verifier,
			challenge: await challengeOf(verifier, crypto.subtle),
			state: random(16),
			begun: this.port.now(),
		};
	}

	private waiting(): PendingSignIn | null {
		// A phone may end the app while its browser is in front: it is kept on the device.
		const stored = this.port.device.read("sign-in", nullable(storedSignIn), null);
		const pending = stored !== null && isStillWaiting(stored, this.port.now()) ? stored : null;
		if (pending === null && stored !== null) this.port.device.save("sign-in", null);
		return pending;
	}

	private waitsFor(pending: PendingSignIn): boolean {
		return this.waiting()?.state === pending.state;
	}

	/** The endpoint a sign-in was begun for, as it is now; null when it is gone or has moved. */
	private endpointOf(pending: PendingSignIn): Endpoint | null {
		const endpoint = this.port.settings.value.endpoints.find(({ id }) => id === pending.endpoint);
		return endpoint !== undefined &&
			endpoint.secret !== "" &&
			isOpenRouter(endpoint) &&
			originOf(endpoint.baseUrl) === pending.origin
			? endpoint
			: null;
	}

	private isOpen(): boolean {
		return this.dialog !== null;
	}
}
