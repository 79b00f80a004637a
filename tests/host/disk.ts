/** A file's times in milliseconds since the epoch, and its size in bytes. */
export interface DiskStat {
	ctime: number;
	mtime: number;
	size: number;
}

export interface DiskEntry {
	readonly path: string;
	readonly type: "file" | "folder";
	readonly stat: DiskStat;
}

/** A change that somebody else made on disk. */
export interface DiskChange extends DiskEntry {
	readonly kind: "create" | "modify" | "delete";
}

/** The vault's folder as the server offers it. Rejects with the server's own words. */
export class Disk {
	private readonly name = crypto.randomUUID();

	tree(): Promise<DiskEntry[]> {
		return this.ask("tree", {});
	}

	read(path: string): Promise<string> {
		return this.ask("read", { path });
	}

	stat(path: string): Promise<(DiskStat & { type: "file" | "folder" }) | null> {
		return this.ask("stat", { path });
	}

	list(path: string): Promise<{ files: string[]; folders: string[] }> {
		return this.ask("list", { path });
	}

	write(path: string, data: string, create = false): Promise<DiskStat> {
		return this.ask("write", { path, data, create });
	}

	append(path: string, data: string): Promise<DiskStat> {
		return this.ask("append", { path, data });
	}

	mkdir(path: string): Promise<void> {
		return this.ask("mkdir", { path });
	}

	remove(path: string, recursive = false): Promise<void> {
		return this.ask("remove", { path, recursive });
	}

	rename(path: string, to: string): Promise<void> {
		return this.ask("rename", { path, to });
	}

	copy(path: string, to: string): Promise<void> {
		return this.ask("copy", { path, to });
	}

	/**
	 * Calls back for every change after the one numbered `since` that does not come from this page; none is missed when
	 * the connection breaks.
	 */
	watch(since: number, listener: (change: DiskChange) => void): void {
		const source = new EventSource(`/host/changes?by=${this.name}&since=${since}`);
		source.addEventListener("message", (event) => listener(JSON.parse(event.data as string) as DiskChange));
		window.addEventListener("pagehide", () => source.close());
	}

	private async ask<T>(operation: string, request: Record<string, unknown>): Promise<T> {
		const response = await fetch(`/host/vault/${operation}`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ ...request, by: this.name }),
		});
		const answer = (await response.json()) as { result: T; error?: string; code?: string };
		if (!response.ok) throw Object.assign(new Error(answer.error ?? response.statusText), { code: answer.code });
		return answer.result;
	}
}
