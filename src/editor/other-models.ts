import type { AskChange } from "./exchange";
import type { RewordingSession } from "./rewording-session";
import type { MenuRow, WordsPort } from "./words-port";

type Port = Pick<WordsPort, "models" | "offer" | "strings">;

/** What asking others than the present model costs, in words: any one of them, or all; empty where there are none. */
export function costOfOthers({ models }: Port, session: Pick<RewordingSession, "asked">): string {
	return models.oneOrAll(models.others(session.asked.target));
}

/**
 * Offers the models that can be asked beside the present one, in a menu at a button: each, with what it costs; those
 * that were not asked yet together; any other by the picker.
 * @param all asks those that were not asked yet; null where a list takes the answers of one only
 */
export function offerModels(
	button: HTMLElement,
	port: Port,
	session: Pick<RewordingSession, "asked" | "ask">,
	request: () => AskChange,
	all: (() => void) | null,
): void {
	const { models, strings } = port;
	const { words } = strings;
	const rows = models
		.others(session.asked.target)
		.map((target): MenuRow => ({
			label: target.name,
			detail: models.forecast([target]),
			choose: () => void session.ask({ ...request(), target }),
		}));
	const unasked = models.unasked();
	const together: readonly MenuRow[] =
		all === null || unasked.length < 2
			? []
			: [{ label: words.together(unasked.length), detail: models.forecast(unasked), choose: all }];
	const pick: MenuRow = {
		label: words.chooseModel,
		detail: "",
		choose: () => models.pick((target) => void session.ask({ ...request(), target })),
	};
	port.offer(button, [[...rows, ...together], [pick]]);
}
