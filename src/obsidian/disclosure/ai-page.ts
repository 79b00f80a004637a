import { getFrontMatterInfo, MarkdownView, normalizePath, Notice, type App, type TFile } from "obsidian";
import { gather } from "../../core/disclosure/gathered";
import { newPage, pageBody, pageWords } from "../../core/disclosure/page";
import { isPublished, publishingOf, type Publishing } from "../../core/disclosure/published";
import {
	findSection,
	marks,
	nameOfSection,
	sectionAtEnd,
	sectionChange,
	sectionText,
	wholeSection,
	type SectionSearch,
} from "../../core/disclosure/section";
import { Tallies } from "../../core/disclosure/tallies";
import type { NoteTally } from "../../core/disclosure/tally";
import { opennessOf } from "../../core/endpoint/openness";
import type { InterfaceStrings } from "../../core/i18n/en";
import { interfaceCodes, type InterfaceLanguage } from "../../core/languages/interface-language";
import { guessLanguage } from "../../core/markdown/language";
import { isInFolder } from "../../core/privacy/privacy";
import { quoteInline } from "../../core/record/quote";
import { unreadOf } from "../../core/stored/schema";
import { applyChanges, type Change } from "../../core/text/text";
import type { PromptNotes } from "../asking/prompt-notes";
import type { Views } from "../consultations/views";
import { ConfirmModal } from "../dialogs/confirm-modal";
import type { Models } from "../models/models";
import { localTime } from "../record/local-time";
import { NoteWriter } from "../record/note-writer";
import { Slices } from "../record/slices";
import type { Statistics } from "../statistics/statistics";
import type { SettingsStore } from "../storage/settings-store";
import type { QuotingNotes, Scan } from "./quoting-notes";
import { ScanModal } from "./scan-modal";

export interface AiPagePort {
	readonly app: App;
	readonly settings: SettingsStore;
	readonly strings: () => InterfaceStrings;
	readonly language: () => InterfaceLanguage;
	readonly views: Views;
	readonly models: Models;
	readonly notes: PromptNotes;
	readonly statistics: Statistics;
	readonly quoting: QuotingNotes;
	/** Milliseconds since the epoch. */
	readonly now: () => number;
	/** Milliseconds from some moment on, never set back. */
	readonly elapsed: () => number;
}

/** What is written where, once it is clear that it may be. */
interface Plan {
	readonly body: string;
	/** Notes that quote a model and are not named, since they are not published. */
	readonly unnamed: number;
	/** Finds the change in the page as it is then; null where it is not what was asked about any more. */
	readonly change: (text: string) => Change | null;
}

/** What the section is to say. */
type Body = Pick<Plan, "body" | "unnamed">;

/** How long the notes are read before a dialog says so, in milliseconds. */
const patience = 250;

/** The page that says how models are consulted: makes it, and refreshes its section. */
export class AiPage {
	private running: Promise<void> | null = null;
	private readonly tallies = new Tallies();

	constructor(private readonly port: AiPagePort) {}

	/** Where the page is, or will be. */
	get path(): string {
		const { settings, language } = this.port;
		const given = settings.value.pagePath ?? pageWords[language()].title;
		return normalizePath(`${given.replace(/\.md$/i, "")}.md`);
	}

	/** Makes the page or refreshes its section, and shows it. Asks before it writes over what may be the writer’s. */
	refresh(): Promise<void> {
		this.running ??= this.write().finally(() => (this.running = null));
		return this.running;
	}

	private async write(): Promise<void> {
		const { app, strings, language } = this.port;
		if (!(await this.read())) {
			new Notice(strings().disclosure.page.cancelled);
			return;
		}
		const { path } = this;
		const file = app.vault.getFileByPath(path);
		if (file === null) return this.make(path, await this.body(path, language()));
		const text = await this.textOf(file);
		const plan = await this.plan(path, text, await this.body(path, this.languageOf(text)));
		if (plan !== null) await this.put(file, plan);
	}

