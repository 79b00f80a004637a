/** Signs that a note's name can't have on some system, or that no link can name. */
const barred = /[*"\\<>:|?#^[\]]|\p{Cc}/u;

/**
 * Whether a note can be at a path, with its ending or without: on every system, and where links reach it. Empty is no
 * path.
 */
export function canBeNote(path: string): boolean {
	const parts = path.trim().replace(/\.md$/i, "").split("/");
	return parts.every((part) => part.trim() !== "" && !barred.test(part) && !/^\.|[. ]$/.test(part));
}
