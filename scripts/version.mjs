// node scripts/version.mjs 0.2.0: one version in package.json, package-lock.json, manifest.json and versions.json.
import { readFileSync, writeFileSync } from "node:fs";

const version = process.argv[2] ?? "";
if (!/^\d+\.\d+\.\d+$/.test(version)) {
	console.error("Give the new version as x.y.z, for example: node scripts/version.mjs 0.2.0");
	process.exit(1);
}
const change = (file, edit, indent) => {
	const data = JSON.parse(readFileSync(file, "utf8"));
	edit(data);
	writeFileSync(file, `${JSON.stringify(data, null, indent)}\n`);
};
change(
	"package.json",
	(data) => {
		data.version = version;
	},
	2,
);
change(
	"package-lock.json",
	(data) => {
		data.version = version;
		data.packages[""].version = version;
	},
	2,
);
let least = "";
change(
	"manifest.json",
	(data) => {
		data.version = version;
		least = data.minAppVersion;
	},
	"\t",
);
change(
	"versions.json",
	(data) => {
		data[version] = least;
	},
	"\t",
);
console.log(`Version ${version}. Now: CHANGELOG.md, commit, git tag ${version}, push the tag.`);
