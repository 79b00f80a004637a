import type * as obsidian from "obsidian";

/** Obsidian's `setTooltip`: the words are also the element's accessible name. */
export function setTooltip(element: HTMLElement, tooltip: string, options: obsidian.TooltipOptions = {}): void {
	element.setAttribute("aria-label", tooltip);
	if (options.placement !== undefined) element.setAttribute("data-tooltip-position", options.placement);
}

/** Obsidian's `displayTooltip`: shown until the pointer leaves the element. */
export function displayTooltip(element: HTMLElement, content: string | DocumentFragment): void {
	hideTooltip();
	const tooltip = document.body.createDiv({ cls: "tooltip", attr: { role: "tooltip" } });
	tooltip.setText(content);
	const box = element.getBoundingClientRect();
	const below = box.bottom + 6 + tooltip.offsetHeight < window.innerHeight;
	tooltip.style.top = `${below ? box.bottom + 6 : box.top - 6 - tooltip.offsetHeight}px`;
	const centred = box.left + box.width / 2 - tooltip.offsetWidth / 2;
	tooltip.style.left = `${Math.max(4, Math.min(centred, window.innerWidth - tooltip.offsetWidth - 4))}px`;
	element.addEventListener("pointerleave", hideTooltip, { once: true });
}

function hideTooltip(): void {
	document.querySelector(".tooltip")?.remove();
}

/** Obsidian shows `aria-label` as a tooltip on hover; so does this, after half a second. */
export function showLabelsOnHover(): void {
	let timer = 0;
	document.addEventListener("pointerover", (event) => {
		window.clearTimeout(timer);
		const element = event.target instanceof Element ? event.target.closest<HTMLElement>("[aria-label]") : null;
		if (element === null || event.pointerType === "touch") return;
		if (!element.matches("button, .clickable-icon, a, .status-bar-item, [role=button], [role=tab]")) return;
		timer = window.setTimeout(() => {
			if (element.isConnected) displayTooltip(element, element.getAttribute("aria-label") ?? "");
		}, 500);
	});
	document.addEventListener(
		"pointerdown",
		() => {
			window.clearTimeout(timer);
			hideTooltip();
		},
		true,
	);
}
