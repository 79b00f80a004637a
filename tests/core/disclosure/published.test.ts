import { describe, expect, it } from "vitest";
import { publishingIn } from "../../../src/core/disclosure/published";
import { parseYaml } from "../../host/frontmatter";

const said = (text: string): ReturnType<typeof publishingIn> => publishingIn(text, parseYaml);

describe("what a note says of publishing it", () => {
	it.each([
		"---\npublish: false\n---\nThe note.",
		"---\nPublish: no\n---\nThe note.",
		"---\ndg-publish: 'false'\n---\nThe note.",
		"---\ndraft: true\n---\nThe note.",
		"---\nprivate: oui\n---\nThe note.",
		"---\npublish: true\ndraft: true\n---\nThe note.",
		"---\npublish: soon\n---\nThe note.",
		"\ufeff---\r\npublish: false\r\n---\r\nThe note.",
		"---\npublish:\u00a0false\n---\nThe note.",
		// What nobody can read, and that speaks of it.
		"---\ntitle: one: two\npublish: false\n---\nThe note.",
		'---\ntitle: "open\ndraft: true\n---\nThe note.',
		"---\npublish:false\n---\nThe note.",
		'+++\ntitle = "x"\ndraft = true\n+++\nThe note.',
		"---\ntitle: x\ndg-publish: false\n\nThe note.",
	])("is that it is not: %j", (text) => {
		expect(said(text)).toBe("no");
	});

	it.each(["---\npublish: true\n---\nThe note.", "---\ndraft: false\ndg-publish: yes\n---\nThe note."])(
		"is that it is: %j",
		(text) => {
			expect(said(text)).toBe("yes");
		},
	);

	it.each([
		"The note.\npublish: false",
		"---\ntitle: one: two\n---\nThe note.",
		"---\ntags: [draft, private]\n---\nThe note.",
		"---\npublisher: none\n---\nThe note.",
		"---\npublish:\n---\nThe note.",
	])("is nothing: %j", (text) => {
		expect(said(text)).toBe(null);
	});
});
