/**
 * Whether an event befell an element. By what it can do, not by its class: a pop-out has classes of its own, and an
 * element that was moved there keeps those of the window it was made in.
 */
export function isElement(target: EventTarget | null): target is Element {
	return target !== null && "closest" in target && "matches" in target;
}

/** Whether keys pressed there are typed: what stands for them elsewhere is the writer's text here. */
export function isTypedIn(target: EventTarget | null): boolean {
	return isElement(target) && target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
}
