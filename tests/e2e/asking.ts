import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import type { Locator } from "playwright-core";
import type { Consultation } from "../../src/core/consultation/consultation";
import { en, type InterfaceStrings } from "../../src/core/i18n/en";
import { type Facts } from "../../src/core/journal/facts";
import { monthFacts } from "../../src/core/journal/read-month";
import { run, select } from "./at-work";
import type { Call, Puppet } from "./puppet";
import type { Stage } from "./stage";

/** The command of the seeded objective *Is it clear*, by interface language. */
export const isItClear = { en: "objective-is-it-clear", fr: "objective-est-ce-clair" } as const;

/** Puts an objective to some words of the note. */
export async function ask(stage: Stage, words: string, objective: string = isItClear.en): Promise<void> {
	await select(stage, words);
	await run(stage, objective);
}

/**
 * Puts an objective to some words of the note and answers; resolves once the answer waits.
 *
 * @param usage what the endpoint says it took
 */
export async function answered(
	stage: Stage,
	friend: Puppet,
	words: string,
	answer: string,
	objective: string = isItClear.en,
	usage: Parameters<Call["end"]>[0] = {},
): Promise<Call> {
	await ask(stage, words, objective);
	const call = await friend.next();
	call.say(answer);
	call.end(usage);
	await stage.page
		.locator("article.expert-friend-card:not(.is-active) .expert-friend-card-body")
		.getByText(answer, { exact: true })
		.waitFor();
	return call;
}

/** The consultations as this device keeps them. */
export function kept(stage: Stage): Promise<readonly Consultation[]> {
	return stage.page.evaluate(
		() => (window.app.loadLocalStorage("expert-friend-consultations") ?? []) as readonly Consultation[],
	);
}

/** The cards of the margin, in its order. */
export function cards(stage: Stage): Locator {
	return stage.page.locator("article.expert-friend-card");
}

/** What a card tells beside its answer: why it failed, when again. */
export function told(card: Locator): Locator {
	return card.locator(".expert-friend-card-message");
}

/** Asks the same again by a card's menu: the same model, or what the entry names. */
export async function again(stage: Stage, card: Locator, entry: string | RegExp = /^Ask .* again$/): Promise<void> {
	await press(card, en.margin.again);
	await stage.page.locator(".menu").getByText(entry).click();
}

/** Chooses what a card has in its menu of further actions. */
export async function more(
	stage: Stage,
	card: Locator,
	entry: string,
	{ margin }: Pick<InterfaceStrings, "margin"> = en,
): Promise<void> {
	await press(card, margin.more);
	await stage.page.locator(".menu").getByText(entry, { exact: true }).click();
}

/** Presses a button with the keyboard: notices may lie over a card's corner. */
export function press(within: Locator, name: string): Promise<void> {
	return within.getByRole("button", { name, exact: true }).press("Enter");
}

/** Says on this device for which origin each key was entered. */
export function bind(stage: Stage, origins: Readonly<Record<string, string>>): Promise<void> {
	return stage.page.evaluate((bound) => window.app.saveLocalStorage("expert-friend-key-origins", bound), origins);
}

/** All files of the vault by path, the hidden ones too. */
export async function filesOf(stage: Stage): Promise<ReadonlyMap<string, string>> {
	const files = (await readdir(stage.vaultDir, { recursive: true, withFileTypes: true })).filter((entry) =>
		entry.isFile(),
	);
	const read = await Promise.all(
		files.map(async (entry): Promise<[string, string][]> => {
			const file = path.join(entry.parentPath, entry.name);
			// What is gone by now was on its way to its own name.
			const text = await readFile(file, "utf8").catch(() => null);
			return text === null ? [] : [[path.relative(stage.vaultDir, file), text]];
		}),
	);
	return new Map(read.flat());
}

/** The facts of all journal entries in the vault, doubles included. */
export async function journalOf(stage: Stage): Promise<readonly Facts[]> {
	return [...(await filesOf(stage))]
		.filter(([name]) => /(^|\/)Journal\/\d{4}-\d\d\.md$/.test(name))
		.flatMap(([, text]) => monthFacts(text));
}

/** Writes the plugin's `data.json` as another device would, through the vault's folder. */
export function writeSettings(stage: Stage, settings: unknown): Promise<void> {
	return stage.writeNote(".obsidian/plugins/expert-friend/data.json", JSON.stringify(settings));
}
