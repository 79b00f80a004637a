type Node = readonly [tag: string, attributes: Readonly<Record<string, string>>];

const icons = new Map<string, readonly Node[]>();
const own = new Map<string, string>();

/** Fetches lucide's icons once, before the page starts: `setIcon` answers at once. */
export async function loadIcons(): Promise<void> {
	const all = (await (await fetch("/host/icons.json")).json()) as Record<string, readonly Node[]>;
	for (const [name, nodes] of Object.entries(all)) icons.set(name, nodes);
}

function plain(id: string): string {
	return id.startsWith("lucide-") ? id.slice("lucide-".length) : id;
}

/** Obsidian's `getIcon`: the icon by lucide's name, with or without `lucide-`, or null. */
export function getIcon(id: string): SVGSVGElement | null {
	const name = plain(id);
	const added = own.get(id);
	const nodes = icons.get(name);
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

/** Obsidian's `setIcon`: replaces what `parent` holds; an unknown name leaves it empty. */
export function setIcon(parent: HTMLElement, id: string): void {
	const icon = getIcon(id);
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
	return [...[...icons.keys()].map((name) => `lucide-${name}`), ...own.keys()];
}
