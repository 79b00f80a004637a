/**
 * A model's name without the maker that a router puts before it ("Anthropic: Claude Opus 4.1"), where the id names the
 * same maker. What stands before a colon otherwise is part of the name.
 * @param id the exact id, with the maker before its last slash
 */
export function withoutMaker(name: string, id: string): string {
	const [, before = "", rest = ""] = /^([^:]{1,40}):\s+(\S.*)$/s.exec(name) ?? [];
	const prefix = plain(before);
	const maker = plain(id.split("/").slice(-2, -1)[0] ?? "");
	const same = prefix.length > 1 && maker.length > 1 && (prefix.startsWith(maker) || maker.startsWith(prefix));
	return same ? rest : name;
}

function plain(text: string): string {
	return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}
