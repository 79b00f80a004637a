import { expect, it } from "vitest";
import { exploring } from "../sampling";
import { adopt, puppet, stageOf } from "./at-work";

const sentence = "The old tree by the wall bears fruit.";

/** A megabyte, where there is time for it. */
const paragraphs = exploring ? 15_000 : 3_000;

/** A long note, with line ends and signs that must survive, and the sentence in its middle. */
function large(): string {
	const paragraph = (n: number): string =>
		`Paragraph ${n} — « du texte »\u202f! *Some* words, [[a link|of mine]],\t\`code\`  \nand a second line.\n\n`;
	const half = Array.from({ length: paragraphs / 2 }, (_, n) => paragraph(n)).join("");
	return `# A long note\n\n${half}${sentence}\n\n${half}The end, without a line break`;
}

it("adopts words in the middle of a very long note, in one step, and leaves every other byte", async () => {
	const friend = await puppet();
	const note = large();
	const stage = await stageOf({ vault: { "A.md": note }, endpoint: friend.url });
	await adopt(stage, friend, "tree", "The old oak by the wall bears fruit.");
	const adopted = await stage.editorText();
	const [before, after] = note.split(sentence) as [string, string];
	const parts = adopted.split(/The old oak by the wall bears fruit\.\n\n(?:> .*\n|>\n)+/);
	expect(parts).toHaveLength(2);
	// Compared as wholes: a difference of so much text is no message.
	expect([parts[0] === before, parts[1] === after.replace(/^\n/, "")]).toEqual([true, true]);
	await expect.poll(async () => (await stage.readNote("A.md")) === adopted).toBe(true);
	await stage.page.keyboard.press("ControlOrMeta+z");
	await expect.poll(async () => (await stage.editorText()) === note).toBe(true);
	expect(stage.errors).toEqual([]);
});
