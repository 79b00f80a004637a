import { Notice, type Setting, type SettingDefinition } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { ExpertFriend } from "../expert-friend";

/** A row for what this device could not read and put aside; none while there is nothing. */
export function asideRows(
	friend: ExpertFriend,
	{ stored }: InterfaceStrings,
	redraw: () => void,
): readonly SettingDefinition[] {
	const { aside } = friend.device;
	if (aside.length === 0) return [];
	return [
		{
			name: stored.aside,
			desc: stored.asideHint(aside.length),
			render: (setting: Setting) => {
				setting.addButton((button) =>
					button.setButtonText(stored.copy).onClick(() => {
						void activeWindow.navigator.clipboard
							.writeText(JSON.stringify(aside, null, 2))
							.then(() => new Notice(stored.copied));
					}),
				);
				setting.addButton((button) =>
					button.setButtonText(stored.forget).onClick(() => {
						friend.device.clearAside();
						redraw();
					}),
				);
			},
		},
	];
}
