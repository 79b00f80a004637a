export interface WebKit {
	readonly driver: string;
	readonly screen: string;
	readonly browser: string;
}
export declare const needs: string;
export declare function findWebKit(): Promise<WebKit | null>;
export declare function startWebKit(webKit: WebKit): Promise<{ readonly url: string; close(): void }>;
