import { readFile, rename, writeFile } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openStage, type Stage, type StageOptions } from "./stage";

const stages: Stage[] = [];

async function open(options: StageOptions): Promise<Stage> {
	const stage = await openStage({ data: null, plugin: idle, ...options });
	stages.push(stage);
	return stage;
}

afterEach(async () => {
	for (const stage of stages.splice(0)) await stage.close();
});

const idle = `module.exports.default = class extends require("obsidian").Plugin {};`;

const busy = `
const { Plugin, ItemView, PluginSettingTab, Notice } = require("obsidian");
const { EditorView } = require("@codemirror/view");
class Side extends ItemView {
	getViewType() { return "trial-side"; }
	getDisplayText() { return "Trial"; }
	async onOpen() { this.contentEl.createEl("p", { text: "Side text" }); }
}
class Tab extends PluginSettingTab {
	getSettingDefinitions() {
		return [
			{ type: "group", heading: "General", items: [
				{ name: "Folder", control: {
					type: "text", key: "folder",
					validate: (value) => value.includes("*") ? "No star." : undefined,
				} },
				{ name: "Marks", control: { type: "toggle", key: "marks", defaultValue: true } },
				{
					name: "Style", visible: () => this.plugin.settings.marks !== false,
					control: { type: "dropdown", key: "style", options: { a: "Plain", b: "Loud" } },
				},
			] },
			{ type: "page", name: "More", items: [
				{ name: "Patience", control: { type: "number", key: "patience", min: 1, max: 10 } },
			] },
		];
	}
}
module.exports.default = class extends Plugin {
	async onload() {
		this.settings = Object.assign({ folder: "Here" }, await this.loadData());
		this.registerView("trial-side", (leaf) => new Side(leaf));
		this.addRibbonIcon("quote", "Trial ribbon", () => this.app.workspace.ensureSideLeaf("trial-side", "right"));
		this.addStatusBarItem().setText("Trial status");
		this.addCommand({ id: "shout", name: "Shout", editorCallback: (editor) => editor.replaceSelection("LOUD") });
		this.addSettingTab(new Tab(this.app, this));
		this.registerEditorExtension(EditorView.editorAttributes.of({ class: "trial-editor" }));
		const consult = (item) => item.setTitle("Consult").onClick(() => new Notice("Consulted"));
		this.registerEvent(this.app.workspace.on("editor-menu", (menu) => menu.addItem(consult)));
		this.registerObsidianProtocolHandler("trial", (data) => { window.trialData = data; });
		this.registerInterval(window.setInterval(() => { window.trialTicks = (window.trialTicks ?? 0) + 1; }, 10));
	}
	onExternalSettingsChange() { window.trialChanged = true; }
};`;

/** Evaluates an expression in the page, where the plugin's own names are. */
function run<T>(stage: Stage, expression: string): Promise<T> {
	return stage.page.evaluate<T>(expression);
}

const textOf = (pane: number) => `app.workspace.rootSplit.leaves[${pane}].view.editor.getValue()`;

async function openInBoth(stage: Stage, name: string): Promise<void> {
	await run(stage, `app.workspace.getLeaf("split").openFile(app.vault.getFileByPath(${JSON.stringify(name)}))`);
}

