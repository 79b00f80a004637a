import { describe, expect, it } from "vitest";
import { withoutRecords } from "../../../src/core/record/strip";

describe("a note without its records", () => {
	const callout = "> [!ai]- M · O · 2026-11-23\n> x\n>\n> `a/b` via C";

	it("keeps every other byte", () => {
		expect(withoutRecords(`A.\n\n${callout}\n\nB.\n`)).toBe("A.\n\nB.\n");
		expect(withoutRecords(`${callout}\n\nB.`)).toBe("B.");
		expect(withoutRecords(`A.\n\n${callout}`)).toBe("A.");
		expect(withoutRecords(`A.\n\n${callout}\n`)).toBe("A.\n");
		expect(withoutRecords(`A.\r\n\r\n${callout.replace(/\n/g, "\r\n")}\r\n\r\nB.\r\n`)).toBe("A.\r\n\r\nB.\r\n");
		expect(withoutRecords(`A.\n\n${callout}\n\n${callout}\n\nB.`)).toBe("A.\n\nB.");
		expect(withoutRecords(`A.\n\n${callout}\n\n${callout}`)).toBe("A.");
		expect(withoutRecords("A.\n\nB. [!ai]- no callout\n> a quote")).toBe("A.\n\nB. [!ai]- no callout\n> a quote");
	});

	it("loses callouts of the type that are no readable records too, folded or not", () => {
		expect(withoutRecords("A.\n\n> [!AI]+ anything\n> x\n\nB.")).toBe("A.\n\nB.");
	});

	it("keeps examples in code, and quotes around a record", () => {
		const fenced = `\`\`\`\n${callout}\n\`\`\`\n`;
		expect(withoutRecords(fenced)).toBe(fenced);
		expect(withoutRecords(`> Quote.\n>\n${callout.replace(/^/gm, "> ")}\n>\n> More.`)).toBe("> Quote.\n>\n>\n> More.");
	});
});
