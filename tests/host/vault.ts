import type * as obsidian from "obsidian";
import { DataAdapter } from "./adapter";
import type { Boot } from "./app";
import type { Disk, DiskChange, DiskEntry, DiskStat } from "./disk";
import { Events } from "./events";
import { TAbstractFile, TFile, TFolder } from "./files";
import { isHidden, normalizePath, parentPath } from "./paths";

type VaultMembers = Pick<
	obsidian.Vault,
	| "configDir"
	| "getName"
	| "getFileByPath"
	| "getFolderByPath"
	| "getAbstractFileByPath"
	| "getRoot"
	| "create"
	| "createFolder"
	| "read"
	| "cachedRead"
	| "delete"
	| "trash"
	| "rename"
	| "modify"
	| "append"
	| "process"
	| "copy"
	| "getAllLoadedFiles"
	| "getAllFolders"
	| "getMarkdownFiles"
	| "getFiles"
>;

/** What open editors give the vault: they hold words that are not on disk yet. */
export interface OpenNotes {
	/** Writes unsaved words of this file now; called within the file's turn. `replace` is the vault's. */
	flush(file: TFile, replace: (data: string) => Promise<boolean>): Promise<void>;
	/** The file's text on disk is now `data`. */
	changed(file: TFile, data: string): void;
}

/** Obsidian's `Vault` over a real folder. Changes that others make on disk arrive as the same events. */
export class Vault extends Events implements VaultMembers {
	readonly configDir = ".obsidian";
	readonly adapter: DataAdapter;
	/** Set by the workspace. */
	openNotes: OpenNotes | null = null;
	private readonly vaultName: string;
	private readonly files = new Map<string, TAbstractFile>();
	private readonly root: TFolder;
	private readonly contents = new Map<TFile, string>();
	/** How often a note was asked for its text. */
	reads = 0;
	private readonly config = new Map<string, unknown>([["livePreview", true]]);
	private readonly configListeners = new Set<(key: string) => void>();

	constructor(
		private readonly disk: Disk,
		{ vaultName, tree, told, texts }: Pick<Boot, "vaultName" | "tree" | "told" | "texts">,
		private readonly onHiddenChange: (path: string) => void,
	) {
		super();
		this.vaultName = vaultName;
		this.adapter = new DataAdapter(disk, vaultName, (path) => this.look(path));
		this.root = new TFolder(this.outside, "/");
		this.root.name = "";
		this.files.set("/", this.root);
		for (const entry of tree) if (!isHidden(entry.path)) this.add(entry);
		for (const [path, text] of Object.entries(texts)) {
			const file = this.getFileByPath(path);
			if (file !== null) this.contents.set(file, text);
		}
		disk.watch(told, (change) => this.fromOutside(change));
	}

	getName(): string {
		return this.vaultName;
	}

	/** Obsidian's undocumented `getConfig`, which the documented `SettingTab.getControlValue` names. */
	getConfig(key: string): unknown {
		return this.config.get(key) ?? null;
	}

	setConfig(key: string, value: unknown): void {
		this.config.set(key, value);
		for (const listener of this.configListeners) listener(key);
	}

	onConfigChange(listener: (key: string) => void): void {
		this.configListeners.add(listener);
	}

	getRoot(): TFolder {
		return this.root;
	}

	getAbstractFileByPath(path: string): TAbstractFile | null {
		return this.files.get(path) ?? null;
	}

	getFileByPath(path: string): TFile | null {
		const found = this.files.get(path);
		return found instanceof TFile ? found : null;
	}

	getFolderByPath(path: string): TFolder | null {
		const found = this.files.get(path);
		return found instanceof TFolder ? found : null;
	}

	getAllLoadedFiles(): TAbstractFile[] {
		return [...this.files.values()];
	}

	getAllFolders(includeRoot = false): TFolder[] {
		return this.getAllLoadedFiles().filter(
			(file): file is TFolder => file instanceof TFolder && (includeRoot || file !== this.root),
		);
	}

	getFiles(): TFile[] {
		return this.getAllLoadedFiles().filter((file): file is TFile => file instanceof TFile);
	}

