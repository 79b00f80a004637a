export interface ServerOptions {
	port?: number;
	vaultDir: string;
	hostDir: string;
	pluginDir: string;
	friendUrl?: string | null;
	reach?: Readonly<Record<string, string | null>>;
	boot?: { secrets?: Record<string, string>; device?: Record<string, unknown>; language?: string; open?: string };
}

export interface RunningServer {
	readonly url: string;
	readonly port: number;
	close(): Promise<void>;
}

export function startServer(options: ServerOptions): Promise<RunningServer>;
