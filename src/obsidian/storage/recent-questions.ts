import type { Device } from "./device";

/** Where this device keeps the free questions asked lately. */
const recentKey = "expert-friend-recent-questions";

/** Free questions that are recalled. */
const maxQuestions = 6;

/** The free questions asked lately on this device, the latest first. */
export class RecentQuestions {
	constructor(private readonly device: Device) {}

	get all(): readonly string[] {
		const stored: unknown = this.device.load(recentKey);
		return Array.isArray(stored) ? stored.filter((one): one is string => typeof one === "string") : [];
	}

	remember(question: string): void {
		this.device.save(recentKey, [question, ...this.all.filter((other) => other !== question)].slice(0, maxQuestions));
	}
}
