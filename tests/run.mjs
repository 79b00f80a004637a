// npm test: everything that CI runs. Types, lint, format, then unit tests and end-to-end tests in a browser.
//   npm test                       all
//   npm test -- --unit             no browser
//   npm test -- --explore          properties with fifty times the inputs, the long explorations, other ones each time
//   npm test -- tests/core/record  some files; further arguments go to vitest
// At the end it says how long each part took, and which tests failed.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const args = process.argv.slice(2);
const unitOnly = take("--unit");
const explore = take("--explore");
const folder = mkdtempSync(path.join(os.tmpdir(), "expert-friend-test-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Seconds of each part, and what failed in it, in order. */
const parts = [];

function take(flag) {
	const at = args.indexOf(flag);
	if (at >= 0) args.splice(at, 1);
	return at >= 0;
}

/** Runs a program of node_modules. Resolves to whether it succeeded, with what it printed unless that was shown. */
function run(name, runArgs, { env = {}, shown = true } = {}) {
	return new Promise((resolve) => {
		const child = spawn(path.join("node_modules", ".bin", name), runArgs, {
			stdio: ["inherit", shown ? "inherit" : "pipe", shown ? "inherit" : "pipe"],
			shell: process.platform === "win32",
			env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? "1" : "0", ...env },
		});
		let output = "";
		for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => (output += data));
		child.on("error", (error) => resolve({ ok: false, output: error.message }));
		child.on("close", (code) => resolve({ ok: code === 0, output }));
	});
}

async function part(label, task) {
	const began = performance.now();
	console.log(`\n> ${label}`);
	const { ok, output = "", note = "", failures = [] } = await task();
	if (output !== "") console.log(`\n> ${label}\n${output}`);
	parts.push({ label, seconds: (performance.now() - began) / 1000, ok, note, failures });
}

/** A line of each failed test, or file that could not be loaded: where, which, and the first line of why. */
function failuresOf(files) {
	return files.flatMap(({ name, message, assertionResults }) => {
		const file = path.relative(process.cwd(), name);
		const failed = assertionResults.filter(({ status }) => status === "failed");
		if (failed.length === 0) return message ? [`${file}: ${firstLine(message)}`] : [];
		return failed.map(({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`);
	});
}

function firstLine(text = "") {
	return text.trim().split("\n")[0].slice(0, 300);
}

/** Projects of vitest, their counts told together. */
async function tests(...projects) {
	const report = path.join(folder, `${projects[0]}.json`);
	const vitest = [
		"run",
		...projects.map((project) => `--project=${project}`),
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${report}`,
	];
	const { ok } = await run("vitest", [...vitest, "--passWithNoTests", ...args], {
		env: explore ? { EXPLORE: "1" } : {},
	});
	try {
		const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
		return { ok, note: `${numPassedTests} passed, ${numFailedTests} failed`, failures: failuresOf(testResults) };
	} catch {
		return { ok: false, note: "the test runner left no report" };
	}
}

if (args.length === 0) {
	// Each of them keeps one core busy; the linter takes as long as the others together.
	await Promise.all([
		part("lint", () => run("eslint", ["."], { shown: false })),
		part("types", () => run("tsc", ["--noEmit"], { shown: false })).then(() =>
			part("format", () => run("prettier", ["--check", "--log-level", "warn", "."], { shown: false })),
		),
	]);
}
await part("unit tests", () => tests("unit", "costs"));
if (!unitOnly) {
	const { findBrowser } = await import("./browser.mjs");
	console.log(`\n> browser: ${await findBrowser()}`);
	await part("end-to-end tests", () => tests("e2e"));
	const { findWebKit, needs } = await import("./webkit/webkit.mjs");
	if ((await findWebKit()) !== null) await part("WebKit", () => tests("webkit"));
	else console.log(`\n> WebKit, which iPhones and iPads run, was left out: it needs ${needs}.`);
}

console.log("");
for (const { label, seconds, ok, note, failures } of parts) {
	console.log(
		`${ok ? "passed" : "FAILED"}  ${label.padEnd(18)} ${seconds.toFixed(1).padStart(6)} s  ${note}`.trimEnd(),
	);
	for (const failure of failures) console.log(`        ${failure}`);
}
process.exit(parts.every(({ ok }) => ok) ? 0 : 1);