describe("the vault and the editors", () => {
	it("shows what is typed in one pane in the other at once and writes it to disk", async () => {
		const stage = await open({ vault: { "A.md": "One two three.\n" } });
		await openInBoth(stage, "A.md");
		await run(stage, `app.workspace.rootSplit.leaves[1].view.editor.setCursor(0, 4)`);
		await run(stage, `app.workspace.rootSplit.leaves[0].view.editor.setCursor(0, 13)`);
		await stage.page.locator(".cm-content").first().click();
		// What is typed is not written at once: read in the same turn, the disk knows nothing of it.
		const before = await run(
			stage,
			`(({ editor }, disk) => {
				editor.replaceRange("Z", { line: 0, ch: 0 });
				editor.setCursor(0, 1);
				return disk.read("A.md");
			})(app.workspace.rootSplit.leaves[0].view, app.vault.adapter)`,
		);
		expect(before).toBe("One two three.\n");
		await stage.page.keyboard.type("ero ");
		await expect.poll(() => run(stage, textOf(1))).toBe("Zero One two three.\n");
		await expect.poll(() => run(stage, `app.workspace.rootSplit.leaves[1].view.editor.getCursor().ch`)).toBe(9);
		await expect.poll(() => readFile(path.join(stage.vaultDir, "A.md"), "utf8")).toBe("Zero One two three.\n");
		expect(stage.errors).toEqual([]);
	});

	it("puts a change on disk under unsaved words and loses neither", async () => {
		const stage = await open({ vault: { "A.md": "First line.\nSecond line.\nThird line.\n" } });
		await stage.page.locator(".cm-content").click();
		await run(stage, `app.workspace.activeEditor.editor.setCursor(0, 0)`);
		await stage.page.keyboard.type("My ");
		await stage.writeNote("A.md", "First line.\nSecond line.\nThird line, theirs.\n");
		await expect.poll(() => stage.editorText()).toBe("My First line.\nSecond line.\nThird line, theirs.\n");
		await expect.poll(() => stage.readNote("A.md")).toBe("My First line.\nSecond line.\nThird line, theirs.\n");
	});

	it("lets vault.process see unsaved words, and shows its change in every pane", async () => {
		const stage = await open({ vault: { "A.md": "Alpha.\n\nOmega.\n" } });
		await openInBoth(stage, "A.md");
		await run(stage, `app.workspace.rootSplit.leaves[0].view.editor.replaceRange("Typed. ", { line: 0, ch: 0 })`);
		await run(stage, `app.vault.process(app.vault.getFileByPath("A.md"), (text) => text.replace("Omega.", "Omega!"))`);
		for (const pane of [0, 1]) await expect.poll(() => run(stage, textOf(pane))).toBe("Typed. Alpha.\n\nOmega!\n");
		await expect.poll(() => readFile(path.join(stage.vaultDir, "A.md"), "utf8")).toBe("Typed. Alpha.\n\nOmega!\n");
	});

	it("keeps every word when processes, typing and the disk race", async () => {
		const stage = await open({ vault: { "A.md": "Start.\n" } });
		await run(
			stage,
			`Promise.all(Array.from({ length: 20 }, (_, n) => {
			if (n % 2 === 0) app.workspace.activeEditor.editor.replaceRange("t" + n + " ", { line: 0, ch: 0 });
			return app.vault.process(app.vault.getFileByPath("A.md"), (text) => text + "p" + n + "\\n");
		}))`,
		);
		const note = await stage.readNote("A.md");
		for (let n = 0; n < 20; n++) expect(note).toContain(`p${n}\n`);
		for (let n = 0; n < 20; n += 2) expect(note).toContain(`t${n} `);
		await expect.poll(() => stage.editorText()).toBe(note);
	});

	it("takes edits back and brings them again, by keys", async () => {
		const stage = await open({ vault: { "A.md": "Calm.\n" } });
		await stage.page.locator(".cm-content").click();
		await stage.page.keyboard.press("Control+Home");
		await stage.page.keyboard.type("Very ");
		await stage.page.keyboard.press("Control+z");
		await expect.poll(() => stage.editorText()).toBe("Calm.\n");
		await stage.page.keyboard.press("Control+Shift+z");
		await expect.poll(() => stage.editorText()).toBe("Very Calm.\n");
	});

	it("reuses the view when another note is opened in its pane, saves the first, and forgets its history", async () => {
		const stage = await open({ vault: { "A.md": "A.\n", "B.md": "B.\n" } });
		await run(stage, `window.firstView = app.workspace.activeEditor`);
		await run(stage, `app.workspace.activeEditor.editor.replaceSelection("x")`);
		await run(stage, `app.workspace.getLeaf(false).openFile(app.vault.getFileByPath("B.md"))`);
		await expect
			.poll(() => run(stage, `window.firstView === app.workspace.activeEditor && window.firstView.file.path`))
			.toBe("B.md");
		await expect.poll(() => readFile(path.join(stage.vaultDir, "A.md"), "utf8")).toBe("xA.\n");
		await run(stage, `app.workspace.activeEditor.editor.undo()`);
		await expect.poll(() => stage.editorText()).toBe("B.\n");
		await stage.page.getByRole("button", { name: "Navigate back" }).click();
		await expect.poll(() => stage.editorText()).toBe("xA.\n");
	});

	it("follows a rename, by the app and in the file's own object; empties the pane of a deleted note", async () => {
		const stage = await open({ vault: { "A.md": "A.\n", "Folder/C.md": "C.\n" }, open: "Folder/C.md" });
		await run(stage, `window.seen = []; app.vault.on("rename", (file, old) => window.seen.push([file.path, old]))`);
		await run(stage, `app.fileManager.renameFile(app.vault.getFolderByPath("Folder"), "Place")`);
		await expect
			.poll(() => run(stage, `window.seen`))
			.toEqual([
				["Place", "Folder"],
				["Place/C.md", "Folder/C.md"],
			]);
		await expect.poll(() => run(stage, `app.workspace.getActiveFile().path`)).toBe("Place/C.md");
		await run(stage, `app.workspace.activeEditor.editor.replaceSelection("y")`);
		await expect.poll(() => stage.readNote("Place/C.md")).toBe("yC.\n");
		await stage.removeNote("Place/C.md");
		await expect.poll(() => run(stage, `app.workspace.activeLeaf.view.getViewType()`)).toBe("empty");
		await expect.poll(() => run(stage, `app.vault.getFileByPath("Place/C.md")`)).toBeNull();
	});

	it("reports what others create, change and rename on disk", async () => {
		const stage = await open({ vault: { "A.md": "A.\n" } });
		await run(
			stage,
			`window.seen = []; for (const name of ["create", "modify", "delete"]) app.vault.on(name, (file) => ` +
				`window.seen.push(name + " " + file.path))`,
		);
		await writeFile(path.join(stage.vaultDir, "New.md"), "# New\n");
		await expect.poll(() => run(stage, `window.seen`)).toEqual(["create New.md"]);
		await expect.poll(() => run(stage, `app.metadataCache.getCache("New.md")?.headings?.[0]?.heading`)).toBe("New");
		await rename(path.join(stage.vaultDir, "New.md"), path.join(stage.vaultDir, "Newer.md"));
		await expect.poll(() => run(stage, `window.seen`)).toEqual(["create New.md", "delete New.md", "create Newer.md"]);
	});

	it("changes properties without touching the note's body", async () => {
		const stage = await open({ vault: { "A.md": "---\ntitle: A\n---\nBody  \n\n- x\n" } });
		await run(
			stage,
			'app.fileManager.processFrontMatter(app.vault.getFileByPath("A.md"), (fm) => { ' +
				'fm["ai-consultations"] = 2; })',
		);
		await expect.poll(() => stage.readNote("A.md")).toBe("---\ntitle: A\nai-consultations: 2\n---\nBody  \n\n- x\n");
	});
});

