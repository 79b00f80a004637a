import type { Setting, SettingDefinition, SettingDefinitionItem } from "obsidian";
import { canBeNote } from "../../core/disclosure/note-path";
import { pageWords } from "../../core/disclosure/page";
import { sentences, type PageWords, type Sentence } from "../../core/disclosure/page-words";
import { publishedBy } from "../../core/disclosure/published";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { ExpertFriend } from "../expert-friend";

/** Rows for the AI page. */
export function pageGroup(friend: ExpertFriend, all: InterfaceStrings): SettingDefinitionItem {
	const { page } = all.disclosure;
	const words = pageWords[friend.language];
	return {
		type: "group",
		heading: page.heading,
		items: [
			{
				name: page.path,
				desc: page.pathHint,
				control: {
					type: "text",
					key: "pagePath",
					placeholder: words.title,
					validate: (path) => (path.trim() === "" || canBeNote(path) ? undefined : page.badPath),
				},
			},
			{
				name: page.published,
				desc: page.publishedHint,
				control: {
					type: "dropdown",
					key: "pagePublished",
					options: Object.fromEntries((["auto", ...publishedBy] as const).map((by) => [by, page.publishedBy[by]])),
				},
			},
			{ name: page.keptBack, desc: page.keptBackHint, control: { type: "textarea", key: "pageKeptBack" } },
			{ name: page.numbers, desc: page.numbersHint, control: { type: "toggle", key: "pageNumbers" } },
			{
				name: all.disclosure.property.name,
				desc: all.disclosure.property.hint,
				control: { type: "toggle", key: "disclosureProperty" },
			},
			{
				name: all.elsewhere.cite.setting,
				desc: all.elsewhere.cite.settingHint,
				control: { type: "text", key: "noteAddress", placeholder: all.elsewhere.cite.settingExample },
			},
			{ name: page.sentences, desc: page.sentencesHint, render: () => undefined },
			...sentences.map((sentence) => sentenceRow(friend, sentence, words)),
		],
	};
}

/** A sentence, and whether the page says it. */
function sentenceRow(friend: ExpertFriend, sentence: Sentence, words: PageWords): SettingDefinition {
	const said =
		sentence === "friend"
			? words.consult(null, true)
			: sentence === "decide"
				? words.decide(false)
				: words.doNot[sentence];
	return {
		name: said,
		render: (setting: Setting) => {
			setting.addToggle((toggle) =>
				toggle
					.setValue(friend.settings.value.pageSentences.includes(sentence))
					.onChange(
						(on) =>
							void friend.settings.set({
								pageSentences: sentences.filter((one) =>
									one === sentence ? on : friend.settings.value.pageSentences.includes(one),
								),
							}),
					),
			);
		},
	};
}
