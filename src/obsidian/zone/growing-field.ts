/** What a field is made with. */
export interface GrowingFieldSpec {
	/** Its accessible name. */
	readonly label: string;
	readonly placeholder: string;
	readonly typed: (text: string) => void;
}

/** A field for several lines, as high as its text: nothing is measured, a copy holds it open, the page scrolls. */
export class GrowingField {
	readonly dom: HTMLElement;
	readonly input: HTMLTextAreaElement;
	/** Whether the writer was in it: the cursor is where they left it. */
	private isEntered = false;

	constructor(parent: HTMLElement, { label, placeholder, typed }: GrowingFieldSpec) {
		this.dom = parent.createDiv({ cls: "expert-friend-growing" });
		this.input = this.dom.createEl("textarea", {
			attr: { rows: "1", "aria-label": label, placeholder, dir: "auto", spellcheck: "true" },
		});
		this.hold(placeholder);
		for (const event of ["keydown", "pointerdown"]) this.input.addEventListener(event, () => (this.isEntered = true));
		this.input.addEventListener("input", () => {
			this.hold(this.input.value);
			typed(this.input.value);
		});
	}

	/** Gives it the keys: where the writer left the cursor, else before the first word. */
	focus(): void {
		this.input.focus({ preventScroll: !this.isEntered });
		if (!this.isEntered) this.input.setSelectionRange(0, 0);
	}

	set placeholder(text: string) {
		this.input.placeholder = text;
		if (this.input.value === "") this.hold(text);
	}

	/** Shows another text. The cursor stays where it was among the words. */
	set(text: string): void {
		const { input } = this;
		const before = input.value;
		if (before === text) return;
		const least = Math.min(before.length, text.length);
		let head = 0;
		while (head < least && before[head] === text[head]) head++;
		let tail = 0;
		while (tail < least - head && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
		const moved = (at: number): number =>
			at <= head ? at : at >= before.length - tail ? at + text.length - before.length : head;
		const [start, end] = [moved(input.selectionStart), moved(input.selectionEnd)];
		input.value = text;
		// Safari takes the focus when a selection is set.
		if (input.ownerDocument.activeElement === input) input.setSelectionRange(start, end);
		this.hold(text === "" ? input.placeholder : text);
	}

	private hold(text: string): void {
		this.dom.setAttribute("data-text", `${text === "" ? this.input.placeholder : text}\n`);
	}
}
