import { Notice } from "obsidian";
import type { Chat, ChatRequest } from "../../core/chat/chat";
import { requestBody } from "../../llm/body";
import { openChat } from "../../llm/chat";
import { Privacy } from "../asking/privacy";
import { PromptNotes } from "../asking/prompt-notes";
import { chatDeps } from "../endpoints/network";
import { SentBodies } from "../endpoints/sent-bodies";
import { SignIn } from "../endpoints/sign-in";
import { Models } from "../models/models";
import { UsageForecast } from "../models/usage-forecast";
import { UsageReport } from "../models/usage-report";
import { localTime } from "../record/local-time";
import { Measures } from "../storage/measures";
import { RefusedFields } from "../storage/refused-fields";
import { Secrets } from "../storage/secrets";
import { UnstreamedHosts } from "../storage/unstreamed-hosts";
import type { PromptDrafts } from "../zone/prompt-drafts";
import type { Base } from "./base";
import { buildDrafts } from "./drafts";

/** The way to the models, and what is known of them. */
export interface ModelParts {
	readonly privacy: Privacy;
	readonly notes: PromptNotes;
	readonly drafts: PromptDrafts;
	readonly secrets: Secrets;
	readonly unstreamed: UnstreamedHosts;
	readonly signIn: SignIn;
	readonly models: Models;
	readonly measures: Measures;
	readonly usageForecast: UsageForecast;
	readonly usageReport: UsageReport;
	/** The way to the models that counts nothing. */
	readonly chat: Chat;
	/** A request as it went on the wire, or as it would. */
	readonly bodyOf: (request: ChatRequest) => string;
}

export function buildModels(base: Base): ModelParts {
	const { app, settings, device, views, language, strings, now } = base;
	const secrets = new Secrets(app, device);
	const unstreamed = new UnstreamedHosts(device, now);
	const privacy = new Privacy({ app, views, settings: () => settings.value });
	const bodies = new SentBodies();
	const deps = chatDeps({
		secrets,
		settings,
		unstreamed,
		refused: new RefusedFields(device, now),
		bodies,
		refusal: (request) => privacy.refusal(request),
	});
	const models = new Models({
		app,
		settings,
		secrets,
		device,
		strings,
		transport: deps,
		today: () => localTime(now()).slice(0, 10),
	});
	const measures = new Measures(device);
	const drafts: PromptDrafts = buildDrafts(base, () => notes);
	const notes: PromptNotes = new PromptNotes({
		app,
		device,
		settings,
		language,
		privacy,
		unsaved: drafts,
		leftOut: (link, reason) => void new Notice(strings().styleLeftOut[reason](link)),
	});
	return {
		privacy,
		notes,
		drafts,
		secrets,
		unstreamed,
		signIn: new SignIn({ app, settings, secrets, device, strings, now }),
		models,
		measures,
		usageForecast: new UsageForecast({ measures, strings, now }),
		usageReport: new UsageReport({ models, electricity: () => settings.value.electricity, strings, now }),
		chat: models.remembered(openChat(deps)),
		bodyOf: (request) => {
			const { noTraining, zeroRetention } = settings.value;
			return bodies.of(request) ?? requestBody(request, { noTraining, zeroRetention });
		},
	};
}
