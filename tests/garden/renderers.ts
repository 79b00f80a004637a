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

const markdown = (plugin: typeof callouts): Render => {
	const garden = new MarkdownIt({ html: true }).use(plugin);
	return (text) => garden.render(text);
};

// Each is set up once: that costs as much as a page.
const remark = unified()
	.use(remarkParse)
	.use(remarkGfm)
	.use(remarkCallout)
	.use(remarkRehype)
	.use(rehypeStringify)
	.freeze();
const rehype = unified()
	.use(remarkParse)
	.use(remarkGfm)
	.use(remarkRehype)
	.use(rehypeCallouts, { callouts: { ai: {} } })
	.use(rehypeStringify)
	.freeze();
const obsidian = unified()
	.use(remarkParse)
	.use(remarkGfm)
	.use(remarkObsidianCallout)
	.use(remarkRehype, { allowDangerousHtml: true })
	.use(rehypeStringify, { allowDangerousHtml: true })
	.freeze();

/** By the name of their package. */
export const renderers: Readonly<Record<string, Render>> = {
	"markdown-it-callouts": markdown(callouts),
	"markdown-it-obsidian-callouts": markdown(obsidianCallouts),
	"@r4ai/remark-callout": async (text) => String(await remark.process(text)),
	"rehype-callouts": async (text) => String(await rehype.process(text)),
	"remark-obsidian-callout": async (text) => String(await obsidian.process(text)),
};