describe("the window", () => {
	it("shows a callout as a block while the cursor is elsewhere, folded if marked so; else its source", async () => {
		const stage = await open({
			vault: { "A.md": "Before.\n\n> [!ai]- Model · Other words\n> **Before:** x\n\nAfter.\n" },
		});
		const callout = stage.page.locator(".callout[data-callout=ai]");
		await expect.poll(() => callout.count()).toBe(1);
		await expect.poll(() => callout.locator(".callout-content").isVisible()).toBe(false);
		await callout.locator(".callout-title").click();
		await expect.poll(() => callout.locator(".callout-content").innerText()).toBe("Before: x");
		await expect.poll(() => stage.editorText()).toContain("> [!ai]- Model");
		await run(stage, `app.workspace.activeEditor.editor.setCursor(3, 0)`);
		await expect.poll(() => callout.count()).toBe(0);
		await run(stage, `app.workspace.activeEditor.editor.setCursor(0, 0)`);
		await expect.poll(() => callout.count()).toBe(1);
		await run(stage, `app.vault.setConfig("livePreview", false)`);
		await expect.poll(() => callout.count()).toBe(0);
	});

	it("finds commands in the palette and notes in the switcher", async () => {
		const stage = await open({ vault: { "A.md": "", "Notebook.md": "Notes.\n" }, plugin: busy });
		await stage.page.keyboard.press("Control+p");
		await stage.page.keyboard.type("shout");
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => stage.editorText()).toBe("LOUD");
		await stage.page.keyboard.press("Control+o");
		await stage.page.keyboard.type("noteb");
		await stage.page.getByRole("option", { name: "Notebook" }).waitFor();
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => stage.editorText()).toBe("Notes.\n");
	});

	it("opens the plugin's entry of the editor's menu by pointer and by keys", async () => {
		const stage = await open({ vault: { "A.md": "Words.\n" }, plugin: busy });
		await stage.page.getByText("Words.").click({ button: "right" });
		await stage.page.getByRole("menuitem", { name: "Consult" }).click();
		await stage.page.getByText("Consulted").waitFor();
		await expect.poll(() => run(stage, `app.workspace.activeEditor.editor.hasFocus()`)).toBe(true);
		await stage.page.getByText("Words.").click({ button: "right" });
		await stage.page.keyboard.press("Escape");
		await expect.poll(() => stage.page.getByRole("menu").count()).toBe(0);
	});

	it("keeps what is typed into settings, refuses what does not validate, and follows conditions", async () => {
		const stage = await open({ vault: { "A.md": "" }, plugin: busy });
		await run(stage, `app.setting.openTabById("trial")`);
		const data = async () =>
			JSON.parse(await readFile(path.join(stage.vaultDir, ".obsidian/plugins/trial/data.json"), "utf8")) as unknown;
		await stage.page.getByLabel("Folder").fill("There");
		await expect.poll(data).toEqual({ folder: "There" });
		await stage.page.getByLabel("Folder").fill("The*re");
		await stage.page.getByText("No star.").waitFor();
		await expect.poll(() => data()).toEqual({ folder: "There" });
		await stage.page.getByLabel("Style").selectOption("Loud");
		await expect.poll(data).toEqual({ folder: "There", style: "b" });
		await stage.page.getByRole("switch", { name: "Marks" }).press("Space");
		await expect.poll(data).toEqual({ folder: "There", style: "b", marks: false });
		await expect.poll(() => stage.page.getByLabel("Style").isVisible()).toBe(false);
		await stage.page.getByRole("button", { name: "More", exact: true }).click();
		await stage.page.getByLabel("Patience").fill("4");
		await expect.poll(data).toMatchObject({ patience: 4 });
		await stage.page.getByRole("button", { name: "Back", exact: true }).click();
		await stage.page.keyboard.press("Escape");
		await expect.poll(() => stage.page.getByRole("dialog").count()).toBe(0);
		await writeFile(
			path.join(stage.vaultDir, ".obsidian/plugins/trial/data.json"),
			JSON.stringify({ folder: "Elsewhere" }),
		);
		await expect.poll(() => run(stage, `window.trialChanged`)).toBe(true);
	});

	it("gives a pushed scope the keys before the editor, and takes them back", async () => {
		const plugin = `const { Plugin, Scope } = require("obsidian");
		module.exports.default = class extends Plugin { onload() {
			const scope = new Scope();
			window.seen = [];
			scope.register([], "Enter", () => { window.seen.push("Enter"); return false; });
			scope.register(["Mod"], "k", () => { window.seen.push("Mod+K"); return false; });
			window.trial = { push: () => this.app.keymap.pushScope(scope), pop: () => this.app.keymap.popScope(scope) };
		} };`;
		const stage = await open({ vault: { "A.md": "A" }, plugin });
		await stage.page.locator(".cm-content").click();
		await run(stage, `trial.push()`);
		await stage.page.keyboard.press("Enter");
		await stage.page.keyboard.press("Control+k");
		await stage.page.keyboard.type("b");
		await expect.poll(() => run(stage, `window.seen`)).toEqual(["Enter", "Mod+K"]);
		await expect.poll(async () => (await stage.editorText()).replace("b", "")).toBe("A");
		await run(stage, `trial.pop()`);
		await stage.page.keyboard.press("Enter");
		await expect.poll(() => stage.editorText()).toContain("\n");
	});

	it("asks the network for a plugin without the rules of pages", async () => {
		const other = http.createServer((request, response) => {
			response.writeHead(request.url === "/no" ? 404 : 200, { "content-type": "application/json", "x-own": "yes" });
			response.end(JSON.stringify({ method: request.method, key: request.headers.authorization }));
		});
		await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
		const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
		try {
			const plugin =
				'const obsidian = require("obsidian"); module.exports.default = class extends obsidian.Plugin { ' +
				"onload() { window.trial = obsidian; } };";
			const stage = await open({ vault: { "A.md": "" }, plugin });
			const ask = (path: string, more: string) =>
				run(
					stage,
					`trial.requestUrl({
					url: "${url}${path}", method: "POST", body: "{}", headers: { Authorization: "Bearer k" }${more}
				}).then(({ status, json, headers }) => ({ status, json, own: headers["x-own"] }))`,
				);
			await expect
				.poll(() => ask("/yes", ""))
				.toEqual({ status: 200, json: { method: "POST", key: "Bearer k" }, own: "yes" });
			await expect.poll(() => ask("/no", ", throw: false")).toMatchObject({ status: 404 });
			await expect(ask("/no", "")).rejects.toThrow("Request failed, status 404");
			await expect(run(stage, `trial.requestUrl("http://127.0.0.1:9/")`)).rejects.toThrow("net::ERR_FAILED");
		} finally {
			other.close();
		}
	});

	it("is a phone when asked", async () => {
		const stage = await open({
			vault: { "A.md": "" },
			mobile: true,
			plugin:
				`const { Plugin, Platform } = require("obsidian"); module.exports.default = class extends Plugin { ` +
				"onload() { window.trialPlatform = Platform; } };",
		});
		await expect
			.poll(() =>
				run(
					stage,
					"window.trialPlatform.isMobile && !window.trialPlatform.isDesktop && " +
						'document.body.hasClass("is-mobile")',
				),
			)
			.toBe(true);
	});
});

