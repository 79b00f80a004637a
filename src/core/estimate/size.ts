/** Billions of parameters of a model whose weights are known. */
export interface Size {
	/** That work on a token. */
	readonly active: number;
	/** That must be held in memory. */
	readonly total: number;
}

/** Families of several experts whose ids tell less than their makers do, in billions as those publish it. */
const families: readonly (readonly [name: RegExp, size: Size])[] = [
	[/gpt-oss-120b/, { active: 5.1, total: 117 }],
	[/gpt-oss-20b/, { active: 3.6, total: 21 }],
	[/mixtral-8x22b/, { active: 39.1, total: 140.6 }],
	[/mixtral-8x7b/, { active: 12.9, total: 46.7 }],
	[/llama-4-maverick/, { active: 17, total: 400 }],
	[/llama-4-scout/, { active: 17, total: 109 }],
	[/deepseek-(chat|v3|r1(?!-distill))/, { active: 37, total: 671 }],
];

/** The size of a model as its id names it (`70b`, `30b-a3b`), or its family; null when neither does. */
export function sizeIn(id: string): Size | null {
	const name = id.toLowerCase();
	const known = families.find(([family]) => family.test(name));
	if (known !== undefined) return known[1];
	const active = /(?:^|[-_:/])a(\d+(?:\.\d+)?)b\b/.exec(name)?.[1];
	const total = /(?:^|[-_:/])(\d+(?:\.\d+)?)b\b/.exec(name)?.[1];
	if (total === undefined && active === undefined) return null;
	return { active: Number(active ?? total), total: Number(total ?? active) };
}
