import { AiPage } from "../disclosure/ai-page";
import { QuotingNotes } from "../disclosure/quoting-notes";
import type { Base } from "./base";
import type { ModelParts } from "./models";
import type { RecordParts } from "./records";

/** What says how models were used. */
export interface DisclosureParts {
	readonly quoting: QuotingNotes;
	readonly page: AiPage;
}

export function buildDisclosure(base: Base, { models, notes }: ModelParts, parts: RecordParts): DisclosureParts {
	const { app, settings, strings, language, views, now, elapsed } = base;
	const { journal, records, statistics } = parts;
	const quoting = new QuotingNotes({
		app,
		ownLabels: () => records.ownLabels,
		isMonth: (path) => journal.isMonth(path),
		elapsed,
	});
	return {
		quoting,
		page: new AiPage({ app, settings, strings, language, views, models, notes, statistics, quoting, now }),
	};
}
