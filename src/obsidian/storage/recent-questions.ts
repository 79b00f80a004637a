import { list, text } from "../../core/stored/schema";
import type { Device } from "./device";

/** Free questions that are recalled. */
const maxQuestions = 6;

const storedQuestions = list(text);

/** The free questions asked lately on this device, the latest first. */
export class RecentQuestions {
	constructor(private readonly device: Device) {}

	get all(): readonly string[] {
		return this.device.read("recent-questions", storedQuestions, []);
	}

	remember(question: string): void {
		this.device.save(
			"recent-questions",
			[question, ...this.all.filter((other) => other !== question)].slice(0, maxQuestions),
		);
	}
}
