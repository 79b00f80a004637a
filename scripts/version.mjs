// node scripts/version.mjs 1.0.0: one version in package.json, package-lock.json, manifest.json, versions.json, and
// the changes so far under its name in CHANGELOG.md. Refuses a tree with changes, and a version that is not newer.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const version = process.argv[2] ?? "";

function refuse(message) {
	console.error(message);
	process.exit(1);
}

/** Whether a version comes after another one. */
function isNewer(one, other) {
	const [a, b] = [one, other].map((text) => text.split(".").map(Number));
	const first = a.findIndex((part, at) => part !== b[at]);
	return first >= 0 && a[first] > b[first];
}

if (!/^\d+\.\d+\.\d+$/.test(version))
	refuse("Give the new version as x.y.z, for example: node scripts/version.mjs 1.0.0");
if (execFileSync("git", ["status", "--porcelain"], { encoding: "utf8" }).trim() !== "")
	refuse("There are changes that are not committed: commit them first, so that the release is what was tested.");
const manifest = JSON.parse(readFileSync("manifest.json", "utf8"));
if (!isNewer(version, manifest.version)) refuse(`Give a version after ${manifest.version}.`);
const changes = readFileSync("CHANGELOG.md", "utf8");
if (!/^## Unreleased\n+(?:### .+\n+)?- /m.test(changes))
	refuse("CHANGELOG.md has nothing under Unreleased: say what changed first.");

/** @param indent as the file has it */
function change(file, indent, edit) {
	const data = JSON.parse(readFileSync(file, "utf8"));
	edit(data);
	writeFileSync(file, `${JSON.stringify(data, null, indent)}\n`);
}
change("package.json", 2, (data) => {
	data.version = version;
});
change("package-lock.json", 2, (data) => {
	data.version = version;
	data.packages[""].version = version;
});
change("manifest.json", "\t", (data) => {
	data.version = version;
});
change("versions.json", "\t", (data) => {
	data[version] = manifest.minAppVersion;
});
const today = new Date().toISOString().slice(0, 10);
writeFileSync("CHANGELOG.md", changes.replace(/^## Unreleased$/m, `## Unreleased\n\n## ${version} (${today})`));
console.log(`Version ${version}. Now: look at git diff, commit, git tag ${version}, push the tag.`);
