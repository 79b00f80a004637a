import { Notice } from "obsidian";
import type { PromptNotes } from "../asking/prompt-notes";
import { PromptDrafts } from "../zone/prompt-drafts";
import type { Base } from "./base";

/** What is typed into the fields of notes with prompts. */
export function buildDrafts({ app, device, strings, now }: Base, notes: () => PromptNotes): PromptDrafts {
	return new PromptDrafts({
		app,
		device,
		made: (path, body) => notes().folder.made(path, body),
		wasMade: () => notes().finish(),
		now,
		after: (milliseconds, call) => {
			const timer = window.setTimeout(call, milliseconds);
			return () => window.clearTimeout(timer);
		},
		failed: (path) => void new Notice(strings().zone.notWritten(path)),
	});
}
