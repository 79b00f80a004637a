export interface ServerOptions {
	port?: number;
	vaultDir: string;
	hostDir: string;
	pluginDir: string;
	friendUrl?: string | null;
	reach?: Readonly<Record<string, string | null>>;
	boot?: { secrets?: Record<string, string>; device?: Record<string, unknown>; language?: string; open?: string };
}

/** The vault's folder on disk, for who plays another program. */
export interface ServedVault {
	/** Number of the last change that was told. */
	readonly told: number;
	write(name: string, data: string): Promise<unknown>;
	remove(name: string, options?: { recursive?: boolean }): Promise<void>;
	rename(name: string, to: string): Promise<void>;
	/** Looks for what changed on disk, and tells it. */
	scan(): Promise<void>;
}

export interface RunningServer {
	readonly vault: ServedVault;
	readonly url: string;
	readonly port: number;
	close(): Promise<void>;
}

export function startServer(options: ServerOptions): Promise<RunningServer>;
