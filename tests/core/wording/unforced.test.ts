import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { judge } from "../../../src/core/wording/judge";

interface Frame {
	readonly language: string;
	readonly line: string;
}

const frames: readonly Frame[] = readFileSync(path.resolve(import.meta.dirname, "../../cases/unforced.txt"), "utf8")
	.split("\n")
	.filter((line) => line !== "" && !line.startsWith("#"))
	.map((line) => ({ language: line.slice(0, 2), line: line.slice(3) }));

const slot = /\{[socpv]:([^>}]*)>([^}]*)\}/g;
const asked = /\[([^>\]]*)>([^\]]*)\]/;

/** The sentence of a frame as it stands, with its selection. */
function original({ language, line }: Frame): Parameters<typeof judge>[0] {
	const drawn = line.replace(slot, "$1");
	const from = drawn.indexOf("[");
	const was = asked.exec(drawn)?.[1] ?? "";
	return { sentence: drawn.replace(asked, "$1"), selection: { from, to: from + was.length }, language };
}

/** With the selection replaced and the slot of this index changed; none by -1. */
function reworded({ line }: Frame, index: number): string {
	let at = 0;
	return line.replace(slot, (_whole, was: string, is: string) => (at++ === index ? is : was)).replace(asked, "$2");
}

function judged(frame: Frame, index: number): string {
	const found = judge(original(frame), reworded(frame, index));
	return "broken" in found ? found.broken : found.class;
}

describe.each(["fr", "en", "de", "es"])("a change that nothing calls for in %s", (language) => {
	const own = frames.filter((frame) => frame.language === language);

	it("is never agreement", () => {
		const passed = own.flatMap((frame) =>
			Array.from(frame.line.matchAll(slot), (_found, index) => index)
				.filter((index) => judged(frame, index) === "agreeing")
				.map((index) => `${reworded(frame, index)} / ${frame.line}`),
		);
		expect(own.length).toBeGreaterThanOrEqual(30);
		expect(passed).toEqual([]);
	});

	it("is not there when only the selection changes", () => {
		expect(own.filter((frame) => judged(frame, -1) !== "agreeing").map((frame) => frame.line)).toEqual([]);
	});
});
