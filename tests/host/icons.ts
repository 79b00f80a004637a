import named from "named-icons";

type Nodes = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

const own = new Map<string, string>();

/** All of lucide's icons, once one was asked for that the page was not given: by a note's own `icon`, say. */
let all: Readonly<Record<string, Nodes>> | null = null;

function allIcons(): Readonly<Record<string, Nodes>> {
	if (all === null) {
		// `setIcon` answers at once, so this cannot wait.
		const request = new XMLHttpRequest();
		request.open("GET", "/host/icons.json", false);
		request.send();
		all = JSON.parse(request.responseText) as Readonly<Record<string, Nodes>>;
	}
	return all;
}

function nodesOf(name: string): Nodes | undefined {
	const icons = Object.hasOwn(named, name) ? named : allIcons();
	return Object.hasOwn(icons, name) ? icons[name] : undefined;
}

function plain(id: string): string {
	return id.startsWith("lucide-") ? id.slice("lucide-".length) : id;
}

/** Obsidian's `getIcon`: the icon by lucide's name, with or without `lucide-`, or null. */
export function getIcon(id: string): SVGSVGElement | null {
	const name = plain(id);
	const added = own.get(id);
	const nodes = added === undefined ? nodesOf(name) : undefined;
	if (added === undefined && nodes === undefined) return null;
	const cls = `svg-icon ${added === undefined ? `lucide-${name}` : id}`;
	const svg = createSvg("svg", { cls, attr: { width: 24, height: 24, fill: "none", stroke: "currentColor" } });
	svg.setAttrs(
		added === undefined
			? {
					viewBox: "0 0 24 24",
					"stroke-width": 2,
					"stroke-linecap": "round",
					"stroke-linejoin": "round",
					"aria-hidden": "true",
				}
			: { viewBox: "0 0 100 100", "aria-hidden": "true" },
	);
	if (added !== undefined) {
		// Icon markup is the plugin's own constant, as with Obsidian's addIcon.
		svg.replaceChildren(
			...new DOMParser().parseFromString(`<svg xmlns="http://www.w3.org/2000/svg">${added}</svg>`, "image/svg+xml")
				.documentElement.childNodes,
		);
	}
	for (const [tag, attributes] of nodes ?? []) svg.createSvg(tag as "path", { attr: { ...attributes } });
	return svg;
}

/**
 * Obsidian's `setIcon`: replaces what `parent` holds; an unknown name leaves it empty. Nobody sees an icon that is not
 * there, so it is an error here: tests look at the console.
 */
export function setIcon(parent: HTMLElement, id: string): void {
	const icon = getIcon(id);
	if (icon === null && id !== "") console.error(`Obsidian has no icon "${id}".`);
	parent.empty();
	if (icon !== null) parent.appendChild(icon);
}

/** Obsidian's `addIcon`: markup for a 100 by 100 view box. */
export function addIcon(id: string, markup: string): void {
	own.set(id, markup);
}

export function removeIcon(id: string): void {
	own.delete(id);
}

export function getIconIds(): string[] {
	return [...Object.keys(allIcons()).map((name) => `lucide-${name}`), ...own.keys()];
}
