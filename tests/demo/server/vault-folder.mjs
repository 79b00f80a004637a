// The vault's real folder: safe paths, atomic writes, and a watch for what others change on disk.
import { randomBytes } from "node:crypto";
import { cp, lstat, mkdir, open, readdir, readFile, realpath, rename, rm } from "node:fs/promises";
import path from "node:path";

/** A request that cannot be answered, with the HTTP status that says so. */
export class Refused extends Error {
	constructor(status, message) {
		super(message);
		this.status = status;
	}
}

/** Folders that are never walked: nothing of a vault is in them and they can be huge. */
const skipped = new Set(["node_modules", ".git", ".trash"]);

/** Where temporary files are recognised by, so that no watch reports them. */
const temporary = /\.expert-friend-tmp$/;

/** How many changes can be told again to a page that was away; more than a page misses while it loads or reconnects. */
const remembered = 2_000;

/**
 * A folder as a vault. Every path is relative with `/`, stays inside the folder (links that lead out of it are refused
 * too), and writes to one path are done one after another, each by a temporary file and a rename.
 */
export class VaultFolder {
	constructor(root) {
		this.root = path.resolve(root);
		this.queues = new Map();
		// What is being changed here for a page, as `{ names, task }`, and how often that came to an end.
		this.changes = new Set();
		this.ended = 0;
		this.snapshot = new Map();
		this.listeners = new Set();
		this.recent = [];
		this.toldBefore = 0;
		this.timer = null;
		this.closed = false;
	}

	/** Walks the folder once; must be awaited before anything else. */
	async start() {
		await mkdir(this.root, { recursive: true });
		this.root = await realpath(this.root);
		this.snapshot = await this.walk();
		this.schedule(400);
		return this;
	}

	close() {
		this.closed = true;
		clearTimeout(this.timer);
		this.listeners.clear();
	}

	/** How many changes were told so far: the number of the last. */
	get told() {
		return this.toldBefore + this.recent.length;
	}

