export interface StreamCase {
	readonly id: string;
	readonly why: string;
	readonly http: { readonly status: number; readonly headers: Readonly<Record<string, string>> };
	readonly chunks: readonly { readonly delay_ms?: number; readonly data?: string; readonly data_b64?: string }[];
	/** What becomes of the connection. */
	readonly end: "close" | "destroy" | "hang";
	/** What is left out may be anything. */
	readonly expect: {
		readonly text?: string;
		readonly outcome?: "done" | "partial" | "failed";
		readonly kind?: string;
		readonly retry_after_s?: number | null;
		readonly model?: string | null;
		readonly usage?: Readonly<Record<string, unknown>> | null;
	};
}
export const reported: string;
export function load(file?: string): Map<string, StreamCase>;
export function serve(options?: {
	port?: number;
	cases?: Map<string, StreamCase>;
	linger?: number;
}): Promise<{ url: string; close(): Promise<void> }>;
