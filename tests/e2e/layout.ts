import type { Page } from "playwright-core";

/** What of a page is ours, or filled by us. */
export const ours = [
	".expert-friend-popover",
	".expert-friend-chip",
	".expert-friend-zone",
	".workspace-leaf-content[data-type^=expert-friend]",
	".modal",
	".prompt",
	"body > .menu",
].join();

/** What may end in three dots: words of the writer or the friend that are whole elsewhere. */
const excerpts = [
	".expert-friend-card-quote",
	".expert-friend-words-title",
	".expert-friend-sheet-original",
	".expert-friend-lately button",
].join();

/** What in our parts of a page stands outside of it, is cut, or scrolls sideways; nothing when all is well. */
export function misplaced(page: Page): Promise<readonly string[]> {
	return page.evaluate(
		([roots, mayEnd]) => {
			const found: string[] = [];
			const name = (element: Element): string =>
				`${element.className || element.tagName} “${(element.textContent ?? "").slice(0, 80)}”`;
			const modal = document.querySelector(".modal-container");
			const shown = [...document.querySelectorAll(roots)].filter(
				(root) => root.checkVisibility() && (modal === null || modal.contains(root)),
			);
			for (const element of shown.flatMap((root) => [root, ...root.querySelectorAll<HTMLElement>("*")])) {
				if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
				if (element.closest(`.expert-friend-told, svg, ${mayEnd}`) !== null) continue;
				const { left, right, width } = element.getBoundingClientRect();
				const style = getComputedStyle(element);
				if (width === 0) continue;
				const sideways = element.parentElement?.closest<HTMLElement>(".expert-friend-statistics-table");
				if (sideways == null && (left < -1 || right > window.innerWidth + 1)) found.push(`outside: ${name(element)}`);
				const isField = ["INPUT", "SELECT", "TEXTAREA"].includes(element.tagName);
				const scrolls = element.matches(".expert-friend-statistics-table, pre");
				if (!isField && !scrolls && style.overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1)
					found.push(`wider than its place: ${name(element)}`);
				if (
					element.children.length === 0 &&
					!isField &&
					style.display !== "inline" &&
					element.scrollWidth > element.clientWidth + 1
				)
					found.push(`text wider than its place: ${name(element)}`);
			}
			return found;
		},
		[ours, excerpts] as const,
	);
}

/** Where our parts of a page show what the writer or the friend wrote, or what will stand in a note. */
const theirs = [
	"style",
	"pre",
	".expert-friend-sent",
	".expert-friend-card-body",
	".expert-friend-column-body",
	".expert-friend-option-phrase",
	".expert-friend-cite-preview",
].join();

/** Every text that our parts of a page show or tell, one a line. */
export function told(page: Page): Promise<readonly string[]> {
	return page.evaluate(
		([roots, quoted]) => {
			const texts = new Set<string>();
			for (const root of document.querySelectorAll(roots)) {
				const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
				for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
					if (node.parentElement?.closest(quoted) === null) texts.add(node.textContent ?? "");
				}
				for (const element of root.querySelectorAll(`*:not(:is(${quoted}) *)`))
					for (const attribute of ["aria-label", "placeholder", "title", "aria-description"])
						texts.add(element.getAttribute(attribute) ?? "");
			}
			return [...texts].map((text) => text.trim()).filter((text) => text !== "");
		},
		[ours, theirs] as const,
	);
}