	/** Reads what is not known yet of the journal and the notes; false when the writer stopped that. */
	private async read(): Promise<boolean> {
		const { app, statistics, quoting, strings } = this.port;
		const modal = new ScanModal(app, strings());
		const timer = window.setTimeout(() => modal.open(), patience);
		try {
			await statistics.read();
			return !modal.cancelled && (await quoting.read(modal)) && (await this.count(modal));
		} finally {
			window.clearTimeout(timer);
			modal.end();
		}
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

	/** An editor may hold more than the file does yet. */
	private async textOf(file: TFile): Promise<string> {
		const { app, views } = this.port;
		return views.toWrite(file.path)?.state.doc.toString() ?? (await app.vault.read(file));
	}

	/** That of the writer's own words on the page, else that of the interface. */
	private languageOf(text: string): InterfaceLanguage {
		const found = findSection(text);
		const own = found.state === "one" ? text.slice(0, found.range.from) + text.slice(found.range.to) : text;
		const { contentStart } = getFrontMatterInfo(own);
		const guess = guessLanguage(own.slice(contentStart, contentStart + 20_000).replace(/<!--[^>]*-->/g, ""));
		return interfaceCodes.find((code) => code === guess) ?? this.port.language();
	}

	private async body(path: string, language: InterfaceLanguage): Promise<Body> {
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
		const gathered = gather({
			notes: counted,
			proposes: (objective) => {
				const kind = kinds.get(objective);
				return kind === undefined ? null : kind === "words";
			},
			nameOf: (id) => models.nameOfId(id),
			opennessOf: (id) =>
				models.infoOfId(id)?.openness ?? opennessOf({ id, huggingFace: null, weightsAt: null }).openness,
		});
		const links = new Map<string, string>();
		for (const note of gathered.notes) {
			links.set(note.path, this.linkTo(note.path, path));
			if (slices.isOver) await slices.rest();
		}
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
		const { app, settings, notes } = this.port;
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
			const is = file !== null && path !== page && isPublished(path, propertiesOf(file), publishing);
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

	/** What is to be written; asks where the section is not plainly ours. Null when the writer leaves it. */
	private async plan(path: string, text: string, { body, unnamed }: Body): Promise<Plan | null> {
		const { page } = this.port.strings().disclosure;
		const planned = (change: Plan["change"]): Plan => ({ body, unnamed, change });
		const found = findSection(text);
		switch (found.state) {
			case "none":
				return (await this.ask(page.noSection(path), [page.noSectionText], page.addAtEnd))
					? planned((now) => (findSection(now).state === "none" ? sectionAtEnd(now, body) : null))
					: null;
			case "broken":
				if (await this.ask(page.broken(path), page.brokenText(marks.start, marks.end), page.open))
					await this.show(path);
				return null;
			case "several":
				return (await this.ask(page.several(path), [page.severalText], page.refreshFirst))
					? planned((now) => inSection(now, text, body))
					: null;
			case "one": {
				const now = sectionText(text, found.range);
				const isOurs = now === "" || nameOfSection(now) === this.port.settings.value.pageWritten || now === body;
				return isOurs || (await this.ask(page.edited(path), [page.editedText], page.replace, page.editedExplain))
					? planned((later) => inSection(later, text, body))
					: null;
			}
		}
	}

	private ask(title: string, facts: readonly string[], go: string, explain = ""): Promise<boolean> {
		const { app, strings } = this.port;
		return new Promise((resolve) =>
			new ConfirmModal(app, { title, facts, explain, go, stay: strings().disclosure.page.stay }, resolve).open(),
		);
	}

	private async make(path: string, { body, unnamed }: Body): Promise<void> {
		const { app, strings, language, settings } = this.port;
		const { page } = strings().disclosure;
		const parent = path.includes("/") ? path.replace(/\/[^/]*$/, "") : "";
		const title = path.slice(parent === "" ? 0 : parent.length + 1).replace(/\.md$/, "");
		try {
			if (parent !== "" && app.vault.getFolderByPath(parent) === null) await app.vault.createFolder(parent);
			const name = /^[\p{L}\p{N} ]+$/u.test(title) ? title : JSON.stringify(title);
			await app.vault.create(
				path,
				newPage(wholeSection(body), settings.value.pagePath === null ? pageWords[language()].title : name),
			);
		} catch {
			new Notice(page.failed(path));
			return;
		}
		await settings.set({ pageWritten: nameOfSection(body) });
		new Notice(page.made(path) + this.left(unnamed));
		await this.show(path);
	}

	private async put(file: TFile, { body, unnamed, change }: Plan): Promise<void> {
		const { app, views, strings, settings } = this.port;
		const { page } = strings().disclosure;
		const { path } = file;
		try {
			const written = await new NoteWriter(app, views).write(path, (doc) => change(doc.sliceString(0)), page.announce);
			if (written.state === "refused") {
				new Notice(page.refused);
				return;
			}
			if (written.state !== "written") throw new Error("The page is not what it was when it was asked about.");
		} catch {
			new Notice(page.failed(path));
			return;
		}
		await settings.set({ pageWritten: nameOfSection(body) });
		new Notice(page.refreshed(path) + this.left(unnamed));
		await this.show(path);
	}

	/** How many notes quote a model and are not named, for the writer alone: behind what was done. */
	private left(unnamed: number): string {
		const { disclosure, locale } = this.port.strings();
		return unnamed === 0 ? "" : `\n${disclosure.page.unnamed(unnamed, unnamed.toLocaleString(locale))}`;
	}

	private async show(path: string): Promise<void> {
		const { workspace } = this.port.app;
		const open = workspace
			.getLeavesOfType("markdown")
			.find(({ view }) => view instanceof MarkdownView && view.file?.path === path);
		if (open === undefined) await workspace.openLinkText(path, "", "tab");
		else await workspace.revealLeaf(open);
	}
}

/** The change in the first section, where that still is what the writer was asked about. */
function inSection(now: string, then: string, body: string): Change | null {
	const [found, before] = [rangeOf(findSection(now)), rangeOf(findSection(then))];
	if (found === null || before === null || sectionText(now, found) !== sectionText(then, before)) return null;
	const change = sectionChange(now, found, body);
	return applyChanges(now, [change]) === now ? { from: found.from, to: found.from, insert: "" } : change;
}

function rangeOf(found: SectionSearch): { readonly from: number; readonly to: number } | null {
	return found.state === "one" ? found.range : found.state === "several" ? found.first : null;
}
