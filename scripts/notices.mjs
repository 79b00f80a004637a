// The licences of what main.js holds of others.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Licences whose text each copy must carry. Of the others the address is enough: the Apache licence's text stands in
 * docs/third-party.md, which is published beside main.js.
 */
const carried = ["MIT", "ISC"];

/** Data that the table of forms (src/core/wording) is derived from, with their licences. */
const data = [
	"RosaeNLG's dictionaries, https://rosaenlg.org (Apache-2.0), derived from Lefff (LGPL-LR),",
	"german-pos-dict (CC BY-SA 4.0), Morph-it! (CC BY-SA 2.0) and WordNet (WordNet licence).",
];

/**
 * The packages of node_modules that a build took something from, by name.
 * @param metafile of esbuild
 */
export function bundledPackages(metafile) {
	const names = new Set();
	for (const { inputs } of Object.values(metafile.outputs)) {
		for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
			const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(file)?.[1];
			if (name !== undefined && bytesInOutput > 0) names.add(name);
		}
	}
	return [...names].sort().map((name) => {
		const folder = path.join(root, "node_modules", name);
		const { version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
		const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.\w+)?$/i.test(entry));
		if (file === undefined) throw new Error(`${name} has no file with its licence: add its text by hand`);
		const text = readFileSync(path.join(folder, file), "utf8").replace(/\r\n/g, "\n").trim();
		return { name, version, license, text };
	});
}

/** Who holds the rights, as the licence's own line says it; the Apache licence's text may hold only its template. */
function copyrightOf({ text }) {
	return /^\s*(copyright (?!\[).*\d{4}.*)$/im.exec(text)?.[1]?.trim() ?? "";
}

/** A licence's text without the lines that name its package and its holder. */
function termsOf({ text }) {
	return text
		.split("\n")
		.filter((line) => !/^\s*(copyright .*\d{4}.*|the mit license.*|mit license|isc license)$/i.test(line))
		.join("\n")
		.trim();
}

/** The comment at the end of main.js. Esbuild leaves out the packages' own. */
export function noticeOf(packages) {
	const lines = packages.map((one) =>
		[`${one.name} ${one.version}, ${one.license}`, copyrightOf(one)].filter((part) => part !== "").join(". "),
	);
	const terms = carried.flatMap((license) => {
		const one = packages.find((other) => other.license === license);
		return one === undefined ? [] : [`${license}:\n\n${termsOf(one)}`];
	});
	return (
		`/*\nThis file holds code of others:\n\n${lines.join("\n")}\n\n` +
		`Forms of words are derived from:\n\n${data.join("\n")}\n\n` +
		`${terms.join("\n\n")}\n\nApache-2.0: https://www.apache.org/licenses/LICENSE-2.0\n*/\n`
	);
}

/** docs/third-party.md */
export function thirdParty(packages) {
	const byText = new Map();
	for (const one of packages) {
		const key = termsOf(one).replace(/\s+/g, " ");
		byText.set(key, [...(byText.get(key) ?? []), one]);
	}
	const parts = [...byText.values()].map((ones) => {
		const names = ones.map((one) => {
			const holder = copyrightOf(one);
			return `- **${one.name}** ${one.version} (${one.license})${holder === "" ? "" : `: ${holder}`}`;
		});
		return `## ${ones[0].license}\n\n${names.join("\n")}\n\n\`\`\`text\n${termsOf(ones[0])}\n\`\`\`\n`;
	});
	const intro =
		"`main.js` holds code of the packages below, under their licences. `node esbuild.config.mjs notices` writes " +
		"this file\nfrom what a build takes; a test keeps it true.";
	return (
		`# What is of others\n\n${intro}\n\n${parts.join("\n")}\n## Data\n\n` +
		`Forms of words are derived from ${data.join("\n")}\n`
	);
}
