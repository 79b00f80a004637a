import type { CitedParts } from "./cited-parts";

/** Signs that TeX acts upon, as they are written to be read. Braces by name: BibTeX counts escaped ones too. */
const signs: Readonly<Record<string, string>> = {
	"\\": "\\textbackslash{}",
	"{": "\\textbraceleft{}",
	"}": "\\textbraceright{}",
	"~": "\\textasciitilde{}",
	"^": "\\textasciicircum{}",
	"#": "\\#",
	$: "\\$",
	"%": "\\%",
	"&": "\\&",
	_: "\\_",
};

/** A text for a field of an entry: nothing in it acts, and its braces can't end the field. UTF-8, as biber reads it. */
export function escapeTex(text: string): string {
	return text.replace(/\s+/g, " ").replace(/[\\{}~^#$%&_]/g, (sign) => signs[sign] ?? "");
}

/** An address as biblatex's `url` takes it, verbatim: what would end the field is percent-encoded. */
function verbatim(address: string): string {
	return address.replace(/[\\{}\s]/g, (sign) => encodeURIComponent(sign));
}

/**
 * One entry for biblatex, `@software` (biblatex manual 3.20, 2.1.1): company, model, exact id as its version, day,
 * address, and where it is quoted. What is not known is left out.
 */
export function bibtex({ model, id, maker, site, date, noteTitle, address }: CitedParts): string {
	const fields: readonly (readonly [string, string | null])[] = [
		// In braces of its own a company is no first and last name.
		["author", maker === null ? null : `{${escapeTex(maker)}}`],
		["title", escapeTex(model)],
		["version", id === null ? null : escapeTex(id)],
		["organization", site === null ? null : escapeTex(site)],
		["date", date],
		["url", address === null ? null : verbatim(address)],
		["note", noteTitle === "" ? null : "Quoted in ``" + escapeTex(noteTitle) + "''"],
	];
	const told = fields.filter(([, value]) => value !== null && value !== "");
	return [
		`@software{${keyOf(model, date)},`,
		told.map(([name, value]) => `  ${name} = {${value ?? ""}}`).join(",\n"),
		"}",
	].join("\n");
}

/** What the entry is cited by: signs that mean nothing to BibTeX, LaTeX or a shell. */
function keyOf(model: string, date: string | null): string {
	const name = model
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[^a-z0-9.]+/g, "-")
		.replace(/^[-.]+|[-.]+$/g, "");
	return [name === "" ? "model" : name, ...(date === null ? [] : [date])].join("-");
}
