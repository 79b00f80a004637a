import { Modal, Setting, type App } from "obsidian";
import type { InterfaceStrings } from "../../core/i18n/en";
import { isDate, openRouterFee, type Subscription } from "../../core/statistics/subscription";
import { addAmount } from "../dialogs/amount-field";

export interface SubscriptionModalPort {
	readonly strings: InterfaceStrings;
	/** Null when none was entered yet. */
	readonly subscription: Subscription | null;
	/** Currencies in which requests were paid, that with the most first. */
	readonly paidIn: readonly string[];
	/** Null to compare no longer. */
	readonly save: (subscription: Subscription | null) => void;
}

const currencies = ["EUR", "USD", "GBP", "CHF"];

/** Takes what a subscription costs, and what is needed to count both sides in its currency. */
export class SubscriptionModal extends Modal {
	private given: Subscription;
	/** Rows whose field holds something that can't be taken. */
	private readonly wrong = new Set<string>();
	private done: HTMLButtonElement | null = null;

	constructor(
		app: App,
		private readonly port: SubscriptionModalPort,
	) {
		super(app);
		this.given = port.subscription ?? {
			name: "",
			price: 0,
			currency: "EUR",
			rate: null,
			fee: openRouterFee,
			from: "",
			models: "",
		};
	}

	override onOpen(): void {
		const { contentEl, port } = this;
		const { form } = port.strings.statistics.against;
		this.setTitle(form.title);
		this.text(form.name, "", form.example, this.given.name, (name) => this.change({ name }));
		const price = this.amount(form.price, "", this.given.price || null, (amount) =>
			this.change({ price: amount ?? 0 }),
		);
		this.currency(price, form.price, this.given.currency, (currency) => {
			this.change({ currency });
			rate.setName(form.rate(currency));
		});
		const other = this.given.rate?.currency ?? port.paidIn.find((one) => one !== this.given.currency) ?? "USD";
		let rateCurrency = other;
		const rate = this.amount(form.rate(this.given.currency), form.rateHint, this.given.rate?.amount ?? null, (amount) =>
			this.change({ rate: amount === null ? null : { currency: rateCurrency, amount } }),
		);
		this.currency(rate, form.rateHint, other, (currency) => {
			rateCurrency = currency;
			if (this.given.rate !== null) this.change({ rate: { ...this.given.rate, currency } });
		});
		this.text(form.fee, form.feeHint, "", percent(this.given.fee, port.strings.locale), (text) => {
			const read = /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) / 100 : NaN;
			if (read >= 0 && read <= 1) this.change({ fee: read });
			return read >= 0 && read <= 1 ? null : form.badFee;
		});
		this.text(form.from, form.fromHint, "", this.given.from, (from) => {
			if (from !== "" && !isDate(from)) return form.badDate;
			this.change({ from });
			return null;
		});
		this.text(form.models, form.modelsHint, "", this.given.models, (models) => this.change({ models }));
		const row = contentEl.createDiv({ cls: "modal-button-container" });
		const button = (text: string, cls: string, act: () => void): HTMLButtonElement => {
			const element = row.createEl("button", { cls, text, attr: { type: "button" } });
			element.addEventListener("click", () => {
				this.close();
				act();
			});
			return element;
		};
		this.done = button(form.save, "mod-cta expert-friend-primary", () => port.save(this.given));
		if (port.subscription !== null) button(form.remove, "", () => port.save(null));
		button(form.cancel, "", () => undefined);
		this.check();
	}

	override onClose(): void {
		this.contentEl.empty();
	}

	private change(change: Partial<Subscription>): null {
		this.given = { ...this.given, ...change };
		this.check();
		return null;
	}

	private check(): void {
		if (this.done !== null) this.done.disabled = this.given.price <= 0 || this.wrong.size > 0;
	}

	/** @param set tells what is wrong with a text, or null when it was taken */
	private text(name: string, hint: string, example: string, value: string, set: (text: string) => string | null): void {
		const setting = new Setting(this.contentEl).setName(name).setDesc(hint);
		setting.addText((field) => {
			field.setValue(value).setPlaceholder(example);
			field.inputEl.setAttribute("aria-label", name);
			field.onChange((typed) => {
				const problem = set(typed.trim());
				setting.setErrorMessage(problem);
				if (problem === null) this.wrong.delete(name);
				else this.wrong.add(name);
				this.check();
			});
		});
	}

	private amount(name: string, hint: string, amount: number | null, set: (amount: number | null) => void): Setting {
		const { strings } = this.port;
		const setting = new Setting(this.contentEl).setName(name).setDesc(hint);
		addAmount(setting, {
			label: name,
			placeholder: "",
			amount,
			locale: strings.locale,
			bad: strings.statistics.against.form.bad,
			set,
		});
		return setting;
	}

	private currency(setting: Setting, label: string, currency: string, set: (currency: string) => void): void {
		setting.addDropdown((dropdown) => {
			for (const one of new Set([...currencies, ...this.port.paidIn, currency])) dropdown.addOption(one, one);
			dropdown.setValue(currency).onChange(set);
			const { strings } = this.port;
			dropdown.selectEl.setAttribute("aria-label", strings.labelled(label, strings.statistics.currency));
		});
	}
}

function percent(share: number, locale: string): string {
	return (share * 100).toLocaleString(locale, { useGrouping: false, maximumFractionDigits: 4 });
}
