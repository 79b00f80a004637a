import { describe, expect, it } from "vitest";
import { en } from "../../src/core/i18n/en";
import { answered, cards, press } from "./asking";
import { isNoticed, noticed, puppet, rows, run, select, stageOf } from "./at-work";
import { drag, endsOf } from "./pointer";
import type { Stage } from "./stage";

const sentence = "The small cat sleeps on the mat.";
const note = `${sentence}\n\n| Who | Where |\n| --- | --- |\n| ${sentence} | here |\n`;

/** Editors under the name of a note that hold a piece of it, as the app makes them. */
const kinds = {
	/** Made on its own, with the note's view as its owner, and put beside the note's text afterwards. */
	cell: { owner: "note", into: "table-cell-wrapper" },
	/** A heading or a block, in a view with a path within the note. */
	embed: { owner: "part", into: "markdown-embed" },
	/** A card that belongs to no view of notes. */
	card: { owner: "other", into: "canvas-node-content" },
} as const;
/** Another extension's view of a file of its own that is no Markdown, in an editor of the whole of it. */
const foreign = { owner: "foreign", into: "view-content" } as const;
type Kind = keyof typeof kinds;

/** Opens such an editor with a text, selects the text in it, and gives it the focus. */
function openFragment(stage: Stage, kind: Kind | "foreign", text: string): Promise<void> {
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
			const file = Object.create(host.file, { path: { value: "A.canvas" }, extension: { value: "canvas" } }) as unknown;
			const editor = {};
			const foreign = Object.create(host, { file: { value: file }, editor: { value: editor } }) as typeof host;
			const info = { note: host, part, other, foreign }[owner];
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
			Object.assign(window, { fragment: view, fragmentEditor: owner === "foreign" ? editor : { cm: view } });
			view.focus();
		},
		[kind === "foreign" ? foreign : kinds[kind], text] as const,
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
		for (const kind of ["card", "foreign"] as const) {
			await openFragment(stage, kind, sentence);
			await stage.page.evaluate((id) => {
				const command = window.app.commands.commands[id] as unknown as {
					editorCallback(editor: unknown, info: unknown): void;
				};
				command.editorCallback((window as unknown as { fragmentEditor: unknown }).fragmentEditor, {});
			}, "expert-friend:other-words");
			const { [kind === "card" ? "fragment" : "noteless"]: words } = en.refusals;
			await expect.poll(async () => (await noticed(stage)).at(-1)).toBe(words);
		}
		expect(stage.requests).toEqual([]);
		// In the note itself it is refused for what it is.
		await select(stage, "small");
		await run(stage, "other-words");
		await isNoticed(stage, en.refusals.private);
		expect(stage.requests).toEqual([]);
	});
});

it("asks nothing of a note whose name is there before its text, and follows what is there after", async () => {
	const friend = await puppet();
	const secret = "Nobody may read this sentence.";
	const stage = await stageOf({
		vault: { "A.md": note, "Secret/B.md": `${secret}\n` },
		endpoint: friend.url,
		data: {
			endpoints: [{ id: "demo", preset: "custom", name: "Friend", baseUrl: friend.url, secret: "" }],
			model: { endpoint: "demo", model: "puppet/one-20260101" },
			privateFolders: ["Secret"],
		},
		open: "A.md",
	});
	const { page } = stage;
	const show = (path: string, isHeld: boolean): Promise<void> =>
		page.evaluate(
			async ([name, held]) => {
				const { workspace, vault } = window.app;
				if (held) workspace.opening = new Promise((resolve) => Object.assign(window, { showText: resolve }));
				const opened = workspace.getMostRecentLeaf()!.openFile(vault.getFileByPath(name)!);
				if (!held) return opened;
				while (workspace.activeEditor?.file?.path !== name) await new Promise((resolve) => setTimeout(resolve, 5));
			},
			[path, isHeld] as const,
		);
	await answered(stage, friend, sentence, "It is clear.");
	await show("Secret/B.md", false);
	await show("A.md", true);
	// The name is that of an open note, the words are those of a private one.
	expect(await stage.editorText()).toContain(secret);
	await page.locator(".expert-friend-zone-bar").waitFor();
	await page.evaluate(() => {
		const { editor } = window.app.workspace.activeEditor!;
		editor.setSelection({ line: 0, ch: 0 }, { line: 0, ch: 6 });
		editor.focus();
	});
	await run(stage, "other-words");
	await isNoticed(stage, en.refusals.opening);
	await press(cards(stage), en.margin.keep);
	await page.keyboard.type("Lost. ");
	await expect.poll(() => cards(stage).count()).toBe(0);
	await page.evaluate(() => (window as unknown as { showText(): void }).showText());
	await expect.poll(() => stage.editorText()).toContain(`${sentence}\n\n> [!ai]- `);
	expect(friend.calls).toHaveLength(1);
	expect(await stage.readNote("Secret/B.md")).toBe(`${secret}\n`);
	await answered(stage, friend, sentence, "It is short.");
	await expect.poll(() => page.locator(".expert-friend-passage.is-waiting").count()).toBe(1);
	expect(stage.errors).toEqual([]);
});

