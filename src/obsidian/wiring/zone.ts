import { PromptZone } from "../zone/prompt-zone";
import type { AskingParts } from "./asking";
import type { Base } from "./base";
import type { ModelParts } from "./models";
import type { RecordParts } from "./records";

/** The prompts above notes. */
export function buildZone(
	{ app, device, settings, strings, views }: Base,
	{ notes, drafts, models, usageForecast, bodyOf, budgets, spendings }: ModelParts & RecordParts,
	{ subjects, questions, requests }: AskingParts,
): PromptZone {
	// What can't be written yet is asked for as it is typed: it stands in no note that could be read again.
	drafts.onChange((path) => {
		if ((drafts.of(path)?.draft.clashes ?? 0) > 0) void notes.read();
	});
	return new PromptZone({
		app,
		device,
		settings,
		strings,
		views,
		notes,
		drafts,
		models,
		usageForecast,
		requests,
		subjects,
		questions,
		budgets,
		bodyOf,
		onSpent: (listener) => spendings.onChange(listener),
	});
}
