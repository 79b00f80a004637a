/** Obsidian's `normalizePath`: single slashes, none at the ends, no-break spaces as spaces, NFC. */
export function normalizePath(path: string): string {
	const cleaned = path.replace(/[\\/]+/g, "/").replace(/^\/+|\/+$/g, "");
	return (cleaned === "" ? "/" : cleaned).replace(/\u00A0|\u202F/g, " ").normalize("NFC");
}

/** The folder a path is in, `/` for the vault's own. */
export function parentPath(path: string): string {
	const at = path.lastIndexOf("/");
	return at < 0 ? "/" : path.slice(0, at);
}

/** A path as the server knows it: the root is the empty path. */
export function diskPath(path: string): string {
	return path === "/" ? "" : path;
}

/** Whether Obsidian leaves a path out of the vault's tree: anything in a folder that begins with a dot. */
export function isHidden(path: string): boolean {
	return path.split("/").some((part) => part.startsWith("."));
}
