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
	/** Number of the last change that was told, and what is still done about it and those before. */
	private seen = 0;
	private handled: Promise<unknown> = Promise.resolve();
	private readonly waiting = new Set<() => void>();
	/** What was asked and is not answered yet. */
	private readonly running = new Set<Promise<unknown>>();

	/** Resolves once nothing is asked of the disk, nor by whom it answered last: a window that is closed writes first. */
	async idle(): Promise<void> {
		do {
			await Promise.allSettled([...this.running]);
			// The turn of those who waited for an answer. A message comes however a test moves the page's clock.
			const { port1, port2 } = new MessageChannel();
			await new Promise((resolve) => {
				port1.onmessage = resolve;
				port2.postMessage(null);
			});
			port1.close();
		} while (this.running.size > 0);
	}

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

	/** Writes a file that may be there already. */
	write(path: string, data: string): Promise<DiskStat> {
		return this.ask("write", { path, data });
	}

	/** Writes a file that must not be there yet. */
	create(path: string, data: string): Promise<DiskStat> {
		return this.ask("write", { path, data, create: true });
	}

	/** Writes in the place of the file that has this stat; null, and nothing is written, when another one is there. */
	replace(path: string, data: string, over: DiskStat): Promise<DiskStat | null> {
		return this.ask<DiskStat>("write", { path, data, over }).catch((error: Error & { status?: number }) => {
			if (error.status === 412) return null;
			throw error;
		});
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
	watch(since: number, listener: (change: DiskChange) => Promise<void> | void): void {
		this.seen = since;
		const source = new EventSource(`/host/changes?by=${this.name}&since=${since}`);
		source.addEventListener("message", (event) => {
			const change = JSON.parse(event.data as string) as DiskChange | null;
			this.handled = Promise.all([this.handled, change === null ? null : listener(change)]);
			this.seen = Number(event.lastEventId);
			for (const look of [...this.waiting]) look();
		});
		window.addEventListener("pagehide", () => source.close());
	}

	/** Resolves once the change with this number, and all before it, are dealt with. */
	async caughtUp(n: number): Promise<void> {
		await new Promise<void>((resolve) => {
			const look = (): void => {
				if (this.seen < n) return;
				this.waiting.delete(look);
				resolve();
			};
			this.waiting.add(look);
			look();
		});
		await this.handled;
	}

	private ask<T>(operation: string, request: Record<string, unknown>): Promise<T> {
		const answer = this.fetched<T>(operation, request);
		this.running.add(answer);
		const answered = (): void => void this.running.delete(answer);
		answer.then(answered, answered);
		return answer;
	}

	private async fetched<T>(operation: string, request: Record<string, unknown>): Promise<T> {
		const response = await fetch(`/host/vault/${operation}`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ ...request, by: this.name }),
		});
		const answer = (await response.json()) as { result: T; error?: string; code?: string };
		if (!response.ok) {
			const { status } = response;
			throw Object.assign(new Error(answer.error ?? response.statusText), { code: answer.code, status });
		}
		return answer.result;
	}
}
