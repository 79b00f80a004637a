import { Notice } from "obsidian";
import { PromptDrafts } from "../zone/prompt-drafts";
import type { Base } from "./base";

/** What is typed into the fields of notes with prompts. @param made the text of such a note that is not there yet */
export function buildDrafts(
	{ app, device, strings, now }: Base,
	made: (path: string, body: string) => string,
): PromptDrafts {
	return new PromptDrafts({
		app,
		device,
		made,
		now,
		after: (milliseconds, call) => {
			const timer = window.setTimeout(call, milliseconds);
			return () => window.clearTimeout(timer);
		},
		failed: (path) => void new Notice(strings().zone.notWritten(path)),
	});
}
