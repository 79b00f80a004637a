/** What has the keys, by what it is called: the element itself is drawn anew. */
export function focusedKey(root: HTMLElement): string | null {
	const { activeElement } = root.doc;
	if (activeElement === null || !root.contains(activeElement)) return null;
	const group = activeElement.closest("[role=radiogroup]")?.getAttribute("aria-label");
	return group === undefined || group === null
		? (activeElement.getAttribute("data-value") ?? (activeElement.hasClass("expert-friend-chart") ? "chart" : null))
		: `group ${group}`;
}

/** The element that is called so now; null where there is none. */
export function findByKey(root: HTMLElement, key: string): HTMLElement | null {
	if (key === "chart") return root.querySelector<HTMLElement>(".expert-friend-chart");
	if (!key.startsWith("group ")) return root.querySelector<HTMLElement>(`[data-value="${CSS.escape(key)}"]`);
	const label = CSS.escape(key.slice("group ".length));
	return root.querySelector<HTMLElement>(`[role=radiogroup][aria-label="${label}"] [aria-checked=true]`);
}
