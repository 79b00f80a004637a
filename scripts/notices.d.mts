/** A package that main.js holds code of. */
export interface BundledPackage {
	readonly name: string;
	readonly version: string;
	/** SPDX. */
	readonly license: string;
	readonly text: string;
}
export function noticeOf(packages: readonly BundledPackage[]): string;
export function thirdParty(packages: readonly BundledPackage[]): string;
