import { getFrontMatterInfo, MarkdownView, Notice, type EventRef, type TFile } from "obsidian";
import { newPage, pageWords } from "../../core/disclosure/page";
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
import type { InterfaceStrings } from "../../core/i18n/en";
import { interfaceCodes, type InterfaceLanguage } from "../../core/languages/interface-language";
import { guessLanguage } from "../../core/markdown/language";
import { applyChanges, type Change } from "../../core/text/text";
import type { Views } from "../consultations/views";
import { ChoiceModal } from "../dialogs/choice-modal";
import { ConfirmModal } from "../dialogs/confirm-modal";
import { NoteWriter } from "../record/note-writer";
import { PageContent, type PageBody, type PageContentPort } from "./page-content";
import { PagePlace, type PagePlacePort } from "./page-place";
import { ScanModal } from "./scan-modal";

export interface AiPagePort extends PageContentPort, PagePlacePort {
	readonly strings: () => InterfaceStrings;
	readonly views: Views;
}

/** What is written where, once it is clear that it may be. */
interface Plan extends PageBody {
	/** Finds the change in the page as it is then; null where it is not what was asked about any more. */
	readonly change: (text: string) => Change | null;
}

/** Notes that are offered as the page which was moved, at most. */
const mostFound = 5;

/** How long the notes are read before a dialog says so, in milliseconds. */
const patience = 250;

/** The page that says how models are consulted: makes it, and refreshes its section. */
export class AiPage {
	private running: Promise<void> | null = null;
	/** Asked for since the last making began. */
	private isAsked = false;
	private readonly content: PageContent;
	private readonly place: PagePlace;

	constructor(private readonly port: AiPagePort) {
		this.content = new PageContent(port);
		this.place = new PagePlace(port);
	}

	/** Follows the page where the writer moves it. */
	watch(): EventRef {
		return this.place.watch();
	}

	/**
	 * Makes the page or refreshes its section, and shows it. Asks before it writes over what may be the writer’s. Asked
	 * for again meanwhile, it does so once more at the end: what the notes say then may be read already.
	 */
	refresh(): Promise<void> {
		this.isAsked = true;
		this.running ??= this.whileAsked().finally(() => (this.running = null));
		return this.running;
	}

	private async whileAsked(): Promise<void> {
		while (this.isAsked) {
			this.isAsked = false;
			await this.write();
		}
	}

	private async write(): Promise<void> {
		const { strings, language } = this.port;
		if (!(await this.mayStand())) return;
		if (!(await this.read())) {
			this.isAsked = false;
			new Notice(strings().disclosure.page.cancelled);
			return;
		}
		const { wanted } = this.place;
		const file = this.place.file ?? (await this.found());
		if (file === undefined) return;
		if (file === null) return this.make(wanted, await this.content.body(wanted, language()));
		const text = await this.textOf(file);
		const plan = await this.plan(file, text, await this.content.body(file.path, this.languageOf(text)));
		if (plan !== null) await this.put(file, plan);
	}

	/** Whether the page is where the settings want it, asking to move it there; false when the writer leaves it. */
	private async mayStand(): Promise<boolean> {
		const { settings, strings } = this.port;
		const { page } = strings().disclosure;
		const { file, wanted } = this.place;
		if (file === null || file.path === wanted || settings.value.pagePath === null) return true;
		if (!(await this.ask(page.moves(file.path, wanted), [page.movesText], page.move))) return false;
		try {
			await this.place.move(file);
		} catch {
			new Notice(page.notMoved(wanted));
			return false;
		}
		return true;
	}

	/**
	 * The page where another program moved it, by the marks of its section: the writer says which note it is. Null for a
	 * new one; undefined when they leave it.
	 */
	private async found(): Promise<TFile | null | undefined> {
		const { app, quoting, settings, strings } = this.port;
		const { page } = strings().disclosure;
		const { lost } = this.place;
		const asWritten: TFile[] = [];
		const others: TFile[] = [];
		for (const path of lost === null ? [] : quoting.withMark) {
			const file = app.vault.getFileByPath(path);
			const text = file === null ? "" : await this.textOf(file);
			const range = rangeOf(findSection(text));
			if (file === null || range === null) continue;
			(nameOfSection(sectionText(text, range)) === settings.value.pageWritten ? asWritten : others).push(file);
		}
		const files = [...asWritten, ...others].slice(0, mostFound);
		if (lost === null || files.length === 0) return null;
		const chosen = await new Promise<TFile | null | undefined>((resolve) =>
			new ChoiceModal(app, {
				title: page.lost(lost),
				choices: [
					...files.map((file) => ({ label: file.path, choose: () => resolve(file) })),
					{ label: page.makeNew, choose: () => resolve(null) },
				],
				cancel: page.stay,
				left: () => resolve(undefined),
			}).open(),
		);
		if (chosen) await this.place.take(chosen);
		return chosen;
	}

	/** Reads and counts what is not known yet; false when the writer stopped that. */
	private async read(): Promise<boolean> {
		const { app, strings } = this.port;
		const modal = new ScanModal(app, strings());
		const timer = window.setTimeout(() => modal.open(), patience);
		try {
			return await this.content.read(modal);
		} finally {
			window.clearTimeout(timer);
			modal.end();
		}
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

	/** What is to be written; asks where the section is not plainly ours. Null when the writer leaves it. */
	private async plan(file: TFile, text: string, { body, unnamed }: PageBody): Promise<Plan | null> {
		const { path } = file;
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
					await this.show(file);
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

	private async make(path: string, { body, unnamed }: PageBody): Promise<void> {
		const { app, strings, language, settings } = this.port;
		const { page } = strings().disclosure;
		const title = path.replace(/^.*\//, "").replace(/\.md$/, "");
		let file: TFile;
		try {
			await this.place.makeFolder(path);
			const name = /^[\p{L}\p{N} ]+$/u.test(title) ? title : JSON.stringify(title);
			file = await app.vault.create(
				path,
				newPage(wholeSection(body), settings.value.pagePath === null ? pageWords[language()].title : name),
			);
		} catch {
			new Notice(page.failed(path));
			return;
		}
		await settings.set({ pageWritten: nameOfSection(body), pageAt: file.path });
		new Notice(page.made(path) + this.left(unnamed));
		await this.show(file);
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
		await settings.set({ pageWritten: nameOfSection(body), pageAt: file.path });
		new Notice(page.refreshed(path) + this.left(unnamed));
		await this.show(file);
	}

	/** How many notes quote a model and are not named, for the writer alone: behind what was done. */
	private left(unnamed: number): string {
		const { disclosure, locale } = this.port.strings();
		return unnamed === 0 ? "" : `\n${disclosure.page.unnamed(unnamed, unnamed.toLocaleString(locale))}`;
	}

	/** By the file, which may be moved meanwhile: a link to where it was would make a note there. */
	private async show(file: TFile): Promise<void> {
		const { workspace } = this.port.app;
		const open = workspace
			.getLeavesOfType("markdown")
			.find(({ view }) => view instanceof MarkdownView && view.file?.path === file.path);
		if (open === undefined) await workspace.getLeaf("tab").openFile(file);
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
