import type * as obsidian from "obsidian";
import { Strict } from "./strict";

/** Obsidian's `TAbstractFile`. One object per file for as long as it exists; a rename changes its path. */
export class TAbstractFile extends Strict implements obsidian.TAbstractFile {
	vault: obsidian.Vault;
	path: string;
	name = "";
	parent: obsidian.TFolder | null = null;
	/** Whether it is gone from the vault; Obsidian has this too. */
	deleted = false;

	constructor(vault: obsidian.Vault, path: string) {
		super();
		this.vault = vault;
		this.path = path;
		this.setPath(path);
	}

	setPath(path: string): void {
		this.path = path;
		this.name = path.slice(path.lastIndexOf("/") + 1);
	}
}

/** Obsidian's `TFile`. */
export class TFile extends TAbstractFile implements obsidian.TFile {
	stat: obsidian.FileStats;
	basename = "";
	extension = "";

	constructor(vault: obsidian.Vault, path: string, stat: obsidian.FileStats) {
		super(vault, path);
		this.stat = stat;
		this.setPath(path);
	}

	override setPath(path: string): void {
		super.setPath(path);
		const dot = this.name.lastIndexOf(".");
		this.basename = dot > 0 ? this.name.slice(0, dot) : this.name;
		this.extension = dot > 0 ? this.name.slice(dot + 1).toLowerCase() : "";
	}
}

/** Obsidian's `TFolder`. The root's path is `/`. */
export class TFolder extends TAbstractFile implements obsidian.TFolder {
	children: obsidian.TAbstractFile[] = [];

	isRoot(): boolean {
		return this.path === "/";
	}
}
