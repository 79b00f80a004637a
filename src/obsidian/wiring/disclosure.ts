import { Acknowledgements } from "../disclosure/acknowledgements";
import { AiPage } from "../disclosure/ai-page";
import { PropertyKeeper } from "../disclosure/property-keeper";
import { QuoteElsewhere } from "../disclosure/quote-elsewhere";
import { RecordForms } from "../disclosure/record-forms";
import { QuotingNotes } from "../disclosure/quoting-notes";
import type { RecordService } from "../record/record-service";
import { LastToldStore } from "../storage/last-told";
import type { Base } from "./base";
import type { ModelParts } from "./models";
import type { RecordParts } from "./records";

/** What says how models were used. */
export interface DisclosureParts {
	readonly quoting: QuotingNotes;
	readonly page: AiPage;
	readonly forms: RecordForms;
	readonly acknowledgements: Acknowledgements;
	readonly property: PropertyKeeper;
	readonly elsewhere: QuoteElsewhere;
}

export function buildDisclosure(base: Base, { models, notes }: ModelParts, parts: RecordParts): DisclosureParts {
	const { app, settings, strings, language, views, device, now, elapsed, newId } = base;
	const { journal, journalRecords, records, statistics } = parts;
	const ownLabels = (): RecordService["ownLabels"] => records.ownLabels;
	const isMonth = (path: string): boolean => journal.isMonth(path);
	const quoting = new QuotingNotes({ app, ownLabels, isMonth, elapsed });
	return {
		quoting,
		forms: new RecordForms({ app, views, strings, ownLabels }),
		acknowledgements: new Acknowledgements({
			app,
			views,
			strings,
			language,
			ownLabels,
			elsewhere: (path) => journalRecords.of(path),
		}),
		property: new PropertyKeeper({
			app,
			views,
			enabled: () => settings.value.disclosureProperty,
			ownLabels,
			isMonth,
			announcement: () => strings().disclosure.property.announce,
		}),
		elsewhere: new QuoteElsewhere({ app, views, strings, records, last: new LastToldStore(device), now, newId }),
		page: new AiPage({ app, settings, strings, language, views, models, notes, statistics, quoting, now }),
	};
}