	/**
	 * Calls back with `{ n, kind: "create"|"modify"|"delete", path, type, stat, by }` for each change, first for those
	 * after number `since`; `by` names the page that made it, or is null.
	 */
	onChange(listener, since = this.told) {
		for (const change of this.recent.slice(Math.max(0, since - this.toldBefore))) listener(change);
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	/** Everything in the vault, folders before what they hold: `[{ path, type, stat }]`. */
	tree() {
		return [...this.snapshot]
			.map(([name, entry]) => ({ path: name, type: entry.type, stat: entry.stat }))
			.sort((a, b) => (a.path < b.path ? -1 : 1));
	}

	/** The notes' texts by path, up to so many bytes in all; a note that is gone by now is left out. */
	async texts(max) {
		const names = [];
		let bytes = 0;
		for (const [name, { type, stat }] of this.snapshot) {
			if (type !== "file" || !name.endsWith(".md") || /(^|\/)\./.test(name)) continue;
			bytes += stat.size;
			if (bytes > max) break;
			names.push(name);
		}
		const read = names.map(async (name) => [name, await this.read(name).catch(() => null)]);
		return Object.fromEntries((await Promise.all(read)).filter(([, text]) => text !== null));
	}

	async read(name) {
		return readFile(await this.inside(name), "utf8");
	}

	async stat(name) {
		const entry = await entryAt(await this.inside(name));
		return entry && { type: entry.type, ...entry.stat };
	}

	async list(name) {
		const entries = await readdir(await this.inside(name), { withFileTypes: true });
		const under = (entry) => (name === "" ? entry.name : `${name}/${entry.name}`);
		return {
			files: entries.filter((entry) => entry.isFile() && !temporary.test(entry.name)).map(under),
			folders: entries.filter((entry) => entry.isDirectory()).map(under),
		};
	}

	/**
	 * Writes a file whole and answers the new stat. The folder must exist.
	 * @param options.create refuses when there is a file already
	 * @param options.over the stat of the file that is meant to be replaced; refuses with 412 when another one is there
	 */
	write(name, data, { create = false, over = null, by = null } = {}) {
		return this.inTurn(name, async () => {
			const file = await this.inside(name);
			const before = await entryAt(file);
			if (create && before) throw new Refused(409, "File already exists.");
			if (before?.type === "folder") throw new Refused(409, "A folder has this name.");
			if (over && !(before?.stat.mtime === over.mtime && before.stat.size === over.size))
				throw new Refused(412, "The file has changed.");
			const beside = path.join(path.dirname(file), `.${randomBytes(6).toString("hex")}.expert-friend-tmp`);
			const handle = await open(beside, "wx");
			try {
				await handle.writeFile(data, "utf8");
			} finally {
				await handle.close();
			}
			await rename(beside, file);
			return this.noted(name, by);
		});
	}

	append(name, data, { by = null } = {}) {
		return this.inTurn(name, async () => {
			const handle = await open(await this.inside(name), "a");
			try {
				await handle.writeFile(data, "utf8");
			} finally {
				await handle.close();
			}
			return this.noted(name, by);
		});
	}

	mkdir(name, { by = null } = {}) {
		const folders = foldersTo(`${name}/`);
		return this.changing(folders, async () => {
			await mkdir(await this.inside(name), { recursive: true });
			for (const folder of folders) await this.noted(folder, by);
		});
	}

	remove(name, { recursive = false, by = null } = {}) {
		return this.changing([name], async () => {
			const file = await this.inside(name);
			if (file === this.root) throw new Refused(400, "The vault itself is not removed.");
			await rm(file, { recursive });
			this.forget(name, by);
		});
	}

	rename(name, to, { by = null } = {}) {
		return this.changing([name, to], async () => {
			const [from, target] = [await this.inside(name), await this.inside(to)];
			if ((await entryAt(target)) && from.toLowerCase() !== target.toLowerCase())
				throw new Refused(409, "Destination file already exists!");
			await rename(from, target);
			this.forget(name, by);
			await this.come(to, by);
		});
	}

	copy(name, to, { by = null } = {}) {
		const folders = foldersTo(String(to));
		return this.changing([...folders, to], async () => {
			const [from, target] = [await this.inside(name), await this.inside(to)];
			await cp(from, target, { recursive: true, errorOnExist: true, force: false });
			for (const folder of folders) await this.noted(folder, by);
			await this.come(to, by);
		});
	}

	/** The absolute path of a vault path, or a refusal. */
	async inside(name) {
		const isPath = typeof name === "string" && !name.includes("\0") && !path.isAbsolute(name);
		if (!isPath || name.split(/[\\/]/).includes("..")) throw new Refused(403, "Path outside the vault.");
		const file = path.join(this.root, name);
		// A link inside the vault may lead out of it: the nearest part that exists must really lie inside.
		for (let part = file; ; part = path.dirname(part)) {
			const real = await realpath(part).catch(() => null);
			if (real === null) continue;
			if (real !== this.root && !real.startsWith(this.root + path.sep))
				throw new Refused(403, "Path outside the vault.");
			return file;
		}
	}

	/** Does something to these paths and what is under them; meanwhile no scan tells it as somebody else's. */
	async changing(names, task) {
		const change = { names, task: task() };
		this.changes.add(change);
		try {
			return await change.task;
		} finally {
			this.changes.delete(change);
			this.ended++;
		}
	}

	/** As `changing`, after what was asked for this path before. */
	inTurn(name, task) {
		const turn = (this.queues.get(name) ?? Promise.resolve()).catch(() => {}).then(() => this.changing([name], task));
		this.queues.set(name, turn);
		const done = () => this.queues.get(name) === turn && this.queues.delete(name);
		turn.then(done, done);
		return turn;
	}

	/** What is at a path, or null, at a moment when nothing is being changed there. */
	async settled(name) {
		for (;;) {
			const { ended } = this;
			const entry = await entryAt(path.join(this.root, name));
			const touches = (one) => name === one || name.startsWith(`${one}/`);
			const running = [...this.changes].filter(({ names }) => names.some(touches));
			if (running.length === 0 && ended === this.ended) return entry;
			await Promise.allSettled(running.map(({ task }) => task));
		}
	}

	async noted(name, by) {
		return this.note(name, await entryAt(path.join(this.root, name)), by);
	}

	note(name, entry, by) {
		if (!entry) return null;
		const before = this.snapshot.get(name);
		this.snapshot.set(name, entry);
		if (before && before.type !== entry.type) this.tell({ kind: "delete", path: name, ...before, by });
		if (before?.type !== entry.type) this.tell({ kind: "create", path: name, ...entry, by });
		else if (!same(before, entry) && entry.type === "file") this.tell({ kind: "modify", path: name, ...entry, by });
		return entry.stat;
	}

	/** Tells a path that came to be, and all that is under it, unless it is where nothing of the vault is. */
	async come(name, by) {
		if (name.split("/").some((part) => skipped.has(part))) return;
		await this.noted(name, by);
		for (const one of [...(await this.walk(name)).keys()].sort()) await this.noted(one, by);
	}

	forget(name, by) {
		for (const [known, entry] of [...this.snapshot].sort((a, b) => (a[0] < b[0] ? 1 : -1))) {
			if (known !== name && !known.startsWith(`${name}/`)) continue;
			this.snapshot.delete(known);
			this.tell({ kind: "delete", path: known, ...entry, by });
		}
	}

	tell(change) {
		if (this.recent.length === remembered) {
			this.recent.shift();
			this.toldBefore++;
		}
		const numbered = { n: this.told + 1, ...change };
		this.recent.push(numbered);
		for (const listener of this.listeners) listener(numbered);
	}

	// Watching by looking: fs.watch differs between systems and file systems, and misses events on network folders.
	schedule(wait) {
		if (this.closed) return;
		this.timer = setTimeout(async () => {
			const began = Date.now();
			await this.scan().catch(() => {});
			this.schedule(Math.max(400, 10 * (Date.now() - began)));
		}, wait);
		this.timer.unref?.();
	}

	/** Looks for what others changed on disk, and tells it. */
	async scan() {
		const now = await this.walk();
		if (this.closed) return;
		for (const name of [...this.snapshot.keys()].sort().reverse()) {
			if (now.has(name) || (await this.settled(name))) continue;
			const entry = this.snapshot.get(name);
			if (entry && this.snapshot.delete(name)) this.tell({ kind: "delete", path: name, ...entry, by: null });
		}
		// Seen again one by one: a write of ours may have happened during the walk.
		for (const name of [...now.keys()].sort()) {
			const before = this.snapshot.get(name);
			if (!before || !same(before, now.get(name))) this.note(name, await this.settled(name), null);
		}
	}

	/** What is under a folder, by path. */
	async walk(under = "") {
		const found = new Map();
		const visit = async (folder, prefix) => {
			const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
			for (const one of entries) {
				if (temporary.test(one.name) || skipped.has(one.name) || one.isSymbolicLink()) continue;
				const name = prefix + one.name;
				const entry = await entryAt(path.join(folder, one.name));
				if (!entry) continue;
				found.set(name, entry);
				if (entry.type === "folder") await visit(path.join(folder, one.name), `${name}/`);
			}
		};
		await visit(path.join(this.root, under), under === "" ? "" : `${under}/`);
		return found;
	}
}

/** The folders that a path lies in, the outermost first. */
function foldersTo(name) {
	const parts = name.split("/").slice(0, -1);
	return parts.map((_, n) => parts.slice(0, n + 1).join("/"));
}

async function entryAt(file) {
	const stat = await lstat(file).catch(() => null);
	if (!stat || !(stat.isFile() || stat.isDirectory())) return null;
	return {
		type: stat.isDirectory() ? "folder" : "file",
		stat: { ctime: stat.birthtimeMs, mtime: stat.mtimeMs, size: stat.size },
		inode: stat.ino,
	};
}

function same(a, b) {
	return (
		a.type === b.type &&
		(a.type === "folder" || (a.stat.mtime === b.stat.mtime && a.stat.size === b.stat.size && a.inode === b.inode))
	);
}
