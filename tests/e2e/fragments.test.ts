import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { answered, cards, press } from "./asking";
import { puppet, run, select, stageOf } from "./at-work";
import type { Stage } from "./stage";

const sentence = "The small cat sleeps on the mat.";
const note = `${sentence}\n\n| Who | Where |\n| --- | --- |\n| ${sentence} | here |\n`;

/** Editors under the name of a note that hold a piece of it, as the app makes them. */
const kinds = {
	/** Made on its own, with the note's view as its owner, and put into the table afterwards. */
	cell: { owner: "note", into: "table-cell-wrapper" },
	/** A heading or a block, in a view with a path within the note. */
	embed: { owner: "part", into: "markdown-embed" },
	/** A card that belongs to no view of notes. */
	card: { owner: "other", into: "canvas-node-content" },
} as const;
type Kind = keyof typeof kinds;

/** Opens such an editor with a text, selects the text in it, and gives it the focus. */
function openFragment(stage: Stage, kind: Kind, text: string): Promise<void> {
	return stage.page.evaluate(
		([{ owner, into }, doc]) => {
			const { workspace, plugins } = window.app;
			const { EditorState } = plugins["modules"]["@codemirror/state"] as typeof import("@codemirror/state");
			const { EditorView } = plugins["modules"]["@codemirror/view"] as typeof import("@codemirror/view");
			const { editorInfoField, MarkdownView } = plugins["modules"]["obsidian"] as typeof import("obsidian");
			const leaf = workspace.getLeavesOfType("markdown")[0]!;
			const host = leaf.view as unknown as import("obsidian").MarkdownView;
			const part = Object.assign(Object.create(host) as typeof host, { subpath: "#A heading" });
			const other = { app: window.app, file: host.file, editor: host.editor, hoverPopover: null };
			if (!(host instanceof MarkdownView)) throw new Error("No note is open.");
			const info = { note: host, part, other }[owner];
			const view = new EditorView({
				state: EditorState.create({
					doc,
					selection: { anchor: 0, head: doc.length },
					extensions: [
						editorInfoField.init(() => info as unknown as import("obsidian").MarkdownFileInfo),
						workspace.editorExtensions,
					],
				}),
			});
			const place = (owner === "note" ? host.contentEl.querySelector(".cm-content") : document.body)!;
			const wrapper = document.createElement("div");
			wrapper.className = into;
			wrapper.append(view.dom);
			// The app's own table is a widget; CodeMirror would take out what stands among its lines otherwise.
			if (owner === "note") place.closest(".cm-editor")!.append(wrapper);
			else place.append(wrapper);
			Object.assign(window, { fragment: view });
			view.focus();
		},
		[kinds[kind], text] as const,
	);
}

const fragmentText = (stage: Stage): Promise<string> =>
	stage.page.evaluate(() =>
		(window as unknown as { fragment: import("@codemirror/view").EditorView }).fragment.state.doc.toString(),
	);

describe("an editor that holds a piece of a note", () => {
	it.each(Object.keys(kinds) as Kind[])("is not followed, marked, offered or written in: %s", async (kind) => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		await answered(stage, friend, sentence, "It is clear.");
		await openFragment(stage, kind, sentence);
		// The answer that waits stays with the note.
		const fragment = stage.page.locator(`.${kinds[kind].into}`);
		await stage.page.keyboard.type("A");
		await stage.page.keyboard.press("Backspace");
		await expect.poll(() => fragment.locator(".expert-friend-passage").count()).toBe(0);
		expect(await cards(stage).innerText()).not.toContain(en.margin.lost);
		expect(await fragment.locator(".expert-friend-zone").count()).toBe(0);
		await press(cards(stage), en.margin.keep);
		await expect.poll(() => stage.readNote("A.md")).toContain(`${sentence}\n\n> [!ai]- `);
		expect(await fragmentText(stage)).toBe("");
		await expect.poll(() => stage.errors).toEqual([]);
	});

	it("says where a consultation can begin instead", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": `---\nai: never\n---\n${note}` }, endpoint: friend.url });
		await openFragment(stage, "card", sentence);
		await stage.page.evaluate((id) => {
			const view = (window as unknown as { fragment: import("@codemirror/view").EditorView }).fragment;
			const command = window.app.commands.commands[id] as unknown as {
				editorCallback(editor: unknown, info: unknown): void;
			};
			command.editorCallback({ cm: view }, {});
		}, "expert-friend:other-words");
		await stage.page.getByText(en.refusals.fragment).waitFor();
		expect(stage.requests).toEqual([]);
		// In the note itself it is refused for what it is.
		await select(stage, "small");
		await run(stage, "other-words");
		await stage.page.getByText(en.refusals.private).waitFor();
		expect(stage.requests).toEqual([]);
	});
});
