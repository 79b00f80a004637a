import type { ToldAnswer } from "../../core/record/elsewhere";
import { nullable, object, or, text } from "../../core/stored/schema";
import type { Device } from "./device";

/** What the writer said of the last answer that they quoted from elsewhere. Its words are in the note alone. */
export interface LastTold extends Omit<ToldAnswer, "words"> {
	/** The local day on which they said so, ISO. */
	readonly on: string;
}

/** As a device kept it. */
export const storedTold = object<LastTold>({
	model: or(text, ""),
	where: or(text, ""),
	date: or(text, ""),
	question: or(text, ""),
	on: or(text, ""),
});

/** Remembers on this device what was said of an answer from elsewhere. */
export class LastToldStore {
	constructor(private readonly device: Device) {}

	get last(): LastTold | null {
		return this.device.read("told-last", nullable(storedTold), null);
	}

	remember({ model, where, date, question }: ToldAnswer, on: string): void {
		this.device.save("told-last", { model, where, date, question, on });
	}
}
