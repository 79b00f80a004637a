import type * as obsidian from "obsidian";
import type { Disk } from "./disk";
import { diskPath } from "./paths";
import { Strict } from "./strict";

type AdapterMembers = Pick<
	obsidian.DataAdapter,
	| "getName"
	| "exists"
	| "stat"
	| "list"
	| "read"
	| "write"
	| "append"
	| "process"
	| "mkdir"
	| "rmdir"
	| "remove"
	| "rename"
	| "copy"
	| "trashLocal"
>;

/**
 * Obsidian's `DataAdapter` over the server. It sees hidden folders too. What it writes reaches the vault's tree by
 * `onChange`.
 */
export class DataAdapter extends Strict implements AdapterMembers {
	private readonly queues = new Map<string, Promise<unknown>>();

	constructor(
		private readonly disk: Disk,
		private readonly vaultName: string,
		private readonly onChange: (path: string) => Promise<void>,
	) {
		super();
	}

	getName(): string {
		return this.vaultName;
	}

	async exists(path: string): Promise<boolean> {
		return (await this.disk.stat(diskPath(path))) !== null;
	}

	stat(path: string): Promise<obsidian.Stat | null> {
		return this.disk.stat(diskPath(path));
	}

	list(path: string): Promise<obsidian.ListedFiles> {
		return this.disk.list(diskPath(path));
	}

	read(path: string): Promise<string> {
		return this.disk.read(diskPath(path));
	}

	write(path: string, data: string): Promise<void> {
		return this.inTurn(path, async () => {
			await this.disk.write(path, data);
			await this.onChange(path);
		});
	}

	append(path: string, data: string): Promise<void> {
		return this.inTurn(path, async () => {
			await this.disk.append(path, data);
			await this.onChange(path);
		});
	}

	process(path: string, change: (data: string) => string): Promise<string> {
		return this.inTurn(path, async () => {
			const data = change(await this.disk.read(path));
			await this.disk.write(path, data);
			await this.onChange(path);
			return data;
		});
	}

	async mkdir(path: string): Promise<void> {
		await this.disk.mkdir(path);
		await this.onChange(path);
	}

	async rmdir(path: string, recursive: boolean): Promise<void> {
		if (!recursive && (await this.list(path)).files.length + (await this.list(path)).folders.length > 0)
			throw new Error("Folder is not empty.");
		await this.disk.remove(path, true);
		await this.onChange(path);
	}

	async remove(path: string): Promise<void> {
		await this.disk.remove(path);
		await this.onChange(path);
	}

	async rename(path: string, to: string): Promise<void> {
		await this.disk.rename(path, to);
		await this.onChange(path);
		await this.onChange(to);
	}

	async copy(path: string, to: string): Promise<void> {
		await this.disk.copy(path, to);
		await this.onChange(to);
	}

	async trashLocal(path: string): Promise<void> {
		const name = path.slice(path.lastIndexOf("/") + 1);
		const dot = name.lastIndexOf(".");
		if (!(await this.exists(".trash"))) await this.disk.mkdir(".trash");
		for (let n = 1; ; n++) {
			const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
			const target = `.trash/${n === 1 ? name : `${stem} ${n}${extension}`}`;
			if (await this.exists(target)) continue;
			return this.rename(path, target);
		}
	}

	/** Does tasks on one path one after another, so that no read-change-write loses another's words. */
	inTurn<T>(path: string, task: () => Promise<T>): Promise<T> {
		const turn = (this.queues.get(path) ?? Promise.resolve()).catch(() => undefined).then(task);
		this.queues.set(path, turn);
		const done = () => {
			if (this.queues.get(path) === turn) this.queues.delete(path);
		};
		turn.then(done, done);
		return turn;
	}
}
