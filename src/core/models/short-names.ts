/**
 * Names of models as short as tells them apart: the first words of each that no other begins with, without the vendor
 * that a router puts before ("Mistral: Mistral Medium 3.1" is "Mistral" beside "Claude Sonnet 4"). Of names that begin
 * alike more words are kept, all of them where one goes on where the other ends.
 * @returns the short form of each name
 */
export function shortNames(names: readonly string[]): ReadonlyMap<string, string> {
	const words = new Map(names.map((name) => [name, name.replace(/^[^:]{1,40}: +/, "").split(/\s+/)]));
	const start = (name: string, count: number): string => (words.get(name) ?? [name]).slice(0, count).join(" ");
	const shortest = (name: string): string => {
		const most = words.get(name)?.length ?? 1;
		for (let count = 1; count < most; count++) {
			const short = start(name, count);
			if (names.every((other) => other === name || start(other, count).toLowerCase() !== short.toLowerCase()))
				return short;
		}
		const whole = start(name, most);
		return names.some((other) => other !== name && start(other, most) === whole && words.get(other)?.length === most)
			? name
			: whole;
	};
	return new Map(names.map((name) => [name, shortest(name)]));
}
