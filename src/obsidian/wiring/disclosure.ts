import { pathOf } from "../consultations/views";
import { Acknowledgements } from "../disclosure/acknowledgements";
import { AiPage } from "../disclosure/ai-page";
import { Citations } from "../disclosure/citations";
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
	readonly citations: Citations;
}

export function buildDisclosure(base: Base, { models, notes }: ModelParts, parts: RecordParts): DisclosureParts {
	const { app, events, settings, strings, language, views, device, now, elapsed, newId } = base;
	const { journal, journalRecords, records, statistics } = parts;
	const ownLabels = (): RecordService["ownLabels"] => records.ownLabels;
	const isMonth = (path: string): boolean => journal.isMonth(path);
	const elsewhere = (path: string): ReturnType<typeof journalRecords.of> => journalRecords.of(path);
	const citations = new Citations({ app, views, settings, strings, language, ownLabels, elsewhere });
	events.on("cite", ({ view, record }) => citations.cite(view, record));
	const quoting = new QuotingNotes({
		app,
		ownLabels,
		open: () => views.all.flatMap((view) => pathOf(view) ?? []),
		inEditor: (path) => views.toWrite(path)?.state.doc.toString() ?? null,
		isMonth,
		elapsed,
	});
	return {
		quoting,
		citations,
		forms: new RecordForms({ app, views, strings, ownLabels }),
		acknowledgements: new Acknowledgements({ app, views, strings, language, ownLabels, elsewhere }),
		property: new PropertyKeeper({
			app,
			views,
			enabled: () => settings.value.disclosureProperty,
			ownLabels,
			isMonth,
			announcement: () => strings().disclosure.property.announce,
		}),
		elsewhere: new QuoteElsewhere({ app, views, strings, records, last: new LastToldStore(device), now, newId }),
		page: new AiPage({ app, settings, strings, language, views, models, notes, statistics, quoting, now, elapsed }),
	};
}
