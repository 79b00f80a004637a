import type { Plugin } from "esbuild";

export const namedIconsModule: Plugin;
export function buildHost(dir: string): Promise<void>;
export function buildPlugin(dir: string): Promise<void>;
export function buildPseudo(dir: string): Promise<void>;
export function writeVault(dir: string, notes: Readonly<Record<string, string>>): Promise<void>;
