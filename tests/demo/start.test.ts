import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { replyTo } from "./friend/script.mjs";

const vault = fileURLToPath(new URL("vault", import.meta.url));

it.each([
	["Start here", "On keeping a notebook", "English"],
	["Pour commencer", "La maison de Kerouzic", "French"],
] as const)("the page %s links to notes, and names a sentence that the friend knows", async (start, note, language) => {
	const names = (await readdir(vault, { recursive: true })).filter((name) => name.endsWith(".md"));
	const read = (name: string): Promise<string> =>
		readFile(path.join(vault, names.find((one) => path.basename(one, ".md") === name) ?? name), "utf8");
	const page = await read(start);
	const links = [...page.matchAll(/\[\[([^\]|#]+)/g)].map(([, name]) => name);
	expect(links.length).toBeGreaterThan(3);
	expect(links.filter((link) => !names.some((name) => path.basename(name, ".md") === link))).toEqual([]);
	const sentence = /^3\. [^\n]*?(?:“|«\s)([^”»]+?\.)\s?[”»]/m.exec(page)?.[1] ?? "";
	expect(await read(note)).toContain(sentence);
	const question =
		`<passage>\n${sentence}\n</passage>\n\n<question>\n` +
		`${language === "French" ? "qui n’a lu que cette note" : "someone who has read only this note"}\n` +
		`</question>\n\nAnswer in ${language}.`;
	expect(sentence).not.toBe("");
	expect(replyTo([{ role: "user", content: question }], "scripted/plume-1")).not.toMatch(/script/);
});