describe("an editor that the app makes of a piece of a note, or of no note", () => {
	const where = { embed: "fragment", footnotes: "fragment", preview: "fragment", canvas: "noteless" } as const;

	it("is told where to start instead", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
		const { page } = stage;
		for (const [kind, why] of Object.entries(where) as [keyof typeof where, "fragment" | "noteless"][]) {
			await page.evaluate(([name, text]) => window.host.openPiece(name, text), [kind, sentence] as const);
			for (const command of ["consult", "other-words", "ask", "prompts", "cite"]) {
				const before = (await noticed(stage)).length;
				await run(stage, command);
				await expect
					.poll(async () => (await noticed(stage)).slice(before), { message: `${command}: ${kind}` })
					.toEqual([en.refusals[why]]);
			}
			await page.evaluate(() => (window.app.workspace.piece = null));
		}
		expect(await page.locator(".expert-friend-chip, .expert-friend-popover, .modal-container").count()).toBe(0);
		expect(friend.calls).toEqual([]);
		expect(stage.errors).toEqual([]);
	});
});

describe("a table's cell, which is an editor of its own", () => {
	const rest = "| --- | --- |\n| A dog barks. | here |\n";
	const table = `| The small cat\\|kitten sleeps<br>on the mat. | Where |\n${rest}`;
	const cellNote = `Before it.\n\n${table}\nAfter it.\n`;

	/** Selects words in a cell with the pointer: the first press makes its editor. */
	async function dragInCell(stage: Stage, words: string): Promise<void> {
		const { page } = stage;
		const cell = page.locator(".cm-table-widget :is(td, th)", { hasText: words });
		await cell.click();
		await drag(page, await endsOf(cell.locator(".cm-content"), words));
	}

	it("is consulted about in its note: by chip, command and menu; the record stands after the table", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": cellNote }, endpoint: friend.url });
		const { page } = stage;
		await dragInCell(stage, "small");
		await page.locator(".expert-friend-chip").click();
		await page.locator(".expert-friend-menu").getByRole("menuitem", { name: "Other words" }).click();
		const call = await friend.next();
		expect(call.raw).toContain("The small cat\\\\|kitten sleeps<br>on the mat.");
		call.say(rows("The little cat\\|kitten sleeps<br>on the mat.", "The young cat|kitten sleeps\non the mat."));
		call.end();
		const list = page.locator(".expert-friend-words");
		await list.getByRole("option", { name: /little/ }).waitFor();
		// The list stands at the cell, and the cell shows what it would say.
		const cell = page.locator(".cm-table-widget th").first();
		await expect.poll(() => cell.innerText()).toContain("The little cat|kitten sleeps");
		expect(await stage.editorText()).not.toContain("little");
		const [above, below] = [(await cell.boundingBox())!, (await list.boundingBox())!];
		expect(below.y - (above.y + above.height)).toBeLessThan(12);
		await page.keyboard.press("Enter");
		await list.waitFor({ state: "detached" });
		const changed = table.replace("small", "little");
		await expect.poll(() => stage.readNote("A.md")).toContain(`${changed}\n> [!ai]- `);
		expect(await cell.innerText()).toContain("The little cat|kitten sleeps");
		await expect.poll(() => page.evaluate(() => document.activeElement?.closest("th") !== null)).toBe(true);
		await page.keyboard.press("ControlOrMeta+z");
		await expect.poll(() => stage.readNote("A.md")).toBe(cellNote);

		// A question, by the editor's menu, about words across the line's end.
		await cell.click();
		await page.keyboard.press("ControlOrMeta+a");
		await cell
			.locator(".cm-line")
			.first()
			.click({ button: "right", position: { x: 4, y: 4 } });
		await page.locator(".menu").getByText(en.menu.label, { exact: true }).click();
		await page.locator(".expert-friend-menu").getByRole("menuitem", { name: "Is it clear" }).click();
		const question = await friend.next();
		question.say("It is clear.");
		question.end();
		await press(cards(stage), en.margin.keep);
		await expect.poll(() => stage.readNote("A.md")).toContain(`${table}\n> [!ai]- `);
		expect(stage.errors).toEqual([]);
	});

	it("is refused, with where to start, while it says something else than its note", async () => {
		const friend = await puppet();
		const stage = await stageOf({ vault: { "A.md": cellNote }, endpoint: friend.url });
		const { page } = stage;
		await dragInCell(stage, "dog");
		// Another extension, or the app, that writes into the note later than into the cell.
		await page.evaluate(() => {
			const { editorExtensions, activeEditor } = window.app.workspace;
			const { EditorState } = window.app.plugins["modules"]["@codemirror/state"] as typeof import("@codemirror/state");
			const cell = activeEditor!.editor.cm;
			cell.setState(
				EditorState.create({ doc: "A wolf howls.", selection: { anchor: 2, head: 6 }, extensions: [editorExtensions] }),
			);
		});
		await run(stage, "other-words");
		await isNoticed(stage, en.refusals.cell);
		expect(friend.calls).toEqual([]);
		expect(await stage.readNote("A.md")).toBe(cellNote);
	});
});