describe("the plugin's life", () => {
	it("undoes every registration at unload and takes them up again at load", async () => {
		const stage = await open({ vault: { "A.md": "Words.\n" }, plugin: busy });
		await stage.page.getByRole("button", { name: "Trial ribbon" }).click();
		await stage.page.getByText("Side text").waitFor();
		await run(stage, `host.openProtocol("obsidian://trial?code=abc&flag")`);
		await expect.poll(() => run(stage, `window.trialData`)).toEqual({ action: "trial", code: "abc", flag: "true" });
		await expect.poll(() => stage.page.locator(".trial-editor").count()).toBe(1);

		await run(stage, `app.plugins.disablePlugin("trial")`);
		for (const gone of [
			".trial-editor",
			"text=Side text",
			"text=Trial status",
			"[aria-label='Trial ribbon']",
			"[data-plugin=trial]",
		])
			await expect.poll(() => stage.page.locator(gone).count(), { message: gone }).toBe(0);
		await expect
			.poll(() => run(stage, `Object.keys(app.commands.commands).filter((id) => id.startsWith("trial:"))`))
			.toEqual([]);
		await expect.poll(() => run(stage, `app.setting.openTabById("trial")`)).toBeNull();
		await expect(run(stage, `host.openProtocol("obsidian://trial")`)).rejects.toThrow("Nobody answers");
		await stage.page.getByText("Words.").click({ button: "right" });
		await expect.poll(() => stage.page.getByRole("menuitem", { name: "Consult" }).count()).toBe(0);
		// As long as a timer of the plugin's takes to come round, measured by another.
		const ticks = await run(
			stage,
			`new Promise((resolve) => {
				const before = window.trialTicks;
				let left = 5;
				const timer = setInterval(() => {
					if (--left > 0) return;
					clearInterval(timer);
					resolve(window.trialTicks - before);
				}, 20);
			})`,
		);
		expect(ticks).toBe(0);

		await stage.page.keyboard.press("Escape");
		await run(stage, `app.plugins.enablePlugin("trial")`);
		await stage.page.getByText("Side text").waitFor();
		await expect.poll(() => stage.page.locator(".trial-editor").count()).toBe(1);
		expect(stage.errors).toEqual([]);
	});

	it("throws for what it does not implement, naming it", async () => {
		const plugin =
			'const obsidian = require("obsidian"); module.exports.default = class extends obsidian.Plugin { onload() ' +
			"{ window.trial = { obsidian, plugin: this }; } };";
		const stage = await open({ vault: { "A.md": "" }, plugin });
		const refused: Readonly<Record<string, string>> = {
			"app.embedRegistry": "app.embedRegistry",
			"app.workspace.nothing": "workspace.nothing",
			"app.vault.exists": "vault.exists",
			"app.vault.adapter.readBinary": "dataAdapter.readBinary",
			"app.workspace.activeEditor.editor.posAtMouse": "editor.posAtMouse",
			"app.metadataCache.isUserIgnored": "metadataCache.isUserIgnored",
			"trial.obsidian.HoverPopover": "obsidian.HoverPopover",
			"trial.obsidian.moment": "obsidian.moment",
			"trial.obsidian.MarkdownRenderer.render()": "MarkdownRenderer.render",
			"trial.plugin.registerEditorSuggest": "plugin.registerEditorSuggest",
		};
		for (const [expression, member] of Object.entries(refused)) {
			await expect(run(stage, expression), expression).rejects.toThrow(`The stand-in does not implement ${member}`);
		}
	});

	it("answers whether a member is there, and lets promises and JSON pass", async () => {
		const stage = await open({ vault: { "A.md": "" } });
		await expect.poll(() => run(stage, `"embedRegistry" in app || "foo" in app.workspace`)).toBe(false);
		await expect.poll(() => run(stage, `"getLeaf" in app.workspace`)).toBe(true);
		await expect.poll(() => run(stage, `Promise.resolve(app.vault).then((vault) => vault === app.vault)`)).toBe(true);
		await expect
			.poll(() => run(stage, `JSON.stringify(app.vault.getFileByPath("A.md").stat) !== undefined`))
			.toBe(true);
	});

	it("offers no package beside Obsidian's own", async () => {
		await expect(open({ vault: { "A.md": "" }, plugin: `require("node:fs");` })).rejects.toThrow(`requires "node:fs"`);
	});

	it("keeps secrets by name in this browser only", async () => {
		const stage = await open({ vault: { "A.md": "" } });
		await run(stage, `app.secretStorage.setSecret("my-key", "s3cret")`);
		await expect.poll(() => run(stage, `app.secretStorage.getSecret("my-key")`)).toBe("s3cret");
		await expect.poll(() => run(stage, `app.secretStorage.getSecret("other")`)).toBeNull();
		await expect(run(stage, `app.secretStorage.setSecret("My key", "x")`)).rejects.toThrow();
		await stage.reload();
		await expect.poll(() => run(stage, `app.secretStorage.listSecrets()`)).toEqual(["my-key"]);
	});
});
