import type * as obsidian from "obsidian";
import { changeFrontMatter } from "./frontmatter";
import type { MetadataCache } from "./metadata";
import { Strict } from "./strict";
import type { TFolder } from "./files";
import type { Vault } from "./vault";

type FileManagerMembers = Pick<
	obsidian.FileManager,
	"getNewFileParent" | "renameFile" | "trashFile" | "generateMarkdownLink" | "processFrontMatter"
>;

/** Obsidian's `FileManager`. Links to a renamed note are not rewritten here. */
export class FileManager extends Strict implements FileManagerMembers {
	constructor(
		private readonly vault: Vault,
		private readonly metadata: MetadataCache,
	) {
		super();
	}

	getNewFileParent(_sourcePath: string): TFolder {
		return this.vault.getRoot();
	}

	renameFile(file: obsidian.TAbstractFile, newPath: string): Promise<void> {
		return this.vault.rename(file, newPath);
	}

	trashFile(file: obsidian.TAbstractFile): Promise<void> {
		return this.vault.trash(file, false);
	}

	generateMarkdownLink(file: obsidian.TFile, sourcePath: string, subpath = "", alias = ""): string {
		const link = this.metadata.fileToLinktext(file, sourcePath) + subpath;
		return `${file.extension === "md" ? "" : "!"}[[${link}${alias === "" ? "" : `|${alias}`}]]`;
	}

	async processFrontMatter(
		file: obsidian.TFile,
		change: (frontmatter: Record<string, unknown>) => void,
	): Promise<void> {
		await this.vault.process(file, (data) => changeFrontMatter(data, change));
	}
}
