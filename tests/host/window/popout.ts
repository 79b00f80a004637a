import type * as obsidian from "obsidian";
import type { App } from "../app";
import { Strict } from "../strict";
import { Split } from "../tab-group";
import { openWindow } from "./frame";

/** Obsidian's `WorkspaceWindow`: a window of its own with panes. It closes with its last tab. */
export class Popout extends Strict implements Pick<obsidian.WorkspaceWindow, "win" | "doc"> {
	readonly win: Window;
	readonly doc: Document;
	readonly split: Split;
	readonly close: () => void;

	constructor(app: App) {
		super();
		const { win, doc, close } = openWindow("Pop-out");
		this.win = win;
		this.doc = doc;
		this.close = close;
		const workspaceEl = doc.body
			.createDiv({ cls: "app-container" })
			.createDiv({ cls: "horizontal-main-container" })
			.createDiv({ cls: "workspace" });
		this.split = new Split(app, workspaceEl, "popout");
		app.hearIn(win);
		for (const type of ["mousedown", "focusin"] as const)
			workspaceEl.addEventListener(type, (event) => app.workspace.leafTouched(event));
	}
}
