import { Menu, setIcon, type App } from "obsidian";
import { warnAt } from "../../core/estimate/budget";
import { isActive } from "../../core/consultation/answer";
import type { InterfaceStrings } from "../../core/i18n/en";
import type { BudgetLine, Budgets } from "./budgets";
import type { Consultations } from "../consultations/consultations";
import type { Models } from "../models/models";
import type { Spendings } from "./spendings";

export interface StatusPort {
	readonly app: App;
	readonly strings: () => InterfaceStrings;
	readonly consultations: Consultations;
	readonly models: Models;
	readonly budgets: Budgets;
	readonly spendings: Spendings;
	/** Lets the writer choose a model, then calls back. */
	readonly chooseModel: (then: () => void) => void;
	readonly showMargin: () => Promise<void>;
	/** Whether something runs in the current note; cancels it unless only checking. */
	readonly cancelHere: (checking: boolean) => boolean;
}

/** The friend in the status bar: what runs and waits, and, in its menu, what the month cost. */
export class Status {
	private item: HTMLElement | null = null;

	constructor(private readonly port: StatusPort) {}

	/** Fills an item of the status bar from now on. */
	showIn(item: HTMLElement): void {
		const { consultations, strings } = this.port;
		this.item = item;
		item.addClass("mod-clickable");
		item.setAttrs({ role: "button", tabindex: "0", "aria-haspopup": "menu" });
		item.addEventListener("click", () => void this.open());
		item.addEventListener("keydown", (event) => {
			if (event.key !== "Enter" && event.key !== " ") return;
			event.preventDefault();
			void this.open();
		});
		setIcon(item.createSpan({ cls: "expert-friend-icon", attr: { "aria-hidden": "true" } }), "message-square-quote");
		const said = item.createSpan({ cls: "expert-friend-status" });
		const draw = (): void => {
			// A reading is one consultation, however many remarks it has.
			const list = consultations.list.filter(({ remark }) => remark === undefined);
			const running = list.filter(isActive).length;
			const text = strings().margin.status(running, list.length - running);
			said.setText(text === "" ? "" : ` ${text}`);
			item.setAttribute(
				"aria-label",
				text === "" ? strings().pluginName : strings().labelled(strings().pluginName, text),
			);
		};
		draw();
		consultations.onChange(draw);
	}

	/** Opens the menu: at the status bar, or where there is none, at the top of the window. */
	async open(): Promise<void> {
		const { strings, models, budgets, chooseModel, showMargin, cancelHere } = this.port;
		const { status } = strings();
		const lines = (await budgets.lines()).filter(
			(line) =>
				line.endpoint === null ||
				line.budget !== null ||
				line.spent.unknown > 0 ||
				Object.keys(line.spent.amounts).length > 0,
		);
		const menu = new Menu();
		menu.addItem((item) => item.setTitle(status.month).setIsLabel(true));
		for (const line of lines) menu.addItem((item) => item.setTitle(this.drawn(line)).setIsLabel(true));
		menu.addSeparator();
		menu.addItem((item) =>
			item
				.setTitle(status.model(models.current()?.name ?? strings().menu.noModel))
				.setIcon("chevrons-up-down")
				.onClick(() => chooseModel(() => undefined)),
		);
		menu.addItem((item) =>
			item
				.setTitle(strings().commands.margin)
				.setIcon("panel-right")
				.onClick(() => void showMargin()),
		);
		if (cancelHere(true))
			menu.addItem((item) =>
				item
					.setTitle(strings().commands.stop)
					.setIcon("circle-stop")
					.onClick(() => void cancelHere(false)),
			);
		const shown = this.item?.isShown() === true ? this.item.getBoundingClientRect() : null;
		menu.showAtPosition(shown === null ? { x: 16, y: 16 } : { x: shown.left, y: shown.top });
	}

	private drawn(line: BudgetLine): DocumentFragment {
		const text = this.port.budgets.describe(line);
		return createFragment((fragment) => {
			fragment.createDiv({ text });
			if (line.budget === null) return;
			// The words say all of it; the bar is for the eye.
			const bar = fragment.createDiv({ cls: "expert-friend-budget", attr: { "aria-hidden": "true" } });
			bar.toggleClass("is-near", line.share >= warnAt);
			bar.createDiv().setCssProps({ "--expert-friend-share": `${Math.min(100, Math.round(line.share * 100))}%` });
		});
	}
}
