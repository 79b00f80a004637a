import { expect, it } from "vitest";
import { canBeNote } from "../../../src/core/disclosure/note-path";

it.each([
	["IA", true],
	["À propos/Charte IA.md", true],
	["L’été d’Émile", true],
	["", false],
	["/", false],
	["a//b", false],
	["a/../b", false],
	[".hidden", false],
	["ends.", false],
	["ends /b", false],
	["Charte : IA", false],
	["IA|x", false],
	["#x", false],
	["a\nb", false],
	[".md", false],
] as const)("says whether a note can be at %j", (path, can) => {
	expect(canBeNote(path)).toBe(can);
});