	getMarkdownFiles(): TFile[] {
		return this.getFiles().filter((file) => file.extension === "md");
	}

	static recurseChildren(root: TFolder, callback: (file: TAbstractFile) => unknown): void {
		callback(root);
		for (const child of root.children) {
			if (child instanceof TFolder) Vault.recurseChildren(child, callback);
			else callback(child as TAbstractFile);
		}
	}

	async create(path: string, data: string): Promise<TFile> {
		const name = normalizePath(path);
		if (this.files.has(name)) throw new Error("File already exists.");
		if (/[\\:*?"<>|]/.test(name.slice(name.lastIndexOf("/") + 1))) {
			throw new Error('File name cannot contain any of the following characters: \\ / : * ? " < > |');
		}
		const stat = await this.adapter.inTurn(name, () => this.disk.create(name, data));
		const file = this.add({ path: name, type: "file", stat }) as TFile;
		this.contents.set(file, data);
		this.trigger("create", file);
		return file;
	}

	async createFolder(path: string): Promise<TFolder> {
		const name = normalizePath(path);
		if (this.files.has(name)) throw new Error("Folder already exists.");
		await this.disk.mkdir(name);
		return this.addFolders(name);
	}

	async read(file: obsidian.TFile): Promise<string> {
		this.reads++;
		const data = await this.disk.read(file.path);
		this.contents.set(file as TFile, data);
		return data;
	}

	async cachedRead(file: obsidian.TFile): Promise<string> {
		const known = this.contents.get(file as TFile);
		if (known === undefined) return this.read(file);
		this.reads++;
		return known;
	}

	modify(file: obsidian.TFile, data: string): Promise<void> {
		return this.adapter.inTurn(file.path, () => this.put(file as TFile, data));
	}

	async append(file: obsidian.TFile, data: string): Promise<void> {
		await this.process(file, (text) => text + data);
	}

	/** Unsaved words of an open editor are written first, so that `change` sees what the writer sees. */
	process(file: obsidian.TFile, change: (data: string) => string): Promise<string> {
		const of = file as TFile;
		return this.adapter.inTurn(file.path, async () => {
			for (;;) {
				await this.openNotes?.flush(of, (data) => this.replace(of, data));
				const stat = await this.disk.stat(file.path);
				const before = await this.disk.read(file.path);
				const data = change(before);
				if (data === before) return data;
				const written = await this.disk.replace(file.path, data, stat ?? of.stat);
				if (written === null) continue;
				this.noteChange(of, written, data);
				return data;
			}
		});
	}

	async delete(file: obsidian.TAbstractFile, force = false): Promise<void> {
		if (file instanceof TFolder && file.children.length > 0 && !force) throw new Error("Folder is not empty.");
		await this.disk.remove(file.path, true);
		this.forget(file as TAbstractFile);
	}

	/** Both trashes are the vault's own `.trash` here: a page cannot reach the system's. */
	async trash(file: obsidian.TAbstractFile, _system: boolean): Promise<void> {
		await this.adapter.trashLocal(file.path);
		this.forget(file as TAbstractFile);
	}

	async rename(file: obsidian.TAbstractFile, newPath: string): Promise<void> {
		const to = normalizePath(newPath);
		const from = file.path;
		const parent = this.getFolderByPath(parentPath(to));
		if (parent === null) throw new Error("Destination folder does not exist.");
		if (this.files.has(to) && this.files.get(to) !== file) throw new Error("Destination file already exists!");
		await this.adapter.inTurn(from, () => this.disk.rename(from, to));
		const moved = file instanceof TFolder ? this.under(file) : [file as TAbstractFile];
		for (const one of moved) {
			const old = one.path;
			this.files.delete(old);
			one.setPath(to + old.slice(from.length));
			this.files.set(one.path, one);
			if (one === file) {
				one.parent?.children.remove(one);
				one.parent = parent;
				parent.children.push(one);
			}
			this.trigger("rename", one, old);
		}
	}

	async copy<T extends obsidian.TAbstractFile>(file: T, newPath: string): Promise<T> {
		await this.adapter.copy(file.path, normalizePath(newPath));
		return this.files.get(normalizePath(newPath)) as unknown as T;
	}

	/**
	 * Writes a file within its turn and tells everyone. False when somebody else has written it meanwhile: then their
	 * text is read and told, and nothing is written.
	 */
	async replace(file: TFile, data: string): Promise<boolean> {
		if (file.deleted) throw new Error("File does not exist.");
		const stat = await this.disk.replace(file.path, data, file.stat);
		if (stat !== null) this.noteChange(file, stat, data);
		else await this.look(file.path);
		return stat !== null;
	}

	private async put(file: TFile, data: string): Promise<void> {
		if (file.deleted) throw new Error("File does not exist.");
		this.noteChange(file, await this.disk.write(file.path, data), data);
	}

	private noteChange(file: TFile, stat: DiskStat, data: string): void {
		file.stat = stat;
		this.contents.set(file, data);
		this.openNotes?.changed(file, data);
		this.trigger("modify", file);
	}

	private async look(path: string): Promise<void> {
		if (isHidden(path)) return;
		const stat = await this.disk.stat(path);
		const known = this.files.get(path);
		if (stat === null) {
			if (known !== undefined) this.forget(known);
		} else if (known instanceof TFile) {
			this.noteChange(known, stat, await this.disk.read(path));
		} else if (known === undefined) {
			if (stat.type === "folder") this.addFolders(path);
			else this.trigger("create", this.add({ path, type: "file", stat }));
		}
	}

	/** Resolves once nothing is read or written any more. For tests. */
	idle(): Promise<void> {
		return this.disk.idle();
	}

	/** Resolves once the page has dealt with the change on disk that has this number. For tests. */
	caughtUp(n: number): Promise<void> {
		return this.disk.caughtUp(n);
	}

	private async fromOutside(change: DiskChange): Promise<void> {
		if (isHidden(change.path)) return this.onHiddenChange(change.path);
		const known = this.files.get(change.path);
		if (change.kind === "delete") {
			if (known !== undefined) this.forget(known);
		} else if (known === undefined) {
			// The folder it lies in may be one that this page makes, and has not been answered about yet.
			if (parentPath(change.path) !== "/") this.addFolders(parentPath(change.path));
			this.trigger("create", this.add(change));
		} else if (known instanceof TFile && change.kind === "modify") {
			// In turn, so that it never comes between a read and the write that follows from it.
			await this.adapter.inTurn(known.path, async () => {
				const data = await this.disk.read(known.path).catch(() => null);
				if (data !== null && !known.deleted) this.noteChange(known, change.stat, data);
			});
		}
	}

	private addFolders(path: string): TFolder {
		const parts = path.split("/");
		let folder = this.root;
		for (let n = 1; n <= parts.length; n++) {
			const name = parts.slice(0, n).join("/");
			const known = this.files.get(name);
			folder =
				known instanceof TFolder
					? known
					: (this.add({ path: name, type: "folder", stat: { ctime: 0, mtime: 0, size: 0 } }) as TFolder);
			if (known === undefined) this.trigger("create", folder);
		}
		return folder;
	}

	private add(entry: DiskEntry): TAbstractFile {
		const file =
			entry.type === "folder"
				? new TFolder(this.outside, entry.path)
				: new TFile(this.outside, entry.path, { ...entry.stat });
		const parent = this.files.get(parentPath(entry.path));
		if (parent instanceof TFolder) {
			file.parent = parent;
			parent.children.push(file);
		}
		this.files.set(entry.path, file);
		return file;
	}

	private forget(file: TAbstractFile): void {
		if (file.deleted) return;
		const gone = file instanceof TFolder ? this.under(file).reverse() : [file];
		file.parent?.children.remove(file);
		for (const one of gone) {
			this.files.delete(one.path);
			one.deleted = true;
			if (one instanceof TFile) this.contents.delete(one);
			this.trigger("delete", one);
		}
	}

	/** A folder and all it holds, the folder first. */
	private under(folder: TFolder): TAbstractFile[] {
		const found: TAbstractFile[] = [];
		Vault.recurseChildren(folder, (file) => found.push(file));
		return found;
	}

	private get outside(): obsidian.Vault {
		return this as unknown as obsidian.Vault;
	}
}
