import remarkCallout from "@r4ai/remark-callout";
import MarkdownIt from "markdown-it";
import callouts from "markdown-it-callouts";
import obsidianCallouts from "markdown-it-obsidian-callouts";
import rehypeCallouts from "rehype-callouts";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkObsidianCallout from "remark-obsidian-callout";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

/** A garden's renderer, set up as `docs/gardens.md` says. */
export type Render = (text: string) => Promise<string> | string;

/** By the name of their package. */
export const renderers: Readonly<Record<string, Render>> = {
	"markdown-it-callouts": (text) => new MarkdownIt({ html: true }).use(callouts).render(text),
	"markdown-it-obsidian-callouts": (text) => new MarkdownIt({ html: true }).use(obsidianCallouts).render(text),
	"@r4ai/remark-callout": async (text) =>
		String(
			await unified()
				.use(remarkParse)
				.use(remarkGfm)
				.use(remarkCallout)
				.use(remarkRehype)
				.use(rehypeStringify)
				.process(text),
		),
	"rehype-callouts": async (text) =>
		String(
			await unified()
				.use(remarkParse)
				.use(remarkGfm)
				.use(remarkRehype)
				.use(rehypeCallouts, { callouts: { ai: {} } })
				.use(rehypeStringify)
				.process(text),
		),
	"remark-obsidian-callout": async (text) =>
		String(
			await unified()
				.use(remarkParse)
				.use(remarkGfm)
				.use(remarkObsidianCallout)
				.use(remarkRehype, { allowDangerousHtml: true })
				.use(rehypeStringify, { allowDangerousHtml: true })
				.process(text),
		),
};
