import type { App } from "../app";
import { historyStack } from "../ui/history-stack";
import { Notice } from "../ui/notice";

/**
 * What Android's back key or gesture does: closes what opened last, else a sidebar, else leads back to what the tab
 * showed before.
 */
export async function pressBack({ workspace }: App): Promise<void> {
	if (historyStack.back()) return;
	const open = [workspace.leftSplit, workspace.rightSplit].find((split) => !split.collapsed);
	if (open !== undefined) return open.collapse();
	if (!(await workspace.activeLeaf?.travel(-1))) new Notice("Press back again to exit");
}
