import type { Setting, SettingDefinition } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import { recordLabels } from "../../core/record/labels";
import { areReadable, ownWordKeys, sampleRecord, withOwnWords, type OwnWords } from "../../core/record/own-labels";
import type { ExpertFriend } from "../expert-friend";

/**
 * Fields for the writer's own words of a record, with a record that shows them as they are typed. Words by which
 * records could not be read again are refused.
 */
export function recordWordsRows(
	friend: ExpertFriend,
	strings: InterfaceStrings["settings"],
): readonly SettingDefinition[] {
	const base = recordLabels[friend.language];
	return [
		{
			name: strings.recordWords,
			desc: strings.recordWordsHint,
			render: (setting: Setting) => {
				let typed: OwnWords = friend.settings.value.recordWords;
				const preview = createEl("pre", {
					cls: "expert-friend-record-preview",
					text: sampleRecord(withOwnWords(base, typed)),
				});
				for (const key of ownWordKeys) {
					setting.addText((text) => {
						text.setValue(typed[key] ?? "").setPlaceholder(strings.recordWord[key]);
						text.inputEl.setAttribute("aria-label", strings.recordWord[key]);
						text.inputEl.addClass("expert-friend-record-word");
						text.onChange((value) => {
							const others = Object.entries(typed).filter(([other]) => other !== key);
							typed = Object.fromEntries(value.trim() === "" ? others : [...others, [key, value.trim()]]);
							const readable = areReadable({ ...base, ...typed });
							setting.setErrorMessage(readable ? null : strings.recordWordsBad);
							preview.setText(sampleRecord(withOwnWords(base, typed)));
							if (readable) void friend.settings.set({ recordWords: typed });
						});
					});
				}
				setting.settingEl.addClass("expert-friend-record-words");
				setting.settingEl.append(preview);
			},
		},
	];
}
