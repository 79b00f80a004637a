import { list, object, required, someText } from "../../core/stored/schema";
import type { Device } from "./device";

/** Lines that are recalled, of one objective and of all. */
const maxOfOne = 3;
const maxLines = 60;

/** A line that the writer filled in. */
interface RecentLine {
	/** Path of the objective's note. */
	readonly of: string;
	readonly line: string;
}

/** Lines as a device kept them. */
export const storedLines = list(object<RecentLine>({ of: required(someText), line: required(someText) }));

/** The lines that objectives were asked with lately on this device. */
export class RecentLines {
	constructor(private readonly device: Device) {}

	/** Those of one objective, the latest first. @param path of its note */
	of(path: string): readonly string[] {
		return this.all
			.filter(({ of }) => of === path)
			.map(({ line }) => line)
			.slice(0, maxOfOne);
	}

	remember(path: string, line: string): void {
		const others = this.all.filter((one) => one.of !== path || one.line !== line);
		this.device.save("recent-lines", [{ of: path, line }, ...others].slice(0, maxLines));
	}

	private get all(): readonly RecentLine[] {
		return this.device.read("recent-lines", storedLines, []);
	}
}
