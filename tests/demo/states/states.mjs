// What the interface can look like, in the order in which one state leads to the next. The scripted friend answers.
import { states as editors } from "./editors.mjs";
import { states as margin } from "./margin.mjs";
import { states as pages } from "./pages.mjs";
import { states as words } from "./words.mjs";

export { places } from "./steps.mjs";

/** `on` names the form that a state needs, `desktop` or `phone`; both by default. */
export const states = [...words, ...margin, ...pages, ...editors];

/**
 * Takes a page through the states, and calls back at each.
 *
 * @param isPhone whether it is a phone's page: some states are of computers only
 */
export async function walk(page, place, isPhone, at) {
	for (const { name, on, go } of states) {
		if (on !== undefined && on !== (isPhone ? "phone" : "desktop")) continue;
		await go(page, place).catch((error) => {
			throw new Error(`${name}: ${error.message}`, { cause: error });
		});
		await at(name);
	}
}
