// npm test: everything that CI runs. Types, lint, build, a browser for the end-to-end tests, then all tests.
//   npm test                    all
//   npm test -- --unit          without the browser
//   npm test -- --nightly       property tests with 10,000 runs each
// Further arguments go to vitest: npm test -- tests/core
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const args = process.argv.slice(2);
const unitOnly = take("--unit");
const nightly = take("--nightly");

function take(flag) {
	const at = args.indexOf(flag);
	if (at >= 0) args.splice(at, 1);
	return at >= 0;
}

function step(label, command, commandArgs, env = {}) {
	console.log(`\n> ${label}`);
	const result = spawnSync(command, commandArgs, {
		stdio: "inherit",
		shell: process.platform === "win32",
		env: { ...process.env, ...env },
	});
	if (result.status !== 0) {
		console.error(`\n${label}: failed`);
		process.exit(result.status ?? 1);
	}
}

const bin = (name) => path.join("node_modules", ".bin", name);
if (args.length === 0) {
	step("types", bin("tsc"), ["--noEmit"]);
	step("lint", bin("eslint"), ["."]);
}
if (!unitOnly) {
	const { findBrowser } = await import("./browser.mjs");
	console.log(`\n> browser: ${await findBrowser()}`);
}

const folder = mkdtempSync(path.join(os.tmpdir(), "expert-friend-test-"));
const report = path.join(folder, "report.json");
console.log("\n> tests");
const vitest = spawnSync(
	bin("vitest"),
	[
		"run",
		...(unitOnly ? ["--project", "unit"] : []),
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${report}`,
		...args,
	],
	{
		stdio: "inherit",
		shell: process.platform === "win32",
		env: { ...process.env, ...(nightly ? { FC_RUNS: "10000" } : {}) },
	},
);
let counts = { numPassedTests: 0, numFailedTests: 1 };
try {
	counts = JSON.parse(readFileSync(report, "utf8"));
} catch {
	console.error("The test runner left no report.");
}
rmSync(folder, { recursive: true, force: true });
console.log(`\n${counts.numPassedTests} passed, ${counts.numFailedTests} failed`);
process.exit(vitest.status ?? 1);
