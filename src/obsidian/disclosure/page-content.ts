import type { App, TFile } from "obsidian";
import { gather } from "../../core/disclosure/gathered";
import { pageBody, pageWords } from "../../core/disclosure/page";
import { isPublished, publishingOf, type Publishing } from "../../core/disclosure/published";
import { Tallies } from "../../core/disclosure/tallies";
import type { NoteTally } from "../../core/disclosure/tally";
import { opennessOf } from "../../core/endpoint/openness";
import type { InterfaceLanguage } from "../../core/languages/interface-language";
import { isInFolder } from "../../core/privacy/privacy";
import { quoteInline } from "../../core/record/quote";
import { unreadOf } from "../../core/stored/schema";
import type { PromptNotes } from "../asking/prompt-notes";
import type { Models } from "../models/models";
import { localTime } from "../record/local-time";
import { Slices } from "../record/slices";
import type { Statistics } from "../statistics/statistics";
import type { SettingsStore } from "../storage/settings-store";
import type { QuotingNotes, Scan } from "./quoting-notes";

export interface PageContentPort {
	readonly app: App;
	readonly settings: SettingsStore;
	readonly models: Models;
	readonly notes: PromptNotes;
	readonly statistics: Statistics;
	readonly quoting: QuotingNotes;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	/** Milliseconds from some moment on, never set back. */
	readonly elapsed: () => number;
}

/** What the page's section says. */
export interface PageBody {
	readonly body: string;
	/** Notes that quote a model and are not named, since they are not published. */
	readonly unnamed: number;
}

/** What the AI page says: counted from the journal and the notes' records, and nothing else. */
export class PageContent {
	private readonly tallies = new Tallies();

	constructor(private readonly port: PageContentPort) {}

	/** Reads what is not known yet of the journal and the notes, and counts it; false when the writer stopped that. */
	async read(scan: Scan): Promise<boolean> {
		const { statistics, quoting } = this.port;
		await statistics.read();
		return !scan.cancelled && (await quoting.read(scan)) && (await this.count(scan));
	}

	/** Counts what changed; false when the writer stopped that. */
	private async count(scan: Scan): Promise<boolean> {
		const { statistics, quoting, elapsed } = this.port;
		const slices = new Slices(elapsed);
		const steps = this.tallies.update(statistics.ledger, quoting.all);
		while (steps.next().done !== true) {
			if (scan.cancelled) return false;
			if (slices.isOver) await slices.rest();
		}
		return !scan.cancelled;
	}

	/** @param path where the page is: links are from there, and it is not named itself */
	async body(path: string, language: InterfaceLanguage): Promise<PageBody> {
		const { settings, models, notes, now, elapsed } = this.port;
		const { pageSentences, pageNumbers } = settings.value;
		const slices = new Slices(elapsed);
		const published = this.publishedNotes(path);
		const counted: (readonly [string, NoteTally])[] = [];
		let unnamed = 0;
		for (const one of this.tallies.all) {
			if (published(one[0])) counted.push(one);
			else if (one[1].quotations > 0 && !isInFolder(one[0], notes.folder.root) && one[0] !== path) unnamed++;
			if (slices.isOver) await slices.rest();
		}
		const kinds = new Map(notes.objectives.map(({ name, kind }) => [name, kind]));
		const gathered = await slices.run(
			gather({
				notes: counted,
				proposes: (objective) => {
					const kind = kinds.get(objective);
					return kind === undefined ? null : kind === "words";
				},
				nameOf: (id) => models.nameOfId(id),
				opennessOf: (id) =>
					models.infoOfId(id)?.openness ?? opennessOf({ id, huggingFace: null, weightsAt: null }).openness,
			}),
		);
		const links = new Map<string, string>();
		for (const note of gathered.notes) {
			links.set(note.path, this.linkTo(note.path, path));
			if (slices.isOver) await slices.rest();
		}
		await slices.rest();
		const body = pageBody(gathered, {
			words: pageWords[language],
			sentences: pageSentences,
			numbers: pageNumbers,
			today: localTime(now()).slice(0, 10),
			link: (of) => links.get(of) ?? this.linkTo(of, path),
		});
		return { body, unnamed };
	}

	/** Whether a note is in the vault and published: neither the page itself nor the plugin's own notes are looked at. */
	private publishedNotes(page: string): (path: string) => boolean {
		const { app, settings, notes, quoting } = this.port;
		const { pagePublished, pageKeptBack } = settings.value;
		const propertiesOf = (file: TFile): Readonly<Record<string, unknown>> | undefined =>
			app.metadataCache.getFileCache(file)?.frontmatter;
		const isMarked = (file: TFile): boolean => file.path !== page && publishingOf(propertiesOf(file)) === "yes";
		const by: Publishing["by"] =
			pagePublished !== "auto"
				? pagePublished
				: unreadOf(settings.value, "pageKeptBack") !== null || app.vault.getMarkdownFiles().some(isMarked)
					? "property"
					: "default";
		const publishing = { by, keptBack: [...pageKeptBack, notes.folder.root] };
		const known = new Map<string, boolean>();
		return (path) => {
			const found = known.get(path);
			if (found !== undefined) return found;
			const file = app.vault.getFileByPath(path);
			// What the app has not read yet may be kept back.
			const isRead = file !== null && app.metadataCache.getFileCache(file) !== null;
			const isShown = isRead && path !== page && !quoting.isUnpublished(path);
			const is = isShown && isPublished(path, propertiesOf(file), publishing);
			known.set(path, is);
			return is;
		};
	}

	/** A link as the writer has set that links are written; the name alone where it would be none, or another. */
	private linkTo(path: string, page: string): string {
		const { app } = this.port;
		const file = app.vault.getFileByPath(path);
		if (file === null || /[\\[\]|#^`<>{}\p{Cc}]|%%|\$\$|==|::/u.test(path))
			return quoteInline(path.replace(/^.*\//, "").replace(/\.md$/, ""));
		const text = app.metadataCache.fileToLinktext(file, page, true);
		return app.fileManager.generateMarkdownLink(file, page, "", text === file.basename ? "" : file.basename);
	}
}
