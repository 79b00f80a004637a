import type { Browser, BrowserServer, LaunchOptions } from "playwright-core";

export function findBrowser(): Promise<string>;
export function launch(options?: LaunchOptions): Promise<Browser>;
export function launchServer(options?: LaunchOptions): Promise<BrowserServer>;
