/** The package has no types. */
declare module "markdown-it-obsidian-callouts" {
	import type MarkdownIt from "markdown-it";
	export default function callouts(markdown: MarkdownIt): void;
}
