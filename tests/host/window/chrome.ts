import type { App } from "../app";
import { setIcon } from "../icons";
import { Strict } from "../strict";
import { setTooltip } from "../ui/tooltip";

const themeKey = "stand-in-theme";

/** The window around the workspace: ribbon, status bar, theme. */
export class Chrome extends Strict {
	readonly workspaceEl: HTMLElement;
	readonly statusBarEl: HTMLElement;
	private readonly actionsEl: HTMLElement;
	private readonly themeButton: HTMLElement;

	constructor(private readonly app: App) {
		super();
		const appEl = document.body.createDiv({ cls: "app-container" });
		const main = appEl.createDiv({ cls: "horizontal-main-container" });
		const ribbon = main.createDiv({
			cls: "workspace-ribbon mod-left",
			attr: { role: "toolbar", "aria-orientation": "vertical", "aria-label": "Ribbon" },
		});
		const run = (id: string) => () => app.commands.executeCommandById(id);
		this.button(ribbon, "panel-left", "Files", run("app:toggle-left-sidebar"));
		this.actionsEl = ribbon.createDiv({ cls: "side-dock-actions" });
		this.button(this.actionsEl, "file-search", "Open quick switcher", run("switcher:open"));
		this.button(this.actionsEl, "terminal", "Open command palette", run("command-palette:open"));
		const settings = ribbon.createDiv({ cls: "side-dock-settings" });
		this.themeButton = this.button(settings, "moon", "Dark theme", run("theme:toggle-light-dark"));
		this.button(settings, "panel-right", "Right pane", run("app:toggle-right-sidebar"));
		this.button(settings, "settings", "Settings", run("app:open-settings"));
		this.workspaceEl = main.createDiv({ cls: "workspace" });
		this.statusBarEl = appEl.createDiv({ cls: "status-bar", attr: { role: "contentinfo" } });
		const notice = this.statusBarEl.createDiv({ cls: "status-bar-item stand-in-notice" });
		notice.appendText("A stand-in, not Obsidian: ");
		notice.createEl("a", { text: "what it lacks", href: "/host/gaps", attr: { target: "_blank", rel: "noopener" } });
		this.setTheme(
			new URLSearchParams(location.search).get("theme") ?? window.localStorage.getItem(themeKey) ?? "light",
		);
	}

	addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
		const button = this.button(this.actionsEl, icon, title, callback);
		button.addClass("side-dock-ribbon-action");
		return button;
	}

	toggleTheme(): void {
		const theme = this.app.isDarkMode() ? "light" : "dark";
		window.localStorage.setItem(themeKey, theme);
		this.setTheme(theme);
		this.app.workspace.trigger("css-change");
	}

	private setTheme(theme: string): void {
		const isDark = theme === "dark";
		document.body.toggleClass("theme-dark", isDark);
		document.body.toggleClass("theme-light", !isDark);
		setIcon(this.themeButton, isDark ? "sun" : "moon");
		setTooltip(this.themeButton, isDark ? "Light theme" : "Dark theme");
	}

	private button(parent: HTMLElement, icon: string, label: string, act: (event: MouseEvent) => unknown): HTMLElement {
		const button = parent.createEl("button", {
			cls: "clickable-icon",
			attr: { type: "button", "data-tooltip-position": "right" },
		});
		setIcon(button, icon);
		setTooltip(button, label);
		button.addEventListener("click", (event) => void act(event));
		return button;
	}
}
