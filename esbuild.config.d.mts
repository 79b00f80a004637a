import type { BundledPackage } from "./scripts/notices.mjs";

export function production(): Promise<{ readonly code: string; readonly packages: readonly BundledPackage[] }>;
